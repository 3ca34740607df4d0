/*
 * capitalization: how the words of a heading (or whatever the scope is)
 * begin: as in a title, as in a sentence, all lower, all upper, or as a
 * pattern says.  Words with capitals inside, and all in capitals, are
 * taken as names.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "rule/action.h"
#include "rule/kinds.h"
#include "rule/vale_case.h"
#include "text/unicode.h"

static const char *const keys[] = { "match", "style", "exceptions",
	"indicators", "threshold", "vocab", "prefix", NULL };

/* What a word's first letter should be. */
enum wanted { WANTS_ANY, WANTS_UPPER, WANTS_LOWER };

struct capitalization {
	uint32_t style; /* row of styles from 1; 0: a pattern decides */
	uint32_t pattern;
	struct cnd_str words; /* of the pattern */
	struct cnd_exceptions exceptions;
	const struct cnd_vale_case *vale_case; /* in a Vale style */
	bool is_chicago;
	double threshold; /* part of the words that must be right */
	struct cnd_str prefix; /* left out at the beginning */
	const struct cnd_str *indicators; /* endings after which all goes */
	size_t indicator_count;
};

/* A word of the text, with what stands around it. */
struct token {
	struct cnd_str text; /* from its first letter or digit */
	size_t from; /* byte offset in the block */
	size_t index;
	bool is_last;
	struct cnd_str before; /* the word before; empty for the first */
};

struct style {
	const char *name; /* what `match` says */
	enum wanted (*wants)(
		const struct capitalization *data, const struct token *token);
	bool is_strict; /* every word, and the first one first of all */
};

/* Written small in titles: by the AP up to three letters. */
static const char *const short_words[] = { "a", "an", "the", "and", "but",
	"for", "nor", "or", "so", "yet", "as", "at", "by", "if", "in", "of",
	"off", "on", "per", "to", "up", "v", "vs", "via", NULL };

/* Chicago writes prepositions of any length small. */
static const char *const long_prepositions[] = { "about", "above", "across",
	"after", "against", "along", "among", "around", "before", "behind",
	"below", "beneath", "beside", "between", "beyond", "down", "during",
	"except", "from", "inside", "into", "like", "near", "onto", "outside",
	"over", "past", "since", "through", "throughout", "toward", "towards",
	"under", "underneath", "until", "upon", "with", "within", "without",
	NULL };

static struct cnd_str
bare(struct cnd_str word)
{
	while (word.len > 0 && !cnd_is_alpha(word.data[word.len - 1]) &&
		(unsigned char)word.data[word.len - 1] < 0x80)
		word.len--;
	return word;
}

static bool
ends_clause(struct cnd_str word)
{
	return word.len == 0 ||
		cnd_str_find_byte(CND_STR(":.?!"), word.data[word.len - 1]) !=
		CND_NOT_FOUND;
}

static enum wanted
wants_title(const struct capitalization *data, const struct token *token)
{
	struct cnd_str word = bare(token->text);

	if (token->is_last || ends_clause(token->before))
		return WANTS_UPPER;
	if (cnd_str_is_one_of(word, short_words) ||
		(data->is_chicago &&
			cnd_str_is_one_of(word, long_prepositions)))
		return WANTS_LOWER;
	return WANTS_UPPER;
}

static bool
is_number(struct cnd_str word)
{
	return word.len > 0 && cnd_is_digit(word.data[0]);
}

static enum wanted
wants_sentence(const struct capitalization *data, const struct token *token)
{
	if (token->index == 0 ||
		(token->index == 1 && is_number(token->before)))
		return WANTS_UPPER;
	for (size_t i = 0; i < data->indicator_count; i++)
		if (cnd_str_ends_with(token->before, data->indicators[i]))
			return WANTS_ANY;
	return WANTS_LOWER;
}

static enum wanted
wants_lower(const struct capitalization *data, const struct token *token)
{
	(void)data;
	(void)token;
	return WANTS_LOWER;
}

static enum wanted
wants_upper(const struct capitalization *data, const struct token *token)
{
	(void)data;
	(void)token;
	return WANTS_UPPER;
}

static const struct style styles[] = {
	{ "$title", wants_title, false },
	{ "$sentence", wants_sentence, false },
	{ "$lower", wants_lower, true },
	{ "$upper", wants_upper, true },
};

static bool
read_match(struct capitalization *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_compile_need(compile, "match", err);
	struct cnd_pattern pattern = { .is_whole = true };
	struct cnd_str match;

	if (node == NULL || !cnd_yaml_string(node, &match, err))
		return false;
	for (uint32_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++)
		if (cnd_str_equal(match, cnd_str_of(styles[i].name)))
			data->style = i + 1;
	if (data->style == 0 && cnd_str_starts_with(match, CND_STR("$")))
		return cnd_rule_fail(err, node,
			"'match' must be '$title', '$sentence', '$lower', "
			"'$upper' or a pattern");
	data->pattern = cnd_compile_tag(compile);
	if (data->style != 0)
		return true;
	pattern.text = match;
	pattern.node = node;
	data->words = match;
	return cnd_compile_pattern(compile, &pattern, data->pattern, err);
}

