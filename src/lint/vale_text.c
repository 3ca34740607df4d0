/*
 * Vale's view of a document.  Invariant: behind a unit's prefix its bytes
 * are, one for one, those of the document.
 */
#include "lint/vale_text.h"

#include <string.h>

/* A number before a paragraph, with its markup: "**4.12.1**  ". */
enum { PREFIX_BYTES = 48 };

static bool
is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Blanks that stand for the end of a line become one. */
static void
put_breaks(const struct cnd_document *doc, char *text)
{
	for (size_t i = 0; i < doc->segment_count; i++) {
		const struct cnd_segment *segment = &doc->segments[i];
		struct cnd_str from = cnd_str_slice(doc->source,
			segment->source, segment->source + segment->source_len);

		if (segment->text_len == segment->source_len) {
			for (size_t j = 0; j < from.len; j++)
				if (text[segment->text + j] == ' ' &&
					is_break(from.data[j]))
					text[segment->text + j] = '\n';
		} else if (segment->text_len == 1 &&
			text[segment->text] == ' ' &&
			cnd_str_find_byte(from, '\n') != CND_NOT_FOUND) {
			text[segment->text] = '\n';
		}
	}
}

static void
put_stars(char *text, size_t from, size_t to)
{
	for (; from < to; from++)
		if (!cnd_is_space(text[from]))
			text[from] = '*';
}

/* The bytes of "https", "http" or "ftp" before the colon; 0 for none. */
static size_t
scheme_before(struct cnd_str text, size_t colon)
{
	static const struct cnd_str schemes[] = { CND_STR_INIT("https"),
		CND_STR_INIT("http"), CND_STR_INIT("ftp") };
	struct cnd_str before = cnd_str_slice(text, 0, colon);

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (cnd_str_ends_with(before, schemes[i]))
			return schemes[i].len;
	return 0;
}

static size_t
address_end(struct cnd_str text, size_t at)
{
	size_t end = at;

	while (end < text.len && !cnd_is_space(text.data[end]) &&
		text.data[end] != '<' && text.data[end] != '"')
		end++;
	while (end > at && strchr(".,:;!?)'*_", text.data[end - 1]) != NULL)
		end--;
	return end;
}

/* Addresses that GitHub's Markdown makes links of: nobody's prose. */
static void
mask_addresses(char *text, size_t len)
{
	struct cnd_str all = { text, len };
	size_t at = 0;

	for (;;) {
		size_t colon = cnd_str_find(
			cnd_str_slice(all, at, len), CND_STR("://"));
		size_t scheme;

		if (colon == CND_NOT_FOUND)
			return;
		colon += at;
		scheme = scheme_before(all, colon);
		at = colon + 3;
		if (scheme == 0)
			continue;
		at = address_end(all, at);
		put_stars(text, colon - scheme, at);
	}
}

/* Takes what a pattern matches, or its first group, out of the text. */
static void
mask_matches(const struct cnd_document *doc, const struct cnd_regex *regex,
	char *text)
{
	struct cnd_str source = doc->source;
	struct cnd_match match = { 0 };
	size_t at = 0;

	while (at < source.len &&
		cnd_regex_find(regex, source, at, &match) == CND_REGEX_MATCH) {
		size_t group = match.count > 1 && match.from[1] != CND_NOT_FOUND
			? 1
			: 0;

		put_stars(text,
			cnd_document_text_offset(
				doc, (uint32_t)match.from[group]),
			cnd_document_text_offset(
				doc, (uint32_t)match.to[group]));
		at = match.to[0] > at ? match.to[0] : at + 1;
		while (at < source.len &&
			((unsigned char)source.data[at] & 0xc0) == 0x80)
			at++;
	}
}

/* The document's text, masked; at its own offsets. */
static struct cnd_str
masked_text(const struct cnd_document *doc,
	const struct cnd_vale_settings *settings, struct cnd_arena *arena)
{
	char *text = cnd_arena_alloc(arena, doc->text.len + 1);
	bool has_lines = doc->places == CND_PLACES_LINES;

	memcpy(text, doc->text.data, doc->text.len);
	if (has_lines)
		put_breaks(doc, text);
	for (size_t i = 0; i < doc->code_count && !settings->reads_code; i++)
		put_stars(text, doc->code[i].from, doc->code[i].to);
	for (size_t i = 0; i < doc->strong_count && settings->ignores_strong;
		i++)
		put_stars(text, doc->strong[i].from, doc->strong[i].to);
	for (size_t i = 0; i < settings->ignore_count && has_lines; i++)
		mask_matches(doc, settings->ignores[i].regex, text);
	mask_addresses(text, doc->text.len);
	return (struct cnd_str){ text, doc->text.len };
}

