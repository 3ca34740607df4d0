/* The outline for people: a line a block, cut to the terminal's width. */
#include "format/outline.h"

#include "base/utf8.h"
#include "format/show.h"
#include "text/word.h"

#include <inttypes.h>
#include <stdio.h>

enum { DEFAULT_WIDTH = 80, FEWEST_COLUMNS = 20, HEADER_CELLS = 8 };

struct outline {
	const struct cnd_report *report;
	const struct cnd_document *doc;
	const struct cnd_format_options *options;
	struct cnd_arena *arena;
	struct cnd_buf *out;
	size_t width;
	size_t start; /* where the line begun stands in out */
};

static void
put_color(const struct outline *outline, const char *color)
{
	if (outline->options->has_color)
		cnd_buf_printf(outline->out, "\033[%sm", color);
}

/* As much of s as the line has room for; how many words when redacted. */
static void
put_words(const struct outline *outline, struct cnd_str s)
{
	struct cnd_str line = cnd_str_slice(
		cnd_buf_str(outline->out), outline->start, outline->out->len);
	size_t used = cnd_show_width(line);
	size_t room = used + FEWEST_COLUMNS < outline->width
		? outline->width - used
		: FEWEST_COLUMNS;
	size_t at = 0;

	if (outline->options->is_redacted) {
		cnd_show_number(cnd_word_count(s), "word", outline->out);
		return;
	}
	/* A code point may be two columns wide: cut early, never late. */
	s = cnd_show_cleaned(outline->arena,
		cnd_str_slice(s, 0, room * 4 < s.len ? room * 4 : s.len));
	if (cnd_show_width(s) <= room) {
		cnd_buf_put(outline->out, s);
		return;
	}
	while (at < s.len && room-- > 1)
		cnd_utf8_next(s, &at);
	cnd_buf_put(outline->out, cnd_str_slice(s, 0, at));
	cnd_buf_puts(outline->out, "\xe2\x80\xa6");
}

/* "  88  item 1     (a)  ": line, kind with level, label. */
static void
begin_line(struct outline *outline, uint32_t index, const char *kind)
{
	const struct cnd_block *block = &outline->doc->blocks[index];
	struct cnd_str label = cnd_show_cleaned(outline->arena, block->label);
	char level[16] = "";

	if (block->level > 0)
		snprintf(level, sizeof(level), " %" PRIu32, block->level);
	outline->start = outline->out->len;
	cnd_buf_printf(outline->out, "%6" PRIu32 "  %s%-*s",
		cnd_outline_line(outline->doc, index), kind,
		12 - (int)cnd_str_of(kind).len, level);
	if (label.len > 0)
		cnd_buf_printf(outline->out, "%.*s  ", CND_STR_ARG(label));
}

static void
put_flags(const struct outline *outline, const struct cnd_block *block)
{
	const char *flag;

	for (size_t i = 0; (flag = cnd_outline_flag(block, i)) != NULL; i++)
		cnd_buf_printf(outline->out, "(%s) ", flag);
}

static void
put_heading(struct outline *outline, uint32_t index)
{
	const struct cnd_block *block = &outline->doc->blocks[index];
	const struct cnd_section *section =
		&outline->doc->sections[block->section];

	begin_line(outline, index, "heading");
	put_flags(outline, block);
	if (section->role != CND_ROLE_NONE)
		cnd_buf_printf(outline->out,
			section->has_own_role ? "<%s> " : "(%s) ",
			cnd_role_name(section->role));
	put_color(outline, "1");
	put_words(outline, cnd_block_text(outline->doc, block));
	put_color(outline, "0");
	cnd_buf_putc(outline->out, '\n');
}

/* "table       5 rows, 3 columns: No. | Recommendation | Owner" */
static void
put_table(struct outline *outline, uint32_t index)
{
	const struct cnd_document *doc = outline->doc;
	uint32_t number = doc->blocks[index].table;
	const struct cnd_table *table = &doc->tables[number];
	struct cnd_buf header = { 0 };
	size_t cells = 0;

	begin_line(outline, index, "table");
	cnd_show_number(table->rows, "row", outline->out);
	cnd_buf_puts(outline->out, ", ");
	cnd_show_number(table->columns, "column", outline->out);
	for (uint32_t i = table->first_block; table->has_header &&
		i < table->end_block && cells < HEADER_CELLS;
		i++) {
		const struct cnd_block *cell = &doc->blocks[i];

		if (cell->table != number || cell->row > 0)
			continue;
		cnd_buf_puts(&header, cells++ > 0 ? " | " : "");
		cnd_buf_put(&header, cnd_block_text(doc, cell));
	}
	if (header.len > 0) {
		cnd_buf_puts(outline->out, ": ");
		put_words(outline, cnd_buf_str(&header));
	}
	cnd_buf_putc(outline->out, '\n');
	cnd_buf_dispose(&header);
}

