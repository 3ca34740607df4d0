/*
 * Sentences that hold all parts of a clue.  Only one part of each clue, the
 * rarest, is among the patterns that the document is scanned for; the
 * others are tried on the sentences where it was found, so a report that
 * says nothing of the kind costs next to nothing.
 */
#include "rule/clue_candidates.h"
#include "rule/clue_parts.h"
#include "rule/clue_place.h"
#include "rule/clue_stretch.h"

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

static struct cnd_clue_stretch
stretch_of(const struct cnd_clue_place *place)
{
	return (struct cnd_clue_stretch){
		place->doc,
		place->marked,
		place->sentence,
		place->number,
		place->number + 1,
	};
}

/* The sentences that lead to the item; empty for none. */
static struct cnd_clue_stretch
lead_in_of(const struct cnd_clue_place *place)
{
	struct cnd_clue_stretch stretch = {
		.doc = place->doc,
		.marked = place->marked,
		.span = place->lead_in,
	};

	if (stretch.span.from < stretch.span.to) {
		const struct cnd_block *block =
			&place->doc->blocks[place->block->lead_in];

		stretch.first = block->first_sentence;
		stretch.end = block->first_sentence + block->sentence_count;
	}
	return stretch;
}

/* All parts, here or in the lead-in; one of them must be here. */
static bool
holds_all(const struct cnd_clue_place *place, const struct cnd_clue_parts *all,
	struct cnd_span *span)
{
	struct cnd_clue_stretch here = stretch_of(place);
	struct cnd_clue_stretch lead_in = lead_in_of(place);
	bool is_any_here = all->count == 0 || span->to > 0;

	for (size_t i = 0; i < all->count; i++) {
		struct cnd_span found;

		if (cnd_clue_part_find(
			    &all->items[i], &here, here.span.from, &found)) {
			widen(span, found);
			is_any_here = true;
		} else if (!cnd_clue_part_stands(&all->items[i], &lead_in)) {
			return false;
		}
	}
	return is_any_here;
}

