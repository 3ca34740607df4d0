/* candour test: every rule run on the examples in its own file. */
#include "cli/choices.h"

#include "app/rules_dir.h"
#include "app/styles.h"
#include "base/utf8.h"
#include "format/show.h"
#include "lint/examples.h"
#include "read/read.h"

#include <inttypes.h>

enum { MOST_WORDS = 70 };

/* The built-in rules, their patterns compiled now, and the folders'. */
static struct cnd_ruleset *
read_rules(struct cnd_session *session, struct cnd_error *err)
{
	struct cnd_projects projects = cnd_session_projects(session);
	struct cnd_rule_files files = { .arena = session->arena };
	struct cnd_ruleset *set;

	cnd_rule_files_add_builtin(&files);
	for (size_t i = 0; i < files.count; i++)
		files.items[i].is_trusted = false;
	for (size_t i = 0; i < session->arguments.word_count; i++)
		if (!cnd_rule_files_add_folder(
			    &files, session->arguments.words[i], err))
			return NULL;
	if (!cnd_styles_add(&files, &projects.styles, err))
		return NULL;
	set = cnd_ruleset_new(files.items, files.count, err);
	if (set != NULL)
		cnd_session_tell_left_out(session, set);
	return set;
}

/* A rule of a style that --style names. */
static bool
is_of_style(const struct cnd_styles *styles, struct cnd_str id)
{
	struct cnd_str style = cnd_str_split(&id, '/');

	for (size_t i = 0; i < styles->count; i++)
		if (cnd_str_equal(styles->names[i], style))
			return true;
	return false;
}

/* Whether a rule comes from one of the folders or styles; any does without
 * both. */
static bool
is_asked_for(
	const struct cnd_session *session, const struct cnd_rule_info *rule)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_projects projects = cnd_session_projects(session);

	for (size_t i = 0; i < arguments->word_count; i++) {
		struct cnd_str folder = cnd_str_of(arguments->words[i]);

		while (folder.len > 1 && folder.data[folder.len - 1] == '/')
			folder.len--;
		if (cnd_str_starts_with(rule->file, folder))
			return true;
	}
	if (projects.styles.count > 0)
		return is_of_style(&projects.styles, rule->id);
	return arguments->word_count == 0;
}

static void
put_words(struct cnd_str text, struct cnd_buf *out)
{
	struct cnd_str front = cnd_utf8_front(text, MOST_WORDS);

	cnd_show_clean(front, out);
	cnd_buf_puts(out, front.len < text.len ? "\xe2\x80\xa6\n" : "\n");
}

static const char *
complaint(const struct cnd_example_result *result)
{
	switch (result->kind) {
	case CND_EXAMPLE_BAD:
		return "a bad example does not fire: ";
	case CND_EXAMPLE_GOOD:
		return "a good example fires: ";
	case CND_EXAMPLE_TODO:
		return "a todo example works now: ";
	case CND_EXAMPLE_CASE:
		return "a test gives other alerts: ";
	case CND_EXAMPLE_TOO_FEW:
		break;
	}
	return "has fewer than two bad or two good examples";
}

static void
put_lines(const char *sign, struct cnd_str lines, struct cnd_buf *out)
{
	while (lines.len > 0) {
		struct cnd_str line = cnd_str_trim(cnd_str_split(&lines, '\n'));

		if (line.len == 0)
			continue;
		cnd_buf_puts(out, sign);
		cnd_show_clean(line, out);
		cnd_buf_putc(out, '\n');
	}
}

/* What was wanted, and what came. */
static void
put_alerts(const struct cnd_example_result *result, struct cnd_buf *out)
{
	put_lines("    - ", result->example->want, out);
	put_lines("    + ", result->alerts, out);
}

static void
put_result(const struct cnd_example_result *result, struct cnd_buf *out)
{
	cnd_show_clean(result->rule->file, out);
	if (result->example != NULL)
		cnd_buf_printf(out, ":%" PRIu32, result->example->line);
	cnd_buf_printf(out, ": %s", complaint(result));
	if (result->example == NULL)
		cnd_buf_putc(out, '\n');
	else
		put_words(result->kind == CND_EXAMPLE_CASE &&
					result->example->name.len > 0
				? result->example->name
				: result->example->text,
			out);
	if (result->kind == CND_EXAMPLE_CASE && result->example != NULL)
		put_alerts(result, out);
	if (result->kind == CND_EXAMPLE_GOOD && result->quote.len > 0) {
		cnd_buf_puts(out, "    on the words: ");
		put_words(result->quote, out);
	}
}

/* What one run came to. */
struct tally {
	size_t rules;
	size_t examples;
	size_t wrong;
	size_t todo;
};

static void
put_tally(const struct tally *tally, struct cnd_buf *out)
{
	cnd_show_number(tally->examples, "example", out);
	cnd_buf_puts(out, " of ");
	cnd_show_number(tally->rules, "rule", out);
	cnd_buf_printf(out, ": %zu wrong", tally->wrong);
	if (tally->todo > 0)
		cnd_buf_printf(out, ", %zu known not to work yet", tally->todo);
	cnd_buf_puts(out, ".\n");
}

static struct tally
put_results(struct cnd_session *session,
	const struct cnd_example_results *results, struct cnd_buf *out)
{
	struct tally tally = { 0 };

	for (size_t i = 0; i < results->count; i++) {
		const struct cnd_example_result *result = &results->items[i];
		bool works =
			result->kind == CND_EXAMPLE_TODO && result->is_right;

		if (!is_asked_for(session, result->rule))
			continue;
		tally.rules +=
			i == 0 || result->rule != results->items[i - 1].rule;
		tally.examples += result->example != NULL;
		tally.todo += result->kind == CND_EXAMPLE_TODO && !works;
		tally.wrong +=
			result->kind != CND_EXAMPLE_TODO && !result->is_right;
		if (works ||
			(result->kind != CND_EXAMPLE_TODO && !result->is_right))
			put_result(result, out);
	}
	if (!cnd_arguments_have(&session->arguments, CND_OPTION_QUIET))
		put_tally(&tally, out);
	return tally;
}

static int
test_rules(struct cnd_session *session, const struct cnd_ruleset *set)
{
	const char *only =
		cnd_arguments_value(&session->arguments, CND_OPTION_ONLY);
	struct cnd_example_options options = {
		.only = cnd_str_of(only == NULL ? "" : only),
		.read = cnd_read,
	};
	struct cnd_example_results results = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	struct tally tally;
	int status;

	if (!cnd_examples_run(set, &options, session->arena, &results, &err))
		return cnd_session_fail(&err);
	tally = put_results(session, &results, &out);
	status = tally.wrong == 0 ? CND_EXIT_CLEAN : CND_EXIT_FINDINGS;
	if (!cnd_session_print(session, cnd_buf_str(&out)))
		status = CND_EXIT_TROUBLE;
	cnd_buf_dispose(&out);
	return status;
}

int
cnd_cmd_test(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = read_rules(session, &err);
	int status;

	if (set == NULL)
		return cnd_session_fail(&err);
	status = test_rules(session, set);
	cnd_ruleset_free(set);
	return status;
}
