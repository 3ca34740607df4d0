/*
 * Headings and lines that act as one: who is addressed below, and labels
 * of what follows.
 */
#include "review/recommendation.h"

#include "text/word.h"

/* A line that heads what follows it, in words. */
enum {
	TITLE_WORDS = 6,
	LIST_TITLE_WORDS = 14, /* right above a list */
	LOST_BYTES = 24, /* a heading that lost its line is a word or two */
	ORDER_WORDS = 4 /* "Publish the new toolkit" tells, "Training" not */
};

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

/* "Anytown Council, adult social care", "Anytown Academy and all schools". */
static bool
begins_with_agency(
	const struct cnd_finder *finder, struct cnd_str text, const char *joint)
{
	size_t at = cnd_str_find(text, cnd_str_of(joint));

	return at != CND_NOT_FOUND && text.len <= CND_TITLE_BYTES &&
		!cnd_str_ends_with(text, CND_STR(":")) &&
		cnd_text_is_agency(finder, cnd_str_slice(text, 0, at));
}

bool
cnd_is_addressee(const struct cnd_finder *finder, struct cnd_str text)
{
	return cnd_text_is_agency(finder, text) ||
		cnd_cue_holds(finder->structure, CND_CUE_GROUP_HEADING, text) ||
		begins_with_agency(finder, text, ",") ||
		begins_with_agency(finder, text, " and ");
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
			cnd_is_addressee(
				finder, cnd_document_text(finder->doc, span))))
		return span;
	return (struct cnd_span){ 0, 0 };
}

/* The first paragraph below a heading tells somebody to do something. */
static bool
directs_below(const struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = index + 1;

	return next < doc->block_count &&
		doc->blocks[next].kind == CND_BLOCK_PARAGRAPH &&
		cnd_text_directs(
			finder, cnd_block_text(doc, &doc->blocks[next]));
}

/* A bold line that is a recommendation itself, and not the name of one. */
static bool
stands_alone(const struct cnd_finder *finder, const struct cnd_line *line)
{
	if (!cnd_text_directs(finder, line->text))
		return false;
	return line->text.len > CND_BOLD_BYTES ||
		(line->label.len > 0 && !directs_below(finder, line->index));
}

/* "By May, the Council should:": it opens what is below, in bold or not. */
static bool
leads(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return cnd_has_colon(finder, line->index) &&
		cnd_cue_holds(finder->structure, CND_CUE_LEAD_MODAL,
			cnd_str_trim(line->text));
}

/* "By Christmas 2025": when what stands below is due. */
static struct cnd_span
period_of_title(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return cnd_cue_holds(
		       finder->structure, CND_CUE_TIME_HEADING, line->text)
		? line->body
		: (struct cnd_span){ 0, 0 };
}

/* "Anytown Council", "For the Trust", on a line above what they are asked. */
static bool
names_addressee(const struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_span span = line->body;

	if (cnd_is_addressee(finder, line->text))
		return cnd_is_bearing(finder, line->block->section);
	return (cnd_is_bearing(finder, line->block->section) ||
		       cnd_has_items(finder, line->index)) &&
		is_addressed(finder, &span);
}

/* The section says what became of recommendations made elsewhere. */
static bool
answers(const struct cnd_finder *finder, uint32_t section)
{
	return section != CND_NONE &&
		finder->doc->sections[section].role == CND_ROLE_RESPONSE &&
		!cnd_may_tell(finder, section);
}

/* In bold; or in italics, which quote people, too, and then say something. */
static bool
stands_out(const struct cnd_finder *finder, const struct cnd_line *line)
{
	enum cnd_title title = cnd_title_of(finder->doc, line->block);

	return title == CND_TITLE_BOLD ||
		(title == CND_TITLE_SLANTED &&
			!cnd_cue_holds(finder->structure, CND_CUE_STATEMENT,
				line->text));
}

