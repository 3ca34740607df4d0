/*
 * Patterns: the only file that knows PCRE2.  All text is UTF-8 that was
 * checked before; all offsets are bytes.  A regex may be shared by threads:
 * what its first uses make of it is made once and only read afterwards.
 */
#ifndef CND_BASE_REGEX_H
#define CND_BASE_REGEX_H

#include "base/arena.h"
#include "base/error.h"

struct cnd_regex;

enum cnd_regex_flag {
	CND_REGEX_FOLD_CASE = 1, /* compare without regard to case */
	CND_REGEX_LINES = 2, /* ^ and $ at each line, as in (?m) */
	/*
	 * The pattern was checked when the program was built, as those of
	 * the built-in rules are: it is compiled at its first use, not now.
	 */
	CND_REGEX_TRUSTED = 4,
	CND_REGEX_NOT_EMPTY = 8, /* an empty match is no match */
	CND_REGEX_BOUNDED = 16, /* cnd_regex_search may be used */
};

enum cnd_regex_result {
	CND_REGEX_NO_MATCH,
	CND_REGEX_MATCH,
	CND_REGEX_GAVE_UP, /* the match limit was reached: say so */
};

/* Groups a match can tell: the whole and fifteen more. */
enum { CND_REGEX_GROUPS = 16 };

/* from[i] is CND_NOT_FOUND for a group that took no part. */
struct cnd_match {
	size_t count;
	size_t from[CND_REGEX_GROUPS];
	size_t to[CND_REGEX_GROUPS];
};

/*
 * Compiles pattern; NULL and err on a bad one, with err->column at the
 * place in the pattern, in code points from 1.  Verbs at its start ("(*")
 * and \C are refused.  With CND_REGEX_TRUSTED it never fails.  The result
 * belongs to the arena; the pattern is copied.
 */
struct cnd_regex *cnd_regex_new(struct cnd_arena *arena, struct cnd_str pattern,
	unsigned flags, struct cnd_error *err);

/*
 * Finds the first match in text at or after the byte offset from, which
 * must be a character's first byte.  match may be NULL.
 */
enum cnd_regex_result cnd_regex_find(const struct cnd_regex *regex,
	struct cnd_str text, size_t from, struct cnd_match *match);

/*
 * Where a match may begin, and how to look for it.  With is_seldom the
 * pattern is interpreted: slower, but without the time that JIT takes to
 * compile, which a few searches do not repay.  The two may reach the match
 * limit at different texts, so who asks must choose by the text alone.
 */
struct cnd_search {
	size_t from; /* the first place, a character's first byte */
	size_t last; /* the last place; the match may end behind it */
	bool is_seldom;
};

/* The same, for a regex made with CND_REGEX_BOUNDED. */
enum cnd_regex_result cnd_regex_search(const struct cnd_regex *regex,
	struct cnd_str text, struct cnd_search search, struct cnd_match *match);

/* Whether \w takes in combining marks, as it does from PCRE2 10.43 on. */
bool cnd_regex_marks_are_word(void);

/* Compiles and JIT-compiles now what the first use would. */
void cnd_regex_prepare(const struct cnd_regex *regex);

#endif
