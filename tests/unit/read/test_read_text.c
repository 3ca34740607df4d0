/* Tests of plain text: what becomes of each look that text can have. */
#include "read/read.h"

#include "read/dump.h"

#include <string.h>

static const struct reading paragraphs[] = {
	{ "blank lines part paragraphs, lines are joined",
		"The Board met in May and\nagreed on a plan.\n\nIt met "
		"again.\n",
		"p The Board met in May and agreed on a plan.\n"
		"p It met again.\n" },
	{ "all line ends count",
		"One line of text that is\r\nlong enough.\r\r"
		"Two of them here.\r",
		"p One line of text that is long enough.\np Two of them "
		"here.\n" },
	{ "a sentence that ends a short line ends its paragraph",
		"The Council took the matter further and it\n"
		"was closed in May.\n"
		"The Board asked the Council what had become\nof the plan it "
		"had made in the spring of\n2019 and got an answer.\n",
		"p The Council took the matter further and it was closed in "
		"May.\np The Board asked the Council what had become of the "
		"plan it had made in the spring of 2019 and got an "
		"answer.\n" },
	{ "text that is not wrapped has a paragraph a line",
		"The Board met in May and agreed on a plan.\n"
		"The Council did not send anybody to that one.\n"
		"It was a pity that nobody asked it for reasons.\n",
		"p The Board met in May and agreed on a plan.\n"
		"p The Council did not send anybody to that one.\n"
		"p It was a pity that nobody asked it for reasons.\n" },
	{ "numbered paragraphs",
		"4.12 The Board met in May and agreed\nwhat to do.\n"
		"4.13 It met again.\n\n12. The Board met, and it\nwas "
		"quorate.\n",
		"p [4.12] The Board met in May and agreed what to do.\n"
		"p [4.13] It met again.\n"
		"p [12] The Board met, and it was quorate.\n" },
	{ "numbers that slipped to a line of their own",
		"1.\n\nThe Board met in May and agreed on\nwhat was to be "
		"done.\n\n2.\n\nIt met again in the summer.\n",
		"p [1] The Board met in May and agreed on what was to be "
		"done.\np [2] It met again in the summer.\n" },
	{ "numbers that a converter gave first",
		"1.\n1.1\n\nScope\n\nThe Board met in May and agreed on what "
		"it\nwas to do.\n\n1.2\n\nIt met again in the autumn of that "
		"year.\n",
		"h1 [1] Scope\np [1.1] The Board met in May and agreed on what "
		"it was to do.\np [1.2] It met again in the autumn of that "
		"year.\n" },
	{ "a number at a line's start by chance",
		"The review covers the enquiries made under section\n"
		"47. The Council made nine of them in the period that\n"
		"the panel had chosen.\n",
		"p The review covers the enquiries made under section 47. The "
		"Council made nine of them in the period that the panel had "
		"chosen.\n" },
	{ "recommendations keep their names as labels",
		"Recommendation 1: The Board should publish\na protocol by "
		"May.\n\nR2. The Council should audit it.\n",
		"p [Recommendation 1] The Board should publish a protocol by "
		"May.\np [R2] The Council should audit it.\n" },
	{ "quoted lines", "It said:\n\n> Not at home. Will\n> ring again.\n",
		"p It said:\npq Not at home. Will ring again.\n" },
	{ "marks of footnotes and ligatures",
		"The \xef\xac\x81rst o\xef\xac\x80"
		"er.\xc2\xb9 It is 4 km\xc2\xb2.\n",
		"p The first offer. It is 4 km\xc2\xb2.\n" },
	{ "footnotes among the text",
		"The Board,[1] and the Council [2] too.\n\n[1] It met.\n",
		"p The Board, and the Council [2] too.\nnote [1] It met.\n" },
	{ "captions", "Table 2: who was seen\n\nThe Board met.\n",
		"caption Table 2: who was seen\np The Board met.\n" },
	{ "nothing", " \n\n\t\n", "" },
};

static const struct reading hyphens[] = {
	{ "words broken at line ends are joined",
		"The Board is responsible for the safe-\nguarding of adults "
		"who are at risk of ha-\nrm.\n",
		"p The Board is responsible for the safeguarding of adults "
		"who are at risk of harm.\n" },
	{ "compounds keep their hyphen",
		"The panel heard a lot about the self-\nneglect of adults "
		"and about multi-\nagency work.\n",
		"p The panel heard a lot about the self-neglect of adults and "
		"about multi-agency work.\n" },
	{ "the text itself tells how a word is written",
		"The panel heard a lot about the start-\nagain syndrome and "
		"the start-again word.\nIt is not restart-\ning; they kept "
		"restarting.\n",
		"p The panel heard a lot about the start-again syndrome and "
		"the start-again word. It is not restarting; they kept "
		"restarting.\n" },
	{ "before a capital or a number the hyphen stays",
		"The panel looked at the years from 2019-\n20 and at the "
		"Anglo-\nNorman house.\n",
		"p The panel looked at the years from 2019-20 and at the "
		"Anglo-Norman house.\n" },
};

