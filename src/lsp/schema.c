/* Walking schemas: the part of JSON Schema that ours use. */
#include "lsp/schema.h"

#include "rule/ruleset.h"

static const char *const paths[CND_SCHEMA_COUNT] = {
	[CND_SCHEMA_CONFIG] = "schema/config.schema.json",
	[CND_SCHEMA_RULE] = "schema/rule.schema.json",
	[CND_SCHEMA_LEXICON] = "schema/lexicon.schema.json",
	[CND_SCHEMA_SCALE] = "schema/scale.schema.json",
	[CND_SCHEMA_PROFILE] = "schema/profile.schema.json",
};

/* References that lead to references: ours have one. */
enum { REFERENCES_MAX = 8 };

const struct cnd_json_value *
cnd_schema_parse(struct cnd_arena *arena, enum cnd_schema_kind kind)
{
	struct cnd_error err = { 0 };
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_schemas(&count);

	for (size_t i = 0; i < count; i++)
		if (cnd_str_equal(files[i].path, cnd_str_of(paths[kind])))
			return cnd_json_parse(arena, files[i].bytes, &err);
	return NULL;
}

/* The member of an object, by a name that is not NUL-ended. */
static const struct cnd_json_value *
member(const struct cnd_json_value *object, struct cnd_str key)
{
	const struct cnd_json_value *at =
		object == NULL || object->kind != CND_JSON_OBJECT
		? NULL
		: object->first;

	while (at != NULL && !cnd_str_equal(at->key, key))
		at = at->next;
	return at;
}

static const struct cnd_json_value *
resolve(const struct cnd_json_value *root, const struct cnd_json_value *place)
{
	static const struct cnd_str prefix = CND_STR_INIT("#/$defs/");

	for (int i = 0; i < REFERENCES_MAX && place != NULL; i++) {
		struct cnd_str ref = cnd_json_text(cnd_json_get(place, "$ref"));

		if (!cnd_str_starts_with(ref, prefix))
			break;
		place = member(cnd_json_get(root, "$defs"),
			cnd_str_slice(ref, prefix.len, ref.len));
	}
	return place;
}

/* The first way of writing a place, or the place when it has one only. */
static const struct cnd_json_value *
first_way(const struct cnd_json_value *place)
{
	const struct cnd_json_value *ways = cnd_json_get(place, "oneOf");

	return ways != NULL ? ways->first : place;
}

/* The next one; NULL behind the last. */
static const struct cnd_json_value *
next_way(const struct cnd_json_value *place, const struct cnd_json_value *way)
{
	return way == place ? NULL : way->next;
}

static const struct cnd_json_value *
step_into(const struct cnd_json_value *way, struct cnd_str key)
{
	const struct cnd_json_value *found;

	if (key.len == 0)
		return cnd_json_get(way, "items");
	found = member(cnd_json_get(way, "properties"), key);
	if (found == NULL)
		found = cnd_json_get(way, "additionalProperties");
	return found != NULL && found->kind == CND_JSON_OBJECT ? found : NULL;
}

static const struct cnd_json_value *
step(const struct cnd_json_value *root, const struct cnd_json_value *place,
	struct cnd_str key)
{
	const struct cnd_json_value *whole = resolve(root, place);
	const struct cnd_json_value *way = first_way(whole);

	for (; way != NULL; way = next_way(whole, way)) {
		const struct cnd_json_value *found =
			step_into(resolve(root, way), key);

		if (found != NULL)
			return found;
	}
	return NULL;
}

const struct cnd_json_value *
cnd_schema_at(const struct cnd_json_value *root, const struct cnd_path *path)
{
	const struct cnd_json_value *place = root;

	for (size_t i = 0; i < path->depth && place != NULL; i++)
		place = step(root, place, path->keys[i]);
	return place;
}

struct cnd_str
cnd_schema_description(
	const struct cnd_json_value *root, const struct cnd_json_value *place)
{
	struct cnd_str own = cnd_json_text(cnd_json_get(place, "description"));

	return own.data != NULL ? own
				: cnd_json_text(cnd_json_get(
					  resolve(root, place), "description"));
}

static bool
has_type(const struct cnd_json_value *place, const char *name)
{
	const struct cnd_json_value *type = cnd_json_get(place, "type");
	struct cnd_str wanted = cnd_str_of(name);

	if (type == NULL)
		return false;
	if (type->kind == CND_JSON_STRING)
		return cnd_str_equal(type->text, wanted);
	return type->first != NULL && cnd_str_equal(type->first->text, wanted);
}

bool
cnd_schema_key(const struct cnd_json_value *root,
	const struct cnd_json_value *place, size_t index,
	struct cnd_schema_word *word)
{
	const struct cnd_json_value *whole = resolve(root, place);
	const struct cnd_json_value *way = first_way(whole);

	for (; way != NULL; way = next_way(whole, way)) {
		const struct cnd_json_value *keys =
			cnd_json_get(resolve(root, way), "properties");
		const struct cnd_json_value *at =
			keys == NULL ? NULL : keys->first;

		for (; at != NULL && index > 0; at = at->next)
			index--;
		if (at == NULL)
			continue;
		*word = (struct cnd_schema_word){
			.word = at->key,
			.description = cnd_schema_description(root, at),
			.opens_map = has_type(resolve(root, at), "object"),
			.opens_list = has_type(resolve(root, at), "array"),
		};
		return true;
	}
	return false;
}

/* The words of a truth value, which schemas leave unsaid. */
static bool
bool_value(const struct cnd_json_value *way, size_t *index,
	struct cnd_schema_word *word)
{
	static const struct cnd_str words[] = { CND_STR_INIT("true"),
		CND_STR_INIT("false") };

	if (!has_type(way, "boolean"))
		return false;
	if (*index < 2) {
		word->word = words[*index];
		return true;
	}
	*index -= 2;
	return false;
}

bool
cnd_schema_value(const struct cnd_json_value *root,
	const struct cnd_json_value *place, size_t index,
	struct cnd_schema_word *word)
{
	const struct cnd_json_value *whole = resolve(root, place);
	const struct cnd_json_value *way = first_way(whole);

	*word = (struct cnd_schema_word){ 0 };
	for (; way != NULL; way = next_way(whole, way)) {
		const struct cnd_json_value *one = resolve(root, way);
		const struct cnd_json_value *words = cnd_json_get(one, "enum");
		const struct cnd_json_value *at =
			words == NULL ? NULL : words->first;

		if (bool_value(one, &index, word))
			return true;
		for (; at != NULL; at = at->next) {
			if (at->kind != CND_JSON_STRING)
				continue;
			word->word = at->text;
			if (index-- == 0)
				return true;
		}
	}
	return false;
}

static bool
lists(const struct cnd_json_value *words, struct cnd_str word)
{
	const struct cnd_json_value *at = cnd_json_get(words, "enum");

	for (at = at == NULL ? NULL : at->first; at != NULL; at = at->next)
		if (cnd_str_equal(at->text, word))
			return true;
	return false;
}

bool
cnd_schema_kind_has(const struct cnd_json_value *root, struct cnd_str kind,
	struct cnd_str key)
{
	const struct cnd_json_value *sorts = cnd_json_get(root, "$defs");

	return lists(cnd_json_get(sorts, "common"), key) ||
		lists(member(sorts, kind), key);
}
