/*
 * Disagreement about a review, in passages made up for the purpose: hints
 * left open, disagreements told in full, and quarrels inside the case.
 */
#include "lint/lint.h"
#include "read/read.h"

#include "cnd_test.h"

static const char *const open_hints[] = {
	"This chapter has the backing of nearly all of the contributors.",
	"There was a strand of opinion which held that the review should have "
	"gone back to her schooldays.",
	"It has been put to us that this is unduly severe.",
	"A number of those consulted felt that the tone of this chapter was "
	"harsh.",
	"The ambulance service has told us that it regards paragraph 5.4 as "
	"unfair.",
	"An earlier draft put this more strongly.",
	"What stood here in the first draft has been taken out.",
	"This was at one time a recommendation and is now an observation, "
	"after discussion with partners.",
	"Agreement on this chapter was slow in coming.",
	"The panel returned to this point more often than to any other and "
	"never settled it.",
	"It took four meetings to settle the wording of this finding.",
	"The conclusion was carried on the chair's casting vote.",
	"The housing provider's member left the panel before the last meeting "
	"and has not signed the report.",
	"There remain different schools of thought about this finding.",
	"Not everyone will be happy with this conclusion.",
	"The hospital has reserved its position on Finding 4.",
	"The council has a different recollection and has told us so.",
	"We are aware that the practice sees this otherwise.",
	"This recommendation has been accepted by all but one of the agencies.",
	"Most, but not all, of the partners support this recommendation.",
	"It should be recorded that the probation service was not a party to "
	"this finding.",
	"Consensus eluded the group on this point.",
	"A letter from solicitors led to the removal of two sentences from "
	"this section.",
	"The Board received the report with some reservations.",
	"Concern was expressed that the report lacked balance.",
	"The college would wish to see this put differently.",
	"Health colleagues asked for a softer word here and got one.",
	"This view was not universally held.",
	"Opinion on the panel was divided.",
	"The force declined to comment on this section.",
	"The Trust has indicated that it cannot endorse Recommendation 5.",
	"Representations were received about this paragraph and some of them "
	"were accepted.",
	"There was some discomfort about the way in which this finding is "
	"worded.",
	"The Prison Service does not consider that the finding is justified by "
	"the evidence.",
	"One of the agencies has since written to distance itself from this "
	"chapter.",
	"Members of the panel were not all persuaded by this analysis.",
	"The finding survived a challenge from one of the contributing "
	"organisations.",
	"The scope of the review was narrower than some had wanted.",
	"The grading of the incident was the subject of disagreement.",
	"His mother was unhappy with the report.",
	"The terms of reference were contested.",
	"Following legal advice the section on staffing was left out.",
	"The word failure has been replaced throughout at the request of a "
	"partner.",
	"The author's original conclusion was different.",
	"Not every agency felt able to sign the final version.",
	"The practice manager felt that the review had misunderstood the way "
	"in which appointments work.",
	"In the view of the council the review goes beyond its remit.",
	"The police consider this criticism to be misplaced.",
	"Colleagues in education see the matter differently from what is "
	"written above.",
	"This paragraph is shorter than it was.",
	"Partners were unable to agree on whether this recommendation should "
	"stand.",
	"The review team could not agree how far to go in this section.",
	"It is fair to say that this finding was not welcomed by everybody.",
	"There was a frank exchange of views about the draft.",
	"The family's solicitor has expressed dissatisfaction with the "
	"findings.",
	"The landlord maintains that it was not given a fair hearing by this "
	"review.",
	"Readers should know that this is not the finding which the reviewer "
	"first wrote.",
	"One of the services most closely involved would tell this part of the "
	"story in another way.",
	"The hospital's solicitors have been in touch about paragraphs 4.2 to "
	"4.6.",
	"Not all who read this in draft were persuaded by it.",
	"The Trust's representative was not present when this section was "
	"agreed, and has since made his feelings known.",
	"This finding was the last to be settled.",
	"Some at the table thought the word neglect too strong.",
	"The panel was evenly balanced on this question and the chair decided "
	"it.",
	"There are other ways of reading these events, and at least one agency "
	"holds to one of them.",
	"The GP practice prefers its own account.",
	"This section reads more mildly than it once did.",
	"A paragraph that was here has gone.",
	"The police have made it clear that they do not see it like this.",
	"It would be wrong to suggest that everyone is comfortable with what "
	"is said here.",
	"We understand that the landlord is considering its position in "
	"relation to this report.",
	"Recommendation 6 was included over the objection of one partner.",
	"An agency which contributed to the review has asked not to be "
	"associated with this conclusion.",
	"The family has not been able to reconcile itself to this conclusion.",
	"The school has said that it will publish its own response to this "
	"finding.",
	"Two members of the panel abstained.",
	"It took some persuasion to bring everybody to this point.",
	"The wording of this recommendation reflects a compromise between the "
	"partners.",
	"Views among the reviewers differed and what follows is the view of "
	"the lead reviewer.",
	"It is understood that the care provider intends to dispute the "
	"findings.",
	"One panel member would have gone further.",
	"The term missed opportunity was taken out at a late stage.",
	"The findings were not well received by everyone to whom they were "
	"shown.",
	"The criticism made in paragraph 3.9 has been described by those "
	"concerned as unjust.",
	"Certain passages were withdrawn on advice.",
	"There was a strongly held view among some contributors that the "
	"review should not have been undertaken at all.",
	"The Constabulary signed off this chapter with the exception of "
	"paragraph 5.11.",
	"This is one of two findings on which the review team did not reach a "
	"common position.",
	"The commissioners were not content with the first version of this "
	"recommendation.",
	"The department has expressed its disappointment at the way it is "
	"portrayed.",
	"Not everybody agreed that this amounted to a finding.",
	"The director asked that his view be put on record.",
	"There has been correspondence about this paragraph which it has not "
	"been possible to bring to an end.",
	"The conclusion above is not one to which every partner subscribes.",
	"Housing colleagues left the meeting at which this was discussed.",
	"His parents say that this report is not about the boy they knew.",
	"Some of the sharper language of the early drafts has not survived.",
	"The author was asked to reconsider this finding and did so.",
	"The safeguarding lead queried whether the review had the evidence to "
	"say this.",
	"Feelings ran high when this section was discussed.",
	"There were those who wanted this section to say less.",
	"Opinions as to the fairness of this section vary.",
	"The ICB regrets the tone of this chapter.",
	"It was put to the reviewer that this finding is unfair.",
	"The perpetrator's family contest the account given in this section.",
	"There was lengthy discussion within the panel as to whether this "
	"should be a finding at all.",
	"Following the circulation of the final draft further representations "
	"were made and this section was revised.",
	"It has not proved possible to reach a view on this point that all "
	"panel members share.",
	"The care home group has indicated that it does not regard this as a "
	"fair summary.",
	"Several of those interviewed would not recognise the account given "
	"above.",
	"The recommendation originally made here was stronger.",
	"The panel member for probation wished her dissent to be noted.",
	"This is a conclusion that the surgeons find hard to accept.",
	"We are conscious that the school would have preferred us to say "
	"nothing on the subject.",
	"Not everyone who took part in the review is happy with the way in "
	"which it was conducted.",
	"The independent chair and the author had different ideas about what "
	"this chapter should contain.",
	"The description of the handover has been the subject of some dispute "
	"since the draft was issued.",
	"Some partners have questioned whether the review was necessary.",
	"The Trust was invited to agree this paragraph and did not.",
	"The finding stands, although not without protest.",
	"In one quarter at least this will be read as unfair.",
	"It is right to record that there was a dissenting voice.",
	"The word 'failed' was at one point in this sentence.",
	"Her family feel that the review let the hospital off lightly.",
	"Legal representatives of one of the bodies concerned asked for this "
	"section to be withdrawn.",
	"The majority of the group supported the wording that appears here.",
	"The health board's comments on the draft were extensive and only some "
	"have been adopted.",
	"We did not all draw the same lesson from this.",
	"This recommendation did not command universal support.",
	"What is said in this section about supervision is disputed.",
	"One of us would have put it more strongly.",
	"The college has seen this section and has chosen not to comment upon "
	"it.",
	"After some debate the reference to resources was dropped from the "
	"conclusion.",
	"There is a feeling in the police service that the review has been "
	"unduly critical.",
	"The agency concerned has a different understanding of these events "
	"and does not accept that it was at fault.",
	"The tone of this section has been moderated.",
	"Commissioners took exception to an earlier form of this paragraph.",
	"It was only with reluctance that two of the members put their names "
	"to this report.",
	"The GP has challenged the accuracy of paragraph 6.3.",
	"Some felt that the terms of reference were drawn too tightly.",
	"The Council's position differs.",
	"Housing has reservations about Recommendation 4 which it was not "
	"possible to overcome in the time available.",
	"The perpetrator's sister believes that the panel has got this wrong.",
	"Although the panel as a whole endorsed this analysis, one member "
	"could not.",
	"A late intervention by one partner has affected the way in which this "
	"finding is expressed.",
	"There is more that could be said here, and some of the panel wished "
	"to say it.",
	"The final form of the recommendation owes something to negotiation.",
	"This chapter was contentious.",
	"The response of the prison to this criticism was not positive.",
	"Two of the seven agencies have not accepted the report.",
	"At the school's insistence a sentence has been added here.",
	"The panel was not at ease with this finding.",
	"What follows has been agreed by the partners, with one exception.",
	"The fire service accepts the facts set out above and not the "
	"inference drawn from them.",
	"Two accounts of this section were drafted and this is the one that "
	"was kept.",
	"Strategy 3 is not supported by Education.",
	"The Board's lawyers advised against the use of the word negligent in "
	"this paragraph.",
	"The reviewer's preferred wording was not acceptable to all.",
	"This remains a point of contention.",
	"The health trust has told the Board that it will not be implementing "
	"Recommendation 2.",
	"There are two views about this and the report gives one.",
	"The finding was modified more than once.",
	"The author has been criticised for including this section.",
	"One partner wanted no mention of the budget.",
	"The police representative absented herself from the meeting at which "
	"the findings were agreed.",
	"We had hoped to say more about commissioning.",
	"The department asked for more time to consider this finding and "
	"nothing further has been heard.",
	"The chair's view prevailed.",
	"The Trust has since disowned part of the evidence on which this "
	"finding rests.",
	"It has been suggested to us that this criticism is misdirected.",
	"There was some resistance to this recommendation.",
	"Some members of the family did not want this section to be published.",
	"We know that this will be disputed.",
	"The adult social care service holds that the analysis in this chapter "
	"is incomplete.",
	"The lead agency signed up to the recommendations under protest.",
	"The findings of this review are not accepted in full by the hospital.",
	"The police view is that this finding cannot be sustained.",
	"The last sentence was added at the request of the Trust and the one "
	"before it was not.",
	"There was less than complete agreement on this.",
	"This part of the report was rewritten three times.",
	"Differences of emphasis between the authors remain.",
	"One of the two authors would not have made this recommendation.",
	"The director of the home has asked the Board to withdraw the report.",
	"The panel's discussion of this matter was difficult.",
	"Members representing health asked for their disagreement to be "
	"minuted.",
	"This has been a difficult paragraph to write and not everybody will "
	"think that it is right.",
	"The children's guardian wrote to the panel to say that she could not "
	"agree with the conclusion in section 5.",
	"The school has not signed off this section.",
	"The council maintains that it was not at fault.",
	"A number of points raised by the family have not been dealt with to "
	"their satisfaction.",
	"The finding is not one that the ward recognises.",
};

