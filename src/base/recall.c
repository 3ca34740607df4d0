/*
 * A table of texts by their bytes.  A text is compared whole before it
 * counts as known, so nothing hangs from a hash.  Places of the report's
 * own text lead to the same entries without a look at the bytes: in this
 * turn, and in the next where the text there is the same.
 */
#include "base/recall.h"

#include "base/arena.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

/* Known places, a power of two: a long report has 10,000. */
enum { PLACES = 16384 };

/* Texts not asked for that are kept though they are half of all. */
enum { SPARE = 2000 };

/* Answers a byte holds, at two bits each. */
enum { IN_BYTE = 4 };

struct kept {
	const void *what;
	struct cnd_str bytes;
	struct kept *next;
};

struct cnd_recalled {
	struct cnd_str text;
	uint64_t hash;
	uint32_t turn; /* that it was last asked for in */
	uint32_t room; /* bytes of answers */
	uint8_t *answers;
	struct kept *kept;
};

/* Part of the report's text. */
struct place {
	uint32_t from; /* as place_of says */
	uint32_t len;
	uint32_t turn; /* that it was last asked for in; 0 for none */
	struct cnd_recalled *text;
};

/* Most texts are asked for many times in a row. */
struct last {
	struct cnd_str text;
	struct cnd_recalled *known; /* or NULL */
};

/* Of an open table; what is NULL where nothing is. */
struct question {
	const void *what;
	unsigned way;
	uint32_t number;
};

struct cnd_recall {
	struct cnd_arena *arena; /* of the texts and what hangs from them */
	struct cnd_recalled **table; /* open, size a power of two */
	size_t size;
	size_t count;
	size_t used; /* in this turn */
	uint32_t turn;
	struct cnd_str text; /* of the report */
	struct cnd_alike alike; /* with the last turn's */
	struct place *places;
	struct last last;
	struct question *questions;
	size_t question_size;
	size_t question_count;
};

enum { FIRST_SIZE = 1024, FIRST_QUESTIONS = 1024 };

struct cnd_recall *
cnd_recall_new(void)
{
	struct cnd_recall *recall = cnd_xcalloc(1, sizeof(*recall));

	recall->arena = cnd_arena_new();
	recall->turn = 1;
	recall->size = FIRST_SIZE;
	recall->table = cnd_xcalloc(recall->size, sizeof(*recall->table));
	recall->places = cnd_xcalloc(PLACES, sizeof(*recall->places));
	recall->question_size = FIRST_QUESTIONS;
	recall->questions =
		cnd_xcalloc(recall->question_size, sizeof(*recall->questions));
	return recall;
}

void
cnd_recall_free(struct cnd_recall *recall)
{
	if (recall == NULL)
		return;
	cnd_arena_free(recall->arena);
	free(recall->table);
	free(recall->places);
	free(recall->questions);
	free(recall);
}

/* Odd numbers that spread bits, from the golden ratio and sqrt(3). */
#define SPREAD UINT64_C(0x9e3779b97f4a7c15)
#define SPREAD_MORE UINT64_C(0xbb67ae8584caa73b)

static uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * SPREAD;
	return hash ^ hash >> 32;
}

static uint64_t
hash_of(struct cnd_str text)
{
	uint64_t hash = text.len * SPREAD_MORE;
	uint64_t word = 0;
	size_t at = 0;

	for (; at + sizeof(word) <= text.len; at += sizeof(word)) {
		memcpy(&word, text.data + at, sizeof(word));
		hash = mix(hash, word);
	}
	word = 0;
	if (at < text.len)
		memcpy(&word, text.data + at, text.len - at);
	return mix(mix(hash, word), SPREAD_MORE);
}

/* ---- texts ---- */

/* Where a text is in the table, or should be. */
static size_t
slot_of(const struct cnd_recall *recall, struct cnd_str text, uint64_t hash)
{
	size_t at = hash & (recall->size - 1);

	while (recall->table[at] != NULL &&
		(recall->table[at]->hash != hash ||
			!cnd_str_equal(recall->table[at]->text, text)))
		at = (at + 1) & (recall->size - 1);
	return at;
}

static void
put_in(struct cnd_recalled **table, size_t size, struct cnd_recalled *text)
{
	size_t at = text->hash & (size - 1);

	while (table[at] != NULL)
		at = (at + 1) & (size - 1);
	table[at] = text;
}

