/*
 * Sentences that hold all parts of a clue.  Only one part of each clue, the
 * rarest, is among the patterns that the document is scanned for; the
 * others are tried on the sentences where it was found, so a report that
 * says nothing of the kind costs next to nothing.
 */
#include "rule/clue.h"

#include "base/buf.h"
#include "query/ask.h"
#include "rule/clue_place.h"

/* Lists of patterns in one clue: those shipped have four at most. */
enum { PARTS_MAX = 8 };

struct parts {
	const struct cnd_query *items[PARTS_MAX];
	size_t count;
};

struct cnd_clue {
	struct parts sequence;
	struct parts all;
	const struct cnd_query *unwanted; /* `not`, or NULL */
	const struct cnd_query *antecedent; /* `not-it`, or NULL */
	const struct cnd_query *context; /* or NULL */
	const struct cnd_query *label; /* or NULL */
	const struct cnd_query *beside; /* in the paragraph, or NULL */
	const struct cnd_query *rarest; /* the part looked for first */
	uint32_t hints; /* tag of its hints */
	bool is_everywhere; /* every sentence of its sections is tried */
	uint32_t roles; /* bits of enum cnd_role */
	uint32_t reach; /* 0: any */
};

/* A list of patterns, or one, as a single alternation. */
static struct cnd_str
join(struct cnd_arena *arena, const struct cnd_str *items, size_t count)
{
	struct cnd_buf out = { 0 };
	struct cnd_str joined;

	for (size_t i = 0; i < count; i++)
		cnd_buf_printf(&out, "%s(?:%.*s)", i == 0 ? "" : "|",
			CND_STR_ARG(items[i]));
	joined = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return joined;
}

bool
cnd_clue_regex(struct cnd_compile *compile, const struct cnd_yaml *list,
	const struct cnd_query **regex, struct cnd_error *err)
{
	struct cnd_pattern pattern = { .node = list, .is_word = true };
	const struct cnd_str *items;
	size_t count;

	*regex = NULL;
	if (list == NULL)
		return true;
	if (!cnd_compile_strings(compile, list, &items, &count, err))
		return false;
	if (count == 0)
		return cnd_rule_fail(err, list, "a list of patterns is empty");
	pattern.text = join(compile->arena, items, count);
	*regex = cnd_compile_regex(compile, &pattern, err);
	return *regex != NULL;
}

static bool
read_parts(struct cnd_compile *compile, const struct cnd_yaml *list,
	struct parts *parts, struct cnd_error *err)
{
	bool is_list = list != NULL && list->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? list->child : list;

	for (; item != NULL; item = is_list ? item->next : NULL) {
		if (parts->count == PARTS_MAX)
			return cnd_rule_fail(err, item,
				"a clue has %d parts at most", PARTS_MAX);
		if (!cnd_clue_regex(
			    compile, item, &parts->items[parts->count++], err))
			return false;
	}
	return true;
}

static bool
read_roles(struct cnd_compile *compile, const struct cnd_yaml *list,
	uint32_t *roles, struct cnd_error *err)
{
	const struct cnd_str *names;
	size_t count;

	*roles = 0;
	if (!cnd_compile_strings(compile, list, &names, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		enum cnd_role role;

		if (!cnd_role_of_name(names[i], &role))
			return cnd_rule_fail(err, list,
				"section role '%.*s' is not known",
				CND_STR_ARG(cnd_str_slice(names[i], 0, 60)));
		*roles |= 1u << (unsigned)role;
	}
	return true;
}

/* `sections` or else all but `not-sections`; neither: *roles is kept. */
static bool
read_sections(struct cnd_compile *compile, const struct cnd_yaml *map,
	uint32_t *roles, struct cnd_error *err)
{
	const struct cnd_yaml *wanted = cnd_yaml_get(map, "sections");
	const struct cnd_yaml *unwanted = cnd_yaml_get(map, "not-sections");
	uint32_t without;

	if (wanted != NULL)
		return read_roles(compile, wanted, roles, err);
	if (unwanted == NULL)
		return true;
	if (!read_roles(compile, unwanted, &without, err))
		return false;
	*roles = ~without;
	return true;
}

static bool
check_keys(const struct cnd_yaml *map, struct cnd_error *err)
{
	static const char *const keys[] = { "seq", "all", "not", "not-it",
		"context", "label", "beside", "sections", "not-sections",
		"reach", "rarest" };
	enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

	if (map->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, map, "a clue must be a map");
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next) {
		size_t i = 0;

		while (i < KEYS &&
			!cnd_str_equal(n->key->text, cnd_str_of(keys[i])))
			i++;
		if (i == KEYS)
			return cnd_rule_fail(err, n,
				"'%.*s' is no key of a clue",
				CND_STR_ARG(
					cnd_str_slice(n->key->text, 0, 60)));
	}
	return true;
}

