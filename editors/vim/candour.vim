" candour in Vim through ALE: copy to ~/.vim/after/plugin/candour.vim.
" g:candour_path may name the program.
function! CandourRoot(buffer) abort
	let l:path = ale#path#FindNearestFile(a:buffer, '.candour.yml')
	return fnamemodify(empty(l:path) ? bufname(a:buffer) : l:path, ':p:h')
endfunction

for s:type in ['markdown', 'text', 'html']
	call ale#linter#Define(s:type, {
	\	'name': 'candour',
	\	'lsp': 'stdio',
	\	'executable': get(g:, 'candour_path', 'candour'),
	\	'command': '%e lsp',
	\	'project_root': function('CandourRoot'),
	\})
endfor
