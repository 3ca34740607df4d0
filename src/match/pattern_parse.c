/*
 * Reads PCRE2's syntax into a tree, by recursive descent.  Whatever it
 * does not know makes it fail, and whatever it knows in part is covered by
 * ANY: the tree may say too much, never too little.
 */
#include "match/pattern.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "query/escape.h"
#include "text/unicode.h"

#include <string.h>

/* Quantifiers on one item: more than a few are no pattern of ours. */
enum { STACKED_MAX = 3 };

struct parser {
	struct cnd_arena *arena;
	struct cnd_str pattern;
	size_t at;
	unsigned depth;
	bool is_fold; /* (?i) holds here */
	bool is_swapped; /* (?U) holds here */
	bool has_failed;
};

static struct cnd_node *
fail(struct parser *parser)
{
	parser->has_failed = true;
	return cnd_node_new(parser->arena, CND_NODE_NOTHING, false);
}

static bool
is_end(const struct parser *parser)
{
	return parser->at >= parser->pattern.len;
}

/* The byte so many places on, or NUL behind the end. */
static char
peek(const struct parser *parser, size_t ahead)
{
	size_t at = parser->at + ahead;

	return at < parser->pattern.len ? parser->pattern.data[at] : '\0';
}

/* Takes these words, if they come next. */
static bool
accept(struct parser *parser, const char *words)
{
	struct cnd_str wanted = cnd_str_of(words);

	if (!cnd_str_starts_with(cnd_str_slice(parser->pattern, parser->at,
					 parser->pattern.len),
		    wanted))
		return false;
	parser->at += wanted.len;
	return true;
}

/* Moves behind the next such byte. */
static bool
skip_behind(struct parser *parser, char byte)
{
	while (!is_end(parser) && peek(parser, 0) != byte)
		parser->at++;
	if (is_end(parser))
		return false;
	parser->at++;
	return true;
}

static struct cnd_node *
symbol_node(struct parser *parser, enum cnd_symbol_kind kind, bool is_exact)
{
	return cnd_node_symbol(
		parser->arena, (struct cnd_symbol){ .kind = kind }, is_exact);
}

static struct cnd_node *
code_node(struct parser *parser, uint32_t code)
{
	return cnd_node_of_code(parser->arena, code, parser->is_fold);
}

static bool
read_number(struct parser *parser, uint32_t *number)
{
	size_t digits = 0;

	*number = 0;
	while (cnd_is_digit(peek(parser, 0)) && digits++ < 5)
		*number = *number * 10 +
			(uint32_t)(parser->pattern.data[parser->at++] - '0');
	return digits > 0;
}

/* "{2}", "{2,}", "{2,3}" at the parser's place; else it stays there. */
static bool
read_braces(struct parser *parser, struct cnd_repeat *repeat)
{
	size_t before = parser->at;

	if (accept(parser, "{") && read_number(parser, &repeat->least)) {
		repeat->most = repeat->least;
		if (accept(parser, ",") && !read_number(parser, &repeat->most))
			repeat->most = UINT32_MAX;
		if (accept(parser, "}"))
			return true;
	}
	parser->at = before;
	return false;
}

/* "{,3}" and "{ 1 }" count from PCRE2 10.43 on, and are text before. */
static bool
is_doubtful_brace(const struct parser *parser)
{
	size_t i = 1;

	while (peek(parser, i) == ' ' || peek(parser, i) == '\t' ||
		peek(parser, i) == ',' || cnd_is_digit(peek(parser, i)))
		i++;
	return i > 1 && peek(parser, i) == '}';
}

static bool
read_quantifier(struct parser *parser, struct cnd_repeat *repeat)
{
	*repeat = (struct cnd_repeat){ .most = UINT32_MAX };
	if (accept(parser, "?"))
		repeat->most = 1;
	else if (accept(parser, "+"))
		repeat->least = 1;
	else if (!accept(parser, "*") && !read_braces(parser, repeat))
		return false;
	repeat->is_lazy = accept(parser, "?");
	repeat->is_possessive = !repeat->is_lazy && accept(parser, "+");
	if (parser->is_swapped)
		repeat->is_lazy = !repeat->is_lazy;
	return true;
}

