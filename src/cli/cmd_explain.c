/* candour explain: why a rule exists, what it flags, what passes. */
#include "cli/choices.h"
#include "diag/validity.h"
#include "format/show.h"

#include <inttypes.h>

enum { WIDTH = 78, INDENT = 4 };

/* A heading and a wrapped paragraph below it; nothing for no words. */
static void
put_part(const char *heading, struct cnd_str words, struct cnd_buf *out)
{
	if (words.len == 0)
		return;
	cnd_buf_printf(out, "\n%s\n%*s", heading, INDENT, "");
	cnd_show_wrapped(words, INDENT, INDENT, WIDTH, out);
	cnd_buf_putc(out, '\n');
}

static void
put_examples(const char *heading, const struct cnd_example *examples,
	size_t count, struct cnd_buf *out)
{
	struct cnd_arena *scratch = cnd_arena_new();

	if (count > 0)
		cnd_buf_printf(out, "\n%s\n", heading);
	for (size_t i = 0; i < count; i++) {
		struct cnd_str text =
			cnd_show_cleaned(scratch, examples[i].text);

		cnd_buf_printf(out, "%*s- ", INDENT, "");
		cnd_show_wrapped(text, INDENT + 2, INDENT + 2, WIDTH, out);
		cnd_buf_putc(out, '\n');
	}
	cnd_arena_free(scratch);
}

static void
put_precision(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	cnd_buf_puts(out, "\nMeasured\n    ");
	if (rule->judged == 0)
		cnd_buf_puts(out,
			"not yet: none of its findings on real reports has "
			"been read by a person\n");
	else
		cnd_buf_printf(out,
			"of %" PRIu32 " findings on real reports that a "
			"person read, %" PRIu32 " were right (%.0f %%)\n",
			rule->judged, rule->confirmed,
			100.0 * rule->confirmed / rule->judged);
}

/* From when to when it holds, and for which types of review. */
static void
put_validity(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	struct cnd_arena *scratch = cnd_arena_new();

	put_part("In force", cnd_rule_period(scratch, rule), out);
	put_part("Types of review", rule->profiles, out);
	cnd_arena_free(scratch);
}

static void
put_rule(const struct cnd_rule_info *rule, struct cnd_buf *out)
{
	cnd_buf_printf(out, "%.*s  (%s, %.*s)\n", CND_STR_ARG(rule->id),
		cnd_level_name(rule->level), CND_STR_ARG(rule->kind));
	cnd_buf_printf(out, "%*s", INDENT, "");
	cnd_show_wrapped(rule->description, INDENT, INDENT, WIDTH, out);
	cnd_buf_putc(out, '\n');
	put_part("Why", rule->why, out);
	put_part("What would mend it", rule->fix, out);
	put_examples("Flagged", rule->bad, rule->bad_count, out);
	put_examples("Not flagged", rule->good, rule->good_count, out);
	put_examples(
		"Known not to work yet", rule->todo, rule->todo_count, out);
	put_part("Guidance", rule->source, out);
	put_validity(rule, out);
	put_part("Link", rule->link, out);
	put_precision(rule, out);
	put_part("Rule file", rule->file, out);
}

static bool
explain_all(struct cnd_session *session, const struct cnd_ruleset *set,
	struct cnd_buf *out, struct cnd_error *err)
{
	for (size_t i = 0; i < session->arguments.word_count; i++) {
		const struct cnd_rule_info *rule =
			cnd_choices_find(session->arena, set,
				cnd_str_of(session->arguments.words[i]), err);

		if (rule == NULL)
			return false;
		cnd_buf_puts(out, i == 0 ? "" : "\n");
		put_rule(rule, out);
	}
	if (session->arguments.word_count == 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"explain needs a rule's id; see 'candour rules'");
	return true;
}

int
cnd_cmd_explain(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	struct cnd_ruleset *set = cnd_session_ruleset(session, &err);
	int status = CND_EXIT_TROUBLE;

	if (set == NULL || !explain_all(session, set, &out, &err))
		cnd_session_complain(&err);
	else if (cnd_session_print(session, cnd_buf_str(&out)))
		status = CND_EXIT_CLEAN;
	cnd_buf_dispose(&out);
	cnd_ruleset_free(set);
	return status;
}
