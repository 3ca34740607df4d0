/*
 * spelling: words that no dictionary has.  Words with digits, hyphens or
 * letters beyond ASCII, in capitals or with capitals inside are let pass,
 * unless `custom` says that only `filters` do so.
 */
#include "base/buf.h"
#include "base/spell.h"
#include "base/utf8.h"
#include "rule/action.h"
#include "rule/exceptions.h"
#include "rule/kinds.h"
#include "rule/vale_words.h"

static const char *const keys[] = { "ignore", "filters", "exceptions", "vocab",
	"dictionaries", "dicpath", "append", "custom", "aff", "dic",
	"threshold", NULL };

/* Suggestions cost a thousand look-ups: the first words of a report. */
enum { SUGGESTED_WORDS = 20, SUGGESTIONS = 5 };

struct spelling {
	struct cnd_speller *speller;
	const struct cnd_query *filters; /* words that pass; or NULL */
	struct cnd_exceptions exceptions;
	bool suggests;
};

static const char usual_filters[] = "[A-Z][a-z]+[A-Z]+\\w+|[A-Z]+$|[^a-zA-Z_']";

static bool
read_filters(struct spelling *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "filters");
	struct cnd_pattern pattern = { .node = node };
	const struct cnd_str *own;
	struct cnd_buf out = { 0 };
	bool is_custom = false;
	size_t count;

	if (!cnd_compile_bool(compile, "custom", &is_custom, err) ||
		!cnd_compile_strings(compile, node, &own, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		cnd_buf_puts(&out, out.len == 0 ? "(?:" : "|(?:");
		cnd_buf_put(&out, own[i]);
		cnd_buf_putc(&out, ')');
	}
	if (!is_custom)
		cnd_buf_printf(
			&out, "%s%s", out.len == 0 ? "" : "|", usual_filters);
	if (out.len > 0) {
		pattern.text =
			cnd_arena_copy(compile->arena, cnd_buf_str(&out));
		pattern.node = node == NULL ? compile->file : node;
		data->filters = cnd_compile_regex(compile, &pattern, err);
	}
	cnd_buf_dispose(&out);
	return err->code == CND_OK;
}

/* Whether a list's path is the one that a rule means by a name. */
static bool
is_list_named(struct cnd_str path, struct cnd_str name)
{
	struct cnd_str common = CND_STR("config/ignore/");

	if (cnd_str_equal(path, name))
		return true;
	return cnd_str_starts_with(path, common) &&
		cnd_str_equal(cnd_str_slice(path, common.len, path.len), name);
}

static bool
is_of_vale(const struct cnd_compile *compile)
{
	return cnd_str_equal(compile->rule->info.id, CND_STR("Vale/Spelling"));
}

/* Vale's own rule takes all lists of config/ignore. */
static bool
is_list_of(const struct cnd_compile *compile, const struct cnd_word_list *list,
	const struct cnd_str *names, size_t count)
{
	if (is_of_vale(compile) &&
		cnd_str_starts_with(list->path, CND_STR("config/ignore/")))
		return true;
	for (size_t i = 0; i < count; i++)
		if (is_list_named(list->path, names[i]))
			return true;
	return false;
}

static bool
read_ignored(struct spelling *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_vocabulary *vocabulary = compile->vocabulary;
	const struct cnd_str *names;
	size_t count;

	if (!cnd_compile_strings(compile, cnd_yaml_get(compile->file, "ignore"),
		    &names, &count, err))
		return false;
	for (size_t i = 0; i < vocabulary->list_count; i++)
		if (is_list_of(compile, &vocabulary->lists[i], names, count))
			cnd_speller_add_words(
				data->speller, vocabulary->lists[i].bytes);
	return true;
}

/* The folders that dictionaries are looked for in: `dicpath` first, as it
 * is or below a folder of styles. */
static bool
read_folders(struct cnd_compile *compile, struct cnd_str **folders,
	size_t *count, struct cnd_error *err)
{
	const struct cnd_vocabulary *vocabulary = compile->vocabulary;
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "dicpath");
	struct cnd_str path = { 0 };
	size_t most = 2 * vocabulary->folder_count + 1;

	*folders = cnd_arena_array(compile->arena, most, sizeof(**folders));
	*count = 0;
	if (node != NULL && !cnd_yaml_string(node, &path, err))
		return false;
	for (size_t i = 0; path.len > 0 && i < vocabulary->folder_count; i++)
		(*folders)[(*count)++] = cnd_arena_printf(compile->arena,
			"%.*s/%.*s", CND_STR_ARG(vocabulary->folders[i]),
			CND_STR_ARG(path));
	if (path.len > 0)
		(*folders)[(*count)++] = cnd_arena_copy(compile->arena, path);
	for (size_t i = 0; i < vocabulary->folder_count; i++)
		(*folders)[(*count)++] = vocabulary->folders[i];
	return true;
}

/* "en_GB.dic", as `dic` may name one by its file. */
static struct cnd_str
without_ending(struct cnd_str name)
{
	return cnd_str_ends_with(name, CND_STR(".dic"))
		? cnd_str_slice(name, 0, name.len - 4)
		: name;
}

