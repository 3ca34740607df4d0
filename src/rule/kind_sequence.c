/*
 * sequence: tokens of a sentence that follow each other.  The first token
 * with a pattern that is not negated is looked for, the others beside it;
 * `skip` lets so many tokens stand between.  Tokens with a `tag` need parts
 * of speech, which are not worked out: such a rule does not load.
 */
#include "rule/kinds.h"
#include "rule/vale_words.h"

static const char *const keys[] = { "tokens", NULL };

/* Tokens of a rule, skips counted, and of a sentence; rules have ten. */
enum { TOKENS_MOST = 64, WORDS_MOST = 600 };

struct token {
	const struct cnd_query *regex; /* NULL: anything */
	bool is_negated;
	bool is_optional;
	bool is_first; /* of those that `skip` makes */
	bool is_last;
	bool has_skip;
};

struct sequence {
	struct token tokens[TOKENS_MOST];
	size_t count;
	size_t anchor;
};

static bool
read_pattern(struct cnd_compile *compile, const struct cnd_yaml *item,
	struct token *token, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(item, "pattern");
	struct cnd_pattern pattern = { .node = node };

	if (node == NULL)
		return true;
	if (!cnd_yaml_string(node, &pattern.text, err))
		return false;
	if (pattern.text.len == 0)
		return true;
	token->regex = cnd_compile_regex(compile, &pattern, err);
	return token->regex != NULL;
}

static bool
add_token(struct sequence *data, struct token token, struct cnd_error *err,
	const struct cnd_yaml *item)
{
	if (data->count == TOKENS_MOST)
		return cnd_rule_fail(err, item,
			"a sequence has at most %d tokens", TOKENS_MOST);
	data->tokens[data->count++] = token;
	return true;
}

static bool
add_tokens(struct sequence *data, struct token token, uint32_t skip,
	const struct cnd_yaml *item, struct cnd_error *err)
{
	token.has_skip = skip > 0;
	token.is_optional = true;
	for (uint32_t i = 0; i < skip; i++) {
		token.is_first = i == 0;
		if (!add_token(data, token, err, item))
			return false;
	}
	token.is_optional = false;
	token.is_last = true;
	return token.regex == NULL || add_token(data, token, err, item);
}

static bool
read_token(struct sequence *data, struct cnd_compile *compile,
	const struct cnd_yaml *item, struct cnd_error *err)
{
	const struct cnd_yaml *tag = cnd_yaml_get(item, "tag");
	const struct cnd_yaml *negate = cnd_yaml_get(item, "negate");
	const struct cnd_yaml *skip = cnd_yaml_get(item, "skip");
	struct token token = { 0 };
	double number = 0;

	if (item->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, item, "a token is a map of keys");
	if (tag != NULL && tag->text.len > 0)
		return cnd_rule_fail(err, tag,
			"'tag' needs parts of speech, which are not worked "
			"out: the sequence is not looked for");
	if ((negate != NULL &&
		    !cnd_yaml_bool(negate, &token.is_negated, err)) ||
		(skip != NULL && !cnd_yaml_number(skip, &number, err)) ||
		!read_pattern(compile, item, &token, err))
		return false;
	if (!(number >= 0 && number < TOKENS_MOST))
		return cnd_rule_fail(err, skip, "'skip' is a small number");
	return add_tokens(data, token, (uint32_t)number, item, err);
}

static bool
compile_sequence(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *list = cnd_compile_need(compile, "tokens", err);
	struct sequence *data = cnd_arena_alloc(compile->arena, sizeof(*data));

	rule->data = data;
	if (list == NULL)
		return false;
	if (!rule->is_vale)
		return cnd_rule_fail(err, compile->file,
			"'sequence' is for rules of Vale styles");
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next)
		if (!read_token(data, compile, n, err))
			return false;
	while (data->anchor < data->count &&
		(data->tokens[data->anchor].regex == NULL ||
			data->tokens[data->anchor].is_negated))
		data->anchor++;
	if (data->anchor == data->count)
		return cnd_rule_fail(err, list,
			"a sequence needs a token with a 'pattern' that is "
			"not negated");
	return cnd_vale_scope_only(
		compile->arena, "sentence", &rule->vale_scope);
}

