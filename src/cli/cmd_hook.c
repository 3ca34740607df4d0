/* candour hook: put the pre-commit hook in place, away, and be it. */
#include "app/hook.h"
#include "cli/session.h"

#include <stdlib.h>
#include <string.h>

/* The running program, so that the hook needs no PATH; else its name. */
static struct cnd_str
this_program(struct cnd_arena *arena)
{
	char *path = realpath("/proc/self/exe", NULL);
	struct cnd_str program =
		cnd_arena_copy(arena, cnd_str_of(path ? path : "candour"));

	free(path);
	return program;
}

/* The options given, as words of a command line. */
static const struct cnd_str *
options_of(const struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_str *words = cnd_arena_array(
		session->arena, arguments->given_count, sizeof(*words));

	for (size_t i = 0; i < arguments->given_count; i++) {
		const struct cnd_given *given = &arguments->given[i];
		const char *name = cnd_option(given->id)->name;

		words[i] = given->value == NULL
			? cnd_arena_printf(session->arena, "--%s", name)
			: cnd_arena_printf(session->arena, "--%s=%s", name,
				  given->value);
	}
	return words;
}

static int
install(struct cnd_session *session)
{
	static const char *const notes[] = {
		[CND_HOOK_NOTHING] = "was there already",
		[CND_HOOK_DONE] = "is in place",
		[CND_HOOK_CHAINED] = "is in place; the earlier hook runs first",
	};
	struct cnd_hook hook = { .arena = session->arena };
	struct cnd_hook_call call = {
		.program = this_program(session->arena),
		.options = options_of(session),
		.option_count = session->arguments.given_count,
	};
	struct cnd_error err = { 0 };

	if (!cnd_hook_install(&hook, &call, &err))
		return cnd_session_fail(&err);
	cnd_session_note(session, "%s %s", hook.path.data, notes[hook.change]);
	return CND_EXIT_CLEAN;
}

static int
uninstall(struct cnd_session *session)
{
	static const char *const notes[] = {
		[CND_HOOK_NOTHING] = "is not there",
		[CND_HOOK_DONE] = "is gone",
		[CND_HOOK_CHAINED] = "is again the earlier hook",
	};
	struct cnd_hook hook = { .arena = session->arena };
	struct cnd_error err = { 0 };

	if (!cnd_hook_uninstall(&hook, &err))
		return cnd_session_fail(&err);
	cnd_session_note(session, "%s %s", hook.path.data, notes[hook.change]);
	return CND_EXIT_CLEAN;
}

/* What `candour check --staged --quiet` does, with the options given. */
static int
run(struct cnd_session *session)
{
	struct cnd_arguments *arguments = &session->arguments;
	struct cnd_given *given = cnd_arena_array(
		session->arena, arguments->given_count + 2, sizeof(*given));

	if (arguments->given_count > 0)
		memcpy(given, arguments->given,
			arguments->given_count * sizeof(*given));
	given[arguments->given_count++].id = CND_OPTION_STAGED;
	given[arguments->given_count++].id = CND_OPTION_QUIET;
	arguments->given = given;
	arguments->words++;
	arguments->word_count--;
	return cnd_cmd_check(session);
}

static const struct {
	const char *name;
	int (*run)(struct cnd_session *session);
} actions[] = {
	{ "install", install },
	{ "uninstall", uninstall },
	{ "run", run },
};

int
cnd_cmd_hook(struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	const char *name = arguments->word_count > 0 ? arguments->words[0] : "";
	struct cnd_error err = { 0 };

	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++)
		if (strcmp(name, actions[i].name) == 0)
			return actions[i].run(session);
	cnd_fail(&err, CND_ERR_USAGE,
		"hook takes install, uninstall or run; see 'candour hook "
		"--help'");
	return cnd_session_fail(&err);
}
