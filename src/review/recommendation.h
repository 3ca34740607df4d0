/*
 * How recommendations are found: one walk over the blocks makes
 * candidates, which are then merged, ordered and numbered.  Nothing above
 * review/ includes this.
 */
#ifndef CND_REVIEW_RECOMMENDATION_H
#define CND_REVIEW_RECOMMENDATION_H

#include "review/steps.h"

/* What a line that opens a list makes of the items below it. */
enum cnd_lead {
	CND_LEAD_NONE, /* it opens none, or says nothing of its items */
	CND_LEAD_MODAL, /* "The Board should:": each item completes it */
	CND_LEAD_INTRO, /* "We recommend the following:", or a list's name */
	CND_LEAD_AGENCY, /* "Anytown Council:": who is to act */
	CND_LEAD_ELABORATING, /* a recommendation that its items spell out */
	CND_LEAD_QUESTION, /* "Questions for the Board:" */
	CND_LEAD_OTHER /* "The review found that:" */
};

/* How the words of a text begin (recommendation_titled.c). */
struct cnd_beginnings {
	uint32_t *items;
	size_t count;
	bool are_known;
};

/* A recommendation while it is being put together. */
struct cnd_candidate {
	struct cnd_recommendation rec; /* all but spans and number */
	struct cnd_span *spans;
	size_t span_count;
	size_t span_capacity;
	size_t main_count; /* first spans, which say what is recommended */
	struct cnd_beginnings beginnings; /* of those, when they were needed */
	struct cnd_str number; /* "3" of "Recommendation 3"; may be empty */
	struct cnd_span period; /* heading above that says by when, or empty */
	uint32_t group; /* its section, or its table past all sections */
	uint32_t
		in_order; /* the one that a row of titles is for by its place */
	bool is_row; /* of an action plan */
	bool is_summary; /* repeated in a summary */
	bool is_reference; /* may only point at another one by its number */
	bool is_merged; /* into another one, or dropped */
	bool is_by_number; /* a row that names what it is about by number */
	bool is_title; /* a row that names what it is about, and orders nothing */
	bool is_named; /* and was told by its title from the others */
	bool may_stand; /* a row that counts even if nothing matches it */
	size_t part_count; /* items that spell it out */
};

/* Where the walk stands. */
enum cnd_mode {
	CND_MODE_SECTION, /* the section's role decides */
	CND_MODE_RECOMMENDATIONS, /* below a line that says so */
	CND_MODE_QUESTIONS,
	CND_MODE_CLOSED /* behind "Findings" at the end of a paragraph */
};

/* What looks like a title, and how. */
enum cnd_title {
	CND_TITLE_NONE,
	CND_TITLE_HEADING,
	CND_TITLE_BOLD, /* a paragraph all in bold */
	CND_TITLE_SLANTED, /* in italics, short, and without a full stop */
	CND_TITLES
};

/* What the lines and headings of a section are like. */
struct cnd_section_tally {
	uint32_t lines; /* paragraphs and items, those below it too */
	uint32_t telling; /* of those, that tell somebody to do something */
	uint32_t listed; /* items of no list that a colon opens */
	uint32_t listed_telling;
	uint32_t heads; /* sections right below it */
	uint32_t heads_telling;
	uint32_t labelled; /* recommendations with labels */
	/* Whether headings below it, or titles of that style in it, name who
	 * is to act; 0: not looked at. */
	uint8_t sorted[CND_TITLES];
	bool is_numbered; /* an item of it has a number, */
	bool is_running; /* and the first goes on from the section before */
};

struct cnd_finder {
	const struct cnd_structure *structure;
	size_t type;
	const struct cnd_document *doc;
	const struct cnd_review *review; /* its abbreviations are there */
	struct cnd_arena *arena;

	struct cnd_candidate *items;
	size_t count;
	size_t capacity;
	struct cnd_span *questions;
	size_t question_count;
	size_t question_capacity;

