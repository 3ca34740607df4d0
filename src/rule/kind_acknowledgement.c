/*
 * acknowledgement: a trigger needs its counterparts.  Somebody disagreed
 * with the review: the passage must tell who, about what, and what came of
 * it.  One disagreement is told of for each passage, which is a paragraph
 * unless a second, unnamed objector turns up behind a settled one.  Scales
 * (weighed.h) find a hint that no trigger knows, pass over a paragraph that
 * a trigger takes wrongly, and tell when all is said in other words.
 */
#include "rule/clue.h"
#include "rule/clue_place.h"
#include "rule/clue_stretch.h"
#include "rule/kinds.h"

#include "base/buf.h"
#include "base/limits.h"

#include <stdlib.h>

static const char *const keys[] = { "triggers", "exceptions", "self",
	"elsewhere", "sections", "not-sections", "counterparts", "weighing",
	"settled", NULL };

/* How far a counterpart may stand from the trigger. */
enum within {
	WITHIN_SENTENCE,
	WITHIN_NEAR, /* the trigger's sentence and the one behind it */
	WITHIN_REST, /* the trigger's sentence and what follows it */
	WITHIN_PARAGRAPH,
	WITHIN_NEXT, /* the rest, and a paragraph after it that goes back */
};

struct counterpart {
	struct cnd_choices tokens;
	struct cnd_choices later; /* behind the trigger's sentence */
	const struct cnd_query *unless; /* in the trigger's sentence; or NULL */
	const struct cnd_query *heading; /* above it; or NULL */
	const struct cnd_query *before; /* what "It …" speaks of; or NULL */
	enum within within;
};

static const struct {
	const char *name;
	unsigned part;
	const char *missing;
} parts[] = {
	{ "who", CND_DISAGREEMENT_WHO, "who it was" },
	{ "what", CND_DISAGREEMENT_WHAT, "what it was about" },
	{ "outcome", CND_DISAGREEMENT_OUTCOME, "what came of it" },
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

struct acknowledgement {
	struct cnd_clues triggers;
	struct counterpart counterparts[PARTS];
	struct cnd_weighing settled; /* that a hint tells all */
};

/* Trigger sentences that belong together, and where their passage ends. */
struct passage {
	const struct cnd_clue_hit *first;
	uint32_t end; /* one past its last sentence */
	/* As long as what is looked at of one, and whether all is told in it:
	 * what stands further behind changes nothing. */
	bool is_full;
	bool is_settled;
};

static bool
read_within(
	const struct cnd_yaml *node, enum within *within, struct cnd_error *err)
{
	static const char *const names[] = { "sentence", "near", "rest",
		"paragraph", "next" };
	struct cnd_str name;

	if (node == NULL)
		return true;
	if (!cnd_yaml_string(node, &name, err))
		return false;
	for (int i = 0; i <= WITHIN_NEXT; i++) {
		if (cnd_str_equal(name, cnd_str_of(names[i]))) {
			*within = (enum within)i;
			return true;
		}
	}
	return cnd_rule_fail(err, node,
		"'within' must be 'sentence', 'near', 'rest', "
		"'paragraph' or 'next'");
}

static bool
read_counterpart(struct cnd_compile *compile, const struct cnd_yaml *map,
	struct counterpart *counterpart, struct cnd_error *err)
{
	const struct cnd_yaml *tokens = cnd_yaml_get(map, "tokens");

	if (tokens == NULL)
		return cnd_rule_fail(err, map, "'tokens' is missing");
	return read_within(cnd_yaml_get(map, "within"), &counterpart->within,
		       err) &&
		cnd_clue_choices(compile, tokens, &counterpart->tokens, err) &&
		cnd_clue_choices(compile, cnd_yaml_get(map, "later"),
			&counterpart->later, err) &&
		cnd_clue_regex(compile, cnd_yaml_get(map, "heading"),
			&counterpart->heading, err) &&
		cnd_clue_regex(compile, cnd_yaml_get(map, "before"),
			&counterpart->before, err) &&
		cnd_clue_regex(compile, cnd_yaml_get(map, "not"),
			&counterpart->unless, err);
}

static bool
compile_acknowledgement(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct acknowledgement *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	const struct cnd_yaml *map =
		cnd_compile_need(compile, "counterparts", err);

	rule->data = data;
	data->triggers.is_alone = true;
	if (map == NULL ||
		!cnd_clues_compile(compile, "triggers", &data->triggers, err))
		return false;
	for (size_t i = 0; i < PARTS; i++) {
		const struct cnd_yaml *node = cnd_yaml_get(map, parts[i].name);

		if (node == NULL)
			return cnd_rule_fail(err, map,
				"counterpart '%s' is missing", parts[i].name);
		if (!read_counterpart(
			    compile, node, &data->counterparts[i], err))
			return false;
	}
	return cnd_weighing_read(compile, "settled", &data->settled, err);
}

static int
compare_hits(const void *left, const void *right)
{
	const struct cnd_clue_hit *a = left;
	const struct cnd_clue_hit *b = right;

	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->clue > b->clue) - (a->clue < b->clue);
}

