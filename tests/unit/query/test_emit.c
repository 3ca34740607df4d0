/* Instructions that do the same and go on alike are built once. */
#include "query/emit.h"

#include "cnd_test.h"

static void
a_program_shares_its_endings(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_emitter emitter = { .arena = arena };
	uint32_t match = cnd_emit(&emitter, CND_CODE_MATCH, 0, 0);
	uint32_t end = cnd_emit(&emitter, CND_CODE_SET, 1, match);
	uint32_t a = cnd_emit(&emitter, CND_CODE_SET, 2, end);
	uint32_t b = cnd_emit(&emitter, CND_CODE_SET, 3, end);

	(void)state;
	assert_int_equal(cnd_emit(&emitter, CND_CODE_SET, 1, match), end);
	assert_int_equal(cnd_emit(&emitter, CND_CODE_SET, 2, end), a);
	assert_int_not_equal(cnd_emit(&emitter, CND_CODE_SET, 2, match), a);
	assert_int_equal(cnd_emit_known(&emitter, CND_CODE_SET, 3, end), b);
	assert_int_equal(cnd_emit_known(&emitter, CND_CODE_SET, 4, end), 0);
	cnd_arena_free(arena);
}

static void
a_choice_keeps_its_order(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_emitter emitter = { .arena = arena };
	uint32_t match = cnd_emit(&emitter, CND_CODE_MATCH, 0, 0);
	uint32_t a = cnd_emit(&emitter, CND_CODE_SET, 1, match);
	uint32_t b = cnd_emit(&emitter, CND_CODE_SET, 2, match);
	uint32_t a_first = cnd_emit_either(&emitter, a, b);
	uint32_t b_first = cnd_emit_either(&emitter, b, a);

	(void)state;
	assert_int_not_equal(a_first, b_first);
	assert_int_equal(cnd_emit_either(&emitter, a, b), a_first);
	assert_int_equal(cnd_emit_either(&emitter, b, a), b_first);
	assert_int_equal(cnd_emit_either(&emitter, a, a), a);
	cnd_arena_free(arena);
}

/* What they lead to is not known yet when they are made. */
static void
no_loop_is_like_another(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_emitter emitter = { .arena = arena };
	uint32_t match = cnd_emit(&emitter, CND_CODE_MATCH, 0, 0);
	uint32_t first = cnd_emit_loop(&emitter, match);
	uint32_t second = cnd_emit_loop(&emitter, match);

	(void)state;
	assert_int_not_equal(first, second);
	cnd_emit_turn(&emitter, first,
		cnd_emit(&emitter, CND_CODE_SET, 1, first), false);
	assert_int_equal(cnd_code_kind(emitter.codes[first]), CND_CODE_ELSE);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_program_shares_its_endings),
		cmocka_unit_test(a_choice_keeps_its_order),
		cmocka_unit_test(no_loop_is_like_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
