/* The lexicons of the parse, and folding of single words. */
#ifndef CND_REVIEW_ANATOMY_TABLE_H
#define CND_REVIEW_ANATOMY_TABLE_H

#include "review/anatomy_words.h"

/* A lexicon and the class of its entries; is_verbs: they are inflected. */
struct cnd_word_list {
	const char *lexicon;
	enum cnd_class is_class;
	bool is_verbs;
};

/* Ends with a row whose lexicon is NULL. */
extern const struct cnd_word_list cnd_word_lists[];

/*
 * Lower case, curly apostrophes straight, -ize as -ise: how words are
 * compared.  The result lives in the arena.
 */
struct cnd_str cnd_words_fold(struct cnd_arena *arena, struct cnd_str word);

/* Gives token `at` the classes of all phrases that open there. */
void cnd_words_classify(const struct cnd_tokens *tokens, size_t at);

#endif
