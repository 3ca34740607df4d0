/*
 * Recommendations in running text and lists.  Where recommendations stand,
 * a line is one unless it says otherwise; elsewhere it must say so itself.
 */
#include "review/recommendation.h"

#include "text/word.h"

enum {
	TITLE_BYTES = 90, /* a line that heads what follows it */
	PHRASE_WORDS = 14, /* "Training.": a recommendation without a verb */
	BOLD_BYTES = 40 /* a bold line shorter than this is a heading */
};

static struct cnd_candidate *
new_candidate(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	struct cnd_candidate *made = cnd_candidate_new(finder, line->index);

	made->rec.label = line->label;
	made->number = line->number.len > 0 ? line->number : line->label;
	cnd_candidate_add(finder, made, span);
	made->main_count = made->span_count;
	return made;
}

/* Adds a line to a recommendation that an earlier block began. */
static void
join(struct cnd_finder *finder, const struct cnd_line *line, uint32_t taken)
{
	struct cnd_candidate *candidate = &finder->items[taken];

	cnd_candidate_add(finder, candidate, line->block->span);
	candidate->main_count = candidate->span_count;
	candidate->part_count++;
	finder->taken[line->index] = taken;
}

static bool
is_question(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return cnd_cue_holds(
		finder->structure, CND_CUE_QUESTION, cnd_str_trim(line->text));
}

/* Opens in small letters: the rest of a sentence begun above. */
static bool
continues(const struct cnd_line *line)
{
	return line->text.len > 0 && line->text.data[0] >= 'a' &&
		line->text.data[0] <= 'z';
}

/* The block that opens the list a line is an item of, or CND_NONE. */
static uint32_t
opener(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening = line->block->lead_in != CND_NONE
		? line->block->lead_in
		: line->block->parent_item;

	if (!line->is_item)
		return continues(line) ? finder->opened : CND_NONE;
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
	struct cnd_candidate *made = new_candidate(finder, line, line->body);

	made->rec.lead_in = head.body;
	if (lead == CND_LEAD_AGENCY)
		made->rec.heading = head.body;
	if (head.is_explicit && !line->is_explicit) {
		made->rec.label = head.label;
		made->number = head.number;
	}
}

/* A numbered item is its own, unless a colon or its depth says it is not. */
static bool
goes_with(const struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	if (line->is_explicit)
		return false;
	return line->label.len == 0 || !cnd_is_digit(line->label.data[0]) ||
		line->block->parent_item != CND_NONE ||
		finder->lead[opening] == CND_LEAD_ELABORATING;
}

/* An item below a line that opens its list; false when it says nothing. */
static bool
take_opened(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	if (finder->taken[opening] != CND_NONE &&
		goes_with(finder, line, opening)) {
		join(finder, line, finder->taken[opening]);
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
	case CND_LEAD_NONE:
	case CND_LEAD_INTRO:
	case CND_LEAD_ELABORATING:
		break;
	}
	return false;
}

/* "Consideration of firearms.": short, and no statement. */
static bool
is_phrase(const struct cnd_finder *finder, struct cnd_str text)
{
	return cnd_word_count(cnd_str_slice(text, 0, 200)) <= PHRASE_WORDS &&
		!cnd_cue_holds(finder->structure, CND_CUE_STATEMENT, text);
}

static bool
is_mixed(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return line->block->section != CND_NONE &&
		cnd_cue_holds(finder->structure, CND_CUE_MIXED,
			cnd_section_title(finder->doc, line->block->section));
}

/* A numbered paragraph among recommendations. */
static bool
numbered_counts(const struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_str first, struct cnd_str rest)
{
	if (cnd_text_directs(finder, first))
		return true;
	if (is_mixed(finder, line))
		return false;
	return cnd_text_directs(finder, rest) ||
		cnd_cue_holds(
			finder->structure, CND_CUE_WEAK_DIRECTIVE, first) ||
		is_phrase(finder, rest);
}

/*
 * A paragraph without a number.  Where others have labels it is comment
 * on them, unless it says that it is a recommendation too.
 */
static bool
unnumbered_counts(const struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_str first, struct cnd_str rest, bool is_after_aside)
{
	const struct cnd_structure *structure = finder->structure;
	uint32_t section = line->block->section;
	bool follows = finder->last_line != CND_NONE &&
		finder->taken[finder->last_line] != CND_NONE;

	if (cnd_cue_holds(structure, CND_CUE_RECOMMENDS, first))
		return true;
	if (section != CND_NONE && finder->labelled[section] > 0 && follows &&
		!is_after_aside)
		return false;
	if (cnd_cue_holds(structure, CND_CUE_DIRECTIVE, first))
		return true;
	return !is_mixed(finder, line) && !follows &&
		cnd_text_directs(finder, rest);
}

