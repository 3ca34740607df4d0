/* Fuzz target: the JSON reader. */
#include "fuzz.h"

#include "base/json_read.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_json_value *value =
		cnd_json_parse(arena, source, &err);

	if (value == NULL && err.message[0] == '\0')
		abort();
	cnd_json_get(cnd_json_get(value, "params"), "position");
	cnd_arena_free(arena);
	free((char *)(uintptr_t)source.data);
	return 0;
}
