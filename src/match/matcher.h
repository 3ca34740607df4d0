/*
 * Many patterns over one text at once.  Each pattern is a PCRE2 pattern
 * with its anchors worked out beforehand: words of which one must stand
 * where the pattern matches.  The text is cut into words once, each word
 * looked up among the anchors, and a pattern tried only on units that
 * hold one of its anchors.  The result is the same as trying each pattern
 * on each unit (tests/unit/match compares the two).
 */
#ifndef CND_MATCH_MATCHER_H
#define CND_MATCH_MATCHER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/regex.h"
#include "doc/document.h"

struct cnd_matcher;
struct cnd_marked;

/*
 * Flags of a pattern, beside those of enum cnd_regex_flag.  With
 * CND_REGEX_TRUSTED adding never fails and costs no compilation.
 */
enum cnd_matcher_flag {
	CND_MATCHER_SENTENCE = 256, /* no match crosses a sentence's edge */
	/*
	 * Matches are not sought: a hit is a word, or a whole unit, that says
	 * that its unit may hold one.  Who asks for them seeks for himself
	 * where all else fits.  The pattern must be known to compile.
	 */
	CND_MATCHER_HINT = 512,
};

/* What else belongs to a block. */
enum cnd_tie {
	CND_TIE_NONE,
	CND_TIE_LEAD_IN, /* it is an item */
	CND_TIE_ITEMS, /* it leads to items, and may be one */
};

/*
 * What is searched: blocks of a text, in order and apart from each other,
 * and the sentences inside them, likewise.
 */
struct cnd_units {
	struct cnd_str text;
	const struct cnd_span *blocks;
	size_t block_count;
	const struct cnd_span *sentences;
	size_t sentence_count;
	const enum cnd_tie *ties; /* of the blocks; for lint/memory.h */
	/* Sentences are marked (match/marks.h), which tells more than hints:
	 * there are none. */
	bool is_marked;
};

/*
 * A match: which pattern (its number in order of adding), the tag it was
 * added with, the bytes matched, and the block unit it stands in (index into
 * the blocks given to the scan).
 */
struct cnd_hit {
	uint32_t pattern;
	uint32_t tag;
	uint32_t unit;
	struct cnd_span span;
	/* A hint that leads nowhere as long as its block and the block's tie
	 * stay as they are: set by whom it is for, so that it is forgotten. */
	bool is_idle;
};

/*
 * A pattern that gave up on a unit (match limit): said, never silent, once
 * for each pattern and unit.
 */
struct cnd_gave_up {
	uint32_t pattern;
	uint32_t tag;
	struct cnd_span span;
};

/* What a scan found; arrays live in the arena given to it. */
struct cnd_hits {
	struct cnd_hit *items; /* by tag, then place, then pattern */
	size_t count;
	struct cnd_gave_up *gave_up; /* in the same order */
	size_t gave_up_count;
	const struct cnd_marked *marked; /* or NULL */
};

/* An empty matcher in the arena. */
struct cnd_matcher *cnd_matcher_new(struct cnd_arena *arena);

/*
 * Adds a pattern under a tag (a rule's number, say); flags as for
 * cnd_regex_new.  False and err when PCRE2 refuses it.  The pattern's text
 * is copied.
 */
bool cnd_matcher_add(struct cnd_matcher *matcher, struct cnd_str pattern,
	unsigned flags, uint32_t tag, struct cnd_error *err);

/*
 * Builds the table of anchors; nothing is added afterwards.  A sealed
 * matcher may be shared by threads.
 */
void cnd_matcher_seal(struct cnd_matcher *matcher);

/*
 * Finds all matches of all patterns inside each unit: a block, or for
 * CND_MATCHER_SENTENCE a sentence.  Matches of one tag do not overlap:
 * leftmost first, then the pattern added first, as if the tag's patterns
 * were one alternation.  Empty matches are left out.  A unit longer than
 * CND_LIMIT_MATCH_SPAN is cut before blanks into pieces that are matched
 * apart.
 */
void cnd_matcher_scan(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits);

/*
 * Gives back the memory that scans took, as cnd_query_forget.  Nobody else
 * may use the matcher meanwhile.
 */
void cnd_matcher_forget(const struct cnd_matcher *matcher);

/*
 * The same without anchors: every pattern on every unit.  For tests.  Only
 * here can a pattern give up on a unit where its anchors are missing.
 */
void cnd_matcher_scan_plainly(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits);

/*
 * The end of the piece of [from, to) that begins at from: all of it, or
 * what CND_LIMIT_MATCH_SPAN allows, cut before a blank if there is one.
 */
uint32_t cnd_matcher_piece_end(struct cnd_str text, uint32_t from, uint32_t to);

/* The hits (and what gave up) of one tag: a slice of hits. */
struct cnd_hits cnd_hits_of_tag(const struct cnd_hits *hits, uint32_t tag);

/* How the patterns of some tags are looked for: numbers of patterns. */
struct cnd_matcher_cost {
	size_t phrases; /* found by looking words up, and nothing else */
	size_t anchored; /* tried where one of its words stands */
	size_t unanchored; /* tried on each unit that a glance lets pass */
	size_t foreign; /* of these two, such as only PCRE2 can tell */
};

/* For the patterns with tags from first, up to but not end. */
struct cnd_matcher_cost cnd_matcher_cost_of(
	const struct cnd_matcher *matcher, uint32_t first, uint32_t end);

/* Whether a pattern has anchors; one without is tried on every unit. */
bool cnd_matcher_is_anchored(
	const struct cnd_matcher *matcher, uint32_t pattern);

#endif
