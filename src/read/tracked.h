/* Pending changes, said the same way whatever the file. */
#ifndef CND_READ_TRACKED_H
#define CND_READ_TRACKED_H

#include "doc/builder.h"

/* How many changes of each kind are pending. */
struct cnd_tracked {
	uint32_t insertions;
	uint32_t deletions;
	uint32_t formats;
};

/* Notes them as the state "publication/tracked-changes", if there are any. */
void cnd_tracked_say(struct cnd_builder *builder, struct cnd_arena *arena,
	struct cnd_tracked tracked);

#endif
