/* candour help: the overview, one command, or the manual page. */
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/session.h"

static bool
fill(const struct cnd_session *session, struct cnd_buf *out,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;
	const struct cnd_command *command;

	if (cnd_arguments_have(arguments, CND_OPTION_MAN)) {
		cnd_help_manual(out);
		return true;
	}
	if (cnd_arguments_have(arguments, CND_OPTION_COMPLETION))
		return cnd_completion(cnd_str_of(cnd_arguments_value(arguments,
					      CND_OPTION_COMPLETION)),
			out, err);
	if (arguments->word_count == 0) {
		cnd_help_overview(out);
		return true;
	}
	command = cnd_command_find(cnd_str_of(arguments->words[0]));
	if (command == NULL)
		return cnd_fail(err, CND_ERR_USAGE,
			"there is no command '%s'; see 'candour help'",
			arguments->words[0]);
	cnd_help_command(command, out);
	return true;
}

int
cnd_cmd_help(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	int status = CND_EXIT_TROUBLE;

	if (!fill(session, &out, &err))
		cnd_session_complain(&err);
	else if (cnd_session_print(session, cnd_buf_str(&out)))
		status = CND_EXIT_CLEAN;
	cnd_buf_dispose(&out);
	return status;
}
