/*
 * repetition: the same token again, as in "the the".  Matches are compared
 * with the one before them in the same sentence.
 */
#include "base/utf8.h"
#include "rule/exceptions.h"
#include "rule/kinds.h"
#include "text/unicode.h"

static const char *const keys[] = { "tokens", "max", "alpha", "exceptions",
	"vocab", NULL };

struct repetition {
	uint32_t tag;
	struct cnd_exceptions exceptions;
	uint32_t max; /* repeats let pass */
	bool is_alpha; /* letters only */
};

static bool
compile_repetition(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct repetition *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	const struct cnd_yaml *tokens =
		cnd_compile_need(compile, "tokens", err);

	rule->data = data;
	return tokens != NULL &&
		cnd_compile_count(compile, "max", &data->max, err) &&
		cnd_compile_bool(compile, "alpha", &data->is_alpha, err) &&
		cnd_compile_patterns(compile, tokens, false, &data->tag, err) &&
		cnd_exceptions_compile(compile, true, &data->exceptions, err);
}

static bool
is_same(struct cnd_str a, struct cnd_str b, bool is_folding)
{
	size_t i = 0;
	size_t j = 0;

	if (!is_folding)
		return cnd_str_equal(a, b);
	while (i < a.len && j < b.len)
		if (cnd_fold(cnd_utf8_next(a, &i)) !=
			cnd_fold(cnd_utf8_next(b, &j)))
			return false;
	return i == a.len && j == b.len;
}

static bool
is_letters(struct cnd_str text)
{
	for (size_t at = 0; at < text.len;)
		if (!cnd_is_letter(cnd_utf8_next(text, &at)))
			return false;
	return true;
}

static bool
is_repeat(const struct cnd_rule *rule, const struct cnd_check *check,
	struct cnd_span before, struct cnd_span now)
{
	const struct repetition *data = rule->data;
	struct cnd_str text = cnd_str_trim(cnd_check_text(check, now));
	struct cnd_str last = cnd_str_trim(cnd_check_text(check, before));

	if (text.len == 0 || !is_same(last, text, rule->is_folding))
		return false;
	if (data->is_alpha && !is_letters(text))
		return false;
	before = cnd_check_place(check, before);
	now = cnd_check_place(check, now);
	return cnd_document_sentence_at(check->doc, before.from) ==
		cnd_document_sentence_at(check->doc, now.to - 1);
}

static void
report_repeat(const struct cnd_rule *rule, struct cnd_check *check,
	struct cnd_span before, struct cnd_span now)
{
	struct cnd_str word = cnd_check_text(check, now);
	struct cnd_span both = { before.from, now.to };
	struct cnd_finding *finding =
		cnd_check_emit(check, rule, both, &word, 1);
	struct cnd_str better;

	cnd_check_offer(
		check, rule, finding, cnd_check_text(check, both), &better);
}

/*
 * As Vale counts: repeats of a unit add up, whatever stands between them,
 * until enough are told.
 */
static void
check_pass(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct repetition *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->tag);
	uint32_t repeats = 0;

	for (size_t i = 1; i < hits.count; i++) {
		struct cnd_span before = hits.items[i - 1].span;
		struct cnd_span now = hits.items[i].span;
		struct cnd_span both = { before.from, now.to };

		if (hits.items[i - 1].unit != hits.items[i].unit) {
			repeats = 0;
			continue;
		}
		if (!is_repeat(rule, check, before, now) ||
			++repeats <= data->max ||
			!cnd_check_in_scope(check, rule, now) ||
			cnd_exceptions_hold(&data->exceptions, check, both))
			continue;
		repeats = 0;
		report_repeat(rule, check, before, now);
	}
}

static void
check_repetition(const struct cnd_rule *rule, struct cnd_check *check)
{
	const struct repetition *data = rule->data;
	struct cnd_hits hits = cnd_check_hits(check, data->tag);
	uint32_t repeats = 0;

	if (rule->is_vale) {
		check_pass(rule, check);
		return;
	}
	for (size_t i = 1; i < hits.count; i++) {
		struct cnd_span before = hits.items[i - 1].span;
		struct cnd_span now = hits.items[i].span;

		if (hits.items[i - 1].unit != hits.items[i].unit ||
			!is_repeat(rule, check, before, now)) {
			repeats = 0;
			continue;
		}
		if (++repeats <= data->max ||
			!cnd_check_in_scope(check, rule, now) ||
			cnd_exceptions_hold(&data->exceptions, check, now))
			continue;
		report_repeat(rule, check, before, now);
	}
}

const struct cnd_kind cnd_kind_repetition = {
	.name = "repetition",
	.keys = keys,
	.compile = compile_repetition,
	.check = check_repetition,
};
