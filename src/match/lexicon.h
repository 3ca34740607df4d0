/*
 * Named word lists (rules/lexicon/<name>.yml) that patterns use as
 * {{name}}.
 */
#ifndef CND_MATCH_LEXICON_H
#define CND_MATCH_LEXICON_H

#include "base/arena.h"
#include "base/error.h"
#include "base/yaml.h"

/* A name and its entries, each a PCRE2 pattern without capture groups. */
struct cnd_lexicon {
	struct cnd_str name;
	const struct cnd_str *entries;
	size_t count;
};

/* The lexicons of a ruleset, in order of name. */
struct cnd_lexicons {
	struct cnd_lexicon *items;
	size_t count;
};

/*
 * Reads a lexicon file: a map with `description` and `tokens` (a list of
 * patterns, which may themselves use {{other}} lexicons).
 */
bool cnd_lexicon_read(struct cnd_arena *arena, struct cnd_str name,
	const struct cnd_yaml *file, struct cnd_lexicon *lexicon,
	struct cnd_error *err);

/* The lexicon of that name, or NULL; lexicons may be NULL. */
const struct cnd_lexicon *cnd_lexicon_find(
	const struct cnd_lexicons *lexicons, struct cnd_str name);

/*
 * A pattern as candour's own rule files write it, made a PCRE2 pattern:
 * {{name}} becomes (?:entry|entry…), in turn expanded (a depth bounded;
 * a circle is an error); a run of blanks matches any run of blanks; a
 * straight apostrophe or quote matches its curly forms too.  Inside
 * [classes] and behind a backslash nothing is changed.  On failure
 * err->column is the place in pattern, in code points from 1.
 */
bool cnd_pattern_expand(struct cnd_arena *arena,
	const struct cnd_lexicons *lexicons, struct cnd_str pattern,
	struct cnd_str *expanded, struct cnd_error *err);

#endif
