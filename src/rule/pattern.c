/*
 * How a kind's patterns get from the rule file into the matcher, and how
 * its other keys are read.
 */
#include "base/limits.h"
#include "match/divide.h"
#include "rule/rule.h"
#include "rule/vale_behind.h"
#include "rule/vale_pattern.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

bool
cnd_rule_fail(struct cnd_error *err, const struct cnd_yaml *node,
	const char *format, ...)
{
	char words[CND_ERROR_MESSAGE];
	va_list args;

	va_start(args, format);
	vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	cnd_fail(err, CND_ERR_RULE, "%s", words);
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

/* What stands around a pattern that is a word. */
static const char word_opening[] = "\\b(?:";
static const char word_closing[] = ")\\b";

/*
 * Says where in the pattern it went wrong, when what was tried is the
 * pattern as it stands in the file, and where the pattern is.
 */
static bool
fail_pattern(struct cnd_error *err, const struct cnd_pattern *pattern,
	struct cnd_str tried)
{
	size_t before = cnd_str_equal(tried, pattern->text)
		? 0
		: sizeof(word_opening) - 1;
	size_t len = pattern->text.len;
	size_t column = err->column > before ? err->column - before : 0;
	char words[CND_ERROR_MESSAGE];

	snprintf(words, sizeof(words), "%s", err->message);
	if (column == 0 ||
		!cnd_str_equal(cnd_str_slice(tried, before, before + len),
			pattern->text))
		return cnd_rule_fail(err, pattern->node, "%s", words);
	return cnd_rule_fail(err, pattern->node, "%s (at character %zu)", words,
		column <= len ? column : len + 1);
}

static unsigned
flags_of(const struct cnd_rule *rule)
{
	unsigned flags = CND_REGEX_LINES;

	if (rule->is_folding)
		flags |= CND_REGEX_FOLD_CASE;
	if (rule->is_trusted)
		flags |= CND_REGEX_TRUSTED;
	return flags;
}

static bool
prepare(struct cnd_compile *compile, const struct cnd_pattern *pattern,
	struct cnd_str *made, struct cnd_error *err)
{
	struct cnd_str text = pattern->text;

	if (cnd_str_trim(text).len == 0)
		return cnd_rule_fail(err, pattern->node, "a pattern is empty");
	if (compile->rule->is_vale)
		text = cnd_vale_behinds(
			compile->arena, cnd_vale_pattern(compile->arena, text));
	else if (!cnd_pattern_expand(
			 compile->arena, compile->lexicons, text, &text, err))
		return fail_pattern(err, pattern, pattern->text);
	if (text.len > CND_LIMIT_PATTERN_BYTES)
		return cnd_rule_fail(err, pattern->node,
			"the pattern is longer than %u bytes",
			CND_LIMIT_PATTERN_BYTES);
	if (pattern->is_whole && compile->rule->is_vale)
		text = cnd_arena_printf(
			compile->arena, "(?-m)%.*s", CND_STR_ARG(text));
	*made = text;
	return true;
}

/* The pattern's text, or a part of it, as it is matched. */
static struct cnd_str
finish(struct cnd_compile *compile, const struct cnd_pattern *pattern,
	struct cnd_str text)
{
	if (!pattern->is_word)
		return text;
	return cnd_arena_printf(compile->arena, "%s%.*s%s", word_opening,
		CND_STR_ARG(text), word_closing);
}

uint32_t
cnd_compile_tag(struct cnd_compile *compile)
{
	return compile->next_tag++;
}

bool
cnd_compile_pattern(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, uint32_t tag, struct cnd_error *err)
{
	struct cnd_str text = { 0 };
	unsigned flags = flags_of(compile->rule);

	if (!prepare(compile, pattern, &text, err))
		return false;
	text = finish(compile, pattern, text);
	if (cnd_scope_is_sentence(compile->rule->scope))
		flags |= CND_MATCHER_SENTENCE;
	if (pattern->is_hint)
		flags |= CND_MATCHER_HINT;
	if (!cnd_matcher_add(compile->matcher, text, flags, tag, err))
		return fail_pattern(err, pattern, text);
	compile->next_pattern++;
	return true;
}

struct cnd_shared_regex {
	struct cnd_str text;
	unsigned flags;
	const struct cnd_query *regex;
	bool is_marked;
	struct cnd_marks marks;
	struct cnd_shared_regex *next;
};

static struct cnd_shared_regex *
find_shared(
	const struct cnd_compile *compile, struct cnd_str text, unsigned flags)
{
	struct cnd_shared_regex *shared = compile->shared;

	while (shared != NULL &&
		(shared->flags != flags || !cnd_str_equal(shared->text, text)))
		shared = shared->next;
	return shared;
}

static struct cnd_shared_regex *
share(struct cnd_compile *compile, struct cnd_str text, unsigned flags,
	const struct cnd_query *regex)
{
	struct cnd_shared_regex *shared =
		cnd_arena_alloc(compile->arena, sizeof(*shared));

	*shared = (struct cnd_shared_regex){
		.text = cnd_arena_copy(compile->arena, text),
		.flags = flags,
		.regex = regex,
		.next = compile->shared,
	};
	compile->shared = shared;
	return shared;
}

void
cnd_shared_forget(const struct cnd_shared_regex *shared)
{
	for (; shared != NULL; shared = shared->next)
		cnd_query_forget(shared->regex);
}

/* NULL and err, without the pattern's place: fail_pattern adds it. */
static struct cnd_shared_regex *
compile_shared(
	struct cnd_compile *compile, struct cnd_str text, struct cnd_error *err)
{
	unsigned flags = flags_of(compile->rule);
	struct cnd_shared_regex *shared = find_shared(compile, text, flags);
	const struct cnd_query *regex;

	if (shared != NULL)
		return shared;
	regex = cnd_query_new(compile->arena, text, flags, err);
	return regex == NULL ? NULL : share(compile, text, flags, regex);
}

const struct cnd_query *
cnd_compile_regex(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, struct cnd_error *err)
{
	struct cnd_str text = { 0 };
	struct cnd_shared_regex *shared;

	if (!prepare(compile, pattern, &text, err))
		return NULL;
	text = finish(compile, pattern, text);
	shared = compile_shared(compile, text, err);
	if (shared != NULL)
		return shared->regex;
	fail_pattern(err, pattern, text);
	return NULL;
}

static bool
compile_choice(struct cnd_compile *compile, struct cnd_str text,
	struct cnd_choice *choice, struct cnd_error *err)
{
	struct cnd_shared_regex *shared = compile_shared(compile, text, err);

	if (shared == NULL)
		return false;
	if (!shared->is_marked)
		shared->marks = cnd_matcher_mark(
			compile->matcher, shared->text, shared->flags);
	shared->is_marked = true;
	*choice = (struct cnd_choice){ shared->regex, shared->marks };
	return true;
}

bool
cnd_compile_choices(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, struct cnd_choices *choices,
	struct cnd_error *err)
{
	struct cnd_str text = { 0 };
	const struct cnd_str *parts;
	struct cnd_choice *items;

	if (!prepare(compile, pattern, &text, err))
		return false;
	parts = cnd_pattern_divide(compile->arena, text, &choices->count);
	items = cnd_arena_array(compile->arena, choices->count, sizeof(*items));
	choices->items = items;
	for (size_t i = 0; i < choices->count; i++) {
		text = finish(compile, pattern, parts[i]);
		if (!compile_choice(compile, text, &items[i], err))
			return fail_pattern(err, pattern, text);
	}
	return true;
}

bool
cnd_compile_strings(struct cnd_compile *compile, const struct cnd_yaml *list,
	const struct cnd_str **strings, size_t *count, struct cnd_error *err)
{
	bool is_list = list != NULL && list->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? list->child : list;
	size_t wanted = is_list ? cnd_yaml_count(list) : 1;
	struct cnd_str *made;

	*strings = NULL;
	*count = 0;
	if (item == NULL)
		return true;
	made = cnd_arena_array(compile->arena, wanted, sizeof(*made));
	for (size_t i = 0; i < wanted; i++, item = item->next)
		if (!cnd_yaml_string(item, &made[i], err))
			return false;
	*strings = made;
	*count = wanted;
	return true;
}

/*
 * Vale makes one alternation of a list: empty entries fall out of it, and
 * what an entry sets holds for those behind it.  False for an empty one.
 */
static bool
join_alternation(struct cnd_compile *compile, struct cnd_pattern *pattern,
	struct cnd_str *options)
{
	struct cnd_str own = pattern->text;

	if (cnd_str_trim(own).len == 0)
		return false;
	if (options->len > 0)
		pattern->text = cnd_arena_printf(compile->arena, "%.*s%.*s",
			CND_STR_ARG(*options), CND_STR_ARG(own));
	*options = cnd_vale_options(compile->arena, *options, own);
	return true;
}

bool
cnd_compile_patterns(struct cnd_compile *compile, const struct cnd_yaml *list,
	bool is_word, uint32_t *tag, struct cnd_error *err)
{
	struct cnd_str options = { 0 };
	bool is_list = list != NULL && list->kind == CND_YAML_LIST;
	const struct cnd_yaml *item = is_list ? list->child : list;

	*tag = cnd_compile_tag(compile);
	for (; item != NULL; item = is_list ? item->next : NULL) {
		struct cnd_pattern pattern = { .node = item,
			.is_word = is_word };

		if (!cnd_yaml_string(item, &pattern.text, err))
			return false;
		if (compile->rule->is_vale &&
			!join_alternation(compile, &pattern, &options))
			continue;
		if (!cnd_compile_pattern(compile, &pattern, *tag, err))
			return false;
	}
	return true;
}

bool
cnd_compile_count(struct cnd_compile *compile, const char *key, uint32_t *value,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, key);
	double number;

	if (node == NULL)
		return true;
	if (!cnd_yaml_number(node, &number, err))
		return false;
	if (!(number >= 0 && number <= 1e6) || floor(number) != number)
		return cnd_rule_fail(err, node,
			"'%s' must be a whole number from 0 to 1000000", key);
	*value = (uint32_t)number;
	return true;
}

bool
cnd_compile_bool(struct cnd_compile *compile, const char *key, bool *value,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, key);

	return node == NULL || cnd_yaml_bool(node, value, err);
}

const struct cnd_yaml *
cnd_compile_need(
	struct cnd_compile *compile, const char *key, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, key);

	if (node == NULL)
		cnd_rule_fail(err, compile->file, "'%s' is missing", key);
	return node;
}
