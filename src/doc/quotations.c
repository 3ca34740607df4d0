/*
 * Quoted speech in running text.  One pass a block; a quote that does not
 * close in its block is an apostrophe or a slip, and quotes nothing.  A
 * paragraph that a line announces ("She told the panel:") and a line of a
 * transcript are quoted whole.
 */
#include "doc/shape.h"

#include "base/utf8.h"
#include "text/unicode.h"
#include "text/word.h"

enum {
	ANNOUNCING_BYTES = 80, /* from its colon a line may say who speaks */
	SPEECH_BLOCKS = 4 /* below a line that one speaks in and goes on */
};

enum quote { NO_QUOTE, STRAIGHT, STRAIGHT_SINGLE, CURLY, CURLY_SINGLE };

struct scan {
	struct cnd_document *doc;
	size_t capacity;
	enum quote open;
	uint32_t from; /* behind the opening mark, in the document's text */
};

static uint32_t
code_before(struct cnd_str text, size_t at)
{
	return at == 0 ? ' ' : cnd_utf8_previous(text, &at);
}

static uint32_t
code_after(struct cnd_str text, size_t at)
{
	return at >= text.len ? ' ' : cnd_utf8_next(text, &at);
}

/* A single mark opens after a blank or bracket and before a word. */
static bool
opens_word(struct cnd_str text, size_t from, size_t to)
{
	uint32_t before = code_before(text, from);

	return (cnd_is_blank(before) || before == '(' || before == '[') &&
		!cnd_is_blank(code_after(text, to));
}

/* … and closes after one, where no word goes on. */
static bool
closes_word(struct cnd_str text, size_t from, size_t to)
{
	return !cnd_is_blank(code_before(text, from)) &&
		!cnd_is_word(code_after(text, to));
}

static enum quote
opening(struct cnd_str text, uint32_t code, size_t from, size_t to)
{
	switch (code) {
	case '"':
		return STRAIGHT;
	case 0x201c:
		return CURLY;
	case '\'':
		return opens_word(text, from, to) ? STRAIGHT_SINGLE : NO_QUOTE;
	case 0x2018:
		return opens_word(text, from, to) ? CURLY_SINGLE : NO_QUOTE;
	default:
		return NO_QUOTE;
	}
}

static bool
closes(enum quote open, struct cnd_str text, uint32_t code, size_t from,
	size_t to)
{
	switch (open) {
	case STRAIGHT:
		return code == '"';
	case CURLY:
		return code == 0x201d;
	case STRAIGHT_SINGLE:
		return code == '\'' && closes_word(text, from, to);
	case CURLY_SINGLE:
		return code == 0x2019 && closes_word(text, from, to);
	case NO_QUOTE:
		break;
	}
	return false;
}

static void
add_quotation(struct scan *scan, uint32_t to)
{
	struct cnd_document *doc = scan->doc;
	struct cnd_span span = { scan->from, to };

	if (cnd_word_count(cnd_document_text(doc, span)) < CND_QUOTATION_WORDS)
		return;
	doc->quotations = cnd_arena_grow(doc->arena, doc->quotations,
		doc->quotation_count, &scan->capacity,
		sizeof(*doc->quotations));
	doc->quotations[doc->quotation_count++] = span;
}

static bool
may_quote(char c)
{
	return c == '"' || c == '\'' || (unsigned char)c == 0xe2;
}

/* Ways to say that words follow which are somebody else's. */
static bool
says_so(struct cnd_str word)
{
	static const char *const words[] = { "said", "says", "told", "wrote",
		"writes", "stated", "states", "testified", "testimony",
		"explained", "recalled", "replied", "answered", "added",
		"conceded", "remarked", "recounted", "described", "reads",
		"conclusions", "words", "account", "answer", NULL };

	return cnd_str_is_one_of(word, words);
}

/* Who writes the report: what they say is its own. */
static bool
is_own(struct cnd_str word)
{
	static const char *const words[] = { "review", "report", "panel",
		"author", "authors", "reviewer", "reviewers", "we", "i",
		"inquiry", "investigation", "section", "chapter", "guidance",
		NULL };

	return cnd_str_is_one_of(word, words);
}

/* "… as he told the Committee:": the words of its last sentence say so. */
static bool
announces(struct cnd_str text)
{
	struct cnd_str before = { 0 };

	text = cnd_str_trim(text);
	if (!cnd_str_ends_with(text, CND_STR(":")))
		return false;
	text = cnd_str_slice(text,
		text.len > ANNOUNCING_BYTES ? text.len - ANNOUNCING_BYTES : 0,
		text.len - 1);
	while (text.len > 0) {
		struct cnd_str word = cnd_str_split(&text, ' ');

		if (says_so(word) && !is_own(before))
			return true;
		before = word;
	}
	return false;
}

