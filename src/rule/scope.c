/*
 * Scopes: clauses of terms, each term a row of one table.  A span is in
 * scope when all terms of one clause hold.
 */
#include "rule/scope.h"

#include "base/halving.h"

#include <stdlib.h>

/* What a clause brings in that is left out otherwise. */
enum naming {
	NAMES_QUOTES = 1,
	NAMES_CODE = 2,
};

struct term {
	uint32_t kind; /* row of kinds, or SECTION */
	bool is_not;
	uint32_t value; /* the kind's, or the roles of section(…) */
};

struct place {
	const struct cnd_ground *ground;
	const struct cnd_block *block;
	struct cnd_span span;
};

struct term_kind {
	const char *name;
	bool (*holds)(const struct place *place, uint32_t value);
	uint32_t value;
	unsigned names; /* of enum naming */
	enum cnd_scope_unit unit;
};

struct clause {
	struct term *terms;
	size_t count;
	unsigned names;
};

struct cnd_scope {
	struct clause *clauses;
	size_t count;
	enum cnd_scope_unit unit;
};

static bool
is_anything(const struct place *place, uint32_t value)
{
	(void)place;
	(void)value;
	return true;
}

static bool
is_kind(const struct place *place, uint32_t kind)
{
	return (uint32_t)place->block->kind == kind;
}

static bool
is_heading_of(const struct place *place, uint32_t level)
{
	return place->block->kind == CND_BLOCK_HEADING &&
		place->block->level == level;
}

static bool
is_header_cell(const struct place *place, uint32_t is_header)
{
	bool has_flag = (place->block->flags & CND_BLOCK_HEADER) != 0;

	return place->block->kind == CND_BLOCK_CELL &&
		has_flag == (is_header != 0);
}

static bool
is_in_block_quote(const struct place *place, uint32_t value)
{
	(void)value;
	return (place->block->flags & CND_BLOCK_QUOTED) != 0;
}

static bool
is_quotation(const struct place *place, uint32_t value)
{
	(void)value;
	return cnd_block_is_quoted(
		place->ground->doc, place->block, place->span);
}

static bool
is_running_text(const struct place *place, uint32_t value)
{
	(void)value;
	return place->block->kind == CND_BLOCK_PARAGRAPH ||
		place->block->kind == CND_BLOCK_ITEM;
}

static bool
is_recommended(const struct place *place, uint32_t value)
{
	const struct cnd_ground *ground = place->ground;
	struct cnd_halving in = { .high = ground->recommended_count };

	(void)value;
	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			ground->recommended[in.middle].to <= place->span.from);
	return in.low < ground->recommended_count &&
		ground->recommended[in.low].from <= place->span.from;
}

static bool
has_role(const struct place *place, uint32_t roles)
{
	enum cnd_role role = cnd_block_role(place->ground->doc, place->block);

	return (roles >> (unsigned)role & 1) != 0;
}

#define ROLE(name) (1u << CND_ROLE_##name)

_Static_assert(CND_ROLE_COUNT <= 32, "roles are bits of 32");

