/*
 * Roles of sections, from their headings' words.  A heading that says
 * nothing takes the role above it; only a title's is not handed down.
 */
#include "review/steps.h"

struct cnd_str
cnd_heading_words(const struct cnd_structure *structure, struct cnd_str heading)
{
	struct cnd_match match;

	heading = cnd_str_trim(heading);
	if (cnd_cue_find(structure, structure->cues[CND_CUE_HEADING_NUMBER],
		    heading, &match) &&
		match.to[0] < heading.len)
		heading = cnd_str_slice(heading, match.to[0], heading.len);
	while (heading.len > 0 &&
		(heading.data[heading.len - 1] == ':' ||
			heading.data[heading.len - 1] == '.'))
		heading.len--;
	return cnd_str_trim(heading);
}

static bool
pair_holds(const struct cnd_structure *structure,
	const struct cnd_cue_pair *pair, struct cnd_str text)
{
	return cnd_cue_find(structure, pair->any, text, NULL) &&
		!cnd_cue_find(structure, pair->but, text, NULL);
}

enum cnd_role
cnd_role_of_heading(const struct cnd_structure *structure, size_t type,
	struct cnd_str heading)
{
	struct cnd_str words = cnd_heading_words(structure, heading);

	if (type != CND_TYPE_GENERAL &&
		cnd_cue_find(structure, structure->types[type].recommendations,
			words, NULL))
		return CND_ROLE_RECOMMENDATIONS;
	for (size_t i = 0; i < structure->role_count; i++)
		if (pair_holds(structure, &structure->roles[i].heading, words))
			return structure->roles[i].role;
	if (cnd_cue_find(structure, structure->appendix, cnd_str_trim(heading),
		    NULL))
		return CND_ROLE_APPENDIX;
	return CND_ROLE_NONE;
}

/* How many headings a title page may have. */
enum { TITLE_SECTIONS = 4 };

/* Everything stands below one heading. */
static bool
is_only_top(const struct cnd_document *doc)
{
	uint32_t tops = 0;

	for (uint32_t i = 0; i < doc->section_count && tops < 2; i++)
		tops += doc->sections[i].heading != CND_NONE &&
			doc->sections[i].level == 1;
	return tops == 1;
}

/* Nothing stands before a section but headings. */
static bool
is_first_words(const struct cnd_document *doc, uint32_t index)
{
	for (uint32_t i = 0; i < doc->sections[index].first_block; i++)
		if (doc->blocks[i].kind != CND_BLOCK_HEADING)
			return false;
	return true;
}

/* The document's own name: before all else, or the name of a review. */
static bool
is_title(const struct cnd_structure *structure, const struct cnd_document *doc,
	uint32_t index)
{
	const struct cnd_section *section = &doc->sections[index];
	struct cnd_str title = cnd_section_title(doc, index);

	if (index >= TITLE_SECTIONS)
		return false;
	if (section->level == 1 && section->first_block == 0)
		return true;
	if (section->level == 1 && section->role != CND_ROLE_RECOMMENDATIONS &&
		section->role != CND_ROLE_ACTION_PLAN && is_only_top(doc))
		return true;
	/* "Learning Review: Ann", below the report's own title. */
	if (section->level > 1 && !is_first_words(doc, index))
		return false;
	for (size_t i = 0; i < structure->type_count; i++)
		if (cnd_cue_find(
			    structure, structure->types[i].titles, title, NULL))
			return true;
	return false;
}

/*
 * Below a heading that holds recommendations, others name what these are
 * about: "Governance" there is a theme, and "Responses so far" is not.
 * Below one of analysis "Line of enquiry 2: schooling" is a theme, too.
 */
static bool
is_theme_of(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_section *section)
{
	enum cnd_role above = section->parent != CND_NONE
		? doc->sections[section->parent].role
		: CND_ROLE_NONE;

	if (above == CND_ROLE_ANALYSIS)
		return section->role == CND_ROLE_TERMS;
	if ((above != CND_ROLE_RECOMMENDATIONS &&
		    above != CND_ROLE_ACTION_PLAN &&
		    above != CND_ROLE_QUESTIONS) ||
		cnd_cue_holds(structure, CND_CUE_MIXED,
			cnd_section_title(doc, section->parent)))
		return false;
	switch (section->role) {
	case CND_ROLE_RECOMMENDATIONS:
	case CND_ROLE_ACTION_PLAN:
	case CND_ROLE_QUESTIONS:
	case CND_ROLE_RESPONSE:
	case CND_ROLE_DISSENT:
	case CND_ROLE_APPENDIX:
	case CND_ROLE_REFERENCES:
		return false;
	default:
		return true;
	}
}

