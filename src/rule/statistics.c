/*
 * Words, sentences and syllables counted.  Syllables are guessed from the
 * spelling, as all readability formulas do; English is meant.
 */
#include "rule/statistics.h"

#include "text/unicode.h"
#include "text/utf8.h"

#include <string.h>

enum number {
	WORDS = CND_STATISTIC_VALUE + 1,
	SENTENCES,
	PARAGRAPHS,
	CHARACTERS,
	SYLLABLES,
	COMPLEX_WORDS, /* three syllables without a common ending */
	POLYSYLLABIC_WORDS, /* three syllables */
	LONG_WORDS, /* over six letters */
	LIST,
	BLOCKQUOTE,
	PRE,
	TABLES,
	HEADING_H1,
	HEADING_H6 = HEADING_H1 + 5,
	RECOMMENDATIONS,
	NUMBERS
};

_Static_assert((int)NUMBERS <= (int)CND_STATISTICS, "values hold all numbers");

static const char *const names[NUMBERS + 1] = {
	[CND_STATISTIC_VALUE] = "value",
	[WORDS] = "words",
	[SENTENCES] = "sentences",
	[PARAGRAPHS] = "paragraphs",
	[CHARACTERS] = "characters",
	[SYLLABLES] = "syllables",
	[COMPLEX_WORDS] = "complex_words",
	[POLYSYLLABIC_WORDS] = "polysyllabic_words",
	[LONG_WORDS] = "long_words",
	[LIST] = "list",
	[BLOCKQUOTE] = "blockquote",
	[PRE] = "pre",
	[TABLES] = "tables",
	[HEADING_H1] = "heading_h1",
	[HEADING_H1 + 1] = "heading_h2",
	[HEADING_H1 + 2] = "heading_h3",
	[HEADING_H1 + 3] = "heading_h4",
	[HEADING_H1 + 4] = "heading_h5",
	[HEADING_H6] = "heading_h6",
	[RECOMMENDATIONS] = "recommendations",
};

const char *const *
cnd_statistics_names(void)
{
	return names;
}

/* A word as readers count them: "don't" and "well-known" are one each. */
enum { WORD_LETTERS = 32 };

struct word {
	char letters[WORD_LETTERS]; /* folded, accents and the rest cut */
	size_t kept; /* of letters */
	size_t len; /* letters and digits in all */
};

/*
 * ASCII, or the vowel under a Latin-1 accent (an accented "e" is never
 * silent, so it counts as "i"), or a consonant.
 */
static char
plain_letter(uint32_t code)
{
	static const char latin[] = "aaaaaaaciiiiiiiixnooooo/ouuuuyxy";

	code = cnd_fold(code);
	if (code < 0x80)
		return (char)code;
	if (code < 0xe0 || code > 0xff)
		return 'x';
	return latin[code - 0xe0];
}

static bool
is_joint(struct cnd_str text, size_t at)
{
	uint32_t code = cnd_utf8_next(text, &at);

	if (code != '\'' && code != '-' && code != 0x2019 && code != 0x2011)
		return false;
	return at < text.len && cnd_is_word(cnd_utf8_next(text, &at));
}

/* The next word at or after *at; false at the end. */
static bool
next_word(struct cnd_str text, size_t *at, struct word *word)
{
	bool is_inside = false;

	*word = (struct word){ 0 };
	while (*at < text.len) {
		size_t next = *at;
		uint32_t code = cnd_utf8_next(text, &next);

		if (cnd_is_word(code)) {
			is_inside = true;
			word->len++;
			if (word->kept < WORD_LETTERS)
				word->letters[word->kept++] =
					plain_letter(code);
		} else if (is_inside && !is_joint(text, *at)) {
			return true;
		}
		*at = next;
	}
	return is_inside;
}

static bool
ends_with(const struct word *word, const char *ending)
{
	size_t len = strlen(ending);

	return word->kept > len &&
		memcmp(word->letters + word->kept - len, ending, len) == 0;
}

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiouy", c) != NULL;
}

/* Whether the last vowel is only written: "staged", "lines", "home". */
static bool
is_last_silent(const struct word *word)
{
	if (ends_with(word, "e"))
		return !ends_with(word, "le") &&
			!is_vowel(word->letters[word->kept - 2]);
	if (ends_with(word, "ed"))
		return !ends_with(word, "ted") && !ends_with(word, "ded");
	return ends_with(word, "es") && !ends_with(word, "ses") &&
		!ends_with(word, "ces") && !ends_with(word, "ges") &&
		!ends_with(word, "hes");
}

/* Runs of vowels, one at least. */
static size_t
syllables_of(const struct word *word)
{
	size_t count = 0;
	bool was_vowel = false;

	for (size_t i = 0; i < word->kept; i++) {
		bool now = is_vowel(word->letters[i]);

		count += now && !was_vowel;
		was_vowel = now;
	}
	if (count > 1 && is_last_silent(word))
		count--;
	return count == 0 ? 1 : count;
}

/* Gunning's fog: an ending that adds a syllable does not make it hard. */
static bool
is_complex(const struct word *word, size_t syllables)
{
	if (ends_with(word, "ing") || ends_with(word, "es") ||
		(ends_with(word, "ed") && !ends_with(word, "eed")))
		return syllables > 3;
	return syllables > 2;
}

static void
count_words(struct cnd_str text, double *values)
{
	struct word word;
	size_t at = 0;

	while (next_word(text, &at, &word)) {
		size_t syllables = syllables_of(&word);

		values[WORDS]++;
		values[CHARACTERS] += (double)word.len;
		values[SYLLABLES] += (double)syllables;
		values[POLYSYLLABIC_WORDS] += syllables > 2;
		values[COMPLEX_WORDS] += is_complex(&word, syllables);
		values[LONG_WORDS] += word.len > 6;
	}
}

static void
count_block(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_block *block, double *values)
{
	values[PRE] += block->kind == CND_BLOCK_CODE;
	values[BLOCKQUOTE] += (block->flags & CND_BLOCK_QUOTED) != 0;
	if (!cnd_check_in_scope(check, rule, block->span))
		return;
	if (block->kind == CND_BLOCK_HEADING && block->level >= 1 &&
		block->level <= 6)
		values[HEADING_H1 + block->level - 1]++;
	if (block->kind != CND_BLOCK_PARAGRAPH && block->kind != CND_BLOCK_ITEM)
		return;
	values[block->kind == CND_BLOCK_ITEM ? LIST : PARAGRAPHS]++;
	values[SENTENCES] += (double)block->sentence_count;
	count_words(cnd_block_text(check->doc, block), values);
}

size_t
cnd_statistics_of(const struct cnd_check *check, const struct cnd_rule *rule,
	double values[CND_STATISTICS])
{
	for (size_t i = 0; i < CND_STATISTICS; i++)
		values[i] = 0;
	values[TABLES] = (double)check->doc->table_count;
	values[RECOMMENDATIONS] = (double)check->review->recommendation_count;
	for (size_t i = 0; i < check->doc->block_count; i++)
		count_block(check, rule, &check->doc->blocks[i], values);
	return (size_t)values[WORDS];
}
