/* Tests of character references. */
#include "read/entity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
references_give_their_character(void **state)
{
	static const struct {
		const char *entity;
		const char *expected;
	} cases[] = {
		{ "&amp;", "&" },
		{ "&nbsp;", "\xc2\xa0" },
		{ "&ndash;", "\xe2\x80\x93" },
		{ "&rsquo;", "\xe2\x80\x99" },
		{ "&Eacute;", "\xc3\x89" },
		{ "&AElig;", "\xc3\x86" },
		{ "&zwnj;", "\xe2\x80\x8c" },
		{ "&#65;", "A" },
		{ "&#x2013;", "\xe2\x80\x93" },
		{ "&#X1F600;", "\xf0\x9f\x98\x80" },
		{ "&#0;", "\xef\xbf\xbd" },
		{ "&#xD800;", "\xef\xbf\xbd" },
		{ "&#99999999999999999999;", "\xef\xbf\xbd" },
		{ "&unknown;", "" },
		{ "&#x;", "" },
		{ "&;", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char out[4];
		size_t len =
			cnd_entity_decode(cnd_str_of(cases[i].entity), out);
		struct cnd_str found = { out, len };

		if (!cnd_str_equal(found, cnd_str_of(cases[i].expected)))
			fail_msg("%s", cases[i].entity);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_give_their_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
