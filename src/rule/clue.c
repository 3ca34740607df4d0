/* Clues, read from rule files. */
#include "rule/clue_parts.h"

#include "base/buf.h"

/* A list of patterns, or one, as a single alternation. */
static struct cnd_str
join(struct cnd_arena *arena, const struct cnd_str *items, size_t count)
{
	struct cnd_buf out = { 0 };
	struct cnd_str joined;

	for (size_t i = 0; i < count; i++)
		cnd_buf_printf(&out, "%s(?:%.*s)", i == 0 ? "" : "|",
			CND_STR_ARG(items[i]));
	joined = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return joined;
}

static bool
read_list(struct cnd_compile *compile, const struct cnd_yaml *list,
	struct cnd_pattern *pattern, struct cnd_error *err)
{
	const struct cnd_str *items;
	size_t count;

	*pattern = (struct cnd_pattern){ .node = list, .is_word = true };
	if (!cnd_compile_strings(compile, list, &items, &count, err))
		return false;
	if (count == 0)
		return cnd_rule_fail(err, list, "a list of patterns is empty");
	pattern->text = join(compile->arena, items, count);
	return true;
}

bool
cnd_clue_regex(struct cnd_compile *compile, const struct cnd_yaml *list,
	const struct cnd_query **regex, struct cnd_error *err)
{
	struct cnd_pattern pattern;

	*regex = NULL;
	if (list == NULL)
		return true;
	if (!read_list(compile, list, &pattern, err))
		return false;
	*regex = cnd_compile_regex(compile, &pattern, err);
	return *regex != NULL;
}

bool
cnd_clue_choices(struct cnd_compile *compile, const struct cnd_yaml *list,
	struct cnd_choices *choices, struct cnd_error *err)
{
	struct cnd_pattern pattern;

	*choices = (struct cnd_choices){ 0 };
	return list == NULL ||
		(read_list(compile, list, &pattern, err) &&
			cnd_compile_choices(compile, &pattern, choices, err));
}

static bool
read_parts(struct cnd_compile *compile, const struct cnd_yaml *list,
	struct cnd_clue_parts *parts, struct cnd_error *err)
{
	bool is_list = list != NULL && list->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? list->child : list;

	for (; item != NULL; item = is_list ? item->next : NULL) {
		if (parts->count == CND_CLUE_PARTS)
			return cnd_rule_fail(err, item,
				"a clue has %d parts at most", CND_CLUE_PARTS);
		if (!cnd_clue_choices(
			    compile, item, &parts->items[parts->count++], err))
			return false;
	}
	return true;
}

static bool
read_roles(struct cnd_compile *compile, const struct cnd_yaml *list,
	uint32_t *roles, struct cnd_error *err)
{
	const struct cnd_str *names;
	size_t count;

	*roles = 0;
	if (!cnd_compile_strings(compile, list, &names, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		enum cnd_role role;

		if (!cnd_role_of_name(names[i], &role))
			return cnd_rule_fail(err, list,
				"section role '%.*s' is not known",
				CND_STR_ARG(cnd_str_slice(names[i], 0, 60)));
		*roles |= 1u << (unsigned)role;
	}
	return true;
}

/* `sections` or else all but `not-sections`; neither: *roles is kept. */
static bool
read_sections(struct cnd_compile *compile, const struct cnd_yaml *map,
	uint32_t *roles, struct cnd_error *err)
{
	const struct cnd_yaml *wanted = cnd_yaml_get(map, "sections");
	const struct cnd_yaml *unwanted = cnd_yaml_get(map, "not-sections");
	uint32_t without;

	if (wanted != NULL)
		return read_roles(compile, wanted, roles, err);
	if (unwanted == NULL)
		return true;
	if (!read_roles(compile, unwanted, &without, err))
		return false;
	*roles = ~without;
	return true;
}

static bool
check_keys(const struct cnd_yaml *map, struct cnd_error *err)
{
	static const char *const keys[] = { "seq", "all", "not", "not-it",
		"context", "label", "behind", "under", "beside", "not-behind",
		"sections", "not-sections", "reach", "rarest" };
	enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

	if (map->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, map, "a clue must be a map");
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next) {
		size_t i = 0;

		while (i < KEYS &&
			!cnd_str_equal(n->key->text, cnd_str_of(keys[i])))
			i++;
		if (i == KEYS)
			return cnd_rule_fail(err, n,
				"'%.*s' is no key of a clue",
				CND_STR_ARG(
					cnd_str_slice(n->key->text, 0, 60)));
	}
	return true;
}

