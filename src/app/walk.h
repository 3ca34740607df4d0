/* From the paths on the command line to the files to read. */
#ifndef CND_APP_WALK_H
#define CND_APP_WALK_H

#include "base/arena.h"
#include "base/error.h"

/* What a walk found.  Held by value; start with { .arena = … }. */
struct cnd_walk {
	struct cnd_arena *arena;
	struct cnd_str *files; /* NUL-ended, sorted, none twice */
	size_t count;
	size_t capacity;
	bool takes_pdfs; /* in folders too; set by the caller */
	size_t skipped; /* files in folders that no reader is for */
	size_t pdfs; /* PDFs in folders that were not to be taken */
	size_t copies; /* PDFs beside the file they were made from */
	struct cnd_error *errors; /* paths that could not be walked */
	size_t error_count;
	size_t error_capacity;
};

/*
 * Adds a file as it is named, or the files below a folder that a reader
 * is for.  Below a folder, names that begin with '.', what .gitignore and
 * .candourignore leave out (also those of the folders above, up to the
 * repository's root) and symbolic links to folders are passed over, and a
 * PDF beside a file that only its ending tells apart.  What
 * is missing or cannot be opened becomes an error of the walk; a folder
 * whose ignore files cannot be read is not entered.
 */
void cnd_walk_add(struct cnd_walk *walk, const char *path);

/* Sorts the files and drops those named twice; call it last. */
void cnd_walk_finish(struct cnd_walk *walk);

#endif
