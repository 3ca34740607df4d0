/*
 * Cuts a recommendation into tokens and sentences.  Tokens keep their
 * places in the document's text; a possessive ending is a flag, not part
 * of the word.
 */
#include "review/anatomy.h"
#include "review/anatomy_table.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/sentence.h"
#include "text/unicode.h"

#include <string.h>

/*
 * What the words of a list look like, by the list's address.  Some four
 * hundred lists are asked of every token, and nearly all answers are no:
 * most of them by a bit.
 */
enum { SIEVES = 1024, SIEVES_MOST = SIEVES / 4 * 3, LOOKS = 512 };

struct sieve {
	const char *words;
	uint64_t looks[LOOKS / 64];
};

struct cnd_sieve {
	struct sieve items[SIEVES];
	uint32_t count;
};

/* Growing arrays while cutting. */
struct cutter {
	struct cnd_arena *arena;
	struct cnd_str text; /* of the document */
	struct cnd_tokens *tokens;
	size_t token_capacity;
	size_t sentence_capacity;
};

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == 0x2018;
}

/* Marks inside words and numbers: co-production, 4.12, 2024/25, s'. */
static bool
is_joiner(uint32_t code)
{
	return code == '-' || code == 0x2010 || code == 0x2011 || code == '/' ||
		code == '.' || code == ',' || code == '&' ||
		is_apostrophe(code);
}

static bool
joins(struct cnd_str text, uint32_t before, uint32_t mark, size_t after)
{
	uint32_t next;

	if (!is_joiner(mark) || after >= text.len)
		return false;
	next = cnd_utf8_next(text, &after);
	if (mark == '.' || mark == ',')
		return before >= '0' && before <= '9' && next >= '0' &&
			next <= '9';
	return cnd_is_word(next);
}

/* The end of the word that starts at `from`. */
static size_t
word_end(struct cnd_str text, size_t from)
{
	size_t at = from;
	uint32_t before = 0;

	while (at < text.len) {
		size_t next = at;
		uint32_t code = cnd_utf8_next(text, &next);

		if (!cnd_is_word(code) && !cnd_is_mark(code) &&
			!joins(text, before, code, next))
			break;
		before = code;
		at = next;
	}
	return at;
}

/* Without "'s"; sets the flag.  "councils'" is seen by the caller. */
static struct cnd_str
without_possessive(struct cnd_str word, unsigned *flags)
{
	static const char *const endings[] = { "'s", "\xE2\x80\x99s" };

	for (size_t i = 0; i < 2; i++) {
		struct cnd_str ending = cnd_str_of(endings[i]);

		if (cnd_str_ends_with(word, ending)) {
			*flags |= CND_TOKEN_POSSESSIVE;
			return cnd_str_slice(word, 0, word.len - ending.len);
		}
	}
	return word;
}

static unsigned
shape_of(struct cnd_str word)
{
	size_t at = 0;
	size_t upper = 0;
	size_t lower = 0;
	unsigned flags = CND_TOKEN_WORD;

	if (cnd_is_digit(word.data[0]))
		return CND_TOKEN_NUMBER;
	while (at < word.len) {
		bool is_first = at == 0;
		uint32_t code = cnd_utf8_next(word, &at);

		if (cnd_is_upper_letter(code)) {
			upper++;
			flags |= is_first ? CND_TOKEN_CAPITAL : 0;
		} else if (cnd_is_lower_letter(code)) {
			lower++;
		} else if (code >= '0' && code <= '9' && upper == 1 &&
			lower == 0) {
			flags |= CND_TOKEN_NUMBER; /* R17, P3 */
		}
	}
	if (upper >= 2 && upper > lower)
		flags |= CND_TOKEN_ACRONYM;
	if (upper >= 2 && lower == 1 && cnd_str_ends_with(word, CND_STR("s")))
		flags |= CND_TOKEN_ACRONYM | CND_TOKEN_PLURAL_ACRONYM;
	return flags;
}

static struct cnd_token *
add_token(struct cutter *cutter, size_t from, size_t to)
{
	struct cnd_tokens *tokens = cutter->tokens;
	struct cnd_token *token;

	tokens->items = cnd_arena_grow(cutter->arena, tokens->items,
		tokens->count, &cutter->token_capacity, sizeof(*tokens->items));
	token = &tokens->items[tokens->count++];
	*token = (struct cnd_token){ .span = { (uint32_t)from, (uint32_t)to } };
	return token;
}

