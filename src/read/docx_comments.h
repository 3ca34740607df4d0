/* The comments of a Word file: how many, and those that speak to candour. */
#ifndef CND_READ_DOCX_COMMENTS_H
#define CND_READ_DOCX_COMMENTS_H

#include "base/arena.h"
#include "base/error.h"

struct cnd_docx_comment {
	struct cnd_str id;
	struct cnd_str text; /* "candour: …" */
	bool is_placed; /* its anchor was met */
};

struct cnd_docx_comments {
	struct cnd_docx_comment *items; /* only those that begin "candour:" */
	size_t count;
	size_t capacity;
	uint32_t others; /* of people, still in the file */
};

/*
 * Reads the comments' part.  What candour annotate wrote counts as neither.
 * False and err for what is no XML.
 */
bool cnd_docx_comments_read(struct cnd_arena *arena, struct cnd_str part,
	struct cnd_docx_comments *comments, struct cnd_error *err);

/* The text of a comment whose anchor is met for the first time; else
 * data is NULL. */
struct cnd_str cnd_docx_comment_place(
	struct cnd_docx_comments *comments, struct cnd_str id);

#endif
