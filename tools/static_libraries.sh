#!/bin/sh
# Makes the archives (.a) that `make static` needs and the system does not
# ship: from the distribution's own sources, into the folder named.  Does
# nothing for a library whose archive is there.
set -eu

into=$1
mkdir -p "$into"
into=$(cd "$into" && pwd)
tools=$(cd "$(dirname "$0")" && pwd)

has_archive() { # library
	file=$(${CC:-cc} -print-file-name="lib$1.a")
	[ "$file" != "lib$1.a" ] || [ -e "$into/lib$1.a" ]
}

build() { # source package, library, cmake options...
	package=$1
	library=$2
	shift 2
	echo "Building lib$library.a from the sources of $package"
	"$tools/source.sh" "$package"
	cmake -S "$package" -B "$package/out" -DBUILD_SHARED_LIBS=OFF \
		-DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS='-O2 -fPIE' "$@" \
		>"$package.log" 2>&1 &&
		cmake --build "$package/out" --target "$library" \
			>>"$package.log" 2>&1 || {
		tail -n 20 "$package.log" >&2
		exit 1
	}
	find "$package/out" -name "lib$library.a" -exec cp {} "$into" \;
}

if has_archive md4c; then
	exit 0
fi
for tool in apt-get cmake; do
	command -v $tool >/dev/null || {
		echo "libmd4c.a is missing, and $tool to build it" >&2
		exit 1
	}
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
has_archive md4c || build md4c md4c
