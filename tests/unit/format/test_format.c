/* Findings in each format. */
#include "format/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/sample.h"

static const struct cnd_format_options plain = { 0 };

static void
text_marks_the_words(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "text", &plain,
		"a.md: the whole report\n"
		"  error: nothing says who  [group/absent]\n"
		"\n"
		"a.md:5:15 (4.12, Analysis)\n"
		"    The caf\xc3\xa9 did not accept the finding.\n"
		"             ^^^^^^^^^^^^^^\n"
		"  warning: 'did not accept' is open  [group/rule]\n"
		"    see 1, line 9 (said here): The Board should consider a "
		"checklist by May.\n"
		"    write: rejected\n"
		"    to mend it: Say what came of it.\n"
		"\n"
		"a.md:10:4 (2, Recommendations)\n"
		"    Improve things.\n"
		"    ^^^^^^^\n"
		"  suggestion: 'Improve' is open  [group/rule]\n"
		"\n"
		"1 error, 1 warning and 1 suggestion in 1 report, read as "
		"'sar' (by its words).\n");
}

static void
text_in_colour_marks_without_carets(void **state)
{
	const struct cnd_format_options options = { .has_color = true,
		.is_quiet = true };

	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "text", &options,
		"\033[1ma.md\033[0m: the whole report\n"
		"  \033[1;31merror\033[0m: nothing says who  [group/absent]\n"
		"\n"
		"\033[1ma.md:5:15\033[0m (4.12, Analysis)\n"
		"    The caf\xc3\xa9 \033[1;4mdid not accept\033[0m the "
		"finding.\n"
		"  \033[33mwarning\033[0m: 'did not accept' is open  "
		"[group/rule]\n"
		"    see 1, line 9 (said here): The Board should consider a "
		"checklist by May.\n"
		"    write: rejected\n"
		"    to mend it: Say what came of it.\n"
		"\n"
		"\033[1ma.md:10:4\033[0m (2, Recommendations)\n"
		"    \033[1;4mImprove\033[0m things.\n"
		"  \033[36msuggestion\033[0m: 'Improve' is open  [group/rule]\n"
		"\n");
}

static void
redacted_text_has_no_word_of_the_report(void **state)
{
	const struct cnd_format_options options = { .is_redacted = true };

	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "text", &options,
		"a.md: the whole report\n"
		"  error: nothing says who  [group/absent]\n"
		"\n"
		"a.md:5:15 (4.12)\n"
		"  warning: '\xe2\x80\xa6' is open  [group/rule]\n"
		"    to mend it: Say what came of it.\n"
		"\n"
		"a.md:10:4 (2)\n"
		"  suggestion: '\xe2\x80\xa6' is open  [group/rule]\n"
		"\n"
		"1 error, 1 warning and 1 suggestion in 1 report, read as "
		"'sar' (by its words).\n");
}

static void
unix_counts_bytes(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "unix", &plain,
		"a.md:1:3: error: nothing says who [group/absent]\n"
		"a.md:5:16: warning: 'did not accept' is open [group/rule]\n"
		"a.md:10:4: suggestion: 'Improve' is open [group/rule]\n");
}

