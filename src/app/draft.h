/*
 * Configuration and rule files that somebody is writing: what is wrong
 * with them, before they are saved.
 */
#ifndef CND_APP_DRAFT_H
#define CND_APP_DRAFT_H

#include "app/project.h"

/* A file's text as it is now; all borrowed. */
struct cnd_draft {
	struct cnd_str path; /* absolute; empty for one without a place */
	struct cnd_str below; /* of a rule file: its path below its folder */
	struct cnd_str bytes;
};

/*
 * Whether a draft of .candour.yml could be used: its keys and values, the
 * folders, rules and profiles it names.  False and err with the place.
 * Nothing of the projects is changed.
 */
bool cnd_draft_check_config(const struct cnd_projects *projects,
	const struct cnd_draft *draft, struct cnd_error *err);

/*
 * A draft of a rule, lexicon, profile or structure file, compiled with the
 * lexicons, profiles and structure in force where it stands, and without
 * other rules.  NULL and err: the path is the draft's `below` when it is
 * the draft that is wrong.  The caller frees the set.
 */
struct cnd_ruleset *cnd_draft_compile(const struct cnd_projects *projects,
	const struct cnd_draft *draft, struct cnd_error *err);

/*
 * The rule files in force where a file at path stands (or would stand;
 * empty: no configuration), as far as they can be read.
 */
void cnd_draft_files(const struct cnd_projects *projects, struct cnd_str path,
	struct cnd_rule_files *files);

#endif
