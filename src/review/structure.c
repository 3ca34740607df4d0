/*
 * Compiles rules/structure.yml: each list of patterns becomes one
 * alternation, so that a heading or a line is looked at once per cue.
 */
#include "review/cues.h"

#include "base/buf.h"
#include "review/anatomy.h"

#include <stdlib.h>
#include <string.h>

static const char *const column_names[CND_COLUMN_COUNT] = {
	[CND_COLUMN_NONE] = "",
	[CND_COLUMN_NUMBER] = "number",
	[CND_COLUMN_STATUS] = "status",
	[CND_COLUMN_MEASURE] = "measure",
	[CND_COLUMN_TIME] = "time",
	[CND_COLUMN_OWNER] = "owner",
	[CND_COLUMN_RECOMMENDATION] = "recommendation",
	[CND_COLUMN_ACTION] = "action",
	[CND_COLUMN_THEME] = "theme",
};

static const char *const cue_names[CND_CUE_COUNT] = {
	[CND_CUE_HEADING_NUMBER] = "heading-number",
	[CND_CUE_LABEL] = "label",
	[CND_CUE_LABEL_BEHIND] = "label-behind",
	[CND_CUE_LABEL_WITHIN] = "label-within",
	[CND_CUE_LABEL_SPEAKS] = "label-speaks",
	[CND_CUE_ITEM_LABEL] = "item-label",
	[CND_CUE_ACTION_LABEL] = "action-label",
	[CND_CUE_FIELD_LINE] = "field-line",
	[CND_CUE_LABEL_CODE] = "label-code",
	[CND_CUE_ROW_NUMBER] = "row-number",
	[CND_CUE_DIRECTIVE] = "directive",
	[CND_CUE_WEAK_DIRECTIVE] = "weak-directive",
	[CND_CUE_IMPERATIVE] = "imperative",
	[CND_CUE_ASIDE] = "aside",
	[CND_CUE_NOT_ITEM] = "not-item",
	[CND_CUE_FOUND] = "found",
	[CND_CUE_EARLIER] = "earlier",
	[CND_CUE_QUESTION] = "question",
	[CND_CUE_LEAD_MODAL] = "lead-modal",
	[CND_CUE_LEAD_ELABORATING] = "lead-elaborating",
	[CND_CUE_ANNOUNCES] = "announces",
	[CND_CUE_LEAD_ENSURING] = "lead-ensuring",
	[CND_CUE_LEAD_RUN] = "lead-run",
	[CND_CUE_GOES_ON] = "goes-on",
	[CND_CUE_ORDINAL] = "ordinal",
	[CND_CUE_LEAD_INTRO] = "lead-intro",
	[CND_CUE_LEAD_QUESTION] = "lead-question",
	[CND_CUE_LEAD_OTHER] = "lead-other",
	[CND_CUE_DUTY] = "duty",
	[CND_CUE_RECOMMENDS] = "recommends",
	[CND_CUE_ASKS] = "asks",
	[CND_CUE_ASKS_SEVERAL] = "asks-several",
	[CND_CUE_TIME_CELL] = "time-cell",
	[CND_CUE_TIME_HEADING] = "time-heading",
	[CND_CUE_GROUP_HEADING] = "group-heading",
	[CND_CUE_SECTOR_HEADING] = "sector-heading",
	[CND_CUE_HEADING_ORDER] = "heading-order",
	[CND_CUE_HEADING_ASKS] = "heading-asks",
	[CND_CUE_HEADING_OPENS] = "heading-opens",
	[CND_CUE_MEASURE_CELL] = "measure-cell",
	[CND_CUE_RECOMMENDS_NOT] = "recommends-not",
	[CND_CUE_UNDERTAKING] = "undertaking",
	[CND_CUE_BRIEF_ORDER] = "brief-order",
	[CND_CUE_ONWARD] = "onward",
	[CND_CUE_LOOKING_BACK] = "looking-back",
	[CND_CUE_AGENCY_TO] = "agency-to",
	[CND_CUE_MIXED] = "mixed",
	[CND_CUE_OF_REVIEW] = "of-review",
	[CND_CUE_REPORT_DATE] = "report-date",
	[CND_CUE_FINDING_HEADING] = "finding-heading",
	[CND_CUE_FINDING_REFERENCE] = "finding-reference",
	[CND_CUE_PARAGRAPH_REFERENCE] = "paragraph-reference",
	[CND_CUE_STATEMENT] = "statement",
	[CND_CUE_ACT] = "act",
	[CND_CUE_CALLED] = "called",
	[CND_CUE_MEANT] = "meant",
};