static void
widen(struct cnd_recall *recall)
{
	size_t size = recall->size * 2;
	struct cnd_recalled **table = cnd_xcalloc(size, sizeof(*table));

	for (size_t i = 0; i < recall->size; i++)
		if (recall->table[i] != NULL)
			put_in(table, size, recall->table[i]);
	free(recall->table);
	recall->table = table;
	recall->size = size;
}

static struct cnd_recalled *
note_use(struct cnd_recall *recall, struct cnd_recalled *text)
{
	recall->used += text->turn != recall->turn;
	text->turn = recall->turn;
	return text;
}

static struct cnd_recalled *
find_by_bytes(struct cnd_recall *recall, struct cnd_str text)
{
	uint64_t hash = hash_of(text);
	size_t slot = slot_of(recall, text, hash);
	struct cnd_recalled *found = recall->table[slot];

	if (found == NULL) {
		found = cnd_arena_alloc(recall->arena, sizeof(*found));
		found->text = cnd_arena_copy(recall->arena, text);
		found->hash = hash;
		recall->table[slot] = found;
		recall->count++;
		if (recall->count * 2 > recall->size)
			widen(recall);
	}
	return note_use(recall, found);
}

/*
 * A part of the report, and the turn since which it has stood there: counted
 * from the text's beginning, or from its end, modulo 2^32, where that and
 * not the beginning is as it was.
 */
static struct place
place_of(const struct cnd_recall *recall, size_t offset, size_t len)
{
	struct place place = { (uint32_t)offset, (uint32_t)len, recall->turn,
		NULL };

	if (offset + len <= recall->alike.head) {
		place.turn--;
	} else if (offset >= recall->text.len - recall->alike.tail) {
		place.from = (uint32_t)(offset - recall->text.len);
		place.turn--;
	}
	return place;
}

static bool
is_there(const struct place *place, const struct place *wanted)
{
	return place->from == wanted->from && place->len == wanted->len &&
		place->turn >= wanted->turn;
}

/* Where it is, or is to be put: one of two places. */
static struct place *
slot_of_place(struct cnd_recall *recall, const struct place *wanted)
{
	size_t at = (wanted->from * SPREAD >> 40 ^ wanted->len) & (PLACES - 1);
	struct place *first = &recall->places[at];
	struct place *second = &recall->places[at ^ 1];

	if (is_there(first, wanted))
		return first;
	if (is_there(second, wanted) || second->turn < first->turn)
		return second;
	return first;
}

struct cnd_recalled *
cnd_recall_text(struct cnd_recall *recall, struct cnd_str text)
{
	size_t offset =
		(size_t)((uintptr_t)text.data - (uintptr_t)recall->text.data);
	struct place *slot;
	struct place wanted;

	if (recall->last.known != NULL && recall->last.text.data == text.data &&
		recall->last.text.len == text.len)
		return recall->last.known;
	if (offset >= recall->text.len || text.len > UINT32_MAX)
		return find_by_bytes(recall, text);
	wanted = place_of(recall, offset, text.len);
	slot = slot_of_place(recall, &wanted);
	if (!is_there(slot, &wanted))
		wanted.text = find_by_bytes(recall, text);
	else
		wanted.text = note_use(recall, slot->text);
	wanted.turn = recall->turn;
	*slot = wanted;
	recall->last = (struct last){ text, wanted.text };
	return wanted.text;
}

size_t
cnd_recall_count(const struct cnd_recall *recall)
{
	return recall->count;
}

/* ---- a new turn ---- */

static struct kept *
copy_kept(struct cnd_arena *arena, const struct kept *kept)
{
	struct kept *first = NULL;

	for (; kept != NULL; kept = kept->next) {
		struct kept *copy = cnd_arena_alloc(arena, sizeof(*copy));

		*copy = (struct kept){ kept->what,
			cnd_arena_copy(arena, kept->bytes), first };
		first = copy;
	}
	return first;
}

