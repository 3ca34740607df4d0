/*
 * Where a byte of a YAML text stands, by indentation and brackets alone:
 * while somebody types, a text is seldom one that a parser takes.
 */
#ifndef CND_LSP_YAML_PLACE_H
#define CND_LSP_YAML_PLACE_H

#include "lsp/schema.h"

struct cnd_yaml_place {
	struct cnd_path path; /* of the map that a key would be of, or of
	                           the value */
	bool may_be_key;
	bool may_be_value;
	bool is_flow; /* inside brackets on this line */
	size_t from; /* where the word before the place begins */
};

/* The place just before byte `at` (clamped); keys are borrowed of text. */
struct cnd_yaml_place cnd_yaml_place_at(struct cnd_str text, size_t at);

/* The value of a key at the left margin; empty for none: "extends:". */
struct cnd_str cnd_yaml_top_value(struct cnd_str text, struct cnd_str key);

/* The key that holds byte `at` of the text: false when it is in none. */
bool cnd_yaml_key_at(struct cnd_str text, size_t at, size_t *from, size_t *to);

#endif
