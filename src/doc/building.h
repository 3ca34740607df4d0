/* What a builder holds, for the files that make it up. */
#ifndef CND_DOC_BUILDING_H
#define CND_DOC_BUILDING_H

#include "doc/builder.h"
#include "doc/shape.h"

struct cnd_builder {
	struct cnd_document *doc;
	struct cnd_buf text;
	bool is_open;
	bool is_too_long;
	bool has_too_many;
	size_t block_capacity;
	size_t segment_capacity;
	size_t strong_capacity;
	size_t slanted_capacity;
	size_t code_capacity;
	size_t table_capacity;
	size_t not_read_capacity;
	size_t state_capacity;
	size_t directive_capacity;
	size_t restart_capacity;
	struct cnd_kept kept; /* blocks taken from an older reading */
};

#endif
