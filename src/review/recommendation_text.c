/* Each paragraph and item goes to what its place calls for. */
#include "review/recommendation.h"

/* It stands itself below a line that says what was found or who wrote. */
static bool
is_told_as_fact(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t above = line->block->parent_item != CND_NONE
		? line->block->parent_item
		: line->block->lead_in;

	struct cnd_line head;

	if (!line->is_item || above == CND_NONE)
		return false;
	head = cnd_line_of(finder, above);
	return cnd_lead_of(finder, &head) == CND_LEAD_OTHER;
}

/* It is itself a part of the recommendation that a line above began. */
static bool
is_part(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t above = cnd_line_opener(finder, line);

	return line->is_item && above != CND_NONE &&
		finder->taken[above] != CND_NONE &&
		finder->lead[above] == CND_LEAD_ELABORATING;
}

/* Notes what a line makes of the items below; true when that is all. */
bool
cnd_take_lead(
	struct cnd_finder *finder, const struct cnd_line *line, bool is_bearing)
{
	enum cnd_lead lead;

	if (!cnd_has_items(finder, line->index))
		return false;
	lead = cnd_lead_of(finder, line);
	if (is_told_as_fact(finder, line))
		lead = CND_LEAD_OTHER;
	if (lead == CND_LEAD_INTRO && is_part(finder, line))
		lead = CND_LEAD_ELABORATING;
	if (!is_bearing && lead != CND_LEAD_QUESTION &&
		!cnd_opens_elsewhere(finder, line, lead))
		return false;
	finder->lead[line->index] = (uint8_t)lead;
	finder->opened = line->index;
	return lead != CND_LEAD_NONE && lead != CND_LEAD_ELABORATING;
}

/* A paragraph inside an item goes with its item. */
static bool
take_inside(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t last = finder->last_line;

	if (line->is_item || line->block->level == 0 || last == CND_NONE ||
		line->is_explicit)
		return false;
	if (finder->taken[last] != CND_NONE)
		cnd_line_join(finder, line, finder->taken[last]);
	return true;
}

/*
 * Where a report speaks of answers or of earlier reviews a label is
 * theirs, unless it goes on counting where this one's stopped.
 */
static bool
is_of_others(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t number = cnd_label_count(line->number);
	bool goes_on = number > 1 && number == finder->last_number + 1;

	if (cnd_role_is_closed(cnd_block_role(finder->doc, line->block)) &&
		finder->mode != CND_MODE_RECOMMENDATIONS && !goes_on)
		return true;
	if (number > 0)
		finder->last_number = number;
	return false;
}

/*
 * "R1" alone may number the paragraphs of "Reflections"; where nothing is
 * asked for it does.
 */
static bool
is_paragraph_number(
	const struct cnd_finder *finder, const struct cnd_line *line)
{
	enum { CODE_BYTES = 4 };

	return line->label.len > 0 && line->label.len <= CODE_BYTES &&
		!cnd_is_bearing(finder, line->block->section) &&
		!cnd_text_directs(finder, line->text) &&
		!cnd_orders_behind_colon(finder, line->text) &&
		cnd_cue_holds(finder->structure, CND_CUE_STATEMENT, line->text);
}

/* "R4. open a desk" below "By May the Council should:". */
static bool
completes_lead(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening =
		line->is_item ? cnd_line_opener(finder, line) : CND_NONE;

	return opening != CND_NONE && finder->lead[opening] == CND_LEAD_MODAL &&
		!cnd_has_items(finder, line->index);
}

static void
take_explicit(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (is_paragraph_number(finder, line) || is_of_others(finder, line))
		return;
	if (cnd_names_next(finder, line)) {
		finder->heading_label = line->label;
		finder->heading_number = line->number;
		finder->heading_section = line->block->section;
		finder->is_heading_label = false;
		return;
	}
	if (completes_lead(finder, line) &&
		cnd_take_opened(finder, line, cnd_line_opener(finder, line)))
		return;
	if (!cnd_take_lead(finder, line, true)) {
		size_t own = finder->count;
		uint32_t next;

		cnd_line_candidate(finder, line, line->body);
		next = cnd_take_labels_inside(finder, line);
		if (next > line->body.from)
			finder->items[own].spans[0].to = next;
	}
}

