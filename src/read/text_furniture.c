/*
 * Page numbers and running heads.  A page ends where a form feed stands or
 * a line can only be a page number; lines within reach of two such places
 * that say the same, numbers aside, are running heads or feet.
 */
#include "read/text_furniture.h"

#include "base/halving.h"
#include "base/hash.h"
#include "read/label.h"

#include <stdlib.h>
#include <string.h>

enum {
	REACH = 3, /* lines of a running head */
	SHORTEST_HEAD = 4, /* bytes */
	FRONT_LINES = 5, /* a title is no running head */
};

size_t
cnd_text_digits(struct cnd_str line, size_t at, unsigned *value)
{
	size_t count = 0;

	*value = 0;
	while (at + count < line.len && count < 5 &&
		cnd_is_digit(line.data[at + count])) {
		*value = *value * 10 + (unsigned)(line.data[at + count] - '0');
		count++;
	}
	return count < 5 ? count : 0;
}

unsigned
cnd_text_number_alone(struct cnd_str line)
{
	unsigned value;
	size_t count = cnd_text_digits(line, 0, &value);

	return count > 0 && count == line.len ? value : 0;
}

/* Signs that stand around a page number: "- 3 -", "[3]", "3 |". */
static struct cnd_str
strip_signs(struct cnd_str line)
{
	for (;;) {
		line = cnd_str_trim(line);
		if (line.len > 0 && strchr("-|[", line.data[0]) != NULL)
			line = cnd_str_slice(line, 1, line.len);
		else if (line.len > 0 &&
			strchr("-|]", line.data[line.len - 1]) != NULL)
			line = cnd_str_slice(line, 0, line.len - 1);
		else if (cnd_str_starts_with(line, CND_STR("\xe2\x80\x93")))
			line = cnd_str_slice(line, 3, line.len);
		else if (cnd_str_ends_with(line, CND_STR("\xe2\x80\x93")))
			line = cnd_str_slice(line, 0, line.len - 3);
		else
			return line;
	}
}

/* Cuts a word off the front, in any case. */
static bool
skip_word(struct cnd_str *line, const char *word)
{
	struct cnd_str wanted = cnd_str_of(word);

	if (!cnd_str_equal_fold(cnd_str_slice(*line, 0, wanted.len), wanted))
		return false;
	*line = cnd_str_trim(cnd_str_slice(*line, wanted.len, line->len));
	return true;
}

static bool
skip_number(struct cnd_str *line)
{
	unsigned value;
	size_t count = cnd_text_digits(*line, 0, &value);

	*line = cnd_str_trim(cnd_str_slice(*line, count, line->len));
	return count > 0;
}

/* "Page 3", "Page 3 of 8", "3 of 8", "- 3 -", "3 | Page", "P a g e | 3". */
static bool
is_page_number(struct cnd_str line)
{
	struct cnd_str rest;
	bool has_word;
	bool has_signs;

	if (line.len == 0 || line.len > 32)
		return false;
	rest = strip_signs(line);
	has_signs = rest.len != line.len;
	has_word = skip_word(&rest, "page") || skip_word(&rest, "p a g e") ||
		skip_word(&rest, "pg");
	rest = strip_signs(rest);
	if (!skip_number(&rest))
		return false;
	rest = strip_signs(rest);
	if (skip_word(&rest, "of") || skip_word(&rest, "/"))
		return skip_number(&rest) && rest.len == 0;
	has_word = skip_word(&rest, "page") || skip_word(&rest, "p a g e") ||
		has_word;
	return rest.len == 0 && (has_word || has_signs);
}

bool
cnd_text_is_page_end(const struct cnd_text_lines *lines, size_t index)
{
	const struct cnd_text_line *next = &lines->lines[index + 1];

	return index + 1 >= lines->count || next->gap >= 2 ||
		(next->flags & CND_TEXT_FEED) != 0;
}

/* A bare number is a page's when it ends or begins one. */
static bool
is_bare_page_number(const struct cnd_text_lines *lines, size_t index)
{
	const struct cnd_text_line *line = &lines->lines[index];

	if (cnd_text_number_alone(cnd_text_line(lines, index)) == 0)
		return false;
	return cnd_text_is_page_end(lines, index) ||
		(line->flags & CND_TEXT_FEED) != 0;
}

/* Of the line's words, numbers as one sign, blanks as one. */
static uint64_t
hash_of(struct cnd_str line)
{
	uint64_t hash = CND_HASH64;
	char last = ' ';

	for (size_t i = 0; i < line.len; i++) {
		char c = cnd_to_lower(line.data[i]);

		if (cnd_is_digit(c))
			c = '#';
		else if (cnd_is_space(c))
			c = ' ';
		if ((c == '#' || c == ' ') && c == last)
			continue;
		last = c;
		hash = cnd_hash64(hash, (unsigned char)c);
	}
	return hash;
}

struct heads {
	struct cnd_buf store; /* uint64_t: hashes, sorted */
	const uint64_t *hashes;
	size_t count;
	size_t pages;
};

static int
compare_hashes(const void *a, const void *b)
{
	uint64_t left = *(const uint64_t *)a;
	uint64_t right = *(const uint64_t *)b;

	return left < right ? -1 : left > right;
}

