/*
 * substitution: words for which there are better ones.  `swap` maps
 * patterns to what is offered: alternatives apart by "|", and $1 … for the
 * groups of the pattern.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "rule/action.h"
#include "rule/exceptions.h"
#include "rule/kinds.h"
#include "text/unicode.h"

#include <stdlib.h>

static const char *const keys[] = { "swap", "safe-swaps", "nonword",
	"exceptions", "capitalize", "append", "vocab", "pos", NULL };

/* Alternatives of one swap that are offered; more than a menu holds. */
enum { OPTIONS_MAX = 12 };

struct swap {
	const struct cnd_yaml *entry; /* until it is compiled */
	struct cnd_str options[OPTIONS_MAX];
	size_t option_count;
	bool is_safe; /* `safe-swaps` names it */
	const struct cnd_query *regex; /* when an option has groups */
	/* In Vale: what the better words, read as a pattern, match is well. */
	const struct cnd_query *accepted;
};

struct substitution {
	uint32_t tag;
	struct cnd_exceptions exceptions;
	uint32_t first_pattern; /* number of the first swap's pattern */
	struct swap *swaps;
	size_t count;
	bool is_capitalizing;
	bool is_listing; /* Vale's `replace`: "'a', 'b', or 'c'" */
};

/* Longer patterns first: the special before the general. */
static int
compare_swaps(const void *left, const void *right)
{
	const struct swap *a = left;
	const struct swap *b = right;
	struct cnd_str first = a->entry->key->text;
	struct cnd_str second = b->entry->key->text;

	if (first.len != second.len)
		return first.len > second.len ? -1 : 1;
	return cnd_str_compare(first, second);
}

/* Cuts the text before the next "|" off *rest; "\|" is a plain one. */
static struct cnd_str
next_option(struct cnd_str *rest, struct cnd_arena *arena)
{
	char *made = cnd_arena_alloc(arena, rest->len + 1);
	size_t len = 0;
	size_t i = 0;

	for (; i < rest->len && rest->data[i] != '|'; i++) {
		if (rest->data[i] == '\\' && i + 1 < rest->len &&
			rest->data[i + 1] == '|')
			i++;
		made[len++] = rest->data[i];
	}
	*rest = cnd_str_slice(*rest, i + (i < rest->len), rest->len);
	return (struct cnd_str){ made, len };
}

static bool
has_group(struct cnd_str text)
{
	for (size_t i = 0; i + 1 < text.len; i++)
		if (text.data[i] == '$' && cnd_is_digit(text.data[i + 1]))
			return true;
	return false;
}

static bool
read_options(struct swap *swap, bool is_split, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct cnd_str rest;

	if (!cnd_yaml_string(swap->entry, &rest, err))
		return false;
	if (!is_split || cnd_str_find_byte(rest, '|') == CND_NOT_FOUND) {
		swap->options[swap->option_count++] = rest;
		return true;
	}
	while (rest.len > 0 && swap->option_count < OPTIONS_MAX) {
		struct cnd_str option = next_option(&rest, compile->arena);

		if (option.len > 0)
			swap->options[swap->option_count++] = option;
	}
	return true;
}

/* Vale's notion of plain words. */
static bool
is_plain(struct cnd_str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t code = cnd_utf8_next(text, &at);

		if (!cnd_is_letter(code) && code != ' ' && code != '-' &&
			(code < '0' || code > '9'))
			return false;
	}
	return true;
}

/*
 * Vale reads better words as a pattern, so that what is well already is let
 * pass; where they are none it compares.
 */
static void
compile_accepted(struct swap *swap, struct cnd_compile *compile)
{
	struct cnd_str words = swap->options[0];
	struct cnd_pattern pattern = { .node = swap->entry };
	struct cnd_error ignored = { 0 };

	if (swap->option_count != 1 || is_plain(words) || has_group(words))
		return;
	pattern.text = cnd_arena_printf(
		compile->arena, "(?-im)^(?:%.*s)$", CND_STR_ARG(words));
	swap->accepted = cnd_compile_regex(compile, &pattern, &ignored);
}

static bool
compile_swap(struct substitution *data, struct swap *swap, bool is_word,
	struct cnd_compile *compile, struct cnd_error *err)
{
	bool is_split = !compile->rule->is_vale ||
		cnd_action_is_replace(compile->rule->action);
	struct cnd_pattern pattern = {
		.text = swap->entry->key->text,
		.node = swap->entry->key,
		.is_word = is_word,
	};

