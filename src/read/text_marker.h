/* What a line of plain text begins with: a bullet, a number, nothing. */
#ifndef CND_READ_TEXT_MARKER_H
#define CND_READ_TEXT_MARKER_H

#include "read/label.h"

#include <stdint.h>

enum cnd_marker_kind {
	CND_MARKER_NONE,
	CND_MARKER_BULLET, /* a sign that is nothing else: "•", U+F0B7 */
	CND_MARKER_DASH, /* "-", "*", "–", "o": may be prose */
	CND_MARKER_LABEL,
};

struct cnd_marker {
	enum cnd_marker_kind kind;
	uint32_t sign; /* of a bullet or dash */
	unsigned depth; /* bullets on one line: "- - text" has two */
	struct cnd_label label;
	size_t rest; /* where the text behind it begins */
	bool is_alone; /* nothing follows it on the line */
};

struct cnd_marker cnd_marker_of(struct cnd_str line);

#endif
