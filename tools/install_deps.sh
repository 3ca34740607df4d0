#!/bin/sh
# Installs what a purpose (build, test, lint) needs through the system's
# package manager, and says so first.  Does nothing when all is there.
set -eu

purpose=${1:-build}

names_for() { # manager purpose
	case "$1:$2" in
	apt:build) echo "gcc make pkg-config libpcre2-dev libyaml-dev libutf8proc-dev libmd4c-dev libminizip-dev libexpat1-dev libgumbo-dev libhunspell-dev hunspell-en-gb" ;;
	apt:test) echo "libcmocka-dev git python3 poppler-utils" ;;
	apt:bench) echo "valgrind" ;;
	apt:editors) echo "neovim emacs-nox elpa-eglot" ;;
	apt:vsix) echo "nodejs npm" ;;
	apt:lint) echo "clang clang-tidy clang-format cppcheck universal-ctags valgrind" ;;
	apt:office) echo "libreoffice-writer-nogui python3" ;;
	apt:deb) echo "debhelper dpkg-dev fakeroot lintian" ;;
	dnf:build) echo "gcc make pkgconf-pkg-config pcre2-devel libyaml-devel utf8proc-devel md4c-devel minizip-compat-devel expat-devel gumbo-parser-devel hunspell-devel hunspell-en-GB" ;;
	dnf:test) echo "libcmocka-devel git libasan libubsan python3 poppler-utils" ;;
	dnf:bench) echo "valgrind" ;;
	dnf:editors) echo "neovim emacs-nox" ;;
	dnf:vsix) echo "nodejs npm" ;;
	dnf:lint) echo "clang clang-tools-extra cppcheck ctags valgrind" ;;
	dnf:office) echo "libreoffice-writer python3" ;;
	pacman:build) echo "gcc make pkgconf pcre2 libyaml libutf8proc md4c minizip expat gumbo-parser hunspell hunspell-en_gb" ;;
	pacman:test) echo "cmocka git python poppler" ;;
	pacman:bench) echo "valgrind" ;;
	pacman:editors) echo "neovim emacs-nox" ;;
	pacman:vsix) echo "nodejs npm" ;;
	pacman:lint) echo "clang cppcheck ctags valgrind" ;;
	pacman:office) echo "libreoffice-still python" ;;
	apk:build) echo "build-base pkgconf pcre2-dev yaml-dev utf8proc-dev md4c-dev minizip-dev expat-dev gumbo-parser-dev hunspell-dev hunspell-en-gb" ;;
	apk:test) echo "cmocka-dev git bash python3 poppler-utils" ;;
	apk:bench) echo "valgrind" ;;
	apk:editors) echo "neovim emacs" ;;
	apk:vsix) echo "nodejs npm" ;;
	apk:lint) echo "clang clang-extra-tools cppcheck ctags valgrind" ;;
	apk:office) echo "libreoffice-writer python3" ;;
	brew:build) echo "pkg-config pcre2 libyaml utf8proc md4c minizip expat gumbo-parser hunspell" ;;
	brew:test) echo "cmocka poppler" ;;
	brew:editors) echo "neovim emacs" ;;
	brew:vsix) echo "node" ;;
	brew:lint) echo "llvm cppcheck universal-ctags" ;;
	esac
}

is_there() {
	case "$1" in
	build) pkg-config --exists libpcre2-8 yaml-0.1 libutf8proc minizip \
		expat gumbo md4c hunspell 2>/dev/null && command -v cc >/dev/null ;;
	test) is_there build && pkg-config --exists cmocka 2>/dev/null &&
		command -v git >/dev/null && command -v python3 >/dev/null &&
		command -v pdftotext >/dev/null ;;
	bench) is_there build && command -v valgrind >/dev/null ;;
	office) is_there build && { command -v soffice ||
		command -v libreoffice; } >/dev/null &&
		command -v python3 >/dev/null ;;
	deb) is_there build && command -v dh >/dev/null &&
		command -v dpkg-buildpackage >/dev/null &&
		command -v lintian >/dev/null ;;
	editors) is_there build && command -v nvim >/dev/null &&
		command -v emacs >/dev/null &&
		emacs --batch -l package -f package-initialize -l eglot \
			>/dev/null 2>&1 ;;
	vsix) command -v node >/dev/null && command -v npm >/dev/null ;;
	lint) is_there build && command -v clang-tidy >/dev/null &&
		command -v clang-format >/dev/null &&
		command -v cppcheck >/dev/null && command -v ctags >/dev/null &&
		{ command -v valgrind >/dev/null ||
			[ "$(uname)" = Darwin ]; } ;;
	esac
}

manager() {
	for pair in apt-get:apt dnf:dnf pacman:pacman apk:apk brew:brew; do
		if command -v "${pair%%:*}" >/dev/null 2>&1; then
			echo "${pair##*:}"
			return
		fi
	done
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

if is_there "$purpose"; then
	exit 0
fi

with=$(manager)
case "$with" in
"")
	echo "no package manager that I know; README.md lists the libraries" >&2
	exit 1
	;;
esac

wanted=$(names_for "$with" build)
if [ "$purpose" != build ]; then
	wanted="$wanted $(names_for "$with" "$purpose")"
fi
echo "Installing with $with: $wanted"
# The names are words on purpose.
# shellcheck disable=SC2086
case "$with" in
apt)
	as_root apt-get update -qq
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $wanted >/dev/null
	;;
dnf) as_root dnf install -y -q $wanted ;;
pacman) as_root pacman -Sy --needed --noconfirm $wanted ;;
apk) as_root apk add -q $wanted ;;
brew) brew install -q $wanted ;;
esac
