# The rules compiled when the program was built find what the same rules do
# when they are read from their files, and are made the same each time.
. "$(dirname "$0")/lib/golden.sh"
root=$golden/../..
cd "$root" || exit 1

same() { # name, arguments...
	name=$1
	shift
	"$CANDOUR" "$@" --jobs 1 corpus >"$work/prepared" 2>&1
	"$CANDOUR" "$@" --jobs 1 --rules rules corpus >"$work/read" 2>&1
	if [ -s "$work/prepared" ] && cmp -s "$work/prepared" "$work/read"; then
		ok "$name"
	else
		not_ok "$name" "$(diff "$work/prepared" "$work/read" | head -5)"
	fi
}

# sarif and html hold all that a rule says of itself; with the register and
# the assurance table nothing of the compiled set is left out.
for format in text sarif html; do
	same "check-$format" check --show-suppressed --format $format
done
same register register --format json
same assure assure --format json
if "$CANDOUR" rules --format json >"$work/prepared" &&
	"$CANDOUR" rules --rules rules --format json >"$work/read" &&
	cmp -s "$work/prepared" "$work/read"; then
	ok rules
else
	not_ok rules "$(diff "$work/prepared" "$work/read" | head -5)"
fi
# As the Makefile does: a number may look like an address, once.
make_again() {
	for try in 1 2 3 4 5; do
		build/prepare corpus/*.md build/gen/passages.md \
			build/gen/paragraphs.md >"$work/made" && return
	done
	return 1
}

if [ -x build/prepare ]; then
	if make_again && cmp -s "$work/made" build/gen/prepared_rules.c; then
		ok made-again-the-same
	else
		not_ok made-again-the-same
	fi
fi
exit $failures