	if (!read_options(swap, is_split, compile, err) ||
		!cnd_compile_pattern(compile, &pattern, data->tag, err))
		return false;
	if (compile->rule->is_vale && !is_split)
		compile_accepted(swap, compile);
	for (size_t i = 0; i < swap->option_count; i++) {
		if (swap->regex != NULL || !has_group(swap->options[i]))
			continue;
		swap->regex = cnd_compile_regex(compile, &pattern, err);
		if (swap->regex == NULL)
			return false;
	}
	return true;
}

static bool
compile_swaps(struct substitution *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *map = cnd_compile_need(compile, "swap", err);
	bool is_nonword = false;

	if (map == NULL ||
		!cnd_compile_bool(compile, "nonword", &is_nonword, err))
		return false;
	if (map->kind != CND_YAML_MAP)
		return cnd_rule_fail(err, map,
			"'swap' must be a map from patterns to better words");
	data->swaps = cnd_arena_array(
		compile->arena, cnd_yaml_count(map), sizeof(data->swaps[0]));
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next)
		data->swaps[data->count++].entry = n;
	if (data->count > 1)
		qsort(data->swaps, data->count, sizeof(data->swaps[0]),
			compare_swaps);
	data->tag = cnd_compile_tag(compile);
	data->first_pattern = compile->next_pattern;
	for (size_t i = 0; i < data->count; i++)
		if (!compile_swap(
			    data, &data->swaps[i], !is_nonword, compile, err))
			return false;
	return true;
}

static struct swap *
find_swap(struct substitution *data, struct cnd_str key)
{
	for (size_t i = 0; i < data->count; i++)
		if (cnd_str_equal(data->swaps[i].entry->key->text, key))
			return &data->swaps[i];
	return NULL;
}

/* The swaps that may be made without asking, by their keys in `swap`. */
static bool
read_safe(struct substitution *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *list = cnd_yaml_get(compile->file, "safe-swaps");

	if (list == NULL)
		return true;
	if (list->kind != CND_YAML_LIST)
		return cnd_rule_fail(err, list,
			"'safe-swaps' must be a list of keys of 'swap'");
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next) {
		struct swap *swap = find_swap(data, n->text);

		if (swap == NULL || swap->option_count != 1)
			return cnd_rule_fail(err, n,
				"'%.*s' is no key of 'swap' with one answer",
				CND_STR_ARG(cnd_str_slice(n->text, 0, 80)));
		swap->is_safe = true;
	}
	return true;
}

static void
forget_entries(struct substitution *data)
{
	for (size_t i = 0; i < data->count; i++)
		data->swaps[i].entry = NULL;
}

/* The better words bring quotes of their own: Vale takes those around the
 * first slot away, when the second has the same. */
static struct cnd_str
unquote_slot(struct cnd_arena *arena, struct cnd_str message)
{
	static const struct cnd_str slots[] = { CND_STR_INIT("'%s'"),
		CND_STR_INIT("\"%s\"") };

	for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++) {
		size_t at = cnd_str_find(message, slots[i]);
		struct cnd_str rest;

		if (at == CND_NOT_FOUND)
			continue;
		rest = cnd_str_slice(message, at + slots[i].len, message.len);
		if (cnd_str_find(rest, slots[i]) == CND_NOT_FOUND)
			continue;
		return cnd_arena_printf(arena, "%.*s%%s%.*s",
			CND_STR_ARG(cnd_str_slice(message, 0, at)),
			CND_STR_ARG(rest));
	}
	return message;
}

static bool
compile_substitution(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct substitution *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));

	data->is_capitalizing = !rule->is_vale;
	data->is_listing = rule->is_vale && cnd_action_is_replace(rule->action);
	if (data->is_listing)
		rule->info.message =
			unquote_slot(compile->arena, rule->info.message);
	rule->data = data;
	if (!compile_swaps(data, compile, err) ||
		!read_safe(data, compile, err))
		return false;
	forget_entries(data);
	return cnd_compile_bool(
		       compile, "capitalize", &data->is_capitalizing, err) &&
		cnd_exceptions_compile(compile, true, &data->exceptions, err);
}

