/*
 * Several recommendations in one paragraph: "(a) …; (b) …", or "First, …
 * Second, …".  Numbered items of a list are never taken apart.
 */
#include "review/recommendation.h"

enum {
	MARKS = 26, /* as many as letters */
	LEAD_BYTES = 400
};

/* A mark's place in the text, and where its words begin. */
struct mark {
	size_t from;
	size_t to;
};

/* "(b)", "(ii)", "(2)": the mark that opens at a bracket, and its rank. */
static bool
read_mark(struct cnd_str text, size_t at, struct mark *mark, size_t rank)
{
	static const char *const roman[] = { "i", "ii", "iii", "iv", "v", "vi",
		"vii", "viii", "ix", "x" };
	struct cnd_str inner;
	size_t close = cnd_str_find_byte(cnd_str_slice(text, at, at + 7), ')');
	char letter = (char)('a' + (int)rank);

	if (close == CND_NOT_FOUND)
		return false;
	inner = cnd_str_slice(text, at + 1, at + close);
	mark->from = at;
	mark->to = at + close + 1;
	if (inner.len == 1 && inner.data[0] == letter)
		return true;
	if (inner.len == 1 && rank < 9 &&
		inner.data[0] == (char)('1' + (int)rank))
		return true;
	return rank < 10 && cnd_str_equal(inner, cnd_str_of(roman[rank]));
}

/* Marks in their order, from the first on. */
static size_t
find_marks(struct cnd_str text, struct mark marks[MARKS])
{
	size_t count = 0;

	for (size_t at = 0; at < text.len && count < MARKS; at++)
		if (text.data[at] == '(' &&
			(at == 0 || cnd_is_space(text.data[at - 1])) &&
			read_mark(text, at, &marks[count], count))
			count++;
	return count;
}

/* The span without blanks at its ends. */
static struct cnd_span
trimmed(const struct cnd_finder *finder, struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);
	size_t blanks = 0;

	while (blanks < text.len && cnd_is_space(text.data[blanks]))
		blanks++;
	span.from += (uint32_t)blanks;
	span.to = span.from + (uint32_t)cnd_str_trim(text).len;
	return span;
}

static void
add(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span, struct cnd_span lead_in)
{
	struct cnd_candidate *made =
		cnd_line_candidate(finder, line, trimmed(finder, span));

	made->rec.lead_in = lead_in;
}

/* "The Board should: (a) write; and (b) publish." */
static bool
take_marked(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct mark marks[MARKS];
	size_t count = find_marks(text, marks);
	struct cnd_span lead_in;
	struct cnd_str lead;

	if (count < 2 || marks[0].from > LEAD_BYTES)
		return false;
	lead_in = (struct cnd_span){ span.from,
		span.from + (uint32_t)marks[0].from };
	lead = cnd_str_trim(cnd_document_text(finder->doc, lead_in));
	if (lead.len > 0 &&
		!cnd_cue_holds(finder->structure, CND_CUE_LEAD_RUN, lead))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct cnd_span part = { span.from + (uint32_t)marks[i].to,
			i + 1 < count ? span.from + (uint32_t)marks[i + 1].from
				      : span.to };

		add(finder, line, part, lead_in);
	}
	return true;
}

/* "Second, the Trust should pay", "Third, to pay". */
static bool
is_counted(const struct cnd_finder *finder, struct cnd_str text)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_match match;

	if (!cnd_cue_find(
		    structure, structure->cues[CND_CUE_ORDINAL], text, &match))
		return false;
	return cnd_cue_holds(structure, CND_CUE_DIRECTIVE, text) ||
		cnd_cue_holds(structure, CND_CUE_IMPERATIVE,
			cnd_str_trim(
				cnd_str_slice(text, match.to[0], text.len)));
}

/* Sentences that begin with "First", "Secondly", "Finally". */
static bool
take_counted(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	uint32_t starts[MARKS + 1];
	size_t count = 0;

	for (uint32_t i = 0; i < block->sentence_count && count < MARKS; i++) {
		struct cnd_span sentence =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str text = cnd_document_text(doc, sentence);

		if (sentence.from >= span.from && is_counted(finder, text))
			starts[count++] = sentence.from;
	}
	if (count < 2)
		return false;
	starts[count] = span.to;
	span = trimmed(finder, (struct cnd_span){ span.from, starts[0] });
	for (size_t i = 0; i < count; i++)
		add(finder, line, (struct cnd_span){ starts[i], starts[i + 1] },
			span);
	return true;
}

/* "It makes two recommendations: the Force should …; the Trust should …" */
static bool
take_announced(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);
	size_t colon = cnd_str_find_byte(text, ':');
	struct cnd_str rest;
	bool is_any = false;

	if (colon == CND_NOT_FOUND || colon > LEAD_BYTES ||
		!cnd_cue_holds(finder->structure, CND_CUE_ASIDE,
			cnd_str_slice(text, 0, colon)))
		return false;
	rest = cnd_str_slice(text, colon + 1, text.len);
	while (rest.len > 0) {
		struct cnd_str part = cnd_str_trim(cnd_str_split(&rest, ';'));
		uint32_t from = span.from + (uint32_t)(part.data - text.data);

		if (!cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE, part))
			continue;
		add(finder, line,
			(struct cnd_span){ from, from + (uint32_t)part.len },
			(struct cnd_span){ 0, 0 });
		is_any = true;
	}
	return is_any;
}

bool
cnd_take_run(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	if (line->is_item || line->is_explicit)
		return false;
	return take_announced(finder, line, span) ||
		take_marked(finder, line, span) ||
		take_counted(finder, line, span);
}
