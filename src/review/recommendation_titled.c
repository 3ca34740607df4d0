/*
 * Rows that name their recommendation by a title, "Second signature on
 * closure", where the text says it in full.  A title's words stand in what
 * it names, if in another form: they are compared by how they begin.
 */
#include "review/recommendation.h"

#include "text/word.h"

enum {
	BEGINNING = 4, /* letters that forms of one word share */
	WORD_LEAST = 4, /* shorter ones, in letters, are found everywhere */
	TITLE_WORDS = 12,
	SHARE = 60, /* per cent of the title's words */
	ITEMS_MOST = 200 /* each title is compared with each recommendation */
};

/* The beginnings of a title's words. */
struct title {
	struct cnd_str words[TITLE_WORDS];
	size_t count;
};

static struct cnd_str
beginning_of(struct cnd_str text, const struct cnd_word *word)
{
	size_t len = word->to - word->from;

	return cnd_str_slice(text, word->from,
		word->from + (len < BEGINNING ? len : BEGINNING));
}

static struct title
title_of(struct cnd_str text)
{
	struct title title = { .count = 0 };
	struct cnd_word word;
	size_t at = 0;

	while (title.count < TITLE_WORDS && cnd_word_next(text, &at, &word))
		if (word.to - word.from >= WORD_LEAST)
			title.words[title.count++] = beginning_of(text, &word);
	return title;
}

/* Marks those of the title's words that a text has. */
static void
mark_words(struct cnd_str text, const struct title *title,
	bool is_there[TITLE_WORDS])
{
	struct cnd_word word;
	size_t at = 0;

	while (cnd_word_next(text, &at, &word)) {
		struct cnd_str beginning = beginning_of(text, &word);

		for (size_t i = 0; i < title->count; i++)
			is_there[i] |=
				cnd_str_equal_fold(beginning, title->words[i]);
	}
}

/* How many of the title's words a candidate has. */
static size_t
words_in(const struct cnd_finder *finder, const struct title *title,
	const struct cnd_candidate *candidate)
{
	bool is_there[TITLE_WORDS] = { false };
	size_t found = 0;

	for (size_t i = 0; i < candidate->main_count; i++)
		mark_words(cnd_document_text(finder->doc, candidate->spans[i]),
			title, is_there);
	for (size_t i = 0; i < title->count; i++)
		found += is_there[i];
	return found;
}

bool
cnd_is_title_row(const struct cnd_finder *finder, struct cnd_str text)
{
	return text.len > 0 && text.len <= CND_TITLE_BYTES &&
		!cnd_text_directs(finder, text);
}

uint32_t
cnd_titled_match(const struct cnd_finder *finder, uint32_t row)
{
	const struct cnd_candidate *item = &finder->items[row];
	struct title title;
	uint32_t best = CND_NONE;
	size_t most = 0;

	if (!item->is_title || finder->count > ITEMS_MOST)
		return CND_NONE;
	title = title_of(cnd_document_text(finder->doc, item->spans[0]));
	for (uint32_t i = 0; i < finder->count; i++) {
		size_t found;

		if (finder->items[i].is_row || finder->items[i].is_merged)
			continue;
		found = words_in(finder, &title, &finder->items[i]);
		if (found == most)
			best = CND_NONE; /* not the only one */
		if (found > most) {
			most = found;
			best = i;
		}
	}
	return most * 100 >= title.count * SHARE ? best : CND_NONE;
}

void
cnd_titled_drop(struct cnd_finder *finder)
{
	size_t groups = finder->doc->section_count + finder->doc->table_count;
	struct {
		uint32_t titles;
		uint32_t merged;
	} *tallies =
		cnd_arena_array(finder->arena, groups + 1, sizeof(*tallies));

	for (size_t i = 0; i < finder->count; i++) {
		const struct cnd_candidate *item = &finder->items[i];

		if (!item->is_title)
			continue;
		tallies[item->group].titles++;
		tallies[item->group].merged += item->is_merged;
	}
	for (size_t i = 0; i < finder->count; i++) {
		struct cnd_candidate *item = &finder->items[i];

		if (item->is_title &&
			tallies[item->group].merged * 2 >
				tallies[item->group].titles)
			item->is_merged = true;
	}
}
