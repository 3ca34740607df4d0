/*
 * Lists and their counters.  Invariant: counters belong to the abstract
 * definition, so that lists which share it count on from each other; a
 * start override fires once, when its list is first used at that level.
 */
#include "read/numbering.h"

#include "read/label.h"
#include "read/numerals.h"
#include "read/xml.h"

#include <stdlib.h>

struct level {
	bool is_defined;
	uint32_t start;
	enum cnd_numeral format;
	struct cnd_str text; /* "%1.%2" */
	struct cnd_str style; /* paragraph style tied to it */
	bool is_legal; /* all numbers as digits */
	bool has_restart;
	uint32_t restart; /* after this level, from 1; 0: never */
};

struct abstract {
	uint32_t id;
	struct cnd_str style_link; /* styleLink: it is that style's */
	struct cnd_str num_style_link; /* it is defined by that style */
	struct level levels[CND_NUMBERING_LEVELS];
	uint32_t counters[CND_NUMBERING_LEVELS];
	bool is_counting[CND_NUMBERING_LEVELS];
};

struct override {
	bool has_start;
	bool has_fired;
	uint32_t start;
	bool has_level;
	struct level level;
};

struct list {
	uint32_t id;
	uint32_t abstract_id;
	struct abstract *abstract;
	struct override overrides[CND_NUMBERING_LEVELS];
};

struct cnd_numbering {
	struct cnd_arena *arena;
	struct abstract *abstracts;
	size_t abstract_count;
	size_t abstract_capacity;
	struct list *lists;
	size_t list_count;
	size_t list_capacity;
};

/* Where the parse stands. */
struct parse {
	struct cnd_numbering *numbering;
	struct abstract *abstract;
	struct list *list;
	struct override *override;
	struct level *level;
};

static struct cnd_str
value_of(const struct cnd_xml_element *element)
{
	return cnd_xml_attribute(element, CND_NS_W, "val");
}

static uint32_t
level_index(const struct cnd_xml_element *element)
{
	uint32_t index =
		cnd_str_number(cnd_xml_attribute(element, CND_NS_W, "ilvl"), 0);

	return index < CND_NUMBERING_LEVELS ? index : CND_NUMBERING_LEVELS - 1;
}

static void
start_abstract(struct parse *parse, const struct cnd_xml_element *element)
{
	struct cnd_numbering *numbering = parse->numbering;

	numbering->abstracts = cnd_arena_grow(numbering->arena,
		numbering->abstracts, numbering->abstract_count,
		&numbering->abstract_capacity, sizeof(struct abstract));
	parse->abstract = &numbering->abstracts[numbering->abstract_count++];
	*parse->abstract = (struct abstract){
		.id = cnd_str_number(
			cnd_xml_attribute(element, CND_NS_W, "abstractNumId"),
			0)
	};
	parse->list = NULL;
}

static void
start_list(struct parse *parse, const struct cnd_xml_element *element)
{
	struct cnd_numbering *numbering = parse->numbering;

	numbering->lists = cnd_arena_grow(numbering->arena, numbering->lists,
		numbering->list_count, &numbering->list_capacity,
		sizeof(struct list));
	parse->list = &numbering->lists[numbering->list_count++];
	*parse->list = (struct list){
		.id = cnd_str_number(
			cnd_xml_attribute(element, CND_NS_W, "numId"), 0)
	};
	parse->abstract = NULL;
}

static void
start_level(struct parse *parse, const struct cnd_xml_element *element)
{
	uint32_t index = level_index(element);

	if (parse->override != NULL) {
		parse->override->has_level = true;
		parse->level = &parse->override->level;
	} else if (parse->abstract != NULL) {
		parse->level = &parse->abstract->levels[index];
	} else {
		return;
	}
	parse->level->is_defined = true;
	parse->level->start = 1;
}

