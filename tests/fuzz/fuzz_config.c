/*
 * Fuzz target: a configuration, and what its sections say of a path.
 */
#include "fuzz.h"

#include "app/config.h"

#include <stdlib.h>

static void
ask(const struct cnd_config *config)
{
	static const struct cnd_str paths[] = { CND_STR_INIT("a.md"),
		CND_STR_INIT("drafts/old/a b.docx") };

	for (size_t i = 0; i < config->section_count; i++)
		for (size_t j = 0; j < 2; j++)
			(void)cnd_config_matches(
				&config->sections[i], paths[j]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_config *config = cnd_config_read(
		arena, CND_STR("/reports/.candour.yml"), source, &err);

	if (config == NULL && err.message[0] == '\0')
		abort();
	if (config != NULL)
		ask(config);
	cnd_arena_free(arena);
	free((char *)(uintptr_t)source.data);
	return 0;
}
