/*
 * libyaml's events made a tree.  Invariant: nodes are counted as they are
 * made, those copied for an alias too, so that memory is bounded by the
 * limit and not by what aliases multiply.
 */
#include "base/yaml.h"

#include "base/limits.h"
#include "base/oom.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* An open list or map. */
struct frame {
	struct cnd_yaml *node;
	struct cnd_yaml **tail; /* where the next child is hung */
	struct cnd_yaml *key; /* of a map: the key that waits for its value */
	size_t count;
};

struct anchor {
	struct cnd_str name;
	struct cnd_yaml *node;
};

struct reader {
	struct cnd_arena *arena;
	struct cnd_error *err;
	struct cnd_yaml *root;
	struct frame stack[CND_LIMIT_YAML_DEPTH];
	size_t depth;
	size_t nodes;
	struct anchor anchors[CND_LIMIT_YAML_ANCHORS];
	size_t anchor_count;
};

static bool
fail_node(struct reader *reader, const struct cnd_yaml *node,
	enum cnd_error_code code, const char *words)
{
	cnd_fail(reader->err, code, "%s", words);
	return cnd_fail_at(
		reader->err, (struct cnd_str){ 0 }, node->line, node->column);
}

static uint32_t
count_from_one(size_t value)
{
	return value < UINT32_MAX ? (uint32_t)value + 1 : UINT32_MAX;
}

static bool
fail_mark(struct reader *reader, const yaml_mark_t *mark,
	enum cnd_error_code code, const char *words)
{
	cnd_fail(reader->err, code, "%s", words);
	return cnd_fail_at(reader->err, (struct cnd_str){ 0 },
		count_from_one(mark->line), count_from_one(mark->column));
}

static struct cnd_yaml *
make_node(
	struct reader *reader, enum cnd_yaml_kind kind, const yaml_mark_t *mark)
{
	struct cnd_yaml *node;

	if (++reader->nodes > CND_LIMIT_YAML_NODES) {
		fail_mark(reader, mark, CND_ERR_LIMIT,
			"too many values, aliases counted at each use");
		return NULL;
	}
	node = cnd_arena_alloc(reader->arena, sizeof(*node));
	node->kind = kind;
	node->line = count_from_one(mark->line);
	node->column = count_from_one(mark->column);
	return node;
}

/* Hangs a finished or opening node where the innermost frame wants it. */
static bool
attach(struct reader *reader, struct cnd_yaml *node)
{
	struct frame *top;

	if (reader->depth == 0) {
		reader->root = node;
		return true;
	}
	top = &reader->stack[reader->depth - 1];
	if (top->node->kind == CND_YAML_MAP && top->key == NULL) {
		if (node->kind != CND_YAML_SCALAR)
			return fail_node(reader, node, CND_ERR_CONFIG,
				"a key must be a word, not a list or a map");
		if (node->is_plain && cnd_str_equal(node->text, CND_STR("<<")))
			return fail_node(reader, node, CND_ERR_CONFIG,
				"merge keys ('<<') are not supported");
		top->key = node;
		return true;
	}
	node->key = top->key;
	top->key = NULL;
	*top->tail = node;
	top->tail = &node->next;
	top->count++;
	return true;
}

static bool
push(struct reader *reader, struct cnd_yaml *node)
{
	if (!attach(reader, node))
		return false;
	if (reader->depth == CND_LIMIT_YAML_DEPTH)
		return fail_node(
			reader, node, CND_ERR_LIMIT, "nested too deeply");
	reader->stack[reader->depth++] =
		(struct frame){ .node = node, .tail = &node->child };
	return true;
}

static int
compare_keys(const void *left, const void *right)
{
	const struct cnd_yaml *a = *(struct cnd_yaml *const *)left;
	const struct cnd_yaml *b = *(struct cnd_yaml *const *)right;
	int order = cnd_str_compare(a->key->text, b->key->text);

	if (order != 0)
		return order;
	if (a->key->line != b->key->line)
		return a->key->line < b->key->line ? -1 : 1;
	return (a->key->column > b->key->column) -
		(a->key->column < b->key->column);
}

/* Sorted, so that a map of many keys costs no square. */
static bool
check_keys(struct reader *reader, const struct frame *frame)
{
	struct cnd_yaml **sorted;
	size_t count = 0;

	if (frame->count < 2)
		return true;
	sorted = cnd_arena_array(reader->arena, frame->count, sizeof(*sorted));
	for (struct cnd_yaml *n = frame->node->child; n != NULL; n = n->next)
		sorted[count++] = n;
	qsort(sorted, count, sizeof(*sorted), compare_keys);
	for (size_t i = 1; i < count; i++) {
		const struct cnd_yaml *key = sorted[i]->key;
		const struct cnd_yaml *first = sorted[i - 1]->key;

		if (!cnd_str_equal(key->text, first->text))
			continue;
		cnd_fail(reader->err, CND_ERR_CONFIG,
			"key '%.*s' stands here again, first in line %u",
			(int)(key->text.len < 80 ? key->text.len : 80),
			key->text.data, (unsigned)first->line);
		return cnd_fail_at(reader->err, (struct cnd_str){ 0 },
			key->line, key->column);
	}
	return true;
}

