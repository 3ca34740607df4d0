/*
 * Data that holds addresses within itself, without a list of them for the
 * system to put right at each start.  They are the addresses at home, a
 * fixed place where a process has nothing else.  Moved there, the data is
 * read from the program's file when it is looked at, and no sooner.
 */
#ifndef CND_BASE_HOME_H
#define CND_BASE_HOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Parts, and their homes, begin at multiples of it; pages of another size
 * cannot move. */
enum { CND_HOME_PAGE = 4096 };

/* Where the first part is at home: far from all that systems place by
 * themselves and from what sanitizers keep; no number that is likely. */
#define CND_HOME_64 UINT64_C(0x235790000000)
#define CND_HOME_32 UINT64_C(0x57900000)

struct cnd_home_part {
	void *bytes; /* an array of the program's that nothing else names */
	size_t size; /* a multiple of CND_HOME_PAGE */
	char *home; /* behind the part before it, with no gap */
};

/*
 * Moves the parts home.  False, and nothing is changed, where the system
 * cannot, or something stands there.  Done once for the same parts.
 */
bool cnd_home_move(const struct cnd_home_part *parts, size_t count);

/*
 * The other way: a copy of the first part, which alone holds addresses, with
 * those of where the parts are.  Never freed; aborts when memory ends.
 */
const void *cnd_home_copy(const struct cnd_home_part *parts, size_t count);

#endif
