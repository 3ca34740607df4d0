#!/bin/sh
# Runs every check of this folder; says which failed.
set -u
failed=0
passed=0
for check in tests/lint/*.sh; do
	name=$(basename "$check" .sh)
	[ "$name" = run ] && continue
	if sh "$check"; then
		passed=$((passed + 1))
		echo "ok lint $name"
	else
		failed=$((failed + 1))
		echo "not ok lint $name"
	fi
done
echo "lint: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
