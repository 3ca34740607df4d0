/*
 * Reports of any size from a seed, to measure with: headings, numbered
 * paragraphs, lists, tables, quotations and recommendations, in words that
 * are as frequent as in prose.  About one sentence in sixteen has something
 * that a rule looks for.  And texts that are hard on a linter.
 *
 *	generate KIND BYTES [SEED] >report.md
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* By frequency: the word of rank n comes about n times as seldom. */
static const char *const words[] = { "the", "of", "and", "to", "in", "a", "was",
	"that", "for", "with", "her", "not", "by", "on", "is", "had", "his",
	"were", "this", "he", "she", "as", "at", "have", "been", "from", "care",
	"safeguarding", "review", "adult", "board", "services", "risk",
	"social", "police", "health", "an", "which", "or", "there", "practice",
	"their", "support", "assessment", "information", "would", "could",
	"staff", "report", "family", "learning", "did", "evidence", "about",
	"needs", "council", "hospital", "nurse", "referral", "meeting", "plan",
	"mother", "home", "when", "made", "after", "concerns", "worker", "team",
	"they", "who", "but", "between", "also", "it", "no", "contact", "then",
	"visit", "manager", "before", "capacity", "housing", "trust", "mental",
	"should", "child", "school", "ward", "medication", "daughter", "record",
	"discharge", "alcohol", "telephone", "appointment", "officer", "known",
	"following", "during", "process", "policy", "training", "chair",
	"author", "panel", "partners", "neighbour", "kitchen", "letter" };

/* What rules look for, or nearly. */
static const char *const phrases[] = { "agencies should consider",
	"it was felt that", "with the benefit of hindsight",
	"lessons have been learned", "failed to engage", "a missed opportunity",
	"there was disagreement among panel members",
	"should have been recognised", "where appropriate",
	"in a timely manner", "the report was approved by the Board",
	"hard to reach", "refused to engage", "the panel did not agree",
	"raise awareness of the policy", "as soon as possible",
	"disguised compliance", "mistakes were made", "going forward",
	"was commissioned by the Safeguarding Adults Board",
	"the author was independent of the agencies", "on 14 March 2019",
	"robust procedures", "the the referral", "suffered from depression" };

static const char *const bodies[] = { "The Board", "Adult Social Care",
	"The NHS Trust", "Anyshire Police", "All agencies", "Partners",
	"The Integrated Care Board", "The Housing Association" };

static const char *const acts[] = { "should audit twenty case files",
	"should consider reviewing its policy",
	"must revise the referral form and report the result",
	"should remind staff of the importance of recording",
	"should ensure that supervision is robust",
	"will train every ward manager in the use of the tool" };

static const char *const times[] = { " by 31 March 2027", " within six months",
	" as soon as possible", "", "", " at its next meeting" };

static const char *const titles[] = { "Introduction", "Terms of Reference",
	"Methodology", "Background", "Chronology", "Analysis", "Findings",
	"Family Involvement", "Good Practice", "Conclusion", "Recommendations",
	"Governance" };

struct report {
	uint64_t seed;
	size_t written;
	size_t wanted;
	unsigned section;
	unsigned paragraph;
	unsigned recommendation;
	const char *last; /* word: none comes twice in a row */
};

static uint32_t
draw(struct report *report, size_t below)
{
	report->seed ^= report->seed << 13;
	report->seed ^= report->seed >> 7;
	report->seed ^= report->seed << 17;
	return (uint32_t)((report->seed >> 33) % below);
}

static void
put(struct report *report, const char *text)
{
	report->written += strlen(text);
	fputs(text, stdout);
}

#define PICK(report, list) ((list)[draw((report), COUNT(list))])

/* One of some ten thousand that are seldom seen. */
static void
put_rare_word(struct report *report)
{
	static const char *const parts[] = { "con", "ter", "al", "in", "re",
		"ment", "ver", "pro", "sion", "ac", "ti", "ble", "de", "ing",
		"est", "un", "o", "per", "li", "ta", "ch", "st", "ough" };
	struct report word = { .seed = 88172645463325252u +
			draw(report, 10000) * UINT64_C(7919) };
	uint32_t count = 2 + draw(&word, 3);

	for (uint32_t i = 0; i < count; i++)
		put(report, parts[draw(&word, COUNT(parts))]);
}

static void
put_word(struct report *report)
{
	const char *word = report->last;

	if (draw(report, 9) == 0) {
		put_rare_word(report);
		report->last = NULL;
		return;
	}
	while (word == report->last) {
		uint32_t rank = 1 + draw(report, COUNT(words));

		/* A draw below a draw, twice: nearly Zipf's law. */
		word = words[draw(report, 1 + draw(report, rank))];
	}
	put(report, word);
	report->last = word;
}

static void
put_sentence(struct report *report)
{
	uint32_t count = 9 + draw(report, 18);
	uint32_t at = draw(report, 16) == 0 ? draw(report, count) : count;

	put(report, draw(report, 2) == 0 ? "The" : "She");
	for (uint32_t i = 0; i < count; i++) {
		put(report, draw(report, 14) == 0 ? ", " : " ");
		if (i == at)
			put(report, PICK(report, phrases));
		else
			put_word(report);
	}
	if (draw(report, 40) == 0)
		put(report, ", as the GP’s letter – dated later – says");
	put(report, ".");
}

