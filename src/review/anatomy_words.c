/*
 * The table of words: grammar's closed classes and the lexicons, verbs in
 * all their forms, looked up by folded phrase.
 */
#include "review/anatomy_words.h"

#include "base/buf.h"
#include "base/hash.h"
#include "review/anatomy_table.h"

#include <assert.h>
#include <string.h>

/* One reading of a phrase: words joined by one blank, in `texts`. */
struct entry {
	uint32_t phrase;
	uint32_t next; /* in its bucket; 0: none */
	uint8_t len;
	uint8_t is_class; /* enum cnd_class */
	uint8_t form; /* enum cnd_form */
};

enum { BUCKETS = 16384, FORMS = 5, KEY_BYTES = 160 };

struct cnd_words {
	struct cnd_arena *arena;
	struct entry *entries; /* the first is unused */
	size_t count;
	size_t capacity;
	char *texts; /* of all phrases, one behind the other */
	size_t text_len;
	size_t text_capacity;
	uint32_t *buckets;
	uint8_t *reaches; /* by hash of a first word: most words that follow */
};

/* The grammar: words separated by '|'.  Lexicons hold all open classes. */
struct closed_class {
	enum cnd_class is_class;
	const char *words;
};

static const struct closed_class grammar[] = {
	{ CND_CLASS_MODAL,
		"should|must|shall|ought to|ought|need to|needs to|needed to|"
		"has to|have to|will|may wish to|might wish to|could|would|may|"
		"is to|are to|were to|might|may like to|might like to|"
		"may care to|might care to|may want to|might want to|"
		"will want to|will wish to|would do well to|might do well to|"
		"might do worse than|could do worse than|"
		"may find it useful to|might find it useful to|"
		"may find it helpful to|might find it helpful to|"
		"would be wise to|would be well advised to|has yet to" },
	{ CND_CLASS_BE, "be|is|are|was|were|been|being|becomes|become" },
	{ CND_CLASS_DETERMINER,
		"the|this|that|these|those|its|their|his|her|our|your|my|such|"
		"whose|both|another|all|some|several|many|most|more|fewer|no|"
		"other" },
	{ CND_CLASS_INDEFINITE,
		"a|an|any|each|every|either|neither|no|some|all|other|both" },
	{ CND_CLASS_PREPOSITION,
		"of|in|at|across|with|on|by|to|from|within|between|among|"
		"amongst|for|into|onto|about|against|under|over|through|"
		"throughout|during|after|before|upon|until|towards|toward|"
		"via|without|around|regarding|concerning|including|despite|"
		"following|prior to|in relation to|as to|in respect of|than|"
		"per|near|off|up|alongside|beyond|outside|inside" },
	{ CND_CLASS_RELATIVE, "who|which|whose|whom|whereby" },
	{ CND_CLASS_SUBORDINATOR,
		"when|where|if|unless|because|while|whilst|whenever|wherever|"
		"although|though|since|once|how|what|why|whether|as|after|"
		"before|until|given" },
	{ CND_CLASS_CONJUNCTION, "and|or|then|and/or|but|nor|as well as" },
	{ CND_CLASS_PRONOUN,
		"he|she|they|it|there|you|we|i|them|him|us|themselves|itself" },
	{ CND_CLASS_ADVERB,
		"also|not|always|never|further|again|together|still|"
		"even|now|then|thereafter|first|just|only|either|at least|"
		"at a minimum|in particular|as well|therefore|more|better|"
		"ever|often|as a minimum|well" },
	{ CND_CLASS_NUMBER,
		"one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
		"twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
		"nineteen|seventy|eighty|dozen|twenty|thirty|forty|fifty|sixty|"
		"ninety|hundred|thousand|million|half" },
	{ CND_CLASS_MONTH,
		"january|february|march|april|may|june|july|august|september|"
		"october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|"
		"sep|oct|nov|dec|spring|summer|autumn|winter|q1|q2|q3|q4" },
	{ CND_CLASS_UNIT,
		"minute|minutes|hour|hours|day|days|week|weeks|month|months|"
		"quarter|quarters|year|years|fortnight|term|terms" },
	{ CND_CLASS_OPENER,
		"so that|such that|so as to|in order to|in order that|"
		"with a view to|with the aim of|for the purpose of|thereby|"
		"thus|aimed at|in an effort to|with the objective of" },
};

