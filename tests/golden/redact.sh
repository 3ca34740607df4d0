# --redact: no word of the report in any format of any command, nor in what
# goes to standard error.
. "$(dirname "$0")/lib/golden.sh"
corpus=$PWD/corpus
cd "$work" || exit 1

# A name in nearly every sentence, and in comments to candour.
for file in old new; do
	sed -e 's/ the / the Quenbury /g' -e 's/ of / of Quenbury /g' \
		-e 's/^\(#.*\)$/\1 Quenbury/' "$corpus/sar-doreen.md" >$file.md
done
sed -i.bak -e 's/ by [0-9].*$/ soon, Quenbury./' -e 's/signed off/seen/' new.md
printf '\n%s\n' '<!-- candour: ignore language/ -- as Quenbury asked -->' \
	'Various Quenbury agencies should utilise it.' >>new.md
[ "$(grep -c Quenbury new.md)" -gt 50 ] && ok the-name-is-everywhere ||
	not_ok the-name-is-everywhere

formats_of() { # command
	"$CANDOUR" help "$1" | sed '1,/^Formats/d; /^$/,$d' |
		sed -n 's/^  \([a-z0-9]*\)  *.*/\1/p'
}

for command in check register assure outline compare; do
	words="new.md"
	extra=
	[ $command = check ] && extra=--show-suppressed
	[ $command = compare ] && words="old.md new.md"
	for format in $(formats_of $command); do
		# The names of files are words on purpose.
		# shellcheck disable=SC2086
		"$CANDOUR" $command --no-config --redact --format "$format" \
			$extra $words >out 2>&1
		if grep -q Quenbury out; then
			not_ok "$command-$format-has-no-word" \
				"$(grep Quenbury out | head -n 3)"
		elif ! [ -s out ]; then
			not_ok "$command-$format-says-something"
		else
			ok "$command-$format-has-no-word"
		fi
	done
done
status_is a-diff-cannot-be-redacted 2 "$CANDOUR" check --diff --redact new.md
error_is a-diff-that-cannot-be-redacted-is-told \
	"candour: '--diff' shows words of the report, '--redact' none"
exit $failures
