#!/bin/sh
# Unpacks the distribution's own sources of packages, each into a folder of
# its name, here.  Fails when there are none to be had.
set -eu
command -v apt-get >/dev/null || {
	echo "no apt-get, which knows where the system's sources are" >&2
	exit 1
}
. /etc/os-release
mkdir -p apt/lists/partial
# From the mirror that the system's packages come from, by lists of our own:
# the system's lists of packages stay as they are.
apt-get indextargets --format 'deb-src $(REPO_URI) $(CODENAME) main' \
	'Created-By: Packages' 'Component: main' |
	grep " $VERSION_CODENAME main\$" | sort -u >apt/source.list
ours="-o Dir::Etc::sourcelist=$PWD/apt/source.list
	-o Dir::Etc::sourceparts=/dev/null
	-o Dir::State::lists=$PWD/apt/lists -o APT::Sandbox::User=root"
# Words on purpose.
# shellcheck disable=SC2086
apt-get -qq $ours update
for package; do
	# shellcheck disable=SC2086
	apt-get -qq $ours source --tar-only "$package"
	mkdir -p "$package"
	tar -xf "$package"_*.orig.tar.* --strip-components=1 -C "$package"
done
