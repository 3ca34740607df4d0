/*
 * Reads PCRE2's syntax exactly, by recursive descent.  What it does not
 * know, or what means different things in different versions of PCRE2,
 * makes it fail: the pattern is PCRE2's alone then.
 */
#include "query/tree.h"

#include "base/limits.h"
#include "base/regex.h"
#include "base/utf8.h"

#include <string.h>

struct reader {
	struct cnd_arena *arena;
	struct cnd_tree_sets *sets;
	struct cnd_str pattern;
	size_t at;
	unsigned depth;
	uint32_t groups; /* opened so far */
	struct cnd_tree_manner manner; /* is_fold where (?i) holds */
	bool is_lines; /* (?m) */
	bool has_failed;
};

struct cnd_term *
cnd_term_new(struct cnd_arena *arena, enum cnd_term_kind kind)
{
	struct cnd_term *term = cnd_arena_alloc(arena, sizeof(*term));

	term->kind = kind;
	return term;
}

static struct cnd_term *
fail(struct reader *reader)
{
	reader->has_failed = true;
	return cnd_term_new(reader->arena, CND_TERM_NOTHING);
}

static bool
is_end(const struct reader *reader)
{
	return reader->at >= reader->pattern.len;
}

/* The byte so many places on, or NUL behind the end. */
static char
peek(const struct reader *reader, size_t ahead)
{
	size_t at = reader->at + ahead;

	return at < reader->pattern.len ? reader->pattern.data[at] : '\0';
}

static bool
accept(struct reader *reader, const char *words)
{
	struct cnd_str wanted = cnd_str_of(words);

	if (!cnd_str_starts_with(cnd_str_slice(reader->pattern, reader->at,
					 reader->pattern.len),
		    wanted))
		return false;
	reader->at += wanted.len;
	return true;
}

static bool
skip_behind(struct reader *reader, char byte)
{
	while (!is_end(reader) && peek(reader, 0) != byte)
		reader->at++;
	if (is_end(reader))
		return false;
	reader->at++;
	return true;
}

static struct cnd_term *
set_term(struct reader *reader, const struct cnd_sign_set *signs)
{
	struct cnd_term *term = cnd_term_new(reader->arena, CND_TERM_SET);

	term->set = cnd_tree_find_set(reader->arena, reader->sets, signs);
	return term;
}

static struct cnd_term *
place_term(struct reader *reader, enum cnd_place place)
{
	struct cnd_term *term = cnd_term_new(reader->arena, CND_TERM_PLACE);

	term->place = place;
	return term;
}

static struct cnd_term *
code_term(struct reader *reader, uint32_t code)
{
	struct cnd_tree_set **known = NULL;
	struct cnd_sign_set set = { { 0 } };
	struct cnd_term *term;

	if (code < 0x80)
		known = &reader->sets->letters[reader->manner.is_fold][code];
	if (known != NULL && *known != NULL) {
		term = cnd_term_new(reader->arena, CND_TERM_SET);
		term->set = *known;
		return term;
	}
	if (!cnd_tree_add_code(&set, code, reader->manner))
		return fail(reader);
	term = set_term(reader, &set);
	if (known != NULL)
		*known = cnd_tree_find_set(reader->arena, reader->sets, &set);
	return term;
}

static bool
read_number(struct reader *reader, uint32_t *number)
{
	size_t digits = 0;

	*number = 0;
	while (cnd_is_digit(peek(reader, 0)) && digits++ < 5)
		*number = *number * 10 +
			(uint32_t)(reader->pattern.data[reader->at++] - '0');
	return digits > 0;
}

/* "{2}", "{2,}", "{2,3}"; any other brace is doubtful. */
static bool
read_braces(struct reader *reader, struct cnd_term *repeat)
{
	reader->at++;
	if (!read_number(reader, &repeat->least))
		return false;
	repeat->most = repeat->least;
	if (accept(reader, ",") && !read_number(reader, &repeat->most))
		repeat->most = UINT32_MAX;
	return accept(reader, "}") && repeat->least <= repeat->most;
}

