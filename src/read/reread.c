/*
 * Markdown read again after one place of it changed.  Reading begins at a
 * line before that place from which on nothing hangs on what precedes it,
 * and ends at such a line behind it, when the new reading comes there in the
 * same state; the rest is as it was.  What could reach further (definitions
 * of links, comments, front matter) is read as a whole.
 */
#include "read/read.h"

#include "base/halving.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/encoding.h"
#include "read/markdown.h"

#include <string.h>

/* Restarts behind the change that are tried: a few paragraphs. */
enum { STOPS = 4 };

/* What is read again: from restart `first` (or, without one, the start)
 * up to one of the stops. */
struct again {
	const struct cnd_document *old;
	bool has_first;
	size_t first;
	size_t stop; /* the first of them */
	size_t stop_count;
	uint32_t moved; /* what is behind the change, modulo 2^32 */
	size_t from; /* bytes of the file now */
	size_t end;
};

/* The number of the first restart at or behind a byte of the old file. */
static size_t
restart_from(const struct cnd_document *old, size_t source)
{
	struct cnd_halving in = { .high = old->restart_count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, old->restarts[in.middle].source < source);
	return in.low;
}

/* Whether the line at a byte ends before the change. */
static bool
is_line_before(struct cnd_str source, size_t line, size_t change)
{
	return line < change &&
		memchr(source.data + line, '\n', change - line) != NULL;
}

static struct again
plan(const struct cnd_document *old, const struct cnd_text_change *change,
	struct cnd_str source)
{
	struct again again = { .old = old, .end = source.len };
	size_t first = restart_from(old, change->from);

	while (first > 0 &&
		!is_line_before(
			source, old->restarts[first - 1].source, change->from))
		first--;
	again.has_first = first > 0;
	again.first = first - again.has_first;
	if (again.has_first)
		again.from = old->restarts[again.first].source;
	again.moved = (uint32_t)(change->to - change->old_to);
	again.stop = restart_from(old, change->old_to);
	again.stop_count = old->restart_count - again.stop;
	if (again.stop_count > STOPS) {
		again.stop_count = STOPS;
		again.end =
			old->restarts[again.stop + STOPS].source + again.moved;
	}
	return again;
}

/* Three dashes at the file's start may be front matter, or become it. */
static bool
may_open_front(const struct cnd_document *old, struct cnd_str source)
{
	struct cnd_str rest =
		cnd_str_slice(source, cnd_encoding_bom(source), source.len);

	return cnd_str_starts_with(rest, CND_STR("---")) &&
		(old->block_count == 0 ||
			old->blocks[0].kind != CND_BLOCK_FRONT);
}

static bool
can_read_again(const struct again *again, struct cnd_str source)
{
	struct cnd_str part = cnd_str_slice(source, again->from, again->end);
	struct cnd_error ignored = { 0 };

	return source.len <= CND_LIMIT_INPUT_BYTES &&
		cnd_encoding_check(source, &ignored) &&
		cnd_utf8_invalid(part) == CND_NOT_FOUND &&
		!cnd_markdown_is_tied(part) &&
		!may_open_front(again->old, source);
}

/* Goes on as before from the restart that the parser stopped at. */
static void
go_on(struct cnd_markdown *md, const struct cnd_document *old)
{
	uint32_t images = old->restarts[old->restart_count].images;

	md->restart.images = (uint32_t)md->image_count;
	cnd_builder_go_on(md->builder, old,
		(size_t)(md->stopped - old->restarts), md->restart);
	md->image_count += images - md->stopped->images;
}

static struct cnd_document *
read_again(const struct again *again, struct cnd_str source)
{
	const struct cnd_document *old = again->old;
	struct cnd_error ignored = { 0 };
	struct cnd_markdown md = {
		.stops = &old->restarts[again->stop],
		.stop_count = again->stop_count,
		.moved = again->moved,
	};
	size_t from = again->from;

	md.builder = cnd_builder_new(
		old->name, old->format, source, CND_PLACES_LINES);
	md.gather.builder = md.builder;
	md.source = again->end < source.len
		? source
		: cnd_markdown_ended(cnd_builder_arena(md.builder), source);
	if (again->has_first) {
		cnd_builder_resume(md.builder, old, again->first);
		md.image_count = old->restarts[again->first].images;
	} else {
		from = cnd_markdown_front(&md, cnd_encoding_bom(source));
	}
	cnd_markdown_parse(&md, cnd_str_slice(md.source, from, again->end));
	if (md.stopped != NULL && md.restart.blocks > 0 &&
		!cnd_builder_is_full(md.builder))
		go_on(&md, old);
	else if (md.stopped != NULL || again->end < source.len ||
		cnd_builder_is_full(md.builder)) {
		cnd_builder_free(md.builder);
		return NULL;
	}
	return cnd_markdown_finish(&md, &ignored);
}

bool
cnd_reread_can(const struct cnd_document *doc)
{
	return doc->restart_count > 0 && doc->state_count == 0 &&
		!cnd_markdown_is_tied(doc->source);
}

struct cnd_document *
cnd_reread(const struct cnd_document *old, const struct cnd_text_change *change,
	struct cnd_str source)
{
	struct again again;

	if (old->restart_count == 0)
		return NULL;
	again = plan(old, change, source);
	return can_read_again(&again, source) ? read_again(&again, source)
					      : NULL;
}
