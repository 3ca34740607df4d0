/* Recommendations of two drafts paired by their words, part by part. */
#include "base/buf.h"
#include "lint/compare_parts.h"
#include "lint/similar.h"

/* Below this a recommendation was replaced, not reworded. */
static const double alike_recommendation = 0.35;

static struct cnd_str
text_of(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_recommendation *it)
{
	struct cnd_buf buf = { 0 };
	struct cnd_str text;

	for (size_t i = 0; i < it->span_count; i++) {
		cnd_buf_putc(&buf, ' ');
		cnd_buf_put(&buf, cnd_document_text(doc, it->spans[i]));
	}
	text = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return text;
}

static struct cnd_texts
texts_of(struct cnd_arena *arena, const struct cnd_report *report)
{
	size_t count = report->review->recommendation_count;
	struct cnd_str *texts =
		cnd_arena_array(arena, count + 1, sizeof(*texts));

	for (size_t i = 0; i < count; i++)
		texts[i] = text_of(arena, report->doc,
			&report->review->recommendations[i]);
	return (struct cnd_texts){ texts, count };
}

/* How much a value says, of its own part. */
static int
rank_of(enum cnd_part_value value)
{
	switch (value) {
	case CND_VALUE_GENERIC:
	case CND_VALUE_VAGUE:
		return 1;
	case CND_VALUE_NAMED:
	case CND_VALUE_CONCRETE:
	case CND_VALUE_STATED:
		return 2;
	case CND_VALUE_NONE:
	default:
		return 0;
	}
}

static struct cnd_span
whole(const struct cnd_recommendation *it)
{
	return it->span_count > 0 ? it->spans[0] : (struct cnd_span){ 0, 0 };
}

static struct cnd_span
place_of(const struct cnd_recommendation *it, enum cnd_part part)
{
	const struct cnd_part_reading *reading = &it->parts[part];

	return reading->span_count > 0 ? reading->spans[0] : whole(it);
}

static struct cnd_str
name_of(struct cnd_arena *arena, const struct cnd_recommendation *it)
{
	if (it->label.len > 0)
		return it->label;
	return cnd_arena_printf(arena, "R%u", (unsigned)it->number);
}

static void
compare_part(struct cnd_comparison *comparison,
	const struct cnd_recommendation *old,
	const struct cnd_recommendation *now, enum cnd_part part)
{
	static const char *const kinds[CND_PART_COUNT][2] = {
		[CND_PART_OWNER] = { "owner-lost", "owner-weaker" },
		[CND_PART_ACTION] = { "action-weaker", "action-weaker" },
		[CND_PART_TIME] = { "time-lost", "time-weaker" },
		[CND_PART_MEASURE] = { "measure-lost", "measure-lost" },
	};
	struct cnd_arena *arena = comparison->losses->arena;
	enum cnd_part_value before = old->parts[part].value;
	enum cnd_part_value after = now->parts[part].value;
	struct cnd_span is = place_of(now, part);
	struct cnd_loss loss = { .was = place_of(old, part) };

	if (rank_of(after) >= rank_of(before))
		return;
	loss.kind = kinds[part][rank_of(after) > 0];
	loss.message = cnd_arena_printf(arena,
		"%.*s: its %s was %s and is %s now",
		CND_STR_ARG(name_of(arena, old)), cnd_part_name(part),
		cnd_part_value_name(before), cnd_part_value_name(after));
	cnd_loss_add(comparison, loss, &is);
}

/* One rewritten beyond likeness still stands in its place, by its label,
 * where no recommendation was added or taken out. */
static uint32_t
in_its_place(const struct cnd_comparison *comparison, size_t index)
{
	const struct cnd_review *was = comparison->was->review;
	const struct cnd_review *is = comparison->is->review;

	if (was->recommendation_count != is->recommendation_count ||
		was->recommendations[index].label.len == 0 ||
		!cnd_str_equal(was->recommendations[index].label,
			is->recommendations[index].label))
		return CND_UNLIKE;
	return (uint32_t)index;
}

void
cnd_compare_recommendations(struct cnd_comparison *comparison)
{
	const struct cnd_review *was = comparison->was->review;
	const struct cnd_review *is = comparison->is->review;
	struct cnd_arena *arena = comparison->losses->arena;
	const uint32_t *pairs =
		cnd_similar_pairs(arena, texts_of(arena, comparison->was),
			texts_of(arena, comparison->is), alike_recommendation);

	for (size_t i = 0; i < was->recommendation_count; i++) {
		const struct cnd_recommendation *old = &was->recommendations[i];
		uint32_t now = pairs[i] == CND_UNLIKE
			? in_its_place(comparison, i)
			: pairs[i];
		struct cnd_loss loss = { .kind = "recommendation-gone",
			.was = whole(old) };

		if (now == CND_UNLIKE) {
			loss.message = cnd_arena_printf(arena,
				"%.*s is gone, or nothing like it is left",
				CND_STR_ARG(name_of(arena, old)));
			cnd_loss_add(comparison, loss, NULL);
			continue;
		}
		for (int part = 0; part < CND_PART_COUNT; part++)
			compare_part(comparison, old, &is->recommendations[now],
				(enum cnd_part)part);
	}
}
