/*
 * The runs of a WordprocessingML part as byte ranges: where a comment's
 * marks can go between them, or through them.
 */
#ifndef CND_ANNOTATE_DOCX_RUNS_H
#define CND_ANNOTATE_DOCX_RUNS_H

#include "base/arena.h"
#include "base/error.h"

#include <stdint.h>

/* A w:t and its characters. */
struct cnd_docx_text {
	uint32_t from; /* of its start tag */
	uint32_t content_from; /* behind the start tag */
	uint32_t content_to; /* its end tag's first byte */
	uint32_t to; /* behind its end tag */
	bool is_preserved; /* xml:space="preserve" */
};

/* A w:r. */
struct cnd_docx_run_bytes {
	uint32_t from; /* of its start tag */
	uint32_t to; /* behind its end tag */
	uint32_t properties_from; /* its w:rPr; equal when it has none */
	uint32_t properties_to;
	uint32_t first_text; /* its texts, in cnd_docx_runs.texts */
	uint32_t text_count;
	uint32_t
		outermost; /* run that holds the text box it is in, or itself */
	bool is_plain; /* can be cut in two */
	int64_t footnote; /* id of the note it refers to, or -1 */
	int64_t endnote;
};

struct cnd_docx_runs {
	struct cnd_str part;
	struct cnd_docx_run_bytes *items; /* by their first byte */
	size_t count;
	struct cnd_docx_text *texts;
	size_t text_count;
	int64_t highest_comment; /* largest comment id used here, or -1 */
};

/* Finds the runs of a part; all lives in the arena. */
bool cnd_docx_runs_find(struct cnd_arena *arena, struct cnd_str part,
	struct cnd_docx_runs *runs, struct cnd_error *err);

/* The innermost run that holds a byte of the part; CND_NONE for none. */
uint32_t cnd_docx_runs_at(const struct cnd_docx_runs *runs, uint32_t byte);

/* The prefix of a run's tag with its colon ("w:"), or empty. */
struct cnd_str cnd_docx_run_prefix(
	const struct cnd_docx_runs *runs, const struct cnd_docx_run_bytes *run);

#endif
