/*
 * Passes over a report for the rules of Vale styles.  Vale lints each block
 * of running text sentence by sentence as well, when some rule of its
 * styles asks for sentences, and tells an alert once for each place.
 */
#include "lint/vale.h"

#include "lint/vale_text.h"

#include <string.h>

/* Matches cross no longer stretch of the file as it is written. */
enum { RAW_UNIT = 15u << 10 };

static unsigned
parts_wanted(const struct cnd_job *job)
{
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(job->set, &count);
	unsigned parts = 0;

	for (size_t i = 0; i < count; i++)
		if (rules[i].vale_scope != NULL)
			parts |= cnd_vale_scope_parts(rules[i].vale_scope);
	return parts;
}

static struct cnd_pass
scan(struct cnd_job *job, struct cnd_arena *arena, struct cnd_str text,
	const struct cnd_vale_units *cut)
{
	struct cnd_hits *hits = cnd_arena_alloc(arena, sizeof(*hits));
	struct cnd_units units = {
		.text = text,
		.blocks = cut->spans,
		.block_count = cut->count,
	};

	cnd_matcher_scan(
		cnd_ruleset_vale_matcher(job->set), &units, arena, hits);
	return (struct cnd_pass){
		.text = text,
		.units = cut->spans,
		.unit_count = cut->count,
		.places = cut->places,
		.origins = cut->origins,
		.hits = hits,
	};
}

/* One paragraph as its sentences; its number goes with the first. */
static void
add_sentences(const struct cnd_job *job, const struct cnd_vale_units *blocks,
	size_t index, struct cnd_vale_units *made)
{
	const struct cnd_document *doc = job->check.doc;
	struct cnd_vale_place place = blocks->places[index];
	struct cnd_span unit = blocks->spans[index];
	struct cnd_origin origin = blocks->origins[index];
	uint32_t base = unit.from + origin.prefix;
	uint32_t end = origin.from + unit.to - base;
	size_t at = cnd_document_sentence_at(doc, origin.from);

	place.parts |= CND_VALE_SENTENCE;
	for (; at < doc->sentence_count && doc->sentences[at].span.from < end;
		at++) {
		struct cnd_span span = doc->sentences[at].span;
		bool is_first = span.from <= origin.from;
		struct cnd_origin own = origin;

		if (span.from < origin.from || span.to > end)
			continue;
		own.from = span.from;
		own.prefix = is_first ? origin.prefix : 0;
		span.from = base + span.from - origin.from - own.prefix;
		span.to = base + span.to - origin.from;
		cnd_vale_units_add(made, job->check.arena, span, place, own);
	}
}

/* Paragraphs cut into sentences, the other blocks as they are. */
static struct cnd_vale_units
sentences_of(const struct cnd_job *job, const struct cnd_vale_units *blocks)
{
	struct cnd_vale_units made = { 0 };

	for (size_t i = 0; i < blocks->count; i++)
		if (cnd_vale_is_plain(blocks->places[i].parts))
			add_sentences(job, blocks, i, &made);
		else
			cnd_vale_units_add(&made, job->check.arena,
				blocks->spans[i], blocks->places[i],
				blocks->origins[i]);
	return made;
}

/* The running text of all blocks but headings and cells. */
static struct cnd_vale_units
summary_of(const struct cnd_job *job, const struct cnd_vale_units *blocks)
{
	struct cnd_vale_units made = { 0 };

	for (size_t i = 0; i < blocks->count; i++) {
		unsigned parts = blocks->places[i].parts;
		struct cnd_vale_place place = {
			.parts = CND_VALE_SUMMARY |
				(parts &
					(CND_VALE_MD | CND_VALE_HTML |
						CND_VALE_TXT | CND_VALE_DOCX |
						CND_VALE_ODT)),
		};

		if (cnd_vale_is_plain(parts) ||
			(parts & (CND_VALE_LIST | CND_VALE_BLOCKQUOTE)) != 0)
			cnd_vale_units_add(&made, job->check.arena,
				blocks->spans[i], place, blocks->origins[i]);
	}
	return made;
}