/* A line that only names what follows it: true when that was all. */
bool
cnd_take_title(struct cnd_finder *finder, const struct cnd_line *line)
{
	bool is_title = stands_out(finder, line);
	struct cnd_str text = cnd_str_trim(line->text);
	enum cnd_role role;
	char last;

	if (line->is_item || line->is_explicit || text.len == 0 ||
		text.len > CND_TITLE_BYTES)
		return false;
	last = text.data[text.len - 1];
	if (last == '.' || last == ';' || last == '?' || last == ',')
		return false;
	if (!is_title &&
		cnd_word_count(text) > (cnd_has_items(finder, line->index)
						       ? LIST_TITLE_WORDS
						       : TITLE_WORDS))
		return false;
	role = cnd_role_of_heading(finder->structure, finder->type, text);
	if (role == CND_ROLE_RECOMMENDATIONS || role == CND_ROLE_ACTION_PLAN)
		finder->mode = answers(finder, line->block->section)
			? CND_MODE_SECTION
			: CND_MODE_RECOMMENDATIONS;
	else if (role == CND_ROLE_QUESTIONS)
		finder->mode = CND_MODE_QUESTIONS;
	else if (!is_title && line->label.len == 0 &&
		names_addressee(finder, line))
		; /* a body's name on a line by itself */
	else if (!is_title)
		return false;
	else if (finder->mode == CND_MODE_QUESTIONS ||
		role == CND_ROLE_RESPONSE || role == CND_ROLE_CONCLUSION ||
		role == CND_ROLE_REFERENCES || role == CND_ROLE_APPENDIX)
		finder->mode = CND_MODE_SECTION;
	if (is_title &&
		(leads(finder, line) ||
			(cnd_span_is_empty(period_of_title(finder, line)) &&
				stands_alone(finder, line))))
		return false;
	finder->agency =
		agency_of_title(finder, line, role == CND_ROLE_RECOMMENDATIONS);
	finder->period = period_of_title(finder, line);
	if (is_title && cnd_span_is_empty(finder->agency) &&
		role == CND_ROLE_NONE &&
		cnd_is_bearing(finder, line->block->section) &&
		cnd_is_sorted_name(finder, line))
		finder->agency = line->body;
	return true;
}

/* The role that the last words of a paragraph would give as a heading. */
static enum cnd_role
trailing_role(const struct cnd_finder *finder, const struct cnd_line *line,
	size_t longest)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = line->block;
	uint32_t last = block->first_sentence + block->sentence_count - 1;
	struct cnd_str text;

	if (block->sentence_count < 2)
		return CND_ROLE_NONE;
	text = cnd_str_trim(cnd_document_text(doc, doc->sentences[last].span));
	if (text.len == 0 || text.len > longest ||
		text.data[text.len - 1] == '.')
		return CND_ROLE_NONE;
	return cnd_role_of_heading(finder->structure, finder->type, text);
}

void
cnd_take_trailing_title(struct cnd_finder *finder, const struct cnd_line *line)
{
	if (!line->is_item && cnd_has_items(finder, line->index) &&
		trailing_role(finder, line, CND_TITLE_BYTES) ==
			CND_ROLE_RECOMMENDATIONS)
		finder->mode = CND_MODE_RECOMMENDATIONS;
}

/* A heading that lost its line: "… of the crew? Findings". */
void
cnd_take_lost_heading(struct cnd_finder *finder, const struct cnd_line *line)
{
	switch (trailing_role(finder, line, LOST_BYTES)) {
	case CND_ROLE_RECOMMENDATIONS:
		if (finder->mode == CND_MODE_CLOSED)
			finder->mode = CND_MODE_SECTION;
		break;
	case CND_ROLE_FINDINGS:
	case CND_ROLE_ANALYSIS:
	case CND_ROLE_NARRATIVE:
		finder->mode = CND_MODE_CLOSED;
		break;
	default:
		break;
	}
}

/*
 * "Recommendation 3: Supervision", and what is recommended in the next
 * paragraph: the line only names it.
 */
