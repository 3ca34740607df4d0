/*
 * The tree of a tagged PDF as pdfinfo prints it: a line for each element,
 * attribute or piece of text, indented by two blanks a level.  Text is in
 * quotes that are not escaped, so a line that begins with one is text to
 * its last quote.
 */
#include "read/pdf_parts.h"

#include "base/limits.h"
#include "read/assembly.h"
#include "read/label.h"

enum { DEPTH = 128, COLUMNS = 64, LABEL_BYTES = 16 };

/* What an element does with the text inside of it. */
enum role {
	ROLE_NONE, /* groups, or is part of a line */
	ROLE_HEADING,
	ROLE_PARAGRAPH,
	ROLE_ITEM, /* LI: holds Lbl and LBody */
	ROLE_LABEL,
	ROLE_BODY,
	ROLE_TABLE,
	ROLE_ROW,
	ROLE_CELL,
	ROLE_CAPTION,
	ROLE_NOTE,
	ROLE_CODE,
	ROLE_QUOTE,
	ROLE_CONTENTS,
	ROLE_FIGURE
};

static const struct {
	const char *name;
	enum role role;
	unsigned level;
} roles[] = {
	{ "P", ROLE_PARAGRAPH, 0 },
	{ "H", ROLE_HEADING, 2 },
	{ "H1", ROLE_HEADING, 1 },
	{ "H2", ROLE_HEADING, 2 },
	{ "H3", ROLE_HEADING, 3 },
	{ "H4", ROLE_HEADING, 4 },
	{ "H5", ROLE_HEADING, 5 },
	{ "H6", ROLE_HEADING, 6 },
	{ "Title", ROLE_HEADING, 1 },
	{ "LI", ROLE_ITEM, 0 },
	{ "Lbl", ROLE_LABEL, 0 },
	{ "LBody", ROLE_BODY, 0 },
	{ "Table", ROLE_TABLE, 0 },
	{ "TR", ROLE_ROW, 0 },
	{ "TH", ROLE_CELL, 1 },
	{ "TD", ROLE_CELL, 0 },
	{ "Caption", ROLE_CAPTION, 0 },
	{ "Note", ROLE_NOTE, 0 },
	{ "FENote", ROLE_NOTE, 0 },
	{ "Code", ROLE_CODE, 0 },
	{ "BlockQuote", ROLE_QUOTE, 0 },
	{ "TOC", ROLE_CONTENTS, 0 },
	{ "TOCI", ROLE_CONTENTS, 0 },
	{ "Figure", ROLE_FIGURE, 0 },
};

struct element {
	unsigned indent;
	enum role role;
	unsigned level; /* of a heading; 1 for a cell that heads a column */
	bool is_open; /* its paragraph is */
	bool has_text; /* of a cell: it is not empty */
	uint32_t table;
	uint32_t row;
	uint32_t column;
	uint32_t span; /* ColSpan of a cell */
	uint32_t depth_rows; /* RowSpan of a cell */
	uint32_t taken[COLUMNS]; /* rows from above that still fill it */
	struct cnd_str label; /* of an item, not used yet */
};

struct tree {
	struct cnd_arena *arena;
	struct cnd_builder *builder;
	struct cnd_assembly *assembly;
	struct element *stack;
	unsigned depth;
	uint32_t images;
};

static struct element *
innermost(struct tree *tree, enum role role)
{
	for (unsigned i = tree->depth; i > 0; i--)
		if (tree->stack[i - 1].role == role)
			return &tree->stack[i - 1];
	return NULL;
}

/* The element whose paragraph text now goes to. */
static struct element *
block_element(struct tree *tree)
{
	for (unsigned i = tree->depth; i > 0; i--)
		if (tree->stack[i - 1].role != ROLE_NONE)
			return &tree->stack[i - 1];
	return NULL;
}

