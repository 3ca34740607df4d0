/*
 * Words, sentences and syllables counted.  Syllables are guessed from the
 * spelling, as all readability formulas do; English is meant.
 */
#include "rule/statistics.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

_Static_assert((int)CND_STATISTIC_COUNT <= (int)CND_STATISTICS,
	"values hold all numbers");

static const char *const names[CND_STATISTIC_COUNT + 1] = {
	[CND_STATISTIC_VALUE] = "value",
	[CND_STATISTIC_WORDS] = "words",
	[CND_STATISTIC_SENTENCES] = "sentences",
	[CND_STATISTIC_PARAGRAPHS] = "paragraphs",
	[CND_STATISTIC_CHARACTERS] = "characters",
	[CND_STATISTIC_SYLLABLES] = "syllables",
	[CND_STATISTIC_COMPLEX_WORDS] = "complex_words",
	[CND_STATISTIC_POLYSYLLABIC_WORDS] = "polysyllabic_words",
	[CND_STATISTIC_LONG_WORDS] = "long_words",
	[CND_STATISTIC_LIST] = "list",
	[CND_STATISTIC_BLOCKQUOTE] = "blockquote",
	[CND_STATISTIC_PRE] = "pre",
	[CND_STATISTIC_TABLES] = "tables",
	[CND_STATISTIC_HEADING_H1] = "heading_h1",
	[CND_STATISTIC_HEADING_H1 + 1] = "heading_h2",
	[CND_STATISTIC_HEADING_H1 + 2] = "heading_h3",
	[CND_STATISTIC_HEADING_H1 + 3] = "heading_h4",
	[CND_STATISTIC_HEADING_H1 + 4] = "heading_h5",
	[CND_STATISTIC_HEADING_H6] = "heading_h6",
	[CND_STATISTIC_RECOMMENDATIONS] = "recommendations",
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
	size_t vowels; /* runs of them */
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

/* What a byte of ASCII is in a word. */
enum sort { NONE, VOWEL, OTHER };

static inline enum sort
sort_of(char byte)
{
	enum { A, E = 4, I = 8, O = 14, U = 20, Y = 24 };
	const uint32_t vowels =
		1u << A | 1u << E | 1u << I | 1u << O | 1u << U | 1u << Y;
	unsigned letter = (unsigned char)((byte | 0x20) - 'a');

	if (letter < 26)
		return (vowels >> letter & 1) != 0 ? VOWEL : OTHER;
	return cnd_is_digit(byte) || byte == '_' ? OTHER : NONE;
}

static bool
is_vowel(char c)
{
	return sort_of(c) == VOWEL;
}

/* A letter of a word, and whether its last one is a vowel now. */
static inline bool
add_letter(struct word *word, char letter, enum sort sort, bool was_vowel)
{
	word->len++;
	if (word->kept == WORD_LETTERS)
		return was_vowel;
	word->letters[word->kept++] = letter;
	word->vowels += sort == VOWEL && !was_vowel;
	return sort == VOWEL;
}

/* The next word at or after *at; false at the end. */
static bool
next_word(struct cnd_str text, size_t *at, struct word *word)
{
	bool is_vowel_last = false;

	word->kept = word->len = word->vowels = 0;
	while (*at < text.len) {
		char byte = text.data[*at];
		enum sort sort = sort_of(byte);
		size_t next = *at + 1;
		uint32_t code = 0;

		if (sort != NONE) {
			is_vowel_last = add_letter(
				word, cnd_to_lower(byte), sort, is_vowel_last);
			*at = next;
			continue;
		}
		if ((unsigned char)byte >= 0x80) {
			next = *at;
			code = cnd_utf8_next(text, &next);
		}
		if (code != 0 && cnd_is_word(code)) {
			byte = plain_letter(code);
			is_vowel_last = add_letter(
				word, byte, sort_of(byte), is_vowel_last);
		} else if (word->len > 0 && !is_joint(text, *at)) {
			return true;
		}
		*at = next;
	}
	return word->len > 0;
}

static inline bool
ends_with(const struct word *word, const char *ending)
{
	size_t len = strlen(ending);

	return word->kept > len &&
		memcmp(word->letters + word->kept - len, ending, len) == 0;
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

static size_t
syllables_of(const struct word *word)
{
	size_t count = word->vowels;

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
count_words(struct cnd_str text, uint64_t *counts)
{
	struct word word;
	size_t at = 0;

	while (next_word(text, &at, &word)) {
		size_t syllables = syllables_of(&word);

		counts[CND_STATISTIC_WORDS]++;
		counts[CND_STATISTIC_CHARACTERS] += word.len;
		counts[CND_STATISTIC_SYLLABLES] += syllables;
		counts[CND_STATISTIC_POLYSYLLABIC_WORDS] += syllables > 2;
		counts[CND_STATISTIC_COMPLEX_WORDS] +=
			syllables > 2 && is_complex(&word, syllables);
		counts[CND_STATISTIC_LONG_WORDS] += word.len > 6;
	}
}

/* The same, of a text counted before what was counted then. */
static void
add_words(struct cnd_recall *recall, struct cnd_str text, double values[])
{
	uint64_t counts[CND_STATISTIC_COUNT] = { 0 };
	struct cnd_recalled *known =
		recall == NULL ? NULL : cnd_recall_text(recall, text);
	struct cnd_str kept = { 0 };

	if (known != NULL)
		kept = cnd_recall_bytes(known, names);
	if (kept.len > 0)
		memcpy(counts, kept.data, sizeof(counts));
	else
		count_words(text, counts);
	if (known != NULL && kept.len == 0)
		cnd_recall_keep_bytes(recall, known, names,
			(struct cnd_str){
				(const char *)counts, sizeof(counts) });
	for (size_t i = 0; i < CND_STATISTIC_COUNT; i++)
		values[i] += (double)counts[i];
}

static void
count_block(const struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_block *block, double *values)
{
	values[CND_STATISTIC_PRE] += block->kind == CND_BLOCK_CODE;
	values[CND_STATISTIC_BLOCKQUOTE] +=
		(block->flags & CND_BLOCK_QUOTED) != 0;
	if (!cnd_check_in_scope(check, rule, block->span))
		return;
	if (block->kind == CND_BLOCK_HEADING && block->level >= 1 &&
		block->level <= 6)
		values[CND_STATISTIC_HEADING_H1 + block->level - 1]++;
	if (block->kind != CND_BLOCK_PARAGRAPH && block->kind != CND_BLOCK_ITEM)
		return;
	values[block->kind == CND_BLOCK_ITEM ? CND_STATISTIC_LIST
					     : CND_STATISTIC_PARAGRAPHS]++;
	values[CND_STATISTIC_SENTENCES] += (double)block->sentence_count;
	add_words(
		check->doc->recall, cnd_block_text(check->doc, block), values);
}

/* The numbers of one scope: rules of one scope share them. */
struct cnd_counted {
	const struct cnd_scope *scope;
	double values[CND_STATISTICS];
	struct cnd_counted *before;
};

static const struct cnd_counted *
count_scope(struct cnd_check *check, const struct cnd_rule *rule)
{
	struct cnd_counted *made = check->counted;

	while (made != NULL && !cnd_scope_is_same(made->scope, rule->scope))
		made = made->before;
	if (made != NULL)
		return made;
	made = cnd_arena_alloc(check->arena, sizeof(*made));
	made->scope = rule->scope;
	made->before = check->counted;
	check->counted = made;
	made->values[CND_STATISTIC_TABLES] = (double)check->doc->table_count;
	made->values[CND_STATISTIC_RECOMMENDATIONS] =
		(double)check->review->recommendation_count;
	for (size_t i = 0; i < check->doc->block_count; i++)
		count_block(check, rule, &check->doc->blocks[i], made->values);
	return made;
}

size_t
cnd_statistics_of(struct cnd_check *check, const struct cnd_rule *rule,
	double values[CND_STATISTICS])
{
	memcpy(values, count_scope(check, rule)->values,
		CND_STATISTICS * sizeof(values[0]));
	return (size_t)values[CND_STATISTIC_WORDS];
}
