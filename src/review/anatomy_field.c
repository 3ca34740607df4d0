/*
 * Labelled fields in running text: "Lead agency: …", "By when: …".  A row
 * of an action plan that lost its table, or a habit of authors.  They are
 * read as cells and taken out of the sentence.
 */
#include "review/anatomy_parts.h"

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
