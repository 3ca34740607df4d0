/*
 * Comments in a Word file.  The body's bytes change only where marks are
 * inserted; the copy is read again before it is given out, and a comment
 * whose range would not hold the right words is put on whole runs instead.
 */
#include "annotate/annotate_docx.h"

#include "annotate/docx_comments.h"
#include "annotate/docx_marks.h"
#include "annotate/note.h"
#include "annotate/verify.h"
#include "read/docx_package.h"
#include "read/relations.h"
#include "read/xml.h"

#define W_TRANSITIONAL                                                         \
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

struct job {
	struct cnd_arena *arena;
	const struct cnd_report *report;
	const struct cnd_annotate_options *options;
	struct cnd_annotate_result *result;
	struct cnd_package *package;
	struct cnd_str main_name;
	struct cnd_str body;
	struct cnd_docx_runs runs;
	struct cnd_docx_objects objects;
	struct cnd_docx_comments comments;
	struct cnd_docx_marks *marks;
	struct cnd_splices splices; /* of the body */
};

/* The run that refers to the note in which a byte of a notes part stands:
 * notes take no comments themselves (LibreOffice 7.4 cannot open such a
 * file). */
struct note_search {
	uint32_t byte;
	int64_t open; /* id of the note being parsed */
	uint32_t from;
	int64_t found;
};

static bool
note_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct note_search *search = context;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_W, "footnote") ||
		cnd_xml_is(element->name, CND_NS_W, "endnote")) {
		struct cnd_str id = cnd_xml_attribute(element, CND_NS_W, "id");

		search->open = 0;
		for (size_t i = 0; i < id.len && i < 9; i++)
			if (cnd_is_digit(id.data[i]))
				search->open =
					search->open * 10 + (id.data[i] - '0');
		search->from = element->from;
	}
	return true;
}

static bool
note_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct note_search *search = context;

	(void)from;
	(void)err;
	if ((cnd_xml_is(name, CND_NS_W, "footnote") ||
		    cnd_xml_is(name, CND_NS_W, "endnote")) &&
		search->byte >= search->from && search->byte < to)
		search->found = search->open;
	return true;
}

/* The bytes of the body's run that refers to a note, as a span. */
static bool
reference_of(struct job *job, const struct cnd_source_span *place,
	struct cnd_source_span *reference)
{
	bool is_footnote = place->part == CND_DOCX_FOOTNOTES;
	struct note_search search = { .byte = place->from, .found = -1 };
	const struct cnd_xml_handler handler = {
		.context = &search, .start = note_start, .end = note_end
	};
	struct cnd_error err = { 0 };
	struct cnd_str name;
	struct cnd_str part;

	if (!cnd_relations_target(job->package, job->main_name,
		    is_footnote ? "footnotes" : "endnotes", &name, &err) ||
		name.data == NULL ||
		!cnd_package_part(job->package, name, &part, &err) ||
		!cnd_xml_parse(part, &handler, &err))
		return false;
	for (size_t i = 0; i < job->runs.count; i++) {
		const struct cnd_docx_run_bytes *run = &job->runs.items[i];

		if ((is_footnote ? run->footnote : run->endnote) !=
			search.found)
			continue;
		*reference = (struct cnd_source_span){ CND_DOCX_BODY, run->from,
			run->to };
		return true;
	}
	return false;
}

/* The finding's span, cut to the block it begins in. */
static struct cnd_span
one_block(const struct cnd_document *doc, struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(doc, span.from);

	if (block != CND_NONE && span.to > doc->blocks[block].span.to)
		span.to = doc->blocks[block].span.to;
	return span;
}

/* What a comment on the whole report stands on: the first run with text,
 * outside of a field or control if there is one. */
static const struct cnd_docx_run_bytes *
first_shown(const struct job *job)
{
	const struct cnd_docx_runs *runs = &job->runs;
	const struct cnd_docx_run_bytes *first = NULL;

	for (size_t i = 0; i < runs->count; i++) {
		const struct cnd_docx_run_bytes *run = &runs->items[i];

		if (run->text_count == 0)
			continue;
		if (cnd_docx_objects_at(&job->objects, run->from + 1) == NULL)
			return run;
		if (first == NULL)
			first = run;
	}
	return first == NULL ? &runs->items[0] : first;
}

