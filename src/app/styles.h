/* Vale styles: folders of rule files, unchanged, and their project's words. */
#ifndef CND_APP_STYLES_H
#define CND_APP_STYLES_H

#include "app/config.h"
#include "app/rules_dir.h"

/* Which styles the command line asks for; zeroed asks for none. */
struct cnd_styles {
	const char *folder; /* NULL: "styles" */
	const struct cnd_str *names;
	size_t count;
	bool is_alone; /* without candour's own rules */
};

/*
 * Adds the rules of the styles; their ids are "<style>/<rule>".  When they
 * are to be alone, drops the rules built in and keeps only what reports
 * are understood by.  What candour cannot run is left out by the ruleset,
 * which says so (cnd_ruleset_left_out).  False and err when a style is not
 * there.
 */
bool cnd_styles_add(struct cnd_rule_files *files,
	const struct cnd_styles *styles, struct cnd_error *err);

/*
 * The same for those of a configuration, with its vocabularies, lists of
 * words and dictionaries.  Vale's own style, "Vale", is made here.
 */
bool cnd_styles_add_configured(struct cnd_rule_files *files,
	const struct cnd_config *config, struct cnd_error *err);

#endif
