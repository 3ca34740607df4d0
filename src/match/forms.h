/*
 * What the matches of a pattern look like: a finite list of forms, each a
 * string of symbols, that together cover every match (they may cover
 * more).  They stand in the order in which PCRE2 would try them.  For the
 * files of match/ only.
 */
#ifndef CND_MATCH_FORMS_H
#define CND_MATCH_FORMS_H

#include "base/arena.h"

#include <stdint.h>

enum cnd_symbol_kind {
	CND_SYMBOL_LETTERS, /* these letters, digits, '_'; ASCII only */
	CND_SYMBOL_MARK, /* this one character, which is not of a word */
	CND_SYMBOL_BLANKS, /* \s+ */
	CND_SYMBOL_GAP, /* one or more characters that are not of a word */
	CND_SYMBOL_WORD, /* \w+ */
	CND_SYMBOL_ANY, /* anything, or nothing */
	CND_SYMBOL_EDGE, /* \b */
};

struct cnd_symbol {
	enum cnd_symbol_kind kind;
	bool is_fold; /* letters compared without regard to case */
	struct cnd_str text; /* of letters and marks */
};

enum {
	CND_FORMS_MAX = 512, /* forms that a product may make */
	CND_FORMS_FEW = 4, /* or this many times a list … */
	CND_FORMS_LIST_MAX = 8192, /* … up to this many forms */
	CND_FORM_SYMBOLS_MAX = 48, /* symbols of a form */
};

struct cnd_form {
	const struct cnd_symbol *symbols;
	size_t count;
	bool is_exact; /* it covers matches and nothing else */
};

struct cnd_forms {
	struct cnd_form *items;
	size_t count;
};

/* One form without symbols. */
struct cnd_forms cnd_forms_nothing(struct cnd_arena *arena, bool is_exact);

/* One form of one symbol. */
struct cnd_forms cnd_forms_symbol(
	struct cnd_arena *arena, struct cnd_symbol symbol, bool is_exact);

/* Either a or b, a first. */
struct cnd_forms cnd_forms_either(
	struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b);

/*
 * Each of a followed by each of b.  When they are too many, the longer
 * list is blurred.
 */
struct cnd_forms cnd_forms_product(
	struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b);

/* The same forms, none of them exact. */
struct cnd_forms cnd_forms_weaken(
	struct cnd_arena *arena, struct cnd_forms forms);

/* One form that covers them all: ANY, with the edges that all have. */
struct cnd_forms cnd_forms_blur(
	struct cnd_arena *arena, struct cnd_forms forms);

/*
 * The forms from least to most times over; most UINT32_MAX for no end.
 * A lazy repetition tries few before many.
 */
struct cnd_repeat {
	uint32_t least;
	uint32_t most;
	bool is_lazy;
	bool is_possessive;
};
struct cnd_forms cnd_forms_repeat(struct cnd_arena *arena,
	struct cnd_forms forms, struct cnd_repeat repeat);

/*
 * Reads a PCRE2 pattern into its forms.  False when it holds what this
 * reader does not know; nothing is said about its matches then.
 */
bool cnd_forms_of_pattern(struct cnd_arena *arena, struct cnd_str pattern,
	bool is_fold, struct cnd_forms *forms);

#endif
