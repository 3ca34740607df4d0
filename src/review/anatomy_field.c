/*
 * Labelled fields in running text: "Lead agency: …", "By when: …".  A row
 * of an action plan that lost its table, or a habit of authors.  They are
 * read as cells and taken out of the sentence.
 */
#include "review/anatomy_hit.h"
#include "review/anatomy_noun.h"

enum {
	NOTE_WORDS = 70, /* in a bracket behind the recommendation */
	TAIL_WORDS = 16, /* behind a dash or a stop */
	SEGMENT_WORDS = 14 /* of it that say when */
};

/* ":", "=", "|" or a dash standing alone. */
static bool
is_separator(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const marks[] = { ":", "=", "|", "-", "\xE2\x80\x93",
		"\xE2\x80\x94" };

	for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++) {
		if (cnd_token_reads(tokens, i, marks[m]))
			return true;
	}
	return false;
}

/* A label opens where no sentence runs: at the start or behind a mark. */
static bool
may_open(const struct cnd_tokens *tokens, size_t i)
{
	return i == 0 ||
		!cnd_token_flag(
			tokens, i - 1, CND_TOKEN_WORD | CND_TOKEN_NUMBER) ||
		cnd_token_flag(tokens, i, CND_TOKEN_FIRST);
}

/* The part whose label opens at token i; *length its tokens with colon. */
static bool
label_at(const struct cnd_tokens *tokens, size_t i, enum cnd_part *part,
	size_t *length)
{
	static const struct {
		enum cnd_class is_class;
		enum cnd_part part;
	} labels[] = {
		{ CND_CLASS_FIELD_OWNER, CND_PART_OWNER },
		{ CND_CLASS_FIELD_TIME, CND_PART_TIME },
		{ CND_CLASS_FIELD_MEASURE, CND_PART_MEASURE },
	};

	if (!may_open(tokens, i))
		return false;
	for (size_t l = 0; l < sizeof(labels) / sizeof(labels[0]); l++) {
		size_t size = cnd_token_is(tokens, i, labels[l].is_class, 0);

		if (size == 0 || !is_separator(tokens, i + size))
			continue;
		*part = labels[l].part;
		*length = size + 1;
		return true;
	}
	return false;
}

/* "| March 2025 |": a cell of a row written in line; its part by itself. */
static bool
bare_cell_at(const struct cnd_tokens *tokens, size_t i, enum cnd_part *part)
{
	size_t end = i + 1;
	size_t length;

	if (!cnd_token_reads(tokens, i, "|") ||
		label_at(tokens, i + 1, part, &length))
		return false;
	while (end < tokens->count && !cnd_token_reads(tokens, end, "|"))
		end++;
	if (end == i + 1 || end > i + 12)
		return false;
	for (size_t k = i + 1; k < end; k++) {
		if (cnd_token_has(tokens, k, CND_CLASS_MODAL))
			return false;
	}
	*part = CND_PART_OWNER;
	for (size_t k = i + 1; k < end; k++) {
		if (cnd_token_has(tokens, k, CND_CLASS_MEASURE) ||
			cnd_token_has(tokens, k, CND_CLASS_MEASURE_VERB)) {
			*part = CND_PART_MEASURE;
			break;
		}
		if (cnd_token_flag(tokens, k, CND_TOKEN_NUMBER) ||
			cnd_token_has(tokens, k, CND_CLASS_MONTH) ||
			cnd_token_has(tokens, k, CND_CLASS_SOON) ||
			cnd_token_has(tokens, k, CND_CLASS_NOW))
			*part = CND_PART_TIME;
	}
	return true;
}

/* A value runs to the next label or to what closes it. */
static size_t
value_end(const struct cnd_tokens *tokens, size_t from)
{
	enum cnd_part part;
	size_t length;
	size_t i = from;

	while (i < tokens->count && !cnd_token_reads(tokens, i, "|") &&
		!cnd_token_reads(tokens, i, ")") &&
		!cnd_token_reads(tokens, i, "]") &&
		!(i > from && cnd_token_flag(tokens, i, CND_TOKEN_FIRST)) &&
		!cnd_token_flag(tokens, i, CND_TOKEN_BREAK) &&
		!(i > from && label_at(tokens, i, &part, &length)))
		i++;
	return i;
}

