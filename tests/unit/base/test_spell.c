/* Words known and suggested, with a dictionary and lists. */
#include "base/spell.h"

#include "cnd_test.h"

struct fixture {
	struct cnd_arena *arena;
	struct cnd_speller *speller;
};

static struct fixture
british(void)
{
	struct fixture made = { .arena = cnd_arena_new() };
	struct cnd_error err = { 0 };

	made.speller = cnd_speller_new(made.arena);
	if (!cnd_speller_add(made.speller, CND_STR("en_GB"), NULL, 0, &err))
		fail_msg("%s", err.message);
	return made;
}

static bool
knows(const struct fixture *fixture, const char *word)
{
	return cnd_speller_knows(fixture->speller, cnd_str_of(word));
}

static void
a_dictionary_knows_its_words_in_their_cases(void **state)
{
	struct fixture fixture = british();

	(void)state;
	assert_true(knows(&fixture, "organisation"));
	assert_true(knows(&fixture, "Organisation"));
	assert_true(knows(&fixture, "organisation")); /* from what is kept */
	assert_false(knows(&fixture, "recieve"));
	assert_false(knows(&fixture, "recieve"));
	cnd_arena_free(fixture.arena);
}

static void
listed_words_are_known_as_they_stand_or_larger(void **state)
{
	struct fixture fixture = british();

	(void)state;
	cnd_speller_add_words(
		fixture.speller, CND_STR("anyborough\r\n\nMcTavish\n"));
	assert_true(knows(&fixture, "anyborough"));
	assert_true(knows(&fixture, "Anyborough"));
	assert_true(knows(&fixture, "ANYBOROUGH"));
	assert_true(knows(&fixture, "McTavish"));
	assert_false(knows(&fixture, "mctavish"));
	cnd_arena_free(fixture.arena);
}

static void
what_is_no_word_is_let_pass(void **state)
{
	struct fixture fixture = british();
	char lengthy[300];

	(void)state;
	for (size_t i = 0; i < sizeof(lengthy); i++)
		lengthy[i] = 'q';
	assert_true(cnd_speller_knows(
		fixture.speller, (struct cnd_str){ lengthy, sizeof(lengthy) }));
	assert_true(cnd_speller_knows(
		fixture.speller, (struct cnd_str){ "q\0q", 3 }));
	assert_true(knows(&fixture, ""));
	cnd_arena_free(fixture.arena);
}

static void
the_best_suggestion_comes_first(void **state)
{
	struct fixture fixture = british();
	struct cnd_str words[3];
	size_t count = cnd_speller_suggest(
		fixture.speller, CND_STR("recieve"), fixture.arena, words, 3);

	(void)state;
	assert_true(count > 0);
	assert_text(words[0], "receive");
	cnd_arena_free(fixture.arena);
}

static void
a_dictionary_that_is_not_there_says_what_to_install(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_speller *speller = cnd_speller_new(arena);
	struct cnd_str folder = CND_STR("/nowhere");
	struct cnd_error err = { 0 };

	(void)state;
	assert_false(
		cnd_speller_add(speller, CND_STR("xx_XX"), &folder, 1, &err));
	assert_text(cnd_str_of(err.message),
		"there is no dictionary 'xx_XX': install hunspell's (Debian: "
		"hunspell-en-gb) or put its .aff and .dic files into "
		"config/dictionaries below the styles");
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_dictionary_knows_its_words_in_their_cases),
		cmocka_unit_test(
			listed_words_are_known_as_they_stand_or_larger),
		cmocka_unit_test(what_is_no_word_is_let_pass),
		cmocka_unit_test(the_best_suggestion_comes_first),
		cmocka_unit_test(
			a_dictionary_that_is_not_there_says_what_to_install),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