static const struct reading headings[] = {
	{ "underlined",
		"1. Findings\n===========\n\nThe offer\n---------\n"
		"Text.\n",
		"h1 [1] Findings\nh2 The offer\np Text.\n" },
	{ "numbered",
		"1. Introduction\n\n1.1 Scope\n\n1.1.1 It is so.\n\n"
		"2 Findings\n\nText.\n",
		"h1 [1] Introduction\nh2 [1.1] Scope\np [1.1.1] It is so.\n"
		"h1 [2] Findings\np Text.\n" },
	{ "capitals", "5. ANALYSIS\n\nText here.\n\nANNEX 1: WORDS\n\nText.\n",
		"h1 [5] ANALYSIS\np Text here.\nh1 ANNEX 1: WORDS\np Text.\n" },
	{ "a few words above a text",
		"4. FINDINGS\n\nVoice of the child\n\nNobody asked the child "
		"what she wanted to\nhappen, and nobody wrote it down.\n\n"
		"What needs to improve?\n\nThe recording.\n",
		"h1 [4] FINDINGS\nh2 Voice of the child\np Nobody asked the "
		"child what she wanted to happen, and nobody wrote it down.\n"
		"h2 What needs to improve?\np The recording.\n" },
	{ "a heading right above its text",
		"Summary of events\nThe family moved to the town in the year "
		"2016, when the\nchild was four and had just begun school.\n",
		"h1 Summary of events\np The family moved to the town in the "
		"year 2016, when the child was four and had just begun "
		"school.\n" },
	{ "the cells of a lost table are no headings",
		"Owner\n\nAction\n\nBy when\n\nThe Board\n\nPublish it\n\nMay "
		"2024\n\nThe Board met in the summer, and agreed.\n",
		"p Owner\np Action\np By when\np The Board\np Publish it\n"
		"p May 2024\np The Board met in the summer, and agreed.\n" },
	{ "a known word right below a list, whose last line is full",
		"What needs to improve\n\xe2\x97\xbc The timeliness of "
		"visits.\n\xe2\x97\xbc The recording of the visits "
		"that were made in time.\nFindings\n\xe2\x97\xbc Visits "
		"are made when they are due, in most cases and\nhomes.\n",
		"h1 What needs to improve\ni1 The timeliness of visits.\n"
		"i1 The recording of the visits that were made in time.\n"
		"h1 Findings\ni1 Visits are made when they are due, in most "
		"cases and homes.\n" },
	{ "a question above two more headings",
		"What does the council need to do?\nFirst actions\n\n"
		"Capacity of teams\nThe council should count how many "
		"workers it has, and\nwrite down what they do.\n",
		"h1 What does the council need to do?\nh1 First actions\n"
		"h1 Capacity of teams\np The council should count how many "
		"workers it has, and write down what they do.\n" },
	{ "a line by itself right above a numbered text",
		"They were told of it in the summer of that year.\n\n"
		"What was found of the board\n7. The board was told of "
		"it in the summer of the next year,\nand it met.\n",
		"p They were told of it in the summer of that year.\n"
		"h1 What was found of the board\np [7] The board was told of "
		"it in the summer of the next year, and it met.\n" },
	{ "a title of two lines with its verdict, above a numbered text",
		"The experience and progress of children who need help from "
		"a\nworker: requires improvement to be good\n1. Children are "
		"seen when they are in need, and they are seen\nalone.\n",
		"h1 The experience and progress of children who need help "
		"from a worker: requires improvement to be good\n"
		"p [1] Children are seen when they are in need, and they "
		"are seen alone.\n" },
	{ "a list of names is no row of headings",
		"1. Police\n\n2. Health\n\n3. Education\n\nThey met.\n",
		"i1 [1] Police\ni1 [2] Health\ni1 [3] Education\np They "
		"met.\n" },
};

