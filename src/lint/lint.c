/*
 * One report: its review read, its text scanned once for all patterns,
 * every rule asked, the findings put in order.
 */
#include "lint/lint.h"

#include "lint/run_rules.h"
#include "lint/suppress.h"
#include "rule/clue_candidates.h"
#include "rule/clue_place.h"

#include <stdlib.h>

/* Whether no rule looks at the review: those of styles do not. */
static bool
is_styles_alone(const struct cnd_ruleset *set)
{
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(set, &count);
	bool has_style = false;

	for (size_t i = 0; i < count; i++) {
		if (!rules[i].is_vale &&
			!cnd_str_equal(rules[i].info.kind, CND_STR("state")))
			return false;
		has_style |= rules[i].is_vale;
	}
	return has_style;
}

/* Without cues for structure, or eyes for it, there is still a report. */
static const struct cnd_review *
read_review(const struct cnd_ruleset *set, struct cnd_document *doc,
	struct cnd_str profile, struct cnd_arena *arena)
{
	const struct cnd_structure *structure = cnd_ruleset_structure(set);
	struct cnd_review *review;

	if (structure != NULL && !is_styles_alone(set))
		return cnd_review_of(structure, doc, profile, arena);
	review = cnd_arena_alloc(arena, sizeof(*review));
	review->profile = profile.len > 0 ? profile : CND_STR("general");
	review->is_profile_detected = structure != NULL && profile.len == 0;
	return review;
}

/* Blocks that some scope may name: all but furniture and front matter. */
static bool
is_scanned(const struct cnd_block *block)
{
	return block->kind == CND_BLOCK_CODE ||
		(block->flags & CND_BLOCK_RAW) != 0 ||
		cnd_block_is_prose(block);
}

static enum cnd_tie
tie_of(const struct cnd_document *doc, size_t block)
{
	const struct cnd_block *own = &doc->blocks[block];

	if (block + 1 < doc->block_count && own[1].kind == CND_BLOCK_ITEM &&
		own[1].lead_in == block)
		return CND_TIE_ITEMS;
	return own->kind == CND_BLOCK_ITEM ? CND_TIE_LEAD_IN : CND_TIE_NONE;
}

static struct cnd_units
units_of(const struct cnd_document *doc, struct cnd_arena *arena)
{
	struct cnd_span *blocks =
		cnd_arena_array(arena, doc->block_count, sizeof(*blocks));
	struct cnd_span *sentences =
		cnd_arena_array(arena, doc->sentence_count, sizeof(*sentences));
	enum cnd_tie *ties =
		cnd_arena_array(arena, doc->block_count, sizeof(*ties));
	size_t count = 0;

	for (size_t i = 0; i < doc->block_count; i++) {
		if (!is_scanned(&doc->blocks[i]))
			continue;
		ties[count] = tie_of(doc, i);
		blocks[count++] = doc->blocks[i].span;
	}
	for (size_t i = 0; i < doc->sentence_count; i++)
		sentences[i] = doc->sentences[i].span;
	return (struct cnd_units){
		.text = doc->text,
		.blocks = blocks,
		.block_count = count,
		.sentences = sentences,
		.sentence_count = doc->sentence_count,
		.ties = ties,
		/* What is remembered of sentences is asked but once. */
		.is_marked = doc->recall == NULL,
	};
}

/* The hits live as long as the rules run: they are many. */
static void
scan(struct cnd_job *job, struct cnd_arena *scratch)
{
	struct cnd_check *check = &job->check;
	const struct cnd_matcher *matcher = cnd_ruleset_matcher(job->set);
	struct cnd_units units = units_of(check->doc, scratch);
	struct cnd_hits *hits = cnd_arena_alloc(scratch, sizeof(*hits));

	if (is_styles_alone(job->set))
		*hits = (struct cnd_hits){ 0 };
	else if (job->options->memory == NULL)
		cnd_matcher_scan(matcher, &units, scratch, hits);
	else
		cnd_memory_scan(
			job->options->memory, matcher, &units, scratch, hits);
	check->pass = (struct cnd_pass){
		.text = check->doc->text,
		.units = units.blocks,
		.unit_count = units.block_count,
		.hits = hits,
	};
}

/* The order of the annotation guide; keys beyond it follow by name. */
static size_t
rank_of(struct cnd_str key)
{
	static const char *const keys[] = { "commissioned", "conducted",
		"quality-assured", "signed-off", "accountable", "independent",
		"challenge", "impasse", "terms" };
	size_t count = sizeof(keys) / sizeof(keys[0]);

	for (size_t i = 0; i < count; i++)
		if (cnd_str_equal(key, cnd_str_of(keys[i])))
			return i;
	return count;
}

