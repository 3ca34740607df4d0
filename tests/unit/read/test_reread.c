/*
 * Markdown read again after an edit is what a reading of the whole gives,
 * field by field, edit after edit.
 */
#include "cnd_test.h"

#include "read/read.h"

#include <string.h>

enum { EDITS = 4000, PARAGRAPHS = 40, GROWN = 12000 };

static const char *const paragraphs[] = {
	"# Learning review\n\n",
	"## 1. How the review was done\n\n",
	"1.1 The Board asked for it. \"We did what the policy asked of us,\" "
	"the manager said.\nIt was signed off.\n\n",
	"**Recommendation 2:** All agencies *should* audit `20 files`.\n\n",
	"The Board should:\n\n- audit files;\n- train staff:\n  - twice;\n\n"
	"  and again.\n\n",
	"> They should have listened.\n>\n> - to me\n\n",
	"| No. | What |\n|---|---|\n| 3 | Buy *two* alarms |\n\n",
	"```\nx\n\n# y\n```\n\n",
	"<div>\nraw\n\n</div>\n\n",
	"(a) Words with \xe2\x80\x9cquotes that go on and on\xe2\x80\x9d and "
	"&ndash; ![an image](x.png) too.\n\n",
	"Setext\n------\n\n",
	"\tset in\n\n",
	"\r\nTwo line\r\nends.\r\n\r\n",
	"\xf0\x9f\x98\x80 e\xcc\x81 A [link](#place).\n\n",
	"3) Third\n4) Fourth\n\n",
	"As she told the panel:\n\n",
	"We all should have seen it.\n\n",
};

static const char *const typed[] = { "x", " ", "", "\n", "\n\n", "-", "# ",
	"> ", "1. ", "**", "*", "`", "```\n", "<div>\n", "</div>", "|", "---\n",
	"===\n", "    ", "\t", "\r", "\r\n", "[", "](#a)", "![", "\xc3\xa9",
	"&amp;", "words and more words ", "\\", "\n\nA new one.\n\n", "~~~\n",
	":", "<", "]:", "<!-- x -->", "[^1]: note\n" };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Numbers that are the same each time. */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

static void
assert_labels(const struct cnd_block *a, const struct cnd_block *b)
{
	assert_true(cnd_str_equal(a->label, b->label));
	assert_int_equal(a->label_source, b->label_source);
}

static void
assert_block(const struct cnd_block *a, const struct cnd_block *b)
{
	assert_labels(a, b);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->flags, b->flags);
	assert_int_equal(a->span.from, b->span.from);
	assert_int_equal(a->span.to, b->span.to);
	assert_int_equal(a->level, b->level);
	assert_int_equal(a->section, b->section);
	assert_int_equal(a->lead_in, b->lead_in);
	assert_int_equal(a->parent_item, b->parent_item);
	assert_int_equal(a->table, b->table);
	assert_int_equal(a->row, b->row);
	assert_int_equal(a->column, b->column);
	assert_int_equal(a->page, b->page);
	assert_int_equal(a->first_sentence, b->first_sentence);
	assert_int_equal(a->sentence_count, b->sentence_count);
}

/* Arrays whose items hold no pointers and no gaps. */
static void
assert_items(const void *a, size_t a_count, const void *b, size_t b_count,
	size_t size)
{
	assert_int_equal(a_count, b_count);
	if (a_count > 0)
		assert_memory_equal(a, b, a_count * size);
}

