/*
 * One part of a Word file that holds paragraphs (the body, the notes),
 * read into an assembly.
 */
#ifndef CND_READ_DOCX_PART_H
#define CND_READ_DOCX_PART_H

#include "read/assembly.h"
#include "read/bookmarks.h"
#include "read/docx_comments.h"
#include "read/docx_styles.h"
#include "read/numbering.h"

/* What the parts of one file share, and what was seen in them. */
struct cnd_docx {
	struct cnd_arena *arena;
	struct cnd_builder *builder;
	struct cnd_assembly *assembly;
	const struct cnd_docx_styles *styles;
	struct cnd_numbering *numbering;
	uint32_t page; /* by the breaks that Word noted, if any */
	struct cnd_docx_comments comments;
	uint32_t images;
	uint32_t charts;
	uint32_t diagrams;
	uint32_t objects;
	uint32_t insertions;
	uint32_t deletions;
	uint32_t format_changes;
	uint32_t hidden; /* runs of text that do not show */
	struct cnd_str hidden_words; /* how the first of them begins */
	struct cnd_bookmarks bookmarks;
};

/*
 * Reads the paragraphs of a part, numbered `index` in the document's
 * segments.  Notes become CND_BLOCK_NOTE.
 */
bool cnd_docx_read_part(struct cnd_docx *docx, struct cnd_str part,
	uint32_t index, bool is_notes, struct cnd_error *err);

#endif