static const char *const settled[] = {
	"The college does not accept Finding 2. It says that the register was "
	"complete. The reviewer looked at the register again and found three "
	"gaps; the finding is unchanged and the college's reply is at Appendix "
	"B.",
	"His brother told us that the description of the flat in the draft was "
	"unkind. We took out two sentences, and he has read the new text and "
	"is content.",
	"Northway Police asked for the word delay to be removed from this "
	"section. The author checked the log, agreed that the car had been "
	"sent at once, and changed the paragraph.",
	"The health board and the review team did not agree about the cause of "
	"the fall. The health board believes it was the floor; the review team "
	"believes it was the frame. Both opinions are given above and the "
	"matter is unresolved.",
	"Dr Amsel, who sat on the panel for the hospital, dissents from this "
	"conclusion because she believes that the scan would have shown "
	"nothing. The panel heard her, sought a second opinion, and by five to "
	"one kept the conclusion.",
	"Brindle Housing wrote to object to paragraph 4.7, which said that "
	"repairs had been ignored. We asked for the job sheets, which show "
	"that two of the five were done. The paragraph now says so and Brindle "
	"Housing is content with it.",
	"Her son does not agree that the fall could not have been prevented. "
	"He believes that a bed rail would have saved her. The investigators "
	"explained why they think otherwise and met him a second time in May. "
	"He keeps to his view, which is given here at his request, and we keep "
	"to ours.",
	"The council and the hospital trust differ about this finding. The "
	"council holds that the discharge letter was never sent; the Trust "
	"holds that it was. We looked at both systems and could not settle it, "
	"and the finding rests on what is not in dispute.",
	"Dr Penhallow, for the ICB, asked us to take out the words 'left to "
	"cope alone', which she thought unfair to the practice. The panel "
	"discussed her request on 3 May and decided by five votes to two to "
	"keep the words. Her letter is at Annex B.",
	"The Chief Constable told the panel that in his opinion this "
	"recommendation is beyond the powers of the review. The panel took "
	"legal advice, does not agree with him, and has kept the "
	"recommendation; the force will say in its response why it does not "
	"intend to act on it.",
	"Mr Sole's daughter asked us to say that the ward was short of staff. "
	"We looked at the rotas for each of the nine nights and found that it "
	"was not. She does not accept the rotas and we have told her that we "
	"understand why; we have left the finding as it is and have added her "
	"account at Annex 2.",
	"The fire service questioned the statement in the draft that no visit "
	"had been made. It produced a record of a visit on 2 May. The "
	"statement has been corrected and the service has confirmed that it "
	"has no other concerns.",
	"Dr Rowntree, the panel member for general practice, disagreed with "
	"Finding 3 on the ground that the surgery had no way of knowing about "
	"the bail conditions. The other members took the view that it could "
	"have asked. The panel discussed the point on 4 June and 9 July "
	"without reaching agreement. Both views are recorded here at the "
	"panel's request.",
	"In commenting on the draft the Council objected to the phrase "
	"'culture of delay' and asked that it be replaced. The author "
	"considered that the phrase was justified by the waiting times in "
	"Table 2, and it remains. The Council has noted its continuing "
	"disagreement.",
	"Ellen's mother thinks that this review should have looked at the "
	"years before 2015. The terms of reference had been settled by the "
	"Board and the reviewer had no power to widen them; she put the "
	"request to the Board's chair, who refused it for the reasons given in "
	"Appendix F.",
	"The Constabulary and the Youth Justice Service differ on whether the "
	"assessment was shared. Each has a log that bears it out. We could not "
	"resolve the point and nothing in our conclusions depends on it.",
	"The provider disputed our finding that the bell was out of reach. Its "
	"manager wrote that bells were checked daily. The check sheets for "
	"that week are missing, two witnesses saw the bell on the floor, and "
	"we have not changed the finding. The provider's letter is reproduced "
	"at Appendix H.",
	"The nursery asked for Finding 1 to be withdrawn because it had never "
	"received the email on which the finding was based. The reviewer "
	"traced the email and found that it had gone to a closed account. "
	"Finding 1 has been rewritten, and the nursery has told the Board that "
	"it is satisfied.",
	"Mrs Dale's son and the panel take different views of the discharge. "
	"He holds that she should have been kept in; the panel holds that it "
	"was reasonable to let her go home with the support that had been "
	"arranged. They met in August. Neither has moved, and his statement "
	"follows this paragraph.",
	"Harrier Care objected that the draft relied on a single inspection. "
	"The author agreed, obtained the two later inspection reports, and has "
	"changed paragraphs 5.2 and 5.3. Harrier Care wrote on 9 June to say "
	"that it had no further comment.",
};

