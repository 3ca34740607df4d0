/* The recommendation register as values that its formats print. */
#include "format/register.h"

#include "format/show.h"

#include <inttypes.h>

static struct cnd_str
take(struct cnd_arena *arena, struct cnd_buf *buf)
{
	struct cnd_str copy = cnd_arena_copy(arena, cnd_buf_str(buf));

	cnd_buf_dispose(buf);
	return copy;
}

static struct cnd_str
join_spans(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_span *spans, size_t count, const char *between)
{
	struct cnd_buf buf = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (spans[i].to <= spans[i].from)
			continue;
		cnd_buf_puts(&buf, buf.len == 0 ? "" : between);
		cnd_show_clean(cnd_document_text(doc, spans[i]), &buf);
	}
	return take(arena, &buf);
}

struct cnd_str
cnd_register_text(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation)
{
	return join_spans(arena, doc, recommendation->spans,
		recommendation->span_count, " ");
}

static bool
is_cell(const struct cnd_document *doc, struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(doc, span.from);

	return block != CND_NONE && doc->blocks[block].kind == CND_BLOCK_CELL;
}

struct cnd_str
cnd_register_shown(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_buf buf = { 0 };

	for (size_t i = 0; i < recommendation->span_count; i++) {
		struct cnd_span span = recommendation->spans[i];

		if (span.to <= span.from)
			continue;
		if (buf.len > 0)
			cnd_buf_puts(&buf, is_cell(doc, span) ? " · " : " ");
		cnd_show_clean(cnd_document_text(doc, span), &buf);
	}
	return take(arena, &buf);
}

struct cnd_str
cnd_register_words(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_part_reading *part)
{
	return join_spans(arena, doc, part->spans, part->span_count, "; ");
}

bool
cnd_register_has(
	const struct cnd_recommendation *recommendation, enum cnd_part part)
{
	enum cnd_part_value value = recommendation->parts[part].value;

	return value == CND_VALUE_NAMED || value == CND_VALUE_CONCRETE ||
		value == CND_VALUE_STATED;
}

bool
cnd_register_is_complete(const struct cnd_recommendation *recommendation)
{
	for (int part = 0; part < CND_PART_COUNT; part++)
		if (!cnd_register_has(recommendation, (enum cnd_part)part))
			return false;
	return true;
}

size_t
cnd_register_complete(const struct cnd_review *review)
{
	size_t complete = 0;

	for (size_t i = 0; i < review->recommendation_count; i++)
		complete +=
			cnd_register_is_complete(&review->recommendations[i]);
	return complete;
}

struct cnd_str
cnd_register_missing(struct cnd_arena *arena,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_buf buf = { 0 };

	for (int i = 0; i < CND_PART_COUNT; i++) {
		enum cnd_part part = (enum cnd_part)i;

		if (cnd_register_has(recommendation, part))
			continue;
		cnd_buf_printf(&buf, "%s%s (%s)", buf.len == 0 ? "" : ", ",
			cnd_part_name(part),
			cnd_part_value_name(recommendation->parts[i].value));
	}
	return take(arena, &buf);
}

/* Whether the report ties any recommendation to a finding. */
static bool
ties_to_findings(const struct cnd_review *review)
{
	for (size_t i = 0; i < review->recommendation_count; i++)
		if (review->recommendations[i].finding != CND_NONE)
			return true;
	return false;
}

struct cnd_str
cnd_register_notes(struct cnd_arena *arena, const struct cnd_review *review,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_buf buf = { 0 };

	if (recommendation->is_compound)
		cnd_buf_puts(&buf, "several acts in one");
	if (recommendation->same_as != 0)
		cnd_buf_printf(&buf, "%ssame as R%" PRIu32,
			buf.len == 0 ? "" : "; ", recommendation->same_as);
	if (recommendation->finding == CND_NONE && ties_to_findings(review))
		cnd_buf_printf(&buf, "%sno finding leads here",
			buf.len == 0 ? "" : "; ");
	return take(arena, &buf);
}

struct cnd_str
cnd_register_totals(struct cnd_arena *arena, const struct cnd_review *review)
{
	struct cnd_buf buf = { 0 };

	cnd_show_number(review->recommendation_count, "recommendation", &buf);
	if (review->recommendation_count > 0)
		cnd_buf_printf(
			&buf, ", %zu complete", cnd_register_complete(review));
	return take(arena, &buf);
}

