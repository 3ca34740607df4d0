/* anatomy: which readings of a recommendation's parts are flagged. */
#include "rule/kinds.h"

#include "rule/findings.h"

static const char report[] =
	"# Recommendations\n"
	"Staff should be reminded, and encouraged, to record. They will.";

/* Two spans of the second block decided the action; nothing the owner. */
static struct cnd_buf
check_with(const char *yaml, struct cnd_str label)
{
	struct cnd_ruleset *set = ruleset_of(yaml);
	struct cnd_document *doc = build_report(report);
	uint32_t from = doc->blocks[1].span.from;
	struct cnd_span vague[] = { { from + 13, from + 25 },
		{ from + 31, from + 41 } };
	struct cnd_recommendation rec = { .number = 2,
		.label = label,
		.spans = &doc->blocks[1].span,
		.span_count = 1 };
	struct cnd_review review = { .recommendations = &rec,
		.recommendation_count = 1 };
	struct cnd_check check = {
		.doc = doc, .review = &review, .arena = cnd_arena_new()
	};
	struct cnd_buf got = { 0 };
	size_t count;

	rec.is_compound = true;
	rec.parts[CND_PART_OWNER].value = CND_VALUE_NONE;
	rec.parts[CND_PART_ACTION] =
		(struct cnd_part_reading){ CND_VALUE_VAGUE, vague, 2 };
	cnd_kind_anatomy.check(cnd_ruleset_rules(set, &count), &check);
	for (size_t i = 0; i < check.finding_count; i++) {
		print_finding(doc, &check.findings[i], &got);
		cnd_buf_printf(&got, "+%zu\n", check.findings[i].related_count);
	}
	cnd_arena_free(check.arena);
	cnd_document_free(doc);
	cnd_ruleset_free(set);
	return got;
}

#define RULE "extends: anatomy\nmessage: '%s (%s)'\n"

static void
a_reading_is_told_on_the_words_that_decided_it(void **state)
{
	struct cnd_buf got = check_with(
		RULE "part: action\nvalues: [vague]", CND_STR("7.2"));

	(void)state;
	assert_buf(&got, "2:14-2:26 be reminded, (7.2)\n+1\n");
}

static void
a_part_that_is_missing_is_told_on_the_opening(void **state)
{
	struct cnd_buf got = check_with(
		RULE "part: owner\nvalues: [none, generic]", CND_STR(""));

	(void)state;
	assert_buf(&got, "2:1-2:53 R2 (R2)\n+0\n");
}

static void
other_readings_pass(void **state)
{
	struct cnd_buf got = check_with(
		RULE "part: action\nvalues: [concrete]", CND_STR(""));

	(void)state;
	assert_buf(&got, "");
}

static void
a_trait_is_told_on_the_opening(void **state)
{
	struct cnd_buf got = check_with(RULE "trait: compound", CND_STR("7.2"));

	(void)state;
	assert_buf(&got, "2:1-2:53 7.2 (7.2)\n+0\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_reading_is_told_on_the_words_that_decided_it),
		cmocka_unit_test(a_part_that_is_missing_is_told_on_the_opening),
		cmocka_unit_test(other_readings_pass),
		cmocka_unit_test(a_trait_is_told_on_the_opening),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
