/* The notes of a page: what each finding says, and what its rule is for. */
#include "format/page.h"

#include <inttypes.h>

bool
cnd_page_is_whole(const struct cnd_finding *finding)
{
	return finding->is_absence || finding->span.to <= finding->span.from;
}

static struct cnd_str
group_of(struct cnd_str id)
{
	return cnd_str_split(&id, '/');
}

static size_t
group_index(const struct cnd_page *page, struct cnd_str id)
{
	struct cnd_str group = group_of(id);
	size_t index = 0;

	while (index < page->group_count &&
		!cnd_str_equal(page->groups[index], group))
		index++;
	return index;
}

static size_t
rule_index(const struct cnd_page *page, const struct cnd_rule_info *rule)
{
	size_t low = 0;
	size_t high = page->rule_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cnd_str_compare(page->rules[middle]->id, rule->id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
cnd_page_class(const struct cnd_page *page, const char *kind,
	const struct cnd_finding *finding)
{
	cnd_buf_printf(page->out, " class=\"%s f %s g%zu\"", kind,
		cnd_level_name(finding->level),
		group_index(page, finding->rule->id));
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
		rule_index(page, finding->rule));
	cnd_html_escape(finding->rule->id, page->out);
	cnd_buf_puts(page->out, "</a></p>\n");
}

static void
put_note(const struct cnd_page_report *part, uint32_t index)
{
	const struct cnd_page *page = part->page;
	const struct cnd_finding *finding = &part->report->findings[index];
	bool *is_told = &part->is_told[rule_index(page, finding->rule)];

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

static void
put_paragraph(const char *title, struct cnd_str words, struct cnd_buf *out)
{
	if (words.len == 0)
		return;
	cnd_buf_printf(out, "<p><b>%s</b> ", title);
	cnd_html_escape(words, out);
	cnd_buf_puts(out, "</p>\n");
}

/* Only these open a page; any other scheme could run something. */
static bool
is_web_address(struct cnd_str link)
{
	return cnd_str_starts_with(link, CND_STR("https://")) ||
		cnd_str_starts_with(link, CND_STR("http://"));
}

static void
put_rule(const struct cnd_page *page, size_t index)
{
	const struct cnd_rule_info *rule = page->rules[index];

	cnd_buf_printf(page->out, "<dt id=\"rule-%zu\">", index);
	cnd_html_escape(rule->id, page->out);
	cnd_buf_puts(page->out, "</dt>\n<dd>\n");
	if (rule->description.len > 0)
		cnd_html_element("p", rule->description, page->out);
	put_paragraph("Why:", rule->why, page->out);
	put_paragraph("To mend it:", rule->fix, page->out);
	put_paragraph("Guidance:", rule->source, page->out);
	if (is_web_address(rule->link)) {
		cnd_buf_puts(page->out, "<p><a rel=\"noreferrer\" href=\"");
		cnd_html_escape(rule->link, page->out);
		cnd_buf_puts(page->out, "\">");
		cnd_html_escape(rule->link, page->out);
		cnd_buf_puts(page->out, "</a></p>\n");
	}
	cnd_buf_puts(page->out, "</dd>\n");
}

void
cnd_page_rules(const struct cnd_page *page)
{
	if (page->rule_count == 0)
		return;
	cnd_buf_puts(page->out,
		"<section class=\"rules\" aria-labelledby=\"rules\">\n"
		"<h2 id=\"rules\">What the rules are for</h2>\n<dl>\n");
	for (size_t i = 0; i < page->rule_count; i++)
		put_rule(page, i);
	cnd_buf_puts(page->out, "</dl>\n</section>\n");
}
