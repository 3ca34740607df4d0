/*
 * Rows are what a word's marks are quickly put into, columns what is
 * quickly asked: for 64 sentences at once.
 */
#include "match/marking.h"

#include "match/table.h"

#include <string.h>

enum { GROUP = CND_MARKED_GROUP };

/* Full rows: of sentences that are not looked at nothing is told. */
static void
begin_group(struct cnd_marking *marking)
{
	size_t count = GROUP * marking->width;

	if (count > 0)
		memset(marking->rows, 0xff, count * sizeof(*marking->rows));
}

struct cnd_marking
cnd_marking_start(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *scratch,
	struct cnd_arena *arena)
{
	struct cnd_marking marking = { .width = matcher->marker.width };
	struct cnd_marked *marked;
	size_t blocks;

	if (!units->is_marked)
		return marking;
	marked = cnd_arena_alloc(arena, sizeof(*marked));
	marked->height = (units->sentence_count + GROUP - 1) / GROUP;
	blocks = (marked->height + CND_MARKED_GROUPS - 1) / CND_MARKED_GROUPS;
	marked->width = GROUP * marking.width;
	marked->columns = cnd_arena_array(arena,
		blocks * marked->width * CND_MARKED_GROUPS,
		sizeof(*marked->columns));
	marked->scanned = cnd_arena_array(
		arena, marked->height, sizeof(*marked->scanned));
	marking.marked = marked;
	marking.rows = cnd_arena_array(
		scratch, GROUP * marking.width, sizeof(*marking.rows));
	begin_group(&marking);
	return marking;
}

/* Swaps the high bits of items with the low ones of others; in line, so that
 * the compiler knows how many there are, and takes several at once. */
static inline void
swap_bits(uint64_t *restrict items, uint64_t *restrict others, unsigned count,
	uint64_t low)
{
	for (unsigned i = 0; i < count; i++) {
		uint64_t swapped = (items[i] >> count ^ others[i]) & low;

		items[i] ^= swapped << count;
		others[i] ^= swapped;
	}
}

static inline void
swap_halves(uint64_t items[GROUP], unsigned half, uint64_t low)
{
	for (unsigned first = 0; first < GROUP; first += 2 * half)
		swap_bits(&items[first], &items[first + half], half, low);
}

/* Bit b of item a becomes bit a of item b. */
static void
transpose(uint64_t items[GROUP])
{
	swap_halves(items, 32, 0x00000000ffffffff);
	swap_halves(items, 16, 0x0000ffff0000ffff);
	swap_halves(items, 8, 0x00ff00ff00ff00ff);
	swap_halves(items, 4, 0x0f0f0f0f0f0f0f0f);
	swap_halves(items, 2, 0x3333333333333333);
	swap_halves(items, 1, 0x5555555555555555);
}

static void
end_group(struct cnd_marking *marking)
{
	struct cnd_marked *marked = marking->marked;

	for (size_t at = 0; at < marking->width; at++) {
		uint64_t *column = cnd_marked_word(
			marked, (uint32_t)(GROUP * at), marking->group);
		uint64_t items[GROUP];

		for (size_t i = 0; i < GROUP; i++)
			items[i] = marking->rows[i * marking->width + at];
		transpose(items);
		for (size_t i = 0; i < GROUP; i++)
			column[i * CND_MARKED_GROUPS] = items[i];
	}
	marking->group++;
}

/* Ends the groups before one. */
static void
go_on_to(struct cnd_marking *marking, size_t group)
{
	while (marking->group < group) {
		end_group(marking);
		begin_group(marking);
	}
}

uint64_t *
cnd_marking_enter(struct cnd_marking *marking, size_t sentence, bool is_told)
{
	uint64_t *row;

	if (marking->marked == NULL)
		return NULL;
	go_on_to(marking, sentence / GROUP);
	marking->marked->scanned[marking->group] |= (uint64_t)1
		<< sentence % GROUP;
	if (!is_told || marking->width == 0)
		return NULL;
	row = &marking->rows[sentence % GROUP * marking->width];
	memset(row, 0, marking->width * sizeof(*row));
	return row;
}

void
cnd_marking_finish(struct cnd_marking *marking)
{
	if (marking->marked != NULL)
		go_on_to(marking, marking->marked->height);
}