/* A whole number up to most; its absence leaves *value alone. */
static bool
read_number(const struct cnd_yaml *map, const char *key, uint32_t most,
	uint32_t *value, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(map, key);
	double number;

	if (node == NULL)
		return true;
	if (!cnd_yaml_number(node, &number, err))
		return false;
	if (!(number >= 0 && number <= most))
		return cnd_rule_fail(err, node, "'%s' must be from 0 to %u",
			key, (unsigned)most);
	*value = (uint32_t)number;
	return true;
}

/* Gives the matcher the patterns of a part, to tell where it may stand. */
static bool
add_hints(struct cnd_compile *compile, const struct cnd_yaml *list,
	uint32_t tag, struct cnd_error *err)
{
	const struct cnd_str *items;
	size_t count;

	if (!cnd_compile_strings(compile, list, &items, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct cnd_pattern pattern = {
			.text = items[i],
			.node = list,
			.is_word = true,
			.is_hint = true,
		};

		if (!cnd_compile_pattern(compile, &pattern, tag, err))
			return false;
	}
	return true;
}

/* Gives the matcher the part that the document is scanned for. */
static bool
read_rarest(struct cnd_compile *compile, const struct cnd_yaml *map,
	struct cnd_clue *clue, struct cnd_error *err)
{
	bool is_sequence = clue->sequence.count > 0;
	size_t count = is_sequence ? clue->sequence.count : clue->all.count;
	const struct cnd_yaml *list =
		cnd_yaml_get(map, is_sequence ? "seq" : "all");
	const struct cnd_yaml *item =
		list->kind == CND_YAML_LIST ? list->child : list;
	uint32_t number = 1;

	if (!read_number(map, "rarest", (uint32_t)count, &number, err))
		return false;
	clue->is_everywhere = number == 0;
	if (clue->is_everywhere)
		return true;
	clue->rarest =
		(is_sequence ? &clue->sequence : &clue->all)->items[number - 1];
	clue->hints = cnd_compile_tag(compile);
	while (--number > 0)
		item = item->next;
	return add_hints(compile, item, clue->hints, err);
}

static bool
read_clue(struct cnd_compile *compile, const struct cnd_yaml *map,
	struct cnd_clue *clue, struct cnd_error *err)
{
	if (!check_keys(map, err) ||
		!read_parts(compile, cnd_yaml_get(map, "seq"), &clue->sequence,
			err) ||
		!read_parts(
			compile, cnd_yaml_get(map, "all"), &clue->all, err) ||
		!read_sections(compile, map, &clue->roles, err) ||
		!read_number(map, "reach", 100000, &clue->reach, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "not"),
			&clue->unwanted, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "not-it"),
			&clue->antecedent, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "label"),
			&clue->label, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "context"),
			&clue->context, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "beside"),
			&clue->beside, err))
		return false;
	if (clue->sequence.count + clue->all.count == 0)
		return cnd_rule_fail(err, map, "'seq' or 'all' is missing");
	return read_rarest(compile, map, clue, err);
}

bool
cnd_clues_compile(struct cnd_compile *compile, const char *key,
	struct cnd_clues *clues, struct cnd_error *err)
{
	const struct cnd_yaml *list = cnd_compile_need(compile, key, err);
	uint32_t roles = UINT32_MAX;

	if (list == NULL)
		return false;
	if (list->kind != CND_YAML_LIST || list->child == NULL)
		return cnd_rule_fail(
			err, list, "'%s' must be a list of clues", key);
	if (!read_sections(compile, compile->file, &roles, err))
		return false;
	clues->items = cnd_arena_array(
		compile->arena, cnd_yaml_count(list), sizeof(*clues->items));
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next) {
		struct cnd_clue *clue = &clues->items[clues->count++];

		clue->roles = roles;
		if (!read_clue(compile, n, clue, err))
			return false;
	}
	return cnd_clue_regex(compile,
		       cnd_yaml_get(compile->file, "exceptions"),
		       &clues->exceptions, err) &&
		cnd_clue_regex(compile, cnd_yaml_get(compile->file, "self"),
			&clues->self, err);
}

