/* Git as a child process, and its failures in our words. */
#include "app/git.h"

#include "app/process.h"

/* "fatal: not a git repository (or …)" is told in our words. */
static bool
fail_git(const char *const *words, struct cnd_str said, struct cnd_error *err)
{
	struct cnd_str rest = said;
	struct cnd_str line = cnd_str_split(&rest, '\n');

	if (cnd_str_find(line, CND_STR("not a git repository")) !=
		CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_USAGE,
			"the current folder is in no git repository");
	if (cnd_str_starts_with(line, CND_STR("fatal: ")))
		line = cnd_str_slice(line, 7, line.len);
	return cnd_fail(err, CND_ERR_SYSTEM, "git %s: %.*s", words[0],
		CND_STR_ARG(line));
}

bool
cnd_git_run(const char *const *words, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	static const char *const environment[] = { "LC_ALL=C",
		"GIT_OPTIONAL_LOCKS=0", NULL };
	const struct cnd_process git = { .program = "git",
		.words = words,
		.environment = environment,
		.most = limit };
	struct cnd_process_result result = { 0 };
	bool ok = cnd_process_run(&git, out, &result, err);

	if (ok && result.end == CND_PROCESS_MISSING)
		ok = cnd_fail(err, CND_ERR_SYSTEM,
			"git cannot be run; is it installed?");
	else if (ok && result.end == CND_PROCESS_SAID_TOO_MUCH)
		ok = cnd_fail(err, CND_ERR_LIMIT,
			"git %s prints more than %zu bytes", words[0], limit);
	else if (ok && result.end == CND_PROCESS_LOST)
		ok = cnd_fail(err, CND_ERR_SYSTEM,
			"git %s: what it prints cannot be read", words[0]);
	else if (ok && (result.end != CND_PROCESS_ENDED || result.status != 0))
		ok = fail_git(words, cnd_buf_str(&result.errors), err);
	cnd_buf_dispose(&result.errors);
	return ok;
}
