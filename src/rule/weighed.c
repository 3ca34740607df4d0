/* What scales say of a report's paragraphs, each of them weighed once. */
#include "rule/weighed.h"

#include "rule/clue.h"
#include "rule/clue_stretch.h"
#include "weigh/scales.h"

#include <limits.h>
#include <string.h>

/* Shorter ones, in bytes, say too little to be told from others. */
enum { LEAST_TEXT = 40 };

/* Of each block: whether it was weighed, and what came of it. */
struct cnd_weighed {
	bool *is_known;
	float (*odds)[CND_SCALES_MOST];
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
	size_t count = check->doc->block_count;

	made->is_known =
		cnd_arena_array(check->arena, count, sizeof(*made->is_known));
	made->odds = cnd_arena_array(check->arena, count, sizeof(*made->odds));
	return made;
}

/* As the scales say, or as they said of the same text before. */
static void
weigh(const struct cnd_check *check, struct cnd_str text,
	float odds[CND_SCALES_MOST])
{
	struct cnd_recall *recall = check->doc->recall;
	size_t size = CND_SCALES_MOST * sizeof(*odds);
	struct cnd_recalled *known;
	struct cnd_str kept;

	if (recall == NULL) {
		cnd_scales_weigh(check->scales, text, odds);
		return;
	}
	known = cnd_recall_text(recall, text);
	kept = cnd_recall_bytes(known, check->scales);
	if (kept.len == size) {
		memcpy(odds, kept.data, size);
		return;
	}
	cnd_scales_weigh(check->scales, text, odds);
	cnd_recall_keep_bytes(recall, known, check->scales,
		(struct cnd_str){ (const char *)odds, size });
}

float
cnd_check_odds(struct cnd_check *check, const struct cnd_weighing *weighing,
	uint32_t block)
{
	if (check->weighed == NULL)
		check->weighed = begin(check);
	if (!check->weighed->is_known[block]) {
		weigh(check,
			cnd_block_text(check->doc, &check->doc->blocks[block]),
			check->weighed->odds[block]);
		check->weighed->is_known[block] = true;
	}
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
	float own[CND_SCALES_MOST];

	if (!odds_around(check, weighing, first, odds))
		return false;
	weigh(check,
		cnd_document_text(check->doc,
			(struct cnd_span){ sentences[first].span.from,
				sentences[end - 1].span.to }),
		own);
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
