/* A report made by hand, for tests of formats: no rule, no engine. */
#ifndef CND_TESTS_SAMPLE_H
#define CND_TESTS_SAMPLE_H

#include "format/format.h"
#include "read/read.h"

#include <string.h>

static const char sample_text[] =
	"# Review\n"
	"\n"
	"## Analysis\n"
	"\n"
	"4.12 The caf\xc3\xa9 did not accept <b> the finding.\n"
	"\n"
	"## Recommendations\n"
	"\n"
	"1. The Board should consider a checklist by May.\n"
	"2. Improve things.\n";

static const struct cnd_rule_info sample_rule = {
	.id = { "group/rule", 10 },
	.message = { "'%s' is open", 12 },
	.description = { "what is open", 12 },
	.fix = { "Say what came of it.", 20 },
	.level = CND_LEVEL_WARNING,
};

static const struct cnd_rule_info sample_absence = {
	.id = { "group/absent", 12 },
	.message = { "nothing says who", 16 },
	.level = CND_LEVEL_ERROR,
};

struct sample {
	struct cnd_document *doc;
	struct cnd_review review;
	struct cnd_report report;
	struct cnd_finding findings[3];
	struct cnd_related related;
	struct cnd_edit edit;
	struct cnd_recommendation recommendations[2];
	struct cnd_span texts[2];
	struct cnd_span owner;
	struct cnd_span actions[2];
	struct cnd_span time;
	struct cnd_statement statements[2];
	struct cnd_rule_info dated; /* of a statement asked for by law */
	struct cnd_disagreement disagreements[2];
};

/* Where words stand in the sample's text. */
static inline struct cnd_span
sample_span(const struct sample *sample, const char *words)
{
	size_t at = cnd_str_find(sample->doc->text, cnd_str_of(words));

	assert_true(at != CND_NOT_FOUND);
	return (struct cnd_span){ (uint32_t)at,
		(uint32_t)(at + strlen(words)) };
}

static inline void
sample_findings(struct sample *sample)
{
	struct cnd_span words = sample_span(sample, "did not accept");

	sample->related =
		(struct cnd_related){ sample_span(sample, "The Board"),
			{ "said here", 9 } };
	sample->edit = (struct cnd_edit){ words, { "rejected", 8 } };
	sample->findings[0] = (struct cnd_finding){ .rule = &sample_absence,
		.level = CND_LEVEL_ERROR,
		.message = { "nothing says who", 16 },
		.is_absence = true,
		.fingerprint = 1 };
	sample->findings[1] = (struct cnd_finding){ .rule = &sample_rule,
		.level = CND_LEVEL_WARNING,
		.span = words,
		.message = { "'did not accept' is open", 24 },
		.related = &sample->related,
		.related_count = 1,
		.edits = &sample->edit,
		.edit_count = 1,
		.fingerprint = 2 };
	sample->findings[2] = (struct cnd_finding){ .rule = &sample_rule,
		.level = CND_LEVEL_SUGGESTION,
		.span = sample_span(sample, "Improve"),
		.message = { "'Improve' is open", 17 },
		.fingerprint = 2 };
	sample->report.findings = sample->findings;
	sample->report.finding_count = 3;
}

static inline void
sample_register(struct sample *sample)
{
	struct cnd_recommendation *first = &sample->recommendations[0];
	struct cnd_recommendation *second = &sample->recommendations[1];

	sample->texts[0] = sample_span(
		sample, "The Board should consider a checklist by May.");
	sample->texts[1] = sample_span(sample, "Improve things.");
	sample->owner = sample_span(sample, "The Board");
	sample->actions[0] = sample_span(sample, "consider");
	sample->actions[1] = sample_span(sample, "checklist");
	sample->time = sample_span(sample, "by May");
	*first = (struct cnd_recommendation){ .number = 1,
		.label = { "1", 1 },
		.block = cnd_document_block_at(
			sample->doc, sample->texts[0].from),
		.spans = &sample->texts[0],
		.span_count = 1,
		.strength = CND_STRENGTH_MEDIUM,
		.finding = 0 };
	first->section = sample->doc->blocks[first->block].section;
	first->parts[CND_PART_OWNER] =
		(struct cnd_part_reading){ CND_VALUE_NAMED, &sample->owner, 1 };
	first->parts[CND_PART_ACTION] =
		(struct cnd_part_reading){ CND_VALUE_VAGUE, sample->actions,
			2 };
	first->parts[CND_PART_TIME] =
		(struct cnd_part_reading){ CND_VALUE_STATED, &sample->time, 1 };
	*second = *first;
	second->number = 2;
	second->label = (struct cnd_str){ 0 };
	second->block =
		cnd_document_block_at(sample->doc, sample->texts[1].from);
	second->spans = &sample->texts[1];
	second->is_compound = true;
	second->same_as = 1;
	second->finding = CND_NONE;
	second->strength = CND_STRENGTH_UNKNOWN;
	memset(second->parts, 0, sizeof(second->parts));
	second->parts[CND_PART_ACTION].value = CND_VALUE_VAGUE;
	sample->review.recommendations = sample->recommendations;
	sample->review.recommendation_count = 2;
}

static inline void
sample_assurance(struct sample *sample)
{
	struct cnd_span words = sample_span(sample, "did not accept");

	sample->statements[0] = (struct cnd_statement){
		.key = { "signed-off", 10 },
		.is_required = true,
		.is_present = true,
		.is_early = true,
		.span = sample_span(sample, "The Board"),
		.rule = &sample->dated,
	};
	sample->dated = (struct cnd_rule_info){
		.source = { "Care Act 2014, section 44", 25 },
		.since = { "2015-04-01", 10 },
	};
	sample->statements[1] = (struct cnd_statement){
		.key = { "impasse", 7 },
		.is_required = true,
	};
	sample->disagreements[0] =
		(struct cnd_disagreement){ words, CND_DISAGREEMENT_WHO };
	sample->disagreements[1] =
		(struct cnd_disagreement){ words, CND_DISAGREEMENT_ALL };
	sample->report.statements = sample->statements;
	sample->report.statement_count = 2;
	sample->report.disagreements = sample->disagreements;
	sample->report.disagreement_count = 2;
}

static inline void
sample_start(struct sample *sample)
{
	struct cnd_error err = { 0 };

	memset(sample, 0, sizeof(*sample));
	sample->doc = cnd_read(CND_STR("a.md"), cnd_str_of(sample_text), &err);
	assert_non_null(sample->doc);
	sample->review.profile = CND_STR("sar");
	sample->review.is_profile_detected = true;
	sample->report.doc = sample->doc;
	sample->report.review = &sample->review;
	sample_findings(sample);
	sample_register(sample);
	sample_assurance(sample);
}

/* Asserts what a format makes of the sample. */
static inline void
assert_rendered(enum cnd_view view, const char *name,
	const struct cnd_format_options *options, const char *want)
{
	struct sample sample;
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	const struct cnd_report *report = &sample.report;
	const struct cnd_format *format =
		cnd_format_find(view, cnd_str_of(name), &err);

	assert_non_null(format);
	sample_start(&sample);
	cnd_format_render(format, &report, 1, options, &out);
	cnd_buf_putc(&out, '\0');
	assert_string_equal(out.data, want);
	cnd_buf_dispose(&out);
	cnd_document_free(sample.doc);
}

#endif
