/* Which lexicon gives which class; one row a lexicon. */
#include "review/anatomy_table.h"

#include "base/buf.h"
#include "text/unicode.h"

const struct cnd_word_list cnd_word_lists[] = {
	{ "bodies", CND_CLASS_BODY, false },
	{ "posts", CND_CLASS_POST, false },
	{ "generic-actors", CND_CLASS_ACTOR, false },
	{ "beneficiaries", CND_CLASS_BENEFICIARY, false },
	{ "thing-nouns", CND_CLASS_THING, false },
	{ "verbs-thinking", CND_CLASS_THINKING, true },
	{ "verbs-mind", CND_CLASS_MIND, true },
	{ "verbs-direction", CND_CLASS_DIRECTION, true },
	{ "verbs-assurance", CND_CLASS_ASSURANCE, true },
	{ "verbs-engage", CND_CLASS_ENGAGE, true },
	{ "verbs-review", CND_CLASS_REVIEW, true },
	{ "verbs-develop", CND_CLASS_DEVELOP, true },
	{ "verbs-light", CND_CLASS_LIGHT, true },
	{ "verbs-concrete", CND_CLASS_CONCRETE, true },
	{ "verbs-observed", CND_CLASS_OBSERVED, true },
	{ "verbs-contents", CND_CLASS_CONTENTS, true },
	{ "verbs-soft", CND_CLASS_SOFT, true },
	{ "verbs-continue", CND_CLASS_CONTINUE, true },
	{ "verbs-decide", CND_CLASS_DECIDE, true },
	{ "noun-like-verbs", CND_CLASS_NOUN_LIKE, true },
	{ "empty-steps", CND_CLASS_STEPS, false },
	{ "quality-words", CND_CLASS_QUALITY, false },
	{ "checkable-words", CND_CLASS_CHECKABLE, false },
	{ "abstract-nouns", CND_CLASS_ABSTRACT, false },
	{ "product-nouns", CND_CLASS_PRODUCT, false },
	{ "resource-nouns", CND_CLASS_RESOURCE, false },
	{ "escape-clauses", CND_CLASS_ESCAPE, false },
	{ "time-vague", CND_CLASS_SOON, false },
	{ "time-immediate", CND_CLASS_NOW, false },
	{ "time-recurring", CND_CLASS_RECURRING, false },
	{ "time-unsteady", CND_CLASS_NOW_AND_THEN, false },
	{ "time-occasions", CND_CLASS_OCCASION, false },
	{ "measure-nouns", CND_CLASS_MEASURE, false },
	{ "measure-verbs", CND_CLASS_MEASURE_VERB, true },
	{ "measure-counts", CND_CLASS_COUNTED, false },
	{ "verbs-telling", CND_CLASS_TELLING, true },
	{ "verbs-sampling", CND_CLASS_SAMPLING, true },
	{ "record-nouns", CND_CLASS_RECORDS, false },
	{ "posts-by-name", CND_CLASS_PERSON, false },
	{ "fields-owner", CND_CLASS_FIELD_OWNER, false },
	{ "fields-time", CND_CLASS_FIELD_TIME, false },
	{ "fields-measure", CND_CLASS_FIELD_MEASURE, false },
	{ "measure-effects", CND_CLASS_EFFECT, false },
	{ "strength-strong", CND_CLASS_STRENGTH_STRONG, false },
	{ "strength-medium", CND_CLASS_STRENGTH_MEDIUM, false },
	{ "strength-weak", CND_CLASS_STRENGTH_WEAK, false },
	{ NULL, CND_CLASS_COUNT, false },
};

/* "organize", "-izing", "-ization": written with s. */
static void
fold_ize(struct cnd_buf *word)
{
	for (size_t i = 3; i + 2 < word->len + 1; i++) {
		if (word->data[i - 1] == 'i' && word->data[i] == 'z' &&
			i + 1 < word->len &&
			(word->data[i + 1] == 'e' || word->data[i + 1] == 'i' ||
				word->data[i + 1] == 'a'))
			word->data[i] = 's';
	}
}

struct cnd_str
cnd_words_fold(struct cnd_arena *arena, struct cnd_str word)
{
	struct cnd_buf folded = { 0 };
	struct cnd_str copy;

	cnd_fold_prose(word, &folded);
	fold_ize(&folded);
	copy = cnd_arena_copy(arena, cnd_buf_str(&folded));
	cnd_buf_dispose(&folded);
	return copy;
}
