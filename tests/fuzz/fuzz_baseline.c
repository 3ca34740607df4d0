/*
 * Fuzz target: a baseline.  One that can be read is applied, pruned and
 * written, and what is written reads as the same.
 */
#include "fuzz.h"

#include "lint/baseline.h"
#include "read/read.h"

#include <stdlib.h>

static void
apply(struct cnd_baseline *baseline)
{
	struct cnd_lint_options options = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(
		CND_STR("a.md"), CND_STR("Various words.\n"), &err);
	struct cnd_report *report =
		cnd_lint(fuzz_word_rules(), doc, &options, &err);

	(void)cnd_baseline_apply(baseline, report, true);
	cnd_report_free(report);
	cnd_document_free(doc);
}

static void
check_round_trip(struct cnd_arena *arena, struct cnd_baseline *baseline)
{
	struct cnd_buf first = { 0 };
	struct cnd_buf second = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_baseline *again;

	cnd_baseline_write(baseline, &first);
	again = cnd_baseline_read(arena, cnd_buf_str(&first), &err);
	if (again == NULL)
		abort();
	cnd_baseline_write(again, &second);
	if (!cnd_str_equal(cnd_buf_str(&first), cnd_buf_str(&second)))
		abort();
	cnd_buf_dispose(&first);
	cnd_buf_dispose(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_baseline *baseline = cnd_baseline_read(arena, source, &err);

	if (baseline == NULL && err.message[0] == '\0')
		abort();
	if (baseline != NULL) {
		check_round_trip(arena, baseline);
		apply(baseline);
		(void)cnd_baseline_prune(baseline);
		check_round_trip(arena, baseline);
	}
	cnd_arena_free(arena);
	free((char *)(uintptr_t)source.data);
	return 0;
}
