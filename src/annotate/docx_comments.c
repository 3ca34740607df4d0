/* Comments are inserted before the end tag of their part, or a part made. */
#include "annotate/docx_comments.h"

#include "annotate/note.h"
#include "read/relations.h"
#include "read/xml.h"

#define W_TRANSITIONAL                                                         \
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define R_TRANSITIONAL                                                         \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define R_STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define COMMENTS_TYPE                                                          \
	"application/vnd.openxmlformats-officedocument.wordprocessingml."      \
	"comments+xml"

/* Where the parse of an existing comments part stands. */
struct scan {
	struct cnd_docx_comments *comments;
	uint32_t from; /* of the open comment, when it is candour's */
	bool is_own;
};

static int64_t
number_of(struct cnd_str digits)
{
	int64_t value = 0;

	for (size_t i = 0; i < digits.len && i < 10; i++) {
		if (!cnd_is_digit(digits.data[i]))
			return 0;
		value = value * 10 + (digits.data[i] - '0');
	}
	return value;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct scan *scan = context;
	struct cnd_docx_comments *comments = scan->comments;
	int64_t id;

	(void)err;
	if (!cnd_xml_is(element->name, CND_NS_W, "comment"))
		return true;
	id = number_of(cnd_xml_attribute(element, CND_NS_W, "id"));
	if (id >= comments->next_id)
		comments->next_id = id + 1;
	scan->is_own =
		cnd_str_equal(cnd_xml_attribute(element, CND_NS_W, "author"),
			CND_STR(CND_NOTE_AUTHOR));
	scan->from = element->from;
	if (!scan->is_own)
		return true;
	comments->own = cnd_arena_grow(comments->arena, comments->own,
		comments->own_count, &comments->own_capacity,
		sizeof(*comments->own));
	comments->own[comments->own_count++] = id;
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct scan *scan = context;

	(void)from;
	(void)err;
	if (scan->is_own && cnd_xml_is(name, CND_NS_W, "comment")) {
		cnd_splices_add(&scan->comments->removals, scan->from, to, 2,
			(struct cnd_str){ 0 });
		scan->is_own = false;
	}
	return true;
}

/* A name beside the body that the package does not have yet. */
static struct cnd_str
free_name(struct cnd_package *package, struct cnd_docx_comments *comments)
{
	struct cnd_str folder = comments->main_name;

	while (folder.len > 0 && folder.data[folder.len - 1] != '/')
		folder.len--;
	for (int i = 0;; i++) {
		struct cnd_str name = i == 0
			? cnd_arena_printf(comments->arena, "%.*scomments.xml",
				  CND_STR_ARG(folder))
			: cnd_arena_printf(comments->arena,
				  "%.*scomments%d.xml", CND_STR_ARG(folder), i);
		bool is_taken = false;

		for (size_t k = 0; k < cnd_package_count(package); k++)
			is_taken = is_taken ||
				cnd_str_equal_fold(
					name, cnd_package_name(package, k));
		if (!is_taken)
			return name;
	}
}

bool
cnd_docx_comments_find(struct cnd_package *package, struct cnd_str main_name,
	int64_t highest, struct cnd_docx_comments *comments,
	struct cnd_error *err)
{
	struct scan scan = { .comments = comments };
	const struct cnd_xml_handler handler = {
		.context = &scan, .start = on_start, .end = on_end
	};

	comments->arena = cnd_package_arena(package);
	comments->removals.arena = comments->arena;
	comments->main_name = main_name;
	comments->next_id = highest + 1;
	if (!cnd_relations_target(
		    package, main_name, "comments", &comments->name, err))
		return false;
	if (comments->name.data != NULL &&
		!cnd_package_part(
			package, comments->name, &comments->part, err))
		return false;
	if (comments->part.data == NULL) {
		if (comments->name.data == NULL)
			comments->name = free_name(package, comments);
		return true;
	}
	return cnd_xml_parse(comments->part, &handler, err);
}

