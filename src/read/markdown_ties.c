/*
 * What in Markdown reaches beyond its own paragraph, so that an edit in one
 * place may change how another is read.
 */
#include "read/markdown.h"

/* A line, looked at as far as lists are concerned. */
struct line {
	bool is_blank; /* nothing but blanks and marks of quotes */
	bool is_quoted; /* has such a mark in front */
	bool is_indented; /* or quoted */
	bool is_item; /* a list's mark stands first */
	bool is_plain; /* words: a paragraph or a row, and no block by itself */
};

/* The byte behind the line at `at`, its break not included. */
static size_t
line_end(struct cnd_str source, size_t at)
{
	while (at < source.len && source.data[at] != '\n' &&
		source.data[at] != '\r')
		at++;
	return at;
}

static size_t
behind_break(struct cnd_str source, size_t end)
{
	if (end + 1 < source.len && source.data[end] == '\r' &&
		source.data[end + 1] == '\n')
		return end + 2;
	return end + 1;
}

/* Bytes of a list's mark and the blank behind it, or 0. */
static size_t
mark_of(struct cnd_str words)
{
	size_t at = 0;

	while (at < words.len && at < 9 && cnd_is_digit(words.data[at]))
		at++;
	if (at == words.len)
		return 0;
	if (at == 0 ? words.data[0] != '-' && words.data[0] != '+' &&
				words.data[0] != '*'
		    : words.data[at] != '.' && words.data[at] != ')')
		return 0;
	at++;
	return at == words.len                                    ? at
		: words.data[at] == ' ' || words.data[at] == '\t' ? at + 1
								  : 0;
}

/* Without blanks and marks of quotes in front. */
static struct cnd_str
without_margin(struct cnd_str words, bool *is_quoted)
{
	size_t at = 0;

	while (at < words.len &&
		(words.data[at] == ' ' || words.data[at] == '\t' ||
			words.data[at] == '>'))
		*is_quoted |= words.data[at++] == '>';
	return cnd_str_slice(words, at, words.len);
}

static bool
begins_plainly(struct cnd_str words)
{
	return words.len > 0 &&
		(cnd_is_alpha(words.data[0]) || cnd_is_digit(words.data[0]) ||
			words.data[0] == '(' ||
			(unsigned char)words.data[0] >= 0x80);
}

static struct line
line_of(struct cnd_str text)
{
	struct line line = { 0 };
	struct cnd_str words = without_margin(text, &line.is_quoted);
	size_t mark;

	line.is_blank = words.len == 0;
	line.is_indented = words.len < text.len;
	while ((mark = mark_of(words)) > 0) {
		line.is_item = true;
		words = without_margin(
			cnd_str_slice(words, mark, words.len), &line.is_quoted);
	}
	line.is_plain = begins_plainly(words);
	return line;
}

/*
 * Where lines of a list stand behind an empty line and what ends a block
 * by itself (another empty line, a heading, a fence), md4c takes the last
 * line it kept for a block, by the low byte of its place: there, a letter
 * typed far above may end a list or not.
 */
static bool
hangs_on_places(struct cnd_str source)
{
	struct line before = { .is_blank = true };
	struct line above = { .is_blank = true };
	bool is_in_list = false;

	for (size_t at = 0; at < source.len;) {
		size_t end = line_end(source, at);
		struct line line = line_of(cnd_str_slice(source, at, end));

		if (is_in_list && !line.is_blank && line.is_indented &&
			above.is_blank && !before.is_plain &&
			(source.data[at] != '>' || above.is_quoted))
			return true;
		if (line.is_item)
			is_in_list = true;
		else if (!line.is_blank && !line.is_indented &&
			(above.is_blank || source.data[at] == '#'))
			is_in_list = false;
		before = above;
		above = line;
		at = behind_break(source, end);
	}
	return false;
}

bool
cnd_markdown_is_tied(struct cnd_str source)
{
	return cnd_str_find(source, CND_STR("]:")) != CND_NOT_FOUND ||
		cnd_str_find(source, CND_STR("<!--")) != CND_NOT_FOUND ||
		hangs_on_places(source);
}