bool
cnd_clue_stands(const struct cnd_document *doc, const struct cnd_query *regex,
	struct cnd_span span)
{
	struct cnd_span found;

	return cnd_clue_place_find(doc, regex, span, span.from, &found);
}

static void
widen(struct cnd_span *span, struct cnd_span by)
{
	if (span->to == 0 || by.from < span->from)
		span->from = by.from;
	if (by.to > span->to)
		span->to = by.to;
}

/* All parts, here or in the lead-in; one of them must be here. */
static bool
holds_all(const struct cnd_clue_place *place, const struct parts *all,
	struct cnd_span *span)
{
	bool is_any_here = all->count == 0 || span->to > 0;

	for (size_t i = 0; i < all->count; i++) {
		struct cnd_span found;

		if (cnd_clue_place_find(place->doc, all->items[i],
			    place->sentence, place->sentence.from, &found)) {
			widen(span, found);
			is_any_here = true;
		} else if (!cnd_clue_stands(
				   place->doc, all->items[i], place->lead_in)) {
			return false;
		}
	}
	return is_any_here;
}

/* The parts in order behind a match of the first; false when one lacks. */
static bool
follows(const struct cnd_clue_place *place, const struct parts *sequence,
	struct cnd_span *span)
{
	for (size_t i = 1; i < sequence->count; i++) {
		struct cnd_span found;

		if (!cnd_clue_place_find(place->doc, sequence->items[i],
			    place->sentence, span->to, &found))
			return false;
		span->to = found.to;
	}
	return true;
}

/* From the first start whose parts do not stand too far apart. */
static bool
holds_sequence(const struct cnd_clue_place *place, const struct cnd_clue *clue,
	struct cnd_span *span)
{
	uint32_t from = place->sentence.from;

	if (clue->sequence.count == 0)
		return true;
	while (cnd_clue_place_find(place->doc, clue->sequence.items[0],
		place->sentence, from, span)) {
		from = span->to;
		if (!follows(place, &clue->sequence, span))
			return false;
		if (clue->reach == 0 || span->to - span->from <= clue->reach)
			return true;
	}
	return false;
}

static bool
counts_in(const struct cnd_clue *clue, enum cnd_role role)
{
	return (clue->roles >> (unsigned)role & 1) != 0;
}

/*
 * A paragraph that speaks of the review itself may stand where the clue does
 * not count: many put such things at the end, or below "Background"; in the
 * analysis it is another matter.
 */
static bool
counts_by_itself(const struct cnd_clue_place *place,
	const struct cnd_clues *clues, const struct cnd_clue *clue)
{
	bool is_beside = cnd_clue_place_is_beside_the_case(place);

	return clues->self != NULL &&
		((counts_in(clue, CND_ROLE_NONE) &&
			 (is_beside ||
				 cnd_clue_place_role(place) ==
					 CND_ROLE_NARRATIVE)) ||
			(counts_in(clue, CND_ROLE_GOVERNANCE) && is_beside)) &&
		cnd_clue_place_has_beside(place, clues->self);
}

static bool
may_stand(const struct cnd_document *doc, const struct cnd_query *query,
	struct cnd_span span)
{
	return span.from < span.to &&
		cnd_ask_may_stand(
			doc->recall, query, cnd_document_text(doc, span));
}

/*
 * What `takes` must find, asked for loosely: most sentences fall here.  Last
 * first: what is done is rarer than who does it.
 */
static bool
may_hold(const struct cnd_clue_place *place, const struct cnd_clue *clue)
{
	for (size_t i = clue->sequence.count; i > 0; i--)
		if (!may_stand(place->doc, clue->sequence.items[i - 1],
			    place->sentence))
			return false;
	for (size_t i = 0; i < clue->all.count; i++)
		if (!may_stand(
			    place->doc, clue->all.items[i], place->sentence) &&
			!may_stand(
				place->doc, clue->all.items[i], place->lead_in))
			return false;
	return true;
}

/* Whether a sentence's own words rule the clue out; an item's lead-in may
 * hold what its sentences do not. */