static void
read_level_key(struct parse *parse, const struct cnd_xml_element *element)
{
	struct level *level = parse->level;
	struct cnd_arena *arena = parse->numbering->arena;
	struct cnd_str value = value_of(element);

	if (cnd_xml_is(element->name, CND_NS_W, "start"))
		level->start = cnd_str_number(value, 0);
	else if (cnd_xml_is(element->name, CND_NS_W, "numFmt"))
		level->format = cnd_numeral_of_name(value);
	else if (cnd_xml_is(element->name, CND_NS_W, "lvlText"))
		level->text = cnd_arena_copy(arena, value);
	else if (cnd_xml_is(element->name, CND_NS_W, "pStyle"))
		level->style = cnd_arena_copy(arena, value);
	else if (cnd_xml_is(element->name, CND_NS_W, "isLgl"))
		level->is_legal = !cnd_str_equal(value, CND_STR("0"));
	else if (cnd_xml_is(element->name, CND_NS_W, "lvlRestart")) {
		level->has_restart = true;
		level->restart = cnd_str_number(value, 0);
	}
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct parse *parse = context;
	struct cnd_xml_name name = element->name;

	(void)err;
	if (cnd_xml_is(name, CND_NS_W, "abstractNum")) {
		start_abstract(parse, element);
	} else if (cnd_xml_is(name, CND_NS_W, "num")) {
		start_list(parse, element);
	} else if (cnd_xml_is(name, CND_NS_W, "lvl")) {
		start_level(parse, element);
	} else if (parse->level != NULL) {
		read_level_key(parse, element);
	} else if (parse->abstract != NULL) {
		struct cnd_arena *arena = parse->numbering->arena;

		if (cnd_xml_is(name, CND_NS_W, "styleLink"))
			parse->abstract->style_link =
				cnd_arena_copy(arena, value_of(element));
		else if (cnd_xml_is(name, CND_NS_W, "numStyleLink"))
			parse->abstract->num_style_link =
				cnd_arena_copy(arena, value_of(element));
	} else if (parse->list != NULL) {
		if (cnd_xml_is(name, CND_NS_W, "abstractNumId")) {
			parse->list->abstract_id =
				cnd_str_number(value_of(element), 0);
		} else if (cnd_xml_is(name, CND_NS_W, "lvlOverride")) {
			parse->override =
				&parse->list->overrides[level_index(element)];
		} else if (parse->override != NULL &&
			cnd_xml_is(name, CND_NS_W, "startOverride")) {
			parse->override->has_start = true;
			parse->override->start =
				cnd_str_number(value_of(element), 0);
		}
	}
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct parse *parse = context;

	(void)from;
	(void)to;
	(void)err;
	if (cnd_xml_is(name, CND_NS_W, "lvl"))
		parse->level = NULL;
	else if (cnd_xml_is(name, CND_NS_W, "lvlOverride"))
		parse->override = NULL;
	else if (cnd_xml_is(name, CND_NS_W, "abstractNum"))
		parse->abstract = NULL;
	else if (cnd_xml_is(name, CND_NS_W, "num"))
		parse->list = NULL;
	return true;
}

static struct abstract *
find_abstract(struct cnd_numbering *numbering, uint32_t id)
{
	for (size_t i = 0; i < numbering->abstract_count; i++)
		if (numbering->abstracts[i].id == id)
			return &numbering->abstracts[i];
	return NULL;
}

/* A definition that only names a style: the one made for that style. */
static struct abstract *
follow_style(struct cnd_numbering *numbering, struct abstract *abstract)
{
	if (abstract == NULL || abstract->num_style_link.len == 0)
		return abstract;
	for (size_t i = 0; i < numbering->abstract_count; i++)
		if (cnd_str_equal(numbering->abstracts[i].style_link,
			    abstract->num_style_link))
			return &numbering->abstracts[i];
	return abstract;
}

struct cnd_numbering *
cnd_numbering_new(
	struct cnd_arena *arena, struct cnd_str part, struct cnd_error *err)
{
	struct cnd_numbering *numbering =
		cnd_arena_alloc(arena, sizeof(*numbering));
	struct parse parse = { .numbering = numbering };
	const struct cnd_xml_handler handler = {
		.context = &parse, .start = on_start, .end = on_end
	};

