# A Vale project is read as it is: .vale.ini, styles, vocabulary, comments.
. "$(dirname "$0")/lib/golden.sh"
here=tests/golden/vale
out=$work

compare() { # file what
	if [ -n "${UPDATE:-}" ]; then
		cp "$out/$1" "tests/golden/expected/vale-$1"
	fi
	if diff "tests/golden/expected/vale-$1" "$out/$1"; then
		ok "$2"
	else
		not_ok "$2"
	fi
}

"$CANDOUR" check --only-styles --format unix "$here" "$here/small.note" >"$out/found" \
	2>"$out/notes.given"
sed "s|$PWD/||g" "$out/notes.given" >"$out/notes"
compare found "a Vale project gives what Vale gives"
compare notes "what is not obeyed, left out or can never fire is named"

"$CANDOUR" config "$here/drafts/one.md" | sed "s|$PWD/||g" >"$out/config"
compare config "config shows what a .vale.ini asks for"

"$CANDOUR" test --styles $here/styles --style House >"$out/cases" 2>/dev/null
compare cases "the tests of a style's rules run"

# Where both are, candour's own configuration counts.
mkdir "$out/both"
cp -R $here/. "$out/both"
printf 'styles: styles\nstyle: [House]\nonly-styles: true\nvocab: [Ours]\n' \
	>"$out/both/.candour.yml"
(cd "$out/both" && "$CANDOUR" check --format unix drafts/one.md) \
	>"$out/both.found" 2>/dev/null
if [ "$(cat "$out/both.found")" = \
	"drafts/one.md:1:1: warning: 7.00 words [House/Small]
drafts/one.md:1:1: error: No summary (0) [House/Summary]
drafts/one.md:1:6: warning: 'shout' is loud [House/Loud]
drafts/one.md:1:6: warning: 'shout' again [House/Twice]
drafts/one.md:1:12: warning: 'shout' is loud [House/Loud]
drafts/one.md:1:21: warning: 'the' again [House/Twice]" ]; then
	ok ".candour.yml goes before .vale.ini"
else
	not_ok ".candour.yml goes before .vale.ini" "$(cat "$out/both.found")"
fi

# Broken ones are told in a line and never crash.
printf 'MinAlertLevel = loud\n[*]\nBasedOnStyles = Nowhere\n' \
	>"$out/both/.vale.ini"
rm "$out/both/.candour.yml"
(cd "$out/both" && "$CANDOUR" check report.md) >/dev/null \
	2>"$out/broken"
if grep -q "vale.ini:1:1: MinAlertLevel is" "$out/broken"; then
	ok "a wrong level is an error with its line"
else
	not_ok "a wrong level is an error with its line" "$(cat "$out/broken")"
fi
printf '[*]\nBasedOnStyles = Nowhere\n' >"$out/both/.vale.ini"
(cd "$out/both" && "$CANDOUR" check report.md) >/dev/null \
	2>"$out/broken"
if grep -q "vale.ini:2:1: there is no style 'Nowhere'" "$out/broken"; then
	ok "a style that is not there is an error with its line"
else
	not_ok "a style that is not there is an error with its line" \
		"$(cat "$out/broken")"
fi
exit $failures
