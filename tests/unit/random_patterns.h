/*
 * Random patterns and words, the same on every run.  For tests that
 * compare two ways of matching.
 */
#ifndef CND_TESTS_RANDOM_PATTERNS_H
#define CND_TESTS_RANDOM_PATTERNS_H

#include "base/buf.h"

#include <stdint.h>

/* xorshift: good enough, and alike everywhere. */
struct dice {
	uint64_t state;
	uint32_t window; /* where the round's words stand in the list */
};

static uint32_t
draw(struct dice *dice, uint32_t below)
{
	dice->state ^= dice->state << 13;
	dice->state ^= dice->state >> 7;
	dice->state ^= dice->state << 17;
	return (uint32_t)(dice->state >> 33) % below;
}

#define PICK(dice, list) (list)[draw((dice), sizeof(list) / sizeof((list)[0]))]

static const char *const vocabulary[] = { "the", "board", "should", "ensure",
	"sk", "skills", "review", "reviewed", "s", "so", "care", "career",
	"plan", "planning", "a1", "_x", "a", "consider", "considered", "47",
	"4th", "x47", "2024", "safeguarding", "safeguards", "be", "been", "not",
	"risks" };

static const char *const odd_words[] = { "caf\u00e9", "\u00e9t\u00e9",
	"\u017fk", "ri\u212a", "\u017fhould", "na\u0131ve", "e\u0301t",
	"\u00b2", "\u00df", "\u0664\u0667", "4\u0667", "x\u203fy", "\u4e2d",
	"\u01c5", "\ua9c0" };

static const char *const gaps[] = { " ", " ", " ", " ", " ", " ", "  ", "\n",
	"\u00a0", "-", "\u2019", "'", ", ", ". ", " (", "\u2009 ", "/", "\t",
	" \u2013 ", "\u0301 ", "s, ", "\u2028", "\r\n", "\r" };

/*
 * A word of the round's few, mostly: patterns and texts of few words meet
 * often.
 */
static const char *
pick_word(struct dice *dice)
{
	uint32_t count = sizeof(vocabulary) / sizeof(vocabulary[0]);

	if (draw(dice, 5) == 0)
		return PICK(dice, vocabulary);
	return vocabulary[(dice->window + draw(dice, 4)) % count];
}

/* The word as it is, or in capitals, or with one. */
static void
put_word(struct dice *dice, struct cnd_buf *out, const char *word)
{
	uint32_t how = draw(dice, 16);

	for (size_t i = 0; word[i] != '\0'; i++) {
		bool is_raised = how == 0 || (how == 1 && i == 0);
		char c = word[i];

		if (is_raised && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		cnd_buf_putc(out, c);
	}
}

static void
put_any_word(struct dice *dice, struct cnd_buf *out)
{
	bool is_odd = draw(dice, 24) == 0;

	put_word(dice, out, is_odd ? PICK(dice, odd_words) : pick_word(dice));
}

static void put_pattern(struct dice *dice, struct cnd_buf *out, unsigned depth);

static const char *const pieces[] = { "\\w+", "\\w*", "\\w", "\\d+", "[a-z]+",
	"[A-Z]\\w+", "[Bb]oard", "s?", "(?:ed|ing)?", "\\w*ing", "\\w+ed",
	"plan\\w*", "safeg\\w+", "\\w+s\\b", "\\b", "\\B", ".", ".{0,9}", ".*?",
	"[^.]*", "[^a-s]+", "\\W+", "\\W", "-", "['\u2019]", "[- ]?", ",",
	"\\.", "^", "^(?:\\w+\\s+){2}", "$", "/", "(?:/|@)", "\\(", "(?=\\w)",
	"(?=\\s+be)", "(?=[,.]|\\s+so\\b)", "(?!\\w)", "(?<!\\w)", "(?<=\\s)",
	"(?!\\s+not)", "(?i)", "(?-i)", "(?s)", "(?#c)", "\\Qbe.\\E",
	"\\x{2019}", "\\x20", "[[:alpha:]]+", "[\\w-]+", "\u00e9", "caf\u00e9",
	"\\p{L}+", "\\S+", "(\\w+)\\s+\\1", "(?:\\w+\\s+){0,2}",
	"(?:\\w+\\s+){1,2}", "(?:\\w+\\s+){0,5}?", "(?:\\w+,? )*", "(?>a|be)",
	"\\w++", "\\s++", "a{2}", "a{,2}", "e{1}", "\\h+", "\\R", "\\N+",
	"(?|a|b)", "(?<n>so|not)", "\\K", "[s-u]", "[\u2013-]", "so{0}",
	"(?:the\\s+)?", "(?:a|the|)", "\\D", "[.,;]+", "\u2013", "_", "\\E",
	"\\s", "\\s\\s+", "\\s{2}", "(?U)", "be(?#x)+", "(?i:THE)", "\\x6b",
	"(?<![\\w-])", "(?![\\w@])", "\\d{2}", "[0-3]?\\d", "\\d\\w*",
	"\\p{Lu}\\w+", "[\\p{L}-]+", "s{2,}", "(?<!\\d)", "\\D\\d", "4\\d+",
	"so(?#x)?", "so{1}{0,1}", "(?>so|s)o?", "(?>so|s)\\b" };

/* A piece: a word, a group, or something from the list above. */
static void
put_piece(struct dice *dice, struct cnd_buf *out, unsigned depth)
{
	static const char *const quantifiers[] = { "", "", "", "", "?", "+",
		"*", "??", "{0,2}", "{2}", "?+", "{1,3}" };
	static const char *const openings[] = { "(?:", "(?:", "(?:", "(", "(?>",
		"(?i:", "(?|" };
	uint32_t kind = draw(dice, 10);

	if (kind < 6 || (kind < 8 && depth == 0)) {
		put_word(dice, out, pick_word(dice));
	} else if (kind < 8) {
		cnd_buf_puts(out, PICK(dice, openings));
		put_pattern(dice, out, depth - 1);
		cnd_buf_puts(out, ")");
		cnd_buf_puts(out, PICK(dice, quantifiers));
	} else {
		cnd_buf_puts(out, PICK(dice, pieces));
	}
}

static void
put_pattern(struct dice *dice, struct cnd_buf *out, unsigned depth)
{
	static const char *const links[] = { "\\s+", "\\s+", "\\s+", "\\s+",
		" ", " ", "\\s*", "", "\\b", "[- ]", "\\W+", ",\\s+", "\\s+\\(",
		"-", "['\u2018\u2019]", "\\s?", "|", "|" };
	uint32_t count = 1 + draw(dice, 3);

	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			cnd_buf_puts(out, PICK(dice, links));
		put_piece(dice, out, depth);
	}
}

/* A word twice: these are looked for in a way of their own. */
static const char *const doubled[] = { "(?<!\\w)([a-z]+)\\s+\\1(?!\\w)",
	"\\b(\\w+)\\s+\\1\\b", "\\b([a-z]\\d?)\\s(?=\\w)(?i:\\1)(?![\\w-])",
	"\\b(?:([a-z]+)\\s+\\1)\\b" };

static void
put_whole_pattern(struct dice *dice, struct cnd_buf *out)
{
	bool is_token = draw(dice, 3) > 0;

	cnd_buf_clear(out);
	if (draw(dice, 60) == 0) {
		cnd_buf_puts(out, PICK(dice, doubled));
		return;
	}
	if (is_token)
		cnd_buf_puts(out, "\\b(?:");
	put_pattern(dice, out, 2);
	if (is_token)
		cnd_buf_puts(out, ")\\b");
}

#endif
