/* The assurance table as values that its formats print. */
#include "format/assurance.h"

#include "diag/validity.h"
#include "format/show.h"

struct cnd_str
cnd_assurance_question(struct cnd_str key)
{
	static const struct {
		const char *key;
		const char *question;
	} questions[] = {
		{ "commissioned", "which body commissioned the review" },
		{ "conducted", "who conducted or wrote it" },
		{ "quality-assured", "who scrutinised it" },
		{ "signed-off", "who approved the report" },
		{ "accountable", "who answers for acting on it" },
		{ "independent", "why the reviewer is independent" },
		{ "challenge", "how it could be challenged in draft" },
		{ "impasse", "what happens without agreement" },
		{ "terms", "the terms of reference, or where they are" },
		{ "mandate", "the law or guidance it is held under" },
		{ "chief-coroner", "that the Chief Coroner has a copy" },
	};

	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++)
		if (cnd_str_equal(cnd_str_of(questions[i].key), key))
			return cnd_str_of(questions[i].question);
	return key;
}

const char *
cnd_assurance_status(const struct cnd_disagreement *disagreement)
{
	return (disagreement->told & CND_DISAGREEMENT_ALL) ==
			CND_DISAGREEMENT_ALL
		? "acknowledged"
		: "open";
}

const struct cnd_assurance_part *
cnd_assurance_parts(void)
{
	static const struct cnd_assurance_part parts[] = {
		{ CND_DISAGREEMENT_WHO, "who", "who disagreed" },
		{ CND_DISAGREEMENT_WHAT, "what", "about what" },
		{ CND_DISAGREEMENT_OUTCOME, "outcome", "what came of it" },
		{ (enum cnd_disagreement_part)0, NULL, NULL },
	};

	return parts;
}

unsigned
cnd_assurance_position(const struct cnd_document *doc, struct cnd_span span)
{
	return doc->text.len == 0
		? 0
		: (unsigned)((uint64_t)span.from * 100 / doc->text.len);
}

struct cnd_str
cnd_assurance_place(struct cnd_arena *arena, const struct cnd_document *doc,
	struct cnd_span span)
{
	return cnd_arena_printf(arena, "%.*s, %u %% in",
		CND_STR_ARG(cnd_show_place(arena, doc, span)),
		cnd_assurance_position(doc, span));
}

static void
add_words(struct cnd_grid *grid, const struct cnd_document *doc,
	struct cnd_span span, const struct cnd_format_options *options)
{
	cnd_grid_add(grid,
		options->is_redacted
			? CND_STR("")
			: cnd_show_words(grid->arena, doc, span, options));
}

/* "present", "present (early)", "absent", "absent (not required)". */
static struct cnd_str
presence(const struct cnd_statement *statement)
{
	if (statement->is_present)
		return statement->is_early ? CND_STR("present, early")
					   : CND_STR("present");
	return statement->is_required ? CND_STR("ABSENT")
				      : CND_STR("absent, not required");
}

struct cnd_grid
cnd_assurance_statements(struct cnd_arena *arena,
	const struct cnd_report *report,
	const struct cnd_format_options *options)
{
	static const char *const titles[] = { "Statement", "Says", "Status",
		"Place", "Words", NULL };
	struct cnd_grid grid = cnd_grid_start(arena, titles);

	for (size_t i = 0; i < report->statement_count; i++) {
		const struct cnd_statement *statement = &report->statements[i];

		cnd_grid_add(&grid, statement->key);
		cnd_grid_add(&grid, cnd_assurance_question(statement->key));
		cnd_grid_add(&grid, presence(statement));
		if (statement->is_present) {
			cnd_grid_add(&grid,
				cnd_assurance_place(
					arena, report->doc, statement->span));
			add_words(&grid, report->doc, statement->span, options);
		} else {
			cnd_grid_add(&grid, CND_STR(""));
			cnd_grid_add(&grid, CND_STR(""));
		}
	}
	return grid;
}

struct cnd_grid
cnd_assurance_basis(struct cnd_arena *arena, const struct cnd_report *report)
{
	static const char *const titles[] = { "Statement", "Asked for by",
		"In force", NULL };
	struct cnd_grid grid = cnd_grid_start(arena, titles);

	for (size_t i = 0; i < report->statement_count; i++) {
		const struct cnd_statement *statement = &report->statements[i];
		struct cnd_str period = statement->rule == NULL
			? CND_STR("")
			: cnd_rule_period(arena, statement->rule);

		if (period.len == 0)
			continue;
		cnd_grid_add(&grid, statement->key);
		cnd_grid_add(&grid,
			cnd_show_cleaned(arena, statement->rule->source));
		cnd_grid_add(&grid, period);
	}
	return grid;
}

static struct cnd_str
missing_parts(struct cnd_arena *arena, const struct cnd_disagreement *it)
{
	struct cnd_str missing = CND_STR("");

	for (const struct cnd_assurance_part *part = cnd_assurance_parts();
		part->name != NULL; part++)
		if ((it->told & part->part) == 0)
			missing = cnd_arena_printf(arena, "%.*s%s%s",
				CND_STR_ARG(missing),
				missing.len > 0 ? ", " : "", part->question);
	return missing;
}

struct cnd_grid
cnd_assurance_disagreements(struct cnd_arena *arena,
	const struct cnd_report *report,
	const struct cnd_format_options *options)
{
	static const char *const titles[] = { "Status", "Place", "Words",
		"Not told", NULL };
	struct cnd_grid grid = cnd_grid_start(arena, titles);

	for (size_t i = 0; i < report->disagreement_count; i++) {
		const struct cnd_disagreement *it = &report->disagreements[i];

		cnd_grid_add(&grid, cnd_str_of(cnd_assurance_status(it)));
		cnd_grid_add(&grid,
			cnd_show_place(grid.arena, report->doc, it->span));
		add_words(&grid, report->doc, it->span, options);
		cnd_grid_add(&grid, missing_parts(arena, it));
	}
	return grid;
}

struct cnd_str
cnd_assurance_totals(struct cnd_arena *arena, const struct cnd_report *report)
{
	size_t present = 0;
	size_t open = 0;

	for (size_t i = 0; i < report->statement_count; i++)
		present += report->statements[i].is_present;
	for (size_t i = 0; i < report->disagreement_count; i++)
		open += (report->disagreements[i].told &
				CND_DISAGREEMENT_ALL) != CND_DISAGREEMENT_ALL;
	return cnd_arena_printf(arena,
		"%zu of %zu statements present; %zu open disagreement%s, "
		"%zu acknowledged",
		present, report->statement_count, open, open == 1 ? "" : "s",
		report->disagreement_count - open);
}
