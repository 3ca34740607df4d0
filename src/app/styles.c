/* Loading Vale styles from disk. */
#include "app/styles.h"

#include "app/file.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

/*
 * Vale's YAML library takes \' in double quotes for an apostrophe, which
 * YAML itself does not know.  Done in place, quoted scalars only.
 */
static struct cnd_str
lenient(struct cnd_arena *arena, struct cnd_str bytes)
{
	struct cnd_str copy = cnd_arena_copy(arena, bytes);
	char *out = cnd_arena_alloc(arena, bytes.len + 1);
	bool is_double = false;
	size_t len = 0;

	for (size_t i = 0; i < copy.len; i++) {
		char c = copy.data[i];
		char next = i + 1 < copy.len ? copy.data[i + 1] : '\0';

		if (c == '\n')
			is_double = false;
		else if (c == '"')
			is_double = !is_double;
		if (c == '\\' && is_double && next == '\'')
			continue;
		out[len++] = c;
		if (c == '\\' && is_double && next != '\0')
			out[len++] = copy.data[++i];
	}
	return (struct cnd_str){ out, len };
}

/* What a style may name: lists of words, and dictionaries. */
static bool
add_words(
	struct cnd_rule_files *files, const char *folder, struct cnd_error *err)
{
	struct cnd_str ignored =
		cnd_arena_printf(files->arena, "%s/config/ignore", folder);
	struct cnd_str dictionaries = cnd_arena_printf(
		files->arena, "%s/config/dictionaries", folder);

	cnd_rule_files_add(files,
		(struct cnd_rule_file){
			.path = dictionaries, .use = CND_USE_DICTIONARIES });
	cnd_rule_files_add(files,
		(struct cnd_rule_file){ .path = cnd_arena_copy(files->arena,
						cnd_str_of(folder)),
			.use = CND_USE_DICTIONARIES });
	return cnd_rule_files_add_words(
		       files, ignored.data, "config/ignore/", err) &&
		cnd_rule_files_add_dictionaries(
			files, dictionaries.data, "config/dictionaries/", err);
}

static bool
add_style(struct cnd_rule_files *files, const char *folder, struct cnd_str name,
	struct cnd_error *err)
{
	size_t before = files->count;
	struct cnd_str path = cnd_arena_printf(
		files->arena, "%s/%.*s", folder, CND_STR_ARG(name));
	struct cnd_str prefix =
		cnd_arena_printf(files->arena, "%.*s/", CND_STR_ARG(name));

	if (!cnd_rule_files_add_folder(files, path.data, err))
		return false;
	for (size_t i = before; i < files->count; i++) {
		struct cnd_rule_file *file = &files->items[i];

		file->path = cnd_arena_printf(files->arena, "%.*s%.*s",
			CND_STR_ARG(prefix), CND_STR_ARG(file->path));
		file->bytes = lenient(files->arena, file->bytes);
		file->is_vale = true;
	}
	return cnd_rule_files_add_words(files, path.data, prefix.data, err);
}

static bool
is_knowledge(struct cnd_str path)
{
	return cnd_str_starts_with(path, CND_STR("lexicon/")) ||
		cnd_str_starts_with(path, CND_STR("profiles/")) ||
		cnd_str_starts_with(path, CND_STR("document/")) ||
		cnd_str_equal(path, CND_STR("structure.yml"));
}

static void
drop_builtin_rules(struct cnd_rule_files *files)
{
	size_t kept = 0;

	for (size_t i = 0; i < files->count; i++)
		if (!files->items[i].is_trusted ||
			is_knowledge(files->items[i].path))
			files->items[kept++] = files->items[i];
	files->count = kept;
}

static bool
is_own(struct cnd_str name)
{
	return cnd_str_equal(name, CND_STR("Vale"));
}

static bool
has_style(const struct cnd_config_styles *styles, struct cnd_str name)
{
	for (size_t i = 0; i < styles->names.count; i++)
		if (cnd_str_equal(styles->names.items[i].text, name))
			return true;
	return false;
}

static void
put_quoted(struct cnd_buf *out, struct cnd_str word)
{
	cnd_buf_putc(out, '\'');
	for (size_t i = 0; i < word.len; i++) {
		if (word.data[i] == '\'')
			cnd_buf_putc(out, '\'');
		cnd_buf_putc(out, word.data[i]);
	}
	cnd_buf_putc(out, '\'');
}

/* A word of a vocabulary, in small letters and as it stands. */
struct word {
	struct cnd_str small;
	struct cnd_str given;
	size_t order;
};

struct words {
	struct word *items;
	size_t count;
	size_t capacity;
};

static int
compare_words(const void *left, const void *right)
{
	const struct word *a = left;
	const struct word *b = right;
	int order = cnd_str_compare(a->small, b->small);

	return order != 0 ? order
			  : (a->order > b->order) - (a->order < b->order);
}

