/* The notes of a page: what each finding says. */
#include "format/page.h"

#include <inttypes.h>

bool
cnd_page_is_whole(const struct cnd_finding *finding)
{
	return finding->is_absence || finding->span.to <= finding->span.from;
}

/* The other places a finding speaks of, as links into the text. */
static void
put_related(
	const struct cnd_page_report *part, const struct cnd_finding *finding)
{
	const struct cnd_page *page = part->page;

	for (size_t i = 0; i < finding->related_count; i++) {
		const struct cnd_related *related = &finding->related[i];
		uint32_t block = cnd_document_block_at(
			part->report->doc, related->span.from);

		cnd_buf_puts(page->out, "<p class=\"related\">");
		if (block != CND_NONE && !page->options->is_redacted)
			cnd_buf_printf(page->out,
				"<a href=\"#b%zu-%" PRIu32 "\">", part->number,
				block);
		cnd_html_escape(cnd_show_place(page->arena, part->report->doc,
					related->span),
			page->out);
		if (block != CND_NONE && !page->options->is_redacted)
			cnd_buf_puts(page->out, "</a>");
		if (!page->options->is_redacted) {
			cnd_buf_puts(page->out, ": ");
			cnd_html_escape(
				cnd_show_cleaned(page->arena, related->message),
				page->out);
		}
		cnd_buf_puts(page->out, "</p>\n");
	}
}

/* Number and level; the number leads back to the words. */
static void
put_head(const struct cnd_page_report *part, uint32_t index)
{
	const struct cnd_page *page = part->page;
	const struct cnd_finding *finding = &part->report->findings[index];

	if (cnd_page_is_whole(finding) || page->options->is_redacted)
		cnd_buf_printf(page->out,
			"<span class=\"num\">%" PRIu32 "</span> ", index + 1);
	else
		cnd_buf_printf(page->out,
			"<a class=\"num\" href=\"#m%zu-%" PRIu32
			"\" aria-label=\"%" PRIu32
			", to the words in the text\">%" PRIu32 "</a> ",
			part->number, index, index + 1, index + 1);
	cnd_buf_printf(page->out, "<span class=\"level\">%s</span> ",
		cnd_level_name(finding->level));
}

/* "para 4.12, p. ~9", and the rule with a link to what it is for. */
static void
put_foot(const struct cnd_page_report *part, const struct cnd_finding *finding)
{
	const struct cnd_page *page = part->page;

	cnd_buf_puts(page->out, "<p class=\"foot\">");
	if (!cnd_page_is_whole(finding)) {
		cnd_html_escape(cnd_show_place(page->arena, part->report->doc,
					finding->span),
			page->out);
		cnd_buf_puts(page->out, " \xc2\xb7 ");
	}
	cnd_buf_printf(page->out, "<a href=\"#rule-%zu\">",
		cnd_page_rule_number(page, finding->rule));
	cnd_html_escape(finding->rule->id, page->out);
	cnd_buf_puts(page->out, "</a></p>\n");
}

static void
put_note(const struct cnd_page_report *part, uint32_t index)
{
	const struct cnd_page *page = part->page;
	const struct cnd_finding *finding = &part->report->findings[index];
	bool *is_told =
		&part->is_told[cnd_page_rule_number(page, finding->rule)];

	cnd_buf_printf(
		page->out, "<li id=\"n%zu-%" PRIu32 "\"", part->number, index);
	cnd_page_class(page, "note", finding);
	cnd_buf_puts(page->out, ">\n<p>");
	put_head(part, index);
	cnd_html_escape(cnd_show_message(page->arena, finding, page->options),
		page->out);
	cnd_buf_puts(page->out, "</p>\n");
	/* The same advice once is enough. */
	if (finding->rule->fix.len > 0 && !*is_told) {
		cnd_buf_puts(page->out, "<p class=\"fix\">");
		cnd_html_escape(finding->rule->fix, page->out);
		cnd_buf_puts(page->out, "</p>\n");
		*is_told = true;
	}
	put_related(part, finding);
	put_foot(part, finding);
	cnd_buf_puts(page->out, "</li>\n");
}

void
cnd_page_notes(const struct cnd_page_report *part, const uint32_t *findings,
	size_t count)
{
	if (count == 0)
		return;
	cnd_buf_puts(part->page->out, "<ul class=\"notes\">\n");
	for (size_t i = 0; i < count; i++)
		put_note(part, findings[i]);
	cnd_buf_puts(part->page->out, "</ul>\n");
}

/* Those about the whole report, or all. */
static void
put_list(const struct cnd_page_report *part, bool are_all)
{
	const struct cnd_report *report = part->report;
	uint32_t *chosen = cnd_arena_array(
		part->page->arena, report->finding_count + 1, sizeof(*chosen));
	size_t count = 0;

	for (size_t i = 0; i < report->finding_count; i++)
		if (are_all || cnd_page_is_whole(&report->findings[i]))
			chosen[count++] = (uint32_t)i;
	if (count > 0)
		cnd_html_element("h3",
			are_all ? CND_STR("Findings")
				: CND_STR("About the report as a whole"),
			part->page->out);
	cnd_page_notes(part, chosen, count);
}

void
cnd_page_whole_notes(const struct cnd_page_report *part)
{
	put_list(part, false);
}

void
cnd_page_all_notes(const struct cnd_page_report *part)
{
	put_list(part, true);
}