/* Where the bracket closes that opens at i and ends the text, or 0. */
static size_t
note_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t end = tokens->count;

	if (!cnd_token_reads_any(tokens, i, "(|["))
		return 0;
	while (end > i && cnd_token_is_mark(tokens, end - 1, '.'))
		end--;
	if (end <= i + 2 || end > i + NOTE_WORDS ||
		!cnd_token_reads_any(tokens, end - 1, ")|]"))
		return 0;
	for (size_t k = i + 1; k + 1 < end; k++)
		if (cnd_token_reads_any(tokens, k, "(|)|[|]"))
			return 0;
	return end - 1;
}

/* "… – Fenby Council, by May.", "…. Fenby Council.": where the text ends
 * when what opens at i is its last few words, or 0. */
static size_t
tail_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t end = tokens->count;
	bool is_stop = cnd_token_is_mark(tokens, i, '.') &&
		cnd_token_flag(tokens, i + 1, CND_TOKEN_FIRST);

	if (i == 0 || (!is_stop && !cnd_token_reads_any(tokens, i, "–|—|-")))
		return 0;
	while (end > i && cnd_token_is_mark(tokens, end - 1, '.'))
		end--;
	return end > i + 1 && end <= i + TAIL_WORDS ? end : 0;
}

/* The end of what a comma, semicolon, stop or dash cuts off at `from`. */
static size_t
segment_end(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	size_t i = from;

	while (i < end && !cnd_token_reads_any(tokens, i, ",|;|.") &&
		!is_separator(tokens, i) &&
		!(i > from && cnd_token_flag(tokens, i, CND_TOKEN_FIRST)))
		i++;
	return i;
}

/* "by March 2025", "winter 2024 release", "ongoing": when, and no test. */
static bool
is_when(const struct cnd_tokens *tokens, struct cnd_range segment)
{
	bool is_time = false;

	/* "Director, Urgent Care" */
	if (segment.to > segment.from + SEGMENT_WORDS ||
		(cnd_token_has(tokens, segment.from, CND_CLASS_SOON) &&
			cnd_token_flag(
				tokens, segment.from, CND_TOKEN_CAPITAL) &&
			!cnd_token_flag(tokens, segment.from, CND_TOKEN_FIRST)))
		return false;
	for (size_t i = segment.from; i < segment.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_MEASURE) ||
			(cnd_token_forms(tokens, i,
				 CND_CLASS_BIT(CND_CLASS_SAMPLING) |
					 CND_CLASS_BIT(
						 CND_CLASS_MEASURE_VERB)) &
				CND_FORM_PAST))
			return false;
		is_time |= cnd_time_date_length(tokens, i) > 1 ||
			cnd_time_is_month(tokens, i) ||
			(cnd_time_date_length(tokens, i) > 0 &&
				cnd_token_reads_any(tokens, i - 1,
					"spring|summer|autumn|winter|early|"
					"late|mid|end|q1|q2|q3|q4")) ||
			cnd_time_is_feast(tokens, i) ||
			cnd_time_hit_at(tokens, i).value != CND_VALUE_NONE ||
			(cnd_token_reads(tokens, i, "next") &&
				cnd_token_has(
					tokens, i + 1, CND_CLASS_OCCASION));
	}
	return is_time;
}

/* "Chief Nurse", "all partners": a few words that may name somebody. */
static bool
may_be_who(const struct cnd_tokens *tokens, struct cnd_range segment)
{
	for (size_t i = segment.from; i < segment.to; i++)
		if (cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
			cnd_token_has(tokens, i, CND_CLASS_MODAL) ||
			cnd_token_forms(tokens, i, CND_VERB_CLASSES) ==
				CND_FORM_ING)
			return false;
	return segment.to > segment.from && segment.to < segment.from + 9 &&
		(cnd_token_flag(tokens, segment.from, CND_TOKEN_CAPITAL) ||
			cnd_token_has(
				tokens, segment.from, CND_CLASS_DETERMINER) ||
			cnd_token_has(
				tokens, segment.from, CND_CLASS_INDEFINITE));
}

/* "Fenby Council", "the Chief Nurse and the ICB", "all agencies". */
static bool
is_who(const struct cnd_tokens *tokens, struct cnd_range segment)
{
	size_t head;

	if (!may_be_who(tokens, segment))
		return false;
	head = cnd_noun_head(tokens, segment);
	return head != CND_NOT_FOUND &&
		(cnd_token_has(tokens, head, CND_CLASS_ACTOR) ||
			(!cnd_token_flag(tokens, head, CND_TOKEN_ACRONYM) &&
				cnd_noun_is_institution(
					tokens, segment, head)));
}

