/* ZIP files written into memory: entries copied, replaced and added. */
#ifndef CND_READ_ZIP_WRITE_H
#define CND_READ_ZIP_WRITE_H

#include "read/zip.h"

struct cnd_zip_writer;

/* A ZIP file that is appended to out (borrowed); free it by finishing. */
struct cnd_zip_writer *cnd_zip_writer_new(struct cnd_buf *out);

/* Adds an entry as it is packed in zip, with its date and attributes. */
bool cnd_zip_copy(
	struct cnd_zip_writer *writer, struct cnd_zip *zip, size_t index);

/* The same with other content, dated in seconds since 1970, UTC. */
bool cnd_zip_replace(struct cnd_zip_writer *writer, const struct cnd_zip *zip,
	size_t index, struct cnd_str content, int64_t time);

/* Adds an entry of this name, content and date. */
bool cnd_zip_put(struct cnd_zip_writer *writer, struct cnd_str name,
	struct cnd_str content, int64_t time);

/* Writes the directory and frees the writer; false when any of it failed. */
bool cnd_zip_writer_finish(struct cnd_zip_writer *writer);

#endif