void
cnd_vale_units_add(struct cnd_vale_units *units, struct cnd_arena *arena,
	struct cnd_span span, struct cnd_vale_place place,
	struct cnd_origin origin)
{
	units->spans = cnd_arena_grow(arena, units->spans, units->count,
		&units->capacities[0], sizeof(units->spans[0]));
	units->places = cnd_arena_grow(arena, units->places, units->count,
		&units->capacities[1], sizeof(units->places[0]));
	units->origins = cnd_arena_grow(arena, units->origins, units->count,
		&units->capacities[2], sizeof(units->origins[0]));
	units->spans[units->count] = span;
	units->places[units->count] = place;
	units->origins[units->count++] = origin;
}

/* A view being made. */
struct viewer {
	const struct cnd_document *doc;
	const struct cnd_vale_settings *settings;
	struct cnd_arena *arena;
	struct cnd_str masked;
	struct cnd_buf text;
	struct cnd_vale_view view;
};

/* Display mathematics, "$$ … $$", is no prose. */
static bool
is_formula(struct cnd_str text)
{
	text = cnd_str_trim(text);
	return text.len > 4 && cnd_str_starts_with(text, CND_STR("$$")) &&
		cnd_str_ends_with(text, CND_STR("$$"));
}

static bool
is_skipped(const struct viewer *viewer, struct cnd_span span,
	struct cnd_vale_place place)
{
	const struct cnd_vale_scope *skipped = viewer->settings->skipped;

	if (skipped != NULL && cnd_vale_scope_holds(skipped, place))
		return true;
	return (place.parts & CND_VALE_MD) != 0 &&
		is_formula(cnd_document_text(viewer->doc, span));
}

/* Adds the document's bytes of a span, raw or not, behind a prefix. */
static void
add_unit(struct viewer *viewer, struct cnd_span span, struct cnd_str prefix,
	struct cnd_vale_place place, struct cnd_origin origin)
{
	const struct cnd_document *doc = viewer->doc;
	uint32_t from = (uint32_t)viewer->text.len;

	if (is_skipped(viewer, span, place))
		return;
	cnd_buf_put(&viewer->text, prefix);
	cnd_buf_put(&viewer->text,
		span.from > doc->text.len
			? cnd_document_text(doc, span)
			: cnd_str_slice(viewer->masked, span.from, span.to));
	origin.from = span.from;
	origin.prefix = (uint32_t)prefix.len;
	cnd_vale_units_add(&viewer->view.blocks, viewer->arena,
		(struct cnd_span){ from, (uint32_t)viewer->text.len }, place,
		origin);
	cnd_buf_putc(&viewer->text, '\n');
}

static unsigned
format_part(const struct cnd_document *doc)
{
	static const struct {
		const char *format;
		unsigned part;
	} formats[] = {
		{ "markdown", CND_VALE_MD },
		{ "html", CND_VALE_HTML },
		{ "text", CND_VALE_TXT },
		{ "docx", CND_VALE_DOCX },
		{ "odt", CND_VALE_ODT },
	};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(doc->format, formats[i].format) == 0)
			return formats[i].part;
	return 0;
}

static unsigned
kind_parts(const struct cnd_block *block)
{
	switch (block->kind) {
	case CND_BLOCK_HEADING:
		return CND_VALE_HEADING |
			(unsigned)CND_VALE_H1
			<< (block->level >= 1 && block->level <= 6
					   ? block->level - 1
					   : 5);
	case CND_BLOCK_ITEM:
	case CND_BLOCK_NOTE:
	case CND_BLOCK_FURNITURE:
		return CND_VALE_LIST;
	case CND_BLOCK_CELL:
		return CND_VALE_TABLE |
			((block->flags & CND_BLOCK_HEADER) != 0
					? (unsigned)CND_VALE_HEADER
					: (unsigned)CND_VALE_CELL);
	default:
		return 0;
	}
}

/*
 * A block's selector.  Vale knows only of the first block in a quotation
 * that it is one, takes a plain text file for paragraphs, and no caption
 * of Markdown for one.
 */
static unsigned
parts_of(const struct cnd_document *doc, size_t index)
{
	const struct cnd_block *block = &doc->blocks[index];
	unsigned format = format_part(doc);
	bool is_quoted = (block->flags & CND_BLOCK_QUOTED) != 0;
	bool goes_on = index > 0 &&
		(doc->blocks[index - 1].flags & CND_BLOCK_QUOTED) != 0;
	unsigned parts = kind_parts(block);

	if (format == CND_VALE_TXT)
		parts = 0;
	else if (is_quoted && !goes_on)
		parts = CND_VALE_BLOCKQUOTE;
	else if (block->kind == CND_BLOCK_CAPTION && format != CND_VALE_MD)
		parts = CND_VALE_CAPTION |
			(block->table == CND_NONE ? (unsigned)CND_VALE_FIGURE
						  : (unsigned)CND_VALE_TABLE);
	return parts | CND_VALE_TEXT | format;
}

