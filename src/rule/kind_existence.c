/*
 * existence: words that should not be there.  `tokens` stand between word
 * boundaries, `nonword` takes those away, `raw` is one pattern in pieces;
 * `check` names a test of digits that a match must pass as well.
 */
#include "base/buf.h"
#include "rule/checks.h"
#include "rule/exceptions.h"
#include "rule/kinds.h"

static const char *const keys[] = { "tokens", "raw", "nonword", "exceptions",
	"append", "vocab", "check", NULL };

struct existence {
	uint32_t tag;
	bool is_empty; /* without a pattern */
	struct cnd_exceptions exceptions;
	uint32_t check; /* 0: none; else a row of cnd_digit_checks(), from 1 */
};

/* The pieces of `raw` joined, as one pattern. */
static bool
join_raw(struct cnd_compile *compile, const struct cnd_yaml *raw,
	struct cnd_buf *out, struct cnd_error *err)
{
	const struct cnd_str *pieces;
	size_t count;

	if (!cnd_compile_strings(compile, raw, &pieces, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		cnd_buf_put(out, pieces[i]);
	return true;
}

/* The tokens as one alternation, for `raw` to stand beside. */
static bool
join_tokens(struct cnd_compile *compile, const struct cnd_yaml *tokens,
	bool is_word, struct cnd_buf *out, struct cnd_error *err)
{
	const struct cnd_str *items;
	size_t count;

	if (!cnd_compile_strings(compile, tokens, &items, &count, err))
		return false;
	cnd_buf_puts(out, is_word ? "\\b(?:" : "(?:");
	for (size_t i = 0; i < count; i++) {
		cnd_buf_puts(out, i == 0 ? "" : "|");
		cnd_buf_put(out, items[i]);
	}
	cnd_buf_puts(out, is_word ? ")\\b" : ")");
	return true;
}

/* Raw alone, or raw before (`append`: behind) the tokens, one pattern. */
static bool
add_raw(struct cnd_compile *compile, bool is_word, uint32_t *tag,
	struct cnd_error *err)
{
	const struct cnd_yaml *raw = cnd_yaml_get(compile->file, "raw");
	const struct cnd_yaml *tokens = cnd_yaml_get(compile->file, "tokens");
	struct cnd_buf joined = { 0 };
	struct cnd_pattern pattern = { .node = raw };
	bool is_behind = false;
	bool ok = cnd_compile_bool(compile, "append", &is_behind, err);

	/* Vale says that ^ and $ are a line's only behind what comes first. */
	if (compile->rule->is_vale && !is_behind)
		cnd_buf_puts(&joined, "(?-m)");
	if (ok && !is_behind)
		ok = join_raw(compile, raw, &joined, err);
	if (compile->rule->is_vale && !is_behind)
		cnd_buf_puts(&joined, "(?m)");
	if (ok && tokens != NULL)
		ok = join_tokens(compile, tokens, is_word, &joined, err);
	if (ok && is_behind)
		ok = join_raw(compile, raw, &joined, err);
	pattern.text = cnd_arena_copy(compile->arena, cnd_buf_str(&joined));
	cnd_buf_dispose(&joined);
	*tag = cnd_compile_tag(compile);
	return ok && cnd_compile_pattern(compile, &pattern, *tag, err);
}

static bool
find_check(struct cnd_compile *compile, uint32_t *check, struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "check");
	struct cnd_str name;

	if (node == NULL)
		return true;
	if (!cnd_yaml_string(node, &name, err))
		return false;
	*check = cnd_digit_check_find(name);
	if (*check != 0)
		return true;
	return cnd_rule_fail(err, node, "check '%.*s' is not known",
		CND_STR_ARG(cnd_str_slice(name, 0, 80)));
}

static bool
compile_existence(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *tokens = cnd_yaml_get(compile->file, "tokens");
	const struct cnd_yaml *raw = cnd_yaml_get(compile->file, "raw");
	struct existence *data = cnd_arena_alloc(compile->arena, sizeof(*data));
	uint32_t before = compile->next_pattern;
	bool is_nonword = false;
	bool ok;

	if (tokens == NULL && raw == NULL)
		return cnd_rule_fail(
			err, compile->file, "'tokens' or 'raw' is missing");
	if (!cnd_compile_bool(compile, "nonword", &is_nonword, err) ||
		!find_check(compile, &data->check, err))
		return false;
	if (raw != NULL)
		ok = add_raw(compile, !is_nonword, &data->tag, err);
	else
		ok = cnd_compile_patterns(
			compile, tokens, !is_nonword, &data->tag, err);
	rule->data = data;
	data->is_empty = before == compile->next_pattern;
	return ok &&
		cnd_exceptions_compile(
			compile, !is_nonword, &data->exceptions, err);
}

static bool
passes(const struct existence *data, const struct cnd_check *check,
	struct cnd_span span)
{
	return data->check == 0 ||
		cnd_digit_checks()[data->check - 1].holds(
			cnd_check_text(check, span));
}

static void
check_existence(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct existence *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->tag);

	for (size_t i = 0; i < hits.count; i++) {
		struct cnd_span span = hits.items[i].span;

		if (cnd_check_in_scope(check, rule, span) &&
			passes(data, check, span) &&
			!cnd_exceptions_hold(&data->exceptions, check, span))
			cnd_check_emit_match(check, rule, span);
	}
}

static bool
is_idle(const struct cnd_rule *rule)
{
	const struct existence *data = rule->data;

	return data->is_empty;
}

const struct cnd_kind cnd_kind_existence = {
	.name = "existence",
	.is_idle = is_idle,
	.keys = keys,
	.compile = compile_existence,
	.check = check_existence,
};
