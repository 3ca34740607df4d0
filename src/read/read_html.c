/*
 * HTML files through gumbo, which tells where in the file each text stood.
 * Gumbo is quadratic on deep nesting, so the depth of open tags is bounded
 * by a scan before it sees the file.
 */
#include "read/read.h"

#include "base/limits.h"
#include "base/oom.h"
#include "read/comment.h"
#include "read/entity.h"
#include "read/gather.h"

#include <gumbo.h>

enum { DEPTH_MAX = 512, STACK_MAX = 2 * DEPTH_MAX };

/* What the elements around a node say about its text. */
struct context {
	bool is_quoted;
	bool is_furniture;
	bool is_code;
	bool is_raised; /* a superscript */
	unsigned style; /* CND_STYLE_BOLD … */
	unsigned list_level;
	bool is_ordered;
	uint32_t table; /* CND_NONE outside of one */
};

struct html {
	struct cnd_str source;
	struct cnd_builder *builder;
	struct cnd_gather gather;
	bool ends_in_blank; /* or the block is empty */
	uint32_t rows[CND_LIMIT_NESTING]; /* of open tables, from 1 */
	uint32_t columns[CND_LIMIT_NESTING];
	unsigned table_depth;
	uint32_t ordinal; /* of the open ordered list */
	uint32_t images;
	char label[16];
};

/* A node whose children are being walked. */
struct level {
	const GumboNode *node;
	unsigned child;
	struct context context;
	uint32_t ordinal; /* of the list around this one */
};

/* What an element does to the block it stands in or opens. */
enum effect {
	INLINE,
	HIDE, /* its content is no text */
	BREAK, /* ends the block before and after it */
	HEADING,
	PARAGRAPH,
	ITEM,
	LIST,
	CELL,
	ROW,
	TABLE,
	CAPTION,
	CODE,
	QUOTE,
	FURNITURE,
	BOLD,
	RAISED,
	INLINE_CODE,
	LINE_BREAK,
	IMAGE
};

static const struct {
	GumboTag tag;
	enum effect effect;
} effects[] = {
	{ GUMBO_TAG_HEAD, HIDE },
	{ GUMBO_TAG_SCRIPT, HIDE },
	{ GUMBO_TAG_STYLE, HIDE },
	{ GUMBO_TAG_TEMPLATE, HIDE },
	{ GUMBO_TAG_SVG, HIDE },
	{ GUMBO_TAG_MATH, HIDE },
	{ GUMBO_TAG_TEXTAREA, HIDE },
	{ GUMBO_TAG_SELECT, HIDE },
	{ GUMBO_TAG_IFRAME, HIDE },
	{ GUMBO_TAG_H1, HEADING },
	{ GUMBO_TAG_H2, HEADING },
	{ GUMBO_TAG_H3, HEADING },
	{ GUMBO_TAG_H4, HEADING },
	{ GUMBO_TAG_H5, HEADING },
	{ GUMBO_TAG_H6, HEADING },
	{ GUMBO_TAG_P, PARAGRAPH },
	{ GUMBO_TAG_DT, PARAGRAPH },
	{ GUMBO_TAG_DD, PARAGRAPH },
	{ GUMBO_TAG_LI, ITEM },
	{ GUMBO_TAG_UL, LIST },
	{ GUMBO_TAG_OL, LIST },
	{ GUMBO_TAG_TD, CELL },
	{ GUMBO_TAG_TH, CELL },
	{ GUMBO_TAG_TR, ROW },
	{ GUMBO_TAG_TABLE, TABLE },
	{ GUMBO_TAG_CAPTION, CAPTION },
	{ GUMBO_TAG_FIGCAPTION, CAPTION },
	{ GUMBO_TAG_PRE, CODE },
	{ GUMBO_TAG_BLOCKQUOTE, QUOTE },
	{ GUMBO_TAG_NAV, FURNITURE },
	{ GUMBO_TAG_FOOTER, BREAK },
	{ GUMBO_TAG_HEADER, BREAK },
	{ GUMBO_TAG_DIV, BREAK },
	{ GUMBO_TAG_SECTION, BREAK },
	{ GUMBO_TAG_ARTICLE, BREAK },
	{ GUMBO_TAG_ASIDE, BREAK },
	{ GUMBO_TAG_MAIN, BREAK },
	{ GUMBO_TAG_BODY, BREAK },
	{ GUMBO_TAG_DL, BREAK },
	{ GUMBO_TAG_HR, BREAK },
	{ GUMBO_TAG_ADDRESS, BREAK },
	{ GUMBO_TAG_FIGURE, BREAK },
	{ GUMBO_TAG_DETAILS, BREAK },
	{ GUMBO_TAG_SUMMARY, BREAK },
	{ GUMBO_TAG_STRONG, BOLD },
	{ GUMBO_TAG_B, BOLD },
	{ GUMBO_TAG_SUP, RAISED },
	{ GUMBO_TAG_CODE, INLINE_CODE },
	{ GUMBO_TAG_TT, INLINE_CODE },
	{ GUMBO_TAG_KBD, INLINE_CODE },
	{ GUMBO_TAG_BR, LINE_BREAK },
	{ GUMBO_TAG_IMG, IMAGE },
};

