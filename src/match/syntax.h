/*
 * Where the pieces of a pattern's text end.  Offsets are bytes, and lie at
 * or beyond the text's end where what was opened is never closed.  For the
 * files of match/ only.
 */
#ifndef CND_MATCH_SYNTAX_H
#define CND_MATCH_SYNTAX_H

#include "base/str.h"

/* Whether the words stand at at. */
bool cnd_syntax_is_at(struct cnd_str pattern, size_t at, const char *words);

/* One past the escape at at: "\Q…\E" and names in apostrophes whole. */
size_t cnd_syntax_end_of_escape(struct cnd_str pattern, size_t at);

/* One past the class that opens at at; an open one ends with the text. */
size_t cnd_syntax_end_of_class(struct cnd_str pattern, size_t at);

/* One past a group's opening with a name in apostrophes; at if none. */
size_t cnd_syntax_end_of_name(struct cnd_str pattern, size_t at);

#endif
