/*
 * What type of review a report is, by its titles and the law it cites.
 * What stands on the first page weighs most; a mention in passing is not
 * enough.
 */
#include "review/steps.h"

enum {
	TITLE_BLOCKS = 12, /* where a title may stand */
	TITLE_BYTES = 160, /* longer lines are prose */
	BODY_BLOCKS = 100, /* where a report says what it is */
	TITLE_WEIGHT = 10,
	SECOND_TITLE_WEIGHT = 2,
	MENTION_WEIGHT = 2,
	MENTIONS = 2, /* counted at most, of each sort */
	STATUTE_WEIGHT = 3,
	ENOUGH = 7
};

size_t
cnd_type_of_name(const struct cnd_structure *structure, struct cnd_str name)
{
	for (size_t i = 0; i < structure->type_count; i++)
		if (cnd_str_equal(structure->profiles[i], name))
			return i;
	return CND_TYPE_GENERAL;
}

static bool
is_title_line(const struct cnd_document *doc, size_t index)
{
	const struct cnd_block *block = &doc->blocks[index];

	if (block->kind == CND_BLOCK_HEADING && block->level <= 2)
		return index < BODY_BLOCKS;
	return index < TITLE_BLOCKS &&
		block->span.to - block->span.from <= TITLE_BYTES;
}

/* Blocks that hold words of a type. */
struct telling {
	uint32_t blocks[BODY_BLOCKS];
	size_t count;
};

static struct telling
telling_blocks(
	const struct cnd_structure *structure, const struct cnd_document *doc)
{
	struct telling telling = { .count = 0 };

	for (uint32_t i = 0; i < doc->block_count && i < BODY_BLOCKS; i++)
		if (cnd_cue_find(structure, structure->type_words,
			    cnd_block_text(doc, &doc->blocks[i]), NULL))
			telling.blocks[telling.count++] = i;
	return telling;
}

static unsigned
weigh(const struct cnd_structure *structure, size_t index,
	const struct cnd_document *doc, const struct telling *telling)
{
	const struct cnd_type_cue *type = &structure->types[index];
	unsigned titles = 0, mentions = 0, statutes = 0;

	for (size_t n = 0; n < telling->count; n++) {
		uint32_t i = telling->blocks[n];
		struct cnd_str text = cnd_block_text(doc, &doc->blocks[i]);

		if (cnd_cue_find(structure, type->titles, text, NULL)) {
			if (is_title_line(doc, i))
				titles++;
			else
				mentions++;
		}
		if (cnd_cue_find(structure, type->statutes, text, NULL))
			statutes++;
	}
	if (mentions > MENTIONS)
		mentions = MENTIONS;
	if (statutes > MENTIONS)
		statutes = MENTIONS;
	return (titles > 0 ? TITLE_WEIGHT : 0) +
		(titles > 1 ? SECOND_TITLE_WEIGHT : 0) +
		mentions * MENTION_WEIGHT + statutes * STATUTE_WEIGHT;
}

/* The document's own name: its first heading, or its first line. */
static struct cnd_str
own_title(const struct cnd_document *doc)
{
	for (size_t i = 0; i < doc->block_count && i < BODY_BLOCKS; i++)
		if (doc->blocks[i].kind == CND_BLOCK_HEADING)
			return cnd_block_text(doc, &doc->blocks[i]);
	return doc->block_count > 0 ? cnd_block_text(doc, &doc->blocks[0])
				    : CND_STR("");
}

/* The type of what is no whole review: an answer to one, or a chapter. */
static size_t
type_of_other(
	const struct cnd_structure *structure, const struct cnd_document *doc)
{
	struct cnd_str title = own_title(doc);

	for (size_t i = 0; i < structure->type_count; i++) {
		const struct cnd_type_cue *type = &structure->types[i];

		if (title.len <= TITLE_BYTES &&
			(cnd_cue_find(structure, type->answers, title, NULL) ||
				cnd_cue_find(
					structure, type->parts, title, NULL)))
			return i;
	}
	return CND_TYPE_GENERAL;
}

size_t
cnd_type_detect(
	const struct cnd_structure *structure, const struct cnd_document *doc)
{
	size_t other = type_of_other(structure, doc);
	size_t best = CND_TYPE_GENERAL;
	unsigned most = ENOUGH - 1;
	struct telling telling;

	if (other != CND_TYPE_GENERAL)
		return other;
	telling = telling_blocks(structure, doc);
	for (size_t i = 0; i < structure->type_count; i++) {
		unsigned weight = weigh(structure, i, doc, &telling);

		if (weight > most) {
			most = weight;
			best = i;
		}
	}
	return best;
}
