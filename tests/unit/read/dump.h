/* A document as lines of text, for comparing whole readings in tests. */
#ifndef TESTS_READ_DUMP_H
#define TESTS_READ_DUMP_H

#include "base/buf.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const dump_kinds[CND_BLOCK_KINDS] = { "h", "p", "i", "cell",
	"caption", "note", "code", "front", "furniture" };

/* "q" quoted, "*" emphasis, "!" raw, "^" header. */
static inline void
dump_block(const struct cnd_document *doc, const struct cnd_block *block,
	struct cnd_buf *out)
{
	struct cnd_str text = cnd_block_text(doc, block);

	cnd_buf_puts(out, dump_kinds[block->kind]);
	if (block->level > 0)
		cnd_buf_printf(out, "%u", (unsigned)block->level);
	if (block->table != CND_NONE)
		cnd_buf_printf(out, "%u.%u", (unsigned)block->row,
			(unsigned)block->column);
	if ((block->flags & CND_BLOCK_QUOTED) != 0)
		cnd_buf_putc(out, 'q');
	if ((block->flags & CND_BLOCK_EMPHASIS) != 0)
		cnd_buf_putc(out, '*');
	if ((block->flags & CND_BLOCK_RAW) != 0)
		cnd_buf_putc(out, '!');
	if ((block->flags & CND_BLOCK_HEADER) != 0)
		cnd_buf_putc(out, '^');
	if (block->label.len > 0)
		cnd_buf_printf(out, " [%.*s]", CND_STR_ARG(block->label));
	cnd_buf_putc(out, ' ');
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\n')
			cnd_buf_puts(out, "\\n");
		else
			cnd_buf_putc(out, text.data[i]);
	}
	cnd_buf_putc(out, '\n');
}

static inline void
dump_document(const struct cnd_document *doc, struct cnd_buf *out)
{
	for (size_t i = 0; i < doc->block_count; i++)
		dump_block(doc, &doc->blocks[i], out);
	for (size_t i = 0; i < doc->directive_count; i++)
		cnd_buf_printf(out, "directive %u:%u %.*s\n",
			(unsigned)doc->directives[i].line,
			(unsigned)doc->directives[i].block,
			CND_STR_ARG(doc->directives[i].text));
	for (size_t i = 0; i < doc->not_read_count; i++)
		cnd_buf_printf(out, "not read: %.*s\n",
			CND_STR_ARG(doc->not_read[i].what));
	for (size_t i = 0; i < doc->state_count; i++)
		cnd_buf_printf(out, "state %s %u-%u: %.*s\n",
			doc->states[i].rule, (unsigned)doc->states[i].span.from,
			(unsigned)doc->states[i].span.to,
			CND_STR_ARG(doc->states[i].message));
}

/* What a source must be read as. */
struct reading {
	const char *name;
	const char *source;
	const char *expected; /* as dump_document writes it */
};

static inline bool
is_read_as_expected(const char *file, const struct reading *reading)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(cnd_str_of(file), cnd_str_of(reading->source), &err);
	struct cnd_buf found = { 0 };
	bool is_equal;

	if (doc == NULL)
		cnd_buf_puts(&found, err.message);
	else
		dump_document(doc, &found);
	is_equal = cnd_str_equal(
		cnd_buf_str(&found), cnd_str_of(reading->expected));
	if (!is_equal)
		print_error("%s:\n%.*s", reading->name,
			CND_STR_ARG(cnd_buf_str(&found)));
	cnd_buf_dispose(&found);
	cnd_document_free(doc);
	return is_equal;
}

static inline void
assert_readings(const char *file, const struct reading *readings, size_t count)
{
	size_t failed = 0;

	for (size_t i = 0; i < count; i++)
		failed += !is_read_as_expected(file, &readings[i]);
	assert_int_equal(failed, 0);
}

#endif
