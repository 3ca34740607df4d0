/*
 * What was worked out about texts before.  While somebody types, nearly all
 * texts of a report stay as they were, and so does all that depends on
 * nothing else: it is found again by their bytes, wherever they stand now.
 * Used by one thread at a time.
 */
#ifndef CND_BASE_RECALL_H
#define CND_BASE_RECALL_H

#include "base/str.h"

#include <stdint.h>

struct cnd_recall;

/* An empty one; the caller ends it with cnd_recall_free. */
struct cnd_recall *cnd_recall_new(void);
void cnd_recall_free(struct cnd_recall *recall);

/*
 * A new reading begins, of a report with this text, which stays where it is
 * until the next: parts of it are known by their place.  alike: what the
 * text has in common with the last reading's, whose parts there are known
 * by the same places; nothing is always right.  What the last reading did
 * not ask for is forgotten in time.
 */
void cnd_recall_begin(
	struct cnd_recall *recall, struct cnd_str text, struct cnd_alike alike);

/*
 * A text among those known, found or new; borrowed, and valid until the
 * next cnd_recall_begin.
 */
struct cnd_recalled;
struct cnd_recalled *cnd_recall_text(
	struct cnd_recall *recall, struct cnd_str text);

/* What is kept of one question about one text. */
enum cnd_recall_answer {
	CND_RECALL_NEVER, /* not asked yet */
	CND_RECALL_NO,
	CND_RECALL_YES
};

/* Questions with numbers: of an address, in one of four ways (0-3). */
uint32_t cnd_recall_question(
	struct cnd_recall *recall, const void *what, unsigned way);

enum cnd_recall_answer cnd_recall_answer(
	const struct cnd_recalled *text, uint32_t question);
void cnd_recall_keep_answer(struct cnd_recall *recall,
	struct cnd_recalled *text, uint32_t question, bool answer);

/*
 * Longer answers: bytes that were kept under an address; empty when there
 * are none.  Kept bytes are copied, and borrowed as the text is.
 */
struct cnd_str cnd_recall_bytes(
	const struct cnd_recalled *text, const void *what);
void cnd_recall_keep_bytes(struct cnd_recall *recall, struct cnd_recalled *text,
	const void *what, struct cnd_str bytes);

/* Texts known now: for tests. */
size_t cnd_recall_count(const struct cnd_recall *recall);

#endif
