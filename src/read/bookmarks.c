/* Bookmark names by a scan of the bytes, then sorted for looking up. */
#include "read/bookmarks.h"

#include <stdlib.h>

static int
by_name(const void *a, const void *b)
{
	const struct cnd_str *left = a;
	const struct cnd_str *right = b;

	return cnd_str_compare(*left, *right);
}

/* The value of name="…" or prefix:name='…' in a tag; empty for none. */
static struct cnd_str
name_in(struct cnd_str tag)
{
	size_t at = cnd_str_find(tag, CND_STR("name="));
	struct cnd_str rest;
	char quote;

	/* Not the end of another name, as in "ref-name". */
	if (at == CND_NOT_FOUND || at + 5 >= tag.len ||
		(at > 0 && tag.data[at - 1] != ':' &&
			!cnd_is_space(tag.data[at - 1])))
		return (struct cnd_str){ 0 };
	quote = tag.data[at + 5];
	if (quote != '"' && quote != '\'')
		return (struct cnd_str){ 0 };
	rest = cnd_str_slice(tag, at + 6, tag.len);
	return cnd_str_split(&rest, quote);
}

void
cnd_bookmarks_find(struct cnd_arena *arena, struct cnd_str part,
	const char *tag, struct cnd_bookmarks *bookmarks)
{
	struct cnd_str rest = part;
	struct cnd_str wanted = cnd_str_of(tag);
	size_t at;

	while ((at = cnd_str_find(rest, wanted)) != CND_NOT_FOUND) {
		struct cnd_str one;

		rest = cnd_str_slice(rest, at + wanted.len, rest.len);
		one = name_in(cnd_str_split(&rest, '>'));
		if (one.len == 0)
			continue;
		bookmarks->names = cnd_arena_grow(arena, bookmarks->names,
			bookmarks->count, &bookmarks->capacity, sizeof(one));
		bookmarks->names[bookmarks->count++] = one;
	}
	if (bookmarks->count > 1)
		qsort(bookmarks->names, bookmarks->count,
			sizeof(*bookmarks->names), by_name);
}

bool
cnd_bookmarks_have(const struct cnd_bookmarks *bookmarks, struct cnd_str name)
{
	return bookmarks->count > 0 &&
		bsearch(&name, bookmarks->names, bookmarks->count,
			sizeof(*bookmarks->names), by_name) != NULL;
}
