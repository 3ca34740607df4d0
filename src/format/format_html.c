/* Findings as a page to send to those who have no terminal. */
#include "format/excerpt.h"
#include "format/formats.h"
#include "format/html.h"
#include "format/show.h"

enum { EXCERPT_BYTES = 600 };

struct page {
	const struct cnd_format_options *options;
	struct cnd_arena *arena;
	struct cnd_buf *out;
};

static void
put_excerpt(const struct page *page, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_excerpt excerpt =
		cnd_excerpt_of(page->arena, doc, &span, 1, EXCERPT_BYTES);

	cnd_buf_puts(page->out, "<blockquote>");
	cnd_html_escape(
		cnd_str_slice(excerpt.text, 0, excerpt.from), page->out);
	cnd_buf_puts(page->out, "<mark>");
	cnd_html_escape(cnd_str_slice(excerpt.text, excerpt.from, excerpt.to),
		page->out);
	cnd_buf_puts(page->out, "</mark>");
	cnd_html_escape(
		cnd_str_slice(excerpt.text, excerpt.to, excerpt.text.len),
		page->out);
	cnd_buf_puts(page->out, "</blockquote>\n");
}

/* "4.12, line 41, Analysis", or "the whole report". */
static void
put_place(const struct page *page, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_str section =
		cnd_document_place(doc, finding->span, CND_UNIT_CODE_POINT)
			.section;

	cnd_buf_puts(page->out, "<p class=\"place\">");
	if (finding->is_absence) {
		cnd_buf_puts(page->out, "The whole report");
	} else {
		cnd_html_escape(cnd_show_place(page->arena, doc, finding->span),
			page->out);
		if (section.len > 0 && !page->options->is_redacted) {
			cnd_buf_puts(page->out, ", ");
			cnd_html_escape(cnd_show_cleaned(page->arena, section),
				page->out);
		}
	}
	cnd_buf_puts(page->out, "</p>\n");
}

static void
put_finding(const struct page *page, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	const char *level = cnd_level_name(finding->level);

	cnd_buf_printf(page->out, "<article class=\"%s\">\n", level);
	put_place(page, doc, finding);
	cnd_buf_printf(page->out, "<p><strong>%s:</strong> ", level);
	cnd_html_escape(cnd_show_message(page->arena, finding, page->options),
		page->out);
	cnd_buf_puts(page->out, "</p>\n");
	if (!finding->is_absence && !page->options->is_redacted)
		put_excerpt(page, doc, finding->span);
	if (finding->rule->fix.len > 0)
		cnd_html_element("p", finding->rule->fix, page->out);
	cnd_buf_puts(page->out, "<p class=\"rule\">");
	cnd_html_escape(finding->rule->id, page->out);
	cnd_buf_puts(page->out, "</p>\n</article>\n");
}

static void
put_report(const struct page *page, const struct cnd_report *report)
{
	cnd_html_element("h2", cnd_show_cleaned(page->arena, report->doc->name),
		page->out);
	for (size_t i = 0; i < report->finding_count; i++)
		put_finding(page, report->doc, &report->findings[i]);
	if (report->finding_count == 0)
		cnd_html_element("p", CND_STR("Nothing found."), page->out);
}

static void
put_summary(const struct page *page, struct cnd_counts counts, size_t count)
{
	cnd_buf_puts(page->out, "<p>");
	for (int level = CND_LEVEL_ERROR; level >= 0; level--) {
		cnd_show_number(counts.of[level],
			cnd_level_name((enum cnd_level)level), page->out);
		cnd_buf_puts(page->out, level > 0 ? ", " : " in ");
	}
	cnd_show_number(count, "report", page->out);
	cnd_buf_puts(page->out, ".</p>\n");
}

void
cnd_format_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct page page = { options, cnd_arena_new(), out };

	cnd_html_open("Findings", out);
	put_summary(&page, cnd_show_counts(reports, count), count);
	for (size_t i = 0; i < count; i++)
		put_report(&page, reports[i]);
	cnd_html_close(out);
	cnd_arena_free(page.arena);
}
