/*
 * Fields and content controls of a WordprocessingML part.  LibreOffice makes
 * objects of its own out of most of them: a comment's mark inside one puts
 * the comment's text among the report's words there, or takes words away.
 * So marks go around them, where Word shows the comment as well.
 */
#ifndef CND_ANNOTATE_DOCX_OBJECTS_H
#define CND_ANNOTATE_DOCX_OBJECTS_H

#include "annotate/docx_runs.h"

/* Bytes with no place for a mark strictly inside. */
struct cnd_docx_object {
	uint32_t from; /* a mark that begins a range goes here instead */
	uint32_t to;
	uint32_t end; /* one that ends a range goes here */
};

struct cnd_docx_objects {
	struct cnd_arena *arena;
	struct cnd_docx_object *items; /* by their bytes; none overlaps */
	size_t count;
	size_t capacity;
};

/* Finds the objects of a part whose runs are known. */
bool cnd_docx_objects_find(struct cnd_arena *arena,
	const struct cnd_docx_runs *runs, struct cnd_docx_objects *objects,
	struct cnd_error *err);

/* The object that has byte `at` strictly inside, or NULL. */
const struct cnd_docx_object *cnd_docx_objects_at(
	const struct cnd_docx_objects *objects, uint32_t at);

/* For those that find objects: remembers one. */
void cnd_docx_objects_add(
	struct cnd_docx_objects *objects, struct cnd_docx_object object);

/* Adds the fields; of links only what stands before their result. */
bool cnd_docx_fields_find(const struct cnd_docx_runs *runs,
	struct cnd_docx_objects *objects, struct cnd_error *err);

/*
 * Adds the content controls: a plain one within a paragraph; of one around
 * paragraphs or cells its first paragraph, whose end is the start of the
 * paragraph behind it.
 */
bool cnd_docx_controls_find(struct cnd_str part,
	struct cnd_docx_objects *objects, struct cnd_error *err);

#endif
