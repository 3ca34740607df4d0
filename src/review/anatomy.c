/*
 * Reads the parts of a recommendation from all the words that complete it:
 * its own, its lead-in, its agency heading, its cells.  The most definite
 * answer any of them gives is the part's value.
 */
#include "review/anatomy.h"

#include "base/buf.h"
#include "base/limits.h"
#include "review/anatomy_parts.h"

struct cnd_anatomy {
	struct cnd_words *words;
	const struct cnd_scales *scales; /* NULL: none for vague acts */
	uint32_t vague; /* among them */
};

/*
 * The chance to be vague below which an act is concrete, whatever its verb.
 * Nothing is called vague by its weight: real recommendations are so often
 * put in soft words that a scale cannot tell those that mean something.
 */
static const double surely_concrete = 0.15;

struct cnd_anatomy *
cnd_anatomy_new(struct cnd_arena *arena, const struct cnd_lexicons *lexicons,
	struct cnd_error *err)
{
	struct cnd_anatomy *anatomy = cnd_arena_alloc(arena, sizeof(*anatomy));

	anatomy->words = cnd_words_new(arena, lexicons, err);
	return anatomy->words == NULL ? NULL : anatomy;
}

void
cnd_anatomy_weigh(struct cnd_anatomy *anatomy, const struct cnd_scales *scales)
{
	if (cnd_scales_find(scales, CND_STR("vague"), &anatomy->vague))
		anatomy->scales = scales;
}

void
cnd_span_list_add(struct cnd_span_list *list, struct cnd_arena *arena,
	struct cnd_span span)
{
	if (span.to <= span.from)
		return;
	list->items = cnd_arena_grow(arena, list->items, list->count,
		&list->capacity, sizeof(*list->items));
	list->items[list->count++] = span;
}

/* One judgement: what is read, and the spans it is read from. */
struct judge {
	const struct cnd_words *words;
	const struct cnd_document *doc;
	const struct cnd_review *review;
	struct cnd_arena *arena;
};

static struct cnd_tokens
tokens_of(const struct judge *judge, const struct cnd_span *spans, size_t count)
{
	const struct cnd_token_maker maker = {
		.words = judge->words,
		.sieve = judge->review == NULL ? NULL : judge->review->sieve,
		.doc = judge->doc,
		.arena = judge->arena,
	};

	return cnd_tokens_of(&maker, spans, count);
}

static struct cnd_reading
read_spans(
	const struct judge *judge, const struct cnd_span *spans, size_t count)
{
	struct cnd_tokens tokens = tokens_of(judge, spans, count);

	return (struct cnd_reading){ .doc = judge->doc,
		.review = judge->review,
		.clauses = cnd_clauses_of(tokens, judge->arena),
		.arena = judge->arena };
}

static void
set_part(const struct judge *judge, struct cnd_part_reading *part,
	enum cnd_part_value value, struct cnd_span span)
{
	struct cnd_span *spans;

	part->value = value;
	part->spans = NULL;
	part->span_count = 0;
	if (value == CND_VALUE_NONE || span.to <= span.from)
		return;
	spans = cnd_arena_alloc(judge->arena, sizeof(*spans));
	*spans = span;
	part->spans = spans;
	part->span_count = 1;
}

/* A better value replaces the part's: STATED or NAMED beats the others. */
static void
better_part(const struct judge *judge, struct cnd_part_reading *part,
	enum cnd_part_value value, struct cnd_span span)
{
	if (value == CND_VALUE_NONE || part->value == CND_VALUE_NAMED ||
		part->value == CND_VALUE_STATED)
		return;
	if (part->value != CND_VALUE_NONE && value != CND_VALUE_NAMED &&
		value != CND_VALUE_STATED)
		return;
	set_part(judge, part, value, span);
}

static bool
is_given(struct cnd_span span)
{
	return span.to > span.from;
}

/* Owner of a noun phrase that stands alone: a heading or a cell. */
static void
add_owner_phrase(const struct judge *judge, struct cnd_span source,
	struct cnd_part_reading *part)
{
	struct cnd_reading reading;
	struct cnd_range all;
	struct cnd_span span = { 0, 0 };
	enum cnd_part_value value;

	if (!is_given(source))
		return;
	reading = read_spans(judge, &source, 1);
	all = (struct cnd_range){ 0, (uint32_t)reading.clauses.tokens.count };
	value = cnd_owner_of_phrase(&reading, all, &span);
	if (value == CND_VALUE_NONE && all.to == 1 &&
		cnd_token_reads_any(&reading.clauses.tokens, 0,
			"all|everyone|everybody|anyone")) {
		value = CND_VALUE_GENERIC;
		span = source;
	}
	better_part(judge, part, value, span);
}

