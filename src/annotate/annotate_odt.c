/*
 * Comments in an OpenDocument text: an element at the beginning and one at
 * the end, straight into the text.  Fields, notes and frames hold no
 * comments of ours: LibreOffice loses them there, so marks go around.
 */
#include "annotate/annotate_odt.h"

#include "annotate/note.h"
#include "annotate/splice.h"
#include "base/halving.h"
#include "read/package.h"
#include "read/xml.h"

/* How candour's comments are known again. */
#define NAME_PREFIX "candour-"

/* Bytes of an element's content, or of a whole one. */
struct extent {
	uint32_t from;
	uint32_t to;
};

struct extents {
	struct extent *items;
	size_t count;
	size_t capacity;
};

struct job {
	struct cnd_arena *arena;
	const struct cnd_annotate_job *given;
	struct cnd_package *package;
	struct cnd_str content;
	struct cnd_splices splices;
	struct extents paragraphs; /* content of outermost ones */
	struct extents closed; /* whole elements that marks go around */
	int64_t next;
	unsigned depth; /* inside the open outermost paragraph */
	unsigned closed_depth; /* inside the open closed element */
	unsigned struck_out; /* inside what tracked changes took out */
	uint32_t paragraph_from;
	uint32_t closed_from;
	bool is_removing; /* in an earlier comment of candour's */
	uint32_t removal_from;
};

static bool
is_paragraph(struct cnd_xml_name name)
{
	return cnd_xml_is(name, CND_NS_TEXT, "p") ||
		cnd_xml_is(name, CND_NS_TEXT, "h");
}

/* Elements inside a paragraph that marks may stand in. */
static bool
is_open_to_marks(struct cnd_xml_name name)
{
	return is_paragraph(name) || cnd_xml_is(name, CND_NS_TEXT, "span") ||
		cnd_xml_is(name, CND_NS_TEXT, "a");
}

static void
add_extent(struct job *job, struct extents *extents, uint32_t from, uint32_t to)
{
	extents->items = cnd_arena_grow(job->arena, extents->items,
		extents->count, &extents->capacity, sizeof(*extents->items));
	extents->items[extents->count++] = (struct extent){ from, to };
}

/* An earlier comment's beginning or end; its number is passed over. */
static bool
is_own(struct job *job, const struct cnd_xml_element *element)
{
	struct cnd_str name = cnd_xml_attribute(element, CND_NS_OFFICE, "name");
	struct cnd_str prefix = CND_STR(NAME_PREFIX);
	int64_t number = 0;

	if (!cnd_str_starts_with(name, prefix))
		return false;
	for (size_t i = prefix.len; i < name.len && i < 16; i++)
		if (cnd_is_digit(name.data[i]))
			number = number * 10 + (name.data[i] - '0');
	if (number >= job->next)
		job->next = number + 1;
	return true;
}

static void
look_for_own(struct job *job, const struct cnd_xml_element *element)
{
	bool is_end =
		cnd_xml_is(element->name, CND_NS_OFFICE, "annotation-end");

	if ((!is_end &&
		    !cnd_xml_is(element->name, CND_NS_OFFICE, "annotation")) ||
		!is_own(job, element) || !job->given->options->replaces)
		return;
	if (is_end && element->is_empty) {
		cnd_splices_add(&job->splices, element->from, element->to, 4,
			(struct cnd_str){ 0 });
	} else if (!is_end) {
		job->is_removing = true;
		job->removal_from = element->from;
	}
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct job *job = context;

	(void)err;
	/* Paragraphs that were struck out show nowhere, nor would comments. */
	if (job->struck_out > 0 ||
		cnd_xml_is(element->name, CND_NS_TEXT, "tracked-changes")) {
		job->struck_out++;
		return true;
	}
	look_for_own(job, element);
	if (job->depth == 0) {
		if (is_paragraph(element->name) && !element->is_empty) {
			job->paragraph_from = element->to;
			job->depth = 1;
		}
		return true;
	}
	job->depth++;
	if (job->closed_depth > 0) {
		job->closed_depth++;
	} else if (!is_open_to_marks(element->name)) {
		job->closed_from = element->from;
		job->closed_depth = 1;
	}
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct job *job = context;

	(void)err;
	if (job->struck_out > 0) {
		job->struck_out--;
		return true;
	}
	if (job->is_removing && cnd_xml_is(name, CND_NS_OFFICE, "annotation")) {
		cnd_splices_add(&job->splices, job->removal_from, to, 4,
			(struct cnd_str){ 0 });
		job->is_removing = false;
		job->given->result->removed++;
	}
	if (job->depth == 0)
		return true;
	if (job->closed_depth > 0 && --job->closed_depth == 0)
		add_extent(job, &job->closed, job->closed_from, to);
	if (--job->depth == 0)
		add_extent(job, &job->paragraphs, job->paragraph_from, from);
	return true;
}

