/*
 * The options of all commands: one table from which the command line is
 * read and help and manual are printed.
 */
#ifndef CND_CLI_OPTIONS_H
#define CND_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/error.h"

enum cnd_option_id {
	CND_OPTION_FORMAT,
	CND_OPTION_OUTPUT,
	CND_OPTION_TEXT,
	CND_OPTION_FAIL_ON,
	CND_OPTION_PROFILE,
	CND_OPTION_DATE,
	CND_OPTION_RULES,
	CND_OPTION_CONFIG,
	CND_OPTION_NO_CONFIG,
	CND_OPTION_ENABLE,
	CND_OPTION_DISABLE,
	CND_OPTION_ONLY,
	CND_OPTION_STDIN_FILENAME,
	CND_OPTION_SUPPRESSED,
	CND_OPTION_REDACT,
	CND_OPTION_SINCE,
	CND_OPTION_STAGED,
	CND_OPTION_BASELINE,
	CND_OPTION_WRITE_BASELINE,
	CND_OPTION_PRUNE_BASELINE,
	CND_OPTION_FIX,
	CND_OPTION_DIFF,
	CND_OPTION_JOBS,
	CND_OPTION_QUIET,
	CND_OPTION_NO_COLOR,
	CND_OPTION_NO_SANDBOX,
	CND_OPTION_REPLACE,
	CND_OPTION_STYLES,
	CND_OPTION_STYLE,
	CND_OPTION_ONLY_STYLES,
	CND_OPTION_COST,
	CND_OPTION_STDIO,
	CND_OPTION_CLIENT_PROCESS,
	CND_OPTION_MAN,
	CND_OPTION_COMPLETION,
	CND_OPTION_HELP,
	CND_OPTION_VERSION,
	CND_OPTION_COUNT
};

struct cnd_option {
	const char *name; /* without "--" */
	const char *argument; /* what its value is called; NULL: none */
	const char *description;
	enum cnd_option_id id;
	char letter; /* for "-f"; 0 for none */
};

/* The row of an option. */
const struct cnd_option *cnd_option(enum cnd_option_id id);

/* An option as it was given. */
struct cnd_given {
	enum cnd_option_id id;
	const char *value; /* NULL for an option without one */
};

/* A command line as read.  The words are argv's. */
struct cnd_arguments {
	struct cnd_given *given; /* in the order given */
	size_t given_count;
	size_t given_capacity;
	const char **words; /* what is no option */
	size_t word_count;
	size_t word_capacity;
};

/* The words of a command line, argv[0 .. argc). */
struct cnd_words {
	int argc;
	char **argv;
};

/*
 * Reads words by the options a command takes (a list that ends with
 * CND_OPTION_COUNT; --help and --version are always taken).  False and
 * err for an unknown option, a missing or a superfluous value.
 */
bool cnd_options_parse(struct cnd_arena *arena, struct cnd_words words,
	const enum cnd_option_id *taken, struct cnd_arguments *arguments,
	struct cnd_error *err);

bool cnd_arguments_have(
	const struct cnd_arguments *arguments, enum cnd_option_id id);

/* The value given last, or NULL. */
const char *cnd_arguments_value(
	const struct cnd_arguments *arguments, enum cnd_option_id id);

#endif
