/*
 * conditional: where `first` stands, `second` must.  When `second` has a
 * group, what it captured before or in the same block is what `first` may
 * say ("World Health Organization (WHO)", then "WHO"); without one,
 * `second` must stand in the block of `first`.
 */
#include "base/halving.h"
#include "rule/exceptions.h"
#include "rule/kinds.h"

#include <stdlib.h>

static const char *const keys[] = { "first", "second", "exceptions", "vocab",
	NULL };

struct conditional {
	uint32_t first;
	uint32_t second;
	struct cnd_exceptions exceptions;
	const struct cnd_query *groups; /* of second; NULL: it has none */
};

/* An opening bracket that is neither escaped nor opens "(?": those only group. */
static bool
has_group(struct cnd_str pattern)
{
	for (size_t i = 0; i < pattern.len; i++) {
		if (pattern.data[i] == '\\') {
			i++;
			continue;
		}
		if (pattern.data[i] == '(' &&
			(i + 1 == pattern.len || pattern.data[i + 1] != '?'))
			return true;
	}
	return false;
}

/* In Vale `ignorecase` says nothing here. */
static struct cnd_pattern
pattern_of(const struct cnd_compile *compile, const struct cnd_yaml *node,
	struct cnd_str text)
{
	bool is_vale = compile->rule->is_vale;

	if (is_vale && compile->rule->is_folding)
		text = cnd_arena_printf(
			compile->arena, "(?-i)%.*s", CND_STR_ARG(text));
	return (struct cnd_pattern){
		.text = text, .node = node, .is_whole = true
	};
}

static bool
add_pattern(struct cnd_compile *compile, const char *key, uint32_t *tag,
	struct cnd_pattern *pattern, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_compile_need(compile, key, err);
	struct cnd_str text;

	if (node == NULL || !cnd_yaml_string(node, &text, err))
		return false;
	*pattern = pattern_of(compile, node, text);
	*tag = cnd_compile_tag(compile);
	return cnd_compile_pattern(compile, pattern, *tag, err);
}

static bool
compile_conditional(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct conditional *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	struct cnd_pattern pattern;

	rule->data = data;
	if (!add_pattern(compile, "first", &data->first, &pattern, err) ||
		!add_pattern(compile, "second", &data->second, &pattern, err))
		return false;
	if (has_group(pattern.text)) {
		data->groups = cnd_compile_regex(compile, &pattern, err);
		if (data->groups == NULL)
			return false;
	}
	return cnd_exceptions_compile(compile, true, &data->exceptions, err);
}

/* Words that `second` captured, and the first unit where it did. */
struct captured {
	struct cnd_str words;
	uint32_t unit;
};

struct seen {
	struct captured *items;
	size_t count;
	size_t capacity;
};

static int
compare_captured(const void *left, const void *right)
{
	const struct captured *a = left;
	const struct captured *b = right;
	int order = cnd_str_compare(a->words, b->words);

	if (order != 0)
		return order;
	return (a->unit > b->unit) - (a->unit < b->unit);
}

static void
capture(struct seen *seen, const struct cnd_query *groups,
	const struct cnd_check *check, const struct cnd_hit *hit)
{
	struct cnd_span block = check->pass.units[hit->unit];
	struct cnd_str unit = cnd_check_text(check, block);
	struct cnd_match match = { 0 };
	size_t from = hit->span.from - block.from;

	/* Only the groups are wanted: the place is the matcher's. */
	if (cnd_query_find(groups, unit, from, &match) != CND_REGEX_MATCH ||
		match.from[0] != from)
		return;
	for (size_t i = 1; i < match.count; i++) {
		if (match.from[i] == CND_NOT_FOUND ||
			match.from[i] == match.to[i])
			continue;
		seen->items = cnd_arena_grow(check->arena, seen->items,
			seen->count, &seen->capacity, sizeof(seen->items[0]));
		seen->items[seen->count++] = (struct captured){
			cnd_str_slice(unit, match.from[i], match.to[i]),
			hit->unit,
		};
	}
}

/* Whether words were captured up to this unit; seen is sorted. */
static bool
is_seen(const struct seen *seen, struct cnd_str words, uint32_t unit)
{
	struct cnd_halving in = { .high = seen->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			cnd_str_compare(seen->items[in.middle].words, words) <
				0);
	return in.low < seen->count &&
		cnd_str_equal(seen->items[in.low].words, words) &&
		seen->items[in.low].unit <= unit;
}

static struct seen
captures_of(const struct conditional *data, const struct cnd_check *check)
{
	struct cnd_hits hits = cnd_check_hits(check, data->second);
	struct seen seen = { 0 };

	for (size_t i = 0; i < hits.count; i++)
		capture(&seen, data->groups, check, &hits.items[i]);
	if (seen.count > 1)
		qsort(seen.items, seen.count, sizeof(seen.items[0]),
			compare_captured);
	return seen;
}

/* Whether a hit of second stands in the unit; units and hits rise. */
static bool
is_in_unit(const struct cnd_hits *hits, uint32_t unit)
{
	struct cnd_halving in = { .high = hits->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, hits->items[in.middle].unit < unit);
	return in.low < hits->count && hits->items[in.low].unit == unit;
}

static void
check_conditional(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct conditional *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->first);
	struct cnd_hits second = cnd_check_hits(check, data->second);
	struct seen seen = { 0 };

	if (data->groups != NULL)
		seen = captures_of(data, check);
	for (size_t i = 0; i < hits.count; i++) {
		const struct cnd_hit *hit = &hits.items[i];
		struct cnd_str words = cnd_check_text(check, hit->span);
		bool is_met = data->groups != NULL
			? is_seen(&seen, words, hit->unit)
			: is_in_unit(&second, hit->unit);

		if (!is_met && cnd_check_in_scope(check, rule, hit->span) &&
			!cnd_exceptions_hold(
				&data->exceptions, check, hit->span))
			cnd_check_emit_match(check, rule, hit->span);
	}
}

const struct cnd_kind cnd_kind_conditional = {
	.name = "conditional",
	.keys = keys,
	.compile = compile_conditional,
	.check = check_conditional,
};
