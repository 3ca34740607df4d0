#!/bin/sh
# Every limit has its reason before it, and is named by a test that reaches
# it.
set -u
status=0
for name in $(sed -n 's/^#define \(CND_LIMIT_[A-Z_]*\) .*/\1/p' \
	src/base/limits.h); do
	if ! grep -rqw "$name" tests/unit tests/golden; then
		echo "$name: no test reaches it"
		status=1
	fi
done
# A definition stands below a comment, or below others of its group.
awk '
/\*\/$/ { has_reason = 1; next }
/^#define CND_LIMIT_/ {
	if (!has_reason) {
		print FILENAME ":" FNR ": " $2 " has no reason"
		bad = 1
	}
	next
}
/^$/ { has_reason = 0 }
END { exit bad }' src/base/limits.h || status=1
exit $status
