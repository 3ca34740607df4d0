#!/bin/sh
# Each dependency is known to one file only, and memory comes from base/.
set -u
status=0

only_in() { # header file
	for file in $(grep -l "^#include <$1>" src/*/*.[ch] 2>/dev/null); do
		if [ "$file" != "$2" ]; then
			echo "$file: <$1> belongs to $2"
			status=1
		fi
	done
}

only_in pcre2.h src/base/regex.c
only_in yaml.h src/base/yaml.c
only_in utf8proc.h src/text/unicode.c
only_in md4c.h src/read/read_markdown.c
only_in expat.h src/read/xml.c
only_in minizip/unzip.h src/read/zip.c
only_in zlib.h src/read/zip_write.c
only_in gumbo.h src/read/read_html.c
only_in hunspell/hunspell.h src/base/spell.c

for file in $(grep -lE '[^a-z_](malloc|calloc|realloc|strdup)\(' src/*/*.c); do
	case "$file" in
	src/base/oom.c) ;;
	*)
		echo "$file: allocates by itself; use base/arena.h or oom.h"
		status=1
		;;
	esac
done
exit $status
