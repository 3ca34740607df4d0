/* What SARIF says of the rules, and the bits its results share. */
#ifndef CND_FORMAT_SARIF_RULE_H
#define CND_FORMAT_SARIF_RULE_H

#include "format/show_json.h"

/* The rules that found something, by id, each once. */
struct cnd_sarif_rules {
	const struct cnd_rule_info **items;
	size_t count;
	size_t capacity;
};

/* Adds those of one report, in the arena. */
void cnd_sarif_rules_add(struct cnd_sarif_rules *rules, struct cnd_arena *arena,
	const struct cnd_report *report);

/* Puts them in order of id. */
void cnd_sarif_rules_sort(struct cnd_sarif_rules *rules);

/* "note", "warning", "error". */
const char *cnd_sarif_level(enum cnd_level level);

/* {"text": words} under key. */
void cnd_sarif_text(
	struct cnd_json *json, const char *key, struct cnd_str words);

/* One reportingDescriptor. */
void cnd_sarif_rule(
	struct cnd_json_context *context, const struct cnd_rule_info *rule);

#endif
