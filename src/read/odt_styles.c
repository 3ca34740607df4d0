/* Styles by name, as the parts give them. */
#include "read/odt_styles.h"

#include "read/xml.h"

enum { CHAIN_MAX = 20 };

struct cnd_odt_styles {
	struct cnd_arena *arena;
	struct cnd_odt_style *items;
	size_t count;
	size_t capacity;
	struct cnd_odt_list_style *lists;
	size_t list_count;
	size_t list_capacity;
	bool in_style; /* where the parse stands */
	bool in_list;
	struct cnd_odt_level *level;
};

struct cnd_odt_styles *
cnd_odt_styles_new(struct cnd_arena *arena)
{
	struct cnd_odt_styles *styles = cnd_arena_alloc(arena, sizeof(*styles));

	styles->arena = arena;
	return styles;
}

static struct cnd_str
kept(struct cnd_odt_styles *styles, const struct cnd_xml_element *element,
	enum cnd_namespace ns, const char *local)
{
	return cnd_arena_copy(
		styles->arena, cnd_xml_attribute(element, ns, local));
}

static void
start_style(
	struct cnd_odt_styles *styles, const struct cnd_xml_element *element)
{
	styles->items = cnd_arena_grow(styles->arena, styles->items,
		styles->count, &styles->capacity, sizeof(*styles->items));
	styles->items[styles->count++] = (struct cnd_odt_style){
		.name = kept(styles, element, CND_NS_STYLE, "name"),
		.display = kept(styles, element, CND_NS_STYLE, "display-name"),
		.parent = kept(
			styles, element, CND_NS_STYLE, "parent-style-name"),
		.list = kept(styles, element, CND_NS_STYLE, "list-style-name"),
	};
	styles->in_style = true;
}

static void
start_list(struct cnd_odt_styles *styles, struct cnd_str name)
{
	styles->lists =
		cnd_arena_grow(styles->arena, styles->lists, styles->list_count,
			&styles->list_capacity, sizeof(*styles->lists));
	styles->lists[styles->list_count++] =
		(struct cnd_odt_list_style){ .name = name };
	styles->in_list = true;
}

static void
start_level(struct cnd_odt_styles *styles,
	const struct cnd_xml_element *element, bool is_bullet)
{
	uint32_t index = cnd_str_number(
		cnd_xml_attribute(element, CND_NS_TEXT, "level"), 1);
	struct cnd_odt_level *level;

	if (index == 0 || index > CND_ODT_LEVELS)
		return;
	level = &styles->lists[styles->list_count - 1].levels[index - 1];
	level->is_defined = true;
	level->format = is_bullet
		? CND_NUMERAL_BULLET
		: cnd_numeral_of_odf(cnd_xml_attribute(
			  element, CND_NS_STYLE, "num-format"));
	level->prefix = kept(styles, element, CND_NS_STYLE, "num-prefix");
	level->suffix = kept(styles, element, CND_NS_STYLE, "num-suffix");
	level->pattern = kept(styles, element, CND_NS_LOEXT, "num-list-format");
	level->bullet = kept(styles, element, CND_NS_TEXT, "bullet-char");
	level->start = cnd_str_number(
		cnd_xml_attribute(element, CND_NS_TEXT, "start-value"), 1);
	level->shown_levels = cnd_str_number(
		cnd_xml_attribute(element, CND_NS_TEXT, "display-levels"), 1);
}

static void
text_properties(
	struct cnd_odt_styles *styles, const struct cnd_xml_element *element)
{
	enum { SEMIBOLD = 600 };
	struct cnd_odt_style *style = &styles->items[styles->count - 1];
	struct cnd_str black = CND_STR("#000000");
	struct cnd_str weight =
		cnd_xml_attribute(element, CND_NS_FO, "font-weight");
	struct cnd_str slant =
		cnd_xml_attribute(element, CND_NS_FO, "font-style");

	if (cnd_str_equal(cnd_xml_attribute(element, CND_NS_TEXT, "display"),
		    CND_STR("none")))
		style->is_hidden = true;
	if (weight.len > 0) {
		style->has_weight = true;
		style->is_bold = cnd_str_equal(weight, CND_STR("bold")) ||
			cnd_str_number(weight, 0) >= SEMIBOLD;
	}
	if (slant.len > 0) {
		style->has_slant = true;
		style->is_italic = cnd_str_equal(slant, CND_STR("italic"));
	}
	if (cnd_str_equal(
		    cnd_xml_attribute(element, CND_NS_FO, "background-color"),
		    black))
		style->is_black = true;
	if (cnd_str_equal_fold(cnd_xml_attribute(element, CND_NS_FO, "color"),
		    CND_STR("#ffffff")))
		style->is_white = true;
	if (cnd_str_starts_with(
		    cnd_xml_attribute(element, CND_NS_STYLE, "text-position"),
		    CND_STR("super")))
		style->is_raised = true;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct cnd_odt_styles *styles = context;
	struct cnd_xml_name name = element->name;

