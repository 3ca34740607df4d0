/* Writing numbers in the formats lists use. */
#include "read/numerals.h"

static const struct {
	const char *word;
	const char *odf;
	enum cnd_numeral format;
} names[] = {
	{ "decimal", "1", CND_NUMERAL_DECIMAL },
	{ "lowerLetter", "a", CND_NUMERAL_LOWER_LETTER },
	{ "upperLetter", "A", CND_NUMERAL_UPPER_LETTER },
	{ "lowerRoman", "i", CND_NUMERAL_LOWER_ROMAN },
	{ "upperRoman", "I", CND_NUMERAL_UPPER_ROMAN },
	{ "decimalZero", "01", CND_NUMERAL_ZERO },
	{ "ordinal", "1st", CND_NUMERAL_ORDINAL },
	{ "bullet", "•", CND_NUMERAL_BULLET },
	{ "none", "", CND_NUMERAL_NONE },
};

enum cnd_numeral
cnd_numeral_of_name(struct cnd_str name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(names[i].word)))
			return names[i].format;
	return CND_NUMERAL_DECIMAL;
}

enum cnd_numeral
cnd_numeral_of_odf(struct cnd_str format)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (cnd_str_equal(format, cnd_str_of(names[i].odf)))
			return names[i].format;
	return CND_NUMERAL_DECIMAL;
}

/* 1 is a, 26 z, 27 aa, 28 bb: Word repeats the letter. */
static void
write_letters(uint32_t number, char first, struct cnd_buf *out)
{
	char letter;
	uint32_t times;

	if (number == 0)
		return;
	letter = (char)(first + (int)((number - 1) % 26));
	times = (number - 1) / 26 + 1;
	for (uint32_t i = 0; i < times && i < 32; i++)
		cnd_buf_putc(out, letter);
}

static void
write_roman(uint32_t number, bool is_upper, struct cnd_buf *out)
{
	static const struct {
		uint32_t value;
		const char *lower;
		const char *upper;
	} steps[] = {
		{ 1000, "m", "M" },
		{ 900, "cm", "CM" },
		{ 500, "d", "D" },
		{ 400, "cd", "CD" },
		{ 100, "c", "C" },
		{ 90, "xc", "XC" },
		{ 50, "l", "L" },
		{ 40, "xl", "XL" },
		{ 10, "x", "X" },
		{ 9, "ix", "IX" },
		{ 5, "v", "V" },
		{ 4, "iv", "IV" },
		{ 1, "i", "I" },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (; number >= steps[i].value; number -= steps[i].value)
			cnd_buf_puts(out,
				is_upper ? steps[i].upper : steps[i].lower);
}

static const char *
ordinal_ending(uint32_t number)
{
	if (number % 100 / 10 == 1)
		return "th";
	switch (number % 10) {
	case 1:
		return "st";
	case 2:
		return "nd";
	case 3:
		return "rd";
	default:
		return "th";
	}
}

void
cnd_numeral_write(enum cnd_numeral format, uint32_t number, struct cnd_buf *out)
{
	bool is_roman = format == CND_NUMERAL_LOWER_ROMAN ||
		format == CND_NUMERAL_UPPER_ROMAN;

	if (format == CND_NUMERAL_LOWER_LETTER)
		write_letters(number, 'a', out);
	else if (format == CND_NUMERAL_UPPER_LETTER)
		write_letters(number, 'A', out);
	else if (is_roman && number > 0 && number < 4000)
		write_roman(number, format == CND_NUMERAL_UPPER_ROMAN, out);
	else if (format == CND_NUMERAL_ZERO)
		cnd_buf_printf(out, "%02u", number);
	else if (format == CND_NUMERAL_ORDINAL)
		cnd_buf_printf(out, "%u%s", number, ordinal_ending(number));
	else
		cnd_buf_printf(out, "%u", number);
}
