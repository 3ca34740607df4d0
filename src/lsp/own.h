/*
 * candour's own files open in an editor: .candour.yml, rules, lexicons,
 * profiles.  What is wrong with them is told while they are written.
 */
#ifndef CND_LSP_OWN_H
#define CND_LSP_OWN_H

#include "app/draft.h"
#include "diag/finding.h"
#include "lsp/schema.h"

enum cnd_own_kind {
	CND_OWN_NONE, /* a report */
	CND_OWN_CONFIG,
	CND_OWN_RULE,
	CND_OWN_LEXICON,
	CND_OWN_SCALE,
	CND_OWN_PROFILE,
	CND_OWN_STRUCTURE,
	CND_OWN_OTHER /* YAML that is not ours */
};

struct cnd_own {
	enum cnd_own_kind kind;
	struct cnd_str path; /* absolute; empty when it has none */
	struct cnd_str below; /* its rules folder; empty for .candour.yml */
};

/*
 * What a text is, by its address and languageId: YAML below a folder that
 * is called "rules", or that the configuration above it or one of `folders`
 * names, is a rule file.  Strings live in the arena.
 */
struct cnd_own cnd_own_of(struct cnd_arena *arena,
	const struct cnd_projects *projects, struct cnd_str uri,
	struct cnd_str language);

/* "agency" of "lexicon/agency.yml"; empty for other paths. */
struct cnd_str cnd_own_lexicon_name(struct cnd_str below);

/* Its schema; false for structure files and what is not ours. */
bool cnd_own_schema(const struct cnd_own *own, enum cnd_schema_kind *kind);

/* Something wrong with an own file.  Line and column count from 1. */
struct cnd_problem {
	enum cnd_level level;
	uint32_t line;
	uint32_t column; /* in code points; 0: the whole line */
	struct cnd_str code;
	struct cnd_str message;
};

struct cnd_problems {
	struct cnd_problem *items;
	size_t count;
	size_t capacity;
};

/*
 * What is wrong with a text: the loader's error, or else the examples of a
 * rule that do not come out.  Everything lives in the arena.
 */
struct cnd_problems cnd_own_check(struct cnd_arena *arena,
	const struct cnd_projects *projects, const struct cnd_own *own,
	struct cnd_str text);

#endif
