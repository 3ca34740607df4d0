/*
 * Which way a question goes.  The automaton tells where the first match
 * could end; a match that begins behind that place cannot be the first, so
 * the walk ends there, and the automaton is asked again from the next one
 * if it had promised too much.
 */
#include "query/query.h"

#include "base/eight.h"
#include "query/follow.h"
#include "query/runners.h"
#include "query/states.h"
#include "query/walk.h"

#include <string.h>

struct cnd_query {
	const struct cnd_regex *regex;
	const struct cnd_automaton *automaton; /* NULL: not regular */
	const struct cnd_automaton *here; /* see struct cnd_walk */
	struct cnd_runners runners; /* to be asked in place of the automaton */
	struct cnd_program program; /* when is_walked */
	bool is_walked; /* the match itself is found here, too */
	bool is_exact; /* the automaton promises nothing too much */
	bool not_empty;
	bool is_doubled; /* see cnd_query_is_doubled */
	struct cnd_sign_set need; /* signs of which a match has one */
	uint32_t least; /* signs that follow where a match begins */
	uint32_t digits; /* of these */
	uint32_t blanks;
	bool has_capitals; /* see cnd_term_has_capitals */
};

/* What a glance at a text is compared with. */
static void
measure(struct cnd_query *query, const struct cnd_term *tree)
{
	query->need = cnd_term_need(tree);
	query->least = cnd_term_least(tree);
	query->digits = cnd_term_digits(tree);
	query->blanks = cnd_term_blanks(tree);
	query->has_capitals = cnd_term_has_capitals(tree);
}

/*
 * From one tree, factored in order: a little less than what could be joined
 * for the loose program, which need not keep the order, but read once.
 */
static void
make_programs(struct cnd_arena *arena, struct cnd_query *query,
	struct cnd_str pattern, unsigned flags)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_tree_sets sets = { 0 };
	struct cnd_term *tree = cnd_tree_read(scratch, pattern, flags, &sets);
	struct cnd_program loose = { 0 };
	bool is_known = tree != NULL;
	bool is_small;

	if (!is_known)
		tree = cnd_tree_read_loosely(scratch, pattern, flags, &sets);
	if (tree != NULL) {
		query->is_exact = is_known &&
			(!query->not_empty || !cnd_term_is_nullable(tree));
		measure(query, tree);
		query->is_doubled = !is_known && cnd_term_is_doubled(tree);
		cnd_tree_factor(scratch, tree, is_known);
		query->is_walked = is_known &&
			cnd_program_exact(
				scratch, tree, &sets, &query->program);
		is_small = cnd_program_loose(scratch, tree, &sets, &loose);
		query->is_exact &= loose.is_exact;
		query->program.sets = cnd_program_sets(scratch, &sets);
		if (query->is_walked)
			cnd_program_follow(scratch, &query->program, &sets);
		loose.sets = cnd_program_sets(arena, &sets);
		loose.set_count = sets.count;
		query->program.sets = loose.sets;
		query->program.set_count = sets.count;
		if (query->is_walked)
			cnd_program_keep(arena, &query->program);
		if (is_small) {
			cnd_program_keep(arena, &loose);
			query->automaton = cnd_automaton_new(arena, &loose);
			if (query->is_walked)
				query->here = cnd_automaton_new_here(
					arena, query->automaton);
			query->runners = cnd_runners_new(arena,
				&(struct cnd_runners_pattern){
					pattern, flags, is_known });
		}
	}
	cnd_arena_free(scratch);
}

struct cnd_query *
cnd_query_new(struct cnd_arena *arena, struct cnd_str pattern, unsigned flags,
	struct cnd_error *err)
{
	struct cnd_query *query = cnd_arena_alloc(arena, sizeof(*query));

	query->regex =
		cnd_regex_new(arena, pattern, flags | CND_REGEX_BOUNDED, err);
	if (query->regex == NULL)
		return NULL;
	query->not_empty = (flags & CND_REGEX_NOT_EMPTY) != 0;
	make_programs(arena, query, pattern, flags);
	return query;
}

/* What the query's automata answer, the first that does not say no. */
static enum cnd_answer
ask(const struct cnd_query *query, struct cnd_str text, size_t from,
	size_t *end)
{
	enum cnd_answer answer = CND_ANSWER_NO;

	if (query->runners.count == 0)
		return cnd_automaton_ask(query->automaton, text, from, end);
	for (uint32_t i = 0;
		i < query->runners.count && answer == CND_ANSWER_NO; i++)
		answer = cnd_automaton_ask(
			query->runners.items[i], text, from, end);
	return answer;
}

static enum cnd_answer
find_regular(const struct cnd_query *query, struct cnd_str text,
	struct cnd_search search, struct cnd_match *match)
{
	struct cnd_walk walk = {
		.from = search.from,
		.not_empty = query->not_empty,
		.here = query->here,
	};

	while (walk.from <= text.len && walk.from <= search.last) {
		size_t end;
		enum cnd_answer answer = ask(query, text, walk.from, &end);

		if (answer == CND_ANSWER_NO || answer == CND_ANSWER_UNKNOWN)
			return answer;
		if (!query->is_walked)
			return CND_ANSWER_UNKNOWN;
		walk.last = end < search.last ? end : search.last;
		answer = cnd_walk_find(&query->program, text, walk, match);
		if (answer != CND_ANSWER_NO)
			return answer;
		walk.from = end + 1;
		while (walk.from < text.len &&
			((unsigned char)text.data[walk.from] & 0xc0) == 0x80)
			walk.from++;
	}
	return CND_ANSWER_NO;
}

