/*
 * The keys common to all rules, as one table, and the words for a key that
 * is not one.
 */
#include "rule/rule_file.h"

#include "rule/action.h"
#include "diag/validity.h"

#include <stddef.h>

/* Names in messages are cut here: a rule file may hold anything. */
enum { NAME_SHOWN = 60, NAMES_MAX = 64 };

static void *
member(struct cnd_rule *rule, size_t offset)
{
	return (char *)rule + offset;
}

static bool
read_string(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	struct cnd_str *text = member(rule, offset);

	(void)compile;
	if (!cnd_yaml_string(node, text, err))
		return false;
	*text = cnd_str_trim(*text);
	return true;
}

/* A string, or several that are read as one text ("a; b"). */
static bool
read_strings(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	struct cnd_str *text = member(rule, offset);
	const struct cnd_str *items;
	size_t count;

	if (!cnd_compile_strings(compile, node, &items, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		*text = i == 0 ? cnd_str_trim(items[0])
			       : cnd_arena_printf(compile->arena, "%.*s; %.*s",
					 CND_STR_ARG(*text),
					 CND_STR_ARG(cnd_str_trim(items[i])));
	return true;
}

static bool
read_bool(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	(void)compile;
	return cnd_yaml_bool(node, member(rule, offset), err);
}

static bool
read_count(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	char key[NAME_SHOWN];
	size_t len = node->key->text.len;

	if (len >= sizeof(key))
		len = sizeof(key) - 1;
	for (size_t i = 0; i < len; i++)
		key[i] = node->key->text.data[i];
	key[len] = '\0';
	return cnd_compile_count(compile, key, member(rule, offset), err);
}

static bool
read_date(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	struct cnd_str *text = member(rule, offset);

	if (!read_string(rule, offset, node, compile, err))
		return false;
	return cnd_is_date(*text) ||
		cnd_rule_fail(err, node,
			"'%.*s' must be a date as in 2024-04-01",
			CND_STR_ARG(
				cnd_str_slice(node->key->text, 0, NAME_SHOWN)));
}

static bool
read_level(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	struct cnd_str name;

	(void)compile;
	if (!cnd_yaml_string(node, &name, err))
		return false;
	return cnd_level_of_name(name, member(rule, offset)) ||
		cnd_rule_fail(err, node,
			"level '%.*s' is not known: it is 'error', 'warning' "
			"or 'suggestion'",
			CND_STR_ARG(cnd_str_slice(name, 0, NAME_SHOWN)));
}

static bool
read_scope(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	if (rule->is_vale)
		return cnd_vale_scope_compile(
			compile->arena, node, &rule->vale_scope, err);
	return cnd_scope_compile(
		compile->arena, node, member(rule, offset), err);
}

static bool
read_action(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	return cnd_action_compile(
		compile->arena, node, member(rule, offset), err);
}

static bool
read_kind(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	const struct cnd_kind *const *kinds = cnd_kinds();
	struct cnd_str names[NAMES_MAX];
	struct cnd_str name;
	struct cnd_str near;
	size_t count = 0;

	(void)offset;
	if (!cnd_yaml_string(node, &name, err))
		return false;
	for (uint32_t i = 0; kinds[i] != NULL; i++) {
		names[count] = cnd_str_of(kinds[i]->name);
		if (cnd_str_equal(name, names[count])) {
			rule->kind = i;
			rule->info.kind = cnd_arena_copy(compile->arena, name);
			return true;
		}
		count += count + 1 < NAMES_MAX;
	}
	if (rule->is_vale && cnd_str_equal(name, CND_STR("script")))
		return cnd_rule_fail(err, node,
			"'script' rules hold code, which is not run");
	near = cnd_nearest(name, names, count);
	name = cnd_str_slice(name, 0, NAME_SHOWN);
	return near.len == 0
		? cnd_rule_fail(err, node, "kind '%.*s' is not known",
			  CND_STR_ARG(name))
		: cnd_rule_fail(err, node,
			  "kind '%.*s' is not known; did you mean '%.*s'?",
			  CND_STR_ARG(name), CND_STR_ARG(near));
}

/* An example: a text, or {text: …, profile: …}. */
static bool
read_example(const struct cnd_yaml *node, struct cnd_example *example,
	struct cnd_error *err)
{
	const struct cnd_yaml *text = node;

	example->line = node->line;
	if (node->kind == CND_YAML_MAP) {
		const struct cnd_yaml *profile = cnd_yaml_get(node, "profile");

		text = cnd_yaml_get(node, "text");
		if (text == NULL)
			return cnd_rule_fail(
				err, node, "'text' of an example is missing");
		if (cnd_yaml_count(node) != (profile == NULL ? 1u : 2u))
			return cnd_rule_fail(err, node,
				"an example has 'text' and 'profile' only");
		if (profile != NULL &&
			!cnd_yaml_string(profile, &example->profile, err))
			return false;
	}
	return cnd_yaml_string(text, &example->text, err);
}

/* One of a Vale rule's cases; keys we do not know are let pass. */
static bool
read_case(struct cnd_compile *compile, const struct cnd_yaml *node,
	struct cnd_example *example, struct cnd_error *err)
{
	const struct cnd_yaml *input = cnd_yaml_get(node, "input");
	const struct cnd_yaml *name = cnd_yaml_get(node, "name");
	const struct cnd_yaml *want = cnd_yaml_get(node, "want");
	const struct cnd_yaml *format = cnd_yaml_get(node, "format");

	example->line = node->line;
	example->has_want = want != NULL;
	if (input == NULL)
		return cnd_rule_fail(err, node, "'input' of a test is missing");
	return cnd_yaml_string(input, &example->text, err) &&
		(name == NULL || cnd_yaml_string(name, &example->name, err)) &&
		(want == NULL || cnd_yaml_string(want, &example->want, err)) &&
		(format == NULL ||
			cnd_yaml_string(format, &example->ending, err)) &&
		cnd_compile_strings(compile, cnd_yaml_get(node, "contains"),
			&example->contains, &example->contains_count, err) &&
		cnd_compile_strings(compile, cnd_yaml_get(node, "absent"),
			&example->absent, &example->absent_count, err);
}

/* `tests`, as Vale has them since 3.24. */
static bool
read_cases(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	struct cnd_example *made = cnd_arena_array(
		compile->arena, cnd_yaml_count(node) + 1, sizeof(*made));

	(void)offset;
	if (!rule->is_vale)
		return cnd_rule_fail(err, node,
			"'tests' is for rules of Vale styles: examples are "
			"'bad' and 'good'");
	if (node->kind != CND_YAML_LIST)
		return cnd_rule_fail(err, node, "'tests' must be a list");
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next)
		if (!read_case(compile, n, &made[rule->info.case_count++], err))
			return false;
	rule->info.cases = made;
	return true;
}

/* From a list of examples to the count behind it. */
enum {
	TO_COUNT = offsetof(struct cnd_rule_info, bad_count) -
		offsetof(struct cnd_rule_info, bad),
};

/* The member at offset is a pointer, its count the size_t behind it. */
static bool
read_examples(struct cnd_rule *rule, size_t offset, const struct cnd_yaml *node,
	struct cnd_compile *compile, struct cnd_error *err)
{
	const struct cnd_example **list = member(rule, offset);
	size_t *count = member(rule, offset + TO_COUNT);
	bool is_list = node->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? node->child : node;
	size_t wanted = is_list ? cnd_yaml_count(node) : 1;
	struct cnd_example *made =
		cnd_arena_array(compile->arena, wanted, sizeof(*made));

	for (size_t i = 0; i < wanted; i++, item = item->next)
		if (!read_example(item, &made[i], err))
			return false;
	*list = made;
	*count = wanted;
	return true;
}

#define LIST_TO_COUNT(name)                                                    \
	(offsetof(struct cnd_rule_info, name##_count) -                        \
		offsetof(struct cnd_rule_info, name))

_Static_assert(LIST_TO_COUNT(good) == TO_COUNT, "as for bad");
_Static_assert(LIST_TO_COUNT(todo) == TO_COUNT, "as for bad");

#define AT(name) offsetof(struct cnd_rule, name)

static const struct cnd_rule_key keys[] = {
	{ "extends", read_kind, 0 },
	{ "message", read_string, AT(info.message) },
	{ "description", read_string, AT(info.description) },
	{ "level", read_level, AT(info.level) },
	{ "scope", read_scope, AT(scope) },
	{ "ignorecase", read_bool, AT(is_folding) },
	{ "limit", read_count, AT(limit) },
	{ "action", read_action, AT(action) },
	{ "safe", read_bool, AT(is_safe) },
	{ "enabled", read_bool, AT(is_on) },
	{ "why", read_string, AT(info.why) },
	{ "fix", read_string, AT(info.fix) },
	{ "source", read_strings, AT(info.source) },
	{ "link", read_string, AT(info.link) },
	{ "since", read_date, AT(info.since) },
	{ "until", read_date, AT(info.until) },
	{ "profiles", read_strings, AT(info.profiles) },
	{ "judged", read_count, AT(info.judged) },
	{ "confirmed", read_count, AT(info.confirmed) },
	{ "bad", read_examples, AT(info.bad) },
	{ "good", read_examples, AT(info.good) },
	{ "todo", read_examples, AT(info.todo) },
	{ "tests", read_cases, AT(info.cases) },
	{ NULL, NULL, 0 },
};

const struct cnd_rule_key *
cnd_rule_keys(void)
{
	return keys;
}

static const struct cnd_rule_key *
find_key(struct cnd_str name)
{
	for (const struct cnd_rule_key *key = keys; key->name != NULL; key++)
		if (cnd_str_equal(name, cnd_str_of(key->name)))
			return key;
	return NULL;
}

static bool
is_key_of_kind(const struct cnd_kind *kind, struct cnd_str name)
{
	for (const char *const *key = kind->keys; *key != NULL; key++)
		if (cnd_str_equal(name, cnd_str_of(*key)))
			return true;
	return false;
}

static bool
fail_key(const struct cnd_kind *kind, const struct cnd_yaml *key,
	struct cnd_error *err)
{
	struct cnd_str names[NAMES_MAX];
	struct cnd_str name = cnd_str_slice(key->text, 0, NAME_SHOWN);
	struct cnd_str near;
	size_t count = 0;

	for (const struct cnd_rule_key *k = keys; k->name != NULL; k++)
		names[count++] = cnd_str_of(k->name);
	for (const char *const *k = kind->keys; *k != NULL; k++)
		if (count < NAMES_MAX)
			names[count++] = cnd_str_of(*k);
	near = cnd_nearest(key->text, names, count);
	if (near.len == 0)
		return cnd_rule_fail(err, key,
			"'%.*s' is not a key of '%s' rules", CND_STR_ARG(name),
			kind->name);
	return cnd_rule_fail(err, key,
		"'%.*s' is not a key of '%s' rules; did you mean '%.*s'?",
		CND_STR_ARG(name), kind->name, CND_STR_ARG(near));
}

static bool
read_keys(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = compile->file->child;

	for (; node != NULL; node = node->next) {
		const struct cnd_rule_key *key = find_key(node->key->text);

		if (key != NULL) {
			if (!key->read(rule, key->offset, node, compile, err))
				return false;
		} else if (is_key_of_kind(
				   cnd_rule_kind(rule), node->key->text)) {
			continue;
		} else if (rule->is_vale) {
			compile->unknown = node->key;
		} else {
			return fail_key(cnd_rule_kind(rule), node->key, err);
		}
	}
	return true;
}

/* What holds for a time holds because something says so. */
static bool
check_validity(const struct cnd_rule *rule, const struct cnd_yaml *file,
	struct cnd_error *err)
{
	const struct cnd_yaml *since = cnd_yaml_get(file, "since");
	const struct cnd_yaml *until = cnd_yaml_get(file, "until");
	const struct cnd_yaml *dated = since == NULL ? until : since;

	if (rule->is_vale || dated == NULL)
		return true;
	if (rule->info.source.len == 0)
		return cnd_rule_fail(err, dated,
			"'%.*s' needs a 'source': what says from when or "
			"until when the rule holds",
			CND_STR_ARG(dated->key->text));
	if (since != NULL && until != NULL &&
		!cnd_is_before(rule->info.since, rule->info.until))
		return cnd_rule_fail(err, until, "'until' is before 'since'");
	return true;
}

bool
cnd_rule_read(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *file = compile->file;
	const struct cnd_yaml *kind;

	if (file->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, file, "a rule must be a map of keys");
	kind = cnd_compile_need(compile, "extends", err);
	if (kind == NULL || cnd_compile_need(compile, "message", err) == NULL)
		return false;
	compile->rule = rule;
	compile->unknown = NULL;
	rule->is_on = true;
	rule->info.level = CND_LEVEL_WARNING;
	/* The kind first: it says which keys there may be. */
	if (!read_kind(rule, 0, kind, compile, err) ||
		!cnd_scope_compile(compile->arena, NULL, &rule->scope, err) ||
		(rule->is_vale &&
			!cnd_vale_scope_compile(compile->arena, NULL,
				&rule->vale_scope, err)) ||
		!read_keys(rule, compile, err) ||
		!check_validity(rule, file, err))
		return false;
	rule->first_tag = compile->next_tag;
	if (!cnd_rule_kind(rule)->compile(rule, compile, err))
		return false;
	rule->end_tag = compile->next_tag;
	return true;
}
