/*
 * Where findings lie: a strip as long as the report with a tick for each,
 * the same section by section, and what may be hidden.  Counts are CSS
 * counters of the ticks, so that they follow the filters.
 */
#include "format/page.h"

#include <inttypes.h>

/* A stretch of the text under one heading. */
struct stretch {
	struct cnd_str title;
	uint32_t block;
	uint32_t from;
	uint32_t to;
};

struct map {
	const struct cnd_page_report *part;
	struct stretch *items;
	size_t count;
	uint32_t next; /* the first finding not put yet */
};

static size_t
sections_of_level(const struct cnd_document *doc, uint32_t level)
{
	size_t count = 0;

	for (size_t i = 0; i < doc->section_count; i++)
		count += doc->sections[i].level == level;
	return count;
}

/* The longest stretch of text without a heading of that level or above. */
static uint32_t
longest_of_level(const struct cnd_document *doc, uint32_t level)
{
	uint32_t longest = 0;
	uint32_t from = 0;

	for (size_t i = 0; i <= doc->section_count; i++) {
		uint32_t to = (uint32_t)doc->text.len;

		if (i < doc->section_count) {
			if (doc->sections[i].level > level ||
				doc->sections[i].first_block >=
					doc->block_count)
				continue;
			to = doc->blocks[doc->sections[i].first_block]
				     .span.from;
		}
		if (to - from > longest)
			longest = to - from;
		from = to;
	}
	return longest;
}

/* The topmost level with more than one heading, none of which has nearly
 * all of the text below it: titles alone are no map. */
static uint32_t
map_level(const struct cnd_document *doc)
{
	uint32_t first = 0;

	for (uint32_t level = 1; level <= 9; level++) {
		if (sections_of_level(doc, level) < 2)
			continue;
		if (longest_of_level(doc, level) <= doc->text.len / 4 * 3)
			return level;
		if (first == 0)
			first = level;
	}
	return first == 0 ? 1 : first;
}

static void
add_stretch(struct map *map, struct cnd_str title, uint32_t block)
{
	const struct cnd_document *doc = map->part->report->doc;
	uint32_t from = doc->blocks[block].span.from;

	if (map->count > 0)
		map->items[map->count - 1].to = from;
	map->items[map->count++] =
		(struct stretch){ title, block, from, (uint32_t)doc->text.len };
}

static void
find_stretches(struct map *map)
{
	const struct cnd_document *doc = map->part->report->doc;
	uint32_t level = map_level(doc);

	map->items = cnd_arena_array(map->part->page->arena,
		doc->section_count + 2, sizeof(*map->items));
	if (doc->block_count == 0)
		return;
	for (size_t i = 0; i < doc->section_count; i++) {
		const struct cnd_section *section = &doc->sections[i];

		if (section->level > level ||
			section->first_block >= doc->block_count)
			continue;
		add_stretch(map,
			section->heading == CND_NONE
				? CND_STR("Before the first heading")
				: cnd_section_title(doc, (uint32_t)i),
			section->first_block);
	}
	if (map->count == 0)
		add_stretch(map, CND_STR("The whole text"), 0);
	map->items[0].from = 0;
}

/* A tick at its place in [from, to), in percent of it. */
static void
put_tick(const struct cnd_page_report *part, uint32_t index, uint32_t from,
	uint32_t to)
{
	const struct cnd_page *page = part->page;
	const struct cnd_finding *finding = &part->report->findings[index];
	double length = to > from ? (double)(to - from) : 1;
	double at = 100.0 * (double)(finding->span.from - from) / length;

	cnd_buf_printf(page->out,
		"<a tabindex=\"-1\" href=\"#n%zu-%" PRIu32
		"\" style=\"left:%.2f%%\"",
		part->number, index, at > 99.9 ? 99.9 : at);
	cnd_page_class(page, "tick", finding);
	cnd_buf_puts(page->out, "></a>");
}

static bool
has_tick(const struct cnd_page_report *part, uint32_t index)
{
	return !cnd_page_is_whole(&part->report->findings[index]);
}

/* The whole report as one strip, its sections as bands of it. */
static void
put_strip(const struct map *map)
{
	const struct cnd_page_report *part = map->part;
	const struct cnd_report *report = part->report;
	uint32_t length = (uint32_t)report->doc->text.len;

	cnd_buf_puts(
		part->page->out, "<div class=\"strip\" aria-hidden=\"true\">");
	for (size_t i = 0; i < map->count && length > 0; i++)
		cnd_buf_printf(part->page->out, "<i style=\"left:%.2f%%\"></i>",
			100.0 * map->items[i].from / length);
	for (uint32_t i = 0; i < report->finding_count; i++)
		if (has_tick(part, i))
			put_tick(part, i, 0, length);
	cnd_buf_puts(part->page->out, "</div>\n");
}