/* Any table of words is far below its collisions' mattering. */
static uint32_t
hash_on(uint32_t hash, struct cnd_str s)
{
	for (size_t i = 0; i < s.len; i++)
		hash = cnd_hash32(hash, (unsigned char)s.data[i]);
	return hash;
}

static uint32_t
hash_of(struct cnd_str s)
{
	return hash_on(CND_HASH32, s) % BUCKETS;
}

/* Notes how many words a phrase has behind its first. */
static void
note_reach(struct cnd_words *words, struct cnd_str phrase)
{
	uint8_t *reach = &words->reaches[hash_of(cnd_str_split(&phrase, ' '))];
	uint8_t more = 0;

	while (phrase.len > 0) {
		(void)cnd_str_split(&phrase, ' ');
		more++;
	}
	if (*reach < more)
		*reach = more;
}

static uint32_t
keep_text(struct cnd_words *words, struct cnd_str text)
{
	size_t at = words->text_len;

	while (words->text_capacity - at < text.len)
		words->texts = cnd_arena_grow(words->arena, words->texts,
			words->text_capacity, &words->text_capacity, 1);
	memcpy(words->texts + at, text.data, text.len);
	words->text_len += text.len;
	return (uint32_t)at;
}

/* Entries are shorter than KEY_BYTES, and inflected a little longer. */
static void
add_form(struct cnd_words *words, struct cnd_str phrase,
	enum cnd_class is_class, enum cnd_form form)
{
	uint32_t bucket;

	words->entries = cnd_arena_grow(words->arena, words->entries,
		words->count, &words->capacity, sizeof(*words->entries));
	phrase = cnd_words_fold(words->arena, phrase);
	assert(phrase.len <= UINT8_MAX);
	bucket = hash_of(phrase);
	note_reach(words, phrase);
	words->entries[words->count] = (struct entry){
		.phrase = keep_text(words, phrase),
		.next = words->buckets[bucket],
		.len = (uint8_t)phrase.len,
		.is_class = (uint8_t)is_class,
		.form = (uint8_t)form,
	};
	words->buckets[bucket] = (uint32_t)words->count++;
}

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

/* One vowel between two consonants at the end: plan, refer. */
static bool
may_double(struct cnd_str verb)
{
	const char *end = verb.data + verb.len;

	return verb.len >= 3 && !is_vowel(end[-1]) && is_vowel(end[-2]) &&
		!is_vowel(end[-3]) && strchr("wxy", end[-1]) == NULL;
}

/* What a regular verb takes before -ed and -ing, both spellings tried. */
static void
add_endings(struct cnd_words *words, struct cnd_str verb, struct cnd_str rest,
	enum cnd_class is_class)
{
	bool is_e = cnd_str_ends_with(verb, CND_STR("e"));
	bool is_y = cnd_str_ends_with(verb, CND_STR("y")) && verb.len > 1 &&
		!is_vowel(verb.data[verb.len - 2]);
	bool is_hissing = cnd_str_ends_with(verb, CND_STR("s")) ||
		cnd_str_ends_with(verb, CND_STR("x")) ||
		cnd_str_ends_with(verb, CND_STR("sh")) ||
		cnd_str_ends_with(verb, CND_STR("ch")) ||
		cnd_str_ends_with(verb, CND_STR("o"));
	struct cnd_str stem =
		cnd_str_slice(verb, 0, verb.len - (is_e || is_y ? 1 : 0));
	bool is_ee = cnd_str_ends_with(verb, CND_STR("ee"));

	add_form(words,
		cnd_arena_printf(words->arena, "%.*s%s%.*s",
			CND_STR_ARG(is_y ? stem : verb),
			is_y                 ? "ies"
				: is_hissing ? "es"
					     : "s",
			CND_STR_ARG(rest)),
		is_class, CND_FORM_S);
	add_form(words,
		cnd_arena_printf(words->arena, "%.*s%s%.*s", CND_STR_ARG(stem),
			is_y ? "ied" : "ed", CND_STR_ARG(rest)),
		is_class, CND_FORM_PAST);
	add_form(words,
		cnd_arena_printf(words->arena, "%.*sing%.*s",
			CND_STR_ARG(is_e && !is_ee ? stem : verb),
			CND_STR_ARG(rest)),
		is_class, CND_FORM_ING);
	if (!may_double(verb))
		return;
	add_form(words,
		cnd_arena_printf(words->arena, "%.*s%ced%.*s",
			CND_STR_ARG(verb), verb.data[verb.len - 1],
			CND_STR_ARG(rest)),
		is_class, CND_FORM_PAST);
	add_form(words,
		cnd_arena_printf(words->arena, "%.*s%cing%.*s",
			CND_STR_ARG(verb), verb.data[verb.len - 1],
			CND_STR_ARG(rest)),
		is_class, CND_FORM_ING);
}

