/*
 * Known findings.  Entries are sorted and none stands twice once `settle`
 * has run; everything that looks one up runs it first.
 */
#include "lint/baseline.h"

#include "base/json.h"
#include "base/json_read.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct entry {
	uint64_t fingerprint;
	struct cnd_str rule;
	struct cnd_str file; /* of what a whole report lacks; else empty */
	uint32_t count;
	uint32_t used;
};

struct cnd_baseline {
	struct cnd_arena *arena;
	struct entry *entries;
	size_t count;
	size_t capacity;
	struct cnd_str *files; /* the reports it is of, by name */
	size_t file_count;
	size_t file_capacity;
	bool is_settled;
};

struct cnd_baseline *
cnd_baseline_new(struct cnd_arena *arena)
{
	struct cnd_baseline *baseline =
		cnd_arena_alloc(arena, sizeof(*baseline));

	baseline->arena = arena;
	return baseline;
}

static int
compare(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;
	int order = cnd_str_compare(a->rule, b->rule);

	if (order == 0)
		order = (a->fingerprint > b->fingerprint) -
			(a->fingerprint < b->fingerprint);
	return order != 0 ? order : cnd_str_compare(a->file, b->file);
}

static int
compare_names(const void *left, const void *right)
{
	return cnd_str_compare(
		*(const struct cnd_str *)left, *(const struct cnd_str *)right);
}

static void
settle_files(struct cnd_baseline *baseline)
{
	size_t kept = 0;

	if (baseline->file_count > 1)
		qsort(baseline->files, baseline->file_count,
			sizeof(*baseline->files), compare_names);
	for (size_t i = 0; i < baseline->file_count; i++)
		if (kept == 0 ||
			!cnd_str_equal(
				baseline->files[kept - 1], baseline->files[i]))
			baseline->files[kept++] = baseline->files[i];
	baseline->file_count = kept;
}

static void
settle(struct cnd_baseline *baseline)
{
	size_t kept = 0;

	if (baseline->is_settled)
		return;
	if (baseline->count > 1)
		qsort(baseline->entries, baseline->count,
			sizeof(*baseline->entries), compare);
	for (size_t i = 0; i < baseline->count; i++) {
		struct entry *entry = &baseline->entries[i];

		if (kept > 0 &&
			compare(&baseline->entries[kept - 1], entry) == 0)
			baseline->entries[kept - 1].count += entry->count;
		else
			baseline->entries[kept++] = *entry;
	}
	baseline->count = kept;
	settle_files(baseline);
	baseline->is_settled = true;
}

static void
add_entry(struct cnd_baseline *baseline, struct entry entry)
{
	baseline->entries = cnd_arena_grow(baseline->arena, baseline->entries,
		baseline->count, &baseline->capacity,
		sizeof(*baseline->entries));
	baseline->entries[baseline->count++] = entry;
	baseline->is_settled = false;
}

static void
add_file(struct cnd_baseline *baseline, struct cnd_str name)
{
	baseline->files = cnd_arena_grow(baseline->arena, baseline->files,
		baseline->file_count, &baseline->file_capacity,
		sizeof(*baseline->files));
	baseline->files[baseline->file_count++] =
		cnd_arena_copy(baseline->arena, name);
	baseline->is_settled = false;
}

/* "report" of "drafts/report.docx". */
static struct cnd_str
stem_of(struct cnd_str name)
{
	size_t from = name.len;
	size_t dot;

	while (from > 0 && name.data[from - 1] != '/')
		from--;
	name = cnd_str_slice(name, from, name.len);
	dot = name.len;
	while (dot > 1 && name.data[dot - 1] != '.')
		dot--;
	return dot > 1 ? cnd_str_slice(name, 0, dot - 1) : name;
}

static struct entry
entry_of(const struct cnd_finding *finding, struct cnd_str stem)
{
	return (struct entry){
		.fingerprint = finding->fingerprint,
		.rule = finding->rule->id,
		.file = finding->is_absence ? stem : (struct cnd_str){ 0 },
		.count = 1,
	};
}

void
cnd_baseline_add(struct cnd_baseline *baseline, const struct cnd_report *report)
{
	struct cnd_str stem = stem_of(report->doc->name);

	add_file(baseline, stem);
	for (size_t i = 0; i < report->finding_count; i++) {
		struct entry entry = entry_of(&report->findings[i], stem);

		entry.rule = cnd_arena_copy(baseline->arena, entry.rule);
		entry.file = cnd_arena_copy(baseline->arena, entry.file);
		add_entry(baseline, entry);
	}
}

/* Takes one finding off an entry that has one left. */
static bool
use(struct cnd_baseline *baseline, const struct entry *wanted)
{
	struct entry *entry;

	if (baseline->count == 0)
		return false;
	entry = bsearch(wanted, baseline->entries, baseline->count,
		sizeof(*baseline->entries), compare);
	if (entry == NULL || entry->used >= entry->count)
		return false;
	entry->used++;
	return true;
}

size_t
cnd_baseline_apply(
	struct cnd_baseline *baseline, struct cnd_report *report, bool is_only)
{
	struct cnd_finding *kept;
	size_t count = 0;
	size_t known;
	struct cnd_str stem = stem_of(report->doc->name);

