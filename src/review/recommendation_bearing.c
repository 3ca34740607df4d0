/*
 * Lines where recommendations stand: each is one unless it says otherwise.
 */
#include "review/recommendation.h"

#include "text/word.h"

enum {
	PHRASE_WORDS = 14, /* "Training.": a recommendation without a verb */
	SHORT_BYTES = 500 /* a longer paragraph must begin with its order */
};

static bool
is_short(struct cnd_str text)
{
	return text.len <= SHORT_BYTES;
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

/* A sentence behind the first that tells a body to do something. */
static bool
tells_later(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;

	for (uint32_t i = 1; i < block->sentence_count; i++) {
		struct cnd_str text = cnd_document_text(
			doc, doc->sentences[block->first_sentence + i].span);

		if ((cnd_text_tells_body(finder, text) ||
			    cnd_text_tells_agency(finder, text)) &&
			!cnd_cue_holds(finder->structure, CND_CUE_ASIDE, text))
			return true;
	}
	return false;
}

/* Its last sentence asks for something: what stands before are reasons. */
static bool
asks_last(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_structure *structure = finder->structure;
	const struct cnd_block *block = line->block;
	struct cnd_str text;

	if (block->sentence_count < 2)
		return false;
	text = cnd_document_text(finder->doc,
		finder->doc
			->sentences[block->first_sentence +
				block->sentence_count - 1]
			.span);
	return (cnd_cue_holds(structure, CND_CUE_DUTY, text) ||
		       cnd_cue_holds(structure, CND_CUE_RECOMMENDS, text)) &&
		!cnd_cue_holds(structure, CND_CUE_ASIDE, text) &&
		!cnd_cue_holds(structure, CND_CUE_QUESTION, text);
}

/* A numbered paragraph among recommendations; behind words about them only
 * what tells somebody to do something is one. */
static bool
numbered_counts(const struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_str first, struct cnd_str rest, bool is_after_aside)
{
	if (cnd_text_directs(finder, first) ||
		cnd_opens_with_agency(finder, first) ||
		cnd_cue_holds(finder->structure, CND_CUE_BRIEF_ORDER, first))
		return true;
	if (is_short(rest) &&
		(tells_later(finder, line) || asks_last(finder, line)))
		return true;
	if (is_mixed(finder, line) || is_after_aside)
		return false;
	return cnd_cue_holds(
		       finder->structure, CND_CUE_WEAK_DIRECTIVE, first) ||
		is_phrase(finder, rest);
}

/* "The effect of these recommendations would be": told of them. */
static bool
tells_effect(struct cnd_str text)
{
	return cnd_str_starts_with(text, CND_STR("The effect of ")) ||
		cnd_str_starts_with(text, CND_STR("The result of ")) ||
		cnd_str_starts_with(text, CND_STR("The consequence of "));
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

	if (tells_effect(first))
		return false;
	if (cnd_cue_holds(structure, CND_CUE_RECOMMENDS, first))
		return true;
	if (section != CND_NONE && finder->sections[section].labelled > 0 &&
		follows && !is_after_aside)
		return false;
	if (cnd_cue_holds(structure, CND_CUE_DIRECTIVE, first))
		return true;
	if (cnd_cue_holds(structure, CND_CUE_IMPERATIVE, first))
		return section == CND_NONE ||
			finder->sections[section].labelled == 0;
	return cnd_opens_with_agency(finder, first) ||
		(!is_mixed(finder, line) && cnd_item_tells(finder, first)) ||
		(!follows && is_short(rest) && tells_later(finder, line));
}

/* "Police Scotland.", "Records.": what the paragraph is about, in bold. */
static bool
is_run_in_head(const struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span sentence)
{
	enum { WORDS = 5 };
	struct cnd_str text = cnd_document_text(finder->doc, sentence);

	return line->label.len == 0 && line->block->sentence_count > 1 &&
		sentence.from == line->body.from &&
		cnd_word_count(text) <= WORDS &&
		!cnd_text_directs(finder, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_BRIEF_ORDER, text) &&
		!cnd_cue_holds(finder->structure, CND_CUE_STATEMENT, text);
}

/* A paragraph in a place where recommendations stand: is it one? */
static bool
take_paragraph(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	struct cnd_span sentence, span;
	struct cnd_str first, rest;
	bool is_after_aside, counts;

	if (cnd_take_run(finder, line, line->body) ||
		!cnd_line_first_sentence(
			finder, line, &sentence, &is_after_aside))
		return true;
	if (is_run_in_head(finder, line, sentence)) {
		sentence = doc->sentences[line->block->first_sentence + 1].span;
		is_after_aside = true;
	}
	span = (struct cnd_span){ sentence.from, line->body.to };
	first = cnd_document_text(doc, sentence);
	rest = cnd_document_text(doc, span);
	counts = line->label.len > 0
		? numbered_counts(finder, line, first, rest, is_after_aside)
		: unnumbered_counts(finder, line, first, rest, is_after_aside);
	if (counts)
		cnd_line_candidate(finder, line, span);
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

/* "B2. That the Board …": a label of a kind that counts only here. */
static struct cnd_line
without_label(const struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_line own = *line;
	struct cnd_match match;

	if (line->label.len > 0 ||
		!cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_ITEM_LABEL], line->text,
			&match))
		return own;
	own.label = cnd_str_slice(line->text, 0, match.to[1]);
	own.number = cnd_match_group(line->text, &match, 1);
	cnd_line_cut(&own, match.to[0]);
	return own;
}

