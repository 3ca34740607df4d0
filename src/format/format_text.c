/*
 * Findings for people: the place, what is wrong, the words in their
 * sentence with those meant marked, and once per rule what would mend it.
 * Findings on the same words share one excerpt.
 */
#include "format/excerpt.h"
#include "format/formats.h"
#include "format/show.h"

#include <inttypes.h>

enum {
	DEFAULT_WIDTH = 80,
	INDENT = 2,
	EXCERPT_INDENT = 4,
	RELATED_BYTES = 80,
	EXCERPT_BYTES = 220, /* three lines: enough to find it by */
};

/* One rendering: what it writes to, and the rules explained so far. */
struct text {
	const struct cnd_format_options *options;
	struct cnd_buf *out;
	struct cnd_arena *arena;
	size_t width;
	const struct cnd_rule_info **explained;
	size_t explained_count;
	size_t explained_capacity;
};

static void
put_colored(struct text *text, const char *color, struct cnd_str words)
{
	if (text->options->has_color)
		cnd_buf_printf(text->out, "\033[%sm", color);
	cnd_buf_put(text->out, words);
	if (text->options->has_color)
		cnd_buf_puts(text->out, "\033[0m");
}

static void
put_blanks(struct text *text, size_t count)
{
	while (count-- > 0)
		cnd_buf_putc(text->out, ' ');
}

/* " (4.12, Analysis, p. ~9)", of what is known and may be said. */
static void
put_around(struct text *text, const struct cnd_place *place)
{
	struct cnd_buf *out = text->out;
	const char *between = " (";

	if (place->label.len > 0) {
		cnd_buf_puts(out, between);
		cnd_show_clean(place->label, out);
		between = ", ";
	}
	if (place->section.len > 0 && !text->options->is_redacted) {
		cnd_buf_puts(out, between);
		cnd_show_clean(place->section, out);
		between = ", ";
	}
	if (place->page > 0) {
		cnd_buf_printf(out, "%sp. ~%" PRIu32, between, place->page);
		between = ", ";
	}
	if (between[0] == ',')
		cnd_buf_putc(out, ')');
}

/* "para 4.12, Analysis, p. ~9": Word files have no lines. */
static void
put_paragraph(struct text *text, const struct cnd_place *place)
{
	struct cnd_buf *out = text->out;

	if (place->label.len > 0) {
		cnd_buf_puts(out, ": para ");
		cnd_show_clean(place->label, out);
	} else {
		cnd_buf_printf(out, ": paragraph %" PRIu32, place->line);
	}
	if (place->section.len > 0 && !text->options->is_redacted) {
		cnd_buf_puts(out, ", ");
		cnd_show_clean(place->section, out);
	}
	if (place->page > 0)
		cnd_buf_printf(out, ", p. ~%" PRIu32, place->page);
}

static void
put_place(struct text *text, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_place place =
		cnd_document_place(doc, finding->span, CND_UNIT_CODE_POINT);
	struct cnd_buf head = { 0 };

	cnd_show_clean(doc->name, &head);
	if (!finding->is_absence && doc->places == CND_PLACES_LINES)
		cnd_buf_printf(&head, ":%" PRIu32 ":%" PRIu32, place.line,
			place.column);
	put_colored(text, "1", cnd_buf_str(&head));
	cnd_buf_dispose(&head);
	if (finding->is_absence)
		cnd_buf_puts(text->out, ": the whole report");
	else if (doc->places == CND_PLACES_LINES)
		put_around(text, &place);
	else
		put_paragraph(text, &place);
	cnd_buf_putc(text->out, '\n');
}

/* "  warning: message  [rule]", wrapped. */
static void
put_message(struct text *text, const struct cnd_finding *finding,
	const struct cnd_str *reason)
{
	static const char *const colors[] = { "36", "33", "1;31" };
	struct cnd_str level = cnd_str_of(cnd_level_name(finding->level));
	struct cnd_buf line = { 0 };

	put_blanks(text, INDENT);
	put_colored(text, colors[finding->level], level);
	cnd_buf_put(
		&line, cnd_show_message(text->arena, finding, text->options));
	cnd_buf_printf(&line, "  [%.*s]", CND_STR_ARG(finding->rule->id));
	if (reason != NULL) {
		cnd_buf_puts(&line, " put aside: ");
		cnd_show_clean(*reason, &line);
	}
	cnd_buf_puts(text->out, ": ");
	cnd_show_wrapped(cnd_buf_str(&line), INDENT + level.len + 2,
		EXCERPT_INDENT, text->width, text->out);
	cnd_buf_putc(text->out, '\n');
	cnd_buf_dispose(&line);
}

