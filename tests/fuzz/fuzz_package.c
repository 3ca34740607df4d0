/* Fuzz target: the ZIP layer below the Word and OpenDocument readers. */
#include "fuzz.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);

	fuzz_read("report.docx", source);
	fuzz_read("report.odt", source);
	free((char *)(uintptr_t)source.data);
	return 0;
}
