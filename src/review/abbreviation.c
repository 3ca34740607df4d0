/*
 * Short forms that a report defines for itself: "Anyshire Safeguarding
 * Adults Board (ASAB)", "the Trust".  One pass over the brackets of the
 * text; how far back a long form may reach is bounded, so the pass is
 * linear.
 */
#include "review/steps.h"

#include "base/utf8.h"

#include <string.h>

enum {
	BRACKET_BYTES = 90, /* what a bracket with short forms may hold */
	REACH_BYTES = 160, /* how far back its long form may begin */
	REACH_WORDS = 14,
	GLOSSARY_COLUMNS = 3,
	MOST = 1000 /* definitions: the longest glossary seen has 140 */
};

struct finder {
	const struct cnd_structure *structure;
	const struct cnd_document *doc;
	struct cnd_arena *arena;
	struct cnd_abbreviation *items;
	size_t count;
	size_t capacity;
};

struct word {
	size_t from;
	size_t to;
};

static bool
is_word_byte(char c)
{
	return cnd_is_alpha(c) || cnd_is_digit(c) || c == '&' ||
		((unsigned char)c & 0x80) != 0;
}

/* The last words of text, last first, none past a bracket or full stop. */
static size_t
words_before(struct cnd_str text, struct word words[REACH_WORDS])
{
	size_t count = 0;
	size_t at = text.len;

	while (at > 0 && count < REACH_WORDS) {
		size_t to;

		while (at > 0 && cnd_is_space(text.data[at - 1]))
			at--;
		to = at;
		while (at > 0 &&
			(is_word_byte(text.data[at - 1]) ||
				text.data[at - 1] == '\''))
			at--;
		if (at == to) {
			if (at == 0 || count == 0 ||
				(text.data[at - 1] != ',' &&
					text.data[at - 1] != '-'))
				break;
			at--;
			continue;
		}
		words[count++] = (struct word){ at, to };
	}
	return count;
}

static bool
starts_upper(struct cnd_str text, struct word word)
{
	return cnd_is_upper(text.data[word.from]) ||
		((unsigned char)text.data[word.from] & 0x80) != 0;
}

static bool
is_small(struct cnd_str text, struct word word)
{
	static const char *const small[] = { "of", "and", "the", "for", "in",
		"to", "on", "at", "with", "&", "from", "into" };
	struct cnd_str s = cnd_str_slice(text, word.from, word.to);

	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++)
		if (cnd_str_equal_fold(s, cnd_str_of(small[i])))
			return true;
	return false;
}

static char
initial(struct cnd_str text, struct word word)
{
	return cnd_to_lower(text.data[word.from]);
}

/* Past what in the short form is no letter. */
static size_t
next_letter(struct cnd_str shorter, size_t at)
{
	while (at < shorter.len && !cnd_is_alpha(shorter.data[at]))
		at++;
	return at;
}

/*
 * The initials of words[last] … words[0] hold the short form's letters in
 * order, but for one at its end ("IMRs").
 */
static bool
spells(struct cnd_str text, const struct word *words, size_t last,
	struct cnd_str shorter)
{
	size_t want = 0;

	for (size_t k = last + 1; k-- > 0;) {
		want = next_letter(shorter, want);
		if (want < shorter.len &&
			cnd_to_lower(shorter.data[want]) ==
				initial(text, words[k]))
			want++;
	}
	return want + 1 >= shorter.len;
}

/*
 * The shortest run of last words whose initials, small words passed over,
 * begin with the short form's first letter and have its letters in order.
 */
static size_t
spelled_from(struct cnd_str text, const struct word *words, size_t count,
	struct cnd_str shorter)
{
	size_t letters = 0;

	for (size_t i = 0; i < shorter.len; i++)
		letters += cnd_is_upper(shorter.data[i]);
	for (size_t i = 0; i < count; i++)
		if (initial(text, words[i]) == cnd_to_lower(shorter.data[0]) &&
			i + 1 >= letters / 2 && !is_small(text, words[i]) &&
			spells(text, words, i, shorter))
			return words[i].from;
	return CND_NOT_FOUND;
}

/* The run of last words that are names: "Fennock Vale NHS Trust". */
static size_t
named_from(struct cnd_str text, const struct word *words, size_t count)
{
	size_t from = CND_NOT_FOUND;

	for (size_t i = 0; i < count; i++) {
		if (i > 0 && text.data[words[i].to] == ',')
			break;
		if (starts_upper(text, words[i]))
			from = words[i].from;
		else if (!is_small(text, words[i]) &&
			(words[i].from == 0 ||
				text.data[words[i].from - 1] != '-'))
			break;
	}
	return from;
}

static bool
looks_short(struct cnd_str s)
{
	size_t upper = 0, spaces = 0;

	for (size_t i = 0; i < s.len; i++) {
		upper += cnd_is_upper(s.data[i]);
		spaces += cnd_is_space(s.data[i]);
	}
	return s.len >= 2 && s.len <= 14 && upper >= 2 && spaces <= 1 &&
		cnd_is_upper(s.data[0]) && upper * 2 >= s.len - spaces;
}

