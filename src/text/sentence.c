/*
 * Where sentences end.  Each '.', '?', '!' and '…' is a candidate; a table
 * of abbreviations and the letters on both sides decide.  Invariant: every
 * byte that is not a blank at a sentence's edge is in exactly one sentence.
 */
#include "text/sentence.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

/*
 * Words whose full stop ends no sentence, lower case, sorted.  Those
 * marked before a number ("no", "fig") only then: "He said no. She left."
 */
struct abbreviation {
	const char *word;
	bool before_number;
};

static const struct abbreviation abbreviations[] = {
	{ "al", false },
	{ "approx", false },
	{ "art", true },
	{ "c", false },
	{ "capt", false },
	{ "cf", false },
	{ "ch", true },
	{ "chap", true },
	{ "cllr", false },
	{ "co", false },
	{ "col", false },
	{ "cpl", false },
	{ "dc", false },
	{ "dept", false },
	{ "dr", false },
	{ "e.g", false },
	{ "eg", false },
	{ "ed", false },
	{ "eds", false },
	{ "esp", false },
	{ "et", false },
	{ "etc", false },
	{ "fig", true },
	{ "figs", true },
	{ "fr", false },
	{ "gen", false },
	{ "gov", false },
	{ "hon", false },
	{ "i.e", false },
	{ "ibid", false },
	{ "ie", false },
	{ "incl", false },
	{ "insp", false },
	{ "jr", false },
	{ "lt", false },
	{ "maj", false },
	{ "messrs", false },
	{ "mr", false },
	{ "mrs", false },
	{ "ms", false },
	{ "mt", false },
	{ "no", true },
	{ "nos", true },
	{ "op", false },
	{ "p", true },
	{ "para", true },
	{ "paras", true },
	{ "pc", false },
	{ "pp", true },
	{ "prof", false },
	{ "pt", true },
	{ "pts", true },
	{ "ref", true },
	{ "regs", true },
	{ "reg", true },
	{ "rep", false },
	{ "rev", false },
	{ "s", true },
	{ "sch", true },
	{ "sec", true },
	{ "sgt", false },
	{ "sr", false },
	{ "ss", true },
	{ "st", false },
	{ "supt", false },
	{ "tel", true },
	{ "v", false },
	{ "viz", false },
	{ "vol", true },
	{ "vols", true },
	{ "vs", false },
};

/* Longest word looked up: "messrs", with the dots of "e.g". */
enum { WORD_MAX = 8 };

