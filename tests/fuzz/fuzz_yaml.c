/*
 * Fuzz target: a rule file, compiled as one that is not trusted and run
 * on a short text.
 */
#include "fuzz.h"

#include "read/read.h"

#include <stdlib.h>

static const struct cnd_str sample =
	CND_STR_INIT("# Recommendations\n\n1. Various agencies should consider "
		     "training, where appropriate.\n\nHe was was 14.\n");

static void
run(const struct cnd_ruleset *set)
{
	struct cnd_error err = { 0 };
	struct cnd_lint_options options = { 0 };
	struct cnd_document *doc = cnd_read(CND_STR("report.md"), sample, &err);

	if (doc == NULL)
		abort();
	cnd_report_free(cnd_lint(set, doc, &options, &err));
	cnd_document_free(doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_rule_file file = { .path = CND_STR("fuzz/rule.yml"),
		.bytes = source };
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set;

	if (size > 0 && data[0] == '%')
		file.path = CND_STR("structure.yml");
	if (size > 0 && data[0] == '-')
		file.path = CND_STR("lexicon/fuzz.yml");
	set = cnd_ruleset_new(&file, 1, &err);
	if (set == NULL && err.message[0] == '\0')
		abort();
	if (set != NULL)
		run(set);
	cnd_ruleset_free(set);
	free((char *)(uintptr_t)source.data);
	return 0;
}
