# Completion: what bash offers, and that the other shells can read theirs.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1
status_is bash-has-completion 0 "$CANDOUR" help --completion bash
cp "$work/out" candour.bash
status_is zsh-has-completion 0 "$CANDOUR" help --completion zsh
cp "$work/out" _candour
status_is fish-has-completion 0 "$CANDOUR" help --completion fish
cp "$work/out" candour.fish
status_is another-shell-has-none 2 "$CANDOUR" help --completion tcsh

offered() { # name, wanted, words of the command line...
	name=$1
	want=$2
	shift 2
	got=$(bash -c '. ./candour.bash
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_candour
		echo "${COMPREPLY[*]}"' bash "$@" 2>&1)
	if [ "$got" = "$want" ]; then
		ok "$name"
	else
		not_ok "$name" "got:  $got" "want: $want"
	fi
}

if command -v bash >/dev/null; then
	touch report.md
	offered commands-are-offered compare candour com
	offered options-are-offered --staged candour check --sta
	offered levels-are-offered never candour check --fail-on ne
	offered formats-are-offered sarif candour check --format sa
	offered formats-are-the-command-s csv candour register -f c
	offered files-are-offered report.md candour check rep
	offered a-file-may-come-first report.md candour rep
fi
if command -v zsh >/dev/null; then
	zsh -n _candour && ok zsh-reads-it || not_ok zsh-reads-it
fi
if command -v fish >/dev/null; then
	fish --no-execute candour.fish && ok fish-reads-it ||
		not_ok fish-reads-it
fi
exit $failures
