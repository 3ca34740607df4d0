/*
 * Words, sentences and syllables as Vale's formulas count them.  Syllables
 * are runs of vowels, put right by the spellings that have one more or one
 * less: the algorithm of the published "syllable" programs.
 */
#include "rule/vale_statistics.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

/* Each match adds so many syllables to a word. */
static const struct {
	const char *pattern;
	int adds;
} spellings[] = {
	{ "[aeiouy]+", 1 },
	{ "cia(?:l|$)|tia|ci(?:o?us)|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|"
	  "(?:sia|eous|[oa]gue)$|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|"
	  "^busi$|"
	  "[aeiouy](?:b|ch?|dg|f|g[hn]?|k|l(?:ch|[lv])?|mm?|n(?:ch?|[gn])?|p|"
	  "r[cnsv]?|s(?:[ckls]|qu)?|th|[vyz])ed$|"
	  "[aeiouy](?:b|ch|[df]|g[hn]|k|l(?:ch|[lv])?|mm?|n(?:ch|n)?|p|"
	  "r[nsv]?|s(?:[cklst]|qu)?|th?|[vy])es$",
		-1 },
	{ "[aeiouy](?:b|ch?|dg?|f|g[hn]?|k|l[lv]?|mm?|n[cgn]?|p|r[cnsv]?|"
	  "s(?:[cklst]|qu)?|th?|[vyz])e$",
		-1 },
	{ "(?:[^aeiouy]ie(?:r|s?t)|[aeiouym]bl|eo|[ia]sm|thm|dnt|uity|dea|"
	  "gean|[ou]a|eings?|[aeiouy]sh?e[rsd])$",
		1 },
	{ "[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)", 1 },
	{ "[^aeiou]y[ae]|[^l]lien|[rd]ie(?:(?<=rie)t|(?<=die)n)|i[uoi]|uen|"
	  "real|iell|eo[^aeiou]|[aeiou]y[aeiou]",
		1 },
	{ "[^s]ia", 1 },
};

enum { SPELLINGS = sizeof(spellings) / sizeof(spellings[0]) };

struct cnd_syllables {
	const struct cnd_query *spellings[SPELLINGS];
};

/* Words that all this is wrong for. */
static const struct {
	const char *word;
	int syllables;
} exceptions[] = {
	{ "acreage", 3 },
	{ "adobe", 3 },
	{ "anemone", 4 },
	{ "apostrophe", 4 },
	{ "cafe", 2 },
	{ "cafes", 2 },
	{ "catastrophe", 4 },
	{ "facsimile", 4 },
	{ "forever", 3 },
	{ "hyperbole", 4 },
	{ "jukebox", 2 },
	{ "karate", 3 },
	{ "maybe", 2 },
	{ "people", 2 },
	{ "recipe", 3 },
	{ "shoreline", 2 },
	{ "simile", 3 },
};

/* Parts counted by themselves: a word loses the first of them it has. */
struct affix {
	const char *letters;
	int adds;
};

static const struct affix openings[] = { { "above", 2 }, { "anti", 2 },
	{ "ante", 2 }, { "counter", 2 }, { "hyper", 2 }, { "afore", 2 },
	{ "agri", 2 }, { "infra", 2 }, { "intra", 2 }, { "inter", 2 },
	{ "over", 2 }, { "semi", 2 }, { "ultra", 2 }, { "under", 2 },
	{ "extra", 2 }, { "dia", 2 }, { "micro", 2 }, { "mega", 2 },
	{ "kilo", 2 }, { "pico", 2 }, { "nano", 2 }, { "macro", 2 },
	{ "un", 1 }, { "fore", 1 }, { "ware", 1 }, { "none", 1 }, { "non", 1 },
	{ "out", 1 }, { "post", 1 }, { "sub", 1 }, { "pre", 1 }, { "pro", 1 },
	{ "dis", 1 }, { "side", 1 }, { NULL, 0 } };

