/*
 * Automata of a long list of patterns that all begin at the text's start.
 * Some go on for long whatever the text ("^(?:\w+ ){0,6}board"): together
 * in one automaton each takes as many states as all others have, times its
 * own.  So each of these has an automaton to itself.  For query.c only.
 */
#ifndef CND_QUERY_RUNNERS_H
#define CND_QUERY_RUNNERS_H

#include "query/automaton.h"

/* A pattern, and how it is read. */
struct cnd_runners_pattern {
	struct cnd_str text;
	unsigned flags; /* as for cnd_regex_new */
	bool is_known; /* cnd_tree_read reads it */
};

/* Automata of which one must find what the pattern matches. */
struct cnd_runners {
	const struct cnd_automaton **items;
	uint32_t count; /* 0: the pattern is better left whole */
};

/* Divides a pattern; the automata live in the arena. */
struct cnd_runners cnd_runners_new(
	struct cnd_arena *arena, const struct cnd_runners_pattern *pattern);

#endif