static bool
pop(struct reader *reader)
{
	const struct frame *frame = &reader->stack[--reader->depth];

	assert(frame->node != NULL); /* push put it there */
	return frame->node->kind != CND_YAML_MAP || check_keys(reader, frame);
}

static bool
remember_anchor(
	struct reader *reader, const yaml_char_t *name, struct cnd_yaml *node)
{
	struct cnd_str text = cnd_str_of((const char *)name);

	if (name == NULL)
		return true;
	if (reader->anchor_count == CND_LIMIT_YAML_ANCHORS)
		return fail_node(
			reader, node, CND_ERR_LIMIT, "too many anchors");
	reader->anchors[reader->anchor_count++] = (struct anchor){
		cnd_arena_copy(reader->arena, text),
		node,
	};
	return true;
}

/* The last anchor of that name: a later one takes the name over. */
static struct cnd_yaml *
find_anchor(const struct reader *reader, struct cnd_str name)
{
	for (size_t i = reader->anchor_count; i > 0; i--)
		if (cnd_str_equal(reader->anchors[i - 1].name, name))
			return reader->anchors[i - 1].node;
	return NULL;
}

static bool
is_open(const struct reader *reader, const struct cnd_yaml *node)
{
	for (size_t i = 0; i < reader->depth; i++)
		if (reader->stack[i].node == node)
			return true;
	return false;
}

/* A copy keeps the places of the original: that is where to mend it. */
static struct cnd_yaml *
copy_tree(struct reader *reader, const struct cnd_yaml *node, size_t depth,
	const yaml_mark_t *mark)
{
	struct cnd_yaml *made;
	struct cnd_yaml **tail;

	if (node->kind != CND_YAML_SCALAR && depth >= CND_LIMIT_YAML_DEPTH) {
		fail_mark(reader, mark, CND_ERR_LIMIT, "nested too deeply");
		return NULL;
	}
	made = make_node(reader, node->kind, mark);
	if (made == NULL)
		return NULL;
	*made = *node;
	made->next = made->key = made->child = NULL;
	tail = &made->child;
	for (const struct cnd_yaml *c = node->child; c != NULL; c = c->next) {
		*tail = copy_tree(reader, c, depth + 1, mark);
		if (*tail == NULL)
			return NULL;
		(*tail)->key = c->key;
		tail = &(*tail)->next;
	}
	return made;
}

static bool
take_alias(struct reader *reader, const yaml_event_t *event)
{
	struct cnd_str name =
		cnd_str_of((const char *)event->data.alias.anchor);
	struct cnd_yaml *node = find_anchor(reader, name);

	if (node == NULL)
		return fail_mark(reader, &event->start_mark, CND_ERR_CONFIG,
			"alias of an anchor that is not there");
	if (is_open(reader, node))
		return fail_mark(reader, &event->start_mark, CND_ERR_CONFIG,
			"alias inside its own anchor");
	node = copy_tree(reader, node, reader->depth, &event->start_mark);
	return node != NULL && attach(reader, node);
}

static bool
take_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct cnd_yaml *node =
		make_node(reader, CND_YAML_SCALAR, &event->start_mark);

	if (node == NULL)
		return false;
	node->text = cnd_arena_copy(reader->arena,
		(struct cnd_str){ (const char *)event->data.scalar.value,
			event->data.scalar.length });
	node->is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return remember_anchor(reader, event->data.scalar.anchor, node) &&
		attach(reader, node);
}

static bool
take_opening(struct reader *reader, const yaml_event_t *event)
{
	bool is_map = event->type == YAML_MAPPING_START_EVENT;
	struct cnd_yaml *node = make_node(reader,
		is_map ? CND_YAML_MAP : CND_YAML_LIST, &event->start_mark);

	if (node == NULL)
		return false;
	return remember_anchor(reader,
		       is_map ? event->data.mapping_start.anchor
			      : event->data.sequence_start.anchor,
		       node) &&
		push(reader, node);
}

static bool
take_event(struct reader *reader, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return reader->root == NULL ||
			fail_mark(reader, &event->start_mark, CND_ERR_CONFIG,
				"a second document: one file holds one");
	case YAML_SCALAR_EVENT:
		return take_scalar(reader, event);
	case YAML_ALIAS_EVENT:
		return take_alias(reader, event);
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		return take_opening(reader, event);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		return pop(reader);
	default:
		return true;
	}
}

/* Only errors of encoding come without a mark: count up to the byte. */
static yaml_mark_t
mark_of_offset(struct cnd_str source, size_t offset)
{
	yaml_mark_t mark = { 0 };

	source = cnd_str_slice(source, 0, offset);
	for (size_t i = 0; i < source.len; i++) {
		if (source.data[i] == '\n') {
			mark.line++;
			mark.column = 0;
		} else if (((unsigned char)source.data[i] & 0xc0) != 0x80) {
			mark.column++;
		}
	}
	return mark;
}