/* A paragraph in a place where recommendations stand: is it one? */
static bool
take_paragraph(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	struct cnd_span sentence, span;
	struct cnd_str first, rest;
	bool is_after_aside, counts;

	if (!cnd_line_first_sentence(finder, line, &sentence, &is_after_aside))
		return true;
	span = (struct cnd_span){ sentence.from, line->body.to };
	first = cnd_document_text(doc, sentence);
	rest = cnd_document_text(doc, span);
	counts = line->label.len > 0
		? numbered_counts(finder, line, first, rest)
		: unnumbered_counts(finder, line, first, rest, is_after_aside);
	if (counts)
		new_candidate(finder, line, span);
	return counts;
}

/*
 * What a line like "Recommendations" opened, without being a heading, ends
 * with the first paragraph behind them that is none.
 */
static enum cnd_mode
end_of_mode(const struct cnd_finder *finder)
{
	return finder->mode == CND_MODE_RECOMMENDATIONS &&
			finder->last_line != CND_NONE &&
			finder->taken[finder->last_line] != CND_NONE
		? CND_MODE_SECTION
		: finder->mode;
}

/* An item in a place where recommendations stand. */
static void
take_item(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span sentence;
	bool is_after_aside;
	uint32_t opening = opener(finder, line);

	if (opening != CND_NONE && take_opened(finder, line, opening))
		return;
	if (cnd_line_first_sentence(finder, line, &sentence, &is_after_aside))
		new_candidate(finder, line, line->body);
}

/* Behind "For" or "To", which says that a body is addressed. */
static bool
is_addressed(const struct cnd_finder *finder, struct cnd_span *span)
{
	struct cnd_str text = cnd_document_text(finder->doc, *span);
	size_t skip = 0;

	if (cnd_str_equal_fold(cnd_str_slice(text, 0, 4), CND_STR("for ")))
		skip = 4;
	else if (cnd_str_equal_fold(cnd_str_slice(text, 0, 3), CND_STR("to ")))
		skip = 3;
	if (skip == 0 ||
		!cnd_is_body(
			finder->structure, cnd_str_slice(text, skip, text.len)))
		return false;
	span->from += (uint32_t)skip;
	return true;
}

/* "Anytown Council", or the end of "Recommendations for Anytown Council". */
static struct cnd_span
agency_of_title(const struct cnd_finder *finder, const struct cnd_line *line,
	bool has_own_role)
{
	static const char *const words[] = { " for ", " to " };
	struct cnd_span span = line->body;

	for (size_t i = 0; i < 2 && has_own_role; i++) {
		size_t at = cnd_str_find(line->text, cnd_str_of(words[i]));

		if (at == CND_NOT_FOUND)
			continue;
		span.from = line->body.from + (uint32_t)at + 1;
		has_own_role = false;
	}
	if (!has_own_role &&
		(is_addressed(finder, &span) ||
			cnd_text_is_agency(
				finder, cnd_document_text(finder->doc, span))))
		return span;
	return (struct cnd_span){ 0, 0 };
}

/* A line that only names what follows it: true when that was all. */
static bool
take_title(struct cnd_finder *finder, const struct cnd_line *line)
{
	bool is_bold = (line->block->flags & CND_BLOCK_EMPHASIS) != 0;
	struct cnd_str text = cnd_str_trim(line->text);
	enum cnd_role role;
	char last;

	if (line->is_item || line->is_explicit || text.len == 0 ||
		text.len > TITLE_BYTES)
		return false;
	last = text.data[text.len - 1];
	if (last == '.' || last == ';' || last == '?' || last == ',')
		return false;
	if (!is_bold && cnd_word_count(text) > 6)
		return false;
	role = cnd_role_of_heading(finder->structure, finder->type, text);
	if (role == CND_ROLE_RECOMMENDATIONS || role == CND_ROLE_ACTION_PLAN)
		finder->mode = CND_MODE_RECOMMENDATIONS;
	else if (role == CND_ROLE_QUESTIONS)
		finder->mode = CND_MODE_QUESTIONS;
	else if (!is_bold)
		return false;
	else if (role != CND_ROLE_NONE && !cnd_text_is_agency(finder, text))
		finder->mode = CND_MODE_SECTION;
	if (is_bold && cnd_text_directs(finder, text) && text.len > BOLD_BYTES)
		return false;
	finder->agency = agency_of_title(finder, line, false);
	return true;
}