static const struct reading lists[] = {
	{ "bullets of all sorts",
		"The Board should:\n\n\xef\x82\xb7 publish it;\n\xe2\x97\xbc"
		"it and\n  this;\n\nand:\n\n- tell the\n  public.\n",
		"p The Board should:\ni1 publish it;\ni2 it and this;\n"
		"p and:\ni1 tell the public.\n" },
	{ "levels by indent",
		"The Board should:\n\n  - one;\n    - inner\n      words;\n  - "
		"two.\n",
		"p The Board should:\ni1 one;\ni2 inner words;\ni1 two.\n" },
	{ "letters and numbers",
		"It said that:\n\n(a) one;\n(b) two.\n\n"
		"The Council must:\n\n1. publish it;\n2. "
		"Audit it.\n",
		"p It said that:\ni1 [(a)] one;\ni1 [(b)] two.\n"
		"p The Council must:\ni1 [1] publish it;\ni1 [2] Audit it.\n" },
	{ "a bullet on a line of its own", "\xef\x82\xb7\n\nPublish it.\n",
		"i1 Publish it.\n" },
	{ "an item's second paragraph",
		"- One thing is\n  this.\n\n  And "
		"more.\n\nThe end.\n",
		"i1 One thing is this.\np1 And more.\np The end.\n" },
	{ "a dash in running text",
		"The panel met in the summer of that year\n\xe2\x80\x93 it was "
		"a hot one \xe2\x80\x93 and agreed that the\nBoard should be "
		"told.\n",
		"p The panel met in the summer of that year \xe2\x80\x93 it "
		"was a hot one \xe2\x80\x93 and agreed that the Board should "
		"be told.\n" },
	{ "an item with a label behind its bullet", "- R1: Publish it.\n",
		"i1 [R1] Publish it.\n" },
};

static const struct reading furniture[] = {
	{ "page numbers and running heads, a paragraph over them",
		"A review of it all\n\nThe panel met in the summer and then "
		"the\n\nPage 1 of 3\n\nA Review: Gwen\n\npanel met again in "
		"the autumn of the year.\n\nPage 2 of 3\n\nA Review: Gwen\n\n"
		"The end came soon.\n\nPage 3 of 3\n",
		"h1 A review of it all\np The panel met in the summer and "
		"then the panel met again in the autumn of the year.\n"
		"furniture Page 1 of 3\nfurniture A Review: Gwen\n"
		"furniture Page 2 of 3\nfurniture A Review: Gwen\np The end "
		"came soon.\nfurniture Page 3 of 3\n" },
	{ "form feeds end pages",
		"Anyshire Board 1\nThe panel met in the summer and then went\n"
		"\fAnyshire Board 2\non to meet in the autumn of the year.\n"
		"\fAnyshire Board 3\nThe end.\n",
		"h1 Anyshire Board 1\np The panel met in the summer "
		"and then went on to meet in the autumn of the year.\n"
		"furniture Anyshire Board 2\nfurniture Anyshire Board 3\n"
		"p The end.\n" },
	{ "text that comes back at page ends is still text",
		"It was a long year for all of them in the Board\nand support."
		"\n\n- 1 -\n\nIt was a long year for all of them in the Board"
		"\nand support.\n\n- 2 -\n\nIt was over.\n\n- 3 -\n\nIt "
		"was not.\n\n- 4 -\n\nEnd.\n",
		"p It was a long year for all of them in the Board and "
		"support.\nfurniture - 1 -\np It was a long year for all of "
		"them in the Board and support.\nfurniture - 2 -\np It was "
		"over.\nfurniture - 3 -\np It was not.\nfurniture - 4 -\n"
		"p End.\n" },
	{ "contents with leaders",
		"CONTENTS\n\n1. Introduction ........ 3\n2. Findings . . . . . "
		"4\n\n1. INTRODUCTION\n\nText.\n",
		"h1 CONTENTS\nfurniture 1. Introduction ........ 3\n"
		"furniture 2. Findings . . . . . 4\nh1 [1] INTRODUCTION\n"
		"p Text.\n" },
	{ "contents that lost their shape",
		"Contents\nThe Board\n\n3\n\nWhat is it for?\n\n4\n\n\nThe "
		"Board\n\nThe Board met in the summer of the year.\n",
		"h1 Contents\nfurniture The Board\nfurniture 3\nfurniture "
		"What is it for?\nfurniture 4\nh1 The Board\np The Board met "
		"in the summer of the year.\n" },
	{ "footnotes at a page's end",
		"The Board met in the summer with its panel1\nand agreed.\n\n"
		"1\n\nThe panel had nine members.\n\n- 7 -\n\nIt met again.\n",
		"p The Board met in the summer with its panel1 and agreed.\n"
		"note [1] The panel had nine members.\nfurniture - 7 -\n"
		"p It met again.\n" },
};