	numbering->arena = arena;
	if (part.len == 0)
		return numbering;
	if (!cnd_xml_parse(part, &handler, err))
		return NULL;
	for (size_t i = 0; i < numbering->list_count; i++)
		numbering->lists[i].abstract = follow_style(numbering,
			find_abstract(
				numbering, numbering->lists[i].abstract_id));
	return numbering;
}

static struct list *
find_list(const struct cnd_numbering *numbering, uint32_t num)
{
	for (size_t i = 0; i < numbering->list_count; i++)
		if (numbering->lists[i].id == num)
			return &numbering->lists[i];
	return NULL;
}

static const struct level *
level_of(const struct list *list, uint32_t index)
{
	if (list->overrides[index].has_level)
		return &list->overrides[index].level;
	return &list->abstract->levels[index];
}

uint32_t
cnd_numbering_style_level(const struct cnd_numbering *numbering, uint32_t num,
	struct cnd_str style, uint32_t level)
{
	const struct list *list = find_list(numbering, num);

	if (list == NULL || list->abstract == NULL)
		return level;
	for (uint32_t i = 0; i < CND_NUMBERING_LEVELS; i++)
		if (style.len > 0 &&
			cnd_str_equal(level_of(list, i)->style, style))
			return i;
	return level;
}

/* Counts one paragraph: its level goes up, deeper ones start again. */
static void
count(struct list *list, uint32_t index)
{
	struct abstract *abstract = list->abstract;
	struct override *override = &list->overrides[index];

	if (override->has_start && !override->has_fired) {
		abstract->counters[index] = override->start;
		override->has_fired = true;
	} else if (abstract->is_counting[index]) {
		abstract->counters[index]++;
	} else {
		abstract->counters[index] = level_of(list, index)->start;
	}
	abstract->is_counting[index] = true;
	for (uint32_t i = index + 1; i < CND_NUMBERING_LEVELS; i++) {
		const struct level *deeper = level_of(list, i);

		if (!deeper->has_restart ||
			(deeper->restart > 0 && index < deeper->restart))
			abstract->is_counting[i] = false;
	}
}

/* The number to show for a level; one not counted yet shows its start. */
static uint32_t
shown(const struct list *list, uint32_t index)
{
	if (list->abstract->is_counting[index])
		return list->abstract->counters[index];
	return level_of(list, index)->start;
}

static void
write_label(const struct list *list, uint32_t index, struct cnd_buf *out)
{
	const struct level *level = level_of(list, index);
	struct cnd_str text = level->text;

	for (size_t i = 0; i < text.len; i++) {
		uint32_t of;

		if (text.data[i] != '%' || i + 1 == text.len ||
			!cnd_is_digit(text.data[i + 1]) ||
			text.data[i + 1] == '0') {
			cnd_buf_putc(out, text.data[i]);
			continue;
		}
		of = (uint32_t)(text.data[++i] - '1');
		cnd_numeral_write(level->is_legal ? CND_NUMERAL_DECIMAL
						  : level_of(list, of)->format,
			shown(list, of), out);
	}
}

struct cnd_str
cnd_numbering_next(
	struct cnd_numbering *numbering, uint32_t num, uint32_t level)
{
	struct list *list = find_list(numbering, num);
	struct cnd_buf label = { 0 };
	struct cnd_str copy;

	if (list == NULL || list->abstract == NULL)
		return (struct cnd_str){ 0 };
	if (level >= CND_NUMBERING_LEVELS)
		level = CND_NUMBERING_LEVELS - 1;
	count(list, level);
	if (level_of(list, level)->format == CND_NUMERAL_BULLET)
		return cnd_label_bullet();
	if (level_of(list, level)->format == CND_NUMERAL_NONE)
		return (struct cnd_str){ 0 };
	write_label(list, level, &label);
	copy = cnd_arena_copy(
		numbering->arena, cnd_str_trim(cnd_buf_str(&label)));
	cnd_buf_dispose(&label);
	return copy;
}