struct cnd_str
cnd_register_place(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation)
{
	return cnd_show_place(
		arena, doc, doc->blocks[recommendation->block].span);
}

struct cnd_grid
cnd_register_sheet(struct cnd_arena *arena)
{
	static const char *const titles[] = { "File", "Id", "Label", "Place",
		"Section", "Recommendation", "Owner", "Owner words", "Action",
		"Action words", "Time", "Time words", "Measure",
		"Measure words", "Missing", "Strength", "Notes", NULL };

	return cnd_grid_start(arena, titles);
}

/* Words of the report: an empty cell when they are redacted. */
static void
add_words(struct cnd_grid *grid, struct cnd_str words,
	const struct cnd_format_options *options)
{
	cnd_grid_add(grid, options->is_redacted ? CND_STR("") : words);
}

static void
add_sheet_row(struct cnd_grid *sheet, const struct cnd_report *report,
	const struct cnd_recommendation *recommendation,
	const struct cnd_format_options *options)
{
	struct cnd_arena *arena = sheet->arena;
	const struct cnd_document *doc = report->doc;

	cnd_grid_add(sheet, cnd_show_cleaned(arena, doc->name));
	cnd_grid_add(sheet,
		cnd_arena_printf(arena, "R%" PRIu32, recommendation->number));
	cnd_grid_add(sheet, cnd_show_cleaned(arena, recommendation->label));
	cnd_grid_add(sheet, cnd_register_place(arena, doc, recommendation));
	add_words(sheet,
		cnd_show_cleaned(
			arena, cnd_section_title(doc, recommendation->section)),
		options);
	add_words(
		sheet, cnd_register_shown(arena, doc, recommendation), options);
	for (int i = 0; i < CND_PART_COUNT; i++) {
		const struct cnd_part_reading *part = &recommendation->parts[i];

		cnd_grid_add(
			sheet, cnd_str_of(cnd_part_value_name(part->value)));
		add_words(sheet, cnd_register_words(arena, doc, part), options);
	}
	cnd_grid_add(sheet, cnd_register_missing(arena, recommendation));
	cnd_grid_add(
		sheet, cnd_str_of(cnd_strength_name(recommendation->strength)));
	cnd_grid_add(sheet,
		cnd_register_notes(arena, report->review, recommendation));
}

void
cnd_register_sheet_rows(struct cnd_grid *sheet, const struct cnd_report *report,
	const struct cnd_format_options *options)
{
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < review->recommendation_count; i++)
		add_sheet_row(
			sheet, report, &review->recommendations[i], options);
}

/* "named: the Board", or the value alone. */
static struct cnd_str
value_and_words(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_part_reading *part,
	const struct cnd_format_options *options)
{
	const char *value = cnd_part_value_name(part->value);
	struct cnd_str words = cnd_register_words(arena, doc, part);

	if (options->is_redacted || words.len == 0)
		return cnd_str_of(value);
	return cnd_arena_printf(arena, "%s: %.*s", value, CND_STR_ARG(words));
}

static void
add_page_row(struct cnd_grid *page, const struct cnd_report *report,
	const struct cnd_recommendation *recommendation,
	const struct cnd_format_options *options)
{
	struct cnd_arena *arena = page->arena;
	const struct cnd_document *doc = report->doc;

	cnd_grid_add(page,
		cnd_arena_printf(arena, "R%" PRIu32, recommendation->number));
	cnd_grid_add(page, cnd_register_place(arena, doc, recommendation));
	add_words(
		page, cnd_register_shown(arena, doc, recommendation), options);
	for (int i = 0; i < CND_PART_COUNT; i++)
		cnd_grid_add(page,
			value_and_words(arena, doc, &recommendation->parts[i],
				options));
	cnd_grid_add(page, cnd_register_missing(arena, recommendation));
	cnd_grid_add(
		page, cnd_str_of(cnd_strength_name(recommendation->strength)));
	cnd_grid_add(page,
		cnd_register_notes(arena, report->review, recommendation));
}

struct cnd_grid
cnd_register_page(struct cnd_arena *arena, const struct cnd_report *report,
	const struct cnd_format_options *options)
{
	static const char *const titles[] = { "Id", "Place", "Recommendation",
		"Owner", "Action", "Time", "Measure", "Missing", "Strength",
		"Notes", NULL };
	struct cnd_grid page = cnd_grid_start(arena, titles);
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < review->recommendation_count; i++)
		add_page_row(
			&page, report, &review->recommendations[i], options);
	return page;
}
