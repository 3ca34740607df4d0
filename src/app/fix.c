/* Safe edits made in a text file's own bytes. */
#include "app/fix.h"

bool
cnd_fix_is_safe(const struct cnd_finding *finding)
{
	return finding->is_safe && finding->edit_count == 1;
}

/* The same bytes, but for a line's end where the text has a blank. */
static bool
is_same(struct cnd_str text, struct cnd_str source)
{
	if (text.len != source.len)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] != source.data[i] &&
			!(text.data[i] == ' ' && source.data[i] == '\n'))
			return false;
	return true;
}

/* In `code`, as far as its line tells: what is typed there is meant. */
static bool
is_in_code(struct cnd_str source, size_t at)
{
	enum { FARTHEST = 2000 };
	bool is_code = false;

	for (size_t i = at;
		i > 0 && at - i < FARTHEST && source.data[i - 1] != '\n'; i--)
		is_code ^= source.data[i - 1] == '`';
	return is_code;
}

static bool
change_of(const struct cnd_document *doc, const struct cnd_edit *edit,
	struct cnd_change *change)
{
	struct cnd_source_span source;

	if (!cnd_document_source(doc, edit->span, &source) || source.part != 0)
		return false;
	*change = (struct cnd_change){ source.from, source.to, edit->text };
	if (is_in_code(doc->source, source.from))
		return false;
	return is_same(cnd_document_text(doc, edit->span),
		cnd_str_slice(doc->source, source.from, source.to));
}

struct cnd_changes
cnd_fix_changes(const struct cnd_report *report, struct cnd_arena *arena)
{
	struct cnd_change *made = cnd_arena_array(
		arena, report->finding_count + 1, sizeof(*made));
	size_t count = 0;
	size_t end = 0;

	if (report->doc->places != CND_PLACES_LINES)
		return (struct cnd_changes){ 0 };
	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];
		struct cnd_change change;

		if (!cnd_fix_is_safe(finding) ||
			!change_of(report->doc, &finding->edits[0], &change) ||
			change.from < end)
			continue;
		made[count++] = change;
		end = change.to;
	}
	return (struct cnd_changes){ made, count };
}

void
cnd_fix_apply(const struct cnd_changes *changes, struct cnd_str bytes,
	struct cnd_buf *out)
{
	size_t at = 0;

	for (size_t i = 0; i < changes->count; i++) {
		const struct cnd_change *change = &changes->items[i];

		cnd_buf_put(out, cnd_str_slice(bytes, at, change->from));
		cnd_buf_put(out, change->text);
		at = change->to;
	}
	cnd_buf_put(out, cnd_str_slice(bytes, at, bytes.len));
}

enum { CONTEXT = 3 };

/* Lines of the old text that change, and what stands in their place. */
struct region {
	size_t from; /* bytes */
	size_t to;
	size_t line; /* from 0 */
	size_t lines;
	struct cnd_buf made;
};

/* Walks over the old text's lines. */
struct walk {
	const struct cnd_changes *changes;
	struct cnd_str bytes;
	size_t next; /* change */
	size_t at; /* a line's first byte */
	size_t line;
	long shift; /* lines that the new text has more, so far */
};

static size_t
line_end(struct cnd_str bytes, size_t at)
{
	struct cnd_str rest = cnd_str_slice(bytes, at, bytes.len);
	size_t newline = cnd_str_find_byte(rest, '\n');

	return newline == CND_NOT_FOUND ? bytes.len : at + newline + 1;
}

static size_t
count_lines(struct cnd_str text)
{
	size_t lines = 0;

	for (size_t at = 0; at < text.len; lines++)
		at = line_end(text, at);
	return lines;
}

static void
put_lines(struct cnd_str text, char mark, struct cnd_buf *out)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = line_end(text, at);

		cnd_buf_putc(out, mark);
		cnd_buf_put(out, cnd_str_slice(text, at, end));
		if (text.data[end - 1] != '\n')
			cnd_buf_puts(out, "\n\\ No newline at end of file\n");
		at = end;
	}
}

/* Goes to the line that holds a byte. */
static void
go_to(struct walk *walk, size_t byte)
{
	for (;;) {
		size_t end = line_end(walk->bytes, walk->at);

		if (byte < end || end >= walk->bytes.len)
			return;
		walk->at = end;
		walk->line++;
	}
}

