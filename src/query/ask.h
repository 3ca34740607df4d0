/*
 * Queries asked of texts that were asked about before.  The answers are
 * those of query.h; recall may be NULL, and is then nothing but them.
 */
#ifndef CND_QUERY_ASK_H
#define CND_QUERY_ASK_H

#include "base/recall.h"
#include "query/query.h"

/* As cnd_query_may_stand, from the text's beginning. */
bool cnd_ask_may_stand(struct cnd_recall *recall, const struct cnd_query *query,
	struct cnd_str text);

/* As cnd_query_stands, from the text's beginning. */
enum cnd_regex_result cnd_ask_stands(struct cnd_recall *recall,
	const struct cnd_query *query, struct cnd_str text);

/* As cnd_query_find, from the text's beginning. */
enum cnd_regex_result cnd_ask_find(struct cnd_recall *recall,
	const struct cnd_query *query, struct cnd_str text,
	struct cnd_match *match);

#endif