static void
put_in_cell(struct tree *tree, struct cnd_paragraph *paragraph)
{
	struct element *cell = innermost(tree, ROLE_CELL);
	struct element *table = innermost(tree, ROLE_TABLE);

	if (cell == NULL || table == NULL || paragraph->host != NULL)
		return;
	paragraph->block.kind = CND_BLOCK_CELL;
	paragraph->block.table = table->table;
	paragraph->block.row = table->row == 0 ? 0 : table->row - 1;
	paragraph->block.column = cell->column;
	if (cell->level == 1 || paragraph->block.row == 0)
		paragraph->block.flags |= CND_BLOCK_HEADER;
	cell->has_text = true;
}

static enum cnd_block_kind
kind_of(struct tree *tree, const struct element *element)
{
	if (innermost(tree, ROLE_NOTE) != NULL)
		return CND_BLOCK_NOTE;
	if (innermost(tree, ROLE_CONTENTS) != NULL)
		return CND_BLOCK_FURNITURE;
	if (element->role == ROLE_HEADING)
		return CND_BLOCK_HEADING;
	if (element->role == ROLE_CAPTION)
		return CND_BLOCK_CAPTION;
	if (element->role == ROLE_CODE)
		return CND_BLOCK_CODE;
	return CND_BLOCK_PARAGRAPH;
}

/* How many lists an element stands in. */
static uint32_t
list_depth(const struct tree *tree)
{
	uint32_t depth = 0;

	for (unsigned i = 0; i < tree->depth; i++)
		depth += tree->stack[i].role == ROLE_ITEM;
	return depth;
}

/* A piece of text that is a list's bullet and no word. */
static bool
is_bullet(struct cnd_str text)
{
	static const char *const bullets[] = { "\xe2\x80\xa2", "\xe2\x80\x93",
		"\xe2\x96\xaa", "\xef\x82\xb7", "\xe2\x97\x8f", "-", "*" };

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (cnd_str_equal(text, cnd_str_of(bullets[i])))
			return true;
	return false;
}

static void
give_label(struct tree *tree, struct cnd_paragraph *paragraph,
	struct cnd_str label)
{
	paragraph->label = is_bullet(label) ? cnd_label_bullet() : label;
	if (paragraph->block.kind == CND_BLOCK_PARAGRAPH &&
		list_depth(tree) > 0 && !cnd_label_is_paragraph_number(label)) {
		paragraph->block.kind = CND_BLOCK_ITEM;
		paragraph->block.level = list_depth(tree);
	}
}

static struct cnd_paragraph *
open_paragraph(struct tree *tree, struct element *element)
{
	struct cnd_paragraph *paragraph = cnd_assembly_open(tree->assembly, 0);
	struct element *item = innermost(tree, ROLE_ITEM);

	element->is_open = true;
	paragraph->block.kind = kind_of(tree, element);
	if (paragraph->block.kind == CND_BLOCK_HEADING)
		paragraph->block.level = element->level;
	if (innermost(tree, ROLE_QUOTE) != NULL)
		paragraph->block.flags |= CND_BLOCK_QUOTED;
	if (item != NULL && item->label.len > 0) {
		give_label(tree, paragraph, item->label);
		item->label = (struct cnd_str){ 0 };
	}
	put_in_cell(tree, paragraph);
	return paragraph;
}

/* ---- text ---- */

bool
cnd_pdf_is_label(struct cnd_str text)
{
	bool has_mark = false;

	if (text.len == 0 || text.len > LABEL_BYTES)
		return false;
	if (is_bullet(text))
		return true;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		bool is_mark = c == '.' || c == ')' || c == '(';

		has_mark = has_mark || is_mark;
		if (!is_mark && !cnd_is_digit(c) &&
			!(cnd_is_alpha(c) && text.len < 6))
			return false;
	}
	return has_mark;
}

static bool
ends_in_letter(struct cnd_str text)
{
	return text.len > 0 && cnd_is_alpha(text.data[text.len - 1]);
}

