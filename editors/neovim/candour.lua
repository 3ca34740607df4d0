-- candour in Neovim: copy to ~/.config/nvim/plugin/candour.lua.
-- vim.g.candour_path may name the program.
local command = { vim.g.candour_path or 'candour', 'lsp' }
local filetypes = { 'markdown', 'text', 'html', 'yaml' }

if vim.lsp.config then -- Neovim 0.11 and later
	vim.lsp.config('candour', {
		cmd = command,
		filetypes = filetypes,
		root_markers = { '.candour.yml', '.git' },
	})
	vim.lsp.enable('candour')
	return
end

-- Earlier ones: one server for each folder of reports.
local servers = {}

local function root_of(path)
	for _, name in ipairs({ '.candour.yml', '.git' }) do
		local found = vim.fn.findfile(name, path .. ';')
		if found == '' then
			found = vim.fn.finddir(name, path .. ';')
		end
		if found ~= '' then
			return vim.fn.fnamemodify(found, ':p:s?/$??:h')
		end
	end
	return path
end

vim.api.nvim_create_autocmd('FileType', {
	pattern = filetypes,
	callback = function(event)
		local name = vim.api.nvim_buf_get_name(event.buf)
		local root = root_of(vim.fn.fnamemodify(name, ':p:h'))
		servers[root] = servers[root] or vim.lsp.start_client({
			name = 'candour',
			cmd = command,
			root_dir = root,
			on_exit = function()
				servers[root] = nil
			end,
		})
		if servers[root] then
			vim.lsp.buf_attach_client(event.buf, servers[root])
		end
	end,
})