static void
take_question(struct cnd_finder *finder, const struct cnd_line *line)
{
	bool asks = cnd_str_find_byte(line->text, '?') != CND_NOT_FOUND;

	bool wonders =
		cnd_str_find(line->text, CND_STR(" whether ")) != CND_NOT_FOUND;

	if (!asks && !wonders && cnd_text_tells_body(finder, line->text))
		cnd_line_candidate(finder, line, line->body);
	else if (asks ? line->is_item || cnd_line_asks(finder, line)
		      : line->is_item && (wonders || line->label.len == 0))
		cnd_question_add(finder, line->body);
}

/* Questions end with the first paragraph that asks nothing. */
static bool
is_asking(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (finder->mode == CND_MODE_QUESTIONS && !line->is_item &&
		!cnd_line_asks(finder, line))
		finder->mode = CND_MODE_SECTION;
	return finder->mode == CND_MODE_QUESTIONS ||
		(finder->mode == CND_MODE_SECTION &&
			cnd_block_role(finder->doc, line->block) ==
				CND_ROLE_QUESTIONS);
}

/*
 * Below a heading that is one recommendation stand its parts and comments
 * on it; only what is labelled itself is another one.
 */
static bool
take_below(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening = cnd_line_opener(finder, line);

	if (finder->heading_taken == CND_NONE || line->is_explicit)
		return false;
	if (!line->is_item)
		(void)cnd_take_lead(finder, line, true);
	else if (opening == CND_NONE ||
		(!cnd_take_opened(finder, line, opening) &&
			cnd_has_colon(finder, opening)))
		cnd_line_join(finder, line, finder->heading_taken);
	return true;
}

/* A line that cannot belong to the list opened above. */
static bool
ends_list(const struct cnd_finder *finder, const struct cnd_line *line)
{
	if (cnd_line_counts_on(finder, line, finder->opened))
		return false;
	if (!line->is_item)
		return !cnd_line_continues(line);
	return line->block->lead_in == CND_NONE && line->label.len > 0 &&
		cnd_is_digit(line->label.data[0]);
}

/* "By: July 2025" right below a recommendation. */
static bool
take_field(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t last = finder->last_line;

	if (line->is_explicit || last == CND_NONE ||
		finder->taken[last] == CND_NONE ||
		!cnd_cue_holds(
			finder->structure, CND_CUE_FIELD_LINE, line->text))
		return false;
	cnd_line_join(finder, line, finder->taken[last]);
	return true;
}

/* What its label, the lines around it and its section say it is. */
static void
take_by_place(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (take_field(finder, line))
		return;
	if (line->is_explicit) {
		take_explicit(finder, line);
	} else if (is_asking(finder, line)) {
		take_question(finder, line);
	} else if (take_below(finder, line) ||
		cnd_take_labels_inside(finder, line) > 0) {
		return;
	} else if (cnd_announces(finder, line)) {
		(void)cnd_take_lead(finder, line, true);
	} else if (cnd_bears_line(finder, line)) {
		cnd_take_bearing(finder, line);
	} else if (!cnd_take_lead(finder, line, false)) {
		cnd_take_elsewhere(finder, line);
		cnd_take_trailing_title(finder, line);
	}
}

void
cnd_take_line(struct cnd_finder *finder, uint32_t index)
{
	struct cnd_line line = cnd_line_of(finder, index);

	if (finder->is_box_mode && (line.block->flags & CND_BLOCK_QUOTED) == 0)
		finder->mode = CND_MODE_SECTION;
	if (ends_list(finder, &line))
		finder->opened = CND_NONE;
	if (take_inside(finder, &line))
		return;
	if (!cnd_take_title(finder, &line) && !cnd_take_labelled(finder, &line))
		take_by_place(finder, &line);
	cnd_take_lost_heading(finder, &line);
	finder->last_line = index;
	finder->is_box_mode = (line.block->flags & CND_BLOCK_QUOTED) != 0;
}