/* Where a stretch of at most RAW_UNIT bytes ends: behind a line. */
static uint32_t
raw_end(struct cnd_str text, struct cnd_span raw)
{
	uint32_t end = raw.from + RAW_UNIT;

	if (end >= raw.to)
		return raw.to;
	while (end > raw.from && text.data[end - 1] != '\n')
		end--;
	return end > raw.from ? end : raw.from + RAW_UNIT;
}

static struct cnd_vale_units
raw_of(const struct cnd_job *job, const struct cnd_vale_view *view)
{
	struct cnd_vale_place place = { .parts = CND_VALE_RAW };
	struct cnd_vale_units made = { 0 };
	struct cnd_span rest = view->raw;

	while (rest.from < rest.to) {
		uint32_t to = raw_end(view->text, rest);
		struct cnd_origin origin = view->raw_origin;

		origin.from += rest.from - view->raw.from;
		cnd_vale_units_add(&made, job->check.arena,
			(struct cnd_span){ rest.from, to }, place, origin);
		rest.from = to;
	}
	return made;
}

enum { PASSES = 4 };

static void
add_pass(struct cnd_job *job, struct cnd_vale *vale, struct cnd_str text,
	struct cnd_vale_units units, bool is_whole)
{
	vale->passes[vale->count] = scan(job, vale->scratch, text, &units);
	vale->passes[vale->count++].is_whole = is_whole;
}

struct cnd_vale
cnd_vale_of(struct cnd_job *job, struct cnd_arena *scratch)
{
	struct cnd_arena *arena = job->check.arena;
	unsigned parts = parts_wanted(job);
	struct cnd_vale vale = { .scratch = scratch };
	struct cnd_vale_view view;

	if (parts == 0)
		return vale;
	vale.passes = cnd_arena_array(arena, PASSES, sizeof(vale.passes[0]));
	view = cnd_vale_view_of(job->check.doc, job->options->vale, arena);
	if ((parts & CND_VALE_SENTENCE) != 0)
		add_pass(job, &vale, view.text, sentences_of(job, &view.blocks),
			false);
	add_pass(job, &vale, view.text, view.blocks, false);
	if ((parts & CND_VALE_SUMMARY) != 0)
		add_pass(job, &vale, view.text, summary_of(job, &view.blocks),
			true);
	if ((parts & CND_VALE_RAW) != 0)
		add_pass(job, &vale, view.text, raw_of(job, &view), true);
	return vale;
}

/* One finding for each place: the first told stays. */
static void
drop_repeated(struct cnd_check *check, size_t first)
{
	size_t kept = first;

	if (check->finding_count - first < 2) /* or no array yet */
		return;
	cnd_findings_sort(check->doc, check->findings + first,
		check->finding_count - first);
	for (size_t i = first; i < check->finding_count; i++)
		if (kept == first ||
			check->findings[i].span.from !=
				check->findings[kept - 1].span.from)
			check->findings[kept++] = check->findings[i];
	check->finding_count = kept;
}

void
cnd_vale_run(struct cnd_job *job, const struct cnd_vale *vale,
	const struct cnd_rule *rule)
{
	struct cnd_check *check = &job->check;
	const struct cnd_pass own = check->pass;
	size_t first = check->finding_count;

	for (size_t i = 0; i < vale->count; i++) {
		check->pass = vale->passes[i];
		cnd_rule_kind(rule)->check(rule, check);
	}
	check->pass = own;
	drop_repeated(check, first);
}

void
cnd_vale_add_given_up(struct cnd_job *job, const struct cnd_vale *vale)
{
	const struct cnd_pass own = job->check.pass;

	for (size_t i = 0; i < vale->count; i++) {
		job->check.pass = vale->passes[i];
		cnd_job_add_given_up(job, vale->passes[i].hits);
	}
	job->check.pass = own;
}
