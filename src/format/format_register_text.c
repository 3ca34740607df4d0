/* The register for people: a card for each recommendation, then totals. */
#include "format/formats.h"
#include "format/register.h"
#include "format/show.h"

#include <inttypes.h>

enum { CARD_INDENT = 4, WORDS_AT = 22 };

struct card {
	const struct cnd_report *report;
	const struct cnd_format_options *options;
	struct cnd_arena *arena;
	size_t width;
	struct cnd_buf *out;
};

static void
put_color(const struct card *card, const char *color)
{
	if (card->options->has_color)
		cnd_buf_printf(card->out, "\033[%sm", color);
}

static void
put_wrapped(const struct card *card, struct cnd_str words, size_t indent)
{
	for (size_t i = 0; i < indent; i++)
		cnd_buf_putc(card->out, ' ');
	cnd_show_wrapped(words, indent, indent, card->width, card->out);
	cnd_buf_putc(card->out, '\n');
}

/* "    owner    generic   all agencies". */
static void
put_part(const struct card *card,
	const struct cnd_recommendation *recommendation, enum cnd_part part)
{
	const struct cnd_part_reading *reading = &recommendation->parts[part];
	struct cnd_str words =
		cnd_register_words(card->arena, card->report->doc, reading);

	cnd_buf_printf(
		card->out, "%*s%-8s ", CARD_INDENT, "", cnd_part_name(part));
	if (!cnd_register_has(recommendation, part))
		put_color(card, "33");
	cnd_buf_printf(card->out, "%s", cnd_part_value_name(reading->value));
	if (!cnd_register_has(recommendation, part))
		put_color(card, "0");
	if (words.len > 0 && !card->options->is_redacted) {
		size_t at = CARD_INDENT + 9 +
			cnd_str_of(cnd_part_value_name(reading->value)).len;

		while (at++ < WORDS_AT)
			cnd_buf_putc(card->out, ' ');
		cnd_show_wrapped(
			words, WORDS_AT, WORDS_AT, card->width, card->out);
	}
	cnd_buf_putc(card->out, '\n');
}

/* "    missing  owner (none), time (vague)", and what else is to say. */
static void
put_remarks(const struct card *card,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_str missing =
		cnd_register_missing(card->arena, recommendation);
	struct cnd_str notes = cnd_register_notes(
		card->arena, card->report->review, recommendation);

	if (missing.len > 0)
		put_wrapped(card,
			cnd_arena_printf(card->arena, "missing  %.*s",
				CND_STR_ARG(missing)),
			CARD_INDENT);
	if (recommendation->strength != CND_STRENGTH_UNKNOWN)
		cnd_buf_printf(card->out, "%*sstrength %s\n", CARD_INDENT, "",
			cnd_strength_name(recommendation->strength));
	if (notes.len > 0)
		put_wrapped(card,
			cnd_arena_printf(card->arena, "notes    %.*s",
				CND_STR_ARG(notes)),
			CARD_INDENT);
}

static void
put_card(const struct card *card,
	const struct cnd_recommendation *recommendation)
{
	const struct cnd_document *doc = card->report->doc;
	struct cnd_str label =
		cnd_show_cleaned(card->arena, recommendation->label);
	struct cnd_str place =
		cnd_register_place(card->arena, doc, recommendation);

	put_color(card, "1");
	cnd_buf_printf(card->out, "R%" PRIu32, recommendation->number);
	put_color(card, "0");
	if (cnd_str_find(place, label) == CND_NOT_FOUND)
		cnd_buf_printf(card->out, "  %.*s", CND_STR_ARG(label));
	cnd_buf_puts(card->out, "  (");
	cnd_buf_put(card->out, place);
	cnd_buf_puts(card->out, ")\n");
	if (!card->options->is_redacted)
		put_wrapped(card,
			cnd_register_shown(card->arena, doc, recommendation),
			CARD_INDENT);
	for (int part = 0; part < CND_PART_COUNT; part++)
		put_part(card, recommendation, (enum cnd_part)part);
	put_remarks(card, recommendation);
	cnd_buf_putc(card->out, '\n');
}

/* "no recommendation names Finding 3: The warden (line 15)" */
static void
put_unanswered(const struct card *card, uint32_t block)
{
	const struct cnd_document *doc = card->report->doc;
	struct cnd_span span = doc->blocks[block].span;

	cnd_buf_puts(card->out, "no recommendation names ");
	if (!card->options->is_redacted)
		cnd_show_clean(cnd_document_text(doc, span), card->out);
	cnd_buf_puts(card->out, " (");
	cnd_buf_put(card->out, cnd_show_place(card->arena, doc, span));
	cnd_buf_puts(card->out, ")\n");
}

static void
put_totals(const struct card *card)
{
	const struct cnd_review *review = card->report->review;

	cnd_show_clean(card->report->doc->name, card->out);
	cnd_buf_puts(card->out, ": ");
	cnd_buf_put(card->out, cnd_register_totals(card->arena, review));
	if (review->question_count > 0) {
		cnd_buf_puts(card->out, "; ");
		cnd_show_number(review->question_count, "question", card->out);
		cnd_buf_puts(card->out, " for the board not counted");
	}
	cnd_buf_puts(card->out, ".\n");
	for (size_t i = 0; i < review->unanswered_count; i++)
		put_unanswered(card, review->unanswered[i]);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_format_options *options = rendering->options;
	const struct cnd_review *review = report->review;
	struct card card = {
		.options = options,
		.arena = cnd_arena_new(),
		.report = report,
		.width = options->width == 0 ? 80 : options->width,
		.out = rendering->out,
	};

	for (size_t i = 0; i < review->recommendation_count; i++)
		put_card(&card, &review->recommendations[i]);
	if (!options->is_quiet)
		put_totals(&card);
	cnd_arena_free(card.arena);
}

const struct cnd_format_steps cnd_format_register_text = { .put = put_report };
