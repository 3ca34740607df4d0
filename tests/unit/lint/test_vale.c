/* Rules of Vale styles: what they look at, and what they make of it. */
#include "lint/vale_findings.h"

#define TOKEN(scope)                                                           \
	"extends: existence\nmessage: \"'%s'\"\nscope: " scope                 \
	"\ntokens: [word]"

static const char blocks[] = "---\ntitle: A word\n---\n\n"
			     "# A word\n\n"
			     "## A word\n\n"
			     "A word. Its word.\n\n"
			     "- a word\n\n"
			     "> A word\n>\n> A word\n\n"
			     "| word |\n|---|\n| a word |\n\n"
			     "![a word](x.png) and `word`\n";

static void
a_scope_says_which_blocks_are_read(void **state)
{
	static const struct alerts table[] = {
		{ TOKEN("heading"), blocks, "5:5 'word'\n7:6 'word'\n" },
		{ TOKEN("heading.h2"), blocks, "7:6 'word'\n" },
		{ TOKEN("heading & ~heading.h2"), blocks, "5:5 'word'\n" },
		{ TOKEN("list"), blocks, "11:5 'word'\n" },
		{ TOKEN("[list, table.header]"), blocks,
			"11:5 'word'\n17:3 'word'\n" },
		{ TOKEN("table.cell"), blocks, "19:5 'word'\n" },
		{ TOKEN("blockquote"), blocks, "13:5 'word'\n" },
		{ TOKEN("paragraph"), blocks,
			"9:3 'word'\n9:13 'word'\n15:5 'word'\n" },
		{ TOKEN("sentence"), blocks,
			"9:3 'word'\n9:13 'word'\n15:5 'word'\n" },
		{ TOKEN("alt"), blocks, "21:5 'word'\n" },
		{ TOKEN("text.frontmatter.title"), blocks, "2:10 'word'\n" },
		{ TOKEN("text.frontmatter.author"), blocks, "" },
		{ TOKEN("link"), blocks,
			"left out: scope 'link' is none of Vale's any more: "
			"use 'raw'\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
raw_is_the_file_as_it_is_written(void **state)
{
	static const struct alerts table[] = {
		{ "extends: existence\nmessage: '%s'\nscope: raw\n"
		  "nonword: true\ntokens: ['^## ', '`word`']",
			blocks, "7:1 ## \n21:22 `word`\n" },
		{ "extends: occurrence\nmessage: '%s rules'\nscope: raw\n"
		  "token: '(?m)^---$'\nmin: 3",
			blocks, "1:1 2 rules\n" },
		{ "extends: occurrence\nmessage: 'none, %d'\nscope: raw\n"
		  "token: absent\nmin: 1",
			blocks, "1:1 none, 0\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
a_wrap_is_a_line_break_and_code_is_masked(void **state)
{
	static const struct alerts table[] = {
		{ "extends: existence\nmessage: '%s'\ntokens: [one two]",
			"one two, one\ntwo\n", "1:1 one two\n" },
		{ "extends: existence\nmessage: '%s'\ntokens: ['one\\stwo']",
			"one two, one\ntwo\n", "1:1 one two\n1:10 one two\n" },
		{ "extends: existence\nmessage: '%s'\ntokens: [say .+]",
			"say `x y` at https://example.org now\n",
			"1:1 say * * at ******************* now\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
a_number_before_a_paragraph_is_read(void **state)
{
	static const struct alerts table[] = {
		{ "extends: existence\nmessage: \"'%s'\"\n"
		  "raw: ['^\\d\\.\\d The']",
			"4.1 The board.\n\n**4.2** The board.\n",
			"1:1 '4.1 The'\n3:3 '4.2 The'\n" },
		{ "extends: existence\nmessage: \"'%s'\"\ntokens: [board]",
			"4.1 The board.\n", "1:9 'board'\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
exceptions_stand_in_the_match_or_around_it(void **state)
{
	static const struct alerts table[] = {
		{ "extends: existence\nmessage: '%s'\nignorecase: true\n"
		  "tokens: [board\\w*]\nexceptions: [Boards]",
			"The board, the Boards, the boards.\n",
			"1:5 board\n1:28 boards\n" },
		{ "extends: existence\nmessage: '%s'\ntokens: [the]\n"
		  "exceptions: [of the day]",
			"At the end of the day.\n", "1:4 the\n" },
		{ "extends: existence\nmessage: '%s'\ntokens: [Agency, lead]",
			"Agency, lead, a lead Agency.\n", "1:9 lead\n" },
		{ "extends: existence\nmessage: '%s'\ntokens: [Agency]\n"
		  "vocab: false",
			"Agency.\n", "1:1 Agency\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
an_option_holds_for_the_tokens_behind_it(void **state)
{
	static const struct alerts table[] = {
		{ "extends: existence\nmessage: '%s'\n"
		  "tokens: [one, '(?i)two', three]",
			"ONE TWO THREE\n", "1:5 TWO\n1:9 THREE\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
better_words_are_listed_as_vale_does(void **state)
{
	static const struct alerts table[] = {
		{ "extends: substitution\nmessage: \"'%s' not '%s'\"\n"
		  "action: {name: replace}\nswap: {utilise: use|apply|need}",
			"We utilise it.\n",
			"1:4 'use', 'apply', or 'need' not 'utilise'\n" },
		{ "extends: substitution\nmessage: \"'%s' not '%s'\"\n"
		  "swap: {utilise: use|apply}",
			"We utilise it.\n", "1:4 'use|apply' not 'utilise'\n" },
		{ "extends: substitution\nmessage: '%s'\nignorecase: true\n"
		  "swap: {oauth: 'OAuth2?'}",
			"oauth OAuth\n", "1:1 OAuth2?\n" },
		{ "extends: substitution\nmessage: '%s'\ncapitalize: true\n"
		  "ignorecase: true\nswap: {do not: don\\'t}",
			"Do not. We do not.\n", "1:1 Don\\'t\n1:12 don\\'t\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
both_forms_are_met_before_the_last_use_is_told(void **state)
{
	static const struct alerts table[] = {
		{ "extends: consistency\nmessage: '%s'\n"
		  "either: {organise: organize}",
			"They organise.\n\nWe organize, they organise.\n\n"
			"All organise.\n",
			"3:19 organise\n5:5 organise\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
titles_and_sentences_are_cased_as_vale_has_them(void **state)
{
	static const struct alerts table[] = {
		{ "extends: capitalization\nmessage: '%s'\nscope: heading\n"
		  "match: $title\nstyle: AP",
			"# The End of the Line\n\n# the end Of The line\n",
			"3:3 the end Of The line\n" },
		{ "extends: capitalization\nmessage: '%s: %s'\nscope: heading\n"
		  "match: $sentence\nindicators: [':']",
			"# What it is\n\n# What It Is\n\n# One: Two\n",
			"3:3 What It Is: What it is\n" },
		{ "extends: capitalization\nmessage: '%s'\nscope: heading\n"
		  "match: $sentence\nexceptions: [Lead Agency]",
			"# The Lead Agency met\n", "" },
		{ "extends: capitalization\nmessage: '%s'\nscope: heading\n"
		  "match: $lower",
			"# all low\n\n# Not low\n", "3:3 Not low\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
text_is_counted_as_vale_counts(void **state)
{
	static const struct alerts table[] = {
		{ "extends: metric\nmessage: '%s'\n"
		  "formula: words / sentences\ncondition: '> 2'",
			"# Not this\n\nOne two three. Four five six.\n",
			"1:1 3.00\n" },
		{ "extends: metric\nmessage: '%s'\nformula: syllables\n"
		  "condition: '> 0'",
			"The organisation recommended a recipe.\n",
			"1:1 14.00\n" },
	};

	(void)state;
	assert_alerts(table[0].yaml, table[0].text, table[0].want);
	assert_alerts(table[1].yaml, table[1].text, table[1].want);
}

static void
comments_to_vale_are_obeyed(void **state)
{
	static const char text[] =
		"A word.\n\n<!-- vale off -->\n\nA word.\n\n<!-- vale on "
		"-->\n\n"
		"A word.\n\n<!-- vale style.Rule = NO -->\n\nA word.\n\n"
		"<!-- vale style.Rule = YES -->\n\nA word.\n\n"
		"<!-- vale style = NO -->\n\nA word.\n\n"
		"<!-- vale style = YES -->\n\n"
		"<!-- vale other.Rule = NO -->\n\nA word.\n\n"
		"<!-- vale style.Rule[\"word\"] = NO -->\n\nA word.\n\n"
		"<!-- vale style.Rule[\"word\"] = YES -->\n\n"
		"<!-- vale styles = other -->\n\nA word.\n";

	(void)state;
	assert_alerts(TOKEN("text"), text,
		"1:3 'word'\n9:3 'word'\n17:3 'word'\n27:3 'word'\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scope_says_which_blocks_are_read),
		cmocka_unit_test(raw_is_the_file_as_it_is_written),
		cmocka_unit_test(a_wrap_is_a_line_break_and_code_is_masked),
		cmocka_unit_test(a_number_before_a_paragraph_is_read),
		cmocka_unit_test(exceptions_stand_in_the_match_or_around_it),
		cmocka_unit_test(an_option_holds_for_the_tokens_behind_it),
		cmocka_unit_test(better_words_are_listed_as_vale_does),
		cmocka_unit_test(
			both_forms_are_met_before_the_last_use_is_told),
		cmocka_unit_test(
			titles_and_sentences_are_cased_as_vale_has_them),
		cmocka_unit_test(text_is_counted_as_vale_counts),
		cmocka_unit_test(comments_to_vale_are_obeyed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
