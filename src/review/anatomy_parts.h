/* The readers of the single parts.  Inside src/review only. */
#ifndef CND_REVIEW_ANATOMY_PARTS_H
#define CND_REVIEW_ANATOMY_PARTS_H

#include "review/anatomy_clause.h"
#include "review/review.h"

/* What a reader of a part is given. */
struct cnd_reading {
	const struct cnd_document *doc;
	const struct cnd_review *review; /* maybe NULL */
	struct cnd_clauses clauses;
	struct cnd_arena *arena;
};

/* A growing list of spans in the arena. */
struct cnd_span_list {
	struct cnd_span *items;
	size_t count;
	size_t capacity;
};

void cnd_span_list_add(struct cnd_span_list *list, struct cnd_arena *arena,
	struct cnd_span span);

/* "Lead agency: the Trust": a part told beside the sentence. */
struct cnd_field {
	enum cnd_part part;
	struct cnd_span value;
	struct cnd_span whole; /* its label included; empty: words stay */
	bool is_guess; /* told by its place: where nothing else tells it */
};

/* The labelled fields of a text, in order; the array is in the arena. */
size_t cnd_fields_of(const struct cnd_tokens *tokens, struct cnd_arena *arena,
	struct cnd_field **fields);

/* Who a clause tells to act, and the words that say so. */
enum cnd_part_value cnd_owner_of_clauses(
	const struct cnd_reading *reading, struct cnd_span *span);

/* The same of a line that opens a list, which may lack its verb. */
enum cnd_part_value cnd_owner_of_lead(
	const struct cnd_reading *reading, struct cnd_span *span);

/* Whom a heading, a cell or any noun phrase names. */
enum cnd_part_value cnd_owner_of_phrase(const struct cnd_reading *reading,
	struct cnd_range range, struct cnd_span *span);

/*
 * Whom a cell of an owner column names, when its words as a phrase say
 * `known` of it; of a guess, words that may be no such cell, a post alone.
 */
enum cnd_part_value cnd_owner_of_cell(const struct cnd_tokens *tokens,
	enum cnd_part_value known, bool is_guess);

/* Vague or concrete, with every vague wording. */
enum cnd_part_value cnd_action_of(
	const struct cnd_reading *reading, struct cnd_span_list *vague);

/* What time the recommended act is bound to. */
enum cnd_part_value cnd_time_of_clauses(
	const struct cnd_reading *reading, struct cnd_span *span);

/* A date, a period or "at once" among words that say when. */
bool cnd_time_is_fixed(const struct cnd_tokens *tokens);

/* What a cell of a time column says. */
enum cnd_part_value cnd_time_of_cell(
	const struct cnd_reading *reading, struct cnd_span *span);

/* Whether it is said how anyone will know. */
enum cnd_part_value cnd_measure_of_clauses(
	const struct cnd_reading *reading, struct cnd_span *span);

/* Whether it is looked at afterwards, and the words that say so. */
bool cnd_is_checked(const struct cnd_clauses *clauses, struct cnd_span *span);

/*
 * Something is recommended before this word, which is in no "who …" or
 * "where …": what it says is done besides.
 */
bool cnd_is_besides(
	const struct cnd_clauses *clauses, size_t sentence, size_t token);

/* A count, a rate: not the number of a telephone. */
bool cnd_is_reckoning(const struct cnd_tokens *tokens, size_t i);

/*
 * Where in a sentence what is recommended ends and its reasons begin: at
 * its first token when it only says what was found, before anybody is told
 * to do anything.
 */
size_t cnd_end_of_act(const struct cnd_clauses *clauses, size_t sentence);

/* "fall to single figures", "nine in ten", "until it is nil": at token i. */
bool cnd_names_level(const struct cnd_tokens *tokens, size_t i, size_t end);

/* "set a ceiling for it", "with a target": a level named as such. */
bool cnd_sets_target(const struct cnd_tokens *tokens, size_t i);

/* Whether something will show that it was done, and the words that say so:
 * figures that go to the Board, a test named as one, a level to reach. */
bool cnd_is_proven(const struct cnd_clauses *clauses, struct cnd_span *span);

/* How anyone will know, told beside the act: "the number being reported to
 * the Board", "the test of it is …". */
bool cnd_is_told_beside(const struct cnd_tokens *tokens, struct cnd_span *span);

/* What a cell of a measure column says. */
enum cnd_part_value cnd_measure_of_cell(
	const struct cnd_reading *reading, struct cnd_span *span);

/* The strongest kind of act named. */
enum cnd_strength cnd_strength_of(const struct cnd_reading *reading);

#endif
