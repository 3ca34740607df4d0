/*
 * Two drafts compared: statements of accountability and disagreements
 * here, recommendations and sentences in files of their own.
 */
#include "lint/compare.h"

#include "lint/compare_parts.h"
#include "lint/similar.h"

#include <stdlib.h>

/* A disagreement told in other words still shares some of them. */
static const double alike_disagreement = 0.3;

void
cnd_loss_add(struct cnd_comparison *comparison, struct cnd_loss loss,
	const struct cnd_span *is)
{
	struct cnd_losses *losses = comparison->losses;

	loss.has_is = is != NULL;
	if (is != NULL)
		loss.is = *is;
	losses->items = cnd_arena_grow(losses->arena, losses->items,
		losses->count, &losses->capacity, sizeof(*losses->items));
	losses->items[losses->count++] = loss;
}

static bool
is_stated(const struct cnd_report *report, struct cnd_str key)
{
	for (size_t i = 0; i < report->statement_count; i++)
		if (report->statements[i].is_present &&
			cnd_str_equal(report->statements[i].key, key))
			return true;
	return false;
}

static void
compare_statements(struct cnd_comparison *comparison)
{
	const struct cnd_report *was = comparison->was;

	for (size_t i = 0; i < was->statement_count; i++) {
		const struct cnd_statement *statement = &was->statements[i];
		struct cnd_loss loss = { .kind = "statement-gone",
			.was = statement->span };

		if (!statement->is_present ||
			is_stated(comparison->is, statement->key))
			continue;
		loss.message = cnd_arena_printf(comparison->losses->arena,
			"the statement of accountability '%.*s' is gone",
			CND_STR_ARG(statement->key));
		cnd_loss_add(comparison, loss, NULL);
	}
}

static struct cnd_texts
disagreement_texts(struct cnd_arena *arena, const struct cnd_report *report)
{
	struct cnd_str *texts = cnd_arena_array(
		arena, report->disagreement_count + 1, sizeof(*texts));

	for (size_t i = 0; i < report->disagreement_count; i++)
		texts[i] = cnd_document_text(
			report->doc, report->disagreements[i].span);
	return (struct cnd_texts){ texts, report->disagreement_count };
}

static unsigned
count_of(unsigned parts)
{
	unsigned count = 0;

	for (; parts != 0; parts &= parts - 1)
		count++;
	return count;
}

/* One told more fully may leave out a part that it told before. */
static bool
is_weaker(unsigned was, unsigned is)
{
	return (was & ~is) != 0 && count_of(is) <= count_of(was);
}

static struct cnd_str
names_of(struct cnd_arena *arena, unsigned parts)
{
	static const struct {
		unsigned part;
		const char *name;
	} rows[] = { { CND_DISAGREEMENT_WHO, "who disagreed" },
		{ CND_DISAGREEMENT_WHAT, "about what" },
		{ CND_DISAGREEMENT_OUTCOME, "what came of it" } };
	struct cnd_str names = { 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if ((parts & rows[i].part) != 0)
			names = cnd_arena_printf(arena, "%.*s%s%s",
				CND_STR_ARG(names), names.len > 0 ? ", " : "",
				rows[i].name);
	return names;
}

static void
compare_disagreements(struct cnd_comparison *comparison)
{
	const struct cnd_report *was = comparison->was;
	const struct cnd_report *is = comparison->is;
	struct cnd_arena *arena = comparison->losses->arena;
	const uint32_t *pairs =
		cnd_similar_pairs(arena, disagreement_texts(arena, was),
			disagreement_texts(arena, is), alike_disagreement);

	for (size_t i = 0; i < was->disagreement_count; i++) {
		const struct cnd_disagreement *old = &was->disagreements[i];
		const struct cnd_disagreement *now;
		struct cnd_loss loss = { .kind = "disagreement-gone",
			.was = old->span };

		if (pairs[i] == CND_UNLIKE) {
			loss.message = CND_STR("a disagreement is no longer "
					       "told");
			cnd_loss_add(comparison, loss, NULL);
			continue;
		}
		now = &is->disagreements[pairs[i]];
		if (!is_weaker(old->told, now->told))
			continue;
		loss.kind = "disagreement-weaker";
		loss.message = cnd_arena_printf(arena,
			"of a disagreement it is no longer told %.*s",
			CND_STR_ARG(names_of(arena, old->told & ~now->told)));
		cnd_loss_add(comparison, loss, &now->span);
	}
}

static int
compare_losses(const void *left, const void *right)
{
	const struct cnd_loss *a = left;
	const struct cnd_loss *b = right;

	if (a->was.from != b->was.from)
		return a->was.from < b->was.from ? -1 : 1;
	return cnd_str_compare(cnd_str_of(a->kind), cnd_str_of(b->kind));
}

void
cnd_compare(const struct cnd_report *old_report,
	const struct cnd_report *new_report, struct cnd_losses *losses)
{
	struct cnd_comparison comparison = { old_report, new_report, losses };

	compare_statements(&comparison);
	compare_disagreements(&comparison);
	cnd_compare_recommendations(&comparison);
	cnd_compare_sentences(&comparison);
	if (losses->count > 1)
		qsort(losses->items, losses->count, sizeof(*losses->items),
			compare_losses);
}
