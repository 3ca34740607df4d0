/* Register and assurance as a person reads them: a verdict, its words. */
#include "format/page.h"

#include "format/assurance.h"
#include "format/register.h"

#include <inttypes.h>

/* A verdict as a coloured word: "ok", "weak" or "gone" say the colour. */
static void
put_verdict(struct cnd_buf *out, const char *look, const char *word)
{
	cnd_buf_printf(out, "<span class=\"verdict %s\">%s</span>", look, word);
}

/* A place, said in these words and linked to. */
static void
put_link(const struct cnd_page_report *part, struct cnd_span span,
	struct cnd_str words)
{
	const struct cnd_page *page = part->page;
	uint32_t block = cnd_document_block_at(part->report->doc, span.from);
	bool is_link = part->number > 0 && block != CND_NONE &&
		!page->options->is_redacted;

	cnd_buf_puts(page->out, "<span class=\"place\">");
	if (is_link)
		cnd_buf_printf(page->out, "<a href=\"#b%zu-%" PRIu32 "\">",
			part->number, block);
	cnd_html_escape(words, page->out);
	cnd_buf_puts(page->out, is_link ? "</a></span>" : "</span>");
}

static void
put_place(const struct cnd_page_report *part, struct cnd_span span)
{
	put_link(part, span,
		cnd_show_place(part->page->arena, part->report->doc, span));
}

static void
put_words(const struct cnd_page_report *part, struct cnd_str words)
{
	if (words.len == 0 || part->page->options->is_redacted)
		return;
	cnd_buf_puts(part->page->out, " <span class=\"words\">");
	cnd_html_escape(words, part->page->out);
	cnd_buf_puts(part->page->out, "</span>");
}

/* Opens a table whose columns have these titles (ended by NULL). */
static void
open_table(struct cnd_buf *out, const char *class, const char *const *titles)
{
	cnd_buf_printf(out, "<table class=\"%s\">\n<thead><tr>", class);
	for (; *titles != NULL; titles++)
		cnd_buf_printf(out, "<th scope=\"col\">%s</th>", *titles);
	cnd_buf_puts(out, "</tr></thead>\n<tbody>\n");
}

static void
close_table(struct cnd_buf *out)
{
	cnd_buf_puts(out, "</tbody>\n</table>\n");
}

static void
put_part(const struct cnd_page_report *part,
	const struct cnd_recommendation *recommendation, enum cnd_part which)
{
	static const char *const titles[CND_PART_COUNT] = { "Owner", "Action",
		"By when", "Measure" };
	const struct cnd_part_reading *reading = &recommendation->parts[which];
	const char *look = cnd_register_has(recommendation, which) ? "ok"
		: reading->value == CND_VALUE_NONE                 ? "gone"
								   : "weak";

	cnd_buf_printf(
		part->page->out, "<td data-title=\"%s\">", titles[which]);
	put_verdict(part->page->out, look, cnd_part_value_name(reading->value));
	put_words(part,
		cnd_register_words(
			part->page->arena, part->report->doc, reading));
	cnd_buf_puts(part->page->out, "</td>");
}

static void
put_recommendation(const struct cnd_page_report *part,
	const struct cnd_recommendation *recommendation)
{
	const struct cnd_document *doc = part->report->doc;
	struct cnd_arena *arena = part->page->arena;
	struct cnd_buf *out = part->page->out;
	struct cnd_str notes =
		cnd_register_notes(arena, part->report->review, recommendation);

	cnd_buf_printf(out, "<tr><th scope=\"row\">R%" PRIu32 " ",
		recommendation->number);
	put_place(part, doc->blocks[recommendation->block].span);
	cnd_buf_puts(out, "</th><td data-title=\"Recommendation\">");
	if (!part->page->options->is_redacted)
		cnd_html_escape(
			cnd_register_shown(arena, doc, recommendation), out);
	if (notes.len > 0) {
		cnd_buf_puts(out, " <span class=\"remark\">");
		cnd_html_escape(notes, out);
		cnd_buf_puts(out, "</span>");
	}
	cnd_buf_puts(out, "</td>");
	for (int i = 0; i < CND_PART_COUNT; i++)
		put_part(part, recommendation, (enum cnd_part)i);
	cnd_buf_puts(out, "</tr>\n");
}

void
cnd_page_register(const struct cnd_page_report *part)
{
	static const char *const titles[] = { "", "Recommendation", "Owner",
		"Action", "By when", "Measure", NULL };
	const struct cnd_review *review = part->report->review;
	struct cnd_buf *out = part->page->out;

	cnd_buf_puts(out, "<p class=\"totals\">");
	cnd_html_escape(cnd_register_totals(part->page->arena, review), out);
	cnd_buf_puts(out, "</p>\n");
	if (review->recommendation_count == 0)
		return;
	open_table(out, "register", titles);
	for (size_t i = 0; i < review->recommendation_count; i++)
		put_recommendation(part, &review->recommendations[i]);
	close_table(out);
}

