/* candour lsp: the language server on standard input and output. */
#include "cli/session.h"
#include "lsp/serve.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

int
cnd_cmd_lsp(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = cnd_session_ruleset(session, &err);
	struct cnd_projects projects = cnd_session_projects(session);
	const char *temporary = getenv("TMPDIR");
	const struct cnd_serve serve = { set, projects.folders,
		projects.folder_count, temporary == NULL ? "/tmp" : temporary };
	int status;

	if (set == NULL)
		return cnd_session_fail(&err);
	signal(SIGPIPE, SIG_IGN);
	status = cnd_serve(&serve, STDIN_FILENO, STDOUT_FILENO);
	cnd_ruleset_free(set);
	return status;
}
