/*
 * Word lists, and the rewriting of candour's patterns into PCRE2's.
 * Invariant: each use of a list appends bytes, and bytes are bounded, so
 * lists that use lists cannot grow without end.
 */
#include "match/lexicon.h"

#include "base/buf.h"
#include "base/limits.h"
#include "match/syntax.h"

#include <string.h>

static bool
read_entry(struct cnd_arena *arena, const struct cnd_yaml *node,
	struct cnd_str *entry, struct cnd_error *err)
{
	if (!cnd_yaml_string(node, entry, err))
		return false;
	if (entry->len == 0) {
		cnd_fail(err, CND_ERR_RULE, "an entry of 'tokens' is empty");
		return cnd_fail_at(
			err, (struct cnd_str){ 0 }, node->line, node->column);
	}
	*entry = cnd_arena_copy(arena, *entry);
	return true;
}

static bool
check_keys(const struct cnd_yaml *file, struct cnd_error *err)
{
	for (const struct cnd_yaml *n = file->child; n != NULL; n = n->next) {
		if (cnd_str_equal(n->key->text, CND_STR("tokens")) ||
			cnd_str_equal(n->key->text, CND_STR("description")))
			continue;
		cnd_fail(err, CND_ERR_RULE,
			"'%.*s' is no key of a lexicon ('description', "
			"'tokens')",
			CND_STR_ARG(cnd_str_slice(n->key->text, 0, 80)));
		return cnd_fail_at(err, (struct cnd_str){ 0 }, n->key->line,
			n->key->column);
	}
	return true;
}

bool
cnd_lexicon_read(struct cnd_arena *arena, struct cnd_str name,
	const struct cnd_yaml *file, struct cnd_lexicon *lexicon,
	struct cnd_error *err)
{
	const struct cnd_yaml *tokens = cnd_yaml_get(file, "tokens");
	struct cnd_str *entries;
	size_t count = 0;

	if (file->kind == CND_YAML_MAP && !check_keys(file, err))
		return false;
	if (tokens == NULL || tokens->kind != CND_YAML_LIST ||
		tokens->child == NULL) {
		const struct cnd_yaml *at = tokens == NULL ? file : tokens;

		cnd_fail(err, CND_ERR_RULE,
			"'tokens' must be a list of patterns");
		return cnd_fail_at(
			err, (struct cnd_str){ 0 }, at->line, at->column);
	}
	entries = cnd_arena_array(
		arena, cnd_yaml_count(tokens), sizeof(*entries));
	for (const struct cnd_yaml *n = tokens->child; n != NULL; n = n->next)
		if (!read_entry(arena, n, &entries[count++], err))
			return false;
	lexicon->name = cnd_arena_copy(arena, name);
	lexicon->entries = entries;
	lexicon->count = count;
	return true;
}

const struct cnd_lexicon *
cnd_lexicon_find(const struct cnd_lexicons *lexicons, struct cnd_str name)
{
	for (size_t i = 0; lexicons != NULL && i < lexicons->count; i++)
		if (cnd_str_equal(lexicons->items[i].name, name))
			return &lexicons->items[i];
	return NULL;
}

struct expander {
	const struct cnd_lexicons *lexicons;
	struct cnd_error *err;
	struct cnd_buf out;
	const struct cnd_lexicon *open[CND_LIMIT_LEXICON_DEPTH];
	size_t depth;
};

/* Bytes [*at, to) as they are; moves *at there. */
static void
copy_to(struct expander *expander, struct cnd_str pattern, size_t *at,
	size_t to)
{
	cnd_buf_put(&expander->out, cnd_str_slice(pattern, *at, to));
	*at = to < pattern.len ? to : pattern.len;
}

/*
 * A run of blanks, with the quantifier behind it: " ?" means that the
 * blanks may be missing, and not that \s+ is lazy.
 */
static void
put_blanks(struct expander *expander, struct cnd_str pattern, size_t *at)
{
	char next;

	while (*at < pattern.len && cnd_is_space(pattern.data[*at]))
		(*at)++;
	next = *at < pattern.len ? pattern.data[*at] : '\0';
	if (next == '?' || next == '*') {
		cnd_buf_puts(&expander->out, "\\s*");
		(*at)++;
	} else if (next == '+') {
		cnd_buf_puts(&expander->out, "\\s+");
		(*at)++;
	} else if (next == '{' && !cnd_syntax_is_at(pattern, *at, "{{")) {
		cnd_buf_puts(&expander->out, "(?:\\s+)");
	} else {
		cnd_buf_puts(&expander->out, "\\s+");
	}
}

static bool
fail_lexicon(struct expander *expander, struct cnd_str name)
{
	struct cnd_str names[64];
	size_t count = 0;
	struct cnd_str near;

	for (size_t i = 0; expander->lexicons != NULL &&
		i < expander->lexicons->count && count < 64;
		i++)
		names[count++] = expander->lexicons->items[i].name;
	near = cnd_nearest(name, names, count);
	name = cnd_str_slice(name, 0, 80);
	if (near.len == 0)
		return cnd_fail(expander->err, CND_ERR_RULE,
			"there is no lexicon '%.*s'", CND_STR_ARG(name));
	return cnd_fail(expander->err, CND_ERR_RULE,
		"there is no lexicon '%.*s'; did you mean '%.*s'?",
		CND_STR_ARG(name), CND_STR_ARG(near));
}

