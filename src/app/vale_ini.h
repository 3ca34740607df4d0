/* .vale.ini as a configuration: a Vale project is read as it is. */
#ifndef CND_APP_VALE_INI_H
#define CND_APP_VALE_INI_H

#include "app/config.h"

/* The names Vale's configuration goes by, the first found counts; ended
 * by NULL. */
const char *const *cnd_vale_ini_names(void);

bool cnd_vale_ini_is_name(struct cnd_str path);

/*
 * Reads the file that stands at path (absolute).  What is not known, or
 * not obeyed, is a note of the result; NULL and err only for a wrong
 * MinAlertLevel.  All lives in the arena.
 */
struct cnd_config *cnd_vale_ini_read(struct cnd_arena *arena,
	struct cnd_str path, struct cnd_str bytes, struct cnd_error *err);

#endif
