/*
 * Tells soft hyphens from real ones.  The words broken at line ends are
 * collected first, then the whole text is read once for them, joined and
 * with a hyphen; each is found by the hash of its letters.
 */
#include "read/text_hyphen.h"

#include "base/halving.h"
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

/* A word broken at a line's end. */
struct broken {
	uint64_t hash; /* of its letters, hyphen left out */
	uint32_t head; /* bytes before the hyphen */
	uint32_t joined; /* times seen as one word */
	uint32_t hyphenated; /* times seen with the hyphen, inside a line */
	uint32_t len; /* bytes without the hyphen */
};

/* First parts that keep their hyphen unless the text joins the word. */
static const char *const prefixes[] = { "self", "non", "multi", "co", "well",
	"semi", "quasi", "cross", "evidence", "decision", "family", "twenty",
	"thirty", "forty", "fifty" };

/* Second parts that a hyphen stands before: "inter-agency". */
static const char *const suffixes[] = { "agency", "agencies", "disciplinary",
	"based", "centred", "focused", "term", "making", "makers", "up",
	"specific", "year" };

static bool
is_word_byte(char c)
{
	return cnd_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The run of letters that ends s, or that begins it. */
static struct cnd_str
last_letters(struct cnd_str s)
{
	size_t from = s.len;

	while (from > 0 && is_word_byte(s.data[from - 1]))
		from--;
	return cnd_str_slice(s, from, s.len);
}

static struct cnd_str
first_letters(struct cnd_str s)
{
	size_t to = 0;

	while (to < s.len && is_word_byte(s.data[to]))
		to++;
	return cnd_str_slice(s, 0, to);
}

static uint64_t
hash_of(struct cnd_str head, struct cnd_str tail)
{
	return cnd_hash64_folded(cnd_hash64_folded(CND_HASH64, head), tail);
}

bool
cnd_hyphen_ends(struct cnd_str line)
{
	return line.len >= 2 && line.data[line.len - 1] == '-' &&
		(is_word_byte(line.data[line.len - 2]) ||
			cnd_is_digit(line.data[line.len - 2]));
}

/* The two parts of the word that a line's end breaks. */
static bool
parts_of(struct cnd_str line, struct cnd_str next, struct cnd_str *head,
	struct cnd_str *tail)
{
	if (!cnd_hyphen_ends(line) || !cnd_text_begins_lower(next))
		return false;
	*head = last_letters(cnd_str_slice(line, 0, line.len - 1));
	*tail = first_letters(next);
	return head->len > 0 && tail->len > 0;
}

static struct broken
broken_of(struct cnd_str head, struct cnd_str tail)
{
	struct broken broken = {
		.hash = hash_of(head, tail),
		.head = (uint32_t)head.len,
		.len = (uint32_t)(head.len + tail.len),
	};

	return broken;
}

static int
compare(const void *a, const void *b)
{
	const struct broken *left = a;
	const struct broken *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return left->head < right->head ? -1 : left->head > right->head;
}

static size_t
count_of(const struct cnd_hyphens *hyphens)
{
	return hyphens->store.len / sizeof(struct broken);
}

static struct broken *
all_of(const struct cnd_hyphens *hyphens)
{
	return (struct broken *)(void *)hyphens->store.data;
}

/* The first word of that hash, or NULL. */
static struct broken *
find(const struct cnd_hyphens *hyphens, uint64_t hash)
{
	struct broken *all = all_of(hyphens);
	struct cnd_halving in = { .high = count_of(hyphens) };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, all[in.middle].hash < hash);
	return in.low < count_of(hyphens) && all[in.low].hash == hash
		? &all[in.low]
		: NULL;
}

/* Counts a word of the text for the broken words that it answers. */
static void
count_word(const struct cnd_hyphens *hyphens, struct cnd_str head,
	struct cnd_str tail)
{
	uint64_t hash = hash_of(head, tail);
	struct broken *word = find(hyphens, hash);
	struct broken *end;

