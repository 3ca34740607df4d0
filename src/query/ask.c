/*
 * What depends on a text and a query alone is asked once.  A query that
 * gave up, as it may at a hostile text, is asked again each time.
 */
#include "query/ask.h"

#include <string.h>

/* Ways of asking that are kept apart: their answers may differ. */
enum { MAY_STAND, STANDS };

bool
cnd_ask_may_stand(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text)
{
	struct cnd_recalled *known;
	enum cnd_recall_answer answer;
	uint32_t question;
	bool may;

	if (recall == NULL)
		return cnd_query_may_stand(query, text, 0);
	known = cnd_recall_text(recall, text);
	question = cnd_recall_question(recall, query, MAY_STAND);
	answer = cnd_recall_answer(known, question);
	if (answer != CND_RECALL_NEVER)
		return answer == CND_RECALL_YES;
	may = cnd_query_may_stand(query, text, 0);
	cnd_recall_keep_answer(recall, known, question, may);
	return may;
}

/* The groups that a match has, and no others. */
static size_t
size_of(const struct cnd_match *match)
{
	return match->count * sizeof(match->from[0]);
}

static void
keep_match(struct cnd_recall *recall, struct cnd_recalled *known,
	const struct cnd_query *query, const struct cnd_match *match)
{
	size_t bytes[1 + 2 * CND_REGEX_GROUPS] = { match->count };

	memcpy(bytes + 1, match->from, size_of(match));
	memcpy(bytes + 1 + match->count, match->to, size_of(match));
	cnd_recall_keep_bytes(recall, known, query,
		(struct cnd_str){ (const char *)bytes,
			sizeof(bytes[0]) + 2 * size_of(match) });
}

static bool
recall_match(const struct cnd_recalled *known, const struct cnd_query *query,
	struct cnd_match *match)
{
	struct cnd_str kept = cnd_recall_bytes(known, query);

	if (kept.len == 0)
		return false;
	memcpy(&match->count, kept.data, sizeof(match->count));
	kept = cnd_str_slice(kept, sizeof(match->count), kept.len);
	memcpy(match->from, kept.data, size_of(match));
	memcpy(match->to, kept.data + size_of(match), size_of(match));
	return true;
}

/* Asks as `match` needs it, and keeps what was found. */
static enum cnd_regex_result
ask(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text, struct cnd_match *match)
{
	struct cnd_recalled *known = cnd_recall_text(recall, text);
	uint32_t question = cnd_recall_question(recall, query, STANDS);
	enum cnd_recall_answer answer = cnd_recall_answer(known, question);
	enum cnd_regex_result result;

	if (answer == CND_RECALL_NO)
		return CND_REGEX_NO_MATCH;
	if (answer == CND_RECALL_YES &&
		(match == NULL || recall_match(known, query, match)))
		return CND_REGEX_MATCH;
	result = match == NULL ? cnd_query_stands(query, text, 0)
			       : cnd_query_find(query, text, 0, match);
	if (answer == CND_RECALL_NEVER && result != CND_REGEX_GAVE_UP)
		cnd_recall_keep_answer(
			recall, known, question, result == CND_REGEX_MATCH);
	if (match != NULL && result == CND_REGEX_MATCH)
		keep_match(recall, known, query, match);
	return result;
}

enum cnd_regex_result
cnd_ask_stands(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text)
{
	return recall == NULL ? cnd_query_stands(query, text, 0)
			      : ask(recall, query, text, NULL);
}

enum cnd_regex_result
cnd_ask_find(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text, struct cnd_match *match)
{
	return recall == NULL || match == NULL
		? cnd_query_find(query, text, 0, match)
		: ask(recall, query, text, match);
}
