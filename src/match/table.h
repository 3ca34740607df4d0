/* What a matcher holds.  For the files of match/ only. */
#ifndef CND_MATCH_TABLE_H
#define CND_MATCH_TABLE_H

#include "match/matcher.h"

/* One pattern added. */
struct cnd_pattern {
	struct cnd_regex *regex;
	uint32_t tag;
	bool is_sentence; /* no match crosses a sentence's edge */
	bool is_anchored;
};

/* Numbers of patterns. */
struct cnd_pattern_list {
	uint32_t *items;
	size_t count;
	size_t capacity;
};

struct cnd_matcher {
	struct cnd_arena *arena;
	struct cnd_pattern *patterns;
	size_t pattern_count;
	size_t pattern_capacity;
	struct cnd_pattern_list of_blocks; /* all that match in blocks */
	struct cnd_pattern_list of_sentences; /* and all in sentences */
	bool is_sealed;
};

#endif
