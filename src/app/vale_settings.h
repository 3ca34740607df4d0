/* From a configuration to what rules of Vale styles leave out. */
#ifndef CND_APP_VALE_SETTINGS_H
#define CND_APP_VALE_SETTINGS_H

#include "app/config.h"
#include "lint/lint.h"

/*
 * The settings for a file by its path below the configuration's folder.
 * NULL and err, with place, for a pattern that cannot be read.
 */
const struct cnd_vale_settings *cnd_vale_settings_for(
	const struct cnd_config *config, struct cnd_str path,
	struct cnd_arena *arena, struct cnd_error *err);

/* The ending a file is read by, when [formats] has one; data NULL: none. */
struct cnd_str cnd_vale_format_for(
	const struct cnd_config *config, struct cnd_str path);

#endif
