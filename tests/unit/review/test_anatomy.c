/* What completes a recommendation: lead-in, heading, cells. */
#include "anatomy_test.h"

#include "base/limits.h"

/* The span of `part` in text. */
static struct cnd_span
span_of(const char *text, const char *part)
{
	size_t from = cnd_str_find(cnd_str_of(text), cnd_str_of(part));

	return (struct cnd_span){ (uint32_t)from,
		(uint32_t)(from + strlen(part)) };
}

static void
lead_in_gives_owner_and_time(void **state)
{
	static const char text[] =
		"Within six months the Board should:\npublish the guide.";
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_span own = span_of(text, "publish the guide.");
	struct cnd_recommendation rec = { .spans = &own, .span_count = 1 };
	struct cnd_document doc;

	rec.lead_in = span_of(text, "Within six months the Board should:");
	read_text(state, text, &rec, &doc, arena);
	assert_int_equal(rec.parts[CND_PART_OWNER].value, CND_VALUE_NAMED);
	assert_int_equal(rec.parts[CND_PART_TIME].value, CND_VALUE_STATED);
	assert_int_equal(rec.parts[CND_PART_ACTION].value, CND_VALUE_CONCRETE);
	assert_text(cnd_document_text(&doc, rec.parts[CND_PART_OWNER].spans[0]),
		"the Board");
	cnd_arena_free(arena);
}

static void
the_last_sentence_of_a_lead_in_says_who(void **state)
{
	static const char text[] =
		"Six are told above. The others are for the Pier. We ask the "
		"Harbour Board to:\npublish the guide.";
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_span own = span_of(text, "publish the guide.");
	struct cnd_recommendation rec = { .spans = &own, .span_count = 1 };
	struct cnd_document doc;

	rec.lead_in = (struct cnd_span){ 0, own.from };
	read_text(state, text, &rec, &doc, arena);
	assert_text(cnd_document_text(&doc, rec.parts[CND_PART_OWNER].spans[0]),
		"the Harbour Board");
	cnd_arena_free(arena);
}

static void
heading_gives_the_owner_of_a_generic_subject(void **state)
{
	static const char text[] =
		"Pellbridge Police\nOfficers to be reminded of the form.";
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_span own = span_of(text,
		"Officers to be reminded of the "
		"form.");
	struct cnd_recommendation rec = { .spans = &own, .span_count = 1 };
	struct cnd_document doc;

	rec.heading = span_of(text, "Pellbridge Police");
	read_text(state, text, &rec, &doc, arena);
	assert_int_equal(rec.parts[CND_PART_OWNER].value, CND_VALUE_NAMED);
	assert_int_equal(rec.parts[CND_PART_ACTION].value, CND_VALUE_VAGUE);
	cnd_arena_free(arena);
}

/* A row: what is to be done, by whom, when, and how it will be known. */
struct row {
	const char *owner;
	const char *time;
	const char *measure;
	const char *want; /* owner, time, measure */
};

static void
assert_row(void **state, const struct row *row)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str text =
		cnd_arena_printf(arena, "Replace the form.\nO %s\nT %s\nM %s",
			row->owner, row->time, row->measure);
	struct cnd_span own = span_of(text.data, "Replace the form.");
	struct cnd_recommendation rec = { .spans = &own, .span_count = 1 };
	struct cnd_document doc;
	struct cnd_str got;

	rec.owner_cell = span_of(text.data, row->owner);
	rec.time_cell = span_of(text.data, row->time);
	rec.measure_cell = span_of(text.data, row->measure);
	read_text(state, text.data, &rec, &doc, arena);
	got = cnd_arena_printf(arena, "%s %s %s",
		cnd_part_value_name(rec.parts[CND_PART_OWNER].value),
		cnd_part_value_name(rec.parts[CND_PART_TIME].value),
		cnd_part_value_name(rec.parts[CND_PART_MEASURE].value));
	assert_text(got, row->want);
	cnd_arena_free(arena);
}

