/*
 * The statements of accountability, in sentences made up for the purpose:
 * what says it, and what only sounds like it.
 */
#include "lint/lint.h"
#include "read/read.h"

#include "cnd_test.h"

struct sentence {
	const char *key;
	bool is_evidence;
	const char *heading;
	const char *text;
};

static const struct sentence sentences[] = {
	{ "commissioned", true, "Introduction",
		"The decision to hold this review was made by the chair of "
		"Northmere Safeguarding Adults Board on 3 June 2021." },
	{ "commissioned", true, "Introduction",
		"In May 2020 the Partnership's executive agreed that a Local "
		"Child Safeguarding Practice Review should take place." },
	{ "commissioned", true, "Introduction",
		"Following a rapid review, the safeguarding partners decided "
		"to carry out an LCSPR." },
	{ "commissioned", true, "Introduction",
		"This report was commissioned jointly by Hollin Council and "
		"the ICB." },
	{ "commissioned", true, "Introduction",
		"The Board asked an independent reviewer to look at what had "
		"happened." },
	{ "commissioned", true, "Introduction",
		"The CSP considered that the criteria for a Domestic Homicide "
		"Review were met and notified the Home Office." },
	{ "commissioned", true, "The review",
		"The review was carried out on behalf of the Adult Protection "
		"Committee." },
	{ "commissioned", true, "Background",
		"The Regional Safeguarding Board's case review group "
		"recommended, and its chair agreed, that a SUSR be "
		"undertaken." },
	{ "commissioned", true, "About this review",
		"We were asked by Eastwick Safeguarding Children Partnership "
		"to undertake this review." },
	{ "commissioned", true, "Introduction",
		"A SAR was agreed by the SAR Panel of Bexhurst SAB on 1 May." },
	{ "commissioned", true, "Introduction",
		"The case was referred to the SAB by the fire service and a "
		"decision to proceed to a discretionary SAR was taken by the "
		"independent chair." },
	{ "commissioned", true, "Why a review",
		"The Committee resolved that a Learning Review was needed." },
	{ "commissioned", false, "Introduction",
		"A review was commissioned in March 2021." },
	{ "commissioned", false, "Introduction",
		"It was agreed that the criteria for a review had been met." },
	{ "commissioned", false, "Introduction",
		"The review was commissioned under section 44 of the Care "
		"Act." },
	{ "commissioned", false, "Introduction",
		"The CCG commissions the walk-in centre and reviewed its "
		"contract in 2019." },
	{ "commissioned", false, "Introduction",
		"The Trust commissioned an internal review of its discharge "
		"process." },
	{ "conducted", true, "Introduction",
		"The independent reviewer was Jean Parfitt, who has thirty "
		"years' experience." },
	{ "conducted", true, "Introduction",
		"Dr Amara Okonjo-Bell was appointed as the independent chair "
		"and author." },
	{ "conducted", true, "Introduction",
		"This report has been written by Tom Ashgrove of Ashgrove "
		"Consulting." },
	{ "conducted", true, "Introduction",
		"The Board appointed Ruth Kestrel to lead the review." },
	{ "conducted", true, "Introduction",
		"The review was undertaken by two reviewers: Ann Petrie, a "
		"former police officer, and Lucy Marr, a health visitor." },
	{ "conducted", true, "The investigation",
		"The lead investigator, a consultant physician from another "
		"hospital, worked with a patient safety specialist." },
	{ "conducted", true, "Introduction",
		"I am a retired head of children's services and was asked to "
		"lead this review." },
	{ "conducted", true, "Introduction",
		"My name is Glenda Rowe and I wrote this report." },
	{ "conducted", true, "Introduction",
		"The author is a social worker by background and a former "
		"director of a charity." },
	{ "conducted", true, "Introduction",
		"Review author: Kit Marlowe-Hughes" },
	{ "conducted", true, "Introduction",
		"The review was led by the Board's business manager and a "
		"designated nurse." },
	{ "conducted", false, "Introduction",
		"The author is independent and has wide experience of "
		"reviews." },
	{ "conducted", false, "Introduction",
		"The review was led by an independent reviewer with extensive "
		"experience." },
	{ "conducted", false, "Introduction",
		"An independent author was appointed. The author met the "
		"family." },
	{ "conducted", false, "Introduction",
		"The lead reviewer would like to thank the family." },
	{ "conducted", false, "Introduction",
		"The IMR for the hospital was written by Dr Paula Stead." },
	{ "conducted", false, "Introduction",
		"The investigation was undertaken by a learning response lead "
		"with support from subject matter experts." },
	{ "conducted", false, "Introduction",
		"The review team met six times and was chaired by the chair of "
		"the panel." },
	{ "quality-assured", true, "Introduction",
		"The Case Review Subgroup provided scrutiny and challenge to "
		"the draft report on two occasions." },
	{ "quality-assured", true, "Introduction",
		"An independent scrutineer tested the findings against the "
		"evidence." },
	{ "quality-assured", true, "Introduction",
		"The report was peer reviewed by two authors from another "
		"region." },
	{ "quality-assured", true, "Introduction",
		"The Home Office Quality Assurance Panel assessed the report "
		"in March 2022 and its letter is at Appendix D." },
	{ "quality-assured", true, "Introduction",
		"Professor Lena Ostrow acted as critical friend to the "
		"reviewers and read each draft." },
	{ "quality-assured", true, "Introduction",
		"The draft was considered at two meetings of the SAR panel, "
		"which questioned the author closely on Finding 3." },
	{ "quality-assured", true, "Introduction",
		"Before it was finished the report was read by a barrister and "
		"by a retired judge, who were asked to look for conclusions "
		"that the evidence would not bear." },
	{ "quality-assured", true, "Introduction",
		"Quality assurance of the report was provided by the Board's "
		"independent chair." },
	{ "quality-assured", true, "Introduction",
		"The panel scrutinised each version of this report." },
	{ "quality-assured", false, "Introduction",
		"The report has been quality assured and is of a good "
		"standard." },
	{ "quality-assured", false, "Introduction",
		"The IMRs were quality assured by senior managers before "
		"submission." },
	{ "quality-assured", false, "Introduction",
		"The council's Quality Assurance Service audits files every "
		"month." },
	{ "quality-assured", false, "Introduction",
		"The review was subject to robust scrutiny." },
	{ "quality-assured", false, "Introduction",
		"The Head of Quality Assurance was a member of the panel." },
	{ "quality-assured", false, "Introduction",
		"The panel met six times and reviewed the agency reports." },
	{ "quality-assured", false, "Introduction",
		"The reviewer examined records and tested the accounts of "
		"staff against them." },
	{ "signed-off", true, "Introduction",
		"The Board signed off the report on 6 July 2022." },
	{ "signed-off", true, "Introduction",
		"This report was accepted by the Community Safety Partnership "
		"in March." },
	{ "signed-off", true, "Introduction",
		"The final version was ratified at the Board's meeting of 3 "
		"May 2022." },
	{ "signed-off", true, "Introduction",
		"The report will be submitted to the Trust Board for approval "
		"in September." },
	{ "signed-off", true, "Introduction",
		"It was approved for publication by the safeguarding partners "
		"on 12 May." },
	{ "signed-off", true, "Introduction",
		"The Chief Officers Group endorsed this Learning Review on 7 "
		"June." },
	{ "signed-off", true, "Introduction",
		"The review and its recommendations were formally adopted by "
		"the partnership in May." },
	{ "signed-off", true, "Conclusion",
		"The three statutory partners have agreed this report and its "
		"recommendations." },
	{ "signed-off", true, "Introduction",
		"Sign-off rests with the Executive Medical Director." },
	{ "signed-off", false, "Introduction",
		"The final report has been approved and signed off." },
	{ "signed-off", false, "Introduction",
		"The terms of reference were agreed by the panel in March." },
	{ "signed-off", false, "Introduction",
		"The care plan was signed off by the ward manager." },
	{ "signed-off", false, "Introduction",
		"The report will go through the usual governance channels." },
	{ "signed-off", false, "Introduction",
		"The recommendations were agreed by the agencies concerned." },
	{ "signed-off", false, "Introduction",
		"The Board accepted the recommendations of the earlier review "
		"in 2016." },
	{ "signed-off", false, "Introduction",
		"The risk assessment was approved by the panel of managers." },
	{ "signed-off", false, "Introduction",
		"The panel agreed the scope of the review at its first "
		"meeting." },
	{ "signed-off", false, "Introduction",
		"Each agency signed off its own report before sending it to "
		"the panel." },
	{ "accountable", true, "Next steps",
		"The Board will oversee the implementation of the action plan "
		"and receive a report every quarter." },
	{ "accountable", true, "Next steps",
		"Accountability for the recommendations rests with the chief "
		"officers of the three partners." },
	{ "accountable", true, "Introduction",
		"The Executive Director of Nursing is the owner of the action "
		"plan." },
	{ "accountable", true, "Next steps",
		"Progress against the recommendations will be monitored by the "
		"Quality and Performance Subgroup." },
	{ "accountable", true, "Next steps",
		"The safeguarding partners accept the findings and are jointly "
		"responsible for acting upon them." },
	{ "accountable", true, "Next steps",
		"The chair of the CSP will answer in public for what is done "
		"about this report." },
	{ "accountable", true, "Next steps",
		"Responsibility for delivering the safety actions sits with "
		"the Divisional Director." },
	{ "accountable", true, "Next steps",
		"Ownership of this report and of its recommendations lies with "
		"the Board." },
	{ "accountable", true, "Conclusion",
		"The Chief Officers Group holds the CPC to account for "
		"delivery of the suggested strategies." },
	{ "accountable", false, "Next steps",
		"The Director of Nursing is accountable for the quality of "
		"nursing care." },
	{ "accountable", false, "Introduction",
		"Nobody was clear who was responsible for the care plan." },
	{ "accountable", false, "Introduction",
		"The purpose is not to hold individuals to account." },
	{ "accountable", false, "Next steps",
		"The action plan will be monitored." },
	{ "accountable", false, "Next steps",
		"The council is responsible for social care assessments and "
		"the ICB for continuing healthcare." },
	{ "accountable", false, "Next steps",
		"Recommendations need to be owned by agencies." },
	{ "accountable", false, "Introduction",
		"The service manager was accountable for the team's "
		"improvement plan." },
	{ "independent", true, "Introduction",
		"She has no connection with any of the agencies involved." },
	{ "independent", true, "Introduction",
		"He has not previously worked in Northmere." },
	{ "independent", true, "Introduction",
		"Neither author has ever been employed by the council or the "
		"Trust." },
	{ "independent", true, "Introduction",
		"Ms Rowe retired from the neighbouring county's police in 2011 "
		"and has had no dealings with this force." },
	{ "independent", true, "Introduction",
		"The chair left the council in 2008 and has held no contract "
		"with it since." },
	{ "independent", true, "Introduction",
		"The reviewer declared that she had no conflict of interest." },
	{ "independent", true, "Introduction",
		"None of the panel members had any involvement in the case or "
		"line management of those who did." },
	{ "independent", true, "Introduction",
		"He is independent of all the agencies in this review and "
		"works in Scotland." },
	{ "independent", true, "Introduction",
		"The lead investigator works at a different site and had no "
		"part in his care." },
	{ "independent", true, "Introduction",
		"I have never worked for any organisation mentioned in this "
		"report." },
	{ "independent", false, "Introduction",
		"The Board appointed an independent author." },
	{ "independent", false, "Introduction",
		"The independence of the reviewer was assured." },
	{ "independent", false, "Introduction",
		"The author is an experienced and independent consultant." },
	{ "independent", false, "Introduction",
		"The mother had no contact with her own family." },
	{ "independent", false, "Introduction",
		"Practitioners who had not been involved were invited to a "
		"second event." },
	{ "independent", false, "Introduction",
		"An independent advocate supported the father, who had no "
		"solicitor." },
	{ "challenge", true, "Method",
		"Panel members were given two weeks to check the draft for "
		"accuracy." },
	{ "challenge", true, "Method",
		"The draft report was sent to each agency with a request for "
		"corrections." },
	{ "challenge", true, "Method",
		"Practitioners came to a second session at which early "
		"findings were tested and argued with." },
	{ "challenge", true, "Method",
		"The family read the report before it was finalised and asked "
		"for changes." },
	{ "challenge", true, "Method",
		"Those who might be criticised were sent the relevant passages "
		"and their replies were taken into account." },
	{ "challenge", true, "Method",
		"A factual accuracy check took place in July." },
	{ "challenge", true, "Method",
		"Contributors could dispute any sentence about them and each "
		"point was answered in writing." },
	{ "challenge", true, "Method",
		"Emerging findings were shared with practitioners, who were "
		"asked what was wrong or missing." },
	{ "challenge", false, "Method",
		"Practitioners attended a learning event and spoke about their "
		"work." },
	{ "challenge", false, "Method",
		"The family were offered a meeting when the report is "
		"published." },
	{ "challenge", false, "Method",
		"Agencies were invited to submit chronologies and to comment "
		"on their own practice." },
	{ "challenge", false, "Method", "The panel had robust discussions." },
	{ "challenge", false, "Method",
		"Draft care plans were shared with the family for comment." },
	{ "challenge", false, "Method",
		"His mother was given a copy of the report on the day before "
		"publication." },
	{ "challenge", false, "Method",
		"Staff were interviewed and given the chance to tell their "
		"story." },
	{ "impasse", true, "Method",
		"If the panel could not agree, the chair was to decide and the "
		"report was to say so." },
	{ "impasse", true, "Method",
		"Any disagreement that could not be resolved would be set out "
		"in the report with both views." },
	{ "impasse", true, "Method",
		"Disputes about the report were to be settled under the "
		"Board's dispute resolution procedure." },
	{ "impasse", true, "Findings",
		"The Trust and the author have not been able to agree, and "
		"both accounts are set out below." },
	{ "impasse", false, "Method",
		"The multi-agency escalation policy sets out how practitioners "
		"resolve disagreements." },
	{ "impasse", false, "Method",
		"The panel worked well together and met nine times." },
	{ "impasse", false, "Findings",
		"The professionals could not agree and the matter was not "
		"escalated." },
	{ "impasse", false, "Method",
		"It could not be agreed who would chair the strategy "
		"meeting." },
	{ "impasse", false, "Findings",
		"The draft was amended after comments from agencies." },
	{ "terms", true, "Introduction",
		"The terms of reference can be found at Appendix 2." },
	{ "terms", true, "Introduction",
		"The review considered the following questions:" },
	{ "terms", true, "Scope", "The key lines of enquiry were as follows." },
	{ "terms", true, "Introduction",
		"The investigation set out to answer three questions." },
	{ "terms", true, "Introduction",
		"The panel agreed that the review would focus on these "
		"areas:" },
	{ "terms", true, "Introduction",
		"The terms of reference asked the reviewers to examine how "
		"risk was assessed and how information was shared." },
	{ "terms", true, "Introduction",
		"We wanted to find out why the plan was not followed, and how "
		"the family was heard." },
	{ "terms", false, "Introduction",
		"The terms of reference were agreed by the panel in May." },
	{ "terms", false, "Introduction",
		"The review covers the period from 2018 to 2020." },
	{ "terms", false, "Introduction",
		"The review makes five recommendations and raises several "
		"questions." },
	{ "terms", false, "Introduction",
		"The terms of reference of the MARAC steering group are out of "
		"date." },
};

