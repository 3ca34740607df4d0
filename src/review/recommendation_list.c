/* Items of lists: what the line that opens a list makes of them. */
#include "review/recommendation.h"

bool
cnd_line_counts_on(const struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t index)
{
	struct cnd_str above;
	struct cnd_str own = line->block->label;

	if (index == CND_NONE)
		return false;
	above = finder->doc->blocks[index].label;
	return above.len > 0 && cnd_is_digit(above.data[0]) &&
		own.len > above.len + 1 && cnd_str_starts_with(own, above) &&
		own.data[above.len] == '.' &&
		cnd_is_digit(own.data[above.len + 1]);
}

/* The block that opens the list a line is an item of, or CND_NONE. */
uint32_t
cnd_line_opener(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening = line->block->lead_in != CND_NONE
		? line->block->lead_in
		: line->block->parent_item;

	if (cnd_line_counts_on(finder, line, finder->opened))
		return finder->opened;
	if (!line->is_item)
		return cnd_line_continues(line) ? finder->opened : CND_NONE;
	/* Lines between that a reader could not tell to be items. */
	if (finder->opened != CND_NONE &&
		(opening == CND_NONE ||
			(finder->lead[opening] == CND_LEAD_NONE &&
				finder->taken[opening] == CND_NONE)))
		return finder->opened;
	return opening;
}

/* An item completes its opener's words, or stands under its name. */
static void
take_completing(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	enum cnd_lead lead = (enum cnd_lead)finder->lead[opening];
	const struct cnd_line head = cnd_line_of(finder, opening);
	struct cnd_candidate *made =
		cnd_line_candidate(finder, line, line->body);

	made->rec.lead_in = head.body;
	if (lead == CND_LEAD_AGENCY)
		made->rec.heading = head.body;
	if (head.is_explicit && !line->is_explicit) {
		made->rec.label = head.label;
		made->number = head.number;
	}
}

/* An item under "Recommendation 3: Supervision" takes that label. */
static bool
take_named(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	const struct cnd_line head = cnd_line_of(finder, opening);
	struct cnd_candidate *made;

	if (!head.is_explicit || line->is_explicit)
		return false;
	made = cnd_line_candidate(finder, line, line->body);
	made->rec.label = head.label;
	made->number = head.number;
	return true;
}

/* "The Board should publish:", "(b) on the website:", "(i) its minutes":
 * the line above completes the one above it. */
static bool
take_deeper(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	const struct cnd_line head = cnd_line_of(finder, opening);
	uint32_t above = cnd_line_opener(finder, &head);

	if (!head.is_item || above == CND_NONE || above >= opening ||
		finder->lead[above] != CND_LEAD_MODAL)
		return false;
	take_completing(finder, line, above);
	return true;
}

/* An order to a body of its own, below a line that announces no list. */
static bool
stands_by_itself(const struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	return line->block->parent_item == CND_NONE &&
		!cnd_has_colon(finder, opening) &&
		(cnd_text_tells_body(finder, line->text) ||
			cnd_text_tells_agency(finder, line->text));
}

/* A numbered item is its own, unless a colon or its depth says it is not. */
static bool
goes_with(const struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	if (line->is_explicit || stands_by_itself(finder, line, opening))
		return false;
	return line->label.len == 0 || !cnd_is_digit(line->label.data[0]) ||
		line->block->parent_item != CND_NONE ||
		finder->lead[opening] == CND_LEAD_ELABORATING;
}

/* An item below a line that opens its list; false when it says nothing. */
bool
cnd_take_opened(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	if (finder->taken[opening] != CND_NONE &&
		goes_with(finder, line, opening)) {
		cnd_line_join(finder, line, finder->taken[opening]);
		return true;
	}
	switch ((enum cnd_lead)finder->lead[opening]) {
	case CND_LEAD_MODAL:
	case CND_LEAD_AGENCY:
		take_completing(finder, line, opening);
		return true;
	case CND_LEAD_QUESTION:
		cnd_question_add(finder, line->body);
		return true;
	case CND_LEAD_OTHER:
		return !line->is_explicit;
	case CND_LEAD_INTRO:
		return take_named(finder, line, opening) ||
			take_deeper(finder, line, opening);
	case CND_LEAD_NONE:
	case CND_LEAD_ELABORATING:
		break;
	}
	return false;
}

/* An item in a place where recommendations stand. */
void
cnd_take_item(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span sentence;
	bool is_after_aside;
	uint32_t opening = cnd_line_opener(finder, line);

	if (opening != CND_NONE && cnd_take_opened(finder, line, opening))
		return;
	/* "NHS Lochside": one of those addressed, and nothing asked. */
	if (cnd_text_is_agency(finder, line->text))
		return;
	if (cnd_line_first_sentence(finder, line, &sentence, &is_after_aside))
		cnd_line_candidate(finder, line, line->body);
}
