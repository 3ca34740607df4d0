/* Two drafts compared, for people, for a page, for programs. */
#include "format/formats.h"
#include "format/grid.h"
#include "format/html.h"
#include "format/show.h"
#include "format/show_json.h"
#include "lint/compare.h"

#include <inttypes.h>

/* The two reports that candour compare gives, and what was lost. */
struct drafts {
	struct cnd_arena *arena;
	const struct cnd_report *was;
	const struct cnd_report *is;
	const struct cnd_format_options *options;
	struct cnd_losses losses;
	struct cnd_buf *out;
};

static bool
start(struct drafts *drafts, const struct cnd_report *const *reports,
	size_t count)
{
	if (count != 2)
		return false;
	drafts->arena = cnd_arena_new();
	drafts->was = reports[0];
	drafts->is = reports[1];
	drafts->losses.arena = drafts->arena;
	cnd_compare(drafts->was, drafts->is, &drafts->losses);
	return true;
}

static void
put_side(struct drafts *drafts, const char *title,
	const struct cnd_report *report, struct cnd_span span)
{
	struct cnd_str words = cnd_show_words(
		drafts->arena, report->doc, span, drafts->options);
	size_t at = 8;

	cnd_buf_printf(drafts->out, "  %s %.*s", title,
		CND_STR_ARG(cnd_show_place(drafts->arena, report->doc, span)));
	if (words.data != NULL && words.len > 0) {
		cnd_buf_printf(drafts->out, ":\n%*s", (int)at, "");
		cnd_show_wrapped(words, at, at, 78, drafts->out);
	}
	cnd_buf_putc(drafts->out, '\n');
}

static void
put_loss(struct drafts *drafts, const struct cnd_loss *loss)
{
	struct cnd_place place = cnd_document_place(
		drafts->was->doc, loss->was, CND_UNIT_CODE_POINT);

	cnd_show_clean(drafts->was->doc->name, drafts->out);
	cnd_buf_printf(drafts->out, ":%" PRIu32 ":%" PRIu32 ": ", place.line,
		place.column);
	if (drafts->options->is_redacted)
		cnd_buf_puts(drafts->out, "softened");
	else
		cnd_show_clean(loss->message, drafts->out);
	cnd_buf_printf(drafts->out, " [%s]\n", loss->kind);
	put_side(drafts, "was,", drafts->was, loss->was);
	if (loss->has_is)
		put_side(drafts, "is,", drafts->is, loss->is);
	cnd_buf_putc(drafts->out, '\n');
}

void
cnd_format_compare_text(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct drafts drafts = { .options = options, .out = out };

	if (!start(&drafts, reports, count))
		return;
	for (size_t i = 0; i < drafts.losses.count; i++)
		put_loss(&drafts, &drafts.losses.items[i]);
	if (!options->is_quiet) {
		if (drafts.losses.count == 0)
			cnd_buf_puts(out, "Nothing was softened");
		else
			cnd_show_number(drafts.losses.count, "softening", out);
		cnd_buf_puts(out, " between ");
		cnd_show_clean(drafts.was->doc->name, out);
		cnd_buf_puts(out, " and ");
		cnd_show_clean(drafts.is->doc->name, out);
		cnd_buf_puts(out, ".\n");
	}
	cnd_arena_free(drafts.arena);
}

static void
put_markdown_side(struct drafts *drafts, const struct cnd_report *report,
	struct cnd_span span)
{
	struct cnd_str words = cnd_show_words(
		drafts->arena, report->doc, span, drafts->options);

	cnd_markdown_escape(
		cnd_show_place(drafts->arena, report->doc, span), drafts->out);
	if (words.data == NULL || words.len == 0)
		return;
	cnd_buf_puts(drafts->out, ": ");
	cnd_markdown_escape(words, drafts->out);
}

