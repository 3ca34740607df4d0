/* XML events carry the bytes they came from; what is unsafe is refused. */
#include "read/xml.h"

#include "base/limits.h"
#include "cnd_test.h"

static bool
note_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	(void)err;
	cnd_buf_printf(context, "<%d:%.*s %u-%u%s", (int)element->name.ns,
		CND_STR_ARG(element->name.local), element->from, element->to,
		element->is_empty ? "/>" : ">");
	return true;
}

static bool
note_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	(void)err;
	cnd_buf_printf(
		context, "</%.*s %u-%u>", CND_STR_ARG(name.local), from, to);
	return true;
}

static bool
note_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	(void)err;
	cnd_buf_printf(context, "[%.*s %u-%u]", CND_STR_ARG(text), from, to);
	return true;
}

static void
events_carry_their_bytes(void **state)
{
	struct cnd_buf got = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_xml_handler handler = { &got, note_start, note_end,
		note_text };

	(void)state;
	assert_true(
		cnd_xml_parse(CND_STR("<a><b/>x&amp;é</a>"), &handler, &err));
	assert_buf(&got,
		"<0:a 0-3><0:b 3-7/></b 7-7>[x 7-8][& 8-13][é 13-15]"
		"</a 15-19>");
}

static void
namespaces_are_told_by_address(void **state)
{
	struct cnd_buf got = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_xml_handler handler = { .context = &got,
		.start = note_start };
	struct cnd_str part =
		CND_STR("<q:p xmlns:q=\"http://purl.oclc.org/ooxml/"
			"wordprocessingml/main\"/>");

	(void)state;
	assert_true(cnd_xml_parse(part, &handler, &err));
	assert_int_equal(cnd_str_find(cnd_buf_str(&got), CND_STR("<2:p ")), 0);
	cnd_buf_dispose(&got);
}

static void
what_is_unsafe_is_refused(void **state)
{
	static const struct {
		const char *part;
		const char *message;
	} cases[] = {
		{ "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
			"the XML has a DOCTYPE, which documents may not have" },
		{ "<a><b></a>", "the XML is broken: mismatched tag" },
		{ "<a>\xff</a>",
			"the XML is broken: not well-formed (invalid token)" },
		{ "", "the XML is broken: no element found" },
	};
	const struct cnd_xml_handler handler = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_error err = { 0 };

		assert_false(cnd_xml_parse(
			cnd_str_of(cases[i].part), &handler, &err));
		assert_string_equal(err.message, cases[i].message);
		assert_int_equal(err.line, 1);
	}
}

static void
depth_is_bounded(void **state)
{
	struct cnd_buf part = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_xml_handler handler = { 0 };

	(void)state;
	for (int i = 0; i < CND_LIMIT_XML_DEPTH; i++)
		cnd_buf_puts(&part, "<a>");
	for (int i = 0; i < CND_LIMIT_XML_DEPTH; i++)
		cnd_buf_puts(&part, "</a>");
	assert_true(cnd_xml_parse(cnd_buf_str(&part), &handler, &err));
	cnd_buf_clear(&part);
	for (int i = 0; i <= CND_LIMIT_XML_DEPTH; i++)
		cnd_buf_puts(&part, "<a>");
	assert_false(cnd_xml_parse(cnd_buf_str(&part), &handler, &err));
	assert_string_equal(err.message, "XML elements nest deeper than 256");
	cnd_buf_dispose(&part);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events_carry_their_bytes),
		cmocka_unit_test(namespaces_are_told_by_address),
		cmocka_unit_test(what_is_unsafe_is_refused),
		cmocka_unit_test(depth_is_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
