/* What can be told of one paragraph or item by itself. */
#include "review/recommendation.h"

enum {
	AGENCY_BYTES = 120, /* the longest name of a body with its branch */
	LABEL_BYTES = 60,
	TELLING_LINES = 2, /* as many make a section without a name one, */
	TELLING_TENTHS = 6, /* if so many of its lines tell; */
	LISTED_ITEMS = 3, /* a list of so many among other lines, */
	LISTED_TENTHS = 7 /* if so many of its items do */
};

/* A letter that a recommendation's own label can begin with. */
static bool
may_open_label(char c)
{
	switch (cnd_to_lower(c)) {
	case 'a':
	case 'c':
	case 'd':
	case 'f':
	case 'k':
	case 'l':
	case 'm':
	case 'n':
	case 'o':
	case 'p':
	case 'r':
	case 's':
	case 't':
	case 'w':
		return true;
	default:
		return false;
	}
}

void
cnd_line_cut(struct cnd_line *line, size_t bytes)
{
	line->body.from += (uint32_t)bytes;
	line->text = cnd_str_slice(line->text, bytes, line->text.len);
}

/* A label that stands in the text: "Recommendation 3 The Board should". */
static void
find_label(const struct cnd_finder *finder, struct cnd_line *line)
{
	struct cnd_match match;
	size_t end;

	/* "(Recommendation 3: …)", a note on the text above. */
	if (line->text.len > CND_BOLD_BYTES && line->text.data[0] == '(' &&
		(line->text.data[1] == 'R' || line->text.data[1] == 'S'))
		cnd_line_cut(line, 1);
	if (line->text.len == 0 || !may_open_label(line->text.data[0]) ||
		!cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_LABEL], line->text,
			&match))
		return;
	end = match.to[0];
	line->is_explicit = true;
	line->number = cnd_match_group(line->text, &match, 1);
	if (line->number.len > 0)
		line->label = cnd_str_slice(line->text, 0,
			match.to[1] < LABEL_BYTES ? match.to[1] : LABEL_BYTES);
	if (match.count > 2 && match.from[2] != CND_NOT_FOUND)
		line->addressee = (struct cnd_span){ line->body.from +
				(uint32_t)match.from[2],
			line->body.from + (uint32_t)match.to[2] };
	cnd_line_cut(line, end);
}

/* The line above is not at its end. */
static bool
is_open_above(const struct cnd_document *doc, uint32_t index)
{
	struct cnd_str above;

	if (index == 0)
		return false;
	above = cnd_str_trim(cnd_block_text(doc, &doc->blocks[index - 1]));
	return cnd_str_ends_with(above, CND_STR(":")) ||
		cnd_str_ends_with(above, CND_STR(";")) ||
		cnd_str_ends_with(above, CND_STR("; and"));
}

/* "4.2 publish a guide", below "The Board should:": a number that readers
 * of files take for a quantity, since no sentence begins behind it. */
static void
find_number_inside(const struct cnd_finder *finder, struct cnd_line *line)
{
	struct cnd_str text = line->text;
	size_t end = 0;

	while (end < text.len &&
		(cnd_is_digit(text.data[end]) || text.data[end] == '.'))
		end++;
	if (end < 3 || end + 1 >= text.len || text.data[end] != ' ' ||
		text.data[end + 1] < 'a' || text.data[end + 1] > 'z' ||
		cnd_str_find_byte(cnd_str_slice(text, 0, end), '.') ==
			CND_NOT_FOUND ||
		!is_open_above(finder->doc, line->index))
		return;
	line->label = cnd_str_slice(text, 0, end);
	line->number = line->label;
	cnd_line_cut(line, end + 1);
}

static struct cnd_line
read_line(const struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_block *block = &finder->doc->blocks[index];
	struct cnd_line line = { .index = index,
		.block = block,
		.body = block->span,
		.text = cnd_block_text(finder->doc, block),
		.label = block->label,
		.is_item = block->kind == CND_BLOCK_ITEM };
	struct cnd_match match;

	if (block->label.len > 0 &&
		cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_LABEL_CODE],
			block->label, &match)) {
		line.is_explicit = true;
		line.number = cnd_match_group(block->label, &match, 1);
	} else {
		find_label(finder, &line);
		if (block->label.len == 0)
			find_number_inside(finder, &line);
	}
	return line;
}

