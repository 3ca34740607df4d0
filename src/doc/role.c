/* The names of the roles, in the order of their numbers. */
#include "doc/role.h"

static const char *const names[CND_ROLE_COUNT] = {
	[CND_ROLE_NONE] = "none",
	[CND_ROLE_FRONT] = "front",
	[CND_ROLE_CONTENTS] = "contents",
	[CND_ROLE_SUMMARY] = "summary",
	[CND_ROLE_GOVERNANCE] = "governance",
	[CND_ROLE_TERMS] = "terms",
	[CND_ROLE_METHOD] = "method",
	[CND_ROLE_FAMILY] = "family",
	[CND_ROLE_NARRATIVE] = "narrative",
	[CND_ROLE_ANALYSIS] = "analysis",
	[CND_ROLE_FINDINGS] = "findings",
	[CND_ROLE_PRACTICE] = "good-practice",
	[CND_ROLE_QUESTIONS] = "questions",
	[CND_ROLE_CONCLUSION] = "conclusion",
	[CND_ROLE_RECOMMENDATIONS] = "recommendations",
	[CND_ROLE_ACTION_PLAN] = "action-plan",
	[CND_ROLE_RESPONSE] = "response",
	[CND_ROLE_DISSENT] = "dissent",
	[CND_ROLE_APPENDIX] = "appendix",
	[CND_ROLE_REFERENCES] = "references",
};

const char *
cnd_role_name(enum cnd_role role)
{
	return names[role];
}

bool
cnd_role_of_name(struct cnd_str name, enum cnd_role *role)
{
	for (int i = 0; i < CND_ROLE_COUNT; i++) {
		if (cnd_str_equal(name, cnd_str_of(names[i]))) {
			*role = (enum cnd_role)i;
			return true;
		}
	}
	return false;
}
