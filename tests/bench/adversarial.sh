#!/bin/sh
# What `make bench-adversarial` prints: texts made to be slow, each at two
# sizes, the second twice the first.  Fails when doubling a text takes more
# than 2.6 times as long (a square takes 4), or more time than its bound.
# Arguments: the program, the folder of the tools that make built.
set -eu
candour=$1
tools=$2
scale=${SCALE:-1} # part of the sizes named in the table: SCALE=10, a tenth
slack=${SLACK:-1} # times the bounds, on a machine that is slow or busy
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# Seconds of processor for one file.
seconds() { # file, options...
	file=$1
	shift
	"$tools/pair" 1 "$candour" --no-config --format unix --jobs 1 "$@" \
		"$file" -- true | awk '{ print $5 / 1000 }'
}

# The kind, bytes in full, and what it may take: seconds for each MB.
try() { # name, kind, bytes, bound, options...
	name=$1
	kind=$2
	bytes=$(($3 / scale))
	bound=$4
	shift 4
	"$tools/generate" "$kind" $((bytes / 2)) >"$work/half.md"
	"$tools/generate" "$kind" "$bytes" >"$work/whole.md"
	half=$(seconds "$work/half.md" "$@")
	whole=$(seconds "$work/whole.md" "$@")
	verdict=$(echo "$half $whole $bytes $bound $slack" | awk '{
		may = (0.05 + $4 * $3 / 1e6) * $5
		is_square = ($2 > 0.2 && $2 > 2.6 * $1)
		is_slow = (is_square || $2 > may)
		times = 0
		if ($1 > 0)
			times = $2 / $1
		printf("%s %.2f %.2f", is_slow ? "SLOW" : "ok", may, times)
	}')
	# shellcheck disable=SC2086
	set -- $verdict
	printf '%-34s %8.2f s (may %s), twice the text %s x  %s\n' \
		"$name" "$whole" "$2" "$3" "$1"
	[ "$1" = ok ] || failures=$((failures + 1))
}

mkdir "$work/rules" "$work/rules/hard"
cat >"$work/rules/hard/backtracking.yml" <<'END'
extends: existence
message: "'%s'"
nonword: true
tokens:
  - '(?:a+)+$'
  - '(?:\w+\s*)+[:;]'
END

try "one line of 100 MB" line 100000000 1.5
try "10 million words of one letter" letters 20000000 0.3
try "1 million headings" headings 10000000 0.5
try "100,000 lists in each other" nested-lists 200000 0.5
try "100,000 quotations in each other" nested-quotes 100000 0.5
try "a text that is all findings" matches 10000000 1.0
try "a pattern that backtracks" joined 1000000 60 \
	--rules "$work/rules" --only hard
exit $failures
