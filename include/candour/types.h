/* The values that libcandour's functions take and give. */
#ifndef CANDOUR_TYPES_H
#define CANDOUR_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A run of UTF-8 bytes that somebody else owns; no NUL ends it. */
struct candour_text {
	const char *data;
	size_t length;
};

enum candour_level { CANDOUR_SUGGESTION, CANDOUR_WARNING, CANDOUR_ERROR };

/* What a finding's columns count. */
enum candour_unit { CANDOUR_BYTES, CANDOUR_CODE_POINTS, CANDOUR_UTF16 };

/* What to render: candour's commands check, register, assure. */
enum candour_view { CANDOUR_FINDINGS, CANDOUR_REGISTER, CANDOUR_ASSURANCE };

/* Rules, compiled; never changed, so threads may share it. */
struct candour_rules;

/* One report, read and linted. */
struct candour_report;

/* A rule file given to candour_rules_new: its path below a rules folder
 * ("group/name.yml" makes rule "group/name") and its bytes. */
struct candour_rule_file {
	struct candour_text path;
	struct candour_text bytes;
};

/* Why something failed; filled by the function that did. */
struct candour_error {
	uint32_t line; /* from 1; 0: no line */
	uint32_t column; /* from 1; 0: no column */
	char path[256]; /* "" for none */
	char message[512]; /* one line, no full stop */
};

/*
 * One finding.  Its texts are valid as long as the report is.  Lines and
 * columns count from 1; in Word and OpenDocument files a line is a
 * paragraph's place in reading order.
 */
struct candour_finding {
	struct candour_text rule; /* "recommendation/owner-missing" */
	enum candour_level level;
	struct candour_text message;
	struct candour_text quote; /* the words; empty for an absence */
	struct candour_text label; /* visible number, "4.12"; may be empty */
	struct candour_text section; /* its heading; may be empty */
	struct candour_text fix; /* what would mend it; may be empty */
	uint32_t line;
	uint32_t column;
	uint32_t end_line;
	uint32_t end_column; /* exclusive */
	uint32_t page; /* 0: not known */
	bool is_absence; /* about the whole report: it lacks something */
	uint64_t fingerprint; /* the same after the text is reflowed */
};

#endif
