/*
 * Lines outside the sections that hold recommendations: here one must say
 * itself that it is one.
 */
#include "review/recommendation.h"

#include "text/word.h"

/* Where a recommendation may stand by itself, outside its section. */
bool
cnd_role_is_open(enum cnd_role role)
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

bool
cnd_line_is_open(const struct cnd_finder *finder, const struct cnd_line *line)
{
	enum cnd_role role = cnd_block_role(finder->doc, line->block);

	return cnd_role_is_open(role) ||
		(role == CND_ROLE_FRONT && finder->doc->section_count == 1);
}

/* Where even a labelled recommendation is another review's. */
bool
cnd_role_is_closed(enum cnd_role role)
{
	switch (role) {
	case CND_ROLE_CONTENTS:
	case CND_ROLE_TERMS:
	case CND_ROLE_QUESTIONS:
	case CND_ROLE_RESPONSE:
	case CND_ROLE_REFERENCES:
		return true;
	default:
		return false;
	}
}

/* "The review recommends that …", not what somebody else did. */
static bool
recommends(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);

	return cnd_cue_holds(finder->structure, CND_CUE_RECOMMENDS, text) &&
		!cnd_cue_holds(
			finder->structure, CND_CUE_RECOMMENDS_NOT, text) &&
		!cnd_document_is_quoted(finder->doc, span);
}

/* In bold; or in italics, which quote people as well, and then a body is
 * told. */
static bool
is_marked(const struct cnd_finder *finder, struct cnd_span span)
{
	const struct cnd_document *doc = finder->doc;
	struct cnd_str text = cnd_document_text(doc, span);

	if (cnd_is_strong(doc, span))
		return true;
	return cnd_is_slanted(doc, span) &&
		(cnd_text_tells_body(finder, text) ||
			cnd_text_tells_agency(finder, text));
}

enum {
	ORDER_SENTENCES = 2, /* more of them are an argument */
	GROUP_WORDS = 3, /* "Carers", "All ward staff" */
	LEAST_WORDS = 3, /* of a sentence in bold that is no heading */
	THREADS = 2 /* as many recommend before a bare order counts */
};

static bool
is_marked_as(
	const struct cnd_finder *finder, struct cnd_span span, enum cnd_cue cue)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);

	return is_marked(finder, span) &&
		cnd_cue_holds(finder->structure, cue, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_QUESTION, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_NOT_ITEM, text);
}

/* "Staff need to listen.", where a report puts what it recommends in bold. */
static bool
is_brief_order(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text =
		cnd_str_trim(cnd_document_text(finder->doc, span));

	return (finder->marked >= THREADS || !finder->has_place) &&
		cnd_str_ends_with(text, CND_STR(".")) &&
		cnd_word_count(text) >= LEAST_WORDS &&
		(is_marked_as(finder, span, CND_CUE_DIRECTIVE) ||
			is_marked_as(finder, span, CND_CUE_IMPERATIVE));
}

/* Too long for a heading. */
static bool
is_long_order(const struct cnd_finder *finder, struct cnd_span span)
{
	return span.to - span.from > CND_BOLD_BYTES &&
		is_marked_as(finder, span, CND_CUE_DIRECTIVE);
}

/* A marked sentence that tells somebody to do something. */
static bool
is_marked_order(const struct cnd_finder *finder, struct cnd_span span)
{
	return is_long_order(finder, span) || is_brief_order(finder, span);
}

uint32_t
cnd_marked_orders(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_block *block = line->block;
	uint32_t count = 0;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			finder->doc->sentences[block->first_sentence + i].span;

		count += is_long_order(finder, span);
	}
	return count;
}

/*
 * "Anytown Council is asked to write", said by the review; "the school",
 * without a name, only where the report recommends on its way.
 */
static bool
asks_body(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct cnd_match match;
	struct cnd_str who;

	if (!cnd_cue_holds(finder->structure, CND_CUE_ASKS, text) ||
		!cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_DUTY], text, &match) ||
		cnd_document_is_quoted(finder->doc, span))
		return false;
	who = cnd_match_group(text, &match, 1);
	return cnd_text_is_agency(finder, who) || cnd_text_is_name(who) ||
		(finder->threads >= THREADS &&
			cnd_word_count(who) <= GROUP_WORDS &&
			cnd_is_body(finder->structure, who));
}

/* The sentence of a paragraph at which a recommendation begins. */
static bool
begins(const struct cnd_finder *finder, struct cnd_span span)
{
	if (recommends(finder, span) || is_marked_order(finder, span) ||
		asks_body(finder, span))
		return true;
	return finder->is_last_resort &&
		cnd_text_tells_body(
			finder, cnd_document_text(finder->doc, span)) &&
		!cnd_document_is_quoted(finder->doc, span);
}

/* "We also recommend that …", or an order in bold, behind another one in the
 * same paragraph. */
