# Passages made up for the purpose: what the assurance rules take for a
# statement or a hint of disagreement, and what only sounds like it.  One a
# line of passages.tsv: a statement's key and yes or no, or "open", "told"
# or "apart" (a quarrel inside the case) and "-"; the heading; the text,
# where "T: " is a table's row and "L: " a line by itself.
. "$(dirname "$0")/lib/golden.sh"

mkdir "$work/in"
awk -F'\t' -v dir="$work/in" '
{
	file = sprintf("%s/%04d.md", dir, NR)
	text = $4
	if (text ~ /^T: /)
		text = "|  |  |\n|---|---|\n| Title | Edith |\n| " \
			substr(text, 4) " |"
	sub(/^L: /, "", text)
	printf "# Safeguarding Adults Review: Edith\n\n## %s\n\n%s\n\n" \
		"## The facts\n\nEdith lived alone in a flat. She fell in " \
		"March and went to hospital.\n", $3, text >file
	close(file)
}' "$golden/passages.tsv"

cd "$work/in" || exit 1
"$CANDOUR" check --only accountability --only disagreement/unacknowledged \
	--format unix --fail-on never . >"$work/found" 2>"$work/err"
awk -F'\t' -v found="$work/found" '
BEGIN {
	while ((getline line <found) > 0) {
		number = substr(line, 1, index(line, ".md:") - 1) + 0
		match(line, /\[[a-z\/-]*\]$/)
		rule = substr(line, RSTART + 1, RLENGTH - 2)
		sub(/^.*\//, "", rule)
		flagged[number, rule] = 1
	}
}
{
	is_open = ((NR, "unacknowledged") in flagged)
	if ($2 == "-")
		is_right = (is_open == ($1 == "open"))
	else
		is_right = (((NR, $1) in flagged) == ($2 == "no"))
	if (!is_right)
		print $1 " " $2 ": " $4
	all++
	right += is_right
}
END { print right " of " all " passages" }' "$golden/passages.tsv" \
	>"$work/result"
if [ "$(wc -l <"$work/result")" -eq 1 ]; then
	ok "passages: $(cat "$work/result")"
else
	not_ok passages "$(cat "$work/result")"
fi
exit "$failures"