static int
compare_statements(const void *left, const void *right)
{
	const struct cnd_statement *a = left;
	const struct cnd_statement *b = right;
	size_t first = rank_of(a->key);
	size_t second = rank_of(b->key);

	if (first != second)
		return first < second ? -1 : 1;
	return cnd_str_compare(a->key, b->key);
}

static int
compare_disagreements(const void *left, const void *right)
{
	const struct cnd_disagreement *a = left;
	const struct cnd_disagreement *b = right;

	if (a->span.from != b->span.from)
		return a->span.from < b->span.from ? -1 : 1;
	return (a->span.to > b->span.to) - (a->span.to < b->span.to);
}

static void
order(struct cnd_check *check)
{
	if (check->statement_count > 1)
		qsort(check->statements, check->statement_count,
			sizeof(check->statements[0]), compare_statements);
	if (check->disagreement_count > 1)
		qsort(check->disagreements, check->disagreement_count,
			sizeof(check->disagreements[0]), compare_disagreements);
	cnd_findings_sort(check->doc, check->findings, check->finding_count);
	cnd_findings_mark(check->doc, check->findings, check->finding_count);
}

static void
fill_report(struct cnd_report *report, const struct cnd_check *check)
{
	report->doc = check->doc;
	report->review = check->review;
	report->findings = check->findings;
	report->finding_count = check->finding_count;
	report->statements = check->statements;
	report->statement_count = check->statement_count;
	report->disagreements = check->disagreements;
	report->disagreement_count = check->disagreement_count;
}

static bool
check_profile(const struct cnd_ruleset *set, struct cnd_str profile,
	struct cnd_error *err)
{
	struct cnd_str near;

	if (profile.len == 0 || cnd_ruleset_knows_profile(set, profile))
		return true;
	near = cnd_ruleset_nearest_profile(set, profile);
	profile = cnd_str_slice(profile, 0, 60);
	if (near.len == 0)
		return cnd_fail(err, CND_ERR_CONFIG,
			"profile '%.*s' is not known", CND_STR_ARG(profile));
	return cnd_fail(err, CND_ERR_CONFIG,
		"profile '%.*s' is not known; did you mean '%.*s'?",
		CND_STR_ARG(profile), CND_STR_ARG(near));
}

/* While the document is linted, what is known of its texts hangs from it. */
static void
begin_recall(struct cnd_memory *memory, struct cnd_document *doc,
	struct cnd_arena *arena)
{
	doc->recall = cnd_memory_begin(memory, doc->text);
	doc->known = cnd_arena_array(
		arena, doc->sentence_count + 1, sizeof(*doc->known));
	for (size_t i = 0; i < doc->sentence_count; i++)
		doc->known[i] = cnd_recall_text(doc->recall,
			cnd_document_text(doc, doc->sentences[i].span));
}

struct cnd_report *
cnd_lint(const struct cnd_ruleset *set, struct cnd_document *doc,
	const struct cnd_lint_options *options, struct cnd_error *err)
{
	static const struct cnd_lint_options defaults = { 0 };
	struct cnd_job job = {
		.set = set,
		.options = options == NULL ? &defaults : options,
	};
	struct cnd_arena *arena;
	struct cnd_arena *scratch;
	struct cnd_report *report;

	if (!check_profile(set, job.options->profile, err))
		return NULL;
	arena = cnd_arena_new();
	if (job.options->memory != NULL)
		begin_recall(job.options->memory, doc, arena);
	report = cnd_arena_alloc(arena, sizeof(*report));
	report->arena = arena;
	job.check.arena = arena;
	job.check.doc = doc;
	job.check.scales = cnd_ruleset_scales(set);
	job.check.review = read_review(set, doc, job.options->profile, arena);
	job.check.ground = cnd_ground_of(doc, job.check.review, arena);
	job.profile = cnd_ruleset_profile(set, job.check.review->profile);
	scratch = cnd_arena_new();
	job.check.labelled = cnd_clue_place_labelled(doc, scratch);
	scan(&job, scratch);
	if (job.check.pass.hits->marked != NULL)
		job.check.listed = cnd_clue_listed(doc, scratch);
	cnd_job_run_rules(&job, scratch);
	job.check.labelled = (struct cnd_labelled){ 0 };
	job.check.listed = (struct cnd_listed){ 0 };
	job.check.pass = (struct cnd_pass){ 0 };
	cnd_arena_free(scratch);
	cnd_job_suppress(&job, report);
	order(&job.check);
	fill_report(report, &job.check);
	doc->recall = NULL;
	doc->known = NULL;
	return report;
}

void
cnd_report_free(struct cnd_report *report)
{
	if (report != NULL)
		cnd_arena_free(report->arena);
}
