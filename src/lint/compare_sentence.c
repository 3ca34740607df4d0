/*
 * Sentences of two drafts paired by their words: bodies that the new one
 * no longer names, and criticism that has lost whom it is of.
 */
#include "base/buf.h"
#include "lint/compare_parts.h"
#include "lint/similar.h"
#include "text/unicode.h"
#include "text/word.h"

/* Below this a sentence was replaced, not reworded. */
static const double alike_sentence = 0.42;

enum { MOST_BODIES = 8, MOST_WORDS = 400 };

/* Nouns that end the name of a body, and say by themselves which. */
static const char *const strong_heads[] = { "council", "board", "trust",
	"police", "constabulary", "hospital", "partnership", "agency",
	"authority", "college", "school", "surgery", "probation", "ministry",
	"commission", "society", "icb", "ccg", "nhs", "camhs", "cps", "cqc",
	"dwp", "infirmary", "association", NULL };

/* Nouns that do so only with the word before them. */
static const char *const weak_heads[] = { "service", "services", "team",
	"department", "practice", "home", "centre", "unit", "group", "office",
	"care", "health", "housing", "court", "clinic", "ward", "prison",
	NULL };

/* Whoever may be the subject of criticism, in small letters too. */
static const char *const actors[] = { "agencies", "agency", "organisation",
	"organisations", "professionals", "professional", "practitioner",
	"practitioners", "services", "partners", "staff", "worker", "workers",
	"gp", "gps", "doctor", "doctors", "nurse", "nurses", "officer",
	"officers", "manager", "managers", "midwife", "midwives", "visitor",
	"visitors", "psychiatrist", "consultant", "teacher", "teachers",
	"clinician", "clinicians", "paramedic", "paramedics", "coordinator",
	"leaders", "panel", "chair", "they", "he", "she", "we", "mr", "ms",
	"mrs", "dr", "police", "council", "hospital", "school", "trust",
	"board", "surgeon", "registrar", "sergeant", "constable", "inspector",
	"team", "teams", "ward", "surgery", "college", "probation", "service",
	"practice", "landlord", "provider", "home", "force", "department",
	"authority", NULL };

/* What a sentence that criticises holds, in small letters. */
static const char *const critical[] = { "failed", "failure", "failing",
	"did not", "didn't", "missed", "neglected", "omitted", "should have",
	"could have", "delayed", "delay", "ignored", "wrongly", "breach",
	"refused", "overlooked", "was not", "were not", "not been", "had not",
	"has not", "fell short", "lost", "lack", "never", "without",
	"inadequate", "poor", "too late", "opportunit", "no ", "gap", NULL };

static const char *const joining[] = { "of", "and", "the", "for", "&", "in",
	NULL };

static bool
is_one_of(struct cnd_str word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (cnd_str_equal_fold(word, cnd_str_of(*list)))
			return true;
	return false;
}

static bool
holds_one_of(struct cnd_str text, const char *const *list)
{
	for (; *list != NULL; list++)
		if (cnd_str_find(text, cnd_str_of(*list)) != CND_NOT_FOUND)
			return true;
	return false;
}

/* A sentence cut into words. */
struct sentence {
	struct cnd_str text;
	struct cnd_str folded; /* of text */
	struct cnd_str words[MOST_WORDS];
	size_t count;
};

static void
read_sentence(
	struct cnd_arena *arena, struct cnd_str text, struct sentence *sentence)
{
	struct cnd_buf folded = { 0 };
	struct cnd_word word;
	size_t at = 0;

	cnd_fold_prose(text, &folded);
	sentence->text = text;
	sentence->folded = cnd_arena_copy(arena, cnd_buf_str(&folded));
	sentence->count = 0;
	while (sentence->count < MOST_WORDS && cnd_word_next(text, &at, &word))
		sentence->words[sentence->count++] =
			cnd_str_slice(text, word.from, word.to);
	cnd_buf_dispose(&folded);
}

/* The name of a body: words of the sentence. */
struct body {
	size_t first;
	size_t last; /* its head */
	bool is_weak; /* the head needs the word before it */
};

static bool
is_capital(struct cnd_str word)
{
	return word.len > 0 && word.data[0] >= 'A' && word.data[0] <= 'Z';
}

/* "Anyshire Council and Eastford Trust", "A Council, B Trust" are two. */
static bool
ends_name(const struct sentence *sentence, size_t at)
{
	struct cnd_str word = sentence->words[at];
	struct cnd_str next = sentence->words[at + 1];
	const char *after = word.data + word.len;

	if (*after == ',' || *after == ';')
		return true;
	return is_one_of(word, strong_heads) &&
		(cnd_str_equal_fold(next, CND_STR("and")) || *after == '&');
}

/* How far back a name goes from its head. */
static size_t
start_of(const struct sentence *sentence, size_t head)
{
	size_t first = head;

	for (size_t i = head; i > 0; i--) {
		if (ends_name(sentence, i - 1))
			break;
		if (is_capital(sentence->words[i - 1]))
			first = i - 1;
		else if (!is_one_of(sentence->words[i - 1], joining))
			break;
	}
	/* "The Trust": its article is no name. */
	if (first < head && is_one_of(sentence->words[first], joining))
		first++;
	return first;
}

