/* Short under the pointer, a page on request. */
#include "lsp/explain.h"

#include "diag/validity.h"

static void
put_section(struct cnd_buf *out, const char *title, struct cnd_str text,
	bool is_markdown)
{
	if (text.len == 0)
		return;
	cnd_buf_printf(out, is_markdown ? "\n\n**%s**: %.*s" : "\n\n%s: %.*s",
		title, CND_STR_ARG(text));
}

static void
put_precision(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	if (rule->judged > 0)
		cnd_buf_printf(out, "\n\nRight in %u of %u findings read.",
			(unsigned)rule->confirmed, (unsigned)rule->judged);
}

static void
put_period(
	const struct cnd_rule_info *rule, bool is_markdown, struct cnd_buf *out)
{
	struct cnd_arena *scratch = cnd_arena_new();

	put_section(
		out, "In force", cnd_rule_period(scratch, rule), is_markdown);
	cnd_arena_free(scratch);
}

void
cnd_explain_short(
	const struct cnd_rule_info *rule, bool is_markdown, struct cnd_buf *out)
{
	put_section(out, "Why", rule->why, is_markdown);
	put_section(out, "What would mend it", rule->fix, is_markdown);
	if (rule->good_count > 0)
		put_section(out, "Passes", rule->good[0].text, is_markdown);
	put_section(out, "Source", rule->source, is_markdown);
	put_period(rule, is_markdown, out);
	put_precision(rule, out);
	cnd_buf_printf(out, is_markdown ? "\n\n`%.*s`" : "\n\n%.*s",
		CND_STR_ARG(rule->id));
}

/* Examples are Markdown themselves: as code, each line indented. */
static void
put_examples(struct cnd_buf *out, const char *title,
	const struct cnd_example *examples, size_t count)
{
	if (count > 0)
		cnd_buf_printf(out, "\n\n## %s", title);
	for (size_t i = 0; i < count; i++) {
		struct cnd_str rest = cnd_str_trim(examples[i].text);

		cnd_buf_puts(out, i == 0 ? "\n" : "\n\n-----\n");
		while (rest.len > 0)
			cnd_buf_printf(out, "\n    %.*s",
				CND_STR_ARG(cnd_str_split(&rest, '\n')));
	}
}

void
cnd_explain_page(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	cnd_buf_printf(out, "# %.*s\n\n%.*s", CND_STR_ARG(rule->id),
		CND_STR_ARG(rule->description));
	put_section(
		out, "Level", cnd_str_of(cnd_level_name(rule->level)), true);
	put_section(out, "Why", rule->why, true);
	put_section(out, "What would mend it", rule->fix, true);
	put_section(out, "Source", rule->source, true);
	put_section(out, "Link", rule->link, true);
	put_precision(rule, out);
	put_examples(out, "Flagged", rule->bad, rule->bad_count);
	put_examples(out, "Not flagged", rule->good, rule->good_count);
	put_examples(
		out, "Known not to work yet", rule->todo, rule->todo_count);
	cnd_buf_putc(out, '\n');
}