static void
put_markdown_loss(struct drafts *drafts, const struct cnd_loss *loss)
{
	cnd_buf_printf(drafts->out, "| %s", loss->kind);
	if (!drafts->options->is_redacted) {
		cnd_buf_puts(drafts->out, ": ");
		cnd_markdown_escape(
			cnd_show_cleaned(drafts->arena, loss->message),
			drafts->out);
	}
	cnd_buf_puts(drafts->out, " | ");
	put_markdown_side(drafts, drafts->was, loss->was);
	cnd_buf_puts(drafts->out, " | ");
	if (loss->has_is)
		put_markdown_side(drafts, drafts->is, loss->is);
	cnd_buf_puts(drafts->out, " |\n");
}

void
cnd_format_compare_markdown(const struct cnd_report *const *reports,
	size_t count, const struct cnd_format_options *options,
	struct cnd_buf *out)
{
	struct drafts drafts = { .options = options, .out = out };

	if (!start(&drafts, reports, count))
		return;
	cnd_buf_puts(out, "# What was softened\n\n");
	cnd_markdown_escape(
		cnd_show_cleaned(drafts.arena, drafts.was->doc->name), out);
	cnd_buf_puts(out, " against ");
	cnd_markdown_escape(
		cnd_show_cleaned(drafts.arena, drafts.is->doc->name), out);
	cnd_buf_puts(out, ".\n\n");
	if (drafts.losses.count == 0)
		cnd_buf_puts(out, "Nothing was softened.\n");
	else
		cnd_buf_puts(out, "| What | Was | Is |\n|---|---|---|\n");
	for (size_t i = 0; i < drafts.losses.count; i++)
		put_markdown_loss(&drafts, &drafts.losses.items[i]);
	cnd_arena_free(drafts.arena);
}

static void
put_json_side(struct cnd_json_context *context, const char *key,
	const struct cnd_report *report, const struct cnd_span *span)
{
	struct cnd_json *json = &context->json;
	struct cnd_place place;

	cnd_json_key(json, key);
	if (span == NULL) {
		cnd_json_null(json);
		return;
	}
	place = cnd_document_place(report->doc, *span, CND_UNIT_CODE_POINT);
	cnd_json_object(json);
	cnd_show_json_number(json, "line", place.line);
	cnd_show_json_number(json, "column", place.column);
	cnd_show_json_number(json, "endLine", place.end_line);
	cnd_show_json_number(json, "endColumn", place.end_column);
	cnd_show_json_text(json, "label", place.label);
	cnd_show_json_text(json, "section", place.section);
	cnd_show_json_words(context, "quote", report->doc, *span);
	cnd_json_end_object(json);
}

static void
put_json_loss(struct cnd_json_context *context, const struct drafts *drafts,
	const struct cnd_loss *loss)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json, cnd_str_of(loss->kind));
	cnd_json_key(json, "message");
	cnd_json_string(json,
		drafts->options->is_redacted ? CND_STR("softened")
					     : loss->message);
	put_json_side(context, "was", drafts->was, &loss->was);
	put_json_side(
		context, "is", drafts->is, loss->has_is ? &loss->is : NULL);
	cnd_json_end_object(json);
}

void
cnd_format_compare_json(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct drafts drafts = { .options = options, .out = out };
	struct cnd_json_context context;
	struct cnd_json *json = &context.json;

	if (!start(&drafts, reports, count))
		return;
	context = cnd_show_json_start(options, out);
	json->indent = 1;
	cnd_json_object(json);
	cnd_json_key(json, "version");
	cnd_json_int(json, 1);
	cnd_json_key(json, "old");
	cnd_json_string(json, drafts.was->doc->name);
	cnd_json_key(json, "new");
	cnd_json_string(json, drafts.is->doc->name);
	cnd_json_key(json, "softened");
	cnd_json_array(json);
	for (size_t i = 0; i < drafts.losses.count; i++)
		put_json_loss(&context, &drafts, &drafts.losses.items[i]);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_buf_putc(out, '\n');
	cnd_show_json_end(&context);
	cnd_arena_free(drafts.arena);
}
