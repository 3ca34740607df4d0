/* Recommendations that stand in running text, and those that a sign, italics
 * or a sentence above sets apart. */
#include "review_fixture.h"

struct example {
	const char *name;
	const char *markdown;
	const char *expected;
};

#define FINDINGS "# Review\n\n## Findings\n\n"

static const struct example examples[] = {
	{ "numbers in the middle of sentences",
		FINDINGS
		"Nobody kept a list. **Recommendation 1** is therefore that "
		"Fenby Council open one.\n\n"
		"The doctors were busy. We incline to the view "
		"(Recommendation 2) that surgeries should have a porter.\n\n"
		"Recommendation 3 is to everyone: be patient.\n\n"
		"The list would then be full (see Recommendation 1).\n",
		"1||Recommendation 1 is therefore that Fenby Council open "
		"one.\n"
		"2||We incline to the view (Recommendation 2) that surgeries "
		"should have a porter.\n"
		"3||Recommendation 3 is to everyone: be patient.\n" },
	{ "numbers that refer back",
		FINDINGS
		"**Recommendation 4.** Fenby Council should open a list.\n\n"
		"As Recommendation 4 says, the Council should open one.\n",
		"Recommendation 4||Fenby Council should open a list.\n" },
	{ "a label with a theme in brackets",
		FINDINGS
		"**Recommendation (housing):** Fenby Council to open a list.\n",
		"||Fenby Council to open a list.\n" },
	{ "a paragraph that goes on",
		FINDINGS "We recommend that Fenby Council open a list.\n\n"
			 "And landlords everywhere must answer letters.\n\n"
			 "And then it snowed.\n",
		"||We recommend that Fenby Council open a list.\n"
		"||And landlords everywhere must answer letters.\n" },
	{ "two in a paragraph",
		FINDINGS
		"It is proposed that the Trust should hold a bed. It is cheap. "
		"The review further proposes that Fenby Council pay for it.\n",
		"||It is proposed that the Trust should hold a bed. It is "
		"cheap.\n"
		"||The review further proposes that Fenby Council pay for "
		"it.\n" },
	{ "italics that tell a body, and italics that quote",
		FINDINGS
		"The beds were old. *Fenby Trust must replace them by May.*\n\n"
		"*They should have told me about the bed.*\n",
		"||Fenby Trust must replace them by May.\n" },
	{ "an order to a body and nothing else",
		FINDINGS
		"Fenby Council to appoint a lead for hoarding by 1 May.\n\n"
		"Fenby Council had tried to appoint a lead for hoarding.\n",
		"||Fenby Council to appoint a lead for hoarding by 1 May.\n" },
	{ "things that are counted",
		FINDINGS
		"The Board is asked three things. First, to fund the post. "
		"Second, to fill it. It is late. Third, to tell the family.\n",
		"|The Board is asked three things.|First, to fund the post.\n"
		"|The Board is asked three things.|Second, to fill it. It is "
		"late.\n"
		"|The Board is asked three things.|Third, to tell the "
		"family.\n" },
	{ "what the panel would like to see",
		FINDINGS
		"The panel would like to see the Trust write to each patient. "
		"We wanted to see the ward.\n",
		"||The panel would like to see the Trust write to each "
		"patient. We wanted to see the ward.\n" },
	{ "bullets typed by hand",
		"# Review\n\n## What must change\n\n"
		"We add some recommendations here, and are glad to.\n\n"
		"\xe2\x96\xaa Fenby Council should open a list.\n\n"
		"\xe2\x96\xaa Be patient.\n",
		"||Fenby Council should open a list.\n||Be patient.\n" },
	{ "reasons, and last what is asked",
		"# Review\n\n## 5. Conclusions and what should follow\n\n"
		"5.1 The panel looked at nine visits.\n\n"
		"5.2 The police had six logs. A tool that joins them should "
		"be bought.\n",
		"5.2||The police had six logs. A tool that joins them should "
		"be bought.\n" },
	{ "a code that numbers paragraphs",
		"# Review\n\n## Reflections\n\n"
		"R1. She was a woman who saw what lay beneath.\n\n"
		"R2. It is a pity that nobody asked her.\n",
		"" },
	{ "whose list it is",
		"# Review\n\n## Recommendations\n\n"
		"For the Trust\n\n1. Name a lead.\n",
		"1||Name a lead.\n" },
};

static void
running_text_gives_up_its_recommendations(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		struct report report = read_report(examples[i].markdown);
		struct cnd_buf out = { 0 };

		put_recommendations(&out, &report);
		free_report(&report);
		if (!cnd_str_equal(cnd_buf_str(&out),
			    cnd_str_of(examples[i].expected)))
			print_message("%s\n", examples[i].name);
		assert_buf(&out, examples[i].expected);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(running_text_gives_up_its_recommendations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
