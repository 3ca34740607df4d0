/*
 * List counters.  An item counts when its first paragraph asks for a label,
 * so that an item which only wraps a nested list does not.
 */
#include "read/odt_lists.h"

#include "read/label.h"

/* Counters of a list and of those nested in it, by level. */
struct counters {
	struct cnd_str id;
	struct cnd_str style;
	uint32_t value[CND_ODT_LEVELS];
	bool is_counting[CND_ODT_LEVELS];
};

/* An open text:list. */
struct open_list {
	struct cnd_str style;
	bool has_label_to_give; /* its open item has shown no number yet */
	uint32_t start; /* the open item's own start, or 0 */
};

struct cnd_odt_lists {
	struct cnd_arena *arena;
	const struct cnd_odt_styles *styles;
	struct counters *runs; /* one for each outermost list */
	size_t run_count;
	size_t run_capacity;
	size_t run; /* the one that counts now */
	struct open_list open[CND_ODT_LEVELS];
	uint32_t depth; /* may pass CND_ODT_LEVELS */
	struct counters headings;
};

struct cnd_odt_lists *
cnd_odt_lists_new(struct cnd_arena *arena, const struct cnd_odt_styles *styles)
{
	struct cnd_odt_lists *lists = cnd_arena_alloc(arena, sizeof(*lists));

	lists->arena = arena;
	lists->styles = styles;
	return lists;
}

/* The run to go on from; CND_NOT_FOUND for none. */
static size_t
find_run(const struct cnd_odt_lists *lists, struct cnd_str style,
	struct cnd_str continued, bool is_continuing)
{
	for (size_t i = lists->run_count; i-- > 0;) {
		const struct counters *run = &lists->runs[i];

		if (continued.len > 0 && cnd_str_equal(run->id, continued))
			return i;
		if (continued.len == 0 && is_continuing &&
			cnd_str_equal(run->style, style))
			return i;
	}
	return CND_NOT_FOUND;
}

static void
open_run(struct cnd_odt_lists *lists, struct cnd_str style, struct cnd_str id,
	size_t from)
{
	struct counters *run;

	lists->runs = cnd_arena_grow(lists->arena, lists->runs,
		lists->run_count, &lists->run_capacity, sizeof(*lists->runs));
	run = &lists->runs[lists->run_count];
	*run = from == CND_NOT_FOUND ? (struct counters){ 0 }
				     : lists->runs[from];
	run->id = cnd_arena_copy(lists->arena, id);
	run->style = cnd_arena_copy(lists->arena, style);
	lists->run = lists->run_count++;
}

void
cnd_odt_lists_open(struct cnd_odt_lists *lists, struct cnd_str style,
	struct cnd_str id, struct cnd_str continued, bool is_continuing)
{
	uint32_t depth = lists->depth++;

	if (depth >= CND_ODT_LEVELS)
		return;
	if (depth == 0)
		open_run(lists, style, id,
			find_run(lists, style, continued, is_continuing));
	if (style.len == 0 && depth > 0)
		lists->open[depth].style = lists->open[depth - 1].style;
	else
		lists->open[depth].style = cnd_arena_copy(lists->arena, style);
	lists->open[depth].has_label_to_give = false;
	if (depth > 0)
		lists->runs[lists->run].is_counting[depth] = false;
}

void
cnd_odt_lists_close(struct cnd_odt_lists *lists)
{
	if (lists->depth > 0)
		lists->depth--;
}

void
cnd_odt_lists_item(struct cnd_odt_lists *lists, uint32_t start)
{
	if (lists->depth == 0 || lists->depth > CND_ODT_LEVELS)
		return;
	lists->open[lists->depth - 1].has_label_to_give = true;
	lists->open[lists->depth - 1].start = start;
}

uint32_t
cnd_odt_lists_depth(const struct cnd_odt_lists *lists)
{
	return lists->depth;
}

static void
count(struct counters *counters, const struct cnd_odt_level *level,
	uint32_t index, uint32_t start)
{
	if (start > 0)
		counters->value[index] = start;
	else if (counters->is_counting[index])
		counters->value[index]++;
	else
		counters->value[index] = level->start;
	counters->is_counting[index] = true;
	for (uint32_t i = index + 1; i < CND_ODT_LEVELS; i++)
		counters->is_counting[i] = false;
}

