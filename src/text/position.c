/* Line starts are found once; columns are counted inside one line. */
#include "text/position.h"

#include "base/halving.h"
#include "base/utf8.h"

#include <string.h>

/* Offset behind the line break at or after `at`, or the text's length. */
static size_t
next_line(struct cnd_str text, size_t at, size_t *next_return)
{
	const char *feed = memchr(text.data + at, '\n', text.len - at);
	size_t end = feed == NULL ? text.len : (size_t)(feed - text.data) + 1;

	/* Carriage returns are rare: look for the next one only once past
	 * the last one found. */
	if (*next_return < at) {
		const char *cr = memchr(text.data + at, '\r', text.len - at);

		*next_return = cr == NULL ? text.len : (size_t)(cr - text.data);
	}
	if (*next_return + 1 < end && text.data[*next_return + 1] != '\n')
		return *next_return + 1;
	return end;
}

/* Whether a line break stands right before the end of the text. */
static bool
ends_with_break(struct cnd_str text)
{
	return text.len > 0 &&
		(text.data[text.len - 1] == '\n' ||
			text.data[text.len - 1] == '\r');
}

/* Walks the lines; stores their starts when there is a place for them. */
static size_t
walk_lines(struct cnd_str text, uint32_t *starts)
{
	const char *cr =
		text.len == 0 ? NULL : memchr(text.data, '\r', text.len);
	size_t next_return = cr == NULL ? text.len : (size_t)(cr - text.data);
	size_t count = 0;
	size_t at = 0;

	do {
		if (starts != NULL)
			starts[count] = (uint32_t)at;
		count++;
		if (at < text.len)
			at = next_line(text, at, &next_return);
	} while (at < text.len);
	if (ends_with_break(text)) {
		if (starts != NULL)
			starts[count] = (uint32_t)text.len;
		count++;
	}
	return count;
}

enum { STRIDE = 4096 };

/* Units before a multiple of STRIDE bytes. */
struct cnd_census_mark {
	uint32_t code_points;
	uint32_t utf16_units;
};

struct cnd_census
cnd_census_of(struct cnd_arena *arena, struct cnd_str text, size_t longest)
{
	size_t count = text.len / STRIDE + 1;
	struct cnd_census_mark *marks;

	if (longest <= STRIDE)
		return (struct cnd_census){ text, NULL };
	marks = cnd_arena_array(arena, count, sizeof(*marks));
	for (size_t i = 1; i < count; i++) {
		struct cnd_str stretch =
			cnd_str_slice(text, (i - 1) * STRIDE, i * STRIDE);

		marks[i].code_points = marks[i - 1].code_points +
			(uint32_t)cnd_utf8_code_points(stretch);
		marks[i].utf16_units = marks[i - 1].utf16_units +
			(uint32_t)cnd_utf8_utf16_units(stretch);
	}
	return (struct cnd_census){ text, marks };
}

/* Units before a byte of the text. */
static size_t
units_before(const struct cnd_census *census, size_t at, enum cnd_unit unit)
{
	const struct cnd_census_mark *mark = &census->marks[at / STRIDE];
	struct cnd_str rest =
		cnd_str_slice(census->text, at / STRIDE * STRIDE, at);

	if (unit == CND_UNIT_CODE_POINT)
		return mark->code_points + cnd_utf8_code_points(rest);
	return mark->utf16_units + cnd_utf8_utf16_units(rest);
}

size_t
cnd_census_units(const struct cnd_census *census, size_t from, size_t to,
	enum cnd_unit unit)
{
	struct cnd_str text = cnd_str_slice(census->text, from, to);

	if (unit == CND_UNIT_BYTE)
		return text.len;
	if (text.len <= STRIDE || census->marks == NULL)
		return unit == CND_UNIT_CODE_POINT ? cnd_utf8_code_points(text)
						   : cnd_utf8_utf16_units(text);
	return units_before(census, from + text.len, unit) -
		units_before(census, from, unit);
}

static size_t
longest_line(struct cnd_str text, const uint32_t *starts, size_t count)
{
	size_t longest = text.len - starts[count - 1];

	for (size_t i = 1; i < count; i++)
		if (starts[i] - starts[i - 1] > longest)
			longest = starts[i] - starts[i - 1];
	return longest;
}

struct cnd_lines
cnd_lines_of(struct cnd_arena *arena, struct cnd_str text)
{
	size_t count = walk_lines(text, NULL);
	uint32_t *starts = cnd_arena_array(arena, count, sizeof(*starts));

	walk_lines(text, starts);
	return (struct cnd_lines){ text,
		cnd_census_of(arena, text, longest_line(text, starts, count)),
		starts, count };
}

/* Index of the last line that starts at or before the offset. */
static size_t
line_index(const struct cnd_lines *lines, size_t offset)
{
	struct cnd_halving in = { .high = lines->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, lines->starts[in.middle] <= offset);
	return in.low == 0 ? 0 : in.low - 1;
}

struct cnd_position
cnd_lines_position(
	const struct cnd_lines *lines, size_t offset, enum cnd_unit unit)
{
	size_t index;

	if (offset > lines->text.len)
		offset = lines->text.len;
	index = line_index(lines, offset);
	return (struct cnd_position){ (uint32_t)index + 1,
		(uint32_t)cnd_census_units(
			&lines->census, lines->starts[index], offset, unit) +
			1 };
}

struct cnd_str
cnd_lines_line(const struct cnd_lines *lines, uint32_t line)
{
	size_t from;
	size_t to = lines->text.len;

	if (line == 0 || line > lines->count)
		return (struct cnd_str){ 0 };
	from = lines->starts[line - 1];
	if (line < lines->count)
		to = lines->starts[line];
	while (to > from &&
		(lines->text.data[to - 1] == '\n' ||
			lines->text.data[to - 1] == '\r'))
		to--;
	return cnd_str_slice(lines->text, from, to);
}

size_t
cnd_lines_offset(const struct cnd_lines *lines, struct cnd_position position,
	enum cnd_unit unit)
{
	struct cnd_str line = cnd_lines_line(lines, position.line);
	size_t wanted = position.column == 0 ? 0 : position.column - 1;
	size_t at = 0;

	if (position.line == 0)
		return 0;
	if (position.line > lines->count)
		return lines->text.len;
	if (unit == CND_UNIT_BYTE) {
		at = wanted < line.len ? wanted : line.len;
	} else {
		for (size_t passed = 0; at < line.len && passed < wanted;) {
			uint32_t code = cnd_utf8_next(line, &at);

			passed++;
			passed += unit == CND_UNIT_UTF16 && code > 0xffff;
		}
	}
	return lines->starts[position.line - 1] + at;
}
