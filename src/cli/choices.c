/* From --profile, --enable, --disable and --only to lint options. */
#include "cli/choices.h"

#include "diag/validity.h"
#include "review/structure.h"

static bool
fail_unknown(struct cnd_arena *arena, const struct cnd_ruleset *set,
	struct cnd_str name, struct cnd_error *err)
{
	size_t count = cnd_ruleset_count(set);
	struct cnd_str *ids = cnd_arena_array(arena, count + 1, sizeof(*ids));
	struct cnd_str nearest;

	for (size_t i = 0; i < count; i++)
		ids[i] = cnd_ruleset_rule(set, i)->id;
	nearest = cnd_nearest(name, ids, count);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"there is no rule '%.*s'; did you mean '%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_USAGE,
		"there is no rule or group '%.*s'; see 'candour rules'",
		CND_STR_ARG(name));
}

const struct cnd_rule_info *
cnd_choices_find(struct cnd_arena *arena, const struct cnd_ruleset *set,
	struct cnd_str name, struct cnd_error *err)
{
	const struct cnd_rule_info *rule = cnd_ruleset_find(set, name);
	struct cnd_str ending =
		cnd_arena_printf(arena, "/%.*s", CND_STR_ARG(name));

	if (rule != NULL)
		return rule;
	for (size_t i = 0; i < cnd_ruleset_count(set); i++)
		if (cnd_str_ends_with(cnd_ruleset_rule(set, i)->id, ending))
			return cnd_ruleset_rule(set, i);
	fail_unknown(arena, set, name, err);
	return NULL;
}

/* The rules' choices from --enable, --disable and --only, in that order. */
struct choices {
	struct cnd_arena *arena;
	const struct cnd_ruleset *set;
	struct cnd_rule_choice *items;
	size_t count;
	size_t capacity;
};

static void
choose(struct choices *choices, struct cnd_str rule, bool is_on)
{
	choices->items = cnd_arena_grow(choices->arena, choices->items,
		choices->count, &choices->capacity, sizeof(*choices->items));
	choices->items[choices->count++] =
		(struct cnd_rule_choice){ .rule = rule, .is_on = is_on };
}

/*
 * Turns a rule, or the rules of a group ("language/" or "language"), on or
 * off.  Groups are spelt out, so that what is given last decides.
 */
static bool
choose_named(struct choices *choices, const char *name, bool is_on,
	struct cnd_error *err)
{
	struct cnd_str group = cnd_str_of(name);
	size_t before = choices->count;

	if (cnd_ruleset_find(choices->set, group) != NULL) {
		choose(choices, group, is_on);
		return true;
	}
	if (!cnd_str_ends_with(group, CND_STR("/")))
		group = cnd_arena_printf(choices->arena, "%s/", name);
	for (size_t i = 0; i < cnd_ruleset_count(choices->set); i++) {
		struct cnd_str id = cnd_ruleset_rule(choices->set, i)->id;

		if (cnd_str_starts_with(id, group))
			choose(choices, id, is_on);
	}
	if (choices->count == before)
		return fail_unknown(
			choices->arena, choices->set, cnd_str_of(name), err);
	return true;
}

static bool
read_choices(const struct cnd_session *session, struct choices *choices,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;

	if (cnd_arguments_have(arguments, CND_OPTION_ONLY))
		for (size_t i = 0; i < cnd_ruleset_count(choices->set); i++)
			choose(choices, cnd_ruleset_rule(choices->set, i)->id,
				false);
	for (size_t i = 0; i < arguments->given_count; i++) {
		const struct cnd_given *given = &arguments->given[i];
		bool is_off = given->id == CND_OPTION_DISABLE;

		if (!is_off && given->id != CND_OPTION_ENABLE &&
			given->id != CND_OPTION_ONLY)
			continue;
		if (!choose_named(choices, given->value, !is_off, err))
			return false;
	}
	return true;
}

/* --profile: one the rules know, or "" to detect it. */
static bool
read_profile(const struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_str *profile, struct cnd_error *err)
{
	const char *name =
		cnd_arguments_value(&session->arguments, CND_OPTION_PROFILE);
	const struct cnd_str *known = NULL;
	size_t count = 0;
	struct cnd_str nearest;

	*profile = cnd_str_of(name == NULL ? "" : name);
	if (name == NULL || cnd_ruleset_knows_profile(set, *profile))
		return true;
	if (cnd_ruleset_structure(set) != NULL)
		known = cnd_structure_profiles(
			cnd_ruleset_structure(set), &count);
	nearest = cnd_nearest(*profile, known, count);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"profile '%s' is not known; did you mean '%.*s'?", name,
			CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_USAGE, "profile '%s' is not known", name);
}

/* --date, or "" for the report's own. */
static bool
read_date(const struct cnd_session *session, struct cnd_str *date,
	struct cnd_error *err)
{
	const char *text =
		cnd_arguments_value(&session->arguments, CND_OPTION_DATE);

	*date = cnd_str_of(text == NULL ? "" : text);
	return text == NULL || cnd_is_date(*date) ||
		cnd_fail(err, CND_ERR_USAGE,
			"--date '%.40s' must be a date as in 2024-04-01", text);
}

bool
cnd_choices_read(const struct cnd_session *session,
	const struct cnd_ruleset *set, struct cnd_lint_options *options,
	struct cnd_error *err)
{
	struct choices choices = { .arena = session->arena, .set = set };

	if (!read_profile(session, set, &options->profile, err) ||
		!read_date(session, &options->date, err) ||
		!read_choices(session, &choices, err))
		return false;
	options->choices = choices.items;
	options->choice_count = choices.count;
	return true;
}