/* "Mr. NAME. Then we …", "Dr NAME: …": a line of a transcript. */
static bool
is_transcript(struct cnd_str text)
{
	static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Dr",
		"Professor", "Sir" };
	struct cnd_str title = cnd_str_split(&text, ' ');
	struct cnd_str name = cnd_str_split(&text, ' ');
	bool is_titled = false;

	if (cnd_str_ends_with(title, CND_STR(".")))
		title.len--;
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		is_titled |= cnd_str_equal(title, cnd_str_of(titles[i]));
	if (!is_titled || name.len < 3 || text.len == 0 ||
		(name.data[name.len - 1] != '.' &&
			name.data[name.len - 1] != ':'))
		return false;
	for (size_t i = 0; i + 1 < name.len; i++)
		if (!cnd_is_upper(name.data[i]))
			return false;
	return true;
}

/* An odd number of straight marks: one was opened and not closed. */
static bool
is_left_open(struct cnd_str text)
{
	bool is_open = false;

	for (size_t i = 0; i < text.len; i++)
		is_open ^= text.data[i] == '"';
	return is_open;
}

/*
 * Somebody's words that a line of a transcript began, "Mr NAME. "We …",
 * and that have not been closed since.
 */
static bool
goes_on(const struct cnd_document *doc, size_t index)
{
	size_t first = index > SPEECH_BLOCKS ? index - SPEECH_BLOCKS : 0;

	for (size_t i = index; i-- > first;) {
		const struct cnd_block *block = &doc->blocks[i];
		struct cnd_str text = cnd_block_text(doc, block);

		if (is_transcript(text))
			return is_left_open(text);
		if (block->kind == CND_BLOCK_HEADING ||
			cnd_str_ends_with(cnd_str_trim(text), CND_STR("\"")))
			return false;
	}
	return false;
}

/* A paragraph that is all somebody's words, without marks that say so. */
static bool
is_speech(const struct cnd_document *doc, size_t index)
{
	const struct cnd_block *block = &doc->blocks[index];

	if (block->kind != CND_BLOCK_PARAGRAPH || block->label.len > 0)
		return false;
	if (is_transcript(cnd_block_text(doc, block)) || goes_on(doc, index))
		return true;
	return index > 0 &&
		doc->blocks[index - 1].kind == CND_BLOCK_PARAGRAPH &&
		announces(cnd_block_text(doc, block - 1));
}

static void
scan_block(struct scan *scan, const struct cnd_block *block)
{
	struct cnd_str text = cnd_block_text(scan->doc, block);

	scan->open = NO_QUOTE;
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		uint32_t code;

		if (!may_quote(text.data[at])) {
			at++;
			continue;
		}
		code = cnd_utf8_next(text, &at);
		if (scan->open == NO_QUOTE) {
			scan->open = opening(text, code, from, at);
			scan->from = block->span.from + (uint32_t)at;
		} else if (closes(scan->open, text, code, from, at)) {
			add_quotation(scan, block->span.from + (uint32_t)from);
			scan->open = NO_QUOTE;
		}
	}
}

static void
scan_prose(struct scan *scan, size_t index)
{
	const struct cnd_block *block = &scan->doc->blocks[index];

	if (!cnd_block_is_prose(block))
		return;
	if (is_speech(scan->doc, index)) {
		scan->from = block->span.from;
		add_quotation(scan, block->span.to);
	} else {
		scan_block(scan, block);
	}
}

/* What an older reading found in bytes [from, to) of its text. */
static void
copy_quotations(struct scan *scan, const struct cnd_document *old,
	struct cnd_span part, uint32_t shift)
{
	struct cnd_document *doc = scan->doc;

	for (size_t i = 0; i < old->quotation_count; i++) {
		struct cnd_span span = old->quotations[i];

		if (span.from < part.from || span.from >= part.to)
			continue;
		doc->quotations = cnd_arena_grow(doc->arena, doc->quotations,
			doc->quotation_count, &scan->capacity,
			sizeof(*doc->quotations));
		doc->quotations[doc->quotation_count++] =
			(struct cnd_span){ span.from + shift, span.to + shift };
	}
}

void
cnd_shape_quotations(struct cnd_document *doc, const struct cnd_kept *kept)
{
	struct scan scan = { .doc = doc };
	const struct cnd_document *old = kept->old;
	uint32_t tail = kept->tail;
	uint32_t behind = kept->old_text;

	/* A line makes speech of blocks below it, so these are read anew. */
	if (old != NULL && tail < doc->block_count) {
		tail += SPEECH_BLOCKS;
		if (tail > doc->block_count)
			tail = doc->block_count;
		behind += doc->blocks[tail - 1].span.to - kept->text;
	}
	if (old != NULL)
		copy_quotations(
			&scan, old, (struct cnd_span){ 0, kept->head_text }, 0);
	for (size_t i = kept->head; i < tail; i++)
		scan_prose(&scan, i);
	if (old != NULL)
		copy_quotations(&scan, old,
			(struct cnd_span){ behind, UINT32_MAX },
			kept->text - kept->old_text);
}