/* Letters up to one that a quantifier could take for itself. */
static struct cnd_node *
parse_letters(struct parser *parser)
{
	size_t from = parser->at;
	struct cnd_symbol symbol = {
		.kind = CND_SYMBOL_LETTERS,
		.is_fold = parser->is_fold,
	};

	while (!is_end(parser) && (unsigned char)peek(parser, 0) < 0x80 &&
		cnd_is_word((unsigned char)peek(parser, 0)))
		parser->at++;
	if (parser->at > from + 1 && !is_end(parser) &&
		strchr("?*+{", peek(parser, 0)) != NULL)
		parser->at--;
	symbol.text = cnd_str_slice(parser->pattern, from, parser->at);
	return cnd_node_symbol(parser->arena, symbol, true);
}

/* Hangs a node behind the last of a list. */
static void
hang(struct cnd_node ***tail, struct cnd_node *node)
{
	**tail = node;
	*tail = &node->next;
}

/* "\Q…\E": each character as it is. */
static struct cnd_node *
parse_quoted(struct parser *parser)
{
	struct cnd_node *sequence =
		cnd_node_new(parser->arena, CND_NODE_SEQUENCE, true);
	struct cnd_node **tail = &sequence->child;

	while (!is_end(parser) && !accept(parser, "\\E")) {
		uint32_t code = cnd_utf8_next(parser->pattern, &parser->at);

		hang(&tail, code_node(parser, code));
	}
	/* A quantifier would take the last character only. */
	if (!is_end(parser) && strchr("?*+{", peek(parser, 0)) != NULL)
		return fail(parser);
	return sequence;
}

/* \1, \g{n}, \k<n>, \g'1': text that was matched before, or a call. */
static bool
skip_reference(struct parser *parser)
{
	char letter = peek(parser, 1);
	char open = peek(parser, 2);
	uint32_t number;

	if (letter >= '1' && letter <= '9') {
		parser->at++;
		return read_number(parser, &number) && number < 10;
	}
	if (letter != 'k' && letter != 'g')
		return false;
	parser->at += 3;
	if (open == '{')
		return skip_behind(parser, '}');
	if (open == '<')
		return skip_behind(parser, '>');
	return open == '\'' && skip_behind(parser, '\'');
}

/* An escape that stands for a place, with no character of its own. */
static bool
parse_place(struct parser *parser, struct cnd_node **node)
{
	char letter = peek(parser, 1);

	if (letter == 'b')
		*node = symbol_node(parser, CND_SYMBOL_EDGE, true);
	else if (letter != '\0' && strchr("BAzZGK", letter) != NULL)
		*node = cnd_node_new(parser->arena, CND_NODE_NOTHING, false);
	else
		return false;
	parser->at += 2;
	return true;
}

static struct cnd_node *
repeat_node(
	struct parser *parser, struct cnd_node *child, struct cnd_repeat repeat)
{
	struct cnd_node *node = cnd_node_new(
		parser->arena, CND_NODE_REPEAT, !repeat.is_possessive);

	if (repeat.least == 1 && repeat.most == 1)
		return child;
	node->repeat = repeat;
	node->child = child;
	return node;
}

/* \w+ and \s+, and nothing else, are what their symbols say exactly. */
static struct cnd_node *
parse_set(struct parser *parser, struct cnd_symbol symbol)
{
	char letter = peek(parser, 1);
	struct cnd_repeat repeat;
	bool is_exact = letter == 'w' || letter == 's';

	parser->at += 2;
	if (!is_exact || (peek(parser, 0) != '+' && peek(parser, 0) != '*'))
		return cnd_node_symbol(parser->arena, symbol, false);
	(void)read_quantifier(parser, &repeat);
	repeat.most = 1;
	return repeat_node(parser,
		cnd_node_symbol(parser->arena, symbol, !repeat.is_possessive),
		repeat);
}

/*
 * What matches nothing and is no item: a quantifier behind it would belong
 * to what stands before it.
 */
static struct cnd_node *
nothing_of_its_own(struct parser *parser)
{
	if (!is_end(parser) && strchr("?*+{", peek(parser, 0)) != NULL)
		return fail(parser);
	return cnd_node_new(parser->arena, CND_NODE_NOTHING, true);
}

