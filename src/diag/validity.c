/*
 * When a rule holds.  Dates are compared as the days they begin and end
 * with, written out in full: "2015" is from 2015-01-01 to 2015-12-31.
 */
#include "diag/validity.h"

enum { YEAR = 4, MONTH = 7, DAY = 10 }; /* bytes of a date so exact */

/* A date with all its parts, and room for the NUL. */
struct day {
	char text[DAY + 1];
};

static unsigned
number(struct cnd_str text, size_t from, size_t to)
{
	unsigned value = 0;

	for (size_t i = from; i < to; i++)
		value = value * 10 + (unsigned)(text.data[i] - '0');
	return value;
}

static unsigned
days_of(unsigned year, unsigned month)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31,
		30, 31, 30, 31 };
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && is_leap ? 1u : 0u);
}

bool
cnd_is_date(struct cnd_str text)
{
	static const char shape[] = "dddd-dd-dd";
	unsigned month, day;

	if (text.len != YEAR && text.len != MONTH && text.len != DAY)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (shape[i] == 'd' ? !cnd_is_digit(text.data[i])
				    : text.data[i] != shape[i])
			return false;
	month = text.len < MONTH ? 1 : number(text, YEAR + 1, MONTH);
	if (month < 1 || month > 12)
		return false;
	day = text.len < DAY ? 1 : number(text, MONTH + 1, DAY);
	return day >= 1 && day <= days_of(number(text, 0, YEAR), month);
}

/* A date with the parts it leaves out taken from `rest`. */
static struct day
filled(struct cnd_str date, const char rest[DAY + 1])
{
	struct day day = { { 0 } };

	for (size_t i = 0; i < DAY; i++)
		day.text[i] = i < date.len ? date.data[i] : rest[i];
	return day;
}

static struct day
first_of(struct cnd_str date)
{
	return filled(date, "0000-01-01");
}

/* The 31st of any month: no day of it comes later. */
static struct day
last_of(struct cnd_str date)
{
	return filled(date, "9999-12-31");
}

static int
compare(struct day a, struct day b)
{
	return cnd_str_compare(cnd_str_of(a.text), cnd_str_of(b.text));
}

bool
cnd_is_before(struct cnd_str a, struct cnd_str b)
{
	return compare(first_of(a), last_of(b)) < 0;
}

static bool
is_for(const struct cnd_rule_info *rule, struct cnd_str profile)
{
	struct cnd_str rest = rule->profiles;

	while (rest.len > 0)
		if (cnd_str_equal(
			    cnd_str_trim(cnd_str_split(&rest, ';')), profile))
			return true;
	return rule->profiles.len == 0;
}

bool
cnd_rule_holds(const struct cnd_rule_info *rule, struct cnd_str profile,
	struct cnd_str date)
{
	if (!is_for(rule, profile))
		return false;
	if (date.len == 0)
		return rule->until.len == 0;
	return (rule->since.len == 0 ||
		       compare(first_of(date), first_of(rule->since)) >= 0) &&
		(rule->until.len == 0 ||
			compare(last_of(date), last_of(rule->until)) <= 0);
}

struct cnd_str
cnd_rule_period(struct cnd_arena *arena, const struct cnd_rule_info *rule)
{
	if (rule->since.len == 0 && rule->until.len == 0)
		return CND_STR("");
	if (rule->until.len == 0)
		return cnd_arena_printf(
			arena, "since %.*s", CND_STR_ARG(rule->since));
	if (rule->since.len == 0)
		return cnd_arena_printf(
			arena, "until %.*s", CND_STR_ARG(rule->until));
	return cnd_arena_printf(arena, "%.*s to %.*s", CND_STR_ARG(rule->since),
		CND_STR_ARG(rule->until));
}
