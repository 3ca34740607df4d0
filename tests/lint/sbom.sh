#!/bin/sh
# The bill of materials: JSON, the fields that SPDX 2.3 asks for, and every
# library that the program is bound to in it.
set -u
make -s sbom || exit 1
bill=$(ls build/candour-*.spdx.json)
status=0

complain() {
	echo "$bill: $*"
	status=1
}

if command -v python3 >/dev/null; then
	python3 -c 'import json, sys
json.load(open(sys.argv[1]))' "$bill" || complain "no JSON"
fi
for field in '"spdxVersion": "SPDX-2.3"' '"dataLicense": "CC0-1.0"' \
	'"SPDXID": "SPDXRef-DOCUMENT"' '"documentNamespace": "https://' \
	'"created": "20[0-9-]*T[0-9:]*Z"' '"creators": \[ "Tool: '; do
	[ "$(grep -c "^ *$field" "$bill")" -eq 1 ] || complain "lacks $field"
done
# Each package has an id of its own, a name, a place, a licence, and is
# what the program is or depends on.
count=$(grep -c '"SPDXID": "SPDXRef-[a-z]' "$bill")
[ "$count" -gt 7 ] || complain "has $count packages"
for field in name downloadLocation licenseDeclared versionInfo; do
	[ "$(grep -c "^      \"$field\": \"..*\"" "$bill")" -eq "$count" ] ||
		complain "a package lacks $field"
done
[ "$(grep -c '"relatedSpdxElement"' "$bill")" -eq "$count" ] ||
	complain "a package has no relationship"
grep -q '"licenseDeclared": "NOASSERTION"' "$bill" &&
	complain "a licence is not known: see tools/sbom.sh"
for file in $(ldd candour 2>/dev/null | awk '/=> \// { print $3 }' |
	grep -v '/libm\.so'); do
	grep -q "$(sha256sum "$file" | cut -d ' ' -f 1)" "$bill" ||
		complain "lacks $file"
done
exit $status