static void
json_has_every_key(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "json", &plain,
		"{\n"
		" \"version\": 1,\n"
		" \"tool\": {\n"
		"  \"name\": \"candour\",\n"
		"  \"version\": \"0.1.0\"\n"
		" },\n"
		" \"files\": [\n"
		"  {\n"
		"   \"path\": \"a.md\",\n"
		"   \"profile\": \"sar\",\n"
		"   \"profile_source\": \"detected\",\n"
		"   \"findings\": [\n"
		"    {\n"
		"     \"rule\": \"group/absent\",\n"
		"     \"level\": \"error\",\n"
		"     \"message\": \"nothing says who\",\n"
		"     \"line\": 1,\n"
		"     \"column\": 3,\n"
		"     \"endLine\": 1,\n"
		"     \"endColumn\": 3,\n"
		"     \"offset\": 2,\n"
		"     \"length\": 0,\n"
		"     \"quote\": null,\n"
		"     \"label\": null,\n"
		"     \"section\": \"Review\",\n"
		"     \"page\": null,\n"
		"     \"related\": [],\n"
		"     \"suggestions\": [],\n"
		"     \"link\": null,\n"
		"     \"fingerprint\": \"0000000000000001\"\n"
		"    },\n"
		"    {\n"
		"     \"rule\": \"group/rule\",\n"
		"     \"level\": \"warning\",\n"
		"     \"message\": \"'did not accept' is open\",\n"
		"     \"line\": 5,\n"
		"     \"column\": 15,\n"
		"     \"endLine\": 5,\n"
		"     \"endColumn\": 29,\n"
		"     \"offset\": 38,\n"
		"     \"length\": 14,\n"
		"     \"quote\": \"did not accept\",\n"
		"     \"label\": \"4.12\",\n"
		"     \"section\": \"Analysis\",\n"
		"     \"page\": null,\n"
		"     \"related\": [\n"
		"      {\n"
		"       \"line\": 9,\n"
		"       \"quote\": \"The Board\",\n"
		"       \"message\": \"said here\"\n"
		"      }\n"
		"     ],\n"
		"     \"suggestions\": [\n"
		"      \"rejected\"\n"
		"     ],\n"
		"     \"link\": null,\n"
		"     \"fingerprint\": \"0000000000000002\"\n"
		"    },\n"
		"    {\n"
		"     \"rule\": \"group/rule\",\n"
		"     \"level\": \"suggestion\",\n"
		"     \"message\": \"'Improve' is open\",\n"
		"     \"line\": 10,\n"
		"     \"column\": 4,\n"
		"     \"endLine\": 10,\n"
		"     \"endColumn\": 11,\n"
		"     \"offset\": 143,\n"
		"     \"length\": 7,\n"
		"     \"quote\": \"Improve\",\n"
		"     \"label\": \"2\",\n"
		"     \"section\": \"Recommendations\",\n"
		"     \"page\": null,\n"
		"     \"related\": [],\n"
		"     \"suggestions\": [],\n"
		"     \"link\": null,\n"
		"     \"fingerprint\": \"0000000000000002:2\"\n"
		"    }\n"
		"   ],\n"
		"   \"suppressed\": 0,\n"
		"   \"notRead\": []\n"
		"  }\n"
		" ],\n"
		" \"summary\": {\n"
		"  \"error\": 1,\n"
		"  \"warning\": 1,\n"
		"  \"suggestion\": 1\n"
		" }\n"
		"}\n");
}

static void
jsonl_redacted_keeps_places_only(void **state)
{
	const struct cnd_format_options options = { .is_redacted = true };

	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "jsonl", &options,
		"{\"path\":\"a.md\",\"profile\":\"sar\",\"profile_source\":"
		"\"detected\",\"rule\":\"group/"
		"absent\",\"level\":\"error\",\"message\":\"nothing says "
		"who\",\"line\":1,\"column\":3,\"endLine\":1,\"endColumn\":3,"
		"\"offset\":2,\"length\":0,\"quote\":null,\"label\":null,"
		"\"section\":null,\"page\":null,\"related\":[],\"suggestions\":"
		"[],\"link\":null,\"fingerprint\":\"0000000000000001\"}\n"
		"{\"path\":\"a.md\",\"profile\":\"sar\",\"profile_source\":"
		"\"detected\",\"rule\":\"group/"
		"rule\",\"level\":\"warning\",\"message\":\"'\xe2\x80\xa6' is "
		"open\",\"line\":5,\"column\":15,\"endLine\":5,\"endColumn\":"
		"29,\"offset\":38,\"length\":14,\"quote\":null,\"label\":\"4."
		"12\",\"section\":null,\"page\":null,\"related\":[{\"line\":9,"
		"\"quote\":null,\"message\":null}],\"suggestions\":[],\"link\":"
		"null,\"fingerprint\":\"0000000000000002\"}\n"
		"{\"path\":\"a.md\",\"profile\":\"sar\",\"profile_source\":"
		"\"detected\",\"rule\":\"group/"
		"rule\",\"level\":\"suggestion\",\"message\":\"'\xe2\x80\xa6' "
		"is "
		"open\",\"line\":10,\"column\":4,\"endLine\":10,\"endColumn\":"
		"11,\"offset\":143,\"length\":7,\"quote\":null,\"label\":\"2\","
		"\"section\":null,\"page\":null,\"related\":[],\"suggestions\":"
		"[],\"link\":null,\"fingerprint\":\"0000000000000002:2\"}\n");
}

static void
github_escapes_and_counts_utf16(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "github", &plain,
		"::error "
		"file=a.md,line=1,endLine=1,col=3,endColumn=3,title=group/"
		"absent::nothing says who\n"
		"::warning "
		"file=a.md,line=5,endLine=5,col=15,endColumn=29,title=group/"
		"rule::'did not accept' is open\n"
		"::notice "
		"file=a.md,line=10,endLine=10,col=4,endColumn=11,title=group/"
		"rule::'Improve' is open\n");
}