/* Of a heading's words: a name in capitals, one of a thing, or no name. */
static enum cnd_part_value
value_of_title(const struct cnd_tokens *tokens)
{
	size_t last = CND_NOT_FOUND;
	size_t words = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		if (!cnd_token_flag(tokens, i, CND_TOKEN_WORD))
			continue;
		if (!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			!cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) &&
			!cnd_token_has(tokens, i, CND_CLASS_DETERMINER) &&
			!cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION))
			return CND_VALUE_GENERIC;
		last = i;
		words++;
	}
	if (words < 2)
		return CND_VALUE_GENERIC;
	return (cnd_token_has(tokens, last, CND_CLASS_BODY) ||
		       (!cnd_token_has(tokens, last, CND_CLASS_THING) &&
			       !cnd_token_has(
				       tokens, last, CND_CLASS_PRODUCT) &&
			       !cnd_token_has(
				       tokens, last, CND_CLASS_ABSTRACT)))
		? CND_VALUE_NAMED
		: CND_VALUE_NONE;
}

/*
 * Whoever a heading names: it was taken for who is to act, so that a name
 * nobody knows is a body's, and what is no name a group's.
 */
static void
add_heading(const struct judge *judge, struct cnd_recommendation *rec)
{
	struct cnd_part_reading *part = &rec->parts[CND_PART_OWNER];
	struct cnd_tokens tokens;

	add_owner_phrase(judge, rec->heading, part);
	if (!is_given(rec->heading) || part->value != CND_VALUE_NONE)
		return;
	tokens = tokens_of(judge, &rec->heading, 1);
	better_part(judge, part, value_of_title(&tokens), rec->heading);
}

/* "The recommendations above stand. The Board should also:": the sentence
 * that the items complete. */
static struct cnd_span
last_sentence(const struct cnd_document *doc, struct cnd_span lead)
{
	uint32_t sentence = cnd_document_sentence_at(doc, lead.to - 1);

	if (sentence != CND_NONE &&
		doc->sentences[sentence].span.from > lead.from)
		lead.from = doc->sentences[sentence].span.from;
	return lead;
}

static void
add_lead_in(const struct judge *judge, struct cnd_recommendation *rec)
{
	struct cnd_span last;
	struct cnd_reading reading;
	struct cnd_span span = { 0, 0 };
	enum cnd_part_value value;

	if (!is_given(rec->lead_in))
		return;
	last = last_sentence(judge->doc, rec->lead_in);
	reading = read_spans(judge, &last, 1);
	value = cnd_owner_of_lead(&reading, &span);
	better_part(judge, &rec->parts[CND_PART_OWNER], value, span);
	if (last.from != rec->lead_in.from)
		reading = read_spans(judge, &rec->lead_in, 1);
	value = cnd_time_of_clauses(&reading, &span);
	better_part(judge, &rec->parts[CND_PART_TIME], value, span);
	value = cnd_measure_of_clauses(&reading, &span);
	better_part(judge, &rec->parts[CND_PART_MEASURE], value, span);
}

static void
add_owner_cell(const struct judge *judge, struct cnd_span source, bool is_guess,
	struct cnd_part_reading *part)
{
	struct cnd_tokens tokens;

	add_owner_phrase(judge, source, part);
	tokens = tokens_of(judge, &source, 1);
	better_part(judge, part,
		cnd_owner_of_cell(&tokens, part->value, is_guess), source);
}

/*
 * A plan's "as soon as possible" beside words like "at the first visit",
 * which say when it happens each time: the plan is what says when.
 */
static bool
outweighs(const struct judge *judge, enum cnd_part_value value,
	const struct cnd_part_reading *part)
{
	struct cnd_tokens tokens;

	if (value != CND_VALUE_VAGUE || part->value != CND_VALUE_STATED)
		return false;
	tokens = tokens_of(judge, part->spans, part->span_count);
	return !cnd_time_is_fixed(&tokens);
}

/* What a cell, or words like one, say of a part. */
static void
add_cell(const struct judge *judge, const struct cnd_field *field,
	struct cnd_recommendation *rec)
{
	struct cnd_part_reading *part = &rec->parts[field->part];
	struct cnd_reading reading;
	struct cnd_span span = { 0, 0 };
	enum cnd_part_value value;

	if (!is_given(field->value))
		return;
	if (field->part == CND_PART_OWNER) {
		add_owner_cell(judge, field->value, field->is_guess, part);
		return;
	}
	reading = read_spans(judge, &field->value, 1);
	value = field->part == CND_PART_TIME
		? cnd_time_of_cell(&reading, &span)
		: cnd_measure_of_cell(&reading, &span);
	if (field->part == CND_PART_TIME && outweighs(judge, value, part))
		set_part(judge, part, value, span);
	else
		better_part(judge, part, value, span);
}

static void
add_cells(const struct judge *judge, struct cnd_recommendation *rec)
{
	const struct cnd_field cells[] = {
		{ .part = CND_PART_OWNER, .value = rec->owner_cell },
		{ .part = CND_PART_TIME, .value = rec->time_cell },
		{ .part = CND_PART_MEASURE, .value = rec->measure_cell },
	};

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		add_cell(judge, &cells[i], rec);
}

