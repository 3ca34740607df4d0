/*
 * A borrowed run of bytes: pointer and length, passed by value.  Nothing
 * here allocates, and no NUL is ever expected at the end.  What is done for
 * each byte of a text is here in full, for the compiler to put in place.
 */
#ifndef CND_BASE_STR_H
#define CND_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* data may be NULL when len is 0.  Valid as long as its owner is. */
struct cnd_str {
	const char *data;
	size_t len;
};

/* The cnd_str of a string literal, in a static table's initialiser… */
#define CND_STR_INIT(literal)                                                  \
	{                                                                      \
		(literal), sizeof(literal) - 1                                 \
	}

/* … and in an expression. */
#define CND_STR(literal) ((struct cnd_str){ (literal), sizeof(literal) - 1 })

/* For printf's "%.*s": CND_STR_ARG(s) gives the length and the pointer. */
#define CND_STR_ARG(s) (int)(s).len, (s).data

/* What cnd_str_find gives when there is nothing to find. */
#define CND_NOT_FOUND ((size_t)-1)

/* Borrows a NUL-terminated string that the program itself made. */
static inline struct cnd_str
cnd_str_of(const char *text)
{
	return (struct cnd_str){ text, text == NULL ? 0 : strlen(text) };
}

/* Bytes [from, to) of s; both ends are clamped to s, and to >= from. */
static inline struct cnd_str
cnd_str_slice(struct cnd_str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	if (s.data == NULL)
		return s;
	return (struct cnd_str){ s.data + from, to - from };
}

/* Same bytes. */
static inline bool
cnd_str_equal(struct cnd_str a, struct cnd_str b)
{
	return a.len == b.len &&
		(a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

/* Same bytes, ASCII letters compared without regard to case. */
bool cnd_str_equal_fold(struct cnd_str a, struct cnd_str b);

/* Whether it is one of the words, which NULL ends, in ASCII's either case. */
bool cnd_str_is_one_of(struct cnd_str s, const char *const *words);

/* Byte order as memcmp has it, a prefix before what it opens; <0, 0, >0. */
int cnd_str_compare(struct cnd_str a, struct cnd_str b);

bool cnd_str_starts_with(struct cnd_str s, struct cnd_str prefix);
bool cnd_str_ends_with(struct cnd_str s, struct cnd_str suffix);

/* Bytes that two texts begin with alike, and others that they end with. */
struct cnd_alike {
	size_t head;
	size_t tail;
};

/* As many as can be; together no more than the shorter text has. */
struct cnd_alike cnd_str_alike(struct cnd_str a, struct cnd_str b);

/* Offset in bytes of the first needle in s, or CND_NOT_FOUND. */
size_t cnd_str_find(struct cnd_str s, struct cnd_str needle);

/* Offset in bytes of the first byte in s, or CND_NOT_FOUND. */
size_t cnd_str_find_byte(struct cnd_str s, char byte);

/* s without ASCII blanks (space, tab, CR, LF, FF, VT) at either end. */
struct cnd_str cnd_str_trim(struct cnd_str s);

/*
 * Cuts the part before the first separator off the front of *rest and
 * returns it; without a separator, all of it.  *rest is empty when done.
 */
struct cnd_str cnd_str_split(struct cnd_str *rest, char separator);

/*
 * The edit distance (insert, delete, change, swap neighbours) of two names,
 * each cut to 32 bytes first: for "did you mean", never for prose.
 */
size_t cnd_str_distance(struct cnd_str a, struct cnd_str b);

/*
 * The number that s begins with, at most nine digits of it; `otherwise`
 * when s is empty, 0 when no digit comes first.
 */
uint32_t cnd_str_number(struct cnd_str s, uint32_t otherwise);

/* The six ASCII blanks. */
static inline bool
cnd_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
cnd_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ASCII letters only, as the two below. */
static inline bool
cnd_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
cnd_is_alpha(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline char
cnd_to_lower(char c)
{
	return (char)(c | (cnd_is_upper(c) ? 0x20 : 0));
}

/* The value of a hexadecimal digit, or -1. */
static inline int
cnd_hex_value(char c)
{
	char lower = cnd_to_lower(c);

	if (cnd_is_digit(c))
		return c - '0';
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

#endif
