/*
 * A small report for tests of rules, without a reader: a line each is a
 * block; "# x" opens a heading, "- x" an item, "> x" a quoted paragraph,
 * "| x" a cell, "    x" code, "! x" page furniture, the rest paragraphs.
 */
#ifndef CND_TEST_REPORT_H
#define CND_TEST_REPORT_H

#include "doc/builder.h"

static size_t
run_of(struct cnd_str line, char c)
{
	size_t count = 0;

	while (count < line.len && line.data[count] == c)
		count++;
	return count;
}

static struct cnd_block *
open_line(struct cnd_builder *builder, struct cnd_str *line)
{
	static const struct {
		char mark;
		enum cnd_block_kind kind;
	} marks[] = {
		{ '#', CND_BLOCK_HEADING },
		{ '-', CND_BLOCK_ITEM },
		{ '>', CND_BLOCK_PARAGRAPH },
		{ '|', CND_BLOCK_CELL },
		{ ' ', CND_BLOCK_CODE },
		{ '!', CND_BLOCK_FURNITURE },
	};
	struct cnd_block *block;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t count = run_of(*line, marks[i].mark);

		if (count == 0)
			continue;
		block = cnd_builder_open(builder, marks[i].kind);
		block->level = block->kind == CND_BLOCK_HEADING ||
				block->kind == CND_BLOCK_ITEM
			? (uint32_t)count
			: 0;
		if (marks[i].mark == '>')
			block->flags |= CND_BLOCK_QUOTED;
		if (block->kind == CND_BLOCK_CELL)
			block->table = cnd_builder_table(builder, false);
		*line = cnd_str_slice(*line, count, line->len);
		if (run_of(*line, ' ') > 0)
			*line = cnd_str_slice(*line, 1, line->len);
		return block;
	}
	return cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
}

/* The caller frees it; source must stay. */
static inline struct cnd_document *
build_report(const char *source)
{
	struct cnd_str rest = cnd_str_of(source);
	struct cnd_error err = { 0 };
	struct cnd_builder *builder =
		cnd_builder_new(CND_STR("t"), "test", rest, CND_PLACES_LINES);

	while (rest.len > 0) {
		struct cnd_str line = cnd_str_split(&rest, '\n');

		open_line(builder, &line);
		cnd_builder_text(builder, line, (uint32_t)(line.data - source),
			(uint32_t)line.len, 0);
		cnd_builder_close(builder);
	}
	return cnd_builder_finish(builder, &err);
}

#endif
