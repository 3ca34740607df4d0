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
	ORDER_LEAST = 3, /* words; "Call script" is none, whatever "call" is */
	SHARE = 60, /* per cent of the title's words */
	ITEMS_MOST = 200 /* each title is compared with each recommendation */
};

_Static_assert((int)BEGINNING == (int)sizeof(uint32_t) &&
		(int)WORD_LEAST >= (int)BEGINNING,
	"a beginning is one number");

/* The beginnings of a title's words. */
struct title {
	uint32_t words[TITLE_WORDS];
	size_t count;
};

/* The beginning of the next word that is long enough; false at the end. */
static bool
next_beginning(struct cnd_str text, size_t *at, uint32_t *beginning)
{
	struct cnd_word word;

	while (cnd_word_next(text, at, &word)) {
		if (word.to - word.from < WORD_LEAST)
			continue;
		*beginning = 0;
		for (size_t i = 0; i < BEGINNING; i++)
			*beginning = *beginning << 8 |
				(unsigned char)cnd_to_lower(
					text.data[word.from + i]);
		return true;
	}
	return false;
}

static struct title
title_of(struct cnd_str text)
{
	struct title title = { .count = 0 };
	size_t at = 0;

	while (title.count < TITLE_WORDS &&
		next_beginning(text, &at, &title.words[title.count]))
		title.count++;
	return title;
}

/* Lists how a candidate's words begin, once: each title is looked for. */
static void
list_beginnings(
	const struct cnd_finder *finder, struct cnd_candidate *candidate)
{
	struct cnd_beginnings *made = &candidate->beginnings;
	size_t capacity = 0;
	uint32_t beginning;

	for (size_t i = 0; i < candidate->main_count && !made->are_known; i++) {
		struct cnd_str text =
			cnd_document_text(finder->doc, candidate->spans[i]);
		size_t at = 0;

		while (next_beginning(text, &at, &beginning)) {
			made->items = cnd_arena_grow(finder->arena, made->items,
				made->count, &capacity, sizeof(*made->items));
			made->items[made->count++] = beginning;
		}
	}
	made->are_known = true;
}

static bool
has_beginning(const struct cnd_beginnings *beginnings, uint32_t beginning)
{
	for (size_t i = 0; i < beginnings->count; i++)
		if (beginnings->items[i] == beginning)
			return true;
	return false;
}

/* How many of the title's words a candidate has. */
static size_t
words_in(const struct cnd_finder *finder, const struct title *title,
	struct cnd_candidate *candidate)
{
	size_t found = 0;

	list_beginnings(finder, candidate);
	for (size_t i = 0; i < title->count; i++)
		found += has_beginning(&candidate->beginnings, title->words[i]);
	return found;
}

bool
cnd_is_title_row(const struct cnd_finder *finder, struct cnd_str text)
{
	return text.len > 0 && text.len <= CND_TITLE_BYTES &&
		(!cnd_text_directs(finder, text) ||
			cnd_word_count(text) <= ORDER_LEAST);
}

/* The one that has most of a title's words, when there is only one. */
static uint32_t
best_by_words(const struct cnd_finder *finder, uint32_t row)
{
	const struct cnd_candidate *item = &finder->items[row];
	struct title title;
	uint32_t best = CND_NONE;
	size_t most = 0;

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

/* A table's rows of titles, and those in the text without a number. */
struct order {
	uint32_t rows;
	uint32_t alike; /* rows whose words say the one that their place says */
};

/* The text's recommendations in order; how many have no number. */
static uint32_t
list_unnumbered(const struct cnd_finder *finder, uint32_t list[ITEMS_MOST])
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < finder->count; i++) {
		const struct cnd_candidate *item = &finder->items[i];

		if (item->is_row || item->is_summary || item->is_reference)
			continue;
		if (item->number.len > 0)
			return 0;
		list[count++] = i;
	}
	return count;
}

void
cnd_titled_order(struct cnd_finder *finder)
{
	size_t groups = finder->doc->section_count + finder->doc->table_count;
	struct order *orders =
		cnd_arena_array(finder->arena, groups + 1, sizeof(*orders));
	uint32_t list[ITEMS_MOST];
	uint32_t count;

	if (finder->count > ITEMS_MOST)
		return;
	count = list_unnumbered(finder, list);
	for (uint32_t i = 0; i < finder->count && count > 0; i++) {
		struct cnd_candidate *item = &finder->items[i];
		struct order *order = &orders[item->group];

		if (!item->is_title)
			continue;
		if (order->rows < count &&
			cnd_label_count(item->number) == order->rows + 1) {
			item->in_order = list[order->rows];
			order->alike +=
				best_by_words(finder, i) == item->in_order;
		}
		order->rows++;
	}
	for (uint32_t i = 0; i < finder->count; i++) {
		struct order order = orders[finder->items[i].group];

		if (order.rows != count || order.alike * 2 < count)
			finder->items[i].in_order = CND_NONE;
	}
}

uint32_t
cnd_titled_match(const struct cnd_finder *finder, uint32_t row)
{
	const struct cnd_candidate *item = &finder->items[row];

	if (!item->is_title || finder->count > ITEMS_MOST)
		return CND_NONE;
	return item->in_order != CND_NONE ? item->in_order
					  : best_by_words(finder, row);
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
