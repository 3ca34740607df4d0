/* Each example is a report of its own, linted by the whole set. */
#include "lint/examples.h"

#include "base/buf.h"
#include "rule/rule.h"

/* What a rule must come with, of bad and of good ones. */
enum { EXAMPLES_NEEDED = 2 };

struct run {
	const struct cnd_ruleset *set;
	const struct cnd_example_options *options;
	const struct cnd_rule_info *rule;
	struct cnd_arena *arena;
	struct cnd_example_results *results;
	size_t capacity;
};

static struct cnd_example_result *
add_result(struct run *run, enum cnd_example_kind kind)
{
	struct cnd_example_results *results = run->results;
	struct cnd_example_result *made;

	results->items = cnd_arena_grow(run->arena, results->items,
		results->count, &run->capacity, sizeof(results->items[0]));
	made = &results->items[results->count++];
	*made = (struct cnd_example_result){ .rule = run->rule, .kind = kind };
	return made;
}

static void
look_for(struct run *run, const struct cnd_report *report,
	struct cnd_example_result *result)
{
	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		if (finding->rule != run->rule)
			continue;
		result->has_fired = true;
		result->quote = cnd_arena_copy(run->arena,
			cnd_document_text(report->doc, finding->span));
		return;
	}
}

/* "line:column:Style.Rule:message", a line for each alert of the rule. */
static struct cnd_str
alerts_of(const struct run *run, const struct cnd_report *report)
{
	struct cnd_str rule = run->rule->id;
	struct cnd_str style = cnd_str_split(&rule, '/');
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];
		struct cnd_place place = cnd_document_place(
			report->doc, finding->span, CND_UNIT_CODE_POINT);

		if (finding->rule == run->rule)
			cnd_buf_printf(&out, "%u:%u:%.*s.%.*s:%.*s\n",
				(unsigned)place.line, (unsigned)place.column,
				CND_STR_ARG(style), CND_STR_ARG(rule),
				CND_STR_ARG(finding->message));
	}
	made = cnd_arena_copy(run->arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static bool
is_case_right(const struct cnd_example *example, struct cnd_str alerts)
{
	if (example->has_want &&
		!cnd_str_equal(
			cnd_str_trim(alerts), cnd_str_trim(example->want)))
		return false;
	for (size_t i = 0; i < example->contains_count; i++)
		if (cnd_str_find(alerts, cnd_str_trim(example->contains[i])) ==
			CND_NOT_FOUND)
			return false;
	for (size_t i = 0; i < example->absent_count; i++)
		if (cnd_str_find(alerts, cnd_str_trim(example->absent[i])) !=
			CND_NOT_FOUND)
			return false;
	return true;
}

/* Whatever the profile thinks of the rule, here it is on. */
static bool
run_example(struct run *run, const struct cnd_example *example,
	struct cnd_example_result *result, struct cnd_error *err)
{
	struct cnd_str ending =
		example->ending.len > 0 ? example->ending : CND_STR("md");
	struct cnd_str name = cnd_arena_printf(
		run->arena, "example.%.*s", CND_STR_ARG(ending));
	struct cnd_rule_choice choice = { run->rule->id, true, true,
		run->rule->level };
	struct cnd_lint_options options = {
		.profile = example->profile,
		.choices = &choice,
		.choice_count = 1,
		.needs_all = example->profile.len == 0,
	};
	struct cnd_document *doc = run->options->read(name, example->text, err);
	struct cnd_report *report =
		doc == NULL ? NULL : cnd_lint(run->set, doc, &options, err);

	if (report != NULL) {
		look_for(run, report, result);
		result->alerts = alerts_of(run, report);
	} else {
		cnd_fail_at(err, run->rule->file, example->line, 1);
	}
	cnd_report_free(report);
	cnd_document_free(doc);
	return report != NULL;
}

static bool
run_list(struct run *run, enum cnd_example_kind kind,
	const struct cnd_example *examples, size_t count, struct cnd_error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct cnd_example_result *result = add_result(run, kind);

		result->example = &examples[i];
		if (!run_example(run, &examples[i], result, err))
			return false;
		if (kind == CND_EXAMPLE_CASE)
			result->is_right =
				is_case_right(&examples[i], result->alerts);
		else
			result->is_right = kind == CND_EXAMPLE_TODO ||
				result->has_fired == (kind == CND_EXAMPLE_BAD);
		run->results->wrong += !result->is_right;
	}
	return true;
}

static void
check_numbers(struct run *run)
{
	const struct cnd_rule_info *rule = run->rule;

	if (rule->bad_count >= EXAMPLES_NEEDED &&
		rule->good_count >= EXAMPLES_NEEDED)
		return;
	add_result(run, CND_EXAMPLE_TOO_FEW);
	run->results->wrong++;
}

static bool
is_asked_for(struct cnd_str only, struct cnd_str id)
{
	if (only.len == 0 || cnd_str_equal(only, id))
		return true;
	return cnd_str_ends_with(only, CND_STR("/")) &&
		cnd_str_starts_with(id, only);
}

static bool
needs_examples(const struct cnd_rule *rule)
{
	return !rule->is_vale &&
		!cnd_str_equal(rule->info.kind, CND_STR("state"));
}

static bool
run_rule(struct run *run, const struct cnd_rule *rule, struct cnd_error *err)
{
	const struct cnd_rule_info *info = &rule->info;

	run->rule = info;
	if (needs_examples(rule))
		check_numbers(run);
	return run_list(
		       run, CND_EXAMPLE_BAD, info->bad, info->bad_count, err) &&
		run_list(run, CND_EXAMPLE_GOOD, info->good, info->good_count,
			err) &&
		run_list(run, CND_EXAMPLE_TODO, info->todo, info->todo_count,
			err) &&
		run_list(run, CND_EXAMPLE_CASE, info->cases, info->case_count,
			err);
}

bool
cnd_examples_run(const struct cnd_ruleset *set,
	const struct cnd_example_options *options, struct cnd_arena *arena,
	struct cnd_example_results *results, struct cnd_error *err)
{
	struct run run = { .set = set,
		.options = options,
		.arena = arena,
		.results = results };
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(set, &count);

	*results = (struct cnd_example_results){ 0 };
	for (size_t i = 0; i < count; i++)
		if (is_asked_for(options->only, rules[i].info.id) &&
			!run_rule(&run, &rules[i], err))
			return false;
	return true;
}