int64_t
cnd_docx_comments_add(struct cnd_docx_comments *comments, struct cnd_str lines)
{
	struct cnd_buf *out = &comments->added;
	int64_t id = comments->next_id++;

	cnd_buf_printf(out,
		"<cnd:comment xmlns:cnd=\"%s\" cnd:id=\"%lld\" "
		"cnd:author=\"" CND_NOTE_AUTHOR "\" cnd:date=\"",
		comments->main_namespace, (long long)id);
	cnd_note_date(comments->time, out);
	cnd_buf_puts(out, "\" cnd:initials=\"" CND_NOTE_INITIALS "\">");
	while (lines.len > 0) {
		struct cnd_str line = cnd_str_split(&lines, '\n');

		cnd_buf_puts(
			out, "<cnd:p><cnd:r><cnd:t xml:space=\"preserve\">");
		cnd_note_escape(line, out);
		cnd_buf_puts(out, "</cnd:t></cnd:r></cnd:p>");
	}
	cnd_buf_puts(out, "</cnd:comment>");
	return id;
}

/* Offset of the last "</" in a part: its root's end tag; CND_NOT_FOUND
 * for a root without content. */
static size_t
root_end(struct cnd_str part)
{
	for (size_t at = part.len; at-- > 0;)
		if (part.data[at] == '<')
			return at + 1 < part.len && part.data[at + 1] == '/'
				? at
				: CND_NOT_FOUND;
	return CND_NOT_FOUND;
}

/* Inserts bytes before the root's end tag; opens an empty root first. */
static bool
insert_in_root(struct cnd_splices *splices, struct cnd_str part,
	struct cnd_str bytes, struct cnd_error *err)
{
	size_t at = root_end(part);
	size_t open;
	size_t name_to;

	if (at != CND_NOT_FOUND) {
		cnd_splices_add(splices, (uint32_t)at, (uint32_t)at, 3, bytes);
		return true;
	}
	for (open = part.len; open > 0 && part.data[open - 1] != '<'; open--)
		;
	at = cnd_str_find(cnd_str_slice(part, open, part.len), CND_STR("/>"));
	if (open == 0 || at == CND_NOT_FOUND)
		return cnd_fail(
			err, CND_ERR_INPUT, "a part of the package is broken");
	for (name_to = open; name_to < part.len &&
		!cnd_is_space(part.data[name_to]) && part.data[name_to] != '/';
		name_to++)
		;
	cnd_splices_add(splices, (uint32_t)(open + at),
		(uint32_t)(open + at + 2), 3,
		cnd_arena_printf(splices->arena, ">%.*s</%.*s>",
			CND_STR_ARG(bytes),
			CND_STR_ARG(cnd_str_slice(part, open, name_to))));
	return true;
}

static void
add_change(struct cnd_docx_changes *changes, struct cnd_str name,
	struct cnd_str bytes)
{
	changes->items[changes->count++] =
		(struct cnd_package_change){ name, bytes };
}

/* A part with bytes put before its root's end. */
static bool
grow_part(struct cnd_docx_comments *comments, struct cnd_str name,
	struct cnd_str part, struct cnd_str bytes,
	struct cnd_docx_changes *changes)
{
	struct cnd_splices splices = { .arena = comments->arena };
	struct cnd_buf out = { 0 };
	struct cnd_error err = { 0 };

	if (!insert_in_root(&splices, part, bytes, &err))
		return false;
	cnd_splices_apply(&splices, part, &out);
	add_change(changes, name,
		cnd_arena_copy(comments->arena, cnd_buf_str(&out)));
	cnd_buf_dispose(&out);
	return true;
}

static bool
change_types(struct cnd_docx_comments *comments, struct cnd_package *package,
	struct cnd_docx_changes *changes, struct cnd_error *err)
{
	struct cnd_str name = CND_STR("[Content_Types].xml");
	struct cnd_str part;

