/*
 * Title case by the Associated Press or Chicago, sentence case, and the
 * share of words that are as they should.  Where Vale looks at a word's
 * part of speech ("to" before a noun), either case passes.
 */
#include "rule/vale_case.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <stdlib.h>

struct cnd_vale_case {
	bool is_title;
	bool is_chicago;
	double threshold;
	const struct cnd_query *prefix; /* or NULL */
	const struct cnd_query *words; /* exceptions, or words */
	const struct cnd_query *any_exception; /* in a word; or NULL */
	struct cnd_exceptions exceptions;
	const struct cnd_str *terms; /* those that are put in place of a word */
	size_t term_count;
	const struct cnd_str *indicators;
	size_t indicator_count;
};

/* ---- reading the rule ---- */

static bool
read_regex(struct cnd_compile *compile, struct cnd_str text,
	const struct cnd_query **regex, struct cnd_error *err)
{
	struct cnd_pattern pattern = {
		.text = text,
		.node = compile->file,
	};

	*regex = cnd_compile_regex(compile, &pattern, err);
	return *regex != NULL;
}

/* The longer first: "Axon Server" before "Axon". */
static int
compare_terms(const void *left, const void *right)
{
	const struct cnd_str *a = left;
	const struct cnd_str *b = right;

	if (a->len != b->len)
		return a->len > b->len ? -1 : 1;
	return cnd_str_compare(*a, *b);
}

/* All terms, own and accepted, apart by "|"; empty without any. */
static struct cnd_str
join_terms(struct cnd_compile *compile, const struct cnd_vale_case *data,
	const struct cnd_str *own, size_t count)
{
	size_t all = count + data->term_count;
	struct cnd_str *terms =
		cnd_arena_array(compile->arena, all + 1, sizeof(*terms));
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	for (size_t i = 0; i < all; i++)
		terms[i] = i < count ? own[i] : data->terms[i - count];
	if (all > 1)
		qsort(terms, all, sizeof(*terms), compare_terms);
	for (size_t i = 0; i < all; i++) {
		cnd_buf_puts(&out, i == 0 ? "(?-i)" : "|(?-i)");
		cnd_buf_put(&out, terms[i]);
	}
	made = cnd_arena_copy(compile->arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static bool
read_terms(struct cnd_vale_case *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	static const char word[] = "[\\p{N}\\p{L}*]+[^\\s]*";
	const struct cnd_str *own;
	struct cnd_str all;
	size_t count;
	bool uses_vocab = true;

	if (!cnd_compile_bool(compile, "vocab", &uses_vocab, err) ||
		!cnd_compile_strings(compile,
			cnd_yaml_get(compile->file, "exceptions"), &own, &count,
			err))
		return false;
	if (uses_vocab && compile->vocabulary != NULL) {
		data->terms = compile->vocabulary->accepted;
		data->term_count = compile->vocabulary->accepted_count;
	}
	all = join_terms(compile, data, own, count);
	if (all.len == 0)
		return read_regex(compile, cnd_str_of(word), &data->words, err);
	return read_regex(compile, all, &data->any_exception, err) &&
		read_regex(compile,
			cnd_arena_printf(compile->arena, "\\b(?:%.*s)\\b|%s",
				CND_STR_ARG(all), word),
			&data->words, err);
}

static bool
read_prefix(struct cnd_vale_case *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *node = cnd_yaml_get(compile->file, "prefix");
	struct cnd_str text;

	if (node == NULL)
		return true;
	if (!cnd_yaml_string(node, &text, err))
		return false;
	return text.len == 0 || read_regex(compile, text, &data->prefix, err);
}

static bool
read_numbers(struct cnd_vale_case *data, struct cnd_compile *compile,
	struct cnd_error *err)
{
	const struct cnd_yaml *threshold =
		cnd_yaml_get(compile->file, "threshold");
	const struct cnd_yaml *style = cnd_yaml_get(compile->file, "style");

	data->is_chicago =
		style != NULL && cnd_str_equal(style->text, CND_STR("Chicago"));
	if (threshold != NULL &&
		!cnd_yaml_number(threshold, &data->threshold, err))
		return false;
	if (data->threshold == 0)
		data->threshold = 0.8;
	return cnd_compile_strings(compile,
		cnd_yaml_get(compile->file, "indicators"), &data->indicators,
		&data->indicator_count, err);
}

const struct cnd_vale_case *
cnd_vale_case_new(
	struct cnd_compile *compile, bool is_title, struct cnd_error *err)
{
	struct cnd_vale_case *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));

	data->is_title = is_title;
	if (!read_numbers(data, compile, err) ||
		!read_prefix(data, compile, err) ||
		!read_terms(data, compile, err) ||
		!cnd_exceptions_compile(compile, true, &data->exceptions, err))
		return NULL;
	return data;
}

