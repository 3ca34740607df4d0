/* Finds a report's recommendations: the walk over its blocks. */
#include "review/recommendation.h"

/* A body is told to do something, or it is an order. */
static bool
is_telling(const struct cnd_finder *finder, const struct cnd_line *line)
{
	return cnd_text_tells_body(finder, line->text) ||
		cnd_cue_holds(
			finder->structure, CND_CUE_IMPERATIVE, line->text);
}

/* The first sentence of a line without its label. */
static struct cnd_str
opening_of(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_block *block = line->block;
	struct cnd_span span = line->body;

	if (block->sentence_count > 0 &&
		finder->doc->sentences[block->first_sentence].span.to >
			span.from)
		span.to = finder->doc->sentences[block->first_sentence].span.to;
	return cnd_document_text(finder->doc, span);
}

/*
 * Whether a line tells somebody to do something.  Where a section's name
 * says that it holds other things, only a body that is named counts.
 */
static bool
tells(const struct cnd_finder *finder, const struct cnd_line *line)
{
	uint32_t section = line->block->section;

	if (cnd_looks_back(finder, section))
		return false;
	if (cnd_opens_with_agency(finder, line->text))
		return true;
	if (cnd_may_tell(finder, section))
		return line->is_item
			? cnd_item_tells(finder, opening_of(finder, line))
			: is_telling(finder, line);
	if (cnd_role_is_closed(finder->doc->sections[section].role))
		return false;
	return cnd_text_tells_body(finder, line->text) ||
		cnd_text_tells_agency(finder, line->text);
}

/* Counts a line in its section, and in the chapters that it belongs to. */
static void
count_telling(struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_block *block = line->block;
	bool is_telling_line = tells(finder, line);
	uint32_t at = block->section;

	do {
		finder->sections[at].lines++;
		finder->sections[at].telling += is_telling_line;
		at = finder->doc->sections[at].parent;
	} while (at != CND_NONE && cnd_may_tell(finder, at));
	if (!line->is_item ||
		(block->lead_in != CND_NONE &&
			cnd_has_colon(finder, block->lead_in)))
		return;
	finder->sections[block->section].listed++;
	finder->sections[block->section].listed_telling += is_telling_line;
}

/* A line of analysis that recommends: the report threads them. */
static bool
is_thread(const struct cnd_finder *finder, const struct cnd_line *line)
{
	if (!cnd_line_is_open(finder, line) ||
		(line->block->flags & CND_BLOCK_QUOTED) != 0)
		return false;
	return line->is_explicit ||
		cnd_cue_holds(
			finder->structure, CND_CUE_RECOMMENDS, line->text);
}

/* Counts a section's heading in the chapter right above it. */
static void
count_head(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_section *section = &finder->doc->sections[index];
	struct cnd_str title;

	finder->has_place |= section->role == CND_ROLE_RECOMMENDATIONS ||
		section->role == CND_ROLE_ACTION_PLAN;
	if (section->parent == CND_NONE ||
		!cnd_may_tell(finder, section->parent) ||
		!cnd_may_tell(finder, index))
		return;
	title = cnd_section_title(finder->doc, index);
	finder->sections[section->parent].heads++;
	finder->sections[section->parent].heads_telling +=
		cnd_cue_holds(
			finder->structure, CND_CUE_HEADING_ORDER, title) ||
		cnd_text_tells_body(finder, title);
}

/* Whether a section's numbers go on from those of the one before. */
static void
note_number(struct cnd_finder *finder, const struct cnd_line *line)
{
	struct cnd_section_tally *tally =
		&finder->sections[line->block->section];

	if (!line->is_item || line->block->lead_in != CND_NONE ||
		line->label.len == 0 || !cnd_is_digit(line->label.data[0]) ||
		tally->is_numbered)
		return;
	tally->is_numbered = true;
	tally->is_running = cnd_label_count(line->label) > 1;
}

/* What each section's lines are like, before the walk asks. */
static void
count_lines(struct cnd_finder *finder)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = 0; i < doc->section_count; i++)
		count_head(finder, i);
	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];
		struct cnd_line line;

		if (block->section == CND_NONE ||
			(block->kind != CND_BLOCK_PARAGRAPH &&
				block->kind != CND_BLOCK_ITEM))
			continue;
		line = cnd_line_of(finder, i);
		finder->sections[block->section].labelled += line.is_explicit;
		finder->threads += is_thread(finder, &line);
		note_number(finder, &line);
		if (cnd_line_is_open(finder, &line))
			finder->marked += cnd_marked_orders(finder, &line);
		if ((block->flags & CND_BLOCK_QUOTED) == 0)
			count_telling(finder, &line);
	}
}

/* The line above says whose words follow, and they are not the review's. */
static bool
is_announced(const struct cnd_finder *finder)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_str above;

	if (finder->last_line == CND_NONE)
		return false;
	above = cnd_block_text(
		finder->doc, &finder->doc->blocks[finder->last_line]);
	if (cnd_cue_holds(structure, CND_CUE_EARLIER, above))
		return true;
	return cnd_has_colon(finder, finder->last_line) &&
		!cnd_cue_holds(structure, CND_CUE_RECOMMENDS, above) &&
		!cnd_cue_holds(structure, CND_CUE_LEAD_INTRO, above);
}

/* "For Anytown Council" in bold, and below it in the box an order. */
static bool
addresses_below(const struct cnd_finder *finder, const struct cnd_line *line)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t next = line->index + 1;

	if (!cnd_str_starts_with(line->text, CND_STR("For ")) &&
		!cnd_str_starts_with(line->text, CND_STR("To ")) &&
		!cnd_text_is_agency(finder, line->text))
		return false;
	return next < doc->block_count &&
		(doc->blocks[next].flags & CND_BLOCK_QUOTED) != 0 &&
		cnd_text_directs(
			finder, cnd_block_text(doc, &doc->blocks[next]));
}

