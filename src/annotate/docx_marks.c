/*
 * A mark goes to a run's edge, or the run is cut in two: closed before the
 * mark and opened again behind it with the same properties.  Invariant:
 * marks at one place share one cut, ends before beginnings,
 * and what both begins and ends there between.
 */
#include "annotate/docx_marks.h"

#include "doc/document.h"

#include <stdlib.h>

/* How the bytes around a mark are to be closed and opened again. */
enum cut {
	CUT_NONE, /* between runs */
	CUT_RUN, /* between two children of a run */
	CUT_TEXT /* inside a w:t */
};

struct mark {
	uint32_t at;
	enum cut cut;
	uint32_t run;
	uint32_t text; /* the w:t that is cut, or CND_NONE */
	bool is_end;
	bool is_point; /* the comment begins and ends here */
	int64_t id;
	size_t order;
};

struct cnd_docx_marks {
	struct cnd_arena *arena;
	const struct cnd_docx_runs *runs;
	const struct cnd_docx_objects *objects;
	struct mark *items;
	size_t count;
	size_t capacity;
};

struct cnd_docx_marks *
cnd_docx_marks_new(struct cnd_arena *arena, const struct cnd_docx_runs *runs,
	const struct cnd_docx_objects *objects)
{
	struct cnd_docx_marks *marks = cnd_arena_alloc(arena, sizeof(*marks));

	marks->arena = arena;
	marks->runs = runs;
	marks->objects = objects;
	return marks;
}

static void
add_mark(struct cnd_docx_marks *marks, struct mark mark)
{
	marks->items = cnd_arena_grow(marks->arena, marks->items, marks->count,
		&marks->capacity, sizeof(*marks->items));
	mark.order = marks->count;
	marks->items[marks->count++] = mark;
}

/* Where the run's children begin, behind its properties. */
static uint32_t
children_from(const struct cnd_docx_run_bytes *run)
{
	return run->properties_to;
}

/* Whether no child of the run that shows stands before byte `at`: such a
 * mark can go before the run. */
static bool
is_at_start(const struct cnd_docx_runs *runs,
	const struct cnd_docx_run_bytes *run, uint32_t at)
{
	const struct cnd_docx_text *first;

	if (at <= children_from(run))
		return true;
	if (run->text_count == 0)
		return false;
	first = &runs->texts[run->first_text];
	return first->from == children_from(run) && at <= first->content_from;
}

/* The same for the end: the last text is the run's last child. */
static bool
is_at_end(const struct cnd_docx_runs *runs,
	const struct cnd_docx_run_bytes *run, uint32_t at)
{
	const struct cnd_docx_text *last;
	struct cnd_str close;

	if (run->text_count == 0)
		return false;
	last = &runs->texts[run->first_text + run->text_count - 1];
	close = cnd_str_slice(runs->part, last->to, run->to);
	return at >= last->content_to &&
		cnd_str_starts_with(close, CND_STR("</"));
}

/* The text of the run whose characters hold `at` strictly inside. */
static uint32_t
text_around(const struct cnd_docx_runs *runs,
	const struct cnd_docx_run_bytes *run, uint32_t at)
{
	for (uint32_t i = 0; i < run->text_count; i++) {
		const struct cnd_docx_text *text =
			&runs->texts[run->first_text + i];

		if (at > text->content_from && at < text->content_to)
			return run->first_text + i;
	}
	return CND_NONE;
}

/* A place at the edge of a w:t's characters, moved out of the w:t. */
static uint32_t
out_of_text(const struct cnd_docx_runs *runs,
	const struct cnd_docx_run_bytes *run, uint32_t at)
{
	for (uint32_t i = 0; i < run->text_count; i++) {
		const struct cnd_docx_text *text =
			&runs->texts[run->first_text + i];

		if (at == text->content_from)
			return text->from;
		if (at == text->content_to)
			return text->to;
	}
	return at;
}

