/*
 * anatomy: each recommendation must have a part (owner, action, time,
 * measure).  review/ has read the parts; this says which readings are
 * flagged, on the words that decided it or else on the recommendation's
 * opening.
 */
#include "rule/kinds.h"

static const char *const keys[] = { "part", "values", "trait", NULL };

/* An opening longer than this is cut at a blank: it stands for a whole. */
enum { OPENING_MAX = 120 };

struct anatomy {
	enum cnd_part part;
	unsigned values; /* bits of enum cnd_part_value */
	uint32_t trait; /* row of traits from 1; 0: the part is looked at */
};

/* Something true or not of a recommendation as a whole. */
struct trait {
	const char *name;
	bool (*holds)(const struct cnd_recommendation *rec);
};

/* Concrete, so not flagged as vague, but resting on people's memory. */
static bool
is_weak(const struct cnd_recommendation *rec)
{
	return rec->strength == CND_STRENGTH_WEAK &&
		rec->parts[CND_PART_ACTION].value == CND_VALUE_CONCRETE;
}

static bool
is_compound(const struct cnd_recommendation *rec)
{
	return rec->is_compound;
}

static bool
is_duplicate(const struct cnd_recommendation *rec)
{
	return rec->same_as > 0;
}

static bool
is_unlinked(const struct cnd_recommendation *rec)
{
	return rec->finding == CND_NONE;
}

static const struct trait traits[] = {
	{ "weak", is_weak }, { "compound", is_compound },
	{ "duplicate", is_duplicate }, { "unlinked", is_unlinked },
	{ "unanswered", NULL }, /* of findings, and no recommendation */
};

static bool
read_part(struct anatomy *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_compile_need(compile, "part", err);
	struct cnd_str name;

	if (node == NULL || !cnd_yaml_string(node, &name, err))
		return false;
	return cnd_part_of_name(name, &data->part) ||
		cnd_rule_fail(err, node,
			"'part' must be 'owner', 'action', 'time' or "
			"'measure'");
}

static bool
read_values(struct anatomy *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_compile_need(compile, "values", err);
	const struct cnd_str *names;
	size_t count;

	if (node == NULL ||
		!cnd_compile_strings(compile, node, &names, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		enum cnd_part_value value;

		if (!cnd_part_value_of_name(names[i], &value))
			return cnd_rule_fail(err, node,
				"'%.*s' is not a reading: they are 'none', "
				"'named', 'generic', 'vague', 'concrete' and "
				"'stated'",
				CND_STR_ARG(cnd_str_slice(names[i], 0, 60)));
		data->values |= 1u << (unsigned)value;
	}
	return true;
}

static bool
read_trait(struct anatomy *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "trait");
	struct cnd_str name;

	if (!cnd_yaml_string(node, &name, err))
		return false;
	for (uint32_t i = 0; i < sizeof(traits) / sizeof(traits[0]); i++) {
		if (cnd_str_equal(name, cnd_str_of(traits[i].name)))
			data->trait = i + 1;
	}
	return data->trait != 0 ||
		cnd_rule_fail(err, node,
			"'trait' must be 'weak', 'compound', 'duplicate', "
			"'unlinked' or 'unanswered'");
}

static bool
compile_anatomy(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct anatomy *data = cnd_arena_alloc(compile->arena, sizeof(*data));

	rule->data = data;
	if (cnd_yaml_get(compile->file, "trait") != NULL)
		return read_trait(data, compile, err);
	return read_part(data, compile, err) && read_values(data, compile, err);
}

/* The first sentence of the recommendation, or as much as says which. */
static struct cnd_span
opening_of(const struct cnd_document *doc, const struct cnd_recommendation *rec)
{
	struct cnd_span span = rec->spans[0];
	uint32_t sentence = cnd_document_sentence_at(doc, span.from);
	struct cnd_str text;
	uint32_t cut;

	if (sentence != CND_NONE && doc->sentences[sentence].span.to < span.to)
		span.to = doc->sentences[sentence].span.to;
	text = cnd_document_text(doc, span);
	if (text.len <= OPENING_MAX)
		return span;
	for (cut = OPENING_MAX; cut > 0 && !cnd_is_space(text.data[cut]); cut--)
		;
	if (cut > 0)
		span.to = span.from + cut;
	return span;
}

