/* Profiles: what a type of review switches off, on, or weighs otherwise. */
#include "rule/profile.h"

static bool
fail_node(struct cnd_error *err, const struct cnd_yaml *node, const char *words)
{
	cnd_fail(err, CND_ERR_RULE, "%s", words);
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

bool
cnd_rule_choice_of_name(struct cnd_str name, struct cnd_rule_choice *choice)
{
	choice->has_level = cnd_level_of_name(name, &choice->level);
	choice->is_on = choice->has_level || cnd_str_equal(name, CND_STR("on"));
	return choice->is_on || cnd_str_equal(name, CND_STR("off"));
}

static bool
read_choices(struct cnd_arena *arena, const struct cnd_yaml *rules,
	struct cnd_profile *profile, struct cnd_error *err)
{
	struct cnd_rule_choice *made;

	if (rules == NULL)
		return true;
	if (rules->kind != CND_YAML_MAP)
		return fail_node(err, rules,
			"'rules' must be a map from rules to levels");
	made = cnd_arena_array(arena, cnd_yaml_count(rules), sizeof(*made));
	for (const struct cnd_yaml *n = rules->child; n != NULL; n = n->next) {
		struct cnd_rule_choice *choice = &made[profile->choice_count++];

		choice->rule = n->key->text;
		if (n->kind != CND_YAML_SCALAR ||
			!cnd_rule_choice_of_name(n->text, choice))
			return fail_node(err, n,
				"a rule's choice is 'off', 'on', "
				"'suggestion', 'warning' or 'error'");
	}
	profile->choices = made;
	return true;
}

static bool
read_statements(struct cnd_arena *arena, const struct cnd_yaml *list,
	struct cnd_profile *profile, struct cnd_error *err)
{
	struct cnd_str *made;

	if (list == NULL)
		return true;
	if (list->kind != CND_YAML_LIST)
		return fail_node(
			err, list, "'statements' must be a list of keys");
	made = cnd_arena_array(arena, cnd_yaml_count(list), sizeof(*made));
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next)
		if (!cnd_yaml_string(n, &made[profile->statement_count++], err))
			return false;
	profile->statements = made;
	return true;
}

static bool
read_names(const struct cnd_yaml *file, struct cnd_profile *profile,
	struct cnd_error *err)
{
	const struct cnd_yaml *name = cnd_yaml_get(file, "name");
	const struct cnd_yaml *title = cnd_yaml_get(file, "title");

	profile->title = profile->name;
	if (title != NULL && !cnd_yaml_string(title, &profile->title, err))
		return false;
	if (name != NULL && !cnd_str_equal(name->text, profile->name))
		return fail_node(
			err, name, "'name' must be the file's own name");
	return true;
}

static bool
check_keys(const struct cnd_yaml *file, struct cnd_error *err)
{
	const struct cnd_str keys[] = { CND_STR("name"), CND_STR("title"),
		CND_STR("description"), CND_STR("rules"),
		CND_STR("statements") };
	size_t count = sizeof(keys) / sizeof(keys[0]);

	for (const struct cnd_yaml *n = file->child; n != NULL; n = n->next) {
		size_t i = 0;

		while (i < count && !cnd_str_equal(n->key->text, keys[i]))
			i++;
		if (i < count)
			continue;
		cnd_fail(err, CND_ERR_RULE,
			"'%.*s' is not a key of profiles: they are 'name', "
			"'title', 'description', 'rules' and 'statements'",
			CND_STR_ARG(cnd_str_slice(n->key->text, 0, 60)));
		return cnd_fail_at(err, (struct cnd_str){ 0 }, n->key->line,
			n->key->column);
	}
	return true;
}

bool
cnd_profile_read(struct cnd_arena *arena, const struct cnd_yaml *file,
	struct cnd_profile *profile, struct cnd_error *err)
{
	if (file->kind != CND_YAML_MAP)
		return fail_node(err, file, "a profile must be a map of keys");
	return check_keys(file, err) && read_names(file, profile, err) &&
		read_choices(
			arena, cnd_yaml_get(file, "rules"), profile, err) &&
		read_statements(
			arena, cnd_yaml_get(file, "statements"), profile, err);
}
