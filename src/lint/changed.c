/*
 * Only what changed.  Both drafts are taken as bags of folded sentences,
 * sorted; one walk along both says which of the new ones are new.
 */
#include "lint/changed.h"

#include "base/buf.h"
#include "base/halving.h"
#include "text/unicode.h"

#include <stdlib.h>

/* A sentence, or a block that has none. */
struct unit {
	struct cnd_str folded;
	struct cnd_span span;
	bool is_known; /* stood in the former draft */
};

struct units {
	struct unit *items; /* by span, as made */
	size_t count;
};

static void
add(struct cnd_arena *arena, const struct cnd_document *doc,
	struct cnd_span span, struct units *units)
{
	struct cnd_buf folded = { 0 };
	struct unit *unit = &units->items[units->count++];

	cnd_fold_prose(cnd_document_text(doc, span), &folded);
	unit->folded = cnd_arena_copy(arena, cnd_buf_str(&folded));
	unit->span = span;
	cnd_buf_dispose(&folded);
}

static struct units
units_of(struct cnd_arena *arena, const struct cnd_document *doc)
{
	struct units units = { 0 };

	units.items = cnd_arena_array(arena,
		doc->block_count + doc->sentence_count + 1,
		sizeof(*units.items));
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->sentence_count == 0)
			add(arena, doc, block->span, &units);
		for (size_t j = 0; j < block->sentence_count; j++)
			add(arena, doc,
				doc->sentences[block->first_sentence + j].span,
				&units);
	}
	return units;
}

static int
compare_folded(const void *left, const void *right)
{
	const struct unit *const *a = left;
	const struct unit *const *b = right;
	int order = cnd_str_compare((*a)->folded, (*b)->folded);

	if (order != 0)
		return order;
	return ((*a)->span.from > (*b)->span.from) -
		((*a)->span.from < (*b)->span.from);
}

static struct unit **
by_words(struct cnd_arena *arena, const struct units *units)
{
	struct unit **sorted =
		cnd_arena_array(arena, units->count + 1, sizeof(*sorted));

	for (size_t i = 0; i < units->count; i++)
		sorted[i] = &units->items[i];
	if (units->count > 1)
		qsort(sorted, units->count, sizeof(*sorted), compare_folded);
	return sorted;
}

/* Pairs each unit with at most one of the same words. */
static void
mark_known(struct cnd_arena *arena, const struct units *now,
	const struct units *former)
{
	struct unit **here = by_words(arena, now);
	struct unit **there = by_words(arena, former);
	size_t i = 0;
	size_t j = 0;

	while (i < now->count && j < former->count) {
		int order = cnd_str_compare(here[i]->folded, there[j]->folded);

		if (order == 0)
			here[i]->is_known = true;
		if (order <= 0)
			i++;
		if (order >= 0)
			j++;
	}
}

/* The first unit that ends behind a place. */
static size_t
unit_at(const struct units *units, uint32_t at)
{
	struct cnd_halving in = { .high = units->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, units->items[in.middle].span.to <= at);
	return in.low;
}

/* Any sentence that the span touches is new. */
static bool
is_new(const struct units *units, struct cnd_span span)
{
	size_t i = unit_at(units, span.from);

	if (i < units->count && !units->items[i].is_known &&
		units->items[i].span.from <= span.from)
		return true;
	for (; i < units->count && units->items[i].span.from < span.to; i++)
		if (!units->items[i].is_known)
			return true;
	return false;
}

/* Whether the change made the report lack it. */
static bool
is_lost(const struct cnd_finding *finding, const struct cnd_report *former)
{
	if (former == NULL)
		return false;
	for (size_t i = 0; i < former->statement_count; i++)
		if (former->statements[i].rule == finding->rule)
			return former->statements[i].is_present;
	for (size_t i = 0; i < former->finding_count; i++)
		if (former->findings[i].is_absence &&
			cnd_str_equal(former->findings[i].rule->id,
				finding->rule->id))
			return false;
	return true;
}

static bool
is_kept(const struct cnd_finding *finding, const struct units *units,
	const struct cnd_report *former)
{
	return finding->is_absence ? is_lost(finding, former)
				   : is_new(units, finding->span);
}

void
cnd_report_keep_changed(
	struct cnd_report *report, const struct cnd_report *former)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct units now = units_of(scratch, report->doc);
	struct units before = { 0 };
	struct cnd_finding *findings = cnd_arena_array(
		report->arena, report->finding_count + 1, sizeof(*findings));
	struct cnd_suppressed *suppressed = cnd_arena_array(report->arena,
		report->suppressed_count + 1, sizeof(*suppressed));
	size_t count = 0;
	size_t aside = 0;

	if (former != NULL)
		before = units_of(scratch, former->doc);
	mark_known(scratch, &now, &before);
	for (size_t i = 0; i < report->finding_count; i++)
		if (is_kept(&report->findings[i], &now, former))
			findings[count++] = report->findings[i];
	for (size_t i = 0; i < report->suppressed_count; i++)
		if (is_kept(&report->suppressed[i].finding, &now, former))
			suppressed[aside++] = report->suppressed[i];
	report->findings = findings;
	report->finding_count = count;
	report->suppressed = suppressed;
	report->suppressed_count = aside;
	cnd_arena_free(scratch);
}