/* The number of a footnote in the text, or before the footnote's own. */
static bool
is_note_mark(struct cnd_str piece, const struct cnd_paragraph *paragraph)
{
	struct cnd_str before = cnd_buf_str(&paragraph->text);

	return piece.len <= 4 && cnd_label_is_note_mark(piece) &&
		(paragraph->block.kind == CND_BLOCK_NOTE ? before.len == 0
							 : before.len > 0 &&
					before.data[before.len - 1] != ' ');
}

static void
put_piece(struct tree *tree, struct cnd_paragraph *paragraph,
	struct cnd_str piece)
{
	struct cnd_str trimmed = cnd_str_trim(piece);
	struct cnd_str before = cnd_buf_str(&paragraph->text);

	if (before.len == 0 && paragraph->label.len == 0 &&
		paragraph->block.kind != CND_BLOCK_CELL &&
		cnd_pdf_is_label(trimmed)) {
		give_label(
			tree, paragraph, cnd_arena_copy(tree->arena, trimmed));
		return;
	}
	if (is_note_mark(trimmed, paragraph))
		return;
	/* A hyphen that stands by itself was put in at the line's end. */
	if (cnd_str_equal(piece, CND_STR("-")) && ends_in_letter(before))
		return;
	if (before.len == 0)
		while (piece.len > 0 && cnd_is_space(piece.data[0]))
			piece = cnd_str_slice(piece, 1, piece.len);
	cnd_paragraph_text(tree->assembly, piece, CND_NONE, CND_NONE);
}

static void
put_text(struct tree *tree, struct cnd_str piece)
{
	struct element *element = block_element(tree);
	struct element *item = innermost(tree, ROLE_ITEM);

	if (element == NULL || element->role == ROLE_TABLE ||
		element->role == ROLE_ROW)
		return;
	if (element->role == ROLE_LABEL) {
		if (item != NULL)
			item->label = cnd_arena_copy(
				tree->arena, cnd_str_trim(piece));
		return;
	}
	put_piece(tree,
		element->is_open ? cnd_assembly_current(tree->assembly)
				 : open_paragraph(tree, element),
		piece);
}

/* ---- elements ---- */

static void
close_paragraph(struct tree *tree)
{
	struct cnd_paragraph *paragraph = cnd_assembly_current(tree->assembly);

	cnd_paragraph_trim(paragraph, 0);
	cnd_assembly_close(tree->assembly);
}

/* The row that a cell stands in moves on, past cells from above. */
static void
end_cell(struct tree *tree, struct element *cell)
{
	struct element *table = innermost(tree, ROLE_TABLE);

	if (table == NULL)
		return;
	if (!cell->has_text && cnd_assembly_current(tree->assembly) == NULL) {
		put_in_cell(tree, cnd_assembly_open(tree->assembly, 0));
		cnd_assembly_close(tree->assembly);
	}
	for (uint32_t i = 0; i < cell->span && cell->column + i < COLUMNS; i++)
		table->taken[cell->column + i] = cell->depth_rows;
	table->column = cell->column + cell->span;
}

static void
pop(struct tree *tree)
{
	struct element *element = &tree->stack[tree->depth - 1];

	if (element->is_open)
		close_paragraph(tree);
	if (element->role == ROLE_CELL)
		end_cell(tree, element);
	tree->depth--;
}

static void
start_row(struct element *table)
{
	if (table == NULL)
		return;
	table->row++;
	table->column = 0;
	for (size_t i = 0; i < COLUMNS; i++)
		table->taken[i] -= table->taken[i] > 0;
}

static void
start_cell(struct element *cell, const struct element *table)
{
	cell->span = 1;
	cell->depth_rows = 1;
	if (table == NULL)
		return;
	cell->column = table->column;
	while (cell->column < COLUMNS && table->taken[cell->column] > 0)
		cell->column++;
}

