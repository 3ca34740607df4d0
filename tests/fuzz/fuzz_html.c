/* Fuzz target: the html reader, with its encodings. */
#include "fuzz.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);

	fuzz_read("report.html", source);
	free((char *)(uintptr_t)source.data);
	return 0;
}