/*
 * "Oversight is not consistent. Managers do not read the file.": found
 * wanting, and nobody is told to do anything.
 */
static bool
is_finding(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_structure *structure = finder->structure;
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;

	if (line->is_explicit ||
		!cnd_cue_holds(structure, CND_CUE_FOUND, line->text) ||
		cnd_str_find(line->text, CND_STR(" should ")) !=
			CND_NOT_FOUND ||
		cnd_str_find(line->text, CND_STR(" must ")) != CND_NOT_FOUND)
		return false;
	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_str text = cnd_document_text(
			doc, doc->sentences[block->first_sentence + i].span);

		if (cnd_cue_holds(structure, CND_CUE_DUTY, text) ||
			cnd_cue_holds(structure, CND_CUE_IMPERATIVE, text) ||
			cnd_cue_holds(structure, CND_CUE_RECOMMENDS, text) ||
			(i == 0 && cnd_text_directs(finder, text)))
			return false;
	}
	return true;
}

/* "Winter Sailings", and "Is the rota safe?" below: what that is about. */
static bool
heads_question(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;

	return !line->is_explicit && cnd_text_is_name(line->text) &&
		next < doc->block_count &&
		doc->blocks[next].kind == CND_BLOCK_PARAGRAPH &&
		doc->blocks[next].sentence_count > 0 &&
		cnd_cue_holds(finder->structure, CND_CUE_QUESTION,
			cnd_document_text(doc,
				doc->sentences[doc->blocks[next].first_sentence]
					.span));
}

/*
 * "35. The recommendations are set out by agency.": one of the paragraphs
 * that a report numbers from its first to its last, which readers of files
 * take for a list's items.
 */
static bool
is_running(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return line->is_item && !line->is_explicit &&
		line->block->section != CND_NONE &&
		finder->sections[line->block->section].is_running &&
		line->label.len > 0 && cnd_is_digit(line->label.data[0]) &&
		cnd_line_opener(finder, line) == CND_NONE;
}

static void
take_bearing(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (cnd_cue_holds(finder->structure, CND_CUE_NOT_ITEM, line->text) ||
		cnd_cue_holds(
			finder->structure, CND_CUE_NOT_ITEM, line->label) ||
		is_finding(finder, line) || heads_question(finder, line))
		return;
	if (cnd_line_asks(finder, line))
		cnd_question_add(finder, line->body);
	else if (cnd_take_lead(finder, line, true))
		return;
	else if (!is_running(finder, line) &&
		(line->is_item || cnd_line_opener(finder, line) != CND_NONE))
		cnd_take_item(finder, line);
	else if (!take_paragraph(finder, line))
		finder->mode = end_of_mode(finder);
}

void
cnd_take_bearing(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_line own = without_label(finder, line);

	take_bearing(finder, &own);
}
