/* Hidden text, said the same way whatever the file. */
#ifndef CND_READ_HIDDEN_H
#define CND_READ_HIDDEN_H

#include "doc/builder.h"

/*
 * Notes, as the state "publication/hidden-text", that `count` passages do
 * not show; words is how the first of them begins.
 */
void cnd_hidden_say(struct cnd_builder *builder, struct cnd_arena *arena,
	uint32_t count, struct cnd_str words);

#endif