static struct cnd_str
name_of(const struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	return rec->label.len > 0
		? rec->label
		: cnd_arena_printf(arena, "R%u", (unsigned)rec->number);
}

/* The other words that decided, as places the finding speaks of too. */
static void
relate_others(struct cnd_check *check, struct cnd_finding *finding,
	const struct cnd_part_reading *reading)
{
	size_t count = reading->span_count - 1;
	struct cnd_related *related =
		cnd_arena_array(check->arena, count, sizeof(*related));

	for (size_t i = 0; i < count; i++)
		related[i] = (struct cnd_related){ reading->spans[i + 1],
			CND_STR("also here") };
	finding->related = related;
	finding->related_count = count;
}

static void
check_one(const struct cnd_rule *rule, struct cnd_check *check,
	const struct cnd_recommendation *rec)
{
	const struct anatomy *data = rule->data;
	const struct cnd_part_reading *reading = &rec->parts[data->part];
	struct cnd_str words[2] = { { 0 }, name_of(rec, check->arena) };
	struct cnd_finding *finding;

	if ((data->values >> (unsigned)reading->value & 1) == 0)
		return;
	if (reading->span_count == 0) {
		struct cnd_span opening = opening_of(check->doc, rec);

		/* What is vague all over has no words of its own. */
		words[0] = cnd_document_text(check->doc, opening);
		if (reading->value == CND_VALUE_VAGUE)
			cnd_check_emit(check, rule, opening, words, 2);
		else
			cnd_check_emit(check, rule, opening, &words[1], 1);
		return;
	}
	words[0] = cnd_document_text(check->doc, reading->spans[0]);
	finding = cnd_check_emit(check, rule, reading->spans[0], words, 2);
	if (reading->span_count > 1)
		relate_others(check, finding, reading);
}

/* Words: the recommendation's label, and of a duplicate the other's. */
static void
check_trait(const struct cnd_rule *rule, struct cnd_check *check,
	const struct cnd_recommendation *rec)
{
	const struct anatomy *data = rule->data;
	const struct cnd_review *review = check->review;
	struct cnd_str words[2] = { name_of(rec, check->arena), { 0 } };
	size_t count = 1;

	if (!traits[data->trait - 1].holds(rec))
		return;
	for (size_t i = 0; i < review->recommendation_count; i++) {
		if (rec->same_as > 0 &&
			review->recommendations[i].number == rec->same_as)
			words[count++] = name_of(
				&review->recommendations[i], check->arena);
		if (count == 2)
			break;
	}
	cnd_check_emit(check, rule, opening_of(check->doc, rec), words, count);
}

/* The findings that no recommendation names; word: the heading. */
static void
check_findings(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct cnd_review *review = check->review;

	for (size_t i = 0; i < review->unanswered_count; i++) {
		const struct cnd_block *heading =
			&check->doc->blocks[review->unanswered[i]];
		struct cnd_str words = cnd_block_text(check->doc, heading);

		cnd_check_emit(check, rule, heading->span, &words, 1);
	}
}

static void
check_anatomy(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct anatomy *data = rule->data;
	const struct cnd_review *review = check->review;

	if (data->trait != 0 && traits[data->trait - 1].holds == NULL) {
		check_findings(rule, check);
		return;
	}
	for (size_t i = 0; i < review->recommendation_count; i++) {
		const struct cnd_recommendation *rec =
			&review->recommendations[i];

		if (rec->span_count == 0)
			continue;
		if (data->trait != 0)
			check_trait(rule, check, rec);
		else
			check_one(rule, check, rec);
	}
}

const struct cnd_kind cnd_kind_anatomy = {
	.name = "anatomy",
	.keys = keys,
	.compile = compile_anatomy,
	.check = check_anatomy,
};
