/* Cutting words and tokens as Vale does; curly quotes are straight ones. */
#include "rule/vale_words.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

static uint32_t
straight(uint32_t code)
{
	if (code == 0x2018 || code == 0x2019)
		return '\'';
	return code == 0x201c || code == 0x201d ? '"' : code;
}

static bool
is_one_of(uint32_t code, const char *set)
{
	code = straight(code);
	return code != 0 && code < 0x80 && strchr(set, (int)code) != NULL;
}

/* What stands between blanks; false when nothing is left. */
static bool
next_run(struct cnd_str text, size_t *at, struct cnd_span *run)
{
	size_t from = *at;
	size_t to;

	while (from < text.len) {
		size_t next = from;

		if (!cnd_is_blank(cnd_utf8_next(text, &next)))
			break;
		from = next;
	}
	for (to = from; to < text.len;) {
		size_t next = to;

		if (cnd_is_blank(cnd_utf8_next(text, &next)))
			break;
		to = next;
	}
	*run = (struct cnd_span){ (uint32_t)from, (uint32_t)to };
	*at = to;
	return from < to;
}

/* "e.g.", "U.S.", "Dr.": their stops stay. */
static bool
is_abbreviation(struct cnd_str word)
{
	if (word.len < 2 || word.data[word.len - 1] != '.')
		return false;
	if (word.len >= 3 && word.len <= 4 && cnd_is_upper(word.data[0])) {
		size_t i = 1;

		while (i + 1 < word.len && cnd_is_alpha(word.data[i]) &&
			!cnd_is_upper(word.data[i]))
			i++;
		if (i + 1 == word.len)
			return true;
	}
	if (word.len < 4 || word.len % 2 != 0)
		return false;
	for (size_t i = 0; i < word.len; i += 2)
		if (!cnd_is_alpha(word.data[i]) || word.data[i + 1] != '.')
			return false;
	return true;
}

static bool
has_letter(struct cnd_str word)
{
	for (size_t at = 0; at < word.len;)
		if (cnd_is_letter(cnd_utf8_next(word, &at)))
			return true;
	return false;
}

/* Takes one mark off the front, or else off the end; false: none. */
static bool
strip(struct cnd_str text, struct cnd_span *word)
{
	size_t first = word->from;
	size_t last = word->to;

	if (is_one_of(cnd_utf8_next(text, &first), "$(\"['") &&
		first < word->to) {
		word->from = (uint32_t)first;
		return true;
	}
	if (is_one_of(cnd_utf8_previous(text, &last), ",)\"]!;.?:'") &&
		last > word->from) {
		word->to = (uint32_t)last;
		return true;
	}
	return false;
}

bool
cnd_vale_word_next(struct cnd_str text, size_t *at, struct cnd_span *word)
{
	while (next_run(text, at, word)) {
		while (!is_abbreviation(
			       cnd_str_slice(text, word->from, word->to)) &&
			strip(text, word))
			;
		if (has_letter(cnd_str_slice(text, word->from, word->to)))
			return true;
	}
	return false;
}

/* The bytes of an ending that is a token of its own, at the word's end. */
static size_t
ending_length(struct cnd_str word)
{
	static const char *const endings[] = { "n't", "'s", "'re", "'ve", "'ll",
		"'d", "'m" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		struct cnd_str ending = cnd_str_of(endings[i]);

		if (word.len > ending.len &&
			cnd_str_equal_fold(ending,
				cnd_str_slice(
					word, word.len - ending.len, word.len)))
			return ending.len;
	}
	return 0;
}

/* A mark that is no part of a word, wherever it stands in a run. */
static bool
is_mark(struct cnd_str text, size_t at, size_t end)
{
	size_t next = at;
	uint32_t code = cnd_utf8_next(text, &next);

	if (is_one_of(code, "()[]{}\"?!;:<>&@#$%"))
		return true;
	if (code == '.' || code == ',')
		return next >= end || !cnd_is_digit(text.data[next]);
	return code == '\'' && next >= end;
}

bool
cnd_vale_token_next(struct cnd_str text, size_t *at, struct cnd_span *token)
{
	size_t start = *at;
	struct cnd_span run;
	size_t to;
	size_t cut;

	if (!next_run(text, &start, &run))
		return false;
	to = run.from;
	if (is_mark(text, to, run.to))
		cnd_utf8_next(text, &to);
	else
		while (to < run.to && !is_mark(text, to, run.to))
			cnd_utf8_next(text, &to);
	cut = ending_length(cnd_str_slice(text, run.from, to));
	*token = (struct cnd_span){ run.from, (uint32_t)(to - cut) };
	*at = to - cut;
	return true;
}
