/* What a kind's check says, and how: findings, their messages, exceptions. */
#include "rule/rule.h"

#include "base/buf.h"
#include "base/halving.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rule/action.h"

/*
 * Words quoted in a message end here: a pattern may match pages, and a
 * message is one line.
 */
enum { WORDS_IN_MESSAGE = 240 };

/* Alternatives offered for one finding: nobody reads more in a menu. */
enum { EDITS_MAX = 12 };

struct cnd_str
cnd_check_text(const struct cnd_check *check, struct cnd_span span)
{
	return cnd_str_slice(check->pass.text, span.from, span.to);
}

struct cnd_hits
cnd_check_hits(const struct cnd_check *check, uint32_t tag)
{
	return cnd_hits_of_tag(check->pass.hits, tag);
}

uint32_t
cnd_check_unit_at(const struct cnd_check *check, uint32_t at)
{
	struct cnd_halving in = { .high = check->pass.unit_count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, check->pass.units[in.middle].from <= at);
	return in.low == 0 ? CND_NONE : (uint32_t)in.low - 1;
}

struct cnd_span
cnd_check_place(const struct cnd_check *check, struct cnd_span span)
{
	const struct cnd_document *doc = check->doc;
	uint32_t unit = cnd_check_unit_at(check, span.from);
	struct cnd_span place;
	struct cnd_source_span end;
	struct cnd_origin origin;

	if (check->pass.origins == NULL || unit == CND_NONE ||
		span.from >= span.to)
		return span;
	origin = check->pass.origins[unit];
	span.from -= check->pass.units[unit].from;
	span.to -= check->pass.units[unit].from;
	place.from = origin.from + span.from - origin.prefix;
	place.to = origin.from + span.to - origin.prefix;
	if (span.from >= origin.prefix)
		return place;
	place.from = origin.prefix_from + span.from;
	if (span.to <= origin.prefix)
		place.to = origin.prefix_from + span.to;
	else if (cnd_document_source(doc,
			 (struct cnd_span){ place.to - 1, place.to }, &end))
		place.to = cnd_document_raw(
			doc, (struct cnd_span){ end.from, end.to })
				   .to;
	return place;
}

/* A paragraph is linted as one and as a block. */
static bool
is_in_vale_scope(const struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span)
{
	uint32_t unit = cnd_check_unit_at(check, span.from);
	struct cnd_vale_place place;

	if (unit == CND_NONE || rule->vale_scope == NULL)
		return false;
	place = check->pass.places[unit];
	if (cnd_vale_scope_holds(rule->vale_scope, place))
		return true;
	if (!cnd_vale_is_plain(place.parts))
		return false;
	place.parts |= CND_VALE_PARAGRAPH;
	return cnd_vale_scope_holds(rule->vale_scope, place);
}

bool
cnd_check_in_scope(const struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_span span)
{
	if (check->pass.places != NULL)
		return is_in_vale_scope(check, rule, span);
	return cnd_scope_holds(rule->scope, &check->ground, span);
}

size_t
cnd_hits_first_behind(const struct cnd_hits *hits, uint32_t at)
{
	struct cnd_halving in = { .high = hits->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, hits->items[in.middle].span.to <= at);
	return in.low;
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
	size_t len = cnd_utf8_front(words, WORDS_IN_MESSAGE).len;

	for (size_t i = 0; i < len; i++)
		cnd_buf_putc(out,
			(char)(is_control(words.data[i]) ? ' '
							 : words.data[i]));
	if (len < words.len)
		cnd_buf_puts(out, "…");
}

/* When the words run out, the last one again; in Vale's messages none. */
static struct cnd_str
format_message(struct cnd_arena *arena, const struct cnd_rule *rule,
	const struct cnd_str *words, size_t count)
{
	struct cnd_str message = rule->info.message;
	struct cnd_buf out = { 0 };
	struct cnd_str made;
	size_t next = 0;

	for (size_t i = 0; i < message.len; i++) {
		char kind = message.data[i] == '%' && i + 1 < message.len
			? message.data[i + 1]
			: '\0';
		bool is_slot = kind == 's' || kind == 'd';

		if (is_slot && next < count) {
			put_words(&out, words[next]);
			next += rule->is_vale || next + 1 < count;
		}
		if (is_slot || kind == '%')
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
	struct cnd_finding *made =
		add_finding(check, rule, cnd_check_place(check, span));

	made->message = format_message(check->arena, rule, words, word_count);
	return made;
}

struct cnd_finding *
cnd_check_emit_whole(struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_str *words, size_t word_count)
{
	struct cnd_span start = { 0, 0 };
	struct cnd_finding *made =
		cnd_check_emit(check, rule, start, words, word_count);

	if (rule->is_vale && check->doc->places == CND_PLACES_LINES)
		made->span = cnd_document_raw(check->doc, start);
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
	struct cnd_finding *finding =
		add_finding(check, rule, cnd_check_place(check, span));
	struct cnd_str words[2];

	words[0] = words[1] = cnd_check_text(check, span);
	cnd_check_offer(check, rule, finding, words[0], &words[1]);
	finding->message = format_message(check->arena, rule, words,
		rule->is_vale && rule->action == NULL ? 1 : 2);
	return finding;
}

bool
cnd_check_offer(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_finding *finding, struct cnd_str found,
	struct cnd_str *better)
{
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
