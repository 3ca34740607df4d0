/*
 * Tables in plain text.  A table's columns are column positions, counted
 * in code points from the line's start; a cell is what stands between two
 * of them, and a row's later lines go on with its cells.
 */
#include "read/text_table.h"

#include "base/utf8.h"
#include "read/text_columns.h"
#include "read/text_marker.h"

enum {
	MOST_HEADER_LINES = 6, /* titles break in narrow columns */
	MOST_ROW_LINES = 2000, /* of a table whose rows blank lines part */
	FEWEST_ALIGNED = 3, /* lines that prove columns without a rule */
	FEWEST_ROWS = 2, /* of them with text in two columns */
	LONGEST_TITLE = 32, /* bytes of a column's title */
	LONGEST_LINE = 400, /* bytes; no table is wider */
};

struct table {
	const struct cnd_text_lines *lines;
	const struct cnd_hyphens *hyphens;
	size_t starts[CND_TEXT_COLUMNS]; /* column positions */
	size_t columns;
	size_t first; /* first line of the header, or of the rows */
	size_t body; /* first line of the rows */
	size_t end;
	bool has_titles; /* its first row names the columns */
	bool is_parted; /* blank lines part the rows */
	bool needs_close; /* only a second rule proves it a table */
};

/* Byte offset of a column position in a line; its length when shorter. */
static size_t
offset_of(struct cnd_str line, size_t column)
{
	size_t at = 0;

	while (column-- > 0 && at < line.len)
		cnd_utf8_next(line, &at);
	return at;
}

static bool
is_plain(const struct cnd_text_lines *lines, size_t index)
{
	const struct cnd_text_line *line = &lines->lines[index];

	return index < lines->count && line->to - line->from < LONGEST_LINE &&
		(line->flags &
			(CND_TEXT_FURNITURE | CND_TEXT_NOTE |
				CND_TEXT_QUOTED)) == 0;
}

/* "-----  ----": the groups' places; how many groups, 0 for no rule. */
static size_t
read_rule(const struct cnd_text_lines *lines, size_t index, size_t *starts)
{
	struct cnd_str line;
	size_t count = 0;

	if (index >= lines->count || !is_plain(lines, index) ||
		!cnd_text_is_rule(cnd_text_line(lines, index)))
		return 0;
	line = cnd_text_whole_line(lines, index);
	for (size_t at = 0; at < line.len; at++) {
		if (line.data[at] == ' ' ||
			(at > 0 && line.data[at - 1] != ' '))
			continue;
		if (count == CND_TEXT_COLUMNS)
			return 0;
		starts[count++] = at;
	}
	return count;
}

static struct cnd_str
cell_of(const struct table *table, size_t line, size_t column)
{
	struct cnd_str text = cnd_text_whole_line(table->lines, line);
	size_t from = column == 0 ? 0 : offset_of(text, table->starts[column]);
	size_t to = column + 1 == table->columns
		? text.len
		: offset_of(text, table->starts[column + 1]);

	return cnd_str_trim(cnd_str_slice(text, from, to));
}

/* No word of the line runs across the beginning of a column. */
static bool
fits(const struct table *table, size_t line)
{
	struct cnd_str text = cnd_text_whole_line(table->lines, line);

	for (size_t i = 1; i < table->columns; i++) {
		size_t at = offset_of(text, table->starts[i]);

		if (at > 0 && at < text.len && text.data[at - 1] != ' ')
			return false;
	}
	return true;
}

/* It has text in its first column and in another. */
static bool
is_row(const struct table *table, size_t line)
{
	if (cell_of(table, line, 0).len == 0)
		return false;
	for (size_t i = 1; i < table->columns; i++) {
		if (cell_of(table, line, i).len > 0)
			return true;
	}
	return false;
}

static bool
begins_row(const struct table *table, size_t line)
{
	if (line == table->body)
		return true;
	if (table->is_parted)
		return table->lines->lines[line].gap > 0;
	return is_row(table, line);
}

/* One cell, from all the lines of its row. */
static void
add_cell(const struct table *table, struct cnd_builder *builder, size_t line,
	size_t end, size_t column)
{
	const char *source = table->lines->source.data;
	struct cnd_str text = cell_of(table, line, column);

	while (line < end) {
		struct cnd_str next = { NULL, 0 };
		bool is_joined;

		while (++line < end && next.len == 0)
			next = cell_of(table, line, column);
		line -= next.len > 0;
		is_joined = next.len > 0 && cnd_hyphen_ends(text);
		if (is_joined && cnd_hyphen_is_soft(table->hyphens, text, next))
			text.len--;
		cnd_builder_text(builder, text, (uint32_t)(text.data - source),
			(uint32_t)text.len, 0);
		if (text.len > 0 && next.len > 0 && !is_joined)
			cnd_builder_text(builder, CND_STR(" "), CND_NONE, 0, 0);
		text = next;
	}
}

static void
add_row(const struct table *table, struct cnd_builder *builder,
	const struct cnd_block *model, size_t line, size_t end)
{
	for (size_t i = 0; i < table->columns; i++) {
		struct cnd_block *cell =
			cnd_builder_open(builder, CND_BLOCK_CELL);

		cell->flags = model->flags;
		cell->table = model->table;
		cell->row = model->row;
		cell->column = (uint32_t)i;
		add_cell(table, builder, line, end, i);
		cnd_builder_close(builder);
	}
}

