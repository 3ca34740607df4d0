/*
 * Labels of a sentence, and the part of the report it stands in: told by
 * headings and cells where they tell something, and else by what stands
 * around.
 */
#include "rule/clue_place.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "query/ask.h"

/* A label in front of a sentence is short: "Who tested it.", "Author:". */
enum { LABEL_MAX = 80 };

/* Blocks under a heading in disguise, a bold paragraph: a few. */
enum { BOLD_ABOVE = 12 };

/* A sentence that goes back to the one before says so near its head. */
enum { BACK_MAX = 60 };

/* The first match inside the span; false when there is none. */
bool
cnd_clue_place_find(const struct cnd_document *doc,
	const struct cnd_query *regex, struct cnd_span span, uint32_t from,
	struct cnd_span *found)
{
	struct cnd_str text = cnd_utf8_front(cnd_document_text(doc, span),
		from - span.from + CND_LIMIT_PASSAGE);
	struct cnd_match match;

	if (regex == NULL || from >= span.to)
		return false;
	if ((from == span.from ? cnd_ask_find(doc->recall, regex, text, &match)
			       : cnd_query_find(regex, text, from - span.from,
					 &match)) != CND_REGEX_MATCH)
		return false;
	found->from = span.from + (uint32_t)match.from[0];
	found->to = span.from + (uint32_t)match.to[0];
	return found->to > found->from;
}

static bool
stands(const struct cnd_document *doc, const struct cnd_query *regex,
	struct cnd_span span)
{
	struct cnd_span found;

	return cnd_clue_place_find(doc, regex, span, span.from, &found);
}

struct cnd_clue_place
cnd_clue_place_of(const struct cnd_document *doc, uint32_t sentence)
{
	struct cnd_clue_place place = {
		.doc = doc,
		.number = sentence,
		.block = &doc->blocks[doc->sentences[sentence].block],
		.sentence = doc->sentences[sentence].span,
	};

	if (place.block->kind == CND_BLOCK_ITEM &&
		place.block->lead_in < doc->block_count)
		place.lead_in = doc->blocks[place.block->lead_in].span;
	return place;
}

/*
 * A label is the whole of its span, or is followed by the mark that makes
 * it one.
 */
static bool
is_label(const struct cnd_document *doc, const struct cnd_query *regex,
	struct cnd_span span)
{
	struct cnd_span found;
	struct cnd_str rest;

	if (!cnd_clue_place_find(doc, regex, span, span.from, &found) ||
		found.from != span.from)
		return false;
	rest = cnd_str_trim(
		cnd_document_text(doc, (struct cnd_span){ found.to, span.to }));
	return rest.len == 0 || rest.data[0] == ':' || rest.data[0] == '.' ||
		rest.data[0] == '?';
}

/* The cell that names the row, or the one that names the column. */
static bool
has_cell_label(const struct cnd_document *doc, const struct cnd_query *regex,
	const struct cnd_block *cell)
{
	const struct cnd_block *other = cell;
	const struct cnd_table *table;

	if (cell->table >= doc->table_count)
		return false;
	table = &doc->tables[cell->table];
	while (other > &doc->blocks[table->first_block] &&
		other[-1].row == cell->row)
		other--;
	if (table->has_header && cell->row == 0)
		return false;
	if (other != cell && is_label(doc, regex, other->span))
		return true;
	if (!table->has_header || other == cell)
		return false;
	other = &doc->blocks[table->first_block];
	for (; other < cell && other->row == 0; other++)
		if (other->column == cell->column)
			return is_label(doc, regex, other->span);
	return false;
}

/* The section's heading, or a paragraph all in bold not far above. */
static bool
has_heading_label(const struct cnd_document *doc, const struct cnd_query *regex,
	const struct cnd_block *block)
{
	const struct cnd_section *section;
	const struct cnd_block *above = block;
	size_t left = BOLD_ABOVE;

	if (block->section >= doc->section_count)
		return false;
	section = &doc->sections[block->section];
	while (left-- > 0 && above > &doc->blocks[section->first_block]) {
		above--;
		if (above->kind == CND_BLOCK_PARAGRAPH &&
			(above->flags & CND_BLOCK_EMPHASIS) != 0)
			return is_label(doc, regex, above->span);
	}
	return section->heading != CND_NONE &&
		is_label(doc, regex, doc->blocks[section->heading].span);
}

/* The short sentence that another one's paragraph opens with; or nothing. */
static struct cnd_span
opening_of(const struct cnd_clue_place *place)
{
	struct cnd_span first = place->block->sentence_count > 0
		? place->doc->sentences[place->block->first_sentence].span
		: place->sentence;

	return first.from != place->sentence.from &&
			first.to - first.from <= LABEL_MAX
		? first
		: (struct cnd_span){ 0 };
}

static bool
has_colon(const struct cnd_clue_place *place)
{
	return cnd_str_find_byte(cnd_document_text(place->doc, place->sentence),
		       ':') != CND_NOT_FOUND;
}

struct cnd_labelled
cnd_clue_place_labelled(const struct cnd_document *doc, struct cnd_arena *arena)
{
	uint32_t *items = NULL;
	size_t count = 0;
	size_t capacity = 0;

	for (uint32_t i = 0; i < doc->sentence_count; i++) {
		struct cnd_clue_place place = cnd_clue_place_of(doc, i);

		if (place.block->kind != CND_BLOCK_CELL &&
			opening_of(&place).to == 0 && !has_colon(&place))
			continue;
		items = cnd_arena_grow(
			arena, items, count, &capacity, sizeof(*items));
		items[count++] = i;
	}
	return (struct cnd_labelled){ items, count };
}