struct cnd_line
cnd_line_of(const struct cnd_finder *finder, uint32_t index)
{
	struct cnd_line *line = &finder->lines[index];

	if (line->block == NULL)
		*line = read_line(finder, index);
	return *line;
}

/* "She reports on it": about whom or what the sentence before named. */
static bool
goes_on(struct cnd_str text)
{
	static const char *const words[] = { "she ", "he ", "it ", "they ",
		"this ", "these ", "she's ", "he's ", "it's ", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (cnd_str_equal_fold(
			    cnd_str_slice(text, 0, cnd_str_of(words[i]).len),
			    cnd_str_of(words[i])))
			return true;
	return false;
}

bool
cnd_line_first_sentence(const struct cnd_finder *finder,
	const struct cnd_line *line, struct cnd_span *sentence,
	bool *is_after_aside)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;

	*is_after_aside = false;
	for (uint32_t i = 0; i < block->sentence_count; i++) {
		struct cnd_span span =
			doc->sentences[block->first_sentence + i].span;
		struct cnd_str text;

		if (span.to <= line->body.from)
			continue;
		if (span.from < line->body.from)
			span.from = line->body.from;
		text = cnd_document_text(doc, span);
		if (!cnd_cue_holds(finder->structure, CND_CUE_ASIDE, text) &&
			!(*is_after_aside && goes_on(text))) {
			*sentence = span;
			return true;
		}
		*is_after_aside = true;
	}
	return false;
}

/* A word that names leave in small letters. */
static bool
is_joining(struct cnd_str word)
{
	static const char *const words[] = { "of", "and", "the", "for", "in",
		"to", "on", "at", "with", "all", NULL };

	for (size_t i = 0; words[i] != NULL; i++)
		if (cnd_str_equal(word, cnd_str_of(words[i])))
			return true;
	return word.len > 0 && !cnd_is_alpha(word.data[0]);
}

/* Every word opens with a capital, as in a name. */
static bool
is_capitalised(struct cnd_str text)
{
	while (text.len > 0) {
		struct cnd_str word = cnd_str_split(&text, ' ');

		while (word.len > 0 &&
			(word.data[0] == '(' || word.data[0] == '"'))
			word = cnd_str_slice(word, 1, word.len);
		if (word.len > 0 && !cnd_is_upper(word.data[0]) &&
			!is_joining(word))
			return false;
	}
	return true;
}

/* The whole text, or its last word, is a short form of a body. */
static bool
is_known_body(const struct cnd_review *review, struct cnd_str text)
{
	size_t at = text.len;
	struct cnd_str last;

	while (at > 0 && !cnd_is_space(text.data[at - 1]))
		at--;
	last = cnd_str_slice(text, at, text.len);
	for (size_t i = 0; i < review->abbreviation_count; i++) {
		const struct cnd_abbreviation *item = &review->abbreviations[i];

		if (item->is_body &&
			(cnd_str_equal_fold(item->shorter, text) ||
				cnd_str_equal_fold(item->longer, text) ||
				cnd_str_equal(item->shorter, last)))
			return true;
	}
	return false;
}

bool
cnd_text_is_name(struct cnd_str text)
{
	static const char *const persons[] = { "Mr ", "Mrs ", "Ms ", "Miss ",
		"Dr ", "PC ", "DC ", "DS ", NULL };

	for (size_t i = 0; persons[i] != NULL; i++)
		if (cnd_str_starts_with(text, cnd_str_of(persons[i])))
			return false;
	return text.len > 2 && text.len <= AGENCY_BYTES &&
		cnd_str_find_byte(text, ' ') != CND_NOT_FOUND &&
		is_capitalised(text);
}

/* Words of a few, and none that joins two; 0 for more or others. */
static size_t
count_plain_words(struct cnd_str text)
{
	enum { MOST = 5 };
	size_t words = 0;

	for (; text.len > 0; words++)
		if (words == MOST || is_joining(cnd_str_split(&text, ' ')))
			return 0;
	return words;
}