static enum effect
effect_of(const GumboNode *node)
{
	if (node->type != GUMBO_NODE_ELEMENT)
		return INLINE;
	for (size_t i = 0; i < sizeof(effects) / sizeof(effects[0]); i++)
		if (effects[i].tag == node->v.element.tag)
			return effects[i].effect;
	return INLINE;
}

static bool
is_block(enum effect effect)
{
	return effect >= BREAK && effect <= FURNITURE;
}

static uint32_t
offset_of(const struct html *html, const char *data)
{
	return (uint32_t)(data - html->source.data);
}

/* ---- blocks ---- */

static void
end_block(struct html *html)
{
	cnd_gather_end(&html->gather);
	html->ends_in_blank = true;
}

static void
begin_block(struct html *html, enum cnd_block_kind kind,
	const struct context *context)
{
	struct cnd_block *model;

	end_block(html);
	if (context->is_furniture)
		kind = CND_BLOCK_FURNITURE;
	else if (context->is_code)
		kind = CND_BLOCK_CODE;
	cnd_gather_begin(&html->gather, kind);
	model = &html->gather.model;
	if (context->is_quoted)
		model->flags |= CND_BLOCK_QUOTED;
	if (kind == CND_BLOCK_PARAGRAPH)
		model->level = context->list_level;
}

static void
begin_cell(
	struct html *html, const GumboNode *node, const struct context *context)
{
	unsigned depth = html->table_depth;
	struct cnd_block *model;

	begin_block(html, CND_BLOCK_CELL, context);
	if (depth == 0 || depth > CND_LIMIT_NESTING ||
		context->table == CND_NONE)
		return;
	model = &html->gather.model;
	model->table = context->table;
	model->row = html->rows[depth - 1] == 0 ? 0 : html->rows[depth - 1] - 1;
	model->column = html->columns[depth - 1]++;
	if (node->v.element.tag == GUMBO_TAG_TH)
		model->flags |= CND_BLOCK_HEADER;
}

static void
begin_item(struct html *html, const struct context *context)
{
	begin_block(html, CND_BLOCK_ITEM, context);
	html->gather.model.level =
		context->list_level == 0 ? 1 : context->list_level;
	if (context->is_ordered) {
		struct cnd_buf digits = { 0 };
		size_t len;

		cnd_buf_printf(&digits, "%u", html->ordinal++);
		len = digits.len < sizeof(html->label) ? digits.len : 0;
		for (size_t i = 0; i < len; i++)
			html->label[i] = digits.data[i];
		cnd_buf_dispose(&digits);
		cnd_gather_label(&html->gather,
			(struct cnd_str){ html->label, len }, CND_NONE);
	}
}

/* ---- text ---- */

/* Text that stands in no block of its own is a paragraph. */
static void
need_block(struct html *html, const struct context *context)
{
	if (!html->gather.is_active)
		begin_block(html, CND_BLOCK_PARAGRAPH, context);
}

