# What each format prints for two small files and two small rules.
. "$(dirname "$0")/lib/golden.sh"
cd "$golden/input" || exit 1

for format in text unix json jsonl html sarif github checkstyle rdjsonl lsp; do
	status_is "check-$format-ends-with-1" 1 "$CANDOUR" check \
		--rules ../rules --only golden --profile general --format $format \
		report.md clean.txt
	output_is "check.$format"
done
status_is redacted-ends-with-1 1 "$CANDOUR" check --rules ../rules \
	--only golden --profile general --redact report.md
output_is check-redacted.text
exit $failures
