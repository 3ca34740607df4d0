/*
 * Sets of characters in patterns.  What is not surely known is covered by
 * a wider symbol: a class may look larger than it is, never smaller.
 */
#include "match/pattern.h"

#include "base/utf8.h"
#include "match/characters.h"
#include "query/escape.h"
#include "text/unicode.h"

#include <string.h>

struct cnd_node *
cnd_node_of_code(struct cnd_arena *arena, uint32_t code, bool is_fold)
{
	struct cnd_symbol symbol = { .kind = CND_SYMBOL_ANY };
	bool is_exact = code < 0x80 || cnd_is_surely_apart(code);
	char bytes[4];
	struct cnd_str text = { bytes, cnd_utf8_encode(code, bytes) };

	if (is_exact) {
		symbol.kind = cnd_is_word(code) ? CND_SYMBOL_LETTERS
						: CND_SYMBOL_MARK;
		symbol.is_fold = is_fold;
		symbol.text = cnd_arena_copy(arena, text);
	} else if (cnd_is_surely_word(code)) {
		symbol.kind = CND_SYMBOL_WORD;
	}
	return cnd_node_symbol(arena, symbol, is_exact);
}

bool
cnd_symbol_of_escape(char letter, struct cnd_symbol *symbol)
{
	*symbol = (struct cnd_symbol){ .kind = CND_SYMBOL_ANY };
	switch (letter) {
	case 'w':
		symbol->kind = CND_SYMBOL_WORD;
		return true;
	case 'd':
		symbol->kind = CND_SYMBOL_DIGITS;
		return true;
	case 's':
	case 'h':
	case 'v':
		symbol->kind = CND_SYMBOL_BLANKS;
		return true;
	case 'W':
		symbol->kind = CND_SYMBOL_GAP;
		return true;
	case 'D':
	case 'S':
	case 'H':
	case 'V':
	case 'N':
		return true;
	default:
		return false;
	}
}

bool
cnd_symbol_of_property(
	struct cnd_str pattern, size_t *at, enum cnd_symbol_kind *kind)
{
	struct cnd_str name;
	bool is_not;

	if (!cnd_escape_property(pattern, at, &name, &is_not))
		return false;
	*kind = CND_SYMBOL_ANY;
	if (is_not || name.len == 0 || name.len > 2)
		return true;
	/* L and N, and what they are divided into, are all of \\w. */
	if ((name.data[0] == 'L' || name.data[0] == 'N') &&
		(name.len == 1 || strchr("ultmodl&", name.data[1]) != NULL))
		*kind = CND_SYMBOL_WORD;
	return true;
}

enum { SINGLES_MAX = 8 };

/* What is known of a class while it is read. */
struct set {
	uint32_t singles[SINGLES_MAX];
	size_t single_count; /* beyond SINGLES_MAX it is no list */
	bool has_sets; /* ranges, escapes: no list either */
	bool has_words;
	bool has_blanks;
	bool has_marks; /* of no word, and no blanks */
	bool has_others; /* not known which */
};

static void
sort_in(struct set *set, uint32_t code)
{
	if (cnd_is_surely_word(code))
		set->has_words = true;
	else if (cnd_is_pattern_blank(code))
		set->has_blanks = true;
	else if (cnd_is_surely_apart(code))
		set->has_marks = true;
	else
		set->has_others = true;
}

static void
add_single(struct set *set, uint32_t code)
{
	for (size_t i = 0; i < set->single_count && i < SINGLES_MAX; i++)
		if (set->singles[i] == code)
			return;
	if (set->single_count < SINGLES_MAX)
		set->singles[set->single_count] = code;
	set->single_count++;
	sort_in(set, code);
}

static void
add_range(struct set *set, uint32_t from, uint32_t to)
{
	set->has_sets = true;
	if (to > 0x24f) {
		set->has_others = true;
		return;
	}
	for (uint32_t code = from; code <= to; code++)
		sort_in(set, code);
}

static void
add_symbol(struct set *set, enum cnd_symbol_kind kind)
{
	set->has_sets = true;
	if (kind == CND_SYMBOL_WORD || kind == CND_SYMBOL_DIGITS)
		set->has_words = true;
	else if (kind == CND_SYMBOL_BLANKS)
		set->has_blanks = true;
	else if (kind == CND_SYMBOL_GAP)
		set->has_marks = true;
	else
		set->has_others = true;
}