/* The bodies named, with capitals, in a sentence. */
static size_t
bodies_of(const struct sentence *sentence, struct body *bodies)
{
	size_t count = 0;

	for (size_t i = 0; i < sentence->count && count < MOST_BODIES; i++) {
		struct cnd_str word = sentence->words[i];
		bool is_weak = is_one_of(word, weak_heads);
		struct body body = { start_of(sentence, i), i, is_weak };

		if (!is_capital(word) ||
			(!is_weak && !is_one_of(word, strong_heads)) ||
			(is_weak && body.first == i))
			continue;
		/* "Anyshire Hospital Trust" is one, with the later head. */
		if (count > 0 && body.first <= bodies[count - 1].last)
			count--;
		bodies[count++] = body;
	}
	return count;
}

static bool
has_word(const struct sentence *sentence, struct cnd_str word)
{
	for (size_t i = 0; i < sentence->count; i++)
		if (cnd_str_equal_fold(sentence->words[i], word))
			return true;
	return false;
}

/* Its initials, as an abbreviation the report may use: "ASAB". */
static bool
has_initials(const struct sentence *was, const struct body *body,
	const struct sentence *is)
{
	char initials[MOST_BODIES];
	size_t count = 0;

	for (size_t i = body->first;
		i <= body->last && count < sizeof(initials); i++)
		if (is_capital(was->words[i]))
			initials[count++] = was->words[i].data[0];
	return count > 1 && has_word(is, (struct cnd_str){ initials, count });
}

/* A form that the report defined for it, either way. */
static bool
has_other_form(const struct cnd_report *report, struct cnd_str name,
	const struct sentence *is)
{
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < review->abbreviation_count; i++) {
		const struct cnd_abbreviation *it = &review->abbreviations[i];
		bool is_short = cnd_str_equal_fold(it->shorter, name);
		bool is_long = cnd_str_find(it->longer, name) != CND_NOT_FOUND;

		if ((is_long &&
			    cnd_str_find(is->text, it->shorter) !=
				    CND_NOT_FOUND) ||
			(is_short &&
				cnd_str_find(is->text, it->longer) !=
					CND_NOT_FOUND))
			return true;
	}
	return false;
}

static struct cnd_str
name_of(const struct sentence *sentence, const struct body *body)
{
	const char *from = sentence->words[body->first].data;
	struct cnd_str last = sentence->words[body->last];

	return (struct cnd_str){ from, (size_t)(last.data + last.len - from) };
}

/* The new sentence still says which body it is. */
static bool
is_kept(const struct cnd_comparison *comparison, const struct sentence *was,
	const struct body *body, const struct sentence *is)
{
	struct cnd_str head = was->words[body->last];
	struct cnd_str name = name_of(was, body);

	if (cnd_str_find(is->text, name) != CND_NOT_FOUND ||
		has_initials(was, body, is) ||
		has_other_form(comparison->was, name, is) ||
		has_other_form(comparison->is, name, is))
		return true;
	if (!has_word(is, head))
		return false;
	return !body->is_weak || has_word(is, was->words[body->last - 1]);
}

/* "with the school", "to Anyshire Police": told of, but not who did it. */
static bool
is_object(const struct sentence *sentence, size_t at)
{
	static const char *const before[] = { "with", "to", "in", "from", "at",
		"on", "for", "about", NULL };

	for (size_t back = 1; back <= 4 && back <= at; back++) {
		if (is_one_of(sentence->words[at - back], before))
			return true;
		if (cnd_str_equal_fold(
			    sentence->words[at - back], CND_STR("by")))
			return false;
	}
	return false;
}

/* "The school was not told": it is what others did to it. */
static bool
is_receiver(const struct sentence *sentence, size_t at)
{
	static const char *const be[] = { "was", "were", "had", "has", "have",
		"been", "is", "are", NULL };
	static const char *const not [] = { "not", "never", "no", "longer",
		NULL };
	static const char *const done[] = { "told", "informed", "given",
		"asked", "invited", "consulted", "shown", "offered",
		"contacted", "notified", "warned", "alerted", "sent", "advised",
		"involved", "visited", "seen", "assessed", "referred", "called",
		NULL };
	size_t i = at + 1;

	while (i < sentence->count &&
		(is_one_of(sentence->words[i], be) ||
			is_one_of(sentence->words[i], not )))
		i++;
	return i > at + 1 && i < sentence->count &&
		is_one_of(sentence->words[i], done);
}

/* "… that he had left": what was not done was done by somebody else. */
static bool
is_told_of(const struct sentence *sentence, size_t at)
{
	static const char *const pronouns[] = { "he", "she", "they", NULL };

	if (at == 0 || at >= sentence->count)
		return false;
	return is_one_of(sentence->words[at], pronouns) &&
		cnd_str_equal_fold(sentence->words[at - 1], CND_STR("that"));
}

