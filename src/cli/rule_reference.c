/* The rule reference: all rules as one Markdown text. */
#include "cli/rule_reference.h"

#include "diag/validity.h"
#include "format/grid.h"

#include <inttypes.h>

/* "**Name.** words", a paragraph; nothing for no words. */
static void
put_part(const char *name, struct cnd_str words, struct cnd_buf *out)
{
	words = cnd_str_trim(words);
	if (words.len == 0)
		return;
	cnd_buf_printf(out, "**%s.** ", name);
	cnd_markdown_escape(words, out);
	cnd_buf_puts(out, "\n\n");
}

/* An example as code, whatever it holds: each line four blanks in. */
static void
put_example(struct cnd_str text, struct cnd_buf *out)
{
	struct cnd_str rest = text;

	while (rest.len > 0) {
		struct cnd_str line = cnd_str_split(&rest, '\n');

		if (line.len > 0)
			cnd_buf_puts(out, "    ");
		cnd_buf_put(out, line);
		cnd_buf_putc(out, '\n');
	}
}

static void
put_examples(const char *name, const struct cnd_example *examples, size_t count,
	struct cnd_buf *out)
{
	for (size_t i = 0; i < count; i++) {
		cnd_buf_printf(out, "%s:\n\n", name);
		put_example(examples[i].text, out);
		cnd_buf_putc(out, '\n');
	}
}

static void
put_period(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	struct cnd_arena *scratch = cnd_arena_new();

	put_part("In force", cnd_rule_period(scratch, rule), out);
	put_part("Types of review", rule->profiles, out);
	cnd_arena_free(scratch);
}

static void
put_rule(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	cnd_buf_printf(out, "## %.*s\n\n", CND_STR_ARG(rule->id));
	cnd_buf_printf(out, "%s, %.*s. ", cnd_level_name(rule->level),
		CND_STR_ARG(rule->kind));
	cnd_markdown_escape(cnd_str_trim(rule->description), out);
	cnd_buf_puts(out, "\n\n");
	put_part("Why", rule->why, out);
	put_part("To mend it", rule->fix, out);
	put_examples("Flagged", rule->bad, rule->bad_count, out);
	put_examples("Not flagged", rule->good, rule->good_count, out);
	put_examples(
		"Known not to work yet", rule->todo, rule->todo_count, out);
	put_part("Guidance", rule->source, out);
	put_period(rule, out);
	put_part("Link", rule->link, out);
	if (rule->judged > 0)
		cnd_buf_printf(out,
			"**Measured.** Of %" PRIu32
			" findings on real reports %" PRIu32 " were right.\n\n",
			rule->judged, rule->confirmed);
}

void
cnd_rule_reference(const struct cnd_ruleset *set, struct cnd_buf *out)
{
	for (size_t i = 0; i < cnd_ruleset_count(set); i++)
		put_rule(cnd_ruleset_rule(set, i), out);
}
