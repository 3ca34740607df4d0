/*
 * Cutting words by masks: a bit for each byte that is of a word, 64 at a
 * time; an edge is where neighbouring bits differ.  ASCII is told apart by
 * arithmetic on eight bytes at once, the rest character by character.
 */
#include "match/words.h"

#include "base/eight.h"
#include "base/utf8.h"
#include "match/characters.h"
#include "text/unicode.h"

#include <string.h>

/* The bytes that are an ASCII letter, digit or '_'. */
static inline uint64_t
word_bits(uint64_t bytes)
{
	return cnd_eight_in(bytes | CND_EACH_BYTE(0x20), 'a', 'z') |
		cnd_eight_in(bytes, '0', '9') | cnd_eight_in(bytes, '_', '_');
}

struct masks {
	uint64_t word;
	uint64_t beyond_ascii;
};

static struct masks
masks_of(const char *bytes)
{
	struct masks masks = { 0, 0 };

	for (size_t i = 0; i < 8; i++) {
		uint64_t eight = cnd_load8(bytes + 8 * i);

		masks.word |= cnd_eight_gather(word_bits(eight)) << (8 * i);
		masks.beyond_ascii |=
			cnd_eight_gather(eight & CND_EACH_BYTE(0x80))
			<< (8 * i);
	}
	return masks;
}

static unsigned
lowest_bit(uint64_t bits)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned place = 0;

	while ((bits & 1) == 0) {
		bits >>= 1;
		place++;
	}
	return place;
#endif
}

/* A cutting in the making. */
struct cutter {
	struct cnd_str piece;
	uint64_t spill; /* bits of a character that began a block before */
	uint64_t before; /* the last bit of the block before */
	uint16_t *edge; /* where the next goes */
	bool marks_are_doubtful;
};

/* Quotes and dashes: nine in ten of all that is not ASCII. */
static bool
is_of_print(uint32_t code)
{
	return code >= 0x2010 && code <= 0x2027;
}

/* Puts in the characters beyond ASCII that begin in the block. */
static bool
add_beyond_ascii(struct cutter *cutter, size_t base, struct masks *masks)
{
	masks->word |= cutter->spill;
	cutter->spill = 0;
	while (masks->beyond_ascii != 0) {
		unsigned place = lowest_bit(masks->beyond_ascii);
		size_t from = base + place;
		size_t at = from;
		uint32_t code;
		uint64_t bits;

		masks->beyond_ascii &= masks->beyond_ascii - 1;
		/* Bytes inside a character are told with its first. */
		if (((unsigned char)cutter->piece.data[from] & 0xc0) == 0x80)
			continue;
		code = cnd_utf8_next(cutter->piece, &at);
		if (is_of_print(code))
			continue;
		if (code == 0x17f || code == 0x212a)
			return false;
		if (cutter->marks_are_doubtful && cnd_is_sometimes_word(code))
			return false;
		if (!cnd_is_surely_word(code) && !cnd_is_word(code))
			continue;
		bits = ((uint64_t)1 << (at - from)) - 1;
		masks->word |= bits << place;
		if (place + (at - from) > 64)
			cutter->spill = bits >> (64 - place);
	}
	return true;
}

static void
put_edges(struct cutter *cutter, size_t base, uint64_t word)
{
	uint64_t edges = word ^ (word << 1 | cutter->before);
	uint16_t *edge = cutter->edge;

	cutter->before = word >> 63;
	while (edges != 0) {
		*edge++ = (uint16_t)(base + lowest_bit(edges));
		edges &= edges - 1;
	}
	cutter->edge = edge;
}

static bool
cut_block(struct cutter *cutter, size_t base, const char *bytes)
{
	struct masks masks = masks_of(bytes);

	if ((masks.beyond_ascii | cutter->spill) != 0 &&
		!add_beyond_ascii(cutter, base, &masks))
		return false;
	put_edges(cutter, base, masks.word);
	return true;
}

