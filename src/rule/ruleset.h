/*
 * Rules: YAML files compiled once, then read-only and shared by threads.
 * A rule's id is its path below its folder without the ending.
 */
#ifndef CND_RULE_RULESET_H
#define CND_RULE_RULESET_H

#include "base/error.h"
#include "diag/finding.h"

struct cnd_ruleset;
struct cnd_structure;

/* What a file is for. */
enum cnd_rule_use {
	CND_USE_RULE, /* by its path: a rule, a lexicon, … */
	/* For rules of Vale styles: */
	CND_USE_ACCEPTED, /* a vocabulary's words, one a line */
	CND_USE_REJECTED,
	CND_USE_WORDS, /* a list that `ignore` may name */
	CND_USE_DICTIONARIES, /* path is a folder of them */
};

/*
 * A YAML file given by its path below the rules folder
 * ("recommendation/owner-missing.yml", "lexicon/agency.yml",
 * "structure.yml", "profiles/sar.yml") and its bytes.
 */
struct cnd_rule_file {
	struct cnd_str path;
	struct cnd_str bytes;
	struct cnd_str shown; /* path for messages; empty: the path */
	bool is_trusted; /* built in: patterns are compiled at first use */
	bool is_vale; /* of a Vale style: patterns are taken literally */
	/* A lexicon whose tokens are added to the one of the same path. */
	bool is_addition;
	enum cnd_rule_use use;
};

/* The files built into the program, sorted by path. */
const struct cnd_rule_file *cnd_builtin_rules(size_t *count);

/*
 * The JSON Schemas of rule and configuration files, built in the same way
 * ("schema/rule.schema.json"): what completion and hover in them go by.
 */
const struct cnd_rule_file *cnd_builtin_schemas(size_t *count);

/*
 * Compiles files into a ruleset; a later file replaces an earlier one of
 * the same path.  NULL and err (with file, line, column) at the first
 * thing that is wrong.  The bytes are not needed afterwards.
 */
struct cnd_ruleset *cnd_ruleset_new(
	const struct cnd_rule_file *files, size_t count, struct cnd_error *err);

/*
 * Rules of Vale styles that were left out, each as the error it would have
 * been (with file and line): a style loads without what candour cannot run.
 */
const struct cnd_error *cnd_ruleset_left_out(
	const struct cnd_ruleset *set, size_t *count);

/*
 * What is to be said of rules of Vale styles that did load: that one can
 * never fire, or has a key that does nothing.
 */
const struct cnd_error *cnd_ruleset_notes(
	const struct cnd_ruleset *set, size_t *count);

/* NULL is accepted. */
void cnd_ruleset_free(struct cnd_ruleset *set);

/*
 * Gives back the memory that matching took, but for what is made with the
 * rules: what the next reports need of it is made again.  Nobody else may
 * use the set meanwhile.
 */
void cnd_ruleset_forget(const struct cnd_ruleset *set);

size_t cnd_ruleset_count(const struct cnd_ruleset *set);

/* Rules by id order. */
const struct cnd_rule_info *cnd_ruleset_rule(
	const struct cnd_ruleset *set, size_t index);

/* The rule of that id, or NULL. */
const struct cnd_rule_info *cnd_ruleset_find(
	const struct cnd_ruleset *set, struct cnd_str id);

/* How the patterns of a rule are looked for, as match/matcher.h counts. */
struct cnd_rule_cost {
	size_t phrases;
	size_t anchored;
	size_t unanchored;
	size_t foreign;
};
struct cnd_rule_cost cnd_ruleset_cost(
	const struct cnd_ruleset *set, size_t index);

/* What paragraphs are weighed with (weigh/scales.h). */
const struct cnd_scales *cnd_ruleset_scales(const struct cnd_ruleset *set);

/* Section roles, review types, column names, compiled. */
const struct cnd_structure *cnd_ruleset_structure(
	const struct cnd_ruleset *set);

/* A rule, or a group ("language/"), switched or given a level. */
struct cnd_rule_choice {
	struct cnd_str rule; /* id, or prefix ending in '/' */
	bool is_on;
	bool has_level;
	enum cnd_level level;
};

/* A review type's choices: profiles/<name>.yml. */
struct cnd_profile {
	struct cnd_str name; /* "sar" */
	struct cnd_str title; /* "Safeguarding Adults Review" */
	const struct cnd_rule_choice *choices;
	size_t choice_count;
	const struct cnd_str *statements; /* keys that must be present */
	size_t statement_count;
};

/* The profiles that have a file, in order of name. */
const struct cnd_profile *cnd_ruleset_profiles(
	const struct cnd_ruleset *set, size_t *count);

/* The profile of that name, or NULL. */
const struct cnd_profile *cnd_ruleset_profile(
	const struct cnd_ruleset *set, struct cnd_str name);

/* Whether reports may be of that type: it has a file, or cues. */
bool cnd_ruleset_knows_profile(
	const struct cnd_ruleset *set, struct cnd_str name);

/* The profile's name most like a wrong one; empty when none is near. */
struct cnd_str cnd_ruleset_nearest_profile(
	const struct cnd_ruleset *set, struct cnd_str name);

/* For lint/: the rules compiled, by id order (rule.h has their struct). */
struct cnd_rule;
struct cnd_matcher;
const struct cnd_rule *cnd_ruleset_rules(
	const struct cnd_ruleset *set, size_t *count);
const struct cnd_matcher *cnd_ruleset_matcher(const struct cnd_ruleset *set);
/* The patterns of Vale styles: they are for another text (lint/vale.h). */
const struct cnd_matcher *cnd_ruleset_vale_matcher(
	const struct cnd_ruleset *set);

/* What an "off", "suggestion", "warning" or "error" chooses. */
bool cnd_rule_choice_of_name(
	struct cnd_str name, struct cnd_rule_choice *choice);

#endif
