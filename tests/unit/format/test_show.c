/* Clean words, wrapping, addresses. */
#include "format/show.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
assert_buf(struct cnd_buf *buf, const char *want)
{
	cnd_buf_putc(buf, '\0');
	assert_string_equal(buf->data, want);
	cnd_buf_dispose(buf);
}

static void
clean_words_cannot_steer_a_terminal(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		const char *want;
	} cases[] = {
		{ "escape", "a\033[31mb", "a[31mb" },
		{ "bell and delete", "a\a\x7f", "a" },
		{ "C1 control",
			"a\xc2\x9b"
			"31mb",
			"a31mb" },
		{ "line break", "a\nb\tc\r\n", "a b c " },
		{ "line separator",
			"a\xe2\x80\xa8"
			"b",
			"a b" },
		{ "right to left",
			"a\xe2\x80\xae"
			"b",
			"ab" },
		{ "isolate",
			"a\xe2\x81\xa6"
			"b",
			"ab" },
		{ "no UTF-8",
			"a\xff"
			"b",
			"a\xef\xbf\xbd"
			"b" },
		{ "letters", "caf\xc3\xa9 \xe2\x80\x99",
			"caf\xc3\xa9 \xe2\x80\x99" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf buf = { 0 };

		cnd_show_clean(cnd_str_of(cases[i].words), &buf);
		assert_buf(&buf, cases[i].want);
	}
}

static void
words_wrap_at_blanks(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		const char *want;
	} cases[] = {
		{ "short", "one two", "one two" },
		{ "fits to the column", "12345678901234567890",
			"12345678901234567890" },
		{ "breaks", "1234567890 1234567890 123",
			"1234567890\n  1234567890 123" },
		{ "long word", "123456789012345678901234567890 1",
			"123456789012345678901234567890\n  1" },
		{ "accents",
			"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 "
			"123456789",
			"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
			"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 "
			"123456789" },
		{ "empty", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf buf = { 0 };

		cnd_show_wrapped(cnd_str_of(cases[i].words), 0, 2, 20, &buf);
		assert_buf(&buf, cases[i].want);
	}
}

static void
names_become_addresses(void **state)
{
	static const struct {
		const char *path;
		const char *folder;
		const char *want;
	} cases[] = {
		{ "a b.md", "", "a%20b.md" },
		{ "./x/\xc3\xa9.md", "", "x/%C3%A9.md" },
		{ "/x/a%.md", "", "file:///x/a%25.md" },
		{ "a.md", "/home/me", "file:///home/me/a.md" },
		{ "/a.md", "/home/me", "file:///a.md" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf buf = { 0 };

		cnd_show_uri(cnd_str_of(cases[i].path),
			cnd_str_of(cases[i].folder), &buf);
		assert_buf(&buf, cases[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clean_words_cannot_steer_a_terminal),
		cmocka_unit_test(words_wrap_at_blanks),
		cmocka_unit_test(names_become_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