/* What compiling one file needs at every step. */
struct compiler {
	struct cnd_arena *arena;
	struct cnd_lexicons lexicons; /* those given and the file's `words` */
	struct cnd_structure *structure;
	unsigned flags; /* of its patterns */
	struct cnd_error *err;
};

/* A key of a map, and what reads its value. */
struct key_reader {
	const char *name;
	bool (*read)(struct compiler *compiler, const struct cnd_yaml *node);
};

static bool
fail_at(struct compiler *compiler, const struct cnd_yaml *node)
{
	return cnd_fail_at(
		compiler->err, (struct cnd_str){ 0 }, node->line, node->column);
}

/* The index of a key among known names; an unknown one is an error. */
static bool
find_name(struct compiler *compiler, const struct cnd_yaml *key,
	const char *const *names, size_t count, size_t *index)
{
	struct cnd_str known[CND_CUE_COUNT + CND_ROLE_COUNT];
	struct cnd_str near;

	for (size_t i = 0; i < count; i++) {
		known[i] = cnd_str_of(names[i]);
		if (known[i].len > 0 && cnd_str_equal(known[i], key->text)) {
			*index = i;
			return true;
		}
	}
	near = cnd_nearest(key->text, known, count);
	cnd_fail(compiler->err, CND_ERR_RULE, "'%.*s' is not known%s%.*s%s",
		CND_STR_ARG(cnd_str_slice(key->text, 0, 80)),
		near.len > 0 ? "; did you mean '" : "", CND_STR_ARG(near),
		near.len > 0 ? "'?" : "");
	return fail_at(compiler, key);
}

static bool
expect(struct compiler *compiler, const struct cnd_yaml *node,
	enum cnd_yaml_kind kind, const char *what)
{
	if (node->kind == kind)
		return true;
	cnd_fail(compiler->err, CND_ERR_RULE, "must be %s", what);
	return fail_at(compiler, node);
}

/* Compiles each pattern alone, to say which of a list is wrong. */
static bool
blame(struct compiler *compiler, const struct cnd_yaml *node)
{
	struct cnd_str expanded;

	for (; node != NULL; node = node->next) {
		struct cnd_error err = { 0 };

		if (cnd_pattern_expand(compiler->arena, &compiler->lexicons,
			    node->text, &expanded, &err) &&
			cnd_query_new(compiler->arena, expanded,
				CND_REGEX_FOLD_CASE, &err) != NULL)
			continue;
		err.line = 0;
		err.column = 0;
		*compiler->err = err;
		return fail_at(compiler, node);
	}
	return false;
}

static bool
join_patterns(struct compiler *compiler, const struct cnd_yaml *node,
	struct cnd_buf *out)
{
	const struct cnd_yaml *first = node;

	for (; node != NULL; node = node->next) {
		struct cnd_str expanded;

		if (!expect(compiler, node, CND_YAML_SCALAR, "a pattern"))
			return false;
		if (!cnd_pattern_expand(compiler->arena, &compiler->lexicons,
			    node->text, &expanded, compiler->err))
			return blame(compiler, node);
		if (node != first)
			cnd_buf_putc(out, '|');
		cnd_buf_put(out, expanded);
	}
	return true;
}

/* The same of a list's patterns, or of a scalar, which is one. */
static bool
join_list(struct compiler *compiler, const struct cnd_yaml *node,
	struct cnd_buf *out)
{
	struct cnd_yaml alone = *node;

