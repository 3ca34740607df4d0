/*
 * What can be done about a finding, or about all of a text's, as code
 * actions.  All but the explanation are edits of the text: commands that an
 * editor would have to know do not work everywhere.  An editor that can ask
 * for the edit of the action that was chosen gets it then, for the text as
 * it is by then (codeAction/resolve).
 */
#ifndef CND_LSP_ACT_H
#define CND_LSP_ACT_H

#include "lsp/server.h"

enum cnd_act_kind {
	CND_ACT_FIX, /* one of a rule's own edits */
	CND_ACT_FILL, /* a skeleton to fill in */
	CND_ACT_IGNORE, /* a comment that puts the finding aside */
	CND_ACT_EXPLAIN, /* opens the rule's page */
	CND_ACT_FIX_ALL, /* all safe edits at once */
	CND_ACTS
};

/* The kind of FIX_ALL in the protocol. */
#define CND_ACT_FIX_ALL_NAME "source.fixAll.candour"

struct cnd_act {
	struct cnd_buffer *buffer; /* with its report */
	enum cnd_act_kind kind;
	const struct cnd_finding *finding; /* unused for FIX_ALL */
	size_t index; /* of a FIX: among the finding's edits */
	bool is_chosen; /* its edit is wanted now */
};

/* Writes the action; false, and nothing written, where there is none. */
bool cnd_act_put(struct cnd_server *server, const struct cnd_act *act);

/*
 * The act that an action's data tells of, as cnd_act_put wrote it; false
 * when it is there no more.
 */
bool cnd_act_find(struct cnd_server *server, const struct cnd_json_value *data,
	struct cnd_act *act);

#endif
