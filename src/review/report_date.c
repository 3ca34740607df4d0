/*
 * When a report was published, as its front says: front matter, or a line
 * of the first page that is a date.  A date inside a sentence is of
 * something that happened.
 */
#include "review/steps.h"

enum {
	FRONT_BLOCKS = 24, /* where a first page ends */
	LINE_BYTES = 100, /* longer lines are prose */
	MONTHS = 12,
	DAY_GROUP = 1, /* of the cue */
	MONTH_GROUP = 2,
	YEAR_GROUP = 3,
	FIGURES_GROUP = 4
};

static unsigned
month_of(struct cnd_str name)
{
	static const char *const months[MONTHS] = { "january", "february",
		"march", "april", "may", "june", "july", "august", "september",
		"october", "november", "december" };

	for (unsigned i = 0; i < MONTHS; i++)
		if (cnd_str_equal_fold(name, cnd_str_of(months[i])))
			return i + 1;
	return 0;
}

/* "3 May 2024" as "2024-05-03", "May 2024" as "2024-05". */
static struct cnd_str
in_figures(struct cnd_str line, const struct cnd_match *match,
	struct cnd_arena *arena)
{
	struct cnd_str figures = cnd_match_group(line, match, FIGURES_GROUP);
	struct cnd_str year = cnd_match_group(line, match, YEAR_GROUP);
	unsigned month = month_of(cnd_match_group(line, match, MONTH_GROUP));
	uint32_t day =
		cnd_str_number(cnd_match_group(line, match, DAY_GROUP), 0);

	if (figures.len > 0)
		return cnd_arena_copy(arena, figures);
	return day == 0 || day > 31
		? cnd_arena_printf(arena, "%.*s-%02u", CND_STR_ARG(year), month)
		: cnd_arena_printf(arena, "%.*s-%02u-%02u", CND_STR_ARG(year),
			  month, (unsigned)day);
}

/* The first line of a block that is a date; empty for none. */
static struct cnd_str
date_of_block(const struct cnd_structure *structure, struct cnd_str text,
	struct cnd_arena *arena)
{
	struct cnd_match match;

	while (text.len > 0) {
		struct cnd_str line = cnd_str_trim(cnd_str_split(&text, '\n'));

		if (line.len <= LINE_BYTES &&
			cnd_cue_find(structure,
				structure->cues[CND_CUE_REPORT_DATE], line,
				&match))
			return in_figures(line, &match, arena);
	}
	return (struct cnd_str){ 0 };
}

struct cnd_str
cnd_report_date(const struct cnd_structure *structure,
	const struct cnd_document *doc, struct cnd_arena *arena)
{
	struct cnd_str date = { 0 };
	size_t end = doc->block_count < FRONT_BLOCKS ? doc->block_count
						     : FRONT_BLOCKS;

	for (size_t i = 0; i < end && date.len == 0; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind == CND_BLOCK_FRONT || cnd_block_is_prose(block))
			date = date_of_block(
				structure, cnd_block_text(doc, block), arena);
	}
	return date;
}