/* Trigger sentences as they are found. */
struct triggers {
	struct cnd_clue_hit *items;
	size_t count;
	size_t capacity;
};

static void
add_trigger(const struct cnd_check *check, struct triggers *triggers,
	struct cnd_clue_hit hit)
{
	triggers->items = cnd_arena_grow(check->arena, triggers->items,
		triggers->count, &triggers->capacity, sizeof(*triggers->items));
	triggers->items[triggers->count++] = hit;
}

static void
find_by_clues(const struct cnd_rule *rule, struct cnd_check *check,
	struct triggers *triggers)
{
	const struct acknowledgement *data = rule->data;

	for (uint32_t i = 0; i < data->triggers.count; i++) {
		struct cnd_clue_hit hit = { .sentence = CND_NONE, .clue = i };

		while (cnd_clue_next(check, rule, &data->triggers, &hit))
			add_trigger(check, triggers, hit);
	}
}

/* The telling sentences of paragraphs that are heavy enough. */
static void
find_by_weight(const struct cnd_rule *rule, struct cnd_check *check,
	struct triggers *triggers)
{
	const struct acknowledgement *data = rule->data;
	const struct cnd_document *doc = check->doc;

	for (uint32_t i = 0;
		data->triggers.weighing.is_given && i < doc->block_count; i++) {
		struct cnd_clue_hit hit = { .clue = CND_NONE };

		if (!cnd_check_is_weighed(check, i))
			continue;
		hit.sentence =
			cnd_check_telling(check, &data->triggers.weighing, i);
		if (hit.sentence == CND_NONE)
			continue;
		hit.span = doc->sentences[hit.sentence].span;
		if (cnd_check_in_scope(check, rule, hit.span))
			add_trigger(check, triggers, hit);
	}
}

static bool
share_block(const struct cnd_document *doc, const struct cnd_clue_hit *a,
	const struct cnd_clue_hit *b)
{
	return doc->sentences[a->sentence].block ==
		doc->sentences[b->sentence].block;
}

/*
 * Those of clues, in order, each sentence once; and where a paragraph has
 * none, its heavy sentence.
 */
static struct cnd_clue_hit *
find_triggers(
	const struct cnd_rule *rule, struct cnd_check *check, size_t *count)
{
	const struct cnd_document *doc = check->doc;
	struct triggers found = { 0 };
	struct cnd_clue_hit *hits;

	find_by_clues(rule, check, &found);
	find_by_weight(rule, check, &found);
	hits = found.items;
	if (found.count > 1)
		qsort(hits, found.count, sizeof(*hits), compare_hits);
	*count = 0;
	for (size_t i = 0; i < found.count; i++) {
		const struct cnd_clue_hit *hit = &hits[i];
		const struct cnd_clue_hit *last =
			*count > 0 ? &hits[*count - 1] : NULL;
		bool is_heavy = hit->clue == CND_NONE;

		if (last != NULL &&
			(last->sentence == hit->sentence ||
				(is_heavy && share_block(doc, last, hit))))
			continue;
		if (is_heavy && i + 1 < found.count &&
			share_block(doc, hit, hit + 1))
			continue;
		hits[(*count)++] = *hit;
	}
	return hits;
}