static bool
is_hopeless(const struct cnd_document *doc, const struct cnd_clue *clue,
	struct cnd_span span, bool is_item)
{
	for (size_t i = clue->sequence.count; i > 0; i--)
		if (!may_stand(doc, clue->sequence.items[i - 1], span))
			return true;
	for (size_t i = 0; i < clue->all.count && !is_item; i++)
		if (!may_stand(doc, clue->all.items[i], span))
			return true;
	return false;
}

/* A clue sought, and what is remembered of it: for items, and for others. */
struct search {
	const struct cnd_check *check;
	const struct cnd_rule *rule;
	const struct cnd_clues *clues;
	uint32_t questions[2];
};

static struct search
search_of(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, uint32_t clue)
{
	struct search search = { check, rule, clues, { 0 } };

	if (check->doc->recall == NULL)
		return search;
	for (unsigned way = 0; way < 2; way++)
		search.questions[way] = cnd_recall_question(
			check->doc->recall, &clues->items[clue], way);
	return search;
}

/* is_hopeless, worked out once for sentences that stay as they are. */
static bool
is_known_hopeless(const struct search *search, const struct cnd_clue *clue,
	uint32_t number)
{
	const struct cnd_document *doc = search->check->doc;
	const struct cnd_sentence *sentence = &doc->sentences[number];
	bool is_item = doc->blocks[sentence->block].kind == CND_BLOCK_ITEM;
	uint32_t question = search->questions[is_item];
	enum cnd_recall_answer answer;
	bool is_so;

	if (doc->recall == NULL)
		return false;
	answer = cnd_recall_answer(doc->known[number], question);
	if (answer != CND_RECALL_NEVER)
		return answer == CND_RECALL_YES;
	is_so = is_hopeless(doc, clue, sentence->span, is_item);
	cnd_recall_keep_answer(
		doc->recall, doc->known[number], question, is_so);
	return is_so;
}

/* The sentence's place, without a lead-in where clues stand alone. */
static struct cnd_clue_place
place_of(const struct cnd_document *doc, const struct cnd_clues *clues,
	uint32_t sentence)
{
	struct cnd_clue_place place = cnd_clue_place_of(doc, sentence);

	if (clues->is_alone)
		place.lead_in = (struct cnd_span){ 0 };
	return place;
}

static bool
may_take(const struct cnd_clue_place *place, const struct cnd_clues *clues,
	const struct cnd_clue *clue)
{
	bool is_counted = counts_in(clue, cnd_clue_place_role(place));

	return place->block->kind != CND_BLOCK_HEADING &&
		(is_counted || clues->self != NULL) && may_hold(place, clue) &&
		(is_counted || counts_by_itself(place, clues, clue));
}

/*
 * The sentence without a clause behind the words found that only adds to
 * them: ", which had read the Trust's own inquiry" says nothing against
 * "commissioned by NHS England".
 */
static struct cnd_span
main_clause(const struct cnd_document *doc, struct cnd_span sentence,
	struct cnd_span found)
{
	static const char *const openings[] = { ", which ", ", who ",
		", whose ", ", where " };
	struct cnd_span rest = { found.to, sentence.to };
	struct cnd_str text;

	if (found.to <= sentence.from || found.to >= sentence.to)
		return sentence;
	text = cnd_document_text(doc, rest);
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		size_t at = cnd_str_find(text, cnd_str_of(openings[i]));

		if (at != CND_NOT_FOUND)
			text = cnd_str_slice(text, 0, at);
	}
	sentence.to = found.to + (uint32_t)text.len;
	return sentence;
}

/* Whether nothing speaks against what was found. */
static bool
is_undisputed(const struct cnd_clue_place *place, const struct cnd_clues *clues,
	const struct cnd_clue *clue, struct cnd_span found)
{
	struct cnd_span judged = clues->is_alone
		? place->sentence
		: main_clause(place->doc, place->sentence, found);

	return !cnd_clue_stands(place->doc, clue->unwanted, judged) &&
		!cnd_clue_place_points_at(place, clue->antecedent) &&
		!cnd_clue_stands(place->doc, clues->exceptions, judged);
}

