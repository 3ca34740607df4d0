/*
 * A table of the words met, by key: a few places are tried, and a word that
 * finds them taken is not kept.  The first to come stay: what is frequent
 * comes early.
 */
#include "match/seen.h"

#include "match/words.h"

#include <string.h>

enum {
	PLACES_LEAST = 64,
	PLACES_MOST = 8192, /* a report has four thousand words that differ */
	BYTES_TO_PLACE = 32, /* five words, one of them new */
	TRIES = 4
};

struct cnd_seen
cnd_seen_start(const struct cnd_matcher *matcher, struct cnd_str text,
	bool has_hints, struct cnd_arena *scratch)
{
	uint32_t places = PLACES_LEAST;

	while (places < PLACES_MOST && places < text.len / BYTES_TO_PLACE)
		places *= 2;
	return (struct cnd_seen){
		.matcher = matcher,
		.text = text,
		.has_hints = has_hints,
		.scratch = scratch,
		.words = cnd_arena_array(
			scratch, places, sizeof(struct cnd_seen_word)),
		.mask = places - 1,
	};
}

/* A key of a word, and of which kind. */
struct look_up {
	enum cnd_anchor_kind kind;
	uint32_t key;
};

/* All that a word may be looked up by: how many. */
static size_t
keys_of(struct cnd_str word, uint32_t key, struct look_up *keys)
{
	size_t count = 0;

	keys[count++] = (struct look_up){ CND_ANCHOR_WORD, key };
	if (cnd_may_be_digit(word.data[0]))
		keys[count++] = (struct look_up){ CND_ANCHOR_START_DIGIT,
			CND_DIGIT_KEY };
	if (cnd_may_be_digit(word.data[word.len - 1]))
		keys[count++] =
			(struct look_up){ CND_ANCHOR_END_DIGIT, CND_DIGIT_KEY };
	if (word.len < 2)
		return count;
	keys[count++] = (struct look_up){ CND_ANCHOR_START_OF_TWO,
		cnd_start_key(word, 2) };
	keys[count++] =
		(struct look_up){ CND_ANCHOR_END_OF_TWO, cnd_end_key(word, 2) };
	if (word.len < 3)
		return count;
	keys[count++] =
		(struct look_up){ CND_ANCHOR_START, cnd_start_key(word, 3) };
	keys[count++] =
		(struct look_up){ CND_ANCHOR_END, cnd_end_key(word, 3) };
	return count;
}

/* Adds the stretches that the keys lead to: how many. */
static uint8_t
look_up(const struct cnd_slots *slots, const struct look_up *keys, size_t count,
	bool has_hints, struct cnd_stretch *stretches)
{
	uint8_t found = 0;

	for (size_t i = 0; i < count; i++) {
		struct cnd_slot slot =
			cnd_slots_find(&slots[keys[i].kind], keys[i].key);

		if (!has_hints)
			slot.count -= slot.hints;
		if (slot.count > 0)
			stretches[found++] =
				(struct cnd_stretch){ slot.first, slot.count };
	}
	return found;
}

/* Fills in the word, whose stretches go to the spare ones. */
static void
fill(struct cnd_seen *seen, uint32_t key, struct cnd_seen_word *word)
{
	struct look_up keys[CND_ANCHOR_KINDS];
	size_t count = keys_of(
		cnd_str_slice(seen->text, word->from, word->from + word->len),
		key, keys);

	word->sequence_count = look_up(seen->matcher->slots, keys, count,
		seen->has_hints, seen->spare_stretches);
	word->mark_count = look_up(seen->matcher->marker.slots, keys, count,
		true, seen->spare_stretches + word->sequence_count);
	word->stretches = seen->spare_stretches;
}

static bool
is_same(const struct cnd_seen *seen, const struct cnd_seen_word *word,
	uint32_t from, uint16_t len)
{
	return word->len == len &&
		memcmp(seen->text.data + word->from, seen->text.data + from,
			len) == 0;
}

/* Moves a word's stretches to where they stay. */
static void
keep(struct cnd_seen *seen, struct cnd_seen_word *word)
{
	size_t count = (size_t)word->sequence_count + word->mark_count;
	struct cnd_stretch *kept =
		cnd_arena_array(seen->scratch, count, sizeof(*kept));

	if (count > 0)
		memcpy(kept, word->stretches, count * sizeof(*kept));
	word->stretches = kept;
}

const struct cnd_seen_word *
cnd_seen_look(struct cnd_seen *seen, uint32_t from, uint16_t len, uint32_t key)
{
	struct cnd_seen_word made = { .from = from, .len = len };
	struct cnd_seen_word *free_place = NULL;

	for (uint32_t i = 0; i < TRIES; i++) {
		struct cnd_seen_word *word =
			&seen->words[(key + i) & seen->mask];

		if (word->len == 0) {
			free_place = word;
			break;
		}
		if (is_same(seen, word, from, len))
			return word;
	}
	fill(seen, key, &made);
	if (free_place == NULL) {
		seen->spare = made;
		return &seen->spare;
	}
	keep(seen, &made);
	*free_place = made;
	return free_place;
}