enum cnd_regex_result
cnd_query_search(const struct cnd_query *query, struct cnd_str text,
	struct cnd_search search, struct cnd_match *match)
{
	enum cnd_answer answer = CND_ANSWER_UNKNOWN;

	if (query->automaton != NULL)
		answer = find_regular(query, text, search, match);
	if (answer == CND_ANSWER_UNKNOWN)
		return cnd_regex_search(query->regex, text, search, match);
	return answer == CND_ANSWER_YES ? CND_REGEX_MATCH : CND_REGEX_NO_MATCH;
}

enum cnd_regex_result
cnd_query_find(const struct cnd_query *query, struct cnd_str text, size_t from,
	struct cnd_match *match)
{
	return cnd_query_search(query, text,
		(struct cnd_search){ .from = from, .last = text.len }, match);
}

enum cnd_regex_result
cnd_query_stands(
	const struct cnd_query *query, struct cnd_str text, size_t from)
{
	enum cnd_answer answer = CND_ANSWER_UNKNOWN;
	size_t end;

	if (query->automaton != NULL && query->is_exact)
		answer = ask(query, text, from, &end);
	if (answer == CND_ANSWER_UNKNOWN || answer == CND_ANSWER_PERHAPS)
		return cnd_query_find(query, text, from, NULL);
	return answer == CND_ANSWER_YES ? CND_REGEX_MATCH : CND_REGEX_NO_MATCH;
}

bool
cnd_query_may_stand(
	const struct cnd_query *query, struct cnd_str text, size_t from)
{
	size_t end;

	return query->automaton == NULL ||
		ask(query, text, from, &end) != CND_ANSWER_NO;
}

static inline uint64_t
digits_in(uint64_t bytes)
{
	return cnd_eight_in(bytes, '0', '9');
}

/* Of ASCII. */
static inline uint64_t
blanks_in(uint64_t bytes)
{
	return cnd_eight_in(bytes, ' ', ' ') | cnd_eight_in(bytes, '\t', '\r');
}

static inline size_t
count_in(struct cnd_str text, uint64_t (*answers)(uint64_t))
{
	size_t count = 0;

	for (size_t at = 0; at < text.len; at += 8)
		count += cnd_eight_count(answers(cnd_load8_of(text, at)));
	return count;
}

static bool
has_capitals(struct cnd_str text)
{
	uint64_t before = 0; /* whether the last byte was one */
	uint64_t pairs = 0;

	for (size_t at = 0; at < text.len; at += 8) {
		uint64_t bytes = cnd_load8_of(text, at);
		uint64_t capitals = cnd_eight_in(bytes, 'A', 'Z');

		pairs |= (capitals << 8 | before) &
			(capitals | digits_in(bytes) |
				cnd_eight_in(bytes, '&', '&'));
		before = capitals >> 56;
	}
	return pairs != 0;
}

struct cnd_glance
cnd_glance_at(struct cnd_str text)
{
	enum { YES = 0x80 };
	struct cnd_glance glance = { .len = text.len };
	/* Each as an answer of eight.h: its highest bit. */
	unsigned char seen[CND_SIGNS] = { 0 };
	size_t len;

	for (size_t at = 0; at < text.len; at += len) {
		unsigned char byte = (unsigned char)text.data[at];

		len = 1;
		if (byte < 0x80)
			seen[byte] = YES;
		else
			seen[cnd_sign_at(text, at, &len)] = YES;
	}
	glance.blanks =
		seen[CND_SIGN_BLANK] ? text.len : count_in(text, blanks_in);
	glance.has_capitals = has_capitals(text);
	if (memchr(&seen['0'], YES, 10) != NULL)
		glance.digits = count_in(text, digits_in);
	seen[CND_SIGN_DOUBTFUL] |= seen['\r'];
	for (unsigned sign = 0; sign < CND_SIGNS; sign += 8)
		glance.signs.bits[sign >> 6] |=
			cnd_eight_gather(cnd_load8((const char *)&seen[sign]))
			<< (sign & 63);
	return glance;
}

bool
cnd_query_is_doubled(const struct cnd_query *query)
{
	return query->is_doubled;
}

bool
cnd_query_counts_digits(const struct cnd_query *query)
{
	enum { MANY = 4 };

	return query->digits >= MANY;
}

bool
cnd_query_is_long(const struct cnd_query *query, size_t len)
{
	return len >= query->least;
}

bool
cnd_query_is_worth(
	const struct cnd_query *query, const struct cnd_glance *glance)
{
	return query->automaton == NULL ||
		cnd_sign_has(&glance->signs, CND_SIGN_DOUBTFUL) ||
		(glance->len >= query->least &&
			glance->digits >= query->digits &&
			glance->blanks >= query->blanks &&
			(glance->has_capitals || !query->has_capitals) &&
			cnd_sign_share(&glance->signs, &query->need));
}

enum cnd_regex_result
cnd_query_search_plainly(const struct cnd_query *query, struct cnd_str text,
	struct cnd_search search, struct cnd_match *match)
{
	return cnd_regex_search(query->regex, text, search, match);
}

bool
cnd_query_is_filtered(const struct cnd_query *query)
{
	return query->automaton != NULL;
}

bool
cnd_query_is_regular(const struct cnd_query *query)
{
	return query->automaton != NULL && query->is_walked;
}

void
cnd_query_forget(const struct cnd_query *query)
{
	if (query->automaton != NULL)
		cnd_states_forget(query->automaton);
	if (query->here != NULL)
		cnd_states_forget(query->here);
	for (uint32_t i = 0; i < query->runners.count; i++)
		cnd_states_forget(query->runners.items[i]);
}