/* Somebody who may have done what the sentence tells. */
static bool
has_actor(const struct sentence *sentence)
{
	struct body bodies[MOST_BODIES];

	size_t count = bodies_of(sentence, bodies);

	for (size_t i = 0; i < count; i++)
		if (!is_object(sentence, bodies[i].first) &&
			!is_receiver(sentence, bodies[i].last))
			return true;
	for (size_t i = 0; i < sentence->count; i++)
		if (is_one_of(sentence->words[i], actors) &&
			!is_object(sentence, i) && !is_receiver(sentence, i) &&
			!is_told_of(sentence, i))
			return true;
	return false;
}

/* "It", "They": who it is, the sentence before says. */
static bool
begins_with_pronoun(struct cnd_str text)
{
	static const char *const pronouns[] = { "it", "they", "he", "she",
		"this", "these", NULL };
	struct cnd_word word;
	size_t at = 0;

	return cnd_word_next(text, &at, &word) &&
		is_one_of(cnd_str_slice(text, word.from, word.to), pronouns);
}

/* A sentence made two names its bodies in either. */
static bool
is_named_beside(const struct cnd_comparison *comparison, struct cnd_str name,
	struct cnd_span is_span)
{
	const struct cnd_document *doc = comparison->is->doc;
	uint32_t at = cnd_document_sentence_at(doc, is_span.from);

	for (uint32_t next = at; at != CND_NONE && next <= at + 1; next++) {
		struct cnd_span pair;

		if (next == 0 || next >= doc->sentence_count)
			continue;
		pair.from = doc->sentences[next - 1].span.from;
		pair.to = doc->sentences[next].span.to;
		if (begins_with_pronoun(cnd_document_text(
			    doc, doc->sentences[next].span)) &&
			cnd_str_find(cnd_document_text(doc, pair), name) !=
				CND_NOT_FOUND)
			return true;
	}
	return false;
}

static void
compare_pair(struct cnd_comparison *comparison, struct cnd_span was_span,
	struct cnd_span is_span)
{
	struct cnd_arena *arena = comparison->losses->arena;
	struct sentence was;
	struct sentence is;
	struct body bodies[MOST_BODIES];
	struct body others[MOST_BODIES];
	size_t count;
	struct cnd_loss loss = { .kind = "criticism-agentless",
		.was = was_span };

	read_sentence(
		arena, cnd_document_text(comparison->was->doc, was_span), &was);
	read_sentence(
		arena, cnd_document_text(comparison->is->doc, is_span), &is);
	if (cnd_str_equal(was.folded, is.folded))
		return;
	if (holds_one_of(was.folded, critical) &&
		holds_one_of(is.folded, critical) && has_actor(&was) &&
		!has_actor(&is)) {
		loss.message = CND_STR("the criticism no longer says whom it "
				       "is of");
		cnd_loss_add(comparison, loss, &is_span);
		return;
	}
	count = bodies_of(&was, bodies);
	/* Another body in its place is a correction. */
	if (bodies_of(&is, others) >= count)
		return;
	loss.kind = "agency-unnamed";
	for (size_t i = 0; i < count; i++) {
		if (is_kept(comparison, &was, &bodies[i], &is) ||
			is_named_beside(
				comparison, name_of(&was, &bodies[i]), is_span))
			continue;
		loss.message =
			cnd_arena_printf(arena, "'%.*s' is no longer named",
				CND_STR_ARG(name_of(&was, &bodies[i])));
		cnd_loss_add(comparison, loss, &is_span);
	}
}

static struct cnd_texts
texts_of(struct cnd_arena *arena, const struct cnd_document *doc)
{
	struct cnd_str *texts =
		cnd_arena_array(arena, doc->sentence_count + 1, sizeof(*texts));

	for (size_t i = 0; i < doc->sentence_count; i++)
		texts[i] = cnd_document_text(doc, doc->sentences[i].span);
	return (struct cnd_texts){ texts, doc->sentence_count };
}

/* The old sentences of which something is told already. */
static bool *
told_already(const struct cnd_comparison *comparison)
{
	const struct cnd_losses *losses = comparison->losses;
	const struct cnd_document *doc = comparison->was->doc;
	bool *told = cnd_arena_array(
		losses->arena, doc->sentence_count + 1, sizeof(*told));

	for (size_t i = 0; i < losses->count; i++) {
		uint32_t at = cnd_document_sentence_at(
			doc, losses->items[i].was.from);

		if (at != CND_NONE)
			told[at] = true;
	}
	return told;
}

void
cnd_compare_sentences(struct cnd_comparison *comparison)
{
	const struct cnd_document *was = comparison->was->doc;
	const struct cnd_document *is = comparison->is->doc;
	struct cnd_arena *arena = comparison->losses->arena;
	const bool *told = told_already(comparison);
	const uint32_t *pairs = cnd_similar_pairs(arena, texts_of(arena, was),
		texts_of(arena, is), alike_sentence);

	for (size_t i = 0; i < was->sentence_count; i++)
		if (pairs[i] != CND_UNLIKE && !told[i])
			compare_pair(comparison, was->sentences[i].span,
				is->sentences[pairs[i]].span);
}
