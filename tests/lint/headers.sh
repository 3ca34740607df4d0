#!/bin/sh
# Every header compiles by itself.
set -u
status=0
for header in src/*/*.h include/candour/*.h; do
	[ -e "$header" ] || continue
	"${CC:-cc}" -std=c11 -Wall -Wextra -Wpedantic -Werror -Iinclude -Isrc \
		-D_XOPEN_SOURCE=700 -fsyntax-only -include "$header" \
		tests/lint/empty.c || status=1
done
exit $status
