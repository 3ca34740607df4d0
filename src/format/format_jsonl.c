/* Findings as JSON, one object a line, each complete in itself. */
#include "format/formats.h"
#include "format/show.h"
#include "format/show_json.h"

static void
put_findings(struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;
	const uint32_t *occurrences =
		cnd_show_occurrences(context->scratch, report);

	for (size_t i = 0; i < report->finding_count; i++) {
		cnd_json_object(json);
		cnd_show_json_report(context, report);
		cnd_show_json_finding(
			context, report, &report->findings[i], occurrences[i]);
		cnd_json_end_object(json);
		cnd_buf_putc(json->out, '\n');
	}
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_json_context context =
		cnd_show_json_start(rendering->options, rendering->out);

	put_findings(&context, report);
	cnd_show_json_end(&context);
}

const struct cnd_format_steps cnd_format_jsonl = { .put = put_report };
