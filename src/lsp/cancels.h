/*
 * Requests that the client has taken back while they were waiting: they
 * are answered without being worked on.
 */
#ifndef CND_LSP_CANCELS_H
#define CND_LSP_CANCELS_H

#include "base/json_read.h"

/* Held by value, zeroed first. */
struct cnd_cancels {
	struct cnd_arena *arena; /* NULL for none */
	struct cnd_json_value *ids;
	size_t count;
	size_t capacity;
};

/* Notes the id that a message cancels, if it is such a message. */
void cnd_cancels_note(struct cnd_cancels *cancels, struct cnd_str body);

/* Whether the request of that id was cancelled. */
bool cnd_cancels_hold(
	const struct cnd_cancels *cancels, const struct cnd_json_value *id);

/* Forgets all: what was waiting has been answered. */
void cnd_cancels_clear(struct cnd_cancels *cancels);

#endif
