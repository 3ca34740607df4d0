/*
 * A tree as a list of instructions, each of which takes a sign, asks for a
 * place, or chooses.  For the files of query/ only.
 */
#ifndef CND_QUERY_PROGRAM_H
#define CND_QUERY_PROGRAM_H

#include "query/tree.h"

enum cnd_code_kind {
	CND_CODE_MATCH,
	CND_CODE_SIGN, /* takes one of two signs, which are arg */
	CND_CODE_SET, /* takes a sign of sets[arg] */
	CND_CODE_RUN, /* takes signs as runs[arg] says */
	CND_CODE_PLACE, /* goes on at enum cnd_place arg */
	CND_CODE_EITHER, /* what comes next, or else arg */
	CND_CODE_ELSE, /* arg, or else what comes next */
	CND_CODE_JUMP, /* goes on at arg */
	CND_CODE_KEEP, /* keeps the place in slot arg */
	CND_CODE_AHEAD, /* goes on where parts[arg] fits */
	CND_CODE_NOT_AHEAD, /* or where it does not */
	CND_CODE_BEHIND, /* the same for what ends here */
	CND_CODE_NOT_BEHIND,
	CND_CODE_NEXT, /* the next sign is of sets[arg] */
	CND_CODE_NOT_NEXT, /* it is not, or there is none */
};

/*
 * An instruction: its kind in the lowest byte, arg above.  What comes next
 * is the instruction before it, for programs are built from their end.
 */
static inline enum cnd_code_kind
cnd_code_kind(uint32_t code)
{
	return (enum cnd_code_kind)(code & 0xff);
}

static inline uint32_t
cnd_code_arg(uint32_t code)
{
	return code >> 8;
}

/* The two signs of CND_CODE_SIGN, a letter and its capital most often. */
static inline unsigned
cnd_code_sign(uint32_t code)
{
	return code >> 8 & 0xff;
}

static inline unsigned
cnd_code_other_sign(uint32_t code)
{
	return code >> 16;
}

/* A part that is matched apart from the rest. */
struct cnd_part {
	uint32_t start;
	uint32_t length; /* in signs, of what is behind */
};

/* Signs of one set, as many as may be (or as few). */
struct cnd_run {
	uint16_t set;
	uint16_t follow; /* a set: one of its signs must follow */
	bool is_open; /* or else anything may, or the end */
	bool is_lazy;
	bool is_possessive; /* gives nothing back */
	uint32_t least;
	uint32_t most;
};

struct cnd_program {
	const uint32_t *codes;
	uint32_t count;
	uint32_t start;
	const struct cnd_sign_set *sets;
	uint32_t set_count;
	const struct cnd_run *runs;
	uint32_t run_count;
	const struct cnd_part *parts;
	uint32_t part_count;
	struct cnd_sign_set first; /* signs a match may begin with */
	enum cnd_place beginning; /* as cnd_term_beginning says */
	bool is_exact; /* matches what the tree does, and nothing else */
};

/* Whether an instruction takes a sign, and that one. */
static inline bool
cnd_code_takes(const struct cnd_program *program, uint32_t code, unsigned sign)
{
	switch (cnd_code_kind(code)) {
	case CND_CODE_SIGN:
		return cnd_code_sign(code) == sign ||
			cnd_code_other_sign(code) == sign;
	case CND_CODE_SET:
		return cnd_sign_has(&program->sets[cnd_code_arg(code)], sign);
	default:
		return false;
	}
}

/*
 * The program that matches exactly what the tree does, in its order of
 * trying.  The tree must have been factored in order; sets that are needed
 * besides the tree's are added.  False when it is too large.
 */
bool cnd_program_exact(struct cnd_arena *arena, const struct cnd_term *tree,
	struct cnd_tree_sets *sets, struct cnd_program *program);

/*
 * The program that says whether there is a match: without groups and
 * order, and where that makes it smaller it matches more than the tree.
 */
bool cnd_program_loose(struct cnd_arena *arena, const struct cnd_term *tree,
	struct cnd_tree_sets *sets, struct cnd_program *program);

/* The sets that programs of a tree ask for, when all are built. */
const struct cnd_sign_set *cnd_program_sets(
	struct cnd_arena *arena, const struct cnd_tree_sets *sets);

/* Copies the program, all but its sets, into an arena to stay in. */
void cnd_program_keep(struct cnd_arena *arena, struct cnd_program *program);

#endif
