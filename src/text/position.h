/*
 * Lines and columns of a byte offset.  A line ends at LF, CR LF or CR and
 * nowhere else (as editors have it).
 */
#ifndef CND_TEXT_POSITION_H
#define CND_TEXT_POSITION_H

#include "base/arena.h"

#include <stdint.h>

enum cnd_unit { CND_UNIT_BYTE, CND_UNIT_CODE_POINT, CND_UNIT_UTF16 };

/*
 * How many code points and UTF-16 units stand before every few thousandth
 * byte of a text, so that columns far into a line cost no walk along it.
 * text is borrowed.
 */
struct cnd_census {
	struct cnd_str text;
	const struct cnd_census_mark *marks; /* or NULL: lines are short */
};

/*
 * Counts text once; the marks live in the arena.  longest: of the lines that
 * units will be asked of, in bytes; where all are short nothing is counted.
 */
struct cnd_census cnd_census_of(
	struct cnd_arena *arena, struct cnd_str text, size_t longest);

/* Units in bytes [from, to) of the text; both ends are clamped to it. */
size_t cnd_census_units(const struct cnd_census *census, size_t from, size_t to,
	enum cnd_unit unit);

/* The starts of a text's lines; text is borrowed. */
struct cnd_lines {
	struct cnd_str text;
	struct cnd_census census;
	const uint32_t *starts; /* byte offset of each line's first byte */
	size_t count; /* at least 1 */
};

/* Both count from 1. */
struct cnd_position {
	uint32_t line;
	uint32_t column;
};

/* Finds the lines of text; the array lives in the arena. */
struct cnd_lines cnd_lines_of(struct cnd_arena *arena, struct cnd_str text);

/* Where the byte offset (clamped to the text) stands. */
struct cnd_position cnd_lines_position(
	const struct cnd_lines *lines, size_t offset, enum cnd_unit unit);

/*
 * The byte offset of a position; a line past the end is the text's end, a
 * column past the line's end is the line's end (before its line break).
 */
size_t cnd_lines_offset(const struct cnd_lines *lines,
	struct cnd_position position, enum cnd_unit unit);

/* The line's bytes without its line break; line counts from 1. */
struct cnd_str cnd_lines_line(const struct cnd_lines *lines, uint32_t line);

#endif