/* The next lines that change, with all changes that begin in them. */
static void
next_region(struct walk *walk, struct region *region)
{
	const struct cnd_change *change = &walk->changes->items[walk->next];
	size_t at;

	go_to(walk, change->from);
	cnd_buf_clear(&region->made);
	region->from = at = walk->at;
	region->line = walk->line;
	region->to = line_end(walk->bytes, walk->at);
	/* Lines next to each other are one region. */
	while (walk->next < walk->changes->count &&
		walk->changes->items[walk->next].from <
			line_end(walk->bytes, region->to)) {
		change = &walk->changes->items[walk->next++];
		cnd_buf_put(&region->made,
			cnd_str_slice(walk->bytes, at, change->from));
		cnd_buf_put(&region->made, change->text);
		at = change->to;
		/* A line whose end is gone goes on in the next one. */
		while (region->to <= at && region->to < walk->bytes.len)
			region->to = line_end(walk->bytes, region->to);
	}
	cnd_buf_put(&region->made, cnd_str_slice(walk->bytes, at, region->to));
	region->lines = count_lines(
		cnd_str_slice(walk->bytes, region->from, region->to));
}

/* The first byte of the line up to `count` lines before one. */
static size_t
lines_before(struct cnd_str bytes, size_t at, size_t *count)
{
	size_t gone = 0;

	while (gone < *count && at > 0) {
		at--;
		while (at > 0 && bytes.data[at - 1] != '\n')
			at--;
		gone++;
	}
	*count = gone;
	return at;
}

static size_t
lines_after(struct cnd_str bytes, size_t at, size_t *count)
{
	size_t gone = 0;

	while (gone < *count && at < bytes.len) {
		at = line_end(bytes, at);
		gone++;
	}
	*count = gone;
	return at;
}

/* Whether the next change stands within the context of the last. */
static bool
is_near(const struct walk *walk, const struct region *last)
{
	size_t count = (size_t)CONTEXT * 2;

	return walk->next < walk->changes->count &&
		walk->changes->items[walk->next].from <
		lines_after(walk->bytes, last->to, &count);
}

static void
put_region(struct walk *walk, const struct region *region, struct cnd_buf *out)
{
	struct cnd_str made = cnd_buf_str(&region->made);

	put_lines(
		cnd_str_slice(walk->bytes, region->from, region->to), '-', out);
	put_lines(made, '+', out);
	walk->shift += (long)count_lines(made) - (long)region->lines;
}

/* Changes that stand near each other, with the lines around them. */
static void
put_hunk(struct walk *walk, struct region *region, struct cnd_buf *out)
{
	struct cnd_buf body = { 0 };
	size_t before = CONTEXT;
	size_t after = CONTEXT;
	long shift = walk->shift;
	size_t from;
	size_t first;
	size_t end;

	next_region(walk, region);
	from = lines_before(walk->bytes, region->from, &before);
	first = region->line - before;
	put_lines(cnd_str_slice(walk->bytes, from, region->from), ' ', &body);
	put_region(walk, region, &body);
	while (is_near(walk, region)) {
		size_t behind = region->to;

		next_region(walk, region);
		put_lines(cnd_str_slice(walk->bytes, behind, region->from), ' ',
			&body);
		put_region(walk, region, &body);
	}
	end = lines_after(walk->bytes, region->to, &after);
	put_lines(cnd_str_slice(walk->bytes, region->to, end), ' ', &body);
	end = region->line + region->lines + after - first;
	cnd_buf_printf(out, "@@ -%zu,%zu +%ld,%ld @@\n", first + 1, end,
		(long)first + 1 + shift, (long)end + walk->shift - shift);
	cnd_buf_put(out, cnd_buf_str(&body));
	cnd_buf_dispose(&body);
}

void
cnd_fix_diff(const struct cnd_changes *changes, struct cnd_str bytes,
	struct cnd_str name, struct cnd_buf *out)
{
	struct walk walk = { .changes = changes, .bytes = bytes };
	struct region region = { 0 };

	if (changes->count == 0)
		return;
	cnd_buf_printf(out, "--- a/%.*s\n+++ b/%.*s\n", CND_STR_ARG(name),
		CND_STR_ARG(name));
	while (walk.next < changes->count)
		put_hunk(&walk, &region, out);
	cnd_buf_dispose(&region.made);
}
