#!/bin/sh
# Drives real editors, set up as editors/ says, with the program just
# built; closes with "N passed, N failed".  What is not installed fails:
# make test-editors installs it.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# Fresh files for an editor: a text with one finding, a configuration.
prepare() { # folder
	mkdir -p "$work/$1/rules/house" "$work/$1/home"
	printf '# Minutes\n\nThe panel 😀 sat. They met prior to noon.\n\n%s\n' \
		'A plain sentence stands here.' >"$work/$1/report.md"
	printf 'rules:\n  languge/: off\n' >"$work/$1/wrong.yml"
}

run() { # name, command...
	name=$1
	shift
	prepare "$name"
	if ! command -v "$1" >/dev/null 2>&1; then
		echo "not ok $name: $1 is not installed"
		failed=$((failed + 1))
		return
	fi
	(cd "$work/$name" && HOME="$work/$name/home" \
		CANDOUR="$top/candour" EDITORS="$top/editors" \
		timeout 60 "$@") >"$work/log" 2>&1
	sed -n -e '/^ok /p' -e '/^not ok /p' "$work/log"
	ok=$(grep -c '^ok ' "$work/log")
	bad=$(grep -c '^not ok ' "$work/log")
	if ! grep -q '^done$' "$work/log"; then
		echo "not ok $name-came-to-its-end"
		cat "$work/log"
		bad=$((bad + 1))
	fi
	passed=$((passed + ok))
	failed=$((failed + bad))
}

run neovim nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua"
run emacs emacs --batch -q -l "$here/emacs.el"
if command -v vim >/dev/null 2>&1 && [ -d /usr/share/vim-ale ]; then
	run vim vim -N -u NONE -i NONE -n -es -S "$here/vim.vim"
fi
if command -v node >/dev/null 2>&1; then
	run manifest node "$here/manifest.mjs"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