static void
put(struct html *html, struct cnd_str text, struct cnd_str raw,
	const struct context *context)
{
	if (cnd_is_space(raw.data[0]) && !context->is_code) {
		if (!html->ends_in_blank)
			cnd_gather_text(&html->gather, CND_STR(" "),
				offset_of(html, raw.data), (uint32_t)raw.len,
				context->style);
		html->ends_in_blank = true;
		return;
	}
	cnd_gather_text(&html->gather, text, offset_of(html, raw.data),
		(uint32_t)raw.len, context->style);
	html->ends_in_blank = false;
}

/* The raw bytes from `at` that stand for one thing: a run of blanks, an
 * entity, or letters. */
static struct cnd_str
next_run(struct cnd_str raw, size_t at)
{
	size_t to = at + 1;

	if (cnd_is_space(raw.data[at])) {
		while (to < raw.len && cnd_is_space(raw.data[to]))
			to++;
	} else if (raw.data[at] == '&') {
		while (to < raw.len && to - at < 40 && raw.data[to] != ';' &&
			(cnd_is_alpha(raw.data[to]) ||
				cnd_is_digit(raw.data[to]) ||
				raw.data[to] == '#'))
			to++;
		if (to < raw.len && raw.data[to] == ';')
			to++;
	} else {
		while (to < raw.len && !cnd_is_space(raw.data[to]) &&
			raw.data[to] != '&')
			to++;
	}
	return cnd_str_slice(raw, at, to);
}

/* The file's own bytes of a text node, run by run. */
static void
put_text(
	struct html *html, const GumboText *text, const struct context *context)
{
	struct cnd_str raw = { text->original_text.data,
		text->original_text.length };

	if (raw.len == 0 || raw.data < html->source.data ||
		raw.data + raw.len > html->source.data + html->source.len)
		return;
	if (context->is_raised && cnd_label_is_note_mark(cnd_str_trim(raw)))
		return;
	need_block(html, context);
	for (size_t at = 0; at < raw.len;) {
		struct cnd_str run = next_run(raw, at);
		char bytes[4];
		size_t len =
			run.data[0] == '&' ? cnd_entity_decode(run, bytes) : 0;

		if (len > 0)
			put(html, (struct cnd_str){ bytes, len }, run, context);
		else
			put(html, run, run, context);
		at += run.len;
	}
}

static void
put_comment(struct html *html, const GumboText *comment)
{
	struct cnd_str raw = { comment->original_text.data,
		comment->original_text.length };
	struct cnd_str inside;

	if (!cnd_comment_directive(raw, &inside))
		return;
	if (html->gather.is_active)
		cnd_gather_directive(
			&html->gather, inside, offset_of(html, raw.data));
	else
		cnd_builder_directive(
			html->builder, inside, offset_of(html, raw.data));
}

/* ---- elements ---- */

static void
begin_table(struct html *html, struct context *context)
{
	end_block(html);
	context->table = cnd_builder_table(html->builder, false);
	if (html->table_depth < CND_LIMIT_NESTING) {
		html->rows[html->table_depth] = 0;
		html->columns[html->table_depth] = 0;
	}
	html->table_depth++;
}

static void
begin_row(struct html *html)
{
	end_block(html);
	if (html->table_depth == 0 || html->table_depth > CND_LIMIT_NESTING)
		return;
	html->rows[html->table_depth - 1]++;
	html->columns[html->table_depth - 1] = 0;
}

static void
begin_list(struct html *html, const GumboNode *node, struct context *context)
{
	const GumboAttribute *start =
		gumbo_get_attribute(&node->v.element.attributes, "start");

	end_block(html);
	if (context->list_level < CND_LIMIT_NESTING)
		context->list_level++;
	context->is_ordered = node->v.element.tag == GUMBO_TAG_OL;
	html->ordinal = 1;
	if (start != NULL && cnd_is_digit(start->value[0])) {
		html->ordinal = 0;
		for (const char *c = start->value;
			cnd_is_digit(*c) && html->ordinal < 100000; c++)
			html->ordinal =
				html->ordinal * 10 + (uint32_t)(*c - '0');
	}
}

static bool
is_hidden(const GumboNode *node)
{
	const GumboVector *attributes = &node->v.element.attributes;
	const GumboAttribute *aria =
		gumbo_get_attribute(attributes, "aria-hidden");

	return gumbo_get_attribute(attributes, "hidden") != NULL ||
		(aria != NULL &&
			cnd_str_equal(
				cnd_str_of(aria->value), CND_STR("true")));
}

