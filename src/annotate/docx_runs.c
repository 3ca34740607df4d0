/* One pass over the part notes runs, their properties and their texts. */
#include "annotate/docx_runs.h"

#include "base/halving.h"
#include "base/limits.h"
#include "doc/document.h"
#include "read/xml.h"

struct find {
	struct cnd_arena *arena;
	struct cnd_docx_runs *runs;
	size_t run_capacity;
	size_t text_capacity;
	uint32_t open[CND_LIMIT_XML_DEPTH + 1]; /* runs, outermost first */
	size_t depth;
	unsigned level; /* open elements inside the open run */
	unsigned levels[CND_LIMIT_XML_DEPTH + 1];
	bool in_text;
	bool in_properties;
};

static struct cnd_docx_run_bytes *
open_run(struct find *find)
{
	if (find->depth == 0)
		return NULL;
	return &find->runs->items[find->open[find->depth - 1]];
}

static int64_t
number_of(struct cnd_str digits)
{
	int64_t value = 0;

	if (digits.len == 0)
		return -1;
	for (size_t i = 0; i < digits.len && i < 10; i++) {
		if (!cnd_is_digit(digits.data[i]))
			return -1;
		value = value * 10 + (digits.data[i] - '0');
	}
	return value;
}

static void
start_run(struct find *find, const struct cnd_xml_element *element)
{
	struct cnd_docx_runs *runs = find->runs;
	uint32_t index = (uint32_t)runs->count;

	runs->items = cnd_arena_grow(find->arena, runs->items, runs->count,
		&find->run_capacity, sizeof(*runs->items));
	runs->items[runs->count++] = (struct cnd_docx_run_bytes){
		.from = element->from,
		.properties_from = element->to,
		.properties_to = element->to,
		.first_text = (uint32_t)runs->text_count,
		.outermost = find->depth == 0 ? index : find->open[0],
		.is_plain = true,
		.footnote = -1,
		.endnote = -1,
	};
	if (find->depth > 0) /* a run with a box in it stays whole */
		open_run(find)->is_plain = false;
	find->levels[find->depth] = find->level;
	find->open[find->depth++] = index;
	find->level = 0;
}

static void
start_text(struct find *find, const struct cnd_xml_element *element)
{
	struct cnd_docx_runs *runs = find->runs;

	runs->texts = cnd_arena_grow(find->arena, runs->texts, runs->text_count,
		&find->text_capacity, sizeof(*runs->texts));
	runs->texts[runs->text_count++] = (struct cnd_docx_text){
		.from = element->from,
		.content_from = element->to,
		.is_preserved = cnd_str_equal(
			cnd_xml_attribute(element, CND_NS_XML, "space"),
			CND_STR("preserve")),
	};
	open_run(find)->text_count++;
	find->in_text = !element->is_empty;
	if (element->is_empty)
		open_run(find)->is_plain = false;
}

/* What stands in a run beside its text. */
static void
inside_run(struct find *find, const struct cnd_xml_element *element)
{
	struct cnd_docx_run_bytes *run = open_run(find);
	struct cnd_xml_name name = element->name;

	if (find->level == 0 && cnd_xml_is(name, CND_NS_W, "rPr")) {
		find->in_properties = true;
		run->properties_from = element->from;
		run->properties_to = element->to;
	} else if (cnd_xml_is(name, CND_NS_W, "rPrChange")) {
		run->is_plain = false; /* its id may not be repeated */
	} else if (cnd_xml_is(name, CND_NS_W, "t")) {
		if (find->level > 0)
			run->is_plain = false;
		start_text(find, element);
	} else if (cnd_xml_is(name, CND_NS_W, "footnoteReference")) {
		run->footnote =
			number_of(cnd_xml_attribute(element, CND_NS_W, "id"));
	} else if (cnd_xml_is(name, CND_NS_W, "endnoteReference")) {
		run->endnote =
			number_of(cnd_xml_attribute(element, CND_NS_W, "id"));
	}
	find->level++;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct find *find = context;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_W, "commentRangeStart") ||
		cnd_xml_is(element->name, CND_NS_W, "commentReference")) {
		int64_t id =
			number_of(cnd_xml_attribute(element, CND_NS_W, "id"));

		if (id > find->runs->highest_comment)
			find->runs->highest_comment = id;
	}
	if (cnd_xml_is(element->name, CND_NS_W, "r"))
		start_run(find, element);
	else if (find->depth > 0)
		inside_run(find, element);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct find *find = context;
	struct cnd_docx_runs *runs = find->runs;

	(void)err;
	if (find->depth == 0)
		return true;
	if (cnd_xml_is(name, CND_NS_W, "r")) {
		open_run(find)->to = to;
		find->depth--;
		find->level = find->levels[find->depth];
		return true;
	}
	find->level--;
	if (find->in_text && cnd_xml_is(name, CND_NS_W, "t")) {
		runs->texts[runs->text_count - 1].content_to = from;
		runs->texts[runs->text_count - 1].to = to;
		find->in_text = false;
	} else if (find->in_properties && find->level == 0 &&
		cnd_xml_is(name, CND_NS_W, "rPr")) {
		open_run(find)->properties_to = to;
		find->in_properties = false;
	}
	return true;
}

/* Character data written as CDATA cannot be cut by closing a tag. */
static void
distrust_cdata(struct cnd_docx_runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		struct cnd_docx_run_bytes *run = &runs->items[i];
		struct cnd_str bytes =
			cnd_str_slice(runs->part, run->from, run->to);

		if (run->is_plain &&
			cnd_str_find(bytes, CND_STR("<![CDATA[")) !=
				CND_NOT_FOUND)
			run->is_plain = false;
	}
}

bool
cnd_docx_runs_find(struct cnd_arena *arena, struct cnd_str part,
	struct cnd_docx_runs *runs, struct cnd_error *err)
{
	struct find find = { .arena = arena, .runs = runs };
	const struct cnd_xml_handler handler = {
		.context = &find, .start = on_start, .end = on_end
	};

	*runs = (struct cnd_docx_runs){ .part = part, .highest_comment = -1 };
	if (!cnd_xml_parse(part, &handler, err))
		return false;
	distrust_cdata(runs);
	return true;
}

uint32_t
cnd_docx_runs_at(const struct cnd_docx_runs *runs, uint32_t byte)
{
	struct cnd_halving in = { .high = runs->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, runs->items[in.middle].from <= byte);
	for (size_t i = in.low; i-- > 0;) {
		if (byte < runs->items[i].to)
			return (uint32_t)i;
		if (runs->items[i].outermost == i)
			break; /* those before end before this one began */
	}
	return CND_NONE;
}

struct cnd_str
cnd_docx_run_prefix(
	const struct cnd_docx_runs *runs, const struct cnd_docx_run_bytes *run)
{
	struct cnd_str tag =
		cnd_str_slice(runs->part, run->from + 1, run->from + 64);

	for (size_t i = 0; i < tag.len; i++) {
		if (tag.data[i] == ':')
			return cnd_str_slice(tag, 0, i + 1);
		if (cnd_is_space(tag.data[i]) || tag.data[i] == '>' ||
			tag.data[i] == '/')
			break;
	}
	return (struct cnd_str){ 0 };
}
