/*
 * Dictionaries: the only file that knows libhunspell.  A speller may be
 * shared by threads: every answer is kept, under a lock of its own.
 */
#ifndef CND_BASE_SPELL_H
#define CND_BASE_SPELL_H

#include "base/arena.h"
#include "base/error.h"

struct cnd_speller;

/* One without dictionaries or words; it belongs to the arena. */
struct cnd_speller *cnd_speller_new(struct cnd_arena *arena);

/*
 * Adds the dictionary name.aff and name.dic, looked for in the folders and
 * then where systems keep them.  False and err, which says what to
 * install, when there is none.
 */
bool cnd_speller_add(struct cnd_speller *speller, struct cnd_str name,
	const struct cnd_str *folders, size_t folder_count,
	struct cnd_error *err);

/* Adds words, one a line, that are right as they stand. */
void cnd_speller_add_words(struct cnd_speller *speller, struct cnd_str words);

/* Whether a word is in a dictionary or a list. */
bool cnd_speller_knows(const struct cnd_speller *speller, struct cnd_str word);

/* Words that may be meant, the best first, in the arena; how many. */
size_t cnd_speller_suggest(const struct cnd_speller *speller,
	struct cnd_str word, struct cnd_arena *arena, struct cnd_str *words,
	size_t most);

#endif