static struct cnd_recalled *
copy_text(struct cnd_arena *arena, const struct cnd_recalled *text)
{
	struct cnd_recalled *copy = cnd_arena_alloc(arena, sizeof(*copy));

	*copy = *text;
	copy->text = cnd_arena_copy(arena, text->text);
	copy->answers = cnd_arena_alloc(arena, text->room + 1);
	if (text->room > 0)
		memcpy(copy->answers, text->answers, text->room);
	copy->kept = copy_kept(arena, text->kept);
	return copy;
}

/* Keeps what was asked for in the last turn, and nothing else. */
static void
forget_others(struct cnd_recall *recall)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_recalled **table = cnd_xcalloc(recall->size, sizeof(*table));

	for (size_t i = 0; i < recall->size; i++)
		if (recall->table[i] != NULL &&
			recall->table[i]->turn == recall->turn)
			put_in(table, recall->size,
				copy_text(arena, recall->table[i]));
	cnd_arena_free(recall->arena);
	free(recall->table);
	recall->arena = arena;
	recall->table = table;
	recall->count = recall->used;
}

void
cnd_recall_begin(
	struct cnd_recall *recall, struct cnd_str text, struct cnd_alike alike)
{
	if (recall->count > recall->used * 2 + SPARE) {
		forget_others(recall);
		recall->turn++; /* no place leads to what is kept now */
	}
	recall->turn++;
	recall->used = 0;
	recall->text = text;
	recall->alike = alike;
	recall->last.known = NULL;
}

/* ---- answers ---- */

static struct question *
slot_of_question(
	struct question *table, size_t size, const void *what, unsigned way)
{
	size_t at = ((uintptr_t)what + way) * SPREAD >> 32 & (size - 1);

	while (table[at].what != NULL &&
		(table[at].what != what || table[at].way != way))
		at = (at + 1) & (size - 1);
	return &table[at];
}

static void
widen_questions(struct cnd_recall *recall)
{
	size_t size = recall->question_size * 2;
	struct question *table = cnd_xcalloc(size, sizeof(*table));

	for (size_t i = 0; i < recall->question_size; i++) {
		const struct question *old = &recall->questions[i];

		if (old->what != NULL)
			*slot_of_question(table, size, old->what, old->way) =
				*old;
	}
	free(recall->questions);
	recall->questions = table;
	recall->question_size = size;
}

uint32_t
cnd_recall_question(struct cnd_recall *recall, const void *what, unsigned way)
{
	struct question *slot = slot_of_question(
		recall->questions, recall->question_size, what, way);
	uint32_t number = slot->number;

	if (slot->what == NULL) {
		number = (uint32_t)recall->question_count++;
		*slot = (struct question){ what, way, number };
		if (recall->question_count * 2 > recall->question_size)
			widen_questions(recall);
	}
	return number;
}

enum cnd_recall_answer
cnd_recall_answer(const struct cnd_recalled *text, uint32_t question)
{
	uint32_t byte = question / IN_BYTE;

	if (byte >= text->room)
		return CND_RECALL_NEVER;
	return (enum cnd_recall_answer)(
		text->answers[byte] >> question % IN_BYTE * 2 & 3);
}

void
cnd_recall_keep_answer(struct cnd_recall *recall, struct cnd_recalled *text,
	uint32_t question, bool answer)
{
	uint32_t byte = question / IN_BYTE;
	unsigned value = answer ? CND_RECALL_YES : CND_RECALL_NO;

	if (byte >= text->room) {
		uint32_t room = (byte + 8) * 5 / 4;
		uint8_t *wider = cnd_arena_alloc(recall->arena, room);

		if (text->room > 0)
			memcpy(wider, text->answers, text->room);
		text->answers = wider;
		text->room = room;
	}
	text->answers[byte] |= (uint8_t)(value << question % IN_BYTE * 2);
}

struct cnd_str
cnd_recall_bytes(const struct cnd_recalled *text, const void *what)
{
	const struct kept *kept = text->kept;

	while (kept != NULL && kept->what != what)
		kept = kept->next;
	return kept == NULL ? (struct cnd_str){ 0 } : kept->bytes;
}

void
cnd_recall_keep_bytes(struct cnd_recall *recall, struct cnd_recalled *text,
	const void *what, struct cnd_str bytes)
{
	struct kept *kept = cnd_arena_alloc(recall->arena, sizeof(*kept));

	*kept = (struct kept){ what, cnd_arena_copy(recall->arena, bytes),
		text->kept };
	text->kept = kept;
}