static const struct reading tables[] = {
	{ "a dashed rule sets columns",
		"Agency      Member\n----------  -------\nThe Council Head of\n"
		"            Service\nPolice      Sergeant\n\nText.\n",
		"cell0.0^ Agency\ncell0.1^ Member\ncell1.0 The Council\n"
		"cell1.1 Head of Service\ncell2.0 Police\ncell2.1 Sergeant\n"
		"p Text.\n" },
	{ "blank lines part rows between two rules",
		"--------------------\nAgency    Member\n--------- ----------\n"
		"Council   Head of\n          Service\n\nPolice    Sergeant\n"
		"--------------------\n\nText.\n",
		"cell0.0^ Agency\ncell0.1^ Member\ncell1.0 Council\ncell1.1 "
		"Head of Service\ncell2.0 Police\ncell2.1 Sergeant\np "
		"Text.\n" },
	{ "columns that stand exactly below each other",
		"APR    Adult Practice Review\nGP     General practitioner\n"
		"SUSR   Single Review\n",
		"cell0.0 APR\ncell0.1 Adult Practice Review\ncell1.0 GP\n"
		"cell1.1 General practitioner\ncell2.0 SUSR\ncell2.1 Single "
		"Review\n" },
	{ "a plan as a converter sets it out",
		"7.    Action plan\n"
		"No.   Recommendation   Owner      By when\n"
		"1     Publish a        The Board  1 May\n"
		"      protocol on\n"
		"      self-\n"
		"      neglect.\n\n"
		"2     Seek assu-       TBC\n"
		"      rance.\n\nThe plan was agreed.\n",
		"h1 [7] Action plan\ncell0.0^ No.\ncell0.1^ Recommendation\n"
		"cell0.2^ Owner\ncell0.3^ By when\ncell1.0 1\ncell1.1 "
		"Publish a protocol on self-neglect.\ncell1.2 The Board\n"
		"cell1.3 1 May\ncell2.0 2\ncell2.1 Seek assurance.\ncell2.2 "
		"TBC\ncell2.3 \np The plan was agreed.\n" },
	{ "words across a column's edge are no table",
		"Agency and others\n------  ------\nCouncil  Head\n",
		"p Agency and others\nfurniture ------  ------\n"
		"p Council  Head\n" },
};

#define ASSERT_READINGS(table)                                                 \
	assert_readings("t.txt", (table), sizeof(table) / sizeof((table)[0]))

static void
paragraphs_are_joined(void **state)
{
	(void)state;
	ASSERT_READINGS(paragraphs);
}

static void
hyphens_at_line_ends_are_judged(void **state)
{
	(void)state;
	ASSERT_READINGS(hyphens);
}

static void
headings_are_told_by_their_look(void **state)
{
	(void)state;
	ASSERT_READINGS(headings);
}

static void
lists_are_found(void **state)
{
	(void)state;
	ASSERT_READINGS(lists);
}

static void
furniture_is_put_aside(void **state)
{
	(void)state;
	ASSERT_READINGS(furniture);
}

static void
clear_tables_have_cells(void **state)
{
	(void)state;
	ASSERT_READINGS(tables);
}

static void
places_run_over_joined_lines(void **state)
{
	static const char source[] =
		"The Board is responsible for the safe-\nguarding of adults "
		"who are at risk of harm.\n";
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.txt"), cnd_str_of(source), &err);
	size_t at = cnd_str_find(doc->text, CND_STR("safeguarding of"));
	struct cnd_span span = { (uint32_t)at, (uint32_t)at + 15 };
	struct cnd_place place =
		cnd_document_place(doc, span, CND_UNIT_CODE_POINT);

	(void)state;
	assert_int_equal(place.line, 1);
	assert_int_equal(place.column, 34);
	assert_int_equal(place.end_line, 2);
	assert_int_equal(place.end_column, 12);
	cnd_document_free(doc);
}

static void
lead_ins_reach_over_a_page_end(void **state)
{
	static const char source[] =
		"The Board should:\n\n- 4 -\n\n\xe2\x80\xa2 publish it.\n";
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.txt"), cnd_str_of(source), &err);

	(void)state;
	assert_int_equal(doc->block_count, 3);
	assert_int_equal(doc->blocks[2].lead_in, 0);
	cnd_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_joined),
		cmocka_unit_test(hyphens_at_line_ends_are_judged),
		cmocka_unit_test(headings_are_told_by_their_look),
		cmocka_unit_test(lists_are_found),
		cmocka_unit_test(furniture_is_put_aside),
		cmocka_unit_test(clear_tables_have_cells),
		cmocka_unit_test(places_run_over_joined_lines),
		cmocka_unit_test(lead_ins_reach_over_a_page_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
