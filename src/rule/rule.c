/* What a kind's check says, and how: findings, their messages, exceptions. */
#include "rule/rule.h"

#include "base/buf.h"
#include "base/limits.h"
#include "rule/action.h"

/*
 * Words quoted in a message end here: a pattern may match pages, and a
 * message is one line.
 */
enum { WORDS_IN_MESSAGE = 240 };

/* Alternatives offered for one finding: nobody reads more in a menu. */
enum { EDITS_MAX = 12 };

struct cnd_hits
cnd_check_hits(const struct cnd_check *check, uint32_t tag)
{
	return cnd_hits_of_tag(check->hits, tag);
}

bool
cnd_check_in_scope(const struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span)
{
	return cnd_scope_holds(rule->scope, &check->ground, span);
}

size_t
cnd_hits_first_behind(const struct cnd_hits *hits, uint32_t at)
{
	size_t low = 0;
	size_t high = hits->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (hits->items[middle].span.to > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

bool
cnd_check_is_excepted(const struct cnd_hits *exceptions, struct cnd_span span)
{
	size_t i = cnd_hits_first_behind(exceptions, span.from);

	return i < exceptions->count &&
		exceptions->items[i].span.from < span.to;
}

static bool
is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

/* One line, of bounded length, cut between characters. */
static void
put_words(struct cnd_buf *out, struct cnd_str words)
{
	size_t len = words.len;

	if (len > WORDS_IN_MESSAGE) {
		len = WORDS_IN_MESSAGE;
		while (len > 0 &&
			((unsigned char)words.data[len] & 0xc0) == 0x80)
			len--;
	}
	for (size_t i = 0; i < len; i++)
		cnd_buf_put(out,
			is_control(words.data[i])
				? CND_STR(" ")
				: cnd_str_slice(words, i, i + 1));
	if (len < words.len)
		cnd_buf_puts(out, "…");
}

static struct cnd_str
format_message(struct cnd_arena *arena, struct cnd_str message,
	const struct cnd_str *words, size_t count)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;
	size_t next = 0;

	for (size_t i = 0; i < message.len; i++) {
		struct cnd_str pair = cnd_str_slice(message, i, i + 2);
		bool is_slot = cnd_str_equal(pair, CND_STR("%s")) ||
			cnd_str_equal(pair, CND_STR("%d"));

		if (is_slot && count > 0) {
			put_words(&out, words[next]);
			next += next + 1 < count;
		}
		if (is_slot || cnd_str_equal(pair, CND_STR("%%")))
			i++;
		if (!is_slot)
			cnd_buf_putc(&out, message.data[i]);
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static struct cnd_finding *
add_finding(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span)
{
	struct cnd_finding *made;

	if (check->finding_count >= CND_LIMIT_FINDINGS) {
		check->dropped++;
		check->spare = (struct cnd_finding){ .rule = &rule->info };
		return &check->spare;
	}
	check->findings = cnd_arena_grow(check->arena, check->findings,
		check->finding_count, &check->finding_capacity,
		sizeof(check->findings[0]));
	made = &check->findings[check->finding_count++];
	*made = (struct cnd_finding){
		.rule = &rule->info,
		.level = rule->info.level,
		.span = span,
		.is_safe = rule->is_safe,
	};
	return made;
}

struct cnd_finding *
cnd_check_emit(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span, const struct cnd_str *words, size_t word_count)
{
	struct cnd_finding *made = add_finding(check, rule, span);

	made->message = format_message(
		check->arena, rule->info.message, words, word_count);
	return made;
}

void
cnd_check_add_edit(struct cnd_check *check, struct cnd_finding *finding,
	struct cnd_str text)
{
	struct cnd_edit *edits;

	if (finding->edit_count == EDITS_MAX)
		return;
	edits = cnd_arena_array(
		check->arena, finding->edit_count + 1, sizeof(*edits));
	for (size_t i = 0; i < finding->edit_count; i++)
		edits[i] = finding->edits[i];
	edits[finding->edit_count++] = (struct cnd_edit){
		finding->span,
		text,
	};
	finding->edits = edits;
}

struct cnd_finding *
cnd_check_emit_match(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span)
{
	struct cnd_finding *finding = add_finding(check, rule, span);
	struct cnd_str words[2];

	words[0] = words[1] = cnd_document_text(check->doc, span);
	cnd_check_offer(check, rule, finding, &words[1]);
	finding->message =
		format_message(check->arena, rule->info.message, words, 2);
	return finding;
}

bool
cnd_check_offer(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_finding *finding, struct cnd_str *better)
{
	struct cnd_str found = cnd_document_text(check->doc, finding->span);

	if (rule->action == NULL ||
		!cnd_action_apply(rule->action, found, check->arena, better))
		return false;
	cnd_check_add_edit(check, finding, *better);
	return true;
}

struct cnd_statement *
cnd_check_add_statement(struct cnd_check *check)
{
	struct cnd_statement *made;

	check->statements = cnd_arena_grow(check->arena, check->statements,
		check->statement_count, &check->statement_capacity,
		sizeof(check->statements[0]));
	made = &check->statements[check->statement_count++];
	*made = (struct cnd_statement){ 0 };
	return made;
}

struct cnd_disagreement *
cnd_check_add_disagreement(struct cnd_check *check)
{
	struct cnd_disagreement *made;

	check->disagreements = cnd_arena_grow(check->arena,
		check->disagreements, check->disagreement_count,
		&check->disagreement_capacity, sizeof(check->disagreements[0]));
	made = &check->disagreements[check->disagreement_count++];
	*made = (struct cnd_disagreement){ 0 };
	return made;
}