static void
put_stretch(struct map *map, const struct stretch *stretch, uint32_t longest)
{
	const struct cnd_page_report *part = map->part;
	const struct cnd_report *report = part->report;
	struct cnd_buf *out = part->page->out;

	cnd_buf_printf(out, "<li><a href=\"#b%zu-%" PRIu32 "\">", part->number,
		stretch->block);
	cnd_html_escape(
		cnd_show_cleaned(part->page->arena, stretch->title), out);
	cnd_buf_printf(out,
		"</a> <span class=\"bar\" aria-hidden=\"true\"><span "
		"style=\"width:%.1f%%\">",
		longest == 0 ? 0.0
			     : 100.0 * (stretch->to - stretch->from) / longest);
	for (; map->next < report->finding_count &&
		(!has_tick(part, map->next) ||
			report->findings[map->next].span.from < stretch->to);
		map->next++)
		if (has_tick(part, map->next))
			put_tick(part, map->next, stretch->from, stretch->to);
	cnd_buf_puts(
		out, "</span></span> <span class=\"tally\"></span></li>\n");
}

void
cnd_page_strip(const struct cnd_page_report *part)
{
	struct map map = { .part = part };

	find_stretches(&map);
	put_strip(&map);
}

void
cnd_page_map(const struct cnd_page_report *part)
{
	struct map map = { .part = part };
	struct cnd_buf *out = part->page->out;
	uint32_t longest = 0;

	find_stretches(&map);
	for (size_t i = 0; i < map.count; i++)
		if (map.items[i].to - map.items[i].from > longest)
			longest = map.items[i].to - map.items[i].from;
	cnd_buf_printf(out,
		"<nav class=\"map\" aria-labelledby=\"map-%zu\">\n<h3 "
		"id=\"map-%zu\">Where the findings lie</h3>\n<ol>\n",
		part->number, part->number);
	for (size_t i = 0; i < map.count; i++)
		put_stretch(&map, &map.items[i], longest);
	cnd_buf_puts(out, "</ol>\n</nav>\n");
}

static void
put_box(struct cnd_buf *out, const char *id, struct cnd_str label, size_t count)
{
	cnd_buf_printf(out,
		"<label><input type=\"checkbox\" id=\"show-%s\" checked> "
		"<span>",
		id);
	cnd_html_escape(label, out);
	cnd_buf_printf(out, "</span> <b>%zu</b></label>\n", count);
}

/* What a box that is not ticked hides; a mark becomes plain text. */
static void
put_hiding(struct cnd_buf *out, const char *class)
{
	cnd_buf_printf(out,
		":root:has(#show-%s:not(:checked)) .f.%s:not(mark)"
		"{display:none}\n"
		":root:has(#show-%s:not(:checked)) mark.f.%s{all:unset}\n",
		class, class, class, class);
}

void
cnd_page_filter_style(const struct cnd_page *page, struct cnd_buf *out)
{
	for (int level = CND_LEVEL_COUNT - 1; level >= 0; level--)
		put_hiding(out, cnd_level_name((enum cnd_level)level));
	for (size_t i = 0; i < page->group_count; i++)
		put_hiding(out, cnd_arena_printf(page->arena, "g%zu", i).data);
}

void
cnd_page_filters(const struct cnd_page *page)
{
	const size_t *groups = cnd_page_groups(page);
	struct cnd_buf *out = page->out;

	cnd_buf_puts(out,
		"<form class=\"filters\" aria-label=\"What to "
		"show\">\n<fieldset><legend>Level</legend>\n");
	for (int level = CND_LEVEL_COUNT - 1; level >= 0; level--) {
		const char *name = cnd_level_name((enum cnd_level)level);

		put_box(out, name, cnd_str_of(name), page->counts.of[level]);
	}
	cnd_buf_puts(out, "</fieldset>\n<fieldset><legend>About</legend>\n");
	for (size_t i = 0; i < page->group_count; i++)
		put_box(out,
			cnd_arena_printf(page->arena, "g%zu", groups[i]).data,
			page->groups[groups[i]].name,
			page->groups[groups[i]].findings);
	cnd_buf_puts(out,
		"</fieldset>\n<fieldset><legend>Text</legend>\n<label><input "
		"type=\"checkbox\" id=\"show-less\"> <span>only passages with "
		"findings</span></label>\n</fieldset>\n</form>\n");
}
