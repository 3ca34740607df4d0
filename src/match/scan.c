/*
 * The quick way to scan: the words of each block are cut and looked up
 * once for all patterns; a sequence that fits is a match of a pure pattern,
 * and for any other a reason to ask PCRE2.  Candidates come in the order
 * of text, so that one number for each pattern says where it was tried.
 */
#include "base/utf8.h"
#include "match/characters.h"
#include "match/events.h"
#include "match/marking.h"
#include "match/seen.h"
#include "match/words.h"

#include <string.h>

/* A piece of a block, and how far the sentences in it have been taken. */
struct scan {
	const struct cnd_matcher *matcher;
	const struct cnd_units *units;
	struct cnd_events events;
	struct cnd_words *words;
	struct cnd_seen seen;
	bool words_are_told; /* of the piece */
	uint16_t *doubled; /* words that the next one repeats */
	size_t doubled_count;
	uint32_t *done; /* by pattern: the last unit it is done with */
	uint32_t *tried; /* by pattern: where no match begins before */
	struct cnd_marking marking;
	size_t sentence; /* the first that is not behind us */

	struct cnd_unit_span piece;
	struct cnd_glance piece_glance; /* of no bytes: not taken yet */
	struct cnd_unit_span part; /* the sentence at the candidate, if any */
	uint64_t *row; /* of its marks; NULL: they are not looked for */
	struct cnd_glance part_glance;
};

static bool
equals(struct cnd_str a, struct cnd_str b, bool is_fold)
{
	return is_fold ? cnd_str_equal_fold(a, b) : cnd_str_equal(a, b);
}

/*
 * Letters somewhere inside a word are not looked for: such a test is never
 * of a pure pattern.
 */
static bool
fits_word(const struct cnd_packed_test *test, struct cnd_str letters,
	struct cnd_str word)
{
	size_t len = letters.len;
	bool is_longer = test->before == CND_AFFIX_SOME ||
		test->behind == CND_AFFIX_SOME;

	if (len == 0)
		return true;
	if (word.len < len + (is_longer ? 1 : 0))
		return false;
	if (test->before == CND_AFFIX_NONE && test->behind == CND_AFFIX_NONE)
		return equals(word, letters, test->is_fold);
	if (test->before == CND_AFFIX_NONE)
		return equals(
			cnd_str_slice(word, 0, len), letters, test->is_fold);
	if (test->behind == CND_AFFIX_NONE)
		return equals(cnd_str_slice(word, word.len - len, word.len),
			letters, test->is_fold);
	return true;
}

static bool
skip_blanks(struct cnd_str text, size_t *at)
{
	size_t from = *at;

	while (*at < text.len) {
		size_t next = *at;

		if (!cnd_is_pattern_blank(cnd_utf8_next(text, &next)))
			break;
		*at = next;
	}
	return *at > from;
}

static bool
fits_gap(struct cnd_str gap, struct cnd_str text)
{
	size_t at = 0;

	if (gap.len == 0)
		return true;
	if (gap.len == 1 && text.len == 1 && text.data[0] == ' ')
		return gap.data[0] == CND_GAP_BLANKS || gap.data[0] == ' ';
	for (size_t i = 0; i < gap.len; i++) {
		if (gap.data[i] == CND_GAP_BLANKS) {
			if (!skip_blanks(text, &at))
				return false;
		} else if (at == text.len || text.data[at++] != gap.data[i]) {
			return false;
		}
	}
	return at == text.len;
}

/* Whole words first, by their keys: most tries end here. */
static bool
fits_keys(const struct cnd_matcher *matcher,
	const struct cnd_packed_sequence *sequence, const uint32_t *hashes)
{
	for (size_t i = 0; i < sequence->count; i++) {
		const struct cnd_packed_test *test =
			&matcher->tests[sequence->first + i];

		if (test->before == CND_AFFIX_NONE &&
			test->behind == CND_AFFIX_NONE &&
			test->key != hashes[i])
			return false;
	}
	return true;
}

