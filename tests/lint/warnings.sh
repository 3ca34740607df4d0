#!/bin/sh
# No warning from gcc or clang, at the optimisation that sees most.
set -u
status=0
flags="-std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla
	-Wformat=2 -Wundef -Werror -O2 -Iinclude -Isrc
	-D_XOPEN_SOURCE=700 -DCND_VERSION=\"lint\""
for compiler in gcc clang; do
	command -v $compiler >/dev/null || continue
	# The flags are words on purpose.
	# shellcheck disable=SC2086,SC2016
	printf '%s\n' src/*/*.c | xargs -P 2 -n 8 sh -c '
		compiler=$1; flags=$2; shift 2
		for file; do
			$compiler $flags -c -o /dev/null "$file" || exit 255
		done' sh $compiler "$(echo $flags)" || status=1
done
exit $status