/* "[:alpha:]" at *at; false when there is none. */
static bool
read_posix(struct cnd_str pattern, size_t *at, struct set *set)
{
	static const char *const words[] = { "[:alpha:]", "[:digit:]",
		"[:alnum:]", "[:upper:]", "[:lower:]", "[:word:]",
		"[:xdigit:]" };
	struct cnd_str rest = cnd_str_slice(pattern, *at, pattern.len);
	size_t end;

	if (!cnd_str_starts_with(rest, CND_STR("[:")))
		return false;
	end = cnd_str_find(rest, CND_STR(":]"));
	if (end == CND_NOT_FOUND)
		return false;
	rest = cnd_str_slice(rest, 0, end + 2);
	*at += rest.len;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (cnd_str_equal(rest, cnd_str_of(words[i]))) {
			add_symbol(set, CND_SYMBOL_WORD);
			return true;
		}
	}
	add_symbol(set,
		cnd_str_equal(rest, CND_STR("[:space:]")) ? CND_SYMBOL_BLANKS
							  : CND_SYMBOL_ANY);
	return true;
}

/* One character that could open a range. */
static bool
read_code(struct cnd_str pattern, size_t *at, uint32_t *code)
{
	if (*at >= pattern.len)
		return false;
	if (pattern.data[*at] == '\\')
		return cnd_escape_code(pattern, at, code);
	*code = cnd_utf8_next(pattern, at);
	return true;
}

static bool
is_property(struct cnd_str pattern, size_t at)
{
	return at + 1 < pattern.len && pattern.data[at] == '\\' &&
		(pattern.data[at + 1] == 'p' || pattern.data[at + 1] == 'P');
}

static bool
read_item(struct cnd_str pattern, size_t *at, struct set *set)
{
	struct cnd_symbol symbol;
	uint32_t from;
	uint32_t to;

	if (read_posix(pattern, at, set))
		return true;
	if (is_property(pattern, *at)) {
		if (!cnd_symbol_of_property(pattern, at, &symbol.kind))
			return false;
		add_symbol(set, symbol.kind);
		return true;
	}
	if (pattern.data[*at] == '\\' && *at + 1 < pattern.len &&
		pattern.data[*at + 1] != 'N' &&
		cnd_symbol_of_escape(pattern.data[*at + 1], &symbol)) {
		*at += 2;
		add_symbol(set, symbol.kind);
		return true;
	}
	if (!read_code(pattern, at, &from))
		return false;
	if (*at + 1 >= pattern.len || pattern.data[*at] != '-' ||
		pattern.data[*at + 1] == ']') {
		add_single(set, from);
		return true;
	}
	/* "a-\d" has its own rules: not understood. */
	(*at)++;
	if (pattern.data[*at] == '[' || !read_code(pattern, at, &to) ||
		to < from)
		return false;
	add_range(set, from, to);
	return true;
}

static struct cnd_node *
node_of_singles(struct cnd_arena *arena, const struct set *set, bool is_fold)
{
	struct cnd_node *choice = cnd_node_new(arena, CND_NODE_CHOICE, true);
	struct cnd_node **tail = &choice->child;

	for (size_t i = 0; i < set->single_count; i++) {
		*tail = cnd_node_of_code(arena, set->singles[i], is_fold);
		tail = &(*tail)->next;
	}
	return set->single_count == 1 ? choice->child : choice;
}

static struct cnd_node *
node_of_set(struct cnd_arena *arena, const struct set *set, bool is_fold)
{
	struct cnd_symbol symbol = { .kind = CND_SYMBOL_ANY };

	if (!set->has_sets && set->single_count <= SINGLES_MAX)
		return node_of_singles(arena, set, is_fold);
	if (!set->has_others) {
		if (set->has_words && !set->has_blanks && !set->has_marks)
			symbol.kind = CND_SYMBOL_WORD;
		else if (!set->has_words && set->has_blanks && !set->has_marks)
			symbol.kind = CND_SYMBOL_BLANKS;
		else if (!set->has_words)
			symbol.kind = CND_SYMBOL_GAP;
	}
	return cnd_node_symbol(arena, symbol, false);
}

struct cnd_node *
cnd_node_of_class(struct cnd_arena *arena, struct cnd_str pattern, size_t *at,
	bool is_fold)
{
	struct set set = { 0 };
	bool is_first = true;

	(*at)++;
	if (*at < pattern.len && pattern.data[*at] == '^') {
		set.has_sets = set.has_others = true;
		(*at)++;
	}
	while (*at < pattern.len && (is_first || pattern.data[*at] != ']')) {
		if (!read_item(pattern, at, &set))
			return NULL;
		is_first = false;
	}
	if (*at >= pattern.len)
		return NULL;
	(*at)++;
	return node_of_set(arena, &set, is_fold);
}