/* A whole number up to most; its absence leaves *value alone. */
static bool
read_number(const struct cnd_yaml *map, const char *key, uint32_t most,
	uint32_t *value, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(map, key);
	double number;

	if (node == NULL)
		return true;
	if (!cnd_yaml_number(node, &number, err))
		return false;
	if (!(number >= 0 && number <= most))
		return cnd_rule_fail(err, node, "'%s' must be from 0 to %u",
			key, (unsigned)most);
	*value = (uint32_t)number;
	return true;
}

/* Gives the matcher the patterns of a part, to tell where it may stand. */
static bool
add_hints(struct cnd_compile *compile, const struct cnd_yaml *list,
	uint32_t tag, struct cnd_error *err)
{
	const struct cnd_str *items;
	size_t count;

	if (!cnd_compile_strings(compile, list, &items, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct cnd_pattern pattern = {
			.text = items[i],
			.node = list,
			.is_word = true,
			.is_hint = true,
		};

		if (!cnd_compile_pattern(compile, &pattern, tag, err))
			return false;
	}
	return true;
}

/* Gives the matcher the part that the document is scanned for. */
static bool
read_rarest(struct cnd_compile *compile, const struct cnd_yaml *map,
	struct cnd_clue *clue, struct cnd_error *err)
{
	bool is_sequence = clue->sequence.count > 0;
	size_t count = is_sequence ? clue->sequence.count : clue->all.count;
	const struct cnd_yaml *list =
		cnd_yaml_get(map, is_sequence ? "seq" : "all");
	const struct cnd_yaml *item =
		list->kind == CND_YAML_LIST ? list->child : list;
	uint32_t number = 1;

	if (!read_number(map, "rarest", (uint32_t)count, &number, err))
		return false;
	clue->is_everywhere = number == 0;
	if (clue->is_everywhere)
		return true;
	clue->rarest = &(is_sequence ? &clue->sequence : &clue->all)
				->items[number - 1];
	clue->hints = cnd_compile_tag(compile);
	while (--number > 0)
		item = item->next;
	return add_hints(compile, item, clue->hints, err);
}

static bool
read_clue(struct cnd_compile *compile, const struct cnd_yaml *map,
	struct cnd_clue *clue, struct cnd_error *err)
{
	if (!check_keys(map, err) ||
		!read_parts(compile, cnd_yaml_get(map, "seq"), &clue->sequence,
			err) ||
		!read_parts(
			compile, cnd_yaml_get(map, "all"), &clue->all, err) ||
		!read_sections(compile, map, &clue->roles, err) ||
		!read_number(map, "reach", 100000, &clue->reach, err) ||
		!cnd_clue_choices(compile, cnd_yaml_get(map, "not"),
			&clue->unwanted, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "not-it"),
			&clue->antecedent, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "label"),
			&clue->label, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "context"),
			&clue->context, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "beside"),
			&clue->beside, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "behind"),
			&clue->behind, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "under"),
			&clue->under, err) ||
		!cnd_clue_regex(compile, cnd_yaml_get(map, "not-behind"),
			&clue->not_behind, err))
		return false;
	if (clue->sequence.count + clue->all.count == 0)
		return cnd_rule_fail(err, map, "'seq' or 'all' is missing");
	return read_rarest(compile, map, clue, err);
}

bool
cnd_clues_compile(struct cnd_compile *compile, const char *key,
	struct cnd_clues *clues, struct cnd_error *err)
{
	const struct cnd_yaml *list = cnd_compile_need(compile, key, err);
	uint32_t roles = UINT32_MAX;

	if (list == NULL)
		return false;
	if (list->kind != CND_YAML_LIST || list->child == NULL)
		return cnd_rule_fail(
			err, list, "'%s' must be a list of clues", key);
	if (!read_sections(compile, compile->file, &roles, err))
		return false;
	clues->items = cnd_arena_array(
		compile->arena, cnd_yaml_count(list), sizeof(*clues->items));
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next) {
		struct cnd_clue *clue = &clues->items[clues->count++];

		clue->roles = roles;
		if (!read_clue(compile, n, clue, err))
			return false;
	}
	return cnd_clue_choices(compile,
		       cnd_yaml_get(compile->file, "exceptions"),
		       &clues->exceptions, err) &&
		cnd_clue_regex(compile, cnd_yaml_get(compile->file, "self"),
			&clues->self, err) &&
		cnd_clue_regex(compile,
			cnd_yaml_get(compile->file, "elsewhere"),
			&clues->elsewhere, err) &&
		cnd_weighing_read(compile, "weighing", &clues->weighing, err);
}
