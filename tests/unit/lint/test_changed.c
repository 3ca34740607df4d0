/* Two drafts: which findings of the second are new. */
#include "lint/changed.h"

#include "read/read.h"

#include "cnd_test.h"

static struct cnd_document *
read_text(const char *text)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("a.md"), cnd_str_of(text), &err);

	assert_non_null(doc);
	return doc;
}

static struct cnd_ruleset *
compile(void)
{
	const struct cnd_rule_file file = { .path = CND_STR_INIT("a/x.yml"),
		.bytes = CND_STR_INIT("extends: existence\nmessage: m\n"
				      "tokens: [xx]\n") };
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = cnd_ruleset_new(&file, 1, &err);

	if (set == NULL)
		fail_msg("%s", err.message);
	return set;
}

/* How many findings stay; former may be NULL. */
static size_t
kept(const char *former, const char *now)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile();
	struct cnd_document *new_doc = read_text(now);
	struct cnd_document *old_doc = former ? read_text(former) : NULL;
	struct cnd_report *report = cnd_lint(set, new_doc, NULL, &err);
	struct cnd_report *old =
		old_doc ? cnd_lint(set, old_doc, NULL, &err) : NULL;
	size_t count;

	cnd_report_keep_changed(report, old);
	count = report->finding_count;
	cnd_report_free(report);
	cnd_report_free(old);
	cnd_document_free(new_doc);
	cnd_document_free(old_doc);
	cnd_ruleset_free(set);
	return count;
}

static void
only_findings_on_new_sentences_are_kept(void **state)
{
	static const struct {
		const char *name;
		const char *former;
		const char *now;
		size_t kept;
	} rows[] = {
		{ "new report", NULL, "Is xx here. So xx.", 2 },
		{ "same", "Is xx here.", "Is xx here.", 0 },
		{ "moved", "A b c.\n\nIs xx here.", "Is xx here.\n\nA b c.",
			0 },
		{ "wrapped anew", "Is xx here, yes.", "Is xx\nhere,  yes.", 0 },
		{ "changed", "Is xx here.", "Is xx there.", 1 },
		{ "twice now", "Is xx here.", "Is xx here. Is xx here.", 1 },
		{ "a heading", "# The xx\n\nText.", "# A xx\n\nText.", 1 },
		{ "from paragraph to item", "Is xx here.", "- Is xx here.", 0 },
		{ "empty before", "", "Is xx here.", 1 },
		{ "empty now", "Is xx here.", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (kept(rows[i].former, rows[i].now) != rows[i].kept)
			fail_msg("%s", rows[i].name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_findings_on_new_sentences_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
