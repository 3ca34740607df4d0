/* spelling, in rules of Vale styles. */
#include "lint/vale_findings.h"

static const char text[] = "We recieve it at Anyborough, HTTPie and XYZ; a "
			   "Lead Agenci, the agency, re-recieve 4th.\n";

static void
unknown_words_are_told_but_for_those_that_look_like_names(void **state)
{
	static const struct alerts table[] = {
		{ "extends: spelling\nmessage: \"'%s'?\"", text,
			"1:4 'recieve'?\n1:18 'Anyborough'?\n1:30 'HTTPie'?\n"
			"1:53 'Agenci'?\n" },
		{ "extends: spelling\nmessage: \"'%s'?\"\n"
		  "ignore: style/words.txt",
			text,
			"1:4 'recieve'?\n1:30 'HTTPie'?\n"
			"1:53 'Agenci'?\n" },
		{ "extends: spelling\nmessage: \"'%s'?\"\ncustom: true\n"
		  "filters: ['[A-Z]', '\\d']",
			text, "1:4 'recieve'?\n1:73 're-recieve'?\n" },
		{ "extends: spelling\nmessage: \"'%s'?\"\n"
		  "exceptions: [recieve]\nscope: heading",
			"# recieve ricieve\n", "1:11 'ricieve'?\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
a_dictionary_that_is_not_there_leaves_the_rule_out(void **state)
{
	(void)state;
	assert_alerts("extends: spelling\nmessage: '%s'\n"
		      "dictionaries: [xx_XX]",
		text,
		"left out: there is no dictionary 'xx_XX': install hunspell's "
		"(Debian: hunspell-en-gb) or put its .aff and .dic files into "
		"config/dictionaries below the styles\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			unknown_words_are_told_but_for_those_that_look_like_names),
		cmocka_unit_test(
			a_dictionary_that_is_not_there_leaves_the_rule_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