static bool
fits_text(const struct scan *scan, const struct cnd_packed_sequence *sequence,
	const uint16_t *edges)
{
	const struct cnd_matcher *matcher = scan->matcher;
	struct cnd_str piece = cnd_str_slice(
		scan->units->text, scan->piece.span.from, scan->piece.span.to);

	for (size_t i = 0; i < sequence->count; i++) {
		const struct cnd_packed_test *test =
			&matcher->tests[sequence->first + i];
		struct cnd_str letters = { matcher->texts + test->letters,
			test->letters_len };
		struct cnd_str gap = { matcher->texts + test->gap,
			test->gap_len };
		size_t from = edges[2 * i];
		size_t to = edges[2 * i + 1];

		if (!fits_word(test, letters, cnd_str_slice(piece, from, to)))
			return false;
		if (i > 0 &&
			!fits_gap(gap,
				cnd_str_slice(piece, edges[2 * i - 1], from)))
			return false;
	}
	return true;
}

/* The unit in which a pattern is matched here; its number is 0 for none. */
static const struct cnd_unit_span *
unit_of(const struct scan *scan, const struct cnd_matcher_pattern *pattern)
{
	return pattern->is_sentence ? &scan->part : &scan->piece;
}

/* Whether the words next to [from, to) are of those that may stand there. */
static bool
fits_neighbours(const struct scan *scan,
	const struct cnd_packed_sequence *sequence, struct cnd_span words,
	struct cnd_span unit)
{
	const uint32_t *hashes = scan->words->hashes;
	const uint16_t *edges = scan->words->edges;
	uint32_t base = scan->piece.span.from;

	if (sequence->before != CND_NEIGHBOURS_ALL &&
		(words.from == 0 ||
			base + edges[2 * words.from - 2] < unit.from ||
			(sequence->before >> (hashes[words.from - 1] >> 26) &
				1) == 0))
		return false;
	return sequence->behind == CND_NEIGHBOURS_ALL ||
		(words.to < scan->words->count &&
			base + edges[2 * words.to + 1] <= unit.to &&
			(sequence->behind >> (hashes[words.to] >> 26) & 1) !=
				0);
}

/* An automaton reads on to the unit's end. */
static bool
is_asked_once(const struct cnd_matcher_pattern *pattern)
{
	return pattern->is_hint || cnd_query_is_regular(pattern->query);
}

/*
 * Where a match with its first anchor at this word may begin: not before
 * the words that may lead to it, nor where the pattern was tried already.
 */
static struct cnd_span
find_near(
	struct scan *scan, uint32_t pattern, size_t word, struct cnd_span unit)
{
	const uint16_t *edges = scan->words->edges;
	uint32_t base = scan->piece.span.from;
	uint32_t lead = scan->matcher->patterns[pattern].lead;
	struct cnd_span near = { unit.from, base + edges[2 * word + 1] };

	/* From the end of the word before those: a match may begin with a
	 * gap. */
	if (word > lead && base + edges[2 * (word - lead) - 1] > near.from)
		near.from = base + edges[2 * (word - lead) - 1];
	if (is_asked_once(&scan->matcher->patterns[pattern])) {
		near.to = unit.to;
		return near;
	}
	if (scan->tried[pattern] > near.from)
		near.from = scan->tried[pattern];
	scan->tried[pattern] = near.to;
	return near;
}

/* A blank may be one beyond ASCII; a literal blank is tested as any. */
static bool
fits_follower(char follower, struct cnd_str text, uint32_t at, uint32_t end)
{
	if (follower == '\0')
		return true;
	if (at >= end)
		return false;
	if (cnd_is_space(follower))
		return cnd_is_space(text.data[at]) ||
			(unsigned char)text.data[at] >= 0x80;
	return text.data[at] == follower;
}