static bool
open_lexicon(struct expander *expander, const struct cnd_lexicon *lexicon)
{
	for (size_t i = 0; i < expander->depth; i++)
		if (expander->open[i] == lexicon)
			return cnd_fail(expander->err, CND_ERR_RULE,
				"lexicon '%.*s' uses itself",
				CND_STR_ARG(lexicon->name));
	if (expander->depth == CND_LIMIT_LEXICON_DEPTH)
		return cnd_fail(expander->err, CND_ERR_LIMIT,
			"lexicons use each other %d deep",
			CND_LIMIT_LEXICON_DEPTH);
	expander->open[expander->depth++] = lexicon;
	return true;
}

/* The name in "{{name}}" at at; empty when it is none. */
static struct cnd_str
name_at(struct cnd_str pattern, size_t at)
{
	size_t to = at + 2;

	if (!cnd_syntax_is_at(pattern, at, "{{"))
		return (struct cnd_str){ 0 };
	while (to < pattern.len && pattern.data[to] != '}')
		to++;
	if (!cnd_syntax_is_at(pattern, to, "}}"))
		return (struct cnd_str){ 0 };
	return cnd_str_slice(pattern, at + 2, to);
}

/* Bytes that stand for themselves, nine in ten of a pattern. */
static bool
is_plain(char c)
{
	switch (c) {
	case '\\':
	case '[':
	case '(':
	case '{':
	case '\'':
	case '"':
	case ' ':
	case '\t':
	case '\n':
	case '\v':
	case '\f':
	case '\r':
		return false;
	default:
		return true;
	}
}

static size_t
end_of_plain(struct cnd_str pattern, size_t at)
{
	while (at < pattern.len && is_plain(pattern.data[at]))
		at++;
	return at;
}

/* What is one piece of a pattern and needs no lexicon. */
static void
put_piece(struct expander *expander, struct cnd_str pattern, size_t *at)
{
	char c = pattern.data[*at];

	if (is_plain(c)) {
		copy_to(expander, pattern, at, end_of_plain(pattern, *at));
	} else if (c == '\\') {
		copy_to(expander, pattern, at,
			cnd_syntax_end_of_escape(pattern, *at));
	} else if (c == '[') {
		copy_to(expander, pattern, at,
			cnd_syntax_end_of_class(pattern, *at));
	} else if (c == '(' && cnd_syntax_end_of_name(pattern, *at) != *at) {
		copy_to(expander, pattern, at,
			cnd_syntax_end_of_name(pattern, *at));
	} else if (cnd_is_space(c)) {
		put_blanks(expander, pattern, at);
	} else if (c == '\'') {
		cnd_buf_puts(&expander->out, "['\u2018\u2019]");
		(*at)++;
	} else if (c == '"') {
		cnd_buf_puts(&expander->out, "[\"\u201c\u201d]");
		(*at)++;
	} else {
		copy_to(expander, pattern, at, *at + 1);
	}
}

/*
 * Recursion is the plain way here, as deep as `open` at most.  The error's
 * column is a place in the outermost pattern: see its caller.
 */
static bool
put_pattern(struct expander *expander, struct cnd_str pattern, size_t *at)
{
	while (*at < pattern.len) {
		struct cnd_str name = name_at(pattern, *at);
		const struct cnd_lexicon *lexicon;

		if (expander->out.len > CND_LIMIT_PATTERN_BYTES)
			return cnd_fail(expander->err, CND_ERR_LIMIT,
				"a pattern longer than %u bytes",
				CND_LIMIT_PATTERN_BYTES);
		if (name.len == 0) {
			put_piece(expander, pattern, at);
			continue;
		}
		lexicon = cnd_lexicon_find(expander->lexicons, name);
		if (lexicon == NULL)
			return fail_lexicon(expander, name);
		if (!open_lexicon(expander, lexicon))
			return false;
		cnd_buf_puts(&expander->out, "(?:");
		for (size_t i = 0; i < lexicon->count; i++) {
			size_t inner = 0;

			if (i > 0)
				cnd_buf_putc(&expander->out, '|');
			if (!put_pattern(expander, lexicon->entries[i], &inner))
				return false;
		}
		cnd_buf_putc(&expander->out, ')');
		expander->depth--;
		*at += name.len + 4;
	}
	return true;
}

static uint32_t
column_of(struct cnd_str pattern, size_t at)
{
	uint32_t column = 1;

	for (size_t i = 0; i < at && i < pattern.len; i++)
		if (((unsigned char)pattern.data[i] & 0xc0) != 0x80)
			column++;
	return column;
}

bool
cnd_pattern_expand(struct cnd_arena *arena, const struct cnd_lexicons *lexicons,
	struct cnd_str pattern, struct cnd_str *expanded, struct cnd_error *err)
{
	struct expander expander = { .lexicons = lexicons, .err = err };
	size_t at = 0;
	bool ok = put_pattern(&expander, pattern, &at);

	if (ok)
		*expanded = cnd_arena_copy(arena, cnd_buf_str(&expander.out));
	else
		err->column = column_of(pattern, at);
	cnd_buf_dispose(&expander.out);
	return ok;
}
