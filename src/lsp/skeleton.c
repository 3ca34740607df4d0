/* Skeletons from the parts a recommendation lacks, and from rules' fixes. */
#include "lsp/skeleton.h"

static const char *const part_words[CND_PART_COUNT] = {
	[CND_PART_OWNER] = " Owner: [body or post].",
	[CND_PART_ACTION] = " Act: [what will be done that can be seen].",
	[CND_PART_TIME] = " By: [date].",
	[CND_PART_MEASURE] = " Measure: [how anyone will know].",
};

static bool
is_complete(enum cnd_part_value value)
{
	return value == CND_VALUE_NAMED || value == CND_VALUE_CONCRETE ||
		value == CND_VALUE_STATED;
}

static const struct cnd_recommendation *
recommendation_at(const struct cnd_report *report, struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(report->doc, span.from);
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < review->recommendation_count; i++)
		if (review->recommendations[i].block == block)
			return &review->recommendations[i];
	return NULL;
}

static bool
missing_parts(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	const struct cnd_recommendation *recommendation =
		recommendation_at(report, finding->span);

	if (recommendation == NULL)
		return false;
	for (int part = 0; part < CND_PART_COUNT; part++)
		if (!is_complete(recommendation->parts[part].value))
			cnd_buf_puts(&skeleton->text, part_words[part]);
	skeleton->title = "Insert the missing parts";
	skeleton->at = report->doc->blocks[recommendation->block].span.to;
	return skeleton->text.len > 0;
}

/* The first sentence that a rule's fix gives in quotes. */
static struct cnd_str
proposed(struct cnd_str fix)
{
	size_t from = cnd_str_find_byte(fix, '"');
	size_t to;

	if (from == CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	fix = cnd_str_slice(fix, from + 1, fix.len);
	to = cnd_str_find_byte(fix, '"');
	return to == CND_NOT_FOUND ? (struct cnd_str){ 0 }
				   : cnd_str_slice(fix, 0, to);
}

static bool
missing_statement(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	struct cnd_str sentence = proposed(finding->rule->fix);
	uint32_t block = cnd_document_block_at(report->doc, finding->span.from);

	if (!finding->is_absence || sentence.len == 0 || block == CND_NONE)
		return false;
	cnd_buf_printf(&skeleton->text, "\n\n%.*s", CND_STR_ARG(sentence));
	skeleton->title = "Add the missing statement";
	skeleton->at = report->doc->blocks[block].span.to;
	return true;
}

bool
cnd_skeleton_for(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	*skeleton = (struct cnd_skeleton){ 0 };
	if (cnd_str_starts_with(finding->rule->id, CND_STR("recommendation/")))
		return missing_parts(report, finding, skeleton);
	return missing_statement(report, finding, skeleton);
}

bool
cnd_skeleton_ignore(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	uint32_t block = cnd_document_block_at(report->doc, finding->span.from);

	*skeleton = (struct cnd_skeleton){ .title = "Ignore here" };
	if (block == CND_NONE ||
		cnd_str_equal(cnd_str_of(report->doc->format), CND_STR("text")))
		return false;
	cnd_buf_printf(&skeleton->text,
		"<!-- candour: ignore %.*s -- [reason] -->\n\n",
		CND_STR_ARG(finding->rule->id));
	skeleton->at = report->doc->blocks[block].span.from;
	return true;
}
