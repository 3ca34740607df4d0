# Known findings: written, left out, pruned; and what survives.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

prints() { # name, what the last command printed
	if [ "$(cat "$work/out")" = "$2" ]; then ok "$1"; else
		not_ok "$1" "$(cat "$work/out")"; fi
}
check() {
	"$CANDOUR" check --format unix --profile sar --only language/plain-words \
		--only accountability/impasse --fail-on suggestion "$@"
}

cat >known.md <<'END'
# A review

3.1 Prior to the visit the file was not opened, and nobody rang.

3.2 They met prior to that. They met prior to that.
END
status_is writing-leaves-nothing-to-say 0 check --write-baseline b.json \
	known.md
status_is what-is-known-is-left-out 0 check --baseline b.json known.md
error_is and-counted "candour: note: 4 known findings left out"
cp b.json first.json
status_is writing-again-gives 0 check --write-baseline b.json known.md
cmp -s b.json first.json && ok equal-bytes || not_ok equal-bytes

cat >moved.md <<'END'
# A review

It begins with something else.

1. Another paragraph.
2. They met *prior to*
   that. They met prior to that.
3. Prior to the visit the file
   was not opened, and nobody rang.
END
status_is reflow-and-numbers-do-not-matter 0 check --baseline b.json moved.md
cp "$golden/input/aside/known.docx" .
status_is word-is-the-same 0 check --baseline b.json known.docx
cat >>known.md <<'END'

They met prior to that. They wrote prior to noon.
END
status_is what-is-new-is-told 1 check --baseline b.json known.md
prints the-third-of-two-and-a-new-one "known.md:7:10: suggestion: Try \
'before' for 'prior to'. [language/plain-words]
known.md:7:36: suggestion: Try 'before' for 'prior to'. [language/plain-words]"

cp known.md other.md
printf '# B\n\nThey met on Monday.\n' >new.md
status_is absence-is-known-of-its-report-only 1 check --baseline b.json \
	known.docx new.md
prints absence-of-the-other "new.md:1:3: suggestion: The report does not say \
what happens where agreement cannot be reached [accountability/impasse]"

printf '# A review\n\nPrior to the visit the file was not opened, and nobody rang.\n' \
	>known.md
status_is pruning-takes-out-what-is-mended 0 check --baseline b.json \
	--prune-baseline known.md
grep -q 'candour: note: 2 findings taken out of b.json' "$work/err" &&
	ok pruning-says-how-many || not_ok pruning-says-how-many \
	"$(cat "$work/err")"
status_is pruned-ones-come-back-as-new 1 check --baseline b.json other.md

printf '{"version": 1,\n "files": [],\n "findings": [}\n' >broken.json
status_is broken-file-gives-2 2 check --baseline broken.json known.md
grep -q '^candour: broken.json:3:15: ' "$work/err" && ok broken-is-placed ||
	not_ok broken-is-placed "$(cat "$work/err")"
printf '{"version": 1, "files": [], "findings": [{"rule": "x"}]}' >broken.json
status_is wrong-entry-gives-2 2 check --baseline broken.json known.md
error_is wrong-entry-is-told "candour: broken.json: entry 1 of 'findings' is \
broken: it needs 'rule' and 'fingerprint'"
status_is other-json-gives-2 2 check --baseline /dev/null known.md
status_is missing-file-gives-2 2 check --baseline gone.json known.md
status_is prune-needs-a-baseline 2 check --prune-baseline known.md
exit $failures