static void
add_word(struct cutter *cutter, size_t from, size_t to)
{
	struct cnd_token *token = add_token(cutter, from, to);
	unsigned flags = 0;
	struct cnd_str word = without_possessive(
		cnd_str_slice(cutter->text, from, to), &flags);

	token->flags = flags | shape_of(word);
	token->text = cnd_words_fold(cutter->arena, word);
}

static bool
is_break(uint32_t code)
{
	return code == ';' || code == ':' || code == '\n' || code == 0x2022 ||
		code == 0x25AA || code == 0x25CF || code == 0x25A0 ||
		cnd_is_private_use(code);
}

static void
add_mark(struct cutter *cutter, size_t from, size_t to, uint32_t code)
{
	struct cnd_token *token;

	if (is_apostrophe(code)) {
		size_t count = cutter->tokens->count;

		if (count > 0 &&
			cutter->tokens->items[count - 1].span.to == from)
			cutter->tokens->items[count - 1].flags |=
				CND_TOKEN_POSSESSIVE;
		return;
	}
	token = add_token(cutter, from, to);
	token->text = cnd_str_slice(cutter->text, from, to);
	if (is_break(code))
		token->flags = CND_TOKEN_BREAK;
	if (code == 0xA3 || code == '$' || code == '%' || code == 0x20AC)
		token->flags = CND_TOKEN_NUMBER;
}

/* "(paragraph 35)", "(see section 4)": where it stands, not what it says. */
static size_t
reference_end(struct cnd_str text, size_t from, size_t to)
{
	static const char *const openings[] = { "(para", "(Para", "(see ",
		"(See ", "(page", "(section", "(Section" };

	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		struct cnd_str rest = cnd_str_slice(text, from, to);
		size_t end;

		if (!cnd_str_starts_with(rest, cnd_str_of(openings[i])))
			continue;
		end = cnd_str_find_byte(rest, ')');
		if (end != CND_NOT_FOUND)
			return from + end + 1;
	}
	return from;
}

static void
cut_sentence(struct cutter *cutter, size_t from, size_t to)
{
	struct cnd_str text = cnd_str_slice(cutter->text, 0, to);
	struct cnd_tokens *tokens = cutter->tokens;
	struct cnd_range range = { (uint32_t)tokens->count, 0 };

	while (from < to && tokens->count < CND_LIMIT_RECOMMENDATION_WORDS) {
		size_t next = from;
		uint32_t code = cnd_utf8_next(text, &next);

		if (code == '(' && reference_end(text, from, to) > from) {
			next = reference_end(text, from, to);
		} else if (cnd_is_word(code)) {
			next = word_end(text, from);
			add_word(cutter, from, next);
		} else if (!cnd_is_blank(code) || code == '\n') {
			add_mark(cutter, from, next, code);
		}
		from = next;
	}
	range.to = (uint32_t)tokens->count;
	if (range.to == range.from)
		return;
	tokens->sentences = cnd_arena_grow(cutter->arena, tokens->sentences,
		tokens->sentence_count, &cutter->sentence_capacity,
		sizeof(*tokens->sentences));
	tokens->sentences[tokens->sentence_count++] = range;
	tokens->items[range.from].flags |= CND_TOKEN_FIRST;
}

struct cnd_sieve *
cnd_sieve_new(struct cnd_arena *arena)
{
	return cnd_arena_alloc(arena, sizeof(struct cnd_sieve));
}

struct cnd_tokens
cnd_tokens_of(const struct cnd_token_maker *maker, const struct cnd_span *spans,
	size_t span_count)
{
	struct cnd_tokens tokens = {
		.words = maker->words,
		.sieve = maker->sieve != NULL ? maker->sieve
					      : cnd_sieve_new(maker->arena),
	};
	struct cutter cutter = {
		.arena = maker->arena,
		.text = maker->doc->text,
		.tokens = &tokens,
	};

	for (size_t i = 0; i < span_count; i++) {
		struct cnd_str part = cnd_document_text(maker->doc, spans[i]);
		size_t at = 0;
		size_t from;
		size_t to;

		while (tokens.count < CND_LIMIT_RECOMMENDATION_WORDS &&
			cnd_sentence_next(part, &at, &from, &to))
			cut_sentence(&cutter, spans[i].from + from,
				spans[i].from + to);
	}
	for (size_t i = 0; i < tokens.count; i++) {
		cnd_words_classify(&tokens, i);
		if (tokens.items[i].flags & CND_TOKEN_ACRONYM)
			tokens.items[i].classes &= ~CND_VERB_CLASSES;
	}
	return tokens;
}

