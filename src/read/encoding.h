/*
 * Files that are not quite text: what is refused, and how bytes that are
 * not UTF-8 are read all the same.
 */
#ifndef CND_READ_ENCODING_H
#define CND_READ_ENCODING_H

#include "base/buf.h"
#include "base/error.h"
#include "doc/document.h"

/* False and err, naming what it is, when source is no UTF-8 text file:
 * a PDF, a package, an image, UTF-16, or anything with a zero byte. */
bool cnd_encoding_check(struct cnd_str source, struct cnd_error *err);

/* Bytes of the byte order mark at the start of source: 0 or 3. */
size_t cnd_encoding_bom(struct cnd_str source);

/*
 * A copy of a text in which each byte that is not UTF-8 became U+FFFD.
 * The copy is only read from; the document gets its places in the original
 * back by cnd_repair_restore.
 */
struct cnd_repair {
	struct cnd_buf text;
	struct cnd_buf places; /* uint32_t: each U+FFFD, by offset in text */
};

/* False when source is UTF-8 as it is (and repair stays empty). */
bool cnd_repair_make(struct cnd_repair *repair, struct cnd_str source);

/*
 * Turns the places of doc, read from the repaired copy, into those of the
 * original, and adds the state "document/encoding" at the first byte.
 */
void cnd_repair_restore(const struct cnd_repair *repair, struct cnd_str source,
	struct cnd_document *doc);

void cnd_repair_dispose(struct cnd_repair *repair);

#endif
