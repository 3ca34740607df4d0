/* candour rules: the rules in force, as text, Markdown, CSV or JSON. */
#include "cli/session.h"

#include "base/json.h"
#include "cli/rule_reference.h"
#include "format/grid.h"
#include "format/show.h"

#include <stdlib.h>
#include <string.h>

/* A rule by how dear it is to look for. */
struct priced {
	const struct cnd_rule_info *rule;
	struct cnd_rule_cost cost;
};

/* The more that only PCRE2 can tell, then the more that is tried anywhere. */
static int
compare_prices(const void *left, const void *right)
{
	const struct priced *a = left;
	const struct priced *b = right;
	int order = (a->cost.foreign < b->cost.foreign) -
		(a->cost.foreign > b->cost.foreign);

	if (order == 0)
		order = (a->cost.unanchored < b->cost.unanchored) -
			(a->cost.unanchored > b->cost.unanchored);
	if (order == 0)
		order = (a->cost.anchored < b->cost.anchored) -
			(a->cost.anchored > b->cost.anchored);
	return order != 0 ? order : cnd_str_compare(a->rule->id, b->rule->id);
}

static struct cnd_grid
grid_of_costs(struct cnd_arena *arena, const struct cnd_ruleset *set)
{
	static const char *const titles[] = { "Rule", "Phrases", "Anchored",
		"Everywhere", "PCRE2 alone", NULL };
	struct cnd_grid grid = cnd_grid_start(arena, titles);
	size_t count = cnd_ruleset_count(set);
	struct priced *priced = cnd_arena_array(arena, count, sizeof(*priced));

	for (size_t i = 0; i < count; i++)
		priced[i] = (struct priced){ cnd_ruleset_rule(set, i),
			cnd_ruleset_cost(set, i) };
	qsort(priced, count, sizeof(*priced), compare_prices);
	for (size_t i = 0; i < count; i++) {
		const struct cnd_rule_cost *cost = &priced[i].cost;
		const size_t numbers[] = { cost->phrases, cost->anchored,
			cost->unanchored, cost->foreign };

		cnd_grid_add(&grid, priced[i].rule->id);
		for (size_t k = 0; k < sizeof(numbers) / sizeof(numbers[0]);
			k++)
			cnd_grid_add(&grid,
				cnd_arena_printf(arena, "%zu", numbers[k]));
	}
	return grid;
}

static bool
wants_costs(const struct cnd_session *session)
{
	return cnd_arguments_have(&session->arguments, CND_OPTION_COST);
}

static struct cnd_grid
grid_of_rules(struct cnd_arena *arena, const struct cnd_ruleset *set)
{
	static const char *const titles[] = { "Rule", "Level", "Kind",
		"Description", NULL };
	struct cnd_grid grid = cnd_grid_start(arena, titles);

	for (size_t i = 0; i < cnd_ruleset_count(set); i++) {
		const struct cnd_rule_info *rule = cnd_ruleset_rule(set, i);

		cnd_grid_add(&grid, rule->id);
		cnd_grid_add(&grid, cnd_str_of(cnd_level_name(rule->level)));
		cnd_grid_add(&grid, rule->kind);
		cnd_grid_add(&grid, cnd_show_cleaned(arena, rule->description));
	}
	return grid;
}

static struct cnd_grid
grid_of(const struct cnd_session *session, const struct cnd_ruleset *set)
{
	return wants_costs(session) ? grid_of_costs(session->arena, set)
				    : grid_of_rules(session->arena, set);
}

static void
print_text(struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_buf *out)
{
	unsigned width = cnd_session_format_options(session).width;
	struct cnd_grid grid = grid_of(session, set);

	cnd_grid_text(&grid, width == 0 ? 100 : width, out);
}

static void
print_markdown(struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_buf *out)
{
	struct cnd_grid grid = grid_of(session, set);

	if (!wants_costs(session))
		cnd_buf_puts(out, "# Rules of candour\n\n");
	cnd_grid_markdown(&grid, out);
	if (wants_costs(session))
		return;
	cnd_buf_putc(out, '\n');
	cnd_rule_reference(set, out);
}

static void
print_csv(struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_buf *out)
{
	struct cnd_grid grid = grid_of(session, set);

	cnd_grid_csv(&grid, out);
}

static void
put_member(struct cnd_json *json, const char *key, struct cnd_str text)
{
	cnd_json_key(json, key);
	cnd_json_string(json, text);
}

static void
put_cost(struct cnd_json *json, struct cnd_rule_cost cost)
{
	cnd_json_key(json, "phrases");
	cnd_json_int(json, (long)cost.phrases);
	cnd_json_key(json, "anchored");
	cnd_json_int(json, (long)cost.anchored);
	cnd_json_key(json, "everywhere");
	cnd_json_int(json, (long)cost.unanchored);
	cnd_json_key(json, "pcre2");
	cnd_json_int(json, (long)cost.foreign);
}

static void
print_json(struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_buf *out)
{
	struct cnd_json json = { .out = out, .indent = 1 };

	cnd_json_array(&json);
	for (size_t i = 0; i < cnd_ruleset_count(set); i++) {
		const struct cnd_rule_info *rule = cnd_ruleset_rule(set, i);

		cnd_json_object(&json);
		put_member(&json, "rule", rule->id);
		put_member(&json, "level",
			cnd_str_of(cnd_level_name(rule->level)));
		put_member(&json, "kind", rule->kind);
		put_member(&json, "description", rule->description);
		put_member(&json, "why", rule->why);
		put_member(&json, "fix", rule->fix);
		put_member(&json, "source", rule->source);
		put_member(&json, "since", rule->since);
		put_member(&json, "until", rule->until);
		put_member(&json, "profiles", rule->profiles);
		put_member(&json, "link", rule->link);
		cnd_json_key(&json, "judged");
		cnd_json_int(&json, rule->judged);
		cnd_json_key(&json, "confirmed");
		cnd_json_int(&json, rule->confirmed);
		if (wants_costs(session))
			put_cost(&json, cnd_ruleset_cost(set, i));
		cnd_json_end_object(&json);
	}
	cnd_json_end_array(&json);
	cnd_buf_putc(out, '\n');
}

struct printer {
	const char *name;
	void (*print)(struct cnd_session *session,
		const struct cnd_ruleset *set, struct cnd_buf *out);
};

static const struct printer *
printer_asked_for(const struct cnd_session *session, struct cnd_error *err)
{
	static const struct printer printers[] = {
		{ "text", print_text },
		{ "markdown", print_markdown },
		{ "csv", print_csv },
		{ "json", print_json },
	};
	const char *name =
		cnd_arguments_value(&session->arguments, CND_OPTION_FORMAT);

	if (name == NULL)
		return &printers[0];
	for (size_t i = 0; i < sizeof(printers) / sizeof(printers[0]); i++)
		if (strcmp(printers[i].name, name) == 0)
			return &printers[i];
	cnd_fail(err, CND_ERR_USAGE,
		"format '%s' is not known; text, markdown, csv or json", name);
	return NULL;
}

int
cnd_cmd_rules(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	struct cnd_ruleset *set = NULL;
	const struct printer *printer = printer_asked_for(session, &err);
	int status = CND_EXIT_TROUBLE;

	if (printer != NULL)
		set = cnd_session_ruleset(session, &err);
	if (set == NULL) {
		cnd_session_complain(&err);
	} else {
		printer->print(session, set, &out);
		if (cnd_session_print(session, cnd_buf_str(&out)))
			status = CND_EXIT_CLEAN;
	}
	cnd_buf_dispose(&out);
	cnd_ruleset_free(set);
	return status;
}
