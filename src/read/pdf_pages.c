/*
 * Which page a block of a tagged PDF stands on: its first letters are
 * looked for in the text of the pages, which go in the same order.
 */
#include "read/pdf_parts.h"

enum {
	LONG = 24, /* letters that are hardly found anywhere else */
	SHORT = 4,
	NEAR = 2000, /* letters ahead that a short block may be */
	FAR = 60000 /* and a long one: some twenty pages */
};

struct pages {
	struct cnd_buf letters; /* of all pages, ASCII letters and digits */
	size_t *ends; /* where each page ends in letters */
	size_t count;
};

static void
put_letters(struct cnd_str text, size_t most, struct cnd_buf *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < text.len && out->len - start < most; i++)
		if (cnd_is_alpha(text.data[i]) || cnd_is_digit(text.data[i]))
			cnd_buf_putc(out, text.data[i]);
}

static size_t
page_count(struct cnd_str text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += text.data[i] == '\f';
	return count;
}

static size_t
page_at(const struct pages *pages, size_t at)
{
	size_t page = 0;

	while (page + 1 < pages->count && pages->ends[page] <= at)
		page++;
	return page + 1;
}

/* Where the letters stand from `at` on, not too far ahead. */
static size_t
find(const struct pages *pages, size_t at, struct cnd_str letters)
{
	size_t reach = letters.len == LONG ? FAR : NEAR;

	return cnd_str_find(
		cnd_str_slice(cnd_buf_str(&pages->letters), at, at + reach),
		letters);
}

static void
give_pages(struct cnd_document *doc, const struct pages *pages)
{
	struct cnd_buf letters = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < doc->block_count; i++) {
		struct cnd_block *block = &doc->blocks[i];
		size_t found = CND_NOT_FOUND;

		cnd_buf_clear(&letters);
		put_letters(cnd_block_text(doc, block), LONG, &letters);
		if (letters.len >= SHORT)
			found = find(pages, at, cnd_buf_str(&letters));
		/* A footnote stands below the text that goes on after it. */
		if (found != CND_NOT_FOUND && block->kind == CND_BLOCK_NOTE) {
			block->page = (uint32_t)page_at(pages, at + found);
			continue;
		}
		if (found != CND_NOT_FOUND)
			at += found;
		block->page = (uint32_t)page_at(pages, at);
	}
	cnd_buf_dispose(&letters);
}

void
cnd_pdf_find_pages(struct cnd_document *doc, struct cnd_str text)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct pages pages = { 0 };
	size_t count = page_count(text);

	pages.ends = cnd_arena_array(arena, count, sizeof(*pages.ends));
	while (pages.count < count) {
		struct cnd_str page = cnd_str_split(&text, '\f');

		put_letters(page, page.len, &pages.letters);
		pages.ends[pages.count++] = pages.letters.len;
	}
	give_pages(doc, &pages);
	cnd_buf_dispose(&pages.letters);
	cnd_arena_free(arena);
}
