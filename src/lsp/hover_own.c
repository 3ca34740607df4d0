/* What a key, a rule's name or a lexicon means, in candour's own files. */
#include "lsp/methods.h"

#include "lsp/explain.h"
#include "lsp/yaml_place.h"

/* Bytes of a lexicon that are shown: the long ones have pages. */
enum { LEXICON_SHOWN = 600 };

struct word {
	size_t from;
	size_t to;
};

static bool
is_name_byte(char c)
{
	return cnd_is_alpha(c) || cnd_is_digit(c) || c == '-' || c == '/' ||
		c == '_' || c == '.';
}

static struct word
word_at(struct cnd_str text, size_t at)
{
	struct word word = { at, at };

	while (word.from > 0 && is_name_byte(text.data[word.from - 1]))
		word.from--;
	while (word.to < text.len && is_name_byte(text.data[word.to]))
		word.to++;
	return word;
}

static bool
is_in_braces(struct cnd_str text, struct word word)
{
	return word.from >= 2 && text.data[word.from - 1] == '{' &&
		text.data[word.from - 2] == '{';
}

/* The lexicon's file, without what follows its first lines. */
static void
describe_lexicon(struct cnd_server *server, const struct cnd_buffer *buffer,
	struct cnd_str name, struct cnd_buf *out)
{
	struct cnd_rule_files files = { .arena = cnd_arena_new() };
	struct cnd_str bytes = { 0 };

	cnd_draft_files(cnd_lsp_config_projects(&server->config),
		buffer->own.path, &files);
	for (size_t i = 0; i < files.count; i++)
		if (cnd_str_equal(
			    name, cnd_own_lexicon_name(files.items[i].path)))
			bytes = files.items[i].bytes;
	if (bytes.len > 0)
		cnd_buf_printf(out, "```yaml\n%.*s%s\n```",
			CND_STR_ARG(cnd_str_slice(bytes, 0, LEXICON_SHOWN)),
			bytes.len > LEXICON_SHOWN ? "\n…" : "");
	cnd_arena_free(files.arena);
}

static void
describe_key(struct cnd_buffer *buffer, struct word key, struct cnd_buf *out)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str text = cnd_buf_str(&buffer->text);
	struct cnd_yaml_place place = cnd_yaml_place_at(text, key.from);
	const struct cnd_json_value *schema = NULL;
	enum cnd_schema_kind kind;

	if (cnd_own_schema(&buffer->own, &kind))
		schema = cnd_schema_parse(arena, kind);
	if (schema != NULL && place.path.depth < CND_PATH_MAX) {
		place.path.keys[place.path.depth++] =
			cnd_str_slice(text, key.from, key.to);
		cnd_buf_put(out,
			cnd_schema_description(
				schema, cnd_schema_at(schema, &place.path)));
	}
	cnd_arena_free(arena);
}

/* What is to be said of the place; the word that it is about. */
static struct word
describe(struct cnd_server *server, struct cnd_buffer *buffer, size_t at,
	struct cnd_buf *out)
{
	struct cnd_str text = cnd_buf_str(&buffer->text);
	struct word word = word_at(text, at);
	struct cnd_str name = cnd_str_slice(text, word.from, word.to);
	const struct cnd_rule_info *rule;
	struct word key;

	if (is_in_braces(text, word)) {
		describe_lexicon(server, buffer, name, out);
		return word;
	}
	rule = cnd_ruleset_find(cnd_server_rules(server, buffer->uri), name);
	if (rule != NULL) {
		cnd_buf_put(out, rule->description);
		cnd_explain_short(rule, server->client.has_markdown, out);
		return word;
	}
	if (!cnd_yaml_key_at(text, at, &key.from, &key.to))
		return word;
	describe_key(buffer, key, out);
	return key;
}

void
cnd_lsp_hover_own(
	struct cnd_server *server, struct cnd_buffer *buffer, size_t at)
{
	struct cnd_buf words = { 0 };
	struct word word = describe(server, buffer, at, &words);
	struct cnd_range range = cnd_range_of_bytes(
		cnd_buffer_lines(buffer), word.from, word.to, server->unit);

	if (words.len == 0)
		cnd_json_null(&server->json);
	else
		cnd_lsp_put_hover(server, cnd_buf_str(&words), &range);
	cnd_buf_dispose(&words);
}
