/* The register and the assurance table in their formats. */
#include "format/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/sample.h"

static const struct cnd_format_options plain = { 0 };

static void
register_text_is_a_card_each(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_REGISTER, "text", &plain,
		"R1  (1, line 9)\n"
		"    The Board should consider a checklist by May.\n"
		"    owner    named    The Board\n"
		"    action   vague    consider; checklist\n"
		"    time     stated   by May\n"
		"    measure  none\n"
		"    missing  action (vague), measure (none)\n"
		"    strength medium\n"
		"\n"
		"R2  (2, line 10)\n"
		"    Improve things.\n"
		"    owner    none\n"
		"    action   vague\n"
		"    time     none\n"
		"    measure  none\n"
		"    missing  owner (none), action (vague), time (none), "
		"measure (none)\n"
		"    notes    several acts in one; same as R1; no finding "
		"leads here\n"
		"\n"
		"a.md: 2 recommendations, 0 complete.\n");
}

static void
register_json_has_every_key(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_REGISTER, "json", &plain,
		"{\n"
		" \"version\": 1,\n"
		" \"tool\": {\n"
		"  \"name\": \"candour\",\n"
		"  \"version\": \"0.1.0\"\n"
		" },\n"
		" \"files\": [\n"
		"  {\n"
		"   \"path\": \"a.md\",\n"
		"   \"profile\": \"sar\",\n"
		"   \"profile_source\": \"detected\",\n"
		"   \"recommendations\": [\n"
		"    {\n"
		"     \"id\": \"R1\",\n"
		"     \"label\": \"1\",\n"
		"     \"line\": 9,\n"
		"     \"section\": \"Recommendations\",\n"
		"     \"page\": null,\n"
		"     \"text\": \"The Board should consider a checklist by "
		"May.\",\n"
		"     \"owner\": {\n"
		"      \"value\": \"named\",\n"
		"      \"text\": \"The Board\",\n"
		"      \"line\": 9\n"
		"     },\n"
		"     \"action\": {\n"
		"      \"value\": \"vague\",\n"
		"      \"text\": [\n"
		"       \"consider\",\n"
		"       \"checklist\"\n"
		"      ],\n"
		"      \"line\": 9\n"
		"     },\n"
		"     \"time\": {\n"
		"      \"value\": \"stated\",\n"
		"      \"text\": \"by May\",\n"
		"      \"line\": 9\n"
		"     },\n"
		"     \"measure\": {\n"
		"      \"value\": \"none\",\n"
		"      \"text\": null,\n"
		"      \"line\": null\n"
		"     },\n"
		"     \"missing\": [\n"
		"      \"action\",\n"
		"      \"measure\"\n"
		"     ],\n"
		"     \"complete\": false,\n"
		"     \"strength\": \"medium\",\n"
		"     \"compound\": false,\n"
		"     \"sameAs\": null,\n"
		"     \"notes\": null\n"
		"    },\n"
		"    {\n"
		"     \"id\": \"R2\",\n"
		"     \"label\": null,\n"
		"     \"line\": 10,\n"
		"     \"section\": \"Recommendations\",\n"
		"     \"page\": null,\n"
		"     \"text\": \"Improve things.\",\n"
		"     \"owner\": {\n"
		"      \"value\": \"none\",\n"
		"      \"text\": null,\n"
		"      \"line\": null\n"
		"     },\n"
		"     \"action\": {\n"
		"      \"value\": \"vague\",\n"
		"      \"text\": [],\n"
		"      \"line\": null\n"
		"     },\n"
		"     \"time\": {\n"
		"      \"value\": \"none\",\n"
		"      \"text\": null,\n"
		"      \"line\": null\n"
		"     },\n"
		"     \"measure\": {\n"
		"      \"value\": \"none\",\n"
		"      \"text\": null,\n"
		"      \"line\": null\n"
		"     },\n"
		"     \"missing\": [\n"
		"      \"owner\",\n"
		"      \"action\",\n"
		"      \"time\",\n"
		"      \"measure\"\n"
		"     ],\n"
		"     \"complete\": false,\n"
		"     \"strength\": \"unknown\",\n"
		"     \"compound\": true,\n"
		"     \"sameAs\": \"R1\",\n"
		"     \"notes\": \"several acts in one; same as R1; no finding "
		"leads here\"\n"
		"    }\n"
		"   ],\n"
		"   \"totals\": {\n"
		"    \"recommendations\": 2,\n"
		"    \"complete\": 0\n"
		"   }\n"
		"  }\n"
		" ]\n"
		"}\n");
}

static void
register_csv_has_a_row_each(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_REGISTER, "csv", &plain,
		"File,Id,Label,Place,Section,Recommendation,Owner,Owner "
		"words,Action,Action words,Time,Time words,Measure,Measure "
		"words,Missing,Strength,Notes\r\n"
		"a.md,R1,1,\"1, line 9\",Recommendations,The Board should "
		"consider a checklist by May.,named,The Board,vague,consider; "
		"checklist,stated,by May,none,,\"action (vague), measure "
		"(none)\",medium,\r\n"
		"a.md,R2,,\"2, line 10\",Recommendations,Improve "
		"things.,none,,vague,,none,,none,,\"owner (none), action "
		"(vague), time (none), measure (none)\",unknown,several acts "
		"in one; same as R1; no finding leads here\r\n");
}

