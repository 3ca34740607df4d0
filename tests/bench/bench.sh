#!/bin/sh
# What `make bench` prints: how fast candour is, as ratios of runs in turn
# (A B A B …), medians with quartiles in brackets, and peak memory.  The
# texts come from a seed; a folder of reports in SAMPLES is measured too.
# Arguments: the program, the folder of the tools that make built.
set -eu
candour=$1
tools=$2
runs=${RUNS:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

report() { # bytes, file
	"$tools/generate" report "$1" >"$2"
}

pair() {
	"$tools/pair" "$@"
}

say() { # what, figures...
	name=$1
	shift
	printf '%-44s %s\n' "$name" "$*"
}

# Milliseconds of processor for a run, the median.
processor_of() {
	pair "$1" "$candour" --no-config --format unix --jobs 1 "$2" -- true |
		cut -d ' ' -f 5
}

check="$candour --no-config --format unix"
printf 'Each line: what, median, [quartiles], what is aimed at.\n\n'

# From the start of the process to its end.
report 100000 "$work/100k.md"
# shellcheck disable=SC2086
set -- $(pair $((runs * 4)) $candour --no-config "$work/100k.md" -- true)
say "one report of 100 KB, to true(1)" "$1 x [$2, $3], aim 4 x"
say "  its peak memory" "$6 MiB, aim 12 MiB"
# shellcheck disable=SC2086
set -- $(pair $((runs * 4)) $candour --version -- true)
say "start and end alone, to true(1)" "$1 x [$2, $3]"

# What a byte costs, from files of many sizes; starting taken off.
report 1 "$work/none.md"
base=$(processor_of $((runs * 2)) "$work/none.md")
for size in 10000 100000 1000000 10000000 100000000; do
	count=$runs
	[ "$size" -gt 1000000 ] && count=3
	[ "$size" -gt 10000000 ] && count=1
	report "$size" "$work/sized.md"
	time=$(processor_of "$count" "$work/sized.md")
	say "one core, a report of $((size / 1000)) KB" "$(echo \
		"$size $time $base" | awk '{ t = $2 - $3
			if (t < 0.01) t = 0.01
			printf "%.1f MB/s", $1 / 1000 / t }')"
done
rm "$work/sized.md"

# As many phrases again in rules of the user's own: both read rule files.
mkdir "$work/few" "$work/many" "$work/few/house" "$work/many/house"
"$tools/generate" rule 40 1 >"$work/few/house/rule1.yml"
i=0
while [ $i -lt 200 ]; do
	i=$((i + 1))
	"$tools/generate" rule 150 $i >"$work/many/house/rule$i.yml"
done
report 10000000 "$work/10m.md"
for set in few many; do
	for text in none 10m; do
		# shellcheck disable=SC2086
		eval "${set}_$text=$(pair 3 $check --jobs 1 --rules \
			"$work/$set" "$work/$text.md" -- true |
			cut -d ' ' -f 5)"
	done
done
# shellcheck disable=SC2154
say "a text with the rules doubled" "$(echo \
	"$few_10m $few_none $many_10m $many_none" |
	awk '{ printf "%.2f x", ($3 - $4) / ($1 - $2) }'), aim 1.25 x"

# A folder, on one core and on two.
mkdir "$work/folder" "$work/tenth"
i=0
while [ $i -lt 2000 ]; do
	i=$((i + 1))
	"$tools/generate" report 60000 $i >"$work/folder/$i.md"
	[ $((i % 10)) -eq 0 ] && ln "$work/folder/$i.md" "$work/tenth/$i.md"
done
# shellcheck disable=SC2086
set -- $(pair 3 $check --jobs 1 "$work/folder" -- \
	$check --jobs 2 "$work/folder")
say "2,000 reports of 60 KB, one core to two" "$1 x [$2, $3], aim 1.8 x"
# shellcheck disable=SC2086
set -- $(pair 3 $check --jobs 2 "$work/folder" -- true)
say "  on two cores" "$(echo "$4" | awk '{ printf "%.2f s", $1 / 1000
	}'), aim 1.5 s"
peak=$6
# shellcheck disable=SC2086
set -- $(pair 3 $check --jobs 2 "$work/tenth" -- true)
say "  its peak memory, and a tenth's" "$peak MiB, $6 MiB"
$check --jobs 1 "$work/tenth" >"$work/one" || :
$check --jobs 2 "$work/tenth" >"$work/two" || :
cmp -s "$work/one" "$work/two" && say "  order of results" "the same" ||
	say "  order of results" "NOT the same"

# Word against Markdown.
report 300000 "$work/300k.md"
"$tools/pack" <"$work/300k.md" >"$work/300k.docx"
# shellcheck disable=SC2086
set -- $(pair $runs $check "$work/300k.docx" -- $check "$work/300k.md")
say "300 KB of text as .docx, to Markdown" "$1 x [$2, $3], aim 3 x"

# An editor's wait; aim: 5 ms, nothing at rest, 40 MB.
"$tools/edit" $((runs * 20)) "$work/300k.md" "$candour"

if [ -d "${SAMPLES:-}" ]; then
	# shellcheck disable=SC2086
	set -- $(pair 3 $check --jobs 1 "$SAMPLES" -- \
		$check --jobs 2 "$SAMPLES")
	bytes=$(find "$SAMPLES" -type f -exec cat {} + | wc -c)
	say "SAMPLES ($((bytes / 1000)) KB), one core to two" "$1 x [$2, $3]"
	say "  on one core" "$(echo "$bytes $5" | awk '{
		printf "%.1f MB/s", $1 / 1000 / $2 }')"
fi