	alone.next = NULL;
	return join_patterns(compiler,
		node->kind == CND_YAML_LIST ? node->child : &alone, out);
}

/* What is around the alternation; is_word: not inside a longer word. */
static const char *
opening(bool is_word)
{
	return is_word ? "(?<!\\w)(?|" : "(?|";
}

static const char *
closing(bool is_word)
{
	return is_word ? ")(?!\\w)" : ")";
}

/*
 * A scalar or a list of patterns as one regex.  "(?|" lets each pattern
 * count its groups from one.
 */
static bool
read_patterns(struct compiler *compiler, const struct cnd_yaml *node,
	bool is_word, const struct cnd_query **regex)
{
	const struct cnd_yaml *first =
		node->kind == CND_YAML_LIST ? node->child : node;
	struct cnd_buf out = { 0 };
	bool ok;

	if (first == NULL || node->kind == CND_YAML_MAP) {
		cnd_fail(compiler->err, CND_ERR_RULE,
			"must be a list of patterns");
		return fail_at(compiler, node);
	}
	cnd_buf_puts(&out, opening(is_word));
	ok = join_list(compiler, node, &out);
	cnd_buf_puts(&out, closing(is_word));
	if (ok) {
		*regex = cnd_query_new(compiler->arena, cnd_buf_str(&out),
			compiler->flags, compiler->err);
		ok = *regex != NULL ||
			(first == node ? fail_at(compiler, node)
				       : blame(compiler, first));
	}
	cnd_buf_dispose(&out);
	return ok;
}

/* A map with only the keys named; patterns go where `into` points. */
static bool
read_pattern_map(struct compiler *compiler, const struct cnd_yaml *node,
	const char *const *names, const struct cnd_query **const *into,
	size_t count)
{
	if (!expect(compiler, node, CND_YAML_MAP, "a map"))
		return false;
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		size_t index;

		if (!find_name(compiler, n->key, names, count, &index) ||
			!read_patterns(compiler, n, true, into[index]))
			return false;
	}
	return true;
}

static bool
read_role(struct compiler *compiler, const struct cnd_yaml *node)
{
	struct cnd_structure *structure = compiler->structure;
	struct cnd_role_cue *cue = &structure->roles[structure->role_count++];
	static const char *const names[] = { "any", "not" };
	const struct cnd_query **const into[] = { &cue->heading.any,
		&cue->heading.but };
	const char *roles[CND_ROLE_COUNT];
	size_t index;

	for (size_t i = 0; i < CND_ROLE_COUNT; i++)
		roles[i] = cnd_role_name((enum cnd_role)i);
	if (!find_name(compiler, node->key, roles, CND_ROLE_COUNT, &index) ||
		!read_pattern_map(compiler, node, names, into, 2))
		return false;
	cue->role = (enum cnd_role)index;
	return true;
}

static bool
read_roles(struct compiler *compiler, const struct cnd_yaml *node)
{
	if (!expect(compiler, node, CND_YAML_MAP, "a map of roles"))
		return false;
	compiler->structure->roles = cnd_arena_array(compiler->arena,
		cnd_yaml_count(node) + 1, sizeof(*compiler->structure->roles));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next)
		if (!read_role(compiler, n))
			return false;
	return true;
}

/*
 * The titles and statutes of all types as one regex: most blocks hold none
 * of them, and are told by it at one look.
 */
static bool
join_types(struct compiler *compiler, const struct cnd_yaml *types)
{
	static const char *const names[] = { "titles", "statutes" };
	struct cnd_buf out = { 0 };
	bool ok = true;

	cnd_buf_puts(&out, opening(true));
	for (const struct cnd_yaml *n = types->child; n != NULL; n = n->next) {
		for (size_t i = 0; i < 2; i++) {
			const struct cnd_yaml *list = cnd_yaml_get(n, names[i]);

			if (list == NULL)
				continue;
			if (out.len > strlen(opening(true)))
				cnd_buf_putc(&out, '|');
			ok = ok && join_list(compiler, list, &out);
		}
	}
	cnd_buf_puts(&out, closing(true));
	if (ok)
		compiler->structure->type_words = cnd_query_new(compiler->arena,
			cnd_buf_str(&out), compiler->flags, compiler->err);
	cnd_buf_dispose(&out);
	return ok && compiler->structure->type_words != NULL;
}