static const char *const others[] = {
	"The three cousins could not agree about who sold the boat, and one "
	"wrote to us to put her side of it.",
	"The social worker and the nurse disagreed about whether the threshold "
	"was met.",
	"Agencies held different views of the risk and no meeting was called "
	"to settle them.",
	"The GP did not share the health visitor's concerns.",
	"There was a difference of opinion between the hospital and the "
	"council about discharge.",
	"The council disputed that it was responsible for the cost of the "
	"placement.",
	"Not all agencies attended the strategy meeting.",
	"The mother did not agree with the child protection plan.",
	"He disagreed with his diagnosis and said so to the consultant.",
	"The referral was not accepted because it did not meet the criteria.",
	"Practitioners told us that they felt unable to challenge the "
	"consultant.",
	"The finding of the earlier review was not acted upon.",
	"The panel is grateful to all who took part in this review.",
	"Staff said that disagreement was seen as rudeness in that office.",
	"This finding is about how disagreement between professionals was "
	"handled.",
	"The report was shared with the family, who had three weeks to "
	"challenge any of its findings.",
	"Concerns were raised by the school on four occasions.",
	"The resource panel refused the request by a majority.",
	"The consultant questioned whether the medication was working.",
	"The father objected to the nursery sharing information.",
	"This section considers how professionals challenged one another.",
	"We questioned the manager about the rota and she showed it to us.",
	"The review found no evidence that anyone disagreed with the decision.",
	"All of the agencies accepted the findings and the recommendations.",
	"The head teacher challenged the decision to close the case.",
	"The local escalation policy for resolving disagreements was not used.",
	"No agency objected to the findings of this report.",
	"The inspectors' report was contested by the provider in 2018.",
	"Parents and professionals often see things differently.",
	"The review considered two explanations and prefers the second.",
	"Had anyone taken a different view the outcome may have been the same.",
	"The two wards had different versions of the policy.",
	"She was not happy with the care he received and complained to the "
	"hospital.",
	"The learning event discussed this finding at length and added two "
	"examples.",
	"It is not unreasonable to reach a different conclusion on the same "
	"facts.",
	"Her sister felt that she had been let down by services.",
	"The panel discussed the findings of the audit in May.",
	"The tribunal did not accept his evidence.",
	"Feedback on this report from young people was positive.",
	"Minutes of the meeting record that the social worker's view was not "
	"shared by the police.",
	"The family did not wish to comment on the report.",
	"The independent reviewing officer raised a formal challenge, which "
	"was not answered.",
	"The wording of the form was changed following an audit.",
	"The records of the two agencies differ.",
	"In this episode the nurse's view was overruled.",
	"The threshold document was revised after consultation with partners.",
	"The nurse wanted to record her disagreement in the notes but was "
	"advised against it.",
	"Views differed in the team about whether he had capacity.",
	"The police and the council each thought that the other was leading.",
	"His mother did not accept that he had been drinking.",
	"The manager asked that the entry be taken out of the record.",
	"The decision was contested by the family at the time and an appeal "
	"was heard in May.",
	"Practitioners said that they would have liked more time.",
	"No one at the meeting disagreed.",
	"The reviewer considered whether the decision was reasonable and "
	"concluded that it was.",
	"We heard two accounts of that evening and cannot choose between them.",
	"There were differing accounts of what was said on the telephone.",
	"The council has accepted this finding and has begun work on it.",
	"All three agencies recognise this picture and have begun to act on "
	"it.",
	"This finding was shared with the Trust in January so that work could "
	"begin.",
	"The section on health was written with the help of the named doctor.",
	"In the first draft of the care plan the risk was rated as high.",
	"The terms of reference were amended in March to take in the earlier "
	"period.",
	"The names of the children have been changed at the request of the "
	"family.",
	"The consultant changed her mind after discussion with the pharmacist.",
	"The inspectorate had found the service to be inadequate, which the "
	"provider disputed.",
	"Social workers felt that the threshold was too high and said so in "
	"supervision.",
	"A different view could have been taken by a more experienced worker.",
	"The family asked for a shorter report and the summary has been "
	"written for them.",
	"He was unhappy with the placement and with the review that followed "
	"it.",
	"The Board will want to ask whether this finding is true elsewhere.",
	"The panel spent some time on this question and was helped by the "
	"evidence of the pharmacist.",
	"Some practitioners felt that their views were not sought by managers.",
	"Two of the agencies did not submit a report.",
	"The learning in this section was tested with practitioners, who "
	"recognised it.",
	"A number of agencies felt that they had not been given enough "
	"information about the risk.",
	"This conclusion is supported by the findings of three national "
	"reviews.",
	"One agency did not complete its chronology until June.",
	"The school challenged the outcome of the assessment and was told that "
	"the case had been closed.",
	"The chair met the family in June and the report reflects what they "
	"said.",
	"Her brother has told us that she would have hated to be called "
	"vulnerable.",
	"The reviewers were not able to speak to the father.",
	"The reviewer is grateful for the challenge offered by the panel.",
	"Health visitors had reservations about the new form.",
	"It was felt by some staff that the policy was too long.",
	"The Trust did not have a policy and does not now dispute that it "
	"should have had one.",
	"There was lengthy discussion at the strategy meeting as to whether he "
	"should be moved.",
	"The nursery and the health visitor had different ideas about what a "
	"referral should contain.",
	"The school took exception to the way in which the social worker had "
	"spoken.",
	"The family feel that the hospital let them down.",
	"The panel heard from two experts, who differed.",
	"The description of the injury in the two records differs.",
	"In this case the disagreement between the two consultants was not "
	"resolved.",
	"The care home disputed the invoice and payment was stopped.",
	"This section is based on what practitioners said and has not been "
	"tested against the records.",
	"The majority of the group had never used the form.",
	"Not every agency keeps its records in the same way.",
	"The report was read by the mother, who asked for the pseudonym to be "
	"changed, and it was.",
	"This finding will not surprise those who work in the area.",
	"A different conclusion was reached by the internal investigation.",
	"The GP's letter was strongly worded and received no reply.",
	"He had reservations about the placement which he did not put in "
	"writing.",
	"The recommendation of the conference was not accepted by the local "
	"authority.",
	"One of the nurses would have preferred to wait.",
	"The council did not accept liability.",
	"The ward manager wished it to be noted in the minutes that she had "
	"asked for more staff.",
	"The court took a different view of the father's evidence.",
	"It is right to record that staff were kind.",
	"The review was not told of this meeting until April.",
	"The agencies have accepted that the response was not good enough.",
	"She felt that nobody had listened to her objections.",
	"The draft was well received by practitioners.",
	"No panel member dissented from this conclusion.",
	"The panel's view is that the assessment was too narrow.",
	"We think that this was wrong.",
	"The reviewer does not share the view that the family was hard to "
	"reach.",
	"This view was shared by the practitioners who came to the event.",
	"The panel was not told of this until June.",
	"This finding has been shared with the regulator.",
	"The two wards came to a different conclusion on the same evidence.",
	"The manager was not at ease with the decision and rang the "
	"consultant.",
	"The council maintains a register of such homes.",
	"The recommendations of the earlier review were not accepted in full "
	"by the hospital.",
	"The nurse asked for more time and was given it.",
	"The social worker's view prevailed.",
	"The police representative left the strategy meeting early.",
	"This section was written last.",
	"There was some resistance to the new form among staff.",
	"The family did not want him to be moved.",
	"The lawyers advised against an application to the court.",
	"The reviewer asked for the records and was sent them.",
	"A number of points raised by the family are dealt with in section 6.",
	"The author has been helped by the comments of the panel.",
	"The finding is one that practitioners recognise.",
	"Two views can be taken of the risk and the nurse took the more "
	"cautious.",
	"This is a difficult judgement and we do not criticise the doctor who "
	"made it.",
	"The Trust accepts this finding.",
	"The Board has agreed to act on all of the recommendations.",
	"The director of the home has told us that the rota has been changed.",
	"The draft was amended to correct two dates.",
	"There was agreement among practitioners that the form was too long.",
	"The two psychiatrists differed as to the diagnosis and neither was "
	"asked to explain why.",
	"We asked the Trust for its policy and were sent the wrong one.",
	"The report of the inspection was rewritten three times.",
	"He did not accept the finding of the tribunal.",
	"This conclusion does not imply criticism of any one person.",
	"Learning from this review has been discussed at four team meetings.",
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
is_open(const struct cnd_ruleset *set, const char *passage)
{
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };
	struct cnd_document *doc;
	struct cnd_report *report;
	bool is_found = false;

	cnd_buf_printf(&source,
		"# Safeguarding review\n\n## Findings\n\n### Finding 1: "
		"oversight\n\n%s\n\nThe next paragraph is about something "
		"else.\n",
		passage);
	doc = cnd_read(CND_STR("t.md"), cnd_buf_str(&source), &err);
	assert_non_null(doc);
	report = cnd_lint(set, doc, NULL, &err);
	assert_non_null(report);
	for (size_t i = 0; i < report->disagreement_count; i++)
		is_found |=
			report->disagreements[i].told != CND_DISAGREEMENT_ALL;
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_buf_dispose(&source);
	return is_found;
}

/* The passages for which is_open does not give what is wanted, a line each. */
static void
assert_open(const struct cnd_ruleset *set, const char *const *passages,
	size_t count, bool wanted)
{
	struct cnd_buf wrong = { 0 };

	for (size_t i = 0; i < count; i++)
		if (is_open(set, passages[i]) != wanted)
			cnd_buf_printf(&wrong, "%s\n", passages[i]);
	assert_buf(&wrong, "");
}

static void
hints_are_open(void **state)
{
	assert_open(*state, open_hints,
		sizeof(open_hints) / sizeof(open_hints[0]), true);
}

static void
disagreements_told_in_full_are_not(void **state)
{
	assert_open(
		*state, settled, sizeof(settled) / sizeof(settled[0]), false);
}

static void
quarrels_inside_the_case_are_not(void **state)
{
	assert_open(*state, others, sizeof(others) / sizeof(others[0]), false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hints_are_open),
		cmocka_unit_test(disagreements_told_in_full_are_not),
		cmocka_unit_test(quarrels_inside_the_case_are_not),
	};

	return cmocka_run_group_tests(tests, load_rules, free_rules);
}
