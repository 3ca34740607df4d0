/*
 * Runs a fuzz target on the files named, without a fuzzer: what was found
 * once stays found.  A target with a mutator of its own (mutate.c) also
 * gets what that makes of each file.  No file at all is an error.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST = 4 << 20, MUTATIONS = 40, MUTATED_MOST = 1 << 16 };

/* Where there is no mutator, its address is NULL. */
#pragma weak LLVMFuzzerCustomMutator

/* In the fuzzer's place: not much of a mutator. */
size_t
LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most)
{
	if (size < most)
		data[size++] = '<';
	return size;
}

/* Mutations of mutations, the same each time. */
static void
mutate(uint8_t *bytes, size_t size)
{
	for (unsigned i = 0; i < MUTATIONS && size < MUTATED_MOST; i++) {
		size = LLVMFuzzerCustomMutator(bytes, size, MUTATED_MOST, i);
		LLVMFuzzerTestOneInput(bytes, size);
	}
}

static int
replay(const char *path)
{
	static uint8_t bytes[MOST];
	FILE *file = fopen(path, "rb");
	size_t size;

	if (file == NULL) {
		printf("not ok %s: cannot be opened\n", path);
		return 1;
	}
	size = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	LLVMFuzzerTestOneInput(bytes, size);
	if (LLVMFuzzerCustomMutator != NULL)
		mutate(bytes, size);
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
