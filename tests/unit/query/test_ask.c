/* An answer kept is the answer that the query gives. */
#include "query/ask.h"
#include "random_patterns.h"

#include "cnd_test.h"

enum { ROUNDS = 1000, TEXTS = 6, TURNS = 3, PIECES = 5 };

static void
put_any_text(struct dice *dice, struct cnd_buf *out)
{
	for (int i = 0; i < PIECES; i++) {
		put_any_word(dice, out);
		cnd_buf_puts(out, PICK(dice, gaps));
	}
}

static void
assert_asked(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text)
{
	struct cnd_match got;
	struct cnd_match want;
	enum cnd_regex_result result = cnd_query_find(query, text, 0, &want);

	assert_int_equal(cnd_ask_may_stand(recall, query, text),
		cnd_query_may_stand(query, text, 0));
	assert_int_equal(cnd_ask_stands(recall, query, text),
		cnd_query_stands(query, text, 0));
	assert_int_equal(cnd_ask_find(recall, query, text, &got), result);
	if (result != CND_REGEX_MATCH)
		return;
	assert_int_equal(got.count, want.count);
	for (size_t i = 0; i < want.count; i++) {
		assert_int_equal(got.from[i], want.from[i]);
		assert_int_equal(got.to[i], want.to[i]);
	}
}

/* One pattern and some texts, several times over. */
static void
ask_round(struct dice *dice, struct cnd_recall *recall)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf pattern = { 0 };
	struct cnd_buf texts[TEXTS] = { { 0 } };
	const struct cnd_query *query;

	put_whole_pattern(dice, &pattern);
	query = cnd_query_new(
		arena, cnd_buf_str(&pattern), CND_REGEX_FOLD_CASE, &err);
	if (query == NULL) { /* a pattern that is none */
		cnd_buf_dispose(&pattern);
		cnd_arena_free(arena);
		return;
	}
	for (int i = 0; i < TEXTS; i++)
		put_any_text(dice, &texts[i]);
	for (int turn = 0; turn < TURNS; turn++) {
		cnd_recall_begin(recall, cnd_buf_str(&texts[0]),
			(struct cnd_alike){ 0 });
		for (int i = 0; i < TEXTS; i++)
			assert_asked(recall, query, cnd_buf_str(&texts[i]));
	}
	for (int i = 0; i < TEXTS; i++)
		cnd_buf_dispose(&texts[i]);
	cnd_buf_dispose(&pattern);
	cnd_arena_free(arena);
}

static void
answers_are_the_same_the_first_time_and_later(void **state)
{
	struct dice dice = { 20260131, 0 };

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct cnd_recall *recall = cnd_recall_new();

		ask_round(&dice, recall);
		cnd_recall_free(recall);
	}
}

static void
without_a_memory_queries_are_asked_as_they_are(void **state)
{
	struct dice dice = { 7, 0 };

	(void)state;
	for (int i = 0; i < ROUNDS / 10; i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };
		struct cnd_buf text = { 0 };

		put_any_text(&dice, &text);
		assert_asked(NULL,
			cnd_query_new(arena, CND_STR("the|care"), 0, &err),
			cnd_buf_str(&text));
		cnd_buf_dispose(&text);
		cnd_arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_the_same_the_first_time_and_later),
		cmocka_unit_test(
			without_a_memory_queries_are_asked_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