/* Cheapest first: most sentences fall at the role or the first part. */
static bool
takes(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, struct cnd_clue_hit *hit)
{
	const struct cnd_clue *clue = &clues->items[hit->clue];
	struct cnd_clue_place place =
		place_of(check->doc, clues, hit->sentence);

	hit->span = (struct cnd_span){ 0 };
	return may_take(&place, clues, clue) &&
		(clue->label == NULL ||
			cnd_clue_place_has_label(&place, clue->label)) &&
		(clue->context == NULL ||
			cnd_clue_place_has_context(&place, clue->context)) &&
		holds_sequence(&place, clue, &hit->span) &&
		holds_all(&place, &clue->all, &hit->span) &&
		is_undisputed(&place, clues, clue, hit->span) &&
		cnd_clue_place_has_beside(&place, clue->beside) &&
		cnd_check_in_scope(check, rule, hit->span);
}

/* The items of a list take part in what their lead-in says. */
static uint32_t
end_of_list(const struct cnd_document *doc, uint32_t sentence)
{
	uint32_t lead_in = doc->sentences[sentence].block;
	uint32_t block = lead_in + 1;

	while (block < doc->block_count &&
		doc->blocks[block].kind == CND_BLOCK_ITEM &&
		doc->blocks[block].lead_in == lead_in)
		block++;
	return block == lead_in + 1 || block >= doc->block_count
		? sentence + 1
		: doc->blocks[block].first_sentence;
}

/* The first hit of the tag at or behind an offset of the text. */
static size_t
first_from(const struct cnd_hits *hits, uint32_t at)
{
	size_t low = 0;
	size_t high = hits->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (hits->items[middle].span.from < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Without a part to look for, each sentence from the given one on. */
static bool
next_anywhere(
	const struct search *search, uint32_t next, struct cnd_clue_hit *hit)
{
	const struct cnd_clue *clue = &search->clues->items[hit->clue];

	for (; next < search->check->doc->sentence_count; next++) {
		hit->sentence = next;
		if (!is_known_hopeless(search, clue, next) &&
			takes(search->check, search->rule, search->clues, hit))
			return true;
	}
	return false;
}

/*
 * Where the rarest part stands in a sentence: that sentence, and the items
 * of the list that it leads to, from `next` on.
 */
static bool
next_near(const struct search *search, uint32_t *next, struct cnd_clue_hit *hit)
{
	const struct cnd_document *doc = search->check->doc;
	const struct cnd_clues *clues = search->clues;
	const struct cnd_clue *clue = &clues->items[hit->clue];
	uint32_t sentence = *next;
	uint32_t end =
		clues->is_alone ? sentence + 1 : end_of_list(doc, sentence);
	bool is_found = false;

	for (; *next < end; (*next)++) {
		struct cnd_clue_place place;

		if (is_known_hopeless(search, clue, *next))
			continue;
		place = place_of(doc, clues, *next);
		hit->sentence = *next;
		if (!may_take(&place, clues, clue))
			continue;
		if (!is_found &&
			!cnd_clue_stands(doc, clue->rarest,
				doc->sentences[sentence].span)) {
			*next = sentence + 1;
			return false;
		}
		is_found = true;
		if (takes(search->check, search->rule, clues, hit))
			return true;
	}
	return false;
}

/* The last sentence that begins at or before an offset; from `low` on,
 * where one does. */
static uint32_t
sentence_from(const struct cnd_document *doc, uint32_t at, uint32_t low)
{
	uint32_t count = (uint32_t)doc->sentence_count;
	uint32_t step = 1;
	uint32_t high;

	while (step < count - low &&
		doc->sentences[low + step].span.from <= at) {
		low += step;
		step *= 2;
	}
	high = step < count - low ? low + step : count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (doc->sentences[middle].span.from <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool
cnd_clue_next(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, struct cnd_clue_hit *hit)
{
	const struct cnd_document *doc = check->doc;
	const struct cnd_clue *clue = &clues->items[hit->clue];
	struct cnd_hits hits = cnd_check_hits(check, clue->hints);
	uint32_t next = hit->sentence == CND_NONE ? 0 : hit->sentence + 1;
	struct search search = search_of(check, rule, clues, hit->clue);
	uint32_t near = 0;
	size_t i = 0;

	if (next >= doc->sentence_count)
		return false;
	if (clue->is_everywhere)
		return next_anywhere(&search, next, hit);
	if (next > 0)
		i = first_from(&hits, doc->sentences[next].span.from);
	for (; i < hits.count; i++) {
		uint32_t from = hits.items[i].span.from;

		if (from < doc->sentences[0].span.from)
			continue;
		near = sentence_from(doc, from, near);
		if (near < next)
			continue;
		next = near;
		if (next_near(&search, &next, hit))
			return true;
	}
	return false;
}
