/*
 * What may stand where in candour's own files, by their JSON Schemas: the
 * same that editors with a YAML server use, so nothing is said twice.
 */
#ifndef CND_LSP_SCHEMA_H
#define CND_LSP_SCHEMA_H

#include "base/json_read.h"

/* The files' sorts that have a schema. */
enum cnd_schema_kind {
	CND_SCHEMA_CONFIG, /* .candour.yml */
	CND_SCHEMA_RULE,
	CND_SCHEMA_LEXICON,
	CND_SCHEMA_SCALE,
	CND_SCHEMA_PROFILE,
	CND_SCHEMA_COUNT
};

/* Steps from a file's root: a map's key, or "" for an item of a list. */
enum { CND_PATH_MAX = 16 };
struct cnd_path {
	struct cnd_str keys[CND_PATH_MAX];
	size_t depth;
};

/* The schema of a sort of file; lives in the arena. */
const struct cnd_json_value *cnd_schema_parse(
	struct cnd_arena *arena, enum cnd_schema_kind kind);

/* What the schema says of the value at the end of a path, or NULL. */
const struct cnd_json_value *cnd_schema_at(
	const struct cnd_json_value *root, const struct cnd_path *path);

/* The words that describe a place; data NULL for none. */
struct cnd_str cnd_schema_description(
	const struct cnd_json_value *root, const struct cnd_json_value *place);

/*
 * The index-th key that may stand in a place, with its description; or the
 * index-th word that may be its value.  False past the last.
 */
struct cnd_schema_word {
	struct cnd_str word;
	struct cnd_str description;
	bool opens_map; /* the key's value stands on lines of its own */
	bool opens_list;
};
bool cnd_schema_key(const struct cnd_json_value *root,
	const struct cnd_json_value *place, size_t index,
	struct cnd_schema_word *word);
bool cnd_schema_value(const struct cnd_json_value *root,
	const struct cnd_json_value *place, size_t index,
	struct cnd_schema_word *word);

/* Whether rules of a kind may have that key: common, or the kind's own. */
bool cnd_schema_kind_has(const struct cnd_json_value *root, struct cnd_str kind,
	struct cnd_str key);

#endif
