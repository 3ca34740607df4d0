/*
 * A loose program as an automaton that is made while it runs: two loads a
 * sign tell whether a pattern can match in a text at all.  For the files
 * of query/ only.
 */
#ifndef CND_QUERY_AUTOMATON_H
#define CND_QUERY_AUTOMATON_H

#include "query/program.h"

struct cnd_automaton;

enum cnd_answer {
	CND_ANSWER_NO,
	CND_ANSWER_YES,
	CND_ANSWER_PERHAPS, /* the automaton would be too large */
	CND_ANSWER_UNKNOWN, /* a doubtful character: ask PCRE2 */
};

/* The automaton of a program, both in the arena. */
const struct cnd_automaton *cnd_automaton_new(
	struct cnd_arena *arena, const struct cnd_program *program);

/*
 * The same for matches that begin just where it is asked from; NULL when
 * they can begin at few places only.  It shares what it can with the other.
 */
const struct cnd_automaton *cnd_automaton_new_here(
	struct cnd_arena *arena, const struct cnd_automaton *anywhere);

/*
 * Whether a match begins at or after the byte offset from, a character's
 * first byte; the text before it counts for \b and the like.  *end
 * receives where the first to end may end: no earlier match ends before.
 */
enum cnd_answer cnd_automaton_ask(const struct cnd_automaton *automaton,
	struct cnd_str text, size_t from, size_t *end);

#endif