/* ---- words ---- */

static void
put_code(struct cnd_buf *out, uint32_t code)
{
	char bytes[4];

	cnd_buf_put(
		out, (struct cnd_str){ bytes, cnd_utf8_encode(code, bytes) });
}

static void
put_lower(struct cnd_buf *out, struct cnd_str text)
{
	for (size_t at = 0; at < text.len;)
		put_code(out, cnd_lower(cnd_utf8_next(text, &at)));
}

/* The first letter large; the others small, or as they are. */
static void
put_title(struct cnd_buf *out, struct cnd_str word, bool is_strict)
{
	size_t at = 0;

	if (word.len == 0)
		return;
	put_code(out, cnd_title(cnd_utf8_next(word, &at)));
	word = cnd_str_slice(word, at, word.len);
	if (is_strict)
		put_lower(out, word);
	else
		cnd_buf_put(out, word);
}

static bool
is_upper_throughout(struct cnd_str word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t code = cnd_utf8_next(word, &at);

		if (cnd_upper(code) != code)
			return false;
	}
	return true;
}

/* What an exception says a word should be; false when none speaks. */
static bool
put_exception(const struct cnd_vale_case *data, struct cnd_str word,
	struct cnd_buf *out)
{
	for (size_t i = 0; i < data->term_count; i++)
		if (cnd_str_equal_fold(data->terms[i], word)) {
			cnd_buf_put(out, data->terms[i]);
			return true;
		}
	if (data->any_exception == NULL ||
		cnd_query_find(data->any_exception, word, 0, NULL) !=
			CND_REGEX_MATCH)
		return false;
	cnd_buf_put(out, word);
	return true;
}

/* ---- title case ---- */

/* Articles, conjunctions and short prepositions. */
static const char *const small_words[] = { "a", "an", "and", "as", "at", "but",
	"by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the",
	"to", "vs", "vs.", "via", "v", "v.", NULL };

/* Chicago writes these small as well. */
static const char *const prepositions[] = { "with", "from", "into", "during",
	"including", "until", "against", "among", "throughout", "despite",
	"towards", "upon", "concerning", "about", "over", "through", "before",
	"between", "after", "since", "without", "under", "within", "along",
	"following", "across", "beyond", "around", "down", "near", "above",
	NULL };

static bool
is_joint(uint32_t code)
{
	return code == '-' || code == '/' || cnd_is_blank(code) || code == '\n';
}

/* The next word of a title: letters or digits, up to a blank, '-', '/'. */
static struct cnd_span
next_part(struct cnd_str text, size_t from)
{
	size_t at = from;
	size_t start;

	for (start = at; at < text.len; start = at) {
		uint32_t code = cnd_utf8_next(text, &at);

		if (cnd_is_letter(code) || cnd_is_number(code))
			break;
	}
	while (at < text.len) {
		size_t next = at;

		if (is_joint(cnd_utf8_next(text, &next)))
			break;
		at = next;
	}
	return (struct cnd_span){ (uint32_t)start, (uint32_t)at };
}

/* Curly dashes count as hyphens; before the text, its first character. */
static uint32_t
char_before(struct cnd_str text, size_t at)
{
	size_t first = 0;
	uint32_t code = at > 0 ? cnd_utf8_previous(text, &at)
			       : cnd_utf8_next(text, &first);

	return code == 0x2013 || code == 0x2014 ? '-' : code;
}

static size_t
start_before(struct cnd_str text, size_t at)
{
	if (at > 0)
		cnd_utf8_previous(text, &at);
	return at;
}

static bool
is_small(
	const struct cnd_vale_case *data, struct cnd_str word, bool is_bounding)
{
	return !is_bounding &&
		(cnd_str_is_one_of(word, small_words) ||
			(data->is_chicago &&
				cnd_str_is_one_of(word, prepositions)));
}

/* Only behind a blank or joint, and not where a new part begins. */
static bool
may_be_small(struct cnd_str text, struct cnd_span part)
{
	uint32_t before = char_before(text, part.from);
	uint32_t further = char_before(text, start_before(text, part.from));
	bool has_hyphen = part.to < text.len && text.data[part.to] == '-';

	return (before == ' ' || before == '-' || before == '/') &&
		further != ':' && further != '-' &&
		(!has_hyphen || before == '-');
}