static void
register_markdown_joins_value_and_words(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_REGISTER, "markdown", &plain,
		"# Recommendations: a.md\n"
		"\n"
		"2 recommendations, 0 complete.\n"
		"\n"
		"| Id | Place | Recommendation | Owner | Action | Time | "
		"Measure | Missing | Strength | Notes |\n"
		"|---|---|---|---|---|---|---|---|---|---|\n"
		"| R1 | 1, line 9 | The Board should consider a checklist by "
		"May. | named: The Board | vague: consider; checklist | "
		"stated: by May | none | action (vague), measure (none) | "
		"medium |  |\n"
		"| R2 | 2, line 10 | Improve things. | none | vague | none | "
		"none | owner (none), action (vague), time (none), measure "
		"(none) | unknown | several acts in one; same as R1; no "
		"finding leads here |\n"
		"\n");
}

static void
assure_text_shows_what_is_absent(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_ASSURANCE, "text", &plain,
		"a.md (read as 'sar')\n"
		"\n"
		"Statement   Says                   Status          Place    "
		"           Words\n"
		"signed-off  who approved the       present, early  1, line "
		"9, 53 % in  The Board\n"
		"            report\n"
		"impasse     what happens without   ABSENT\n"
		"            agreement\n"
		"\n"
		"What asks for it\n"
		"\n"
		"Statement   Asked for by               In force\n"
		"signed-off  Care Act 2014, section 44  since 2015-04-01\n"
		"\n"
		"Disagreement about the review\n"
		"\n"
		"Status        Place         Words           Not told\n"
		"open          4.12, line 5  did not accept  about what, what "
		"came of it\n"
		"acknowledged  4.12, line 5  did not accept\n"
		"\n"
		"1 of 2 statements present; 1 open disagreement, 1 "
		"acknowledged.\n");
}

static void
assure_json_has_every_key(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_ASSURANCE, "json", &plain,
		"{\n"
		" \"version\": 1,\n"
		" \"tool\": {\n"
		"  \"name\": \"candour\",\n"
		"  \"version\": \"0.1.0\"\n"
		" },\n"
		" \"files\": [\n"
		"  {\n"
		"   \"path\": \"a.md\",\n"
		"   \"profile\": \"sar\",\n"
		"   \"profile_source\": \"detected\",\n"
		"   \"statements\": [\n"
		"    {\n"
		"     \"key\": \"signed-off\",\n"
		"     \"present\": true,\n"
		"     \"line\": 9,\n"
		"     \"label\": \"1\",\n"
		"     \"quote\": \"The Board\",\n"
		"     \"required\": true,\n"
		"     \"early\": true,\n"
		"     \"position\": 53,\n"
		"     \"section\": \"Recommendations\",\n"
		"     \"page\": null,\n"
		"     \"source\": \"Care Act 2014, section 44\",\n"
		"     \"since\": \"2015-04-01\",\n"
		"     \"until\": null\n"
		"    },\n"
		"    {\n"
		"     \"key\": \"impasse\",\n"
		"     \"present\": false,\n"
		"     \"line\": null,\n"
		"     \"label\": null,\n"
		"     \"quote\": null,\n"
		"     \"required\": true,\n"
		"     \"early\": false,\n"
		"     \"position\": null,\n"
		"     \"section\": null,\n"
		"     \"page\": null,\n"
		"     \"source\": null,\n"
		"     \"since\": null,\n"
		"     \"until\": null\n"
		"    }\n"
		"   ],\n"
		"   \"disagreements\": [\n"
		"    {\n"
		"     \"status\": \"open\",\n"
		"     \"line\": 5,\n"
		"     \"label\": \"4.12\",\n"
		"     \"quote\": \"did not accept\",\n"
		"     \"missing\": [\n"
		"      \"what\",\n"
		"      \"outcome\"\n"
		"     ]\n"
		"    },\n"
		"    {\n"
		"     \"status\": \"acknowledged\",\n"
		"     \"line\": 5,\n"
		"     \"label\": \"4.12\",\n"
		"     \"quote\": \"did not accept\",\n"
		"     \"missing\": []\n"
		"    }\n"
		"   ]\n"
		"  }\n"
		" ]\n"
		"}\n");
}

static void
assure_markdown_has_two_tables(void **state)
{
	(void)state;
	assert_rendered(CND_VIEW_ASSURANCE, "markdown", &plain,
		"# Accountability: a.md\n"
		"\n"
		"1 of 2 statements present; 1 open disagreement, 1 "
		"acknowledged.\n"
		"\n"
		"| Statement | Says | Status | Place | Words |\n"
		"|---|---|---|---|---|\n"
		"| signed-off | who approved the report | present, early | 1, "
		"line 9, 53 % in | The Board |\n"
		"| impasse | what happens without agreement | ABSENT |  |  |\n"
		"\n"
		"## What asks for it\n"
		"\n"
		"| Statement | Asked for by | In force |\n"
		"|---|---|---|\n"
		"| signed-off | Care Act 2014, section 44 | since 2015-04-01 "
		"|\n"
		"\n"
		"## Disagreement about the review\n"
		"\n"
		"| Status | Place | Words | Not told |\n"
		"|---|---|---|---|\n"
		"| open | 4.12, line 5 | did not accept | about what, what "
		"came of it |\n"
		"| acknowledged | 4.12, line 5 | did not accept |  |\n"
		"\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(register_text_is_a_card_each),
		cmocka_unit_test(register_json_has_every_key),
		cmocka_unit_test(register_csv_has_a_row_each),
		cmocka_unit_test(register_markdown_joins_value_and_words),
		cmocka_unit_test(assure_text_shows_what_is_absent),
		cmocka_unit_test(assure_json_has_every_key),
		cmocka_unit_test(assure_markdown_has_two_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
