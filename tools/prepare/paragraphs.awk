# The paragraphs of corpus/weights/reports-*.tsv as one report.
BEGIN { FS = "\t"; print "# Safeguarding Adults Review\n\n## Findings" }
{ print "\n" $2 }
