/* The names of a recommendation's parts, their values and strengths. */
#include "review/review.h"

static const char *const part_names[CND_PART_COUNT] = {
	[CND_PART_OWNER] = "owner",
	[CND_PART_ACTION] = "action",
	[CND_PART_TIME] = "time",
	[CND_PART_MEASURE] = "measure",
};

static const char *const value_names[] = {
	[CND_VALUE_NONE] = "none",
	[CND_VALUE_NAMED] = "named",
	[CND_VALUE_GENERIC] = "generic",
	[CND_VALUE_VAGUE] = "vague",
	[CND_VALUE_CONCRETE] = "concrete",
	[CND_VALUE_STATED] = "stated",
};

static const char *const strength_names[] = {
	[CND_STRENGTH_UNKNOWN] = "unknown",
	[CND_STRENGTH_WEAK] = "weak",
	[CND_STRENGTH_MEDIUM] = "medium",
	[CND_STRENGTH_STRONG] = "strong",
};

enum { VALUE_COUNT = sizeof(value_names) / sizeof(value_names[0]) };

static bool
find_name(struct cnd_str name, const char *const *names, size_t count,
	size_t *index)
{
	for (size_t i = 0; i < count; i++) {
		if (cnd_str_equal(name, cnd_str_of(names[i]))) {
			*index = i;
			return true;
		}
	}
	return false;
}

const char *
cnd_part_name(enum cnd_part part)
{
	return part_names[part];
}

const char *
cnd_part_value_name(enum cnd_part_value value)
{
	return value_names[value];
}

bool
cnd_part_of_name(struct cnd_str name, enum cnd_part *part)
{
	size_t index = 0;

	if (!find_name(name, part_names, CND_PART_COUNT, &index))
		return false;
	*part = (enum cnd_part)index;
	return true;
}

bool
cnd_part_value_of_name(struct cnd_str name, enum cnd_part_value *value)
{
	size_t index = 0;

	if (!find_name(name, value_names, VALUE_COUNT, &index))
		return false;
	*value = (enum cnd_part_value)index;
	return true;
}

const char *
cnd_strength_name(enum cnd_strength strength)
{
	return strength_names[strength];
}
