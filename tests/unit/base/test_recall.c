/* What was kept of a text is found again by its bytes, and no other's. */
#include "base/recall.h"
#include "cnd_test.h"
#include "random_patterns.h"

#include <stdio.h>
#include <string.h>

enum { WAYS = 2, QUESTIONS = 5000 };

static void
text_is_known_wherever_it_stands(void **state)
{
	struct cnd_recall *recall = cnd_recall_new();
	char report[] = "one two one";
	struct cnd_recalled *first;

	(void)state;
	cnd_recall_begin(recall, cnd_str_of(report), (struct cnd_alike){ 0 });
	first = cnd_recall_text(
		recall, (struct cnd_str){ report, strlen("one") });
	assert_ptr_equal(first,
		cnd_recall_text(
			recall, (struct cnd_str){ report + 8, strlen("one") }));
	assert_ptr_equal(first, cnd_recall_text(recall, CND_STR("one")));
	assert_ptr_not_equal(first, cnd_recall_text(recall, CND_STR("on")));
	assert_ptr_not_equal(first, cnd_recall_text(recall, CND_STR("")));
	cnd_recall_free(recall);
}

/* The same place holds other bytes in the next turn, or outside the text. */
static void
place_is_looked_at_again_when_its_bytes_change(void **state)
{
	struct cnd_recall *recall = cnd_recall_new();
	char report[] = "one";
	char aside[] = "one";
	struct cnd_recalled *first;
	struct cnd_recalled *other;

	(void)state;
	cnd_recall_begin(recall, cnd_str_of(report), (struct cnd_alike){ 0 });
	first = cnd_recall_text(recall, cnd_str_of(report));
	other = cnd_recall_text(recall, cnd_str_of(aside));
	assert_ptr_equal(first, other);
	aside[0] = 'O';
	assert_ptr_not_equal(first, cnd_recall_text(recall, cnd_str_of(aside)));
	report[0] = 'O';
	cnd_recall_begin(recall, cnd_str_of(report), (struct cnd_alike){ 0 });
	assert_ptr_not_equal(
		first, cnd_recall_text(recall, cnd_str_of(report)));
	cnd_recall_free(recall);
}

/* Each text that was asked for before leads to what was kept of it. */
static void
assert_known(struct cnd_recall *recall, struct cnd_str text)
{
	static const char what;
	struct cnd_recalled *known = cnd_recall_text(recall, text);
	struct cnd_str kept = cnd_recall_bytes(known, &what);

	if (kept.data == NULL)
		cnd_recall_keep_bytes(recall, known, &what, text);
	else
		assert_true(cnd_str_equal(kept, text));
}

/* Parts of a text that grows and shrinks anywhere, known by their place. */
static void
places_lead_on_to_the_next_turn_where_the_text_is_alike(void **state)
{
	enum { TURNS = 2000, MOST = 300, ASKED = 40 };
	struct cnd_recall *recall = cnd_recall_new();
	struct dice dice = { .state = 9 };
	char texts[2][MOST];
	struct cnd_str now = { texts[0], 0 };

	(void)state;
	for (int turn = 0; turn < TURNS; turn++) {
		struct cnd_str former = now;
		size_t at = draw(&dice, (uint32_t)former.len + 1);
		size_t cut = draw(&dice, (uint32_t)(former.len - at) + 1) / 4;
		size_t more = draw(&dice, 9);
		char *made = texts[turn % 2];

		if (former.len - cut + more > MOST)
			more = 0;
		memcpy(made, former.data, at);
		memset(made + at, "abc"[draw(&dice, 3)], more);
		memcpy(made + at + more, former.data + at + cut,
			former.len - at - cut);
		now = (struct cnd_str){ made, former.len - cut + more };
		cnd_recall_begin(recall, now, cnd_str_alike(former, now));
		for (int i = 0; i < ASKED; i++) {
			size_t from = draw(&dice, (uint32_t)now.len + 1);

			assert_known(recall,
				cnd_str_slice(
					now, from, from + draw(&dice, 20)));
		}
	}
	cnd_recall_free(recall);
}