/* Vale's own rule takes all dictionaries that the styles bring. */
static bool
add_brought(struct spelling *data, struct cnd_compile *compile,
	const struct cnd_str *folders, size_t folder_count,
	struct cnd_error *err)
{
	const struct cnd_vocabulary *vocabulary = compile->vocabulary;
	struct cnd_str common = CND_STR("config/dictionaries/");

	for (size_t i = 0; i < vocabulary->list_count; i++) {
		struct cnd_str path = vocabulary->lists[i].path;

		if (cnd_str_starts_with(path, common) &&
			!cnd_speller_add(data->speller,
				without_ending(cnd_str_slice(
					path, common.len, path.len)),
				folders, folder_count, err))
			return false;
	}
	return true;
}

static bool
read_dictionaries(struct spelling *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node =
		cnd_yaml_get(compile->file, "dictionaries");
	struct cnd_str *folders;
	const struct cnd_str *names;
	size_t folder_count;
	size_t count;
	bool adds_usual = false;

	if (node == NULL)
		node = cnd_yaml_get(compile->file, "dic");
	if (!cnd_compile_bool(compile, "append", &adds_usual, err) ||
		!read_folders(compile, &folders, &folder_count, err) ||
		!cnd_compile_strings(compile, node, &names, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!cnd_speller_add(data->speller, without_ending(names[i]),
			    folders, folder_count, err))
			return cnd_fail_at(err, (struct cnd_str){ 0 },
				node->line, node->column);
	if (is_of_vale(compile) &&
		!add_brought(data, compile, folders, folder_count, err))
		return false;
	return (count > 0 && !adds_usual) ||
		cnd_speller_add(data->speller, CND_STR("en_GB"), folders,
			folder_count, err);
}

static bool
compile_spelling(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct spelling *data = cnd_arena_alloc(compile->arena, sizeof(*data));

	rule->data = data;
	data->speller = cnd_speller_new(compile->arena);
	data->exceptions.is_folding = true;
	data->suggests = cnd_action_is_spellings(rule->action);
	return read_dictionaries(data, compile, err) &&
		read_ignored(data, compile, err) &&
		read_filters(data, compile, err) &&
		cnd_exceptions_compile(compile, true, &data->exceptions, err);
}

/* With straight apostrophes, as dictionaries have them. */
static struct cnd_str
plain_word(struct cnd_arena *arena, struct cnd_str word)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	if (cnd_str_find(word, CND_STR("\xe2\x80")) == CND_NOT_FOUND)
		return word;
	for (size_t at = 0; at < word.len;) {
		size_t from = at;
		uint32_t code = cnd_utf8_next(word, &at);

		if (code == 0x2018 || code == 0x2019)
			cnd_buf_putc(&out, '\'');
		else
			cnd_buf_put(&out, cnd_str_slice(word, from, at));
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

struct spelling_run {
	const struct cnd_rule *rule;
	struct cnd_check *check;
	size_t suggested;
};

static void
suggest(struct spelling_run *run, struct cnd_finding *finding,
	struct cnd_str word)
{
	const struct spelling *data = run->rule->data;
	struct cnd_str words[SUGGESTIONS];
	size_t count;

	if (!data->suggests || run->suggested == SUGGESTED_WORDS)
		return;
	run->suggested++;
	count = cnd_speller_suggest(
		data->speller, word, run->check->arena, words, SUGGESTIONS);
	for (size_t i = 0; i < count; i++)
		cnd_check_add_edit(run->check, finding, words[i]);
}

static void
check_word(struct spelling_run *run, struct cnd_span span)
{
	const struct spelling *data = run->rule->data;
	struct cnd_check *check = run->check;
	struct cnd_str word =
		plain_word(check->arena, cnd_check_text(check, span));

	if ((data->filters != NULL &&
		    cnd_query_find(data->filters, word, 0, NULL) ==
			    CND_REGEX_MATCH) ||
		cnd_speller_knows(data->speller, word) ||
		cnd_exceptions_hold(&data->exceptions, check, span))
		return;
	suggest(run, cnd_check_emit(check, run->rule, span, &word, 1), word);
}

static void
check_spelling(const struct cnd_rule *rule, struct cnd_check *check)
{
	struct spelling_run run = { .rule = rule, .check = check };

	for (size_t i = 0; i < check->pass.unit_count; i++) {
		struct cnd_span unit = check->pass.units[i];
		struct cnd_str text = cnd_check_text(check, unit);
		struct cnd_span word;
		size_t at = 0;

		if (!cnd_check_in_scope(check, rule, unit))
			continue;
		while (cnd_vale_word_next(text, &at, &word))
			check_word(&run,
				(struct cnd_span){ unit.from + word.from,
					unit.from + word.to });
	}
}

const struct cnd_kind cnd_kind_spelling = {
	.name = "spelling",
	.keys = keys,
	.compile = compile_spelling,
	.check = check_spelling,
};