static bool
read_types(struct compiler *compiler, const struct cnd_yaml *node)
{
	struct cnd_structure *structure = compiler->structure;
	static const char *const names[] = { "titles", "statutes",
		"recommendations", "answers", "parts" };
	size_t count = cnd_yaml_count(node);

	if (!expect(compiler, node, CND_YAML_MAP, "a map of review types"))
		return false;
	structure->types = cnd_arena_array(
		compiler->arena, count + 1, sizeof(*structure->types));
	structure->profiles = cnd_arena_array(
		compiler->arena, count + 1, sizeof(*structure->profiles));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		struct cnd_type_cue *type =
			&structure->types[structure->type_count];
		const struct cnd_query **const into[] = { &type->titles,
			&type->statutes, &type->recommendations, &type->answers,
			&type->parts };

		if (!read_pattern_map(compiler, n, names, into, 5))
			return false;
		structure->profiles[structure->type_count++] =
			cnd_arena_copy(compiler->arena, n->key->text);
	}
	return join_types(compiler, node) || fail_at(compiler, node);
}

static bool
read_columns(struct compiler *compiler, const struct cnd_yaml *node)
{
	struct cnd_structure *structure = compiler->structure;

	if (!expect(compiler, node, CND_YAML_MAP, "a map of columns"))
		return false;
	structure->columns = cnd_arena_array(compiler->arena,
		cnd_yaml_count(node) + 1, sizeof(*structure->columns));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		struct cnd_column_cue *cue =
			&structure->columns[structure->column_count++];
		size_t index;

		if (!find_name(compiler, n->key, column_names, CND_COLUMN_COUNT,
			    &index) ||
			!read_patterns(compiler, n, true, &cue->header))
			return false;
		cue->column = (enum cnd_column)index;
	}
	return true;
}

static bool
read_cues(struct compiler *compiler, const struct cnd_yaml *node)
{
	const struct cnd_query **cues = compiler->structure->cues;

	if (!expect(compiler, node, CND_YAML_MAP, "a map of cues"))
		return false;
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		size_t index;

		if (!find_name(compiler, n->key, cue_names, CND_CUE_COUNT,
			    &index) ||
			!read_patterns(compiler, n, false, &cues[index]))
			return false;
	}
	for (size_t i = 0; i < CND_CUE_COUNT; i++) {
		if (cues[i] != NULL)
			continue;
		cnd_fail(compiler->err, CND_ERR_RULE, "cue '%s' is missing",
			cue_names[i]);
		return fail_at(compiler, node);
	}
	return true;
}

static bool
read_appendix(struct compiler *compiler, const struct cnd_yaml *node)
{
	return read_patterns(
		compiler, node, false, &compiler->structure->appendix);
}

static bool
read_bodies(struct compiler *compiler, const struct cnd_yaml *node)
{
	return read_patterns(
		compiler, node, true, &compiler->structure->bodies);
}

/* Needs no reading: a description, or `words`, which were read before. */
static bool
skip(struct compiler *compiler, const struct cnd_yaml *node)
{
	(void)compiler;
	(void)node;
	return true;
}

/* All of these but the first two must be there. */
static const struct key_reader readers[] = {
	{ "description", skip },
	{ "words", skip },
	{ "roles", read_roles },
	{ "appendix", read_appendix },
	{ "types", read_types },
	{ "columns", read_columns },
	{ "bodies", read_bodies },
	{ "cues", read_cues },
};

enum {
	READER_COUNT = sizeof(readers) / sizeof(readers[0]),
	FIRST_REQUIRED = 2,
};