/* The glance at the piece, or at the sentence in it, once it is needed. */
static const struct cnd_glance *
glance_at(struct scan *scan, bool is_sentence)
{
	struct cnd_glance *glance =
		is_sentence ? &scan->part_glance : &scan->piece_glance;
	struct cnd_span span = is_sentence ? scan->part.span : scan->piece.span;

	if (glance->len == 0)
		*glance = cnd_glance_at(
			cnd_str_slice(scan->units->text, span.from, span.to));
	return glance;
}

/* Whether the unit has what a pattern found by a word needs besides. */
static bool
has_digits(struct scan *scan, const struct cnd_matcher_pattern *pattern)
{
	return pattern->is_hint || !cnd_query_counts_digits(pattern->query) ||
		cnd_query_is_worth(
			pattern->query, glance_at(scan, pattern->is_sentence));
}

/* Tests one sequence with its anchor at a word. */
static void
try_sequence(struct scan *scan, const struct cnd_packed_sequence *sequence,
	size_t word)
{
	const struct cnd_matcher_pattern *pattern =
		&scan->matcher->patterns[sequence->pattern];
	const struct cnd_words *words = scan->words;
	const struct cnd_unit_span *unit = unit_of(scan, pattern);
	const uint16_t *edges;
	uint32_t from;
	uint32_t to;

	if (word < sequence->anchor)
		return;
	word -= sequence->anchor;
	if (sequence->count > words->count - word ||
		!fits_keys(scan->matcher, sequence, &words->hashes[word]) ||
		unit->number == 0 ||
		scan->done[sequence->pattern] == unit->number)
		return;
	edges = &words->edges[2 * word];
	from = scan->piece.span.from + edges[0];
	to = scan->piece.span.from + edges[2 * sequence->count - 1];
	if (from < unit->span.from || to > unit->span.to ||
		!fits_follower(
			scan->matcher
				->tests[sequence->first + sequence->count - 1]
				.follower,
			scan->units->text, to, unit->span.to) ||
		!fits_neighbours(scan, sequence,
			(struct cnd_span){ (uint32_t)word,
				(uint32_t)word + sequence->count },
			unit->span) ||
		!fits_text(scan, sequence, edges))
		return;
	if (pattern->is_pure) {
		cnd_events_add(&scan->events,
			(struct cnd_event){
				.from = from,
				.to = to,
				.pattern = sequence->pattern,
				.priority = sequence->priority,
				.unit = unit->number,
			});
		return;
	}
	if (!has_digits(scan, pattern)) {
		scan->done[sequence->pattern] = unit->number;
		return;
	}
	if (cnd_events_try_near(&scan->events, sequence->pattern, *unit,
		    find_near(scan, sequence->pattern, word, unit->span)) ||
		is_asked_once(pattern))
		scan->done[sequence->pattern] = unit->number;
}

/* The bit of a word as a neighbour; none for a word that is not there. */
static uint64_t
neighbour_bit(const struct cnd_words *words, size_t word)
{
	return word < words->count ? (uint64_t)1 << (words->hashes[word] >> 26)
				   : 0;
}

static bool
may_be_beside(uint64_t wanted, uint64_t bit)
{
	return wanted == CND_NEIGHBOURS_ALL || (wanted & bit) != 0;
}

/* Tries the sequences of a stretch with their anchor at a word. */
static void
try_stretch(struct scan *scan, struct cnd_stretch stretch, size_t word)
{
	const struct cnd_packed_sequence *sequences =
		&scan->matcher->packed[stretch.first];
	uint64_t before =
		neighbour_bit(scan->words, word == 0 ? SIZE_MAX : word - 1);
	uint64_t behind = neighbour_bit(scan->words, word + 1);

	for (uint32_t i = 0; i < stretch.count; i++) {
		/* Four in five fall here, if their neighbours are known. */
		if (sequences[i].count == 1 &&
			(!may_be_beside(sequences[i].before, before) ||
				!may_be_beside(sequences[i].behind, behind)))
			continue;
		try_sequence(scan, &sequences[i], word);
	}
}

