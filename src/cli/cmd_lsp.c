/* candour lsp: the language server on standard input and output. */
#include "cli/confine.h"
#include "cli/session.h"
#include "lsp/serve.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* The folder that the user's caches are in, by the usual variables. */
static const char *
cache_folder(struct cnd_arena *arena)
{
	const char *cache = getenv("XDG_CACHE_HOME");
	const char *home = getenv("HOME");

	if (cache != NULL && cache[0] == '/')
		return cache;
	if (home == NULL || home[0] != '/')
		return NULL;
	return cnd_arena_printf(arena, "%s/.cache", home).data;
}

/* Opens the pages, the one place that is written to, and no other. */
static struct cnd_pages
open_pages(struct cnd_session *session)
{
	struct cnd_pages pages = { 0 };
	const char *page = NULL;

	if (cnd_pages_open(&pages, cache_folder(session->arena)))
		page = cnd_arena_printf(
			session->arena, "%s/page", pages.folder.data)
			       .data;
	cnd_confine_beside(session, page);
	return pages;
}

int
cnd_cmd_lsp(struct cnd_session *session)
{
	struct cnd_error err = { 0 };
	struct cnd_projects projects = cnd_session_projects(session);
	struct cnd_serve serve = {
		.pages = open_pages(session),
		.folders = projects.folders,
		.folder_count = projects.folder_count,
	};
	struct cnd_ruleset *set = cnd_session_ruleset(session, &err);
	int status;

	if (set == NULL) {
		cnd_pages_dispose(&serve.pages);
		return cnd_session_fail(&err);
	}
	serve.set = set;
	signal(SIGPIPE, SIG_IGN);
	status = cnd_serve(&serve, STDIN_FILENO, STDOUT_FILENO);
	cnd_ruleset_free(set);
	return status;
}
