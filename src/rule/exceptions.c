/* Exceptions as Vale has them, and as own rules do. */
#include "rule/exceptions.h"

#include "base/buf.h"
#include "base/halving.h"

#include <stdlib.h>

/* The terms of a list and of the vocabulary. */
struct terms {
	const struct cnd_str **items;
	size_t count;
};

/* The longer first: of two that begin alike it is meant. */
static int
compare_terms(const void *left, const void *right)
{
	const struct cnd_str *a = *(const struct cnd_str *const *)left;
	const struct cnd_str *b = *(const struct cnd_str *const *)right;

	if (a->len != b->len)
		return a->len > b->len ? -1 : 1;
	return cnd_str_compare(*a, *b);
}

static bool
gather(struct cnd_compile *compile, bool uses_vocab, struct terms *terms,
	struct cnd_error *err)
{
	const struct cnd_vocabulary *vocabulary = compile->vocabulary;
	size_t words = uses_vocab && vocabulary != NULL
		? vocabulary->accepted_count
		: 0;
	const struct cnd_str *own;
	size_t own_count;

	if (!cnd_compile_strings(compile,
		    cnd_yaml_get(compile->file, "exceptions"), &own, &own_count,
		    err))
		return false;
	terms->items = cnd_arena_array(compile->arena, own_count + words + 1,
		sizeof(const struct cnd_str *));
	for (size_t i = 0; i < own_count; i++)
		terms->items[terms->count++] = &own[i];
	for (size_t i = 0; i < words; i++)
		terms->items[terms->count++] = &vocabulary->accepted[i];
	if (terms->count > 1)
		qsort(terms->items, terms->count, sizeof(terms->items[0]),
			compare_terms);
	return true;
}

static bool
is_phrase(struct cnd_str term)
{
	return cnd_str_find_byte(term, ' ') != CND_NOT_FOUND ||
		cnd_str_find_byte(term, '\t') != CND_NOT_FOUND ||
		cnd_str_find(term, CND_STR("\\s")) != CND_NOT_FOUND;
}

/* One regex of all terms; each keeps to its case unless it says "(?i)". */
static const struct cnd_query *
join(struct cnd_compile *compile, const struct terms *terms, bool is_phrases,
	bool is_folding, struct cnd_error *err)
{
	struct cnd_pattern pattern = {
		.node = cnd_yaml_get(compile->file, "exceptions"),
		.is_word = true,
	};
	const struct cnd_query *regex = NULL;
	struct cnd_buf out = { 0 };

	if (pattern.node == NULL)
		pattern.node = compile->file;
	for (size_t i = 0; i < terms->count; i++) {
		struct cnd_str term = *terms->items[i];

		if (is_phrases && !is_phrase(term))
			continue;
		cnd_buf_puts(&out, out.len == 0 ? "" : "|");
		if (is_phrases || is_folding)
			cnd_buf_puts(&out, "(?i)");
		else if (!cnd_str_starts_with(term, CND_STR("(?i)")))
			cnd_buf_puts(&out, "(?-i)");
		cnd_buf_put(&out, term);
	}
	if (out.len > 0) {
		pattern.text =
			cnd_arena_copy(compile->arena, cnd_buf_str(&out));
		regex = cnd_compile_regex(compile, &pattern, err);
	}
	cnd_buf_dispose(&out);
	return regex;
}

static bool
compile_vale(struct cnd_compile *compile, bool uses_vocab,
	struct cnd_exceptions *exceptions, struct cnd_error *err)
{
	struct terms terms = { 0 };

	if (!cnd_compile_bool(compile, "vocab", &uses_vocab, err) ||
		!gather(compile, uses_vocab, &terms, err))
		return false;
	exceptions->inside =
		join(compile, &terms, false, exceptions->is_folding, err);
	if (err->code == CND_OK)
		exceptions->phrases = join(compile, &terms, true, true, err);
	return err->code == CND_OK;
}

/* More than these are looked for everywhere, with the rule's own patterns:
 * each one asked would be slower. */
enum { ASKED_MAX = 64 };

static bool
compile_own(struct cnd_compile *compile, struct cnd_exceptions *exceptions,
	struct cnd_error *err)
{
	const struct cnd_yaml *list = cnd_yaml_get(compile->file, "exceptions");
	const struct cnd_yaml *item = list;
	const struct cnd_str *texts;
	size_t count;

	if (!cnd_compile_strings(compile, list, &texts, &count, err))
		return false;
	if (count > ASKED_MAX)
		return cnd_compile_patterns(
			compile, list, true, &exceptions->tag, err);
	exceptions->tag = CND_NONE;
	exceptions->is_of_sentence =
		cnd_scope_is_sentence(compile->rule->scope);
	exceptions->asked = cnd_arena_array(
		compile->arena, count, sizeof(const struct cnd_query *));
	if (list != NULL && list->kind == CND_YAML_LIST)
		item = list->child;
	for (size_t i = 0; i < count && item != NULL; i++, item = item->next) {
		struct cnd_pattern pattern = {
			.text = texts[i],
			.node = item,
			.is_word = true,
		};

		exceptions->asked[i] =
			cnd_compile_regex(compile, &pattern, err);
		if (exceptions->asked[i] == NULL)
			return false;
	}
	exceptions->asked_count = count;
	return true;
}

bool
cnd_exceptions_compile(struct cnd_compile *compile, bool uses_vocab,
	struct cnd_exceptions *exceptions, struct cnd_error *err)
{
	if (compile->rule->is_vale)
		return compile_vale(compile, uses_vocab, exceptions, err);
	return compile_own(compile, exceptions, err);
}

