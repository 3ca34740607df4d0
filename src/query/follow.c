/* Signs with one of which the way from an instruction must go on. */
#include "query/follow.h"

enum {
	SEEN_MAX = 512 /* instructions looked at; more may be anything */
};

struct follow {
	const struct cnd_program *program;
	struct cnd_sign_set signs;
	uint32_t seen[SEEN_MAX]; /* in the order met */
	size_t count;
	bool is_any;
};

static void
meet(struct follow *follow, uint32_t at)
{
	for (size_t i = 0; i < follow->count; i++)
		if (follow->seen[i] == at)
			return;
	if (follow->count == SEEN_MAX)
		follow->is_any = true;
	else
		follow->seen[follow->count++] = at;
}

/* Where the way from an instruction leads, or the signs it goes on with. */
static void
look(struct follow *follow, uint32_t at)
{
	const struct cnd_program *program = follow->program;
	uint32_t arg = cnd_code_arg(program->codes[at]);
	const struct cnd_run *run;

	switch (cnd_code_kind(program->codes[at])) {
	case CND_CODE_MATCH:
		follow->is_any = true;
		break;
	case CND_CODE_SIGN:
		cnd_sign_add(&follow->signs, cnd_code_sign(program->codes[at]));
		cnd_sign_add(&follow->signs,
			cnd_code_other_sign(program->codes[at]));
		break;
	case CND_CODE_SET:
	case CND_CODE_NEXT:
		cnd_sign_join(&follow->signs, &program->sets[arg]);
		break;
	case CND_CODE_RUN:
		run = &program->runs[arg];
		cnd_sign_join(&follow->signs, &program->sets[run->set]);
		if (run->least == 0)
			meet(follow, at - 1);
		break;
	case CND_CODE_JUMP:
		meet(follow, arg);
		break;
	case CND_CODE_EITHER:
	case CND_CODE_ELSE:
		meet(follow, arg);
		meet(follow, at - 1);
		break;
	default:
		/* These take no sign; what they ask for is left open. */
		meet(follow, at - 1);
		break;
	}
}

static void
find_follow(struct follow *follow, uint32_t at)
{
	follow->count = 0;
	follow->is_any = false;
	follow->signs = (struct cnd_sign_set){ 0 };
	meet(follow, at);
	for (size_t i = 0; i < follow->count && !follow->is_any; i++)
		look(follow, follow->seen[i]);
}

void
cnd_program_follow(struct cnd_arena *arena, struct cnd_program *program,
	struct cnd_tree_sets *sets)
{
	struct cnd_run *runs =
		cnd_arena_array(arena, program->run_count, sizeof(*runs));
	struct follow follow = { .program = program };

	for (uint32_t i = 0; i < program->count; i++) {
		uint32_t run = cnd_code_arg(program->codes[i]);
		uint32_t number;

		if (cnd_code_kind(program->codes[i]) != CND_CODE_RUN)
			continue;
		find_follow(&follow, i - 1);
		number = follow.is_any ? 0
				       : cnd_tree_number_of(sets,
						 cnd_tree_find_set(arena, sets,
							 &follow.signs));
		runs[run] = program->runs[run];
		runs[run].is_open = follow.is_any || number > UINT16_MAX;
		runs[run].follow = (uint16_t)number;
	}
	program->runs = runs;
}
