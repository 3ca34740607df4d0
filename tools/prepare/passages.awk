# The passages of tests/golden/passages.tsv as one report.
BEGIN { FS = "\t"; print "# Safeguarding Adults Review: Edith" }
/^#/ { next }
$3 != heading { heading = $3; print "\n## " heading }
{ sub(/^[TL]: /, "", $4); print "\n" $4 }
