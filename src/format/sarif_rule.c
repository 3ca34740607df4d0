/* What SARIF says of the rules, and the bits its results share. */
#include "format/sarif_rule.h"

#include <stdlib.h>

enum { MOST_DESCRIPTION = 1000, LEAST_JUDGED = 20 };

static int
compare_rules(const void *left, const void *right)
{
	const struct cnd_rule_info *const *a = left;
	const struct cnd_rule_info *const *b = right;

	return cnd_str_compare((*a)->id, (*b)->id);
}

static void
add_rule(struct cnd_arena *arena, struct cnd_sarif_rules *rules,
	const struct cnd_rule_info *rule)
{
	for (size_t i = 0; i < rules->count; i++)
		if (rules->items[i] == rule)
			return;
	rules->items = cnd_arena_grow(arena, rules->items, rules->count,
		&rules->capacity, sizeof(const struct cnd_rule_info *));
	rules->items[rules->count++] = rule;
}

void
cnd_sarif_rules_add(struct cnd_sarif_rules *rules, struct cnd_arena *arena,
	const struct cnd_report *report)
{
	for (size_t i = 0; i < report->finding_count; i++)
		add_rule(arena, rules, report->findings[i].rule);
	for (size_t i = 0; i < report->suppressed_count; i++)
		add_rule(arena, rules, report->suppressed[i].finding.rule);
}

void
cnd_sarif_rules_sort(struct cnd_sarif_rules *rules)
{
	if (rules->count > 0)
		qsort(rules->items, rules->count,
			sizeof(const struct cnd_rule_info *), compare_rules);
}

const char *
cnd_sarif_level(enum cnd_level level)
{
	static const char *const words[] = { "note", "warning", "error" };

	return words[level];
}

void
cnd_sarif_text(struct cnd_json *json, const char *key, struct cnd_str words)
{
	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_json_key(json, "text");
	cnd_json_string(json, words);
	cnd_json_end_object(json);
}

/* Measured precision in the scale that code scanning sorts by. */
static const char *
precision_of(const struct cnd_rule_info *rule)
{
	double share;

	if (rule->judged < LEAST_JUDGED)
		return "medium";
	share = (double)rule->confirmed / rule->judged;
	if (share >= 0.95)
		return "very-high";
	if (share >= 0.85)
		return "high";
	return share >= 0.7 ? "medium" : "low";
}

static struct cnd_str
first_of(struct cnd_str a, struct cnd_str b)
{
	return a.len > 0 ? a : b;
}

static void
put_help(struct cnd_json_context *context, const struct cnd_rule_info *rule)
{
	struct cnd_json *json = &context->json;
	struct cnd_arena *arena = context->scratch;
	struct cnd_str why = first_of(rule->why, rule->description);

	cnd_json_key(json, "help");
	cnd_json_object(json);
	cnd_json_key(json, "text");
	cnd_json_string(json,
		cnd_arena_printf(arena, "%.*s\n%.*s", CND_STR_ARG(why),
			CND_STR_ARG(rule->fix)));
	cnd_json_key(json, "markdown");
	cnd_json_string(json,
		cnd_arena_printf(arena, "%.*s\n\n%s%.*s", CND_STR_ARG(why),
			rule->fix.len > 0 ? "**To mend it:** " : "",
			CND_STR_ARG(rule->fix)));
	cnd_json_end_object(json);
	if (rule->link.len > 0) {
		cnd_json_key(json, "helpUri");
		cnd_json_string(json, rule->link);
	}
}

static void
put_rule_properties(struct cnd_json *json, const struct cnd_rule_info *rule)
{
	struct cnd_str rest = rule->id;

	cnd_json_key(json, "defaultConfiguration");
	cnd_json_object(json);
	cnd_json_key(json, "level");
	cnd_json_string(json, cnd_str_of(cnd_sarif_level(rule->level)));
	cnd_json_end_object(json);
	cnd_json_key(json, "properties");
	cnd_json_object(json);
	cnd_json_key(json, "tags");
	cnd_json_array(json);
	cnd_json_string(json, CND_STR("prose"));
	cnd_json_string(json, cnd_str_split(&rest, '/'));
	cnd_json_end_array(json);
	cnd_json_key(json, "precision");
	cnd_json_string(json, cnd_str_of(precision_of(rule)));
	cnd_json_key(json, "problem.severity");
	cnd_json_string(json,
		rule->level == CND_LEVEL_SUGGESTION
			? CND_STR("recommendation")
			: cnd_str_of(cnd_level_name(rule->level)));
	cnd_json_end_object(json);
}

void
cnd_sarif_rule(
	struct cnd_json_context *context, const struct cnd_rule_info *rule)
{
	struct cnd_json *json = &context->json;
	struct cnd_str description = first_of(rule->description, rule->message);
	struct cnd_str why = first_of(rule->why, description);

	cnd_json_object(json);
	cnd_json_key(json, "id");
	cnd_json_string(json, rule->id);
	cnd_sarif_text(json, "shortDescription",
		cnd_str_slice(description, 0, MOST_DESCRIPTION));
	cnd_sarif_text(json, "fullDescription",
		cnd_str_slice(why, 0, MOST_DESCRIPTION));
	put_help(context, rule);
	put_rule_properties(json, rule);
	cnd_json_end_object(json);
}
