/*
 * YAML files as a tree with places: the only file that knows libyaml.
 * Rule and configuration files are untrusted: depth, nodes and aliases are
 * bounded by limits.h, tags are ignored, duplicate keys are errors.
 */
#ifndef CND_BASE_YAML_H
#define CND_BASE_YAML_H

#include "base/arena.h"
#include "base/error.h"

enum cnd_yaml_kind { CND_YAML_SCALAR, CND_YAML_LIST, CND_YAML_MAP };

/* line and column count from 1; column in code points. */
struct cnd_yaml {
	enum cnd_yaml_kind kind;
	bool is_plain; /* a scalar without quotes */
	uint32_t line;
	uint32_t column;
	struct cnd_str text; /* of a scalar */
	struct cnd_yaml *key; /* of a map's entry: its key node */
	struct cnd_yaml *child; /* first item, or value of first entry */
	struct cnd_yaml *next; /* next sibling */
};

/*
 * Reads one document.  NULL and err (with line and column; the caller adds
 * the path) when it is not YAML or passes a limit.  An empty file is an
 * empty map.  Nodes live in the arena; text is copied into it.
 */
struct cnd_yaml *cnd_yaml_parse(
	struct cnd_arena *arena, struct cnd_str source, struct cnd_error *err);

/* The value of a map's key, or NULL when it is absent (or not a map). */
const struct cnd_yaml *cnd_yaml_get(
	const struct cnd_yaml *map, const char *key);

/* Number of items of a list or entries of a map; 0 for a scalar. */
size_t cnd_yaml_count(const struct cnd_yaml *node);

/*
 * Typed values.  On the wrong type: false and err "'key' must be …" at the
 * node's place.  node must not be NULL.
 */
bool cnd_yaml_bool(
	const struct cnd_yaml *node, bool *value, struct cnd_error *err);
bool cnd_yaml_number(
	const struct cnd_yaml *node, double *value, struct cnd_error *err);
bool cnd_yaml_string(const struct cnd_yaml *node, struct cnd_str *value,
	struct cnd_error *err);

#endif