static void
cells_give_owner_time_and_measure(void **state)
{
	static const struct row rows[] = {
		{ "Chief Nurse", "March 2025", "Audit of 30 files",
			"named stated stated" },
		{ "All agencies", "Ongoing", "Staff feel more confident",
			"generic vague none" },
		{ "TBC", "to be confirmed", "-", "none none none" },
		{ "Stourmere CCG", "30/09/2020", "Letter sent to the Board",
			"named stated stated" },
		{ "Ward managers", "as soon as practicable", "n/a",
			"generic vague none" },
		{ "Medicines Safety Group", "Q3 2024", "Better handover",
			"named stated none" },
		{ "Lead pilot for night crossings", "Easter", "-",
			"named stated none" },
		{ "Lighthouses", "-", "-", "generic none none" },
		{ "Fenby Council", "At once", "Loans per quarter",
			"named stated stated" },
		{ "Fenby Council", "May", "Attendance register",
			"named stated stated" },
		{ "Fenby Council pilots' services", "-", "-",
			"named none none" },
		{ "n/a", "-", "-", "none none none" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_row(state, &rows[i]);
}

static void
labelled_fields_are_read_as_cells(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_recommendation rec = { 0 };
	struct cnd_document doc;

	read_text(state,
		"Strengthen the form (Lead agency: Northgate Trust; Deadline: "
		"March 2025; Measure: audit of 20 files)",
		&rec, &doc, arena);
	assert_int_equal(rec.parts[CND_PART_OWNER].value, CND_VALUE_NAMED);
	assert_int_equal(rec.parts[CND_PART_TIME].value, CND_VALUE_STATED);
	assert_int_equal(rec.parts[CND_PART_MEASURE].value, CND_VALUE_STATED);
	assert_int_equal(rec.parts[CND_PART_ACTION].value, CND_VALUE_VAGUE);
	cnd_arena_free(arena);
}

static void
strength_is_of_the_strongest_act(void **state)
{
	static const struct {
		const char *text;
		enum cnd_strength strength;
	} cases[] = {
		{ "Remind staff of the policy.", CND_STRENGTH_WEAK },
		{ "Train staff and audit the files.", CND_STRENGTH_MEDIUM },
		{ "Install an interlock on the gate and train the crew.",
			CND_STRENGTH_STRONG },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_recommendation rec = { 0 };
		struct cnd_document doc;

		read_text(state, cases[i].text, &rec, &doc, arena);
		assert_int_equal(rec.strength, cases[i].strength);
		cnd_arena_free(arena);
	}
}

static void
words_past_the_limit_are_not_read(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf text = { 0 };
	struct cnd_recommendation rec = { 0 };
	struct cnd_document doc;

	for (size_t i = 0; i < CND_LIMIT_RECOMMENDATION_WORDS; i++)
		cnd_buf_puts(&text, "and ");
	cnd_buf_puts(&text, ". The Board should publish the list.");
	cnd_buf_putc(&text, '\0');
	read_text(state, text.data, &rec, &doc, arena);
	assert_int_equal(rec.parts[CND_PART_OWNER].value, CND_VALUE_NONE);
	assert_true(rec.is_cut);
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

static void
missing_lexicon_is_an_error(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str entry = CND_STR("board");
	struct cnd_lexicon bodies = { CND_STR("bodies"), &entry, 1 };
	struct cnd_lexicons lexicons = { &bodies, 1 };
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(cnd_anatomy_new(arena, &lexicons, &err));
	assert_string_equal(err.message,
		"lexicon 'posts' is missing: recommendations cannot be read "
		"without it");
	cnd_arena_free(arena);
}

static void
pattern_in_a_word_list_is_an_error(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str entry = CND_STR("board(s)?");
	struct cnd_lexicon bodies = { CND_STR("bodies"), &entry, 1 };
	struct cnd_lexicons lexicons = { &bodies, 1 };
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(cnd_anatomy_new(arena, &lexicons, &err));
	assert_string_equal(err.message,
		"lexicon 'bodies': 'board(s)?' must be plain words, not a "
		"pattern");
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lead_in_gives_owner_and_time),
		cmocka_unit_test(the_last_sentence_of_a_lead_in_says_who),
		cmocka_unit_test(heading_gives_the_owner_of_a_generic_subject),
		cmocka_unit_test(cells_give_owner_time_and_measure),
		cmocka_unit_test(labelled_fields_are_read_as_cells),
		cmocka_unit_test(strength_is_of_the_strongest_act),
		cmocka_unit_test(words_past_the_limit_are_not_read),
		cmocka_unit_test(missing_lexicon_is_an_error),
		cmocka_unit_test(pattern_in_a_word_list_is_an_error),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
