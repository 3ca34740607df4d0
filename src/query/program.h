/*
 * A tree as a list of instructions, each of which takes a sign, asks for a
 * place, or chooses.  For the files of query/ only.
 */
#ifndef CND_QUERY_PROGRAM_H
#define CND_QUERY_PROGRAM_H

#include "query/tree.h"

enum cnd_code_kind {
	CND_CODE_MATCH,
	CND_CODE_SET, /* takes a sign of sets[arg] */
	CND_CODE_RUN, /* takes signs as runs[arg] says */
	CND_CODE_PLACE, /* goes on at enum cnd_place arg */
	CND_CODE_EITHER, /* to, or else other */
	CND_CODE_KEEP, /* keeps the place in slot arg */
	CND_CODE_AHEAD, /* goes on where `other` fits */
	CND_CODE_NOT_AHEAD, /* or where it does not */
	CND_CODE_BEHIND, /* `other`, from arg signs before */
	CND_CODE_NOT_BEHIND,
	CND_CODE_NEXT, /* the next sign is of sets[arg] */
	CND_CODE_NOT_NEXT, /* it is not, or there is none */
};

struct cnd_code {
	uint16_t kind;
	uint16_t arg;
	uint32_t to;
	uint32_t other;
};

/* Signs of one set, as many as may be (or as few). */
struct cnd_run {
	uint16_t set;
	bool is_lazy;
	bool is_possessive; /* gives nothing back */
	uint32_t least;
	uint32_t most;
};

struct cnd_program {
	const struct cnd_code *codes;
	uint32_t count;
	uint32_t start;
	const struct cnd_sign_set *sets;
	uint32_t set_count;
	const struct cnd_run *runs;
	uint32_t run_count;
	struct cnd_sign_set first; /* signs a match may begin with */
	bool is_exact; /* matches what the tree does, and nothing else */
};

/*
 * The program that matches exactly what the tree does, in its order of
 * trying.  The tree must have been factored in order.  False when it is
 * too large.
 */
bool cnd_program_exact(struct cnd_arena *arena, const struct cnd_term *tree,
	const struct cnd_tree_sets *sets, struct cnd_program *program);

/*
 * The program that says whether there is a match: without groups and
 * order, and where that makes it smaller it matches more than the tree.
 */
bool cnd_program_loose(struct cnd_arena *arena, const struct cnd_term *tree,
	const struct cnd_tree_sets *sets, struct cnd_program *program);

#endif