/* "with partners (police, housing)": who they are, not who is to act. */
static bool
explains(const struct cnd_tokens *tokens, size_t open)
{
	return open > 0 &&
		(cnd_token_has(tokens, open - 1, CND_CLASS_ACTOR) ||
			cnd_token_has(tokens, open - 1, CND_CLASS_BENEFICIARY));
}

/*
 * "(Chief Nurse, by March 2025)": a note behind the recommendation says
 * who and when without labels.  Its words stay where they are, for they
 * may say more.  How many fields were added.
 */
static size_t
note_fields(const struct cnd_tokens *tokens, size_t open, size_t close,
	struct cnd_field found[2])
{
	bool is_bracket = cnd_token_reads_any(tokens, open, "(|[");

	struct cnd_range who = { 0, 0 };
	struct cnd_range when = { 0, 0 };
	bool are_who = !explains(tokens, open);
	size_t count = 0;
	enum cnd_part part;
	size_t length;
	size_t start = open + 1;

	/* "(Lead: …": who is told there, and not by place */
	if (label_at(tokens, start, &part, &length))
		who.from = UINT32_MAX;
	else if (cnd_token_reads_any(tokens, start, "for|to"))
		start++;
	for (size_t at = start; at < close;) {
		struct cnd_range segment = { (uint32_t)at,
			(uint32_t)segment_end(tokens, at, close) };

		if (when.to == 0 && is_when(tokens, segment))
			when = segment;
		else if (at == start && who.from == 0 &&
			may_be_who(tokens, segment))
			who = segment;
		are_who = are_who &&
			(is_who(tokens, segment) ||
				segment.from == segment.to ||
				segment.from == when.from);
		at = segment.to > at &&
				cnd_token_flag(
					tokens, segment.to, CND_TOKEN_FIRST)
			? segment.to
			: segment.to + 1;
	}
	if (!is_bracket && (!are_who || who.to == 0))
		return 0;
	if (who.to > 0 &&
		(when.to > 0 || are_who ||
			(who.to > who.from + 1 &&
				cnd_token_flag(tokens, open, CND_TOKEN_FIRST))))
		found[count++] = (struct cnd_field){
			.part = CND_PART_OWNER,
			.value = cnd_tokens_span(tokens, who),
			.is_guess = !is_bracket ||
				(when.to == 0 &&
					!cnd_token_flag(
						tokens, open, CND_TOKEN_FIRST)),
		};
	if (when.to > 0)
		found[count++] = (struct cnd_field){ .part = CND_PART_TIME,
			.value = cnd_tokens_span(tokens, when) };
	for (size_t i = 0; i < count; i++)
		found[i].whole = (struct cnd_span){ found[i].value.from,
			found[i].value.from };
	return count;
}

size_t
cnd_fields_of(const struct cnd_tokens *tokens, struct cnd_arena *arena,
	struct cnd_field **fields)
{
	size_t capacity = 0;
	size_t count = 0;
	size_t i = 0;

	*fields = NULL;
	while (i < tokens->count) {
		struct cnd_range value;
		enum cnd_part part;
		size_t length;
		size_t close = note_end(tokens, i);

		if (close == 0)
			close = tail_end(tokens, i);
		if (close > 0) {
			struct cnd_field found[2];
			size_t more = note_fields(tokens, i, close, found);

			for (size_t k = 0; k < more; k++) {
				*fields = cnd_arena_grow(arena, *fields, count,
					&capacity, sizeof(**fields));
				(*fields)[count++] = found[k];
			}
		}
		if (!label_at(tokens, i, &part, &length)) {
			if (!bare_cell_at(tokens, i, &part)) {
				i++;
				continue;
			}
			length = 1;
		}
		value = (struct cnd_range){ (uint32_t)(i + length),
			(uint32_t)value_end(tokens, i + length) };
		*fields = cnd_arena_grow(
			arena, *fields, count, &capacity, sizeof(**fields));
		(*fields)[count++] = (struct cnd_field){ .part = part,
			.value = cnd_tokens_span(tokens, value),
			.whole = cnd_tokens_span(tokens,
				(struct cnd_range){ (uint32_t)i, value.to }) };
		i = value.to > i ? value.to : i + 1;
	}
	return count;
}
