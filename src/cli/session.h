/* What a command works with: its arguments and where its words go. */
#ifndef CND_CLI_SESSION_H
#define CND_CLI_SESSION_H

#include "app/project.h"
#include "app/scribe.h"
#include "cli/commands.h"
#include "rule/ruleset.h"

struct cnd_session {
	struct cnd_arena *arena; /* ends with the program */
	const struct cnd_command *command;
	struct cnd_arguments arguments;
	bool is_confined; /* cnd_confine_writes was called */
	struct cnd_scribe *scribe; /* NULL: nobody else writes results */
	unsigned withheld; /* rights (0044 …) on inputs that others lack */
};

/* "candour: path:3:1: message" on standard error. */
void cnd_session_complain(const struct cnd_error *err);

/* The same, and the status to end with. */
int cnd_session_fail(const struct cnd_error *err);

/* "candour: note: …" on standard error, unless --quiet. */
void cnd_session_note(const struct cnd_session *session, const char *format,
	...) __attribute__((format(printf, 2, 3)));

/*
 * Prints a result to --output's file or standard output.  False after a
 * complaint; a reader that has gone away is no failure.
 */
bool cnd_session_print(const struct cnd_session *session, struct cnd_str bytes);

/* The same to one path; NULL and "-" are standard output. */
bool cnd_session_print_to(const struct cnd_session *session, const char *path,
	struct cnd_str bytes);

/* Writes a result by whoever may; otherwise as cnd_output_write_as. */
bool cnd_session_write(const struct cnd_session *session, const char *path,
	struct cnd_str bytes, unsigned mode, struct cnd_error *err);

/* Who may read and write a new file that quotes the inputs: not more than
 * may read and write each of them. */
unsigned cnd_session_mode(const struct cnd_session *session);

/* Colour, width, redaction as asked for and as the terminal has it. */
struct cnd_format_options cnd_session_format_options(
	const struct cnd_session *session);

/*
 * The rules built in and those of every --rules folder; the caller frees
 * the set.  NULL and err.
 */
struct cnd_ruleset *cnd_session_ruleset(
	const struct cnd_session *session, struct cnd_error *err);

/*
 * The configurations of this run, as --rules, --config and --no-config
 * have them; all in the session's arena.
 */
struct cnd_projects cnd_session_projects(const struct cnd_session *session);

/* Names the rules of Vale styles that were left out, with the reasons. */
void cnd_session_tell_left_out(
	const struct cnd_session *session, const struct cnd_ruleset *set);

/* Says what of a configuration (NULL: none) is not obeyed. */
void cnd_session_tell_notes(
	const struct cnd_session *session, const struct cnd_config *config);

#endif