/* "set out": the first word is inflected, the rest is kept. */
static void
add_spelled(
	struct cnd_words *words, struct cnd_str entry, enum cnd_class is_class)
{
	struct cnd_str base = cnd_str_split(&entry, '|');
	size_t blank = cnd_str_find_byte(base, ' ');
	struct cnd_str verb = cnd_str_slice(
		base, 0, blank == CND_NOT_FOUND ? base.len : blank);
	struct cnd_str rest = cnd_str_slice(base, verb.len, base.len);

	add_form(words, base, is_class, CND_FORM_BASE);
	add_endings(words, verb, rest, is_class);
	while (entry.len > 0)
		add_form(words, cnd_str_split(&entry, '|'), is_class,
			CND_FORM_PAST);
}

/* The verb, and "recognize" beside "recognise". */
static void
add_verb(struct cnd_words *words, struct cnd_str entry, enum cnd_class is_class)
{
	enum { SHORTEST = 7 }; /* "realise"; not "raise" */
	struct cnd_str rest = entry;
	struct cnd_str verb = cnd_str_split(&rest, ' ');
	char spelled[KEY_BYTES];

	add_spelled(words, entry, is_class);
	if (verb.len < SHORTEST || entry.len > sizeof(spelled) ||
		!cnd_str_ends_with(verb, CND_STR("ise")))
		return;
	memcpy(spelled, entry.data, entry.len);
	spelled[verb.len - 2] = 'z';
	add_spelled(words, (struct cnd_str){ spelled, entry.len }, is_class);
}

static bool
is_plain_entry(struct cnd_str entry)
{
	for (size_t i = 0; i < entry.len; i++) {
		if (strchr("\\()[]{}*+?^$", entry.data[i]) != NULL)
			return false;
	}
	return entry.len > 0 && entry.len < KEY_BYTES;
}

static bool
add_lexicon(struct cnd_words *words, const struct cnd_word_list *list,
	const struct cnd_lexicons *lexicons, struct cnd_error *err)
{
	const struct cnd_lexicon *lexicon =
		cnd_lexicon_find(lexicons, cnd_str_of(list->lexicon));

	if (lexicons == NULL || lexicons->count == 0)
		return true; /* rules without word lists: grammar alone */
	if (lexicon == NULL)
		return cnd_fail(err, CND_ERR_RULE,
			"lexicon '%s' is missing: recommendations cannot be "
			"read without it",
			list->lexicon);
	for (size_t i = 0; i < lexicon->count; i++) {
		struct cnd_str entry = lexicon->entries[i];

		if (!is_plain_entry(entry))
			return cnd_fail(err, CND_ERR_RULE,
				"lexicon '%s': '%.*s' must be plain words, not "
				"a pattern",
				list->lexicon, CND_STR_ARG(entry));
		if (list->is_verbs)
			add_verb(words, entry, list->is_class);
		else
			add_form(words, entry, list->is_class, CND_FORM_PLAIN);
	}
	return true;
}

