/* Rules' actions: a table of edits on the words a finding stands on. */
#include "rule/action.h"

#include "base/buf.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "text/unicode.h"

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
	bool is_spellings;
	const struct cnd_regex *regex; /* of `edit: regex` */
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

/* "fooBar_baz" and "Foo-Bar" become "foo bar baz" and "foo bar". */
static bool
apply_simple(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	struct cnd_buf out = { 0 };
	uint32_t before = ' ';

	(void)action;
	for (size_t at = 0, i = 0; at < match.len; i++) {
		uint32_t code = cnd_utf8_next(match, &at);
		bool is_word = cnd_is_letter(code) || cnd_is_number(code);
		bool is_hump = i > 1 && cnd_is_lower_letter(before) &&
			cnd_is_upper_letter(code);
		char bytes[4];

		if ((!is_word || is_hump) && out.len > 0 &&
			out.data[out.len - 1] != ' ')
			cnd_buf_putc(&out, ' ');
		if (is_word)
			cnd_buf_put(&out,
				(struct cnd_str){ bytes,
					cnd_utf8_encode(
						cnd_lower(code), bytes) });
		before = code;
	}
	*better = cnd_str_trim(cnd_arena_copy(arena, cnd_buf_str(&out)));
	cnd_buf_dispose(&out);
	return true;
}

/* The number behind "$" or in "${…}" at *at; CND_REGEX_GROUPS for none. */
static size_t
group_at(struct cnd_str text, size_t *at)
{
	size_t i = *at + 1;
	bool has_brace = i < text.len && text.data[i] == '{';
	size_t group;

	i += has_brace;
	if (i >= text.len || !cnd_is_digit(text.data[i]))
		return CND_REGEX_GROUPS;
	group = (size_t)(text.data[i++] - '0');
	if (has_brace && (i >= text.len || text.data[i++] != '}'))
		return CND_REGEX_GROUPS;
	*at = i - 1;
	return group;
}

static void
put_replaced(struct cnd_buf *out, struct cnd_str with, struct cnd_str match,
	const struct cnd_match *found)
{
	for (size_t i = 0; i < with.len; i++) {
		size_t group = with.data[i] == '$' ? group_at(with, &i)
						   : CND_REGEX_GROUPS;

		if (group == CND_REGEX_GROUPS)
			cnd_buf_putc(out, with.data[i]);
		else if (group < found->count &&
			found->from[group] != CND_NOT_FOUND)
			cnd_buf_put(out,
				cnd_str_slice(match, found->from[group],
					found->to[group]));
	}
}

static bool
apply_regex(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better)
{
	struct cnd_match found = { 0 };
	struct cnd_buf out = { 0 };
	size_t at = 0;

	while (at < match.len &&
		cnd_regex_find(action->regex, match, at, &found) ==
			CND_REGEX_MATCH &&
		found.to[0] > found.from[0]) {
		cnd_buf_put(&out, cnd_str_slice(match, at, found.from[0]));
		put_replaced(&out, action->params[2], match, &found);
		at = found.to[0];
	}
	cnd_buf_put(&out, cnd_str_slice(match, at, match.len));
	*better = cnd_str_trim(cnd_arena_copy(arena, cnd_buf_str(&out)));
	cnd_buf_dispose(&out);
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
	{ "convert", 0, apply_simple },
	{ "edit", 1, NULL },
	{ NULL, 0, NULL },
	{ "truncate", 1, apply_truncate },
	{ "split", 2, apply_split },
	{ "trim", 1, apply_trim },
	{ "trim_left", 1, apply_trim_left },
	{ "trim_right", 1, apply_trim_right },
	{ "remove", 1, apply_trim },
	{ "regex", 2, apply_regex },
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
read_regex(struct cnd_action *action, struct cnd_arena *arena,
	const struct cnd_yaml *node, struct cnd_error *err)
{
	action->regex = cnd_regex_new(
		arena, action->params[1], CND_REGEX_NOT_EMPTY, err);
	return action->regex != NULL ||
		cnd_fail_at(
			err, (struct cnd_str){ 0 }, node->line, node->column);
}

static bool
read_name(struct cnd_action *action, struct cnd_arena *arena,
	const struct cnd_yaml *node, struct cnd_error *err)
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
	action->is_spellings = action->param_count > 0 &&
		cnd_str_equal(action->params[0], CND_STR("spellings"));
	return edits[action->edit].apply != apply_regex ||
		read_regex(action, arena, key, err);
}

bool
cnd_action_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_action **action, struct cnd_error *err)
{
	struct cnd_action *made = cnd_arena_alloc(arena, sizeof(*made));

	if (node->kind != CND_YAML_MAP)
		return fail_at_node(err, node, "must be a map", CND_STR(""));
	if (!read_name(made, arena, node, err))
		return false;
	*action = made;
	return true;
}

bool
cnd_action_is_spellings(const struct cnd_action *action)
{
	return action != NULL && action->is_spellings;
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
