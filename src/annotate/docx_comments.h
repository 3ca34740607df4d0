/* The comments part of a Word file, and what must lead to it. */
#ifndef CND_ANNOTATE_DOCX_COMMENTS_H
#define CND_ANNOTATE_DOCX_COMMENTS_H

#include "annotate/splice.h"
#include "base/error.h"
#include "read/package.h"

/* A Word file's comments as found, and those to be added. */
struct cnd_docx_comments {
	struct cnd_arena *arena;
	struct cnd_str name; /* of the part, existing or to be made */
	struct cnd_str part; /* its bytes; empty when to be made */
	struct cnd_str main_name; /* of the body's part */
	const char *main_namespace; /* transitional or strict */
	int64_t next_id;
	int64_t time;
	int64_t *own; /* ids of candour's own earlier comments */
	size_t own_count;
	size_t own_capacity;
	struct cnd_splices removals; /* of own comments, in the part */
	struct cnd_buf added; /* w:comment elements */
};

/*
 * Finds the comments part of the file whose body is main_name.  Ids start
 * above `highest`, the largest the body uses.
 */
bool cnd_docx_comments_find(struct cnd_package *package,
	struct cnd_str main_name, int64_t highest,
	struct cnd_docx_comments *comments, struct cnd_error *err);

/* Adds a comment of these lines ('\n' between them) and returns its id. */
int64_t cnd_docx_comments_add(
	struct cnd_docx_comments *comments, struct cnd_str lines);

/* Changes to a package being gathered. */
enum { CND_DOCX_CHANGES = 8 };
struct cnd_docx_changes {
	struct cnd_package_change items[CND_DOCX_CHANGES];
	size_t count;
};

/*
 * Adds the changes that make the comments part, its content type and its
 * relationship; with removes_own without candour's earlier comments.
 */
bool cnd_docx_comments_change(struct cnd_docx_comments *comments,
	struct cnd_package *package, bool removes_own,
	struct cnd_docx_changes *changes, struct cnd_error *err);

void cnd_docx_comments_dispose(struct cnd_docx_comments *comments);

#endif
