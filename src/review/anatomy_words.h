/*
 * Words of a recommendation with their classes: what the parse in
 * anatomy_clause.c stands on.  Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_WORDS_H
#define CND_REVIEW_ANATOMY_WORDS_H

#include "base/arena.h"
#include "base/error.h"
#include "doc/document.h"
#include "match/lexicon.h"

/* Grammar's closed classes first, then one class a lexicon. */
enum cnd_class {
	CND_CLASS_MODAL,
	CND_CLASS_BE,
	CND_CLASS_HAVE,
	CND_CLASS_DETERMINER,
	CND_CLASS_INDEFINITE, /* a, any, each: nobody in particular */
	CND_CLASS_PREPOSITION,
	CND_CLASS_RELATIVE,
	CND_CLASS_SUBORDINATOR,
	CND_CLASS_CONJUNCTION,
	CND_CLASS_PRONOUN,
	CND_CLASS_ADVERB,
	CND_CLASS_NUMBER,
	CND_CLASS_MONTH,
	CND_CLASS_UNIT, /* of time */
	CND_CLASS_OPENER, /* so that, in order to: a purpose follows */
	CND_CLASS_ENSURE,
	CND_CLASS_RECOMMEND,
	CND_CLASS_URGE, /* urges, calls on: somebody to do */
	CND_CLASS_BODY,
	CND_CLASS_POST,
	CND_CLASS_ACTOR,
	CND_CLASS_BENEFICIARY,
	CND_CLASS_THING, /* nouns that never act */
	CND_CLASS_THINKING,
	CND_CLASS_MIND,
	CND_CLASS_DIRECTION,
	CND_CLASS_ASSURANCE,
	CND_CLASS_ENGAGE,
	CND_CLASS_REVIEW,
	CND_CLASS_DEVELOP,
	CND_CLASS_LIGHT,
	CND_CLASS_CONCRETE,
	CND_CLASS_OBSERVED,
	CND_CLASS_CONTENTS,
	CND_CLASS_SOFT,
	CND_CLASS_CONTINUE,
	CND_CLASS_DECIDE,
	CND_CLASS_NOUN_LIKE, /* verbs that are as often nouns */
	CND_CLASS_STEPS, /* steps, action: empty until "to …" */
	CND_CLASS_QUALITY,
	CND_CLASS_CHECKABLE, /* specific, measurable */
	CND_CLASS_ABSTRACT,
	CND_CLASS_PRODUCT,
	CND_CLASS_RESOURCE,
	CND_CLASS_ESCAPE,
	CND_CLASS_SOON, /* as soon as possible */
	CND_CLASS_NOW, /* immediately */
	CND_CLASS_RECURRING, /* quarterly */
	CND_CLASS_NOW_AND_THEN, /* periodic */
	CND_CLASS_OCCASION, /* meeting, release, inspection */
	CND_CLASS_MEASURE,
	CND_CLASS_MEASURE_VERB,
	CND_CLASS_COUNTED, /* number, rate, share */
	CND_CLASS_PERSON, /* officer, nurse: a post when a name */
	CND_CLASS_TELLING, /* tell, send: what came of it */
	CND_CLASS_SAMPLING, /* pull, read: a number of cases */
	CND_CLASS_RECORDS, /* cases, files, calls */
	CND_CLASS_EFFECT, /* impact, effectiveness: what is measured */
	CND_CLASS_FIELD_OWNER, /* "Lead agency:" */
	CND_CLASS_FIELD_TIME,
	CND_CLASS_FIELD_MEASURE,
	CND_CLASS_STRENGTH_STRONG,
	CND_CLASS_STRENGTH_MEDIUM,
	CND_CLASS_STRENGTH_WEAK,
	CND_CLASS_COUNT
};

enum cnd_form {
	CND_FORM_PLAIN = 1, /* not a verb */
	CND_FORM_BASE = 2,
	CND_FORM_S = 4,
	CND_FORM_PAST = 8, /* past or participle */
	CND_FORM_ING = 16
};

enum cnd_token_flag {
	CND_TOKEN_WORD = 1,
	CND_TOKEN_NUMBER = 2,
	CND_TOKEN_CAPITAL = 4, /* begins with a capital */
	CND_TOKEN_ACRONYM = 8, /* two capitals or more */
	CND_TOKEN_POSSESSIVE = 16,
	CND_TOKEN_FIRST = 32, /* opens a sentence */
	CND_TOKEN_PLURAL_ACRONYM = 64, /* CCGs */
	CND_TOKEN_BREAK = 128, /* bullet, semicolon, colon */
};

/* A word or a mark.  text is folded and lives in the arena. */
struct cnd_token {
	struct cnd_span span;
	struct cnd_str text;
	unsigned flags;
	uint64_t classes; /* of all phrases that open here */
};

