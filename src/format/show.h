/* What several formats do alike: clean words, places, excerpts. */
#ifndef CND_FORMAT_SHOW_H
#define CND_FORMAT_SHOW_H

#include "format/format.h"

/*
 * Appends s on one line and safe for a terminal: line breaks and tabs are
 * blanks, runs of blanks are one, other controls and the marks that turn
 * reading direction are left out, bytes that are not UTF-8 become U+FFFD.
 */
void cnd_show_clean(struct cnd_str s, struct cnd_buf *out);

/* The same, as a copy in the arena. */
struct cnd_str cnd_show_cleaned(struct cnd_arena *arena, struct cnd_str s);

/* Terminal columns of s: marks take none, emoji and East Asian two. */
size_t cnd_show_width(struct cnd_str s);

/*
 * Appends a text wrapped at blanks to width columns; each line but the
 * first opens with indent blanks, the first stands at column `at` already.
 */
void cnd_show_wrapped(struct cnd_str text, size_t at, size_t indent,
	size_t width, struct cnd_buf *out);

/*
 * Where the next line of text ends when it is broken at a blank to width
 * columns (at least one word); *at is moved to the start of the line
 * after it.  text[*at] is no blank.
 */
size_t cnd_show_line_end(struct cnd_str text, size_t width, size_t *at);

/* Why a finding was put aside, in the words of the report's comment; data
 * is NULL when words are redacted. */
struct cnd_str cnd_show_reason(const struct cnd_suppressed *suppressed,
	const struct cnd_format_options *options);

/* The words of a finding; the rule's own words when they are redacted. */
struct cnd_str cnd_show_message(struct cnd_arena *arena,
	const struct cnd_finding *finding,
	const struct cnd_format_options *options);

/* The words of a span, clean; data is NULL when they are redacted. */
struct cnd_str cnd_show_words(struct cnd_arena *arena,
	const struct cnd_document *doc, struct cnd_span span,
	const struct cnd_format_options *options);

/*
 * For people: "line 41", "4.12, line 41" or, in Word and ODF, "para 4.12",
 * "paragraph 57", with the page if it is known.
 */
struct cnd_str cnd_show_place(struct cnd_arena *arena,
	const struct cnd_document *doc, struct cnd_span span);

/*
 * For each finding how many of the same fingerprint precede it: what makes
 * "fingerprint:occurrence" unique in a file.
 */
const uint32_t *cnd_show_occurrences(
	struct cnd_arena *arena, const struct cnd_report *report);

/* "<fingerprint>" in hex, and ":2" … for its further occurrences. */
struct cnd_str cnd_show_fingerprint(struct cnd_arena *arena,
	const struct cnd_finding *finding, uint32_t occurrence);

/*
 * Appends a file's name as an address: percent-encoded, without "./" at
 * its start; "file://" before it when it is absolute, or made so by a
 * folder that is not empty.
 */
void cnd_show_uri(
	struct cnd_str name, struct cnd_str folder, struct cnd_buf *out);

/* Findings of each level in all reports. */
struct cnd_counts {
	size_t of[CND_LEVEL_COUNT];
	size_t suppressed;
};

/* Adds those of one report. */
void cnd_show_add_counts(
	struct cnd_counts *counts, const struct cnd_report *report);

/* "1 report", "3 reports": appends the count and its noun. */
void cnd_show_number(size_t count, const char *noun, struct cnd_buf *out);

#endif
