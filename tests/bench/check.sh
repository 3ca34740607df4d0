#!/bin/sh
# What `make bench-check` does: counts the instructions of five fixed runs
# (valgrind's callgrind, the same each time) and takes their peak memory,
# and fails when one is over 5 % above what tests/bench/recorded.tsv has.
# RECORD=1 writes that file anew.  Under valgrind the prepared rules are copied
# (src/base/home.h): 4.4 million instructions that no other run has.
# Arguments: the program, the folder of the tools that make built.
set -eu
candour=$1
tools=$2
recorded=tests/bench/recorded.tsv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$tools/generate" report 100000 >"$work/100k.md"
"$tools/generate" report 300000 >"$work/300k.md"
"$tools/pack" <"$work/300k.md" >"$work/300k.docx"

# One line: name, instructions, peak memory in KiB.
measure() { # name, arguments of candour...
	name=$1
	shift
	status=0
	# In the sandbox valgrind could write nothing down.
	valgrind --tool=callgrind --callgrind-out-file="$work/counts" \
		"$candour" "$@" --no-sandbox --output "$work/printed" \
		>/dev/null 2>"$work/log" || status=$?
	if [ $status -gt 1 ]; then
		cat "$work/log" >&2
		exit 1
	fi
	instructions=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/log")
	# The least of some: the kernel now and then maps more of a file.
	peak=$(for turn in 1 2 3 4 5; do
		"$tools/pair" 1 "$candour" "$@" -- true
	done | awk 'NR == 1 || $6 < least { least = $6 }
		END { printf "%d", least * 1024 }')
	printf '%s\t%s\t%s\n' "$name" "$instructions" "$peak"
}

check="check --no-config --jobs 1"
{
	printf 'run\tinstructions\tKiB\n'
	measure start help
	# shellcheck disable=SC2086
	measure report-100k $check "$work/100k.md"
	# shellcheck disable=SC2086
	measure json-300k $check --format json "$work/300k.md"
	# shellcheck disable=SC2086
	measure word-300k $check --format unix "$work/300k.docx"
	measure register-300k register --no-config --jobs 1 --format json \
		"$work/300k.md"
} >"$work/now.tsv"

if [ "${RECORD:-}" = 1 ]; then
	cp "$work/now.tsv" $recorded
	cat $recorded
	exit 0
fi
awk -F '\t' '
FNR == 1 { next }
NR == FNR { instructions[$1] = $2; peak[$1] = $3; next }
{
	more = $2 / instructions[$1]
	larger = $3 / peak[$1]
	# The kernel maps more or less of a file along with what is asked
	# for: a MiB is no news.
	verdict = more > 1.05 || (larger > 1.05 && $3 > peak[$1] + 1024) \
		? "not ok" : "ok"
	printf "%s %s: %.1f million instructions (%.3f of what is recorded), " \
		"%.1f MiB (%.3f)\n", verdict, $1, $2 / 1e6, more, $3 / 1024, \
		larger
	if (verdict != "ok")
		bad = 1
	seen++
}
END { exit bad || seen != 5 }' $recorded "$work/now.tsv"
