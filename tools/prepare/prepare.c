/*
 * Writes the built-in rules, compiled, as a C constant on standard output
 * (docs/prepared-rules.md).  The rules are compiled twice, into memory at
 * two addresses.  Invariant: a word that differs by just the distance of
 * the two is an address in the rule set; nothing else may differ, and
 * nothing may point out of the set, or there is no output.
 */
#include "record.h"

#include "app/file.h"
#include "base/buf.h"
#include "base/limits.h"
#include "lint/lint.h"
#include "read/read.h"
#include "rule/prepared.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WORD = sizeof(uintptr_t),
	/* No multiple of a page, and no number that rules are likely to hold. */
	SHIFT = 0x35790,
	MAPS_MAX = 256,
	UNPLACED = -1,
};

/* The set as compiled once. */
struct image {
	struct cnd_ruleset *set;
	struct record record;
};

/*
 * The arrays that pieces go to, in the order in which they stand at home.
 * What holds no address is apart: it need not be copied where they cannot
 * stand there.
 */
enum array { LINKED, PLAIN, WARM, LIVE, ARRAYS };

/* What stands before their names: only what is written to is no constant. */
static const struct {
	const char *name;
	const char *qualifier;
	const char *about;
} array_kinds[ARRAYS] = {
	[LINKED] = { "linked", "const ", "Holds addresses" },
	[PLAIN] = { "plain", "const ", "Holds none" },
	[WARM] = { "warm", "", "Written to as texts are read: states" },
	[LIVE] = { "live", "", "Written at first use: compiled patterns" },
};

struct range {
	uintptr_t from;
	uintptr_t to;
};

struct work {
	struct image first;
	struct image second;
	ptrdiff_t *places; /* of each piece, in words of its array */
	enum array *arrays; /* of each piece found */
	size_t *found; /* pieces reached, in that order */
	size_t found_count;
	size_t words[ARRAYS];
	/* What of this process is in memory. */
	struct range maps[MAPS_MAX];
	size_t map_count;
};

static void
give_up(const char *what, size_t piece, size_t offset)
{
	fprintf(stderr,
		"prepare: %s: piece %zu, byte %zu of it "
		"(docs/prepared-rules.md)\n",
		what, piece, offset);
	exit(EXIT_FAILURE);
}

static void
check_live(const struct record *record)
{
	for (size_t piece = 0; piece < record->count; piece++)
		for (size_t at = 0; record->pieces[piece].kind == PIECE_LIVE &&
			at < record->pieces[piece].size;
			at++)
			if (record->base[record->pieces[piece].at + at] != 0)
				give_up("live memory that is not zero", piece,
					at);
}

static void
fail(const char *name, const struct cnd_error *err)
{
	fprintf(stderr, "prepare: %s: %s\n", name, err->message);
	exit(EXIT_FAILURE);
}

static void
use_report(const struct cnd_ruleset *set, const char *name, struct cnd_str text)
{
	struct cnd_error err = { 0 };
	struct cnd_lint_options options = { 0 };
	struct cnd_document *doc = cnd_read(cnd_str_of(name), text, &err);
	struct cnd_report *report = NULL;

	if (doc != NULL)
		report = cnd_lint(set, doc, &options, &err);
	if (report == NULL)
		fail(name, &err);
	cnd_report_free(report);
	cnd_document_free(doc);
}

/* A file of one report, or of several with form feeds between them. */
static void
use(const struct cnd_ruleset *set, const char *name)
{
	struct cnd_error err = { 0 };
	struct cnd_buf bytes = { 0 };
	struct cnd_str rest;

	if (!cnd_file_read(name, CND_LIMIT_INPUT_BYTES, &bytes, &err))
		fail(name, &err);
	rest = cnd_buf_str(&bytes);
	while (rest.len > 0)
		use_report(set, name, cnd_str_split(&rest, '\f'));
	cnd_buf_dispose(&bytes);
}

/* Lints all reports, and sees what that touches in the first image. */
static void
use_all(const struct image *image, size_t shift, char **reports)
{
	if (shift == 0)
		record_watch(image->record.arena);
	for (; *reports != NULL; reports++)
		use(image->set, *reports);
	if (shift == 0)
		record_unwatch();
}

/*
 * Compiles the rules, and lints reports with them, so that what matching
 * makes as it goes is there from the start.
 */
static struct image
compile(size_t shift, char **reports)
{
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&count);
	struct cnd_error err = { 0 };
	struct image image;

	record_shift(shift);
	image.set = cnd_ruleset_new(files, count, &err);
	if (image.set == NULL) {
		fprintf(stderr, "%s:%" PRIu32 ": %s\n", err.path, err.line,
			err.message);
		exit(EXIT_FAILURE);
	}
	if (!record_of(image.set, &image.record))
		give_up("the set is in no arena", 0, 0);
	check_live(&image.record);
	use_all(&image, shift, reports);
	record_settle(image.record.arena);
	/* What was kept is touched in its turn. */
	use_all(&image, shift, reports);
	/* It has grown. */
	(void)record_of(image.set, &image.record);
	return image;
}