static void
note_marks(struct scan *scan, struct cnd_stretch stretch)
{
	const struct cnd_mark_bits *bits =
		&scan->matcher->marker.bits[stretch.first];

	for (uint32_t i = 0; i < stretch.count; i++)
		scan->row[bits[i].at] |= bits[i].bits;
}

static void
try_word(struct scan *scan, size_t word)
{
	const struct cnd_words *words = scan->words;
	uint16_t from = words->edges[2 * word];
	const struct cnd_seen_word *seen =
		cnd_seen_look(&scan->seen, scan->piece.span.from + from,
			(uint16_t)(words->edges[2 * word + 1] - from),
			words->hashes[word]);
	const struct cnd_stretch *marks =
		seen->stretches + seen->sequence_count;

	for (uint8_t i = 0; i < seen->sequence_count; i++)
		try_stretch(scan, seen->stretches[i], word);
	for (uint8_t i = 0; i < seen->mark_count && scan->row != NULL; i++)
		note_marks(scan, marks[i]);
}

/* Tries a pattern at each line's start in a unit. */
static void
try_lines(struct scan *scan, uint32_t pattern, struct cnd_unit_span unit)
{
	const char *text = scan->units->text.data;
	const struct cnd_glance *glance = glance_at(scan, false);
	/* A carriage return is doubtful, too. */
	bool has_lines = cnd_sign_has(&glance->signs, '\n') ||
		cnd_sign_has(&glance->signs, CND_SIGN_DOUBTFUL);
	uint32_t end = has_lines ? unit.span.to : unit.span.from + 1;
	struct cnd_span near = { unit.span.from, unit.span.from };

	for (uint32_t at = unit.span.from; at < end; at++) {
		if (at > unit.span.from && text[at - 1] != '\n' &&
			text[at - 1] != '\r')
			continue;
		near.from = near.to = at;
		if (cnd_events_try_near(&scan->events, pattern, unit, near))
			return;
	}
}

/* Whether two words in a unit that follow each other have the same key. */
static bool
has_doubled(const struct scan *scan, struct cnd_span unit)
{
	const struct cnd_words *words = scan->words;
	uint32_t base = scan->piece.span.from;

	for (size_t i = 0; i < scan->doubled_count; i++) {
		size_t word = scan->doubled[i];

		if (base + words->edges[2 * word] >= unit.from &&
			base + words->edges[2 * word + 3] <= unit.to)
			return true;
	}
	return false;
}

static void
find_doubled(struct scan *scan)
{
	const uint32_t *hashes = scan->words->hashes;

	scan->doubled_count = 0;
	for (size_t i = 0; i + 1 < scan->words->count; i++)
		if (hashes[i] == hashes[i + 1])
			scan->doubled[scan->doubled_count++] = (uint16_t)i;
}

static bool
is_worth(struct scan *scan, const struct cnd_matcher_pattern *pattern,
	struct cnd_span unit)
{
	if (!cnd_query_is_long(pattern->query, unit.to - unit.from))
		return false;
	if (scan->words_are_told && cnd_query_is_doubled(pattern->query) &&
		!has_doubled(scan, unit))
		return false;
	/* What the piece has not, its sentences have not. */
	return cnd_query_is_worth(pattern->query, glance_at(scan, false)) &&
		(!pattern->is_sentence ||
			cnd_query_is_worth(
				pattern->query, glance_at(scan, true)));
}

/* Patterns without anchors, on the piece or the sentence in it. */
static void
try_bare(struct scan *scan, const struct cnd_pattern_list *list,
	struct cnd_unit_span unit)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct cnd_matcher_pattern *pattern =
			&scan->matcher->patterns[list->items[i]];

		if (!pattern->is_hint && !is_worth(scan, pattern, unit.span))
			continue;
		if (pattern->begins_line && !pattern->is_hint)
			try_lines(scan, list->items[i], unit);
		else
			cnd_events_try(&scan->events, list->items[i], unit);
	}
}

/*
 * A sentence that goes beyond the piece or begins inside a word has other
 * words than those cut: all patterns are tried on it at once.
 */
