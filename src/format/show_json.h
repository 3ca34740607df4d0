/* Parts of JSON that several formats write alike. */
#ifndef CND_FORMAT_SHOW_JSON_H
#define CND_FORMAT_SHOW_JSON_H

#include "base/json.h"
#include "format/format.h"

/* What a JSON rendering is made with. */
struct cnd_json_context {
	struct cnd_json json;
	const struct cnd_format_options *options;
	struct cnd_arena *scratch;
};

/* Starts one that writes to out; cnd_show_json_end frees its scratch. */
struct cnd_json_context cnd_show_json_start(
	const struct cnd_format_options *options, struct cnd_buf *out);
void cnd_show_json_end(struct cnd_json_context *context);

/*
 * The same for a rendering in steps, in its arena: kept as its state, the
 * scratch of one report forgotten by cnd_show_json_next.
 */
struct cnd_json_context *cnd_show_json_keep(struct cnd_rendering *rendering);
void cnd_show_json_next(struct cnd_json_context *context);

/* A line number; null for 0. */
void cnd_show_json_number(struct cnd_json *json, const char *key, uint32_t n);

/* key: the text; null when it is empty. */
void cnd_show_json_text(
	struct cnd_json *json, const char *key, struct cnd_str text);

/* key: words taken from the report; null when empty or redacted. */
void cnd_show_json_secret(
	struct cnd_json_context *context, const char *key, struct cnd_str text);

/* key: the words of a span as they stand; null when redacted. */
void cnd_show_json_words(struct cnd_json_context *context, const char *key,
	const struct cnd_document *doc, struct cnd_span span);

/* "path", "profile", "profile_source" of a report. */
void cnd_show_json_report(
	struct cnd_json_context *context, const struct cnd_report *report);

/*
 * The members of a finding, without braces: rule, level, message, place,
 * quote, related, edits, link, fingerprint.
 */
void cnd_show_json_finding(struct cnd_json_context *context,
	const struct cnd_report *report, const struct cnd_finding *finding,
	uint32_t occurrence);

/*
 * Opens the document every view shares: {"version": 1, "tool": …,
 * "files": [ … and what closes the list, leaving the object open.
 */
void cnd_show_json_head(struct cnd_json *json);

/* A rendering's start and finish, for a view that has nothing but files. */
void cnd_show_json_open(struct cnd_rendering *rendering);
void cnd_show_json_close(struct cnd_rendering *rendering);

#endif
