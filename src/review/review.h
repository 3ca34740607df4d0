/*
 * A document understood as a review report: its type, the roles of its
 * sections, the abbreviations it defines, its recommendations and their
 * parts.  Worked out once per document, before any rule runs.
 */
#ifndef CND_REVIEW_REVIEW_H
#define CND_REVIEW_REVIEW_H

#include "doc/document.h"

/* "Anyshire Safeguarding Adults Board (ASAB)": spans of the text. */
struct cnd_abbreviation {
	struct cnd_str shorter; /* "ASAB", "the Board" */
	struct cnd_str longer; /* the words it stands for */
	struct cnd_span span; /* where it is defined */
	bool is_body; /* it names an organisation or a post */
};

/* The four parts of a recommendation (eval guide, part A). */
enum cnd_part {
	CND_PART_OWNER,
	CND_PART_ACTION,
	CND_PART_TIME,
	CND_PART_MEASURE,
	CND_PART_COUNT
};

enum cnd_part_value {
	CND_VALUE_NONE, /* owner, time, measure */
	CND_VALUE_NAMED, /* owner */
	CND_VALUE_GENERIC, /* owner */
	CND_VALUE_VAGUE, /* action, time */
	CND_VALUE_CONCRETE, /* action */
	CND_VALUE_STATED /* time, measure */
};

/* "owner", …; "named", "generic", … */
const char *cnd_part_name(enum cnd_part part);
const char *cnd_part_value_name(enum cnd_part_value value);
bool cnd_part_of_name(struct cnd_str name, enum cnd_part *part);
bool cnd_part_value_of_name(struct cnd_str name, enum cnd_part_value *value);

/* A part's verdict, with the words that decided it (maybe none). */
struct cnd_part_reading {
	enum cnd_part_value value;
	const struct cnd_span *spans;
	size_t span_count;
};

/* How strong an action is, weakest first (RCA2 action hierarchy). */
enum cnd_strength {
	CND_STRENGTH_UNKNOWN,
	CND_STRENGTH_WEAK, /* remind, share, train, write policy */
	CND_STRENGTH_MEDIUM, /* checklist, audit with feedback, staffing */
	CND_STRENGTH_STRONG /* redesign, forcing function, contract change */
};

const char *cnd_strength_name(enum cnd_strength strength);

/*
 * One recommendation: the spans of its own words (its row in the action
 * plan included), and of the words around it that complete it.
 */
struct cnd_recommendation {
	uint32_t number; /* from 1, in reading order: "R1" */
	struct cnd_str label; /* "Recommendation 3", "7.2", or empty */
	uint32_t block; /* the block it opens in */
	uint32_t section;
	const struct cnd_span *spans; /* its own words, in order */
	size_t span_count;
	struct cnd_span lead_in; /* "The Board should:"; empty for none */
	struct cnd_span heading; /* agency heading above; empty for none */
	struct cnd_span owner_cell; /* cells of its row; empty for none */
	struct cnd_span time_cell;
	struct cnd_span measure_cell;
	struct cnd_part_reading parts[CND_PART_COUNT];
	enum cnd_strength strength;
	bool is_compound; /* several acts in one */
	bool is_cut; /* longer than CND_LIMIT_RECOMMENDATION_WORDS */
	uint32_t same_as; /* number of a near-duplicate, or 0 */
	uint32_t finding; /* block of the finding it refers to, or
	                               CND_NONE */
};

struct cnd_sieve;

struct cnd_review {
	struct cnd_str profile; /* "sar", "dhr", …, "general" */
	bool is_profile_detected; /* from the text, not asked for */
	struct cnd_str date; /* of the report, "2024-05" say; may be empty */
	const struct cnd_abbreviation *abbreviations;
	size_t abbreviation_count;
	struct cnd_sieve *sieve; /* see anatomy.h; or NULL */
	const struct cnd_recommendation *recommendations;
	size_t recommendation_count;
	const struct cnd_span *questions; /* for the board: listed apart */
	size_t question_count;
	const uint32_t *unanswered; /* headings of numbered findings that no
				       recommendation names, where some do */
	size_t unanswered_count;
};

struct cnd_structure; /* review/structure.h: the compiled cues */

/*
 * Understands doc: gives its sections their roles (the one change made to
 * a document) and returns the rest, in the arena.  profile "" detects the
 * type.
 */
const struct cnd_review *cnd_review_of(const struct cnd_structure *structure,
	struct cnd_document *doc, struct cnd_str profile,
	struct cnd_arena *arena);

#endif
