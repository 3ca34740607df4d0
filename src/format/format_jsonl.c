/* Findings as JSON, one object a line, each complete in itself. */
#include "format/formats.h"
#include "format/show.h"
#include "format/show_json.h"

static void
put_report(struct cnd_json_context *context, const struct cnd_report *report)
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

void
cnd_format_jsonl(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_json_context context = cnd_show_json_start(options, out);

	for (size_t i = 0; i < count; i++)
		put_report(&context, reports[i]);
	cnd_show_json_end(&context);
}
