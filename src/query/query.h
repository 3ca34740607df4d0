/*
 * A pattern to ask texts for.  Most are regular, and answered here: an
 * automaton says whether there can be a match, and only where it says yes
 * is the match itself sought.  The others, and texts with characters that
 * PCRE2's versions see differently, are PCRE2's.  The answers are PCRE2's
 * in each case: tests/unit/query compares them.  docs/matching.md.
 */
#ifndef CND_QUERY_QUERY_H
#define CND_QUERY_QUERY_H

#include "base/regex.h"
#include "query/alphabet.h"

struct cnd_query;

/* As cnd_regex_new, with its flags; CND_REGEX_BOUNDED is implied. */
struct cnd_query *cnd_query_new(struct cnd_arena *arena, struct cnd_str pattern,
	unsigned flags, struct cnd_error *err);

/* As cnd_regex_find. */
enum cnd_regex_result cnd_query_find(const struct cnd_query *query,
	struct cnd_str text, size_t from, struct cnd_match *match);

/* As cnd_regex_search. */
enum cnd_regex_result cnd_query_search(const struct cnd_query *query,
	struct cnd_str text, struct cnd_search search, struct cnd_match *match);

/* Whether a match begins at or after from; what it is, is not told. */
enum cnd_regex_result cnd_query_stands(
	const struct cnd_query *query, struct cnd_str text, size_t from);

/* False when surely no match begins at or after from; cheaper still. */
bool cnd_query_may_stand(
	const struct cnd_query *query, struct cnd_str text, size_t from);

/* What a glance at a text tells. */
struct cnd_glance {
	struct cnd_sign_set signs; /* that it holds */
	size_t len; /* bytes */
	size_t digits;
	size_t blanks;
	bool has_capitals; /* see cnd_term_has_capitals */
};
struct cnd_glance cnd_glance_at(struct cnd_str text);

/* Whether each match is one word twice, with blanks between. */
bool cnd_query_is_doubled(const struct cnd_query *query);

/*
 * Whether a glance is worth its while although a word has told that there
 * may be a match: telephone numbers need more digits than most texts have.
 */
bool cnd_query_counts_digits(const struct cnd_query *query);

/* Whether a text of so many bytes may hold a match. */
bool cnd_query_is_long(const struct cnd_query *query, size_t len);

/* False when a match surely is not in a text. */
bool cnd_query_is_worth(
	const struct cnd_query *query, const struct cnd_glance *glance);

/*
 * Gives back the memory that answering took, but for what was made with the
 * rules.  Nobody else may use the query meanwhile.
 */
void cnd_query_forget(const struct cnd_query *query);

/* The same answers from PCRE2 alone: for tests. */
enum cnd_regex_result cnd_query_search_plainly(const struct cnd_query *query,
	struct cnd_str text, struct cnd_search search, struct cnd_match *match);

/* Whether texts without a match are told from others here. */
bool cnd_query_is_filtered(const struct cnd_query *query);

/* Whether the pattern is answered here. */
bool cnd_query_is_regular(const struct cnd_query *query);

#endif
