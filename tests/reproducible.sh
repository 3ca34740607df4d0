#!/bin/sh
# The sources as `make dist` packs them, built twice in folders of different
# names at different times, without a network: the same bytes.  Run by
# `make reproducible`; takes minutes.
set -eu
version=$1
archive=$PWD/build/candour-$version.tar.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A cache would give the second what the first had.
CCACHE_DISABLE=1
export CCACHE_DISABLE

offline=
if [ "$(id -u)" -eq 0 ] && unshare -n true 2>/dev/null; then
	offline="unshare -n"
	if $offline sh -c 'grep -v -e lo: -e "|" /proc/net/dev'; then
		echo "reproducible: there is a network after all"
		exit 1
	fi
else
	echo "reproducible: not root, the network is not taken away"
fi

build() { # folder
	mkdir -p "$work/$1"
	tar -xzf "$archive" -C "$work/$1" --strip-components=1
	# Times of files are not to matter either.
	find "$work/$1" -exec touch -d "$2" {} +
	(cd "$work/$1" && $offline make -s -j2 candour) ||
		{ echo "reproducible: does not build" && exit 1; }
	sha256sum <"$work/$1/candour"
}

first=$(build one "2020-01-01 03:04:05")
second=$(build a/folder/with-a/much-longer/name "2021-06-07 08:09:10")
echo "first  $first"
echo "second $second"
[ "$first" = "$second" ] || { echo "reproducible: they differ" && exit 1; }
echo "ok reproducible${offline:+, without a network}"