static void
add_word(struct cnd_arena *arena, struct words *words, struct cnd_str word)
{
	char *small = cnd_arena_alloc(arena, word.len + 1);

	for (size_t i = 0; i < word.len; i++)
		small[i] = cnd_to_lower(word.data[i]);
	words->items = cnd_arena_grow(arena, words->items, words->count,
		&words->capacity, sizeof(*words->items));
	words->items[words->count] = (struct word){
		{ small, word.len },
		word,
		words->count,
	};
	words->count++;
}

/* The later of two that differ in case alone counts. */
static void
drop_doubles(struct words *words)
{
	size_t kept = 0;

	if (words->count > 1)
		qsort(words->items, words->count, sizeof(*words->items),
			compare_words);
	for (size_t i = 0; i < words->count; i++) {
		if (kept > 0 &&
			cnd_str_equal(words->items[kept - 1].small,
				words->items[i].small))
			kept--;
		words->items[kept++] = words->items[i];
	}
	words->count = kept;
}

static struct words
words_of(const struct cnd_rule_files *files, enum cnd_rule_use use)
{
	struct words words = { 0 };

	for (size_t i = 0; i < files->count; i++) {
		struct cnd_str rest = files->items[i].bytes;

		if (files->items[i].use != use)
			continue;
		while (rest.len > 0) {
			struct cnd_str word =
				cnd_str_trim(cnd_str_split(&rest, '\n'));

			if (word.len > 0 &&
				!cnd_str_starts_with(word, CND_STR("# ")))
				add_word(files->arena, &words, word);
		}
	}
	drop_doubles(&words);
	return words;
}

static void
add_made(struct cnd_rule_files *files, const char *path,
	const struct cnd_buf *bytes)
{
	cnd_rule_files_add(files,
		(struct cnd_rule_file){
			.path = cnd_str_of(path),
			.bytes = cnd_arena_copy(
				files->arena, cnd_buf_str(bytes)),
			.is_vale = true,
		});
}

/* Words found in small letters, to how they should be. */
static void
add_terms(struct cnd_rule_files *files)
{
	struct words words = words_of(files, CND_USE_ACCEPTED);
	struct cnd_buf rule = { 0 };

	cnd_buf_puts(&rule,
		"extends: substitution\n"
		"message: \"Use '%s' instead of '%s'.\"\nlevel: error\n"
		"ignorecase: true\nvocab: false\nswap:\n");
	for (size_t i = 0; i < words.count; i++) {
		cnd_buf_puts(&rule, "  ");
		put_quoted(&rule, words.items[i].small);
		cnd_buf_puts(&rule, ": ");
		put_quoted(&rule, words.items[i].given);
		cnd_buf_putc(&rule, '\n');
	}
	if (words.count > 0)
		add_made(files, "Vale/Terms.yml", &rule);
	cnd_buf_dispose(&rule);
}

static void
add_rejected(struct cnd_rule_files *files)
{
	struct words words = words_of(files, CND_USE_REJECTED);
	struct cnd_buf rule = { 0 };

	cnd_buf_puts(&rule,
		"extends: existence\nmessage: \"Avoid using '%s'.\"\n"
		"level: error\ntokens:\n");
	for (size_t i = 0; i < words.count; i++) {
		cnd_buf_puts(&rule, "  - ");
		put_quoted(&rule, words.items[i].given);
		cnd_buf_putc(&rule, '\n');
	}
	if (words.count > 0)
		add_made(files, "Vale/Avoid.yml", &rule);
	cnd_buf_dispose(&rule);
}

static const char repetition[] =
	"extends: repetition\nmessage: \"'%s' is repeated!\"\n"
	"level: error\nignorecase: true\nalpha: true\n"
	"action: {name: edit, params: [truncate, ' ']}\n"
	"tokens: ['[^\\s.!?]+']\n";

static const char spelling[] =
	"extends: spelling\n"
	"message: \"Did you really mean '%s'?\"\nlevel: error\n"
	"action: {name: suggest, params: [spellings]}\n";

/* The style that Vale has built in, and what it makes of vocabularies. */
static void
add_own(struct cnd_rule_files *files)
{
	struct cnd_buf rule = { 0 };

	cnd_buf_puts(&rule, repetition);
	add_made(files, "Vale/Repetition.yml", &rule);
	cnd_buf_clear(&rule);
	cnd_buf_puts(&rule, spelling);
	add_made(files, "Vale/Spelling.yml", &rule);
	cnd_buf_dispose(&rule);
	add_terms(files);
	add_rejected(files);
}

bool
cnd_styles_add(struct cnd_rule_files *files, const struct cnd_styles *styles,
	struct cnd_error *err)
{
	const char *folder = styles->folder == NULL ? "styles" : styles->folder;

	if (styles->is_alone)
		drop_builtin_rules(files);
	if (styles->count > 0 && !add_words(files, folder, err))
		return false;
	for (size_t i = 0; i < styles->count; i++) {
		if (is_own(styles->names[i]))
			add_own(files);
		else if (!add_style(files, folder, styles->names[i], err))
			return false;
	}
	return true;
}

