/*
 * A pattern read in full: a tree that says exactly what PCRE2 matches, in
 * PCRE2's order.  For the files of query/ only.
 */
#ifndef CND_QUERY_TREE_H
#define CND_QUERY_TREE_H

#include "base/arena.h"
#include "query/alphabet.h"

enum cnd_term_kind {
	CND_TERM_NOTHING,
	CND_TERM_SET, /* one sign of a set */
	CND_TERM_PLACE, /* a place between signs */
	CND_TERM_LIST, /* each child, in order */
	CND_TERM_CHOICE, /* one of the children, tried in order */
	CND_TERM_REPEAT, /* its child, so many times */
	CND_TERM_GROUP, /* its child, and where it stands is kept */
	CND_TERM_AHEAD, /* its child stands (or does not) from here on */
	CND_TERM_BEHIND, /* the same, up to here */
	CND_TERM_SAME, /* what a group matched, again; only read loosely */
};

enum cnd_place {
	CND_PLACE_EDGE, /* \b */
	CND_PLACE_INSIDE, /* \B */
	CND_PLACE_NO_WORD_BEFORE, /* (?<!\w) */
	CND_PLACE_LINE_START,
	CND_PLACE_LINE_END,
	CND_PLACE_TEXT_START,
	CND_PLACE_TEXT_END,
	CND_PLACE_LAST_LINE_END, /* $ without (?m) */
};

/* A set that terms of a tree hold: equal ones are the same. */
struct cnd_tree_set {
	struct cnd_sign_set signs;
	uint32_t number; /* among those that programs hold; or UNNUMBERED */
	unsigned weight; /* how often one of it is met */
	struct cnd_tree_set *next;
};

#define CND_SET_UNNUMBERED UINT32_MAX

/* The sets of a tree, the last first, and those of one letter by sign. */
struct cnd_tree_sets {
	struct cnd_tree_set *last;
	uint32_t count; /* of those with a number */
	struct cnd_tree_set *letters[2][CND_SIGNS]; /* by case kept, folded */
};

/* The set of these signs, known or new. */
struct cnd_tree_set *cnd_tree_find_set(struct cnd_arena *arena,
	struct cnd_tree_sets *sets, const struct cnd_sign_set *signs);

/* The set's number, given when it has none. */
uint32_t cnd_tree_number_of(
	struct cnd_tree_sets *sets, struct cnd_tree_set *set);

struct cnd_term {
	enum cnd_term_kind kind;
	enum cnd_place place;
	struct cnd_tree_set *set;
	uint32_t least; /* of a repeat */
	uint32_t most; /* UINT32_MAX for no end */
	bool is_lazy;
	bool is_possessive; /* of a repeated set */
	bool is_negative; /* of what is ahead or behind */
	uint32_t group;
	uint32_t length; /* of what is behind, in signs */
	struct cnd_term *child; /* the first */
	struct cnd_term *next; /* sibling */
};

struct cnd_term *cnd_term_new(struct cnd_arena *arena, enum cnd_term_kind kind);

/*
 * Reads a pattern; flags as for cnd_regex_new.  NULL when it holds what
 * this reader does not know exactly.
 */
struct cnd_term *cnd_tree_read(struct cnd_arena *arena, struct cnd_str pattern,
	unsigned flags, struct cnd_tree_sets *sets);

/*
 * The same, with something that matches more in place of most that is not
 * known: references, \\K, characters without a sign.
 */
struct cnd_term *cnd_tree_read_loosely(struct cnd_arena *arena,
	struct cnd_str pattern, unsigned flags, struct cnd_tree_sets *sets);

/* How sets are read. */
struct cnd_tree_manner {
	bool is_fold; /* without regard to case */
	bool is_loose; /* what is not known is taken for more */
};

/* Reads the class that opens at *at and moves *at behind it. */
bool cnd_tree_read_class(struct cnd_str pattern, size_t *at,
	struct cnd_tree_manner manner, struct cnd_sign_set *set);

/* The set of \w \W \s \S \d \D \h \H; false for other letters. */
bool cnd_tree_set_of_escape(char letter, struct cnd_sign_set *set);

/* Reads \p{…} at *at and moves *at behind it. */
bool cnd_tree_read_property(struct cnd_str pattern, size_t *at,
	struct cnd_tree_manner manner, struct cnd_sign_set *set);

/*
 * Reads \n, \x41, \x{41} or a backslash before a mark at *at, and moves
 * *at behind it.
 */
bool cnd_tree_read_code(struct cnd_str pattern, size_t *at, uint32_t *code);

/* Adds a code point, in both cases if need be; false when it has no sign. */
bool cnd_tree_add_code(
	struct cnd_sign_set *set, uint32_t code, struct cnd_tree_manner manner);

/*
 * Joins what alternatives have in common at their beginning, where that
 * changes nothing in the order of trying; is_ordered false: anywhere.
 */
void cnd_tree_factor(
	struct cnd_arena *arena, struct cnd_term *tree, bool is_ordered);

/* Whether it can match nothing at all. */
bool cnd_term_is_nullable(const struct cnd_term *term);

/*
 * Whether each match is one whole word twice, with blanks between, and no
 * more: "([a-z]+)\\s+\\1" with no word before or behind.
 */
bool cnd_term_is_doubled(const struct cnd_term *term);

/*
 * Where all matches begin: CND_PLACE_TEXT_START, CND_PLACE_LINE_START, or
 * anywhere, which is said as CND_PLACE_EDGE.
 */
enum cnd_place cnd_term_beginning(const struct cnd_term *term);

/* Signs that a match may begin with; all when it may be empty. */
struct cnd_sign_set cnd_term_first(const struct cnd_term *term);

/* Signs of which one at least is in every match, the rarest; or all. */
struct cnd_sign_set cnd_term_need(const struct cnd_term *term);

/* How often one of the signs is met, roughly, out of some thousand. */
unsigned cnd_tree_weigh(const struct cnd_sign_set *set);

/* The signs that follow at least where a match begins, and of these the
 * digits and the blanks. */
uint32_t cnd_term_least(const struct cnd_term *term);
uint32_t cnd_term_digits(const struct cnd_term *term);
uint32_t cnd_term_blanks(const struct cnd_term *term);

/* Whether each match holds a capital with another, a digit or "&" right
 * behind it. */
bool cnd_term_has_capitals(const struct cnd_term *term);

#endif