/* "the Board", "The Trust": an article and a name. */
static bool
looks_called(struct cnd_str s)
{
	return s.len > 4 && s.len <= 50 &&
		cnd_str_equal_fold(cnd_str_slice(s, 0, 4), CND_STR("the ")) &&
		(cnd_is_upper(s.data[4]) ||
			((unsigned char)s.data[4] & 0x80) != 0);
}

/* Quotes, straight or curly, and blanks off both ends. */
static struct cnd_str
unquote(struct cnd_str s)
{
	static const char *const quotes[] = { "\"", "'", "\u2018", "\u2019",
		"\u201c", "\u201d" };
	bool is_changed = true;

	while (is_changed) {
		is_changed = false;
		s = cnd_str_trim(s);
		for (size_t i = 0; i < 6; i++) {
			struct cnd_str quote = cnd_str_of(quotes[i]);

			if (cnd_str_starts_with(s, quote)) {
				s = cnd_str_slice(s, quote.len, s.len);
				is_changed = true;
			}
			if (cnd_str_ends_with(s, quote)) {
				s.len -= quote.len;
				is_changed = true;
			}
		}
	}
	return s;
}

/* Without "or", "hereafter referred to as" and the like in front. */
static struct cnd_str
drop_phrase(struct cnd_str s)
{
	static const char *const phrases[] = { "or ", "also ", "and ",
		"known as ", "referred to as ", "hereafter ", "hereinafter ",
		"henceforth ", "called ", "here ", "abbreviated to ",
		"in this report " };
	bool is_changed = true;

	while (is_changed) {
		is_changed = false;
		s = unquote(s);
		for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases);
			i++) {
			struct cnd_str phrase = cnd_str_of(phrases[i]);

			if (!cnd_str_equal_fold(
				    cnd_str_slice(s, 0, phrase.len), phrase))
				continue;
			s = cnd_str_slice(s, phrase.len, s.len);
			is_changed = true;
		}
	}
	return s;
}

static void
add(struct finder *finder, struct cnd_str shorter, struct cnd_str longer)
{
	const char *base = finder->doc->text.data;
	struct cnd_abbreviation *item;
	size_t from = (size_t)(shorter.data - base);

	if (finder->count == MOST)
		return;
	for (size_t i = finder->count; i-- > 0 && finder->count - i < 64;)
		if (cnd_str_equal_fold(finder->items[i].shorter, shorter))
			return;
	finder->items = cnd_arena_grow(finder->arena, finder->items,
		finder->count, &finder->capacity, sizeof(*finder->items));
	item = &finder->items[finder->count++];
	item->shorter = shorter;
	item->longer = longer;
	item->span = (struct cnd_span){ (uint32_t)from,
		(uint32_t)(from + shorter.len) };
	item->is_body = cnd_is_body(finder->structure,
				longer.len > 0 ? longer : shorter) ||
		(looks_called(shorter) &&
			cnd_is_body(finder->structure, shorter));
}

/* One short form in a bracket, with the text before the bracket. */
static void
take(struct finder *finder, struct cnd_str before, struct cnd_str candidate)
{
	struct word words[REACH_WORDS];
	struct cnd_str shorter = drop_phrase(candidate);
	size_t count, from = CND_NOT_FOUND;

	if (!looks_short(shorter) && !looks_called(shorter))
		return;
	count = words_before(before, words);
	if (looks_short(shorter))
		from = spelled_from(before, words, count, shorter);
	else
		from = named_from(before, words, count);
	if (from == CND_NOT_FOUND && looks_short(shorter))
		return;
	add(finder, shorter,
		from == CND_NOT_FOUND ? (struct cnd_str){ 0 }
				      : cnd_str_trim(cnd_str_slice(
						before, from, before.len)));
}

/* What lies between two brackets, split at commas and "or". */
static void
take_bracket(struct finder *finder, struct cnd_str before, struct cnd_str inner)
{
	struct cnd_str rest = inner;

	while (rest.len > 0) {
		struct cnd_str part = cnd_str_split(&rest, ',');
		size_t alternative = cnd_str_find(part, CND_STR(" or "));

		if (alternative != CND_NOT_FOUND) {
			take(finder, before,
				cnd_str_slice(part, 0, alternative));
			part = cnd_str_slice(part, alternative + 4, part.len);
		}
		take(finder, before, part);
	}
}

/* "ASAB (Anyshire Safeguarding Adults Board)". */
static void
take_reversed(
	struct finder *finder, struct cnd_str before, struct cnd_str inner)
{
	struct word words[REACH_WORDS];
	struct word inner_words[REACH_WORDS];
	struct cnd_str shorter;
	size_t count;