/* Words that a box may begin with: a label, "Recommendation", an order. */
static bool
opens_box(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_line line = cnd_line_of(finder, index);

	if (line.is_explicit)
		return true;
	if (line.text.len <= CND_TITLE_BYTES &&
		cnd_role_of_heading(finder->structure, finder->type,
			line.text) == CND_ROLE_RECOMMENDATIONS)
		return true;
	if ((line.block->flags & CND_BLOCK_EMPHASIS) != 0 &&
		line.text.len <= CND_TITLE_BYTES &&
		addresses_below(finder, &line)) {
		finder->mode = CND_MODE_RECOMMENDATIONS;
		return true;
	}
	return cnd_is_bearing(finder, line.block->section) &&
		cnd_text_directs(finder, line.text);
}

/*
 * A quotation is somebody else's, but for a box that a report draws around
 * its own recommendation; what follows in the same box belongs to it.
 */
static bool
is_boxed(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_block *block = &finder->doc->blocks[index];
	bool is_open = finder->box_end == index && index > 0;

	if (block->kind == CND_BLOCK_HEADING)
		return !is_announced(finder);
	if (block->kind != CND_BLOCK_PARAGRAPH && block->kind != CND_BLOCK_ITEM)
		return false;
	if (cnd_opens_quotation(cnd_block_text(finder->doc, block)))
		return false;
	if (!is_open && finder->heading_section != block->section &&
		(is_announced(finder) || !opens_box(finder, index)))
		return false;
	finder->box_end = index + 1;
	return true;
}

static void
walk(struct cnd_finder *finder)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t table = CND_NONE;

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (!cnd_block_is_prose(block) ||
			((block->flags & CND_BLOCK_QUOTED) != 0 &&
				!is_boxed(finder, i)))
			continue;
		cnd_take_lost_column(finder, i);
		if (block->kind == CND_BLOCK_HEADING) {
			cnd_take_heading(finder, i);
		} else if (block->kind == CND_BLOCK_CELL) {
			if (block->table != table && block->table != CND_NONE)
				cnd_take_table(finder, block->table);
			table = block->table;
		} else if (block->kind == CND_BLOCK_PARAGRAPH ||
			block->kind == CND_BLOCK_ITEM) {
			cnd_take_line(finder, i);
		}
	}
}

/* Back to before the walk. */
static void
forget(struct cnd_finder *finder)
{
	for (size_t i = 0; i <= finder->doc->block_count; i++) {
		finder->taken[i] = CND_NONE;
		finder->lead[i] = CND_LEAD_NONE;
	}
	finder->question_count = 0;
	finder->mode = CND_MODE_SECTION;
	finder->agency = (struct cnd_span){ 0, 0 };
	finder->asked = (struct cnd_span){ 0, 0 };
	finder->period = (struct cnd_span){ 0, 0 };
	finder->column = (struct cnd_span){ 0, 0 };
	finder->heading_section = CND_NONE;
	finder->heading_taken = CND_NONE;
	finder->last_line = CND_NONE;
	finder->opened = CND_NONE;
	finder->last_number = 0;
}

/* Numbers what stayed, in reading order, and hands it over. */
static void
hand_over(struct cnd_finder *finder, struct cnd_review *review)
{
	struct cnd_recommendation *made = cnd_arena_array(
		finder->arena, finder->count + 1, sizeof(*made));
	uint32_t count = 0;

	for (size_t i = 0; i < finder->count; i++)
		if (!finder->items[i].is_merged)
			finder->items[i].rec.number = ++count;
	count = 0;
	for (size_t i = 0; i < finder->count; i++) {
		struct cnd_candidate *item = &finder->items[i];

		if (item->is_merged)
			continue;
		if (cnd_span_is_empty(item->rec.time_cell))
			item->rec.time_cell = item->period;
		item->rec.spans = item->spans;
		item->rec.span_count = item->span_count;
		if (item->rec.same_as > 0)
			item->rec.same_as =
				finder->items[item->rec.same_as - 1].rec.number;
		made[count++] = item->rec;
	}
	review->recommendations = made;
	review->recommendation_count = count;
	review->questions = finder->questions;
	review->question_count = finder->question_count;
	review->unanswered = finder->unanswered;
	review->unanswered_count = finder->unanswered_count;
}

/* Rows that tell who and when of what stands elsewhere are none. */
static bool
has_any(const struct cnd_finder *finder)
{
	for (size_t i = 0; i < finder->count; i++)
		if (finder->items[i].may_stand)
			return true;
	return false;
}

void
cnd_recommendations_find(const struct cnd_structure *structure, size_t type,
	const struct cnd_document *doc, struct cnd_review *review,
	struct cnd_arena *arena)
{
	struct cnd_finder finder = { .structure = structure,
		.type = type,
		.doc = doc,
		.review = review,
		.arena = arena };

	finder.taken = cnd_arena_array(
		arena, doc->block_count + 1, sizeof(*finder.taken));
	finder.lead = cnd_arena_array(
		arena, doc->block_count + 1, sizeof(*finder.lead));
	finder.lines = cnd_arena_array(
		arena, doc->block_count + 1, sizeof(*finder.lines));
	finder.sections = cnd_arena_array(
		arena, doc->section_count + 1, sizeof(*finder.sections));
	forget(&finder);
	count_lines(&finder);
	walk(&finder);
	if (!has_any(&finder)) {
		forget(&finder);
		finder.is_last_resort = true;
		walk(&finder);
	}
	cnd_candidates_merge(&finder);
	cnd_candidates_link(&finder);
	hand_over(&finder, review);
}
