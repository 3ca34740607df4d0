#!/bin/sh
# clang-tidy (settings in .clang-tidy) and cppcheck.
set -u
status=0
# shellcheck disable=SC2016
printf '%s\n' src/*/*.c | xargs -P 2 -n 6 sh -c '
	clang-tidy --quiet --warnings-as-errors="*" "$@" -- -std=c11 \
		-Iinclude -Isrc -D_XOPEN_SOURCE=700 \
		-DCND_VERSION=\"lint\" 2>/dev/null || exit 1' sh || status=1
cppcheck --quiet --std=c11 --enable=warning,performance,portability \
	--inline-suppr --suppress=missingIncludeSystem \
	--suppress=internalAstError --error-exitcode=1 \
	-Iinclude -Isrc -j 2 src || status=1
exit $status
