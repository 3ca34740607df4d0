# Pairs of drafts: what must be told as softened, and what must not.
# compare/pairs.txt: "=== name", "+ kind" for each softening, lines of the
# old draft with "- ", of the new one with "> ".
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

awk '
/^=== / { name = $2; printf "" >name ".old.md"; printf "" >name ".new.md"
	printf "" >name ".want"; print name; next }
/^\+ / { print substr($0, 3) >name ".want"; next }
/^-/ { print substr($0, 3) >name ".old.md"; next }
/^>/ { print substr($0, 3) >name ".new.md" }
' "$golden/compare/pairs.txt" >names

pairs=0
for name in $(cat names); do
	pairs=$((pairs + 1))
	for draft in old new; do
		{
			echo '# Safeguarding Adults Review'
			echo
			echo 'This report is about the care of Edith.'
			echo
			cat "$name.$draft.md"
		} >"$draft.md"
	done
	"$CANDOUR" compare --format json old.md new.md >"$name.json"
	sed -n 's/^ *"kind": "\([a-z-]*\)".*/\1/p' "$name.json" |
		sort -u >"$name.got"
	sort -u "$name.want" | comm -12 - "$name.got" >>right
	sort -u "$name.want" | comm -23 - "$name.got" |
		sed "s/^/$name: /" >>missed
	sort -u "$name.want" | comm -13 - "$name.got" |
		sed "s/^/$name: /" >>wrong
done
right=$(grep -c . right)
missed=$(grep -c . missed)
wrong=$(grep -c . wrong)
echo "$pairs pairs: precision $right/$((right + wrong))," \
	"recall $right/$((right + missed))"
if [ "$pairs" -ge 40 ] && [ "$missed" -eq 0 ]; then
	ok softenings-are-told
else
	not_ok softenings-are-told "$(cat missed)"
fi
if [ "$wrong" -eq 0 ]; then
	ok harmless-edits-are-not
else
	not_ok harmless-edits-are-not "$(cat wrong)"
fi

printf 'Anyshire Police failed to share the plan with the school.\n' >a.md
printf 'Intro.\n\nThe plan was not shared with the school.\n' >b.md
status_is a-softening-gives-1 1 "$CANDOUR" compare a.md b.md
output_is compare.text
status_is as-markdown-too 1 "$CANDOUR" compare --format markdown a.md b.md
output_is compare.markdown
status_is as-json-too 1 "$CANDOUR" compare --format json a.md b.md
output_is compare.json
status_is redacted-holds-no-words 1 "$CANDOUR" compare --redact a.md b.md
if grep -qi 'police\|school' "$work/out"; then
	not_ok no-words-are-left "$(cat "$work/out")"
else
	ok no-words-are-left
fi
status_is the-same-gives-0 0 "$CANDOUR" compare a.md a.md
status_is one-draft-is-too-few 2 "$CANDOUR" compare a.md
status_is a-missing-draft-gives-2 2 "$CANDOUR" compare a.md gone.md
exit $failures