static int
load_rules(void **state)
{
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&count);
	struct cnd_error err = { 0 };

	*state = cnd_ruleset_new(files, count, &err);
	return *state == NULL ? -1 : 0;
}

static int
free_rules(void **state)
{
	cnd_ruleset_free(*state);
	return 0;
}

static bool
says(const struct cnd_ruleset *set, const struct sentence *sentence)
{
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };
	struct cnd_document *doc;
	struct cnd_report *report;
	bool is_present = false;

	cnd_buf_printf(&source,
		"# Report of a review\n\n## %s\n\nThis is the report of a "
		"review.\n\n%s\n\n## What happened\n\nHe was born in 1950.\n",
		sentence->heading, sentence->text);
	doc = cnd_read(CND_STR("t.md"), cnd_buf_str(&source), &err);
	assert_non_null(doc);
	report = cnd_lint(set, doc, NULL, &err);
	assert_non_null(report);
	for (size_t i = 0; i < report->statement_count; i++)
		if (cnd_str_equal(report->statements[i].key,
			    cnd_str_of(sentence->key)))
			is_present = report->statements[i].is_present;
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_buf_dispose(&source);
	return is_present;
}

static void
sentences_say_what_they_say(void **state)
{
	struct cnd_buf wrong = { 0 };

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (says(*state, &sentences[i]) != sentences[i].is_evidence)
			cnd_buf_printf(&wrong, "%s: %s\n", sentences[i].key,
				sentences[i].text);
	assert_buf(&wrong, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_say_what_they_say),
	};

	return cmocka_run_group_tests(tests, load_rules, free_rules);
}