/* One list of `words`, as a lexicon of its own. */
static bool
read_word_list(struct compiler *compiler, const struct cnd_yaml *list)
{
	struct cnd_lexicon *lexicon =
		&compiler->lexicons.items[compiler->lexicons.count++];
	struct cnd_str *entries = cnd_arena_array(
		compiler->arena, cnd_yaml_count(list) + 1, sizeof(*entries));

	if (!expect(compiler, list, CND_YAML_LIST, "a list of patterns"))
		return false;
	lexicon->name = list->key->text;
	lexicon->entries = entries;
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next) {
		if (!expect(compiler, n, CND_YAML_SCALAR, "a pattern"))
			return false;
		entries[lexicon->count++] = n->text;
	}
	return true;
}

/* The file's own word lists join those given, and hide none of them. */
static bool
read_words(struct compiler *compiler, const struct cnd_yaml *file,
	const struct cnd_lexicons *lexicons)
{
	const struct cnd_yaml *words = cnd_yaml_get(file, "words");
	size_t given = lexicons != NULL ? lexicons->count : 0;
	size_t own = words != NULL ? cnd_yaml_count(words) : 0;

	compiler->lexicons.items = cnd_arena_array(compiler->arena,
		given + own + 1, sizeof(*compiler->lexicons.items));
	compiler->lexicons.count = given;
	if (given > 0)
		memcpy(compiler->lexicons.items, lexicons->items,
			given * sizeof(*lexicons->items));
	if (words == NULL)
		return true;
	if (!expect(compiler, words, CND_YAML_MAP, "a map of word lists"))
		return false;
	for (const struct cnd_yaml *n = words->child; n != NULL; n = n->next)
		if (!read_word_list(compiler, n))
			return false;
	return true;
}

static bool
read_file(struct compiler *compiler, const struct cnd_yaml *file)
{
	const char *names[READER_COUNT];

	for (size_t i = 0; i < READER_COUNT; i++)
		names[i] = readers[i].name;
	if (!expect(compiler, file, CND_YAML_MAP, "a map"))
		return false;
	for (const struct cnd_yaml *n = file->child; n != NULL; n = n->next) {
		size_t index;

		if (!find_name(compiler, n->key, names, READER_COUNT, &index) ||
			!readers[index].read(compiler, n))
			return false;
	}
	for (size_t i = FIRST_REQUIRED; i < READER_COUNT; i++) {
		if (cnd_yaml_get(file, names[i]) != NULL)
			continue;
		cnd_fail(compiler->err, CND_ERR_RULE, "'%s' is missing",
			names[i]);
		return fail_at(compiler, file);
	}
	return true;
}

struct cnd_structure *
cnd_structure_new(struct cnd_arena *arena, const struct cnd_yaml *file,
	const struct cnd_lexicons *lexicons, bool is_trusted,
	struct cnd_error *err)
{
	struct compiler compiler = {
		.arena = arena,
		.flags = CND_REGEX_FOLD_CASE |
			(is_trusted ? CND_REGEX_TRUSTED : 0),
		.err = err,
	};
	struct cnd_structure *structure;

	structure = cnd_arena_alloc(arena, sizeof(*structure));
	compiler.structure = structure;
	if (file->kind == CND_YAML_MAP &&
		!read_words(&compiler, file, lexicons))
		return NULL;
	if (!read_file(&compiler, file))
		return NULL;
	structure->profiles[structure->type_count] =
		cnd_arena_copy(arena, CND_STR("general"));
	structure->anatomy = cnd_anatomy_new(arena, lexicons, err);
	return structure->anatomy != NULL ? structure : NULL;
}

void
cnd_structure_weigh(
	struct cnd_structure *structure, const struct cnd_scales *scales)
{
	cnd_anatomy_weigh(structure->anatomy, scales);
}

const struct cnd_str *
cnd_structure_profiles(const struct cnd_structure *structure, size_t *count)
{
	*count = structure->type_count + 1;
	return structure->profiles;
}

const struct cnd_anatomy *
cnd_structure_anatomy(const struct cnd_structure *structure)
{
	return structure->anatomy;
}
