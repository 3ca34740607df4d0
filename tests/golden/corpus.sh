# Every finding in every report of corpus/, line by line: <name>.expected
# holds what `--format unix` prints, without the path.
. "$(dirname "$0")/lib/golden.sh"
cd "$golden/../.." || exit 1

for report in corpus/*.md corpus/*.txt; do
	name=$(basename "$report")
	name=${name%.*}
	"$CANDOUR" check --format unix --fail-on never --quiet "$report" \
		2>/dev/null | sed "s|^$report:||" >"$work/got"
	if [ "${UPDATE:-0}" = 1 ]; then
		cp "$work/got" "corpus/$name.expected"
	fi
	if [ -s "$work/got" ] &&
		cmp -s "corpus/$name.expected" "$work/got"; then
		ok "corpus $name"
	else
		not_ok "corpus $name" \
			"$(diff "corpus/$name.expected" "$work/got")"
	fi
done
exit "$failures"
