/*
 * Where the reading of one WordprocessingML part stands; shared by the
 * docx_*.c files and by nothing else.
 */
#ifndef CND_READ_DOCX_STATE_H
#define CND_READ_DOCX_STATE_H

#include "read/docx_part.h"
#include "read/xml.h"

/*
 * Open tables, fields and alternatives deeper than these count as the last
 * one: real files have at most a handful.
 */
enum { CND_DOCX_TABLES = 32, CND_DOCX_FIELDS = 64, CND_DOCX_CHOICES = 32 };

struct cnd_docx_table {
	uint32_t index;
	uint32_t row;
	uint32_t column;
	uint32_t span; /* gridSpan of the open cell */
	bool is_header; /* the open row names the columns */
	bool is_deleted; /* the open row is a tracked deletion */
	bool is_continued; /* the open cell goes on from above (vMerge) */
	bool has_text; /* the open cell has a paragraph with text */
};

/* The run that is open, as its properties have it. */
struct cnd_docx_run {
	bool is_hidden;
	bool is_bold;
	bool is_italic;
	bool is_blackened;
	bool is_white; /* its letters: black behind them hides nothing */
	bool is_raised; /* a superscript */
	bool has_hidden; /* text that was left out for being hidden */
	size_t start; /* bytes of the paragraph's text before it */
};

/* A field that is open. */
struct cnd_docx_field {
	size_t start; /* bytes of the paragraph's text before its result */
	size_t len;
	char instruction[128]; /* how it begins: "REF _Ref123 \\h" */
};

/* A paragraph that is open; those of a text box stand inside another. */
struct cnd_docx_frame {
	struct cnd_docx_frame *outer;
	unsigned in_run;
	struct cnd_docx_run run;
	bool is_all_bold;
	bool has_look; /* the next two are known: of the style */
	bool is_bold;
	bool is_italic;
	bool is_joined; /* its mark is deleted: the next one goes on in it */
	struct cnd_str style;
	bool has_list;
	uint32_t list;
	bool has_list_level;
	uint32_t list_level;
	bool has_outline;
	uint32_t outline;
};

struct cnd_docx_reader {
	struct cnd_docx *docx;
	uint32_t part;
	bool is_notes;
	unsigned skipped; /* open elements that hide their content */
	unsigned deleted; /* open w:del, w:moveFrom */
	unsigned inserted;
	unsigned in_paragraph_properties;
	unsigned in_old_properties; /* open *PrChange: what was before */
	bool in_text;
	bool is_preserved; /* xml:space of the open w:t */
	size_t text_start;
	bool is_placeholder; /* in a content control not filled in */
	struct cnd_docx_frame root; /* outside of any paragraph */
	struct cnd_docx_frame *frame;
	struct cnd_docx_table tables[CND_DOCX_TABLES];
	unsigned table_depth;
	bool field_shows[CND_DOCX_FIELDS]; /* past its "separate" */
	unsigned field_depth;
	struct cnd_docx_field fields[CND_DOCX_FIELDS];
	bool in_instruction;
	bool choice_taken[CND_DOCX_CHOICES];
	unsigned choice_depth;
};

/* Attribute w:val; the number that digits begin with (at most six of
 * them). */
struct cnd_str cnd_docx_value(const struct cnd_xml_element *element);

/* Paragraphs (docx_paragraph.c). */
void cnd_docx_start_paragraph(struct cnd_docx_reader *reader);
void cnd_docx_end_paragraph(struct cnd_docx_reader *reader);
/* Ends a paragraph that waits for one to join it, where none can come. */
void cnd_docx_settle(struct cnd_docx_reader *reader);
void cnd_docx_paragraph_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);

/* Runs and text (docx_run.c). */
void cnd_docx_start_run(struct cnd_docx_reader *reader);
void cnd_docx_end_run(struct cnd_docx_reader *reader);
void cnd_docx_run_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);
void cnd_docx_start_text(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);
void cnd_docx_end_text(struct cnd_docx_reader *reader);
void cnd_docx_field(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);
/* A piece of the innermost field's instruction. */
void cnd_docx_field_says(struct cnd_docx_reader *reader, struct cnd_str text);
/* w:fldSimple: a field whose instruction is an attribute. */
void cnd_docx_start_simple_field(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);
void cnd_docx_end_simple_field(struct cnd_docx_reader *reader);
/* Text of the part that does not show: counts what is hidden on purpose. */
void cnd_docx_pass_over(struct cnd_docx_reader *reader, struct cnd_str text);
/* Whether text at this place shows in the document. */
bool cnd_docx_shows(const struct cnd_docx_reader *reader);
/* Text that one element stands for: a tab, a break, an object. */
void cnd_docx_put_atom(struct cnd_docx_reader *reader,
	const struct cnd_xml_element *element, struct cnd_str text);

/* Tables (docx_table.c). */
struct cnd_docx_table *cnd_docx_open_table(struct cnd_docx_reader *reader);
void cnd_docx_start_table(struct cnd_docx_reader *reader);
void cnd_docx_start_row(struct cnd_docx_reader *reader);
void cnd_docx_start_cell(struct cnd_docx_reader *reader);
void cnd_docx_end_cell(struct cnd_docx_reader *reader);
void cnd_docx_table_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element);
/* Makes a paragraph that stands in a cell a block of that cell. */
void cnd_docx_put_in_cell(
	struct cnd_docx_reader *reader, struct cnd_paragraph *paragraph);

#endif