/* The option with $1 … replaced by what the groups matched. */
static struct cnd_str
fill_groups(struct cnd_arena *arena, struct cnd_str option, struct cnd_str unit,
	const struct cnd_match *match)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	for (size_t i = 0; i < option.len; i++) {
		size_t group = CND_REGEX_GROUPS;

		if (option.data[i] == '$' && i + 1 < option.len &&
			cnd_is_digit(option.data[i + 1]))
			group = (size_t)(option.data[++i] - '0');
		if (group == CND_REGEX_GROUPS)
			cnd_buf_putc(&out, option.data[i]);
		else if (group < match->count &&
			match->from[group] != CND_NOT_FOUND)
			cnd_buf_put(&out,
				cnd_str_slice(unit, match->from[group],
					match->to[group]));
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static struct cnd_str
capitalize(struct cnd_arena *arena, struct cnd_str text)
{
	if (text.len == 0 || text.data[0] < 'a' || text.data[0] > 'z')
		return text;
	return cnd_arena_printf(arena, "%c%.*s", text.data[0] - 'a' + 'A',
		CND_STR_ARG(cnd_str_slice(text, 1, text.len)));
}

/* In Vale whatever is no small letter is a capital. */
static bool
starts_with_capital(struct cnd_str text, bool is_vale)
{
	size_t at = 0;

	if (is_vale)
		return text.len > 0 &&
			!(cnd_is_alpha(text.data[0]) &&
				!cnd_is_upper(text.data[0]));
	return text.len > 0 && cnd_is_upper_letter(cnd_utf8_next(text, &at));
}

/* What is offered for one hit; the count of options. */
static size_t
options_for(const struct cnd_rule *rule, struct cnd_check *check,
	const struct cnd_hit *hit, struct cnd_str *options)
{
	const struct substitution *data = rule->data;
	const struct swap *swap =
		&data->swaps[hit->pattern - data->first_pattern];
	struct cnd_span block = check->pass.units[hit->unit];
	struct cnd_str unit = cnd_check_text(check, block);
	bool is_capital = data->is_capitalizing &&
		starts_with_capital(
			cnd_check_text(check, hit->span), rule->is_vale);
	struct cnd_match match = { 0 };
	size_t from = hit->span.from - block.from;

	/* Only the groups are wanted: the place is the matcher's. */
	if (swap->regex != NULL &&
		(cnd_query_find(swap->regex, unit, from, &match) !=
				CND_REGEX_MATCH ||
			match.from[0] != from))
		match.count = 0;
	for (size_t i = 0; i < swap->option_count; i++) {
		options[i] = swap->options[i];
		if (swap->regex != NULL)
			options[i] = fill_groups(
				check->arena, options[i], unit, &match);
		if (is_capital)
			options[i] = capitalize(check->arena, options[i]);
	}
	return swap->option_count;
}

/* As Vale lists them: "'a'", "'a' or 'b'", "'a', 'b', or 'c'". */
static struct cnd_str
list_quoted(
	struct cnd_arena *arena, const struct cnd_str *options, size_t count)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	for (size_t i = 0; i < count && options[0].len > 0; i++) {
		if (i > 0)
			cnd_buf_puts(&out, count == 2 ? " " : ", ");
		if (i > 0 && i + 1 == count)
			cnd_buf_puts(&out, "or ");
		cnd_buf_printf(&out, "'%.*s'", CND_STR_ARG(options[i]));
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

/* "a", "a or b", "a, b or c". */
static struct cnd_str
list_options(
	struct cnd_arena *arena, const struct cnd_str *options, size_t count)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	if (count == 1)
		return options[0];
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			cnd_buf_puts(&out, i + 1 == count ? " or " : ", ");
		cnd_buf_put(&out, options[i]);
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static void
check_hit(const struct cnd_rule *rule, struct cnd_check *check,
	const struct cnd_hit *hit)
{
	const struct substitution *data = rule->data;
	const struct swap *swap =
		&data->swaps[hit->pattern - data->first_pattern];
	struct cnd_str options[OPTIONS_MAX];
	size_t count = options_for(rule, check, hit, options);
	struct cnd_str words[2];
	struct cnd_finding *finding;

	words[1] = cnd_check_text(check, hit->span);
	for (size_t i = 0; i < count; i++)
		if (cnd_str_equal(options[i], words[1]))
			return;
	if (swap->accepted != NULL &&
		cnd_query_find(swap->accepted, words[1], 0, NULL) ==
			CND_REGEX_MATCH)
		return;
	words[0] = data->is_listing
		? list_quoted(check->arena, options, count)
		: list_options(check->arena, options, count);
	finding = cnd_check_emit(check, rule, hit->span, words, 2);
	finding->is_safe = finding->is_safe || swap->is_safe;
	for (size_t i = 0; i < count; i++)
		cnd_check_add_edit(check, finding, options[i]);
}

static void
check_substitution(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct substitution *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->tag);

	for (size_t i = 0; i < hits.count; i++)
		if (cnd_check_in_scope(check, rule, hits.items[i].span) &&
			!cnd_exceptions_hold(
				&data->exceptions, check, hits.items[i].span))
			check_hit(rule, check, &hits.items[i]);
}

static bool
is_idle(const struct cnd_rule *rule)
{
	const struct substitution *data = rule->data;

	return data->count == 0;
}

const struct cnd_kind cnd_kind_substitution = {
	.name = "substitution",
	.is_idle = is_idle,
	.keys = keys,
	.compile = compile_substitution,
	.check = check_substitution,
};
