/*
 * Fields: w:fldSimple, and the runs from a w:fldChar that begins to the one
 * that ends.  Only what has an end is a field.
 */
#include "annotate/docx_objects.h"

#include "doc/document.h"
#include "read/xml.h"

struct field {
	uint32_t from; /* of what begins it */
	uint32_t result; /* behind what separates it, or 0 */
	char name[16]; /* of its kind, as far as read */
	size_t name_len;
	bool is_named; /* all of the name is read */
	bool is_simple;
};

struct find {
	const struct cnd_docx_runs *runs;
	struct cnd_docx_objects *objects;
	struct field *open; /* outermost first */
	size_t depth;
	size_t capacity;
	bool in_instruction;
};

static struct field *
innermost(struct find *find)
{
	return find->depth == 0 ? NULL : &find->open[find->depth - 1];
}

static void
begin(struct find *find, uint32_t from, bool is_simple)
{
	find->open = cnd_arena_grow(find->objects->arena, find->open,
		find->depth, &find->capacity, sizeof(*find->open));
	find->open[find->depth++] =
		(struct field){ .from = from, .is_simple = is_simple };
}

/* The first word of an instruction, which comes in pieces. */
static void
take_instruction(struct field *field, struct cnd_str text)
{
	for (size_t i = 0; i < text.len && !field->is_named; i++) {
		if (!cnd_is_space(text.data[i]) &&
			field->name_len < sizeof(field->name))
			field->name[field->name_len++] = text.data[i];
		else if (field->name_len > 0)
			field->is_named = true;
	}
}

/* Of all results LibreOffice 7.4 keeps only a link's as text. */
static bool
is_link(const struct field *field)
{
	return cnd_str_equal_fold(
		(struct cnd_str){ field->name, field->name_len },
		CND_STR("HYPERLINK"));
}

/* The innermost field ends with byte `to`. */
static void
end(struct find *find, uint32_t to)
{
	struct field *field = innermost(find);

	if (is_link(field) && (field->is_simple || field->result > 0))
		to = field->is_simple ? field->from : field->result;
	if (to > field->from)
		cnd_docx_objects_add(find->objects,
			(struct cnd_docx_object){ field->from, to, to });
	find->depth--;
}

static void
take_character(struct find *find, const struct cnd_xml_element *element)
{
	struct cnd_str type =
		cnd_xml_attribute(element, CND_NS_W, "fldCharType");
	uint32_t run = cnd_docx_runs_at(find->runs, element->from);
	struct field *field = innermost(find);

	if (run == CND_NONE)
		return;
	if (cnd_str_equal(type, CND_STR("begin")))
		begin(find, find->runs->items[run].from, false);
	else if (field == NULL || field->is_simple)
		return;
	else if (cnd_str_equal(type, CND_STR("separate")))
		field->result = find->runs->items[run].to;
	else if (cnd_str_equal(type, CND_STR("end")))
		end(find, find->runs->items[run].to);
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct find *find = context;

	(void)err;
	find->in_instruction = false;
	if (cnd_xml_is(element->name, CND_NS_W, "fldSimple")) {
		begin(find, element->from, true);
		take_instruction(innermost(find),
			cnd_xml_attribute(element, CND_NS_W, "instr"));
	} else if (cnd_xml_is(element->name, CND_NS_W, "fldChar")) {
		take_character(find, element);
	} else if (cnd_xml_is(element->name, CND_NS_W, "instrText")) {
		find->in_instruction = !element->is_empty;
	}
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct find *find = context;

	(void)from;
	(void)to;
	(void)err;
	if (find->in_instruction && find->depth > 0)
		take_instruction(innermost(find), text);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct find *find = context;

	(void)from;
	(void)err;
	find->in_instruction = false;
	if (!cnd_xml_is(name, CND_NS_W, "fldSimple"))
		return true;
	/* What began inside and did not end is no field. */
	while (find->depth > 0 && !innermost(find)->is_simple)
		find->depth--;
	if (find->depth > 0)
		end(find, to);
	return true;
}

bool
cnd_docx_fields_find(const struct cnd_docx_runs *runs,
	struct cnd_docx_objects *objects, struct cnd_error *err)
{
	struct find find = { .runs = runs, .objects = objects };
	const struct cnd_xml_handler handler = { .context = &find,
		.start = on_start,
		.end = on_end,
		.text = on_text };

	return cnd_xml_parse(runs->part, &handler, err);
}
