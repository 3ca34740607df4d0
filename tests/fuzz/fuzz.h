/* What the fuzz targets share. */
#ifndef CND_FUZZ_H
#define CND_FUZZ_H

#include "base/buf.h"
#include "lint/lint.h"

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's entry: each target has one. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The fuzzer's own mutator, which changes bytes in place. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

/*
 * The fuzzer's hooks for ours (mutate.c): the new size, of up to most
 * bytes; equal seeds change equal bytes alike.
 */
size_t LLVMFuzzerCustomMutator(
	uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data, size_t size,
	const uint8_t *other, size_t other_size, uint8_t *out, size_t most,
	unsigned seed);

/*
 * The bytes as text in memory of their own size, so that a read past the
 * end is seen; the caller's to free.
 */
struct cnd_str fuzz_copy(const uint8_t *data, size_t size);

/*
 * Reads the bytes as a file of that name, and checks that what the reader
 * says lies within the text.
 */
void fuzz_read(const char *name, struct cnd_str source);

/* The check of what a reader made, which is freed; NULL needs its error. */
void fuzz_document(struct cnd_document *doc, const struct cnd_error *err);

/* The built-in rules, compiled at the first call, kept to the end. */
const struct cnd_ruleset *fuzz_rules(void);

/* One rule, that flags and quotes every word; kept to the end. */
const struct cnd_ruleset *fuzz_word_rules(void);

/* A part of a package. */
struct fuzz_part {
	const char *name;
	struct cnd_str bytes;
};

/* Appends a ZIP file with these parts, stored. */
void fuzz_zip(const struct fuzz_part *parts, size_t count, struct cnd_buf *out);

/* Cuts off what lies before a line "====", which is dropped. */
struct cnd_str fuzz_cut(struct cnd_str *rest);

#endif
