/* PDF files: the choice between their tags and their layout. */
#include "read/read_pdf.h"

#include "read/encoding.h"
#include "read/pdf_parts.h"
#include "read/read.h"

bool
cnd_pdf_is(struct cnd_str name)
{
	struct cnd_str ending = CND_STR(".pdf");

	return name.len > ending.len &&
		cnd_str_equal_fold(
			cnd_str_slice(name, name.len - ending.len, name.len),
			ending);
}

static size_t
letters_in(struct cnd_str text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.len; i++)
		letters += cnd_is_alpha(text.data[i]);
	return letters;
}

bool
cnd_pdf_is_tagged(const struct cnd_pdf_text *pdf)
{
	size_t tagged = cnd_pdf_tree_letters(pdf->tree);

	/* Running heads are not in the tree: about a tenth at most. */
	return tagged > 0 && tagged >= letters_in(pdf->pages) / 10 * 7;
}

/* The page of each block, by where its paragraph began. */
static void
give_pages(struct cnd_document *doc, const struct cnd_pdf_plain *plain)
{
	size_t at = 0;

	for (size_t i = 0; i < doc->block_count; i++) {
		struct cnd_source_span source;

		if (cnd_document_source(doc, doc->blocks[i].span, &source))
			while (at + 1 < plain->count &&
				plain->starts[at + 1].at <= source.from)
				at++;
		if (plain->count > 0)
			doc->blocks[i].page = plain->starts[at].page;
	}
}

static void
release_text(void *text)
{
	cnd_buf_dispose(text);
}

/* The document's places are paragraphs: no line of a PDF has a number. */
static void
make_pdf(struct cnd_document *doc, struct cnd_str source)
{
	doc->format = "pdf";
	doc->places = CND_PLACES_PARAGRAPHS;
	doc->source = source;
}

/* Says that the file has no tags, at its start. */
static void
add_untagged(struct cnd_document *doc)
{
	struct cnd_state *states = cnd_arena_array(
		doc->arena, doc->state_count + 1, sizeof(*states));

	for (size_t i = 0; i < doc->state_count; i++)
		states[i] = doc->states[i];
	states[doc->state_count++] = (struct cnd_state){
		.rule = "publication/untagged-pdf",
		.message = CND_STR("the PDF has no tags"),
	};
	doc->states = states;
}

/* Reads plain text made for the purpose, which the document then owns. */
static struct cnd_document *
read_plain(struct cnd_str name, struct cnd_buf *plain, struct cnd_error *err)
{
	struct cnd_document *doc = cnd_read_text(name, cnd_buf_str(plain), err);
	struct cnd_buf *kept;

	if (doc == NULL) {
		cnd_buf_dispose(plain);
		return NULL;
	}
	kept = cnd_arena_alloc(doc->arena, sizeof(*kept));
	*kept = *plain;
	*plain = (struct cnd_buf){ 0 };
	cnd_arena_defer(doc->arena, release_text, kept);
	return doc;
}

static struct cnd_document *
read_layout(struct cnd_str name, struct cnd_str source,
	const struct cnd_pdf_text *pdf, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_pdf_plain plain = { 0 };
	struct cnd_error none = { 0 };
	struct cnd_document *doc;

	/* Places that make no sense are no reason to read nothing. */
	if (!cnd_pdf_read_layout(arena, pdf->layout, &plain, &none)) {
		cnd_buf_clear(&plain.text);
		plain.count = 0;
		cnd_buf_put(&plain.text, pdf->pages);
	}
	doc = read_plain(name, &plain.text, err);
	if (doc != NULL) {
		if (plain.count > 0)
			give_pages(doc, &plain);
		make_pdf(doc, source);
		add_untagged(doc);
	}
	cnd_arena_free(arena);
	return doc;
}

static struct cnd_document *
read_tree(struct cnd_str name, struct cnd_str source,
	const struct cnd_pdf_text *pdf, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_repair repair = { { 0 }, { 0 } };
	struct cnd_builder *builder =
		cnd_builder_new(name, "pdf", source, CND_PLACES_PARAGRAPHS);
	struct cnd_document *doc;

	cnd_pdf_read_tree(arena,
		cnd_repair_make(&repair, pdf->tree) ? cnd_buf_str(&repair.text)
						    : pdf->tree,
		builder);
	doc = cnd_builder_finish(builder, err);
	if (doc != NULL)
		cnd_pdf_find_pages(doc, pdf->pages);
	cnd_repair_dispose(&repair);
	cnd_arena_free(arena);
	return doc;
}

struct cnd_document *
cnd_read_pdf(struct cnd_str name, struct cnd_str source,
	const struct cnd_pdf_text *pdf, struct cnd_error *err)
{
	if (letters_in(pdf->pages) == 0) {
		cnd_fail(err, CND_ERR_INPUT,
			"the PDF has no text, only pictures of it; check the "
			"Word file it was made from");
		return NULL;
	}
	return cnd_pdf_is_tagged(pdf) ? read_tree(name, source, pdf, err)
				      : read_layout(name, source, pdf, err);
}
