/*
 * A program tried at one place after the other, as PCRE2 would: the first
 * way that fits, alternatives in order.  For the files of query/ only.
 */
#ifndef CND_QUERY_WALK_H
#define CND_QUERY_WALK_H

#include "base/regex.h"
#include "query/automaton.h"

/* Where a walk may begin, and what it may take. */
struct cnd_walk {
	size_t from; /* the first place to begin at, a first byte */
	size_t last; /* and the last */
	bool not_empty; /* an empty match is no match */
	/*
	 * Says of a place whether a match may begin there: it costs a few
	 * instructions a sign, trying all alternatives many.  NULL: try.
	 */
	const struct cnd_automaton *here;
};

/*
 * The first match that begins in the range; match tells its groups.
 * UNKNOWN when it takes too many steps or meets a doubtful character.
 */
enum cnd_answer cnd_walk_find(const struct cnd_program *program,
	struct cnd_str text, struct cnd_walk walk, struct cnd_match *match);

#endif
