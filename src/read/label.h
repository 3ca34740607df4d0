/*
 * The visible number that a paragraph or heading begins with: "4.12",
 * "12.", "(a)", "R3:", "Recommendation 3:".  Word numbers its paragraphs
 * apart from their text; Markdown and plain text write the number into it,
 * and here it is taken out again, the same way for both.
 */
#ifndef CND_READ_LABEL_H
#define CND_READ_LABEL_H

#include "base/str.h"

enum cnd_label_kind {
	CND_LABEL_NUMBER, /* "12." */
	CND_LABEL_PATH, /* "4.12", "4.3a", "B.2" */
	CND_LABEL_LETTER, /* "(a)", "iv)", "a.", "3)" */
	CND_LABEL_NAME, /* "R3:", "Recommendation 3." */
};

/* How much of a text cnd_label_find looks at, at most. */
enum { CND_LABEL_REACH = 160 };

/* text is a slice of what was searched; no stop or colon closes it. */
struct cnd_label {
	enum cnd_label_kind kind;
	struct cnd_str text; /* "4.12", "12", "(a)", "Recommendation 3" */
	size_t rest; /* offset of the first byte behind it and its blanks */
	unsigned number; /* of NUMBER; the parts of a PATH */
};

/*
 * The label at the very start of a paragraph.  Something must follow it,
 * and what follows must look like a text's beginning ("4.5 million" has no
 * label, "4.5 Million pound offers" has).
 */
bool cnd_label_find(struct cnd_str text, struct cnd_label *label);

/* The same for a heading, where "4 Findings" is numbered too and names
 * ("Recommendation 3: supervision") stay in the text. */
bool cnd_label_find_heading(struct cnd_str text, struct cnd_label *label);

/*
 * A label that is all of a line, its text having slipped to the next
 * ("12." as PDF converters leave it); a bare "12" is a page number.
 */
bool cnd_label_is_alone(struct cnd_str line, struct cnd_label *label);

/*
 * What lists give for a bullet of any shape until the item is built: a
 * bullet makes a paragraph an item, and is no label.
 */
struct cnd_str cnd_label_bullet(void);
bool cnd_label_is_bullet(struct cnd_str label);

/* "1", "[2]", "*": what a footnote's mark is made of, raised or not. */
bool cnd_label_is_note_mark(struct cnd_str text);

/*
 * "4.12": digits with a dot between them.  A paragraph that a word
 * processor numbers so is a paragraph, and one that it numbers otherwise an
 * item of a list.
 */
bool cnd_label_is_paragraph_number(struct cnd_str label);

/* "Table 3: who was seen", "Figure 1 – the family". */
bool cnd_label_is_caption(struct cnd_str text);

#endif
