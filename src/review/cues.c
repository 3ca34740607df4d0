/* Asking the compiled cues. */
#include "review/cues.h"

#include "base/utf8.h"

bool
cnd_cue_find(const struct cnd_structure *structure, const struct cnd_query *cue,
	struct cnd_str text, struct cnd_match *match)
{
	if (cue == NULL)
		return false;
	text = cnd_utf8_front(text, CND_CUE_TEXT);
	return (match == NULL ? cnd_ask_stands(structure->recall, cue, text)
			      : cnd_ask_find(structure->recall, cue, text,
					match)) == CND_REGEX_MATCH;
}

bool
cnd_cue_holds(const struct cnd_structure *structure, enum cnd_cue cue,
	struct cnd_str text)
{
	return cnd_cue_find(structure, structure->cues[cue], text, NULL);
}

struct cnd_str
cnd_match_group(
	struct cnd_str text, const struct cnd_match *match, size_t group)
{
	if (group >= match->count || match->from[group] == CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	return cnd_str_slice(text, match->from[group], match->to[group]);
}

static enum cnd_column
column_of(const struct cnd_structure *structure, struct cnd_str header)
{
	for (size_t i = 0; i < structure->column_count; i++)
		if (cnd_query_stands(structure->columns[i].header, header, 0) ==
			CND_REGEX_MATCH)
			return structure->columns[i].column;
	return CND_COLUMN_NONE;
}

enum cnd_column
cnd_column_of(const struct cnd_structure *structure, struct cnd_str header)
{
	struct cnd_recall *recall = structure->recall;
	struct cnd_recalled *known;
	struct cnd_str kept;
	char column;

	header = cnd_str_trim(header);
	while (header.len > 0 && header.data[header.len - 1] == ':')
		header = cnd_str_trim(cnd_str_slice(header, 0, header.len - 1));
	header = cnd_utf8_front(header, CND_CUE_TEXT);
	if (recall == NULL)
		return column_of(structure, header);
	known = cnd_recall_text(recall, header);
	kept = cnd_recall_bytes(known, structure->columns);
	if (kept.len > 0)
		return (enum cnd_column)kept.data[0];
	column = (char)column_of(structure, header);
	cnd_recall_keep_bytes(recall, known, structure->columns,
		(struct cnd_str){ &column, 1 });
	return (enum cnd_column)column;
}

/* Where the words that name the thing end: "Director" of "Director of X". */
static size_t
end_of_head(struct cnd_str name)
{
	static const char *const breaks[] = { " of ", " for ", " in ", " to ",
		" with ", " on ", " between ", " at ", ",", " (" };
	size_t end = name.len;

	for (size_t i = 0; i < sizeof(breaks) / sizeof(breaks[0]); i++) {
		size_t at = cnd_str_find(name, cnd_str_of(breaks[i]));

		if (at != CND_NOT_FOUND && at > 0 && at < end)
			end = at;
	}
	return end;
}

/* What cnd_is_body is remembered under. */
static const char names_body_of;

static bool
names_body(const struct cnd_structure *structure, struct cnd_str name)
{
	size_t end = end_of_head(name);
	struct cnd_match match;
	size_t at = 0;

	while (at < end &&
		cnd_query_find(structure->bodies, name, at, &match) ==
			CND_REGEX_MATCH) {
		if (match.to[0] >= end)
			return match.from[0] < end;
		at = match.to[0] > at ? match.to[0] : end;
	}
	return false;
}

bool
cnd_is_body(const struct cnd_structure *structure, struct cnd_str name)
{
	struct cnd_recall *recall = structure->recall;
	struct cnd_recalled *known;
	uint32_t question;
	enum cnd_recall_answer answer;
	bool is_body;

	name = cnd_utf8_front(name, CND_CUE_TEXT);
	if (recall == NULL)
		return names_body(structure, name);
	known = cnd_recall_text(recall, name);
	question = cnd_recall_question(recall, &names_body_of, 0);
	answer = cnd_recall_answer(known, question);
	if (answer != CND_RECALL_NEVER)
		return answer == CND_RECALL_YES;
	is_body = names_body(structure, name);
	cnd_recall_keep_answer(recall, known, question, is_body);
	return is_body;
}
