/* What words stand in a range: qualities, products, figures, means. */
#include "review/anatomy_judge.h"

/* A figure; not a year, an age, a section of an Act. */
bool
cnd_is_figure(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_flag(tokens, i, CND_TOKEN_NUMBER)) {
		struct cnd_str text = tokens->items[i].text;
		bool is_year = text.len >= 4 &&
			(cnd_str_starts_with(text, CND_STR("19")) ||
				cnd_str_starts_with(text, CND_STR("20")));

		if (is_year ||
			cnd_token_reads_any(tokens, i + 1,
				"year|years|year-olds|"
				"year-old|and") ||
			(i > 0 &&
				cnd_token_reads_any(tokens, i - 1,
					"aged|age|ages|section|sections|part|"
					"schedule|article|paragraph|chapter|"
					"regulation|rule|key|stage|stages|"
					"group|band|level|grade|year|no|"
					"category|and|class|annex|phase")))
			return false;
		return true;
	}
	return cnd_token_has(tokens, i, CND_CLASS_NUMBER) &&
		!cnd_token_reads(tokens, i, "one") &&
		!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL);
}

/* The end of the first noun phrase: at a preposition or a mark. */
size_t
cnd_phrase_end(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION) ||
			!cnd_token_flag(
				tokens, i, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
			return i;
	}
	return range.to;
}

static bool
has_abstract_head(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = cnd_phrase_end(tokens, range);

	/* "a needs analysis": what is done is known */
	for (size_t i = range.from; i + 1 < end; i++)
		if (cnd_token_is(tokens, i, CND_CLASS_PRODUCT, 0) == end - i)
			return false;
	for (size_t i = range.from; i < end; i++) {
		if (cnd_token_is(tokens, i, CND_CLASS_ABSTRACT, 0) == end - i)
			return true;
	}
	return false;
}

struct cnd_profile
cnd_profile_of(const struct cnd_tokens *tokens, struct cnd_range range)
{
	struct cnd_profile profile = { .is_empty = range.from >= range.to };
	size_t head_end = cnd_phrase_end(tokens, range);

	for (size_t i = range.from; i < range.to; i++) {
		profile.quality += cnd_token_has(tokens, i, CND_CLASS_QUALITY);
		profile.abstract +=
			cnd_token_has(tokens, i, CND_CLASS_ABSTRACT);
		profile.product += cnd_token_has(tokens, i, CND_CLASS_PRODUCT);
		profile.resource +=
			cnd_token_has(tokens, i, CND_CLASS_RESOURCE);
		profile.checkable +=
			cnd_token_has(tokens, i, CND_CLASS_CHECKABLE);
		profile.steps += i < head_end &&
			cnd_token_has(tokens, i, CND_CLASS_STEPS);
		profile.unsteady +=
			cnd_token_has(tokens, i, CND_CLASS_NOW_AND_THEN);
		profile.number += cnd_is_figure(tokens, i);
	}
	profile.is_head_abstract = has_abstract_head(tokens, range);
	return profile;
}

bool
cnd_predicate_is(const struct cnd_predicate *predicate, enum cnd_class class)
{
	return (predicate->classes & CND_CLASS_BIT(class)) != 0;
}

/* What is acted on: the object, or the subject of a passive. */
struct cnd_range
cnd_patient_of(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range subject = predicate->subject;

	if (predicate->voice != CND_VOICE_PASSIVE)
		return predicate->object;
	while (subject.to > subject.from &&
		(cnd_token_has(tokens, subject.to - 1, CND_CLASS_MODAL) ||
			cnd_token_has(tokens, subject.to - 1, CND_CLASS_BE) ||
			cnd_token_has(tokens, subject.to - 1, CND_CLASS_HAVE) ||
			cnd_token_reads(tokens, subject.to - 1, "to") ||
			cnd_token_is_adverb(tokens, subject.to - 1)))
		subject.to--;
	return subject;
}

/* "through a checklist", "using the tool": a means that is a thing. */
bool
cnd_has_means(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (!cnd_token_reads(tokens, i, "through") &&
			!cnd_token_reads(tokens, i, "via") &&
			!cnd_token_reads(tokens, i, "using"))
			continue;
		for (size_t k = i + 1; k < range.to && k < i + 8; k++) {
			if (!cnd_token_has(tokens, k, CND_CLASS_PRODUCT))
				continue;
			return cnd_token_has(
				       tokens, i + 1, CND_CLASS_INDEFINITE) ||
				cnd_token_has(
					tokens, i + 1, CND_CLASS_PRODUCT) ||
				cnd_is_figure(tokens, i + 1);
		}
	}
	return false;
}

/* "by R17 billion", "to 12", "50 %": a direction with a figure. */
bool
cnd_has_figure(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from + 1; i < range.to; i++) {
		if (cnd_is_figure(tokens, i) &&
			(cnd_token_reads(tokens, i - 1, "by") ||
				cnd_token_reads(tokens, i - 1, "to") ||
				cnd_token_reads(tokens, i - 1, "least") ||
				cnd_token_reads(tokens, i - 1, "than") ||
				cnd_token_reads(tokens, i - 1, "within") ||
				cnd_token_reads(tokens, i + 1, "%")))
			return true;
	}
	return false;
}

/* Money asked for. */
bool
cnd_has_resource(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = cnd_phrase_end(tokens, range);

	for (size_t i = range.from; i < end; i++) {
		if (cnd_token_is(tokens, i, CND_CLASS_RESOURCE, 0) == end - i)
			return true;
	}
	return false;
}

/* "a system to …", "a process for …": one, and it is said what for. */
bool
cnd_is_single_system(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = cnd_phrase_end(tokens, range);

	return end > range.from + 1 &&
		cnd_token_has(tokens, range.from, CND_CLASS_INDEFINITE) &&
		cnd_token_reads_any(tokens, end - 1,
			"system|process|mechanism|framework|model|structure|"
			"method|service|facility|route|pathway|function|"
			"role|arrangement|network|regime|approach") &&
		cnd_token_reads_any(
			tokens, end, "to|for|that|which|under|by|whereby") &&
		!cnd_token_reads_any(tokens, end - 1, "approach");
}
