/*
 * A piece of text cut into words, each with a hash.  For the files of match/
 * only.
 */
#ifndef CND_MATCH_WORDS_H
#define CND_MATCH_WORDS_H

#include "base/limits.h"
#include "doc/document.h"

/* A piece cannot hold more words than this. */
enum { CND_WORDS_MAX = CND_LIMIT_MATCH_SPAN / 2 + 2 };

/*
 * The words of one piece: from edges[2 * i] to edges[2 * i + 1], counted
 * from the piece's start.
 */
struct cnd_words {
	uint16_t edges[2 * CND_WORDS_MAX + 64];
	uint32_t hashes[CND_WORDS_MAX];
	size_t count;
};

/*
 * Cuts the piece (no longer than CND_LIMIT_MATCH_SPAN) into words as PCRE2
 * has \w.  False when the piece holds a character that PCRE2 may see in
 * another way: a long s or a Kelvin sign, which fold to ASCII, or a
 * combining mark where those are doubtful.  The words are not told then.
 */
bool cnd_words_cut(struct cnd_words *words, struct cnd_str text,
	struct cnd_span piece, bool marks_are_doubtful);

/* The key of a word of ASCII letters, of any case. */
uint32_t cnd_word_key(struct cnd_str word);

/* The keys of its first, and of its last, letters: two or three of them. */
uint32_t cnd_start_key(struct cnd_str word, size_t letters);
uint32_t cnd_end_key(struct cnd_str word, size_t letters);

/* The key of all words that begin or end with a digit. */
enum { CND_DIGIT_KEY = 1 };

/* Whether a byte is a digit, or may be of one beyond ASCII. */
bool cnd_may_be_digit(char byte);

/* Whether the character that ends before at, and that at it, are of one
 * word: a place inside a word. */
bool cnd_is_inside_word(struct cnd_str text, size_t at);

#endif
