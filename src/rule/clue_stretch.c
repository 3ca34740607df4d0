/* Parts of clues, choice by choice. */
#include "rule/clue_stretch.h"

#include "query/ask.h"
#include "rule/clue_place.h"

struct cnd_clue_stretch
cnd_clue_stretch_of(const struct cnd_check *check, uint32_t first, uint32_t end)
{
	const struct cnd_sentence *sentences = check->doc->sentences;

	return (struct cnd_clue_stretch){
		check->doc,
		check->pass.hits->marked,
		{ sentences[first].span.from, sentences[end - 1].span.to },
		first,
		end,
	};
}

static bool
is_marked(
	const struct cnd_choice *choice, const struct cnd_clue_stretch *stretch)
{
	return cnd_marked_may_hold(
		stretch->marked, choice->marks, stretch->first, stretch->end);
}

bool
cnd_clue_part_may_stand(
	const struct cnd_choices *part, const struct cnd_clue_stretch *stretch)
{
	struct cnd_str text;

	if (stretch->span.from >= stretch->span.to)
		return false;
	text = cnd_document_text(stretch->doc, stretch->span);
	for (size_t i = 0; i < part->count; i++)
		if (is_marked(&part->items[i], stretch) &&
			cnd_ask_may_stand(stretch->doc->recall,
				part->items[i].query, text))
			return true;
	return false;
}

bool
cnd_clue_part_find(const struct cnd_choices *part,
	const struct cnd_clue_stretch *stretch, uint32_t from,
	struct cnd_span *found)
{
	bool is_found = false;

	for (size_t i = 0; i < part->count; i++) {
		struct cnd_span own;

		if (!is_marked(&part->items[i], stretch) ||
			!cnd_clue_place_find(stretch->doc, part->items[i].query,
				stretch->span, from, &own))
			continue;
		if (!is_found || own.from < found->from)
			*found = own;
		is_found = true;
	}
	return is_found;
}

bool
cnd_clue_part_stands(
	const struct cnd_choices *part, const struct cnd_clue_stretch *stretch)
{
	struct cnd_span found;

	for (size_t i = 0; i < part->count; i++)
		if (is_marked(&part->items[i], stretch) &&
			cnd_clue_place_find(stretch->doc, part->items[i].query,
				stretch->span, stretch->span.from, &found))
			return true;
	return false;
}
