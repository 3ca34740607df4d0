/* From argv to a command; what is no command is a path to check. */
#include "cli/dispatch.h"

#include "app/file.h"
#include "cli/confine.h"
#include "cli/help.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

enum { MOST_COMMANDS = 32 };

/* Whether a word was meant as a command: it is no path that exists, and
 * does not look like one. */
static bool
fail_command(const char *word, struct cnd_error *err)
{
	struct cnd_str names[MOST_COMMANDS];
	struct cnd_str nearest;
	size_t count = 0;

	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL && count < MOST_COMMANDS; command++)
		names[count++] = cnd_str_of(command->name);
	nearest = cnd_nearest(cnd_str_of(word), names, count);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"'%s' is neither a command nor a file; did you mean "
			"'%.*s'?",
			word, CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_USAGE,
		"'%s' is neither a command nor a file; see 'candour help'",
		word);
}

static bool
looks_like_path(const char *word)
{
	return word[0] == '-' || strpbrk(word, "./") != NULL ||
		cnd_file_kind(word) != CND_FILE_MISSING;
}

static int
print_and_end(struct cnd_session *session, struct cnd_buf *out)
{
	bool ok = cnd_session_print(session, cnd_buf_str(out));

	cnd_buf_dispose(out);
	return ok ? CND_EXIT_CLEAN : CND_EXIT_TROUBLE;
}

/* Options that end any command before it begins. */
static int
run(struct cnd_session *session, bool is_named)
{
	struct cnd_buf out = { 0 };
	struct cnd_error err = { 0 };

	if (cnd_arguments_have(&session->arguments, CND_OPTION_VERSION)) {
		cnd_buf_puts(&out, "candour " CND_VERSION "\nsandbox: ");
		cnd_sandbox_describe(&out);
		cnd_buf_putc(&out, '\n');
		return print_and_end(session, &out);
	}
	if (cnd_arguments_have(&session->arguments, CND_OPTION_HELP)) {
		if (is_named)
			cnd_help_command(session->command, &out);
		else
			cnd_help_overview(&out);
		return print_and_end(session, &out);
	}
	if (session->command->is_confined &&
		!cnd_confine_writes(session, NULL, 0, &err))
		return cnd_session_fail(&err);
	return session->command->run(session);
}

static int
start(struct cnd_session *session, struct cnd_words words)
{
	struct cnd_error err = { 0 };
	bool is_named = false;

	session->command = cnd_command_find(cnd_str_of(words.argv[0]));
	if (session->command != NULL) {
		is_named = true;
		words.argc--;
		words.argv++;
	} else if (looks_like_path(words.argv[0])) {
		session->command = cnd_command_find(CND_STR("check"));
	} else {
		fail_command(words.argv[0], &err);
		return cnd_session_fail(&err);
	}
	if (!cnd_options_parse(session->arena, words, session->command->options,
		    &session->arguments, &err))
		return cnd_session_fail(&err);
	return run(session, is_named);
}

int
cnd_dispatch(int argc, char **argv)
{
	struct cnd_session session = { .arena = cnd_arena_new() };
	int status;

	if (argc < 2) {
		struct cnd_buf out = { 0 };

		cnd_help_overview(&out);
		fwrite(out.data, 1, out.len, stderr);
		cnd_buf_dispose(&out);
		status = CND_EXIT_TROUBLE;
	} else {
		status = start(
			&session, (struct cnd_words){ argc - 1, argv + 1 });
	}
	cnd_scribe_end(session.scribe);
	cnd_arena_free(session.arena);
	return status;
}
