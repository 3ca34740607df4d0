/*
 * A house's own words as lexicon files.  They are written as rule files
 * are, with all that means something in a pattern escaped, so that no name
 * can be more than its letters.
 */
#include "app/house.h"

#include "base/buf.h"

#include <string.h>

static void
put_entry(struct cnd_buf *out, struct cnd_str name, bool is_plain)
{
	cnd_buf_puts(out, "  - '");
	for (size_t i = 0; i < name.len; i++) {
		char c = name.data[i];

		if (!is_plain && strchr("\\()[]{}*+?^$|.#-/", c) != NULL)
			cnd_buf_putc(out, '\\');
		if (c == '\'')
			cnd_buf_putc(out, c);
		cnd_buf_putc(out, is_plain ? cnd_to_lower(c) : c);
	}
	cnd_buf_puts(out, "'\n");
}

static void
add_lexicon(struct cnd_rule_files *files, const char *path,
	const struct cnd_config_list *list, struct cnd_str shown)
{
	bool is_plain = strstr(path, "/bodies.") != NULL;
	struct cnd_buf out = { 0 };
	struct cnd_rule_file file = {
		.path = cnd_str_of(path),
		.shown = shown,
		.is_addition = true,
	};

	if (list->count == 0)
		return;
	cnd_buf_puts(&out, "tokens:\n");
	for (size_t i = 0; i < list->count; i++)
		put_entry(&out, list->items[i].text, is_plain);
	file.bytes = cnd_arena_copy(files->arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	cnd_rule_files_add(files, file);
}

void
cnd_house_add(struct cnd_rule_files *files, const struct cnd_config *config)
{
	add_lexicon(
		files, "lexicon/bodies.yml", &config->agencies, config->path);
	add_lexicon(files, "lexicon/known-abbreviations.yml",
		&config->abbreviations, config->path);
	add_lexicon(files, "lexicon/allowed-names.yml", &config->names,
		config->path);
}