/* Whether the visible number is a list's own, and no text to Vale. */
static bool
is_marker(const struct cnd_block *block)
{
	struct cnd_str label = block->label;

	if (block->kind == CND_BLOCK_NOTE)
		return true;
	if (block->kind != CND_BLOCK_ITEM)
		return false;
	for (size_t i = 0; i < label.len; i++)
		if (!cnd_is_digit(label.data[i]) &&
			(label.data[i] != ')' || i == 0))
			return false;
	return true;
}

/*
 * The number before a block, which is no part of its text here and is one
 * in Vale, with the blank behind it; markup falls away.
 */
static struct cnd_str
prefix_of(const struct cnd_document *doc, const struct cnd_block *block,
	struct cnd_arena *arena)
{
	struct cnd_source_span source;
	struct cnd_str written;
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	if (doc->places != CND_PLACES_LINES || block->label.len == 0 ||
		block->label_source == CND_NONE || is_marker(block) ||
		!cnd_document_source(doc, block->span, &source) ||
		source.from < block->label_source)
		return (struct cnd_str){ 0 };
	written = cnd_str_slice(doc->source, block->label_source, source.from);
	for (size_t i = 0; i < written.len && i < PREFIX_BYTES; i++)
		if (strchr("*_|", written.data[i]) == NULL)
			cnd_buf_putc(&out, written.data[i]);
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static void
add_block(struct viewer *viewer, size_t index)
{
	const struct cnd_document *doc = viewer->doc;
	const struct cnd_block *block = &doc->blocks[index];
	struct cnd_vale_place place = { .parts = parts_of(doc, index) };
	struct cnd_str prefix = prefix_of(doc, block, viewer->arena);
	struct cnd_origin origin = { 0 };

	if (prefix.len > 0)
		origin.prefix_from = cnd_document_raw(doc,
			(struct cnd_span){
				block->label_source, block->label_source })
					     .from;
	add_unit(viewer, block->span, prefix, place, origin);
}

/*
 * Four blanks before a block that is in no list make it code in Markdown:
 * for Vale, where the reader here takes it for prose.
 */
static bool
is_indented(const struct cnd_document *doc, const struct cnd_block *block)
{
	struct cnd_source_span source;
	uint32_t from;
	uint32_t width = 0;

	if (block->kind != CND_BLOCK_HEADING &&
		(block->kind != CND_BLOCK_PARAGRAPH || block->level > 0))
		return false;
	if (!cnd_document_source(doc, block->span, &source))
		return false;
	for (from = source.from;
		from > 0 && !is_break(doc->source.data[from - 1]);)
		from--;
	for (; from < source.from && width < 4; from++) {
		if (doc->source.data[from] == '\t')
			width = 4;
		else if (doc->source.data[from] == ' ')
			width++;
		else
			break;
	}
	return width >= 4;
}

static bool
is_linted(const struct cnd_document *doc, const struct cnd_block *block)
{
	unsigned format = format_part(doc);

	if (block->kind == CND_BLOCK_FURNITURE)
		return format == CND_VALE_MD &&
			(block->flags & CND_BLOCK_RAW) == 0;
	return cnd_block_is_prose(block) &&
		(format != CND_VALE_MD || !is_indented(doc, block));
}

static bool
is_string(const struct cnd_yaml *node)
{
	struct cnd_error ignored = { 0 };
	double number;
	bool truth;

	if (node->kind != CND_YAML_SCALAR || node->text.len == 0)
		return false;
	return !node->is_plain ||
		(!cnd_yaml_number(node, &number, &ignored) &&
			!cnd_yaml_bool(node, &truth, &ignored));
}

/*
 * Adds a value's lines where they stand, from its node's line on; one
 * that is written otherwise than it reads is left out.
 */
static void
add_value(struct viewer *viewer, const struct cnd_block *front,
	const struct cnd_yaml *value, struct cnd_vale_place place)
{
	const struct cnd_document *doc = viewer->doc;
	struct cnd_str written = cnd_block_text(doc, front);
	struct cnd_str rest = value->text;

	for (uint32_t i = 1; i < value->line; i++)
		cnd_str_split(&written, '\n');
	while (rest.len > 0) {
		struct cnd_str line = cnd_str_trim(cnd_str_split(&rest, '\n'));
		size_t at = cnd_str_find(written, line);
		struct cnd_span span;

		if (at == CND_NOT_FOUND)
			return;
		written = cnd_str_slice(written, at, written.len);
		span.from = (uint32_t)(written.data - doc->text.data);
		span.to = span.from + (uint32_t)line.len;
		written = cnd_str_slice(written, line.len, written.len);
		if (line.len > 0)
			add_unit(viewer, span, (struct cnd_str){ 0 }, place,
				(struct cnd_origin){ 0 });
	}
}

static void
add_front(struct viewer *viewer, const struct cnd_block *front)
{
	const struct cnd_document *doc = viewer->doc;
	struct cnd_error ignored = { 0 };
	const struct cnd_yaml *map = cnd_yaml_parse(
		viewer->arena, cnd_block_text(doc, front), &ignored);
	const struct cnd_yaml *value =
		map == NULL || map->kind != CND_YAML_MAP ? NULL : map->child;

	for (; value != NULL; value = value->next) {
		struct cnd_vale_place place = {
			CND_VALE_TEXT | CND_VALE_FRONTMATTER | format_part(doc),
			value->key->text,
		};

		if (is_string(value))
			add_value(viewer, front, value, place);
	}
}

/* The words of an image's alternative text behind an opening. */
static struct cnd_span
alternative(struct cnd_str source, size_t from, bool is_tag)
{
	struct cnd_str rest = cnd_str_slice(source, from, source.len);
	size_t end = cnd_str_find_byte(rest, is_tag ? '>' : ']');
	size_t at = 0;

	if (end == CND_NOT_FOUND)
		return (struct cnd_span){ 0 };
	rest = cnd_str_slice(rest, 0, end);
	if (is_tag) {
		at = cnd_str_find(rest, CND_STR("alt=\""));
		if (at == CND_NOT_FOUND)
			return (struct cnd_span){ 0 };
		at += 5;
		end = cnd_str_find_byte(cnd_str_slice(rest, at, end), '"');
		end = end == CND_NOT_FOUND ? at : at + end;
	}
	return (struct cnd_span){ (uint32_t)(from + at),
		(uint32_t)(from + end) };
}

static void
add_images(struct viewer *viewer)
{
	static const struct cnd_vale_place place = {
		.parts = CND_VALE_TEXT | CND_VALE_ATTR | CND_VALE_ALT,
	};
	const struct cnd_document *doc = viewer->doc;
	bool is_html = format_part(doc) == CND_VALE_HTML;
	struct cnd_str opening = is_html ? CND_STR("<img") : CND_STR("![");
	struct cnd_str source = doc->source;
	size_t at = 0;

	for (;;) {
		size_t next = cnd_str_find(
			cnd_str_slice(source, at, source.len), opening);
		struct cnd_span span;

		if (next == CND_NOT_FOUND)
			return;
		at += next + opening.len;
		span = alternative(source, at, is_html);
		if (span.from >= span.to)
			continue;
		add_unit(viewer, cnd_document_raw(doc, span),
			(struct cnd_str){ 0 }, place, (struct cnd_origin){ 0 });
		at = span.to;
	}
}

/* The file as it is written; a package's is no text, its blocks are. */
static void
add_raw(struct viewer *viewer)
{
	const struct cnd_document *doc = viewer->doc;
	bool has_lines = doc->places == CND_PLACES_LINES;
	uint32_t from = (uint32_t)viewer->text.len;

	cnd_buf_put(&viewer->text, has_lines ? doc->source : viewer->masked);
	viewer->view.raw =
		(struct cnd_span){ from, (uint32_t)viewer->text.len };
	if (has_lines)
		viewer->view.raw_origin.from =
			cnd_document_raw(doc, (struct cnd_span){ 0, 0 }).from;
}

struct cnd_vale_view
cnd_vale_view_of(const struct cnd_document *doc,
	const struct cnd_vale_settings *settings, struct cnd_arena *arena)
{
	static const struct cnd_vale_settings none = { 0 };
	struct viewer viewer = {
		.doc = doc,
		.settings = settings == NULL ? &none : settings,
		.arena = arena,
	};
	unsigned format = format_part(doc);

	viewer.masked = masked_text(doc, viewer.settings, arena);
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind == CND_BLOCK_FRONT)
			add_front(&viewer, block);
		else if (is_linted(doc, block))
			add_block(&viewer, i);
	}
	if (format == CND_VALE_MD || format == CND_VALE_HTML)
		add_images(&viewer);
	add_raw(&viewer);
	viewer.view.text = cnd_arena_copy(arena, cnd_buf_str(&viewer.text));
	cnd_buf_dispose(&viewer.text);
	return viewer.view;
}
