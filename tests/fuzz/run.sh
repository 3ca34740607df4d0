#!/bin/sh
# Runs every fuzz target, one after the other.  Arguments: the folder of
# built targets, seconds for each, and names to run only those.
set -u
built=$1
seconds=$2
shift 2
[ $# -gt 0 ] || set -- $(ls tests/fuzz/fuzz_*.c |
	sed 's|.*/fuzz_\(.*\)\.c|\1|')
failed=0
for name; do
	mkdir -p "$built/corpus/$name"
	words=tests/fuzz/dicts/$name.dict
	[ -e "$words" ] || words=
	"$built/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 \
		-max_len=65536 -print_final_stats=1 -verbosity=0 \
		-artifact_prefix="$built/$name-" \
		${words:+-dict="$words"} \
		"$built/corpus/$name" "tests/fuzz/seeds/$name" \
		>"$built/$name.log" 2>&1
	status=$?
	echo "$name: status $status, $(sed -n \
		's/^stat::number_of_executed_units: */executions /p' \
		"$built/$name.log")"
	[ $status -eq 0 ] || failed=1
done
exit $failed
