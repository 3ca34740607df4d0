/* Vale's selectors: parts are bits, names that are none are front matter
 * keys. */
#include "rule/vale_scope.h"

#include <stddef.h>

static const struct {
	const char *name;
	unsigned part;
} known_parts[] = {
	{ "text", CND_VALE_TEXT },
	{ "heading", CND_VALE_HEADING },
	{ "h1", CND_VALE_H1 },
	{ "h2", CND_VALE_H1 << 1 },
	{ "h3", CND_VALE_H1 << 2 },
	{ "h4", CND_VALE_H1 << 3 },
	{ "h5", CND_VALE_H1 << 4 },
	{ "h6", CND_VALE_H1 << 5 },
	{ "table", CND_VALE_TABLE },
	{ "header", CND_VALE_HEADER },
	{ "cell", CND_VALE_CELL },
	{ "caption", CND_VALE_CAPTION },
	{ "list", CND_VALE_LIST },
	{ "blockquote", CND_VALE_BLOCKQUOTE },
	{ "figure", CND_VALE_FIGURE },
	{ "paragraph", CND_VALE_PARAGRAPH },
	{ "sentence", CND_VALE_SENTENCE },
	{ "summary", CND_VALE_SUMMARY },
	{ "raw", CND_VALE_RAW },
	{ "attr", CND_VALE_ATTR },
	{ "alt", CND_VALE_ALT },
	{ "frontmatter", CND_VALE_FRONTMATTER },
	{ "md", CND_VALE_MD },
	{ "html", CND_VALE_HTML },
	{ "txt", CND_VALE_TXT },
	{ "docx", CND_VALE_DOCX },
	{ "odt", CND_VALE_ODT },
};

/* One of the terms that "&" joins. */
struct selector {
	unsigned parts;
	struct cnd_str key; /* the part that is no known one */
	bool has_more_keys; /* a second one: nothing has two */
	bool is_not;
};

struct clause {
	struct selector *selectors;
	size_t count;
};

struct cnd_vale_scope {
	struct clause *clauses;
	size_t count;
};

bool
cnd_vale_is_plain(unsigned parts)
{
	return (parts &
		       ~(unsigned)(CND_VALE_TEXT | CND_VALE_MD | CND_VALE_HTML |
			       CND_VALE_TXT | CND_VALE_DOCX | CND_VALE_ODT)) ==
		0 &&
		(parts & CND_VALE_TEXT) != 0;
}

static unsigned
part_of(struct cnd_str name)
{
	for (size_t i = 0; i < sizeof(known_parts) / sizeof(known_parts[0]);
		i++)
		if (cnd_str_equal(name, cnd_str_of(known_parts[i].name)))
			return known_parts[i].part;
	return 0;
}

static struct selector
read_selector(struct cnd_str text)
{
	struct selector selector = { 0 };

	text = cnd_str_trim(text);
	if (cnd_str_starts_with(text, CND_STR("~"))) {
		selector.is_not = true;
		text = cnd_str_slice(text, 1, text.len);
	}
	do {
		struct cnd_str name = cnd_str_trim(cnd_str_split(&text, '.'));
		unsigned part = part_of(name);

		selector.parts |= part;
		if (part != 0)
			continue;
		selector.has_more_keys |= selector.key.len > 0;
		selector.key = name;
	} while (text.len > 0);
	return selector;
}

static size_t
count_terms(struct cnd_str text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += text.data[i] == '&';
	return count;
}

/* Vale gave these up for `raw`; it refuses a style that has them. */
static bool
is_given_up(struct cnd_str text)
{
	static const char *const names[] = { "code", "link", "strong",
		"emphasis" };
	struct cnd_str name = cnd_str_split(&text, '.');

	if (cnd_str_starts_with(name, CND_STR("~")))
		name = cnd_str_slice(name, 1, name.len);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(names[i])))
			return true;
	return false;
}

static bool
compile_clause(struct cnd_arena *arena, const struct cnd_yaml *node,
	struct clause *clause, struct cnd_error *err)
{
	struct cnd_str text;
	size_t wanted;

