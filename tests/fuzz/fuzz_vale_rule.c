/*
 * Fuzz target: a rule file of a Vale style, with a vocabulary, run on a
 * text of all sorts of blocks.
 */
#include "fuzz.h"

#include "read/read.h"

#include <stdlib.h>

static const struct cnd_str sample = CND_STR_INIT(
	"---\ntitle: A title\n---\n\n# 1. A Heading of it\n\n4.1 The the "
	"agency "
	"was, in `code`,\nsorry. See https://example.org. Twice.\n\n- One (ABC)"
	"\n- Two; ABC\n\n> Quoted.\n\n| A | B |\n|---|---|\n| c | d |\n\n"
	"![A photo](x.png)\n\n<!-- vale off -->\n\nOff.\n");

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
	struct cnd_rule_file files[] = {
		{ .path = CND_STR("fuzz/rule.yml"),
			.bytes = source,
			.is_vale = true },
		{ .path = CND_STR("accept.txt"),
			.bytes = CND_STR("Agency\nan Agency\n"),
			.use = CND_USE_ACCEPTED },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = cnd_ruleset_new(files, 2, &err);

	if (set == NULL)
		abort(); /* a style's rule is left out, never an error */
	run(set);
	cnd_ruleset_free(set);
	free((char *)(uintptr_t)source.data);
	return 0;
}
