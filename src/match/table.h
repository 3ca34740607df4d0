/* What a matcher holds.  For the files of match/ only. */
#ifndef CND_MATCH_TABLE_H
#define CND_MATCH_TABLE_H

#include "match/matcher.h"
#include "match/pattern.h"
#include "query/query.h"

/* How much of a word may stand before or behind the letters asked for. */
enum cnd_affix { CND_AFFIX_NONE, CND_AFFIX_SOME, CND_AFFIX_MAYBE };

/* What one word must be like, and the gap before it. */
struct cnd_word_test {
	struct cnd_str letters; /* empty: any word */
	uint32_t key; /* of all its letters */
	enum cnd_affix before;
	enum cnd_affix behind;
	bool is_fold;
	/*
	 * The byte that must stand right behind it: ' ' for any blank, 0 for
	 * whatever stands there.
	 */
	char follower;
	bool starts_with_digit;
	bool ends_with_digit;
	/* Before it, from the second word on: CND_GAP_BLANKS stands for \s+,
	 * other bytes for themselves; empty: any gap. */
	struct cnd_str gap;
};

#define CND_GAP_BLANKS '\1'

/* The same in a sealed matcher; texts are places in the matcher's. */
struct cnd_packed_test {
	uint32_t key;
	uint32_t letters;
	uint32_t gap;
	uint32_t letters_len;
	uint32_t gap_len;
	uint8_t before; /* enum cnd_affix */
	uint8_t behind;
	bool is_fold;
	char follower;
};

enum cnd_anchor_kind {
	CND_ANCHOR_WORD, /* the whole word is known */
	CND_ANCHOR_START, /* its first three letters */
	CND_ANCHOR_START_OF_TWO, /* its first two */
	CND_ANCHOR_END, /* its last three */
	CND_ANCHOR_END_OF_TWO,
	CND_ANCHOR_START_DIGIT, /* it begins with a digit */
	CND_ANCHOR_END_DIGIT,
	CND_ANCHOR_KINDS
};

/*
 * Which words may stand next to an anchor: a bit for each, by the highest
 * six bits of its key.
 */
#define CND_NEIGHBOURS_ALL UINT64_MAX

/*
 * Words that stand one after the other wherever a pattern matches (or
 * wherever it matches in one of its ways).  One of them is the anchor that
 * is looked up.  Of an impure pattern it is the only one.
 */
struct cnd_sequence {
	uint32_t pattern;
	uint32_t priority;
	const struct cnd_word_test *tests;
	uint16_t count;
	uint16_t anchor; /* index of the test */
	enum cnd_anchor_kind kind;
	uint32_t key; /* of the anchor */
	uint64_t before; /* words that may stand before the first */
	uint64_t behind; /* and behind the last */
	bool is_hint; /* of a pattern that only hints */
};

/* A growing list; zero is an empty one. */
struct cnd_sequences {
	struct cnd_sequence *items;
	size_t count;
	size_t capacity;
};

/* The same in a sealed matcher, where its slots lead to it. */
struct cnd_packed_sequence {
	uint64_t before;
	uint64_t behind;
	uint32_t pattern;
	uint32_t priority;
	uint32_t first; /* of the matcher's tests */
	uint8_t count; /* a form has 32 symbols at most */
	uint8_t anchor;
	uint8_t kind; /* enum cnd_anchor_kind */
};

/* Packs the sequences, and the tests of all of them. */
void cnd_matcher_pack(struct cnd_matcher *matcher);

void cnd_sequences_add(struct cnd_arena *arena, struct cnd_sequences *list,
	const struct cnd_sequence *sequence);

/* By kind and key, hints last; then by pattern and priority. */
void cnd_sequences_sort(struct cnd_sequences *list);

/* Whether both are looked up alike. */
bool cnd_sequences_share_key(
	const struct cnd_sequence *a, const struct cnd_sequence *b);

/*
 * Adds the sequences of a pure pattern, the next one of the matcher: where
 * one stands the pattern matches, and nowhere else.  False, and nothing
 * added, when it is not pure.
 */
bool cnd_sequences_of_tree(
	struct cnd_matcher *matcher, const struct cnd_node *tree);

/*
 * Adds to the marker up to `most` sets of words, each with the next mark's
 * number as its pattern: every match holds one of each set.  How many there
 * are.
 */
uint32_t cnd_marks_of_tree(struct cnd_matcher *matcher,
	const struct cnd_node *tree, uint32_t most);