	if (!cnd_yaml_string(node, &text, err))
		return false;
	if (is_given_up(text)) {
		cnd_fail(err, CND_ERR_RULE,
			"scope '%.*s' is none of Vale's any more: use 'raw'",
			CND_STR_ARG(cnd_str_slice(text, 0, 60)));
		return cnd_fail_at(
			err, (struct cnd_str){ 0 }, node->line, node->column);
	}
	wanted = count_terms(text);
	clause->selectors =
		cnd_arena_array(arena, wanted, sizeof(clause->selectors[0]));
	for (; clause->count < wanted; clause->count++)
		clause->selectors[clause->count] =
			read_selector(cnd_str_split(&text, '&'));
	return true;
}

bool
cnd_vale_scope_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_vale_scope **scope, struct cnd_error *err)
{
	static const struct cnd_yaml text = {
		.kind = CND_YAML_SCALAR,
		.line = 1,
		.column = 1,
		.text = { "text", 4 },
	};
	struct cnd_vale_scope *made = cnd_arena_alloc(arena, sizeof(*made));
	bool is_list = node != NULL && node->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? node->child : node;
	size_t wanted = is_list ? cnd_yaml_count(node) : 1;

	if (item == NULL) {
		item = &text;
		wanted = 1;
	}
	made->clauses = cnd_arena_array(arena, wanted, sizeof(struct clause));
	for (; made->count < wanted; made->count++, item = item->next)
		if (!compile_clause(
			    arena, item, &made->clauses[made->count], err))
			return false;
	*scope = made;
	return true;
}

bool
cnd_vale_scope_only(struct cnd_arena *arena, const char *name,
	const struct cnd_vale_scope **scope)
{
	struct cnd_error none = { 0 };
	struct cnd_yaml node = {
		.kind = CND_YAML_SCALAR,
		.text = cnd_str_of(name),
	};

	return cnd_vale_scope_compile(arena, &node, scope, &none);
}

static bool
contains(struct cnd_vale_place place, const struct selector *selector)
{
	if ((selector->parts & ~place.parts) != 0 || selector->has_more_keys)
		return false;
	return selector->key.len == 0 ||
		cnd_str_equal(selector->key, place.key);
}

static bool
clause_holds(const struct clause *clause, struct cnd_vale_place place)
{
	unsigned sized = CND_VALE_RAW | CND_VALE_SUMMARY;

	for (size_t i = 0; i < clause->count; i++) {
		const struct selector *selector = &clause->selectors[i];

		if (contains(place, selector) == selector->is_not)
			return false;
		/* What something is not says nothing of the whole. */
		if (selector->is_not && (place.parts & sized) != 0)
			return false;
	}
	return true;
}

bool
cnd_vale_scope_holds(
	const struct cnd_vale_scope *scope, struct cnd_vale_place place)
{
	for (size_t i = 0; i < scope->count; i++)
		if (clause_holds(&scope->clauses[i], place))
			return true;
	return false;
}

unsigned
cnd_vale_scope_parts(const struct cnd_vale_scope *scope)
{
	unsigned all = 0;

	for (size_t i = 0; i < scope->count; i++)
		for (size_t j = 0; j < scope->clauses[i].count; j++)
			if (!scope->clauses[i].selectors[j].is_not)
				all |= scope->clauses[i].selectors[j].parts;
	return all;
}

/* The part that keeps a clause from ever holding; data NULL for none. */
static struct cnd_str
never_of(const struct clause *clause)
{
	for (size_t i = 0; i < clause->count; i++) {
		const struct selector *selector = &clause->selectors[i];

		if (!selector->is_not && selector->key.len > 0 &&
			(selector->parts & CND_VALE_FRONTMATTER) == 0)
			return selector->key;
	}
	return (struct cnd_str){ 0 };
}

struct cnd_str
cnd_vale_scope_never(const struct cnd_vale_scope *scope)
{
	struct cnd_str never = { 0 };

	for (size_t i = 0; i < scope->count; i++) {
		never = never_of(&scope->clauses[i]);
		if (never.data == NULL)
			break;
	}
	return never;
}
