#!/bin/sh
# The house's sizes: no function over 80 lines or 5 parameters, no file
# over 700 lines, no block nested more than four tabs deep.
set -u
status=0

ctags --fields=+neS --kinds-C=f -o - src/*/*.c | awk -F'\t' '
/^!/ { next }
{
	line = end = 0; signature = ""
	for (i = 4; i <= NF; i++) {
		if ($i ~ /^line:/) line = substr($i, 6)
		if ($i ~ /^end:/) end = substr($i, 5)
		if ($i ~ /^signature:/) signature = substr($i, 11)
	}
	if (end - line + 1 > 80) {
		print $2 ":" line ": " $1 " has " end - line + 1 " lines"
		bad = 1
	}
	# A parameter that is itself a function has commas of its own.
	gsub(/\([^()]*\)\([^()]*\)/, "callback", signature)
	if (gsub(/,/, ",", signature) > 4) {
		print $2 ":" line ": " $1 " has over 5 parameters"
		bad = 1
	}
}
END { exit bad }' || status=1

for file in src/*/*.[ch]; do
	lines=$(wc -l <"$file")
	if [ "$lines" -gt 700 ]; then
		echo "$file has $lines lines"
		status=1
	fi
done

awk '
/^\{/ { inside = 1 }
/^\}/ { inside = 0 }
inside && /^\t\t\t\t\t+[a-z].*\{$/ {
	print FILENAME ":" FNR ": nested too deep"
	bad = 1
}
END { exit bad }' src/*/*.c || status=1
exit $status