/* Where there is no such file, only the comparison of builds tells. */
static void
read_maps(struct work *work)
{
	FILE *file = fopen("/proc/self/maps", "r");
	char line[512];

	while (file != NULL && fgets(line, sizeof(line), file) != NULL) {
		struct range range;

		if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR, &range.from,
			    &range.to) == 2 &&
			work->map_count < MAPS_MAX)
			work->maps[work->map_count++] = range;
	}
	if (file != NULL)
		fclose(file);
}

/*
 * Whether it could be an address of something else: an arena's own are told
 * by how far apart they are.
 */
static bool
is_mapped(const struct work *work, uintptr_t word)
{
	if (record_has_room_at(word))
		return false;
	for (size_t i = 0; i < work->map_count; i++)
		if (word >= work->maps[i].from && word < work->maps[i].to)
			return true;
	return false;
}

/* The word of a piece; bytes behind its end are zero. */
static uintptr_t
word_at(const struct image *image, size_t piece, size_t offset)
{
	uintptr_t word;

	memcpy(&word,
		image->record.base + image->record.pieces[piece].at + offset,
		WORD);
	return word;
}

/* The last piece that begins at or before a place. */
static size_t
piece_at(const struct record *record, size_t place)
{
	size_t low = 0;
	size_t high = record->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (record->pieces[middle].at <= place)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* What a word is. */
enum content { NUMBER, ADDRESS, ENDED };

static enum content
content_of(const struct work *work, size_t piece, size_t offset)
{
	uintptr_t a = word_at(&work->first, piece, offset);
	uintptr_t b = word_at(&work->second, piece, offset);
	uintptr_t first = (uintptr_t)work->first.record.base;
	uintptr_t second = (uintptr_t)work->second.record.base;

	if (work->first.record.pieces[piece].kind != PIECE_WARM &&
		a - first < work->first.record.size && b - second == a - first)
		return ADDRESS;
	/* The arena itself: nothing is added to a prepared set. */
	if (a == (uintptr_t)work->first.record.arena &&
		b == (uintptr_t)work->second.record.arena)
		return ENDED;
	if (a != b)
		give_up("differs from one time to the next", piece, offset);
	if (work->first.record.pieces[piece].kind != PIECE_WARM &&
		is_mapped(work, a))
		give_up("points out of the set", piece, offset);
	return NUMBER;
}

static void
reach(struct work *work, size_t piece)
{
	if (work->places[piece] != UNPLACED)
		return;
	work->places[piece] = 0;
	work->found[work->found_count++] = piece;
}

/* Where in the arena an address of the first set is. */
static size_t
offset_of(const struct work *work, uintptr_t address)
{
	return address - (uintptr_t)work->first.record.base;
}

/* All that can be reached from the set, first come first. */
static void
find_pieces(struct work *work)
{
	static const enum array arrays[] = {
		[PIECE_CONSTANT] = PLAIN,
		[PIECE_LIVE] = LIVE,
		[PIECE_WARM] = WARM,
	};
	const struct record *record = &work->first.record;

	reach(work,
		piece_at(record, offset_of(work, (uintptr_t)work->first.set)));
	for (size_t i = 0; i < work->found_count; i++) {
		size_t piece = work->found[i];

		work->arrays[piece] = arrays[record->pieces[piece].kind];
		if (work->arrays[piece] != PLAIN)
			continue;
		for (size_t at = 0; at < record->pieces[piece].size;
			at += WORD) {
			uintptr_t word = word_at(&work->first, piece, at);

			if (content_of(work, piece, at) != ADDRESS)
				continue;
			work->arrays[piece] = LINKED;
			reach(work, piece_at(record, offset_of(work, word)));
		}
	}
}

static const struct piece *compared; /* by qsort, which passes nothing on */

static int
compare_pieces(const void *left, const void *right)
{
	size_t a = *(const size_t *)left;
	size_t b = *(const size_t *)right;
	int late = compared[a].touched - compared[b].touched;

	return late != 0 ? late : (a > b) - (a < b);
}

/*
 * Pieces stand in the order they were touched in, those that no report
 * touched last, or else in the order they were made in: a run reads few
 * pages.
 */
static void
place_pieces(struct work *work)
{
	const struct record *record = &work->first.record;

	compared = record->pieces;
	qsort(work->found, work->found_count, sizeof(*work->found),
		compare_pieces);
	for (size_t i = 0; i < work->found_count; i++) {
		size_t piece = work->found[i];
		size_t words = (record->pieces[piece].size + WORD - 1) / WORD;
		size_t *total = &work->words[work->arrays[piece]];

		work->places[piece] = (ptrdiff_t)*total;
		*total += words;
	}
}

/* The byte of its array at which a place of the arena comes to stand. */
static size_t
byte_of(const struct work *work, size_t piece, size_t place)
{
	return (size_t)work->places[piece] * WORD + place -
		work->first.record.pieces[piece].at;
}

/* The bytes of an array: whole pages, and one at least. */
static size_t
size_of(const struct work *work, enum array array)
{
	return (work->words[array] * WORD / CND_HOME_PAGE + 1) * CND_HOME_PAGE;
}

static uint64_t
home_of(const struct work *work, enum array array)
{
	uint64_t home = WORD == 8 ? CND_HOME_64 : CND_HOME_32;

	for (enum array i = LINKED; i < array; i++)
		home += size_of(work, i);
	return home;
}

/* The word that stands for one of a piece. */
static uint64_t
word_of(const struct work *work, size_t piece, size_t offset)
{
	uintptr_t word = word_at(&work->first, piece, offset);
	enum content content = content_of(work, piece, offset);
	size_t place;
	size_t target;

	if (content == ENDED)
		return 0;
	if (content == NUMBER) {
		if (work->arrays[piece] == LINKED &&
			word >= home_of(work, LINKED) &&
			word < home_of(work, ARRAYS))
			give_up("a number that looks like an address", piece,
				offset);
		return word;
	}
	place = offset_of(work, word);
	target = piece_at(&work->first.record, place);
	return home_of(work, work->arrays[target]) +
		byte_of(work, target, place);
}

/* The bytes of a word as a compiler's string has them: each with a
 * backslash, so that no digit of one is taken for another's. */
static void
print_word(uint64_t word)
{
	uintptr_t number = (uintptr_t)word;
	unsigned char bytes[WORD];

	memcpy(bytes, &number, WORD);
	for (size_t i = 0; i < WORD; i++)
		printf("\\%o", (unsigned)bytes[i]);
}

/* The pieces of one array, as its initialiser: a string, for numbers by the
 * million take a compiler minutes. */
static void
print_pieces(const struct work *work, enum array array)
{
	for (size_t i = 0; i < work->found_count; i++) {
		size_t piece = work->found[i];
		size_t size = work->first.record.pieces[piece].size;

		if (work->arrays[piece] != array)
			continue;
		for (size_t at = 0; at < size; at += WORD) {
			if (at % (8 * WORD) == 0)
				printf("\"\n\t\"");
			print_word(word_of(work, piece, at));
		}
	}
}

static void
print_array(const struct work *work, enum array array)
{
	printf("/* %s. */\n"
	       "static %s_Alignas(CND_HOME_PAGE) char %s[%zu]",
		array_kinds[array].about, array_kinds[array].qualifier,
		array_kinds[array].name, size_of(work, array));
	if (array != LIVE) {
		printf(" = \"");
		print_pieces(work, array);
		printf("\"");
	}
	printf(";\n\n");
}

static void
print_image(const struct work *work)
{
	size_t root = offset_of(work, (uintptr_t)work->first.set);

	printf("/* Made by tools/prepare from rules/; do not edit. */\n"
	       "#include \"rule/prepared.h\"\n\n"
	       "_Static_assert(sizeof(uintptr_t) == %d, \"see "
	       "docs/prepared-rules.md\");\n\n",
		(int)WORD);
	for (enum array array = LINKED; array < ARRAYS; array++)
		print_array(work, array);
	printf("static const struct cnd_home_part parts[] = {\n");
	for (enum array array = LINKED; array < ARRAYS; array++)
		printf("\t{ (void *)(uintptr_t)%s, sizeof(%s), (char "
		       "*)0x%" PRIx64 " },\n",
			array_kinds[array].name, array_kinds[array].name,
			home_of(work, array));
	printf("};\n\n"
	       "const struct cnd_prepared cnd_prepared = { parts, %d, %zu };\n",
		(int)ARRAYS,
		byte_of(work, piece_at(&work->first.record, root), root));
}

/* Arguments: reports to lint. */
int
main(int argc, char **argv)
{
	struct work work = { .first = compile(0, argv + 1),
		.second = compile(SHIFT, argv + 1) };
	size_t count = work.first.record.count;

	(void)argc;
	if (count != work.second.record.count ||
		work.first.record.size != work.second.record.size)
		give_up("another size the second time", count, 0);
	work.places = calloc(count, sizeof(*work.places));
	work.arrays = calloc(count, sizeof(*work.arrays));
	work.found = calloc(count, sizeof(*work.found));
	if (work.places == NULL || work.arrays == NULL || work.found == NULL)
		return EXIT_FAILURE;
	for (size_t i = 0; i < count; i++)
		work.places[i] = UNPLACED;
	read_maps(&work);
	find_pieces(&work);
	place_pieces(&work);
	print_image(&work);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