bool
cnd_names_next(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;
	struct cnd_line below;

	if (line->text.len == 0)
		return true;
	if (line->is_item || line->text.len > CND_TITLE_BYTES ||
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

/* The words below a heading that is a recommendation's label. */
bool
cnd_take_labelled(struct cnd_finder *finder, const struct cnd_line *line)
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
	finder->heading_section = CND_NONE;
	if (cnd_take_lead(finder, &named, true))
		return true;
	cnd_line_candidate(finder, &named, line->body);
	if (finder->is_heading_label)
		finder->heading_taken = (uint32_t)finder->count - 1;
	return true;
}

/* "### The Council should publish …" among recommendations. */
static bool
is_order(const struct cnd_finder *finder, const struct cnd_line *line,
	const struct cnd_section *section)
{
	if (!cnd_is_bearing(finder, line->block->section) ||
		section->has_own_role || !cnd_span_is_empty(finder->period) ||
		cnd_cue_holds(
			finder->structure, CND_CUE_NOT_ITEM, line->text) ||
		cnd_is_addressee(finder, line->text) ||
		cnd_str_starts_with(line->text, CND_STR("For ")) ||
		cnd_str_starts_with(line->text, CND_STR("To ")))
		return false;
	if (cnd_cue_holds(finder->structure, CND_CUE_DIRECTIVE, line->text))
		return true;
	return cnd_word_count(line->text) >= ORDER_WORDS &&
		cnd_text_directs(finder, line->text) &&
		!directs_below(finder, line->index);
}

/* "### The Council should:": the words that say who. */
static struct cnd_span
opened_by(const struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_match match;

	if (!cnd_is_bearing(finder, line->block->section) ||
		!cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_HEADING_OPENS],
			line->text, &match))
		return (struct cnd_span){ 0, 0 };
	return (struct cnd_span){ line->body.from + (uint32_t)match.from[1],
		line->body.from + (uint32_t)match.to[1] };
}

/*
 * "What does the local authority need to improve?": whom all is told that
 * stands below it, under other headings too, while these recommend.
 */
static void
take_asked(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_match match;
	struct cnd_str who;

	if (!cnd_is_bearing(finder, line->block->section))
		finder->asked = (struct cnd_span){ 0, 0 };
	if (!cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_HEADING_ASKS], line->text,
		    &match))
		return;
	who = cnd_match_group(line->text, &match, 1);
	if (cnd_str_equal_fold(cnd_str_slice(who, 0, 4), CND_STR("the ")))
		who = cnd_str_slice(who, 4, who.len);
	if (cnd_is_body(finder->structure, who) ||
		cnd_text_is_agency(finder, who))
		finder->asked = (struct cnd_span){ line->body.from +
				(uint32_t)match.from[1],
			line->body.from + (uint32_t)match.to[1] };
}

/*
 * The chapter that recommendations stand in is a body's: "Anytown Council",
 * and below it "Recommendations".  The first heading is the report's title.
 */
static struct cnd_span
agency_of_chapter(const struct cnd_finder *finder, uint32_t section)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t title = doc->sections[0].heading == CND_NONE ? 1 : 0;
	uint32_t at = doc->sections[section].parent;

	while (at != CND_NONE && at > title) {
		struct cnd_line line =
			cnd_line_of(finder, doc->sections[at].heading);

		if (cnd_text_is_agency(finder, line.text))
			return line.body;
		at = doc->sections[at].parent;
	}
	return (struct cnd_span){ 0, 0 };
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
	finder->heading_taken = CND_NONE;
	finder->agency = opened_by(finder, &line);
	finder->period = period_of_title(finder, &line);
	take_asked(finder, &line);
	if (!cnd_span_is_empty(finder->agency) && !line.is_explicit)
		return;
	if (line.is_explicit && line.number.len > 0 &&
		!cnd_role_is_closed(section->role)) {
		if (cnd_text_directs(finder, line.text) &&
			line.text.len > CND_BOLD_BYTES) {
			cnd_line_candidate(finder, &line, line.body);
			finder->heading_taken = (uint32_t)finder->count - 1;
			return;
		}
		finder->heading_label = line.label;
		finder->heading_number = line.number;
		finder->heading_section = line.block->section;
		finder->is_heading_label = true;
	} else if (is_order(finder, &line, section)) {
		cnd_line_candidate(finder, &line, line.body);
		finder->heading_taken = (uint32_t)finder->count - 1;
	} else if (cnd_is_bearing(finder, line.block->section)) {
		finder->agency =
			agency_of_title(finder, &line, section->has_own_role);
		if (cnd_span_is_empty(finder->agency) &&
			!section->has_own_role &&
			cnd_is_sorted_name(finder, &line))
			finder->agency = line.body;
		if (cnd_span_is_empty(finder->agency))
			finder->agency = finder->asked;
		if (cnd_span_is_empty(finder->agency))
			finder->agency =
				agency_of_chapter(finder, line.block->section);
	}
}
