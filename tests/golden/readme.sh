# The README's example is what the program prints, and its commands exist.
. "$(dirname "$0")/lib/golden.sh"
readme=$golden/../../README.md

# The fenced block after a marker.
block() {
	awk -v marker="<!-- $1 -->" '
		$0 == marker { found = 1; next }
		found && /^```/ { if (inside) exit; inside = 1; next }
		inside { print }' "$readme"
}

cd "$work" || exit 1
block passage >draft.md
block findings >want
"$CANDOUR" --only disagreement --only recommendation draft.md >got
if [ "${UPDATE:-}" = 1 ]; then
	awk '
		$0 == "<!-- findings -->" { print; print "```"
			while ((getline line < "got") > 0) print line
			print "```"; skip = 2; next }
		skip > 0 { if (/^```/) skip--; next }
		{ print }' "$readme" >new && cp new "$readme"
	block findings >want
fi
if diff -u want got >diff; then
	ok readme-shows-what-is-printed
else
	not_ok readme-shows-what-is-printed "$(cat diff)" \
		"UPDATE=1 CANDOUR=./candour sh tests/golden/readme.sh mends it"
fi

sed -n 's/^    candour \([a-z]*\) .*/\1/p' "$readme" | sort -u >commands
while read -r command; do
	[ "$command" = report ] && continue
	"$CANDOUR" help "$command" >/dev/null 2>&1 &&
		ok "readme-command-$command-exists" ||
		not_ok "readme-command-$command-exists"
done <commands
exit $failures