static const struct abbreviation *
find_abbreviation(struct cnd_str word)
{
	size_t count = sizeof(abbreviations) / sizeof(abbreviations[0]);

	if (word.len == 0 || word.len > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (cnd_to_lower(word.data[0]) ==
				cnd_to_lower(abbreviations[i].word[0]) &&
			cnd_str_equal_fold(
				word, cnd_str_of(abbreviations[i].word)))
			return &abbreviations[i];
	return NULL;
}

/* The run of letters and inner dots that ends right before `at`. */
static struct cnd_str
word_before(struct cnd_str text, size_t at)
{
	size_t from = at;

	while (from > 0 && at - from <= WORD_MAX &&
		(cnd_is_alpha(text.data[from - 1]) ||
			(text.data[from - 1] == '.' && from < at)))
		from--;
	return cnd_str_slice(text, from, at);
}

/* One capital by itself, or several with dots between: "J", "U.K". */
static bool
is_initials(struct cnd_str word)
{
	if (word.len == 0 || word.len % 2 == 0)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (i % 2 == 0 ? !cnd_is_upper(word.data[i])
			       : word.data[i] != '.')
			return false;
	return true;
}

static bool
is_closer(uint32_t code)
{
	return code == '"' || code == '\'' || code == ')' || code == ']' ||
		code == 0x201d || code == 0x2019 || code == 0xbb;
}

static bool
is_stop(uint32_t code)
{
	return code == '.' || code == '?' || code == '!' || code == 0x2026;
}

/* Superscript digits and "[^1]"-like marks left by readers. */
static bool
is_note_mark(uint32_t code)
{
	return code == 0xb9 || code == 0xb2 || code == 0xb3 ||
		(code >= 0x2070 && code <= 0x2079) || code == 0x2020 ||
		code == 0x2021;
}

/* Behind stops, closing quotes, brackets and note marks from `at` on. */
static size_t
skip_closers(struct cnd_str text, size_t at)
{
	while (at < text.len) {
		size_t next = at;
		uint32_t code = cnd_utf8_next(text, &next);

		if (!is_closer(code) && !is_stop(code) && !is_note_mark(code))
			break;
		at = next;
	}
	return at;
}

/* The code point after blanks and opening quotes from `at`; 0 at the end. */
static uint32_t
first_of_next(struct cnd_str text, size_t at, bool *has_blank)
{
	*has_blank = false;
	while (at < text.len) {
		uint32_t code = cnd_utf8_next(text, &at);

		if (cnd_is_blank(code)) {
			*has_blank = true;
			continue;
		}
		if (code == '"' || code == '(' || code == '[' || code == '\'' ||
			code == 0x201c || code == 0x2018)
			continue;
		return code;
	}
	return 0;
}

/* Whether the full stop at `at` belongs to the word before it. */
static bool
is_abbreviated(struct cnd_str text, size_t at, uint32_t next)
{
	struct cnd_str word = word_before(text, at);
	const struct abbreviation *known = find_abbreviation(word);

	if (known != NULL)
		return !known->before_number ||
			(next < 0x80 && cnd_is_digit((char)next));
	return is_initials(word) && word.len <= 5 && cnd_is_upper_letter(next);
}

/* Whether the stop at `at`, closed at `end`, ends its sentence. */
static bool
ends_sentence(struct cnd_str text, size_t at, size_t end)
{
	bool has_blank;
	uint32_t next = first_of_next(text, end, &has_blank);
	bool is_full_stop = text.data[at] == '.' && end == at + 1;

	if (next == 0)
		return true;
	if (!has_blank)
		return false;
	if (cnd_is_lower_letter(next))
		return false;
	return !is_full_stop || !is_abbreviated(text, at, next);
}

/* Bytes that may begin a stop or are a forced line break. */
static const bool is_candidate[256] = {
	['\n'] = true, ['.'] = true, ['?'] = true, ['!'] = true, [0xe2] = true
};

/* Offset of the next stop or forced line break at or after `at`.  Every
 * byte of every report passes here, so the loop looks at one table. */
static size_t
next_candidate(struct cnd_str text, size_t at)
{
	for (;;) {
		while (at < text.len &&
			!is_candidate[(unsigned char)text.data[at]])
			at++;
		if (at >= text.len)
			return text.len;
		if (text.data[at] != '\xe2' ||
			(at + 2 < text.len &&
				memcmp(text.data + at, "\xe2\x80\xa6", 3) == 0))
			return at;
		at++;
	}
}

/* A forced break ends a sentence when the next line opens like one. */
static bool
breaks_sentence(struct cnd_str text, size_t at)
{
	bool has_blank;
	uint32_t next = first_of_next(text, at, &has_blank);

	return next == 0 || !cnd_is_lower_letter(next);
}

static size_t
sentence_end(struct cnd_str text, size_t at)
{
	while ((at = next_candidate(text, at)) < text.len) {
		size_t end;

		if (text.data[at] == '\n') {
			if (breaks_sentence(text, at))
				return at;
			at++;
			continue;
		}
		end = skip_closers(text, at);
		if (ends_sentence(text, at, end))
			return end;
		at = end;
	}
	return text.len;
}

bool
cnd_sentence_next(struct cnd_str text, size_t *at, size_t *from, size_t *to)
{
	size_t next = *at;

	while (next < text.len) {
		*at = next;
		if (!cnd_is_blank(cnd_utf8_next(text, &next)))
			break;
		*at = next;
	}
	if (*at >= text.len)
		return false;
	*from = *at;
	*to = sentence_end(text, *from);
	*at = *to;
	while (*to > *from) {
		size_t before = *to;

		if (!cnd_is_blank(cnd_utf8_previous(text, &before)))
			break;
		*to = before;
	}
	return true;
}