static void
write_number(const struct cnd_odt_list_style *style,
	const struct counters *counters, uint32_t index, struct cnd_buf *out)
{
	uint32_t value = counters->is_counting[index]
		? counters->value[index]
		: style->levels[index].start;

	if (style->levels[index].format != CND_NUMERAL_NONE)
		cnd_numeral_write(style->levels[index].format, value, out);
}

/* LibreOffice's "%1%.%2%": each %n% is the number of level n. */
static void
write_pattern(const struct cnd_odt_list_style *style,
	const struct counters *counters, struct cnd_str pattern,
	struct cnd_buf *out)
{
	for (size_t i = 0; i < pattern.len; i++) {
		if (pattern.data[i] == '%' && i + 2 < pattern.len &&
			cnd_is_digit(pattern.data[i + 1]) &&
			pattern.data[i + 1] != '0' &&
			pattern.data[i + 2] == '%') {
			write_number(style, counters,
				(uint32_t)(pattern.data[i + 1] - '1'), out);
			i += 2;
		} else {
			cnd_buf_putc(out, pattern.data[i]);
		}
	}
}

static void
write_levels(const struct cnd_odt_list_style *style,
	const struct counters *counters, uint32_t index, struct cnd_buf *out)
{
	const struct cnd_odt_level *level = &style->levels[index];
	uint32_t shown = level->shown_levels;

	if (shown == 0 || shown > index + 1)
		shown = index + 1;
	cnd_buf_put(out, level->prefix);
	for (uint32_t i = index + 1 - shown; i <= index; i++) {
		if (i > index + 1 - shown)
			cnd_buf_putc(out, '.');
		write_number(style, counters, i, out);
	}
	cnd_buf_put(out, level->suffix);
}

static struct cnd_str
label_of(struct cnd_odt_lists *lists, const struct cnd_odt_list_style *style,
	struct counters *counters, uint32_t index, uint32_t start)
{
	const struct cnd_odt_level *level = &style->levels[index];
	struct cnd_buf out = { 0 };
	struct cnd_str label;

	if (!level->is_defined)
		return (struct cnd_str){ 0 };
	count(counters, level, index, start);
	if (level->format == CND_NUMERAL_BULLET)
		return cnd_label_bullet();
	if (level->format == CND_NUMERAL_NONE && level->pattern.len == 0)
		return (struct cnd_str){ 0 };
	if (level->pattern.len > 0)
		write_pattern(style, counters, level->pattern, &out);
	else
		write_levels(style, counters, index, &out);
	label = cnd_arena_copy(lists->arena, cnd_str_trim(cnd_buf_str(&out)));
	cnd_buf_dispose(&out);
	return label;
}

struct cnd_str
cnd_odt_lists_label(struct cnd_odt_lists *lists, struct cnd_str paragraph_list)
{
	const struct cnd_odt_list_style *style;
	struct open_list *open;

	if (lists->depth == 0 || lists->depth > CND_ODT_LEVELS)
		return (struct cnd_str){ 0 };
	open = &lists->open[lists->depth - 1];
	if (!open->has_label_to_give)
		return (struct cnd_str){ 0 };
	open->has_label_to_give = false;
	style = cnd_odt_list_style_of(lists->styles,
		open->style.len > 0 ? open->style : paragraph_list);
	if (style == NULL)
		return (struct cnd_str){ 0 };
	return label_of(lists, style, &lists->runs[lists->run],
		lists->depth - 1, open->start);
}

struct cnd_str
cnd_odt_lists_heading(struct cnd_odt_lists *lists, uint32_t level)
{
	const struct cnd_odt_list_style *style =
		cnd_odt_list_style_of(lists->styles, (struct cnd_str){ 0 });

	if (style == NULL || level == 0 || level > CND_ODT_LEVELS)
		return (struct cnd_str){ 0 };
	return label_of(lists, style, &lists->headings, level - 1, 0);
}
