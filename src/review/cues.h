/*
 * The compiled cues of rules/structure.yml, as the files of review/ use
 * them.  Nothing above review/ includes this.
 */
#ifndef CND_REVIEW_CUES_H
#define CND_REVIEW_CUES_H

#include "query/ask.h"
#include "doc/document.h"
#include "review/structure.h"

/* What a table's column holds. */
enum cnd_column {
	CND_COLUMN_NONE,
	CND_COLUMN_NUMBER,
	CND_COLUMN_STATUS,
	CND_COLUMN_MEASURE,
	CND_COLUMN_TIME,
	CND_COLUMN_OWNER,
	CND_COLUMN_RECOMMENDATION,
	CND_COLUMN_ACTION,
	CND_COLUMN_THEME, /* level, area, finding: says what it is about */
	CND_COLUMN_COUNT
};

/* Cues by the names they have in the file; see the comments there. */
enum cnd_cue {
	CND_CUE_HEADING_NUMBER,
	CND_CUE_LABEL,
	CND_CUE_LABEL_CODE,
	CND_CUE_LABEL_BEHIND,
	CND_CUE_LABEL_WITHIN,
	CND_CUE_LABEL_SPEAKS,
	CND_CUE_ITEM_LABEL,
	CND_CUE_ACTION_LABEL,
	CND_CUE_FIELD_LINE,
	CND_CUE_ROW_NUMBER,
	CND_CUE_DIRECTIVE,
	CND_CUE_WEAK_DIRECTIVE,
	CND_CUE_IMPERATIVE,
	CND_CUE_ASIDE,
	CND_CUE_NOT_ITEM,
	CND_CUE_FOUND,
	CND_CUE_EARLIER,
	CND_CUE_QUESTION,
	CND_CUE_LEAD_MODAL,
	CND_CUE_LEAD_ELABORATING,
	CND_CUE_ANNOUNCES,
	CND_CUE_LEAD_ENSURING,
	CND_CUE_LEAD_RUN,
	CND_CUE_GOES_ON,
	CND_CUE_ORDINAL,
	CND_CUE_LEAD_INTRO,
	CND_CUE_LEAD_QUESTION,
	CND_CUE_LEAD_OTHER,
	CND_CUE_DUTY,
	CND_CUE_RECOMMENDS,
	CND_CUE_ASKS,
	CND_CUE_ASKS_SEVERAL,
	CND_CUE_TIME_CELL,
	CND_CUE_TIME_HEADING,
	CND_CUE_GROUP_HEADING,
	CND_CUE_SECTOR_HEADING,
	CND_CUE_HEADING_ORDER,
	CND_CUE_HEADING_ASKS,
	CND_CUE_HEADING_OPENS,
	CND_CUE_MEASURE_CELL,
	CND_CUE_RECOMMENDS_NOT,
	CND_CUE_UNDERTAKING,
	CND_CUE_BRIEF_ORDER,
	CND_CUE_ONWARD,
	CND_CUE_LOOKING_BACK,
	CND_CUE_AGENCY_TO,
	CND_CUE_MIXED,
	CND_CUE_OF_REVIEW,
	CND_CUE_REPORT_DATE,
	CND_CUE_FINDING_HEADING,
	CND_CUE_FINDING_REFERENCE,
	CND_CUE_PARAGRAPH_REFERENCE,
	CND_CUE_STATEMENT,
	CND_CUE_ACT,
	CND_CUE_CALLED,
	CND_CUE_MEANT,
	CND_CUE_COUNT
};

/* Matches where `any` does and `but` does not; both may be NULL. */
struct cnd_cue_pair {
	const struct cnd_query *any;
	const struct cnd_query *but;
};

struct cnd_role_cue {
	enum cnd_role role;
	struct cnd_cue_pair heading;
};

struct cnd_column_cue {
	enum cnd_column column;
	const struct cnd_query *header;
};

struct cnd_type_cue {
	const struct cnd_query *titles;
	const struct cnd_query *statutes;
	const struct cnd_query *recommendations; /* headings; may be NULL */
	/* Titles of what is no whole review; NULL for a review's type. */
	const struct cnd_query *answers; /* it answers one */
	const struct cnd_query *parts; /* it is a chapter of one */
};

struct cnd_anatomy;

struct cnd_structure {
	struct cnd_role_cue *roles; /* in the order they are tried */
	size_t role_count;
	struct cnd_column_cue *columns;
	size_t column_count;
	struct cnd_type_cue *types;
	struct cnd_str *profiles; /* the types' names, then "general" */
	size_t type_count;
	/* Matches where titles or statutes of any type do. */
	const struct cnd_query *type_words;
	const struct cnd_query *appendix;
	const struct cnd_query *bodies;
	const struct cnd_query *cues[CND_CUE_COUNT];
	struct cnd_anatomy *anatomy;
	struct cnd_recall *recall; /* of one reading; or NULL */
};

/*
 * Where a cue stands in text, of which no more than CND_CUE_TEXT bytes are
 * looked at; false for nowhere.  match may be NULL.
 */
enum { CND_CUE_TEXT = 4096 };
bool cnd_cue_find(const struct cnd_structure *structure,
	const struct cnd_query *cue, struct cnd_str text,
	struct cnd_match *match);

/* cnd_cue_find of one of structure->cues. */
bool cnd_cue_holds(const struct cnd_structure *structure, enum cnd_cue cue,
	struct cnd_str text);

/* The words a group of a match took; empty when it took no part. */
struct cnd_str cnd_match_group(
	struct cnd_str text, const struct cnd_match *match, size_t group);

/* What a header cell's words say its column holds. */
enum cnd_column cnd_column_of(
	const struct cnd_structure *structure, struct cnd_str header);

/* Whether a name's nouns say that it is a body or a post. */
bool cnd_is_body(const struct cnd_structure *structure, struct cnd_str name);

#endif