	settle(baseline);
	if (is_only && baseline->file_count == 1)
		stem = baseline->files[0];
	kept = cnd_arena_array(
		report->arena, report->finding_count + 1, sizeof(*kept));
	for (size_t i = 0; i < report->finding_count; i++) {
		struct entry wanted = entry_of(&report->findings[i], stem);

		if (!use(baseline, &wanted))
			kept[count++] = report->findings[i];
	}
	known = report->finding_count - count;
	report->findings = kept;
	report->finding_count = count;
	return known;
}

size_t
cnd_baseline_prune(struct cnd_baseline *baseline)
{
	size_t kept = 0;
	size_t gone = 0;

	settle(baseline);
	for (size_t i = 0; i < baseline->count; i++) {
		struct entry entry = baseline->entries[i];

		gone += entry.count - entry.used;
		entry.count = entry.used;
		if (entry.count > 0)
			baseline->entries[kept++] = entry;
	}
	baseline->count = kept;
	return gone;
}

static void
write_entry(struct cnd_json *json, const struct entry *entry)
{
	char fingerprint[24];

	snprintf(fingerprint, sizeof(fingerprint), "%016" PRIx64,
		entry->fingerprint);
	cnd_json_object(json);
	cnd_json_key(json, "rule");
	cnd_json_string(json, entry->rule);
	cnd_json_key(json, "fingerprint");
	cnd_json_string(json, cnd_str_of(fingerprint));
	if (entry->file.len > 0) {
		cnd_json_key(json, "file");
		cnd_json_string(json, entry->file);
	}
	if (entry->count > 1) {
		cnd_json_key(json, "count");
		cnd_json_int(json, entry->count);
	}
	cnd_json_end_object(json);
}

void
cnd_baseline_write(struct cnd_baseline *baseline, struct cnd_buf *out)
{
	struct cnd_json json = { .out = out, .indent = 1 };

	settle(baseline);
	cnd_json_object(&json);
	cnd_json_key(&json, "version");
	cnd_json_int(&json, 1);
	cnd_json_key(&json, "files");
	cnd_json_array(&json);
	for (size_t i = 0; i < baseline->file_count; i++)
		cnd_json_string(&json, baseline->files[i]);
	cnd_json_end_array(&json);
	cnd_json_key(&json, "findings");
	cnd_json_array(&json);
	for (size_t i = 0; i < baseline->count; i++)
		write_entry(&json, &baseline->entries[i]);
	cnd_json_end_array(&json);
	cnd_json_end_object(&json);
	cnd_buf_putc(out, '\n');
}

/* Sixteen hexadecimal digits. */
static bool
read_fingerprint(struct cnd_str text, uint64_t *fingerprint)
{
	*fingerprint = 0;
	for (size_t i = 0; i < text.len; i++) {
		int digit = cnd_hex_value(text.data[i]);

		if (digit < 0)
			return false;
		*fingerprint = *fingerprint << 4 | (unsigned)digit;
	}
	return text.len == 16;
}

static bool
read_entry(const struct cnd_json_value *value, struct entry *entry)
{
	const struct cnd_json_value *count = cnd_json_get(value, "count");
	int64_t number = cnd_json_integer(count, count == NULL ? 1 : 0);

	*entry = (struct entry){
		.rule = cnd_json_text(cnd_json_get(value, "rule")),
		.file = cnd_json_text(cnd_json_get(value, "file")),
	};
	if (entry->rule.len == 0 || number < 1 || number > 1000000)
		return false;
	entry->count = (uint32_t)number;
	return read_fingerprint(
		cnd_json_text(cnd_json_get(value, "fingerprint")),
		&entry->fingerprint);
}

static const struct cnd_json_value *
list_of(const struct cnd_json_value *root, const char *key)
{
	const struct cnd_json_value *list = cnd_json_get(root, key);

	return list != NULL && list->kind == CND_JSON_ARRAY ? list : NULL;
}

struct cnd_baseline *
cnd_baseline_read(
	struct cnd_arena *arena, struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_baseline *baseline = cnd_baseline_new(arena);
	const struct cnd_json_value *root = cnd_json_parse(arena, bytes, err);
	const struct cnd_json_value *findings = list_of(root, "findings");
	const struct cnd_json_value *files = list_of(root, "files");
	size_t number = 0;

	if (root == NULL)
		return NULL;
	if (cnd_json_integer(cnd_json_get(root, "version"), 0) != 1 ||
		findings == NULL || files == NULL) {
		cnd_fail(err, CND_ERR_CONFIG,
			"is no baseline of version 1; write it with "
			"'candour check --write-baseline FILE'");
		return NULL;
	}
	for (const struct cnd_json_value *n = files->first; n != NULL;
		n = n->next)
		add_file(baseline, cnd_json_text(n));
	for (const struct cnd_json_value *n = findings->first; n != NULL;
		n = n->next) {
		struct entry entry;

		number++;
		if (read_entry(n, &entry)) {
			add_entry(baseline, entry);
			continue;
		}
		cnd_fail(err, CND_ERR_CONFIG,
			"entry %zu of 'findings' is broken: it needs 'rule' "
			"and 'fingerprint'",
			number);
		return NULL;
	}
	settle(baseline);
	return baseline;
}
