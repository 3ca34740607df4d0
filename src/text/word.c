/* Words, one code point at a time: the reference for faster scanners. */
#include "text/word.h"

#include "base/utf8.h"
#include "text/unicode.h"

bool
cnd_word_next(struct cnd_str text, size_t *at, struct cnd_word *word)
{
	size_t from = *at;
	size_t to;

	for (;;) {
		to = from;
		if (from >= text.len) {
			*at = from;
			return false;
		}
		if (cnd_is_word(cnd_utf8_next(text, &to)))
			break;
		from = to;
	}
	for (*at = to; *at < text.len; *at = to) {
		to = *at;
		if (!cnd_is_word(cnd_utf8_next(text, &to)))
			break;
	}
	*word = (struct cnd_word){ (uint32_t)from, (uint32_t)*at };
	return true;
}

size_t
cnd_word_count(struct cnd_str text)
{
	struct cnd_word word;
	size_t count = 0;

	for (size_t at = 0; cnd_word_next(text, &at, &word);)
		count++;
	return count;
}