/* "is asked to", "are hereby invited to": a duty by being said. */
static void
add_asked(struct cnd_words *words)
{
	static const char be[] = "is|are";
	static const char how[] =
		"|therefore|hereby|also|now|accordingly|formally|further|"
		"strongly|specifically|respectfully";
	static const char asked[] =
		"asked|requested|invited|encouraged|urged|expected|required|"
		"advised|recommended|called upon|directed|instructed|"
		"mandated|tasked|obliged|reminded|looked to|pressed";
	struct cnd_buf phrase = { 0 };

	for (struct cnd_str b = cnd_str_of(be); b.len > 0;) {
		struct cnd_str is = cnd_str_split(&b, '|');
		struct cnd_str a = cnd_str_of(asked);

		while (a.len > 0) {
			struct cnd_str verb = cnd_str_split(&a, '|');
			struct cnd_str h = cnd_str_of(how);

			while (h.len > 0) {
				struct cnd_str adverb = cnd_str_split(&h, '|');

				cnd_buf_clear(&phrase);
				cnd_buf_put(&phrase, is);
				cnd_buf_putc(&phrase, ' ');
				cnd_buf_put(&phrase, adverb);
				if (adverb.len > 0)
					cnd_buf_putc(&phrase, ' ');
				cnd_buf_put(&phrase, verb);
				cnd_buf_put(&phrase, CND_STR(" to"));
				add_form(words, cnd_buf_str(&phrase),
					CND_CLASS_MODAL, CND_FORM_PLAIN);
			}
		}
	}
	cnd_buf_dispose(&phrase);
}

/* "ought now to", "need urgently to": words stand between. */
static void
add_parted(struct cnd_words *words)
{
	static const char modals[] = "ought|need|needs|has|have|is|are";
	static const char how[] =
		"now|also|therefore|accordingly|further|each|all|both|"
		"jointly|urgently|still|first|clearly|together|then|certainly|"
		"plainly|really|surely|instead|in future|in turn";
	struct cnd_buf phrase = { 0 };

	for (struct cnd_str m = cnd_str_of(modals); m.len > 0;) {
		struct cnd_str modal = cnd_str_split(&m, '|');

		for (struct cnd_str h = cnd_str_of(how); h.len > 0;) {
			struct cnd_str adverb = cnd_str_split(&h, '|');

			cnd_buf_clear(&phrase);
			cnd_buf_printf(&phrase, "%.*s %.*s to",
				CND_STR_ARG(modal), CND_STR_ARG(adverb));
			add_form(words, cnd_buf_str(&phrase), CND_CLASS_MODAL,
				CND_FORM_PLAIN);
		}
	}
	cnd_buf_dispose(&phrase);
}