/* Puts a comment where the finding is, or as near as it can go. */
static void
add_finding(struct job *job, size_t index, struct cnd_verify *verify)
{
	const struct cnd_finding *finding = &job->report->findings[index];
	const struct cnd_document *doc = job->report->doc;
	struct cnd_span span = one_block(doc, finding->span);
	struct cnd_source_span place;
	struct cnd_buf lines = { 0 };
	bool is_whole = cnd_verify_is_doubtful(verify, index);
	bool is_exact = !is_whole;
	int64_t id;

	if (!cnd_document_source(doc, span, &place)) {
		is_exact = false;
		if (job->runs.count == 0)
			return;
		place = (struct cnd_source_span){ CND_DOCX_BODY,
			first_shown(job)->from, first_shown(job)->to };
		is_whole = true;
	} else if (place.part != CND_DOCX_BODY) {
		is_exact = false;
		is_whole = true;
		if (!reference_of(job, &place, &place))
			return;
	}
	cnd_note_finding(finding, &lines);
	if (!is_exact && finding->span.to > finding->span.from)
		cnd_note_quote(cnd_document_text(doc, span), &lines);
	id = cnd_docx_comments_add(&job->comments, cnd_buf_str(&lines));
	cnd_buf_dispose(&lines);
	if (!cnd_docx_marks_add(job->marks, place.from, place.to, id, is_whole))
		return;
	job->result->comments++;
	job->result->widened += !is_exact;
	cnd_verify_expect(
		verify, index, id, is_exact ? span : (struct cnd_span){ 0, 0 });
}

static void
add_summary(struct job *job)
{
	struct cnd_buf lines = { 0 };
	const struct cnd_docx_run_bytes *run;
	int64_t id;

	if (job->runs.count == 0)
		return;
	run = first_shown(job);
	cnd_note_summary(job->report, job->result->left_out, &lines);
	id = cnd_docx_comments_add(&job->comments, cnd_buf_str(&lines));
	cnd_buf_dispose(&lines);
	cnd_docx_marks_add(job->marks, run->from, run->to, id, true);
}

/* ---- taking candour's own earlier comments away ---- */

struct removal {
	struct job *job;
	bool is_reference; /* the open run refers to one of them */
	uint32_t run_from;
};

static bool
is_own(const struct job *job, const struct cnd_xml_element *element)
{
	struct cnd_str digits = cnd_xml_attribute(element, CND_NS_W, "id");
	int64_t id = 0;

	for (size_t i = 0; i < digits.len && i < 10; i++) {
		if (!cnd_is_digit(digits.data[i]))
			return false;
		id = id * 10 + (digits.data[i] - '0');
	}
	for (size_t i = 0; i < job->comments.own_count; i++)
		if (job->comments.own[i] == id)
			return true;
	return false;
}

static bool
removal_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct removal *removal = context;
	struct cnd_xml_name name = element->name;

	(void)err;
	if (cnd_xml_is(name, CND_NS_W, "r")) {
		removal->run_from = element->from;
		removal->is_reference = false;
	}
	if (cnd_xml_is(name, CND_NS_W, "commentReference") &&
		is_own(removal->job, element))
		removal->is_reference = true;
	if ((cnd_xml_is(name, CND_NS_W, "commentRangeStart") ||
		    cnd_xml_is(name, CND_NS_W, "commentRangeEnd")) &&
		element->is_empty && is_own(removal->job, element))
		cnd_splices_add(&removal->job->splices, element->from,
			element->to, 4, (struct cnd_str){ 0 });
	return true;
}

static bool
removal_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct removal *removal = context;

	(void)from;
	(void)err;
	if (!cnd_xml_is(name, CND_NS_W, "r") || !removal->is_reference)
		return true;
	cnd_splices_add(&removal->job->splices, removal->run_from, to, 4,
		(struct cnd_str){ 0 });
	removal->is_reference = false;
	removal->job->result->removed++;
	return true;
}

static bool
remove_own(struct job *job, struct cnd_error *err)
{
	struct removal removal = { .job = job };
	const struct cnd_xml_handler handler = {
		.context = &removal, .start = removal_start, .end = removal_end
	};

	if (!job->options->replaces || job->comments.own_count == 0)
		return true;
	return cnd_xml_parse(job->body, &handler, err);
}

/* ---- the file ---- */