/* The parts in order behind a match of the first; false when one lacks. */
static bool
follows(const struct cnd_clue_stretch *here,
	const struct cnd_clue_parts *sequence, struct cnd_span *span)
{
	for (size_t i = 1; i < sequence->count; i++) {
		struct cnd_span found;

		if (!cnd_clue_part_find(
			    &sequence->items[i], here, span->to, &found))
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
	struct cnd_clue_stretch here = stretch_of(place);
	uint32_t from = here.span.from;

	if (clue->sequence.count == 0)
		return true;
	while (cnd_clue_part_find(
		&clue->sequence.items[0], &here, from, span)) {
		from = span->to;
		if (!follows(&here, &clue->sequence, span))
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
may_count_by_itself(const struct cnd_clue_place *place,
	const struct cnd_clues *clues, const struct cnd_clue *clue)
{
	bool is_beside = cnd_clue_place_is_beside_the_case(place);

	return clues->self != NULL &&
		((counts_in(clue, CND_ROLE_NONE) &&
			 (is_beside ||
				 cnd_clue_place_role(place) ==
					 CND_ROLE_NARRATIVE)) ||
			(counts_in(clue, CND_ROLE_GOVERNANCE) && is_beside));
}

/*
 * What `takes` must find, asked for loosely: most sentences fall here.  Last
 * first: what is done is rarer than who does it.
 */
static bool
may_hold(const struct cnd_clue_place *place, const struct cnd_clue *clue)
{
	struct cnd_clue_stretch here = stretch_of(place);
	struct cnd_clue_stretch lead_in = lead_in_of(place);

	for (size_t i = clue->sequence.count; i > 0; i--)
		if (!cnd_clue_part_may_stand(
			    &clue->sequence.items[i - 1], &here))
			return false;
	for (size_t i = 0; i < clue->all.count; i++)
		if (!cnd_clue_part_may_stand(&clue->all.items[i], &here) &&
			!cnd_clue_part_may_stand(&clue->all.items[i], &lead_in))
			return false;
	return true;
}

/* Whether a sentence's own words rule the clue out; an item's lead-in may
 * hold what its sentences do not. */
static bool
is_hopeless(const struct cnd_clue *clue, const struct cnd_clue_stretch *here,
	bool is_item)
{
	for (size_t i = clue->sequence.count; i > 0; i--)
		if (!cnd_clue_part_may_stand(
			    &clue->sequence.items[i - 1], here))
			return true;
	for (size_t i = 0; i < clue->all.count && !is_item; i++)
		if (!cnd_clue_part_may_stand(&clue->all.items[i], here))
			return true;
	return false;
}

/* A clue sought, and what is remembered of it: for items, and for others. */
struct search {
	struct cnd_check *check;
	const struct cnd_rule *rule;
	const struct cnd_clues *clues;
	uint32_t questions[2];
};

static struct search
search_of(struct cnd_check *check, const struct cnd_rule *rule,
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

/*
 * is_hopeless, worked out once for sentences that stay as they are.  Where
 * nothing is remembered it is not told: may_hold asks the same.
 */
static bool
is_known_hopeless(const struct search *search, const struct cnd_clue *clue,
	uint32_t number)
{
	const struct cnd_document *doc = search->check->doc;
	uint32_t block = doc->sentences[number].block;
	bool is_item = doc->blocks[block].kind == CND_BLOCK_ITEM;
	uint32_t question = search->questions[is_item];
	struct cnd_clue_stretch here;
	enum cnd_recall_answer answer;
	bool is_so;

	if (doc->recall == NULL)
		return false;
	answer = cnd_recall_answer(doc->known[number], question);
	if (answer != CND_RECALL_NEVER)
		return answer == CND_RECALL_YES;
	here = cnd_clue_stretch_of(search->check, number, number + 1);
	is_so = is_hopeless(clue, &here, is_item);
	cnd_recall_keep_answer(
		doc->recall, doc->known[number], question, is_so);
	return is_so;
}

/* By its own words, or by all those of its paragraph. */
static bool
is_ruled_out(const struct search *search, const struct cnd_clue *clue,
	uint32_t number)
{
	return cnd_check_is_too_light(
		       search->check, &search->clues->weighing, number) ||
		is_known_hopeless(search, clue, number);
}

/* The sentence's place, without a lead-in where clues stand alone. */
static struct cnd_clue_place
place_of(const struct cnd_check *check, const struct cnd_clues *clues,
	uint32_t sentence)
{
	struct cnd_clue_place place = cnd_clue_place_of(check->doc, sentence);

	place.marked = check->pass.hits->marked;
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
		(is_counted || may_count_by_itself(place, clues, clue)) &&
		may_hold(place, clue) &&
		(is_counted || cnd_clue_place_has_beside(place, clues->self));
}

/*
 * The sentence without a clause behind the words found that only adds to
 * them: ", which had read the Trust's own inquiry" or ", after the Trust's
 * own inquiry" says nothing against
 * "commissioned by NHS England".
 */
static struct cnd_span
main_clause(const struct cnd_document *doc, struct cnd_span sentence,
	struct cnd_span found)
{
	static const char *const openings[] = { ", which ", ", who ",
		", whose ", ", where ", ", formerly ", ", after ", ", before ",
		", once ", ", following " };
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
	struct cnd_clue_stretch judged = stretch_of(place);

	if (!clues->is_alone)
		judged.span = main_clause(place->doc, place->sentence, found);
	return !cnd_clue_part_stands(&clue->unwanted, &judged) &&
		!cnd_clue_place_points_at(place, clue->antecedent) &&
		!cnd_clue_place_is_elsewhere(
			place, clues->elsewhere, clues->self) &&
		!cnd_clue_part_stands(&clues->exceptions, &judged);
}

/*
 * What the paragraph has spoken of when the sentence ends; and for what it
 * must not, the heading above as well.
 */
static bool
stands_behind(const struct cnd_clue_place *place, const struct cnd_clue *clue)
{
	struct cnd_span said = { place->block->span.from, place->sentence.to };

	return (clue->behind == NULL ||
		       cnd_clue_stands(place->doc, clue->behind, said) ||
		       cnd_clue_place_has_heading(place, clue->under)) &&
		!cnd_clue_stands(place->doc, clue->not_behind, said) &&
		!cnd_clue_place_has_heading(place, clue->not_behind);
}

/* Cheapest first: most sentences fall at the role or the first part. */
static bool
takes(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, struct cnd_clue_hit *hit)
{
	const struct cnd_clue *clue = &clues->items[hit->clue];
	struct cnd_clue_place place = place_of(check, clues, hit->sentence);

	hit->span = (struct cnd_span){ 0 };
	return may_take(&place, clues, clue) &&
		(clue->label == NULL ||
			cnd_clue_place_has_label(&place, clue->label)) &&
		(clue->context == NULL ||
			cnd_clue_place_has_context(&place, clue->context)) &&
		holds_sequence(&place, clue, &hit->span) &&
		holds_all(&place, &clue->all, &hit->span) &&
		stands_behind(&place, clue) &&
		is_undisputed(&place, clues, clue, hit->span) &&
		cnd_clue_place_has_beside(&place, clue->beside) &&
		cnd_check_in_scope(check, rule, hit->span);
}

/* The items of a list take part in what their lead-in says. */
static uint32_t
end_of_list(const struct cnd_document *doc, uint32_t sentence)
{
	uint32_t lead_in = doc->sentences[sentence].block;
	uint32_t end = sentence + 1;

	for (uint32_t i = lead_in + 1; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind != CND_BLOCK_ITEM || block->lead_in != lead_in)
			break;
		if (block->sentence_count > 0)
			end = block->first_sentence + block->sentence_count;
	}
	return end;
}

static bool
takes_at(const struct search *search, uint32_t sentence,
	struct cnd_clue_hit *hit)
{
	hit->sentence = sentence;
	return !is_ruled_out(
		       search, &search->clues->items[hit->clue], sentence) &&
		takes(search->check, search->rule, search->clues, hit);
}

/* Without a part to look for, each sentence from the given one on; those of
 * a paragraph are too light all together. */
static bool
next_anywhere(
	const struct search *search, uint32_t next, struct cnd_clue_hit *hit)
{
	const struct cnd_document *doc = search->check->doc;
	const struct cnd_clue *clue = &search->clues->items[hit->clue];

	while (next < doc->sentence_count) {
		const struct cnd_block *block =
			&doc->blocks[doc->sentences[next].block];
		uint32_t end = block->first_sentence + block->sentence_count;

		if (cnd_check_is_too_light(
			    search->check, &search->clues->weighing, next))
			next = end;
		for (; next < end; next++) {
			hit->sentence = next;
			if (!is_known_hopeless(search, clue, next) &&
				takes(search->check, search->rule,
					search->clues, hit))
				return true;
		}
	}
	return false;
}

/* The same among sentences that may have a label: one in ten, or less. */
static bool
next_labelled(
	const struct search *search, uint32_t next, struct cnd_clue_hit *hit)
{
	const struct cnd_labelled *labelled = &search->check->labelled;

	for (size_t i = 0; i < labelled->count; i++)
		if (labelled->items[i] >= next &&
			takes_at(search, labelled->items[i], hit))
			return true;
	return false;
}

static bool
holds_rarest(const struct search *search, const struct cnd_clue *clue,
	uint32_t sentence)
{
	struct cnd_clue_stretch here =
		cnd_clue_stretch_of(search->check, sentence, sentence + 1);

	return cnd_clue_part_stands(clue->rarest, &here);
}

/*
 * Where the rarest part stands in a sentence: that sentence, and the items
 * of the list that it leads to, from `next` on.  *is_idle when the sentence
 * rules the clue out, and leads to nothing.
 */
static bool
next_near(const struct search *search, uint32_t *next, bool *is_idle,
	struct cnd_clue_hit *hit)
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

		if (is_ruled_out(search, clue, *next)) {
			*is_idle = end == sentence + 1;
			continue;
		}
		place = place_of(search->check, clues, *next);
		hit->sentence = *next;
		if (!may_take(&place, clues, clue))
			continue;
		if (!is_found && !holds_rarest(search, clue, sentence)) {
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

/* Among the sentences that their words do not rule out. */
static bool
next_marked(
	const struct search *search, uint32_t next, struct cnd_clue_hit *hit)
{
	const struct cnd_clue *clue = &search->clues->items[hit->clue];
	struct cnd_clue_candidates candidates = cnd_clue_candidates_of(
		search->check, search->clues, clue, next);
	bool is_idle;

	while ((next = cnd_clue_candidate(&candidates, next)) != CND_NONE) {
		if (!clue->is_everywhere) {
			if (next_near(search, &next, &is_idle, hit))
				return true;
		} else if (takes_at(search, next++, hit)) {
			return true;
		}
	}
	return false;
}

/* Among those that a hint is at. */
static bool
next_hinted(
	const struct search *search, uint32_t next, struct cnd_clue_hit *hit)
{
	const struct cnd_document *doc = search->check->doc;
	struct cnd_hits hits = cnd_check_hits(
		search->check, search->clues->items[hit->clue].hints);
	uint32_t near = 0;
	size_t i = 0;

	if (next > 0)
		i = cnd_hits_first_behind(
			&hits, doc->sentences[next].span.from);
	for (; i < hits.count; i++) {
		uint32_t from = hits.items[i].span.from;

		if (from < doc->sentences[0].span.from)
			continue;
		near = sentence_from(doc, from, near);
		if (near < next)
			continue;
		next = near;
		if (next_near(search, &next, &hits.items[i].is_idle, hit))
			return true;
	}
	return false;
}

bool
cnd_clue_next(struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, struct cnd_clue_hit *hit)
{
	const struct cnd_clue *clue = &clues->items[hit->clue];
	uint32_t next = hit->sentence == CND_NONE ? 0 : hit->sentence + 1;
	struct search search = search_of(check, rule, clues, hit->clue);

	if (next >= check->doc->sentence_count)
		return false;
	if (clue->is_everywhere && clue->label != NULL)
		return next_labelled(&search, next, hit);
	if (check->pass.hits->marked != NULL)
		return next_marked(&search, next, hit);
	return clue->is_everywhere ? next_anywhere(&search, next, hit)
				   : next_hinted(&search, next, hit);
}
