/*
 * Checks on the digits of a match, by name: a number of the right shape
 * is only reported when its check digit is right as well.
 */
#include "rule/checks.h"

#include <stddef.h>

enum { NHS_DIGITS = 10 };

/* The first characters a National Insurance prefix cannot have. */
static const char NINO_NEVER_FIRST[] = "dfiquv";
static const char NINO_NEVER_SECOND[] = "dfioquv";
static const char *const NINO_NEVER[] = { "bg", "gb", "kn", "nk", "nt", "tn",
	"zz" };

/* The digits of words; their number, or more than max when there are. */
static size_t
digits_of(struct cnd_str words, unsigned *digits, size_t max)
{
	size_t count = 0;

	for (size_t i = 0; i < words.len && count <= max; i++) {
		if (!cnd_is_digit(words.data[i]))
			continue;
		if (count < max)
			digits[count] = (unsigned)(words.data[i] - '0');
		count++;
	}
	return count;
}

/*
 * Modulus 11: the first nine digits weighted 10 to 2; what their sum lacks
 * to a multiple of 11 is the tenth digit (11 stands for 0; 10 is never
 * given out).
 */
static bool
is_nhs_number(struct cnd_str words)
{
	unsigned digits[NHS_DIGITS] = { 0 };
	unsigned sum = 0;
	unsigned wanted;

	if (digits_of(words, digits, NHS_DIGITS) != NHS_DIGITS)
		return false;
	for (unsigned i = 0; i < NHS_DIGITS - 1; i++)
		sum += digits[i] * (NHS_DIGITS - i);
	wanted = (11 - sum % 11) % 11;
	return wanted == digits[NHS_DIGITS - 1];
}

/* Any other number of a record: an NHS number is another rule's to name. */
static bool
is_no_nhs_number(struct cnd_str words)
{
	return !is_nhs_number(words);
}

static bool
is_one_of(char c, const char *set)
{
	for (; *set != '\0'; set++)
		if (*set == c)
			return true;
	return false;
}

/* Two letters that HM Revenue and Customs gives out, at the very start. */
static bool
is_ni_number(struct cnd_str words)
{
	char first;
	char second;

	if (words.len < 2)
		return false;
	first = cnd_to_lower(words.data[0]);
	second = cnd_to_lower(words.data[1]);
	if (is_one_of(first, NINO_NEVER_FIRST) ||
		is_one_of(second, NINO_NEVER_SECOND))
		return false;
	for (size_t i = 0; i < sizeof(NINO_NEVER) / sizeof(NINO_NEVER[0]); i++)
		if (first == NINO_NEVER[i][0] && second == NINO_NEVER[i][1])
			return false;
	return true;
}

static const struct cnd_digit_check checks[] = {
	{ "nhs-number", is_nhs_number },
	{ "no-nhs-number", is_no_nhs_number },
	{ "ni-number", is_ni_number },
	{ NULL, NULL },
};

const struct cnd_digit_check *
cnd_digit_checks(void)
{
	return checks;
}

uint32_t
cnd_digit_check_find(struct cnd_str name)
{
	for (uint32_t i = 0; checks[i].name != NULL; i++)
		if (cnd_str_equal(name, cnd_str_of(checks[i].name)))
			return i + 1;
	return 0;
}
