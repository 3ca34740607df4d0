/*
 * metric: a formula over the report's counts, and the condition under
 * which its value is flagged ("> 12").
 */
#include "rule/expression.h"
#include "rule/kinds.h"
#include "rule/vale_statistics.h"

#include <math.h>

static const char *const keys[] = { "formula", "condition", NULL };

struct metric {
	const struct cnd_syllables *syllables; /* in a Vale style */
	const struct cnd_expression *formula;
	const struct cnd_expression *condition;
};

static const struct cnd_expression *
read_expression(struct cnd_compile *compile, const char *key,
	const char *before, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_compile_need(compile, key, err);
	const struct cnd_expression *made;
	struct cnd_error inner = { 0 };
	struct cnd_str text;

	if (node == NULL || !cnd_yaml_string(node, &text, err))
		return NULL;
	text = cnd_arena_printf(
		compile->arena, "%s%.*s", before, CND_STR_ARG(text));
	made = cnd_expression_new(
		compile->arena, text, cnd_statistics_names(), &inner);
	if (made == NULL)
		cnd_rule_fail(err, node, "'%s': %s", key, inner.message);
	return made;
}

static bool
compile_metric(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct metric *data = cnd_arena_alloc(compile->arena, sizeof(*data));

	rule->data = data;
	data->formula = read_expression(compile, "formula", "", err);
	if (data->formula == NULL)
		return false;
	data->condition = read_expression(compile, "condition", "value ", err);
	return data->condition != NULL &&
		cnd_vale_statistics_prepare(
			rule, compile, &data->syllables, err);
}

static void
check_metric(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct metric *data = rule->data;
	double values[CND_STATISTICS];
	double value;
	struct cnd_str words;

	if ((rule->is_vale ? cnd_vale_statistics_of(
				     data->syllables, check, values)
			   : cnd_statistics_of(check, rule, values)) == 0)
		return;
	value = cnd_expression_value(data->formula, values);
	values[CND_STATISTIC_VALUE] = value;
	if (!isfinite(value) ||
		!(cnd_expression_value(data->condition, values) > 0))
		return;
	words = cnd_arena_printf(check->arena,
		!rule->is_vale && floor(value) == value ? "%.0f" : "%.2f",
		value);
	cnd_check_emit_whole(check, rule, &words, 1);
}

const struct cnd_kind cnd_kind_metric = {
	.name = "metric",
	.keys = keys,
	.compile = compile_metric,
	.check = check_metric,
};
