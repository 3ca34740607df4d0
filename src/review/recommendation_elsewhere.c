/*
 * Lines outside the sections that hold recommendations: here one must say
 * itself that it is one.
 */
#include "review/recommendation.h"

/* Per cent of a sentence in bold that make it a bold one. */
enum { MOSTLY = 80 };

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
	case CND_ROLE_QUESTIONS:
	case CND_ROLE_RESPONSE:
	case CND_ROLE_REFERENCES:
		return true;
	default:
		return false;
	}
}

/* Per cent of a span's bytes that are bold. */
static size_t
bold_share(const struct cnd_document *doc, struct cnd_span span)
{
	size_t low = 0, high = doc->strong_count, bold = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (doc->strong[middle].to <= span.from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < doc->strong_count && doc->strong[low].from < span.to;
		low++) {
		struct cnd_span run = doc->strong[low];
		uint32_t from = run.from > span.from ? run.from : span.from;
		uint32_t to = run.to < span.to ? run.to : span.to;

		bold += to > from ? to - from : 0;
	}
	return bold * 100 / (span.to - span.from);
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

/* A sentence in bold that tells somebody to do something. */
static bool
is_bold_order(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);

	return text.len > CND_BOLD_BYTES &&
		bold_share(finder->doc, span) >= MOSTLY &&
		cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_QUESTION, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_NOT_ITEM, text);
}

/* The sentence of a paragraph at which a recommendation begins. */
static bool
begins(const struct cnd_finder *finder, struct cnd_span span)
{
	if (recommends(finder, span) || is_bold_order(finder, span))
		return true;
	return finder->is_last_resort &&
		cnd_text_tells_body(
			finder, cnd_document_text(finder->doc, span)) &&
		!cnd_document_is_quoted(finder->doc, span);
}

/* A recommendation somewhere in a paragraph of analysis. */
static void
take_sentences(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;

		if (span.from >= span.to || !begins(finder, span))
			continue;
		if (!is_bold_order(finder, span))
			span.to = block->span.to;
		if (!cnd_take_run(finder, line, span))
			cnd_line_candidate(finder, line, span);
		return;
	}
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

		if (!cnd_cue_find(finder->structure->cues[CND_CUE_LABEL_BEHIND],
			    text, &match) ||
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

/* Whether a sentence begins with a recommendation's label. */
static bool
has_label(const struct cnd_finder *finder, struct cnd_span span,
	struct cnd_match *match)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);

	return text.len > 0 && (text.data[0] == 'R' || text.data[0] == 'S') &&
		cnd_cue_find(
			finder->structure->cues[CND_CUE_LABEL], text, match) &&
		match->to[0] > match->from[0] && match->to[1] > match->from[1];
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
		struct cnd_str text = cnd_document_text(doc, span);

		if (!has_label(finder, span, &match))
			continue;
		if (made != NULL)
			made->spans[0].to = span.from;
		else
			first = span.from;
		span.from += (uint32_t)match.to[0];
		span.to = block->span.to;
		made = cnd_line_candidate(finder, line, span);
		made->number = cnd_match_group(text, &match, 1);
		made->rec.label = cnd_str_slice(text, 0, match.to[1]);
	}
	return first;
}

/* A line outside the sections that hold recommendations. */
void
cnd_take_elsewhere(struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t opening = cnd_line_opener(finder, line);

	if (line->is_item && opening != CND_NONE) {
		if (finder->taken[opening] != CND_NONE ||
			finder->lead[opening] == CND_LEAD_MODAL)
			(void)cnd_take_opened(finder, line, opening);
		else if (finder->lead[opening] == CND_LEAD_INTRO)
			cnd_take_item(finder, line);
		return;
	}
	if (!cnd_role_is_open(cnd_block_role(finder->doc, line->block)))
		return;
	if (cnd_str_find(line->text, CND_STR("recommendations: ")) !=
			CND_NOT_FOUND &&
		cnd_take_run(finder, line, line->body))
		return;
	if (!take_label_behind(finder, line))
		take_sentences(finder, line);
}

/* Whether a lead-in outside those sections opens recommendations. */
bool
cnd_opens_elsewhere(const struct cnd_finder *finder,
	const struct cnd_line *line, enum cnd_lead lead)
{
	uint32_t section = line->block->section;
	struct cnd_str text = line->text;
	bool says_so = cnd_str_find(text, CND_STR("ecommend")) != CND_NOT_FOUND;

	if (!cnd_role_is_open(cnd_block_role(finder->doc, line->block)) ||
		cnd_cue_holds(finder->structure, CND_CUE_EARLIER, text))
		return false;
	if (lead == CND_LEAD_MODAL)
		return says_so || cnd_text_tells_body(finder, text) ||
			(section != CND_NONE && finder->labelled[section] > 0);
	return lead == CND_LEAD_INTRO && says_so;
}