/* Tokens [from, to). */
struct cnd_range {
	uint32_t from;
	uint32_t to;
};

struct cnd_words;
struct cnd_sieve;

/* The text of a recommendation, cut. */
struct cnd_tokens {
	const struct cnd_words *words;
	struct cnd_sieve *sieve; /* of cnd_token_reads_any */
	struct cnd_token *items;
	size_t count;
	struct cnd_range *sentences;
	size_t sentence_count;
};

/* Compiles grammar and lexicons; see cnd_anatomy_new. */
struct cnd_words *cnd_words_new(struct cnd_arena *arena,
	const struct cnd_lexicons *lexicons, struct cnd_error *err);

/* What tokens are made with. */
struct cnd_token_maker {
	const struct cnd_words *words;
	struct cnd_sieve *sieve; /* shared by all of a report; or NULL */
	const struct cnd_document *doc;
	struct cnd_arena *arena;
};

/*
 * Cuts the spans of the document's text into tokens and sentences, up to
 * CND_LIMIT_RECOMMENDATION_WORDS tokens.
 */
struct cnd_tokens cnd_tokens_of(const struct cnd_token_maker *maker,
	const struct cnd_span *spans, size_t span_count);

/*
 * How many tokens the longest phrase of the class takes that opens at
 * token `at` in one of the forms (a mask; 0: any); 0 when there is none.
 */
size_t cnd_token_is(const struct cnd_tokens *tokens, size_t at,
	enum cnd_class is_class, unsigned forms);

/* The forms in which token `at` opens a phrase of any of the classes. */
unsigned cnd_token_forms(
	const struct cnd_tokens *tokens, size_t at, uint64_t classes);

/*
 * The classes of the verb (its longest phrase) at token `at` in one of the
 * forms, and how many tokens it takes; 0 for no verb known.
 */
uint64_t cnd_token_verb(const struct cnd_tokens *tokens, size_t at,
	unsigned forms, size_t *length);

/* The same word, folded; false past the end. */
bool cnd_token_reads(
	const struct cnd_tokens *tokens, size_t at, const char *word);

/*
 * One of several words, "a|b", folded.  words must be a literal: what its
 * words begin with is remembered by its address.
 */
bool cnd_token_reads_any(
	const struct cnd_tokens *tokens, size_t at, const char *words);

/* A number that counts something: "one" alone may be anybody. */
bool cnd_token_is_number(const struct cnd_tokens *tokens, size_t at);

/* A mark of one byte. */
bool cnd_token_is_mark(const struct cnd_tokens *tokens, size_t at, char mark);

/* Whether token `at` has a class, or a flag; false past the end. */
bool cnd_token_has(
	const struct cnd_tokens *tokens, size_t at, enum cnd_class is_class);
bool cnd_token_flag(const struct cnd_tokens *tokens, size_t at, unsigned flag);

/* "-ly", or one of the adverbs without it: also, not, always. */
bool cnd_token_is_adverb(const struct cnd_tokens *tokens, size_t at);

/* The bytes from the first to the last token of a range. */
struct cnd_span cnd_tokens_span(
	const struct cnd_tokens *tokens, struct cnd_range range);

#define CND_CLASS_BIT(name) (UINT64_C(1) << (name))

/* Every class of verbs. */
#define CND_VERB_CLASSES                                                       \
	(CND_CLASS_BIT(CND_CLASS_ENSURE) | CND_CLASS_BIT(CND_CLASS_THINKING) | \
		CND_CLASS_BIT(CND_CLASS_MIND) |                                \
		CND_CLASS_BIT(CND_CLASS_DIRECTION) |                           \
		CND_CLASS_BIT(CND_CLASS_ASSURANCE) |                           \
		CND_CLASS_BIT(CND_CLASS_ENGAGE) |                              \
		CND_CLASS_BIT(CND_CLASS_REVIEW) |                              \
		CND_CLASS_BIT(CND_CLASS_DEVELOP) |                             \
		CND_CLASS_BIT(CND_CLASS_LIGHT) |                               \
		CND_CLASS_BIT(CND_CLASS_CONCRETE) |                            \
		CND_CLASS_BIT(CND_CLASS_OBSERVED) |                            \
		CND_CLASS_BIT(CND_CLASS_CONTENTS) |                            \
		CND_CLASS_BIT(CND_CLASS_SOFT) |                                \
		CND_CLASS_BIT(CND_CLASS_CONTINUE) |                            \
		CND_CLASS_BIT(CND_CLASS_DECIDE) |                              \
		CND_CLASS_BIT(CND_CLASS_HAVE))

#endif