	if (word == NULL)
		return;
	end = all_of(hyphens) + count_of(hyphens);
	for (; word < end && word->hash == hash; word++) {
		if (tail.len == 0)
			word->joined++;
		else if (word->head == head.len)
			word->hyphenated++;
	}
}

static void
count_words(const struct cnd_hyphens *hyphens, struct cnd_str line)
{
	size_t at = 0;

	while (at < line.len) {
		struct cnd_str head =
			first_letters(cnd_str_slice(line, at, line.len));
		struct cnd_str tail = { NULL, 0 };

		at += head.len;
		if (head.len == 0) {
			at++;
			continue;
		}
		if (at + 1 < line.len && line.data[at] == '-')
			tail = first_letters(
				cnd_str_slice(line, at + 1, line.len));
		count_word(hyphens, head, (struct cnd_str){ NULL, 0 });
		if (tail.len > 0)
			count_word(hyphens, head, tail);
	}
}

/* Sorts, and keeps each word once. */
static void
sort_words(struct cnd_hyphens *hyphens)
{
	struct broken *all = all_of(hyphens);
	size_t count = count_of(hyphens);
	size_t kept = 0;

	if (count == 0)
		return;
	qsort(all, count, sizeof(*all), compare);
	for (size_t i = 0; i < count; i++) {
		if (kept == 0 || compare(&all[kept - 1], &all[i]) != 0)
			all[kept++] = all[i];
	}
	hyphens->store.len = kept * sizeof(*all);
}

void
cnd_hyphens_read(
	struct cnd_hyphens *hyphens, const struct cnd_text_lines *lines)
{
	struct cnd_str head;
	struct cnd_str tail;

	for (size_t i = 0; i < lines->count; i++) {
		struct cnd_str line = cnd_text_line(lines, i);
		struct broken broken;

		if (!cnd_hyphen_ends(line) ||
			!parts_of(line,
				cnd_text_line(lines, cnd_text_next(lines, i)),
				&head, &tail))
			continue;
		broken = broken_of(head, tail);
		cnd_buf_put(&hyphens->store,
			(struct cnd_str){
				(const char *)&broken, sizeof(broken) });
	}
	sort_words(hyphens);
	for (size_t i = 0; i < lines->count && hyphens->store.len > 0; i++)
		count_words(hyphens, cnd_text_line(lines, i));
}

void
cnd_hyphens_dispose(struct cnd_hyphens *hyphens)
{
	cnd_buf_dispose(&hyphens->store);
}

static bool
is_among(struct cnd_str word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (cnd_str_equal_fold(word, cnd_str_of(words[i])))
			return true;
	}
	return false;
}

/* The word that was broken at that very place, or NULL. */
static const struct broken *
find_parted(const struct cnd_hyphens *hyphens, const struct broken *wanted)
{
	const struct broken *known = find(hyphens, wanted->hash);
	const struct broken *end;

	if (known == NULL)
		return NULL;
	end = all_of(hyphens) + count_of(hyphens);
	while (known < end && compare(known, wanted) < 0)
		known++;
	return known < end && compare(known, wanted) == 0 ? known : NULL;
}

bool
cnd_hyphen_is_soft(const struct cnd_hyphens *hyphens, struct cnd_str line,
	struct cnd_str next)
{
	struct cnd_str head;
	struct cnd_str tail;
	struct broken wanted;
	const struct broken *known;

	if (!parts_of(line, next, &head, &tail))
		return false;
	wanted = broken_of(head, tail);
	known = find_parted(hyphens, &wanted);
	if (known != NULL && known->joined != known->hyphenated)
		return known->joined > known->hyphenated;
	return !is_among(head, prefixes,
		       sizeof(prefixes) / sizeof(prefixes[0])) &&
		!is_among(
			tail, suffixes, sizeof(suffixes) / sizeof(suffixes[0]));
}
