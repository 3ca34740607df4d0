/* .candour.yml for the texts an editor has open. */
#ifndef CND_LSP_CONFIG_H
#define CND_LSP_CONFIG_H

#include "app/project.h"
#include "lint/lint.h"

/* Held by value, zeroed first; cnd_lsp_config_forget frees what it has. */
struct cnd_lsp_config {
	struct cnd_projects projects; /* its arena is NULL before use */
	const char *const *folders; /* of rules, from the command line */
	size_t folder_count;
	uint64_t generation; /* changes when files did */
	struct cnd_error err; /* what is wrong; CND_OK for nothing */
	bool is_told; /* the user knows of it */
};

/* The configurations met so far. */
const struct cnd_projects *cnd_lsp_config_projects(
	struct cnd_lsp_config *config);

/*
 * What is in force for a text by its URI; false when there is no
 * configuration, the URI is of no file, or the configuration is wrong
 * (config->err says how).
 */
bool cnd_lsp_config_find(struct cnd_lsp_config *config, struct cnd_str uri,
	struct cnd_in_force *force);

/*
 * A project's options over an editor's: what the project says of a rule,
 * or of the review's type, is the stronger.  The choices live in scratch.
 */
struct cnd_lint_options cnd_lsp_config_options(struct cnd_arena *scratch,
	const struct cnd_in_force *force,
	const struct cnd_lint_options *settings);

/* It takes more memory than it should: cnd_lsp_config_forget is due. */
bool cnd_lsp_config_is_full(const struct cnd_lsp_config *config);

/* Files changed: all is read again.  No report may use the rules then. */
void cnd_lsp_config_forget(struct cnd_lsp_config *config);

#endif