	uint32_t *unanswered; /* findings that no recommendation names */
	size_t unanswered_count;
	struct cnd_line *lines; /* of each block; read_line's */
	uint32_t *taken; /* of each block: the candidate it is of */
	uint8_t *lead; /* of each block: enum cnd_lead */
	struct cnd_section_tally *sections; /* of each section */
	size_t look_ups; /* names looked for in the prose */
	uint32_t threads; /* lines of analysis that recommend */
	uint32_t marked; /* sentences of analysis in bold that are orders */
	bool has_place; /* a section or plan for recommendations */
	uint32_t last_number; /* of a label in the text; 0 for none */

	enum cnd_mode mode;
	struct cnd_span agency; /* heading above; empty for none */
	struct cnd_span asked; /* whom the headings here ask; may be empty */
	struct cnd_span period; /* the same, of a time */
	struct cnd_span column; /* a body in a table that lost its lines */
	struct cnd_str column_title; /* the line above that column's name */
	struct cnd_str heading_label; /* "Recommendation 3" as a heading */
	struct cnd_str heading_number;
	uint32_t heading_section; /* where that label holds, or CND_NONE */
	bool is_heading_label; /* of a heading, not of a line */
	uint32_t heading_taken; /* the candidate whose section this is */
	uint32_t box_end; /* one past the last block of the box begun */
	bool is_box_mode; /* the line before stood in a box */
	bool is_last_resort; /* nothing was found where it should stand */
	uint32_t last_line; /* the paragraph or item before, or CND_NONE */
	uint32_t opened; /* the line whose list goes on, or CND_NONE */
};

/* A paragraph or item, looked at once. */
struct cnd_line {
	uint32_t index;
	const struct cnd_block *block;
	struct cnd_span body; /* without a label that stands in the text */
	struct cnd_str text; /* of body */
	struct cnd_str label; /* as shown; empty for none */
	struct cnd_str number; /* of an explicit label */
	struct cnd_span addressee; /* that the label names; or empty */
	bool is_item;
	bool is_explicit; /* "Recommendation 3", "R3" */
};

static inline bool
cnd_span_is_empty(struct cnd_span span)
{
	return span.from >= span.to;
}

enum {
	CND_TITLE_BYTES = 90, /* a line that heads what follows it */
	CND_BOLD_BYTES = 40 /* a bold line shorter than this is a heading */
};

/* candidate.c */

/* A new candidate that opens in a block; valid until the next one. */
struct cnd_candidate *cnd_candidate_new(
	struct cnd_finder *finder, uint32_t block);

/* Adds words to a candidate; an empty span is passed over. */
void cnd_candidate_add(struct cnd_finder *finder,
	struct cnd_candidate *candidate, struct cnd_span span);

/* A new candidate with a line's label and these of its words. */
struct cnd_candidate *cnd_line_candidate(struct cnd_finder *finder,
	const struct cnd_line *line, struct cnd_span span);

/* Adds a line to a candidate that an earlier block began. */
void cnd_line_join(
	struct cnd_finder *finder, const struct cnd_line *line, uint32_t taken);

/* Notes a question. */
void cnd_question_add(struct cnd_finder *finder, struct cnd_span span);

/* recommendation_style.c */

/* Nearly all of a text is in bold, or in italics. */
bool cnd_is_strong(const struct cnd_document *doc, struct cnd_span span);
bool cnd_is_slanted(const struct cnd_document *doc, struct cnd_span span);

/* Whether a block is or looks like a heading. */
enum cnd_title cnd_title_of(
	const struct cnd_document *doc, const struct cnd_block *block);

/* recommendation_line.c */

/* Looks at a paragraph or item. */
struct cnd_line cnd_line_of(const struct cnd_finder *finder, uint32_t index);

/* Takes so many bytes off the front of a line's words: its label. */
void cnd_line_cut(struct cnd_line *line, size_t bytes);

/*
 * The first sentence of a line that is not about the recommendations as
 * such: its span, and whether a sentence before it was.  False for none.
 */
bool cnd_line_first_sentence(const struct cnd_finder *finder,
	const struct cnd_line *line, struct cnd_span *sentence,
	bool *is_after_aside);

