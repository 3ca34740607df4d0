/* The renderers behind the table of formats (format.c): one file each. */
#ifndef CND_FORMAT_FORMATS_H
#define CND_FORMAT_FORMATS_H

#include "format/format.h"

/* Each appends the reports to out, as struct cnd_format says. */
extern const struct cnd_format_steps cnd_format_text;
extern const struct cnd_format_steps cnd_format_unix;
extern const struct cnd_format_steps cnd_format_json;
extern const struct cnd_format_steps cnd_format_jsonl;
extern const struct cnd_format_steps cnd_format_html;
extern const struct cnd_format_steps cnd_format_sarif;
extern const struct cnd_format_steps cnd_format_github;
extern const struct cnd_format_steps cnd_format_checkstyle;
extern const struct cnd_format_steps cnd_format_rdjsonl;
extern const struct cnd_format_steps cnd_format_lsp;

extern const struct cnd_format_steps cnd_format_register_text;
extern const struct cnd_format_steps cnd_format_register_json;
extern const struct cnd_format_steps cnd_format_register_csv;
extern const struct cnd_format_steps cnd_format_register_markdown;
extern const struct cnd_format_steps cnd_format_register_html;

extern const struct cnd_format_steps cnd_format_assure_text;
extern const struct cnd_format_steps cnd_format_assure_json;
extern const struct cnd_format_steps cnd_format_assure_markdown;
extern const struct cnd_format_steps cnd_format_assure_html;

/* What was softened between reports[0] and reports[1]. */
void cnd_format_compare_text(const struct cnd_report *const *reports,
	size_t count, const struct cnd_format_options *options,
	struct cnd_buf *out);
void cnd_format_compare_markdown(const struct cnd_report *const *reports,
	size_t count, const struct cnd_format_options *options,
	struct cnd_buf *out);
void cnd_format_compare_json(const struct cnd_report *const *reports,
	size_t count, const struct cnd_format_options *options,
	struct cnd_buf *out);

#endif
