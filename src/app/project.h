/*
 * What is in force for a file: the nearest configuration, the rules it
 * gives with its own folders and words, the choices of its sections.
 */
#ifndef CND_APP_PROJECT_H
#define CND_APP_PROJECT_H

#include "app/config.h"
#include "app/rules_dir.h"
#include "app/styles.h"
#include "app/vale_settings.h"

struct cnd_project;

/* Configurations met so far.  Held by value; start with { .arena = … },
 * which owns all of them and their rules. */
struct cnd_projects {
	struct cnd_arena *arena;
	const char *const *folders; /* of rules, stronger than any other */
	size_t folder_count;
	struct cnd_styles styles;
	const char *config; /* this file for all, whatever stands near them */
	bool is_ignoring; /* no configuration at all */
	struct cnd_project **items;
	size_t count;
	size_t capacity;
};

/* All borrowed from the projects' arena. */
struct cnd_in_force {
	const struct cnd_config *config; /* NULL: there is none */
	const struct cnd_ruleset *set;
	struct cnd_config_text profile;
	struct cnd_config_text fail_on;
	struct cnd_rule_choice *choices; /* rules by id, none twice */
	const struct cnd_config_rule **sources; /* where each was chosen */
	size_t count;
	const struct cnd_vale_settings *vale; /* or NULL */
	struct cnd_str ending; /* it is read by, when not by its own */
};

/*
 * What is in force for a file, which need not exist.  False and err, with
 * place, for a configuration or rules that are wrong.
 */
bool cnd_projects_find(struct cnd_projects *projects, const char *file,
	struct cnd_in_force *force, struct cnd_error *err);

/*
 * Adds the rule files in force below a configuration (NULL: none): those
 * built in, of its folders and the command line's, its own words, styles.
 * The configuration must outlive the list.
 */
bool cnd_project_gather(const struct cnd_projects *projects,
	const struct cnd_config *config, struct cnd_rule_files *files,
	struct cnd_error *err);

/*
 * Whether the profiles and rules that a configuration names are in the
 * set; err has the first that is not, with its place.  The arena is for
 * what is made on the way.
 */
bool cnd_project_check(struct cnd_arena *arena, const struct cnd_config *config,
	const struct cnd_ruleset *set, struct cnd_error *err);

/*
 * The nearest .candour.yml at or above the folder, up to the one that
 * holds ".git"; data NULL when there is none.
 */
struct cnd_str cnd_project_config(
	struct cnd_arena *arena, struct cnd_str folder);

/* The folder a file stands in, absolute, without links; "" for the root. */
struct cnd_str cnd_project_folder(struct cnd_arena *arena, const char *file);

#endif
