/*
 * How fast a text is scanned: prose made from a seed, some 300 patterns of
 * the shapes that rules have.  Prints MB/s of each step; the fastest of
 * several runs, for other programs only ever slow one down.
 */
#include "base/buf.h"
#include "match/matcher.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	MEGABYTES = 8,
	TAIL = 8000, /* rare words */
	PHRASES = 220,
	RUNS = 7,
};

static const char *const frequent[] = { "the", "of", "and", "to", "in", "a",
	"was", "that", "for", "with", "her", "not", "by", "on", "is", "had",
	"be", "were", "should", "this", "he", "she", "as", "at", "have", "been",
	"from", "safeguarding", "care", "review", "adult", "board", "services",
	"risk", "social", "police", "health", "an", "which", "or", "there",
	"practice", "their", "agencies", "support", "assessment", "information",
	"would", "could", "staff", "report", "family", "learning", "did",
	"evidence", "about", "partnership", "needs", "council", "hospital",
	"nurse", "referral", "meeting", "plan" };

static const char *const middling[] = { "ensure", "consider", "remind",
	"appropriate", "robust", "timely", "various", "several", "training",
	"embed", "explore", "promote", "relevant", "failure", "failed",
	"engage", "refused", "vulnerable", "missed", "opportunity", "hindsight",
	"clearly", "obviously", "should", "reflect", "awareness",
	"consideration", "partners", "process", "policy", "procedures",
	"effective", "multi", "disciplinary", "raise", "aware", "going",
	"forward", "lessons", "learned", "agreed", "disagreed", "panel",
	"chair", "author", "independent", "commissioned", "approved" };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static uint32_t
draw(uint64_t *seed, size_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return (uint32_t)((*seed >> 33) % below);
}

static void
put_rare_word(uint64_t *seed, struct cnd_buf *out)
{
	static const char *const parts[] = { "con", "ter", "al", "in", "re",
		"ment", "ver", "pro", "sion", "ac", "ti", "ble", "de", "ing",
		"est", "un", "o", "per", "li", "ta" };
	uint64_t word = 88172645463325252u + draw(seed, TAIL) * 7919u;
	uint32_t count = 2 + draw(&word, 3);

	for (uint32_t i = 0; i < count; i++)
		cnd_buf_puts(out, parts[draw(&word, COUNT(parts))]);
}

/* The lower the number drawn twice, the more often: as words are. */
static void
put_word(uint64_t *seed, struct cnd_buf *out)
{
	uint32_t kind = draw(seed, 100);
	size_t most = 1 + draw(seed, COUNT(frequent));

	if (kind < 70)
		cnd_buf_puts(out, frequent[draw(seed, most)]);
	else if (kind < 75)
		cnd_buf_puts(out, middling[draw(seed, COUNT(middling))]);
	else
		put_rare_word(seed, out);
}

struct layout {
	struct cnd_buf text;
	struct cnd_span *blocks;
	struct cnd_span *sentences;
	struct cnd_units units;
};

static uint32_t
put_sentence(uint64_t *seed, struct cnd_buf *out)
{
	uint32_t words = 8 + draw(seed, 22);
	uint32_t from = (uint32_t)out->len;

	for (uint32_t i = 0; i < words; i++) {
		if (i > 0)
			cnd_buf_puts(out,
				draw(seed, 14) == 0      ? ", "
					: draw(seed, 60) ? " "
							 : "\u2019s ");
		put_word(seed, out);
	}
	out->data[from] = (char)(out->data[from] - 'a' + 'A');
	cnd_buf_puts(out, ".");
	return from;
}

static void
lay_out(uint64_t *seed, struct cnd_arena *arena, struct layout *layout)
{
	struct cnd_units *units = &layout->units;
	size_t block_room = 0;
	size_t sentence_room = 0;

	while (layout->text.len < (size_t)MEGABYTES << 20) {
		uint32_t from = (uint32_t)layout->text.len;
		uint32_t count = 1 + draw(seed, 7);

		for (uint32_t i = 0; i < count; i++) {
			uint32_t start = put_sentence(seed, &layout->text);

			layout->sentences = cnd_arena_grow(arena,
				layout->sentences, units->sentence_count,
				&sentence_room, sizeof(struct cnd_span));
			layout->sentences[units->sentence_count++] =
				(struct cnd_span){ start,
					(uint32_t)layout->text.len };
			cnd_buf_puts(&layout->text, " ");
		}
		layout->blocks = cnd_arena_grow(arena, layout->blocks,
			units->block_count, &block_room,
			sizeof(struct cnd_span));
		layout->blocks[units->block_count++] =
			(struct cnd_span){ from, (uint32_t)layout->text.len };
		cnd_buf_puts(&layout->text, "\n\n");
	}
	units->text = cnd_buf_str(&layout->text);
	units->blocks = layout->blocks;
	units->sentences = layout->sentences;
}

