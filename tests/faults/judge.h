/* What came of a call that failed. */
#ifndef CND_TESTS_FAULTS_JUDGE_H
#define CND_TESTS_FAULTS_JUDGE_H

#include <stdbool.h>

struct judge {
	const char *kind;
	bool is_strict; /* the program has to overcome them */
	long step; /* each step-th call is tried */
	long calls;
	long refused; /* status 2, a message, nothing half-made */
	long harmless; /* as if nothing had been */
	long wrong;
};

/*
 * At a call: forks.  In the child, whose standard output and error go
 * aside, true.  In the parent, once the child has ended and what it left
 * was judged and put back: false.  Files that are open are shared with the
 * child: not for faults of files.
 */
bool judge_try(struct judge *judge);

/*
 * Before main: forks for a run of its own for each call, until one ends
 * without reaching its call.  In the child: the number of the call that is
 * to fail; *calls is where it counts them.  In the parent, after all: 0.
 */
long judge_rerun(struct judge *judge, long **calls);

/* Writes the counts to descriptor 9. */
void judge_report(const struct judge *judge);

#endif