static bool
read_style(struct capitalization *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "style");

	if (node == NULL)
		return true;
	data->is_chicago = cnd_str_equal(node->text, CND_STR("Chicago"));
	if (data->is_chicago || cnd_str_equal(node->text, CND_STR("AP")))
		return true;
	return cnd_rule_fail(err, node, "'style' must be 'AP' or 'Chicago'");
}

static bool
read_details(struct capitalization *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *threshold =
		cnd_yaml_get(compile->file, "threshold");
	const struct cnd_yaml *prefix = cnd_yaml_get(compile->file, "prefix");

	data->threshold = 0.8;
	if (threshold != NULL &&
		!cnd_yaml_number(threshold, &data->threshold, err))
		return false;
	if (prefix != NULL && !cnd_yaml_string(prefix, &data->prefix, err))
		return false;
	return cnd_compile_strings(compile,
		cnd_yaml_get(compile->file, "indicators"), &data->indicators,
		&data->indicator_count, err);
}

/* $title or $sentence. */
static bool
is_cased(const struct capitalization *data)
{
	return data->style != 0 && !styles[data->style - 1].is_strict;
}

static bool
compile_capitalization(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct capitalization *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));

	rule->data = data;
	if (!read_match(data, compile, err))
		return false;
	if (rule->is_vale && is_cased(data)) {
		data->vale_case =
			cnd_vale_case_new(compile, data->style == 1, err);
		return data->vale_case != NULL;
	}
	return read_style(data, compile, err) &&
		read_details(data, compile, err) &&
		cnd_exceptions_compile(compile, true, &data->exceptions, err);
}

/* Cuts the next word out of text, from *at; false when none is left. */
static bool
next_token(struct cnd_str text, size_t *at, struct token *token)
{
	token->before = token->text;
	while (*at < text.len) {
		size_t next = *at;

		if (cnd_is_word(cnd_utf8_next(text, &next)))
			break;
		*at = next;
	}
	token->from = *at;
	while (*at < text.len && !cnd_is_space(text.data[*at]))
		(*at)++;
	token->text = cnd_str_slice(text, token->from, *at);
	token->is_last = true;
	for (size_t i = *at; i < text.len && token->is_last;)
		token->is_last = !cnd_is_word(cnd_utf8_next(text, &i));
	return token->text.len > 0;
}

/* All in capitals, or with a capital inside: a name, left as it is. */
static bool
is_name(struct cnd_str word)
{
	size_t at = 0;
	bool is_first = true;

	word = bare(word);
	while (at < word.len) {
		if (cnd_is_upper_letter(cnd_utf8_next(word, &at)) && !is_first)
			return true;
		is_first = false;
	}
	return cnd_str_equal(word, CND_STR("I"));
}

static bool
begins_as(struct cnd_str word, enum wanted wanted)
{
	size_t at = 0;
	uint32_t first = cnd_utf8_next(word, &at);

	if (wanted == WANTS_UPPER)
		return !cnd_is_lower_letter(first);
	return wanted == WANTS_ANY || !cnd_is_upper_letter(first);
}

/* All letters, for $lower and $upper. */
static bool
is_wholly(struct cnd_str word, enum wanted wanted)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t code = cnd_utf8_next(word, &at);

		if (wanted == WANTS_UPPER ? cnd_is_lower_letter(code)
					  : cnd_is_upper_letter(code))
			return false;
	}
	return true;
}

/* One block looked at: what is right in it, and how it should read. */
struct reading {
	const struct cnd_rule *rule;
	struct cnd_check *check;
	struct cnd_span block;
	struct cnd_buf expected;
	size_t words;
	size_t right;
	bool is_wrong_at_once;
};

static char
in_case(char c, enum wanted wanted)
{
	if (wanted == WANTS_UPPER && c >= 'a' && c <= 'z')
		return (char)(c - 'a' + 'A');
	if (wanted == WANTS_LOWER)
		return cnd_to_lower(c);
	return c;
}

/* Only ASCII letters are changed in what is offered. */
static void
put_expected(struct cnd_buf *out, struct cnd_str word, enum wanted wanted,
	bool is_whole)
{
	size_t end = is_whole ? word.len : 1;

	for (size_t i = 0; i < end; i++)
		cnd_buf_putc(out, in_case(word.data[i], wanted));
	cnd_buf_put(out, cnd_str_slice(word, end, word.len));
}

