# Edits that need no thought: shown, made, and never in Word files.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

check() {
	"$CANDOUR" check --format unix --only language/plain-words \
		--only language/doubled-word --fail-on suggestion "$@"
}

cat >a.md <<'END'
# A review

The nurse rang the
the surgery prior to the visit.

> "He came prior to noon."

One. Two.

Prior to **that** the the team utilised the tool; see `prior to`.
They met in the event of a fire, prior
to noon, and commenced.

The end.
END
cp a.md before.md
printf 'They met prior to noon.' >b.txt
status_is diff-says-that-there-is-something 1 check --diff a.md b.txt
output_is fix.diff
cmp -s a.md before.md && ok diff-changes-nothing || not_ok diff-changes-nothing
if command -v patch >/dev/null; then
	patch -s -p1 <"$work/out" && mv a.md patched.md && mv b.txt patched.txt
	cp before.md a.md
	printf 'They met prior to noon.' >b.txt
fi
chmod 640 a.md
status_is what-is-left-is-told 1 check --fix a.md b.txt
cp a.md "$work/out"
output_is fixed.md
[ "$(stat -c %a a.md)" = 640 ] && ok mode-is-kept || not_ok mode-is-kept
[ "$(cat b.txt)" = "They met before noon." ] && ok last-line-has-no-end ||
	not_ok last-line-has-no-end "$(cat b.txt)"
if [ -e patched.md ]; then
	cmp -s a.md patched.md && cmp -s b.txt patched.txt &&
		ok diff-and-fix-agree || not_ok diff-and-fix-agree
fi
status_is nothing-to-mend-is-no-diff 0 check --diff a.md

cp "$golden/input/aside/known.docx" .
cp known.docx before.docx
status_is word-files-are-left-alone 1 check --fix known.docx
cmp -s known.docx before.docx && ok word-file-is-as-it-was ||
	not_ok word-file-is-as-it-was
error_is and-annotate-is-named "candour: note: known.docx: 2 edits could be \
made, but not in this kind of file; see 'candour annotate'"
status_is standard-input-cannot-be-mended 2 check --fix - <before.md
status_is but-shown 1 check --diff - <before.md
exit $failures
