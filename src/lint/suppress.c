/*
 * Findings put aside by comments.  "ignore" holds for one block, "off" up
 * to its "on"; what is about the whole report is put aside from anywhere.
 */
#include "lint/suppress.h"

#include "base/limits.h"
#include "lint/choice.h"
#include "lint/vale_comments.h"

enum verb { VERB_IGNORE, VERB_OFF, VERB_ON };

struct comment {
	const struct cnd_directive *directive;
	enum verb verb;
	struct cnd_str rule;
	struct cnd_str reason;
	const struct cnd_directive *end; /* of an "off": its "on" */
	bool is_valid;
	bool is_used;
};

struct comments {
	struct cnd_job *job;
	struct comment *items;
	size_t count;
};

/* The comment's words as they are quoted. */
static struct cnd_str
words_of(const struct cnd_directive *directive)
{
	struct cnd_str words = cnd_str_slice(
		directive->text, sizeof("candour:") - 1, directive->text.len);

	words = cnd_str_trim(words);
	return words.len <= 80 ? words : cnd_str_slice(words, 0, 80);
}

/* Where a comment is told of: its block's first sentence. */
static struct cnd_span
span_of(const struct cnd_document *doc, const struct cnd_directive *directive)
{
	const struct cnd_block *block;

	if (doc->block_count == 0)
		return (struct cnd_span){ 0, 0 };
	block = directive->block < doc->block_count
		? &doc->blocks[directive->block]
		: &doc->blocks[doc->block_count - 1];
	if (block->sentence_count > 0)
		return doc->sentences[block->first_sentence].span;
	return block->span;
}

static void
say(struct cnd_job *job, const char *rule,
	const struct cnd_directive *directive, const char *why)
{
	const struct cnd_document *doc = job->check.doc;
	struct cnd_str words[2] = { words_of(directive), cnd_str_of(why) };

	cnd_job_say(job, rule, span_of(doc, directive), words, 2);
}

static struct cnd_str
take_word(struct cnd_str *rest)
{
	struct cnd_str text = cnd_str_trim(*rest);
	size_t at = 0;

	while (at < text.len && !cnd_is_space(text.data[at]))
		at++;
	*rest = cnd_str_trim(cnd_str_slice(text, at, text.len));
	return cnd_str_slice(text, 0, at);
}

/* "-- reason"; Word makes a dash of two hyphens.  False: no such mark. */
static bool
take_reason(struct cnd_str rest, struct cnd_str *reason)
{
	static const struct cnd_str marks[] = { CND_STR_INIT("--"),
		CND_STR_INIT("\xe2\x80\x94"), CND_STR_INIT("\xe2\x80\x93") };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (!cnd_str_starts_with(rest, marks[i]))
			continue;
		*reason = cnd_str_trim(
			cnd_str_slice(rest, marks[i].len, rest.len));
		return true;
	}
	*reason = (struct cnd_str){ 0 };
	return rest.len == 0;
}

static bool
take_verb(struct cnd_str word, enum verb *verb)
{
	static const char *const names[] = {
		[VERB_IGNORE] = "ignore",
		[VERB_OFF] = "off",
		[VERB_ON] = "on",
	};

	for (int i = 0; i <= VERB_ON; i++) {
		if (cnd_str_equal_fold(word, cnd_str_of(names[i]))) {
			*verb = (enum verb)i;
			return true;
		}
	}
	return false;
}

static bool
is_rule(const struct cnd_job *job, struct cnd_str name)
{
	const struct cnd_rule_choice choice = { .rule = name };
	size_t count = cnd_ruleset_count(job->set);

	for (size_t i = 0; i < count; i++)
		if (cnd_choice_for(&choice, 1,
			    cnd_ruleset_rule(job->set, i)->id) != NULL)
			return true;
	return false;
}

/* What is wrong with a comment; NULL when it can be obeyed. */
static const char *
parse(const struct cnd_job *job, struct comment *comment)
{
	struct cnd_str rest = cnd_str_slice(comment->directive->text,
		sizeof("candour:") - 1, comment->directive->text.len);

	if (!take_verb(take_word(&rest), &comment->verb))
		return "it begins with neither 'ignore', 'off' nor 'on'";
	comment->rule = take_word(&rest);
	if (comment->rule.len == 0 ||
		cnd_str_starts_with(comment->rule, CND_STR("--")))
		return "it names no rule";
	if (!is_rule(job, comment->rule))
		return "there is no such rule";
	if (!take_reason(rest, &comment->reason))
		return "'--' and the reason must follow the rule";
	return NULL;
}

/* The "off" that an "on" ends; NULL for none. */
static struct comment *
opened_by(struct comments *comments, struct cnd_str rule)
{
	for (size_t i = comments->count; i > 0; i--) {
		struct comment *comment = &comments->items[i - 1];

		if (comment->verb == VERB_OFF && comment->end == NULL &&
			cnd_str_equal(comment->rule, rule))
			return comment;
	}
	return NULL;
}

static void
take(struct comments *comments, const struct cnd_directive *directive)
{
	struct comment comment = { .directive = directive };
	struct comment *opened;
	const char *wrong = parse(comments->job, &comment);

	if (wrong == NULL && comment.verb == VERB_ON) {
		opened = opened_by(comments, comment.rule);
		if (opened != NULL) {
			opened->end = directive;
			return;
		}
		wrong = "no 'off' for this rule stands before it";
	}
	if (wrong != NULL) {
		say(comments->job, "document/suppression-malformed", directive,
			wrong);
		return;
	}
	comment.is_valid = comment.reason.len > 0;
	if (!comment.is_valid)
		say(comments->job, "document/suppression-reason", directive,
			"");
	comments->items[comments->count++] = comment;
}