static const char *const shaped[] = {
	"\\b(?:(?:should|must|will|need(?:s)?\\s+to)\\s+(?:\\w+\\s+){0,3}"
	"(?:consider|reflect|explore|promote|embed|ensure))\\b",
	"\\b(?:(?:was|were|been|being|is|are)\\s+(?:not\\s+)?(?:missed|"
	"refused|failed|agreed|approved|commissioned))\\b",
	"\\b(?:fail(?:ed|ure|ures|ing)?\\s+to\\s+(?:engage|ensure|consider))"
	"\\b",
	"\\b(?:with\\s+(?:the\\s+)?(?:benefit|value|wisdom)\\s+of\\s+"
	"hindsight)\\b",
	"\\b(?:hindsight(?!\\s+bias))\\b",
	"\\b(?:(?:panel|board|partnership|author)\\b.{0,60}?\\b(?:did|could|"
	"were)\\s+not\\s+agree[d]?)\\b",
	"\\b(?:vulnerab\\w+)\\b",
	"\\b(?:multi[- ]?disciplin\\w*)\\b",
	"\\b(?:(?:raise|increase)\\s+aware\\w+)\\b",
	"\\b(?:going\\s+forwards?|moving\\s+forwards?)\\b",
	"\\b(?:lessons?\\s+(?:have\\s+been\\s+|to\\s+be\\s+)?learn(?:ed|t))"
	"\\b",
	"\\b(?:(?:relevant|appropriate|suitable)\\s+(?:agenc(?:y|ies)|staff|"
	"partners?|professionals?))\\b",
	"\\b(?:in\\s+(?:a\\s+)?(?:timely|robust|effective)\\s+(?:manner|"
	"fashion|way))\\b",
	"\\b(?:no\\s+later\\s+than\\s+\\d{1,2}\\s+\\w+\\s+\\d{4})\\b",
	"\\b(?:(?:independent|lead)\\s+(?:chair|author|reviewer)(?:'s)?)\\b",
	"\\b(?:there\\s+(?:is|was|were)\\s+(?:clear|no)\\s+evidence)\\b",
};

static void
add(struct cnd_matcher *matcher, struct cnd_str pattern, uint32_t tag)
{
	struct cnd_error err = { 0 };
	unsigned flags = CND_REGEX_FOLD_CASE | CND_REGEX_TRUSTED;

	if (tag % 4 == 0)
		flags |= CND_MATCHER_SENTENCE;
	if (!cnd_matcher_add(matcher, pattern, flags, tag, &err)) {
		fprintf(stderr, "%s\n", err.message);
		exit(EXIT_FAILURE);
	}
}

/* Phrases of two to four words, one of them not too frequent. */
static void
add_patterns(uint64_t *seed, struct cnd_matcher *matcher)
{
	struct cnd_buf pattern = { 0 };

	for (uint32_t i = 0; i < PHRASES; i++) {
		uint32_t words = 2 + draw(seed, 3);

		cnd_buf_clear(&pattern);
		cnd_buf_puts(&pattern, "\\b(?:");
		for (uint32_t w = 0; w < words; w++) {
			if (w > 0)
				cnd_buf_puts(&pattern, "\\s+");
			cnd_buf_puts(&pattern,
				w == words / 2
					? middling[draw(seed, COUNT(middling))]
					: frequent[draw(
						  seed, COUNT(frequent))]);
		}
		cnd_buf_puts(&pattern, ")\\b");
		add(matcher, cnd_buf_str(&pattern), i / 4);
	}
	for (uint32_t i = 0; i < 5 * COUNT(shaped); i++)
		add(matcher, cnd_str_of(shaped[i % COUNT(shaped)]),
			PHRASES + i);
	cnd_buf_dispose(&pattern);
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The least time of several scans, and the hits found. */
static double
time_scan(const struct cnd_matcher *matcher, const struct cnd_units *units,
	size_t *count)
{
	double least = 1e9;

	for (int run = 0; run < RUNS; run++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_hits hits;
		double from = seconds();
		double taken;

		cnd_matcher_scan(matcher, units, arena, &hits);
		taken = seconds() - from;
		least = taken < least ? taken : least;
		*count = hits.count;
		cnd_arena_free(arena);
	}
	return least;
}

int
main(void)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct layout layout = { 0 };
	uint64_t seed = 0x2545f4914f6cdd1du;
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_matcher *empty = cnd_matcher_new(arena);
	double megabytes;
	double from;
	double taken;
	size_t count;

	lay_out(&seed, arena, &layout);
	megabytes = (double)layout.text.len / 1e6;
	from = seconds();
	add_patterns(&seed, matcher);
	cnd_matcher_seal(matcher);
	printf("build: %.2f ms\n", (seconds() - from) * 1e3);
	cnd_matcher_seal(empty);
	taken = time_scan(empty, &layout.units, &count);
	printf("words: %.0f MB/s\n", megabytes / taken);
	taken = time_scan(matcher, &layout.units, &count);
	printf("scan: %.0f MB/s, a hit in %.0f bytes\n", megabytes / taken,
		megabytes * 1e6 / (double)(count > 0 ? count : 1));
	cnd_buf_dispose(&layout.text);
	cnd_arena_free(arena);
	return EXIT_SUCCESS;
}
