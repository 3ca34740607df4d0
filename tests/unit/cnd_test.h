/* What every test file includes: cmocka with its needs, and helpers. */
#ifndef CND_TEST_H
#define CND_TEST_H

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The bytes of got are those of want; prints both when they differ. */
static inline void
assert_text(struct cnd_str got, const char *want)
{
	if (!cnd_str_equal(got, cnd_str_of(want)))
		fail_msg("got  \"%.*s\"\nwant \"%s\"", CND_STR_ARG(got), want);
}

/* The same for a buffer, which is emptied. */
static inline void
assert_buf(struct cnd_buf *got, const char *want)
{
	assert_text(cnd_buf_str(got), want);
	cnd_buf_dispose(got);
}

#endif
