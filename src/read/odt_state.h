/*
 * Where the reading of an OpenDocument text stands; shared by read_odt.c
 * and odt_text.c and by nothing else.
 */
#ifndef CND_READ_ODT_STATE_H
#define CND_READ_ODT_STATE_H

#include "read/assembly.h"
#include "read/bookmarks.h"
#include "read/odt_lists.h"
#include "read/xml.h"

enum { CND_ODT_TABLES = 32 };

struct cnd_odt_table {
	uint32_t index;
	uint32_t row;
	uint32_t column;
	uint32_t span;
	bool in_header;
	bool has_text;
};

/* An open paragraph; those of a note or a box stand inside another. */
struct cnd_odt_frame {
	struct cnd_odt_frame *outer;
	bool ends_in_blank; /* or is empty: a blank now would be dropped */
	bool is_hidden; /* its style hides all of it */
	bool has_hidden;
	bool is_bold; /* its style is */
	bool is_italic;
	bool is_all_bold; /* so far */
};

/* What an open text:span hides or blackens. */
struct cnd_odt_span {
	struct cnd_odt_span *outer;
	bool is_hidden;
	bool is_black;
	bool is_bold;
	bool is_italic;
	bool is_raised;
	bool has_hidden; /* text that was left out for that */
	size_t start;
};

struct cnd_odt {
	struct cnd_arena *arena;
	struct cnd_builder *builder;
	struct cnd_assembly *assembly;
	struct cnd_odt_styles *styles;
	struct cnd_odt_lists *lists;
	struct cnd_odt_frame *frame;
	struct cnd_odt_span *span;
	struct cnd_odt_table tables[CND_ODT_TABLES];
	unsigned table_depth;
	unsigned skipped;
	unsigned in_notes;
	unsigned in_contents;
	bool in_body;
	unsigned outside; /* open elements that began before the body */
	uint32_t insertions;
	uint32_t deletions;
	uint32_t format_changes;
	uint32_t comments;
	bool in_annotation; /* one that is open, and not ours so far */
	bool in_creator;
	uint32_t hidden; /* passages that do not show */
	struct cnd_str hidden_words; /* how the first of them begins */
	struct cnd_bookmarks bookmarks;
	uint32_t page; /* 0: the file tells no pages */
	size_t reference_start; /* of the open cross-reference */
	bool is_broken;
	uint32_t images;
	uint32_t objects;
};

/* Whether text at this place shows in the document. */
bool cnd_odt_shows(const struct cnd_odt *odt);

/* Text that does not show: counted once for each passage. */
void cnd_odt_pass_over(struct cnd_odt *odt, struct cnd_str text);

/* Text that one element stands for: a tab, a break. */
void cnd_odt_put_atom(struct cnd_odt *odt,
	const struct cnd_xml_element *element, struct cnd_str text);

/*
 * Characters as XML has them: each run of blanks is one space, none at the
 * paragraph's start.
 */
void cnd_odt_put_text(
	struct cnd_odt *odt, struct cnd_str text, uint32_t from, uint32_t to);

/* What text:s, text:span and the references do. */
void cnd_odt_start_spaces(
	struct cnd_odt *odt, const struct cnd_xml_element *element);
void cnd_odt_start_span(
	struct cnd_odt *odt, const struct cnd_xml_element *element);
void cnd_odt_end_span(struct cnd_odt *odt);
void cnd_odt_start_reference(
	struct cnd_odt *odt, const struct cnd_xml_element *element);
void cnd_odt_end_reference(struct cnd_odt *odt);

#endif
