/*
 * What may be typed in candour's own files: keys and values from their
 * schemas; rules, profiles, lexicons, scopes and roles from those in force.
 */
#include "lsp/methods.h"
#include "lsp/yaml_place.h"

#include "rule/scope.h"

/* CompletionItemKind: what editors draw beside the word. */
enum { ITEM_PROPERTY = 10, ITEM_VALUE = 12, ITEM_REFERENCE = 18 };

/* One answer in the making. */
struct answer {
	struct cnd_server *server;
	struct cnd_buffer *buffer;
	const struct cnd_ruleset *set; /* in force for the file */
	const struct cnd_json_value *schema;
	struct cnd_yaml_place place;
	struct cnd_range range; /* of the word that is being typed */
};

struct item {
	struct cnd_str word;
	struct cnd_str description;
	const char *behind; /* typed along with it */
	int kind;
};

static void
put_item(const struct answer *answer, const struct item *item)
{
	struct cnd_json *json = &answer->server->json;
	struct cnd_buf text = { 0 };

	cnd_buf_printf(&text, "%.*s%s", CND_STR_ARG(item->word), item->behind);
	cnd_json_object(json);
	cnd_json_key(json, "label");
	cnd_json_string(json, item->word);
	cnd_json_key(json, "kind");
	cnd_json_int(json, item->kind);
	if (item->description.len > 0) {
		cnd_json_key(json, "documentation");
		cnd_json_string(json, item->description);
	}
	cnd_json_key(json, "textEdit");
	cnd_json_object(json);
	cnd_json_range(json, "range", &answer->range);
	cnd_json_key(json, "newText");
	cnd_json_string(json, cnd_buf_str(&text));
	cnd_json_end_object(json);
	cnd_json_end_object(json);
	cnd_buf_dispose(&text);
}

static void
put_word(const struct answer *answer, struct cnd_str word,
	struct cnd_str description)
{
	const struct item item = { word, description, "", ITEM_VALUE };

	put_item(answer, &item);
}

/* The key at a depth of the path, from its end; empty past the root. */
static struct cnd_str
key_from_end(const struct cnd_path *path, size_t back)
{
	return back < path->depth ? path->keys[path->depth - 1 - back]
				  : (struct cnd_str){ 0 };
}

/* The last key of the path that is no list's item. */
static struct cnd_str
last_key(const struct cnd_path *path)
{
	struct cnd_str key = key_from_end(path, 0);

	return key.len > 0 ? key : key_from_end(path, 1);
}

/* ---- words that are in force ---- */

static void
put_profiles(const struct answer *answer)
{
	size_t count;
	const struct cnd_profile *profiles =
		cnd_ruleset_profiles(answer->set, &count);

	for (size_t i = 0; i < count; i++)
		put_word(answer, profiles[i].name, profiles[i].title);
}

/* The part of an id up to its slash; empty for none. */
static struct cnd_str
group_of(struct cnd_str id)
{
	size_t slash = cnd_str_find_byte(id, '/');

	return slash == CND_NOT_FOUND ? (struct cnd_str){ 0 }
				      : cnd_str_slice(id, 0, slash + 1);
}

/* Rules and their groups, as keys of a map of choices. */
static void
put_rules(const struct answer *answer)
{
	size_t count = cnd_ruleset_count(answer->set);
	struct item item = { .behind = ": ", .kind = ITEM_REFERENCE };
	struct cnd_str last = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct cnd_rule_info *rule =
			cnd_ruleset_rule(answer->set, i);
		struct cnd_str group = group_of(rule->id);

		if (group.len > 0 && !cnd_str_equal(group, last)) {
			item.word = last = group;
			item.description = CND_STR("All rules of the group");
			put_item(answer, &item);
		}
		item.word = rule->id;
		item.description = rule->description;
		put_item(answer, &item);
	}
}

/* Names of statements: what the rules of the kind are called. */
static void
put_statements(const struct answer *answer)
{
	size_t count = cnd_ruleset_count(answer->set);

	for (size_t i = 0; i < count; i++) {
		const struct cnd_rule_info *rule =
			cnd_ruleset_rule(answer->set, i);
		struct cnd_str group = group_of(rule->id);

		if (cnd_str_equal(group, CND_STR("accountability/")) &&
			cnd_str_equal(rule->kind, CND_STR("requirement")))
			put_word(answer,
				cnd_str_slice(
					rule->id, group.len, rule->id.len),
				rule->description);
	}
}

/* Roles of sections, as a scope or by name. */
static void
put_roles(const struct answer *answer, bool is_scope)
{
	for (int role = 0; role < CND_ROLE_COUNT; role++) {
		struct cnd_buf word = { 0 };

		cnd_buf_printf(&word, is_scope ? "section(%s)" : "%s",
			cnd_role_name((enum cnd_role)role));
		put_word(answer, cnd_buf_str(&word), (struct cnd_str){ 0 });
		cnd_buf_dispose(&word);
	}
}

static void
put_scopes(const struct answer *answer)
{
	const char *name;

	for (size_t i = 0; (name = cnd_scope_name(i)) != NULL; i++)
		put_word(answer, cnd_str_of(name), (struct cnd_str){ 0 });
	put_roles(answer, true);
}

