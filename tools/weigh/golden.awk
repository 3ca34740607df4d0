# The passages of tests/golden/passages.tsv as the trainer reads them.
BEGIN { FS = "\t" }
/^#/ { next }
{
	sub(/^[TL]: /, "", $4)
	known = ($2 == "yes" ? "+" : "-") $1
	if ($2 == "-")
		known = $1 == "open" ? "+dissent -settled" : \
			$1 == "told" ? "+dissent +settled" : "-dissent"
	print known "\t" $4
}