/* A sentence's tokens, as spans of the pass's text. */
struct sentence {
	struct cnd_span words[WORDS_MOST];
	size_t count;
};

static bool
matches(const struct cnd_check *check, const struct token *token,
	struct cnd_span word)
{
	bool is_found;

	if (token->regex == NULL)
		return true;
	is_found = cnd_query_find(token->regex, cnd_check_text(check, word), 0,
			   NULL) == CND_REGEX_MATCH;
	return is_found != token->is_negated;
}

/* The tokens before the anchor, from right to left; false: they differ. */
static bool
matches_before(const struct sequence *data, const struct cnd_check *check,
	const struct sentence *sentence, size_t at, size_t *first)
{
	*first = at;
	for (size_t i = 1; i <= data->anchor; i++) {
		struct token token = data->tokens[data->anchor - i];
		bool is_right;

		if (i > at)
			return false;
		if (token.has_skip)
			token.is_optional =
				(token.is_optional || token.is_last) &&
				!token.is_first;
		*first = at - i;
		is_right = matches(check, &token, sentence->words[at - i]);
		if (!is_right && !token.is_optional)
			return false;
		if (is_right && token.is_optional)
			break;
	}
	return true;
}

/* The anchor and the tokens behind it; false: they differ. */
static bool
matches_behind(const struct sequence *data, const struct cnd_check *check,
	const struct sentence *sentence, size_t at, size_t *last)
{
	for (size_t i = 0; data->anchor + i < data->count; i++) {
		const struct token *token = &data->tokens[data->anchor + i];
		bool is_right;

		if (at + i >= sentence->count)
			return false;
		*last = at + i;
		is_right = matches(check, token, sentence->words[at + i]);
		if (!is_right && !token->is_optional)
			return false;
		if (is_right && token->is_optional)
			break;
	}
	return true;
}

static void
report(const struct cnd_rule *rule, struct cnd_check *check,
	const struct sentence *sentence, size_t first, size_t last)
{
	struct cnd_span span = { sentence->words[first].from,
		sentence->words[last].to };
	size_t count = last + 1 - first;
	struct cnd_str *words =
		cnd_arena_array(check->arena, count, sizeof(*words));
	struct cnd_finding *finding;
	struct cnd_str better;

	for (size_t i = 0; i < count; i++)
		words[i] = cnd_check_text(check, sentence->words[first + i]);
	finding = cnd_check_emit(check, rule, span, words, count);
	cnd_check_offer(
		check, rule, finding, cnd_check_text(check, span), &better);
}

static void
check_sentence(const struct cnd_rule *rule, struct cnd_check *check,
	const struct sentence *sentence)
{
	const struct sequence *data = rule->data;
	size_t first = 0;
	size_t last = 0;

	for (size_t at = 0; at < sentence->count; at++)
		if (matches(check, &data->tokens[data->anchor],
			    sentence->words[at]) &&
			matches_before(data, check, sentence, at, &first) &&
			matches_behind(data, check, sentence, at, &last))
			report(rule, check, sentence, first, last);
}

static void
check_sequence(const struct cnd_rule *rule, struct cnd_check *check)
{
	struct sentence *sentence =
		cnd_arena_alloc(check->arena, sizeof(*sentence));

	for (size_t i = 0; i < check->pass.unit_count; i++) {
		struct cnd_span unit = check->pass.units[i];
		struct cnd_str text = cnd_check_text(check, unit);
		struct cnd_span word;
		size_t at = 0;

		if (!cnd_check_in_scope(check, rule, unit))
			continue;
		sentence->count = 0;
		while (sentence->count < WORDS_MOST &&
			cnd_vale_token_next(text, &at, &word))
			sentence->words[sentence->count++] =
				(struct cnd_span){ unit.from + word.from,
					unit.from + word.to };
		check_sentence(rule, check, sentence);
	}
}

const struct cnd_kind cnd_kind_sequence = {
	.name = "sequence",
	.keys = keys,
	.compile = compile_sequence,
	.check = check_sequence,
};
