/* Own files: by name, checked as drafts, a rule's examples run. */
#include "lsp/own.h"

#include "app/file.h"
#include "base/limits.h"
#include "lint/examples.h"
#include "lsp/uri.h"
#include "read/read.h"

static bool
is_yaml(struct cnd_str path)
{
	return cnd_str_ends_with(path, CND_STR(".yml")) ||
		cnd_str_ends_with(path, CND_STR(".yaml"));
}

/* The part behind the last "/rules/"; empty for none. */
static struct cnd_str
below_rules(struct cnd_str path)
{
	static const struct cnd_str folder = CND_STR_INIT("/rules/");
	struct cnd_str rest = { 0 };
	size_t at;

	while ((at = cnd_str_find(path, folder)) != CND_NOT_FOUND) {
		rest = cnd_str_slice(path, at + folder.len, path.len);
		path = cnd_str_slice(path, at + 1, path.len);
	}
	return rest;
}

/* The part of a path below a folder; empty when it is not below it. */
static struct cnd_str
below_folder(struct cnd_str path, struct cnd_str folder)
{
	while (folder.len > 0 && folder.data[folder.len - 1] == '/')
		folder.len--;
	if (folder.len == 0 || !cnd_str_starts_with(path, folder) ||
		path.len <= folder.len + 1 || path.data[folder.len] != '/')
		return (struct cnd_str){ 0 };
	return cnd_str_slice(path, folder.len + 1, path.len);
}

/* Below a folder that the configuration above the file names. */
static struct cnd_str
below_configured(struct cnd_arena *arena, struct cnd_str path)
{
	struct cnd_error err = { 0 };
	struct cnd_buf bytes = { 0 };
	struct cnd_str folder = cnd_project_folder(arena, path.data);
	struct cnd_str file = cnd_project_config(arena, folder);
	struct cnd_config *config = NULL;
	struct cnd_str below = { 0 };

	if (file.data != NULL &&
		cnd_file_read(file.data, CND_LIMIT_YAML_BYTES, &bytes, &err))
		config =
			cnd_config_read(arena, file, cnd_buf_str(&bytes), &err);
	cnd_buf_dispose(&bytes);
	for (size_t i = 0; config != NULL && below.len == 0 &&
		i < config->rule_folders.count;
		i++) {
		struct cnd_str named = config->rule_folders.items[i].text;

		if (!cnd_str_starts_with(named, CND_STR("/")))
			named = cnd_arena_printf(arena, "%.*s/%.*s",
				CND_STR_ARG(config->folder),
				CND_STR_ARG(named));
		below = below_folder(path, named);
	}
	return below;
}

static struct cnd_str
find_below(struct cnd_arena *arena, const struct cnd_projects *projects,
	struct cnd_str path)
{
	struct cnd_str below = { 0 };

	for (size_t i = 0; i < projects->folder_count && below.len == 0; i++)
		below = below_folder(path, cnd_str_of(projects->folders[i]));
	if (below.len == 0)
		below = below_configured(arena, path);
	return below.len > 0 ? below : below_rules(path);
}

static enum cnd_own_kind
kind_below(struct cnd_str below)
{
	if (cnd_str_starts_with(below, CND_STR("lexicon/")))
		return CND_OWN_LEXICON;
	if (cnd_str_starts_with(below, CND_STR("weights/")))
		return CND_OWN_SCALE;
	if (cnd_str_starts_with(below, CND_STR("profiles/")))
		return CND_OWN_PROFILE;
	if (cnd_str_equal(below, CND_STR("structure.yml")))
		return CND_OWN_STRUCTURE;
	return CND_OWN_RULE;
}

struct cnd_own
cnd_own_of(struct cnd_arena *arena, const struct cnd_projects *projects,
	struct cnd_str uri, struct cnd_str language)
{
	struct cnd_own own = { 0 };
	struct cnd_str path = cnd_uri_path(arena, uri);
	bool is_typed = cnd_str_equal(language, CND_STR("yaml"));

	own.path = path;
	if (!is_typed && !is_yaml(path.data == NULL ? uri : path))
		return own;
	if (path.data == NULL) { /* not saved yet: it says what it is */
		own.kind = CND_OWN_RULE;
		own.below = CND_STR("draft/untitled.yml");
	} else if (cnd_str_ends_with(path, CND_STR("/" CND_CONFIG_NAME))) {
		own.kind = CND_OWN_CONFIG;
	} else {
		own.below = find_below(arena, projects, path);
		own.kind = own.below.len > 0 ? kind_below(own.below)
					     : CND_OWN_OTHER;
	}
	return own;
}

struct cnd_str
cnd_own_lexicon_name(struct cnd_str below)
{
	static const struct cnd_str folder = CND_STR_INIT("lexicon/");

	return cnd_str_starts_with(below, folder)
		? cnd_str_slice(
			  below, folder.len, cnd_str_find(below, CND_STR(".y")))
		: (struct cnd_str){ 0 };
}