/*
 * Adds words of which one at least stands inside every match of the
 * matcher's next pattern, the rarest there are.  The first of them that a
 * match holds has at most *lead words before it in the match;
 * CND_LEAD_ANY says that there is no telling.  False, and nothing added,
 * when there are no such words.
 */
enum { CND_LEAD_ANY = 1 << 20 };
bool cnd_anchors_of_tree(struct cnd_matcher *matcher,
	const struct cnd_node *tree, uint32_t *lead);

/* Whether all matches of a tree begin at a line's start. */
bool cnd_tree_begins_lines(const struct cnd_node *tree);

/*
 * How to look up a word that passes the test, and how often such words
 * are met, roughly.  False when it cannot be looked up.
 */
bool cnd_anchor_of_word(const struct cnd_word_test *test,
	enum cnd_anchor_kind *kind, unsigned *cost);
uint32_t cnd_key_of_anchor(
	const struct cnd_word_test *test, enum cnd_anchor_kind kind);

/* Where the sequences of a key stand; count 0 is an empty slot. */
struct cnd_slot {
	uint32_t key;
	uint32_t first;
	uint32_t count;
	uint32_t hints; /* of these, the last */
};

/* An open table of a power of two of slots, half of them empty. */
struct cnd_slots {
	struct cnd_slot *items;
	uint32_t mask;
};

/* The sequences whose anchor has that key. */
struct cnd_slot cnd_slots_find(const struct cnd_slots *slots, uint32_t key);

/*
 * How often a word is met, as a rough number: the lower, the better it is
 * to look for.
 */
unsigned cnd_word_cost(struct cnd_str word);

/* One pattern added. */
struct cnd_matcher_pattern {
	const struct cnd_query *query; /* NULL for a hint */
	uint32_t tag;
	bool is_hint; /* units are told, not matches; it has no query */
	bool is_sentence; /* no match crosses a sentence's edge */
	bool is_anchored; /* has sequences */
	bool is_pure; /* its sequences are its matches */
	bool begins_line; /* matches begin at a line's start only */
	/*
	 * Searches in one text that JIT is not compiled for: as many take
	 * about as long as JIT takes to compile.
	 */
	uint8_t seldom;
	/* A match begins at most so many words before the anchor's. */
	uint32_t lead;
};

/* Joins what sequences of impure patterns say of the same word; the list is
 * in order of kind, key and pattern. */
void cnd_sequences_join(
	struct cnd_sequences *list, const struct cnd_matcher_pattern *patterns);

/* Numbers of patterns. */
struct cnd_pattern_list {
	uint32_t *items;
	size_t count;
	size_t capacity;
};

/* Marks of a key, as bits of one word of a row. */
struct cnd_mark_bits {
	uint64_t bits;
	uint32_t at; /* the word's place in the row */
};

/* The words that set marks (match/marks.h). */
struct cnd_marker {
	uint32_t count; /* of marks */
	struct cnd_sequences sequences; /* until the matcher is sealed */
	struct cnd_slots slots[CND_ANCHOR_KINDS]; /* of bits */
	struct cnd_mark_bits *bits; /* by kind and key */
	size_t width; /* of a row: words of 64 marks */
};

/* Makes the bits, and leaves one sequence for each, in order. */
void cnd_marks_seal(struct cnd_matcher *matcher);

struct cnd_matcher {
	struct cnd_arena *arena;
	struct cnd_arena *scratch; /* until it is sealed */
	struct cnd_matcher_pattern *patterns;
	size_t pattern_count;
	size_t pattern_capacity;
	struct cnd_pattern_list of_blocks; /* all that match in blocks */
	struct cnd_pattern_list of_sentences; /* and all in sentences */
	struct cnd_pattern_list bare_of_blocks; /* of these, without anchors */
	struct cnd_pattern_list bare_of_sentences;
	struct cnd_sequences sequences; /* until it is sealed */
	const struct cnd_packed_sequence *packed; /* by kind and key */
	size_t packed_count;
	const struct cnd_packed_test *tests; /* of all of them */
	const char *texts;
	struct cnd_slots slots[CND_ANCHOR_KINDS];
	bool marks_are_doubtful; /* combining marks may be \w here */
	struct cnd_marker marker;
	uint32_t tag_end; /* one more than the last tag */
	bool is_sealed;
};

#endif