static void
put_part(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_span part, struct cnd_buf *out)
{
	struct cnd_str word = cnd_str_slice(text, part.from, part.to);
	bool is_bounding = part.from == 0 || part.to == text.len;
	bool is_to = !data->is_chicago &&
		cnd_str_equal_fold(word, CND_STR("to")) && part.to < text.len;

	if (put_exception(data, word, out))
		return;
	if (is_to) /* small before a noun, large in an infinitive */
		cnd_buf_put(out, word);
	else if (is_small(data, word, is_bounding) && may_be_small(text, part))
		put_lower(out, word);
	else
		put_title(out, word, false);
}

static void
put_as_title(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_buf *out)
{
	size_t done = 0;

	for (;;) {
		struct cnd_span part = next_part(text, done);

		cnd_buf_put(out, cnd_str_slice(text, done, part.from));
		if (part.from >= part.to)
			return;
		put_part(data, text, part, out);
		done = part.to;
	}
}

/* ---- sentence case ---- */

static bool
next_word(const struct cnd_vale_case *data, struct cnd_str text, size_t *at,
	struct cnd_str *word)
{
	struct cnd_match match = { 0 };

	if (*at > text.len ||
		cnd_query_find(data->words, text, *at, &match) !=
			CND_REGEX_MATCH ||
		match.from[0] == match.to[0])
		return false;
	*word = cnd_str_slice(text, match.from[0], match.to[0]);
	*at = match.to[0];
	return true;
}

/* "1." at the front: a number of a list. */
static bool
is_number(struct cnd_str word)
{
	for (size_t i = 1; i < word.len; i++)
		if (word.data[i] == '.' && cnd_is_digit(word.data[i - 1]))
			return true;
	return false;
}

static bool
is_indicator(
	const struct cnd_vale_case *data, struct cnd_str word, size_t index)
{
	for (size_t i = 0; i < data->indicator_count; i++)
		if (word.len > data->indicators[i].len &&
			cnd_str_ends_with(word, data->indicators[i]))
			return true;
	return index == 0 && is_number(word);
}

static void
put_as_sentence(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_buf *out)
{
	struct cnd_str word = { 0 };
	struct cnd_str before = { 0 };
	size_t at = 0;

	for (size_t i = 0; next_word(data, text, &at, &word); i++) {
		if (i > 0)
			cnd_buf_putc(out, ' ');
		if (put_exception(data, word, out))
			;
		else if (i == 0 || is_indicator(data, before, i - 1))
			put_title(out, word, true);
		else
			put_lower(out, word);
		before = word;
	}
}

/* ---- comparing ---- */

/* Each part of a word, between marks, begins large and goes on small. */
static bool
is_titled(struct cnd_str word)
{
	bool is_start = true;

	for (size_t at = 0; at < word.len;) {
		uint32_t code = cnd_utf8_next(word, &at);
		uint32_t small = cnd_lower(code);

		if (code != (is_start ? cnd_title(small) : small))
			return false;
		is_start = code != '_' && !cnd_is_letter(code) &&
			!cnd_is_number(code);
	}
	return true;
}

static bool
is_right(const struct cnd_vale_case *data, struct cnd_str word,
	struct cnd_str wanted)
{
	return cnd_str_equal(word, wanted) ||
		cnd_exceptions_hold_words(&data->exceptions, word) ||
		(data->is_title && is_upper_throughout(word));
}

static bool
compare(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_str expected)
{
	struct cnd_str word = { 0 };
	struct cnd_str wanted = { 0 };
	size_t words = 0;
	size_t right = 0;
	size_t at = 0;
	size_t wanted_at = 0;

	for (; next_word(data, text, &at, &word); words++) {
		/* Words past those expected are let pass. */
		if (!next_word(data, expected, &wanted_at, &wanted) ||
			is_right(data, word, wanted))
			right++;
		else if (words == 0 && !data->is_title && !is_titled(word))
			return false;
	}
	return words > 0 && (double)right / (double)words >= data->threshold;
}

bool
cnd_vale_case_holds(const struct cnd_vale_case *data, struct cnd_str text,
	struct cnd_buf *out)
{
	struct cnd_str rest = text;
	struct cnd_match match = { 0 };

	if (data->prefix != NULL &&
		cnd_query_find(data->prefix, text, 0, &match) ==
			CND_REGEX_MATCH) {
		cnd_buf_put(
			out, cnd_str_slice(text, match.from[0], match.to[0]));
		if (match.from[0] == 0)
			rest = cnd_str_slice(text, match.to[0], text.len);
	}
	if (data->is_title)
		put_as_title(data, rest, out);
	else
		put_as_sentence(data, rest, out);
	return compare(data, text, cnd_buf_str(out));
}
