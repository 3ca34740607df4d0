" Vim with ALE, set up by editors/vim/candour.vim.
set nocompatible hidden encoding=utf-8
set runtimepath+=/usr/share/vim-ale
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['candour']}
let g:ale_lint_delay = 50
let g:candour_path = $CANDOUR
filetype plugin on
runtime plugin/ale.vim

function! Out(text) abort
	call writefile([a:text], '/dev/stdout', 'a')
endfunction

function! Check(name, value, note) abort
	call Out((a:value ? 'ok ' : 'not ok ') . 'vim-' . a:name .
		\ (a:value ? '' : '  ' . string(a:note)))
endfunction

" Waits until there are that many findings.
function! Soon(count) abort
	for l:i in range(160)
		if len(ale#engine#GetLoclist(bufnr(''))) == a:count
			return 1
		endif
		sleep 50m
	endfor
	return 0
endfunction

function! Findings() abort
	return ale#engine#GetLoclist(bufnr(''))
endfunction

try
	execute 'source' $EDITORS . '/vim/candour.vim'
	edit report.md
	" ALE takes columns for bytes: the line is made ASCII.
	call setline(3, 'They met prior to noon.')
	set filetype=markdown
	ALELint
	call Check('finding-arrives', Soon(1), Findings())
	let s:found = get(Findings(), 0, {})
	call Check('its-place', get(s:found, 'lnum') == 3 &&
		\ get(s:found, 'col') == 10, s:found)
	call Check('code-is-the-rule',
		\ get(s:found, 'code', '') ==# 'language/plain-words', s:found)
	call setline(3, 'They met before noon.')
	ALELint
	call Check('mended-text-has-none', Soon(0), Findings())
catch
	call Check('script', 0, v:exception . ' at ' . v:throwpoint)
endtry
call Out('done')
qall!
