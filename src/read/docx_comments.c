/* The comments of a Word file: how many, and those that speak to candour. */
#include "read/docx_comments.h"

#include "base/buf.h"
#include "base/limits.h"
#include "read/xml.h"

/* Longer is no instruction: the rest is of no use. */
enum { LONGEST = 2000 };

struct reader {
	struct cnd_arena *arena;
	struct cnd_docx_comments *comments;
	struct cnd_buf text; /* of the open comment */
	struct cnd_str id;
	bool is_open;
	bool is_own; /* written by candour annotate */
	bool in_text;
};

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct reader *reader = context;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_W, "comment")) {
		cnd_buf_clear(&reader->text);
		reader->is_open = true;
		reader->is_own = cnd_str_equal(
			cnd_xml_attribute(element, CND_NS_W, "author"),
			CND_STR("Candour"));
		reader->id = cnd_arena_copy(reader->arena,
			cnd_xml_attribute(element, CND_NS_W, "id"));
	} else if (cnd_xml_is(element->name, CND_NS_W, "p") ||
		cnd_xml_is(element->name, CND_NS_W, "br") ||
		cnd_xml_is(element->name, CND_NS_W, "tab")) {
		cnd_buf_putc(&reader->text, ' ');
	}
	reader->in_text = cnd_xml_is(element->name, CND_NS_W, "t");
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct reader *reader = context;

	(void)from;
	(void)to;
	(void)err;
	if (reader->is_open && reader->in_text && reader->text.len < LONGEST)
		cnd_buf_put(&reader->text, text);
	return true;
}

static void
add(struct reader *reader, struct cnd_str text)
{
	struct cnd_docx_comments *comments = reader->comments;

	comments->items = cnd_arena_grow(reader->arena, comments->items,
		comments->count, &comments->capacity, sizeof(*comments->items));
	comments->items[comments->count++] = (struct cnd_docx_comment){
		.id = reader->id,
		.text = cnd_arena_copy(reader->arena, text),
	};
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct reader *reader = context;
	struct cnd_str text = cnd_str_trim(cnd_buf_str(&reader->text));
	struct cnd_str front = cnd_str_slice(text, 0, 8);

	(void)from;
	(void)to;
	(void)err;
	reader->in_text = false;
	if (!cnd_xml_is(name, CND_NS_W, "comment"))
		return true;
	reader->is_open = false;
	if (reader->is_own)
		return true;
	if (cnd_str_equal_fold(front, CND_STR("candour:")) &&
		reader->comments->count < CND_LIMIT_SUPPRESSIONS)
		add(reader, text);
	else
		reader->comments->others++;
	return true;
}

bool
cnd_docx_comments_read(struct cnd_arena *arena, struct cnd_str part,
	struct cnd_docx_comments *comments, struct cnd_error *err)
{
	struct reader reader = { .arena = arena, .comments = comments };
	const struct cnd_xml_handler handler = { &reader, on_start, on_end,
		on_text };
	bool ok = cnd_xml_parse(part, &handler, err);

	cnd_buf_dispose(&reader.text);
	return ok;
}

struct cnd_str
cnd_docx_comment_place(struct cnd_docx_comments *comments, struct cnd_str id)
{
	for (size_t i = 0; i < comments->count; i++) {
		struct cnd_docx_comment *comment = &comments->items[i];

		if (comment->is_placed || !cnd_str_equal(comment->id, id))
			continue;
		comment->is_placed = true;
		return comment->text;
	}
	return (struct cnd_str){ 0 };
}
