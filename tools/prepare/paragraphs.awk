# The paragraphs of corpus/weights/reports-*.tsv as reports with form feeds
# between them: by turns in a section on how the review was made, where most
# statements are looked for until they are found, and in its findings.
BEGIN { FS = "\t" }
NR % 128 == 1 { print "\f# Safeguarding Adults Review" }
NR % 16 == 1 { print "\n## Methodology" }
NR % 16 == 9 { print "\n## Findings" }
{ print "\n" $2 }
