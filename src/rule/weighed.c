/* What scales say of a report's paragraphs, each of them weighed once. */
#include "rule/weighed.h"

#include "rule/clue.h"
#include "rule/clue_stretch.h"
#include "weigh/scales.h"

#include <limits.h>
#include <string.h>

/* Shorter ones, in bytes, say too little to be told from others. */
enum { LEAST_TEXT = 40 };

/* Of each block what weighing it came to, on all scales; or NULL. */
struct cnd_weighed {
	const float **odds;
};

static bool
read_percent(const struct cnd_yaml *map, const char *key, float *odds,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(map, key);
	double percent;

	if (node == NULL)
		return true;
	if (!cnd_yaml_number(node, &percent, err))
		return false;
	if (!(percent >= 0 && percent <= 100))
		return cnd_rule_fail(
			err, node, "'%s' must be 0 to 100 per cent", key);
	*odds = cnd_scales_odds(percent / 100);
	return true;
}

bool
cnd_weighing_read(struct cnd_compile *compile, const char *key,
	struct cnd_weighing *weighing, struct cnd_error *err)
{
	const struct cnd_yaml *map = cnd_yaml_get(compile->file, key);
	const struct cnd_yaml *scale = cnd_yaml_get(map, "scale");
	struct cnd_str name;

	*weighing = (struct cnd_weighing){ .enough = cnd_scales_odds(1),
		.least = cnd_scales_odds(0) };
	if (map == NULL)
		return true;
	if (scale == NULL)
		return cnd_rule_fail(err, map, "'scale' is missing");
	if (!cnd_yaml_string(scale, &name, err))
		return false;
	weighing->is_given =
		cnd_scales_find(compile->scales, name, &weighing->scale);
	if (!weighing->is_given)
		return cnd_rule_fail(err, scale,
			"there is no scale '%.*s' (rules/weights)",
			CND_STR_ARG(cnd_str_slice(name, 0, 60)));
	return read_percent(map, "enough", &weighing->enough, err) &&
		read_percent(map, "least", &weighing->least, err) &&
		cnd_clue_choices(compile, cnd_yaml_get(map, "not"),
			&weighing->unwanted, err);
}

static struct cnd_weighed *
begin(struct cnd_check *check)
{
	struct cnd_weighed *made = cnd_arena_alloc(check->arena, sizeof(*made));

	made->odds = cnd_arena_array(
		check->arena, check->doc->block_count, sizeof(*made->odds));
	return made;
}

/* What the scales said of the same text before; or NULL. */
static const float *
weighed_before(const struct cnd_check *check, struct cnd_str text)
{
	struct cnd_recall *recall = check->doc->recall;
	struct cnd_str kept = { 0 };

	if (recall != NULL)
		kept = cnd_recall_bytes(
			cnd_recall_text(recall, text), check->scales);
	return kept.len == 0 ? NULL : (const float *)(const void *)kept.data;
}

/* What the scales say; valid as long as the check. */
static const float *
weigh(const struct cnd_check *check, struct cnd_str text)
{
	struct cnd_recall *recall = check->doc->recall;
	const float *before = weighed_before(check, text);
	float *odds;

	if (before != NULL)
		return before;
	odds = cnd_arena_array(check->arena, CND_SCALES_MOST, sizeof(*odds));
	cnd_scales_weigh(check->scales, text, odds);
	if (recall != NULL)
		cnd_recall_keep_bytes(recall, cnd_recall_text(recall, text),
			check->scales,
			(struct cnd_str){ (const char *)odds,
				CND_SCALES_MOST * sizeof(*odds) });
	return odds;
}

float
cnd_check_odds(struct cnd_check *check, const struct cnd_weighing *weighing,
	uint32_t block)
{
	if (check->weighed == NULL)
		check->weighed = begin(check);
	if (check->weighed->odds[block] == NULL)
		check->weighed->odds[block] = weigh(check,
			cnd_block_text(check->doc, &check->doc->blocks[block]));
	return check->weighed->odds[block][weighing->scale];
}

bool
cnd_check_is_weighed(const struct cnd_check *check, uint32_t block)
{
	const struct cnd_block *at = &check->doc->blocks[block];

	return (at->kind == CND_BLOCK_PARAGRAPH ||
		       at->kind == CND_BLOCK_ITEM) &&
		at->sentence_count > 0 &&
		at->span.to - at->span.from >= LEAST_TEXT;
}

/* The odds of the paragraph that a sentence stands in; false where none are
 * given, or it may not be weighed. */
static bool
odds_around(struct cnd_check *check, const struct cnd_weighing *weighing,
	uint32_t sentence, float *odds)
{
	uint32_t block = check->doc->sentences[sentence].block;

	if (!weighing->is_given || !cnd_check_is_weighed(check, block))
		return false;
	*odds = cnd_check_odds(check, weighing, block);
	return true;
}

bool
cnd_check_passage_odds(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t first, uint32_t end,
	float *odds)
{
	const struct cnd_sentence *sentences = check->doc->sentences;
	const float *own;

	if (!odds_around(check, weighing, first, odds))
		return false;
	own = weigh(check,
		cnd_document_text(check->doc,
			(struct cnd_span){ sentences[first].span.from,
				sentences[end - 1].span.to }));
	*odds = (2 * *odds + own[weighing->scale]) / 3;
	return true;
}

bool
cnd_check_is_too_light(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t sentence)
{
	float odds;

	return odds_around(check, weighing, sentence, &odds) &&
		odds < weighing->least;
}

bool
cnd_check_is_heavy(struct cnd_check *check, const struct cnd_weighing *weighing,
	uint32_t sentence)
{
	float odds;

	return odds_around(check, weighing, sentence, &odds) &&
		odds >= weighing->enough;
}

uint32_t
cnd_check_telling(struct cnd_check *check, const struct cnd_weighing *weighing,
	uint32_t block)
{
	const struct cnd_document *doc = check->doc;
	const struct cnd_block *at = &doc->blocks[block];
	uint32_t end = at->first_sentence + at->sentence_count;
	uint32_t best = at->first_sentence;
	int most = INT_MIN;
	struct cnd_clue_stretch own;

	if (cnd_check_odds(check, weighing, block) < weighing->enough)
		return CND_NONE;
	for (uint32_t i = at->first_sentence; i < end; i++) {
		struct cnd_span span = doc->sentences[i].span;
		int pull;

		/* What stands behind was not weighed. */
		if (span.from - at->span.from >= CND_SCALES_TEXT)
			break;
		pull = cnd_scales_pull(check->scales, weighing->scale,
			cnd_document_text(doc, span));
		if (pull > most) {
			most = pull;
			best = i;
		}
	}
	own = cnd_clue_stretch_of(check, best, best + 1);
	return cnd_clue_part_stands(&weighing->unwanted, &own) ? CND_NONE
							       : best;
}
