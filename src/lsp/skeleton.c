/* Skeletons from the parts a recommendation lacks, and from rules' fixes. */
#include "lsp/skeleton.h"

#include <string.h>

static const char *const part_words[CND_PART_COUNT] = {
	[CND_PART_OWNER] = " Owner: [body or post].",
	[CND_PART_ACTION] = " Act: [what will be done that can be seen].",
	[CND_PART_TIME] = " By: [date].",
	[CND_PART_MEASURE] = " Measure: [how anyone will know].",
};

static bool
is_format(const struct cnd_report *report, const char *name)
{
	return strcmp(report->doc->format, name) == 0;
}

/* ---- places in the file ---- */

/* The file's bytes of a block; the file's beginning when it has none. */
static struct cnd_source_span
source_of(const struct cnd_report *report, const struct cnd_block *block)
{
	struct cnd_source_span source = { 0 };

	cnd_document_source(report->doc, block->span, &source);
	return source;
}

/* Behind marks that close emphasis: nothing is inserted inside it. */
static size_t
behind_marks(const struct cnd_report *report, size_t at)
{
	struct cnd_str source = report->doc->source;

	while (at < source.len && strchr("*_`", source.data[at]) != NULL &&
		source.data[at] != '\0')
		at++;
	return at;
}

static size_t
line_start(const struct cnd_report *report, size_t at)
{
	struct cnd_str source = report->doc->source;

	while (at > 0 && source.data[at - 1] != '\n' &&
		source.data[at - 1] != '\r')
		at--;
	return at;
}

static size_t
line_end(const struct cnd_report *report, size_t at)
{
	struct cnd_str source = report->doc->source;

	while (at < source.len && source.data[at] != '\n' &&
		source.data[at] != '\r')
		at++;
	return at;
}

/* Behind the tags of HTML that close right there: "</b></h2>". */
static size_t
behind_tags(const struct cnd_report *report, size_t at)
{
	struct cnd_str source = report->doc->source;
	struct cnd_str rest;

	for (;;) {
		size_t end;

		rest = cnd_str_slice(source, at, source.len);
		if (!cnd_str_starts_with(rest, CND_STR("</")))
			return at;
		end = cnd_str_find_byte(rest, '>');
		if (end == CND_NOT_FOUND)
			return at;
		at += end + 1;
	}
}

/* Behind a heading, with its marks and the line below it, if it has one. */
static size_t
behind_heading(const struct cnd_report *report, const struct cnd_block *block)
{
	struct cnd_str source = report->doc->source;
	size_t at = source_of(report, block).to;
	size_t next;

	if (is_format(report, "html"))
		return behind_tags(report, at);
	at = line_end(report, at);
	next = at;
	while (next < source.len && cnd_is_space(source.data[next]))
		next++;
	if (next < source.len &&
		(source.data[next] == '=' || source.data[next] == '-') &&
		next + 1 < source.len &&
		source.data[next + 1] == source.data[next] && next - at <= 2)
		at = line_end(report, next);
	return at;
}

/* ---- recommendations ---- */

static bool
is_complete(enum cnd_part_value value)
{
	return value == CND_VALUE_NAMED || value == CND_VALUE_CONCRETE ||
		value == CND_VALUE_STATED;
}

static bool
holds_block(const struct cnd_recommendation *recommendation,
	const struct cnd_block *block, uint32_t index)
{
	if (recommendation->block == index)
		return true;
	for (size_t i = 0; i < recommendation->span_count; i++)
		if (recommendation->spans[i].from >= block->span.from &&
			recommendation->spans[i].to <= block->span.to)
			return true;
	return false;
}

static const struct cnd_recommendation *
recommendation_at(const struct cnd_report *report, struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(report->doc, span.from);
	const struct cnd_review *review = report->review;

	if (block == CND_NONE)
		return NULL;
	for (size_t i = 0; i < review->recommendation_count; i++)
		if (holds_block(&review->recommendations[i],
			    &report->doc->blocks[block], block))
			return &review->recommendations[i];
	return NULL;
}

static bool
missing_parts(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	const struct cnd_recommendation *recommendation =
		recommendation_at(report, finding->span);
	const struct cnd_block *block;

	if (recommendation == NULL)
		return false;
	for (int part = 0; part < CND_PART_COUNT; part++)
		if (!is_complete(recommendation->parts[part].value))
			cnd_buf_puts(&skeleton->text, part_words[part]);
	block = &report->doc->blocks[recommendation->block];
	skeleton->title = "Insert the missing parts";
	skeleton->at = behind_marks(report, source_of(report, block).to);
	return skeleton->text.len > 0;
}