/* "The mental health trust": one of its kind. */
static bool
is_plain_name(struct cnd_str text)
{
	return cnd_str_starts_with(text, CND_STR("The ")) &&
		count_plain_words(text) > 2;
}

/* "Adult social care, Ostrey County Council": the body behind its branch. */
static struct cnd_str
behind_branch(struct cnd_str text)
{
	struct cnd_str body = text;
	struct cnd_str branch = cnd_str_split(&body, ',');

	return count_plain_words(branch) > 0 && body.len > 1 &&
			cnd_str_find_byte(body, ',') == CND_NOT_FOUND
		? cnd_str_trim(body)
		: text;
}

bool
cnd_text_is_agency(const struct cnd_finder *finder, struct cnd_str text)
{
	bool is_plain;

	text = cnd_str_trim(text);
	/* "The appointment panel:" may go on below. */
	is_plain =
		is_plain_name(text) && !cnd_str_ends_with(text, CND_STR(":"));
	while (text.len > 0 &&
		(text.data[text.len - 1] == ':' ||
			text.data[text.len - 1] == '.'))
		text.len--;
	if (text.len < 2 || text.len > AGENCY_BYTES)
		return false;
	if (!is_capitalised(text) && !is_plain)
		text = behind_branch(text);
	return (is_capitalised(text) || is_plain) &&
		(is_known_body(finder->review, text) ||
			cnd_is_body(finder->structure, text));
}

bool
cnd_text_tells_agency(const struct cnd_finder *finder, struct cnd_str text)
{
	struct cnd_match match;

	return cnd_cue_find(finder->structure,
		       finder->structure->cues[CND_CUE_AGENCY_TO], text,
		       &match) &&
		cnd_text_is_agency(finder, cnd_match_group(text, &match, 1));
}

bool
cnd_text_tells_body(const struct cnd_finder *finder, struct cnd_str text)
{
	struct cnd_match match;
	struct cnd_str subject;

	if (!cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_DUTY], text, &match))
		return false;
	subject = cnd_match_group(text, &match, 1);
	return cnd_text_is_agency(finder, subject);
}

bool
cnd_opens_quotation(struct cnd_str text)
{
	static const char *const marks[] = { "\"", "'", "\u201c", "\u2018",
		"\u2026", "..." };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (cnd_str_starts_with(text, cnd_str_of(marks[i])))
			return true;
	return false;
}

bool
cnd_opens_with_agency(const struct cnd_finder *finder, struct cnd_str text)
{
	size_t colon =
		cnd_str_find_byte(cnd_str_slice(text, 0, AGENCY_BYTES), ':');

	/* "Anytown Council: "We did.": what it said */
	return colon != CND_NOT_FOUND && colon + 2 < text.len &&
		!cnd_opens_quotation(
			cnd_str_slice(text, colon + 2, text.len)) &&
		cnd_text_is_agency(finder, cnd_str_slice(text, 0, colon));
}

/* A body, or a name that may be one: "NHS Lochside". */
static bool
is_doer(const struct cnd_finder *finder, struct cnd_str text)
{
	return cnd_text_is_agency(finder, text) || cnd_text_is_name(text);
}

bool
cnd_item_tells(const struct cnd_finder *finder, struct cnd_str text)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_match match;

	if (cnd_cue_holds(structure, CND_CUE_ASIDE, text) ||
		cnd_cue_holds(structure, CND_CUE_QUESTION, text))
		return false;
	return cnd_text_directs(finder, text) ||
		cnd_cue_holds(structure, CND_CUE_BRIEF_ORDER, text) ||
		(cnd_cue_find(structure, structure->cues[CND_CUE_UNDERTAKING],
			 text, &match) &&
			is_doer(finder, cnd_match_group(text, &match, 1)));
}

bool
cnd_text_directs(const struct cnd_finder *finder, struct cnd_str text)
{
	return cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE, text) ||
		cnd_cue_holds(finder->structure, CND_CUE_IMPERATIVE, text) ||
		cnd_text_tells_agency(finder, text);
}