/* Carets below the part [from, to) of a line of the excerpt. */
static void
put_carets(struct text *text, struct cnd_str line, size_t from, size_t to)
{
	size_t before = cnd_show_width(cnd_str_slice(line, 0, from));
	size_t count = cnd_show_width(cnd_str_slice(line, from, to));

	put_blanks(text, EXCERPT_INDENT + before);
	while (count-- > 0)
		cnd_buf_putc(text->out, '^');
	cnd_buf_putc(text->out, '\n');
}

static void
put_excerpt_line(struct text *text, struct cnd_str line, size_t from, size_t to)
{
	put_blanks(text, EXCERPT_INDENT);
	if (to <= from || !text->options->has_color) {
		cnd_buf_put(text->out, line);
		cnd_buf_putc(text->out, '\n');
		if (to > from)
			put_carets(text, line, from, to);
		return;
	}
	cnd_buf_put(text->out, cnd_str_slice(line, 0, from));
	put_colored(text, "1;4", cnd_str_slice(line, from, to));
	cnd_buf_put(text->out, cnd_str_slice(line, to, line.len));
	cnd_buf_putc(text->out, '\n');
}

static void
put_excerpt(
	struct text *text, const struct cnd_document *doc, struct cnd_span span)
{
	struct cnd_excerpt excerpt =
		cnd_excerpt_of(text->arena, doc, span, EXCERPT_BYTES);
	size_t next = 0;

	while (next < excerpt.text.len && excerpt.text.data[next] == ' ')
		next++;
	while (next < excerpt.text.len) {
		size_t start = next;
		size_t end = cnd_show_line_end(
			excerpt.text, text->width - EXCERPT_INDENT, &next);
		size_t from = excerpt.from > start ? excerpt.from : start;
		size_t to = excerpt.to < end ? excerpt.to : end;

		put_excerpt_line(text, cnd_str_slice(excerpt.text, start, end),
			from - start, to > from ? to - start : 0);
	}
}

/* A wrapped line of its own below a finding: "    see line 4: …". */
static void
put_below(struct text *text, const char *opening, struct cnd_str words)
{
	struct cnd_buf line = { 0 };

	cnd_buf_puts(&line, opening);
	cnd_show_clean(words, &line);
	put_blanks(text, EXCERPT_INDENT);
	cnd_show_wrapped(cnd_buf_str(&line), EXCERPT_INDENT,
		EXCERPT_INDENT + INDENT, text->width, text->out);
	cnd_buf_putc(text->out, '\n');
	cnd_buf_dispose(&line);
}

/* "see line 9 (its message): its words". */
static void
put_related(struct text *text, const struct cnd_document *doc,
	const struct cnd_related *related)
{
	struct cnd_str place = cnd_show_place(text->arena, doc, related->span);
	struct cnd_excerpt excerpt =
		cnd_excerpt_of(text->arena, doc, related->span, RELATED_BYTES);
	bool has_message = related->message.len > 0;

	put_below(text, "see ",
		cnd_arena_printf(text->arena, "%.*s%s%.*s%s: %.*s",
			CND_STR_ARG(place), has_message ? " (" : "",
			CND_STR_ARG(related->message), has_message ? ")" : "",
			CND_STR_ARG(excerpt.text)));
}

/* What else is known of a finding, but for the rule's advice. */
static void
put_details(struct text *text, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	for (size_t i = 0; i < finding->related_count; i++)
		put_related(text, doc, &finding->related[i]);
	for (size_t i = 0; i < finding->edit_count; i++)
		put_below(text,
			i == 0 ? "write: " : "or: ", finding->edits[i].text);
}

/* Whether a rule's advice was given before; remembers it. */
static bool
is_explained(struct text *text, const struct cnd_rule_info *rule)
{
	for (size_t i = 0; i < text->explained_count; i++)
		if (text->explained[i] == rule)
			return true;
	text->explained = cnd_arena_grow(text->arena, text->explained,
		text->explained_count, &text->explained_capacity,
		sizeof(const struct cnd_rule_info *));
	text->explained[text->explained_count++] = rule;
	return false;
}

static bool
are_on_same_words(const struct cnd_finding *a, const struct cnd_finding *b)
{
	return a->span.from == b->span.from && a->span.to == b->span.to &&
		a->is_absence == b->is_absence;
}

