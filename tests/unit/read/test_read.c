/* Tests of choosing a reader, refusing what is no text, and repairing. */
#include "read/read.h"

#include "base/limits.h"

#include "read/dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
names_choose_their_reader(void **state)
{
	static const struct {
		const char *name;
		const char *reader;
	} cases[] = {
		{ "report.md", "markdown" },
		{ "a/b.c/REPORT.MD", "markdown" },
		{ "report.markdown", "markdown" },
		{ "report.txt", "text" },
		{ "md", NULL },
		{ "report", NULL },
		{ "", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct cnd_reader *reader =
			cnd_reader_for(cnd_str_of(cases[i].name));

		if (cases[i].reader == NULL)
			assert_null(reader);
		else
			assert_string_equal(reader->name, cases[i].reader);
	}
	assert_null(cnd_reader_named(CND_STR("none")));
	assert_string_equal(cnd_reader_named(CND_STR("text"))->name, "text");
}

static void
what_is_no_text_is_refused_by_name(void **state)
{
	static const struct {
		struct cnd_str source;
		const char *said;
	} cases[] = {
		{ { "%PDF-1.7\n", 9 }, "this is a PDF" },
		{ { "PK\3\4zip", 7 }, "this is a ZIP package" },
		{ { "{\\rtf1 x}", 9 }, "this is RTF" },
		{ { "\xff\xfe"
		    "a\0b\0",
			  6 },
			"this is UTF-16" },
		{ { "\0a\0b\0c\0d", 8 }, "this is UTF-16" },
		{ { "abc\0def", 7 }, "this is binary, not text: byte 4" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_error err = { 0 };

		assert_null(cnd_read(CND_STR("t.md"), cases[i].source, &err));
		assert_int_equal(err.code, CND_ERR_INPUT);
		if (strstr(err.message, cases[i].said) != err.message)
			fail_msg("%s", err.message);
	}
}

static void
what_is_too_large_is_refused_before_it_is_read(void **state)
{
	struct cnd_str source = { "", (size_t)CND_LIMIT_INPUT_BYTES + 1 };
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(cnd_read(CND_STR("t.md"), source, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
}

static void
a_large_html_file_is_refused_before_it_is_read(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };

	(void)state;
	cnd_buf_reserve(&source, CND_LIMIT_HTML_BYTES + 1);
	memset(source.data, ' ', CND_LIMIT_HTML_BYTES + 1);
	source.len = CND_LIMIT_HTML_BYTES + 1;
	assert_null(cnd_read(CND_STR("t.html"), cnd_buf_str(&source), &err));
	assert_string_equal(err.message, "the HTML file is larger than 16 MiB");
	cnd_buf_dispose(&source);
}

static void
an_empty_file_is_an_empty_document(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(CND_STR("t.md"), CND_STR(""), &err);

	(void)state;
	assert_non_null(doc);
	assert_int_equal(doc->block_count, 0);
	cnd_document_free(doc);
}

static void
bytes_that_are_not_utf8_are_read_and_reported_once(void **state)
{
	static const char source[] =
		"# A\x92 b\n\nIt\x92s so \xc3\xa9 \xe2x.\n";
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.md"), cnd_str_of(source), &err);
	struct cnd_buf found = { 0 };

	(void)state;
	assert_non_null(doc);
	dump_document(doc, &found);
	cnd_buf_putc(&found, '\0');
	assert_string_equal(found.data,
		"h1 A\xef\xbf\xbd b\n"
		"p It\xef\xbf\xbds so \xc3\xa9 \xef\xbf\xbdx.\n"
		"state document/encoding 1-4: 3 bytes are not UTF-8 (the first "
		"is 0x92) and read as U+FFFD; save the file as UTF-8\n");
	assert_ptr_equal(doc->source.data, source);
	cnd_buf_dispose(&found);
	cnd_document_free(doc);
}

static void
places_after_repaired_bytes_are_those_of_the_file(void **state)
{
	static const char source[] = "a\x92 b\n\nIt\x92s \xe2\xe2so\n";
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.md"), cnd_str_of(source), &err);
	size_t at = cnd_str_find(doc->text, CND_STR("so"));
	struct cnd_span span = { (uint32_t)at, (uint32_t)at + 2 };
	struct cnd_place place = cnd_document_place(doc, span, CND_UNIT_BYTE);

	(void)state;
	assert_int_equal(place.offset, strstr(source, "so") - source);
	assert_int_equal(place.length, 2);
	assert_int_equal(place.line, 3);
	assert_int_equal(place.column, 8);
	cnd_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_choose_their_reader),
		cmocka_unit_test(what_is_no_text_is_refused_by_name),
		cmocka_unit_test(
			what_is_too_large_is_refused_before_it_is_read),
		cmocka_unit_test(
			a_large_html_file_is_refused_before_it_is_read),
		cmocka_unit_test(an_empty_file_is_an_empty_document),
		cmocka_unit_test(
			bytes_that_are_not_utf8_are_read_and_reported_once),
		cmocka_unit_test(
			places_after_repaired_bytes_are_those_of_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
