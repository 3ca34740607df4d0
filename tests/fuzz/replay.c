/*
 * Runs a fuzz target on the files named, without a fuzzer: what was found
 * once stays found.  No file at all is an error.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static int
replay(const char *path)
{
	static char bytes[4 << 20];
	FILE *file = fopen(path, "rb");
	size_t size;

	if (file == NULL) {
		printf("not ok %s: cannot be opened\n", path);
		return 1;
	}
	size = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
	printf("ok %s\n", path);
	fflush(stdout);
	return 0;
}

int
main(int argc, char **argv)
{
	int failures = 0;

	if (argc < 2) {
		fprintf(stderr, "replay: no input\n");
		return EXIT_FAILURE;
	}
	for (int i = 1; i < argc; i++)
		failures += replay(argv[i]);
	return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