static bool
answer_of(uint32_t question)
{
	return question % 3 == 0;
}

static void
answers_are_kept_apart_by_address_and_way(void **state)
{
	static const char addresses[QUESTIONS];
	struct cnd_recall *recall = cnd_recall_new();
	struct cnd_recalled *text;

	(void)state;
	cnd_recall_begin(recall, CND_STR("text"), (struct cnd_alike){ 0 });
	text = cnd_recall_text(recall, CND_STR("text"));
	for (uint32_t i = 0; i < QUESTIONS * WAYS; i++) {
		uint32_t question = cnd_recall_question(
			recall, &addresses[i / WAYS], i % WAYS);

		assert_int_equal(
			cnd_recall_answer(text, question), CND_RECALL_NEVER);
		cnd_recall_keep_answer(recall, text, question, answer_of(i));
	}
	for (uint32_t i = 0; i < QUESTIONS * WAYS; i++)
		assert_int_equal(
			cnd_recall_answer(text,
				cnd_recall_question(recall,
					&addresses[i / WAYS], i % WAYS)),
			answer_of(i) ? CND_RECALL_YES : CND_RECALL_NO);
	cnd_recall_free(recall);
}

static void
bytes_are_kept_by_address(void **state)
{
	static const char addresses[2];
	struct cnd_recall *recall = cnd_recall_new();
	struct cnd_recalled *text;

	(void)state;
	cnd_recall_begin(recall, CND_STR(""), (struct cnd_alike){ 0 });
	text = cnd_recall_text(recall, CND_STR("text"));
	cnd_recall_keep_bytes(recall, text, &addresses[0], CND_STR("zero"));
	assert_text(cnd_recall_bytes(text, &addresses[0]), "zero");
	assert_int_equal(cnd_recall_bytes(text, &addresses[1]).len, 0);
	cnd_recall_free(recall);
}

/* Asks for so many texts, all others than in another turn. */
static void
ask_for(struct cnd_recall *recall, int turn, int texts)
{
	char words[32];

	cnd_recall_begin(recall, CND_STR(""), (struct cnd_alike){ 0 });
	for (int i = 0; i < texts; i++) {
		snprintf(words, sizeof(words), "%d in %d", i, turn);
		(void)cnd_recall_text(recall, cnd_str_of(words));
	}
}

/* Forgetting keeps what the last turn asked for, answers and bytes too. */
static void
what_is_no_longer_asked_for_is_forgotten_in_time(void **state)
{
	enum { TURNS = 10, TEXTS = 3000 };
	static const char address;
	struct cnd_recall *recall = cnd_recall_new();
	struct cnd_recalled *text;
	uint32_t question;

	(void)state;
	text = cnd_recall_text(recall, CND_STR("kept"));
	question = cnd_recall_question(recall, &address, 0);
	cnd_recall_keep_answer(recall, text, question, true);
	cnd_recall_keep_bytes(recall, text, &address, CND_STR("bytes"));
	for (int turn = 0; turn < TURNS; turn++) {
		ask_for(recall, turn, TEXTS);
		text = cnd_recall_text(recall, CND_STR("kept"));
	}
	assert_true(cnd_recall_count(recall) < (size_t)TEXTS * 4);
	assert_int_equal(cnd_recall_answer(text, question), CND_RECALL_YES);
	assert_text(cnd_recall_bytes(text, &address), "bytes");
	cnd_recall_free(recall);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_known_wherever_it_stands),
		cmocka_unit_test(
			place_is_looked_at_again_when_its_bytes_change),
		cmocka_unit_test(
			places_lead_on_to_the_next_turn_where_the_text_is_alike),
		cmocka_unit_test(answers_are_kept_apart_by_address_and_way),
		cmocka_unit_test(bytes_are_kept_by_address),
		cmocka_unit_test(
			what_is_no_longer_asked_for_is_forgotten_in_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
