/* Dates as they are written: numbers, months, years, feasts. */
#include "review/anatomy_date.h"

bool
cnd_time_is_number(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
		cnd_token_has(tokens, i, CND_CLASS_NUMBER);
}

static bool
is_year(const struct cnd_tokens *tokens, size_t i)
{
	struct cnd_str text;

	if (!cnd_token_flag(tokens, i, CND_TOKEN_NUMBER))
		return false;
	text = tokens->items[i].text;
	return text.len >= 4 &&
		(cnd_str_starts_with(text, CND_STR("20")) ||
			cnd_str_starts_with(text, CND_STR("19")));
}

bool
cnd_time_is_month(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_has(tokens, i, CND_CLASS_MONTH) &&
		(cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) ||
			(tokens->items[i].text.len >= 6 &&
				is_year(tokens,
					cnd_token_reads(tokens, i + 1, "of")
						? i + 2
						: i + 1)));
}

/* "31/03/2024", "31.3.24": three numbers and the same mark between. */
static bool
is_date_of_numbers(struct cnd_str text)
{
	size_t marks = 0;
	char mark = '\0';

	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c >= '0' && c <= '9')
			continue;
		if ((c != '/' && c != '.' && c != '-') ||
			(marks > 0 && c != mark))
			return false;
		mark = c;
		marks++;
	}
	return marks == 2 && text.len >= 6 && text.len <= 10;
}

/* "mid-2025", "mid-May", "end-March". */
static bool
is_part_of_year(struct cnd_str text)
{
	static const char *const parts[] = { "january", "february", "march",
		"april", "may", "june", "july", "august", "september",
		"october", "november", "december", "spring", "summer", "autumn",
		"winter", "year", "term", NULL };
	struct cnd_str rest;

	if (cnd_str_starts_with(text, CND_STR("mid-")) ||
		cnd_str_starts_with(text, CND_STR("end-")))
		rest = cnd_str_slice(text, 4, text.len);
	else if (cnd_str_starts_with(text, CND_STR("late-")))
		rest = cnd_str_slice(text, 5, text.len);
	else
		return false;
	return cnd_str_starts_with(rest, CND_STR("20")) ||
		cnd_str_is_one_of(rest, parts);
}

/* "31 March 2024", "March 2024", "2024/25": its length in tokens. */
size_t
cnd_time_date_length(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i;

	if (i < tokens->count &&
		(is_part_of_year(tokens->items[i].text) ||
			(cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) &&
				is_date_of_numbers(tokens->items[i].text))))
		return 1;
	if (cnd_token_flag(tokens, at, CND_TOKEN_NUMBER) &&
		cnd_time_is_month(tokens, at + 1))
		at++;
	if (cnd_time_is_month(tokens, at)) {
		at++;
		if (cnd_token_reads(tokens, at, "of"))
			at++;
		if (cnd_token_flag(tokens, at, CND_TOKEN_NUMBER) &&
			!is_year(tokens, at))
			at++;
		return (is_year(tokens, at) ? at + 1 : at) - i;
	}
	return is_year(tokens, i) ? 1 : 0;
}

size_t
cnd_time_day_length(const struct cnd_tokens *tokens, size_t i)
{
	for (size_t at = i; at < i + 4; at++) {
		if (!cnd_token_flag(tokens, at, CND_TOKEN_CAPITAL) ||
			cnd_token_is_mark(tokens, at, ','))
			return 0;
		if (at > i && cnd_token_reads(tokens, at, "day"))
			return at + 1 - i;
	}
	return 0;
}

/* A feast or a turn of the year that falls on a known day. */
bool
cnd_time_is_feast(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		       "easter|christmas|whitsun|michaelmas|candlemas|lammas|"
		       "martinmas|pentecost|ramadan|eid|diwali|passover|"
		       "hanukkah|halloween|hogmanay|midsummer|midwinter|"
		       "half-term|mid-year|year-end") ||
		(cnd_token_reads(tokens, i, "half") &&
			cnd_token_reads(tokens, i + 1, "term")) ||
		cnd_time_day_length(tokens, i) > 0;
}

bool
cnd_time_names_day(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++)
		if (cnd_time_date_length(tokens, i) > 0 ||
			cnd_time_is_feast(tokens, i))
			return true;
	return false;
}