	(void)err;
	if (cnd_xml_is(name, CND_NS_STYLE, "style"))
		start_style(styles, element);
	else if (cnd_xml_is(name, CND_NS_TEXT, "list-style"))
		start_list(styles, kept(styles, element, CND_NS_STYLE, "name"));
	else if (cnd_xml_is(name, CND_NS_TEXT, "outline-style"))
		start_list(styles, (struct cnd_str){ 0 });
	else if (styles->in_list &&
		(cnd_xml_is(name, CND_NS_TEXT, "list-level-style-number") ||
			cnd_xml_is(name, CND_NS_TEXT, "outline-level-style")))
		start_level(styles, element, false);
	else if (styles->in_list &&
		cnd_xml_is(name, CND_NS_TEXT, "list-level-style-bullet"))
		start_level(styles, element, true);
	else if (styles->in_style &&
		cnd_xml_is(name, CND_NS_STYLE, "paragraph-properties"))
		styles->items[styles->count - 1].breaks_page = cnd_str_equal(
			cnd_xml_attribute(element, CND_NS_FO, "break-before"),
			CND_STR("page"));
	else if (styles->in_style &&
		cnd_xml_is(name, CND_NS_STYLE, "text-properties"))
		text_properties(styles, element);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct cnd_odt_styles *styles = context;

	(void)from;
	(void)to;
	(void)err;
	if (cnd_xml_is(name, CND_NS_STYLE, "style"))
		styles->in_style = false;
	else if (cnd_xml_is(name, CND_NS_TEXT, "list-style") ||
		cnd_xml_is(name, CND_NS_TEXT, "outline-style"))
		styles->in_list = false;
	return true;
}

bool
cnd_odt_styles_read(struct cnd_odt_styles *styles, struct cnd_str part,
	struct cnd_error *err)
{
	const struct cnd_xml_handler handler = {
		.context = styles, .start = on_start, .end = on_end
	};

	return cnd_xml_parse(part, &handler, err);
}

const struct cnd_odt_style *
cnd_odt_style_of(const struct cnd_odt_styles *styles, struct cnd_str name)
{
	for (size_t i = 0; name.len > 0 && i < styles->count; i++)
		if (cnd_str_equal(styles->items[i].name, name))
			return &styles->items[i];
	return NULL;
}

void
cnd_odt_style_look(const struct cnd_odt_styles *styles, struct cnd_str name,
	bool *is_bold, bool *is_italic)
{
	const struct cnd_odt_style *style = cnd_odt_style_of(styles, name);
	bool has_weight = false;
	bool has_slant = false;

	for (int i = 0; style != NULL && i < CHAIN_MAX; i++) {
		if (style->has_weight && !has_weight)
			*is_bold = style->is_bold;
		if (style->has_slant && !has_slant)
			*is_italic = style->is_italic;
		has_weight |= style->has_weight;
		has_slant |= style->has_slant;
		style = cnd_odt_style_of(styles, style->parent);
	}
}

bool
cnd_odt_style_descends(const struct cnd_odt_styles *styles, struct cnd_str name,
	const char *display)
{
	struct cnd_str wanted = cnd_str_of(display);

	for (int i = 0; i < CHAIN_MAX; i++) {
		const struct cnd_odt_style *style =
			cnd_odt_style_of(styles, name);

		if (cnd_str_equal_fold(name, wanted))
			return true;
		if (style == NULL)
			return false;
		if (cnd_str_equal_fold(style->display, wanted))
			return true;
		name = style->parent;
	}
	return false;
}

uint32_t
cnd_odt_style_level(const struct cnd_odt_styles *styles, struct cnd_str name)
{
	struct cnd_str heading = CND_STR("Heading ");

	for (int i = 0; i < CHAIN_MAX; i++) {
		const struct cnd_odt_style *style =
			cnd_odt_style_of(styles, name);

		if (style == NULL)
			return 0;
		if (style->display.len == heading.len + 1 &&
			cnd_str_starts_with(style->display, heading))
			return cnd_str_number(
				cnd_str_slice(style->display, heading.len,
					style->display.len),
				0);
		name = style->parent;
	}
	return 0;
}

const struct cnd_odt_list_style *
cnd_odt_list_style_of(const struct cnd_odt_styles *styles, struct cnd_str name)
{
	for (size_t i = 0; i < styles->list_count; i++)
		if (cnd_str_equal(styles->lists[i].name, name))
			return &styles->lists[i];
	return NULL;
}