static bool
cut(struct cnd_words *words, struct cnd_str piece, bool marks_are_doubtful)
{
	struct cutter cutter = {
		.piece = piece,
		.edge = words->edges,
		.marks_are_doubtful = marks_are_doubtful,
	};
	char last[64] = { 0 };
	size_t base = 0;

	for (; base + 64 <= piece.len; base += 64)
		if (!cut_block(&cutter, base, piece.data + base))
			return false;
	/* The rest, and a blank at least, so that every word ends. */
	memcpy(last, piece.data + base, piece.len - base);
	if (!cut_block(&cutter, base, last))
		return false;
	words->count = (size_t)(cutter.edge - words->edges) / 2;
	return true;
}

/*
 * Small and capital letters made alike, and other bytes changed in a way
 * that keeps ASCII words of letters, digits and '_' apart.
 */
static inline uint32_t
word_key(uint64_t eight, size_t len)
{
	static const uint64_t masks[9] = {
		0,
		0xff,
		0xffff,
		0xffffff,
		0xffffffff,
		0xffffffffff,
		0xffffffffffff,
		0xffffffffffffff,
		0xffffffffffffffff,
	};
	uint64_t kept =
		(eight | CND_EACH_BYTE(0x20)) & masks[len < 8 ? len : 8];

	return (uint32_t)(((kept ^ ((uint64_t)len << 57)) *
				  0x9e3779b97f4a7c15u) >>
		32);
}

/* Two and three letters, first and last, each have keys of their own. */
static inline uint32_t
affix_key(uint32_t letters, uint32_t sort)
{
	return ((letters | 0x202020) + (sort << 24)) * 0x9e3779b1u;
}

enum { START_OF_TWO = 1, START_OF_THREE, END_OF_TWO, END_OF_THREE };

static uint64_t
load_some(const char *at, size_t count)
{
	char padded[8] = { 0 };

	memcpy(padded, at, count < 8 ? count : 8);
	return cnd_load8(padded);
}

uint32_t
cnd_word_key(struct cnd_str word)
{
	return word_key(load_some(word.data, word.len), word.len);
}

uint32_t
cnd_start_key(struct cnd_str word, size_t letters)
{
	return affix_key((uint32_t)load_some(word.data, letters),
		letters == 2 ? START_OF_TWO : START_OF_THREE);
}

uint32_t
cnd_end_key(struct cnd_str word, size_t letters)
{
	return affix_key(
		(uint32_t)load_some(word.data + word.len - letters, letters),
		letters == 2 ? END_OF_TWO : END_OF_THREE);
}

bool
cnd_may_be_digit(char byte)
{
	return cnd_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* Near the text's end eight bytes cannot be read at every word. */
static void
make_keys(struct cnd_words *words, struct cnd_str piece, size_t readable)
{
	size_t i = 0;

	for (; i < words->count && words->edges[2 * i] + 8u <= readable; i++) {
		size_t from = words->edges[2 * i];
		size_t len = words->edges[2 * i + 1] - from;

		words->hashes[i] = word_key(cnd_load8(piece.data + from), len);
	}
	for (; i < words->count; i++)
		words->hashes[i] = cnd_word_key(cnd_str_slice(
			piece, words->edges[2 * i], words->edges[2 * i + 1]));
}

bool
cnd_words_cut(struct cnd_words *words, struct cnd_str text,
	struct cnd_span piece, bool marks_are_doubtful)
{
	struct cnd_str bytes = cnd_str_slice(text, piece.from, piece.to);

	if (!cut(words, bytes, marks_are_doubtful))
		return false;
	make_keys(words, bytes, text.len - piece.from);
	return true;
}

bool
cnd_is_inside_word(struct cnd_str text, size_t at)
{
	size_t before = at;
	size_t behind = at;

	if (at == 0 || at >= text.len)
		return false;
	return cnd_is_word(cnd_utf8_previous(text, &before)) &&
		cnd_is_word(cnd_utf8_next(text, &behind));
}
