/*
 * The public functions: a thin skin over lint/ and format/ that gives
 * values away and keeps structs to itself.
 */
#include "candour/candour.h"

#include "base/oom.h"
#include "format/format.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct candour_rules {
	struct cnd_ruleset *set;
};

struct candour_report {
	struct cnd_arena *arena; /* owns the bytes and the name */
	struct cnd_document *doc;
	struct cnd_report *report;
};

const char *
candour_version(void)
{
	return CND_VERSION;
}

static struct cnd_str
from_text(struct candour_text text)
{
	return (struct cnd_str){ text.data, text.length };
}

static struct candour_text
to_text(struct cnd_str s)
{
	return (struct candour_text){ s.data, s.len };
}

static void
tell(const struct cnd_error *from, struct candour_error *to)
{
	memset(to, 0, sizeof(*to));
	to->line = from->line;
	to->column = from->column;
	snprintf(to->path, sizeof(to->path), "%s", from->path);
	snprintf(to->message, sizeof(to->message), "%s", from->message);
}

struct candour_rules *
candour_rules_new(const struct candour_rule_file *files, size_t count,
	struct candour_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	size_t builtin_count;
	const struct cnd_rule_file *builtin = cnd_builtin_rules(&builtin_count);
	struct cnd_rule_file *all =
		cnd_arena_array(arena, builtin_count + count + 1, sizeof(*all));
	struct cnd_error cause = { 0 };
	struct candour_rules *rules = NULL;
	struct cnd_ruleset *set;

	for (size_t i = 0; i < builtin_count; i++) {
		all[i] = builtin[i];
		all[i].is_trusted = true;
	}
	for (size_t i = 0; i < count; i++) {
		all[builtin_count + i].path = from_text(files[i].path);
		all[builtin_count + i].bytes = from_text(files[i].bytes);
	}
	set = cnd_ruleset_new(all, builtin_count + count, &cause);
	if (set == NULL) {
		tell(&cause, err);
	} else {
		rules = cnd_xcalloc(1, sizeof(*rules));
		rules->set = set;
	}
	cnd_arena_free(arena);
	return rules;
}

void
candour_rules_free(struct candour_rules *rules)
{
	if (rules == NULL)
		return;
	cnd_ruleset_free(rules->set);
	free(rules);
}

struct candour_report *
candour_lint(const struct candour_rules *rules, struct candour_text name,
	struct candour_text bytes, const char *profile,
	struct candour_error *err)
{
	struct candour_report *made = cnd_xcalloc(1, sizeof(*made));
	struct cnd_lint_options options = {
		.profile = cnd_str_of(profile == NULL ? "" : profile)
	};
	struct cnd_error cause = { 0 };

	made->arena = cnd_arena_new();
	options.profile = cnd_arena_copy(made->arena, options.profile);
	made->doc = cnd_read(cnd_arena_copy(made->arena, from_text(name)),
		cnd_arena_copy(made->arena, from_text(bytes)), &cause);
	if (made->doc != NULL)
		made->report =
			cnd_lint(rules->set, made->doc, &options, &cause);
	if (made->report != NULL)
		return made;
	tell(&cause, err);
	candour_report_free(made);
	return NULL;
}

void
candour_report_free(struct candour_report *report)
{
	if (report == NULL)
		return;
	cnd_report_free(report->report);
	cnd_document_free(report->doc);
	cnd_arena_free(report->arena);
	free(report);
}

size_t
candour_report_count(const struct candour_report *report)
{
	return report->report->finding_count;
}

bool
candour_report_finding(const struct candour_report *report, size_t index,
	enum candour_unit unit, struct candour_finding *finding)
{
	static const enum cnd_unit units[] = { CND_UNIT_BYTE,
		CND_UNIT_CODE_POINT, CND_UNIT_UTF16 };
	static const enum candour_level levels[] = { CANDOUR_SUGGESTION,
		CANDOUR_WARNING, CANDOUR_ERROR };
	const struct cnd_finding *from;
	struct cnd_place place;

	memset(finding, 0, sizeof(*finding));
	if (index >= report->report->finding_count)
		return false;
	from = &report->report->findings[index];
	place = cnd_document_place(report->doc, from->span, units[unit]);
	finding->rule = to_text(from->rule->id);
	finding->level = levels[from->level];
	finding->message = to_text(from->message);
	if (!from->is_absence)
		finding->quote =
			to_text(cnd_document_text(report->doc, from->span));
	finding->label = to_text(place.label);
	finding->section = to_text(place.section);
	finding->fix = to_text(from->rule->fix);
	finding->line = place.line;
	finding->column = place.column;
	finding->end_line = place.end_line;
	finding->end_column = place.end_column;
	finding->page = place.page;
	finding->is_absence = from->is_absence;
	finding->fingerprint = from->fingerprint;
	return true;
}

char *
candour_render(const struct candour_report *report, enum candour_view view,
	const char *format, size_t *length, struct candour_error *err)
{
	static const enum cnd_view views[] = { CND_VIEW_FINDINGS,
		CND_VIEW_REGISTER, CND_VIEW_ASSURANCE };
	const struct cnd_report *reports[] = { report->report };
	struct cnd_format_options options = { 0 };
	struct cnd_error cause = { 0 };
	struct cnd_buf out = { 0 };
	const struct cnd_format *how =
		cnd_format_find(views[view], cnd_str_of(format), &cause);

	if (how == NULL) {
		tell(&cause, err);
		return NULL;
	}
	cnd_format_render(how, reports, 1, &options, &out);
	if (length != NULL)
		*length = out.len;
	cnd_buf_putc(&out, '\0');
	return out.data;
}

void
candour_free(char *text)
{
	free(text);
}
