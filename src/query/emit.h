/*
 * The instructions of a program while it is built, from its end: what each
 * leads to is there before it.  One that does the same and goes on alike is
 * not built twice, so that alternatives share their endings: there are half
 * as many, and texts lead an automaton to fewer states.  For the files of
 * query/ only.
 */
#ifndef CND_QUERY_EMIT_H
#define CND_QUERY_EMIT_H

#include "query/program.h"

struct cnd_emitter {
	struct cnd_arena *arena;
	uint32_t *codes; /* as struct cnd_program's */
	uint32_t count;
	size_t capacity;
	uint32_t *known; /* numbers of instructions by hash; 0: none */
	uint32_t known_capacity; /* a power of two, or 0 */
	bool has_failed; /* there are too many */
};

/* An instruction that is followed by `to`; its number. */
uint32_t cnd_emit(struct cnd_emitter *emitter, enum cnd_code_kind kind,
	uint32_t arg, uint32_t to);

/* The number of such an instruction that is there already, or 0. */
uint32_t cnd_emit_known(const struct cnd_emitter *emitter,
	enum cnd_code_kind kind, uint32_t arg, uint32_t to);

/* A choice: what begins at `to` first, and then at `other`. */
uint32_t cnd_emit_either(
	struct cnd_emitter *emitter, uint32_t to, uint32_t other);

/*
 * A choice between what is to be built, in cnd_emit_turn, and `next`; its
 * number.  It is like no other.
 */
uint32_t cnd_emit_loop(struct cnd_emitter *emitter, uint32_t next);

/* Where the loop leads to; is_lazy: only behind `next`. */
void cnd_emit_turn(struct cnd_emitter *emitter, uint32_t loop, uint32_t body,
	bool is_lazy);

#endif
