/*
 * Content controls.  LibreOffice 7.4 gathers the text of a plain one, or of
 * the first paragraph of one around paragraphs, into a field of its own; a
 * comment met meanwhile takes that text away.
 */
#include "annotate/docx_objects.h"

#include "base/limits.h"
#include "read/xml.h"

enum opened {
	OPENED_PARAGRAPH,
	OPENED_CONTROL,
};

/* An open w:p or w:sdt. */
struct level {
	enum opened what;
	uint32_t from; /* control: its first byte; paragraph: its content's */
	bool is_plain; /* control: w:text, or bound to data */
	bool is_kept; /* control: of a kind that takes marks */
	bool is_within; /* control: a paragraph is around it */
	bool has_paragraph; /* control: its first one was met */
	bool is_first; /* paragraph: the first of such a control */
	bool is_behind; /* paragraph: the last object ends at its start */
};

struct find {
	struct cnd_docx_objects *objects;
	struct level levels[CND_LIMIT_XML_DEPTH + 1];
	size_t depth;
	size_t last; /* a first paragraph's object */
	bool is_waiting; /* for the paragraph that the last one ends at */
	bool in_properties;
};

static struct level *
innermost(struct find *find)
{
	return find->depth == 0 ? NULL : &find->levels[find->depth - 1];
}

static bool
is_within_paragraph(const struct find *find)
{
	for (size_t i = 0; i < find->depth; i++)
		if (find->levels[i].what == OPENED_PARAGRAPH)
			return true;
	return false;
}

/* What a w:sdtPr tells of its control. */
static void
take_property(struct level *control, struct cnd_str name)
{
	static const char *const kept[] = { "checkbox", "citation", "comboBox",
		"date", "docPartList", "docPartObj", "dropDownList",
		"picture" };

	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(kept[i])))
			control->is_kept = true;
	if (cnd_str_equal(name, CND_STR("text")) ||
		cnd_str_equal(name, CND_STR("dataBinding")))
		control->is_plain = true;
}

/* Whether the paragraph that begins is the first of such a control; after
 * it no control around has a first one to come. */
static bool
is_first_of_control(struct find *find)
{
	const struct level *control = innermost(find);
	bool is_first = control != NULL && control->what == OPENED_CONTROL &&
		!control->is_within && !control->has_paragraph &&
		!control->is_kept;

	for (size_t i = 0; i < find->depth; i++)
		find->levels[i].has_paragraph = true;
	return is_first;
}

/* The place behind the paragraph's start tag, or its properties. */
static void
set_start(struct find *find, struct level *paragraph, uint32_t at)
{
	paragraph->from = at;
	if (paragraph->is_behind)
		find->objects->items[find->last].end = at;
}

static void
start_paragraph(struct find *find, const struct cnd_xml_element *element)
{
	struct level *level = &find->levels[find->depth];
	bool is_first = is_first_of_control(find);

	*level = (struct level){ .what = OPENED_PARAGRAPH };
	find->depth++;
	if (element->is_empty)
		return;
	level->is_first = is_first;
	level->is_behind = find->is_waiting;
	find->is_waiting = false;
	set_start(find, level, element->to);
}

static void
start_control(struct find *find, const struct cnd_xml_element *element)
{
	find->levels[find->depth] = (struct level){
		.what = OPENED_CONTROL,
		.from = element->from,
		.is_within = is_within_paragraph(find),
	};
	find->depth++;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct find *find = context;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_W, "sdtPr"))
		find->in_properties = true;
	else if (cnd_xml_is(element->name, CND_NS_W, "p"))
		start_paragraph(find, element);
	else if (cnd_xml_is(element->name, CND_NS_W, "sdt"))
		start_control(find, element);
	else if (find->in_properties && innermost(find) != NULL)
		take_property(innermost(find), element->name.local);
	return true;
}

/* Until a paragraph follows, an object ends where it begins. */
static void
end_paragraph(struct find *find, uint32_t to)
{
	const struct level *paragraph = innermost(find);

	if (paragraph->is_first) {
		find->last = find->objects->count;
		find->is_waiting = true;
		cnd_docx_objects_add(find->objects,
			(struct cnd_docx_object){
				paragraph->from, to, paragraph->from });
	}
	find->depth--;
}

static void
end_control(struct find *find, uint32_t to)
{
	const struct level *control = innermost(find);

	if (control->is_within && control->is_plain && !control->is_kept)
		cnd_docx_objects_add(find->objects,
			(struct cnd_docx_object){ control->from, to, to });
	find->depth--;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct find *find = context;
	struct level *level = innermost(find);

	(void)from;
	(void)err;
	if (cnd_xml_is(name, CND_NS_W, "sdtPr"))
		find->in_properties = false;
	else if (level == NULL)
		return true;
	else if (cnd_xml_is(name, CND_NS_W, "p"))
		end_paragraph(find, to);
	else if (cnd_xml_is(name, CND_NS_W, "sdt"))
		end_control(find, to);
	else if (cnd_xml_is(name, CND_NS_W, "pPr") &&
		level->what == OPENED_PARAGRAPH)
		set_start(find, level, to);
	return true;
}

bool
cnd_docx_controls_find(struct cnd_str part, struct cnd_docx_objects *objects,
	struct cnd_error *err)
{
	struct find find = { .objects = objects };
	const struct cnd_xml_handler handler = {
		.context = &find, .start = on_start, .end = on_end
	};

	return cnd_xml_parse(part, &handler, err);
}
