# Findings put aside by comments, in Markdown and in Word.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

prints() { # name, what the last command printed
	if [ "$(cat "$work/out")" = "$2" ]; then ok "$1"; else
		not_ok "$1" "$(cat "$work/out")"; fi
}
check() {
	"$CANDOUR" check --format unix --only language/plain-words \
		--enable document/ --fail-on suggestion "$@"
}

cat >a.md <<'END'
# The minutes

<!-- candour: ignore language/plain-words -- the words of the policy -->
The team met prior to the visit.

They met prior to that. They met <!-- candour: ignore language/plain-words -- same --> prior to this.

<!-- candour: off language/ -- old minutes -->

- He wrote prior to noon.
- She wrote prior to noon.

<!-- candour: on language/ -->

She came prior to noon.
END
status_is one-block-and-a-range-are-put-aside 1 check a.md
prints what-is-left "a.md:15:10: suggestion: Try 'before' for 'prior to'. [language/plain-words]"
status_is reasons-are-shown 1 "$CANDOUR" check --only language/plain-words \
	--fail-on suggestion --show-suppressed a.md
output_is suppressed.text
status_is reasons-are-in-json 1 "$CANDOUR" check --only language/plain-words \
	--fail-on suggestion --show-suppressed --format json a.md
output_is suppressed.json

cat >b.md <<'END'
<!-- candour: ignore language/plain-words -->
One met prior to noon.

<!-- candour: ignore language/plain-words -- no longer needed -->
Two met before noon.

<!-- candour: ignore language/plain-wrods -- a slip -->
<!-- candour: on language/plain-words -->
<!-- candour: hide language/plain-words -- x -->
<!-- candour: ignore language/plain-words because -->
Three met before noon.
END
status_is wrong-comments-are-findings 1 check b.md
prints what-is-wrong-with-them "b.md:2:1: warning: the comment 'ignore \
language/plain-words' gives no reason, and puts nothing aside \
[document/suppression-reason]
b.md:2:9: suggestion: Try 'before' for 'prior to'. [language/plain-words]
b.md:5:1: warning: the comment 'ignore language/plain-words -- no longer \
needed' puts nothing aside [document/suppression-unused]
b.md:11:1: warning: the comment 'hide language/plain-words -- x' is not \
understood: it begins with neither 'ignore', 'off' nor 'on' \
[document/suppression-malformed]
b.md:11:1: warning: the comment 'ignore language/plain-words because' is not \
understood: '--' and the reason must follow the rule \
[document/suppression-malformed]
b.md:11:1: warning: the comment 'ignore language/plain-wrods -- a slip' is \
not understood: there is no such rule [document/suppression-malformed]
b.md:11:1: warning: the comment 'on language/plain-words' is not understood: \
no 'off' for this rule stands before it [document/suppression-malformed]"

printf '<!-- candour: ignore accountability/impasse -- none arose -->\nText.\n' \
	>c.md
status_is absences-are-put-aside 0 "$CANDOUR" check --fail-on suggestion \
	--profile sar --only accountability/impasse c.md
printf '<!-- candour: ignore language/jargon -- x -->\nText.\n' >d.md
status_is rules-that-are-off-leave-no-unused 0 check --disable \
	language/jargon d.md

cp "$golden/input/aside/minutes.docx" .
status_is word-comments-put-aside 1 check minutes.docx
prints what-is-left-in-word "minutes.docx:3:10: suggestion: Try 'before' for \
'prior to'. [language/plain-words]
minutes.docx:7:10: suggestion: Try 'before' for 'prior to'. \
[language/plain-words]"
exit $failures