static bool
open_job(struct job *job, struct cnd_str source, struct cnd_error *err)
{
	job->package = cnd_package_open(job->arena, source, err);
	if (job->package == NULL ||
		!cnd_docx_main_part(
			job->package, &job->main_name, &job->body, err) ||
		!cnd_docx_runs_find(job->arena, job->body, &job->runs, err) ||
		!cnd_docx_objects_find(
			job->arena, &job->runs, &job->objects, err) ||
		!cnd_docx_comments_find(job->package, job->main_name,
			job->runs.highest_comment, &job->comments, err))
		return false;
	job->comments.time = job->options->time;
	job->comments.main_namespace =
		cnd_str_find(job->body, CND_STR(W_STRICT)) == CND_NOT_FOUND
		? W_TRANSITIONAL
		: W_STRICT;
	job->marks = cnd_docx_marks_new(job->arena, &job->runs, &job->objects);
	job->splices.arena = job->arena;
	return true;
}

/* What the user must know about the file itself. */
static bool
look_around(struct job *job, struct cnd_error *err)
{
	struct cnd_str name;
	struct cnd_str settings = { 0 };

	for (size_t i = 0; i < cnd_package_count(job->package); i++)
		if (cnd_str_starts_with(cnd_package_name(job->package, i),
			    CND_STR("_xmlsignatures/")))
			job->result->breaks_signature = true;
	if (!cnd_relations_target(
		    job->package, job->main_name, "settings", &name, err))
		return false;
	if (name.data != NULL &&
		!cnd_package_part(job->package, name, &settings, err))
		return false;
	job->result->is_protected =
		cnd_str_find(settings, CND_STR("documentProtection")) !=
		CND_NOT_FOUND;
	return true;
}

static bool
write_file(struct job *job, struct cnd_buf *out, struct cnd_error *err)
{
	struct cnd_docx_changes changes = { 0 };
	struct cnd_package_changes all;
	struct cnd_buf body = { 0 };
	bool ok;

	cnd_docx_marks_splice(job->marks, &job->splices);
	cnd_splices_apply(&job->splices, job->body, &body);
	changes.items[changes.count++] =
		(struct cnd_package_change){ job->main_name,
			cnd_buf_str(&body) };
	ok = cnd_docx_comments_change(&job->comments, job->package,
		job->options->replaces, &changes, err);
	all = (struct cnd_package_changes){ changes.items, changes.count,
		job->options->time };
	ok = ok && cnd_package_rewrite(job->package, &all, out, err);
	cnd_buf_dispose(&body);
	return ok;
}

static size_t
comments_to_write(struct job *job)
{
	size_t count = job->report->finding_count;

	if (count <= CND_ANNOTATE_MAX)
		return count;
	job->result->left_out = count - CND_ANNOTATE_MAX;
	return CND_ANNOTATE_MAX;
}

bool
cnd_annotate_docx(const struct cnd_annotate_job *given,
	struct cnd_verify *verify, struct cnd_buf *out, struct cnd_error *err)
{
	struct job job = {
		.arena = cnd_arena_new(),
		.report = given->report,
		.options = given->options,
		.result = given->result,
	};
	bool ok = open_job(&job, given->source, err) &&
		look_around(&job, err) && remove_own(&job, err);

	if (ok) {
		size_t count = comments_to_write(&job);

		add_summary(&job);
		for (size_t i = 0; i < count; i++)
			add_finding(&job, i, verify);
		ok = write_file(&job, out, err);
	}
	cnd_docx_comments_dispose(&job.comments);
	cnd_arena_free(job.arena);
	return ok;
}

/* ---- for the check: the ranges as they stand in the copy ---- */

struct ranges {
	struct cnd_verify *verify;
};

static bool
range_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct ranges *ranges = context;
	struct cnd_str digits = cnd_xml_attribute(element, CND_NS_W, "id");
	int64_t id = 0;

	(void)err;
	for (size_t i = 0; i < digits.len && i < 10; i++)
		if (cnd_is_digit(digits.data[i]))
			id = id * 10 + (digits.data[i] - '0');
	if (cnd_xml_is(element->name, CND_NS_W, "commentRangeStart"))
		cnd_verify_begin(ranges->verify, id, element->to);
	else if (cnd_xml_is(element->name, CND_NS_W, "commentRangeEnd"))
		cnd_verify_end(ranges->verify, id, element->from);
	return true;
}

bool
cnd_annotate_docx_ranges(
	struct cnd_str copy, struct cnd_verify *verify, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct ranges ranges = { verify };
	const struct cnd_xml_handler handler = { .context = &ranges,
		.start = range_start };
	struct cnd_package *package = cnd_package_open(arena, copy, err);
	struct cnd_str name;
	struct cnd_str body;
	bool ok = package != NULL &&
		cnd_docx_main_part(package, &name, &body, err) &&
		cnd_xml_parse(body, &handler, err);

	cnd_arena_free(arena);
	return ok;
}
