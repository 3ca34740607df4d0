/*
 * What a line that opens a list makes of its items: the difference between
 * "The Board should:" (each item is one recommendation) and "The Board
 * should ensure that plans include:" (all of them are).
 */
#include "review/recommendation.h"

enum { ANNOUNCING_BYTES = 240 };

static bool
ends_with_colon(struct cnd_str text)
{
	static const struct cnd_str ends[] = { CND_STR_INIT(":"),
		CND_STR_INIT(":-"), CND_STR_INIT(":\u2013"),
		CND_STR_INIT(": \u2013"), CND_STR_INIT("\u2013"),
		CND_STR_INIT("\u2014"), CND_STR_INIT("\u2026"),
		CND_STR_INIT(" the following."), CND_STR_INIT(" as follows.") };

	text = cnd_str_trim(text);
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (cnd_str_ends_with(text, ends[i]))
			return true;
	return false;
}

bool
cnd_has_colon(const struct cnd_finder *finder, uint32_t index)
{
	return ends_with_colon(
		cnd_block_text(finder->doc, &finder->doc->blocks[index]));
}

/* "12.", "3.4": the numbering of paragraphs, not "(a)" or "(ii)". */
static bool
is_numbered(struct cnd_str label)
{
	return label.len > 0 && cnd_is_digit(label.data[0]);
}

/*
 * "37. The Council might:" as an item, with bullets or "(a)" in a list of
 * their own.
 */
static bool
opens_bullets(const struct cnd_document *doc, uint32_t index, uint32_t next)
{
	return doc->blocks[index].label.len > 0 &&
		(doc->blocks[next].label.len == 0 ||
			(is_numbered(doc->blocks[index].label) &&
				!is_numbered(doc->blocks[next].label))) &&
		ends_with_colon(cnd_block_text(doc, &doc->blocks[index]));
}

bool
cnd_has_items(const struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = index + 1;
	struct cnd_line below;

	while (next < doc->block_count &&
		doc->blocks[next].kind == CND_BLOCK_FURNITURE)
		next++;
	if (next >= doc->block_count)
		return false;
	if (doc->blocks[next].kind == CND_BLOCK_ITEM)
		return doc->blocks[index].kind != CND_BLOCK_ITEM ||
			doc->blocks[next].lead_in == index ||
			opens_bullets(doc, index, next);
	if (doc->blocks[next].kind != CND_BLOCK_PARAGRAPH ||
		!cnd_has_colon(finder, index))
		return false;
	below = cnd_line_of(finder, next);
	return cnd_line_continues(&below) ||
		cnd_line_counts_on(finder, &below, index);
}

/* The item below is a clause of its own: "records are kept". */
static bool
has_clauses(const struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = index + 1;

	return next < doc->block_count &&
		cnd_cue_holds(finder->structure, CND_CUE_STATEMENT,
			cnd_block_text(doc, &doc->blocks[next]));
}

/* The item below goes on with what must be: "The panel:", "should meet". */
static bool
has_modals(const struct cnd_finder *finder, uint32_t index)
{
	static const char *const modals[] = { "should ", "must ", "shall ",
		"will ", "ought to ", "needs to ", "need to ", NULL };
	const struct cnd_document *doc = finder->doc;
	struct cnd_str below;

	if (index + 1 >= doc->block_count)
		return false;
	below = cnd_block_text(doc, &doc->blocks[index + 1]);
	for (size_t i = 0; modals[i] != NULL; i++)
		if (cnd_str_starts_with(below, cnd_str_of(modals[i])))
			return true;
	return false;
}

/*
 * "Recommendation 3: Supervision" above items that each tell somebody
 * something: it names them, and is none itself.
 */
static bool
names_items(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;

	return line->is_explicit && line->text.len <= CND_TITLE_BYTES &&
		!cnd_text_directs(finder, line->text) &&
		next < doc->block_count &&
		doc->blocks[next].kind == CND_BLOCK_ITEM &&
		cnd_text_directs(
			finder, cnd_block_text(doc, &doc->blocks[next]));
}

bool
cnd_announces(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_structure *structure = finder->structure;
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;
	struct cnd_str below;

	if (line->is_explicit || line->is_item || next >= doc->block_count ||
		line->text.len > ANNOUNCING_BYTES ||
		(doc->blocks[next].kind != CND_BLOCK_ITEM &&
			doc->blocks[next].kind != CND_BLOCK_PARAGRAPH))
		return false;
	below = cnd_block_text(doc, &doc->blocks[next]);
	return cnd_cue_holds(structure, CND_CUE_ANNOUNCES, line->text) &&
		cnd_cue_holds(structure, CND_CUE_DIRECTIVE, below) &&
		!cnd_cue_holds(structure, CND_CUE_IMPERATIVE, below);
}

enum cnd_lead
cnd_lead_of(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_str text = cnd_str_trim(line->text);
	bool directs;

	if (names_items(finder, line) || cnd_announces(finder, line))
		return CND_LEAD_INTRO;
	if (!ends_with_colon(text))
		return CND_LEAD_NONE;
	if (cnd_cue_holds(structure, CND_CUE_LEAD_QUESTION, text))
		return CND_LEAD_QUESTION;
	if (cnd_text_is_agency(finder, text))
		return CND_LEAD_AGENCY;
	if (cnd_cue_holds(structure, CND_CUE_EARLIER, text))
		return CND_LEAD_OTHER;
	if (has_modals(finder, line->index))
		return CND_LEAD_MODAL;
	directs = cnd_text_directs(finder, text);
	if (directs && cnd_cue_holds(structure, CND_CUE_LEAD_ENSURING, text))
		return has_clauses(finder, line->index) ? CND_LEAD_MODAL
							: CND_LEAD_ELABORATING;
	if (directs && cnd_cue_holds(structure, CND_CUE_LEAD_ELABORATING, text))
		return CND_LEAD_ELABORATING;
	if (cnd_cue_holds(structure, CND_CUE_LEAD_MODAL, text))
		return CND_LEAD_MODAL;
	if (cnd_cue_holds(structure, CND_CUE_LEAD_INTRO, text))
		return directs && line->is_explicit ? CND_LEAD_ELABORATING
						    : CND_LEAD_INTRO;
	if (directs)
		return CND_LEAD_ELABORATING;
	return cnd_cue_holds(structure, CND_CUE_LEAD_OTHER, text)
		? CND_LEAD_OTHER
		: CND_LEAD_INTRO;
}
