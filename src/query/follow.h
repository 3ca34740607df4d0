/*
 * What may stand behind a run.  A run that takes as much as it can gives
 * back a sign at a time; where the next sign shows that nothing can go on
 * there, it need not be tried.  For the files of query/ only.
 */
#ifndef CND_QUERY_FOLLOW_H
#define CND_QUERY_FOLLOW_H

#include "query/program.h"

/*
 * Sets run->follow of each run of a program, which holds the sets so far;
 * those that are needed besides are added to the tree's.
 */
void cnd_program_follow(struct cnd_arena *arena, struct cnd_program *program,
	struct cnd_tree_sets *sets);

#endif
