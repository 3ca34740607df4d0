#!/bin/sh
# What the program was hardened with, read off the binary itself.
set -u
make -s candour || exit 1
status=0

must() { # what, command...
	what=$1
	shift
	if ! "$@" >/dev/null; then
		echo "candour: not hardened: $what"
		status=1
	fi
}
has() { # words, command...
	words=$1
	shift
	"$@" 2>/dev/null | grep -q -e "$words"
}
lacks() {
	! has "$@"
}

command -v readelf >/dev/null || exit 0
must "position independent" has 'Type: *DYN' readelf -hW candour
must "relocations read-only" has GNU_RELRO readelf -lW candour
must "bound at once" has 'NOW' readelf -dW candour
must "no executable stack" has 'GNU_STACK .* RW ' readelf -lW candour
must "nothing writable and executable" lacks 'LOAD .* RWE' readelf -lW candour
must "stack protector" has __stack_chk_fail nm -D candour
must "no library paths of the build" lacks 'RPATH\|RUNPATH' readelf -dW candour
case $(uname -m) in
x86_64)
	must "control flow (IBT, SHSTK)" has 'IBT, SHSTK' \
		readelf -nW build/release/src/base/str.o
	# A frame of over a page is touched page by page.
	must "stack clash" has 'or[lq] *\$0x0,(%rsp)' objdump -d \
		build/release/src/app/run.o build/release/src/app/seccomp.o
	;;
aarch64)
	must "control flow (BTI, PAC)" has 'BTI, PAC' \
		readelf -nW build/release/src/base/str.o
	;;
esac
# The level leaves no mark of its own in the binary.
must "fortified" has __memcpy_chk nm -D candour
must "fortified at level 3" has '-D_FORTIFY_SOURCE=3' \
	make -s -n -B build/release/src/base/str.o
exit $status