bool
cnd_token_reads(const struct cnd_tokens *tokens, size_t at, const char *word)
{
	return at < tokens->count &&
		cnd_str_equal(tokens->items[at].text, cnd_str_of(word));
}

/* A number for a word's length and three of its bytes. */
static inline unsigned
look_of(const char *word, size_t len)
{
	unsigned first = (unsigned char)word[0];
	unsigned second = (unsigned char)word[len / 2];
	unsigned last = (unsigned char)word[len - 1];

	return (first * 5 + second * 29 + last * 149 + (unsigned)len * 61) %
		LOOKS;
}

static void
note_looks(struct sieve *sieve, const char *words)
{
	size_t len;

	sieve->words = words;
	for (; *words != '\0'; words += len + (words[len] == '|')) {
		unsigned look;

		len = strcspn(words, "|");
		if (len == 0)
			continue;
		look = look_of(words, len);
		sieve->looks[look / 64] |= (uint64_t)1 << look % 64;
	}
}

/* The sieve of a list, known or made; NULL when there is no room. */
static inline const struct sieve *
sieve_of(struct cnd_sieve *sieves, const char *words)
{
	size_t at = ((uintptr_t)words >> 3 ^ (uintptr_t)words >> 12) % SIEVES;

	while (sieves->items[at].words != NULL &&
		sieves->items[at].words != words)
		at = (at + 1) % SIEVES;
	if (sieves->items[at].words != NULL)
		return &sieves->items[at];
	if (sieves->count == SIEVES_MOST)
		return NULL;
	sieves->count++;
	note_looks(&sieves->items[at], words);
	return &sieves->items[at];
}

/* False when surely none of the words is the text. */
static inline bool
may_read(struct cnd_sieve *sieves, const char *words, struct cnd_str text)
{
	const struct sieve *sieve = sieve_of(sieves, words);
	unsigned look = text.len == 0 ? 0 : look_of(text.data, text.len);

	return text.len == 0 || sieve == NULL ||
		(sieve->looks[look / 64] >> look % 64 & 1) != 0;
}

bool
cnd_token_reads_any(
	const struct cnd_tokens *tokens, size_t at, const char *words)
{
	struct cnd_str text;

	if (at >= tokens->count)
		return false;
	text = tokens->items[at].text;
	if (!may_read(tokens->sieve, words, text))
		return false;
	/* Asked of every token many times: no string is made of a word. */
	while (*words != '\0') {
		size_t same = 0;

		while (same < text.len && words[same] != '\0' &&
			words[same] == text.data[same])
			same++;
		if (same == text.len &&
			(words[same] == '|' || words[same] == '\0'))
			return true;
		while (*words != '\0' && *words != '|')
			words++;
		words += *words == '|';
	}
	return false;
}

bool
cnd_token_is_mark(const struct cnd_tokens *tokens, size_t at, char mark)
{
	return at < tokens->count && tokens->items[at].text.len == 1 &&
		tokens->items[at].text.data[0] == mark;
}

bool
cnd_token_is_number(const struct cnd_tokens *tokens, size_t at)
{
	return cnd_token_flag(tokens, at, CND_TOKEN_NUMBER) ||
		(cnd_token_has(tokens, at, CND_CLASS_NUMBER) &&
			!cnd_token_reads(tokens, at, "one"));
}

bool
cnd_token_has(
	const struct cnd_tokens *tokens, size_t at, enum cnd_class is_class)
{
	return at < tokens->count &&
		(tokens->items[at].classes & CND_CLASS_BIT(is_class)) != 0;
}

bool
cnd_token_flag(const struct cnd_tokens *tokens, size_t at, unsigned flag)
{
	return at < tokens->count && (tokens->items[at].flags & flag) != 0;
}

bool
cnd_token_is_adverb(const struct cnd_tokens *tokens, size_t at)
{
	return cnd_token_has(tokens, at, CND_CLASS_ADVERB) ||
		(cnd_token_flag(tokens, at, CND_TOKEN_WORD) &&
			tokens->items[at].text.len > 4 &&
			!cnd_token_has(tokens, at, CND_CLASS_BENEFICIARY) &&
			!(tokens->items[at].classes & CND_VERB_CLASSES) &&
			cnd_str_ends_with(
				tokens->items[at].text, CND_STR("ly")));
}

struct cnd_span
cnd_tokens_span(const struct cnd_tokens *tokens, struct cnd_range range)
{
	if (range.from >= range.to || range.to > tokens->count)
		return (struct cnd_span){ 0, 0 };
	return (struct cnd_span){ tokens->items[range.from].span.from,
		tokens->items[range.to - 1].span.to };
}