static void
put_sentences(struct report *report, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		put(report, i == 0 ? "" : " ");
		put_sentence(report);
	}
}

static void
put_paragraph(struct report *report)
{
	char number[32];

	snprintf(number, sizeof(number), "%u.%u ", report->section,
		++report->paragraph);
	put(report, number);
	put_sentences(report, 2 + draw(report, 5));
	put(report, "\n\n");
}

static void
put_list(struct report *report)
{
	uint32_t count = 3 + draw(report, 4);

	for (uint32_t i = 0; i < count; i++) {
		put(report, "- ");
		put_sentence(report);
		put(report, "\n");
	}
	put(report, "\n");
}

static void
put_table(struct report *report)
{
	uint32_t count = 3 + draw(report, 6);

	put(report, "| Date | Event | Source |\n|---|---|---|\n");
	for (uint32_t i = 0; i < count; i++) {
		char date[48];

		snprintf(date, sizeof(date), "| %u May 2018 | ",
			1 + draw(report, 28));
		put(report, date);
		put_sentence(report);
		put(report, " | Trust |\n");
	}
	put(report, "\n");
}

static void
put_quotation(struct report *report)
{
	put(report, "> ");
	put_sentences(report, 2);
	put(report, "\n\n");
}

static void
put_recommendation(struct report *report)
{
	char number[48];

	snprintf(number, sizeof(number), "**Recommendation %u:** ",
		++report->recommendation);
	put(report, number);
	put(report, PICK(report, bodies));
	put(report, " ");
	put(report, PICK(report, acts));
	put(report, PICK(report, times));
	put(report, ".\n\n");
}

static void
put_section(struct report *report)
{
	const char *title = titles[report->section++ % COUNT(titles)];
	uint32_t count = 4 + draw(report, 8);
	char number[32];

	snprintf(number, sizeof(number), "## %u ", report->section);
	put(report, number);
	put(report, title);
	put(report, "\n\n");
	report->paragraph = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t what = draw(report, 24);

		if (strcmp(title, "Recommendations") == 0)
			put_recommendation(report);
		else if (what == 0)
			put_table(report);
		else if (what < 3)
			put_list(report);
		else if (what < 4)
			put_quotation(report);
		else
			put_paragraph(report);
	}
}

static void
put_report(struct report *report)
{
	put(report, "# Safeguarding Adults Review: Edith\n\n");
	while (report->written < report->wanted)
		put_section(report);
}

/* One line, no end of a sentence in it. */
static void
put_one_line(struct report *report)
{
	while (report->written < report->wanted) {
		put_word(report);
		put(report, " ");
	}
	put(report, "\n");
}

static void
put_letters(struct report *report)
{
	while (report->written < report->wanted)
		put(report, draw(report, 20) == 0 ? "a\n" : "a ");
}

static void
put_headings(struct report *report)
{
	while (report->written < report->wanted)
		put(report, "# Finding\n");
}

/* Deeper and deeper, one level a line, then flat. */
static void
put_nested(struct report *report, const char *opening, const char *line)
{
	while (report->written < report->wanted)
		put(report, opening);
	put(report, line);
}

static void
put_nested_lists(struct report *report)
{
	put_nested(report, "- ", "agencies should consider it\n");
}

static void
put_nested_quotes(struct report *report)
{
	put_nested(report, ">", " agencies should consider it\n");
}

static void
put_matches(struct report *report)
{
	while (report->written < report->wanted) {
		put(report, PICK(report, phrases));
		put(report, draw(report, 6) == 0 ? ".\n\n" : " ");
	}
}

/* What makes (a+)+$ look at every way to cut a word in pieces. */
static void
put_letters_joined(struct report *report)
{
	while (report->written < report->wanted)
		put(report,
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0 and so "
			"on.\n");
}

/* A rule of the house with so many bytes of phrases, most of them rare. */
static void
put_rule(struct report *report)
{
	fputs("extends: existence\nmessage: \"'%s' is not said here\"\n"
	      "tokens:\n",
		stdout);
	while (report->written < report->wanted) {
		put(report, "  - ");
		put_word(report);
		put(report, " ");
		put_rare_word(report);
		if (draw(report, 2) == 0) {
			put(report, " ");
			put_word(report);
		}
		put(report, "\n");
	}
}

static const struct {
	const char *name;
	void (*put)(struct report *report);
} kinds[] = {
	{ "rule", put_rule },
	{ "report", put_report },
	{ "line", put_one_line },
	{ "letters", put_letters },
	{ "headings", put_headings },
	{ "nested-lists", put_nested_lists },
	{ "nested-quotes", put_nested_quotes },
	{ "matches", put_matches },
	{ "joined", put_letters_joined },
};

int
main(int argc, char **argv)
{
	struct report report = { .seed = UINT64_C(0x9e3779b97f4a7c15) };

	if (argc < 3)
		return EXIT_FAILURE;
	report.wanted = (size_t)strtoull(argv[2], NULL, 10);
	if (argc > 3)
		report.seed +=
			strtoull(argv[3], NULL, 10) * UINT64_C(2654435761);
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (strcmp(argv[1], kinds[i].name) != 0)
			continue;
		kinds[i].put(&report);
		return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
	}
	fprintf(stderr, "generate: no kind '%s'\n", argv[1]);
	return EXIT_FAILURE;
}
