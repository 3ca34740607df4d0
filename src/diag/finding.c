/* The names of levels, and the order in which findings are told. */
#include "diag/finding.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[CND_LEVEL_COUNT] = {
	[CND_LEVEL_SUGGESTION] = "suggestion",
	[CND_LEVEL_WARNING] = "warning",
	[CND_LEVEL_ERROR] = "error",
};

const char *
cnd_level_name(enum cnd_level level)
{
	return names[level];
}

bool
cnd_level_of_name(struct cnd_str name, enum cnd_level *level)
{
	for (int i = 0; i < CND_LEVEL_COUNT; i++) {
		if (cnd_str_equal(name, cnd_str_of(names[i]))) {
			*level = (enum cnd_level)i;
			return true;
		}
	}
	return false;
}

static int
order_of(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
compare(const void *left, const void *right)
{
	const struct cnd_finding *a = left;
	const struct cnd_finding *b = right;
	int order = order_of(a->span.from, b->span.from);

	if (order == 0)
		order = cnd_str_compare(a->rule->id, b->rule->id);
	if (order == 0)
		order = order_of(a->span.to, b->span.to);
	return order != 0 ? order : cnd_str_compare(a->message, b->message);
}

static uint32_t
place_of(const struct cnd_document *doc, const struct cnd_finding *finding)
{
	return cnd_document_in_text(doc, finding->span.from);
}

/*
 * Those on the file's own bytes come last of all; they are put where they
 * are read, before what stands on the text there.
 */
static void
merge_raw(const struct cnd_document *doc, struct cnd_finding *findings,
	size_t first, size_t count)
{
	size_t raw = count - first;
	struct cnd_finding *last = cnd_xcalloc(raw, sizeof(*last));

	memcpy(last, findings + first, raw * sizeof(*last));
	while (raw > 0)
		if (first > 0 &&
			place_of(doc, &findings[first - 1]) >=
				place_of(doc, &last[raw - 1]))
			findings[--count] = findings[--first];
		else
			findings[--count] = last[--raw];
	free(last);
}

void
cnd_findings_sort(const struct cnd_document *doc, struct cnd_finding *findings,
	size_t count)
{
	size_t first = count;

	if (count > 1)
		qsort(findings, count, sizeof(findings[0]), compare);
	while (first > 0 && findings[first - 1].span.from > doc->text.len)
		first--;
	if (first < count)
		merge_raw(doc, findings, first, count);
}
