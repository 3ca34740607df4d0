#!/bin/sh
# What `make install`, `make static` and `make deb` make is used as its user
# would: installed, asked, removed.  Run by `make test-packages`, as root on
# Debian; elsewhere what cannot be tried is said.
set -u
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$PWD/corpus/sar-doreen.md

holds() { # name, command...
	name=$1
	shift
	if "$@" >"$work/out" 2>&1; then
		passed=$((passed + 1))
		echo "ok packages $name"
	else
		failed=$((failed + 1))
		echo "not ok packages $name"
		tail -n 20 "$work/out"
	fi
}

# The program finds what the one of this folder finds.
agrees() { # program
	(cd "$work" && "$1" check --format json "$report") >"$work/theirs"
	./candour check --format json "$report" >"$work/ours"
	cmp "$work/ours" "$work/theirs"
}

# A program of somebody else's, against the library that was installed.
links() { # flags for pkg-config...
	printf '%s\n' '#include <candour/candour.h>' \
		'int main(void)' '{' '	return candour_version() == 0;' '}' \
		>"$work/use.c"
	# The flags are words on purpose.
	# shellcheck disable=SC2046
	cc -o "$work/use" "$work/use.c" $(pkg-config "$@" --cflags --libs \
		candour) && "$work/use"
}


root=$work/root
holds install-into-a-folder make -s install DESTDIR="$root" PREFIX=/usr
holds the-installed-program-runs agrees "$root/usr/bin/candour"
holds the-manual-is-there test -s "$root/usr/share/man/man1/candour.1"
PKG_CONFIG_PATH=$root/usr/lib/pkgconfig
export PKG_CONFIG_PATH
holds the-editors-files-are-there \
	test -s "$root/usr/share/candour/editors/neovim/candour.lua"
holds the-library-links links --define-variable=prefix="$root/usr" \
	--define-variable=libdir="$root/usr/lib"
unset PKG_CONFIG_PATH
make -s uninstall DESTDIR="$root" PREFIX=/usr
holds uninstall-leaves-no-file test -z "$(find "$root" -type f)"

holds the-static-program-is-built make -s static
holds the-static-program-runs agrees "$PWD/build/candour-static"
holds it-needs-no-library sh -c '! ldd build/candour-static | grep "=>"'

holds dist-makes-the-same-bytes-twice sh -c 'make -s dist &&
	cp build/candour-*.tar.gz "$0" && make -s dist &&
	cmp build/candour-*.tar.gz "$0"' "$work/dist.tar.gz"

if command -v dpkg >/dev/null && [ "$(id -u)" -eq 0 ]; then
	holds the-packages-are-built-and-lintian-is-content make -s deb
	holds the-packages-install dpkg -i build/deb/candour_*.deb \
		build/deb/libcandour-dev_*.deb
	holds the-packaged-program-runs agrees /usr/bin/candour
	holds the-packaged-library-links links
	holds the-packages-are-removed dpkg --purge candour libcandour-dev
	holds nothing-is-left test ! -e /usr/share/candour -a \
		! -e /usr/bin/candour
else
	echo "packages: not root on Debian, make deb is not tried"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