static bool
fail_parse(struct reader *reader, const yaml_parser_t *parser,
	struct cnd_str source)
{
	yaml_mark_t mark = parser->problem_mark;
	const char *words = parser->problem;

	if (parser->error == YAML_MEMORY_ERROR)
		cnd_out_of_memory();
	if (parser->error == YAML_READER_ERROR)
		mark = mark_of_offset(source, parser->problem_offset);
	return fail_mark(reader, &mark, CND_ERR_CONFIG,
		words == NULL ? "not YAML" : words);
}

static bool
read_events(struct reader *reader, yaml_parser_t *parser, struct cnd_str source)
{
	bool is_end = false;

	while (!is_end) {
		yaml_event_t event;
		bool ok;

		if (!yaml_parser_parse(parser, &event))
			return fail_parse(reader, parser, source);
		is_end = event.type == YAML_STREAM_END_EVENT;
		ok = take_event(reader, &event);
		yaml_event_delete(&event);
		if (!ok)
			return false;
	}
	return true;
}

/* A file that holds nothing is a map that holds nothing. */
static bool
is_nothing(const struct cnd_yaml *root)
{
	return root == NULL ||
		(root->kind == CND_YAML_SCALAR && root->is_plain &&
			root->text.len == 0);
}

static struct cnd_yaml *
make_empty_map(struct cnd_arena *arena)
{
	struct cnd_yaml *map = cnd_arena_alloc(arena, sizeof(*map));

	map->kind = CND_YAML_MAP;
	map->line = map->column = 1;
	return map;
}

struct cnd_yaml *
cnd_yaml_parse(
	struct cnd_arena *arena, struct cnd_str source, struct cnd_error *err)
{
	struct reader reader = { .arena = arena, .err = err };
	yaml_parser_t parser;
	bool ok;

	if (source.len > CND_LIMIT_YAML_BYTES) {
		cnd_fail(err, CND_ERR_LIMIT, "larger than %u bytes",
			CND_LIMIT_YAML_BYTES);
		return NULL;
	}
	if (source.len == 0)
		return make_empty_map(arena);
	if (!yaml_parser_initialize(&parser))
		cnd_out_of_memory();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)source.data, source.len);
	ok = read_events(&reader, &parser, source);
	yaml_parser_delete(&parser);
	if (!ok)
		return NULL;
	return is_nothing(reader.root) ? make_empty_map(arena) : reader.root;
}

const struct cnd_yaml *
cnd_yaml_get(const struct cnd_yaml *map, const char *key)
{
	struct cnd_str wanted = cnd_str_of(key);

	if (map == NULL || map->kind != CND_YAML_MAP)
		return NULL;
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next)
		if (cnd_str_equal(n->key->text, wanted))
			return n;
	return NULL;
}

size_t
cnd_yaml_count(const struct cnd_yaml *node)
{
	size_t count = 0;

	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next)
		count++;
	return count;
}

static bool
fail_type(
	const struct cnd_yaml *node, const char *wanted, struct cnd_error *err)
{
	struct cnd_str name = CND_STR("value");

	if (node->key != NULL)
		name = cnd_str_slice(node->key->text, 0, 80);
	cnd_fail(err, CND_ERR_CONFIG, "'%.*s' must be %s", CND_STR_ARG(name),
		wanted);
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

bool
cnd_yaml_bool(const struct cnd_yaml *node, bool *value, struct cnd_error *err)
{
	static const char *const yes[] = { "true", "yes", "on" };
	static const char *const no[] = { "false", "no", "off" };

	if (node->kind == CND_YAML_SCALAR && node->is_plain) {
		for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
			*value = cnd_str_equal_fold(
				node->text, cnd_str_of(yes[i]));
			if (*value ||
				cnd_str_equal_fold(
					node->text, cnd_str_of(no[i])))
				return true;
		}
	}
	return fail_type(node, "true or false", err);
}

bool
cnd_yaml_number(
	const struct cnd_yaml *node, double *value, struct cnd_error *err)
{
	char digits[64] = "";
	char *end = digits;
	double number = 0;

	if (node->kind == CND_YAML_SCALAR && node->is_plain &&
		node->text.len > 0 && node->text.len < sizeof(digits)) {
		memcpy(digits, node->text.data, node->text.len);
		digits[node->text.len] = '\0';
		/* Neither "inf" nor "nan" nor hexadecimal. */
		if (strspn(digits, "0123456789+-.eE") == node->text.len)
			number = strtod(digits, &end);
	}
	if (end == digits || *end != '\0')
		return fail_type(node, "a number", err);
	*value = number;
	return true;
}

static bool
is_null(const struct cnd_yaml *node)
{
	return node->is_plain &&
		(node->text.len == 0 ||
			cnd_str_equal(node->text, CND_STR("~")) ||
			cnd_str_equal(node->text, CND_STR("null")));
}

bool
cnd_yaml_string(const struct cnd_yaml *node, struct cnd_str *value,
	struct cnd_error *err)
{
	if (node->kind != CND_YAML_SCALAR || is_null(node))
		return fail_type(node, "text", err);
	*value = node->text;
	return true;
}