static void
put_statement(const struct cnd_page_report *part,
	const struct cnd_statement *statement)
{
	const struct cnd_page *page = part->page;

	cnd_buf_puts(page->out, "<tr><th scope=\"row\">");
	cnd_html_escape(cnd_assurance_question(statement->key), page->out);
	cnd_buf_puts(page->out, "</th><td data-title=\"Status\">");
	if (statement->is_present)
		put_verdict(page->out, "ok", "present");
	else if (statement->is_required)
		put_verdict(page->out, "gone", "absent");
	else
		put_verdict(page->out, "free", "not required");
	cnd_buf_puts(page->out, "</td><td data-title=\"Words\">");
	if (statement->is_present) {
		put_link(part, statement->span,
			cnd_assurance_place(page->arena, part->report->doc,
				statement->span));
		put_words(part,
			cnd_show_words(page->arena, part->report->doc,
				statement->span, page->options));
	}
	cnd_buf_puts(page->out, "</td></tr>\n");
}

/* The parts of a disagreement that the report does not tell. */
static void
put_untold(const struct cnd_page *page, const struct cnd_disagreement *it)
{
	const char *between = "";

	for (const struct cnd_assurance_part *part = cnd_assurance_parts();
		part->name != NULL; part++) {
		if ((it->told & part->part) != 0)
			continue;
		cnd_buf_puts(page->out, between);
		cnd_html_escape(cnd_str_of(part->question), page->out);
		between = ", ";
	}
}

static void
put_disagreement(
	const struct cnd_page_report *part, const struct cnd_disagreement *it)
{
	const struct cnd_page *page = part->page;
	bool is_told =
		(it->told & CND_DISAGREEMENT_ALL) == CND_DISAGREEMENT_ALL;

	cnd_buf_puts(page->out, "<tr><td data-title=\"Status\">");
	put_verdict(
		page->out, is_told ? "ok" : "gone", cnd_assurance_status(it));
	cnd_buf_puts(page->out, "</td><td data-title=\"Words\">");
	put_place(part, it->span);
	put_words(part,
		cnd_show_words(page->arena, part->report->doc, it->span,
			page->options));
	cnd_buf_puts(page->out, "</td><td data-title=\"Not told\">");
	put_untold(page, it);
	cnd_buf_puts(page->out, "</td></tr>\n");
}

/* What law or guidance asks for, and since when: nothing where none. */
static void
put_basis(const struct cnd_page_report *part)
{
	static const char *const titles[] = { "Statement", "Asked for by",
		"In force", NULL };
	struct cnd_grid basis =
		cnd_assurance_basis(part->page->arena, part->report);
	struct cnd_buf *out = part->page->out;

	if (basis.cell_count == 0)
		return;
	cnd_html_element("h3", CND_STR("What asks for it"), out);
	open_table(out, "basis", titles);
	for (size_t i = 0; i < basis.cell_count; i++) {
		size_t column = i % basis.column_count;

		cnd_buf_printf(out, "%s<td data-title=\"%s\">",
			column == 0 ? "<tr>" : "", titles[column]);
		cnd_html_escape(basis.cells[i], out);
		cnd_buf_printf(out, "</td>%s",
			column + 1 == basis.column_count ? "</tr>\n" : "");
	}
	close_table(out);
}

void
cnd_page_assurance(const struct cnd_page_report *part)
{
	static const char *const statements[] = { "Does the report say",
		"Status", "Words", NULL };
	static const char *const disagreements[] = { "Status", "Words",
		"Not told", NULL };
	const struct cnd_report *report = part->report;
	struct cnd_buf *out = part->page->out;

	cnd_buf_puts(out, "<p class=\"totals\">");
	cnd_html_escape(cnd_assurance_totals(part->page->arena, report), out);
	cnd_buf_puts(out, "</p>\n");
	if (report->statement_count > 0) {
		open_table(out, "assurance", statements);
		for (size_t i = 0; i < report->statement_count; i++)
			put_statement(part, &report->statements[i]);
		close_table(out);
	}
	put_basis(part);
	if (report->disagreement_count == 0)
		return;
	cnd_html_element("h3", CND_STR("Disagreement about the review"), out);
	open_table(out, "disagreements", disagreements);
	for (size_t i = 0; i < report->disagreement_count; i++)
		put_disagreement(part, &report->disagreements[i]);
	close_table(out);
}

void
cnd_page_tables_start(const char *title, struct cnd_rendering *rendering)
{
	cnd_html_open(title, CND_STR(""), rendering->out);
	cnd_html_main(rendering->out);
}

void
cnd_page_tables_put(struct cnd_rendering *rendering,
	const struct cnd_report *report,
	void (*put)(const struct cnd_page_report *part))
{
	const struct cnd_page page = { .options = rendering->options,
		.arena = cnd_arena_new(),
		.out = rendering->out };
	const struct cnd_page_report part = { .page = &page, .report = report };

	cnd_html_element("h2", cnd_show_cleaned(page.arena, report->doc->name),
		page.out);
	put(&part);
	cnd_arena_free(page.arena);
}

void
cnd_page_tables_finish(struct cnd_rendering *rendering)
{
	cnd_html_close(rendering->out);
}
