/* Where a rule looks: every name, both, not, any; and what is wrong. */
#include "rule/scope.h"

#include "cnd_test.h"
#include "rule/report.h"

struct fixture {
	struct cnd_arena *arena;
	const struct cnd_scope *scope;
	struct cnd_error err;
};

static bool
compile(struct fixture *fixture, const char *yaml)
{
	const struct cnd_yaml *file;

	fixture->arena = cnd_arena_new();
	file = cnd_yaml_parse(fixture->arena, cnd_str_of(yaml), &fixture->err);
	assert_non_null(file);
	return cnd_scope_compile(fixture->arena, cnd_yaml_get(file, "scope"),
		&fixture->scope, &fixture->err);
}

static const char report[] = "# Heading\n"
			     "Plain text.\n"
			     "## Deeper\n"
			     "- Listed text.\n"
			     "> Quoted text.\n"
			     "| Cell text.\n"
			     "    Code text.\n"
			     "! Page 1\n"
			     "He said \"we did not agree with that\" then.\n";

/* A letter for each block that is in scope; q for the quoted words. */
static struct cnd_buf
blocks_in(const struct cnd_scope *scope, struct cnd_document *doc)
{
	static const char letters[] = "HPDLQTCFS";
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_review review = { 0 };
	struct cnd_span recommended = doc->blocks[3].span;
	struct cnd_recommendation rec = { .spans = &recommended,
		.span_count = 1 };
	struct cnd_ground ground;
	struct cnd_buf out = { 0 };
	uint32_t at = (uint32_t)cnd_str_find(doc->text, CND_STR("agree"));

	review.recommendations = &rec;
	review.recommendation_count = 1;
	doc->sections[1].role = CND_ROLE_GOVERNANCE;
	doc->sections[0].role = CND_ROLE_ANALYSIS;
	ground = cnd_ground_of(doc, &review, arena);
	for (size_t i = 0; i < doc->block_count; i++) {
		struct cnd_span span = doc->blocks[i].span;

		span.to = span.from + 3;
		if (cnd_scope_holds(scope, &ground, span))
			cnd_buf_putc(&out, letters[i]);
	}
	if (cnd_scope_holds(scope, &ground, (struct cnd_span){ at, at + 5 }))
		cnd_buf_putc(&out, 'q');
	cnd_arena_free(arena);
	return out;
}

static void
names_hold_where_they_say(void **state)
{
	static const struct {
		const char *yaml;
		const char *want;
	} cases[] = {
		{ "a: b", "HPDLTS" },
		{ "scope: text", "HPDLTS" },
		{ "scope: heading", "HD" },
		{ "scope: heading.h1", "H" },
		{ "scope: paragraph", "PS" },
		{ "scope: list", "L" },
		{ "scope: table", "T" },
		{ "scope: table.cell", "T" },
		{ "scope: table.header", "" },
		{ "scope: blockquote", "Q" },
		{ "scope: quotation", "Qq" },
		{ "scope: sentence", "HPDLTS" },
		{ "scope: summary", "PLS" },
		{ "scope: raw", "HPDLQTCSq" },
		{ "scope: code", "C" },
		{ "scope: recommendation", "L" },
		{ "scope: statement", "DLTS" },
		{ "scope: section(governance)", "DLTS" },
		{ "scope: section(analysis | governance)", "HPDLTS" },
		{ "scope: ~list", "HPDTS" },
		{ "scope: section(governance) & ~heading", "LTS" },
		{ "scope: [heading.h2, list]", "DL" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture = { 0 };
		struct cnd_document *doc = build_report(report);
		struct cnd_buf got;

		assert_true(compile(&fixture, cases[i].yaml));
		got = blocks_in(fixture.scope, doc);
		assert_buf(&got, cases[i].want);
		cnd_document_free(doc);
		cnd_arena_free(fixture.arena);
	}
}

static void
unknown_names_are_errors_with_a_suggestion(void **state)
{
	static const struct {
		const char *yaml;
		const char *want;
	} cases[] = {
		{ "scope: sentense",
			"1:8 scope 'sentense' is not known; did you mean "
			"'sentence'?" },
		{ "scope:\n  - text\n  - qqqqqq",
			"3:5 scope 'qqqqqq' is not known" },
		{ "scope: section(analisys)",
			"1:8 section role 'analisys' is not known; did you "
			"mean 'analysis'?" },
		{ "scope: text & ", "1:8 scope '' is not known" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture = { 0 };
		struct cnd_buf got = { 0 };

		assert_false(compile(&fixture, cases[i].yaml));
		cnd_buf_printf(&got, "%u:%u %s", fixture.err.line,
			fixture.err.column, fixture.err.message);
		assert_buf(&got, cases[i].want);
		cnd_arena_free(fixture.arena);
	}
}

static void
unit_is_the_smallest_part_named(void **state)
{
	struct fixture fixture = { 0 };

	(void)state;
	assert_true(compile(&fixture, "scope: recommendation & sentence"));
	assert_true(cnd_scope_is_sentence(fixture.scope));
	cnd_arena_free(fixture.arena);
	assert_true(compile(&fixture, "scope: ~sentence"));
	assert_false(cnd_scope_is_sentence(fixture.scope));
	cnd_arena_free(fixture.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_hold_where_they_say),
		cmocka_unit_test(unknown_names_are_errors_with_a_suggestion),
		cmocka_unit_test(unit_is_the_smallest_part_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
