/* The commands: one table that dispatch, help and manual go by. */
#ifndef CND_CLI_COMMANDS_H
#define CND_CLI_COMMANDS_H

#include "cli/options.h"
#include "format/format.h"

struct cnd_session;

/* Exit statuses (docs: contract). */
enum { CND_EXIT_CLEAN = 0, CND_EXIT_FINDINGS = 1, CND_EXIT_TROUBLE = 2 };

struct cnd_command {
	const char *name;
	const char *words; /* what stands behind the options: "[PATH...]" */
	const char *summary; /* one line, no full stop */
	const char *details; /* paragraphs of help; may be NULL */
	const enum cnd_option_id *options; /* ends with CND_OPTION_COUNT */
	const char *const *examples; /* command, meaning, …, NULL */
	int (*run)(struct cnd_session *session); /* the exit status */
	enum cnd_view view; /* whose formats --format takes */
	bool has_formats;
	bool is_confined; /* before it runs; those of a batch are later */
};

/* All of them: a table ended by a row with name NULL. */
const struct cnd_command *cnd_commands(void);

/* The command of that name, or NULL. */
const struct cnd_command *cnd_command_find(struct cnd_str name);

/* One file each: cmd_<name>.c. */
int cnd_cmd_check(struct cnd_session *session);
int cnd_cmd_register(struct cnd_session *session);
int cnd_cmd_assure(struct cnd_session *session);
int cnd_cmd_annotate(struct cnd_session *session);
int cnd_cmd_outline(struct cnd_session *session);
int cnd_cmd_explain(struct cnd_session *session);
int cnd_cmd_init(struct cnd_session *session);
int cnd_cmd_config(struct cnd_session *session);
int cnd_cmd_lsp(struct cnd_session *session);
int cnd_cmd_rules(struct cnd_session *session);
int cnd_cmd_test(struct cnd_session *session);
int cnd_cmd_compare(struct cnd_session *session);
int cnd_cmd_hook(struct cnd_session *session);
int cnd_cmd_help(struct cnd_session *session);

#endif