/* The whole line is a question. */
bool cnd_line_asks(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* It opens in small letters: the rest of a sentence begun above. */
bool cnd_line_continues(const struct cnd_line *line);

/* Somebody is told to do something, or it is an order. */
bool cnd_text_directs(const struct cnd_finder *finder, struct cnd_str text);

/* "Anytown Council should …": a body or post is told to, in the present. */
bool cnd_text_tells_body(const struct cnd_finder *finder, struct cnd_str text);

/* "Anytown Council to roster …", whatever the verb. */
bool cnd_text_tells_agency(
	const struct cnd_finder *finder, struct cnd_str text);

/* "Anytown Council", "Anytown Council, adult social care", "All schools". */
bool cnd_is_addressee(const struct cnd_finder *finder, struct cnd_str text);

/*
 * A title that names who is to act only because others beside it, which
 * look alike, do: "The Larches", "KCA", "Health".
 */
bool cnd_is_sorted_name(struct cnd_finder *finder, const struct cnd_line *line);

/* Two words or more in capitals that name no person: "Tarn Buses". */
bool cnd_text_is_name(struct cnd_str text);

/* Name of a body or post in capitals: may head its recommendations. */
bool cnd_text_is_agency(const struct cnd_finder *finder, struct cnd_str text);

/* It opens with a quotation mark: somebody's words. */
bool cnd_opens_quotation(struct cnd_str text);

/* "Anytown Council: a second warden". */
bool cnd_opens_with_agency(
	const struct cnd_finder *finder, struct cnd_str text);

/* The same of an item among others, which may be brief or promise. */
bool cnd_item_tells(const struct cnd_finder *finder, struct cnd_str text);

/* Its heading speaks of what is done already. */
bool cnd_looks_back(const struct cnd_finder *finder, uint32_t section);

/* A section whose name does not say what it holds, so its lines may. */
bool cnd_may_tell(const struct cnd_finder *finder, uint32_t section);

/* The line stands where recommendations do, or in a list that tells. */
bool cnd_bears_line(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* The section (or the line above) is where recommendations stand. */
bool cnd_is_bearing(const struct cnd_finder *finder, uint32_t section);

/* A section inside an executive summary. */
bool cnd_is_in_summary(const struct cnd_document *doc, uint32_t section);

/* recommendation_lead.c */

/* Whether a block ends as a line does that opens a list. */
bool cnd_has_colon(const struct cnd_finder *finder, uint32_t index);

/* Whether items follow a block as its list. */
bool cnd_has_items(const struct cnd_finder *finder, uint32_t index);

/*
 * "The Council is asked to agree the following.": those below tell who is
 * to act themselves.
 */
bool cnd_announces(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* What the line makes of the items below it. */
enum cnd_lead cnd_lead_of(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* recommendation_list.c */

/*
 * Whether a line's number goes on from a block's: "39.2" from "39. It is
 * recommended that:".
 */
bool cnd_line_counts_on(const struct cnd_finder *finder,
	const struct cnd_line *line, uint32_t index);

/* The block that opens the list a line is an item of, or CND_NONE. */
uint32_t cnd_line_opener(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* Takes an item as the line that opens its list has it; false when that
 * says nothing. */
bool cnd_take_opened(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening);

/* Takes an item in a place where recommendations stand. */
void cnd_take_item(struct cnd_finder *finder, const struct cnd_line *line);

/* recommendation_title.c */

/* Takes a line that only names what follows it; false when it is none. */
bool cnd_take_title(struct cnd_finder *finder, const struct cnd_line *line);

/* A title that a reader left at the end of the paragraph before a list. */
void cnd_take_trailing_title(
	struct cnd_finder *finder, const struct cnd_line *line);

/* A heading at a paragraph's end: "Findings" shuts the section's list. */
void cnd_take_lost_heading(
	struct cnd_finder *finder, const struct cnd_line *line);

/* A label, and what is recommended in the next paragraph. */
bool cnd_names_next(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* Takes the words below a heading or line that is their label. */
bool cnd_take_labelled(struct cnd_finder *finder, const struct cnd_line *line);

/* Takes a heading: it may be a label, an agency or a recommendation. */
void cnd_take_heading(struct cnd_finder *finder, uint32_t index);

/* recommendation_bearing.c */

/* Takes a line in a place where recommendations stand. */
void cnd_take_bearing(struct cnd_finder *finder, const struct cnd_line *line);

/* recommendation_elsewhere.c */

/* Where a recommendation may stand by itself, outside its section. */
bool cnd_role_is_open(enum cnd_role role);

/* Orders in bold among a line's sentences, long enough to be no headings. */
uint32_t cnd_marked_orders(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* The same of a line; a letter has no sections but the one. */
bool cnd_line_is_open(
	const struct cnd_finder *finder, const struct cnd_line *line);

/* Where even a labelled recommendation is another review's. */
bool cnd_role_is_closed(enum cnd_role role);

/*
 * Takes labelled recommendations that begin behind a paragraph's first
 * sentence; where the first of them begins, or 0 for none.
 */
uint32_t cnd_take_labels_inside(
	struct cnd_finder *finder, const struct cnd_line *line);

/* Whether a lead-in outside those sections opens recommendations. */
bool cnd_opens_elsewhere(const struct cnd_finder *finder,
	const struct cnd_line *line, enum cnd_lead lead);

/* Takes a line outside the sections that hold recommendations. */
void cnd_take_elsewhere(struct cnd_finder *finder, const struct cnd_line *line);

/* recommendation_mention.c */

/* A label's number where it is one of two digits, or 0. */
uint32_t cnd_label_count(struct cnd_str text);

/* "… is to everyone: be curious": the order stands behind a colon. */
bool cnd_orders_behind_colon(
	const struct cnd_finder *finder, struct cnd_str text);

/* Takes sentences of a paragraph that name their own number, each with
 * what follows it; false for none. */
bool cnd_take_mentions(struct cnd_finder *finder, const struct cnd_line *line);

/* recommendation_run.c */

/* Takes the several recommendations of one paragraph; false for none. */
bool cnd_take_run(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span);

/* recommendation_text.c */

/* Notes what a line makes of the items below; true when that is all. */
bool cnd_take_lead(struct cnd_finder *finder, const struct cnd_line *line,
	bool is_bearing);

/* Takes a paragraph or item. */
void cnd_take_line(struct cnd_finder *finder, uint32_t index);

/* recommendation_columns.c */

enum { CND_PLAN_COLUMNS = 32 }; /* wider tables are data, not plans */

struct cnd_columns {
	enum cnd_column at[CND_PLAN_COLUMNS];
	uint32_t first_row; /* its first block: behind the header */
	bool is_by_number; /* what rows are about is told by numbers alone */
};

bool cnd_columns_have(
	const struct cnd_columns *columns, enum cnd_column column);

/* Reads a plan's header, and what it leaves open from the cells; false
 * when no column says what is to be done. */
bool cnd_columns_read(const struct cnd_finder *finder,
	const struct cnd_table *table, struct cnd_columns *columns);

/* The same without a header, where recommendations stand. */
bool cnd_columns_guess(const struct cnd_finder *finder,
	const struct cnd_table *table, struct cnd_columns *columns);

/* recommendation_transposed.c */

/* Takes a table whose columns are recommendations; false for another. */
bool cnd_take_transposed(struct cnd_finder *finder, uint32_t index);

/* recommendation_table.c */

/* Takes a table's rows. */
void cnd_take_table(struct cnd_finder *finder, uint32_t table);

/* recommendation_titled.c */

/* Whether a row's words only name what it is about. */
bool cnd_is_title_row(const struct cnd_finder *finder, struct cnd_str text);

/*
 * Finds what rows of titles mean by their place: when a table counts as many
 * as the text has without numbers, and most of its titles agree.
 */
void cnd_titled_order(struct cnd_finder *finder);

/* The one candidate in the text that such a row names best; or CND_NONE. */
uint32_t cnd_titled_match(const struct cnd_finder *finder, uint32_t row);

/* Drops rows that name nothing, of tables of which most rows do. */
void cnd_titled_drop(struct cnd_finder *finder);

/* recommendation_lost.c */

/* Notes whose a table is whose lines were lost, and where it ends. */
void cnd_take_lost_column(struct cnd_finder *finder, uint32_t index);

/* recommendation_merge.c */

/* Makes one of those that say the same; near-duplicates get same_as. */
void cnd_candidates_merge(struct cnd_finder *finder);

/* recommendation_links.c */

/* Sets is_compound and finding, and lists the findings left over. */
void cnd_candidates_link(struct cnd_finder *finder);

#endif