bool
cnd_exceptions_hold_words(
	const struct cnd_exceptions *exceptions, struct cnd_str words)
{
	return exceptions->inside != NULL &&
		cnd_query_find(exceptions->inside, words, 0, NULL) ==
		CND_REGEX_MATCH;
}

static bool
is_in_phrase(const struct cnd_exceptions *exceptions,
	const struct cnd_check *check, struct cnd_span span)
{
	uint32_t unit = cnd_check_unit_at(check, span.from);
	struct cnd_match match = { 0 };
	struct cnd_span around;
	struct cnd_str text;
	size_t at = 0;

	if (exceptions->phrases == NULL || unit == CND_NONE)
		return false;
	around = check->pass.units[unit];
	text = cnd_check_text(check, around);
	while (cnd_query_find(exceptions->phrases, text, at, &match) ==
		CND_REGEX_MATCH) {
		if (match.from[0] > span.from - around.from)
			return false;
		if (match.to[0] >= span.to - around.from)
			return true;
		if (match.to[0] <= at)
			return false;
		at = match.to[0];
	}
	return false;
}

/*
 * What a rule excepts in one unit: the last that was asked about.  In order
 * of place; each ends where it or the furthest before it does, so that one
 * of them tells of all before it.
 */
struct cnd_excepted {
	const struct cnd_exceptions *exceptions;
	struct cnd_span unit;
	struct cnd_span *items;
	size_t count;
	size_t capacity;
};

/* The unit that the rule's patterns were looked for in around a place. */
static struct cnd_span
unit_around(const struct cnd_exceptions *exceptions,
	const struct cnd_check *check, uint32_t at)
{
	struct cnd_span unit = { at, at };
	uint32_t number = exceptions->is_of_sentence
		? cnd_document_sentence_at(check->doc, at)
		: cnd_check_unit_at(check, at);
	uint32_t end;

	if (number == CND_NONE)
		return unit;
	unit = exceptions->is_of_sentence ? check->doc->sentences[number].span
					  : check->pass.units[number];
	end = unit.to;
	while (unit.from < end) {
		unit.to =
			cnd_matcher_piece_end(check->pass.text, unit.from, end);
		if (unit.to > at)
			break;
		unit.from = unit.to;
	}
	return unit;
}

static void
find_excepted(const struct cnd_check *check, const struct cnd_query *query,
	struct cnd_excepted *excepted)
{
	struct cnd_str text = cnd_check_text(check, excepted->unit);
	struct cnd_match match;

	for (size_t at = 0; at < text.len; at = match.to[0]) {
		if (cnd_query_find(query, text, at, &match) !=
				CND_REGEX_MATCH ||
			match.to[0] <= at)
			return;
		excepted->items = cnd_arena_grow(check->arena, excepted->items,
			excepted->count, &excepted->capacity,
			sizeof(*excepted->items));
		excepted->items[excepted->count++] = (struct cnd_span){
			excepted->unit.from + (uint32_t)match.from[0],
			excepted->unit.from + (uint32_t)match.to[0],
		};
	}
}

static int
compare_spans(const void *left, const void *right)
{
	const struct cnd_span *a = left;
	const struct cnd_span *b = right;

	return (a->from > b->from) - (a->from < b->from);
}

static void
put_in_order(struct cnd_excepted *excepted)
{
	struct cnd_span *items = excepted->items;

	if (excepted->count > 1)
		qsort(items, excepted->count, sizeof(*items), compare_spans);
	for (size_t i = 1; i < excepted->count; i++)
		if (items[i].to < items[i - 1].to)
			items[i].to = items[i - 1].to;
}

/* What is excepted in the unit around a place; findings come in order, so
 * each unit is asked once. */
static const struct cnd_excepted *
excepted_around(const struct cnd_exceptions *exceptions,
	struct cnd_check *check, uint32_t at)
{
	struct cnd_excepted *excepted = check->excepted;

	if (excepted == NULL)
		excepted = check->excepted =
			cnd_arena_alloc(check->arena, sizeof(*excepted));
	if (excepted->exceptions == exceptions && excepted->unit.from <= at &&
		at < excepted->unit.to)
		return excepted;
	excepted->exceptions = exceptions;
	excepted->unit = unit_around(exceptions, check, at);
	excepted->count = 0;
	for (size_t i = 0; i < exceptions->asked_count; i++)
		find_excepted(check, exceptions->asked[i], excepted);
	put_in_order(excepted);
	return excepted;
}

static bool
is_asked_exception(const struct cnd_exceptions *exceptions,
	struct cnd_check *check, struct cnd_span span)
{
	const struct cnd_excepted *excepted;
	struct cnd_halving in = { 0 };

	if (exceptions->asked_count == 0)
		return false;
	excepted = excepted_around(exceptions, check, span.from);
	in.high = excepted->count;
	while (cnd_halving_asks(&in))
		cnd_halving_tell(
			&in, excepted->items[in.middle].from < span.to);
	return in.low > 0 && excepted->items[in.low - 1].to > span.from;
}

bool
cnd_exceptions_hold(const struct cnd_exceptions *exceptions,
	struct cnd_check *check, struct cnd_span span)
{
	struct cnd_hits hits;

	if (check->pass.places != NULL)
		return cnd_exceptions_hold_words(exceptions,
			       cnd_str_trim(cnd_check_text(check, span))) ||
			is_in_phrase(exceptions, check, span);
	if (exceptions->tag == CND_NONE)
		return is_asked_exception(exceptions, check, span);
	hits = cnd_check_hits(check, exceptions->tag);
	return cnd_check_is_excepted(&hits, span);
}
