/* Known findings: what is left out, what is new, what is read back. */
#include "lint/baseline.h"

#include "cnd_test.h"

static const struct cnd_rule_info rule = { .id = { "a/rule", 6 } };

/* A report of one finding for each fingerprint; 0 is an absence. */
static struct cnd_report
report_of(struct cnd_arena *arena, const char *name,
	const uint64_t *fingerprints, size_t count)
{
	struct cnd_document *doc = cnd_arena_alloc(arena, sizeof(*doc));
	struct cnd_finding *findings =
		cnd_arena_array(arena, count, sizeof(*findings));

	doc->name = cnd_str_of(name);
	for (size_t i = 0; i < count; i++)
		findings[i] = (struct cnd_finding){
			.rule = &rule,
			.fingerprint = fingerprints[i],
			.is_absence = fingerprints[i] == 0,
		};
	return (struct cnd_report){
		.arena = arena,
		.doc = doc,
		.findings = findings,
		.finding_count = count,
	};
}

static void
each_entry_is_good_for_as_many_as_it_counts(void **state)
{
	static const uint64_t old[] = { 7, 7, 9 };
	static const uint64_t now[] = { 7, 8, 7, 7 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_baseline *baseline = cnd_baseline_new(arena);
	struct cnd_report before = report_of(arena, "a.md", old, 3);
	struct cnd_report after = report_of(arena, "b.docx", now, 4);

	(void)state;
	cnd_baseline_add(baseline, &before);
	assert_int_equal(cnd_baseline_apply(baseline, &after, true), 2);
	assert_int_equal(after.finding_count, 2);
	assert_int_equal(after.findings[0].fingerprint, 8);
	assert_int_equal(after.findings[1].fingerprint, 7);
	assert_int_equal(cnd_baseline_prune(baseline), 1);
	cnd_arena_free(arena);
}

static void
absences_are_known_by_the_name_without_ending(void **state)
{
	static const uint64_t absent[] = { 0 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_baseline *baseline = cnd_baseline_new(arena);
	struct cnd_report a = report_of(arena, "x/a.md", absent, 1);
	struct cnd_report b = report_of(arena, "b.md", absent, 1);
	struct cnd_report word = report_of(arena, "y/a.docx", absent, 1);
	struct cnd_report other = report_of(arena, "c.md", absent, 1);

	(void)state;
	cnd_baseline_add(baseline, &a);
	cnd_baseline_add(baseline, &b);
	assert_int_equal(cnd_baseline_apply(baseline, &other, true), 0);
	assert_int_equal(cnd_baseline_apply(baseline, &word, false), 1);
	cnd_arena_free(arena);
}

static void
what_is_written_is_read_back(void **state)
{
	static const uint64_t old[] = { 0, 0xfedcba9876543210, 3, 3 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_baseline *baseline = cnd_baseline_new(arena);
	struct cnd_report report = report_of(arena, "a.md", old, 4);
	struct cnd_error err = { 0 };
	struct cnd_buf first = { 0 };
	struct cnd_buf second = { 0 };

	(void)state;
	cnd_baseline_add(baseline, &report);
	cnd_baseline_write(baseline, &first);
	baseline = cnd_baseline_read(arena, cnd_buf_str(&first), &err);
	assert_non_null(baseline);
	cnd_baseline_write(baseline, &second);
	assert_true(cnd_str_equal(cnd_buf_str(&first), cnd_buf_str(&second)));
	assert_int_equal(cnd_baseline_apply(baseline, &report, true), 4);
	cnd_buf_dispose(&first);
	cnd_buf_dispose(&second);
	cnd_arena_free(arena);
}

static void
what_is_no_baseline_is_an_error(void **state)
{
	static const char *const cases[] = { "", "{", "[]", "{\"version\": 2}",
		"{\"version\": 1, \"findings\": []}",
		"{\"version\": 1, \"files\": [], \"findings\": [1]}",
		"{\"version\": 1, \"files\": [], \"findings\": [{\"rule\": "
		"\"a\", \"fingerprint\": \"xyz\"}]}",
		"{\"version\": 1, \"files\": [], \"findings\": [{\"rule\": "
		"\"a\", \"fingerprint\": \"0000000000000001\", \"count\": "
		"-1}]}" };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };

		assert_null(
			cnd_baseline_read(arena, cnd_str_of(cases[i]), &err));
		assert_int_not_equal(err.code, CND_OK);
		cnd_arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_entry_is_good_for_as_many_as_it_counts),
		cmocka_unit_test(absences_are_known_by_the_name_without_ending),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(what_is_no_baseline_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