/* Where a recommendation may stand by itself, outside its section. */
static bool
is_open_role(enum cnd_role role)
{
	switch (role) {
	case CND_ROLE_NONE:
	case CND_ROLE_SUMMARY:
	case CND_ROLE_ANALYSIS:
	case CND_ROLE_FINDINGS:
	case CND_ROLE_PRACTICE:
	case CND_ROLE_CONCLUSION:
		return true;
	default:
		return false;
	}
}

/* Where even a labelled recommendation is another review's. */
static bool
is_closed_role(enum cnd_role role)
{
	switch (role) {
	case CND_ROLE_CONTENTS:
	case CND_ROLE_TERMS:
	case CND_ROLE_NARRATIVE:
	case CND_ROLE_QUESTIONS:
	case CND_ROLE_RESPONSE:
	case CND_ROLE_DISSENT:
	case CND_ROLE_REFERENCES:
		return true;
	default:
		return false;
	}
}

/* "The review recommends that …" somewhere in a paragraph of analysis. */
static void
take_recommending(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str text = cnd_document_text(doc, span);

		if (!cnd_cue_holds(
			    finder->structure, CND_CUE_RECOMMENDS, text) ||
			cnd_cue_holds(finder->structure, CND_CUE_RECOMMENDS_NOT,
				text) ||
			cnd_document_is_quoted(doc, span))
			continue;
		span.to = block->span.to;
		new_candidate(finder, line, span);
		return;
	}
}

/* A bold sentence inside analysis that tells somebody to do something. */
static bool
is_bold_order(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return (line->block->flags & CND_BLOCK_EMPHASIS) != 0 &&
		line->text.len > BOLD_BYTES &&
		cnd_cue_holds(
			finder->structure, CND_CUE_DIRECTIVE, line->text) &&
		!is_question(finder, line);
}

/* A line outside the sections that hold recommendations. */
static void
take_elsewhere(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t section = line->block->section;
	uint32_t opening = opener(finder, line);

	if (line->is_item && opening != CND_NONE) {
		if (finder->taken[opening] != CND_NONE ||
			finder->lead[opening] == CND_LEAD_MODAL)
			(void)take_opened(finder, line, opening);
		else if (finder->lead[opening] == CND_LEAD_INTRO)
			take_item(finder, line);
		return;
	}
	if (is_bold_order(finder, line))
		new_candidate(finder, line, line->body);
	else if (section != CND_NONE &&
		is_open_role(finder->doc->sections[section].role) &&
		cnd_str_find(line->text, CND_STR("recommend")) != CND_NOT_FOUND)
		take_recommending(finder, line);
}

/* Whether a lead-in outside those sections opens recommendations. */
static bool
opens_elsewhere(const struct cnd_finder *finder, const struct cnd_line *line,
	enum cnd_lead lead)
{
	uint32_t section = line->block->section;
	enum cnd_role role = cnd_block_role(finder->doc, line->block);
	struct cnd_str text = line->text;
	bool says_so = cnd_str_find(text, CND_STR("ecommend")) != CND_NOT_FOUND;

	if (!is_open_role(role) ||
		cnd_cue_holds(finder->structure, CND_CUE_EARLIER, text))
		return false;
	if (lead == CND_LEAD_MODAL)
		return says_so ||
			(section != CND_NONE && finder->labelled[section] > 0);
	return lead == CND_LEAD_INTRO && says_so;
}

/* Notes what a line makes of the items below; true when that is all. */
static bool
take_lead(
	struct cnd_finder *finder, const struct cnd_line *line, bool is_bearing)
{
	enum cnd_lead lead;

	if (!cnd_has_items(finder, line->index))
		return false;
	lead = cnd_lead_of(finder, line);
	if (!is_bearing && lead != CND_LEAD_QUESTION &&
		!opens_elsewhere(finder, line, lead))
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
		join(finder, line, finder->taken[last]);
	return true;
}

/*
 * "Recommendation 3: Supervision", and what is recommended in the next
 * paragraph: the line only names it.
 */
static bool
names_next(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;
	struct cnd_line below;

	if (line->text.len == 0)
		return true;
	if (line->is_item || line->text.len > TITLE_BYTES ||
		next >= doc->block_count ||
		doc->blocks[next].kind != CND_BLOCK_PARAGRAPH ||
		doc->blocks[next].section != line->block->section ||
		cnd_text_directs(finder, line->text))
		return false;
	below = cnd_line_of(finder, next);
	return !below.is_explicit && below.label.len == 0 &&
		below.text.len > line->text.len &&
		cnd_text_directs(finder, below.text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_ASIDE, below.text);
}

