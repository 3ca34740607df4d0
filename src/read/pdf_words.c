/* Words as sorted hashes of their small letters. */
#include "read/pdf_words.h"

#include "base/hash.h"

#include <stdlib.h>

enum { LONGEST_WORD = 40 }; /* bytes */

struct cnd_pdf_words {
	uint64_t *items;
	size_t count;
	size_t capacity;
};

static int
compare(const void *a, const void *b)
{
	const uint64_t *left = a;
	const uint64_t *right = b;

	return (*left > *right) - (*left < *right);
}

/* Letters of ASCII, and bytes of others. */
static bool
is_letter(char c)
{
	return cnd_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The word at the front of a text: letters, and signs inside it. */
static struct cnd_str
bare_word(struct cnd_str word)
{
	while (word.len > 0 && !is_letter(word.data[word.len - 1]))
		word.len--;
	while (word.len > 0 && !is_letter(word.data[0]))
		word = cnd_str_slice(word, 1, word.len);
	return word;
}

struct cnd_pdf_words *
cnd_pdf_words_read(const struct cnd_pdf_layout *layout)
{
	struct cnd_arena *arena = layout->arena;
	struct cnd_pdf_words *words = cnd_arena_alloc(arena, sizeof(*words));

	for (size_t i = 0; i < layout->count; i++) {
		struct cnd_str rest = layout->lines[i].text;

		if (layout->lines[i].table != NULL ||
			layout->lines[i].is_left_out)
			continue;
		while (rest.len > 0) {
			struct cnd_str word =
				bare_word(cnd_str_split(&rest, ' '));

			if (word.len == 0)
				continue;
			words->items = cnd_arena_grow(arena, words->items,
				words->count, &words->capacity,
				sizeof(*words->items));
			words->items[words->count++] =
				cnd_hash64_folded(CND_HASH64, word);
		}
	}
	if (words->count > 0)
		qsort(words->items, words->count, sizeof(*words->items),
			compare);
	return words;
}

static bool
have(const struct cnd_pdf_words *words, uint64_t hash)
{
	return words->count > 0 &&
		bsearch(&hash, words->items, words->count,
			sizeof(*words->items), compare) != NULL;
}

static bool
is_all_letters(struct cnd_str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!is_letter(word.data[i]))
			return false;
	return word.len > 0;
}

/* "Recommendati" and "on": no word ends so. */
static bool
is_ion(struct cnd_str end, struct cnd_str start)
{
	return cnd_str_equal(start, CND_STR("on")) &&
		(cnd_str_ends_with(end, CND_STR("ti")) ||
			cnd_str_ends_with(end, CND_STR("si")));
}

bool
cnd_pdf_words_join(const struct cnd_pdf_words *words, struct cnd_str end,
	struct cnd_str start, bool is_tight)
{
	struct cnd_str tail = bare_word(start);
	uint64_t first = cnd_hash64_folded(CND_HASH64, end);
	bool knows_end;
	bool knows_start;

	if (end.len + start.len > LONGEST_WORD || !is_all_letters(end) ||
		tail.len == 0 || tail.data != start.data ||
		tail.data[0] < 'a' || tail.data[0] > 'z')
		return false;
	if (tail.len == 1)
		return tail.data[0] != 'a';
	knows_end = have(words, first);
	knows_start = have(words, cnd_hash64_folded(CND_HASH64, tail));
	if (have(words, cnd_hash64_folded(first, tail)))
		return !knows_end || !knows_start;
	return is_tight && !knows_end && (!knows_start || is_ion(end, tail));
}
