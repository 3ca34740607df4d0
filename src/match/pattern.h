/*
 * A PCRE2 pattern read into a tree: what is known of the text it matches.
 * A tree covers every match; where it may cover more, a node says that it
 * is not exact.  For the files of match/ only.
 */
#ifndef CND_MATCH_PATTERN_H
#define CND_MATCH_PATTERN_H

#include "base/arena.h"

#include <stdint.h>

enum cnd_symbol_kind {
	CND_SYMBOL_LETTERS, /* these letters, digits, '_'; ASCII only */
	CND_SYMBOL_MARK, /* this one character, which is not of a word */
	CND_SYMBOL_BLANKS, /* \s+ */
	CND_SYMBOL_GAP, /* one or more characters that are not of a word */
	CND_SYMBOL_WORD, /* \w+ */
	CND_SYMBOL_DIGITS, /* \d+ */
	CND_SYMBOL_ANY, /* anything, or nothing */
	CND_SYMBOL_EDGE, /* no word goes on here: \b, (?!\w), (?<!\w) */
};

struct cnd_symbol {
	enum cnd_symbol_kind kind;
	bool is_fold; /* letters compared without regard to case */
	struct cnd_str text; /* of letters and marks */
};

/* From least to most times; most UINT32_MAX for no end. */
struct cnd_repeat {
	uint32_t least;
	uint32_t most;
	bool is_lazy; /* few are tried before many */
	bool is_possessive;
};

enum cnd_node_kind {
	CND_NODE_NOTHING,
	CND_NODE_SYMBOL,
	CND_NODE_SEQUENCE, /* each child, in order */
	CND_NODE_CHOICE, /* one of the children, tried in order */
	CND_NODE_REPEAT, /* its only child, as often as repeat says */
	CND_NODE_LINE, /* the start of a line: ^ */
	CND_NODE_AHEAD, /* its only child follows, but is not taken: (?=…) */
};

struct cnd_node {
	enum cnd_node_kind kind;
	bool is_exact; /* this node itself covers no more than it should */
	struct cnd_symbol symbol;
	struct cnd_repeat repeat;
	struct cnd_node *child; /* the first */
	struct cnd_node *next; /* sibling */
};

/* Groups inside groups, and as many levels again for what is in them. */
enum { CND_TREE_DEPTH = 4 * 50 + 8 };

struct cnd_node *cnd_node_new(
	struct cnd_arena *arena, enum cnd_node_kind kind, bool is_exact);
struct cnd_node *cnd_node_symbol(
	struct cnd_arena *arena, struct cnd_symbol symbol, bool is_exact);

/*
 * The symbol that covers any number of what node matches, when that is
 * characters of one sort: [a-z]+ is a \w+, [,;]+ a gap.
 */
bool cnd_node_sort(const struct cnd_node *node, enum cnd_symbol_kind *sort);

/*
 * Reads a pattern.  NULL when it holds what this reader does not know:
 * nothing is said about its matches then.
 */
struct cnd_node *cnd_pattern_read(
	struct cnd_arena *arena, struct cnd_str pattern, bool is_fold);

/*
 * The symbol for a character of the text: itself when it is surely a
 * letter of ASCII or surely of no word, else one that covers it.
 */
struct cnd_node *cnd_node_of_code(
	struct cnd_arena *arena, uint32_t code, bool is_fold);

/*
 * The symbol for what a backslash and this letter stand for as a set of
 * characters (\w \s \D …), one of them; false for other letters.
 */
bool cnd_symbol_of_escape(char letter, struct cnd_symbol *symbol);

/*
 * Reads \p{…}, \P{…} or \pL at *at and moves *at behind it; *kind covers
 * one such character.
 */
bool cnd_symbol_of_property(
	struct cnd_str pattern, size_t *at, enum cnd_symbol_kind *kind);

/*
 * Reads the class that opens at *at and moves *at behind it.  NULL when
 * it is not understood.
 */
struct cnd_node *cnd_node_of_class(struct cnd_arena *arena,
	struct cnd_str pattern, size_t *at, bool is_fold);

#endif
