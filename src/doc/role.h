/* What a section of a review report is for. */
#ifndef CND_DOC_ROLE_H
#define CND_DOC_ROLE_H

#include "base/str.h"

#include <stdint.h>

/*
 * A section's role, given by its heading's words (rules/structure.yml) and
 * inherited from the section above when it has none of its own.
 */
enum cnd_role {
	CND_ROLE_NONE,
	CND_ROLE_FRONT, /* title page, version control, distribution */
	CND_ROLE_CONTENTS,
	CND_ROLE_SUMMARY, /* executive summary */
	CND_ROLE_GOVERNANCE, /* who commissioned, conducted, agreed */
	CND_ROLE_TERMS, /* terms of reference, key lines of enquiry */
	CND_ROLE_METHOD,
	CND_ROLE_FAMILY, /* involvement of family and person */
	CND_ROLE_NARRATIVE, /* background, chronology, summary of events */
	CND_ROLE_ANALYSIS,
	CND_ROLE_FINDINGS, /* numbered findings, themes, lessons */
	CND_ROLE_PRACTICE, /* good practice */
	CND_ROLE_QUESTIONS, /* questions or considerations for the board */
	CND_ROLE_CONCLUSION,
	CND_ROLE_RECOMMENDATIONS,
	CND_ROLE_ACTION_PLAN,
	CND_ROLE_RESPONSE, /* the board's answer, progress since */
	CND_ROLE_DISSENT, /* where agreement was not reached */
	CND_ROLE_APPENDIX,
	CND_ROLE_REFERENCES, /* bibliography, glossary */
	CND_ROLE_COUNT
};

/* The name used in rule files and output: "action-plan". */
const char *cnd_role_name(enum cnd_role role);

/* The role of that name; false when there is none. */
bool cnd_role_of_name(struct cnd_str name, enum cnd_role *role);

#endif