/* Places whose words no schema can list. */
static const struct {
	const char *key;
	bool is_key; /* the words are keys below it, not its values */
	void (*put)(const struct answer *answer);
} in_force[] = {
	{ "profile", false, put_profiles },
	{ "rules", true, put_rules },
	{ "statements", false, put_statements },
	{ "scope", false, put_scopes },
};

static void
put_in_force(const struct answer *answer, bool is_key)
{
	struct cnd_str key = is_key ? key_from_end(&answer->place.path, 0)
				    : last_key(&answer->place.path);

	for (size_t i = 0; i < sizeof(in_force) / sizeof(in_force[0]); i++)
		if (in_force[i].is_key == is_key &&
			cnd_str_equal(key, cnd_str_of(in_force[i].key)))
			in_force[i].put(answer);
	if (!is_key &&
		(cnd_str_equal(key, CND_STR("sections")) ||
			cnd_str_equal(key, CND_STR("not-sections"))))
		put_roles(answer, false);
}

/* Lexicons, where a pattern opens "{{"; the latest file of a name counts. */
static void
put_lexicons(const struct answer *answer)
{
	struct cnd_rule_files files = { .arena = cnd_arena_new() };
	struct item item = { .behind = "}}", .kind = ITEM_REFERENCE };

	cnd_draft_files(cnd_lsp_config_projects(&answer->server->config),
		answer->buffer->own.path, &files);
	for (size_t i = 0; i < files.count; i++) {
		item.word = cnd_own_lexicon_name(files.items[i].path);
		item.description = cnd_yaml_top_value(
			files.items[i].bytes, CND_STR("description:"));
		if (item.word.len > 0 && !files.items[i].is_addition)
			put_item(answer, &item);
	}
	cnd_arena_free(files.arena);
}

/* ---- words of the schema ---- */

static void
put_keys(const struct answer *answer, const struct cnd_json_value *at)
{
	struct cnd_str kind = cnd_yaml_top_value(
		cnd_buf_str(&answer->buffer->text), CND_STR("extends:"));
	bool is_rule = answer->buffer->own.kind == CND_OWN_RULE &&
		answer->place.path.depth == 0 && kind.len > 0;
	struct cnd_schema_word word;

	for (size_t i = 0; cnd_schema_key(answer->schema, at, i, &word); i++) {
		bool opens = word.opens_map || word.opens_list;
		const struct item item = { word.word, word.description,
			opens && !answer->place.is_flow ? ":" : ": ",
			ITEM_PROPERTY };

		if (!is_rule ||
			cnd_schema_kind_has(answer->schema, kind, word.word))
			put_item(answer, &item);
	}
}

static void
put_values(const struct answer *answer, const struct cnd_json_value *at)
{
	struct cnd_schema_word word;

	for (size_t i = 0; cnd_schema_value(answer->schema, at, i, &word); i++)
		put_word(answer, word.word, word.description);
}

/* ---- the answer ---- */

/* "{{na|": where the name of a lexicon begins; CND_NOT_FOUND for none. */
static size_t
lexicon_from(struct cnd_str text, size_t at)
{
	size_t from = at;

	while (from > 0 &&
		(cnd_is_alpha(text.data[from - 1]) ||
			cnd_is_digit(text.data[from - 1]) ||
			text.data[from - 1] == '-'))
		from--;
	return from >= 2 && text.data[from - 1] == '{' &&
			text.data[from - 2] == '{'
		? from
		: CND_NOT_FOUND;
}

static void
put_all(struct answer *answer, size_t at)
{
	struct cnd_str text = cnd_buf_str(&answer->buffer->text);
	const struct cnd_lines *lines = cnd_buffer_lines(answer->buffer);
	enum cnd_unit unit = answer->server->unit;
	const struct cnd_json_value *place;
	size_t lexicon = lexicon_from(text, at);

	if (lexicon != CND_NOT_FOUND) {
		answer->range = cnd_range_of_bytes(lines, lexicon, at, unit);
		put_lexicons(answer);
		return;
	}
	answer->place = cnd_yaml_place_at(text, at);
	answer->range = cnd_range_of_bytes(lines, answer->place.from, at, unit);
	place = cnd_schema_at(answer->schema, &answer->place.path);
	if (place == NULL)
		return;
	if (answer->place.may_be_key) {
		put_in_force(answer, true);
		put_keys(answer, place);
	}
	if (answer->place.may_be_value) {
		put_in_force(answer, false);
		put_values(answer, place);
	}
}

void
cnd_lsp_completion(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct answer answer = { .server = server,
		.buffer = cnd_server_buffer(server, params) };
	struct cnd_arena *arena = cnd_arena_new();
	enum cnd_schema_kind kind;

	cnd_json_array(&server->json);
	if (answer.buffer != NULL && cnd_own_schema(&answer.buffer->own, &kind))
		answer.schema = cnd_schema_parse(arena, kind);
	if (answer.schema != NULL) {
		answer.set = cnd_server_rules(server, answer.buffer->uri);
		put_all(&answer,
			cnd_buffer_offset(answer.buffer,
				cnd_json_get(params, "position"),
				server->unit));
	}
	cnd_json_end_array(&server->json);
	cnd_arena_free(arena);
}
