/*
 * Fingerprints: what a finding is known by from one draft to the next.
 * Findings come sorted by place, so each sentence is folded and hashed
 * once, however many findings stand in it.
 */
#include "base/hash.h"
#include "base/oom.h"
#include "diag/finding.h"
#include "text/unicode.h"

#include <stdlib.h>
#include <string.h>

static uint64_t
hash_bytes(uint64_t hash, struct cnd_str s)
{
	for (size_t i = 0; i < s.len; i++)
		hash = cnd_hash64(hash, (unsigned char)s.data[i]);
	return hash;
}

static uint64_t
hash_number(uint64_t hash, uint64_t number)
{
	for (int i = 0; i < 8; i++, number >>= 8)
		hash = cnd_hash64(hash, number & 0xff);
	return hash;
}

/* The hash leaves neighbours alike in the high bits; this spreads them. */
static uint64_t
spread(uint64_t hash)
{
	hash ^= hash >> 33;
	hash *= 0xff51afd7ed558ccdu;
	hash ^= hash >> 33;
	return hash;
}

/* Without regard to case, blanks and kinds of quotation marks. */
static uint64_t
hash_prose(struct cnd_str text, struct cnd_buf *folded)
{
	cnd_buf_clear(folded);
	cnd_fold_prose(text, folded);
	return hash_bytes(CND_HASH64, cnd_buf_str(folded));
}

/* What hashes of sentences are remembered under. */
static const char hash_of;

/* hash_prose, worked out once for a sentence that stays as it is. */
static uint64_t
hash_sentence(const struct cnd_document *doc, uint32_t sentence,
	struct cnd_buf *folded)
{
	struct cnd_str text =
		cnd_document_text(doc, doc->sentences[sentence].span);
	struct cnd_str kept;
	uint64_t hash;

	if (doc->recall == NULL)
		return hash_prose(text, folded);
	kept = cnd_recall_bytes(doc->known[sentence], &hash_of);
	if (kept.len == sizeof(hash)) {
		memcpy(&hash, kept.data, sizeof(hash));
		return hash;
	}
	hash = hash_prose(text, folded);
	cnd_recall_keep_bytes(doc->recall, doc->known[sentence], &hash_of,
		(struct cnd_str){ (const char *)&hash, sizeof(hash) });
	return hash;
}

/* The sentence that a finding is in, or else its block. */
struct surroundings {
	uint32_t sentence; /* or CND_NONE */
	uint32_t block; /* or CND_NONE */
};

static struct surroundings
surroundings_at(const struct cnd_document *doc, uint32_t at)
{
	struct surroundings found = { cnd_document_sentence_at(doc, at),
		CND_NONE };

	if (found.sentence == CND_NONE)
		found.block = cnd_document_block_at(doc, at);
	return found;
}

static uint64_t
hash_surroundings(const struct cnd_document *doc, struct surroundings place,
	struct cnd_buf *folded)
{
	if (place.sentence != CND_NONE)
		return hash_sentence(doc, place.sentence, folded);
	if (place.block == CND_NONE)
		return CND_HASH64;
	return hash_prose(
		cnd_block_text(doc, &doc->blocks[place.block]), folded);
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
	struct surroundings last = { CND_NONE, CND_NONE };
	uint64_t last_hash = CND_HASH64;

	for (size_t i = 0; i < count; i++) {
		uint64_t hash = hash_bytes(CND_HASH64, findings[i].rule->id);

		if (!findings[i].is_absence) {
			struct surroundings place =
				surroundings_at(doc, findings[i].span.from);

			if (place.sentence != last.sentence ||
				place.block != last.block)
				last_hash =
					hash_surroundings(doc, place, &folded);
			last = place;
			hash = hash_number(hash, last_hash);
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
