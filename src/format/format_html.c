/*
 * Findings as a page for those who have no terminal: the tables, a map of
 * the report, then its text with the findings marked and explained.
 */
#include "format/formats.h"
#include "format/page.h"

#include <stdlib.h>

static int
by_id(const void *a, const void *b)
{
	const struct cnd_rule_info *const *left = a;
	const struct cnd_rule_info *const *right = b;

	return cnd_str_compare((*left)->id, (*right)->id);
}

static size_t
finding_total(const struct cnd_page *page)
{
	size_t total = 0;

	for (size_t i = 0; i < page->count; i++)
		total += page->reports[i]->finding_count;
	return total;
}

/* The rules that found something, each once, and their groups. */
static void
gather_rules(struct cnd_page *page)
{
	size_t total = finding_total(page);
	size_t count = 0;

	page->rules = cnd_arena_array(
		page->arena, total + 1, sizeof(const struct cnd_rule_info *));
	page->groups =
		cnd_arena_array(page->arena, total + 1, sizeof(struct cnd_str));
	for (size_t i = 0; i < page->count; i++)
		for (size_t k = 0; k < page->reports[i]->finding_count; k++)
			page->rules[count++] =
				page->reports[i]->findings[k].rule;
	qsort(page->rules, count, sizeof(const struct cnd_rule_info *), by_id);
	for (size_t i = 0; i < count; i++) {
		struct cnd_str id = page->rules[i]->id;
		struct cnd_str group;

		if (page->rule_count == 0 ||
			!cnd_str_equal(
				page->rules[page->rule_count - 1]->id, id))
			page->rules[page->rule_count++] = page->rules[i];
		group = cnd_str_split(&id, '/');
		if (page->group_count == 0 ||
			!cnd_str_equal(
				page->groups[page->group_count - 1], group))
			page->groups[page->group_count++] = group;
	}
}

static void
put_summary(const struct cnd_page *page)
{
	struct cnd_counts counts = cnd_show_counts(page->reports, page->count);

	cnd_buf_puts(page->out, "<p class=\"summary\">");
	for (int level = CND_LEVEL_ERROR; level >= 0; level--) {
		cnd_buf_printf(page->out, "<span class=\"%s\">",
			cnd_level_name((enum cnd_level)level));
		cnd_show_number(counts.of[level],
			cnd_level_name((enum cnd_level)level), page->out);
		cnd_buf_puts(
			page->out, level > 0 ? "</span>, " : "</span> in ");
	}
	cnd_show_number(page->count, "report", page->out);
	cnd_buf_puts(page->out, ".</p>\n");
}

/* Links to the reports, where there are several. */
static void
put_reports(const struct cnd_page *page)
{
	if (page->count < 2)
		return;
	cnd_buf_puts(page->out,
		"<nav class=\"reports\" aria-label=\"Reports\">\n<ul>\n");
	for (size_t i = 0; i < page->count; i++) {
		cnd_buf_printf(
			page->out, "<li><a href=\"#report-%zu\">", i + 1);
		cnd_html_escape(cnd_show_cleaned(page->arena,
					page->reports[i]->doc->name),
			page->out);
		cnd_buf_puts(page->out, "</a> <span>");
		cnd_show_number(
			page->reports[i]->finding_count, "finding", page->out);
		cnd_buf_puts(page->out, "</span></li>\n");
	}
	cnd_buf_puts(page->out, "</ul>\n</nav>\n");
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

static void
put_report(const struct cnd_page *page, size_t index)
{
	const struct cnd_report *report = page->reports[index];
	const struct cnd_page_report part = { page, report, index + 1,
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

void
cnd_format_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_page page = { .options = options,
		.arena = cnd_arena_new(),
		.out = out,
		.reports = reports,
		.count = count };
	struct cnd_buf style = { 0 };

	gather_rules(&page);
	cnd_page_filter_style(&page, &style);
	cnd_html_open("What candour found", cnd_buf_str(&style), out);
	cnd_buf_dispose(&style);
	put_summary(&page);
	put_reports(&page);
	cnd_page_filters(&page);
	cnd_html_main(out);
	for (size_t i = 0; i < count; i++)
		put_report(&page, i);
	cnd_page_rules(&page);
	cnd_html_close(out);
	cnd_arena_free(page.arena);
}