static struct cnd_node *
parse_escape(struct parser *parser)
{
	struct cnd_symbol symbol;
	struct cnd_node *node;
	uint32_t code;

	if (accept(parser, "\\Q"))
		return parse_quoted(parser);
	if (accept(parser, "\\E"))
		return nothing_of_its_own(parser);
	if (parse_place(parser, &node))
		return node;
	if (peek(parser, 1) == 'N' && peek(parser, 2) == '{')
		return fail(parser);
	if (cnd_symbol_of_escape(peek(parser, 1), &symbol))
		return parse_set(parser, symbol);
	if (peek(parser, 1) == 'R' || peek(parser, 1) == 'X') {
		parser->at += 2;
		return symbol_node(parser, CND_SYMBOL_ANY, false);
	}
	if (peek(parser, 1) == 'p' || peek(parser, 1) == 'P') {
		if (!cnd_symbol_of_property(
			    parser->pattern, &parser->at, &symbol.kind))
			return fail(parser);
		return symbol_node(parser, symbol.kind, false);
	}
	if (cnd_escape_code(parser->pattern, &parser->at, &code))
		return code_node(parser, code);
	if (!skip_reference(parser))
		return fail(parser);
	return symbol_node(parser, CND_SYMBOL_ANY, false);
}

/*
 * The letters of "(?im-s)", the parser behind "(?"; they hold to the end
 * of the group.  Those that change what a pattern means fail.
 */
static bool
read_flags(struct parser *parser)
{
	bool is_on = true;

	for (; !is_end(parser); parser->at++) {
		switch (peek(parser, 0)) {
		case '-':
			is_on = false;
			break;
		case 'i':
			parser->is_fold = is_on;
			break;
		case 'U':
			parser->is_swapped = is_on;
			break;
		case 'm':
		case 's':
		case 'J':
		case 'n':
			break;
		default:
			return peek(parser, 0) == ')' || peek(parser, 0) == ':';
		}
	}
	return false;
}

enum group_kind {
	GROUP_PLAIN,
	GROUP_WEAK, /* may match less than it seems to */
	GROUP_LOOK, /* matches a place, not text */
	GROUP_AHEAD, /* text that must follow */
	GROUP_EDGE, /* a place where no word goes on: (?!\w) */
	GROUP_CALL, /* matches what another group does */
	GROUP_EMPTY, /* a comment, or flags, read to its end */
	GROUP_UNKNOWN,
};

static bool
accept_name(struct parser *parser)
{
	if (accept(parser, "P<") || accept(parser, "<"))
		return skip_behind(parser, '>');
	return accept(parser, "'") && skip_behind(parser, '\'');
}

static bool
accept_call(struct parser *parser)
{
	char c = peek(parser, 0);

	if (c == 'R' || c == '&' || cnd_is_digit(c) ||
		((c == '+' || c == '-') && cnd_is_digit(peek(parser, 1))))
		return skip_behind(parser, ')');
	return (accept(parser, "P>") || accept(parser, "P=")) &&
		skip_behind(parser, ')');
}

/*
 * "!\w)", "<!\w)", or the same with a class that holds \w and more: no
 * word goes on here.
 */
static bool
accept_edge(struct parser *parser)
{
	size_t before = parser->at;
	size_t class;
	struct cnd_str text;

	if (!accept(parser, "!") && !accept(parser, "<!"))
		return false;
	class = parser->at;
	if (accept(parser, "\\w)"))
		return true;
	if (peek(parser, 0) == '[' && peek(parser, 1) != '^' &&
		cnd_node_of_class(parser->arena, parser->pattern, &parser->at,
			parser->is_fold) != NULL) {
		text = cnd_str_slice(parser->pattern, class, parser->at);
		if (cnd_str_find(text, CND_STR("\\w")) != CND_NOT_FOUND &&
			cnd_str_find(text, CND_STR("\\\\")) == CND_NOT_FOUND &&
			accept(parser, ")"))
			return true;
	}
	parser->at = before;
	return false;
}

/* Reads what follows "(" up to the group's content. */
static enum group_kind
open_group(struct parser *parser)
{
	if (peek(parser, 0) == '*')
		return GROUP_UNKNOWN;
	if (!accept(parser, "?") || accept(parser, ":"))
		return GROUP_PLAIN;
	if (accept(parser, ">") || accept(parser, "|"))
		return GROUP_WEAK;
	if (accept_edge(parser))
		return GROUP_EDGE;
	if (accept(parser, "="))
		return GROUP_AHEAD;
	if (accept(parser, "!") || accept(parser, "<=") || accept(parser, "<!"))
		return GROUP_LOOK;
	if (accept(parser, "#"))
		return skip_behind(parser, ')') ? GROUP_EMPTY : GROUP_UNKNOWN;
	if (accept_call(parser))
		return GROUP_CALL;
	if (accept_name(parser))
		return GROUP_PLAIN;
	if (!read_flags(parser))
		return GROUP_UNKNOWN;
	return accept(parser, ":")    ? GROUP_PLAIN
		: accept(parser, ")") ? GROUP_EMPTY
				      : GROUP_UNKNOWN;
}

