/*
 * Contents lists.  Entries with dotted leaders tell themselves; others are
 * looked for below a heading "Contents", as long as short lines and page
 * numbers go on.
 */
#include "read/text_furniture.h"

enum {
	LONGEST_ENTRY = 100, /* bytes */
	NUMBER_REACH = 4, /* lines from an entry to its page number */
};

/* Blanks and dots before a number at the line's end; 0 for no number. */
static size_t
leader_length(struct cnd_str line, size_t *dots)
{
	size_t at = line.len;
	size_t end;

	*dots = 0;
	while (at > 0 && cnd_is_digit(line.data[at - 1]))
		at--;
	if (at == line.len || at == 0 || line.len - at > 4)
		return 0;
	end = at;
	while (at > 0) {
		if (line.data[at - 1] == '.') {
			*dots += 1;
		} else if (at >= 3 &&
			cnd_str_equal(cnd_str_slice(line, at - 3, at),
				CND_STR("\xe2\x80\xa6"))) {
			*dots += 3;
			at -= 2;
		} else if (!cnd_is_space(line.data[at - 1])) {
			break;
		}
		at--;
	}
	return end - at;
}

static bool
has_leader(struct cnd_str line)
{
	size_t dots;

	return leader_length(line, &dots) > 0 && dots >= 4;
}

/* "Findings     12": at least two blanks, or a tab, before the number. */
static bool
has_far_number(struct cnd_str line)
{
	size_t dots;

	return leader_length(line, &dots) >= 2;
}

bool
cnd_text_is_contents_heading(struct cnd_str line)
{
	static const char *const words[] = { "contents", "table of contents",
		"contents page", "contents:", "list of contents" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (cnd_str_equal_fold(line, cnd_str_of(words[i])))
			return true;
	}
	return false;
}

/* Too long for an entry, or a sentence (a question may be a heading). */
static bool
is_prose(struct cnd_str line)
{
	return line.len > LONGEST_ENTRY ||
		(cnd_text_is_closed(line) &&
			!cnd_str_ends_with(line, CND_STR("?")));
}

/* A short line, and a number alone soon after it. */
static bool
is_flat_entry(const struct cnd_text_lines *lines, size_t index)
{
	struct cnd_str line = cnd_text_line(lines, index);

	if (cnd_text_number_alone(line) != 0)
		return true;
	if (is_prose(line))
		return false;
	for (size_t k = 1; k <= NUMBER_REACH; k++) {
		struct cnd_str later = cnd_text_line(lines, index + k);

		if (cnd_text_number_alone(later) != 0)
			return true;
		if (is_prose(later))
			return false;
	}
	return false;
}

static bool
is_entry(const struct cnd_text_lines *lines, size_t index)
{
	struct cnd_str line = cnd_text_line(lines, index);

	return has_far_number(line) || is_flat_entry(lines, index) ||
		has_far_number(cnd_text_line(lines, index + 1));
}

/* Marks the entries below a heading; where they end. */
static size_t
mark_list(struct cnd_text_lines *lines, size_t index)
{
	bool has_number = false;

	while (index < lines->count && is_entry(lines, index)) {
		unsigned number =
			cnd_text_number_alone(cnd_text_line(lines, index));

		/* The page number of the contents page itself ends it. */
		if (number != 0 && has_number && index + 1 < lines->count &&
			lines->lines[index + 1].gap >= 2)
			break;
		has_number = has_number || number != 0;
		lines->lines[index++].flags |= CND_TEXT_CONTENTS;
	}
	return index;
}

/* An entry that runs over two lines has its leader on the second. */
static void
mark_leader(struct cnd_text_lines *lines, size_t index)
{
	struct cnd_text_line *line = &lines->lines[index];
	struct cnd_text_line *before = index > 0 ? line - 1 : line;

	line->flags |= CND_TEXT_CONTENTS;
	if (index > 1 && line->gap == 0 &&
		(before->flags & CND_TEXT_CONTENTS) == 0 &&
		(before[-1].flags & CND_TEXT_CONTENTS) != 0 &&
		!cnd_text_is_closed(cnd_text_line(lines, index - 1)))
		before->flags |= CND_TEXT_CONTENTS;
}

void
cnd_text_mark_contents(struct cnd_text_lines *lines)
{
	size_t i = 0;

	while (i < lines->count) {
		struct cnd_str line = cnd_text_line(lines, i);

		if (cnd_text_is_contents_heading(line)) {
			i = mark_list(lines, i + 1);
			continue;
		}
		if (has_leader(line))
			mark_leader(lines, i);
		i++;
	}
}
