/* Named checks on a match that a pattern cannot do: check digits. */
#ifndef CND_RULE_CHECKS_H
#define CND_RULE_CHECKS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct cnd_digit_check {
	const char *name; /* what `check:` says */
	bool (*holds)(struct cnd_str words);
};

/* All checks: a table ended by a row with name NULL. */
const struct cnd_digit_check *cnd_digit_checks(void);

/* The row of the check of that name, counted from 1; 0 when it is none. */
uint32_t cnd_digit_check_find(struct cnd_str name);

#endif