static struct cnd_node *parse_alternatives(struct parser *parser);

static struct cnd_node *
ahead_node(struct parser *parser, struct cnd_node *child)
{
	struct cnd_node *node =
		cnd_node_new(parser->arena, CND_NODE_AHEAD, false);

	node->child = child;
	return node;
}

static struct cnd_node *
parse_group(struct parser *parser)
{
	bool was_fold = parser->is_fold;
	bool was_swapped = parser->is_swapped;
	enum group_kind kind = open_group(parser);
	struct cnd_node *node;

	if (kind == GROUP_EMPTY)
		return nothing_of_its_own(parser);
	if (kind == GROUP_EDGE)
		return symbol_node(parser, CND_SYMBOL_EDGE, false);
	if (kind == GROUP_CALL)
		return symbol_node(parser, CND_SYMBOL_ANY, false);
	if (kind == GROUP_UNKNOWN || parser->depth >= CND_LIMIT_PATTERN_NESTING)
		return fail(parser);
	parser->depth++;
	node = parse_alternatives(parser);
	parser->depth--;
	parser->is_fold = was_fold;
	parser->is_swapped = was_swapped;
	if (!accept(parser, ")"))
		return fail(parser);
	if (kind == GROUP_LOOK)
		return cnd_node_new(parser->arena, CND_NODE_NOTHING, false);
	if (kind == GROUP_AHEAD)
		return ahead_node(parser, node);
	node->is_exact = node->is_exact && kind != GROUP_WEAK;
	return node;
}

static struct cnd_node *
parse_atom(struct parser *parser)
{
	char c = peek(parser, 0);
	struct cnd_node *node;

	if ((unsigned char)c < 0x80 && cnd_is_word((unsigned char)c))
		return parse_letters(parser);
	if (c == '\\')
		return parse_escape(parser);
	if (accept(parser, "("))
		return parse_group(parser);
	if (accept(parser, "."))
		return symbol_node(parser, CND_SYMBOL_ANY, false);
	if (accept(parser, "^"))
		return cnd_node_new(parser->arena, CND_NODE_LINE, false);
	if (accept(parser, "$"))
		return cnd_node_new(parser->arena, CND_NODE_NOTHING, false);
	if (c == '[') {
		node = cnd_node_of_class(parser->arena, parser->pattern,
			&parser->at, parser->is_fold);
		return node != NULL ? node : fail(parser);
	}
	if (strchr("?*+", c) != NULL || (c == '{' && is_doubtful_brace(parser)))
		return fail(parser);
	return code_node(parser, cnd_utf8_next(parser->pattern, &parser->at));
}

static struct cnd_node *
parse_item(struct parser *parser)
{
	struct cnd_node *item = parse_atom(parser);
	struct cnd_repeat repeat;
	unsigned stacked = 0;

	while (!parser->has_failed && read_quantifier(parser, &repeat)) {
		if (stacked++ == STACKED_MAX)
			return fail(parser);
		item = repeat_node(parser, item, repeat);
	}
	if (peek(parser, 0) == '{' && is_doubtful_brace(parser))
		return fail(parser);
	return item;
}

static struct cnd_node *
parse_sequence(struct parser *parser)
{
	struct cnd_node *sequence =
		cnd_node_new(parser->arena, CND_NODE_SEQUENCE, true);
	struct cnd_node **tail = &sequence->child;

	while (!parser->has_failed && !is_end(parser) &&
		peek(parser, 0) != '|' && peek(parser, 0) != ')')
		hang(&tail, parse_item(parser));
	return sequence;
}

static struct cnd_node *
parse_alternatives(struct parser *parser)
{
	struct cnd_node *first = parse_sequence(parser);
	struct cnd_node *choice;
	struct cnd_node **tail;

	if (peek(parser, 0) != '|')
		return first;
	choice = cnd_node_new(parser->arena, CND_NODE_CHOICE, true);
	tail = &choice->child;
	hang(&tail, first);
	while (!parser->has_failed && accept(parser, "|"))
		hang(&tail, parse_sequence(parser));
	return choice;
}

struct cnd_node *
cnd_pattern_read(struct cnd_arena *arena, struct cnd_str pattern, bool is_fold)
{
	struct parser parser = {
		.arena = arena,
		.pattern = pattern,
		.is_fold = is_fold,
	};
	struct cnd_node *node = parse_alternatives(&parser);

	return parser.has_failed || !is_end(&parser) ? NULL : node;
}
