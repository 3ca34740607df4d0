/*
 * Whole recommendations, all four parts at once: sentences of many kinds
 * of report, invented here.
 */
#include "anatomy_test.h"

static const struct case_of cases[] = {
	{ "Ensure that all children who return home from care have a written "
	  "support plan and that its progress is reviewed at six-weekly "
	  "meetings.",
		"none concrete none none" },
	{ "Ensure that case records show why decisions were made and who made "
	  "them.",
		"none concrete none none" },
	{ "Provide all looked after children with an independent advocate.",
		"none concrete none none" },
	{ "Ensure that social workers have manageable workloads.",
		"none vague none none" },
	{ "Ensure that senior managers have a clear line of sight to frontline "
	  "practice.",
		"none vague none none" },
	{ "Improve the take-up of early help by families.",
		"none vague none none" },
	{ "Ensure timely access to child and adolescent mental health services "
	  "for children in care.",
		"none vague none none" },
	{ "Strengthen the role of the corporate parenting board in holding "
	  "partners to account.",
		"none vague none none" },
	{ "Ensure that decision-making in the front door is consistent and "
	  "well informed.",
		"none vague none none" },
	{ "Ensure that partners understand their responsibilities and work "
	  "together effectively.",
		"none vague none none" },
	{ "The local authority should continue to improve the educational "
	  "attainment of children in care.",
		"named vague none none" },
	{ "The ICB and the local authority should work together to reduce "
	  "waiting times for assessments.",
		"named vague none none" },
	{ "Area leaders should improve the quality of EHC plans so that they "
	  "better reflect children's needs.",
		"generic vague none none" },
	{ "Leaders should ensure that every school has a named special "
	  "educational needs coordinator.",
		"generic concrete none none" },
	{ "The timeliness of initial health assessments for children who come "
	  "into care.",
		"none vague none none" },
	{ "Personal advisers' records need to include the young person's "
	  "views.",
		"none concrete none none" },
	{ "The Safeguarding Adults Board should, by March 2025, ask each "
	  "partner to audit ten cases and report what it finds.",
		"named concrete stated stated" },
	{ "The Safeguarding Adults Board should write to the Care Quality "
	  "Commission about the registration of supported living.",
		"named concrete none none" },
	{ "All practitioners should be professionally curious.",
		"generic vague none none" },
	{ "The CSP should launch a public campaign about coercive control on "
	  "25 November each year.",
		"named concrete stated none" },
	{ "The Trust's policy on observation should be amended by its Medical "
	  "Director so that it names who decides.",
		"named concrete none none" },
	{ "There needs to be improved communication between the GP and the "
	  "hospital.",
		"none vague none none" },
	{ "It is recommended that Northgate Surgery considers how it follows "
	  "up missed appointments.",
		"named vague none none" },
	{ "NHS England should commission a national review of perinatal "
	  "services and publish it within two years.",
		"named concrete stated none" },
	{ "The Home Office may wish to consider extending the scheme.",
		"named vague none none" },
	{ "Eastfield Academy Trust will provide a trained counsellor in each "
	  "of its schools.",
		"named concrete none none" },
	{ "West Yorkshire Police to fit body-worn cameras to all response "
	  "officers.",
		"named concrete none none" },
	{ "The system should think family.", "generic vague none none" },
	{ "We call upon the Parliament of Canada to repeal section 43 of the "
	  "Code.",
		"named concrete none none" },
	{ "We call upon medical and nursing schools to require all students to "
	  "take a course on health issues.",
		"generic concrete none none" },
	{ "We call upon provincial governments to eliminate the "
	  "overrepresentation of youth in custody by 2025 and to issue "
	  "detailed annual reports that monitor progress.",
		"generic concrete stated none" },
	{ "The Ministry of Justice should publish its response within three "
	  "months.",
		"named concrete stated none" },
	{ "We recommend that Ofcom carry out a review of complaints handling "
	  "and publish its findings by the summer of 2026.",
		"named concrete stated none" },
	{ "We recommend that the Cabinet Office requires every department to "
	  "nominate a senior official responsible for records.",
		"named concrete none none" },
	{ "The Environment Agency should do more to ensure that water "
	  "companies comply with their permits.",
		"named vague none none" },
	{ "Network Rail should modify the signalling at the junction so that a "
	  "conflicting route cannot be set.",
		"named concrete none none" },
	{ "Freightliner Group should implement a process for verifying that "
	  "wagons are loaded within gauge.",
		"named concrete none none" },
	{ "The Port of Dover is recommended to: Revise its pilotage directions "
	  "to require tug assistance in winds over force 7.",
		"named concrete none none" },
	{ "To Boeing: Develop and issue a service bulletin for replacement of "
	  "the actuator.",
		"named concrete none none" },
	{ "The National Transportation Safety Board recommends that the "
	  "Federal Railroad Administration: Require that passenger cars have "
	  "emergency lighting.",
		"named concrete none none" },
	{ "The Department of Energy should submit the revised plan by the "
	  "third quarter of 2025/26.",
		"named concrete stated none" },
	{ "SARS should enhance its efforts to combat illicit trade.",
		"named vague none none" },
	{ "The Committee recommends continued collaboration between the two "
	  "departments.",
		"none vague none none" },
	{ "The National Consumer Commission needs to prioritise compliance "
	  "inspections.",
		"named vague none none" },
	{ "The Commonwealth Government should establish a national redress "
	  "scheme.",
		"named concrete none none" },
	{ "Institutions should ensure that staff hold a working with children "
	  "check.",
		"generic concrete none none" },
	{ "All schools should promote a culture of child safety.",
		"generic vague none none" },
	{ "The governments of England and Wales should jointly fund the "
	  "research.",
		"named concrete none none" },
	{ "Local resilience forums should hold a joint exercise with "
	  "neighbouring forums.",
		"generic concrete none none" },
	{ "The College of Policing should include the case in its training for "
	  "detectives.",
		"named concrete none none" },
	{ "Greater Manchester Police should install a second operations room.",
		"named concrete none none" },
	{ "Venue operators should carry public access trauma kits.",
		"generic concrete none none" },
	{ "That Air New Zealand impress on its crews the need for vigilance.",
		"named vague none none" },
	{ "The Maritime Safety Authority publicises the circumstances of this "
	  "accident in its next bulletin.",
		"named concrete none none" },
	{ "consider installing radar reflectors.", "none vague none none" },
	{ "The Committee recommends that the Department, in collaboration with "
	  "provinces and municipalities, should strengthen intergovernmental "
	  "relations to improve coordination in the implementation of "
	  "programmes.",
		"named vague none none" },
	{ "The Committee recommends that SEDA finds innovative ways to support "
	  "small businesses in rural areas.",
		"named vague none none" },
	{ "The Department should put in place an audit action plan with "
	  "timeframes to address the findings of the Auditor-General.",
		"named concrete none none" },
	{ "The Committee recommends that consequence management be implemented "
	  "by the Department against officials who do not declare their "
	  "interests.",
		"named concrete none none" },
	{ "On 17 August 2017 the Commission recommended that the Chief "
	  "Executive of the NZ Transport Agency address the safety issue "
	  "around the standards for level crossings.",
		"named vague none none" },
	{ "Modify the locking mechanism on the cargo door so that it cannot be "
	  "left unlatched.",
		"none concrete none none" },
	{ "Ensure that crew resource management principles are applied at all "
	  "times.",
		"none vague none none" },
	{ "Introduces random drug and alcohol testing for all safety-critical "
	  "staff.",
		"none concrete none none" },
	{ "The Port Company should mark the limits of the swinging basin with "
	  "lit buoys.",
		"named concrete none none" },
	{ "Editors should be required to give reasons when they refuse to "
	  "publish a correction.",
		"generic concrete none none" },
	{ "There should be a Code Committee on which serving editors sit in a "
	  "minority.",
		"none concrete none none" },
	{ "The Lord Chancellor should amend the rules of court so that costs "
	  "follow the event.",
		"named concrete none none" },
	{ "The Crown Prosecution Service should publish the guidelines in "
	  "final form and keep a record of each decision.",
		"named concrete none none" },
	{ "ACPO should reflect on the guidance in the light of the evidence.",
		"named vague none none" },
	{ "NASA should improve its procedures for tracking anomalies.",
		"named vague none none" },
	{ "NASA should not launch when ice is present on the pad.",
		"named concrete none none" },
	{ "Both NASA and Morton Thiokol should require their engineers to sign "
	  "a statement of readiness.",
		"named concrete none none" },
	{ "The decision to launch should be made only after the Astronaut "
	  "Office has agreed in writing.",
		"none concrete none none" },
	{ "Ensure that the MASH responds effectively to concerns about "
	  "children and that thresholds are understood by partners.",
		"none vague none none" },
	{ "Ensure that young people leaving custody are met by a worker on the "
	  "day of release.",
		"none concrete none none" },
	{ "Ensure that the impact of domestic abuse on children is fully "
	  "considered in assessments.",
		"none vague none none" },
	{ "Ensure that child protection plans set out what must change, by "
	  "when and who will do it.",
		"none concrete none none" },
	{ "Ensure that IROs provide robust challenge when plans drift.",
		"none vague none none" },
	{ "Ensure that children's views are well represented in their plans "
	  "and that they understand decisions.",
		"none vague none none" },
	{ "Ensure that PEPs are completed each term and include targets for "
	  "attainment.",
		"none concrete none none" },
	{ "Ensure that allegations against professionals are recorded in a "
	  "single log.",
		"none concrete none none" },
	{ "Ensure that care leavers receive the right support at the right "
	  "time.",
		"none vague none none" },
	{ "Reduce the number of changes of social worker that children "
	  "experience.",
		"none vague none none" },
	{ "Ensure that commissioning arrangements meet the needs of disabled "
	  "children.",
		"none vague none none" },
	{ "Improve the quality and regularity of staff supervision and "
	  "appraisal.",
		"none vague none none" },
	{ "Ensure that supervision takes place monthly and is recorded on the "
	  "child's file.",
		"none concrete none none" },
	{ "Increase the proportion of care leavers in education, employment "
	  "and training.",
		"none vague none none" },
	{ "Ensure that the independent visitor scheme is offered to all "
	  "children in care.",
		"none concrete none none" },
	{ "Ensure that the learning from audits is used to improve practice.",
		"none vague none none" },
	{ "Develop a culture in which social work thrives.",
		"none vague none none" },
	{ "Review all cases of children looked after under section 20 to "
	  "ensure that their legal status is correct.",
		"none concrete none none" },
	{ "Further develop the range of accommodation for care leavers.",
		"none vague none none" },
	{ "Ensure that social workers routinely use chronologies in "
	  "assessments.",
		"none concrete none none" },
	{ "Ensure that case recording is up to date and of good quality.",
		"none vague none none" },
	{ "Ensure that all strategy discussions are attended by health "
	  "professionals.",
		"none concrete none none" },
	{ "Ensure that elected members provide effective scrutiny of services.",
		"none vague none none" },
	{ "Ensure that the complaints procedure is given to every child who "
	  "enters care.",
		"none concrete none none" },
	{ "Tackle the variability in the quality of practice across teams.",
		"none vague none none" },
	{ "Work with schools to reduce exclusions.", "none vague none none" },
	{ "Ensure that viability assessments are signed off by the head of "
	  "service.",
		"none concrete none none" },
	{ "Ensure a consistent approach to contingency planning.",
		"none vague none none" },
	{ "Establish a panel to agree all new placements.",
		"none concrete none none" },
	{ "Ensure that social workers have the skills and confidence to work "
	  "with neglect.",
		"none vague none none" },
	{ "Rewrite the discharge form. Lead: Chief Nurse. Timescale: 3 months. "
	  "Measure: audit of 20 discharges.",
		"named concrete stated stated" },
	{ "Rewrite the discharge form (Lead agency: Northgate Trust; Deadline: "
	  "March 2025)",
		"named concrete stated none" },
	{ "Recommendation for the Department of Health: amend the statutory "
	  "guidance.",
		"named concrete none none" },
	{ "Recommendation 4 – Northgate Trust – replace the form.",
		"named concrete none none" },
	{ "Recommendation 2: The Trust should replace the form.",
		"named concrete none none" },
	{ "Strengthen oversight | Owner: DCS | By when: 31/03/2024 | Outcome: "
	  "better oversight",
		"named vague stated none" },
	{ "a) the Ministry should publish the list.",
		"named concrete none none" },
	{ "To ensure that staff, carers and families are safe, well and "
	  "informed, the Trust should replace the form.",
		"named concrete none none" },
	{ "Where a patient should have been seen but was not, the Trust must "
	  "write to the GP.",
		"named concrete none none" },
	{ "Management of Denel should table the contract.",
		"named concrete none none" },
	{ "In light of the finding, the Trust, in consultation with staff, "
	  "should replace the form.",
		"named concrete none none" },
	{ "In particular, the police, the council and the ICB should sign the "
	  "protocol.",
		"named concrete none none" },
};

static void
all_parts_are_read(void **state)
{
	assert_wholes(state, cases, sizeof(cases) / sizeof(cases[0]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_parts_are_read),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