static void
put_block(struct outline *outline, uint32_t index)
{
	const struct cnd_document *doc = outline->doc;
	const struct cnd_block *block = &doc->blocks[index];
	bool is_same_list =
		index > 0 && doc->blocks[index - 1].lead_in == block->lead_in;

	begin_line(outline, index, cnd_outline_kind(block));
	put_flags(outline, block);
	if (block->lead_in != CND_NONE && !is_same_list)
		cnd_buf_printf(outline->out, "(led in by %" PRIu32 ") ",
			cnd_outline_line(doc, block->lead_in));
	put_words(outline, cnd_block_text(doc, block));
	cnd_buf_putc(outline->out, '\n');
}

static void
put_blocks(struct outline *outline)
{
	const struct cnd_document *doc = outline->doc;

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind == CND_BLOCK_HEADING &&
			block->section < doc->section_count) {
			put_heading(outline, i);
		} else if (block->table < doc->table_count) {
			if (doc->tables[block->table].first_block == i)
				put_table(outline, i);
		} else {
			put_block(outline, i);
		}
	}
}

/* "    R3  line 88  owner named, action vague, …: the first words" */
static void
put_recommendation(struct outline *outline,
	const struct cnd_recommendation *recommendation)
{
	outline->start = outline->out->len;
	cnd_buf_printf(outline->out, "%6" PRIu32 "  R%-10" PRIu32 " ",
		cnd_outline_line(outline->doc, recommendation->block),
		recommendation->number);
	if (recommendation->label.len > 0) {
		cnd_show_clean(recommendation->label, outline->out);
		cnd_buf_puts(outline->out, "  ");
	}
	if (recommendation->span_count > 0)
		put_words(outline,
			cnd_document_text(
				outline->doc, recommendation->spans[0]));
	cnd_buf_putc(outline->out, '\n');
}

static void
put_review(struct outline *outline)
{
	const struct cnd_review *review = outline->report->review;

	if (review == NULL || review->recommendation_count == 0)
		return;
	cnd_buf_puts(outline->out, "\nrecommendations\n");
	for (size_t i = 0; i < review->recommendation_count; i++)
		put_recommendation(outline, &review->recommendations[i]);
}

static void
put_remarks(struct outline *outline)
{
	const struct cnd_document *doc = outline->doc;

	if (doc->not_read_count + doc->state_count > 0)
		cnd_buf_putc(outline->out, '\n');
	for (size_t i = 0; i < doc->not_read_count; i++) {
		cnd_buf_puts(outline->out, "not read: ");
		cnd_show_clean(doc->not_read[i].what, outline->out);
		cnd_buf_putc(outline->out, '\n');
	}
	for (size_t i = 0; i < doc->state_count; i++) {
		cnd_buf_puts(outline->out, "the file: ");
		cnd_show_clean(doc->states[i].message, outline->out);
		cnd_buf_putc(outline->out, '\n');
	}
}

/* "report.md (markdown): sar, 12 sections, 88 blocks, 2 tables" */
static void
put_title(struct outline *outline)
{
	const struct cnd_document *doc = outline->doc;
	const struct cnd_review *review = outline->report->review;

	put_color(outline, "1");
	cnd_show_clean(doc->name, outline->out);
	put_color(outline, "0");
	cnd_buf_printf(outline->out, " (%s): ", doc->format);
	if (review != NULL)
		cnd_buf_printf(outline->out, "%.*s%s, ",
			CND_STR_ARG(review->profile),
			review->is_profile_detected ? " (detected)" : "");
	cnd_show_number(doc->section_count, "section", outline->out);
	cnd_buf_puts(outline->out, ", ");
	cnd_show_number(doc->block_count, "block", outline->out);
	cnd_buf_puts(outline->out, ", ");
	cnd_show_number(doc->table_count, "table", outline->out);
	cnd_buf_putc(outline->out, '\n');
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_format_options *options = rendering->options;
	struct outline outline = {
		.report = report,
		.doc = report->doc,
		.options = options,
		.arena = cnd_arena_new(),
		.out = rendering->out,
		.width = options->width > 0 ? options->width : DEFAULT_WIDTH,
	};

	if (rendering->state != NULL)
		cnd_buf_putc(rendering->out, '\n');
	rendering->state = rendering; /* no longer the first */
	put_title(&outline);
	put_blocks(&outline);
	put_review(&outline);
	put_remarks(&outline);
	cnd_arena_free(outline.arena);
}

const struct cnd_format_steps cnd_format_outline_text = { .put = put_report };
