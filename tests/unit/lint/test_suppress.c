/* Comments that put findings aside. */
#include "lint/suppress.h"

#include "base/limits.h"
#include "cnd_test.h"
#include "doc/builder.h"

static const struct cnd_rule_file files[] = {
	{ .path = CND_STR_INIT("a/one.yml"),
		.bytes = CND_STR_INIT("extends: existence\nmessage: one\n"
				      "tokens: [one]\n") },
	{ .path = CND_STR_INIT("document/suppression-unused.yml"),
		.bytes = CND_STR_INIT(
			"extends: state\nmessage: \"unused: %s\"\n") },
	{ .path = CND_STR_INIT("document/suppression-reason.yml"),
		.bytes = CND_STR_INIT(
			"extends: state\nmessage: \"reason: %s\"\n") },
	{ .path = CND_STR_INIT("document/suppression-malformed.yml"),
		.bytes =
			CND_STR_INIT("extends: state\nmessage: \"%s: %s\"\n") },
};

/* Three paragraphs "one", the first comment in the first one, the second,
 * if any, in the last. */
static struct cnd_document *
read_paragraphs(const char *first, const char *second)
{
	struct cnd_builder *builder = cnd_builder_new(
		CND_STR("a.docx"), "docx", CND_STR(""), CND_PLACES_PARAGRAPHS);
	struct cnd_error err = { 0 };

	for (int i = 0; i < 3; i++) {
		cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
		cnd_builder_text(builder, CND_STR("one"), CND_NONE, 0, 0);
		if (i == 0)
			cnd_builder_directive(builder, cnd_str_of(first), 0);
		if (i == 2 && second != NULL)
			cnd_builder_directive(builder, cnd_str_of(second), 0);
		cnd_builder_close(builder);
	}
	return cnd_builder_finish(builder, &err);
}

static void
comments_are_obeyed_or_told(void **state)
{
	static const struct {
		const char *first;
		const char *second;
		const char *want; /* put aside, what is left */
	} cases[] = {
		{ "candour: ignore a/one -- why", NULL, "1 one one" },
		{ "Candour:  IGNORE a/ \xe2\x80\x94 why", NULL, "1 one one" },
		{ "candour: off a/one -- why", NULL, "3" },
		{ "candour: off a/one -- why", "candour: on a/one", "3" },
		{ "candour: ignore a/one", NULL,
			"0 one reason: ignore a/one one one" },
		{ "candour: ignore a/one --", NULL,
			"0 one reason: ignore a/one -- one one" },
		{ "candour: ignore a/two -- why", NULL,
			"0 one ignore a/two -- why: there is no such rule "
			"one one" },
		{ "candour:", NULL,
			"0 one : it begins with neither 'ignore', 'off' nor "
			"'on' one one" },
		{ "candour: on a/one", NULL,
			"0 one on a/one: no 'off' for this rule stands before "
			"it one one" },
		{ "candour: ignore a/one -- x", "candour: ignore a/ -- y",
			"2 one" },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set =
		cnd_ruleset_new(files, sizeof(files) / sizeof(files[0]), &err);

	(void)state;
	assert_non_null(set);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_document *doc =
			read_paragraphs(cases[i].first, cases[i].second);
		struct cnd_report *report = cnd_lint(set, doc, NULL, &err);
		struct cnd_buf got = { 0 };

		cnd_buf_printf(&got, "%zu", report->suppressed_count);
		for (size_t j = 0; j < report->finding_count; j++)
			cnd_buf_printf(&got, " %.*s",
				CND_STR_ARG(report->findings[j].message));
		cnd_buf_putc(&got, '\0');
		assert_string_equal(got.data, cases[i].want);
		cnd_buf_dispose(&got);
		cnd_report_free(report);
		cnd_document_free(doc);
	}
	cnd_ruleset_free(set);
}

static struct cnd_document *
read_many(size_t count)
{
	struct cnd_builder *builder = cnd_builder_new(
		CND_STR("a.docx"), "docx", CND_STR(""), CND_PLACES_PARAGRAPHS);
	struct cnd_error err = { 0 };

	for (size_t i = 0; i < count; i++) {
		cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
		cnd_builder_text(builder, CND_STR("one"), CND_NONE, 0, 0);
		cnd_builder_directive(
			builder, CND_STR("candour: ignore a/one -- why"), 0);
		cnd_builder_close(builder);
	}
	return cnd_builder_finish(builder, &err);
}

static void
comments_past_the_limit_are_told_and_not_read(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set =
		cnd_ruleset_new(files, sizeof(files) / sizeof(files[0]), &err);

	(void)state;
	for (size_t past = 0; past < 2; past++) {
		struct cnd_document *doc =
			read_many(CND_LIMIT_SUPPRESSIONS + past);
		struct cnd_report *report = cnd_lint(set, doc, NULL, &err);

		assert_int_equal(
			report->suppressed_count, CND_LIMIT_SUPPRESSIONS);
		/* The one that is told, and what it does not put aside. */
		assert_int_equal(report->finding_count, 2 * past);
		cnd_report_free(report);
		cnd_document_free(doc);
	}
	cnd_ruleset_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comments_are_obeyed_or_told),
		cmocka_unit_test(comments_past_the_limit_are_told_and_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
