/* A house's own words, made additions to candour's word lists. */
#ifndef CND_APP_HOUSE_H
#define CND_APP_HOUSE_H

#include "app/config.h"
#include "app/rules_dir.h"

/*
 * Adds a lexicon file for each list of names that the configuration has:
 * agencies, abbreviations, allowed names.  The names are taken literally.
 */
void cnd_house_add(
	struct cnd_rule_files *files, const struct cnd_config *config);

#endif
