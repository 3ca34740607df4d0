/* The git pre-commit hook: put in its place, and taken away again. */
#ifndef CND_APP_HOOK_H
#define CND_APP_HOOK_H

#include "base/arena.h"
#include "base/error.h"

enum cnd_hook_change {
	CND_HOOK_NOTHING, /* it was so already */
	CND_HOOK_DONE,
	CND_HOOK_CHAINED /* a hook that was there is kept and called first;
	                    or, on the way back, is in its place again */
};

struct cnd_hook {
	struct cnd_arena *arena;
	struct cnd_str path; /* of the hook; filled in */
	enum cnd_hook_change change; /* filled in */
};

/* What the hook runs. */
struct cnd_hook_call {
	struct cnd_str program; /* absolute, or a name that is looked up */
	const struct cnd_str *options; /* words before "run" */
	size_t option_count;
};

/*
 * Writes the hook that makes the call to where git looks for it in the
 * current folder's repository (core.hooksPath counts).  A hook that is
 * there is renamed to pre-commit.before-candour and called first.  False
 * and err when it cannot be done; what was there stays.
 */
bool cnd_hook_install(struct cnd_hook *hook, const struct cnd_hook_call *call,
	struct cnd_error *err);

/*
 * Takes the hook away and puts the one before it back.  False and err for
 * a hook that is not ours as we wrote it: it stays.
 */
bool cnd_hook_uninstall(struct cnd_hook *hook, struct cnd_error *err);

#endif
