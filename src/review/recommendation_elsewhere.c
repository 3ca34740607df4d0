/*
 * Lines outside the sections that hold recommendations: here one must say
 * itself that it is one.
 */
#include "review/recommendation.h"

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

/* Where even a labelled recommendation is another review's. */
bool
cnd_role_is_closed(enum cnd_role role)
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
		cnd_line_candidate(finder, line, span);
		return;
	}
}

/* A bold sentence inside analysis that tells somebody to do something. */
static bool
is_bold_order(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return (line->block->flags & CND_BLOCK_EMPHASIS) != 0 &&
		line->text.len > CND_BOLD_BYTES &&
		cnd_cue_holds(
			finder->structure, CND_CUE_DIRECTIVE, line->text) &&
		!cnd_line_asks(finder, line);
}

/* A line outside the sections that hold recommendations. */
void
cnd_take_elsewhere(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t section = line->block->section;
	uint32_t opening = cnd_line_opener(finder, line);

	if (line->is_item && opening != CND_NONE) {
		if (finder->taken[opening] != CND_NONE ||
			finder->lead[opening] == CND_LEAD_MODAL)
			(void)cnd_take_opened(finder, line, opening);
		else if (finder->lead[opening] == CND_LEAD_INTRO)
			cnd_take_item(finder, line);
		return;
	}
	if (is_bold_order(finder, line))
		cnd_line_candidate(finder, line, line->body);
	else if (section != CND_NONE &&
		cnd_role_is_open(finder->doc->sections[section].role) &&
		cnd_str_find(line->text, CND_STR("recommend")) != CND_NOT_FOUND)
		take_recommending(finder, line);
}

/* Whether a lead-in outside those sections opens recommendations. */
bool
cnd_opens_elsewhere(const struct cnd_finder *finder,
	const struct cnd_line *line, enum cnd_lead lead)
{
	uint32_t section = line->block->section;
	enum cnd_role role = cnd_block_role(finder->doc, line->block);
	struct cnd_str text = line->text;
	bool says_so = cnd_str_find(text, CND_STR("ecommend")) != CND_NOT_FOUND;

	if (!cnd_role_is_open(role) ||
		cnd_cue_holds(finder->structure, CND_CUE_EARLIER, text))
		return false;
	if (lead == CND_LEAD_MODAL)
		return says_so ||
			(section != CND_NONE && finder->labelled[section] > 0);
	return lead == CND_LEAD_INTRO && says_so;
}