/* Where a finding stands, and in which block. */
struct site {
	uint32_t block;
	uint32_t offset; /* in a text file */
	bool is_text;
	bool is_absence;
};

static struct site
site_of(const struct cnd_document *doc, const struct cnd_finding *finding)
{
	struct cnd_source_span source = { 0 };
	bool is_placed = cnd_document_source(doc, finding->span, &source);

	return (struct site){
		.block = cnd_document_block_at(doc, finding->span.from),
		.offset = source.from,
		.is_text = is_placed && doc->places == CND_PLACES_LINES,
		.is_absence = finding->is_absence,
	};
}

static bool
is_between(const struct comment *comment, struct site site)
{
	if (site.is_text)
		return site.offset >= comment->directive->source &&
			(comment->end == NULL ||
				site.offset < comment->end->source);
	return site.block >= comment->directive->block &&
		(comment->end == NULL || site.block <= comment->end->block);
}

static bool
holds(const struct comment *comment, struct cnd_str rule, struct site site)
{
	const struct cnd_rule_choice choice = { .rule = comment->rule };

	if (!comment->is_valid || cnd_choice_for(&choice, 1, rule) == NULL)
		return false;
	if (site.is_absence)
		return true;
	if (site.block == CND_NONE)
		return false;
	return comment->verb == VERB_IGNORE
		? site.block == comment->directive->block
		: is_between(comment, site);
}

/* The first comment that puts the finding aside; all such are of use. */
static const struct comment *
find(struct comments *comments, const struct cnd_finding *finding)
{
	struct site site = site_of(comments->job->check.doc, finding);
	const struct comment *found = NULL;

	for (size_t i = 0; i < comments->count; i++) {
		struct comment *comment = &comments->items[i];

		if (!holds(comment, finding->rule->id, site))
			continue;
		comment->is_used = true;
		if (found == NULL)
			found = comment;
	}
	return found;
}

/* Whether comments to Vale put a finding of a style aside. */
static bool
is_off_in_vale(
	const struct comments *comments, const struct cnd_finding *finding)
{
	/* The info is a rule's first member. */
	const struct cnd_rule *rule = (const struct cnd_rule *)finding->rule;
	unsigned whole = CND_VALE_RAW | CND_VALE_SUMMARY;

	return rule->is_vale &&
		cnd_vale_comments_hold(comments->job->check.doc, finding,
			(cnd_vale_scope_parts(rule->vale_scope) & whole) != 0);
}

static void
put_aside(struct comments *comments, struct cnd_report *report)
{
	struct cnd_check *check = &comments->job->check;
	struct cnd_suppressed *aside = NULL;
	size_t capacity = 0;
	size_t kept = 0;

	for (size_t i = 0; i < check->finding_count; i++) {
		const struct comment *comment =
			find(comments, &check->findings[i]);

		if (comment == NULL &&
			!is_off_in_vale(comments, &check->findings[i])) {
			check->findings[kept++] = check->findings[i];
			continue;
		}
		aside = cnd_arena_grow(report->arena, aside,
			report->suppressed_count, &capacity, sizeof(*aside));
		aside[report->suppressed_count++] =
			(struct cnd_suppressed){ check->findings[i],
				comment == NULL ? CND_STR("a comment to Vale")
						: comment->reason };
	}
	check->finding_count = kept;
	report->suppressed = aside;
}

/* Whether one of the rules that a comment names runs at all. */
static bool
is_running(const struct cnd_job *job, struct cnd_str name)
{
	const struct cnd_rule_choice choice = { .rule = name };
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(job->set, &count);

	for (size_t i = 0; i < count; i++)
		if (cnd_choice_for(&choice, 1, rules[i].info.id) != NULL &&
			cnd_job_setting(job, &rules[i]).is_on)
			return true;
	return false;
}

static void
say_unused(struct comments *comments)
{
	for (size_t i = 0; i < comments->count; i++) {
		const struct comment *comment = &comments->items[i];

		if (comment->is_valid && !comment->is_used &&
			is_running(comments->job, comment->rule))
			say(comments->job, "document/suppression-unused",
				comment->directive, "");
	}
}

void
cnd_job_suppress(struct cnd_job *job, struct cnd_report *report)
{
	const struct cnd_document *doc = job->check.doc;
	struct comments comments = { .job = job };
	size_t count = doc->directive_count;

	if (count == 0)
		return;
	if (count > CND_LIMIT_SUPPRESSIONS) {
		say(job, "document/suppression-malformed",
			&doc->directives[CND_LIMIT_SUPPRESSIONS],
			"there are too many such comments; from here on they "
			"are not read");
		count = CND_LIMIT_SUPPRESSIONS;
	}
	/* What is put aside keeps the fingerprint it would have had. */
	cnd_findings_sort(doc, job->check.findings, job->check.finding_count);
	cnd_findings_mark(doc, job->check.findings, job->check.finding_count);
	comments.items = cnd_arena_array(
		job->check.arena, count, sizeof(*comments.items));
	for (size_t i = 0; i < count; i++)
		if (!cnd_vale_comment_is(&doc->directives[i]))
			take(&comments, &doc->directives[i]);
	put_aside(&comments, report);
	say_unused(&comments);
}