/* What an element does when it begins; false leaves its content out. */
static bool
begin_element(struct html *html, const GumboNode *node, struct context *context)
{
	enum effect effect = effect_of(node);

	if (effect == HIDE || is_hidden(node))
		return false;
	switch (effect) {
	case HEADING:
		begin_block(html, CND_BLOCK_HEADING, context);
		html->gather.model.level =
			(uint32_t)(node->v.element.tag - GUMBO_TAG_H1) + 1;
		break;
	case PARAGRAPH:
		/* The first paragraph of an item or cell is the item. */
		if (!html->gather.is_active || html->gather.len > 0 ||
			html->gather.model.kind == CND_BLOCK_PARAGRAPH)
			begin_block(html, CND_BLOCK_PARAGRAPH, context);
		break;
	case ITEM:
		begin_item(html, context);
		break;
	case CELL:
		begin_cell(html, node, context);
		break;
	case CAPTION:
		begin_block(html, CND_BLOCK_CAPTION, context);
		break;
	case CODE:
		context->is_code = true;
		begin_block(html, CND_BLOCK_CODE, context);
		break;
	case TABLE:
		begin_table(html, context);
		break;
	case ROW:
		begin_row(html);
		break;
	case LIST:
		begin_list(html, node, context);
		break;
	case QUOTE:
		end_block(html);
		context->is_quoted = true;
		break;
	case FURNITURE:
		end_block(html);
		context->is_furniture = true;
		break;
	case BREAK:
		if (html->gather.len > 0)
			end_block(html);
		break;
	case BOLD:
		context->style |= CND_STYLE_BOLD;
		break;
	case RAISED:
		context->is_raised = true;
		break;
	case INLINE_CODE:
		context->style |= CND_STYLE_CODE;
		break;
	case LINE_BREAK:
		need_block(html, context);
		cnd_gather_text(&html->gather, CND_STR("\n"),
			offset_of(html, node->v.element.original_tag.data),
			(uint32_t)node->v.element.original_tag.length,
			context->style);
		html->ends_in_blank = true;
		break;
	case IMAGE:
		html->images++;
		break;
	default:
		break;
	}
	return true;
}

static void
end_element(struct html *html, const struct level *level)
{
	enum effect effect = effect_of(level->node);

	if (is_block(effect) && (effect != BREAK || html->gather.len > 0))
		end_block(html);
	if (effect == TABLE && html->table_depth > 0)
		html->table_depth--;
	if (effect == LIST)
		html->ordinal = level->ordinal;
}

static const GumboVector *
children_of(const GumboNode *node)
{
	if (node->type == GUMBO_NODE_DOCUMENT)
		return &node->v.document.children;
	return &node->v.element.children;
}

/* Begins a node; true when its children are to be walked. */
static bool
begin_node(struct html *html, const GumboNode *node, struct context *context)
{
	switch (node->type) {
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_WHITESPACE:
		if (node->type == GUMBO_NODE_TEXT || html->gather.is_active)
			put_text(html, &node->v.text, context);
		return false;
	case GUMBO_NODE_COMMENT:
		put_comment(html, &node->v.text);
		return false;
	case GUMBO_NODE_ELEMENT:
		return begin_element(html, node, context);
	case GUMBO_NODE_DOCUMENT:
		return true;
	default:
		return false;
	}
}

/* The tree, with a stack as deep as gumbo's own limit lets it be. */
static void
walk(struct html *html, const GumboNode *root, struct level *stack)
{
	size_t depth = 0;

	stack[depth++] = (struct level){ .node = root,
		.context = { .table = CND_NONE } };
	while (depth > 0) {
		struct level *top = &stack[depth - 1];
		const GumboVector *children = children_of(top->node);
		struct context context = top->context;
		const GumboNode *child;
		uint32_t ordinal = html->ordinal;

		if (top->child == children->length) {
			end_element(html, top);
			depth--;
			continue;
		}
		child = children->data[top->child++];
		if (begin_node(html, child, &context) && depth < STACK_MAX)
			stack[depth++] = (struct level){ .node = child,
				.context = context,
				.ordinal = ordinal };
	}
	end_block(html);
}