static bool
recommends_more(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);

	if (is_marked_order(finder, span))
		return true;
	return recommends(finder, span) &&
		cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_ASIDE, text);
}

/* Where the recommendation that begins with a sentence ends: before the
 * next one that says so, or with the paragraph. */
static uint32_t
end_of_order(const struct cnd_finder *finder, const struct cnd_block *block,
	uint32_t sentence)
{
	const struct cnd_document *doc = finder->doc;

	if (is_marked_order(finder,
		    doc->sentences[block->first_sentence + sentence].span))
		return doc->sentences[block->first_sentence + sentence].span.to;
	for (uint32_t i = sentence + 1; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;

		if (span.from < span.to && recommends_more(finder, span))
			return doc->sentences[block->first_sentence + i - 1]
				.span.to;
	}
	return block->span.to;
}

/* The recommendations somewhere in a paragraph of analysis. */
static bool
take_sentences(struct cnd_finder *finder, const struct cnd_line *line,
	bool (*opens)(const struct cnd_finder *finder, struct cnd_span span))
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	bool is_any = false;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;

		if (span.from >= span.to ||
			!(is_any ? recommends_more : opens)(finder, span))
			continue;
		span.to = end_of_order(finder, block, i);
		if (!cnd_take_run(finder, line, span))
			cnd_line_candidate(finder, line, span);
		is_any = true;
	}
	return is_any;
}

/* "… audit them (Recommendation 3)." */
static bool
take_label_behind(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	bool is_any = false;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str text = cnd_document_text(doc, span);
		struct cnd_candidate *made;
		struct cnd_match match;

		if (!cnd_cue_find(finder->structure,
			    finder->structure->cues[CND_CUE_LABEL_BEHIND], text,
			    &match) ||
			!cnd_text_directs(finder, text))
			continue;
		made = cnd_line_candidate(finder, line, span);
		made->number = cnd_match_group(text, &match, 1);
		made->rec.label = made->number;
		made->is_reference = true;
		is_any = true;
	}
	return is_any;
}

/* Whether a sentence begins with a recommendation's label, which has a number
 * or stands in bold; a bracket before that is taken off. */
static bool
has_label(const struct cnd_finder *finder, struct cnd_span *span,
	struct cnd_match *match)
{
	struct cnd_str text = cnd_document_text(finder->doc, *span);

	if (text.len > 0 && text.data[0] == '(') {
		span->from++;
		text = cnd_document_text(finder->doc, *span);
	}
	return text.len > 0 && (text.data[0] == 'R' || text.data[0] == 'S') &&
		cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_LABEL], text, match) &&
		match->to[0] > match->from[0] &&
		(match->to[1] > match->from[1] ||
			cnd_is_strong(finder->doc, *span));
}

uint32_t
cnd_take_labels_inside(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	uint32_t first = 0;
	struct cnd_candidate *made = NULL;
	struct cnd_match match;

	for (uint32_t i = 1; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str text;

		if (!has_label(finder, &span, &match))
			continue;
		text = cnd_document_text(doc, span);
		if (made != NULL)
			made->spans[0].to = span.from;
		else
			first = span.from;
		span.from += (uint32_t)match.to[0];
		span.to = block->span.to;
		made = cnd_line_candidate(finder, line, span);
		made->number = cnd_match_group(text, &match, 1);
		if (made->number.len == 0)
			continue;
		made->rec.label = cnd_str_slice(text, 0, match.to[1]);
		finder->last_number = cnd_label_count(made->number);
	}
	return first;
}

/* "Action: the Trust to write" inside a finding. */
static bool
take_action(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span span = line->body;
	struct cnd_match match;

	if (!cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_ACTION_LABEL], line->text,
		    &match) ||
		!cnd_text_directs(finder,
			cnd_str_slice(line->text, match.to[0], line->text.len)))
		return false;
	span.from += (uint32_t)match.to[0];
	cnd_line_candidate(finder, line, span);
	return true;
}

/* An item of a list that recommends; false when the list says nothing. */
static bool
take_of_list(struct cnd_finder *finder, const struct cnd_line *line,
	uint32_t opening)
{
	if (finder->taken[opening] != CND_NONE ||
		finder->lead[opening] == CND_LEAD_MODAL)
		return cnd_take_opened(finder, line, opening);
	if (finder->lead[opening] == CND_LEAD_INTRO)
		cnd_take_item(finder, line);
	return finder->lead[opening] != CND_LEAD_NONE || line->label.len == 0 ||
		!cnd_is_digit(line->label.data[0]);
}

/* "Carers should at all times …": a group, not "The review of 2012". */
static bool
tells_group(const struct cnd_finder *finder, struct cnd_str text)
{
	struct cnd_match match;
	struct cnd_str who;

	if (!cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_DUTY], text, &match))
		return false;
	who = cnd_match_group(text, &match, 1);
	return cnd_word_count(who) <= GROUP_WORDS && who.len > 0 &&
		who.data[who.len - 1] == 's' &&
		!cnd_cue_holds(finder->structure, CND_CUE_STATEMENT, who);
}

