/* Word files: the package's parts in the order a reader meets them. */
#include "read/read.h"

#include "read/docx_package.h"
#include "read/docx_part.h"
#include "read/hidden.h"
#include "read/relations.h"
#include "read/tracked.h"
#include "read/xml.h"

/* The part a relationship of the main part leads to; empty without one. */
static bool
related_part(struct cnd_package *package, struct cnd_str main, const char *type,
	struct cnd_str *part, struct cnd_error *err)
{
	struct cnd_str name;

	*part = (struct cnd_str){ 0 };
	if (!cnd_relations_target(package, main, type, &name, err))
		return false;
	return name.data == NULL || cnd_package_part(package, name, part, err);
}

static bool
read_lists(struct cnd_package *package, struct cnd_str main,
	struct cnd_docx *docx, struct cnd_error *err)
{
	struct cnd_str part;

	if (!related_part(package, main, "styles", &part, err))
		return false;
	docx->styles = cnd_docx_styles_new(docx->arena, part, err);
	if (docx->styles == NULL ||
		!related_part(package, main, "numbering", &part, err))
		return false;
	docx->numbering = cnd_numbering_new(docx->arena, part, err);
	return docx->numbering != NULL;
}

static bool
read_notes(struct cnd_package *package, struct cnd_str main,
	struct cnd_docx *docx, struct cnd_error *err)
{
	static const struct {
		const char *type;
		uint32_t index;
	} notes[] = {
		{ "footnotes", CND_DOCX_FOOTNOTES },
		{ "endnotes", CND_DOCX_ENDNOTES },
	};

	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++) {
		struct cnd_str part;

		if (!related_part(package, main, notes[i].type, &part, err))
			return false;
		if (part.data != NULL &&
			!cnd_docx_read_part(
				docx, part, notes[i].index, true, err))
			return false;
	}
	return true;
}

static void
say_not_read(struct cnd_docx *docx, uint32_t count, const char *one)
{
	if (count > 0)
		cnd_builder_not_read(docx->builder,
			cnd_arena_printf(docx->arena, "%u %s%s", count, one,
				count == 1 ? "" : "s"),
			0);
}

static bool
read_comments(struct cnd_package *package, struct cnd_str main,
	struct cnd_docx *docx, struct cnd_error *err)
{
	struct cnd_str part;

	return related_part(package, main, "comments", &part, err) &&
		(part.data == NULL ||
			cnd_docx_comments_read(
				docx->arena, part, &docx->comments, err));
}

static void
say_comments(struct cnd_docx *docx)
{
	uint32_t count = docx->comments.others;

	if (count > 0)
		cnd_builder_state(docx->builder,
			"publication/leftover-comments",
			(struct cnd_span){ 0, 0 },
			cnd_arena_printf(docx->arena,
				"%u comment%s still in the file", count,
				count == 1 ? " is" : "s are"));
}

static bool
read_parts(struct cnd_package *package, struct cnd_docx *docx,
	struct cnd_error *err)
{
	struct cnd_str main;
	struct cnd_str body;

	if (!cnd_docx_main_part(package, &main, &body, err) ||
		!read_lists(package, main, docx, err) ||
		!read_comments(package, main, docx, err))
		return false;
	if (cnd_str_find(body, CND_STR("lastRenderedPageBreak")) !=
		CND_NOT_FOUND)
		cnd_assembly_page(docx->assembly, docx->page);
	cnd_bookmarks_find(
		docx->arena, body, "bookmarkStart", &docx->bookmarks);
	if (!cnd_docx_read_part(docx, body, CND_DOCX_BODY, false, err))
		return false;
	cnd_assembly_page(docx->assembly, 0); /* notes tell none */
	if (!read_notes(package, main, docx, err))
		return false;
	say_comments(docx);
	if (docx->hidden > 0)
		cnd_hidden_say(docx->builder, docx->arena, docx->hidden,
			docx->hidden_words);
	cnd_tracked_say(docx->builder, docx->arena,
		(struct cnd_tracked){ docx->insertions, docx->deletions,
			docx->format_changes });
	say_not_read(docx, docx->images, "image");
	say_not_read(docx, docx->charts, "chart");
	say_not_read(docx, docx->diagrams, "diagram");
	say_not_read(docx, docx->objects, "embedded object");
	return true;
}

struct cnd_document *
cnd_read_docx(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_docx docx = { .arena = arena, .page = 1 };
	struct cnd_package *package = cnd_package_open(arena, source, err);
	struct cnd_document *doc = NULL;

	if (package == NULL) {
		cnd_arena_free(arena);
		return NULL;
	}
	docx.builder =
		cnd_builder_new(name, "docx", source, CND_PLACES_PARAGRAPHS);
	docx.assembly = cnd_assembly_new(arena, docx.builder);
	if (read_parts(package, &docx, err))
		doc = cnd_builder_finish(docx.builder, err);
	else
		cnd_builder_free(docx.builder);
	cnd_arena_free(arena);
	return doc;
}
