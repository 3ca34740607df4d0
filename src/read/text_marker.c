/* Tells bullets and numbers at the front of lines. */
#include "read/text_marker.h"

#include "base/utf8.h"
#include "read/bullet.h"
#include "text/unicode.h"

/* Most bullets that stand behind each other on one line. */
enum { MOST_BULLETS = 8 };

static size_t
skip_blanks(struct cnd_str line, size_t at)
{
	while (at < line.len) {
		size_t next = at;

		if (!cnd_is_blank(cnd_utf8_next(line, &next)))
			break;
		at = next;
	}
	return at;
}

/* One bullet or dash at `at`; how far it reaches, or `at` for none. */
static size_t
bullet_at(struct cnd_str line, size_t at, struct cnd_marker *marker)
{
	size_t end = at;
	size_t rest;
	uint32_t code;

	if (at >= line.len)
		return at;
	code = cnd_utf8_next(line, &end);
	rest = skip_blanks(line, end);
	if (cnd_bullet_is_sign(code)) {
		marker->kind = CND_MARKER_BULLET;
	} else if ((code == '-' || code == '*' || code == '+' || code == 'o' ||
			   code == 0x2013) &&
		rest > end && rest < line.len) {
		marker->kind = CND_MARKER_DASH;
	} else {
		return at;
	}
	marker->sign = code;
	return rest;
}

struct cnd_marker
cnd_marker_of(struct cnd_str line)
{
	struct cnd_marker marker = { .kind = CND_MARKER_NONE };
	size_t at = 0;

	while (marker.depth < MOST_BULLETS) {
		size_t rest = bullet_at(line, at, &marker);

		if (rest == at)
			break;
		at = rest;
		marker.depth++;
	}
	marker.rest = at;
	marker.is_alone = marker.depth > 0 && at >= line.len;
	if (marker.depth > 0)
		return marker;
	if (cnd_label_is_alone(line, &marker.label))
		marker.is_alone = true;
	else if (!cnd_label_find(line, &marker.label))
		return marker;
	marker.kind = CND_MARKER_LABEL;
	marker.rest = marker.label.rest;
	return marker;
}
