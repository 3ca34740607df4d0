/* Styles and the chains by which they are based on each other. */
#include "read/docx_styles.h"

/* A chain longer than this is a circle. */
enum { CHAIN_MAX = 20 };

/* What a style says of a property that runs in it have. */
enum setting { UNSAID, OFF, ON };

struct style {
	struct cnd_str id;
	struct cnd_str name;
	struct cnd_str based_on;
	bool has_outline;
	uint32_t outline; /* 0-8; 9 is body text */
	bool has_list;
	uint32_t list;
	bool has_list_level;
	uint32_t list_level;
	bool is_hidden;
	enum setting bold;
	enum setting italic;
};

struct cnd_docx_styles {
	struct cnd_arena *arena;
	struct style *items;
	size_t count;
	size_t capacity;
	struct cnd_str default_id;
};

static void
start_style(
	struct cnd_docx_styles *styles, const struct cnd_xml_element *element)
{
	struct cnd_str id = cnd_xml_attribute(element, CND_NS_W, "styleId");
	struct cnd_str is_default =
		cnd_xml_attribute(element, CND_NS_W, "default");
	struct cnd_str type = cnd_xml_attribute(element, CND_NS_W, "type");

	styles->items = cnd_arena_grow(styles->arena, styles->items,
		styles->count, &styles->capacity, sizeof(*styles->items));
	styles->items[styles->count++] =
		(struct style){ .id = cnd_arena_copy(styles->arena, id) };
	if (cnd_str_equal(is_default, CND_STR("1")) &&
		cnd_str_equal(type, CND_STR("paragraph")))
		styles->default_id = styles->items[styles->count - 1].id;
}

bool
cnd_docx_is_on(const struct cnd_xml_element *element)
{
	static const char *const offs[] = { "0", "false", "none", "off", NULL };

	return !cnd_str_is_one_of(
		cnd_xml_attribute(element, CND_NS_W, "val"), offs);
}

static enum setting
setting_of(const struct cnd_xml_element *element)
{
	return cnd_docx_is_on(element) ? ON : OFF;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct cnd_docx_styles *styles = context;
	struct cnd_str value = cnd_xml_attribute(element, CND_NS_W, "val");
	struct style *style;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_W, "style")) {
		start_style(styles, element);
		return true;
	}
	if (styles->count == 0)
		return true;
	style = &styles->items[styles->count - 1];
	if (cnd_xml_is(element->name, CND_NS_W, "name")) {
		style->name = cnd_arena_copy(styles->arena, value);
	} else if (cnd_xml_is(element->name, CND_NS_W, "basedOn")) {
		style->based_on = cnd_arena_copy(styles->arena, value);
	} else if (cnd_xml_is(element->name, CND_NS_W, "outlineLvl")) {
		style->has_outline = true;
		style->outline = cnd_str_number(value, 0);
	} else if (cnd_xml_is(element->name, CND_NS_W, "numId")) {
		style->has_list = true;
		style->list = cnd_str_number(value, 0);
	} else if (cnd_xml_is(element->name, CND_NS_W, "ilvl")) {
		style->has_list_level = true;
		style->list_level = cnd_str_number(value, 0);
	} else if (cnd_xml_is(element->name, CND_NS_W, "vanish")) {
		style->is_hidden = cnd_docx_is_on(element);
	} else if (cnd_xml_is(element->name, CND_NS_W, "b")) {
		style->bold = setting_of(element);
	} else if (cnd_xml_is(element->name, CND_NS_W, "i")) {
		style->italic = setting_of(element);
	}
	return true;
}

struct cnd_docx_styles *
cnd_docx_styles_new(
	struct cnd_arena *arena, struct cnd_str part, struct cnd_error *err)
{
	struct cnd_docx_styles *styles =
		cnd_arena_alloc(arena, sizeof(*styles));
	const struct cnd_xml_handler handler = { .context = styles,
		.start = on_start };

	styles->arena = arena;
	if (part.len > 0 && !cnd_xml_parse(part, &handler, err))
		return NULL;
	return styles;
}

static const struct style *
find(const struct cnd_docx_styles *styles, struct cnd_str id)
{
	for (size_t i = 0; i < styles->count; i++)
		if (cnd_str_equal(styles->items[i].id, id))
			return &styles->items[i];
	return NULL;
}

struct cnd_str
cnd_docx_default_style(const struct cnd_docx_styles *styles)
{
	return styles->default_id;
}

/* What a style's own name says: Word's built-in names are English. */
static void
use_name(struct cnd_str name, struct cnd_docx_style *style)
{
	struct cnd_str heading = CND_STR("heading ");

	if (name.len == heading.len + 1 &&
		cnd_str_equal_fold(
			cnd_str_slice(name, 0, heading.len), heading) &&
		cnd_is_digit(name.data[heading.len])) {
		style->use = CND_STYLE_HEADING;
		style->level = (uint32_t)(name.data[heading.len] - '0');
	} else if (cnd_str_equal_fold(name, CND_STR("title"))) {
		style->use = CND_STYLE_HEADING;
		style->level = 1;
	} else if (cnd_str_equal_fold(
			   cnd_str_slice(name, 0, 4), CND_STR("toc ")) &&
		!cnd_str_equal_fold(name, CND_STR("toc heading"))) {
		style->use = CND_STYLE_CONTENTS;
	} else if (cnd_str_equal_fold(name, CND_STR("quote")) ||
		cnd_str_equal_fold(name, CND_STR("block text")) ||
		cnd_str_equal_fold(name, CND_STR("intense quote"))) {
		style->use = CND_STYLE_QUOTE;
	} else if (cnd_str_equal_fold(name, CND_STR("caption"))) {
		style->use = CND_STYLE_CAPTION;
	}
}

static void
use_outline(const struct style *from, struct cnd_docx_style *style)
{
	if (!from->has_outline || style->use != CND_STYLE_BODY)
		return;
	if (from->outline < 9) {
		style->use = CND_STYLE_HEADING;
		style->level = from->outline + 1;
	}
}

/* The style nearest to the text that says anything decides. */
static void
use_setting(enum setting from, enum setting *setting)
{
	if (*setting == UNSAID)
		*setting = from;
}

struct cnd_docx_style
cnd_docx_style_of(const struct cnd_docx_styles *styles, struct cnd_str id)
{
	struct cnd_docx_style style = { 0 };
	const struct style *from =
		find(styles, id.len > 0 ? id : styles->default_id);
	enum setting bold = UNSAID;
	enum setting italic = UNSAID;
	bool has_level = false;

	for (int i = 0; from != NULL && i < CHAIN_MAX; i++) {
		if (style.use == CND_STYLE_BODY)
			use_name(from->name, &style);
		use_outline(from, &style);
		if (from->has_list && !style.has_list) {
			style.has_list = true;
			style.list = from->list;
			style.list_style = from->id;
		}
		if (from->has_list_level && !has_level) {
			has_level = true;
			style.list_level = from->list_level;
		}
		style.is_hidden = style.is_hidden || from->is_hidden;
		use_setting(from->bold, &bold);
		use_setting(from->italic, &italic);
		from = from->based_on.len > 0 ? find(styles, from->based_on)
					      : NULL;
	}
	style.is_bold = bold == ON;
	style.is_italic = italic == ON;
	return style;
}