/* "For the Council", "To the Chief Constable": who is told, not what of. */
static bool
is_for_somebody(struct cnd_str title)
{
	return title.len <= CND_TITLE_BYTES &&
		(cnd_str_starts_with(title, CND_STR("For ")) ||
			cnd_str_starts_with(title, CND_STR("To ")));
}

bool
cnd_looks_back(const struct cnd_finder *finder, uint32_t section)
{
	return cnd_cue_holds(finder->structure, CND_CUE_LOOKING_BACK,
		cnd_section_title(finder->doc, section));
}

bool
cnd_may_tell(const struct cnd_finder *finder, uint32_t section)
{
	switch (finder->doc->sections[section].role) {
	case CND_ROLE_NONE:
	case CND_ROLE_CONCLUSION:
		return !cnd_looks_back(finder, section);
	case CND_ROLE_RESPONSE:
	case CND_ROLE_GOVERNANCE:
		return cnd_cue_holds(finder->structure, CND_CUE_ONWARD,
			       cnd_section_title(finder->doc, section)) &&
			!cnd_looks_back(finder, section);
	default:
		return false;
	}
}

/* A section without a name that says so tells people what to do. */
static bool
tells_mostly(const struct cnd_finder *finder, uint32_t section)
{
	const struct cnd_section_tally *tally = &finder->sections[section];

	if (tally->heads_telling >= TELLING_LINES &&
		tally->heads_telling * 10 >= tally->heads * TELLING_TENTHS)
		return true;
	if (tally->telling == 0 ||
		tally->telling * 10 < tally->lines * TELLING_TENTHS)
		return false;
	return tally->telling >= TELLING_LINES ||
		is_for_somebody(cnd_section_title(finder->doc, section));
}

/* The same of its list alone, where there is more than the list. */
static bool
lists_orders(const struct cnd_finder *finder, uint32_t section)
{
	const struct cnd_section_tally *tally = &finder->sections[section];

	return tally->listed >= LISTED_ITEMS &&
		tally->listed_telling * 10 >= tally->listed * LISTED_TENTHS &&
		cnd_may_tell(finder, section);
}

bool
cnd_is_bearing(const struct cnd_finder *finder, uint32_t section)
{
	enum cnd_role role;

	if (finder->mode == CND_MODE_RECOMMENDATIONS)
		return true;
	if (finder->mode == CND_MODE_CLOSED)
		return false;
	if (section == CND_NONE)
		return false;
	role = finder->doc->sections[section].role;
	if (role == CND_ROLE_RECOMMENDATIONS || role == CND_ROLE_ACTION_PLAN)
		return true;
	if (tells_mostly(finder, section))
		return true;
	/* Or a chapter of such sections, each of a line or two. */
	while (cnd_may_tell(finder, section)) {
		section = finder->doc->sections[section].parent;
		if (section == CND_NONE)
			return false;
		if (cnd_may_tell(finder, section) &&
			tells_mostly(finder, section))
			return true;
	}
	return false;
}

bool
cnd_bears_line(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t section = line->block->section;

	if (cnd_is_bearing(finder, section))
		return true;
	return line->is_item && section != CND_NONE &&
		(line->block->lead_in == CND_NONE ||
			!cnd_has_colon(finder, line->block->lead_in)) &&
		lists_orders(finder, section);
}

bool
cnd_is_in_summary(const struct cnd_document *doc, uint32_t section)
{
	while (section != CND_NONE) {
		if (doc->sections[section].role == CND_ROLE_SUMMARY)
			return true;
		section = doc->sections[section].parent;
	}
	return false;
}

bool
cnd_line_asks(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return cnd_cue_holds(
		finder->structure, CND_CUE_QUESTION, cnd_str_trim(line->text));
}

/* Opens in small letters: the rest of a sentence begun above. */
bool
cnd_line_continues(const struct cnd_line *line)
{
	return line->text.len > 0 && line->text.data[0] >= 'a' &&
		line->text.data[0] <= 'z';
}
