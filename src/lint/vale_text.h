/*
 * The words of a report as Vale sees them: code and addresses masked with
 * asterisks, a line break where a line only wraps, a paragraph's number
 * before it, and behind all blocks the file as it is written.
 */
#ifndef CND_LINT_VALE_TEXT_H
#define CND_LINT_VALE_TEXT_H

#include "base/buf.h"
#include "lint/lint.h"
#include "rule/rule.h"

/* Pieces of the text with their selectors, in order. */
struct cnd_vale_units {
	struct cnd_span *spans;
	struct cnd_vale_place *places;
	struct cnd_origin *origins;
	size_t count;
	size_t capacities[3];
};

struct cnd_vale_view {
	struct cnd_str text;
	struct cnd_vale_units blocks; /* what Vale would lint */
	struct cnd_span raw; /* the file, or all blocks of one in a package */
	struct cnd_origin raw_origin;
};

struct cnd_vale_view cnd_vale_view_of(const struct cnd_document *doc,
	const struct cnd_vale_settings *settings, struct cnd_arena *arena);

void cnd_vale_units_add(struct cnd_vale_units *units, struct cnd_arena *arena,
	struct cnd_span span, struct cnd_vale_place place,
	struct cnd_origin origin);

#endif