#define ASSERT_LIST(a, b, name)                                                \
	assert_items((a)->name##s, (a)->name##_count, (b)->name##s,            \
		(b)->name##_count, sizeof((a)->name##s[0]))

static void
assert_tables(const struct cnd_document *a, const struct cnd_document *b)
{
	assert_int_equal(a->table_count, b->table_count);
	for (size_t i = 0; i < a->table_count; i++) {
		const struct cnd_table *x = &a->tables[i];
		const struct cnd_table *y = &b->tables[i];

		assert_int_equal(x->first_block, y->first_block);
		assert_int_equal(x->end_block, y->end_block);
		assert_int_equal(x->rows, y->rows);
		assert_int_equal(x->columns, y->columns);
		assert_int_equal(x->has_header, y->has_header);
		assert_int_equal(x->section, y->section);
	}
}

static void
assert_sections(const struct cnd_document *a, const struct cnd_document *b)
{
	assert_int_equal(a->section_count, b->section_count);
	for (size_t i = 0; i < a->section_count; i++) {
		const struct cnd_section *x = &a->sections[i];
		const struct cnd_section *y = &b->sections[i];

		assert_int_equal(x->heading, y->heading);
		assert_int_equal(x->level, y->level);
		assert_int_equal(x->parent, y->parent);
		assert_int_equal(x->first_block, y->first_block);
		assert_int_equal(x->end_block, y->end_block);
		assert_int_equal(x->role, y->role);
		assert_int_equal(x->has_own_role, y->has_own_role);
	}
}

static void
assert_aside(const struct cnd_document *a, const struct cnd_document *b)
{
	assert_int_equal(a->not_read_count, b->not_read_count);
	for (size_t i = 0; i < a->not_read_count; i++) {
		assert_true(cnd_str_equal(
			a->not_read[i].what, b->not_read[i].what));
		assert_int_equal(a->not_read[i].line, b->not_read[i].line);
	}
	assert_int_equal(a->state_count, b->state_count);
	assert_int_equal(a->directive_count, b->directive_count);
}

static void
assert_same(const struct cnd_document *a, const struct cnd_document *b)
{
	assert_true(cnd_str_equal(a->name, b->name));
	assert_string_equal(a->format, b->format);
	assert_int_equal(a->places, b->places);
	assert_true(cnd_str_equal(a->source, b->source));
	assert_true(cnd_str_equal(a->text, b->text));
	assert_items(a->lines.starts, a->lines.count, b->lines.starts,
		b->lines.count, sizeof(a->lines.starts[0]));
	assert_int_equal(a->block_count, b->block_count);
	for (size_t i = 0; i < a->block_count; i++)
		assert_block(&a->blocks[i], &b->blocks[i]);
	assert_sections(a, b);
	assert_tables(a, b);
	ASSERT_LIST(a, b, sentence);
	ASSERT_LIST(a, b, quotation);
	ASSERT_LIST(a, b, segment);
	assert_items(a->strong, a->strong_count, b->strong, b->strong_count,
		sizeof(a->strong[0]));
	assert_items(a->slanted, a->slanted_count, b->slanted, b->slanted_count,
		sizeof(a->slanted[0]));
	assert_items(a->code, a->code_count, b->code, b->code_count,
		sizeof(a->code[0]));
	assert_items(a->restarts, a->restart_count + (a->restart_count > 0),
		b->restarts, b->restart_count + (b->restart_count > 0),
		sizeof(a->restarts[0]));
	assert_aside(a, b);
}

static size_t
character_start(struct cnd_str text, size_t at)
{
	while (at > 0 && at < text.len &&
		((unsigned char)text.data[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* One to three random edits, told as one change. */
static struct cnd_text_change
edit(struct cnd_buf *text, uint32_t *seed)
{
	struct cnd_str old = cnd_buf_str(text);
	uint32_t kinds = (uint32_t)COUNT(typed) -
		(next(seed, 20) == 0 ? 0 : 3); /* seldom what ties */
	size_t from = character_start(old, next(seed, (uint32_t)old.len + 1));
	size_t len = next(seed, 30) == 0 ? next(seed, 300) : next(seed, 4);
	size_t to = character_start(
		old, from + len < old.len ? from + len : old.len);
	struct cnd_str put = cnd_str_of(typed[next(seed, kinds)]);
	struct cnd_buf made = { 0 };

	if (to < from)
		to = from;
	cnd_buf_put(&made, cnd_str_slice(old, 0, from));
	cnd_buf_put(&made, put);
	cnd_buf_put(&made, cnd_str_slice(old, to, old.len));
	cnd_buf_dispose(text);
	*text = made;
	return (struct cnd_text_change){ from, to, from + put.len };
}

static void
fill(struct cnd_buf *text, uint32_t *seed)
{
	cnd_buf_clear(text);
	for (int i = 0; i < PARAGRAPHS; i++)
		cnd_buf_puts(text,
			paragraphs[next(seed, (uint32_t)COUNT(paragraphs))]);
}

static struct cnd_document *
read_whole(const struct cnd_buf *text)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("r.md"), cnd_buf_str(text), &err);

	assert_non_null(doc);
	return doc;
}

static void
edits_give_what_a_reading_of_the_whole_gives(void **state)
{
	struct cnd_buf text = { 0 };
	struct cnd_document *doc = NULL;
	uint32_t seed = 11;
	size_t again = 0;
	bool can = false;

	(void)state;
	for (int i = 0; i < EDITS; i++) {
		struct cnd_document *whole;
		struct cnd_document *made;
		struct cnd_text_change change;

		if (i % 40 == 0 || text.len > GROWN) {
			fill(&text, &seed);
			cnd_document_free(doc);
			doc = read_whole(&text);
			can = cnd_reread_can(doc);
		}
		change = edit(&text, &seed);
		whole = read_whole(&text);
		made = can ? cnd_reread(doc, &change, cnd_buf_str(&text))
			   : NULL;
		cnd_document_free(doc);
		doc = whole;
		if (made == NULL) {
			can = cnd_reread_can(doc);
			continue;
		}
		again++;
		assert_same(made, whole);
		cnd_document_free(whole);
		doc = made;
	}
	/* Most edits are read again in part, or this tests little. */
	assert_true(again > EDITS / 2);
	cnd_document_free(doc);
	cnd_buf_dispose(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_give_what_a_reading_of_the_whole_gives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
