/* UTF-8 as RFC 3629 has it, and counting in the units of others. */
#include "base/utf8.h"

#include "cnd_test.h"

static void
invalid_bytes_are_found_at_their_place(void **state)
{
	static const struct {
		const char *name;
		struct cnd_str text;
		size_t want;
	} cases[] = {
		{ "ascii", CND_STR_INIT("plain report text"), CND_NOT_FOUND },
		{ "two to four bytes", CND_STR_INIT("é – 😀"), CND_NOT_FOUND },
		{ "latin-1", CND_STR_INIT("caf\xe9 au"), 3 },
		{ "lone tail", CND_STR_INIT("0123456789\x80"), 10 },
		{ "overlong", CND_STR_INIT("\xc0\xaf"), 0 },
		{ "overlong three", CND_STR_INIT("a\xe0\x80\xaf"), 1 },
		{ "surrogate", CND_STR_INIT("\xed\xa0\x80"), 0 },
		{ "past the end of Unicode", CND_STR_INIT("\xf4\x90\x80\x80"),
			0 },
		{ "cut short", CND_STR_INIT("ab\xe2\x80"), 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (cnd_utf8_invalid(cases[i].text) != cases[i].want)
			fail_msg("%s", cases[i].name);
}

static void
next_and_previous_meet(void **state)
{
	struct cnd_str text = CND_STR("aé€😀\xff");
	static const uint32_t want[] = { 'a', 0xe9, 0x20ac, 0x1f600, 0xfffd };
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(cnd_utf8_next(text, &at), want[i]);
	assert_int_equal(at, text.len);
	for (size_t i = 5; i-- > 0;)
		assert_int_equal(cnd_utf8_previous(text, &at), want[i]);
	assert_int_equal(at, 0);
}

static void
encode_undoes_next(void **state)
{
	static const uint32_t codes[] = { 'a', 0xe9, 0x20ac, 0x1f600 };

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		char bytes[4];
		size_t len = cnd_utf8_encode(codes[i], bytes);
		size_t at = 0;

		assert_int_equal(
			cnd_utf8_next((struct cnd_str){ bytes, len }, &at),
			codes[i]);
		assert_int_equal(at, len);
	}
}

static void
astral_characters_count_one_and_two(void **state)
{
	(void)state;
	assert_int_equal(cnd_utf8_code_points(CND_STR("a😀é")), 3);
	assert_int_equal(cnd_utf8_utf16_units(CND_STR("a😀é")), 4);
}

static void
a_front_cuts_no_character_in_two(void **state)
{
	struct cnd_str text = CND_STR("a😀é");
	static const size_t want[] = { 0, 1, 1, 1, 1, 5, 5, 7, 7 };

	(void)state;
	for (size_t most = 0; most < 9; most++)
		assert_int_equal(cnd_utf8_front(text, most).len, want[most]);
	assert_int_equal(cnd_utf8_floor(text, 9), text.len);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invalid_bytes_are_found_at_their_place),
		cmocka_unit_test(next_and_previous_meet),
		cmocka_unit_test(encode_undoes_next),
		cmocka_unit_test(astral_characters_count_one_and_two),
		cmocka_unit_test(a_front_cuts_no_character_in_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
