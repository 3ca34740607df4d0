/*
 * What stands around a verb, and what is to be thought of the act it
 * names.  Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_JUDGE_H
#define CND_REVIEW_ANATOMY_JUDGE_H

#include "review/anatomy_clause.h"

enum cnd_verdict {
	CND_VERDICT_NEUTRAL,
	CND_VERDICT_VAGUE,
	CND_VERDICT_CONCRETE
};

/* What stands in a range of tokens. */
struct cnd_profile {
	size_t quality;
	size_t abstract;
	size_t product;
	size_t number;
	size_t resource;
	size_t checkable;
	size_t steps;
	size_t unsteady;
	bool is_head_abstract; /* the first noun phrase's head */
	bool is_empty;
};

struct cnd_profile cnd_profile_of(
	const struct cnd_tokens *tokens, struct cnd_range range);

/* A figure; not a year, an age, a section of an Act. */
bool cnd_is_figure(const struct cnd_tokens *tokens, size_t i);

/* The end of the first noun phrase: at a preposition or a mark. */
size_t cnd_phrase_end(const struct cnd_tokens *tokens, struct cnd_range range);

bool cnd_predicate_is(
	const struct cnd_predicate *predicate, enum cnd_class is_class);

/* What is acted on: the object, or the subject of a passive. */
struct cnd_range cnd_patient_of(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "through a checklist": a means that is a thing. */
bool cnd_has_means(const struct cnd_tokens *tokens, struct cnd_range range);

/* "by R17 billion", "to 12", "50 %". */
bool cnd_has_figure(const struct cnd_tokens *tokens, struct cnd_range range);

/* Money asked for. */
bool cnd_has_resource(const struct cnd_tokens *tokens, struct cnd_range range);

/* "a system to …": one, and it is said what for. */
bool cnd_is_single_system(
	const struct cnd_tokens *tokens, struct cnd_range range);

/* "become everyone's business": an act that only sounds like one. */
bool cnd_is_empty_act(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "demonstrate that …", "receive evidence of": of another act, and none. */
bool cnd_only_shows(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "set the system to …": whatever it is set to can be seen. */
bool cnd_sets_system(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "require every practice to …", "be invited to …": the act is what follows
 * "to". */
bool cnd_is_telling(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "use this to …": the weight lies elsewhere. */
bool cnd_is_use(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "should be given priority", "be given better support". */
bool cnd_is_given(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* anatomy_judge.c */

/* A verb that is recommended itself. */
enum cnd_verdict cnd_judge_main(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* "to …" and "so that …" behind the act `main` (maybe NULL). */
enum cnd_verdict cnd_judge_purpose(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate,
	const struct cnd_predicate *main);

/* anatomy_content.c */

/* "ensure" and a noun phrase with no verb of its own. */
enum cnd_verdict cnd_judge_ensured(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* A verb inside "ensure that". */
enum cnd_verdict cnd_judge_content(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

#endif