	if (!cnd_package_part(package, name, &part, err))
		return false;
	if (part.data == NULL)
		return cnd_fail(
			err, CND_ERR_INPUT, "the package has no content types");
	if (!grow_part(comments, name, part,
		    cnd_arena_printf(comments->arena,
			    "<Override xmlns=\"http://schemas.openxmlformats."
			    "org/package/2006/content-types\" "
			    "PartName=\"/%.*s\" ContentType=\"" COMMENTS_TYPE
			    "\"/>",
			    CND_STR_ARG(comments->name)),
		    changes))
		return cnd_fail(err, CND_ERR_INPUT,
			"the package's content types are broken");
	return true;
}

/* An id that the relationships do not use. */
static struct cnd_str
fresh_relation(struct cnd_docx_comments *comments, struct cnd_str part)
{
	for (int i = 1;; i++) {
		struct cnd_str id =
			cnd_arena_printf(comments->arena, "rIdCandour%d", i);

		if (cnd_str_find(part, id) == CND_NOT_FOUND)
			return id;
	}
}

static bool
change_relations(struct cnd_docx_comments *comments,
	struct cnd_package *package, struct cnd_docx_changes *changes,
	struct cnd_error *err)
{
	struct cnd_arena *arena = comments->arena;
	struct cnd_str name = cnd_relations_entry(arena, comments->main_name);
	bool is_strict = cnd_str_equal(
		cnd_str_of(comments->main_namespace), CND_STR(W_STRICT));
	struct cnd_str part;
	struct cnd_str row;

	if (!cnd_package_part(package, name, &part, err))
		return false;
	row = cnd_arena_printf(arena,
		"<Relationship xmlns=\"http://schemas.openxmlformats.org/"
		"package/2006/relationships\" Id=\"%.*s\" "
		"Type=\"%s/comments\" Target=\"/%.*s\"/>",
		CND_STR_ARG(fresh_relation(comments, part)),
		is_strict ? R_STRICT : R_TRANSITIONAL,
		CND_STR_ARG(comments->name));
	if (part.data == NULL) {
		add_change(changes, name,
			cnd_arena_printf(arena,
				"<?xml version=\"1.0\" encoding=\"UTF-8\" "
				"standalone=\"yes\"?>\n<Relationships xmlns="
				"\"http://schemas.openxmlformats.org/package/"
				"2006/relationships\">%.*s</Relationships>",
				CND_STR_ARG(row)));
		return true;
	}
	if (!grow_part(comments, name, part, row, changes))
		return cnd_fail(err, CND_ERR_INPUT,
			"the package's relationships are broken");
	return true;
}

static bool
change_existing(struct cnd_docx_comments *comments, bool removes_own,
	struct cnd_docx_changes *changes, struct cnd_error *err)
{
	struct cnd_splices *splices = &comments->removals;
	struct cnd_buf out = { 0 };

	if (!removes_own)
		splices->count = 0;
	if (!insert_in_root(splices, comments->part,
		    cnd_arena_copy(
			    comments->arena, cnd_buf_str(&comments->added)),
		    err))
		return false;
	cnd_splices_apply(splices, comments->part, &out);
	add_change(changes, comments->name,
		cnd_arena_copy(comments->arena, cnd_buf_str(&out)));
	cnd_buf_dispose(&out);
	return true;
}

bool
cnd_docx_comments_change(struct cnd_docx_comments *comments,
	struct cnd_package *package, bool removes_own,
	struct cnd_docx_changes *changes, struct cnd_error *err)
{
	if (comments->part.data != NULL)
		return change_existing(comments, removes_own, changes, err);
	add_change(changes, comments->name,
		cnd_arena_printf(comments->arena,
			"<?xml version=\"1.0\" encoding=\"UTF-8\" "
			"standalone=\"yes\"?>\n<cnd:comments "
			"xmlns:cnd=\"%s\">%.*s</cnd:comments>",
			comments->main_namespace,
			CND_STR_ARG(cnd_buf_str(&comments->added))));
	return change_types(comments, package, changes, err) &&
		change_relations(comments, package, changes, err);
}

void
cnd_docx_comments_dispose(struct cnd_docx_comments *comments)
{
	cnd_buf_dispose(&comments->added);
}