static void
read_token(struct reading *reading, const struct token *token)
{
	const struct capitalization *data = reading->rule->data;
	const struct style *style = &styles[data->style - 1];
	enum wanted wanted = style->wants(data, token);
	uint32_t from = reading->block.from + (uint32_t)token->from;
	struct cnd_span span = { from, from + (uint32_t)token->text.len };
	bool is_right;

	if (cnd_exceptions_hold(&data->exceptions, reading->check, span))
		wanted = WANTS_ANY;
	if (style->is_strict)
		is_right =
			wanted == WANTS_ANY || is_wholly(token->text, wanted);
	else
		is_right =
			begins_as(token->text, wanted) || is_name(token->text);
	if (!is_right && (token->index == 0 || style->is_strict))
		reading->is_wrong_at_once = true;
	put_expected(&reading->expected, token->text,
		is_right ? WANTS_ANY : wanted, style->is_strict);
	reading->words++;
	reading->right += is_right;
}

static void
read_words(struct reading *reading)
{
	const struct capitalization *data = reading->rule->data;
	struct cnd_str text = cnd_check_text(reading->check, reading->block);
	struct token token = { 0 };
	size_t at = 0;
	size_t done = 0;

	if (data->prefix.len > 0 && cnd_str_starts_with(text, data->prefix))
		at = data->prefix.len;
	while (next_token(text, &at, &token)) {
		cnd_buf_put(&reading->expected,
			cnd_str_slice(text, done, token.from));
		read_token(reading, &token);
		token.index++;
		done = at;
	}
	cnd_buf_put(&reading->expected, cnd_str_slice(text, done, text.len));
}

static bool
is_well(const struct reading *reading)
{
	const struct capitalization *data = reading->rule->data;

	if (reading->is_wrong_at_once)
		return false;
	return reading->words == 0 ||
		(double)reading->right / (double)reading->words >=
		data->threshold;
}

/* Says that a block is not cased as it should be, and how it should. */
static void
report(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span block, struct cnd_str expected)
{
	struct cnd_str words[2];
	struct cnd_finding *finding;

	words[0] = cnd_check_text(check, block);
	words[1] = cnd_arena_copy(check->arena, expected);
	finding = cnd_check_emit(check, rule, block, words, 2);
	if (cnd_action_is_replace(rule->action))
		cnd_check_add_edit(check, finding, words[1]);
}

static void
check_words(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span block)
{
	struct reading reading = {
		.rule = rule, .check = check, .block = block
	};

	read_words(&reading);
	if (!is_well(&reading))
		report(rule, check, block, cnd_buf_str(&reading.expected));
	cnd_buf_dispose(&reading.expected);
}

/* $title and $sentence as Vale has them. */
static void
check_case(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span block)
{
	const struct capitalization *data = rule->data;
	struct cnd_buf expected = { 0 };

	if (!cnd_vale_case_holds(
		    data->vale_case, cnd_check_text(check, block), &expected))
		report(rule, check, block, cnd_buf_str(&expected));
	cnd_buf_dispose(&expected);
}

/* $lower and $upper as Vale has them: an exception lets all pass. */
static void
check_whole(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span block)
{
	const struct capitalization *data = rule->data;
	enum wanted wanted = styles[data->style - 1].wants(NULL, NULL);
	struct cnd_str text = cnd_check_text(check, block);
	struct cnd_buf expected = { 0 };

	put_expected(&expected, text, wanted, true);
	if (!is_wholly(text, wanted) &&
		!cnd_exceptions_hold_words(&data->exceptions, text))
		report(rule, check, block, cnd_buf_str(&expected));
	cnd_buf_dispose(&expected);
}

static void
check_pattern(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span block)
{
	const struct capitalization *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->pattern);
	size_t i = cnd_hits_first_behind(&hits, block.from);
	struct cnd_str words[2] = { cnd_check_text(check, block), data->words };
	bool is_found = i < hits.count && hits.items[i].span.from < block.to;

	if (!is_found &&
		!(rule->is_vale &&
			cnd_exceptions_hold_words(&data->exceptions, words[0])))
		cnd_check_emit(
			check, rule, block, words, rule->is_vale ? 2 : 1);
}

static void
check_capitalization(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct capitalization *data = rule->data;
	void (*check_block)(const struct cnd_rule *, struct cnd_check *,
		struct cnd_span) = check_words;

	if (data->style == 0)
		check_block = check_pattern;
	else if (data->vale_case != NULL)
		check_block = check_case;
	else if (rule->is_vale)
		check_block = check_whole;
	for (size_t i = 0; i < check->pass.unit_count; i++)
		if (cnd_check_in_scope(check, rule, check->pass.units[i]))
			check_block(rule, check, check->pass.units[i]);
}

const struct cnd_kind cnd_kind_capitalization = {
	.name = "capitalization",
	.keys = keys,
	.compile = compile_capitalization,
	.check = check_capitalization,
};
