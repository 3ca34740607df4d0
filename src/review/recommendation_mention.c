/*
 * Recommendations whose number stands in the middle of a sentence of the
 * analysis: "Recommendation 3 is therefore that …", "partners might
 * (Recommendation 4) adopt …".  The numbers must go up, or they refer back.
 */
#include "review/recommendation.h"

enum { MENTION_GAP = 5 }; /* numbers between that stand elsewhere */

uint32_t
cnd_label_count(struct cnd_str text)
{
	uint32_t number = 0;

	if (text.len == 0 || text.len > 2)
		return 0;
	for (size_t i = 0; i < text.len; i++) {
		if (!cnd_is_digit(text.data[i]))
			return 0;
		number = number * 10 + (uint32_t)(text.data[i] - '0');
	}
	return number;
}

bool
cnd_orders_behind_colon(const struct cnd_finder *finder, struct cnd_str text)
{
	size_t colon = cnd_str_find_byte(text, ':');

	return colon != CND_NOT_FOUND &&
		cnd_text_directs(finder,
			cnd_str_trim(cnd_str_slice(text, colon + 1, text.len)));
}

/* A sentence that names the next number and asks for something. */
static bool
mentions_next(const struct cnd_finder *finder, struct cnd_span span,
	struct cnd_str *number)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct cnd_match match;
	uint32_t count;

	if (!cnd_cue_find(structure, structure->cues[CND_CUE_LABEL_WITHIN],
		    text, &match))
		return false;
	*number = cnd_match_group(text, &match, 1);
	count = cnd_label_count(*number);
	if (count <= finder->last_number ||
		count > finder->last_number + MENTION_GAP ||
		cnd_document_is_quoted(finder->doc, span))
		return false;
	return cnd_text_directs(finder, text) ||
		cnd_orders_behind_colon(finder, text) ||
		cnd_cue_holds(structure, CND_CUE_WEAK_DIRECTIVE, text) ||
		cnd_cue_holds(structure, CND_CUE_LABEL_SPEAKS, text);
}

bool
cnd_take_mentions(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	struct cnd_candidate *made = NULL;

	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str number;

		if (!mentions_next(finder, span, &number))
			continue;
		if (made != NULL)
			made->spans[0].to =
				doc->sentences[block->first_sentence + i - 1]
					.span.to;
		span.to = block->span.to;
		made = cnd_line_candidate(finder, line, span);
		made->number = number;
		made->rec.label = number;
		made->is_reference = true;
		finder->last_number = cnd_label_count(number);
	}
	return made != NULL;
}
