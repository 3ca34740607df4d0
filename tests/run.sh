#!/bin/sh
# Runs every unit test program and every tests/golden/*.sh, and closes
# with "N passed, N failed".  Argument: the folder of checked builds.
set -u
checked=$1
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Adds the counts of one program's output: cmocka's "[       OK ]" lines,
# or "ok …" and "not ok …" of a script.
count() { # name status
	ok=$(grep -c -e '^\[       OK \]' -e '^ok ' "$log")
	bad=$(grep -c -e '^\[  FAILED  \] [a-z_]*$' -e '^not ok ' "$log")
	if [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
	fi
	if [ "$2" -eq 0 ] && [ "$ok" -eq 0 ]; then
		echo "$1: ran no test"
		bad=1
	fi
	passed=$((passed + ok))
	failed=$((failed + bad))
	if [ "$bad" -ne 0 ]; then
		echo "FAILED: $1"
		cat "$log"
	fi
}

for source in tests/unit/*/test_*.c; do
	name=${source#tests/unit/}
	"$checked/tests/${name%.c}" >"$log" 2>&1
	count "$name" $?
done
for script in tests/golden/*.sh; do
	[ -e "$script" ] || continue
	CANDOUR="$checked/candour" sh "$script" >"$log" 2>&1
	count "$script" $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
