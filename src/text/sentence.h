/*
 * Sentences of one block of prose.  A full stop ends one unless it belongs
 * to an abbreviation ("s.47", "e.g.", "No. 4", "Dr."), a decimal, an
 * initial, an ellipsis in mid-sentence, or is followed by a lower-case
 * letter; closing quotes, brackets and footnote marks go with the sentence
 * before them.
 */
#ifndef CND_TEXT_SENTENCE_H
#define CND_TEXT_SENTENCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * The sentence that starts at or after byte offset *at of a block's text,
 * blanks at both ends left off: [*from, *to).  Moves *at behind it.  False
 * when only blanks are left.
 */
bool cnd_sentence_next(
	struct cnd_str text, size_t *at, size_t *from, size_t *to);

#endif
