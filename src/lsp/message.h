/* What a JSON-RPC message is, and its id. */
#ifndef CND_LSP_MESSAGE_H
#define CND_LSP_MESSAGE_H

#include "base/json.h"
#include "base/json_read.h"

/* An answer to a request of ours: an id, and a result or an error. */
bool cnd_message_is_answer(const struct cnd_json_value *message);

/* "id": as it came: a number's digits, a string, or null. */
void cnd_message_put_id(struct cnd_json *json, const struct cnd_json_value *id);

/* Whether two ids are one request's. */
bool cnd_message_same_id(
	const struct cnd_json_value *a, const struct cnd_json_value *b);

/* A copy of an id or a token whose text lives in the arena. */
struct cnd_json_value cnd_message_keep(
	struct cnd_arena *arena, const struct cnd_json_value *id);

/* Writes an id or token as a value. */
void cnd_message_put(struct cnd_json *json, const struct cnd_json_value *id);

#endif
