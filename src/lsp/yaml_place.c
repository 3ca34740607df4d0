/*
 * A line's own part of the path is read forwards, the maps and lists around
 * it are found going up to lines that stand further left.
 */
#include "lsp/yaml_place.h"

/* A line taken apart; columns are bytes from the line's start. */
struct line {
	struct cnd_str text;
	size_t start; /* byte of the whole text */
	size_t dashes; /* items that begin on it */
	size_t dash; /* column of the first */
	size_t content; /* column behind blanks and dashes */
	size_t key_end; /* column of the colon, or CND_NOT_FOUND */
};

/* The colon of "key: …" or "key:" at or after a column. */
static size_t
find_colon(struct cnd_str line, size_t at)
{
	char quote = at < line.len ? line.data[at] : '\0';

	if (quote == '"' || quote == '\'') {
		at++;
		while (at < line.len && line.data[at] != quote)
			at++;
	}
	for (; at < line.len; at++) {
		if (line.data[at] == '#' && at > 0 && line.data[at - 1] == ' ')
			return CND_NOT_FOUND;
		if (line.data[at] == ':' &&
			(at + 1 == line.len || cnd_is_space(line.data[at + 1])))
			return at;
	}
	return CND_NOT_FOUND;
}

static struct line
take_apart(struct cnd_str text, size_t start, size_t end)
{
	struct line line = { cnd_str_slice(text, start, end), start, 0, 0, 0,
		CND_NOT_FOUND };
	size_t at = 0;

	for (;;) {
		while (at < line.text.len && line.text.data[at] == ' ')
			at++;
		if (at >= line.text.len || line.text.data[at] != '-' ||
			(at + 1 < line.text.len &&
				line.text.data[at + 1] != ' '))
			break;
		if (line.dashes++ == 0)
			line.dash = at;
		at++;
	}
	line.content = at;
	line.key_end = find_colon(line.text, at);
	return line;
}

/* A key without its quotes. */
static struct cnd_str
key_of(const struct line *line)
{
	struct cnd_str key =
		cnd_str_slice(line->text, line->content, line->key_end);

	key = cnd_str_trim(key);
	if (key.len >= 2 && (key.data[0] == '"' || key.data[0] == '\'') &&
		key.data[key.len - 1] == key.data[0])
		key = cnd_str_slice(key, 1, key.len - 1);
	return key;
}

static void
push(struct cnd_path *path, struct cnd_str key)
{
	if (path->depth < CND_PATH_MAX)
		path->keys[path->depth++] = key;
}

static bool
is_blank_line(const struct line *line)
{
	struct cnd_str text = cnd_str_trim(line->text);

	return text.len == 0 || text.data[0] == '#';
}

/* What going up looks for: the owner of what begins at a column. */
struct climb {
	size_t column;
	bool is_list; /* an item's dash stands there, not a key */
	struct cnd_path path; /* innermost first */
};

/* Takes one line above into account. */
static void
climb_line(struct climb *climb, const struct line *line)
{
	bool has_dash = line->dashes > 0;
	size_t left = has_dash ? line->dash : line->content;
	bool is_sibling;

	if (is_blank_line(line))
		return;
	if (left > climb->column || (left == climb->column && has_dash) ||
		(left == climb->column && !climb->is_list))
		return;
	is_sibling =
		has_dash && !climb->is_list && line->content == climb->column;
	if (!is_sibling) {
		if (line->key_end == CND_NOT_FOUND ||
			line->content > climb->column)
			return;
		push(&climb->path, key_of(line));
	}
	for (size_t i = 0; i < line->dashes; i++)
		push(&climb->path, (struct cnd_str){ 0 });
	climb->column = left;
	climb->is_list = has_dash;
}

/* Lines that are looked at going up: rule files have some hundred. */
enum { LINES_MAX = 20000 };

static void
climb_up(struct climb *climb, struct cnd_str text, size_t start)
{
	for (int i = 0; i < LINES_MAX && start > 0; i++) {
		size_t end = start - 1;
		struct line line;

		for (start = end; start > 0 && text.data[start - 1] != '\n';)
			start--;
		line = take_apart(text, start, end);
		climb_line(climb, &line);
		if (climb->column == 0 && !climb->is_list)
			break;
	}
}

/* Inside brackets: which are open, and whether a key was read. */
struct flow {
	char open[CND_PATH_MAX];
	bool has_key[CND_PATH_MAX];
	size_t depth;
	size_t word; /* where the word begins */
};

