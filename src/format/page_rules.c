/*
 * The rules and groups of a page.  Reports come one at a time, so they are
 * numbered as they are met, and put in order at the end.
 */
#include "format/page.h"

#include "base/halving.h"

#include <string.h>

/* Where the rule stands among those by id, or would. */
static size_t
rule_place(const struct cnd_page *page, struct cnd_str id)
{
	struct cnd_halving in = { .high = page->rule_count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			cnd_str_compare(page->rules[in.middle].info->id, id) <
				0);
	return in.low;
}

static void
gather_rule(struct cnd_page *page, const struct cnd_rule_info *rule)
{
	size_t at = rule_place(page, rule->id);

	if (at < page->rule_count &&
		cnd_str_equal(page->rules[at].info->id, rule->id))
		return;
	page->rules = cnd_arena_grow(page->kept, page->rules, page->rule_count,
		&page->rule_capacity, sizeof(*page->rules));
	memmove(&page->rules[at + 1], &page->rules[at],
		(page->rule_count - at) * sizeof(*page->rules));
	page->rules[at] = (struct cnd_page_rule){ rule, page->rule_count };
	page->rule_count++;
}

static size_t
group_number(const struct cnd_page *page, struct cnd_str id)
{
	struct cnd_str name = cnd_str_split(&id, '/');
	size_t number = 0;

	while (number < page->group_count &&
		!cnd_str_equal(page->groups[number].name, name))
		number++;
	return number;
}

static void
gather_group(struct cnd_page *page, struct cnd_str id)
{
	size_t number = group_number(page, id);

	if (number == page->group_count) {
		page->groups = cnd_arena_grow(page->kept, page->groups,
			page->group_count, &page->group_capacity,
			sizeof(*page->groups));
		page->groups[page->group_count++] = (struct cnd_page_group){
			.name = cnd_str_split(&id, '/')
		};
	}
	page->groups[number].findings++;
}

void
cnd_page_gather(struct cnd_page *page, const struct cnd_report *report)
{
	cnd_show_add_counts(&page->counts, report);
	for (size_t i = 0; i < report->finding_count; i++) {
		gather_rule(page, report->findings[i].rule);
		gather_group(page, report->findings[i].rule->id);
	}
}

size_t
cnd_page_rule_number(
	const struct cnd_page *page, const struct cnd_rule_info *rule)
{
	return page->rules[rule_place(page, rule->id)].number;
}

void
cnd_page_class(const struct cnd_page *page, const char *kind,
	const struct cnd_finding *finding)
{
	cnd_buf_printf(page->out, " class=\"%s f %s g%zu\"", kind,
		cnd_level_name(finding->level),
		group_number(page, finding->rule->id));
}

const size_t *
cnd_page_groups(const struct cnd_page *page)
{
	size_t *order = cnd_arena_array(
		page->arena, page->group_count + 1, sizeof(*order));

	for (size_t i = 0; i < page->group_count; i++) {
		size_t at = i;

		for (; at > 0 &&
			cnd_str_compare(page->groups[i].name,
				page->groups[order[at - 1]].name) < 0;
			at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
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
	const struct cnd_rule_info *rule = page->rules[index].info;

	cnd_buf_printf(
		page->out, "<dt id=\"rule-%zu\">", page->rules[index].number);
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
