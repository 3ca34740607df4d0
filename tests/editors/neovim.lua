-- Neovim, set up by editors/neovim/candour.lua.
local function out(text)
	io.stdout:write(text .. '\n')
end

local function check(name, value, note)
	out((value and 'ok ' or 'not ok ') .. 'neovim-' .. name ..
		(value and '' or '  ' .. vim.inspect(note):gsub('%s+', ' ')))
	return value
end

-- Waits until the function gives something, and gives that.
local function soon(get)
	local value
	vim.wait(8000, function()
		value = get()
		return value ~= nil and value ~= false
	end, 20)
	return value
end

local function diagnostics()
	return vim.tbl_filter(function(d)
		return d.source == 'candour'
	end, vim.diagnostic.get(0))
end

-- The one finding, when its words are those expected.
local function finding(line)
	local all = diagnostics()
	local d = all[1]
	if #all ~= 1 or d.lnum ~= line then
		return nil
	end
	local text = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
	return text:sub(d.col + 1, d.end_col) == 'prior to' and d or nil
end

local function ask(method, params)
	local answers = vim.lsp.buf_request_sync(0, method, params, 8000) or {}
	for _, answer in pairs(answers) do
		return answer.result
	end
end

local function run()
	vim.g.candour_path = vim.env.CANDOUR
	vim.cmd('set hidden fileformat=unix')
	dofile(vim.env.EDITORS .. '/neovim/candour.lua')
	vim.cmd('edit report.md')
	vim.cmd('setfiletype markdown')
	local d = check('finding-arrives', soon(function()
		return finding(2)
	end), diagnostics())
	if not d then
		return
	end
	check('code-is-the-rule', d.code == 'language/plain-words' or
		vim.tbl_get(d, 'user_data', 'lsp', 'code') ==
			'language/plain-words', d)
	vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'Emoji 😀, é, 日本.', '' })
	check('lines-inserted-move-it', soon(function()
		return finding(4)
	end), diagnostics())
	vim.cmd('undo')
	check('undo-moves-it-back', soon(function()
		return finding(2)
	end), diagnostics())
	vim.api.nvim_win_set_cursor(0, { 3, d.col + 1 })
	local params = vim.lsp.util.make_position_params()
	local hover = ask('textDocument/hover', params)
	check('hover-says-why', hover and
		vim.inspect(hover.contents):find('Why', 1, true), hover)
	local range = vim.lsp.util.make_range_params()
	range.context = { diagnostics = {} }
	local actions = ask('textDocument/codeAction', range) or {}
	local fix
	for _, action in ipairs(actions) do
		fix = action.isPreferred and action or fix
	end
	if check('fix-is-offered', fix, actions) then
		-- As vim.lsp.buf.code_action does.
		if not fix.edit then
			fix = ask('codeAction/resolve', fix)
		end
		vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
		check('fix-mends-it', soon(function()
			return #diagnostics() == 0
		end), diagnostics())
		check('fix-wrote-the-better-word', vim.api
			.nvim_buf_get_lines(0, 2, 3, false)[1]
			:find('They met before noon.', 1, true))
	end
	local symbols = ask('textDocument/documentSymbol',
		{ textDocument = vim.lsp.util.make_text_document_params() })
	check('outline-has-the-heading',
		symbols and symbols[1] and symbols[1].name == 'Minutes', symbols)
	-- Our own configuration: its mistake is told, and a key completed.
	vim.cmd('silent! edit! .candour.yml')
	vim.api.nvim_buf_set_lines(0, 0, -1, false,
		{ 'rules:', '  languge/: off' })
	vim.cmd('setfiletype yaml')
	check('configuration-is-checked', soon(function()
		local all = diagnostics()
		return #all == 1 and all[1].lnum == 1 and
			all[1].message:find('did you mean', 1, true)
	end), diagnostics())
	vim.api.nvim_win_set_cursor(0, { 1, 0 })
	local items = ask('textDocument/completion',
		vim.lsp.util.make_position_params()) or {}
	check('configuration-is-completed', vim.tbl_contains(
		vim.tbl_map(function(item)
			return item.label
		end, items.items or items), 'fail-on'), items)
	local client = vim.lsp.get_active_clients()[1]
	client.stop()
	check('server-ends', soon(function()
		return client.is_stopped()
	end))
end

local good, err = pcall(run)
check('script', good, err)
out('done')
vim.cmd('qall!')
