/*
 * Scales: how likely a passage is to say a thing, by all its words at once.
 * Each word, and each two in a row, that a scale knows weighs for or
 * against; what weighs was learned from passages of which it is known what
 * they say (tools/weigh, docs/scales.md).  A pattern knows the turns of
 * phrase that its author thought of; a scale knows a new one by its words.
 */
#ifndef CND_WEIGH_SCALES_H
#define CND_WEIGH_SCALES_H

#include "base/arena.h"
#include "base/error.h"
#include "base/yaml.h"

/* Scales there may be; those shipped are twelve. */
enum { CND_SCALES_MOST = 16 };

/* Bytes of a passage that are weighed: a long paragraph has 2,000. */
enum { CND_SCALES_TEXT = 8192 };

struct cnd_scales;

/* None yet, in the arena. */
struct cnd_scales *cnd_scales_new(struct cnd_arena *arena);

/*
 * Reads one: a map with `description`, `bias` (a number) and `weights` (a
 * map from a weight in hundredths to a list of words, or of two words in a
 * row).  False and err, with the place in the file.
 */
bool cnd_scales_add(struct cnd_scales *scales, struct cnd_str name,
	const struct cnd_yaml *file, struct cnd_error *err);

/* Builds the table; nothing is added afterwards. */
void cnd_scales_seal(struct cnd_scales *scales);

/* The number of the scale of that name; false when there is none. */
bool cnd_scales_find(
	const struct cnd_scales *scales, struct cnd_str name, uint32_t *scale);

/*
 * For each scale by its number the odds that the passage says what it is
 * for, as their logarithm: 0 is one to one.  Its heaviest sentence counts
 * beside the whole.  Words behind CND_SCALES_TEXT bytes are left out.
 */
void cnd_scales_weigh(const struct cnd_scales *scales, struct cnd_str passage,
	float odds[CND_SCALES_MOST]);

/* Such odds of a chance from 0 to 1, which are without bound at both. */
float cnd_scales_odds(double chance);

/*
 * What the words of a part of the passage add for one scale: of two parts
 * the one that adds more is the one that says it.
 */
int cnd_scales_pull(
	const struct cnd_scales *scales, uint32_t scale, struct cnd_str part);

#endif