static const struct affix endings[] = { { "ology", 3 }, { "ologist", 3 },
	{ "onomy", 3 }, { "onomist", 3 }, { "fully", 2 }, { "berry", 2 },
	{ "woman", 2 }, { "women", 2 }, { "ly", 1 }, { "less", 1 },
	{ "some", 1 }, { "ful", 1 }, { "er", 1 }, { "ers", 1 }, { "ness", 1 },
	{ "cian", 1 }, { "cians", 1 }, { "ment", 1 }, { "ments", 1 },
	{ "ette", 1 }, { "ettes", 1 }, { "ville", 1 }, { "villes", 1 },
	{ "ships", 1 }, { "ship", 1 }, { "side", 1 }, { "sides", 1 },
	{ "port", 1 }, { "ports", 1 }, { "shire", 1 }, { "shires", 1 },
	{ "tion", 1 }, { "tioned", 1 }, { NULL, 0 } };

bool
cnd_vale_statistics_prepare(struct cnd_rule *rule, struct cnd_compile *compile,
	const struct cnd_syllables **syllables, struct cnd_error *err)
{
	struct cnd_syllables *made =
		cnd_arena_alloc(compile->arena, sizeof(*made));

	*syllables = made;
	for (size_t i = 0; i < SPELLINGS && rule->is_vale; i++) {
		struct cnd_pattern pattern = {
			.text = cnd_str_of(spellings[i].pattern),
			.node = compile->file,
		};

		made->spellings[i] = cnd_compile_regex(compile, &pattern, err);
		if (made->spellings[i] == NULL)
			return false;
	}
	return !rule->is_vale ||
		cnd_vale_scope_only(
			compile->arena, "summary", &rule->vale_scope);
}

static int
take_opening(struct cnd_str *word)
{
	for (const struct affix *a = openings; a->letters != NULL; a++) {
		struct cnd_str letters = cnd_str_of(a->letters);

		if (!cnd_str_starts_with(*word, letters))
			continue;
		*word = cnd_str_slice(*word, letters.len, word->len);
		return a->adds;
	}
	return 0;
}

static int
take_ending(struct cnd_str *word)
{
	for (const struct affix *a = endings; a->letters != NULL; a++) {
		struct cnd_str letters = cnd_str_of(a->letters);

		if (!cnd_str_ends_with(*word, letters))
			continue;
		word->len -= letters.len;
		return a->adds;
	}
	return 0;
}

static int
count_matches(const struct cnd_query *regex, struct cnd_str word)
{
	struct cnd_match match = { 0 };
	size_t at = 0;
	int count = 0;

	while (at < word.len &&
		cnd_query_find(regex, word, at, &match) == CND_REGEX_MATCH &&
		match.to[0] > at) {
		count++;
		at = match.to[0];
	}
	return count;
}

/* A word longer than this is none. */
enum { WORD_BYTES = 64 };

static int
syllables_of(const struct cnd_syllables *syllables, struct cnd_str given)
{
	char small[WORD_BYTES];
	struct cnd_str word = { small, given.len };
	int count;

	if (cnd_utf8_code_points(given) < 3 || given.len > WORD_BYTES)
		return 1;
	for (size_t i = 0; i < given.len; i++)
		small[i] = cnd_to_lower(given.data[i]);
	for (size_t i = 0; i < sizeof(exceptions) / sizeof(exceptions[0]); i++)
		if (cnd_str_equal(word, cnd_str_of(exceptions[i].word)))
			return exceptions[i].syllables;
	count = take_opening(&word);
	count += take_ending(&word);
	for (size_t i = 0; i < SPELLINGS; i++)
		count += spellings[i].adds *
			count_matches(syllables->spellings[i], word);
	return count < 1 ? 1 : count;
}

/* "U.S.A.": initials are one word. */
static size_t
initials_length(struct cnd_str text)
{
	size_t len = 0;

	while (len + 1 < text.len && cnd_is_upper(text.data[len]) &&
		text.data[len + 1] == '.')
		len += 2;
	return len >= 4 ? len : 0;
}

