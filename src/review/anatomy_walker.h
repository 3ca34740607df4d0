/*
 * Where a walk through a sentence stands: the context, the clauses around
 * it, and which forms of a verb may come.  Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_WALKER_H
#define CND_REVIEW_ANATOMY_WALKER_H

#include "review/anatomy_clause.h"

/* Clauses inside clauses kept apart; prose rarely has three. */
enum { CND_ASIDE_DEPTH = 6 };

/* What stood around a relative clause or a condition. */
struct cnd_aside {
	enum cnd_context context;
	bool is_content;
	unsigned last_form;
	bool has_verb; /* inside the aside */
	bool is_owed;
	bool is_closable; /* it ends at the next clause's verb */
	bool is_phrase; /* it may have no verb: "after adoption" */
};

struct cnd_walker {
	const struct cnd_tokens *tokens;
	struct cnd_arena *arena;
	struct cnd_clauses *clauses;
	size_t capacity;
	uint32_t sentence;
	uint32_t first; /* where the finite verb stands; 0: not known */
	uint32_t end;
	enum cnd_context context;
	struct cnd_aside
		asides[CND_ASIDE_DEPTH]; /* to return to from "who", "where" */
	size_t aside_count;
	bool is_content; /* inside an ensure */
	bool is_negated;
	bool is_copula; /* participles may follow: "are timely, made by" */
	bool is_infinitive; /* the purpose has no subject of its own */
	enum cnd_context infinitive_base;
	bool is_singular; /* the last "be" was "is" */
	unsigned main_form; /* of the sentence's first verb */
	bool is_to; /* the verb to come is an infinitive */
	bool is_owed; /* a modal's verb is still to come */
	size_t owed_from; /* first token behind the modal */
	unsigned expect; /* forms of a verb that may stand here */
	unsigned last_form; /* of the last predicate: for "and" */
	enum cnd_voice last_voice;
	uint32_t clause_start; /* where a subject may begin */
	enum cnd_context list_context; /* holds again at each bullet */
	bool is_list_content;
	bool has_list; /* an item may be a sentence of its own */
	unsigned list_expect;
};

/* The predicate added last, or NULL. */
struct cnd_predicate *cnd_walker_last(const struct cnd_walker *walker);

/* Notes a verb of `length` tokens in the present context. */
void cnd_walker_add(struct cnd_walker *walker, size_t verb, size_t length,
	enum cnd_voice voice, uint64_t classes);

void cnd_walker_enter(
	struct cnd_walker *walker, enum cnd_context context, unsigned expect);

/* "who", "where", "the need to": to be left again. */
void cnd_walker_enter_aside(
	struct cnd_walker *walker, enum cnd_context context, bool is_closable);
void cnd_walker_leave_all(struct cnd_walker *walker);

/* A comma ends relative clauses, and conditions that have had their verb. */
void cnd_walker_comma(struct cnd_walker *walker);

/* Behind "ensure", token `at` next: its content. */
void cnd_walker_ensure(struct cnd_walker *walker, size_t at);

/* Words that open a context: how many; 0 when token i is none of them. */
size_t cnd_walker_open(struct cnd_walker *walker, size_t i);

/* A finite verb at i closes "children who go missing". */
void cnd_walker_finite(struct cnd_walker *walker, size_t i);

#endif
