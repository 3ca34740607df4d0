/*
 * Findings for people: the place, what is wrong, the words in their
 * sentence with those meant marked, and once per rule what would mend it.
 * Findings in one sentence share one excerpt.
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
	EXCERPT_BYTES = 320, /* four lines: enough to find it by */
	MOST_MARKS = 16,
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
	struct cnd_arena *whole; /* of the rendering; arena is a report's */
	struct cnd_buf not_read;
	struct cnd_counts counts;
	size_t count; /* of reports */
	struct cnd_str profile; /* of the last of them */
	bool is_profile_detected;
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
	const struct cnd_suppressed *aside)
{
	static const char *const colors[] = { "36", "33", "1;31" };
	struct cnd_str level = cnd_str_of(cnd_level_name(finding->level));
	struct cnd_buf line = { 0 };

	put_blanks(text, INDENT);
	put_colored(text, colors[finding->level], level);
	cnd_buf_put(
		&line, cnd_show_message(text->arena, finding, text->options));
	cnd_buf_printf(&line, "  [%.*s]", CND_STR_ARG(finding->rule->id));
	if (aside != NULL) {
		struct cnd_str reason = cnd_show_reason(aside, text->options);

		cnd_buf_puts(
			&line, reason.len > 0 ? " put aside: " : " put aside");
		cnd_show_clean(reason, &line);
	}
	cnd_buf_puts(text->out, ": ");
	cnd_show_wrapped(cnd_buf_str(&line), INDENT + level.len + 2,
		EXCERPT_INDENT, text->width, text->out);
	cnd_buf_putc(text->out, '\n');
	cnd_buf_dispose(&line);
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
	struct cnd_excerpt excerpt = cnd_excerpt_of(
		text->arena, doc, &related->span, 1, RELATED_BYTES);
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
	text->explained = cnd_arena_grow(text->whole, text->explained,
		text->explained_count, &text->explained_capacity,
		sizeof(const struct cnd_rule_info *));
	text->explained[text->explained_count++] = rule;
	return false;
}

/* On the same words, or in the same sentence if that can be shown whole. */
static bool
belong_together(const struct cnd_document *doc, const struct cnd_finding *a,
	const struct cnd_finding *b)
{
	struct cnd_span here;
	struct cnd_span there;

	if (a->is_absence || b->is_absence)
		return a->is_absence && b->is_absence;
	if (a->span.from == b->span.from && a->span.to == b->span.to)
		return true;
	here = cnd_excerpt_around(doc, a->span);
	there = cnd_excerpt_around(doc, b->span);
	return here.from == there.from && here.to == there.to &&
		here.to - here.from <= EXCERPT_BYTES;
}

/*
 * The words of a group: those of findings that mean no whole sentence, or
 * of all where each does.
 */
static size_t
words_of(const struct cnd_document *doc, const struct cnd_finding *findings,
	size_t count, struct cnd_span *spans)
{
	size_t kept = 0;

	for (size_t i = 0; i < count && kept < MOST_MARKS; i++) {
		struct cnd_span around =
			cnd_excerpt_around(doc, findings[i].span);

		if (findings[i].span.to - findings[i].span.from + 1 <
			around.to - around.from)
			spans[kept++] = findings[i].span;
	}
	if (kept == 0)
		spans[kept++] = findings[0].span;
	return kept;
}

static void
put_excerpt(struct text *text, const struct cnd_document *doc,
	const struct cnd_finding *findings, size_t count)
{
	struct cnd_span spans[MOST_MARKS];
	size_t span_count = words_of(doc, findings, count, spans);
	struct cnd_excerpt excerpt = cnd_excerpt_of(
		text->arena, doc, spans, span_count, EXCERPT_BYTES);

	cnd_excerpt_print(&excerpt, EXCERPT_INDENT, text->width,
		text->options->has_color, text->out);
}