	if (inner.len < 6 || words_before(before, words) == 0)
		return;
	shorter = cnd_str_slice(before, words[0].from, words[0].to);
	if (!looks_short(shorter))
		return;
	count = words_before(inner, inner_words);
	if (spelled_from(inner, inner_words, count, shorter) == 0)
		add(finder, shorter, inner);
}

static void
scan_brackets(struct finder *finder, struct cnd_str text)
{
	size_t at = 0;

	while (at < text.len) {
		struct cnd_str rest = cnd_str_slice(text, at, text.len);
		size_t open = cnd_str_find_byte(rest, '(');
		size_t close;
		struct cnd_str before;

		if (open == CND_NOT_FOUND)
			return;
		close = cnd_str_find_byte(
			cnd_str_slice(rest, open, open + BRACKET_BYTES), ')');
		at += open + 1;
		if (close == CND_NOT_FOUND)
			continue;
		open = at - 1;
		close += open;
		before = cnd_str_slice(text,
			open > REACH_BYTES ? open - REACH_BYTES : 0, open);
		while (before.len > 0 &&
			((unsigned char)before.data[0] & 0xc0) == 0x80)
			before = cnd_str_slice(before, 1, before.len);
		take_bracket(
			finder, before, cnd_str_slice(text, open + 1, close));
		take_reversed(
			finder, before, cnd_str_slice(text, open + 1, close));
	}
}

/* A glossary's row: short form in one cell, long form in the next. */
static void
scan_row(struct finder *finder, size_t index)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *cell = &doc->blocks[index];
	const struct cnd_block *next = cell + 1;
	struct cnd_str shorter = cnd_block_text(doc, cell);
	struct cnd_str longer;

	if (cell->column != 0 || index + 1 >= doc->block_count ||
		cell->table == CND_NONE || next->table != cell->table ||
		next->row != cell->row ||
		doc->tables[cell->table].columns > GLOSSARY_COLUMNS ||
		next->span.to - next->span.from > BRACKET_BYTES ||
		!looks_short(shorter))
		return;
	longer = cnd_str_trim(cnd_block_text(doc, next));
	if (longer.len > 0 &&
		cnd_to_lower(longer.data[0]) == cnd_to_lower(shorter.data[0]))
		add(finder, shorter, longer);
}

/* "“the Trust” means Fennock Vale NHS Trust", as often as it stands there. */
static void
scan_meant(struct finder *finder, struct cnd_str text)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_match match;

	while (cnd_cue_find(
		structure, structure->cues[CND_CUE_MEANT], text, &match)) {
		add(finder, cnd_match_group(text, &match, 1),
			cnd_match_group(text, &match, 2));
		text = cnd_str_slice(text, match.to[0], text.len);
	}
}

/* "Together they are “the Partnership”." */
static void
scan_called(struct finder *finder, struct cnd_str text)
{
	struct cnd_match match;

	if (cnd_str_find(text, CND_STR("\u201c")) == CND_NOT_FOUND &&
		cnd_str_find_byte(text, '"') == CND_NOT_FOUND &&
		cnd_str_find(text, CND_STR("\u2018")) == CND_NOT_FOUND)
		return;
	if (cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_CALLED], text, &match))
		add(finder, cnd_match_group(text, &match, 1),
			(struct cnd_str){ 0 });
	scan_meant(finder, text);
}

/* "ICB – Integrated Care Board", one on a line or between semicolons. */
static void
scan_glossary(struct finder *finder, struct cnd_str text)
{
	while (text.len > 0) {
		struct cnd_str part = cnd_str_trim(cnd_str_split(&text, ';'));
		size_t end = 0;
		struct cnd_str shorter, rest;

		while (end < part.len && is_word_byte(part.data[end]) &&
			((unsigned char)part.data[end] & 0x80) == 0)
			end++;
		shorter = cnd_str_slice(part, 0, end);
		rest = cnd_str_trim(cnd_str_slice(part, end, part.len));
		if (!looks_short(shorter) || rest.len < 6)
			continue;
		while (rest.len > 0 && !cnd_is_alpha(rest.data[0]))
			rest = cnd_str_slice(rest, 1, rest.len);
		if (rest.len > 0 && rest.len <= REACH_BYTES)
			add(finder, shorter, rest);
	}
}

void
cnd_abbreviations_find(const struct cnd_structure *structure,
	const struct cnd_document *doc, struct cnd_review *review,
	struct cnd_arena *arena)
{
	struct finder finder = {
		.structure = structure, .doc = doc, .arena = arena
	};

	for (size_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];
		struct cnd_str text = cnd_block_text(doc, block);

		if (!cnd_block_is_prose(block))
			continue;
		scan_brackets(&finder, text);
		scan_called(&finder, text);
		if (block->kind == CND_BLOCK_CELL)
			scan_row(&finder, i);
		else if (cnd_block_role(doc, block) == CND_ROLE_REFERENCES)
			scan_glossary(&finder, text);
	}
	review->abbreviations = finder.items;
	review->abbreviation_count = finder.count;
}