static struct mark
place(const struct cnd_docx_runs *runs, uint32_t index, uint32_t at,
	bool is_end)
{
	const struct cnd_docx_run_bytes *run = &runs->items[index];
	struct mark mark = { .run = index, .text = CND_NONE, .is_end = is_end };

	if (!run->is_plain || (!is_end && is_at_start(runs, run, at)) ||
		(is_end && is_at_end(runs, run, at))) {
		run = &runs->items[run->is_plain ? index : run->outermost];
		mark.at = is_end ? run->to : run->from;
		return mark;
	}
	mark.text = text_around(runs, run, at);
	mark.cut = mark.text == CND_NONE ? CUT_RUN : CUT_TEXT;
	mark.at = mark.text == CND_NONE ? out_of_text(runs, run, at) : at;
	return mark;
}

/* Edges of whole runs, those of a text box's host if it is in one. */
static struct mark
place_whole(const struct cnd_docx_runs *runs, uint32_t index, bool is_end)
{
	uint32_t outer = runs->items[index].outermost;
	const struct cnd_docx_run_bytes *run = &runs->items[outer];

	return (struct mark){
		.at = is_end ? run->to : run->from,
		.run = outer,
		.text = CND_NONE,
		.is_end = is_end,
	};
}

/* The mark, out of the object it would stand in. */
static struct mark
out_of_object(const struct cnd_docx_objects *objects, struct mark mark)
{
	const struct cnd_docx_object *object =
		cnd_docx_objects_at(objects, mark.at);

	if (object == NULL)
		return mark;
	mark.at = mark.is_end ? object->end : object->from;
	mark.cut = CUT_NONE;
	mark.text = CND_NONE;
	return mark;
}

static void
add_marks(struct cnd_docx_marks *marks, struct mark begin, struct mark end,
	int64_t id)
{
	begin = out_of_object(marks->objects, begin);
	end = out_of_object(marks->objects, end);
	begin.id = end.id = id;
	begin.is_point = end.is_point = begin.at == end.at;
	add_mark(marks, begin);
	add_mark(marks, end);
}

bool
cnd_docx_marks_add(struct cnd_docx_marks *marks, uint32_t from, uint32_t to,
	int64_t id, bool is_whole)
{
	const struct cnd_docx_runs *runs = marks->runs;
	uint32_t first = cnd_docx_runs_at(runs, from);
	uint32_t last = cnd_docx_runs_at(runs, to > from ? to - 1 : from);

	if (first == CND_NONE || last == CND_NONE)
		return false;
	if (is_whole || runs->items[first].outermost != first ||
		runs->items[last].outermost != last)
		add_marks(marks, place_whole(runs, first, false),
			place_whole(runs, last, true), id);
	else
		add_marks(marks, place(runs, first, from, false),
			place(runs, last, to, true), id);
	return true;
}

/* In which order marks at one place come. */
static int
turn(const struct mark *mark)
{
	if (mark->is_point)
		return 1;
	return mark->is_end ? 0 : 2;
}

static int
compare(const void *a, const void *b)
{
	const struct mark *left = a;
	const struct mark *right = b;

	if (left->at != right->at)
		return left->at < right->at ? -1 : 1;
	if (turn(left) != turn(right))
		return turn(left) - turn(right);
	return left->order < right->order ? -1 : 1;
}

#define TRANSITIONAL                                                           \
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* An element of the document's own prefix with a comment's id. */
static void
write_element(struct cnd_str prefix, const char *local, int64_t id,
	struct cnd_buf *out)
{
	if (prefix.len > 0)
		cnd_buf_printf(out, "<%.*s%s %.*sid=\"%lld\"/>",
			CND_STR_ARG(prefix), local, CND_STR_ARG(prefix),
			(long long)id);
	else
		cnd_buf_printf(out,
			"<%s xmlns:cnd=\"" TRANSITIONAL "\" cnd:id=\"%lld\"/>",
			local, (long long)id);
}

