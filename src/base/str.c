/* Comparing, cutting and searching borrowed bytes. */
#include "base/str.h"

#include <stdint.h>
#include <string.h>

bool
cnd_str_equal_fold(struct cnd_str a, struct cnd_str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (cnd_to_lower(a.data[i]) != cnd_to_lower(b.data[i]))
			return false;
	return true;
}

bool
cnd_str_is_one_of(struct cnd_str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (cnd_str_equal_fold(s, cnd_str_of(*words)))
			return true;
	return false;
}

int
cnd_str_compare(struct cnd_str a, struct cnd_str b)
{
	size_t shared = a.len < b.len ? a.len : b.len;
	int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool
cnd_str_starts_with(struct cnd_str s, struct cnd_str prefix)
{
	return s.len >= prefix.len &&
		cnd_str_equal(cnd_str_slice(s, 0, prefix.len), prefix);
}

bool
cnd_str_ends_with(struct cnd_str s, struct cnd_str suffix)
{
	/* Most do not: the last byte alone tells. */
	return s.len >= suffix.len &&
		(suffix.len == 0 ||
			s.data[s.len - 1] == suffix.data[suffix.len - 1]) &&
		cnd_str_equal(
			cnd_str_slice(s, s.len - suffix.len, s.len), suffix);
}

/* Bytes that are compared at once where texts are long and hardly differ. */
enum { AT_ONCE = 256 };

static size_t
alike_at_front(const char *a, const char *b, size_t most)
{
	size_t count = 0;

	while (count + AT_ONCE <= most &&
		memcmp(a + count, b + count, AT_ONCE) == 0)
		count += AT_ONCE;
	while (count < most && a[count] == b[count])
		count++;
	return count;
}

/* The same backwards from both ends. */
static size_t
alike_at_back(const char *a_end, const char *b_end, size_t most)
{
	size_t count = 0;

	while (count + AT_ONCE <= most &&
		memcmp(a_end - count - AT_ONCE, b_end - count - AT_ONCE,
			AT_ONCE) == 0)
		count += AT_ONCE;
	while (count < most &&
		a_end[-1 - (ptrdiff_t)count] == b_end[-1 - (ptrdiff_t)count])
		count++;
	return count;
}

struct cnd_alike
cnd_str_alike(struct cnd_str a, struct cnd_str b)
{
	size_t most = a.len < b.len ? a.len : b.len;
	struct cnd_alike alike = { 0 };

	if (most == 0)
		return alike;
	alike.head = alike_at_front(a.data, b.data, most);
	alike.tail = alike_at_back(
		a.data + a.len, b.data + b.len, most - alike.head);
	return alike;
}

size_t
cnd_str_find_byte(struct cnd_str s, char byte)
{
	const char *found = s.len == 0 ? NULL : memchr(s.data, byte, s.len);

	return found == NULL ? CND_NOT_FOUND : (size_t)(found - s.data);
}

size_t
cnd_str_find(struct cnd_str s, struct cnd_str needle)
{
	if (needle.len == 0)
		return 0;
	for (size_t at = 0; at + needle.len <= s.len; at++) {
		struct cnd_str rest = cnd_str_slice(s, at, s.len);
		size_t skip = cnd_str_find_byte(rest, needle.data[0]);

		if (skip == CND_NOT_FOUND)
			return CND_NOT_FOUND;
		at += skip;
		if (cnd_str_equal(
			    cnd_str_slice(s, at, at + needle.len), needle))
			return at;
	}
	return CND_NOT_FOUND;
}

struct cnd_str
cnd_str_trim(struct cnd_str s)
{
	size_t from = 0;
	size_t to = s.len;

	while (from < to && cnd_is_space(s.data[from]))
		from++;
	while (to > from && cnd_is_space(s.data[to - 1]))
		to--;
	return cnd_str_slice(s, from, to);
}

struct cnd_str
cnd_str_split(struct cnd_str *rest, char separator)
{
	size_t at = cnd_str_find_byte(*rest, separator);
	struct cnd_str head;

	if (at == CND_NOT_FOUND) {
		head = *rest;
		*rest = cnd_str_slice(*rest, rest->len, rest->len);
		return head;
	}
	head = cnd_str_slice(*rest, 0, at);
	*rest = cnd_str_slice(*rest, at + 1, rest->len);
	return head;
}

enum { DISTANCE_MAX = 32 };

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t smaller = a < b ? a : b;

	return smaller < c ? smaller : c;
}

/* Damerau's distance between neighbours, by the usual table of rows. */
size_t
cnd_str_distance(struct cnd_str a, struct cnd_str b)
{
	uint8_t rows[DISTANCE_MAX + 1][DISTANCE_MAX + 1];

	a = cnd_str_slice(a, 0, DISTANCE_MAX);
	b = cnd_str_slice(b, 0, DISTANCE_MAX);
	for (size_t i = 0; i <= a.len; i++)
		rows[i][0] = (uint8_t)i;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (uint8_t)j;
	for (size_t i = 1; i <= a.len; i++) {
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.data[i - 1] == b.data[j - 1];
			size_t cost =
				least(rows[i - 1][j] + 1u, rows[i][j - 1] + 1u,
					rows[i - 1][j - 1] + (same ? 0u : 1u));

			if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
				a.data[i - 2] == b.data[j - 1])
				cost = least(
					cost, cost, rows[i - 2][j - 2] + 1u);
			rows[i][j] = (uint8_t)cost;
		}
	}
	return rows[a.len][b.len];
}

uint32_t
cnd_str_number(struct cnd_str s, uint32_t otherwise)
{
	uint32_t value = 0;

	if (s.len == 0)
		return otherwise;
	for (size_t i = 0; i < s.len && i < 9 && cnd_is_digit(s.data[i]); i++)
		value = value * 10 + (uint32_t)(s.data[i] - '0');
	return value;
}
