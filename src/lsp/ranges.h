/* Positions and ranges, written as the protocol has them. */
#ifndef CND_LSP_RANGES_H
#define CND_LSP_RANGES_H

#include "base/json.h"
#include "doc/document.h"

/* Lines and columns count from 1 here, and from 0 in what is written. */
struct cnd_range {
	struct cnd_position start;
	struct cnd_position end;
};

/* Where a span of a document stands; columns in `unit`. */
struct cnd_range cnd_range_of_span(const struct cnd_document *doc,
	struct cnd_span span, enum cnd_unit unit);

/* Where bytes [from, to) of a text stand. */
struct cnd_range cnd_range_of_bytes(const struct cnd_lines *lines, size_t from,
	size_t to, enum cnd_unit unit);

/* "key": {"line": …, "character": …} */
void cnd_json_position(
	struct cnd_json *json, const char *key, struct cnd_position position);

/* "key": {"start": …, "end": …} */
void cnd_json_range(
	struct cnd_json *json, const char *key, const struct cnd_range *range);

#endif
