/* Ids may be numbers of any size or strings: they go back as they came. */
#include "lsp/message.h"

bool
cnd_message_is_answer(const struct cnd_json_value *message)
{
	return cnd_json_get(message, "id") != NULL &&
		(cnd_json_get(message, "result") != NULL ||
			cnd_json_get(message, "error") != NULL);
}

void
cnd_message_put(struct cnd_json *json, const struct cnd_json_value *id)
{
	if (id != NULL && id->kind == CND_JSON_NUMBER)
		cnd_json_raw(json, id->text);
	else if (id != NULL && id->kind == CND_JSON_STRING)
		cnd_json_string(json, id->text);
	else
		cnd_json_null(json);
}

void
cnd_message_put_id(struct cnd_json *json, const struct cnd_json_value *id)
{
	cnd_json_key(json, "id");
	cnd_message_put(json, id);
}

bool
cnd_message_same_id(
	const struct cnd_json_value *a, const struct cnd_json_value *b)
{
	return a->kind == b->kind && cnd_str_equal(a->text, b->text);
}

struct cnd_json_value
cnd_message_keep(struct cnd_arena *arena, const struct cnd_json_value *id)
{
	struct cnd_json_value kept = { 0 };

	if (id != NULL) {
		kept.kind = id->kind;
		kept.text = cnd_arena_copy(arena, id->text);
	}
	return kept;
}
