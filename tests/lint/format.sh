#!/bin/sh
# .clang-format decides.
exec clang-format --dry-run -Werror src/*/*.[ch] tests/unit/*/*.c \
	tests/unit/*.h tools/*.c