static const struct term_kind kinds[] = {
	{ "text", is_anything, 0, 0, CND_SCOPE_BLOCK },
	{ "heading", is_kind, CND_BLOCK_HEADING, 0, CND_SCOPE_BLOCK },
	{ "heading.h1", is_heading_of, 1, 0, CND_SCOPE_BLOCK },
	{ "heading.h2", is_heading_of, 2, 0, CND_SCOPE_BLOCK },
	{ "heading.h3", is_heading_of, 3, 0, CND_SCOPE_BLOCK },
	{ "heading.h4", is_heading_of, 4, 0, CND_SCOPE_BLOCK },
	{ "heading.h5", is_heading_of, 5, 0, CND_SCOPE_BLOCK },
	{ "heading.h6", is_heading_of, 6, 0, CND_SCOPE_BLOCK },
	{ "paragraph", is_kind, CND_BLOCK_PARAGRAPH, 0, CND_SCOPE_BLOCK },
	{ "list", is_kind, CND_BLOCK_ITEM, 0, CND_SCOPE_BLOCK },
	{ "table", is_kind, CND_BLOCK_CELL, 0, CND_SCOPE_BLOCK },
	{ "table.header", is_header_cell, 1, 0, CND_SCOPE_BLOCK },
	{ "table.cell", is_header_cell, 0, 0, CND_SCOPE_BLOCK },
	{ "table.caption", is_kind, CND_BLOCK_CAPTION, 0, CND_SCOPE_BLOCK },
	{ "figure.caption", is_kind, CND_BLOCK_CAPTION, 0, CND_SCOPE_BLOCK },
	{ "caption", is_kind, CND_BLOCK_CAPTION, 0, CND_SCOPE_BLOCK },
	{ "note", is_kind, CND_BLOCK_NOTE, 0, CND_SCOPE_BLOCK },
	{ "blockquote", is_in_block_quote, 0, NAMES_QUOTES, CND_SCOPE_BLOCK },
	{ "quotation", is_quotation, 0, NAMES_QUOTES, CND_SCOPE_BLOCK },
	{ "sentence", is_anything, 0, 0, CND_SCOPE_SENTENCE },
	{ "summary", is_running_text, 0, 0, CND_SCOPE_DOCUMENT },
	{ "raw", is_anything, 0, NAMES_QUOTES | NAMES_CODE,
		CND_SCOPE_DOCUMENT },
	{ "code", is_kind, CND_BLOCK_CODE, NAMES_CODE, CND_SCOPE_BLOCK },
	{ "recommendation", is_recommended, 0, 0, CND_SCOPE_RECOMMENDATION },
	{ "statement", has_role,
		ROLE(FRONT) | ROLE(GOVERNANCE) | ROLE(TERMS) | ROLE(METHOD), 0,
		CND_SCOPE_BLOCK },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

enum { SECTION = KINDS };

static const struct term_kind section_kind = { "section", has_role, 0, 0,
	CND_SCOPE_BLOCK };

static const struct term_kind *
kind_of(const struct term *term)
{
	return term->kind == SECTION ? &section_kind : &kinds[term->kind];
}

const char *
cnd_scope_name(size_t index)
{
	return index < KINDS ? kinds[index].name : NULL;
}

static bool
fail_name(struct cnd_error *err, const struct cnd_yaml *node, const char *what,
	struct cnd_str name, struct cnd_str nearest)
{
	name = cnd_str_slice(name, 0, 60);
	if (nearest.len > 0)
		cnd_fail(err, CND_ERR_RULE,
			"%s '%.*s' is not known; did you mean '%.*s'?", what,
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	else
		cnd_fail(err, CND_ERR_RULE, "%s '%.*s' is not known", what,
			CND_STR_ARG(name));
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

static bool
fail_scope(
	struct cnd_error *err, const struct cnd_yaml *node, struct cnd_str name)
{
	struct cnd_str names[KINDS];

	for (size_t i = 0; i < KINDS; i++)
		names[i] = cnd_str_of(kinds[i].name);
	return fail_name(
		err, node, "scope", name, cnd_nearest(name, names, KINDS));
}

static bool
fail_role(
	struct cnd_error *err, const struct cnd_yaml *node, struct cnd_str name)
{
	struct cnd_str names[CND_ROLE_COUNT];

	for (int i = 0; i < CND_ROLE_COUNT; i++)
		names[i] = cnd_str_of(cnd_role_name((enum cnd_role)i));
	return fail_name(err, node, "section role", name,
		cnd_nearest(name, names, CND_ROLE_COUNT));
}

/* "section(role|role)": the roles as bits. */
static bool
compile_section(struct cnd_str roles, const struct cnd_yaml *node,
	struct term *term, struct cnd_error *err)
{
	term->kind = SECTION;
	do {
		struct cnd_str name = cnd_str_trim(cnd_str_split(&roles, '|'));
		enum cnd_role role;

		if (!cnd_role_of_name(name, &role))
			return fail_role(err, node, name);
		term->value |= 1u << (unsigned)role;
	} while (roles.len > 0);
	return true;
}

static bool
compile_term(struct cnd_str name, const struct cnd_yaml *node,
	struct term *term, struct cnd_error *err)
{
	struct cnd_str opening = CND_STR("section(");

	name = cnd_str_trim(name);
	if (cnd_str_starts_with(name, CND_STR("~"))) {
		term->is_not = true;
		name = cnd_str_trim(cnd_str_slice(name, 1, name.len));
	}
	if (cnd_str_starts_with(name, opening) &&
		cnd_str_ends_with(name, CND_STR(")")))
		return compile_section(
			cnd_str_slice(name, opening.len, name.len - 1), node,
			term, err);
	for (uint32_t i = 0; i < KINDS; i++) {
		if (!cnd_str_equal(name, cnd_str_of(kinds[i].name)))
			continue;
		term->kind = i;
		term->value = kinds[i].value;
		return true;
	}
	return fail_scope(err, node, name);
}

static size_t
count_terms(struct cnd_str text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += text.data[i] == '&';
	return count;
}

static bool
compile_clause(struct cnd_arena *arena, const struct cnd_yaml *node,
	struct cnd_scope *scope, struct cnd_error *err)
{
	struct clause *clause = &scope->clauses[scope->count++];
	struct cnd_str text;
	size_t wanted;

	if (!cnd_yaml_string(node, &text, err))
		return false;
	wanted = count_terms(text);
	clause->terms = cnd_arena_array(arena, wanted, sizeof(struct term));
	for (; clause->count < wanted; clause->count++) {
		struct term *term = &clause->terms[clause->count];

		if (!compile_term(cnd_str_split(&text, '&'), node, term, err))
			return false;
		if (term->is_not)
			continue;
		clause->names |= kind_of(term)->names;
		if (scope->unit == CND_SCOPE_BLOCK ||
			kind_of(term)->unit == CND_SCOPE_SENTENCE)
			scope->unit = kind_of(term)->unit;
	}
	return true;
}

bool
cnd_scope_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_scope **scope, struct cnd_error *err)
{
	static const struct cnd_yaml text = {
		.kind = CND_YAML_SCALAR,
		.line = 1,
		.column = 1,
		.text = { "text", 4 },
	};
	struct cnd_scope *made = cnd_arena_alloc(arena, sizeof(*made));
	bool is_list = node != NULL && node->kind == CND_YAML_LIST;
	size_t wanted = is_list ? cnd_yaml_count(node) : 1;
	const struct cnd_yaml *item = is_list ? node->child : node;

	if (item == NULL) {
		item = &text;
		wanted = 1;
	}
	made->clauses = cnd_arena_array(arena, wanted, sizeof(struct clause));
	for (size_t i = 0; i < wanted; i++, item = item->next)
		if (!compile_clause(arena, item, made, err))
			return false;
	*scope = made;
	return true;
}

static bool
is_same_clause(const struct clause *a, const struct clause *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->terms[i].kind != b->terms[i].kind ||
			a->terms[i].is_not != b->terms[i].is_not ||
			a->terms[i].value != b->terms[i].value)
			return false;
	return a->names == b->names;
}

bool
cnd_scope_is_same(const struct cnd_scope *a, const struct cnd_scope *b)
{
	if (a->count != b->count || a->unit != b->unit)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!is_same_clause(&a->clauses[i], &b->clauses[i]))
			return false;
	return true;
}