static bool
is_within(struct cnd_span inner, struct cnd_span outer)
{
	return is_given(outer) && inner.from >= outer.from &&
		inner.to <= outer.to;
}

/* Adds what is left of a span when the fields in it are taken out. */
static void
add_without_fields(const struct judge *judge, struct cnd_span span,
	const struct cnd_field *fields, size_t count,
	struct cnd_span_list *list)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_given(fields[i].whole) ||
			!is_within(fields[i].whole, span))
			continue;
		cnd_span_list_add(list, judge->arena,
			(struct cnd_span){ span.from, fields[i].whole.from });
		span.from = fields[i].whole.to;
	}
	cnd_span_list_add(list, judge->arena, span);
}

/*
 * The rec's words without its cells and fields; the fields are read into
 * the parts afterwards.
 */
static struct cnd_span_list
own_spans(const struct judge *judge, const struct cnd_recommendation *rec,
	struct cnd_field **fields, size_t *field_count)
{
	struct cnd_span_list own = { 0 };
	struct cnd_span_list list = { 0 };
	struct cnd_tokens tokens;

	for (size_t i = 0; i < rec->span_count; i++) {
		if (!is_within(rec->spans[i], rec->owner_cell) &&
			!is_within(rec->spans[i], rec->time_cell) &&
			!is_within(rec->spans[i], rec->measure_cell))
			cnd_span_list_add(&own, judge->arena, rec->spans[i]);
	}
	tokens = tokens_of(judge, own.items, own.count);
	*field_count = cnd_fields_of(&tokens, judge->arena, fields);
	for (size_t i = 0; i < own.count; i++)
		add_without_fields(
			judge, own.items[i], *fields, *field_count, &list);
	return list;
}

/* "Consider", "give thought to": vague whatever else is said. */
static bool
thinks(const struct judge *judge, const struct cnd_span_list *vague)
{
	struct cnd_tokens tokens = tokens_of(judge, vague->items, vague->count);

	for (size_t i = 0; i < tokens.count; i++)
		if (cnd_token_has(&tokens, i, CND_CLASS_THINKING) ||
			cnd_token_reads_any(
				&tokens, i, "consideration|thought|reflection"))
			return true;
	return false;
}

/* By all its words; "improve" and a form, a number and a date say enough. */
static bool
is_surely_concrete(const struct cnd_anatomy *anatomy,
	const struct cnd_document *doc, const struct cnd_span_list *own)
{
	struct cnd_buf words = { 0 };
	float odds[CND_SCALES_MOST];

	if (anatomy->scales == NULL)
		return false;
	for (size_t i = 0; i < own->count && words.len < CND_SCALES_TEXT; i++) {
		cnd_buf_put(&words, cnd_document_text(doc, own->items[i]));
		cnd_buf_putc(&words, '\n');
	}
	cnd_scales_weigh(anatomy->scales, cnd_buf_str(&words), odds);
	cnd_buf_dispose(&words);
	return odds[anatomy->vague] < cnd_scales_odds(surely_concrete);
}

void
cnd_anatomy_judge(const struct cnd_anatomy *anatomy,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	struct judge judge = { anatomy->words, doc, review, arena };
	struct cnd_field *fields;
	size_t field_count;
	struct cnd_span_list own =
		own_spans(&judge, rec, &fields, &field_count);
	struct cnd_reading reading = read_spans(&judge, own.items, own.count);
	struct cnd_part_reading *action = &rec->parts[CND_PART_ACTION];
	struct cnd_span_list vague = { 0 };
	struct cnd_span span = { 0, 0 };
	enum cnd_part_value value;

	value = cnd_owner_of_clauses(&reading, &span);
	set_part(&judge, &rec->parts[CND_PART_OWNER], value, span);
	value = cnd_time_of_clauses(&reading, &span);
	set_part(&judge, &rec->parts[CND_PART_TIME], value, span);
	value = cnd_measure_of_clauses(&reading, &span);
	set_part(&judge, &rec->parts[CND_PART_MEASURE], value, span);
	action->value = cnd_action_of(&reading, &vague);
	if (action->value == CND_VALUE_VAGUE &&
		is_surely_concrete(anatomy, doc, &own) &&
		!thinks(&judge, &vague))
		action->value = CND_VALUE_CONCRETE;
	action->spans = vague.items;
	action->span_count = vague.count;
	rec->strength = cnd_strength_of(&reading);
	rec->is_cut =
		reading.clauses.tokens.count == CND_LIMIT_RECOMMENDATION_WORDS;
	for (size_t i = 0; i < field_count; i++)
		if (!fields[i].is_guess ||
			rec->parts[fields[i].part].value == CND_VALUE_NONE)
			add_cell(&judge, &fields[i], rec);
	add_cells(&judge, rec);
	add_lead_in(&judge, rec);
	add_heading(&judge, rec);
}