/* ---- statements ---- */

/* The first sentence that a rule's fix gives in quotes. */
static struct cnd_str
proposed(struct cnd_str fix)
{
	size_t from = cnd_str_find_byte(fix, '"');
	size_t to;

	if (from == CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	fix = cnd_str_slice(fix, from + 1, fix.len);
	to = cnd_str_find_byte(fix, '"');
	return to == CND_NOT_FOUND ? (struct cnd_str){ 0 }
				   : cnd_str_slice(fix, 0, to);
}

/* The heading of the governance section, or CND_NONE. */
static uint32_t
governance_heading(const struct cnd_document *doc)
{
	for (size_t i = 0; i < doc->section_count; i++)
		if (doc->sections[i].has_own_role &&
			doc->sections[i].role == CND_ROLE_GOVERNANCE &&
			doc->sections[i].heading != CND_NONE)
			return doc->sections[i].heading;
	return CND_NONE;
}

/* "<Board>" is a place to fill in, in HTML as well. */
static void
put_html(struct cnd_buf *out, struct cnd_str sentence)
{
	for (size_t i = 0; i < sentence.len; i++) {
		if (sentence.data[i] == '<')
			cnd_buf_puts(out, "&lt;");
		else if (sentence.data[i] == '>')
			cnd_buf_puts(out, "&gt;");
		else
			cnd_buf_putc(out, sentence.data[i]);
	}
}

/* In Markdown a place to fill in would be a tag: brackets instead. */
static void
put_sentence(const struct cnd_report *report, bool needs_heading,
	struct cnd_str sentence, struct cnd_buf *out)
{
	if (is_format(report, "html")) {
		cnd_buf_puts(out,
			needs_heading ? "\n<h2>Governance</h2>\n<p>" : "\n<p>");
		put_html(out, sentence);
		cnd_buf_puts(out, "</p>\n");
		return;
	}
	if (needs_heading)
		cnd_buf_puts(out,
			is_format(report, "markdown") ? "\n\n## Governance"
						      : "\n\nGOVERNANCE");
	cnd_buf_puts(out, "\n\n");
	for (size_t i = 0; i < sentence.len; i++) {
		char c = sentence.data[i];

		cnd_buf_putc(out, c == '<' ? '[' : c == '>' ? ']' : c);
	}
}

static bool
missing_statement(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	struct cnd_str sentence = proposed(finding->rule->fix);
	uint32_t heading = governance_heading(report->doc);
	uint32_t block = heading;

	if (block == CND_NONE)
		block = cnd_document_block_at(report->doc, finding->span.from);
	if (!finding->is_absence || sentence.len == 0 || block == CND_NONE)
		return false;
	put_sentence(report, heading == CND_NONE, sentence, &skeleton->text);
	skeleton->title = "Add the missing statement";
	skeleton->is_of_rule = true;
	skeleton->at = behind_heading(report, &report->doc->blocks[block]);
	return true;
}

bool
cnd_skeleton_for(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	*skeleton = (struct cnd_skeleton){ 0 };
	if (cnd_str_starts_with(finding->rule->id, CND_STR("recommendation/")))
		return missing_parts(report, finding, skeleton);
	return missing_statement(report, finding, skeleton);
}

bool
cnd_skeleton_ignore(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	uint32_t index = cnd_document_block_at(report->doc, finding->span.from);
	const struct cnd_block *block;
	bool is_before;

	*skeleton = (struct cnd_skeleton){
		.title = "Ignore here",
		.is_of_rule = true,
	};
	if (index == CND_NONE || is_format(report, "text"))
		return false;
	block = &report->doc->blocks[index];
	is_before = block->kind == CND_BLOCK_PARAGRAPH &&
		is_format(report, "markdown") &&
		(block->flags & CND_BLOCK_QUOTED) == 0;
	cnd_buf_printf(&skeleton->text,
		is_before ? "<!-- candour: ignore %.*s -- [reason] -->\n\n"
			  : " <!-- candour: ignore %.*s -- [reason] -->",
		CND_STR_ARG(finding->rule->id));
	skeleton->at = is_before
		? line_start(report, source_of(report, block).from)
		: source_of(report, block).to;
	return true;
}
