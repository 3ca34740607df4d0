/*
 * consistency: of two forms only one may be used in a report.  `either`
 * maps one to the other; where both stand, each use of the rarer (of
 * equals, of the one that came second) is flagged.
 */
#include "rule/kinds.h"

static const char *const keys[] = { "either", "nonword", NULL };

/* Two forms: patterns next to each other under one tag. */
struct pair {
	uint32_t tag;
	uint32_t first_pattern;
};

struct consistency {
	struct pair *pairs;
	size_t count;
};

static bool
compile_pair(struct cnd_compile *compile, const struct cnd_yaml *entry,
	bool is_word, struct pair *pair, struct cnd_error *err)
{
	struct cnd_pattern one = {
		.text = entry->key->text,
		.node = entry->key,
		.is_word = is_word,
	};
	struct cnd_pattern other = { .node = entry, .is_word = is_word };

	pair->tag = cnd_compile_tag(compile);
	pair->first_pattern = compile->next_pattern;
	return cnd_yaml_string(entry, &other.text, err) &&
		cnd_compile_pattern(compile, &one, pair->tag, err) &&
		cnd_compile_pattern(compile, &other, pair->tag, err);
}

static bool
compile_consistency(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *map = cnd_compile_need(compile, "either", err);
	struct consistency *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	bool is_nonword = false;

	rule->data = data;
	if (map == NULL ||
		!cnd_compile_bool(compile, "nonword", &is_nonword, err))
		return false;
	if (map->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, map,
			"'either' must be a map from one form to the other");
	data->pairs = cnd_arena_array(
		compile->arena, cnd_yaml_count(map), sizeof(data->pairs[0]));
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next)
		if (!compile_pair(compile, n, !is_nonword,
			    &data->pairs[data->count++], err))
			return false;
	return true;
}

/* The uses of a pair's two forms that are in scope. */
struct uses {
	uint32_t count[2];
	struct cnd_span first[2];
};

static struct uses
count_uses(const struct cnd_rule *rule, const struct cnd_check *check,
	const struct cnd_hits *hits, uint32_t first_pattern)
{
	struct uses uses = { 0 };

	for (size_t i = 0; i < hits->count; i++) {
		const struct cnd_hit *hit = &hits->items[i];
		uint32_t form = hit->pattern - first_pattern;

		if (cnd_check_in_scope(check, rule, hit->span) &&
			uses.count[form]++ == 0)
			uses.first[form] = hit->span;
	}
	return uses;
}

/* Which of the two is out of place, 0 or 1. */
static uint32_t
odd_one(const struct uses *uses)
{
	if (uses->count[0] != uses->count[1])
		return uses->count[0] < uses->count[1] ? 0 : 1;
	return uses->first[0].from > uses->first[1].from ? 0 : 1;
}

static void
report_use(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span use, struct cnd_span other)
{
	struct cnd_str words[2] = { cnd_check_text(check, use),
		cnd_check_text(check, other) };
	struct cnd_related *related =
		cnd_arena_alloc(check->arena, sizeof(*related));
	struct cnd_finding *finding =
		cnd_check_emit(check, rule, use, words, 2);

	*related = (struct cnd_related){ other, CND_STR("the other form") };
	finding->related = related;
	finding->related_count = 1;
}

static void
check_pair(const struct cnd_rule *rule, struct cnd_check *check,
	const struct pair *pair)
{
	struct cnd_hits hits = cnd_check_hits(check, pair->tag);
	struct uses uses = count_uses(rule, check, &hits, pair->first_pattern);
	uint32_t odd = odd_one(&uses);

	if (uses.count[0] == 0 || uses.count[1] == 0)
		return;
	for (size_t i = 0; i < hits.count; i++) {
		const struct cnd_hit *hit = &hits.items[i];

		if (hit->pattern - pair->first_pattern == odd &&
			cnd_check_in_scope(check, rule, hit->span))
			report_use(rule, check, hit->span, uses.first[1 - odd]);
	}
}

/*
 * As Vale tells it: in each unit behind, or in, which both forms were met,
 * the last use.
 */
static void
check_pair_as_vale(const struct cnd_rule *rule, struct cnd_check *check,
	const struct pair *pair)
{
	struct cnd_hits hits = cnd_check_hits(check, pair->tag);
	bool was_met[2] = { false, false };

	for (size_t i = 0; i < hits.count; i++) {
		const struct cnd_hit *hit = &hits.items[i];
		bool is_last = i + 1 == hits.count ||
			hits.items[i + 1].unit != hit->unit;

		if (!cnd_check_in_scope(check, rule, hit->span))
			continue;
		was_met[(hit->pattern - pair->first_pattern) & 1] = true;
		if (is_last && was_met[0] && was_met[1])
			cnd_check_emit_match(check, rule, hit->span);
	}
}

static void
check_consistency(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct consistency *data = rule->data;

	void (*check_one)(const struct cnd_rule *, struct cnd_check *,
		const struct pair *) =
		rule->is_vale ? check_pair_as_vale : check_pair;

	for (size_t i = 0; i < data->count; i++)
		check_one(rule, check, &data->pairs[i]);
}

const struct cnd_kind cnd_kind_consistency = {
	.name = "consistency",
	.keys = keys,
	.compile = compile_consistency,
	.check = check_consistency,
};
