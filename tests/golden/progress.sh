# A long run says how far it is, on a terminal and nowhere else.
. "$(dirname "$0")/lib/golden.sh"
if ! script -qec true /dev/null >/dev/null 2>&1; then
	ok progress-needs-a-terminal-to-be-made
	exit 0
fi
cd "$work" || exit 1
mkdir few many
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	for j in 1 2 3 4 5; do echo Clean. >many/$i-$j.md; done
	echo Clean. >few/$i.md
done

# What a terminal gets when the result goes to a file.
shown() { # arguments...
	script -qec "'$CANDOUR' check $* >result" /dev/null </dev/null
}

case $(shown many) in
*"60 of 60 reports"*) ok a-long-run-is-shown ;;
*) not_ok a-long-run-is-shown "$(shown many | od -c | tail -n 5)" ;;
esac
[ -z "$(shown few)" ] && ok a-short-run-is-not || not_ok a-short-run-is-not
[ -z "$(shown --quiet many)" ] && ok a-quiet-run-is-not ||
	not_ok a-quiet-run-is-not
status_is no-terminal-no-progress 0 "$CANDOUR" check many
[ ! -s "$work/err" ] && ok standard-error-is-empty ||
	not_ok standard-error-is-empty "$(cat "$work/err")"
exit $failures