static void
write_mark(struct cnd_str prefix, const struct mark *mark, struct cnd_buf *out)
{
	if (!mark->is_end) {
		write_element(prefix, "commentRangeStart", mark->id, out);
		return;
	}
	write_element(prefix, "commentRangeEnd", mark->id, out);
	cnd_buf_printf(out, "<%.*sr>", CND_STR_ARG(prefix));
	write_element(prefix, "commentReference", mark->id, out);
	cnd_buf_printf(out, "</%.*sr>", CND_STR_ARG(prefix));
}

static void
write_close(struct cnd_str prefix, enum cut cut, struct cnd_buf *out)
{
	if (cut == CUT_TEXT)
		cnd_buf_printf(out, "</%.*st>", CND_STR_ARG(prefix));
	if (cut != CUT_NONE)
		cnd_buf_printf(out, "</%.*sr>", CND_STR_ARG(prefix));
}

static void
write_open(const struct cnd_docx_runs *runs, struct cnd_str prefix,
	const struct mark *mark, struct cnd_buf *out)
{
	const struct cnd_docx_run_bytes *run = &runs->items[mark->run];

	if (mark->cut == CUT_NONE)
		return;
	cnd_buf_printf(out, "<%.*sr>", CND_STR_ARG(prefix));
	cnd_buf_put(out,
		cnd_str_slice(
			runs->part, run->properties_from, run->properties_to));
	if (mark->cut == CUT_TEXT)
		cnd_buf_printf(out, "<%.*st xml:space=\"preserve\">",
			CND_STR_ARG(prefix));
}

/*
 * A w:t that is cut must keep its blanks: it gets xml:space, and blanks at
 * its ends, which were not shown until now, go.
 */
static void
preserve(const struct cnd_docx_marks *marks, uint32_t index,
	struct cnd_splices *splices)
{
	const struct cnd_docx_text *text = &marks->runs->texts[index];
	struct cnd_str part = marks->runs->part;
	uint32_t from = text->content_from;
	uint32_t to = text->content_to;

	if (text->is_preserved)
		return;
	cnd_splices_add(splices, from - 1, from - 1, 0,
		CND_STR(" xml:space=\"preserve\""));
	while (from < to && cnd_is_space(part.data[from]))
		from++;
	while (to > from && cnd_is_space(part.data[to - 1]))
		to--;
	if (from > text->content_from)
		cnd_splices_add(splices, text->content_from, from, 2,
			(struct cnd_str){ 0 });
	if (to < text->content_to)
		cnd_splices_add(splices, to, text->content_to, 2,
			(struct cnd_str){ 0 });
}

/* The marks [from, to) stand at one place. */
static void
splice_place(struct cnd_docx_marks *marks, size_t from, size_t to,
	struct cnd_splices *splices)
{
	const struct mark *first = &marks->items[from];
	struct cnd_str prefix = cnd_docx_run_prefix(
		marks->runs, &marks->runs->items[first->run]);
	struct cnd_buf bytes = { 0 };

	write_close(prefix, first->cut, &bytes);
	for (size_t i = from; i < to; i++)
		write_mark(prefix, &marks->items[i], &bytes);
	write_open(marks->runs, prefix, first, &bytes);
	cnd_splices_add(splices, first->at, first->at, 1,
		cnd_arena_copy(marks->arena, cnd_buf_str(&bytes)));
	cnd_buf_dispose(&bytes);
}

void
cnd_docx_marks_splice(struct cnd_docx_marks *marks, struct cnd_splices *splices)
{
	uint32_t preserved = CND_NONE;

	if (marks->count == 0)
		return;
	qsort(marks->items, marks->count, sizeof(*marks->items), compare);
	for (size_t from = 0, to; from < marks->count; from = to) {
		const struct mark *first = &marks->items[from];

		for (to = from + 1;
			to < marks->count && marks->items[to].at == first->at;
			to++)
			;
		if (first->cut == CUT_TEXT && first->text != preserved) {
			preserve(marks, first->text, splices);
			preserved = first->text;
		}
		splice_place(marks, from, to, splices);
	}
}