static void
take_explicit(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (is_closed_role(cnd_block_role(finder->doc, line->block)) &&
		finder->mode != CND_MODE_RECOMMENDATIONS)
		return;
	if (names_next(finder, line)) {
		finder->heading_label = line->label;
		finder->heading_number = line->number;
		finder->heading_section = line->block->section;
		return;
	}
	if (!take_lead(finder, line, true))
		new_candidate(finder, line, line->body);
}

/* The words below a heading that is a recommendation's label. */
static bool
take_labelled(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_line named = *line;
	struct cnd_span sentence;
	bool is_after_aside;

	if (finder->heading_section == CND_NONE ||
		finder->heading_section != line->block->section ||
		line->is_explicit ||
		!cnd_line_first_sentence(
			finder, line, &sentence, &is_after_aside))
		return false;
	named.label = finder->heading_label;
	named.number = finder->heading_number;
	named.is_explicit = true;
	if (!take_lead(finder, &named, true))
		new_candidate(finder, &named, line->body);
	finder->heading_section = CND_NONE;
	return true;
}

static void
take_bearing(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (cnd_cue_holds(finder->structure, CND_CUE_NOT_ITEM, line->text) ||
		cnd_cue_holds(finder->structure, CND_CUE_NOT_ITEM, line->label))
		return;
	if (is_question(finder, line))
		cnd_question_add(finder, line->body);
	else if (take_lead(finder, line, true))
		return;
	else if (line->is_item || opener(finder, line) != CND_NONE)
		take_item(finder, line);
	else if (!take_paragraph(finder, line))
		finder->mode = end_of_mode(finder);
}

static void
take_question(struct cnd_finder *finder, const struct cnd_line *line)
{
	bool asks = cnd_str_find_byte(line->text, '?') != CND_NOT_FOUND;

	bool wonders =
		cnd_str_find(line->text, CND_STR(" whether ")) != CND_NOT_FOUND;

	if (asks ? line->is_item || is_question(finder, line)
		 : line->is_item && (wonders || line->label.len == 0))
		cnd_question_add(finder, line->body);
}

/* Questions end with the first paragraph that asks nothing. */
static bool
is_asking(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (finder->mode == CND_MODE_QUESTIONS && !line->is_item &&
		!is_question(finder, line))
		finder->mode = CND_MODE_SECTION;
	return finder->mode == CND_MODE_QUESTIONS ||
		(finder->mode == CND_MODE_SECTION &&
			cnd_block_role(finder->doc, line->block) ==
				CND_ROLE_QUESTIONS);
}

/* A line that cannot belong to a list opened above. */
static bool
ends_list(const struct cnd_line *line)
{
	if (!line->is_item)
		return !continues(line);
	return line->block->lead_in == CND_NONE && line->label.len > 0 &&
		cnd_is_digit(line->label.data[0]);
}

void
cnd_take_line(struct cnd_finder *finder, uint32_t index)
{
	struct cnd_line line = cnd_line_of(finder, index);
	uint32_t section = line.block->section;

	if (ends_list(&line))
		finder->opened = CND_NONE;
	if (take_inside(finder, &line))
		return;
	if (take_title(finder, &line))
		;
	else if (take_labelled(finder, &line))
		;
	else if (line.is_explicit)
		take_explicit(finder, &line);
	else if (is_asking(finder, &line))
		take_question(finder, &line);
	else if (cnd_is_bearing(finder, section))
		take_bearing(finder, &line);
	else if (!take_lead(finder, &line, false))
		take_elsewhere(finder, &line);
	finder->last_line = index;
}

void
cnd_take_heading(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_section *section =
		&finder->doc->sections[finder->doc->blocks[index].section];
	struct cnd_line line = cnd_line_of(finder, index);

	finder->mode = CND_MODE_SECTION;
	finder->last_line = CND_NONE;
	finder->opened = CND_NONE;
	finder->heading_section = CND_NONE;
	finder->agency = (struct cnd_span){ 0, 0 };
	if (line.is_explicit && line.number.len > 0 &&
		!is_closed_role(section->role)) {
		if (cnd_text_directs(finder, line.text) &&
			line.text.len > BOLD_BYTES) {
			new_candidate(finder, &line, line.body);
			return;
		}
		finder->heading_label = line.label;
		finder->heading_number = line.number;
		finder->heading_section = line.block->section;
	} else if (cnd_is_bearing(finder, line.block->section)) {
		finder->agency =
			agency_of_title(finder, &line, section->has_own_role);
	}
}