/* Refuses tags nested so deep that gumbo would take minutes: an upper
 * bound, as void and unclosed elements count too when they pile up. */
static bool
check_depth(struct cnd_str source, struct cnd_error *err)
{
	static const char *const never_open[] = { "br", "hr", "img", "meta",
		"link", "input", "col", "p", "li", "td", "tr", "th", "dd", "dt",
		"!", "?", "option" };
	long depth = 0;

	for (size_t at = 0; at + 1 < source.len; at++) {
		size_t skip = cnd_str_find_byte(
			cnd_str_slice(source, at, source.len), '<');
		struct cnd_str rest;
		bool is_open = true;

		if (skip == CND_NOT_FOUND)
			break;
		at += skip;
		rest = cnd_str_slice(source, at + 1, at + 12);
		if (cnd_str_starts_with(rest, CND_STR("/"))) {
			depth -= depth > 0;
			continue;
		}
		if (rest.len == 0 || !cnd_is_alpha(rest.data[0]))
			continue;
		for (size_t i = 0;
			i < sizeof(never_open) / sizeof(never_open[0]); i++) {
			struct cnd_str name = cnd_str_of(never_open[i]);

			if (cnd_str_equal_fold(
				    cnd_str_slice(rest, 0, name.len), name) &&
				(rest.len == name.len ||
					!cnd_is_alpha(rest.data[name.len])))
				is_open = false;
		}
		depth += is_open;
		if (depth > DEPTH_MAX)
			return cnd_fail(err, CND_ERR_LIMIT,
				"HTML tags nest deeper than %d", DEPTH_MAX);
	}
	return true;
}

static struct cnd_document *
read_tree(struct cnd_str name, struct cnd_str source, GumboOutput *tree,
	struct cnd_error *err)
{
	struct html html = { .source = source, .ends_in_blank = true };
	struct cnd_arena *arena = cnd_arena_new();
	struct level *stack = cnd_arena_array(arena, STACK_MAX, sizeof(*stack));
	struct cnd_document *doc;

	html.builder = cnd_builder_new(name, "html", source, CND_PLACES_LINES);
	html.gather.builder = html.builder;
	walk(&html, tree->document, stack);
	if (html.images > 0)
		cnd_builder_not_read(html.builder,
			cnd_arena_printf(arena, "%u image%s", html.images,
				html.images == 1 ? "" : "s"),
			0);
	doc = cnd_builder_finish(html.builder, err);
	cnd_arena_free(arena);
	return doc;
}

/* gumbo does not look whether it got memory. */
static void *
take_memory(void *nothing, size_t size)
{
	(void)nothing;
	return cnd_xmalloc(size);
}

struct cnd_document *
cnd_read_html(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	GumboOptions options = kGumboDefaultOptions;
	GumboOutput *tree;
	struct cnd_document *doc;

	if (source.len > CND_LIMIT_HTML_BYTES) {
		cnd_fail(err, CND_ERR_LIMIT,
			"the HTML file is larger than %u MiB",
			CND_LIMIT_HTML_BYTES >> 20);
		return NULL;
	}
	if (!check_depth(source, err))
		return NULL;
	options.allocator = take_memory;
	options.max_errors = 0; /* gathering them is quadratic */
	tree = gumbo_parse_with_options(&options, source.data, source.len);
	if (tree == NULL) {
		cnd_fail(err, CND_ERR_INPUT, "the HTML cannot be parsed");
		return NULL;
	}
	doc = read_tree(name, source, tree, err);
	gumbo_destroy_output(&options, tree);
	return doc;
}

bool
cnd_probe_html(struct cnd_str source)
{
	struct cnd_str start = cnd_str_trim(cnd_str_slice(source, 0, 256));
	struct cnd_str doctype = CND_STR("<!doctype html");
	struct cnd_str html = CND_STR("<html");

	return cnd_str_equal_fold(
		       cnd_str_slice(start, 0, doctype.len), doctype) ||
		cnd_str_equal_fold(cnd_str_slice(start, 0, html.len), html);
}
