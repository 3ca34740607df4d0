/*
 * Findings as a page for those who have no terminal: the tables, a map of
 * the report, then its text with the findings marked and explained.
 */
#include "format/formats.h"
#include "format/page.h"

/* What the page's head tells of a report. */
struct entry {
	struct cnd_str name;
	size_t findings;
};

/*
 * A rendering under way: the head tells totals, so that what is below it
 * waits as it will be printed, which is far less than the reports are.
 */
struct state {
	struct cnd_page page;
	struct cnd_buf body;
	struct entry *entries;
	size_t count;
	size_t capacity;
};

static void
put_summary(const struct cnd_page *page, size_t count)
{
	cnd_buf_puts(page->out, "<p class=\"summary\">");
	for (int level = CND_LEVEL_ERROR; level >= 0; level--) {
		cnd_buf_printf(page->out, "<span class=\"%s\">",
			cnd_level_name((enum cnd_level)level));
		cnd_show_number(page->counts.of[level],
			cnd_level_name((enum cnd_level)level), page->out);
		cnd_buf_puts(
			page->out, level > 0 ? "</span>, " : "</span> in ");
	}
	cnd_show_number(count, "report", page->out);
	cnd_buf_puts(page->out, ".</p>\n");
}

/* Links to the reports, where there are several. */
static void
put_reports(const struct state *state, struct cnd_buf *out)
{
	if (state->count < 2)
		return;
	cnd_buf_puts(
		out, "<nav class=\"reports\" aria-label=\"Reports\">\n<ul>\n");
	for (size_t i = 0; i < state->count; i++) {
		cnd_buf_printf(out, "<li><a href=\"#report-%zu\">", i + 1);
		cnd_html_escape(state->entries[i].name, out);
		cnd_buf_puts(out, "</a> <span>");
		cnd_show_number(state->entries[i].findings, "finding", out);
		cnd_buf_puts(out, "</span></li>\n");
	}
	cnd_buf_puts(out, "</ul>\n</nav>\n");
}

/* How the report was read, and what of it was not. */
static void
put_reading(const struct cnd_page_report *part)
{
	const struct cnd_document *doc = part->report->doc;
	const struct cnd_review *review = part->report->review;
	struct cnd_buf *out = part->page->out;

	cnd_buf_puts(out, "<p class=\"reading\">Read as ");
	cnd_html_escape(review->profile, out);
	cnd_buf_puts(out, review->is_profile_detected ? " (by its words)" : "");
	for (size_t i = 0; i < doc->not_read_count; i++) {
		cnd_buf_puts(out, i == 0 ? "; not read: " : ", ");
		cnd_html_escape(cnd_show_cleaned(part->page->arena,
					doc->not_read[i].what),
			out);
	}
	if (part->report->suppressed_count > 0)
		cnd_buf_printf(out, "; put aside by comments: %zu",
			part->report->suppressed_count);
	cnd_buf_puts(out, ".</p>\n");
}

static void
put_table(const struct cnd_page_report *part, const char *title,
	void (*put)(const struct cnd_page_report *part))
{
	struct cnd_buf *out = part->page->out;

	cnd_buf_puts(out, "<details class=\"table\" open><summary>");
	cnd_html_element("h3", cnd_str_of(title), out);
	cnd_buf_puts(out, "</summary>\n");
	put(part);
	cnd_buf_puts(out, "</details>\n");
}

/* The section of a report, the page's number `number`. */
static void
put_section(const struct cnd_page *page, const struct cnd_report *report,
	size_t number)
{
	const struct cnd_page_report part = { page, report, number,
		cnd_arena_array(
			page->arena, page->rule_count + 1, sizeof(bool)) };

	cnd_buf_printf(page->out,
		"<section class=\"report\" aria-labelledby=\"report-%zu\">\n"
		"<h2 id=\"report-%zu\">",
		part.number, part.number);
	cnd_html_escape(
		cnd_show_cleaned(page->arena, report->doc->name), page->out);
	cnd_buf_puts(page->out, "</h2>\n");
	put_reading(&part);
	if (!page->options->is_redacted)
		cnd_page_strip(&part);
	put_table(&part, "Recommendations", cnd_page_register);
	put_table(&part, "Who answers for the review", cnd_page_assurance);
	if (report->finding_count == 0)
		cnd_html_element("p", CND_STR("Nothing found."), page->out);
	if (page->options->is_redacted) {
		cnd_page_all_notes(&part);
	} else {
		cnd_page_map(&part);
		cnd_page_whole_notes(&part);
		cnd_page_text(&part);
	}
	cnd_buf_puts(page->out, "</section>\n");
}

static void
start(struct cnd_rendering *rendering)
{
	struct state *state = cnd_arena_alloc(rendering->arena, sizeof(*state));

	state->page.options = rendering->options;
	state->page.kept = rendering->arena;
	rendering->state = state;
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct state *state = rendering->state;
	struct cnd_page *page = &state->page;

	state->entries = cnd_arena_grow(page->kept, state->entries,
		state->count, &state->capacity, sizeof(*state->entries));
	state->entries[state->count++] = (struct entry){
		cnd_show_cleaned(page->kept, report->doc->name),
		report->finding_count,
	};
	cnd_page_gather(page, report);
	page->out = &state->body;
	page->arena = cnd_arena_new();
	put_section(page, report, state->count);
	cnd_arena_free(page->arena);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct state *state = rendering->state;
	struct cnd_page *page = &state->page;
	struct cnd_buf *out = rendering->out;
	struct cnd_buf style = { 0 };

	page->out = out;
	page->arena = rendering->arena;
	cnd_page_filter_style(page, &style);
	cnd_html_open("What candour found", cnd_buf_str(&style), out);
	cnd_buf_dispose(&style);
	put_summary(page, state->count);
	put_reports(state, out);
	cnd_page_filters(page);
	cnd_html_main(out);
	cnd_buf_put(out, cnd_buf_str(&state->body));
	cnd_buf_dispose(&state->body);
	cnd_page_rules(page);
	cnd_html_close(out);
}

const struct cnd_format_steps cnd_format_html = { start, put_report, finish };