static uint32_t
end_of_block(const struct cnd_document *doc, uint32_t sentence)
{
	const struct cnd_block *block =
		&doc->blocks[doc->sentences[sentence].block];

	return block->first_sentence + block->sentence_count;
}

/*
 * The end of the paragraph behind the passage, in the same section, where it
 * goes on about the same.
 */
static uint32_t
end_of_next(const struct cnd_document *doc, const struct passage *passage)
{
	const struct cnd_sentence *here =
		&doc->sentences[passage->first->sentence];
	uint32_t next = here->block + 1;
	struct cnd_clue_place place;

	if (passage->end != end_of_block(doc, passage->first->sentence) ||
		next >= doc->block_count ||
		doc->blocks[next].kind == CND_BLOCK_HEADING ||
		doc->blocks[next].section != doc->blocks[here->block].section ||
		doc->blocks[next].sentence_count == 0)
		return passage->end;
	place = cnd_clue_place_of(doc, doc->blocks[next].first_sentence);
	if (!cnd_clue_place_goes_back(&place))
		return passage->end;
	return doc->blocks[next].first_sentence +
		doc->blocks[next].sentence_count;
}

static struct cnd_clue_stretch
range_of(const struct cnd_check *check, const struct passage *passage,
	enum within within)
{
	const struct cnd_document *doc = check->doc;
	uint32_t first = passage->first->sentence;
	uint32_t end = passage->end;

	if (within == WITHIN_SENTENCE)
		end = first + 1;
	if (within == WITHIN_NEAR && end > first + 2)
		end = first + 2;
	if (within == WITHIN_PARAGRAPH)
		first = doc->blocks[doc->sentences[first].block].first_sentence;
	if (within == WITHIN_NEXT)
		end = end_of_next(doc, passage);
	return cnd_clue_stretch_of(check, first, end);
}

/* What of it stands behind the passage's first sentence. */
static struct cnd_clue_stretch
behind_first(struct cnd_clue_stretch range, const struct passage *passage)
{
	uint32_t first = passage->first->sentence;

	range.span.from = range.doc->sentences[first].span.to;
	range.first = first + 1;
	return range;
}

/* "Statement by the Trust", above the passage. */
static bool
is_told_above(const struct cnd_document *doc, const struct cnd_query *heading,
	const struct passage *passage)
{
	uint32_t block = doc->sentences[passage->first->sentence].block;
	uint32_t section = doc->blocks[block].section;

	if (heading == NULL || section == CND_NONE ||
		doc->sections[section].heading == CND_NONE)
		return false;
	return cnd_clue_stands(
		doc, heading, doc->blocks[doc->sections[section].heading].span);
}

/* In the passage, or in what a sentence like "It was removed" goes back to. */
static bool
is_told(const struct cnd_check *check, const struct counterpart *wanted,
	const struct passage *passage)
{
	const struct cnd_document *doc = check->doc;
	struct cnd_clue_place place =
		cnd_clue_place_of(doc, passage->first->sentence);
	struct cnd_clue_stretch range =
		range_of(check, passage, wanted->within);
	struct cnd_clue_stretch later = behind_first(range, passage);

	if (is_told_above(doc, wanted->heading, passage) ||
		cnd_clue_place_is_behind(&place, wanted->before))
		return true;
	return (cnd_clue_part_stands(&wanted->tokens, &range) ||
		       cnd_clue_part_stands(&wanted->later, &later)) &&
		!cnd_clue_stands(doc, wanted->unless, place.sentence);
}

static unsigned
told_in(const struct acknowledgement *data, const struct cnd_check *check,
	const struct passage *passage)
{
	unsigned told = 0;

	for (size_t i = 0; i < PARTS; i++)
		if (is_told(check, &data->counterparts[i], passage))
			told |= parts[i].part;
	return told;
}

