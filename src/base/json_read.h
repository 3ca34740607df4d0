/*
 * Reading JSON: messages of editors, baselines.  Clients send lone
 * surrogates and NULs, which string libraries lose; here strings have a
 * length, and what is not Unicode becomes U+FFFD.
 */
#ifndef CND_BASE_JSON_READ_H
#define CND_BASE_JSON_READ_H

#include "base/arena.h"
#include "base/error.h"

#include <stdint.h>

enum cnd_json_kind {
	CND_JSON_NULL,
	CND_JSON_FALSE,
	CND_JSON_TRUE,
	CND_JSON_NUMBER,
	CND_JSON_STRING,
	CND_JSON_ARRAY,
	CND_JSON_OBJECT
};

/* A value and, in a container, the next one after it. */
struct cnd_json_value {
	enum cnd_json_kind kind;
	struct cnd_str text; /* a string's characters, a number's digits */
	struct cnd_str key; /* of an object's member */
	struct cnd_json_value *first; /* of an array or object */
	struct cnd_json_value *next;
};

/*
 * Reads one value and nothing after it but blanks.  NULL and err (with
 * line and column) for what is not JSON or nests deeper than
 * CND_LIMIT_JSON_DEPTH.  All lives in the arena; source is not needed
 * afterwards.
 */
const struct cnd_json_value *cnd_json_parse(
	struct cnd_arena *arena, struct cnd_str source, struct cnd_error *err);

/*
 * A member of an object, the last one of that key; NULL when there is
 * none, or value is NULL or no object: look-ups can be chained.
 */
const struct cnd_json_value *cnd_json_get(
	const struct cnd_json_value *value, const char *key);

/* A string's characters; data is NULL for NULL and other kinds. */
struct cnd_str cnd_json_text(const struct cnd_json_value *value);

/* A number cut to a whole one within int64_t; otherwise `otherwise`. */
int64_t cnd_json_integer(const struct cnd_json_value *value, int64_t otherwise);

/* Whether it is the value true. */
bool cnd_json_is_true(const struct cnd_json_value *value);

#endif
