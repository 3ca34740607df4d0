/* Rule files from a folder. */
#ifndef CND_APP_RULES_DIR_H
#define CND_APP_RULES_DIR_H

#include "rule/ruleset.h"

/* Rule files gathered; held by value, start with { .arena = … }. */
struct cnd_rule_files {
	struct cnd_arena *arena;
	struct cnd_rule_file *items;
	size_t count;
	size_t capacity;
};

/* Adds one file, whose strings must live as long as the list. */
void cnd_rule_files_add(
	struct cnd_rule_files *files, struct cnd_rule_file file);

/* Adds the files built into the program. */
void cnd_rule_files_add_builtin(struct cnd_rule_files *files);

/*
 * Adds every .yml file below folder, by path order; its path below the
 * folder, without the ending, is its id.  False and err when the folder
 * or a file cannot be read, or when it holds no rule file.
 */
bool cnd_rule_files_add_folder(struct cnd_rule_files *files, const char *folder,
	struct cnd_error *err);

/*
 * Adds every .txt file below folder as a list of words whose path begins
 * with `prefix`.  A folder that is not there has none.
 */
bool cnd_rule_files_add_words(struct cnd_rule_files *files, const char *folder,
	const char *prefix, struct cnd_error *err);

/* Likewise the names of .dic files: lists without words. */
bool cnd_rule_files_add_dictionaries(struct cnd_rule_files *files,
	const char *folder, const char *prefix, struct cnd_error *err);

#endif