/* "who it was, what it was about, or what came of it". */
static struct cnd_str
missing_words(struct cnd_arena *arena, unsigned told)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;
	size_t left = 0;

	for (size_t i = 0; i < PARTS; i++)
		left += (told & parts[i].part) == 0;
	for (size_t i = 0; i < PARTS; i++) {
		if ((told & parts[i].part) != 0)
			continue;
		if (out.len > 0)
			cnd_buf_puts(&out, left == 1 ? " or " : ", ");
		cnd_buf_puts(&out, parts[i].missing);
		left--;
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

/*
 * What the scale adds to what counterparts tell.  With enough who, what and
 * what came of it are told in words that none has.  With less than the
 * least, in a paragraph that surely hints, nothing is settled, and words of
 * every counterpart are about something else; a paragraph behind that goes
 * back to it may settle it, and is not weighed.
 */
static unsigned
weigh_told(struct cnd_check *check, const struct acknowledgement *data,
	const struct passage *passage, unsigned told)
{
	const struct cnd_weighing *settled = &data->settled;
	uint32_t sentence = passage->first->sentence;
	float odds;

	if (!cnd_check_passage_odds(
		    check, settled, sentence, passage->end, &odds))
		return told;
	if (odds >= settled->enough)
		return CND_DISAGREEMENT_ALL;
	if (told == CND_DISAGREEMENT_ALL && odds < settled->least &&
		end_of_next(check->doc, passage) == passage->end &&
		cnd_check_is_heavy(check, &data->triggers.weighing, sentence))
		told &= ~(unsigned)CND_DISAGREEMENT_OUTCOME;
	return told;
}

static void
tell(const struct cnd_rule *rule, struct cnd_check *check,
	const struct passage *passage)
{
	const struct acknowledgement *data = rule->data;
	unsigned told =
		weigh_told(check, data, passage, told_in(data, check, passage));
	struct cnd_span span =
		check->doc->sentences[passage->first->sentence].span;
	struct cnd_str words;

	*cnd_check_add_disagreement(check) = (struct cnd_disagreement){
		.span = span,
		.told = told,
	};
	if (told == CND_DISAGREEMENT_ALL)
		return;
	words = missing_words(check->arena, told);
	cnd_check_emit(check, rule, span, &words, 1);
}

/* Whether who, what and what came of it are told before a later trigger. */
static bool
is_settled_before(const struct acknowledgement *data,
	const struct cnd_check *check, struct passage *passage,
	const struct cnd_clue_hit *next)
{
	const struct cnd_sentence *sentences = check->doc->sentences;
	struct passage settled = { .first = passage->first,
		.end = next->sentence };

	if (!passage->is_full)
		passage->is_settled =
			told_in(data, check, &settled) == CND_DISAGREEMENT_ALL;
	passage->is_full = sentences[next->sentence].span.from -
			sentences[passage->first->sentence].span.to >
		CND_LIMIT_PASSAGE;
	return passage->is_settled;
}

/*
 * Whether a later trigger opens a passage of its own: in another
 * paragraph, or with an objector nobody can name behind a matter settled.
 */
static bool
is_apart(const struct acknowledgement *data, const struct cnd_check *check,
	struct passage *passage, const struct cnd_clue_hit *next)
{
	struct cnd_span span = check->doc->sentences[next->sentence].span;

	if (next->sentence >=
		end_of_block(check->doc, passage->first->sentence))
		return true;
	return cnd_clue_stands(
		       check->doc, data->counterparts[0].unless, span) &&
		is_settled_before(data, check, passage, next);
}

static void
check_acknowledgement(const struct cnd_rule *rule, struct cnd_check *check)
{
	size_t count;
	const struct cnd_clue_hit *hits = find_triggers(rule, check, &count);
	size_t i = 0;

	while (i < count) {
		struct passage passage = { .first = &hits[i] };
		uint32_t end = end_of_block(check->doc, hits[i].sentence);

		for (i++; i < count &&
			!is_apart(rule->data, check, &passage, &hits[i]);
			i++)
			;
		passage.end = i < count && hits[i].sentence < end
			? hits[i].sentence
			: end;
		tell(rule, check, &passage);
	}
}

const struct cnd_kind cnd_kind_acknowledgement = {
	.name = "acknowledgement",
	.keys = keys,
	.compile = compile_acknowledgement,
	.check = check_acknowledgement,
	.is_assuring = true,
};
