/* Writing JSON: commas, nesting and escapes are kept right here. */
#ifndef CND_BASE_JSON_H
#define CND_BASE_JSON_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum { CND_JSON_DEPTH = 32 };

/*
 * Held by value; start with { .out = buf }.  With indent > 0 each member
 * stands on its own line.  Nesting deeper than CND_JSON_DEPTH is our own
 * mistake (assert).
 */
struct cnd_json {
	struct cnd_buf *out;
	unsigned indent;
	unsigned depth;
	bool has_member[CND_JSON_DEPTH];
	bool after_key;
};

void cnd_json_object(struct cnd_json *json); /* { */
void cnd_json_end_object(struct cnd_json *json);
void cnd_json_array(struct cnd_json *json); /* [ */
void cnd_json_end_array(struct cnd_json *json);

/* The key of the next value: a name of the format, which needs no escape. */
void cnd_json_key(struct cnd_json *json, const char *key);

/* The same of any text. */
void cnd_json_key_of(struct cnd_json *json, struct cnd_str key);

/*
 * A string.  Bytes that are not UTF-8 become U+FFFD; controls, quotes,
 * U+2028 and U+2029 are escaped.
 */
void cnd_json_string(struct cnd_json *json, struct cnd_str s);

/* A string, or null for data == NULL. */
void cnd_json_string_or_null(struct cnd_json *json, struct cnd_str s);
/* A value as it stands: a number's digits that came in. */
void cnd_json_raw(struct cnd_json *json, struct cnd_str text);
void cnd_json_int(struct cnd_json *json, int64_t value);
void cnd_json_bool(struct cnd_json *json, bool value);
void cnd_json_null(struct cnd_json *json);

#endif
