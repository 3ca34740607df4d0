/*
 * Fuzz target: SARIF there and back.  The input's first line is the file's
 * name, the rest its Markdown; a rule flags every word and quotes it.  What
 * is written is read by our own JSON reader and holds the same findings.
 */
#include "fuzz.h"

#include "base/json_read.h"
#include "format/format.h"
#include "read/read.h"

#include <stdlib.h>

static const struct cnd_json_value *
member(const struct cnd_json_value *value, const char *key)
{
	value = cnd_json_get(value, key);
	if (value == NULL)
		abort();
	return value;
}

static int64_t
number(const struct cnd_json_value *value, const char *key)
{
	return cnd_json_integer(member(value, key), -1);
}

/* A message without what is no Unicode is the message. */
static void
check_result(const struct cnd_json_value *result,
	const struct cnd_document *doc, const struct cnd_finding *finding)
{
	struct cnd_place place =
		cnd_document_place(doc, finding->span, CND_UNIT_UTF16);
	const struct cnd_json_value *at =
		member(member(result, "locations")->first, "physicalLocation");
	const struct cnd_json_value *region = member(at, "region");
	const struct cnd_json_value *text =
		member(member(result, "message"), "text");

	if (!cnd_str_equal(cnd_json_text(member(result, "ruleId")),
		    finding->rule->id) ||
		number(region, "startLine") != (int64_t)place.line ||
		number(region, "startColumn") != (int64_t)place.column ||
		number(region, "endLine") != (int64_t)place.end_line ||
		number(region, "endColumn") != (int64_t)place.end_column)
		abort();
	if (cnd_json_text(text).len == 0)
		abort();
}

static void
check_sarif(const struct cnd_report *report, struct cnd_str bytes)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_json_value *sarif = cnd_json_parse(arena, bytes, &err);
	const struct cnd_json_value *result;

	if (sarif == NULL)
		abort();
	result = member(member(sarif, "runs")->first, "results")->first;
	for (size_t i = 0; i < report->finding_count; i++) {
		if (result == NULL)
			abort();
		check_result(result, report->doc, &report->findings[i]);
		result = result->next;
	}
	if (result != NULL)
		abort();
	cnd_arena_free(arena);
}

static void
check(const struct cnd_report *report)
{
	const struct cnd_report *const reports[] = { report };
	struct cnd_format_options options = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_format *format =
		cnd_format_find(CND_VIEW_FINDINGS, CND_STR("sarif"), &err);
	struct cnd_buf out = { 0 };

	cnd_format_render(format, reports, 1, &options, &out);
	check_sarif(report, cnd_buf_str(&out));
	cnd_buf_clear(&out);
	options.is_redacted = true;
	cnd_format_render(format, reports, 1, &options, &out);
	check_sarif(report, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_str rest = source;
	struct cnd_str name = cnd_str_split(&rest, '\n');
	struct cnd_lint_options options = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(name, rest, &err);
	struct cnd_report *report = NULL;

	if (doc != NULL)
		report = cnd_lint(fuzz_word_rules(), doc, &options, &err);
	if (report != NULL)
		check(report);
	cnd_report_free(report);
	cnd_document_free(doc);
	free((char *)(uintptr_t)source.data);
	return 0;
}