enum cnd_scope_unit
cnd_scope_unit_of(const struct cnd_scope *scope)
{
	return scope->unit;
}

bool
cnd_scope_is_sentence(const struct cnd_scope *scope)
{
	return scope->unit == CND_SCOPE_SENTENCE;
}

static int
compare_spans(const void *left, const void *right)
{
	const struct cnd_span *a = left;
	const struct cnd_span *b = right;

	return (a->from > b->from) - (a->from < b->from);
}

static size_t
merge_spans(struct cnd_span *spans, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (kept > 0 && spans[i].from <= spans[kept - 1].to) {
			if (spans[i].to > spans[kept - 1].to)
				spans[kept - 1].to = spans[i].to;
		} else {
			spans[kept++] = spans[i];
		}
	}
	return kept;
}

struct cnd_ground
cnd_ground_of(const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_arena *arena)
{
	struct cnd_ground ground = { .doc = doc, .review = review };
	struct cnd_span *spans;
	size_t count = 0;

	for (size_t i = 0; i < review->recommendation_count; i++)
		count += review->recommendations[i].span_count;
	if (count == 0)
		return ground;
	spans = cnd_arena_array(arena, count, sizeof(*spans));
	count = 0;
	for (size_t i = 0; i < review->recommendation_count; i++) {
		const struct cnd_recommendation *r =
			&review->recommendations[i];

		for (size_t j = 0; j < r->span_count; j++)
			spans[count++] = r->spans[j];
	}
	qsort(spans, count, sizeof(*spans), compare_spans);
	ground.recommended_count = merge_spans(spans, count);
	ground.recommended = spans;
	return ground;
}

/* Whether the place is one that rules read at all. */
static bool
is_readable(const struct clause *clause, const struct place *place)
{
	bool is_code = place->block->kind == CND_BLOCK_CODE ||
		(place->block->flags & CND_BLOCK_RAW) != 0;

	if (is_code)
		return (clause->names & NAMES_CODE) != 0;
	if (!cnd_block_is_prose(place->block))
		return false;
	return (clause->names & NAMES_QUOTES) != 0 || !is_quotation(place, 0);
}

static bool
clause_holds(const struct clause *clause, const struct place *place)
{
	for (size_t i = 0; i < clause->count; i++) {
		const struct term *term = &clause->terms[i];

		if (kind_of(term)->holds(place, term->value) == term->is_not)
			return false;
	}
	return is_readable(clause, place);
}

bool
cnd_scope_holds(const struct cnd_scope *scope, const struct cnd_ground *ground,
	struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(ground->doc, span.from);
	struct place place = { .ground = ground, .span = span };

	if (block == CND_NONE)
		return false;
	place.block = &ground->doc->blocks[block];
	for (size_t i = 0; i < scope->count; i++)
		if (clause_holds(&scope->clauses[i], &place))
			return true;
	return false;
}
