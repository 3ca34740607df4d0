# Helpers of the golden tests; read with ".".  $CANDOUR is the program.
# UPDATE=1 writes what is printed now as what is expected.
golden=$(cd "$(dirname "$0")" && pwd)
case $CANDOUR in
/*) ;;
*) CANDOUR=$PWD/$CANDOUR ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

ok() {
	echo "ok $1"
}

not_ok() { # name, why
	echo "not ok $1"
	shift
	printf '    %s\n' "$@"
	failures=$((failures + 1))
}

# Runs a command; asserts its exit status.
status_is() { # name, status, command...
	name=$1
	want=$2
	shift 2
	"$@" >"$work/out" 2>"$work/err"
	got=$?
	if [ "$got" -eq "$want" ]; then
		ok "$name"
	else
		not_ok "$name" "status $got, not $want" "$(cat "$work/err")"
	fi
}

# The last command's standard error is exactly this.
error_is() { # name, words
	if [ "$(cat "$work/err")" = "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "got:  $(cat "$work/err")" "want: $2"
	fi
}

# The last command's standard output is tests/golden/expected/<name>.
output_is() { # name
	sed -e "s|$PWD|PWD|g" -e 's|"version": "0\.[0-9.]*"|"version": "V"|' \
		-e 's|"semanticVersion": "[0-9.]*"|"semanticVersion": "V"|' \
		"$work/out" >"$work/clean"
	if [ "${UPDATE:-}" = 1 ]; then
		cp "$work/clean" "$golden/expected/$1"
	fi
	if diff -u "$golden/expected/$1" "$work/clean" >"$work/diff"; then
		ok "$1"
	else
		not_ok "$1" "$(cat "$work/diff")"
	fi
}
