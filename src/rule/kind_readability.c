/*
 * readability: the mean of some well-known formulas, flagged when it is
 * above a school grade.
 */
#include "rule/expression.h"
#include "rule/kinds.h"
#include "rule/vale_statistics.h"

#include <math.h>

static const char *const keys[] = { "metrics", "grade", NULL };

static const struct {
	const char *name;
	const char *formula;
} formulas[] = {
	{ "Gunning Fog",
		"0.4 * (words / sentences + 100 * complex_words / words)" },
	{ "Coleman-Liau",
		"5.88 * characters / words - 29.6 * sentences / words - "
		"15.8" },
	{ "Flesch-Kincaid",
		"0.39 * words / sentences + 11.8 * syllables / words - "
		"15.59" },
	{ "SMOG",
		"1.043 * sqrt(30 * polysyllabic_words / sentences) + "
		"3.1291" },
	{ "Automated Readability",
		"4.71 * characters / words + 0.5 * words / sentences - "
		"21.43" },
};

enum { FORMULAS = sizeof(formulas) / sizeof(formulas[0]) };

struct readability {
	const struct cnd_syllables *syllables; /* in a Vale style */
	const struct cnd_expression *formulas[FORMULAS]; /* those asked for */
	size_t count;
	double grade;
};

static bool
add_formula(struct readability *data, struct cnd_compile *compile,
	struct cnd_str name, struct cnd_error *err)
{
	for (size_t i = 0; i < FORMULAS && data->count < FORMULAS; i++) {
		if (!cnd_str_equal(name, cnd_str_of(formulas[i].name)))
			continue;
		data->formulas[data->count] = cnd_expression_new(compile->arena,
			cnd_str_of(formulas[i].formula), cnd_statistics_names(),
			err);
		return data->formulas[data->count++] != NULL;
	}
	return cnd_rule_fail(err, cnd_yaml_get(compile->file, "metrics"),
		"'%.*s' is not a formula, or one too many: they are "
		"'Gunning Fog', 'Coleman-Liau', 'Flesch-Kincaid', 'SMOG' and "
		"'Automated Readability'",
		CND_STR_ARG(cnd_str_slice(name, 0, 60)));
}

static bool
compile_readability(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct readability *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	const struct cnd_yaml *metrics =
		cnd_compile_need(compile, "metrics", err);
	const struct cnd_yaml *grade;
	const struct cnd_str *names;
	size_t count;

	rule->data = data;
	if (metrics == NULL ||
		!cnd_compile_strings(compile, metrics, &names, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!add_formula(data, compile, names[i], err))
			return false;
	if (count == 0)
		return cnd_rule_fail(err, metrics, "'metrics' is empty");
	grade = cnd_compile_need(compile, "grade", err);
	return grade != NULL && cnd_yaml_number(grade, &data->grade, err) &&
		cnd_vale_statistics_prepare(
			rule, compile, &data->syllables, err);
}

static void
check_readability(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct readability *data = rule->data;
	double values[CND_STATISTICS];
	double grade = 0;
	struct cnd_str words;

	if ((rule->is_vale ? cnd_vale_statistics_of(
				     data->syllables, check, values)
			   : cnd_statistics_of(check, rule, values)) == 0)
		return;
	for (size_t i = 0; i < data->count; i++)
		grade += cnd_expression_value(data->formulas[i], values);
	grade /= (double)data->count;
	if (!isfinite(grade) || grade <= data->grade)
		return;
	words = cnd_arena_printf(check->arena, "%.2f", grade);
	cnd_check_emit_whole(check, rule, &words, 1);
}

const struct cnd_kind cnd_kind_readability = {
	.name = "readability",
	.keys = keys,
	.compile = compile_readability,
	.check = check_readability,
};