static void
checkstyle_is_xml(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "checkstyle", &plain,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<checkstyle version=\"4.3\">\n"
		" <file name=\"a.md\">\n"
		"  <error line=\"1\" column=\"3\" severity=\"error\" "
		"message=\"nothing says who\" "
		"source=\"candour.group/absent\"/>\n"
		"  <error line=\"5\" column=\"15\" severity=\"warning\" "
		"message=\"&#39;did not accept&#39; is open\" "
		"source=\"candour.group/rule\"/>\n"
		"  <error line=\"10\" column=\"4\" severity=\"info\" "
		"message=\"&#39;Improve&#39; is open\" "
		"source=\"candour.group/rule\"/>\n"
		" </file>\n"
		"</checkstyle>\n");
}

static void
rdjsonl_has_suggestions(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "rdjsonl", &plain,
		"{\"message\":\"nothing says "
		"who\",\"location\":{\"path\":\"a.md\",\"range\":{\"start\":{"
		"\"line\":1,\"column\":3},\"end\":{\"line\":1,\"column\":3}}},"
		"\"severity\":\"ERROR\",\"source\":{\"name\":\"candour\"},"
		"\"code\":{\"value\":\"group/absent\"}}\n"
		"{\"message\":\"'did not accept' is "
		"open\",\"location\":{\"path\":\"a.md\",\"range\":{\"start\":{"
		"\"line\":5,\"column\":16},\"end\":{\"line\":5,\"column\":30}}}"
		",\"severity\":\"WARNING\",\"source\":{\"name\":\"candour\"},"
		"\"code\":{\"value\":\"group/"
		"rule\"},\"suggestions\":[{\"range\":{\"start\":{\"line\":5,"
		"\"column\":16},\"end\":{\"line\":5,\"column\":30}},\"text\":"
		"\"rejected\"}]}\n"
		"{\"message\":\"'Improve' is "
		"open\",\"location\":{\"path\":\"a.md\",\"range\":{\"start\":{"
		"\"line\":10,\"column\":4},\"end\":{\"line\":10,\"column\":11}}"
		"},\"severity\":\"INFO\",\"source\":{\"name\":\"candour\"},"
		"\"code\":{\"value\":\"group/rule\"}}\n");
}

static void
lsp_counts_from_nought(void **state)
{
	const struct cnd_format_options options = { .folder = { "/r", 2 } };

	(void)state;
	assert_rendered(CND_VIEW_FINDINGS, "lsp", &options,
		"[{\"uri\":\"file:///r/"
		"a.md\",\"diagnostics\":[{\"range\":{\"start\":{\"line\":0,"
		"\"character\":2},\"end\":{\"line\":0,\"character\":2}},"
		"\"severity\":1,\"code\":\"group/"
		"absent\",\"source\":\"candour\",\"message\":\"nothing says "
		"who\"},{\"range\":{\"start\":{\"line\":4,\"character\":14},"
		"\"end\":{\"line\":4,\"character\":28}},\"severity\":2,"
		"\"code\":\"group/"
		"rule\",\"source\":\"candour\",\"message\":\"'did not accept' "
		"is "
		"open\",\"relatedInformation\":[{\"location\":{\"uri\":\"file:/"
		"//r/"
		"a.md\",\"range\":{\"start\":{\"line\":8,\"character\":3},"
		"\"end\":{\"line\":8,\"character\":12}}},\"message\":\"said "
		"here\"}]},{\"range\":{\"start\":{\"line\":9,\"character\":3},"
		"\"end\":{\"line\":9,\"character\":10}},\"severity\":3,"
		"\"code\":\"group/"
		"rule\",\"source\":\"candour\",\"message\":\"'Improve' is "
		"open\"}]}]\n");
}

static void
unknown_names_get_a_suggestion(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(cnd_format_find(CND_VIEW_FINDINGS, CND_STR("josn"), &err));
	assert_string_equal(err.message,
		"format 'josn' is not known; did you mean 'json'?");
	assert_null(
		cnd_format_find(CND_VIEW_ASSURANCE, CND_STR("qqqqqq"), &err));
	assert_string_equal(err.message, "format 'qqqqqq' is not known");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_marks_the_words),
		cmocka_unit_test(text_in_colour_marks_without_carets),
		cmocka_unit_test(redacted_text_has_no_word_of_the_report),
		cmocka_unit_test(unix_counts_bytes),
		cmocka_unit_test(json_has_every_key),
		cmocka_unit_test(jsonl_redacted_keeps_places_only),
		cmocka_unit_test(github_escapes_and_counts_utf16),
		cmocka_unit_test(checkstyle_is_xml),
		cmocka_unit_test(rdjsonl_has_suggestions),
		cmocka_unit_test(lsp_counts_from_nought),
		cmocka_unit_test(unknown_names_get_a_suggestion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