/* "Who tested it. …": a short first sentence, or words before a colon. */
static bool
has_own_label(const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	const struct cnd_document *doc = place->doc;
	struct cnd_span found;
	struct cnd_str rest;

	if (is_label(doc, regex, opening_of(place)))
		return true;
	if (!has_colon(place) ||
		!cnd_clue_place_find(doc, regex, place->sentence,
			place->sentence.from, &found) ||
		found.from != place->sentence.from)
		return false;
	rest = cnd_document_text(
		doc, (struct cnd_span){ found.to, place->sentence.to });
	return rest.len > 0 && rest.data[0] == ':';
}

bool
cnd_clue_place_has_label(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	return has_own_label(place, regex) ||
		(place->block->kind == CND_BLOCK_CELL &&
			has_cell_label(place->doc, regex, place->block));
}

bool
cnd_clue_place_has_context(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	return cnd_clue_place_has_label(place, regex) ||
		(place->block->kind != CND_BLOCK_CELL &&
			has_heading_label(place->doc, regex, place->block));
}

/* Words that point back, at the head of a sentence. */
static bool
points_back(struct cnd_str words)
{
	static const char *const pronouns[] = { "It ", "They ", "Its ",
		"Their ", "This ", "These ", "That was ", "Each ", "Both ",
		"All ", "He ", "She ", "Two ", "Three ", "Some " };

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); i++)
		if (cnd_str_starts_with(words, cnd_str_of(pronouns[i])))
			return true;
	return false;
}

bool
cnd_clue_place_goes_back(const struct cnd_clue_place *place)
{
	static const char *const words[] = { " him ", " her ", " them ", " it ",
		" they ", " he ", " she " };
	struct cnd_str text = cnd_document_text(place->doc, place->sentence);
	struct cnd_str head = cnd_str_slice(text, 0, BACK_MAX);

	if (points_back(text))
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cnd_str_find(head, cnd_str_of(words[i])) != CND_NOT_FOUND)
			return true;
	return false;
}

bool
cnd_clue_place_points_at(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	const struct cnd_document *doc = place->doc;
	uint32_t sentence = place->number;

	while (regex != NULL && sentence > place->block->first_sentence &&
		points_back(
			cnd_document_text(doc, doc->sentences[sentence].span)))
		if (stands(doc, regex, doc->sentences[--sentence].span))
			return true;
	return false;
}

static struct cnd_span
heading_of(const struct cnd_clue_place *place)
{
	const struct cnd_document *doc = place->doc;
	uint32_t heading = place->block->section < doc->section_count
		? doc->sections[place->block->section].heading
		: CND_NONE;

	return heading != CND_NONE ? doc->blocks[heading].span
				   : (struct cnd_span){ 0 };
}

bool
cnd_clue_place_is_elsewhere(const struct cnd_clue_place *place,
	const struct cnd_query *elsewhere, const struct cnd_query *self)
{
	enum { SENTENCES_BACK = 100 }; /* hostile paragraphs have more */
	const struct cnd_document *doc = place->doc;
	uint32_t sentence = place->number;
	uint32_t first = place->block->first_sentence;

	if (elsewhere == NULL || stands(doc, self, place->sentence))
		return false;
	if (sentence > first + SENTENCES_BACK)
		first = sentence - SENTENCES_BACK;
	while (sentence > first) {
		struct cnd_span before = doc->sentences[--sentence].span;

		if (stands(doc, self, before))
			return false;
		if (stands(doc, elsewhere, before))
			return true;
	}
	return stands(doc, elsewhere, heading_of(place));
}

bool
cnd_clue_place_is_behind(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	const struct cnd_document *doc = place->doc;
	struct cnd_span before = { place->block->span.from,
		place->sentence.from };

	return regex != NULL && before.from < before.to &&
		points_back(cnd_document_text(doc, place->sentence)) &&
		stands(doc, regex, before);
}

bool
cnd_clue_place_has_heading(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	return stands(place->doc, regex, heading_of(place));
}

bool
cnd_clue_place_has_beside(
	const struct cnd_clue_place *place, const struct cnd_query *regex)
{
	return regex == NULL || stands(place->doc, regex, place->block->span) ||
		cnd_clue_place_has_heading(place, regex);
}

enum cnd_role
cnd_clue_place_role(const struct cnd_clue_place *place)
{
	const struct cnd_block *block = place->block;
	enum cnd_role role = cnd_block_role(place->doc, block);

	if (role != CND_ROLE_NONE || block->kind == CND_BLOCK_CELL ||
		block->section >= place->doc->section_count)
		return role;
	return place->doc->sections[block->section].is_in_the_case
		? CND_ROLE_ANALYSIS
		: role;
}

bool
cnd_clue_place_is_beside_the_case(const struct cnd_clue_place *place)
{
	static const enum cnd_role roles[] = { CND_ROLE_NONE, CND_ROLE_APPENDIX,
		CND_ROLE_TERMS, CND_ROLE_SUMMARY, CND_ROLE_CONCLUSION,
		CND_ROLE_RESPONSE, CND_ROLE_METHOD };
	enum cnd_role role = cnd_block_role(place->doc, place->block);

	if (role == CND_ROLE_NONE &&
		place->block->section < place->doc->section_count &&
		place->doc->sections[place->block->section].tells_the_case)
		return false;
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (roles[i] == role)
			return true;
	return false;
}
