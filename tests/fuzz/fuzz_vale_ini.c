/*
 * Fuzz target: a .vale.ini, its sections' patterns and what it ignores, as
 * far as no folder is looked into.
 */
#include "fuzz.h"

#include "app/vale_ini.h"
#include "app/vale_settings.h"

#include <stdlib.h>

static void
use(const struct cnd_config *config, struct cnd_arena *arena)
{
	static const struct cnd_str paths[] = { CND_STR_INIT("report.md"),
		CND_STR_INIT("docs/a/b.txt") };
	struct cnd_error err = { 0 };

	for (size_t i = 0; i < 2; i++) {
		for (size_t j = 0; j < config->section_count; j++)
			cnd_config_matches(&config->sections[j], paths[i]);
		cnd_vale_format_for(config, paths[i]);
		if (cnd_vale_settings_for(config, paths[i], arena, &err) ==
				NULL &&
			err.message[0] == '\0')
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_config *config =
		cnd_vale_ini_read(arena, CND_STR("/p/.vale.ini"), source, &err);

	if (config == NULL && err.message[0] == '\0')
		abort();
	if (config != NULL)
		use(config, arena);
	cnd_arena_free(arena);
	free((char *)(uintptr_t)source.data);
	return 0;
}