/* The folders a configuration names, or "styles" beside it. */
static size_t
folder_count(const struct cnd_config *config)
{
	size_t count = config->styles.folders.count;

	return count == 0 ? 1 : count;
}

static struct cnd_str
folder_of(const struct cnd_config *config, struct cnd_arena *arena, size_t i)
{
	const struct cnd_config_list *folders = &config->styles.folders;
	struct cnd_str named = folders->count == 0 ? CND_STR("styles")
						   : folders->items[i].text;

	if (cnd_str_starts_with(named, CND_STR("/")))
		return cnd_arena_copy(arena, named);
	return cnd_arena_printf(arena, "%.*s/%.*s", CND_STR_ARG(config->folder),
		CND_STR_ARG(named));
}

/* Finds what stands at `below` in one of the folders; data NULL: nowhere. */
static struct cnd_str
find_below(const struct cnd_config *config, struct cnd_arena *arena,
	struct cnd_str below)
{
	for (size_t i = 0; i < folder_count(config); i++) {
		struct cnd_str folder = folder_of(config, arena, i);
		struct cnd_str path = cnd_arena_printf(arena, "%.*s/%.*s",
			CND_STR_ARG(folder), CND_STR_ARG(below));

		if (cnd_file_kind(path.data) == CND_FILE_FOLDER)
			return folder;
	}
	return (struct cnd_str){ 0 };
}

static bool
fail_missing(const struct cnd_config *config,
	const struct cnd_config_text *named, const char *what,
	struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_CONFIG,
		"there is no %s '%.*s' below the folder of styles%s", what,
		CND_STR_ARG(cnd_str_slice(named->text, 0, 80)),
		config->is_vale ? " ('vale sync' fetches packages)" : "");
	return cnd_fail_at(err, config->path, named->line, named->column);
}

static bool
add_named(struct cnd_rule_files *files, const struct cnd_config *config,
	const struct cnd_config_text *named, bool is_needed,
	struct cnd_error *err)
{
	struct cnd_str folder;

	if (is_own(named->text)) {
		add_own(files);
		return true;
	}
	folder = find_below(config, files->arena, named->text);
	if (folder.data == NULL)
		return !is_needed || fail_missing(config, named, "style", err);
	return add_style(files, folder.data, named->text, err);
}

/* Where vocabularies are: since Vale 3, and before. */
static const char *const vocabulary_folders[] = { "config/vocabularies",
	"Vocab" };

static bool
add_vocabulary(struct cnd_rule_files *files, const struct cnd_config *config,
	const struct cnd_config_text *named, struct cnd_error *err)
{
	static const struct {
		const char *name;
		enum cnd_rule_use use;
	} parts[] = {
		{ "accept.txt", CND_USE_ACCEPTED },
		{ "reject.txt", CND_USE_REJECTED },
	};
	struct cnd_str below = { 0 };
	struct cnd_str folder = { 0 };

	for (size_t i = 0; i < 2 && folder.data == NULL; i++) {
		below = cnd_arena_printf(files->arena, "%s/%.*s",
			vocabulary_folders[i], CND_STR_ARG(named->text));
		folder = find_below(config, files->arena, below);
	}
	if (folder.data == NULL)
		return fail_missing(config, named, "vocabulary", err);
	for (size_t i = 0; i < 2; i++) {
		struct cnd_str path = cnd_arena_printf(files->arena,
			"%.*s/%.*s/%s", CND_STR_ARG(folder), CND_STR_ARG(below),
			parts[i].name);
		struct cnd_buf bytes = { 0 };

		if (cnd_file_kind(path.data) == CND_FILE_MISSING)
			continue;
		if (!cnd_file_read(
			    path.data, CND_LIMIT_YAML_BYTES, &bytes, err))
			return false;
		cnd_rule_files_add(files,
			(struct cnd_rule_file){ .path = path,
				.use = parts[i].use,
				.bytes = cnd_arena_copy(
					files->arena, cnd_buf_str(&bytes)) });
		cnd_buf_dispose(&bytes);
	}
	return true;
}

bool
cnd_styles_add_configured(struct cnd_rule_files *files,
	const struct cnd_config *config, struct cnd_error *err)
{
	const struct cnd_config_styles *styles = &config->styles;

	if (styles->is_alone)
		drop_builtin_rules(files);
	if (styles->names.count + styles->extras.count == 0)
		return true;
	for (size_t i = 0; i < styles->vocabularies.count; i++)
		if (!add_vocabulary(
			    files, config, &styles->vocabularies.items[i], err))
			return false;
	for (size_t i = 0; i < folder_count(config); i++)
		if (!add_words(files, folder_of(config, files->arena, i).data,
			    err))
			return false;
	for (size_t i = 0; i < styles->names.count; i++)
		if (!add_named(
			    files, config, &styles->names.items[i], true, err))
			return false;
	for (size_t i = 0; i < styles->extras.count; i++)
		if (!has_style(styles, styles->extras.items[i].text) &&
			!add_named(files, config, &styles->extras.items[i],
				false, err))
			return false;
	return true;
}
