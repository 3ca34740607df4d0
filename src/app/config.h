/*
 * .candour.yml: what a folder of reports asks for.  The nearest one at or
 * above a file counts, and no other.
 */
#ifndef CND_APP_CONFIG_H
#define CND_APP_CONFIG_H

#include "app/ignore.h"
#include "app/vale_glob.h"
#include "rule/ruleset.h"

#define CND_CONFIG_NAME ".candour.yml"

/* A threshold above all levels: nothing fails. */
enum { CND_FAIL_NEVER = CND_LEVEL_COUNT };

/* A value and where it stands; text.data is NULL for one not given. */
struct cnd_config_text {
	struct cnd_str text;
	uint32_t line;
	uint32_t column;
};

struct cnd_config_list {
	struct cnd_config_text *items;
	size_t count;
};

struct cnd_config_rule {
	struct cnd_rule_choice choice;
	uint32_t line;
	uint32_t column;
};

/* Patterns of a .vale.ini that take text out of what styles read. */
struct cnd_config_pattern {
	const struct cnd_vale_glob *glob; /* the files it is for */
	struct cnd_config_text pattern;
};

/* An ending that is read as another: "mdx", "md". */
struct cnd_config_format {
	struct cnd_str ending;
	struct cnd_str as;
};

/* What only Vale styles are asked for by. */
struct cnd_config_styles {
	struct cnd_config_list folders; /* relative to the configuration */
	struct cnd_config_list names;
	struct cnd_config_list extras; /* of which only rules are named */
	struct cnd_config_list vocabularies;
	bool is_alone; /* none of candour's own rules */
	enum cnd_level least; /* alerts below it are not told */
	struct cnd_config_list ignored_scopes;
	struct cnd_config_list skipped_scopes;
	struct cnd_config_pattern *patterns;
	size_t pattern_count;
	struct cnd_config_format *formats;
	size_t format_count;
};

/* What holds for all files, or for those that a section matches. */
struct cnd_config_layer {
	struct cnd_ignore match; /* of a section */
	bool has_match;
	const struct cnd_vale_glob *glob; /* of a .vale.ini's section */
	struct cnd_config_text profile;
	struct cnd_config_text fail_on; /* a level's name, or "never" */
	struct cnd_config_rule *rules;
	size_t rule_count;
};

struct cnd_config {
	struct cnd_str path; /* of the file, absolute */
	struct cnd_str folder; /* it stands in, without a slash at its end */
	struct cnd_config_layer all;
	struct cnd_config_layer *sections; /* the later the stronger */
	size_t section_count;
	struct cnd_config_list rule_folders;
	struct cnd_config_list agencies;
	struct cnd_config_list abbreviations;
	struct cnd_config_list names;
	struct cnd_config_styles styles;
	bool is_vale; /* it is a .vale.ini */
	struct cnd_config_list notes; /* what of it is not obeyed, and why */
};

/* One that says nothing, as if read from path (copied); in the arena. */
struct cnd_config *cnd_config_new(struct cnd_arena *arena, struct cnd_str path);

/*
 * Reads the configuration that stands at path (absolute).  NULL and err
 * (with path, line and column) for what is no YAML, an unknown key (with
 * the one meant, if that can be told), or a wrong value.  Whether profiles
 * and rules exist is not checked here.  All lives in the arena.
 */
struct cnd_config *cnd_config_read(struct cnd_arena *arena, struct cnd_str path,
	struct cnd_str bytes, struct cnd_error *err);

/* Whether a section is for a file, by its path below the folder. */
bool cnd_config_matches(
	const struct cnd_config_layer *section, struct cnd_str path);

/* "suggestion" … "never" to a level or CND_FAIL_NEVER. */
bool cnd_config_threshold(struct cnd_str name, int *threshold);

/*
 * The names of the keys, for the schema's test: those of the file, of a
 * section, of 'lexicon'; NULL past the last.
 */
enum cnd_config_part {
	CND_CONFIG_FILE,
	CND_CONFIG_SECTION,
	CND_CONFIG_LEXICON
};
const char *cnd_config_key(enum cnd_config_part part, size_t index);

#endif
