/* A cancellation is told from other messages before any is parsed. */
#include "lsp/cancels.h"

#include "lsp/message.h"

/* A cancellation has some 80 bytes; a text that quotes one has more. */
enum { LONGEST = 400 };

void
cnd_cancels_note(struct cnd_cancels *cancels, struct cnd_str body)
{
	const struct cnd_json_value *message;
	const struct cnd_json_value *id;
	struct cnd_error err = { 0 };

	if (body.len > LONGEST ||
		cnd_str_find(body, CND_STR("$/cancelRequest")) == CND_NOT_FOUND)
		return;
	if (cancels->arena == NULL)
		cancels->arena = cnd_arena_new();
	message = cnd_json_parse(cancels->arena, body, &err);
	id = cnd_json_get(cnd_json_get(message, "params"), "id");
	if (id == NULL ||
		!cnd_str_equal(cnd_json_text(cnd_json_get(message, "method")),
			CND_STR("$/cancelRequest")))
		return;
	cancels->ids = cnd_arena_grow(cancels->arena, cancels->ids,
		cancels->count, &cancels->capacity, sizeof(*cancels->ids));
	cancels->ids[cancels->count++] = *id;
}

bool
cnd_cancels_hold(
	const struct cnd_cancels *cancels, const struct cnd_json_value *id)
{
	for (size_t i = 0; i < cancels->count; i++)
		if (cnd_message_same_id(&cancels->ids[i], id))
			return true;
	return false;
}

void
cnd_cancels_clear(struct cnd_cancels *cancels)
{
	cnd_arena_free(cancels->arena);
	*cancels = (struct cnd_cancels){ 0 };
}