/* Findings that share one place and one excerpt. */
static void
put_group(struct text *text, const struct cnd_document *doc,
	const struct cnd_finding *findings, size_t count)
{
	put_place(text, doc, &findings[0]);
	if (!findings[0].is_absence && !text->options->is_redacted)
		put_excerpt(text, doc, findings, count);
	for (size_t i = 0; i < count; i++) {
		put_message(text, &findings[i], NULL);
		if (!text->options->is_redacted)
			put_details(text, doc, &findings[i]);
		if (!is_explained(text, findings[i].rule) &&
			findings[i].rule->fix.len > 0)
			put_below(text, "to mend it: ", findings[i].rule->fix);
	}
	cnd_buf_putc(text->out, '\n');
}

static void
put_suppressed(struct text *text, const struct cnd_report *report)
{
	for (size_t i = 0; i < report->suppressed_count; i++) {
		const struct cnd_suppressed *aside = &report->suppressed[i];

		put_place(text, report->doc, &aside->finding);
		put_message(text, &aside->finding, aside);
		cnd_buf_putc(text->out, '\n');
	}
}

/* Kept for the end, where it is not lost among findings. */
static void
keep_not_read(struct text *text, const struct cnd_document *doc)
{
	struct cnd_buf *out = &text->not_read;

	if (doc->not_read_count == 0)
		return;
	cnd_show_clean(doc->name, out);
	cnd_buf_puts(out, ": not read: ");
	for (size_t i = 0; i < doc->not_read_count; i++) {
		cnd_buf_puts(out, i == 0 ? "" : ", ");
		cnd_show_clean(doc->not_read[i].what, out);
		if (doc->not_read[i].line > 0)
			cnd_buf_printf(out, " (%s %" PRIu32 ")",
				doc->places == CND_PLACES_LINES ? "line"
								: "paragraph",
				doc->not_read[i].line);
	}
	cnd_buf_putc(out, '\n');
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
put_summary(struct text *text)
{
	cnd_buf_put(text->out, cnd_buf_str(&text->not_read));
	put_counts(text, &text->counts);
	cnd_buf_puts(text->out, " in ");
	cnd_show_number(text->count, "report", text->out);
	if (text->count == 1)
		cnd_buf_printf(text->out, ", read as '%.*s'%s",
			CND_STR_ARG(text->profile),
			text->is_profile_detected ? " (by its words)" : "");
	if (text->counts.suppressed > 0)
		cnd_buf_printf(
			text->out, "; %zu put aside", text->counts.suppressed);
	cnd_buf_puts(text->out, ".\n");
}

static void
put_findings(struct text *text, const struct cnd_report *report)
{
	const struct cnd_finding *findings = report->findings;

	for (size_t from = 0; from < report->finding_count;) {
		size_t to = from + 1;

		while (to < report->finding_count &&
			belong_together(
				report->doc, &findings[from], &findings[to]))
			to++;
		put_group(text, report->doc, &findings[from], to - from);
		from = to;
	}
	if (text->options->shows_suppressed)
		put_suppressed(text, report);
}

static void
start(struct cnd_rendering *rendering)
{
	const struct cnd_format_options *options = rendering->options;
	struct text *text = cnd_arena_alloc(rendering->arena, sizeof(*text));

	*text = (struct text){
		.options = options,
		.out = rendering->out,
		.arena = cnd_arena_new(),
		.whole = rendering->arena,
		.width = options->width >= 40 ? options->width : 40,
	};
	if (options->width == 0)
		text->width = DEFAULT_WIDTH;
	rendering->state = text;
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct text *text = rendering->state;

	put_findings(text, report);
	keep_not_read(text, report->doc);
	cnd_show_add_counts(&text->counts, report);
	text->count++;
	text->profile = text->count > 1
		? (struct cnd_str){ 0 }
		: cnd_arena_copy(text->whole, report->review->profile);
	text->is_profile_detected = report->review->is_profile_detected;
	cnd_arena_reset(text->arena);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct text *text = rendering->state;

	if (!text->options->is_quiet)
		put_summary(text);
	cnd_buf_dispose(&text->not_read);
	cnd_arena_free(text->arena);
}

const struct cnd_format_steps cnd_format_text = { start, put_report, finish };
