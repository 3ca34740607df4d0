/*
 * The marks of comments in a WordprocessingML part: where each begins and
 * ends, and the bytes that put it there.
 */
#ifndef CND_ANNOTATE_DOCX_MARKS_H
#define CND_ANNOTATE_DOCX_MARKS_H

#include "annotate/docx_objects.h"
#include "annotate/splice.h"

struct cnd_docx_marks;

/*
 * Marks for a part whose runs are known, none inside of an object; the
 * memory is the arena's.
 */
struct cnd_docx_marks *cnd_docx_marks_new(struct cnd_arena *arena,
	const struct cnd_docx_runs *runs,
	const struct cnd_docx_objects *objects);

/*
 * Puts comment `id` on bytes [from, to) of the part.  is_whole asks for
 * whole runs.  False when no run is there.
 */
bool cnd_docx_marks_add(struct cnd_docx_marks *marks, uint32_t from,
	uint32_t to, int64_t id, bool is_whole);

/* Turns all marks added into edits of the part. */
void cnd_docx_marks_splice(
	struct cnd_docx_marks *marks, struct cnd_splices *splices);

#endif
