#!/bin/sh
# Includes go down only.  Each row: a layer, and the layers it may include
# from besides its own.
set -u
status=0

allowed() {
	case "$1" in
	base) echo "" ;;
	text) echo "base" ;;
	doc) echo "base text" ;;
	read) echo "base text doc" ;;
	query) echo "base text" ;;
	match) echo "base text doc query" ;;
	weigh) echo "base text" ;;
	diag) echo "base text doc" ;;
	review) echo "base text doc query match weigh" ;;
	rule) echo "base text doc query match weigh diag review" ;;
	lint) echo "base text doc query match diag review rule" ;;
	format) echo "base text doc diag review rule lint" ;;
	annotate) echo "base text doc read diag review rule lint" ;;
	api) echo "base text doc read diag review rule lint format candour" ;;
	app) echo "base text doc read diag review rule lint format annotate" ;;
	cli) echo "base text doc read diag review rule lint format annotate app api candour lsp" ;;
	lsp) echo "base text doc read diag review rule lint format app" ;;
	*) echo "unknown" ;;
	esac
}

for file in src/*/*.[ch]; do
	layer=${file#src/}
	layer=${layer%%/*}
	may=" $(allowed "$layer") $layer "
	if [ "$may" = " unknown $layer " ]; then
		echo "$file: layer '$layer' is not in tests/lint/layers.sh"
		status=1
	fi
	for from in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file" |
		sort -u); do
		case "$may" in
		*" $from "*) ;;
		*)
			echo "$file: layer $layer may not include from $from"
			status=1
			;;
		esac
	done
done
exit $status
