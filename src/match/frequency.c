/*
 * Words that English prose, and review reports above all, are full of.  A
 * sequence is looked up by its rarest word; only speed hangs on this list.
 */
#include "match/table.h"

#include <stdlib.h>
#include <string.h>

struct common {
	const char *word;
	unsigned cost; /* uses in ten thousand words, roughly */
};

/* In order of the alphabet. */
static const struct common common[] = {
	{ "a", 220 },
	{ "about", 20 },
	{ "action", 20 },
	{ "actions", 20 },
	{ "adult", 40 },
	{ "adults", 40 },
	{ "after", 15 },
	{ "agencies", 30 },
	{ "agency", 25 },
	{ "all", 30 },
	{ "also", 20 },
	{ "an", 45 },
	{ "and", 320 },
	{ "any", 20 },
	{ "are", 50 },
	{ "as", 70 },
	{ "assessment", 30 },
	{ "at", 60 },
	{ "be", 90 },
	{ "been", 45 },
	{ "board", 40 },
	{ "but", 30 },
	{ "by", 80 },
	{ "care", 60 },
	{ "child", 30 },
	{ "children", 30 },
	{ "could", 30 },
	{ "did", 20 },
	{ "ensure", 20 },
	{ "evidence", 20 },
	{ "family", 30 },
	{ "for", 110 },
	{ "from", 60 },
	{ "had", 70 },
	{ "has", 40 },
	{ "have", 50 },
	{ "he", 70 },
	{ "health", 40 },
	{ "her", 60 },
	{ "him", 20 },
	{ "his", 50 },
	{ "home", 20 },
	{ "how", 15 },
	{ "if", 20 },
	{ "in", 220 },
	{ "information", 25 },
	{ "is", 80 },
	{ "it", 70 },
	{ "its", 20 },
	{ "learning", 20 },
	{ "local", 20 },
	{ "may", 20 },
	{ "more", 25 },
	{ "need", 20 },
	{ "needs", 25 },
	{ "no", 30 },
	{ "not", 60 },
	{ "of", 320 },
	{ "on", 90 },
	{ "or", 50 },
	{ "other", 25 },
	{ "partnership", 25 },
	{ "police", 30 },
	{ "practice", 30 },
	{ "professionals", 25 },
	{ "recommendation", 25 },
	{ "report", 25 },
	{ "review", 50 },
	{ "risk", 40 },
	{ "s", 60 },
	{ "safeguarding", 60 },
	{ "service", 25 },
	{ "services", 45 },
	{ "she", 50 },
	{ "should", 45 },
	{ "so", 15 },
	{ "social", 30 },
	{ "staff", 25 },
	{ "support", 35 },
	{ "t", 15 },
	{ "that", 120 },
	{ "the", 620 },
	{ "their", 45 },
	{ "them", 20 },
	{ "there", 40 },
	{ "these", 20 },
	{ "they", 35 },
	{ "this", 60 },
	{ "time", 20 },
	{ "to", 300 },
	{ "was", 160 },
	{ "were", 60 },
	{ "what", 15 },
	{ "when", 25 },
	{ "where", 20 },
	{ "which", 35 },
	{ "who", 25 },
	{ "will", 30 },
	{ "with", 90 },
	{ "work", 25 },
	{ "would", 35 },
};

enum { LONGEST = 16 };

static int
compare(const void *key, const void *row)
{
	return strcmp(key, ((const struct common *)row)->word);
}

unsigned
cnd_word_cost(struct cnd_str word)
{
	char folded[LONGEST + 1] = { 0 };
	const struct common *found = NULL;

	if (word.len <= LONGEST) {
		for (size_t i = 0; i < word.len; i++)
			folded[i] = cnd_to_lower(word.data[i]);
		found = bsearch(folded, common,
			sizeof(common) / sizeof(*common), sizeof(*common),
			compare);
	}
	if (found != NULL)
		return found->cost;
	return word.len < 3 ? 12 : word.len < 6 ? 6 : 3;
}
