/*
 * What a mutator works on, and its changes of XML.  A mutator is given
 * equal seeds to do equal things.
 */
#ifndef CND_FUZZ_MUTATE_H
#define CND_FUZZ_MUTATE_H

#include "fuzz.h"

/* Bytes that may grow up to a bound, and where chance comes from. */
struct input {
	char *data;
	size_t size;
	size_t most;
	uint64_t seed; /* never 0 */
};

/* A number below another; 0 below 0. */
size_t mutate_chance(struct input *input, size_t below);

/* The input's bytes as they are now. */
struct cnd_str mutate_bytes(const struct input *input);

/* Puts text in the place of bytes [from, to), unless that is too long. */
void mutate_replace(
	struct input *input, size_t from, size_t to, struct cnd_str text);

/*
 * Changes one element, attribute or text; what comes in is taken from the
 * donor, whose bytes are not the input's own.  Nothing without a tag.
 */
void mutate_xml(struct input *input, struct cnd_str donor);

#endif