/* How often the line was seen at page ends. */
static size_t
times_seen(const struct heads *heads, struct cnd_str line)
{
	uint64_t hash = hash_of(line);
	struct cnd_halving in = { .high = heads->count };
	size_t times = 0;

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, heads->hashes[in.middle] < hash);
	while (in.low + times < heads->count && times <= heads->pages + 2 &&
		heads->hashes[in.low + times] == hash)
		times++;
	return times;
}

/* The next line goes on with this one in lower case. */
static bool
runs_on(const struct cnd_text_lines *lines, size_t index)
{
	return index + 1 < lines->count && lines->lines[index + 1].gap == 0 &&
		cnd_text_begins_lower(cnd_text_line(lines, index + 1));
}

/*
 * The line was seen at two page ends or more; one that could be a line of
 * text (it closes a sentence, goes on with one, or has a number) at most
 * of them.
 */
static bool
is_head(const struct heads *heads, const struct cnd_text_lines *lines,
	size_t index)
{
	struct cnd_str line = cnd_text_line(lines, index);
	struct cnd_label label;
	size_t times;

	if (line.len < SHORTEST_HEAD)
		return false;
	times = times_seen(heads, line);
	if (times < 2)
		return false;
	if (!cnd_text_is_closed(line) && !cnd_text_begins_lower(line) &&
		!cnd_label_find(line, &label) && !runs_on(lines, index))
		return true;
	return times > 2 && times * 2 > heads->pages;
}

static void
add_head(struct heads *heads, const struct cnd_text_lines *lines, size_t index)
{
	uint64_t hash;

	if (index >= lines->count ||
		(lines->lines[index].flags &
			(CND_TEXT_FURNITURE | CND_TEXT_CONTENTS |
				CND_TEXT_NOTE)) != 0 ||
		lines->lines[index].to - lines->lines[index].from <
			SHORTEST_HEAD)
		return;
	hash = hash_of(cnd_text_line(lines, index));
	cnd_buf_put(&heads->store,
		(struct cnd_str){ (const char *)&hash, sizeof(hash) });
}

/* A page ends here: at its number, or before a form feed. */
static bool
is_boundary(const struct cnd_text_lines *lines, size_t index)
{
	return (lines->lines[index].flags &
		       (CND_TEXT_FURNITURE | CND_TEXT_FEED)) != 0;
}

/*
 * Collects what stands within reach of a page's end, each line once: the
 * reaches of two ends may overlap.
 */
static void
collect_heads(struct heads *heads, const struct cnd_text_lines *lines)
{
	size_t free = 0;

	for (size_t i = 0; i < lines->count; i++) {
		size_t at = i > REACH ? i - REACH : 0;

		if (!is_boundary(lines, i))
			continue;
		heads->pages += i == 0 || !is_boundary(lines, i - 1);
		for (at = at > free ? at : free; at <= i + REACH; at++)
			add_head(heads, lines, at);
		free = at;
	}
	heads->count = heads->store.len / sizeof(uint64_t);
	if (heads->count > 0)
		qsort(heads->store.data, heads->count, sizeof(uint64_t),
			compare_hashes);
	heads->hashes = (const uint64_t *)(const void *)heads->store.data;
}

static bool
is_furniture(const struct cnd_text_lines *lines, size_t index)
{
	return (lines->lines[index].flags & CND_TEXT_FURNITURE) != 0;
}

/* A running foot below footnotes is none of them. */
static void
mark(struct cnd_text_line *line)
{
	line->flags |= CND_TEXT_FURNITURE;
	line->flags &= (uint8_t) ~(unsigned)CND_TEXT_NOTE;
}

/* Marks running heads outwards from a page's end, as long as they last. */
static void
mark_heads_at(
	struct cnd_text_lines *lines, const struct heads *heads, size_t index)
{
	size_t at = index;

	while (at > 0 && index - at < REACH &&
		(is_furniture(lines, at - 1) || is_head(heads, lines, at - 1)))
		mark(&lines->lines[--at]);
	at = index;
	while (at < lines->count && at - index < REACH &&
		(is_furniture(lines, at) || is_head(heads, lines, at)))
		mark(&lines->lines[at++]);
}

/* Marks a running head whose page has no number: blank lines set it off. */
static void
mark_lone_head(
	struct cnd_text_lines *lines, const struct heads *heads, size_t index)
{
	bool is_apart = lines->lines[index].gap >= 1 &&
		(index + 1 >= lines->count || lines->lines[index + 1].gap >= 1);

	if (index >= FRONT_LINES && is_apart && is_head(heads, lines, index))
		mark(&lines->lines[index]);
}

void
cnd_text_mark_page_numbers(struct cnd_text_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		if ((lines->lines[i].flags & CND_TEXT_CONTENTS) == 0 &&
			(is_page_number(cnd_text_line(lines, i)) ||
				is_bare_page_number(lines, i)))
			lines->lines[i].flags |= CND_TEXT_FURNITURE;
	}
}

void
cnd_text_mark_heads(struct cnd_text_lines *lines)
{
	struct heads heads = { { 0 }, NULL, 0, 0 };

	collect_heads(&heads, lines);
	for (size_t i = 0; i < lines->count && heads.count > 0; i++) {
		if (is_boundary(lines, i))
			mark_heads_at(lines, &heads, i);
		else
			mark_lone_head(lines, &heads, i);
	}
	cnd_buf_dispose(&heads.store);
}
