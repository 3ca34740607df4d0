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

/* One page.  Rules and groups are told apart by their index here. */
struct cnd_page {
	const struct cnd_format_options *options;
	struct cnd_arena *arena;
	struct cnd_buf *out;
	const struct cnd_report *const *reports;
	size_t count;
	const struct cnd_rule_info **rules; /* that found something, by id */
	size_t rule_count;
	struct cnd_str *groups; /* "language", in order */
	size_t group_count;
};

/* One report of a page. */
struct cnd_page_report {
	const struct cnd_page *page;
	const struct cnd_report *report;
	size_t number; /* from 1; 0 where the text is not on the page */
	bool *is_told; /* of each rule: its advice was given above */
};

/* Whether a finding is about the whole report and marks no words. */
bool cnd_page_is_whole(const struct cnd_finding *finding);

/* Appends ` class="KIND f warning g3"`: what the filters go by. */
void cnd_page_class(const struct cnd_page *page, const char *kind,
	const struct cnd_finding *finding);

/* page_note.c */

/* The notes of findings[from, to) as a list; nothing for none. */
void cnd_page_notes(const struct cnd_page_report *part,
	const uint32_t *findings, size_t count);

/* The notes about the whole report, with their heading. */
void cnd_page_whole_notes(const struct cnd_page_report *part);

/* Every note, where no words of the report may be shown. */
void cnd_page_all_notes(const struct cnd_page_report *part);

/* What each rule of the page is for. */
void cnd_page_rules(const struct cnd_page *page);

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