static bool
is_cut_alike(const struct scan *scan, struct cnd_span sentence)
{
	struct cnd_str text = scan->units->text;

	return sentence.from >= scan->piece.span.from &&
		sentence.to <= scan->piece.span.to &&
		!cnd_is_inside_word(text, sentence.from) &&
		!cnd_is_inside_word(text, sentence.to);
}

static void
enter_sentence(struct scan *scan, bool words_are_told)
{
	const struct cnd_matcher *matcher = scan->matcher;
	struct cnd_span span = scan->units->sentences[scan->sentence++];
	bool is_alike = words_are_told && is_cut_alike(scan, span);

	scan->part = (struct cnd_unit_span){ span, scan->piece.block, 0 };
	if (is_alike)
		cnd_events_enter(&scan->events, &scan->part);
	scan->part_glance.len = 0;
	scan->row =
		cnd_marking_enter(&scan->marking, scan->sentence - 1, is_alike);
	if (is_alike)
		try_bare(scan, &matcher->bare_of_sentences, scan->part);
	else
		cnd_events_try_all(
			&scan->events, &matcher->of_sentences, scan->part);
}

/* Moves on to the sentence at a place of the text, if there is one. */
static void
advance(struct scan *scan, uint32_t at, bool words_are_told)
{
	const struct cnd_units *units = scan->units;

	while (scan->sentence < units->sentence_count &&
		units->sentences[scan->sentence].from <= at)
		enter_sentence(scan, words_are_told);
	if (scan->part.span.to <= at) {
		scan->part.number = 0;
		scan->row = NULL;
	}
}

static void
scan_piece(struct scan *scan)
{
	struct cnd_words *words = scan->words;
	struct cnd_span span = scan->piece.span;
	bool is_told = cnd_words_cut(words, scan->units->text, span,
		scan->matcher->marks_are_doubtful);

	cnd_events_enter(&scan->events, &scan->piece);
	scan->piece_glance.len = 0;
	scan->part.number = 0;
	scan->row = NULL;
	scan->words_are_told = is_told;
	if (is_told)
		find_doubled(scan);
	if (is_told)
		try_bare(scan, &scan->matcher->bare_of_blocks, scan->piece);
	else
		cnd_events_try_all(
			&scan->events, &scan->matcher->of_blocks, scan->piece);
	for (size_t i = 0; is_told && i < words->count; i++) {
		advance(scan, span.from + words->edges[2 * i], true);
		try_word(scan, i);
	}
	advance(scan, span.to - 1, is_told);
}

void
cnd_matcher_scan(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct scan scan = {
		.matcher = matcher,
		.units = units,
		.events = cnd_events_start(matcher, units, scratch, arena),
		.words = cnd_arena_alloc(scratch, sizeof(*scan.words)),
		.seen = cnd_seen_start(
			matcher, units->text, !units->is_marked, scratch),
		.doubled = cnd_arena_array(
			scratch, CND_WORDS_MAX, sizeof(*scan.doubled)),
		.done = cnd_arena_array(
			scratch, matcher->pattern_count, sizeof(*scan.done)),
		.tried = cnd_arena_array(
			scratch, matcher->pattern_count, sizeof(*scan.tried)),
		.marking = cnd_marking_start(matcher, units, scratch, arena),
	};

	for (uint32_t i = 0; i < units->block_count; i++) {
		uint32_t end = units->blocks[i].to;

		scan.piece.block = i;
		scan.piece.span.from = units->blocks[i].from;
		while (scan.piece.span.from < end) {
			scan.piece.span.to = cnd_matcher_piece_end(
				units->text, scan.piece.span.from, end);
			scan_piece(&scan);
			scan.piece.span.from = scan.piece.span.to;
		}
	}
	cnd_events_resolve(&scan.events, hits);
	cnd_marking_finish(&scan.marking);
	hits->marked = scan.marking.marked;
	cnd_arena_free(scratch);
}