/* A quantifier at the reader's place, around item; item when there is none. */
static struct cnd_term *
read_repeat(struct reader *reader, struct cnd_term *item)
{
	struct cnd_term *repeat;

	if (is_end(reader) || strchr("?+*{", peek(reader, 0)) == NULL)
		return item;
	if (item->kind == CND_TERM_PLACE || item->kind == CND_TERM_AHEAD ||
		item->kind == CND_TERM_BEHIND || item->kind == CND_TERM_NOTHING)
		return fail(reader);
	repeat = cnd_term_new(reader->arena, CND_TERM_REPEAT);
	repeat->most = UINT32_MAX;
	repeat->child = item;
	if (accept(reader, "?"))
		repeat->most = 1;
	else if (accept(reader, "+"))
		repeat->least = 1;
	else if (!accept(reader, "*") && !read_braces(reader, repeat))
		return fail(reader);
	/* PCRE2 ends a loop at an empty turn, in an order of its own. */
	if (repeat->most > 1 && cnd_term_is_nullable(item) &&
		!reader->manner.is_loose)
		return fail(reader);
	repeat->is_lazy = accept(reader, "?");
	repeat->is_possessive = !repeat->is_lazy && accept(reader, "+");
	/*
	 * PCRE2 10.42 takes the \s* of "a\s*(?:b)?+\b" for possessive, too,
	 * and loses "a "; so with (?>…), which is not read exactly at all.
	 */
	if (repeat->is_possessive && item->kind != CND_TERM_SET &&
		!reader->manner.is_loose)
		return fail(reader);
	return repeat;
}

static void
hang(struct cnd_term ***tail, struct cnd_term *term)
{
	**tail = term;
	*tail = &term->next;
}

/* "\Q…\E": each character as it is. */
static struct cnd_term *
read_quoted(struct reader *reader)
{
	struct cnd_term *list = cnd_term_new(reader->arena, CND_TERM_LIST);
	struct cnd_term **tail = &list->child;

	while (!is_end(reader) && !accept(reader, "\\E"))
		hang(&tail,
			code_term(reader,
				cnd_utf8_next(reader->pattern, &reader->at)));
	if (!is_end(reader) && strchr("?*+{", peek(reader, 0)) != NULL)
		return fail(reader);
	return list;
}

/* \1, \g{n}, \k<n>, \g'1': text that was matched before. */
static bool
skip_reference(struct reader *reader, uint32_t *group)
{
	char letter = peek(reader, 1);
	char open = peek(reader, 2);

	*group = 0;
	reader->at++;
	if (letter >= '1' && letter <= '9')
		return read_number(reader, group) && *group < 10;
	reader->at += 2;
	if ((letter != 'k' && letter != 'g') || is_end(reader))
		return false;
	if (open == '{')
		return skip_behind(reader, '}');
	if (open == '<')
		return skip_behind(reader, '>');
	return open == '\'' && skip_behind(reader, '\'');
}

static struct cnd_tree_set *
any_set(struct reader *reader)
{
	static const struct cnd_sign_set none = { { 0 } };
	struct cnd_sign_set all = cnd_sign_others(&none);

	return cnd_tree_find_set(reader->arena, reader->sets, &all);
}

/* Something that covers what is not known. */
static struct cnd_term *
read_unknown_escape(struct reader *reader)
{
	struct cnd_term *same;

	if (!reader->manner.is_loose)
		return fail(reader);
	if (accept(reader, "\\K"))
		return cnd_term_new(reader->arena, CND_TERM_NOTHING);
	same = cnd_term_new(reader->arena, CND_TERM_SAME);
	same->set = any_set(reader);
	return skip_reference(reader, &same->group) ? same : fail(reader);
}

