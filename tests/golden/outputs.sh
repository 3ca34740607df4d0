# Several formats at once, each to its place.
. "$(dirname "$0")/lib/golden.sh"
rules=$golden/rules
cd "$work" || exit 1
echo 'Various people came.' >a.md

check() {
	"$CANDOUR" check --rules "$rules" --only golden "$@" a.md
}

same() { # name, file, file
	if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1"; fi
}

check --format json >want.json
check --format sarif >want.sarif
check --format unix >want.unix
check --format sarif --output alone.sarif
same output-comes-after-its-format alone.sarif want.sarif
check --output alone.sarif --format sarif
same or-before-it alone.sarif want.sarif
status_is two-formats-give-findings 1 \
	check --format json --output a.json --format sarif --output b.sarif
same the-first-goes-to-the-first a.json want.json
same the-second-goes-to-the-second b.sarif want.sarif
status_is one-may-be-shown 1 \
	check --format sarif --output c.sarif --format unix
same the-shown-one-is-shown "$work/out" want.unix
status_is a-dash-shows-it 1 \
	check --format unix --output - --format json --output d.json
same the-dashed-one-is-shown "$work/out" want.unix
status_is two-cannot-be-shown 2 check --format json --format unix
error_is two-shown-are-explained "candour: formats 'json' and 'unix' would go \
to one place; give each its --output"
status_is two-cannot-be-one-file 2 \
	check --format json --output e --format unix --output e
status_is an-output-too-many-gives-2 2 \
	check --format json --output e --output f
status_is one-that-fails-gives-2 2 \
	check --format json --output no/such --format unix --output g.unix
same the-others-are-written g.unix want.unix
# Who may not read a report may not read what quotes it.
umask 022
cp "$golden/input/report.md" private.md
chmod 640 private.md
status_is a-result-is-written 0 "$CANDOUR" check --no-config --fail-on never \
	-o private.txt private.md
[ "$(ls -l private.txt | cut -c 1-10)" = "-rw-r-----" ] &&
	ok a-result-is-as-private-as-its-input ||
	not_ok a-result-is-as-private-as-its-input "$(ls -l private.txt)"
cp "$golden/input/aside/known.docx" private.docx
chmod 600 private.docx
status_is a-copy-is-written 0 "$CANDOUR" annotate --no-config private.docx \
	-o copy.docx
[ "$(ls -l copy.docx | cut -c 1-10)" = "-rw-------" ] &&
	ok a-copy-is-as-private-as-its-input ||
	not_ok a-copy-is-as-private-as-its-input "$(ls -l copy.docx)"
exit $failures