/*
 * "Areas for improvement" right above "Quality of practice" and its like:
 * where levels are not told, a heading with nothing of its own goes on in
 * those that follow it and say nothing either.
 */
static bool
goes_on_from(const struct cnd_document *doc, uint32_t index)
{
	const struct cnd_section *section = &doc->sections[index];
	const struct cnd_section *before;

	if (index == 0)
		return false;
	before = section - 1;
	if (before->role != CND_ROLE_RECOMMENDATIONS ||
		before->level != section->level)
		return false;
	return !before->has_own_role ||
		before->first_block + 1 == section->first_block;
}

/* A part that says where the review came from. */
static bool
is_of_its_making(const struct cnd_section *section)
{
	return section->has_own_role &&
		(section->role == CND_ROLE_GOVERNANCE ||
			section->role == CND_ROLE_METHOD ||
			section->role == CND_ROLE_TERMS);
}

/* The last part of what is asked for: the story is over behind it. */
static uint32_t
last_that_asks(const struct cnd_document *doc)
{
	uint32_t i = (uint32_t)doc->section_count;

	while (i-- > 0) {
		const struct cnd_section *section = &doc->sections[i];

		if (section->has_own_role &&
			(section->role == CND_ROLE_RECOMMENDATIONS ||
				section->role == CND_ROLE_ACTION_PLAN))
			return i;
	}
	return CND_NONE;
}

/*
 * "Chapter 1: Mr D and his treatment": behind the introduction a heading
 * that says nothing of the review opens the story, as one does that says
 * so itself.
 */
static bool
tells_the_case(const struct cnd_structure *structure,
	const struct cnd_document *doc, uint32_t index, bool is_behind_making)
{
	const struct cnd_section *section = &doc->sections[index];

	if (section->heading == CND_NONE)
		return false;
	if (section->role != CND_ROLE_NONE)
		return section->has_own_role &&
			(section->role == CND_ROLE_NARRATIVE ||
				section->role == CND_ROLE_ANALYSIS ||
				section->role == CND_ROLE_FINDINGS);
	return is_behind_making &&
		!cnd_cue_holds(structure, CND_CUE_OF_REVIEW,
			cnd_section_title(doc, index));
}

static void
assign(const struct cnd_structure *structure, size_t type,
	struct cnd_document *doc, uint32_t index)
{
	struct cnd_section *section = &doc->sections[index];
	const struct cnd_section *parent = section->parent != CND_NONE
		? &doc->sections[section->parent]
		: NULL;
	bool is_answer = type != CND_TYPE_GENERAL &&
		structure->types[type].answers != NULL;

	section->has_own_role = false;
	section->role = CND_ROLE_NONE;
	if (section->heading != CND_NONE)
		section->role = cnd_role_of_heading(
			structure, type, cnd_section_title(doc, index));
	/* What an answer lists was recommended elsewhere. */
	if (is_answer && section->role == CND_ROLE_RECOMMENDATIONS)
		section->role = CND_ROLE_RESPONSE;
	if (section->heading == CND_NONE || is_title(structure, doc, index)) {
		if (section->role != CND_ROLE_RECOMMENDATIONS)
			section->role = CND_ROLE_FRONT;
	} else if (section->role != CND_ROLE_NONE &&
		!is_theme_of(structure, doc, section)) {
		section->has_own_role = true;
	} else {
		section->role = parent != NULL && parent->role != CND_ROLE_FRONT
			? parent->role
			: CND_ROLE_NONE;
		if (goes_on_from(doc, index))
			section->role = CND_ROLE_RECOMMENDATIONS;
	}
}

void
cnd_roles_assign(const struct cnd_structure *structure, size_t type,
	struct cnd_document *doc)
{
	bool is_behind_making = false;
	bool is_in_the_case = false;
	uint32_t last;

	for (uint32_t i = 0; i < doc->section_count; i++)
		assign(structure, type, doc, i);
	last = last_that_asks(doc);
	for (uint32_t i = 0; i < doc->section_count; i++) {
		struct cnd_section *section = &doc->sections[i];

		section->tells_the_case =
			tells_the_case(structure, doc, i, is_behind_making);
		is_in_the_case |= section->tells_the_case;
		section->is_in_the_case = is_in_the_case;
		is_behind_making |= is_of_its_making(section);
		if (i == last)
			is_behind_making = is_in_the_case = false;
	}
}
