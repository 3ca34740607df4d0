/*
 * requirement: the report must say something.  Each clue under `evidence`
 * is a way of saying it; the first clue that takes a sentence gives the
 * statement, unless its paragraph is too light on the scale that the rule
 * names.  Where no clue does, the paragraph that is heavy enough does; and
 * without any the absence is reported once, where a reader would look for
 * the words.
 */
#include "rule/clue.h"
#include "rule/kinds.h"

static const char *const keys[] = { "key", "evidence", "exceptions", "self",
	"elsewhere", "sections", "not-sections", "headings", "near", "weighing",
	NULL };

/* Look-alikes listed with an absence: more would bury the point. */
enum { NEAR_MAX = 3 };

struct requirement {
	struct cnd_str key;
	struct cnd_clues evidence;
	uint32_t headings; /* tag */
	uint32_t near; /* tag */
};

static bool
compile_requirement(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct requirement *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	const struct cnd_yaml *key = cnd_compile_need(compile, "key", err);

	rule->data = data;
	if (key == NULL || !cnd_yaml_string(key, &data->key, err))
		return false;
	data->key = cnd_arena_copy(compile->arena, data->key);
	return cnd_clues_compile(compile, "evidence", &data->evidence, err) &&
		cnd_compile_patterns(compile,
			cnd_yaml_get(compile->file, "headings"), true,
			&data->headings, err) &&
		cnd_compile_patterns(compile,
			cnd_yaml_get(compile->file, "near"), true, &data->near,
			err);
}

/* Evidence shorter than this says too little by itself, in bytes. */
enum { CLAUSE_MIN = 40 };

/* The words of the clue, and on to the end of their clause. */
static struct cnd_span
clause_of(const struct cnd_document *doc, const struct cnd_clue_hit *hit)
{
	struct cnd_span sentence = doc->sentences[hit->sentence].span;
	struct cnd_span clause = { sentence.from, hit->span.to };

	while (clause.to < sentence.to) {
		char c = doc->text.data[clause.to];

		if ((c == ',' || c == ';') &&
			clause.to - clause.from >= CLAUSE_MIN)
			break;
		clause.to++;
	}
	return clause;
}

/* A heading that says it, when something stands below it. */
static bool
find_heading(const struct cnd_check *check, uint32_t tag, struct cnd_span *span)
{
	const struct cnd_document *doc = check->doc;
	struct cnd_hits hits = cnd_check_hits(check, tag);

	for (size_t i = 0; i < hits.count; i++) {
		uint32_t at =
			cnd_document_block_at(doc, hits.items[i].span.from);
		const struct cnd_block *block;

		if (at == CND_NONE || at + 1 >= doc->block_count)
			continue;
		block = &doc->blocks[at];
		if (block->kind != CND_BLOCK_HEADING ||
			hits.items[i].span.from != block->span.from ||
			doc->blocks[at + 1].kind == CND_BLOCK_HEADING)
			continue;
		*span = block->span;
		return true;
	}
	return false;
}

/* The heaviest paragraph, if it is heavy enough: its telling sentence. */
static bool
find_heaviest(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span *span)
{
	const struct requirement *data = rule->data;
	float most = data->evidence.weighing.enough;
	bool is_found = false;

	if (!data->evidence.weighing.is_given)
		return false;
	for (uint32_t i = 0; i < check->doc->block_count; i++) {
		uint32_t telling;

		if (!cnd_check_is_weighed(check, i) ||
			cnd_check_odds(check, &data->evidence.weighing, i) <
				most)
			continue;
		telling = cnd_check_telling(check, &data->evidence.weighing, i);
		if (telling == CND_NONE ||
			!cnd_check_in_scope(check, rule,
				check->doc->sentences[telling].span))
			continue;
		*span = check->doc->sentences[telling].span;
		most = cnd_check_odds(check, &data->evidence.weighing, i);
		is_found = true;
	}
	return is_found;
}

static bool
find_evidence(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span *span)
{
	const struct requirement *data = rule->data;

	for (uint32_t i = 0; i < data->evidence.count; i++) {
		struct cnd_clue_hit hit = { .sentence = CND_NONE, .clue = i };

		if (!cnd_clue_next(check, rule, &data->evidence, &hit))
			continue;
		*span = clause_of(check->doc, &hit);
		return true;
	}
	return find_heading(check, data->headings, span) ||
		find_heaviest(rule, check, span);
}

/* The governance heading, or else the first heading or block. */
static struct cnd_span
place_of_absence(const struct cnd_document *doc)
{
	uint32_t first = CND_NONE;

	for (size_t i = 0; i < doc->section_count; i++) {
		const struct cnd_section *section = &doc->sections[i];

		if (section->heading == CND_NONE)
			continue;
		if (first == CND_NONE)
			first = section->heading;
		if (section->role == CND_ROLE_GOVERNANCE &&
			section->has_own_role)
			return doc->blocks[section->heading].span;
	}
	if (first == CND_NONE)
		first = 0;
	return first < doc->block_count ? doc->blocks[first].span
					: (struct cnd_span){ 0 };
}

/* Sentences that come near it and do not say it. */
static void
list_near(const struct cnd_check *check, uint32_t tag,
	struct cnd_finding *finding)
{
	struct cnd_hits hits = cnd_check_hits(check, tag);
	struct cnd_related *related =
		cnd_arena_array(check->arena, NEAR_MAX, sizeof(*related));
	uint32_t last = CND_NONE;
	size_t count = 0;

	for (size_t i = 0; i < hits.count && count < NEAR_MAX; i++) {
		struct cnd_span span = hits.items[i].span;
		uint32_t sentence =
			cnd_document_sentence_at(check->doc, span.from);

		if (sentence == CND_NONE || sentence == last ||
			cnd_document_is_quoted(check->doc, span))
			continue;
		last = sentence;
		related[count++] = (struct cnd_related){
			check->doc->sentences[sentence].span,
			CND_STR("comes near, but is not it"),
		};
	}
	finding->related = related;
	finding->related_count = count;
}

static void
check_requirement(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct requirement *data = rule->data;
	struct cnd_statement *made = cnd_check_add_statement(check);
	struct cnd_finding *finding;

	made->key = data->key;
	made->rule = &rule->info;
	made->is_present = find_evidence(rule, check, &made->span);
	if (made->is_present) {
		made->is_early = made->span.from <= check->doc->text.len / 5;
		return;
	}
	finding = cnd_check_emit(
		check, rule, place_of_absence(check->doc), NULL, 0);
	finding->is_absence = true;
	list_near(check, data->near, finding);
}

const struct cnd_kind cnd_kind_requirement = {
	.name = "requirement",
	.keys = keys,
	.compile = compile_requirement,
	.check = check_requirement,
	.is_assuring = true,
};
