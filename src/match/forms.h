/*
 * The matches of a pattern as a list of forms: strings of symbols, in the
 * order in which PCRE2 would try them.  For the files of match/ only.
 */
#ifndef CND_MATCH_FORMS_H
#define CND_MATCH_FORMS_H

#include "match/pattern.h"

struct cnd_form {
	const struct cnd_symbol *symbols;
	size_t count;
};

struct cnd_forms {
	struct cnd_form *items;
	size_t count;
};

/*
 * The forms of a tree.  False when it is not exact, or when its forms are
 * too many to be worth the time.
 */
bool cnd_forms_of_tree(struct cnd_arena *arena, const struct cnd_node *tree,
	struct cnd_forms *forms);

#endif
