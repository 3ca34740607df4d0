#!/bin/sh
# A rule that defeats the matcher is named: candour rules --cost.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/rules"
cat >"$work/rules/phrase.yml" <<'EOF'
extends: existence
message: m
tokens: [going forward]
EOF
cat >"$work/rules/word.yml" <<'EOF'
extends: existence
message: m
tokens: ['lessons? .{0,20}learned']
EOF
cat >"$work/rules/everywhere.yml" <<'EOF'
extends: existence
message: m
raw: ['[?]{3,}']
EOF
cat >"$work/rules/calls-itself.yml" <<'EOF'
extends: existence
message: m
raw: ['\((?:[^()]|(?R))*\)']
EOF
want="calls-itself,0,0,1,1
everywhere,0,0,1,0
word,0,1,0,0
phrase,1,0,0,0"
"$CANDOUR" rules --cost --rules "$work/rules" --format csv |
	grep -E '^(calls-itself|everywhere|word|phrase),' | tr -d '\r' \
	>"$work/got"
if [ "$(cat "$work/got")" = "$want" ]; then
	echo "ok rules are listed by how dear they are"
else
	cat "$work/got"
	echo "not ok rules are listed by how dear they are"
fi