static void
push(struct tree *tree, unsigned indent, struct cnd_str name)
{
	struct element *element;

	if (tree->depth == DEPTH)
		return;
	element = &tree->stack[tree->depth];
	*element = (struct element){ .indent = indent };
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		if (!cnd_str_equal(cnd_str_of(roles[i].name), name))
			continue;
		element->role = roles[i].role;
		element->level = roles[i].level;
	}
	if (element->role == ROLE_TABLE)
		element->table = cnd_builder_table(tree->builder, false);
	else if (element->role == ROLE_ROW)
		start_row(innermost(tree, ROLE_TABLE));
	else if (element->role == ROLE_CELL)
		start_cell(element, innermost(tree, ROLE_TABLE));
	else if (element->role == ROLE_FIGURE)
		tree->images++;
	tree->depth++;
}

static void
take_attribute(struct tree *tree, struct cnd_str line)
{
	struct element *cell =
		tree->depth > 0 ? &tree->stack[tree->depth - 1] : NULL;
	struct cnd_str name = cnd_str_split(&line, ' ');
	uint32_t value = cnd_str_number(cnd_str_trim(line), 1);

	if (cell == NULL || cell->role != ROLE_CELL || value == 0 ||
		value > COLUMNS)
		return;
	if (cnd_str_equal(name, CND_STR("/ColSpan")))
		cell->span = value;
	else if (cnd_str_equal(name, CND_STR("/RowSpan")))
		cell->depth_rows = value;
}

static unsigned
indent_of(struct cnd_str line)
{
	unsigned indent = 0;

	while (indent < line.len && line.data[indent] == ' ')
		indent++;
	return indent;
}

/* The words between the quotes of a line of text. */
static struct cnd_str
words_of(struct cnd_str line)
{
	size_t end = line.len;

	while (end > 1 && line.data[end - 1] != '"')
		end--;
	return cnd_str_slice(line, 1, end > 1 ? end - 1 : line.len);
}

static void
take_line(struct tree *tree, struct cnd_str line)
{
	unsigned indent = indent_of(line);
	struct cnd_str rest = cnd_str_slice(line, indent, line.len);
	size_t name = 0;

	if (rest.len == 0)
		return;
	if (rest.data[0] == '/') {
		take_attribute(tree, rest);
		return;
	}
	while (tree->depth > 0 && tree->stack[tree->depth - 1].indent >= indent)
		pop(tree);
	if (rest.data[0] == '"') {
		put_text(tree, words_of(rest));
		return;
	}
	while (name < rest.len &&
		(cnd_is_alpha(rest.data[name]) ||
			cnd_is_digit(rest.data[name])))
		name++;
	push(tree, indent, cnd_str_slice(rest, 0, name));
}

void
cnd_pdf_read_tree(struct cnd_arena *arena, struct cnd_str text,
	struct cnd_builder *builder)
{
	struct tree tree = { .arena = arena, .builder = builder };

	tree.assembly = cnd_assembly_new(arena, builder);
	tree.stack = cnd_arena_array(arena, DEPTH, sizeof(*tree.stack));
	while (text.len > 0 && !cnd_builder_is_full(builder))
		take_line(&tree, cnd_str_split(&text, '\n'));
	while (tree.depth > 0)
		pop(&tree);
	if (tree.images > 0)
		cnd_builder_not_read(builder,
			cnd_arena_printf(arena, "%u image%s",
				(unsigned)tree.images,
				tree.images == 1 ? "" : "s"),
			0);
}

size_t
cnd_pdf_tree_letters(struct cnd_str tree)
{
	size_t letters = 0;

	while (tree.len > 0) {
		struct cnd_str line = cnd_str_trim(cnd_str_split(&tree, '\n'));

		if (line.len == 0 || line.data[0] != '"')
			continue;
		line = words_of(line);
		for (size_t i = 0; i < line.len; i++)
			letters += cnd_is_alpha(line.data[i]);
	}
	return letters;
}