/* The next word: initials, or letters, digits and apostrophes. */
static bool
next_word(struct cnd_str text, size_t *at, struct cnd_str *word)
{
	size_t from = *at;
	size_t to;

	while (from < text.len) {
		size_t next = from;
		uint32_t code = cnd_utf8_next(text, &next);

		if (cnd_is_letter(code) || cnd_is_number(code) || code == '\'')
			break;
		from = next;
	}
	to = from + initials_length(cnd_str_slice(text, from, text.len));
	while (to < text.len) {
		size_t next = to;
		uint32_t code = cnd_utf8_next(text, &next);

		if (!cnd_is_letter(code) && !cnd_is_number(code) &&
			code != '\'')
			break;
		to = next;
	}
	*word = cnd_str_slice(text, from, to);
	*at = to;
	return from < to;
}

static size_t
letters_in(struct cnd_str word)
{
	size_t count = 0;

	for (size_t at = 0; at < word.len;) {
		uint32_t code = cnd_utf8_next(word, &at);

		count += cnd_is_letter(code) || cnd_is_number(code);
	}
	return count;
}

static bool
is_complex(struct cnd_str word, int syllables)
{
	bool has_ending = cnd_str_ends_with(word, CND_STR("es")) ||
		cnd_str_ends_with(word, CND_STR("ed")) ||
		cnd_str_ends_with(word, CND_STR("ing"));

	return syllables - has_ending > 2;
}

static void
count_words(const struct cnd_syllables *syllables, struct cnd_str text,
	double *values)
{
	struct cnd_str word;
	size_t at = 0;

	while (next_word(text, &at, &word)) {
		int count = syllables_of(syllables, word);

		values[CND_STATISTIC_WORDS]++;
		values[CND_STATISTIC_CHARACTERS] += (double)letters_in(word);
		values[CND_STATISTIC_SYLLABLES] += count;
		values[CND_STATISTIC_POLYSYLLABIC_WORDS] += count > 2;
		values[CND_STATISTIC_COMPLEX_WORDS] += is_complex(word, count);
		values[CND_STATISTIC_LONG_WORDS] += word.len > 6;
	}
}

/* Headings, lists and code, which are no running text. */
static void
count_blocks(const struct cnd_document *doc, double *values)
{
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		values[CND_STATISTIC_PRE] += block->kind == CND_BLOCK_CODE;
		values[CND_STATISTIC_LIST] += block->kind == CND_BLOCK_ITEM;
		values[CND_STATISTIC_BLOCKQUOTE] +=
			(block->flags & CND_BLOCK_QUOTED) != 0 &&
			(i == 0 ||
				(doc->blocks[i - 1].flags & CND_BLOCK_QUOTED) ==
					0);
		if (block->kind == CND_BLOCK_HEADING && block->level >= 1 &&
			block->level <= 6)
			values[CND_STATISTIC_HEADING_H1 + block->level - 1]++;
	}
	values[CND_STATISTIC_TABLES] = (double)doc->table_count;
}

static size_t
sentences_in(const struct cnd_document *doc, struct cnd_span span)
{
	size_t at = cnd_document_sentence_at(doc, span.from);
	size_t count = 0;

	for (; at < doc->sentence_count &&
		doc->sentences[at].span.from < span.to;
		at++)
		count += doc->sentences[at].span.from >= span.from;
	return count;
}

size_t
cnd_vale_statistics_of(const struct cnd_syllables *syllables,
	const struct cnd_check *check, double values[CND_STATISTICS])
{
	const struct cnd_pass *pass = &check->pass;

	memset(values, 0, CND_STATISTICS * sizeof(values[0]));
	if (pass->unit_count == 0 ||
		(pass->places[0].parts & CND_VALE_SUMMARY) == 0)
		return 0;
	count_blocks(check->doc, values);
	values[CND_STATISTIC_PARAGRAPHS] = (double)pass->unit_count;
	for (size_t i = 0; i < pass->unit_count; i++) {
		struct cnd_span unit = pass->units[i];
		struct cnd_span place = { pass->origins[i].from,
			pass->origins[i].from + unit.to - unit.from -
				pass->origins[i].prefix };

		values[CND_STATISTIC_SENTENCES] +=
			(double)sentences_in(check->doc, place);
		count_words(syllables, cnd_check_text(check, unit), values);
	}
	return (size_t)values[CND_STATISTIC_WORDS];
}
