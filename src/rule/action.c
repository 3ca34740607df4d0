/* Rules' actions: a table of edits on the words a finding stands on. */
#include "rule/action.h"

#include <stddef.h>

enum { PARAMS = 3 };

struct edit {
	const char *name; /* of the action, or of its first parameter */
	size_t params; /* parameters it needs besides that name */
	bool (*apply)(const struct cnd_action *action, struct cnd_str match,
		struct cnd_arena *arena, struct cnd_str *better);
};

struct cnd_action {
	uint32_t edit; /* row of edits */
	bool is_replace;
	struct cnd_str params[PARAMS];
	size_t param_count;
};

static bool
apply_remove(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	(void)action;
	(void)match;
	(void)arena;
	*better = CND_STR("");
	return true;
}

static bool
apply_replace(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	(void)match;
	(void)arena;
	*better = action->params[0];
	return action->param_count > 0;
}

static bool
apply_lower(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	struct cnd_str made = cnd_arena_copy(arena, match);
	char *bytes = cnd_arena_alloc(arena, made.len + 1);

	(void)action;
	for (size_t i = 0; i < made.len; i++)
		bytes[i] = cnd_to_lower(made.data[i]);
	*better = (struct cnd_str){ bytes, made.len };
	return true;
}

static bool
apply_truncate(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	size_t at = cnd_str_find(match, action->params[1]);

	(void)arena;
	*better = cnd_str_trim(cnd_str_slice(match, 0, at));
	return at != CND_NOT_FOUND;
}

static bool
apply_split(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	struct cnd_str wanted = action->params[2];
	size_t index = 0;

	(void)arena;
	for (size_t i = 0; i < wanted.len && i < 6; i++) {
		if (!cnd_is_digit(wanted.data[i]))
			return false;
		index = index * 10 + (size_t)(wanted.data[i] - '0');
	}
	for (;; index--) {
		size_t at = cnd_str_find(match, action->params[1]);

		if (index == 0) {
			*better = cnd_str_trim(cnd_str_slice(match, 0, at));
			return true;
		}
		if (at == CND_NOT_FOUND)
			return false;
		match = cnd_str_slice(
			match, at + action->params[1].len, match.len);
	}
}

static bool
is_of(struct cnd_str set, char c)
{
	return cnd_str_find_byte(set, c) != CND_NOT_FOUND;
}

static bool
apply_trim_left(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	(void)arena;
	while (match.len > 0 && is_of(action->params[1], match.data[0]))
		match = cnd_str_slice(match, 1, match.len);
	*better = cnd_str_trim(match);
	return true;
}

static bool
apply_trim_right(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	(void)arena;
	while (match.len > 0 &&
		is_of(action->params[1], match.data[match.len - 1]))
		match.len--;
	*better = cnd_str_trim(match);
	return true;
}

static bool
apply_trim(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	apply_trim_left(action, match, arena, &match);
	return apply_trim_right(action, match, arena, better);
}

/* Actions, and from EDITS on what the first parameter of `edit` names. */
static const struct edit edits[] = {
	{ "remove", 0, apply_remove },
	{ "replace", 0, apply_replace },
	{ "suggest", 0, NULL },
	{ "convert", 0, apply_lower },
	{ "edit", 1, NULL },
	{ NULL, 0, NULL },
	{ "truncate", 1, apply_truncate },
	{ "split", 2, apply_split },
	{ "trim", 1, apply_trim },
	{ "trim_left", 1, apply_trim_left },
	{ "trim_right", 1, apply_trim_right },
	{ "remove", 1, apply_trim },
	{ "regex", 2, NULL },
	{ NULL, 0, NULL },
};

enum { EDITS = 6 };

static bool
fail_at_node(struct cnd_error *err, const struct cnd_yaml *node,
	const char *words, struct cnd_str name)
{
	name = cnd_str_slice(name, 0, 60);
	cnd_fail(err, CND_ERR_RULE, "action '%.*s' %s", CND_STR_ARG(name),
		words);
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

/* The row of that name, from *row on. */
static bool
find_edit(uint32_t *row, const struct cnd_yaml *node, struct cnd_str name,
	struct cnd_error *err)
{
	for (; edits[*row].name != NULL; (*row)++)
		if (cnd_str_equal(cnd_str_of(edits[*row].name), name))
			return true;
	return fail_at_node(err, node, "is not known", name);
}

static bool
read_params(struct cnd_action *action, const struct cnd_yaml *node,
	struct cnd_error *err)
{
	const struct cnd_yaml *params = cnd_yaml_get(node, "params");
	const struct cnd_yaml *item;

	if (params == NULL)
		return true;
	if (params->kind != CND_YAML_LIST || cnd_yaml_count(params) > PARAMS)
		return fail_at_node(err, params, "takes up to three 'params'",
			cnd_yaml_get(node, "name")->text);
	for (item = params->child; item != NULL; item = item->next)
		if (!cnd_yaml_string(
			    item, &action->params[action->param_count++], err))
			return false;
	return true;
}

static bool
read_name(struct cnd_action *action, const struct cnd_yaml *node,
	struct cnd_error *err)
{
	const struct cnd_yaml *key = cnd_yaml_get(node, "name");
	struct cnd_str name;

	if (key == NULL)
		return fail_at_node(err, node, "needs a 'name'", CND_STR(""));
	if (!cnd_yaml_string(key, &name, err))
		return false;
	if (!find_edit(&action->edit, key, name, err) ||
		!read_params(action, node, err))
		return false;
	action->is_replace = edits[action->edit].apply == apply_replace;
	if (edits[action->edit].params > 0 && action->param_count > 0) {
		name = action->params[0];
		action->edit = EDITS;
		if (!find_edit(&action->edit, key, name, err))
			return false;
		if (action->param_count != edits[action->edit].params + 1)
			return fail_at_node(err, key,
				"has the wrong number of 'params'", name);
	}
	return true;
}

bool
cnd_action_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_action **action, struct cnd_error *err)
{
	struct cnd_action *made = cnd_arena_alloc(arena, sizeof(*made));

	if (node->kind != CND_YAML_MAP)
		return fail_at_node(err, node, "must be a map", CND_STR(""));
	if (!read_name(made, node, err))
		return false;
	*action = made;
	return true;
}

bool
cnd_action_is_replace(const struct cnd_action *action)
{
	return action != NULL && action->is_replace && action->param_count == 0;
}

bool
cnd_action_apply(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	const struct edit *edit = &edits[action->edit];

	return edit->apply != NULL && edit->apply(action, match, arena, better);
}
