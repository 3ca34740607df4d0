/*
 * Fingerprints: what a finding is known by from one draft to the next.
 * Findings come sorted by place, so each sentence is folded and hashed
 * once, however many findings stand in it.
 */
#include "base/oom.h"
#include "diag/finding.h"
#include "text/unicode.h"

#include <stdlib.h>

/* FNV-1a, 64 bits. */
static const uint64_t hash_start = 0xcbf29ce484222325u;
static const uint64_t hash_prime = 0x100000001b3u;

static uint64_t
hash_bytes(uint64_t hash, struct cnd_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		hash ^= (unsigned char)s.data[i];
		hash *= hash_prime;
	}
	return hash;
}

static uint64_t
hash_number(uint64_t hash, uint64_t number)
{
	for (int i = 0; i < 8; i++) {
		hash ^= number & 0xff;
		hash *= hash_prime;
		number >>= 8;
	}
	return hash;
}

/* FNV leaves neighbours alike in the high bits; this spreads them. */
static uint64_t
spread(uint64_t hash)
{
	hash ^= hash >> 33;
	hash *= 0xff51afd7ed558ccdu;
	hash ^= hash >> 33;
	return hash;
}

static struct cnd_span
surroundings(const struct cnd_document *doc, uint32_t at)
{
	uint32_t sentence = cnd_document_sentence_at(doc, at);
	uint32_t block;

	if (sentence != CND_NONE)
		return doc->sentences[sentence].span;
	block = cnd_document_block_at(doc, at);
	if (block != CND_NONE)
		return doc->blocks[block].span;
	return (struct cnd_span){ 0, 0 };
}

struct sentence_hash {
	struct cnd_span span;
	uint64_t hash;
};

static void
hash_surroundings(const struct cnd_document *doc, uint32_t at,
	struct cnd_buf *folded, struct sentence_hash *last)
{
	struct cnd_span span = surroundings(doc, at);

	if (span.from == last->span.from && span.to == last->span.to)
		return;
	cnd_buf_clear(folded);
	cnd_fold_prose(cnd_document_text(doc, span), folded);
	last->span = span;
	last->hash = hash_bytes(hash_start, cnd_buf_str(folded));
}

struct entry {
	uint64_t hash;
	size_t index;
};

static int
compare_entries(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

static void
hash_findings(const struct cnd_document *doc,
	const struct cnd_finding *findings, size_t count, struct entry *entries)
{
	struct cnd_buf folded = { 0 };
	struct sentence_hash last = { { CND_NONE, CND_NONE }, 0 };

	for (size_t i = 0; i < count; i++) {
		uint64_t hash = hash_bytes(hash_start, findings[i].rule->id);

		if (!findings[i].is_absence) {
			hash_surroundings(
				doc, findings[i].span.from, &folded, &last);
			hash = hash_number(hash, last.hash);
		}
		entries[i] = (struct entry){ hash, i };
	}
	cnd_buf_dispose(&folded);
}

void
cnd_findings_mark(const struct cnd_document *doc, struct cnd_finding *findings,
	size_t count)
{
	struct entry *entries;
	uint64_t ordinal = 0;

	if (count == 0)
		return;
	entries = cnd_xcalloc(count, sizeof(*entries));
	hash_findings(doc, findings, count, entries);
	qsort(entries, count, sizeof(*entries), compare_entries);
	for (size_t i = 0; i < count; i++) {
		bool is_repeat =
			i > 0 && entries[i].hash == entries[i - 1].hash;

		ordinal = is_repeat ? ordinal + 1 : 0;
		findings[entries[i].index].fingerprint =
			spread(hash_number(entries[i].hash, ordinal));
	}
	free(entries);
}
