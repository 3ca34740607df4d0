/*
 * Headings that sort recommendations by who is to act.  Where some beside
 * it name bodies, one that is only a name ("The Larches", "KCA") is of a
 * body too, if the report's prose uses it as a name; and "Health" is whom
 * it is for, no theme.  What is beside a heading is looked at once for
 * each section, and only so many names are looked for.
 */
#include "review/recommendation.h"

enum {
	LOOK_UPS = 24, /* of names in the report: each may read all of it */
	HITS = 40, /* of one name that are looked at */
	SHARE = 4, /* one in so many beside it must name somebody */
	NOT_SORTED = 1,
	SORTED = 2
};

struct tally {
	uint32_t all;
	uint32_t known;
};

/* Headings right below a section. */
static void
count_headings(
	const struct cnd_finder *finder, uint32_t above, struct tally *tally)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = above + 1; i < doc->section_count &&
		doc->sections[i].level > doc->sections[above].level;
		i++) {
		if (doc->sections[i].parent != above)
			continue;
		tally->all++;
		tally->known +=
			cnd_is_addressee(finder, cnd_section_title(doc, i));
	}
}

/* Lines of a section that look like such titles. */
static void
count_titles(const struct cnd_finder *finder, uint32_t section,
	enum cnd_title title, struct tally *tally)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = doc->sections[section].first_block;
		i < doc->block_count && doc->blocks[i].section == section;
		i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->span.to - block->span.from > CND_TITLE_BYTES ||
			block->sentence_count != 1 ||
			cnd_title_of(doc, block) != title)
			continue;
		tally->all++;
		tally->known +=
			cnd_is_addressee(finder, cnd_block_text(doc, block));
	}
}

/* Whether what heads recommendations there names who is to act. */
static bool
is_sorted(struct cnd_finder *finder, uint32_t section, enum cnd_title title)
{
	uint8_t *known = &finder->sections[section].sorted[title];
	struct tally tally = { 0 };

	if (*known == 0) {
		if (title == CND_TITLE_HEADING)
			count_headings(finder, section, &tally);
		else
			count_titles(finder, section, title, &tally);
		*known = tally.known > 0 && tally.known * SHARE >= tally.all
			? SORTED
			: NOT_SORTED;
	}
	return *known == SORTED;
}

/* What stands around a hit is no letter, and it goes on in small ones. */
static bool
stands_as_name(struct cnd_str text, size_t at, size_t end)
{
	if (at > 0 &&
		(cnd_is_alpha(text.data[at - 1]) || text.data[at - 1] == '-'))
		return false;
	if (end >= text.len)
		return true;
	if (cnd_is_alpha(text.data[end]) || cnd_is_digit(text.data[end]) ||
		text.data[end] == '-')
		return false;
	return text.data[end] != ' ' || end + 1 >= text.len ||
		!cnd_is_upper(text.data[end + 1]);
}

/* The prose uses the name, inside a sentence and with its capitals. */
static bool
is_used(const struct cnd_finder *finder, struct cnd_str name)
{
	const struct cnd_document *doc = finder->doc;
	struct cnd_str text = doc->text;
	size_t at = 0;

	for (size_t hits = 0; hits < HITS; hits++) {
		size_t found =
			cnd_str_find(cnd_str_slice(text, at, text.len), name);
		uint32_t block;

		if (found == CND_NOT_FOUND)
			return false;
		at += found + name.len;
		block = cnd_document_block_at(doc, (uint32_t)(at - name.len));
		if (block != CND_NONE &&
			(doc->blocks[block].kind == CND_BLOCK_PARAGRAPH ||
				doc->blocks[block].kind == CND_BLOCK_ITEM) &&
			(doc->blocks[block].flags & CND_BLOCK_EMPHASIS) == 0 &&
			doc->blocks[block].span.from < at - name.len &&
			stands_as_name(text, at - name.len, at))
			return true;
	}
	return false;
}

/* "For The Larches": the name. */
static struct cnd_str
without_article(struct cnd_str name)
{
	if (cnd_str_starts_with(name, CND_STR("For ")))
		name = cnd_str_slice(name, 4, name.len);
	else if (cnd_str_starts_with(name, CND_STR("To ")))
		name = cnd_str_slice(name, 3, name.len);
	return cnd_str_starts_with(name, CND_STR("The "))
		? cnd_str_slice(name, 4, name.len)
		: name;
}

/* "Anytown Health (health visiting)": the name. */
static struct cnd_str
without_note(struct cnd_str text)
{
	size_t open = cnd_str_find(text, CND_STR(" ("));

	return open != CND_NOT_FOUND && open > 0 &&
			cnd_str_ends_with(text, CND_STR(")"))
		? cnd_str_slice(text, 0, open)
		: text;
}

/* "KCA": capitals, two to six. */
static bool
is_initials(struct cnd_str name)
{
	if (name.len < 2 || name.len > 6)
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (!cnd_is_upper(name.data[i]))
			return false;
	return true;
}

/* "The Larches", "Meadowview": words with capitals, and no person. */
static bool
is_name(struct cnd_str text)
{
	struct cnd_str name = without_article(text);

	if (name.len < 2 || !cnd_is_upper(name.data[0]))
		return false;
	return is_initials(name) || cnd_text_is_name(name) ||
		cnd_str_find_byte(name, ' ') == CND_NOT_FOUND;
}

/* "Rivers House", "Anytown Community Health": a home, a school or a service,
 * whether the prose names it or not. */
static bool
is_place(struct cnd_str text)
{
	static const char *const ends[] = { " House", " Court", " Lodge",
		" Grange", " Manor", " Homecare", " Homes", " Surgery",
		" Academy", " Hospice", " Care Home", " Nursing Home",
		" Health", " Care", " Housing", " Options" };

	if (!cnd_text_is_name(without_article(text)))
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (cnd_str_ends_with(text, cnd_str_of(ends[i])))
			return true;
	return false;
}

bool
cnd_is_sorted_name(struct cnd_finder *finder, const struct cnd_line *line)
{
	enum cnd_title title = cnd_title_of(finder->doc, line->block);
	uint32_t section = line->block->section;
	struct cnd_str text = without_note(cnd_str_trim(line->text));

	if (title == CND_TITLE_HEADING && section != CND_NONE)
		section = finder->doc->sections[section].parent;
	if (section == CND_NONE || text.len > CND_TITLE_BYTES ||
		!is_sorted(finder, section, title))
		return false;
	if (cnd_cue_holds(finder->structure, CND_CUE_SECTOR_HEADING, text))
		return true;
	if (is_place(text))
		return true;
	if (!is_name(text) || finder->look_ups == LOOK_UPS)
		return false;
	finder->look_ups++;
	return is_used(finder, without_article(text));
}
