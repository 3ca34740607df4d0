/* Every limit on input, each with its reason. */
#ifndef CND_BASE_LIMITS_H
#define CND_BASE_LIMITS_H

/*
 * One report.  Offsets into a document are 32 bits, and inquiry reports
 * with all appendices stay under 20 MB of text; Word files hold images.
 */
#define CND_LIMIT_INPUT_BYTES (256u << 20)

/*
 * What the program may take in all, in memory it writes to: text takes some
 * 30 times its size, short paragraphs 550 bytes each, so that a report at
 * every limit below takes 5 GiB.
 */
#define CND_LIMIT_MEMORY (8ull << 30)

/* The text of one report: the longest public inquiry is about 12 MB. */
#define CND_LIMIT_TEXT_BYTES (128u << 20)

/*
 * Paragraphs, headings and cells of one report: the longest inquiry has
 * about 100,000; each takes some 200 bytes with its sentences.
 */
#define CND_LIMIT_BLOCKS 2000000u

/* A rule or configuration file: the longest word list seen is 200 KB. */
#define CND_LIMIT_YAML_BYTES (4u << 20)

/* Depth of a YAML tree: rule files use five levels. */
#define CND_LIMIT_YAML_DEPTH 32

/*
 * Nodes of one YAML file, aliases counted as often as they are used, so
 * that a bomb of aliases ends here.
 */
#define CND_LIMIT_YAML_NODES 200000

/*
 * Anchors of one YAML file, looked up one by one: rule files use none or
 * two.
 */
#define CND_LIMIT_YAML_ANCHORS 256

/* Bytes of one pattern: the longest published Vale alternation is 40 KB. */
#define CND_LIMIT_PATTERN_BYTES (128u << 10)

/* Groups inside groups in a pattern: those shipped use six. */
#define CND_LIMIT_PATTERN_NESTING 50

/* Lexicons that use lexicons: those shipped go two deep. */
#define CND_LIMIT_LEXICON_DEPTH 8

/*
 * PCRE2's match limit.  It bounds the steps from each start, not of the
 * call; every pattern shipped needs under 100 on every span measured.
 */
#define CND_LIMIT_MATCH_STEPS 10000u

/*
 * The longest span given to PCRE2 at once: steps are bounded per start, so
 * the span's length bounds the whole.  Longer spans are cut at blanks.
 */
#define CND_LIMIT_MATCH_SPAN (16u << 10)

/*
 * The longest sentence, in bytes: a longer one is cut at a blank.  What a
 * rule asks of a sentence is asked for each word of it that is met, so that
 * a text without full stops would take the square of its length.  What is
 * left of a word that is longer is in none.
 */
#define CND_LIMIT_SENTENCE 4096

/*
 * What is looked for around a finding, in its paragraph, is looked for in
 * so many bytes: the longest paragraph of the reports measured has 2,800.
 */
#define CND_LIMIT_PASSAGE (8u << 10)

/* Nested lists and quotes that the model keeps apart; deeper ones count
 * as this deep.  Reports use four. */
#define CND_LIMIT_NESTING 64

/* Folders below the one named: deeper is a loop or a mistake. */
#define CND_LIMIT_FOLDER_DEPTH 64

/* Numbers, names and signs of one formula: readability formulas use 20. */
#define CND_LIMIT_EXPRESSION_STEPS 128

/*
 * Comments of one report that speak to candour: each is compared with each
 * finding, and nobody gives a thousand reasons.
 */
#define CND_LIMIT_SUPPRESSIONS 1000

/* Words of one recommendation that its reading looks at: the longest met
 * has 700, and the reading is not linear in them. */
#define CND_LIMIT_RECOMMENDATION_WORDS 2000

/* Findings kept for one report; past it one finding says how many more. */
#define CND_LIMIT_FINDINGS 100000u

/* An HTML file: its tree takes some twenty times its size in memory. */
#define CND_LIMIT_HTML_BYTES (16u << 20)

/*
 * What a program that takes a PDF apart may use.  A report of 600 pages
 * takes it two seconds and 60 MiB and has 2 MiB of text; with the places of
 * all its words, 20.
 */
#define CND_LIMIT_PDF_SECONDS 30
#define CND_LIMIT_PDF_MEMORY (1024u << 20)
#define CND_LIMIT_PDF_BYTES (128u << 20)

/*
 * All PDFs of one run, and what came of them: they are taken apart before
 * the first is read.  A page takes 50 KB: this is 250 reports of 40 pages.
 */
#define CND_LIMIT_PDFS_BYTES (512u << 20)

/* Entries of a package: the most seen in real files is 34. */
#define CND_LIMIT_PACKAGE_ENTRIES 10000

/*
 * One part inflated, and all parts of a package together, counted while
 * inflating.  The largest part seen is 12.6 MB; a ratio says little (an
 * honest 20,000-row plan has 140:1), so these are absolute.
 */
#define CND_LIMIT_PART_BYTES (64u << 20)
#define CND_LIMIT_PACKAGE_BYTES (160u << 20)

/* Inflated to packed size of a part over 1 MiB; the largest honest ratio
 * seen is 140 (an action plan of 20,000 rows). */
#define CND_LIMIT_PACKAGE_RATIO 1000

/* Nested XML elements: the deepest real file has 33. */
#define CND_LIMIT_XML_DEPTH 256

/* Nested JSON values: editors' messages have about ten. */
#define CND_LIMIT_JSON_DEPTH 512

#endif