static void
flow_byte(struct flow *flow, struct cnd_path *path, struct cnd_str text,
	size_t at)
{
	char c = text.data[at];
	size_t top = flow->depth == 0 ? 0 : flow->depth - 1;

	if ((c == '[' || c == '{') && flow->depth < CND_PATH_MAX) {
		flow->open[flow->depth] = c;
		flow->has_key[flow->depth++] = false;
		if (c == '[')
			push(path, (struct cnd_str){ 0 });
	} else if ((c == ']' || c == '}') && flow->depth > 0) {
		if ((c == ']' || flow->has_key[top]) && path->depth > 0)
			path->depth--;
		flow->depth--;
	} else if (c == ',' && flow->depth > 0) {
		if (flow->has_key[top] && path->depth > 0)
			path->depth--;
		flow->has_key[top] = false;
	} else if (c == ':' && flow->depth > 0 && flow->open[top] == '{' &&
		at + 1 < text.len && text.data[at + 1] == ' ') {
		push(path, cnd_str_trim(cnd_str_slice(text, flow->word, at)));
		flow->has_key[top] = true;
	} else {
		return;
	}
	flow->word = at + 1;
}

static bool
opens_flow(struct cnd_str text, size_t at)
{
	return at < text.len && (text.data[at] == '[' || text.data[at] == '{');
}

/* Reads a value's beginning up to the place. */
static void
read_value(struct cnd_yaml_place *place, struct cnd_path *own,
	struct cnd_str text, size_t at)
{
	struct flow flow = { .word = at };
	bool is_flow =
		at < text.len && (text.data[at] == '[' || text.data[at] == '{');
	char quote = '\0';

	for (size_t i = at; is_flow && i < text.len; i++) {
		char c = text.data[i];

		if (quote == '\0' && (c == '"' || c == '\''))
			quote = c;
		else if (quote == c)
			quote = '\0';
		else if (quote == '\0')
			flow_byte(&flow, own, text, i);
	}
	while (flow.word < text.len && text.data[flow.word] == ' ')
		flow.word++;
	place->is_flow = flow.depth > 0;
	place->may_be_key = flow.depth > 0 &&
		flow.open[flow.depth - 1] == '{' &&
		!flow.has_key[flow.depth - 1];
	place->may_be_value = !place->may_be_key;
	place->from = flow.word;
}

/* The path of a line, the lines above it included. */
static void
join(struct cnd_path *path, const struct cnd_path *reversed,
	const struct cnd_path *own)
{
	for (size_t i = reversed->depth; i > 0; i--)
		push(path, reversed->keys[i - 1]);
	for (size_t i = 0; i < own->depth; i++)
		push(path, own->keys[i]);
}

struct cnd_yaml_place
cnd_yaml_place_at(struct cnd_str text, size_t at)
{
	struct cnd_yaml_place place = { 0 };
	struct cnd_path own = { 0 };
	struct climb climb = { 0 };
	struct line line;
	size_t start;

	at = at < text.len ? at : text.len;
	for (start = at; start > 0 && text.data[start - 1] != '\n';)
		start--;
	line = take_apart(text, start, at);
	climb.is_list = line.dashes > 0;
	climb.column = climb.is_list ? line.dash : line.content;
	climb_up(&climb, text, start);
	for (size_t i = 0; i < line.dashes; i++)
		push(&own, (struct cnd_str){ 0 });
	place.from = line.content;
	place.may_be_key = true;
	place.may_be_value = line.dashes > 0;
	if (line.key_end != CND_NOT_FOUND) {
		size_t value = line.key_end + 1;

		while (value < line.text.len && line.text.data[value] == ' ')
			value++;
		push(&own, key_of(&line));
		read_value(&place, &own, line.text, value);
	} else if (line.dashes > 0 && opens_flow(line.text, line.content)) {
		read_value(&place, &own, line.text, line.content);
	}
	place.from += start;
	join(&place.path, &climb.path, &own);
	return place;
}

struct cnd_str
cnd_yaml_top_value(struct cnd_str text, struct cnd_str key)
{
	while (text.len > 0) {
		struct cnd_str line = cnd_str_split(&text, '\n');

		if (cnd_str_starts_with(line, key))
			return cnd_str_trim(
				cnd_str_slice(line, key.len, line.len));
	}
	return (struct cnd_str){ 0 };
}

bool
cnd_yaml_key_at(struct cnd_str text, size_t at, size_t *from, size_t *to)
{
	struct line line;
	size_t start;
	size_t end = at < text.len ? at : text.len;

	for (start = end; start > 0 && text.data[start - 1] != '\n';)
		start--;
	while (end < text.len && text.data[end] != '\n')
		end++;
	line = take_apart(text, start, end);
	if (line.key_end == CND_NOT_FOUND)
		return false;
	*from = start + line.content;
	*to = start + line.key_end;
	return *from <= at && at <= *to;
}
