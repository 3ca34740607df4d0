/*
 * libcandour: bytes of a review report in, findings out.  No function
 * opens a file, prints, or keeps state of its own; equal bytes give equal
 * findings.  Memory that cannot be had ends the process.
 *
 *	struct candour_error err;
 *	struct candour_rules *rules = candour_rules_new(NULL, 0, &err);
 *	struct candour_report *report =
 *		candour_lint(rules, name, bytes, NULL, &err);
 *	struct candour_finding finding;
 *
 *	for (size_t i = 0; candour_report_finding(report, i,
 *			CANDOUR_BYTES, &finding); i++)
 *		...
 *	candour_report_free(report);
 *	candour_rules_free(rules);
 *
 * Link with libcandour.a and the libraries that README.md names.
 */
#ifndef CANDOUR_CANDOUR_H
#define CANDOUR_CANDOUR_H

#include "candour/types.h"

/* The library's version, "0.1.0". */
const char *candour_version(void);

/*
 * Compiles the built-in rules and `count` rule files beside them; one with
 * the path of a built-in file takes its place.  files may be NULL when
 * count is 0; the bytes are not needed afterwards.  NULL, with err filled,
 * at the first thing that is wrong.  The caller ends it with
 * candour_rules_free.
 */
struct candour_rules *candour_rules_new(const struct candour_rule_file *files,
	size_t count, struct candour_error *err);

/* Ends rules that no report uses any more.  NULL is accepted. */
void candour_rules_free(struct candour_rules *rules);

/*
 * Reads and lints one report.  The ending of name (".docx", ".md" …)
 * chooses how it is read; bytes are copied.  profile is the review's type
 * ("sar"), or NULL to go by the report's words.  NULL, with err filled,
 * when the bytes cannot be read or the profile is not known.  The caller
 * ends it with candour_report_free, before the rules.
 */
struct candour_report *candour_lint(const struct candour_rules *rules,
	struct candour_text name, struct candour_text bytes,
	const char *profile, struct candour_error *err);

/* NULL is accepted. */
void candour_report_free(struct candour_report *report);

/* How many findings a report has. */
size_t candour_report_count(const struct candour_report *report);

/*
 * Fills finding with the index-th, in the order of places; columns count
 * in unit.  False when there is none of that index.
 */
bool candour_report_finding(const struct candour_report *report, size_t index,
	enum candour_unit unit, struct candour_finding *finding);

/*
 * Renders a report as the command line would: format is a name such as
 * "text", "json", "sarif" (findings) or "csv" (the register).  The
 * text ends with a NUL that length does not count; length may be NULL.
 * The caller gives it back with candour_free.  NULL, with err filled, for
 * a format that the view does not have.
 */
char *candour_render(const struct candour_report *report,
	enum candour_view view, const char *format, size_t *length,
	struct candour_error *err);

/* Ends what candour_render made.  NULL is accepted. */
void candour_free(char *text);

#endif
