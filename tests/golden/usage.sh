# Exit statuses, and what is said when something is wrong.
. "$(dirname "$0")/lib/golden.sh"
cd "$golden/input" || exit 1

check() {
	"$CANDOUR" check --rules ../rules --only golden "$@"
}

status_is clean-file-gives-0 0 check clean.txt
status_is findings-give-1 1 check report.md
status_is bare-file-is-checked 0 "$CANDOUR" clean.txt --fail-on never
status_is options-before-a-file-are-for-check 0 "$CANDOUR" --fail-on never clean.txt
status_is never-gives-0 0 check --fail-on never report.md
status_is threshold-above-gives-0 0 check --fail-on error report.md
status_is only-suggestions-give-0 0 "$CANDOUR" check --rules ../rules \
	--only golden/stray report.md
status_is suggestions-count-when-asked 1 "$CANDOUR" check --rules ../rules \
	--only golden/stray --fail-on suggestion report.md
status_is disabled-rules-are-silent 0 check --disable golden/vague report.md

status_is missing-file-gives-2 2 check gone.md clean.txt
error_is missing-file-is-named "candour: gone.md: No such file or directory"
status_is others-are-still-read 2 check --format unix gone.md report.md
if grep -q 'report.md:5:6' "$work/out"; then
	ok others-are-still-reported
else
	not_ok others-are-still-reported "$(cat "$work/out")"
fi

status_is unknown-option-gives-2 2 "$CANDOUR" check --fromat json clean.txt
error_is unknown-option-gets-a-suggestion \
	"candour: option '--fromat' is not known here; did you mean '--format'?"
status_is unknown-command-gives-2 2 "$CANDOUR" chekc
error_is unknown-command-gets-a-suggestion \
	"candour: 'chekc' is neither a command nor a file; did you mean 'check'?"
status_is unknown-format-gives-2 2 "$CANDOUR" check --format josn clean.txt
error_is unknown-format-gets-a-suggestion \
	"candour: format 'josn' is not known; did you mean 'json'?"
status_is unknown-rule-gives-2 2 check --disable golden/vaque clean.txt
error_is unknown-rule-gets-a-suggestion \
	"candour: there is no rule 'golden/vaque'; did you mean 'golden/vague'?"
status_is unknown-level-gives-2 2 check --fail-on bad clean.txt
status_is unknown-profile-gives-2 2 check --profile nonesuch clean.txt
status_is no-arguments-give-2 2 "$CANDOUR"
status_is missing-rules-folder-gives-2 2 "$CANDOUR" check --rules gone clean.txt
error_is missing-rules-folder-is-named \
	"candour: gone: No such file or directory"

printf 'extends: existance\nmessage: x\n' >"$work/broken.yml"
status_is wrong-rule-gives-2 2 "$CANDOUR" check --rules "$work" clean.txt
grep -q "broken.yml:1" "$work/err" && ok wrong-rule-is-placed ||
	not_ok wrong-rule-is-placed "$(cat "$work/err")"
rm "$work/broken.yml"

status_is help-gives-0 0 "$CANDOUR" --help
status_is help-of-a-command-gives-0 0 "$CANDOUR" check --help
cp "$work/out" "$work/first"
status_is help-command-gives-0 0 "$CANDOUR" help check
cmp -s "$work/out" "$work/first" && ok both-helps-agree ||
	not_ok both-helps-agree
status_is version-gives-0 0 "$CANDOUR" --version
grep -q '^candour [0-9]' "$work/out" && ok version-is-printed ||
	not_ok version-is-printed
status_is manual-gives-0 0 "$CANDOUR" help --man
grep -q '^\.TH CANDOUR 1' "$work/out" && ok manual-is-roff ||
	not_ok manual-is-roff
for command in check register assure explain rules test help; do
	status_is "$command-has-help" 0 "$CANDOUR" $command --help
done

status_is explain-takes-a-short-name 0 "$CANDOUR" explain --rules ../rules vague
output_is explain.text
status_is a-date-is-a-day 2 "$CANDOUR" check --date tomorrow ../README.md
status_is explain-wants-a-rule 2 "$CANDOUR" explain
status_is examples-pass 0 "$CANDOUR" test ../rules
output_is test.text
exit $failures