static struct cnd_term *
read_escape(struct reader *reader)
{
	static const char letters[] = "bBAz";
	static const enum cnd_place places[] = { CND_PLACE_EDGE,
		CND_PLACE_INSIDE, CND_PLACE_TEXT_START, CND_PLACE_TEXT_END };
	char letter = peek(reader, 1);
	const char *place = letter == '\0' ? NULL : strchr(letters, letter);
	struct cnd_sign_set set;
	uint32_t code;

	if (accept(reader, "\\Q"))
		return read_quoted(reader);
	if (place != NULL) {
		reader->at += 2;
		return place_term(reader, places[place - letters]);
	}
	if (cnd_tree_set_of_escape(letter, &set)) {
		reader->at += 2;
		return set_term(reader, &set);
	}
	if (letter == 'p' || letter == 'P') {
		if (!cnd_tree_read_property(
			    reader->pattern, &reader->at, reader->manner, &set))
			return fail(reader);
		return set_term(reader, &set);
	}
	if (!cnd_tree_read_code(reader->pattern, &reader->at, &code))
		return read_unknown_escape(reader);
	return code_term(reader, code);
}

/* The letters of "(?im-s)", the reader behind "(?". */
static bool
read_flags(struct reader *reader)
{
	bool is_on = true;

	for (; !is_end(reader); reader->at++) {
		switch (peek(reader, 0)) {
		case '-':
			is_on = false;
			break;
		case 'i':
			reader->manner.is_fold = is_on;
			break;
		case 'm':
			reader->is_lines = is_on;
			break;
		default:
			return peek(reader, 0) == ')' || peek(reader, 0) == ':';
		}
	}
	return false;
}

enum opening {
	OPENING_PLAIN,
	OPENING_GROUP,
	OPENING_RESET, /* each alternative counts its groups from the same */
	OPENING_AHEAD,
	OPENING_NOT_AHEAD,
	OPENING_BEHIND,
	OPENING_NOT_BEHIND,
	OPENING_EMPTY, /* a comment, or flags, read to its end */
	OPENING_UNKNOWN,
};

static bool
accept_name(struct reader *reader)
{
	if (accept(reader, "P<") || accept(reader, "<"))
		return skip_behind(reader, '>');
	return accept(reader, "'") && skip_behind(reader, '\'');
}

/* Reads what follows "(" up to the group's content. */
static enum opening
open_group(struct reader *reader)
{
	static const struct {
		const char *words;
		enum opening opening;
	} openings[] = {
		{ ":", OPENING_PLAIN },
		{ "|", OPENING_RESET },
		{ "=", OPENING_AHEAD },
		{ "!", OPENING_NOT_AHEAD },
		{ "<=", OPENING_BEHIND },
		{ "<!", OPENING_NOT_BEHIND },
	};

	if (peek(reader, 0) == '*')
		return OPENING_UNKNOWN;
	if (!accept(reader, "?"))
		return OPENING_GROUP;
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
		if (accept(reader, openings[i].words))
			return openings[i].opening;
	if (reader->manner.is_loose && accept(reader, ">"))
		return OPENING_PLAIN;
	if (accept(reader, "#"))
		return skip_behind(reader, ')') ? OPENING_EMPTY
						: OPENING_UNKNOWN;
	if (accept_name(reader))
		return OPENING_GROUP;
	if (!read_flags(reader))
		return OPENING_UNKNOWN;
	return accept(reader, ":")    ? OPENING_PLAIN
		: accept(reader, ")") ? OPENING_EMPTY
				      : OPENING_UNKNOWN;
}

static struct cnd_term *read_alternatives(struct reader *reader, bool resets);

