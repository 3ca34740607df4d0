#!/bin/sh
# Makes an archive of the libraries that candour uses, and of cmocka, with
# the memory sanitizer: from the distribution's own sources, as that has to
# see every write.  Argument: the archive.  Without gumbo and hunspell:
# absent.c stands for them.
set -eu
archive=$1
tools=$(cd tools && pwd)
mkdir -p "$(dirname "$archive")"
archive=$(cd "$(dirname "$archive")" && pwd)/$(basename "$archive")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir objects

compile() { # object's name, arguments...
	name=$1
	shift
	clang -O1 -g -w -fsanitize=memory -fno-omit-frame-pointer -c \
		-o "objects/$name.o" "$@"
}

# Those names of a folder's C files that do not match a pattern.
files_but() { # folder, pattern
	for file in "$1"/*.c; do
		basename "$file" .c
	done | grep -Ev "$2"
}

"$tools/source.sh" md4c expat zlib minizip libyaml utf8proc pcre2 cmocka

compile md4c md4c/src/md4c.c
compile utf8proc -DUTF8PROC_STATIC utf8proc/utf8proc.c

lib=expat/expat/lib
printf '#define %s\n' 'BYTEORDER 1234' 'HAVE_GETRANDOM 1' 'XML_DTD 1' \
	'XML_NS 1' 'XML_CONTEXT_BYTES 1024' >$lib/expat_config.h
for name in $(files_but $lib '_impl|_ns'); do
	compile "expat-$name" -D_GNU_SOURCE -I$lib "$lib/$name.c"
done

for name in $(files_but zlib '^gz|infback'); do
	compile "zlib-$name" -DHAVE_UNISTD_H "zlib/$name.c"
done
for name in ioapi unzip; do
	compile "minizip-$name" -DNOCRYPT -Izlib "minizip/$name.c"
done

for name in $(files_but libyaml/src none); do
	compile "yaml-$name" -Ilibyaml/include '-DYAML_VERSION_STRING="0"' \
		-DYAML_VERSION_MAJOR=0 -DYAML_VERSION_MINOR=0 \
		-DYAML_VERSION_PATCH=0 "libyaml/src/$name.c"
done

# Without its compiler to machine code, whose writes nobody sees.
lib=pcre2/src
cp $lib/config.h.generic $lib/config.h
cp $lib/pcre2.h.generic $lib/pcre2.h
cp $lib/pcre2_chartables.c.dist $lib/pcre2_chartables.c
for name in $(files_but $lib \
	'grep|posix|demo|test|dftables|fuzz|printint|ucptables|jit_m'); do
	compile "pcre2-$name" -DHAVE_CONFIG_H -DPCRE2_CODE_UNIT_WIDTH=8 \
		-DSUPPORT_UNICODE -I$lib "$lib/$name.c"
done

has=
for name in SIGNAL_H STRUCT_TIMESPEC CLOCK_GETTIME CLOCK_REALTIME MALLOC_H \
	INTTYPES_H UNISTD_H STDINT_H STRINGS_H TIME_H SETJMP_H; do
	has="$has -DHAVE_$name"
done
# Words on purpose: shellcheck disable=SC2086
compile cmocka -D_GNU_SOURCE $has -Icmocka/include cmocka/src/cmocka.c

rm -f "$archive"
ar rcs "$archive" objects/*.o