static void
add_table(const struct table *table, struct cnd_builder *builder)
{
	bool has_header = table->body > table->first;
	struct cnd_block model = { .flags = CND_BLOCK_HEADER };
	size_t line = table->body;

	model.table =
		cnd_builder_table(builder, has_header || table->has_titles);
	if (has_header) {
		size_t end = table->first;

		while (!cnd_text_is_rule(cnd_text_line(table->lines, end)))
			end++;
		add_row(table, builder, &model, table->first, end);
		model.row = 1;
	}
	model.flags = 0;
	while (line < table->end) {
		size_t end = line + 1;

		while (end < table->end && !begins_row(table, end))
			end++;
		if (table->has_titles && line == table->first)
			model.flags = CND_BLOCK_HEADER;
		add_row(table, builder, &model, line, end);
		model.flags = 0;
		model.row++;
		line = end;
	}
}

/* The rows below a rule; returns the line behind the table, 0 for none. */
static size_t
find_end(struct table *table)
{
	size_t unused[CND_TEXT_COLUMNS];
	size_t line = table->body;

	while (is_plain(table->lines, line)) {
		if (read_rule(table->lines, line, unused) > 0) {
			table->end = line;
			return line == table->body ? 0 : line + 1;
		}
		if (line > table->body && !table->is_parted &&
			table->lines->lines[line].gap > 0)
			break;
		if (!fits(table, line) || line - table->body > MOST_ROW_LINES)
			return 0;
		line++;
	}
	table->end = line;
	return table->needs_close || line == table->body ? 0 : line;
}

/* A table with a rule below its header. */
static size_t
ruled_table(struct table *table, struct cnd_builder *builder)
{
	const struct cnd_text_lines *lines = table->lines;
	size_t unused[CND_TEXT_COLUMNS];
	size_t rule = table->first;
	size_t end;

	table->is_parted = read_rule(lines, rule, unused) == 1;
	if (table->is_parted)
		table->first = ++rule;
	while (rule - table->first < MOST_HEADER_LINES &&
		is_plain(lines, rule) && read_rule(lines, rule, unused) == 0 &&
		(rule == table->first || lines->lines[rule].gap == 0))
		rule++;
	if (!is_plain(lines, rule) || lines->lines[rule].gap > 0)
		return 0;
	table->columns = read_rule(lines, rule, table->starts);
	if (table->columns < 2)
		return 0;
	for (size_t i = table->first; i < rule; i++) {
		if (!fits(table, i))
			return 0;
	}
	table->body = rule + 1;
	table->needs_close = table->is_parted || table->first == rule;
	if (table->first == rule)
		table->first = table->body;
	end = find_end(table);
	if (end != 0)
		add_table(table, builder);
	return end;
}

/* Lines below a table's first that stand in its columns; a blank line
 * parts rows, but what stands at its left edge alone is text again. */
static size_t
aligned_end(const struct table *table)
{
	const struct cnd_text_lines *lines = table->lines;
	size_t line = table->first + 1;

	while (is_plain(lines, line) && fits(table, line)) {
		const struct cnd_text_line *next = &lines->lines[line];

		if (next->gap > 1 ||
			(next->gap == 1 && !is_row(table, line) &&
				next->indent < table->starts[1]))
			break;
		line++;
	}
	return line;
}

/* Titles of columns: each cell has a few words and neither stop nor
 * digit. */
static bool
has_titles(const struct table *table)
{
	if (table->columns < 3)
		return false;
	for (size_t i = 0; i < table->columns; i++) {
		struct cnd_str cell = cell_of(table, table->first, i);

		if (cell.len == 0 || cell.len > LONGEST_TITLE)
			return false;
		for (size_t k = 0; k < cell.len; k++) {
			if (cnd_is_digit(cell.data[k]))
				return false;
		}
	}
	return true;
}

/* "7.    Action plan" above a table is its heading. */
static bool
is_numbered_line(const struct table *table)
{
	struct cnd_str first = cnd_text_line(table->lines, table->first);
	size_t cells = 0;

	for (size_t i = 0; i < table->columns; i++)
		cells += cell_of(table, table->first, i).len > 0;
	return cells <= 2 && cnd_marker_of(first).kind != CND_MARKER_NONE;
}

/* Lines that have text at the same places; no rule. */
static size_t
aligned_table(struct table *table, struct cnd_builder *builder)
{
	const struct cnd_text_lines *lines = table->lines;
	size_t line = table->first;
	size_t rows = 0;

	if (!is_plain(lines, line))
		return 0;
	table->columns = cnd_text_columns(lines, line, table->starts);
	if (table->columns < 2 || !is_row(table, line) ||
		is_numbered_line(table))
		return 0;
	table->body = line;
	table->end = aligned_end(table);
	for (; line < table->end; line++)
		rows += is_row(table, line);
	if (rows < FEWEST_ROWS || table->end - table->first < FEWEST_ALIGNED)
		return 0;
	table->has_titles = has_titles(table);
	add_table(table, builder);
	return table->end;
}

size_t
cnd_text_table(const struct cnd_text_lines *lines,
	const struct cnd_hyphens *hyphens, size_t index,
	struct cnd_builder *builder)
{
	const struct table fresh = {
		.lines = lines, .hyphens = hyphens, .first = index
	};
	struct table table = fresh;
	size_t end = ruled_table(&table, builder);

	if (end == 0) {
		table = fresh;
		end = aligned_table(&table, builder);
	}
	return end == 0 ? index : end;
}