/* The signs that a term is long, if all it matches are. */
static bool
length_of(const struct cnd_term *term, uint32_t *length)
{
	uint32_t more;

	*length = 0;
	switch (term->kind) {
	case CND_TERM_SET:
		*length = 1;
		return true;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next) {
			if (!length_of(term, &more))
				return false;
			*length += more;
		}
		return true;
	case CND_TERM_REPEAT:
		if (term->least != term->most || !length_of(term->child, &more))
			return false;
		*length = term->least * more;
		return true;
	case CND_TERM_CHOICE:
		if (!length_of(term->child, length))
			return false;
		for (term = term->child->next; term != NULL; term = term->next)
			if (!length_of(term, &more) || more != *length)
				return false;
		return true;
	case CND_TERM_NOTHING:
	case CND_TERM_PLACE:
		return true;
	default:
		return false;
	}
}

static struct cnd_term *
look_behind(struct reader *reader, struct cnd_term *child, bool is_negative)
{
	struct cnd_term *term;

	/* (?<!\w) is a place that is quick to test. */
	if (is_negative && child->kind == CND_TERM_LIST &&
		child->child != NULL && child->child->next == NULL)
		child = child->child;
	if (is_negative && child->kind == CND_TERM_SET) {
		if (cnd_sign_equal(&child->set->signs, &cnd_word_signs))
			return place_term(reader, CND_PLACE_NO_WORD_BEFORE);
	}
	term = cnd_term_new(reader->arena, CND_TERM_BEHIND);
	term->is_negative = is_negative;
	term->child = child;
	if (length_of(child, &term->length))
		return term;
	return reader->manner.is_loose
		? cnd_term_new(reader->arena, CND_TERM_NOTHING)
		: fail(reader);
}

/* Alternatives may be of different lengths: one look for each. */
static struct cnd_term *
behind_term(struct reader *reader, struct cnd_term *child, bool is_negative)
{
	struct cnd_term *all;
	struct cnd_term **tail;
	struct cnd_term *next;

	if (child->kind != CND_TERM_CHOICE)
		return look_behind(reader, child, is_negative);
	all = cnd_term_new(
		reader->arena, is_negative ? CND_TERM_LIST : CND_TERM_CHOICE);
	tail = &all->child;
	for (child = child->child; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		hang(&tail, look_behind(reader, child, is_negative));
	}
	return all;
}

static struct cnd_term *
group_term(struct reader *reader, enum opening opening, uint32_t group,
	struct cnd_term *child)
{
	bool is_negative = opening == OPENING_NOT_AHEAD;
	struct cnd_term *term;

	if (opening == OPENING_BEHIND || opening == OPENING_NOT_BEHIND)
		return behind_term(
			reader, child, opening == OPENING_NOT_BEHIND);
	if (opening == OPENING_PLAIN || opening == OPENING_RESET)
		return child;
	term = cnd_term_new(reader->arena,
		opening == OPENING_GROUP ? CND_TERM_GROUP : CND_TERM_AHEAD);
	term->is_negative = is_negative;
	term->group = group;
	term->child = child;
	return term;
}

static struct cnd_term *
read_group(struct reader *reader)
{
	bool was_fold = reader->manner.is_fold;
	bool was_lines = reader->is_lines;
	enum opening opening = open_group(reader);
	struct cnd_term *child;
	uint32_t group = 0;

	if (opening == OPENING_EMPTY) {
		if (!is_end(reader) && strchr("?*+{", peek(reader, 0)) != NULL)
			return fail(reader);
		return cnd_term_new(reader->arena, CND_TERM_NOTHING);
	}
	if (opening == OPENING_UNKNOWN ||
		reader->depth >= CND_LIMIT_PATTERN_NESTING)
		return fail(reader);
	if (opening == OPENING_GROUP)
		group = ++reader->groups;
	reader->depth++;
	child = read_alternatives(reader, opening == OPENING_RESET);
	reader->depth--;
	reader->manner.is_fold = was_fold;
	reader->is_lines = was_lines;
	if (!accept(reader, ")"))
		return fail(reader);
	return group_term(reader, opening, group, child);
}

