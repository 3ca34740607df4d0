/*
 * The states of an automaton: a set of instructions that the text so far
 * has led to, and a row of a table for each, whose entries say where the
 * next sign leads.  Both are made as texts ask for them, kept for later
 * texts, and shared by threads.  For the files of query/ only.
 */
#ifndef CND_QUERY_STATES_H
#define CND_QUERY_STATES_H

#include "query/program.h"

#include <stdatomic.h>

/* Entries of a table: rows are known by where they begin. */
enum cnd_entry {
	CND_ENTRY_UNMADE,
	CND_ENTRY_DEAD_END, /* no match: the text has ended */
	CND_ENTRY_FOUND,
	CND_ENTRY_DOUBTFUL,
	CND_ENTRY_NO_ROOM,
	CND_ENTRY_NEXT_LINE, /* nothing until the next line begins */
};

/* What stands before a state's place. */
enum cnd_context {
	CND_BEFORE_TEXT, /* nothing */
	CND_BEHIND_WORD,
	CND_BEHIND_NEWLINE,
	CND_BEHIND_OTHER,
	CND_CONTEXTS
};

struct cnd_table {
	uint32_t capacity; /* states */
	bool is_kept; /* it is the rule set's */
	struct cnd_table *older;
	_Atomic uint16_t entries[];
};

/* States kept with a rule set (docs/prepared-rules.md), and what they were
 * made of; kept.c's. */
struct cnd_kept_states;
struct cnd_kept_making;

/* All that is made of an automaton; states.c's, but for the table. */
struct cnd_states;

struct cnd_automaton {
	struct cnd_program program;
	uint8_t *classes; /* of signs; behind them, a sign of each class */
	uint32_t width; /* of a row: classes, and one for the text's end */
	unsigned sees; /* which contexts the program tells apart */
	struct cnd_kept_states *kept; /* or NULL */
	const struct cnd_kept_making *kept_making; /* likewise */
	_Atomic(struct cnd_states *) *states; /* NULL until one is made */
};

/* The contexts that a program tells apart, for an automaton's `sees`. */
unsigned cnd_states_sees(const struct cnd_program *program);

/* The context as far as the automaton tells it from others. */
enum cnd_context cnd_context_seen(
	const struct cnd_automaton *automaton, enum cnd_context context);

/* What a sign is to the place behind it. */
enum cnd_context cnd_context_behind(
	const struct cnd_automaton *automaton, unsigned sign);

/* The states of a new automaton, which live as long as the arena. */
void cnd_states_begin(struct cnd_arena *arena, struct cnd_automaton *automaton);

/* The table as it is now. */
const struct cnd_table *cnd_states_table(const struct cnd_automaton *automaton);

/* The row to begin with in a context. */
uint16_t cnd_states_start(
	const struct cnd_automaton *automaton, enum cnd_context context);

/*
 * What the row leads to with a sign of the class, made where it is not;
 * width - 1 is the class of the text's end.  The row may stand in another
 * table afterwards.
 */
uint16_t cnd_states_entry(
	const struct cnd_automaton *automaton, uint16_t row, uint32_t class);

/*
 * Gives back the states made since the rules were.  Nobody else may use the
 * automaton meanwhile.
 */
void cnd_states_forget(const struct cnd_automaton *automaton);

#endif
