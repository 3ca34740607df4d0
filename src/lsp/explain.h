/* A rule, explained to the reader of a finding. */
#ifndef CND_LSP_EXPLAIN_H
#define CND_LSP_EXPLAIN_H

#include "base/buf.h"
#include "diag/finding.h"

/*
 * Appends why the rule exists, what mends a finding, an example that
 * passes, its source and precision, and its id; as Markdown or plain text.
 */
void cnd_explain_short(const struct cnd_rule_info *rule, bool is_markdown,
	struct cnd_buf *out);

/* Appends a whole page on the rule in Markdown, all examples included. */
void cnd_explain_page(const struct cnd_rule_info *rule, struct cnd_buf *out);

#endif
