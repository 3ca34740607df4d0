/* Reading files whole.  Only app/ opens files. */
#ifndef CND_APP_FILE_H
#define CND_APP_FILE_H

#include "base/buf.h"
#include "base/error.h"

/*
 * Reads the regular file at path into out.  False and err (with the path)
 * for what is missing, no regular file (folders, pipes, devices are never
 * opened for reading), larger than limit bytes, or changed while it was
 * read.
 */
bool cnd_file_read(const char *path, size_t limit, struct cnd_buf *out,
	struct cnd_error *err);

/* Reads an open descriptor to its end; name is for the message. */
bool cnd_file_read_stream(int descriptor, const char *name, size_t limit,
	struct cnd_buf *out, struct cnd_error *err);

enum cnd_file_kind {
	CND_FILE_MISSING,
	CND_FILE_REGULAR,
	CND_FILE_FOLDER,
	CND_FILE_OTHER
};

/*
 * A number that changes when the file's bytes do, as far as its time and
 * size tell; false when there is no such file.
 */
bool cnd_file_stamp(const char *path, uint64_t *stamp);

/* What stands at path, symbolic links followed; OTHER when the system
 * cannot tell. */
enum cnd_file_kind cnd_file_kind(const char *path);

#endif