/* The extent that holds a byte (its ends included only when asked). */
static const struct extent *
find(const struct extents *extents, uint32_t byte, bool with_ends)
{
	struct cnd_halving in = { .high = extents->count };
	const struct extent *extent;

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, extents->items[in.middle].from <= byte);
	if (in.low == 0)
		return NULL;
	extent = &extents->items[in.low - 1];
	if (with_ends ? byte > extent->to
		      : byte >= extent->to || byte == extent->from)
		return NULL;
	return extent;
}

/* ---- writing ---- */

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define DC "http://purl.org/dc/elements/1.1/"

static struct cnd_str
beginning(struct job *job, int64_t id, struct cnd_str lines)
{
	struct cnd_buf out = { 0 };
	struct cnd_str copy;

	cnd_buf_printf(&out,
		"<cnd:annotation xmlns:cnd=\"" OFFICE
		"\" cnd:name=\"" NAME_PREFIX "%lld\"><dc:creator xmlns:dc=\"" DC
		"\">" CND_NOTE_AUTHOR "</dc:creator><dc:date xmlns:dc=\"" DC
		"\">",
		(long long)id);
	cnd_note_date(job->given->options->time, &out);
	out.len--; /* ODF dates carry no zone here */
	cnd_buf_puts(&out, "</dc:date>");
	while (lines.len > 0) {
		struct cnd_str line = cnd_str_split(&lines, '\n');

		cnd_buf_puts(&out, "<txt:p xmlns:txt=\"" TEXT "\">");
		cnd_note_escape(line, &out);
		cnd_buf_puts(&out, "</txt:p>");
	}
	cnd_buf_puts(&out, "</cnd:annotation>");
	copy = cnd_arena_copy(job->arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return copy;
}

static struct cnd_str
ending(struct job *job, int64_t id)
{
	return cnd_arena_printf(job->arena,
		"<cnd:annotation-end xmlns:cnd=\"" OFFICE
		"\" cnd:name=\"" NAME_PREFIX "%lld\"/>",
		(long long)id);
}

/* Ends go before beginnings at one place. */
static void
add_marks(
	struct job *job, struct extent place, int64_t id, struct cnd_str lines)
{
	cnd_splices_add(&job->splices, place.from, place.from, 2,
		beginning(job, id, lines));
	cnd_splices_add(&job->splices, place.to, place.to, 1, ending(job, id));
}

/* Where the finding's comment goes; *is_exact when on its very words. */
static bool
place_finding(struct job *job, struct cnd_span span, bool is_whole,
	struct extent *place, bool *is_exact)
{
	const struct cnd_document *doc = job->given->report->doc;
	struct cnd_source_span source;
	const struct extent *around;

	*is_exact = false;
	if (!cnd_document_source(doc, span, &source)) {
		if (job->paragraphs.count == 0)
			return false;
		*place = job->paragraphs.items[0];
		return true;
	}
	*place = (struct extent){ source.from, source.to };
	around = find(&job->paragraphs, source.from, true);
	if (around == NULL)
		return false;
	if (is_whole || source.to > around->to) {
		*place = *around;
		return true;
	}
	*is_exact = true;
	around = find(&job->closed, source.from, false);
	if (around != NULL) {
		place->from = around->from;
		*is_exact = false;
	}
	around = find(&job->closed, source.to, false);
	if (around != NULL) {
		place->to = around->to;
		*is_exact = false;
	}
	return true;
}

static void
add_finding(struct job *job, size_t index, struct cnd_verify *verify)
{
	const struct cnd_report *report = job->given->report;
	const struct cnd_finding *finding = &report->findings[index];
	uint32_t block = cnd_document_block_at(report->doc, finding->span.from);
	struct cnd_span span = finding->span;
	struct cnd_buf lines = { 0 };
	struct extent place;
	bool is_exact;
	int64_t id;

	if (block != CND_NONE && span.to > report->doc->blocks[block].span.to)
		span.to = report->doc->blocks[block].span.to;
	if (!place_finding(job, span, cnd_verify_is_doubtful(verify, index),
		    &place, &is_exact))
		return;
	cnd_note_finding(finding, &lines);
	if (!is_exact && span.to > span.from)
		cnd_note_quote(cnd_document_text(report->doc, span), &lines);
	id = job->next++;
	add_marks(job, place, id, cnd_buf_str(&lines));
	cnd_buf_dispose(&lines);
	job->given->result->comments++;
	job->given->result->widened += !is_exact;
	cnd_verify_expect(
		verify, index, id, is_exact ? span : (struct cnd_span){ 0, 0 });
}

static void
add_summary(struct job *job)
{
	struct cnd_buf lines = { 0 };

	if (job->paragraphs.count == 0)
		return;
	cnd_note_summary(
		job->given->report, job->given->result->left_out, &lines);
	add_marks(job, job->paragraphs.items[0], job->next++,
		cnd_buf_str(&lines));
	cnd_buf_dispose(&lines);
}

static bool
open_job(struct job *job, struct cnd_error *err)
{
	const struct cnd_xml_handler handler = {
		.context = job, .start = on_start, .end = on_end
	};
	struct cnd_str signatures;

	job->package = cnd_package_open(job->arena, job->given->source, err);
	if (job->package == NULL ||
		!cnd_package_part(job->package, CND_STR("content.xml"),
			&job->content, err) ||
		!cnd_package_part(job->package,
			CND_STR("META-INF/documentsignatures.xml"), &signatures,
			err))
		return false;
	job->given->result->breaks_signature = signatures.data != NULL;
	return cnd_xml_parse(job->content, &handler, err);
}

static bool
write_file(struct job *job, struct cnd_buf *out, struct cnd_error *err)
{
	struct cnd_buf content = { 0 };
	struct cnd_package_change change;
	struct cnd_package_changes changes = { &change, 1,
		job->given->options->time };
	bool ok;

	cnd_splices_apply(&job->splices, job->content, &content);
	change = (struct cnd_package_change){ CND_STR("content.xml"),
		cnd_buf_str(&content) };
	ok = cnd_package_rewrite(job->package, &changes, out, err);
	cnd_buf_dispose(&content);
	return ok;
}

bool
cnd_annotate_odt(const struct cnd_annotate_job *given,
	struct cnd_verify *verify, struct cnd_buf *out, struct cnd_error *err)
{
	struct job job = {
		.arena = cnd_arena_new(), .given = given, .next = 1
	};
	size_t count = given->report->finding_count;
	bool ok;

	job.splices.arena = job.arena;
	ok = open_job(&job, err);
	if (count > CND_ANNOTATE_MAX) {
		given->result->left_out = count - CND_ANNOTATE_MAX;
		count = CND_ANNOTATE_MAX;
	}
	if (ok) {
		add_summary(&job);
		for (size_t i = 0; i < count; i++)
			add_finding(&job, i, verify);
		ok = write_file(&job, out, err);
	}
	cnd_arena_free(job.arena);
	return ok;
}

/* ---- for the check ---- */

static bool
range_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct cnd_str name = cnd_xml_attribute(element, CND_NS_OFFICE, "name");
	int64_t id = 0;

	(void)err;
	if (!cnd_str_starts_with(name, CND_STR(NAME_PREFIX)))
		return true;
	for (size_t i = sizeof(NAME_PREFIX) - 1; i < name.len && i < 16; i++)
		if (cnd_is_digit(name.data[i]))
			id = id * 10 + (name.data[i] - '0');
	if (cnd_xml_is(element->name, CND_NS_OFFICE, "annotation"))
		cnd_verify_begin(context, id, element->to);
	else if (cnd_xml_is(element->name, CND_NS_OFFICE, "annotation-end"))
		cnd_verify_end(context, id, element->from);
	return true;
}

bool
cnd_annotate_odt_ranges(
	struct cnd_str copy, struct cnd_verify *verify, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	const struct cnd_xml_handler handler = { .context = verify,
		.start = range_start };
	struct cnd_package *package = cnd_package_open(arena, copy, err);
	struct cnd_str content;
	bool ok = package != NULL &&
		cnd_package_part(
			package, CND_STR("content.xml"), &content, err) &&
		cnd_xml_parse(content, &handler, err);

	cnd_arena_free(arena);
	return ok;
}
