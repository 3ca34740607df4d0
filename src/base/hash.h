/*
 * The FNV-1a hash (Fowler, Noll and Vo), a number at a time: the place to
 * begin, and how one number more is added.  Not for what an enemy chooses,
 * where many that are alike would cost more than a few looks.
 */
#ifndef CND_BASE_HASH_H
#define CND_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

#define CND_HASH32 UINT32_C(2166136261)
#define CND_HASH64 UINT64_C(14695981039346656037)

static inline uint32_t
cnd_hash32(uint32_t hash, uint32_t number)
{
	return (hash ^ number) * UINT32_C(16777619);
}

static inline uint64_t
cnd_hash64(uint64_t hash, uint64_t number)
{
	return (hash ^ number) * UINT64_C(1099511628211);
}

/* All bytes of a text, capitals of ASCII as small letters. */
static inline uint64_t
cnd_hash64_folded(uint64_t hash, struct cnd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		hash = cnd_hash64(
			hash, (unsigned char)cnd_to_lower(text.data[i]));
	return hash;
}

#endif