/* The findings [from, to) of a report: all on the same words. */
static void
put_group(struct text *text, const struct cnd_report *report, size_t from,
	size_t to)
{
	const struct cnd_finding *first = &report->findings[from];

	put_place(text, report->doc, first);
	for (size_t i = from; i < to; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		put_message(text, finding, NULL);
		if (i + 1 == to && !first->is_absence &&
			!text->options->is_redacted)
			put_excerpt(text, report->doc, first->span);
		if (!text->options->is_redacted)
			put_details(text, report->doc, finding);
		if (!is_explained(text, finding->rule) &&
			finding->rule->fix.len > 0)
			put_below(text, "to mend it: ", finding->rule->fix);
	}
	cnd_buf_putc(text->out, '\n');
}

static void
put_suppressed(struct text *text, const struct cnd_report *report)
{
	for (size_t i = 0; i < report->suppressed_count; i++) {
		const struct cnd_suppressed *aside = &report->suppressed[i];

		put_place(text, report->doc, &aside->finding);
		put_message(text, &aside->finding, &aside->reason);
		cnd_buf_putc(text->out, '\n');
	}
}

static void
put_not_read(struct text *text, const struct cnd_document *doc)
{
	if (doc->not_read_count == 0)
		return;
	cnd_show_clean(doc->name, text->out);
	cnd_buf_puts(text->out, ": not read: ");
	for (size_t i = 0; i < doc->not_read_count; i++) {
		cnd_buf_puts(text->out, i == 0 ? "" : ", ");
		cnd_show_clean(doc->not_read[i].what, text->out);
		if (doc->not_read[i].line > 0)
			cnd_buf_printf(text->out, " (%s %" PRIu32 ")",
				doc->places == CND_PLACES_LINES ? "line"
								: "paragraph",
				doc->not_read[i].line);
	}
	cnd_buf_putc(text->out, '\n');
}

/* "2 errors, 3 warnings and 1 suggestion", or "Nothing found". */
static void
put_counts(struct text *text, const struct cnd_counts *counts)
{
	size_t kinds = 0;
	size_t said = 0;

	for (int level = 0; level < CND_LEVEL_COUNT; level++)
		kinds += counts->of[level] > 0;
	if (kinds == 0)
		cnd_buf_puts(text->out, "Nothing found");
	for (int level = CND_LEVEL_ERROR; level >= 0; level--) {
		if (counts->of[level] == 0)
			continue;
		if (said > 0)
			cnd_buf_puts(
				text->out, said + 1 == kinds ? " and " : ", ");
		cnd_show_number(counts->of[level],
			cnd_level_name((enum cnd_level)level), text->out);
		said++;
	}
}

static void
put_summary(struct text *text, const struct cnd_report *const *reports,
	size_t count)
{
	struct cnd_counts counts = cnd_show_counts(reports, count);

	for (size_t i = 0; i < count; i++)
		put_not_read(text, reports[i]->doc);
	put_counts(text, &counts);
	cnd_buf_puts(text->out, " in ");
	cnd_show_number(count, "report", text->out);
	if (count == 1)
		cnd_buf_printf(text->out, ", read as '%.*s'%s",
			CND_STR_ARG(reports[0]->review->profile),
			reports[0]->review->is_profile_detected
				? " (by its words)"
				: "");
	if (counts.suppressed > 0)
		cnd_buf_printf(text->out, "; %zu put aside", counts.suppressed);
	cnd_buf_puts(text->out, ".\n");
}

static void
put_report(struct text *text, const struct cnd_report *report)
{
	for (size_t from = 0; from < report->finding_count;) {
		size_t to = from + 1;

		while (to < report->finding_count &&
			are_on_same_words(
				&report->findings[from], &report->findings[to]))
			to++;
		put_group(text, report, from, to);
		from = to;
	}
	if (text->options->shows_suppressed)
		put_suppressed(text, report);
}

void
cnd_format_text(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct text text = {
		.options = options,
		.out = out,
		.arena = cnd_arena_new(),
		.width = options->width >= 40 ? options->width : 40,
	};

	if (options->width == 0)
		text.width = DEFAULT_WIDTH;
	for (size_t i = 0; i < count; i++)
		put_report(&text, reports[i]);
	if (!options->is_quiet)
		put_summary(&text, reports, count);
	cnd_arena_free(text.arena);
}
