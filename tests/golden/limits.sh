# What is cut short at a limit is said.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

{
	printf '# Review\n\n## Recommendations\n\n1. The Board should'
	i=0
	while [ $i -lt 400 ]; do
		printf ' review the log and keep it,'
		i=$((i + 1))
	done
	printf ' by 4 May 2025.\n2. The Board should publish it.\n'
} >long.md
"$CANDOUR" check --no-config -f unix long.md >found
if [ "$(grep -c 'document/recommendation-cut' found)" = 1 ] &&
	grep -q '^long.md:5:4: warning: only the first 2000 words' found; then
	ok a-recommendation-not-read-to-its-end-is-said
else
	not_ok a-recommendation-not-read-to-its-end-is-said "$(cat found)"
fi
exit $failures