bool
cnd_own_schema(const struct cnd_own *own, enum cnd_schema_kind *kind)
{
	switch (own->kind) {
	case CND_OWN_CONFIG:
		*kind = CND_SCHEMA_CONFIG;
		return true;
	case CND_OWN_RULE:
		*kind = CND_SCHEMA_RULE;
		return true;
	case CND_OWN_LEXICON:
		*kind = CND_SCHEMA_LEXICON;
		return true;
	case CND_OWN_SCALE:
		*kind = CND_SCHEMA_SCALE;
		return true;
	case CND_OWN_PROFILE:
		*kind = CND_SCHEMA_PROFILE;
		return true;
	case CND_OWN_STRUCTURE:
	case CND_OWN_OTHER:
	case CND_OWN_NONE:
		break;
	}
	return false;
}

/* ---- checking ---- */

static struct cnd_problem *
add(struct cnd_arena *arena, struct cnd_problems *problems)
{
	problems->items = cnd_arena_grow(arena, problems->items,
		problems->count, &problems->capacity, sizeof(*problems->items));
	return &problems->items[problems->count++];
}

static void
add_error(struct cnd_arena *arena, struct cnd_problems *problems,
	const struct cnd_own *own, const struct cnd_error *err)
{
	struct cnd_problem *problem = add(arena, problems);
	struct cnd_str shown = own->below.len > 0 ? own->below : own->path;
	struct cnd_str path = cnd_str_of(err->path);
	struct cnd_str message = cnd_str_of(err->message);
	bool is_here = path.len == 0 || cnd_str_equal(path, shown) ||
		cnd_str_starts_with(shown, path);

	*problem = (struct cnd_problem){ .level = CND_LEVEL_ERROR,
		.line = is_here && err->line > 0 ? err->line : 1,
		.column = is_here ? err->column : 0,
		.code = own->kind == CND_OWN_CONFIG ? CND_STR("configuration")
						    : CND_STR("rule-file") };
	problem->message = is_here
		? cnd_arena_copy(arena, message)
		: cnd_arena_printf(arena, "%s:%u: %s", err->path,
			  (unsigned)err->line, err->message);
}

static void
add_example(struct cnd_arena *arena, struct cnd_problems *problems,
	const struct cnd_example_result *result)
{
	struct cnd_problem *problem = add(arena, problems);

	*problem = (struct cnd_problem){ .level = CND_LEVEL_WARNING,
		.line = result->example == NULL ? 1 : result->example->line,
		.code = CND_STR("example") };
	switch (result->kind) {
	case CND_EXAMPLE_BAD:
		problem->message = CND_STR(
			"This 'bad' example does not make the rule fire");
		break;
	case CND_EXAMPLE_GOOD:
		problem->message = cnd_arena_printf(arena,
			"This 'good' example makes the rule fire on “%.*s”",
			CND_STR_ARG(cnd_str_slice(result->quote, 0, 120)));
		break;
	case CND_EXAMPLE_TODO:
		break;
	case CND_EXAMPLE_CASE:
		problem->message = CND_STR("This test gives other alerts");
		break;
	case CND_EXAMPLE_TOO_FEW:
		problem->level = CND_LEVEL_SUGGESTION;
		problem->message = CND_STR("A rule has two 'bad' and two "
					   "'good' examples at least");
		break;
	}
}

static struct cnd_str
id_of(struct cnd_str below)
{
	size_t end = below.len;

	while (end > 0 && below.data[end - 1] != '.')
		end--;
	return cnd_str_slice(below, 0, end > 0 ? end - 1 : below.len);
}

static void
run_examples(struct cnd_arena *arena, struct cnd_problems *problems,
	const struct cnd_ruleset *set, const struct cnd_own *own)
{
	const struct cnd_example_options options = {
		.only = id_of(own->below),
		.read = cnd_read,
	};
	struct cnd_example_results results = { 0 };
	struct cnd_error err = { 0 };

	if (!cnd_examples_run(set, &options, arena, &results, &err)) {
		add_error(arena, problems, own, &err);
		return;
	}
	for (size_t i = 0; i < results.count; i++)
		if (!results.items[i].is_right)
			add_example(arena, problems, &results.items[i]);
}

/* YAML in a folder called "rules" may be anybody's: ours says what kind. */
static bool
looks_like_rule(struct cnd_str text)
{
	return cnd_str_starts_with(text, CND_STR("extends:")) ||
		cnd_str_find(text, CND_STR("\nextends:")) != CND_NOT_FOUND;
}

struct cnd_problems
cnd_own_check(struct cnd_arena *arena, const struct cnd_projects *projects,
	const struct cnd_own *own, struct cnd_str text)
{
	const struct cnd_draft draft = { own->path, own->below, text };
	struct cnd_problems problems = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set;

	if (own->kind == CND_OWN_NONE || own->kind == CND_OWN_OTHER ||
		(own->kind == CND_OWN_RULE && !looks_like_rule(text)))
		return problems;
	if (own->kind == CND_OWN_CONFIG) {
		if (!cnd_draft_check_config(projects, &draft, &err))
			add_error(arena, &problems, own, &err);
		return problems;
	}
	set = cnd_draft_compile(projects, &draft, &err);
	if (set == NULL)
		add_error(arena, &problems, own, &err);
	else if (own->kind == CND_OWN_RULE)
		run_examples(arena, &problems, set, own);
	cnd_ruleset_free(set);
	return problems;
}