static void
add_grammar(struct cnd_words *words)
{
	for (size_t i = 0; i < sizeof(grammar) / sizeof(grammar[0]); i++) {
		struct cnd_str rest = cnd_str_of(grammar[i].words);

		while (rest.len > 0)
			add_form(words, cnd_str_split(&rest, '|'),
				grammar[i].is_class, CND_FORM_PLAIN);
	}
	add_asked(words);
	add_parted(words);
	add_verb(words, CND_STR("ensure"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("make sure|made sure"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("make certain"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("insure"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("guarantee"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("see to it"), CND_CLASS_ENSURE);
	add_verb(words, CND_STR("recommend"), CND_CLASS_RECOMMEND);
	add_verb(words, CND_STR("propose"), CND_CLASS_RECOMMEND);
	add_verb(words, CND_STR("suggest"), CND_CLASS_RECOMMEND);
	add_verb(words, CND_STR("urge"), CND_CLASS_URGE);
	add_verb(words, CND_STR("call on"), CND_CLASS_URGE);
	add_verb(words, CND_STR("call upon"), CND_CLASS_URGE);
	add_verb(words, CND_STR("call for"), CND_CLASS_URGE);
	add_verb(words, CND_STR("have|had"), CND_CLASS_HAVE);
	add_form(words, CND_STR("has"), CND_CLASS_HAVE, CND_FORM_S);
}

struct cnd_words *
cnd_words_new(struct cnd_arena *arena, const struct cnd_lexicons *lexicons,
	struct cnd_error *err)
{
	struct cnd_words *words = cnd_arena_alloc(arena, sizeof(*words));

	static_assert(CND_CLASS_COUNT <= 64, "classes are bits of a word");
	words->arena = arena;
	words->buckets =
		cnd_arena_array(arena, BUCKETS, sizeof(*words->buckets));
	words->reaches =
		cnd_arena_array(arena, BUCKETS, sizeof(*words->reaches));
	words->entries = cnd_arena_grow(
		arena, NULL, 0, &words->capacity, sizeof(*words->entries));
	words->count = 1;
	add_grammar(words);
	for (const struct cnd_word_list *list = cnd_word_lists;
		list->lexicon != NULL; list++) {
		if (!add_lexicon(words, list, lexicons, err))
			return NULL;
	}
	return words;
}

/* Words of a phrase, joined by one blank, as they come. */
struct key {
	char text[KEY_BYTES];
	size_t size;
	uint32_t hash;
};

/* Adds a token's word; false for a mark, or when there is no room. */
static bool
join(struct key *key, const struct cnd_tokens *tokens, size_t at)
{
	struct cnd_str text;
	size_t from = key->size;

	if (at >= tokens->count ||
		!(tokens->items[at].flags &
			(CND_TOKEN_WORD | CND_TOKEN_NUMBER)))
		return false;
	text = tokens->items[at].text;
	if (key->size + text.len + 1 >= KEY_BYTES)
		return false;
	if (from > 0)
		key->text[key->size++] = ' ';
	memcpy(key->text + key->size, text.data, text.len);
	key->size += text.len;
	key->hash = hash_on(key->hash,
		(struct cnd_str){ key->text + from, key->size - from });
	return true;
}

/* Which readings of the phrases at a token are asked for, and found. */
struct search {
	uint64_t classes; /* looked for */
	unsigned forms; /* looked for; 0: any */
	bool is_longest_only; /* "set out" hides "set" */
	uint64_t found_classes;
	unsigned found_forms;
	size_t longest;
};

static bool
is_phrase(const struct cnd_words *words, const struct entry *entry,
	struct cnd_str phrase)
{
	return entry->len == phrase.len &&
		memcmp(words->texts + entry->phrase, phrase.data, phrase.len) ==
		0;
}

/* The readings of one phrase, of so many tokens. */
static void
read_phrase(const struct cnd_words *words, const struct key *key, size_t length,
	struct search *search)
{
	struct cnd_str phrase = { key->text, key->size };

	for (uint32_t i = words->buckets[key->hash % BUCKETS]; i != 0;
		i = words->entries[i].next) {
		const struct entry *entry = &words->entries[i];

		if (!(search->classes & CND_CLASS_BIT(entry->is_class)) ||
			(search->forms != 0 &&
				!(search->forms & entry->form)) ||
			!is_phrase(words, entry, phrase))
			continue;
		if (search->is_longest_only && search->longest < length)
			search->found_classes = 0;
		search->found_classes |= CND_CLASS_BIT(entry->is_class);
		search->found_forms |= entry->form;
		search->longest = length;
	}
}

static void
look_up(const struct cnd_tokens *tokens, size_t at, struct search *search)
{
	const struct cnd_words *words = tokens->words;
	struct key key = { .size = 0, .hash = CND_HASH32 };
	size_t most = 0;

	for (size_t i = 0; i <= most && join(&key, tokens, at + i); i++) {
		if (i == 0)
			most = words->reaches[key.hash % BUCKETS];
		read_phrase(words, &key, i + 1, search);
	}
}

void
cnd_words_classify(const struct cnd_tokens *tokens, size_t at)
{
	struct search search = { .classes = UINT64_MAX };

	look_up(tokens, at, &search);
	tokens->items[at].classes = search.found_classes;
}

size_t
cnd_token_is(const struct cnd_tokens *tokens, size_t at,
	enum cnd_class is_class, unsigned forms)
{
	struct search search = { .classes = CND_CLASS_BIT(is_class),
		.forms = forms };

	if (!cnd_token_has(tokens, at, is_class))
		return 0;
	look_up(tokens, at, &search);
	return search.longest;
}

unsigned
cnd_token_forms(const struct cnd_tokens *tokens, size_t at, uint64_t classes)
{
	struct search search = { .classes = classes };

	if (at >= tokens->count || !(tokens->items[at].classes & classes))
		return 0;
	look_up(tokens, at, &search);
	return search.found_forms;
}

uint64_t
cnd_token_verb(const struct cnd_tokens *tokens, size_t at, unsigned forms,
	size_t *length)
{
	struct search search = { .classes = CND_VERB_CLASSES,
		.forms = forms,
		.is_longest_only = true };

	*length = 1;
	if (at >= tokens->count ||
		!(tokens->items[at].classes & CND_VERB_CLASSES))
		return 0;
	look_up(tokens, at, &search);
	if (search.longest > 0)
		*length = search.longest;
	return search.found_classes;
}