/*
 * Where recommendations are threaded through a report, a paragraph that is
 * nothing but an order to a body or a group is one of them.
 */
static bool
take_bare_order(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span span;
	struct cnd_str text;

	if (finder->threads < THREADS || finder->has_place ||
		line->block->sentence_count > ORDER_SENTENCES ||
		line->block->sentence_count == 0)
		return false;
	span = finder->doc->sentences[line->block->first_sentence].span;
	text = cnd_document_text(finder->doc, span);
	if (cnd_document_is_quoted(finder->doc, span) ||
		cnd_cue_holds(finder->structure, CND_CUE_ASIDE, text) ||
		cnd_cue_holds(finder->structure, CND_CUE_QUESTION, text) ||
		!(cnd_text_tells_body(finder, text) ||
			tells_group(finder, text) ||
			(cnd_str_starts_with(text, CND_STR("It would ")) &&
				cnd_text_directs(finder, text))))
		return false;
	cnd_line_candidate(finder, line, line->body);
	return true;
}

/* "Anytown Council to appoint a lead.": nothing but an order to a body. */
static bool
take_order_to(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span span;

	if (line->is_item || line->block->sentence_count == 0 ||
		line->block->sentence_count > ORDER_SENTENCES ||
		(finder->last_line != CND_NONE &&
			cnd_has_colon(finder, finder->last_line)))
		return false;
	span = finder->doc->sentences[line->block->first_sentence].span;
	if (span.to - span.from <= CND_BOLD_BYTES ||
		!cnd_text_tells_agency(
			finder, cnd_document_text(finder->doc, span)) ||
		!cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE,
			cnd_document_text(finder->doc, span)) ||
		cnd_document_is_quoted(finder->doc, span))
		return false;
	cnd_line_candidate(finder, line, line->body);
	return true;
}

/* "And police officers must …", right below a recommendation. */
static bool
take_next(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_span span;
	struct cnd_str text;

	if (finder->last_line == CND_NONE ||
		finder->taken[finder->last_line] == CND_NONE ||
		line->block->sentence_count == 0)
		return false;
	span = finder->doc->sentences[line->block->first_sentence].span;
	text = cnd_document_text(finder->doc, span);
	if (!cnd_cue_holds(structure, CND_CUE_GOES_ON, text) ||
		!cnd_cue_holds(structure, CND_CUE_DIRECTIVE, text) ||
		cnd_cue_holds(structure, CND_CUE_ASIDE, text) ||
		cnd_cue_holds(structure, CND_CUE_QUESTION, text) ||
		cnd_document_is_quoted(finder->doc, span))
		return false;
	cnd_line_candidate(finder, line, line->body);
	return true;
}

/* A line outside the sections that hold recommendations. */
void
cnd_take_elsewhere(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening = cnd_line_opener(finder, line);

	if (line->is_item && opening != CND_NONE &&
		take_of_list(finder, line, opening))
		return;
	if (!cnd_line_is_open(finder, line)) {
		if (cnd_block_role(finder->doc, line->block) ==
			CND_ROLE_NARRATIVE)
			(void)take_sentences(finder, line, recommends);
		return;
	}
	if (cnd_cue_holds(
		    finder->structure, CND_CUE_ASKS_SEVERAL, line->text) &&
		cnd_take_run(finder, line, line->body))
		return;
	if (!take_action(finder, line) && !take_label_behind(finder, line) &&
		!cnd_take_mentions(finder, line) && !take_next(finder, line) &&
		!take_order_to(finder, line) &&
		!take_sentences(finder, line, begins))
		(void)take_bare_order(finder, line);
}

/* Whether a lead-in outside those sections opens recommendations. */
bool
cnd_opens_elsewhere(const struct cnd_finder *finder,
	const struct cnd_line *line, enum cnd_lead lead)
{
	uint32_t section = line->block->section;
	struct cnd_str text = line->text;
	bool says_so = cnd_str_find(text, CND_STR("ecommend")) != CND_NOT_FOUND;

	if (!cnd_line_is_open(finder, line) ||
		cnd_cue_holds(finder->structure, CND_CUE_EARLIER, text))
		return false;
	/* "and that the Council:", below what the Trust was told */
	if (lead == CND_LEAD_MODAL && finder->opened != CND_NONE &&
		cnd_line_continues(line))
		return true;
	if (lead == CND_LEAD_MODAL)
		return says_so || cnd_text_tells_body(finder, text) ||
			cnd_cue_holds(
				finder->structure, CND_CUE_RECOMMENDS, text) ||
			(section != CND_NONE &&
				finder->sections[section].labelled > 0);
	return lead == CND_LEAD_INTRO && says_so;
}
