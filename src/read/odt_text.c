/* The text of an OpenDocument paragraph: blanks, spans, references. */
#include "read/odt_state.h"

#include "read/label.h"

bool
cnd_odt_shows(const struct cnd_odt *odt)
{
	return odt->skipped == 0 && odt->frame != NULL &&
		!odt->frame->is_hidden &&
		(odt->span == NULL || !odt->span->is_hidden);
}

/* Text that does not show: counted once for each passage. */
void
cnd_odt_pass_over(struct cnd_odt *odt, struct cnd_str text)
{
	bool *is_counted = NULL;

	text = cnd_str_trim(text);
	if (odt->skipped > 0 || odt->frame == NULL || text.len == 0)
		return;
	if (odt->span != NULL && odt->span->is_hidden)
		is_counted = &odt->span->has_hidden;
	else if (odt->frame->is_hidden)
		is_counted = &odt->frame->has_hidden;
	if (is_counted == NULL || *is_counted)
		return;
	*is_counted = true;
	if (odt->hidden++ == 0)
		odt->hidden_words = cnd_arena_copy(odt->arena, text);
}

void
cnd_odt_put_atom(struct cnd_odt *odt, const struct cnd_xml_element *element,
	struct cnd_str text)
{
	if (!cnd_odt_shows(odt))
		return;
	cnd_paragraph_text(odt->assembly, text, element->from, element->to);
	odt->frame->ends_in_blank = false;
}

/* What text is like here, in the span and paragraph that are open. */
static void
look_around(const struct cnd_odt *odt, bool *is_bold, bool *is_italic)
{
	*is_bold = odt->span != NULL
		? odt->span->is_bold
		: odt->frame != NULL && odt->frame->is_bold;
	*is_italic = odt->span != NULL
		? odt->span->is_italic
		: odt->frame != NULL && odt->frame->is_italic;
}

/*
 * Characters as XML has them: each run of blanks is one space, none at the
 * paragraph's start.  len == to - from when nothing was decoded, and then
 * stretches map byte for byte.
 */
void
cnd_odt_put_text(
	struct cnd_odt *odt, struct cnd_str text, uint32_t from, uint32_t to)
{
	bool is_exact = text.len == to - from;
	bool is_bold;
	bool is_italic;

	look_around(odt, &is_bold, &is_italic);
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t first = is_exact ? from + (uint32_t)start : from;

		if (cnd_is_space(text.data[at])) {
			while (at < text.len && cnd_is_space(text.data[at]))
				at++;
			if (!odt->frame->ends_in_blank)
				cnd_paragraph_text(odt->assembly, CND_STR(" "),
					first,
					is_exact ? from + (uint32_t)at : to);
			odt->frame->ends_in_blank = true;
			continue;
		}
		while (at < text.len && !cnd_is_space(text.data[at]))
			at++;
		odt->frame->is_all_bold &= is_bold;
		cnd_paragraph_text(odt->assembly,
			cnd_str_slice(text, start, at), first,
			is_exact ? from + (uint32_t)at : to);
		odt->frame->ends_in_blank = false;
	}
}

void
cnd_odt_start_spaces(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	uint32_t count =
		cnd_str_number(cnd_xml_attribute(element, CND_NS_TEXT, "c"), 1);

	if (count == 0 || count > 1000)
		count = 1;
	cnd_odt_put_atom(odt, element,
		cnd_arena_printf(odt->arena, "%*s", (int)count, ""));
}

static size_t
text_length(const struct cnd_odt *odt)
{
	const struct cnd_paragraph *paragraph =
		cnd_assembly_current(odt->assembly);

	return paragraph == NULL ? 0 : paragraph->text.len;
}

void
cnd_odt_start_span(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	const struct cnd_odt_style *style = cnd_odt_style_of(odt->styles,
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name"));
	struct cnd_odt_span *span = cnd_arena_alloc(odt->arena, sizeof(*span));

	span->outer = odt->span;
	span->is_hidden = (odt->span != NULL && odt->span->is_hidden) ||
		(style != NULL && style->is_hidden);
	span->is_black = style != NULL && style->is_black && !style->is_white;
	span->is_raised = style != NULL && style->is_raised;
	look_around(odt, &span->is_bold, &span->is_italic);
	cnd_odt_style_look(odt->styles,
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name"),
		&span->is_bold, &span->is_italic);
	span->start = text_length(odt);
	odt->span = span;
}

void
cnd_odt_end_span(struct cnd_odt *odt)
{
	struct cnd_paragraph *paragraph = cnd_assembly_current(odt->assembly);
	const struct cnd_odt_span *span;
	bool is_bold;
	bool is_italic;

	if (odt->span == NULL)
		return;
	if (odt->span->is_raised && paragraph != NULL &&
		paragraph->text.len > odt->span->start &&
		cnd_label_is_note_mark(
			cnd_str_slice(cnd_buf_str(&paragraph->text),
				odt->span->start, paragraph->text.len)))
		cnd_paragraph_cut(paragraph, odt->span->start);
	if (odt->span->is_black)
		cnd_paragraph_mark(odt->assembly,
			"publication/failed-redaction",
			"black over live text: the words can be copied out",
			odt->span->start);
	span = odt->span;
	odt->span = span->outer;
	/* What is so around it is marked as a whole. */
	look_around(odt, &is_bold, &is_italic);
	if (span->is_bold && !is_bold)
		cnd_paragraph_mark(odt->assembly, NULL, NULL, span->start);
	if (span->is_italic && !is_italic)
		cnd_paragraph_mark(odt->assembly, NULL, "italic", span->start);
}

void
cnd_odt_start_reference(
	struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	odt->reference_start = text_length(odt);
	odt->is_broken = !cnd_bookmarks_have(&odt->bookmarks,
		cnd_xml_attribute(element, CND_NS_TEXT, "ref-name"));
}

void
cnd_odt_end_reference(struct cnd_odt *odt)
{
	if (odt->is_broken)
		cnd_paragraph_mark(odt->assembly,
			"publication/broken-reference",
			"a reference to a place that is no longer in the file",
			odt->reference_start);
	odt->is_broken = false;
}
