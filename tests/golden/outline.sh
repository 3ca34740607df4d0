# What the outline shows of a small report in Markdown and in plain text.
. "$(dirname "$0")/lib/golden.sh"
cd "$golden/input/outline" || exit 1

for format in text plain json; do
	status_is "outline-$format-ends-with-0" 0 "$CANDOUR" outline \
		--profile sar --format $format report.md
	output_is "outline-markdown.$format"
done
for format in text plain; do
	status_is "outline-$format-of-text-ends-with-0" 0 "$CANDOUR" outline \
		--profile sar --format $format report.txt
	output_is "outline-text.$format"
done
status_is outline-redacted-ends-with-0 0 "$CANDOUR" outline --profile sar \
	--redact report.md
output_is outline-redacted.text
exit $failures
