/*
 * rules/structure.yml compiled: the cues by which sections get their
 * roles, a report its type, a table's columns their meaning, and the
 * lexicons that the reading of recommendations uses.
 */
#ifndef CND_REVIEW_STRUCTURE_H
#define CND_REVIEW_STRUCTURE_H

#include "base/error.h"
#include "base/yaml.h"
#include "match/lexicon.h"
#include "weigh/scales.h"

struct cnd_structure;

/*
 * Compiles the file with the lexicons it names; NULL and err (line and
 * column; the caller adds the path).  All lives in the arena.  The patterns
 * of a file that is_trusted are known to compile: see CND_REGEX_TRUSTED.
 */
struct cnd_structure *cnd_structure_new(struct cnd_arena *arena,
	const struct cnd_yaml *file, const struct cnd_lexicons *lexicons,
	bool is_trusted, struct cnd_error *err);

/* Gives it the scales that recommendations are weighed with: anatomy.h. */
void cnd_structure_weigh(
	struct cnd_structure *structure, const struct cnd_scales *scales);

/* The names of the review types known ("sar", "dhr", … "general"). */
const struct cnd_str *cnd_structure_profiles(
	const struct cnd_structure *structure, size_t *count);

#endif
