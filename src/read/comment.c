/* Finds what comments say to candour. */
#include "read/comment.h"

#include <string.h>

bool
cnd_comment_is_tag(struct cnd_str text, const char *name)
{
	struct cnd_str word = cnd_str_of(name);
	struct cnd_str found = cnd_str_slice(text, 1, 1 + word.len);

	if (text.len < word.len + 2 || text.data[0] != '<' ||
		!cnd_str_equal_fold(found, word))
		return false;
	return !cnd_is_alpha(text.data[word.len + 1]) &&
		!cnd_is_digit(text.data[word.len + 1]);
}

/* The comment at the front of html: its length, 0 when there is none. */
static size_t
comment_length(struct cnd_str html)
{
	size_t end;

	if (!cnd_str_starts_with(html, CND_STR("<!--")))
		return 0;
	end = cnd_str_find(cnd_str_slice(html, 4, html.len), CND_STR("-->"));
	return end == CND_NOT_FOUND ? 0 : end + 7;
}

static bool
is_directive(struct cnd_str comment, struct cnd_str *inside)
{
	*inside = cnd_str_trim(cnd_str_slice(comment, 4, comment.len - 3));
	return cnd_str_equal_fold(
		       cnd_str_slice(*inside, 0, 8), CND_STR("candour:")) ||
		cnd_str_starts_with(*inside, CND_STR("vale "));
}

bool
cnd_comment_directive(struct cnd_str text, struct cnd_str *inside)
{
	size_t len = comment_length(text);

	return len > 0 && is_directive(cnd_str_slice(text, 0, len), inside);
}

bool
cnd_comment_is_all(struct cnd_str html)
{
	for (;;) {
		size_t len;

		html = cnd_str_trim(html);
		if (html.len == 0)
			return true;
		len = comment_length(html);
		if (len == 0)
			return false;
		html = cnd_str_slice(html, len, html.len);
	}
}

bool
cnd_comment_next(struct cnd_comments *comments, struct cnd_str *inside)
{
	struct cnd_str html = comments->html;

	while (comments->at < html.len) {
		struct cnd_str rest =
			cnd_str_slice(html, comments->at, html.len);
		size_t from = cnd_str_find(rest, CND_STR("<!--"));
		size_t len;

		if (from == CND_NOT_FOUND)
			break;
		rest = cnd_str_slice(rest, from, rest.len);
		len = comment_length(rest);
		if (len == 0)
			break;
		comments->at += from + len;
		if (is_directive(cnd_str_slice(rest, 0, len), inside))
			return true;
	}
	comments->at = html.len;
	return false;
}

/* The unit separator: a byte that no text has, and no format gives a
 * meaning. */
enum { MASK = 0x1f };

struct cnd_str
cnd_comment_mask(struct cnd_arena *arena, struct cnd_str source)
{
	char *copy = NULL;
	size_t at = 0;

	for (;;) {
		struct cnd_str rest = cnd_str_slice(source, at, source.len);
		size_t from = cnd_str_find(rest, CND_STR("<!--"));
		struct cnd_str inside;
		size_t len;

		if (from == CND_NOT_FOUND)
			break;
		rest = cnd_str_slice(rest, from, rest.len);
		len = comment_length(rest);
		if (len == 0)
			break;
		at += from + len;
		if (!is_directive(cnd_str_slice(rest, 0, len), &inside) ||
			cnd_str_find(inside, CND_STR("--")) == CND_NOT_FOUND)
			continue;
		if (copy == NULL) {
			copy = cnd_arena_alloc(arena, source.len + 1);
			memcpy(copy, source.data, source.len);
		}
		for (size_t i = (size_t)(inside.data - source.data);
			i < (size_t)(inside.data - source.data) + inside.len;
			i++)
			if (copy[i] == '-')
				copy[i] = MASK;
	}
	return copy == NULL ? source : (struct cnd_str){ copy, source.len };
}

struct cnd_str
cnd_comment_unmask(struct cnd_arena *arena, struct cnd_str text)
{
	char *copy = cnd_arena_alloc(arena, text.len + 1);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = (char)(text.data[i] == MASK ? '-' : text.data[i]);
	return (struct cnd_str){ copy, text.len };
}
