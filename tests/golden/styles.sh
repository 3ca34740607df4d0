#!/bin/sh
# Vale styles load unchanged; what cannot run is named and left out.
here=tests/golden/styles
file=$(mktemp --suffix=.md)
trap 'rm -f "$file" "$file".got "$file".err' EXIT
printf 'It was very late prior to tea. They can'"'"'t really say.\n' >"$file"

"$CANDOUR" check --styles $here --style plain --only-styles --format unix \
	"$file" >"$file.got" 2>"$file.err"
status=$?
sed -i "s|^$file||" "$file.got"
want=":1:8: warning: 'very' is a weasel word! [plain/Weasel]
:1:18: warning: Write 'before', not 'prior to'. [plain/Words]
:1:37: warning: 'can't really' is a weasel word! [plain/Weasel]"
if [ "$(cat "$file.got")" = "$want" ] && [ $status -eq 1 ]; then
	echo "ok a style finds what vale finds"
else
	cat "$file.got"
	echo "not ok a style finds what vale finds"
fi
if grep -q 'plain/Code.yml' "$file.err"; then
	echo "ok a rule that cannot run is named"
else
	cat "$file.err"
	echo "not ok a rule that cannot run is named"
fi