/* Any character but a newline. */
static struct cnd_term *
dot_term(struct reader *reader)
{
	struct cnd_sign_set newline = { { 0 } };
	struct cnd_sign_set others;

	cnd_sign_add(&newline, '\n');
	others = cnd_sign_others(&newline);
	return set_term(reader, &others);
}

static struct cnd_term *
read_atom(struct reader *reader)
{
	char c = peek(reader, 0);
	struct cnd_sign_set set;

	switch (c) {
	case '\\':
		return read_escape(reader);
	case '(':
		reader->at++;
		return read_group(reader);
	case '.':
		reader->at++;
		return dot_term(reader);
	case '^':
		reader->at++;
		return place_term(reader,
			reader->is_lines ? CND_PLACE_LINE_START
					 : CND_PLACE_TEXT_START);
	case '$':
		reader->at++;
		return place_term(reader,
			reader->is_lines ? CND_PLACE_LINE_END
					 : CND_PLACE_LAST_LINE_END);
	case '[':
		if (!cnd_tree_read_class(
			    reader->pattern, &reader->at, reader->manner, &set))
			return fail(reader);
		return set_term(reader, &set);
	case '?':
	case '*':
	case '+':
	case '{':
	case '\0':
		return fail(reader);
	default:
		return code_term(
			reader, cnd_utf8_next(reader->pattern, &reader->at));
	}
}

static struct cnd_term *
read_list(struct reader *reader)
{
	struct cnd_term *list = cnd_term_new(reader->arena, CND_TERM_LIST);
	struct cnd_term **tail = &list->child;

	while (!reader->has_failed && !is_end(reader) &&
		peek(reader, 0) != '|' && peek(reader, 0) != ')') {
		struct cnd_term *item = read_repeat(reader, read_atom(reader));

		hang(&tail, item);
		/* Quantifiers on quantifiers are no pattern of ours. */
		if (!is_end(reader) && item->kind == CND_TERM_REPEAT &&
			strchr("?+*{", peek(reader, 0)) != NULL)
			return fail(reader);
	}
	return list;
}

static struct cnd_term *
read_alternatives(struct reader *reader, bool resets)
{
	uint32_t before = reader->groups;
	uint32_t most;
	struct cnd_term *first = read_list(reader);
	struct cnd_term *choice;
	struct cnd_term **tail;

	if (peek(reader, 0) != '|')
		return first;
	most = reader->groups;
	choice = cnd_term_new(reader->arena, CND_TERM_CHOICE);
	tail = &choice->child;
	hang(&tail, first);
	while (!reader->has_failed && accept(reader, "|")) {
		if (resets)
			reader->groups = before;
		hang(&tail, read_list(reader));
		most = reader->groups > most ? reader->groups : most;
	}
	reader->groups = most;
	return choice;
}

static struct cnd_term *
read_pattern(struct reader *reader, unsigned flags)
{
	struct cnd_term *term;

	reader->manner.is_fold = (flags & CND_REGEX_FOLD_CASE) != 0;
	reader->is_lines = (flags & CND_REGEX_LINES) != 0;
	term = read_alternatives(reader, false);
	return reader->has_failed || !is_end(reader) ? NULL : term;
}

struct cnd_term *
cnd_tree_read(struct cnd_arena *arena, struct cnd_str pattern, unsigned flags,
	struct cnd_tree_sets *sets)
{
	struct reader reader = {
		.arena = arena,
		.sets = sets,
		.pattern = pattern,
	};

	return read_pattern(&reader, flags);
}

struct cnd_term *
cnd_tree_read_loosely(struct cnd_arena *arena, struct cnd_str pattern,
	unsigned flags, struct cnd_tree_sets *sets)
{
	struct reader reader = {
		.arena = arena,
		.sets = sets,
		.pattern = pattern,
		.manner.is_loose = true,
	};

	return read_pattern(&reader, flags);
}
