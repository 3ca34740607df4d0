/*
 * Title and sentence case as Vale has them: how a text should read, and
 * what part of its words does.
 */
#ifndef CND_RULE_VALE_CASE_H
#define CND_RULE_VALE_CASE_H

#include "base/buf.h"
#include "rule/exceptions.h"

struct cnd_vale_case;

/*
 * Reads `match`, `style`, `exceptions`, `indicators`, `threshold`, `prefix`
 * and `vocab`; is_title tells $title from $sentence.  NULL and err.
 */
const struct cnd_vale_case *cnd_vale_case_new(
	struct cnd_compile *compile, bool is_title, struct cnd_error *err);

/*
 * Whether text is cased well enough; out is how it should read.
 */
bool cnd_vale_case_holds(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_buf *out);

#endif
