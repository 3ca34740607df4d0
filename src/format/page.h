/*
 * The page of findings, in parts; shared by format_html.c, the page_*.c
 * files and the pages of register and assurance, and by nothing else.
 * Whatever comes from a report or a rule is escaped, and nothing on a page
 * is asked for from outside of it.
 */
#ifndef CND_FORMAT_PAGE_H
#define CND_FORMAT_PAGE_H

#include "format/format.h"
#include "format/html.h"
#include "format/show.h"

/* A rule that found something; number: in the order met. */
struct cnd_page_rule {
	const struct cnd_rule_info *info;
	size_t number;
};

struct cnd_page_group {
	struct cnd_str name; /* "language" */
	size_t findings;
};

/*
 * One page, which grows report by report.  Rules and groups are told apart
 * on it by the order in which they were met.
 */
struct cnd_page {
	const struct cnd_format_options *options;
	struct cnd_arena *kept; /* as long as the page */
	struct cnd_arena *arena; /* of the report at hand */
	struct cnd_buf *out;
	struct cnd_counts counts;
	struct cnd_page_rule *rules; /* by id */
	size_t rule_count;
	size_t rule_capacity;
	struct cnd_page_group *groups; /* in the order met */
	size_t group_count;
	size_t group_capacity;
};

/* One report of a page. */
struct cnd_page_report {
	const struct cnd_page *page;
	const struct cnd_report *report;
	size_t number; /* from 1; 0 where the text is not on the page */
	bool *is_told; /* of each rule, by number: its advice was given */
};

/* Whether a finding is about the whole report and marks no words. */
bool cnd_page_is_whole(const struct cnd_finding *finding);

/* page_rules.c */

/* Takes in the rules of a report, before anything of it is put. */
void cnd_page_gather(struct cnd_page *page, const struct cnd_report *report);

/* The number of a rule that was taken in. */
size_t cnd_page_rule_number(
	const struct cnd_page *page, const struct cnd_rule_info *rule);

/* Appends ` class="KIND f warning g3"`: what the filters go by. */
void cnd_page_class(const struct cnd_page *page, const char *kind,
	const struct cnd_finding *finding);

/* The numbers of the groups in the order of their names; in page->arena. */
const size_t *cnd_page_groups(const struct cnd_page *page);

/* What each rule of the page is for. */
void cnd_page_rules(const struct cnd_page *page);

/* page_note.c */

/* The notes of findings[from, to) as a list; nothing for none. */
void cnd_page_notes(const struct cnd_page_report *part,
	const uint32_t *findings, size_t count);

/* The notes about the whole report, with their heading. */
void cnd_page_whole_notes(const struct cnd_page_report *part);

/* Every note, where no words of the report may be shown. */
void cnd_page_all_notes(const struct cnd_page_report *part);

/* page_text.c */

/* The report's text with its findings marked and their notes beside it. */
void cnd_page_text(const struct cnd_page_report *part);

/* page_map.c */

/* What the filters do, for the page's style. */
void cnd_page_filter_style(const struct cnd_page *page, struct cnd_buf *out);

/* What may be shown and hidden. */
void cnd_page_filters(const struct cnd_page *page);

/* The report as one strip with a tick for each finding; stays in sight. */
void cnd_page_strip(const struct cnd_page_report *part);

/* Where in the report the findings lie, section by section. */
void cnd_page_map(const struct cnd_page_report *part);

/* page_tables.c */

/* The register of recommendations. */
void cnd_page_register(const struct cnd_page_report *part);

/* Statements of accountability, and disagreements. */
void cnd_page_assurance(const struct cnd_page_report *part);

/*
 * A whole page that has nothing but such tables of each report, in the steps
 * of a rendering.
 */
void cnd_page_tables_start(const char *title, struct cnd_rendering *rendering);
void cnd_page_tables_put(struct cnd_rendering *rendering,
	const struct cnd_report *report,
	void (*put)(const struct cnd_page_report *part));
void cnd_page_tables_finish(struct cnd_rendering *rendering);

#endif
