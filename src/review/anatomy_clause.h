/*
 * The clauses of a recommendation: who is told (duties) and what the
 * verbs say in which context (predicates).  Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_CLAUSE_H
#define CND_REVIEW_ANATOMY_CLAUSE_H

#include "review/anatomy_words.h"

enum cnd_context {
	CND_CONTEXT_MAIN, /* what is recommended */
	CND_CONTEXT_CONTENT, /* inside "ensure that …" */
	CND_CONTEXT_MEANS, /* "by …ing" */
	CND_CONTEXT_PURPOSE, /* "to …", "so that …" */
	CND_CONTEXT_RELATIVE, /* "who …" */
	CND_CONTEXT_CONDITION /* "where …", "whether …" */
};

enum cnd_voice { CND_VOICE_ACTIVE, CND_VOICE_PASSIVE, CND_VOICE_COPULA };

/* A verb with what stands around it, as token ranges. */
struct cnd_predicate {
	enum cnd_context context;
	enum cnd_voice voice;
	bool is_negated;
	bool is_content; /* of an ensure inside a purpose */
	bool is_infinitive; /* behind "to" */
	uint32_t sentence;
	struct cnd_range verb;
	struct cnd_range subject; /* maybe empty */
	struct cnd_range object; /* or complement; maybe empty */
	uint64_t classes; /* of the verb; 0: not known */
};

enum cnd_duty_kind {
	CND_DUTY_FRAGMENT, /* no finite verb found */
	CND_DUTY_IMPERATIVE, /* "Review the …" */
	CND_DUTY_SUBJECT, /* "The Board should …" */
	CND_DUTY_NOTHING /* tells something, directs nobody */
};

/* How a sentence directs. */
struct cnd_duty {
	enum cnd_duty_kind kind;
	struct cnd_range sentence;
	struct cnd_range frame; /* "On 3 May the Committee recommends that" */
	struct cnd_range lead; /* adverbials before the subject or verb */
	struct cnd_range subject; /* of CND_DUTY_SUBJECT */
	struct cnd_range addressee; /* "recommends to X that he …" */
	uint32_t verb; /* token where modal or verb stands */
	bool is_gerund; /* "recommends reviewing" */
	bool is_that; /* "That the Board …" */
	bool is_weak; /* no modal of duty: may only tell */
};

struct cnd_clauses {
	struct cnd_tokens tokens;
	struct cnd_duty *duties; /* one a sentence */
	struct cnd_predicate *predicates; /* in order */
	size_t predicate_count;
};

/* How the sentence directs, and whom. */
struct cnd_duty cnd_duty_of(
	const struct cnd_tokens *tokens, struct cnd_range sentence);

/*
 * Whether a sentence that tells from token `at` on begins with a bare verb;
 * one that is as often a noun only with an object, and, where a modal
 * follows, with an article.
 */
bool cnd_is_imperative(
	const struct cnd_tokens *tokens, size_t at, bool has_modal);

/* Of a gerund at `at`: "ensuring that …" as an item; not "Filling the post is
 * a priority".  The sentence ends at `end`. */
bool cnd_is_bare_gerund(const struct cnd_tokens *tokens, size_t at, size_t end);

/* "To print the number of falls" at `at`: an order, and no reason for one. */
bool cnd_is_bare_infinitive(
	const struct cnd_tokens *tokens, size_t at, size_t end);

/* Behind "(a)", "1.", bullets and quotation marks. */
size_t cnd_skip_label(const struct cnd_tokens *tokens, size_t at, size_t end);

/*
 * Behind what stands before the telling itself: label, frame, addressee,
 * "That"; they are noted in duty, whose sentence is set.
 */
size_t cnd_skip_opening(const struct cnd_tokens *tokens, struct cnd_duty *duty);

/* A preposition, "when", "to" and a verb: opens such an adverbial. */
bool cnd_opens_adverbial(const struct cnd_tokens *tokens, size_t at);

/* Behind the adverbials before the subject or the verb; `at` for none. */
size_t cnd_skip_lead(const struct cnd_tokens *tokens, size_t at, size_t end);

/* Whether token i can be a finite verb: "plans include", "the board has". */
bool cnd_is_finite(const struct cnd_tokens *tokens, size_t i);

/* Whether token i, behind a word that may be an adjective or half a name, may
 * be what that stands before: it is no word that joins or opens. */
bool cnd_may_be_noun(const struct cnd_tokens *tokens, size_t i);

/* Verbs as often nouns; and what shows that such a word is a verb here. */
bool cnd_is_noun_like(const struct cnd_tokens *tokens, size_t i);
bool cnd_opens_object(const struct cnd_tokens *tokens, size_t i);

/* All of it; arrays live in the arena. */
struct cnd_clauses cnd_clauses_of(
	struct cnd_tokens tokens, struct cnd_arena *arena);

/* Whether one of the words ("a|b") stands in the range. */
bool cnd_reads_in(const struct cnd_tokens *tokens, struct cnd_range range,
	const char *words);

/* How many tokens of the range open a phrase of the class. */
size_t cnd_count_class(const struct cnd_tokens *tokens, struct cnd_range range,
	enum cnd_class is_class);

#endif
