/*
 * What is looked up for a word: where the sequences stand that have it as
 * their anchor, and the marks that it sets.  It is worked out once in a scan
 * for each word that the text repeats, and a report repeats nearly all.  For
 * the files of match/ only.
 */
#ifndef CND_MATCH_SEEN_H
#define CND_MATCH_SEEN_H

#include "match/table.h"

/* Items [first, first + count) of a list of the matcher's. */
struct cnd_stretch {
	uint32_t first;
	uint32_t count;
};

/* A word of the text, with its small and capital letters. */
struct cnd_seen_word {
	uint32_t from; /* a place where the text has it */
	uint16_t len; /* bytes; 0: none is kept here */
	uint8_t sequence_count;
	uint8_t mark_count;
	/* Of the matcher's sequences, in order of kind; behind them, of the
	 * marker's bits. */
	const struct cnd_stretch *stretches;
};

/* The words seen in a scan.  A text of other words ever again is no longer
 * kept in mind, but looked up each time. */
struct cnd_seen {
	const struct cnd_matcher *matcher;
	struct cnd_str text;
	bool has_hints; /* the sequences that only hint are told, too */
	struct cnd_arena *scratch;
	struct cnd_seen_word *words; /* by key */
	uint32_t mask;
	struct cnd_seen_word spare; /* for what is not kept */
	struct cnd_stretch spare_stretches[2 * CND_ANCHOR_KINDS];
};

/* None yet; as much room in scratch, the caller's, as the text is worth. */
struct cnd_seen cnd_seen_start(const struct cnd_matcher *matcher,
	struct cnd_str text, bool has_hints, struct cnd_arena *scratch);

/* What is looked up for the word at [from, from + len); valid until the
 * next word is.  The key is cnd_word_key's. */
const struct cnd_seen_word *cnd_seen_look(
	struct cnd_seen *seen, uint32_t from, uint16_t len, uint32_t key);

#endif
