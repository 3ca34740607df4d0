/* Hidden text has no place in the model; the file as a whole has it. */
#include "read/hidden.h"

#include "base/utf8.h"

enum { SHOWN = 40 };

void
cnd_hidden_say(struct cnd_builder *builder, struct cnd_arena *arena,
	uint32_t count, struct cnd_str words)
{
	struct cnd_str front = cnd_utf8_front(words, SHOWN);

	cnd_builder_state(builder, "publication/hidden-text",
		(struct cnd_span){ 0, 0 },
		cnd_arena_printf(arena,
			"%u passage%s of hidden text, beginning \"%.*s%s\"",
			(unsigned)count, count == 1 ? "" : "s",
			CND_STR_ARG(front),
			front.len < words.len ? "\xe2\x80\xa6" : ""));
}
