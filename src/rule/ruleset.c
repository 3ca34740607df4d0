/*
 * From files to a compiled set.  Invariant: rules are sorted by id, and
 * the tags of each are a run of their own, so a tag tells its rule.
 */
#include "rule/ruleset.h"

#include "base/oom.h"
#include "review/structure.h"
#include "rule/prepared.h"
#include "rule/profile.h"
#include "rule/rule_file.h"
#include "weigh/scales.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct cnd_ruleset {
	struct cnd_arena *arena;
	struct cnd_rule *rules;
	size_t count;
	struct cnd_lexicons lexicons;
	struct cnd_scales *scales;
	struct cnd_structure *structure;
	struct cnd_profile *profiles;
	size_t profile_count;
	struct cnd_matcher *matcher;
	struct cnd_matcher *vale_matcher;
	const struct cnd_shared_regex *shared; /* and regexes in neither */
	struct cnd_error *left_out;
	size_t left_out_count;
	size_t left_out_capacity;
	struct cnd_error *notes;
	size_t note_count;
	size_t note_capacity;
};

/* What a file is for, by its path. */
enum role {
	ROLE_RULE,
	ROLE_LEXICON,
	ROLE_SCALE,
	ROLE_PROFILE,
	ROLE_STRUCTURE,
	ROLE_OTHER
};

struct entry {
	const struct cnd_rule_file *file;
	size_t order; /* in the list given: the later replaces */
	enum role role;
	struct cnd_str name; /* path without ending, folder cut if special */
};

static struct cnd_str
without_ending(struct cnd_str path)
{
	if (cnd_str_ends_with(path, CND_STR(".yml")))
		return cnd_str_slice(path, 0, path.len - 4);
	if (cnd_str_ends_with(path, CND_STR(".yaml")))
		return cnd_str_slice(path, 0, path.len - 5);
	return (struct cnd_str){ 0 };
}

static bool
cut_folder(struct cnd_str *name, struct cnd_str folder)
{
	if (!cnd_str_starts_with(*name, folder))
		return false;
	*name = cnd_str_slice(*name, folder.len, name->len);
	return true;
}

static struct entry
entry_of(const struct cnd_rule_file *file, size_t order)
{
	struct entry entry = { .file = file, .order = order };

	if (file->use != CND_USE_RULE) {
		entry.role = ROLE_OTHER;
		return entry;
	}
	entry.name = without_ending(file->path);
	if (entry.name.len == 0)
		entry.role = ROLE_OTHER;
	else if (file->is_vale)
		entry.role = ROLE_RULE;
	else if (cut_folder(&entry.name, CND_STR("lexicon/")))
		entry.role = ROLE_LEXICON;
	else if (cut_folder(&entry.name, CND_STR("weights/")))
		entry.role = ROLE_SCALE;
	else if (cut_folder(&entry.name, CND_STR("profiles/")))
		entry.role = ROLE_PROFILE;
	else if (cnd_str_equal(entry.name, CND_STR("structure")))
		entry.role = ROLE_STRUCTURE;
	return entry;
}

/* By role, name, additions last, and last given first. */
static int
compare_entries(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;
	int order;

	if (a->role != b->role)
		return a->role < b->role ? -1 : 1;
	order = cnd_str_compare(a->name, b->name);
	if (order != 0)
		return order;
	if (a->file->is_addition != b->file->is_addition)
		return a->file->is_addition ? 1 : -1;
	return (a->order < b->order) - (a->order > b->order);
}

/* The files that count, sorted; the caller frees the array. */
static struct entry *
sort_files(const struct cnd_rule_file *files, size_t count, size_t *kept)
{
	struct entry *entries = cnd_xcalloc(count + 1, sizeof(*entries));
	size_t out = 0;

	for (size_t i = 0; i < count; i++)
		entries[i] = entry_of(&files[i], i);
	if (count > 1)
		qsort(entries, count, sizeof(*entries), compare_entries);
	for (size_t i = 0; i < count; i++) {
		bool is_replaced = out > 0 && !entries[i].file->is_addition &&
			entries[out - 1].role == entries[i].role &&
			cnd_str_equal(entries[out - 1].name, entries[i].name);

		if (!is_replaced && entries[i].role != ROLE_OTHER)
			entries[out++] = entries[i];
	}
	*kept = out;
	return entries;
}

struct builder {
	struct cnd_ruleset *set;
	struct cnd_arena *trees; /* that files are read into */
	struct cnd_compile compile;
	const struct entry *entries;
	size_t count;
	uint32_t patterns[2]; /* so far: of own rules, of Vale's */
};

static struct cnd_str
shown_path(const struct entry *entry)
{
	return entry->file->shown.len > 0 ? entry->file->shown
					  : entry->file->path;
}

static size_t
count_role(const struct builder *builder, enum role role)
{
	size_t count = 0;

	for (size_t i = 0; i < builder->count; i++)
		count += builder->entries[i].role == role;
	return count;
}

static void
add_entries(struct cnd_arena *arena, struct cnd_lexicon *lexicon,
	const struct cnd_lexicon *more)
{
	struct cnd_str *entries = cnd_arena_array(
		arena, lexicon->count + more->count, sizeof(*entries));

	memcpy(entries, lexicon->entries, lexicon->count * sizeof(*entries));
	memcpy(entries + lexicon->count, more->entries,
		more->count * sizeof(*entries));
	lexicon->entries = entries;
	lexicon->count += more->count;
}

static bool
read_lexicon(struct builder *builder, const struct entry *entry,
	struct cnd_error *err)
{
	struct cnd_lexicons *lexicons = &builder->set->lexicons;
	struct cnd_arena *arena = builder->set->arena;
	struct cnd_lexicon read = { 0 };
	struct cnd_lexicon *last;

	if (!cnd_lexicon_read(arena, cnd_arena_copy(arena, entry->name),
		    builder->compile.file, &read, err))
		return false;
	assert(lexicons->items != NULL); /* make_room saw to it */
	last = lexicons->count == 0 ? NULL
				    : &lexicons->items[lexicons->count - 1];
	if (entry->file->is_addition && last != NULL &&
		cnd_str_equal(last->name, read.name))
		add_entries(arena, last, &read);
	else
		lexicons->items[lexicons->count++] = read;
	return true;
}

static bool
read_scale(struct builder *builder, const struct entry *entry,
	struct cnd_error *err)
{
	return cnd_scales_add(
		builder->set->scales, entry->name, builder->compile.file, err);
}

static bool
read_structure(struct builder *builder, const struct entry *entry,
	struct cnd_error *err)
{
	struct cnd_ruleset *set = builder->set;

	set->structure = cnd_structure_new(set->arena, builder->compile.file,
		&set->lexicons, entry->file->is_trusted, err);
	if (set->structure != NULL)
		cnd_structure_weigh(set->structure, set->scales);
	return set->structure != NULL;
}

static bool
read_profile(struct builder *builder, const struct entry *entry,
	struct cnd_error *err)
{
	struct cnd_ruleset *set = builder->set;
	struct cnd_profile *profile = &set->profiles[set->profile_count++];

	profile->name = cnd_arena_copy(set->arena, entry->name);
	return cnd_profile_read(
		set->arena, builder->compile.file, profile, err);
}

static bool
read_rule(struct builder *builder, const struct entry *entry,
	struct cnd_error *err)
{
	struct cnd_ruleset *set = builder->set;
	struct cnd_rule *rule = &set->rules[set->count++];
	struct cnd_compile *compile = &builder->compile;
	bool ok;

	rule->info.id = cnd_arena_copy(set->arena, entry->name);
	rule->info.file = cnd_arena_copy(set->arena, shown_path(entry));
	rule->is_vale = entry->file->is_vale;
	rule->is_trusted = entry->file->is_trusted;
	compile->matcher = rule->is_vale ? set->vale_matcher : set->matcher;
	compile->next_pattern = builder->patterns[rule->is_vale];
	ok = cnd_rule_read(rule, compile, err);
	builder->patterns[rule->is_vale] = compile->next_pattern;
	return ok;
}

static void
add_note(struct builder *builder, const struct entry *entry,
	struct cnd_error *note)
{
	struct cnd_ruleset *set = builder->set;

	cnd_fail_at(note, shown_path(entry), 1, 1);
	set->notes = cnd_arena_grow(set->arena, set->notes, set->note_count,
		&set->note_capacity, sizeof(*set->notes));
	set->notes[set->note_count++] = *note;
}

/* What a style's author would want to know of a rule that loaded. */
static void
note_rule(struct builder *builder, const struct entry *entry,
	const struct cnd_rule *rule)
{
	struct cnd_str never = cnd_vale_scope_never(rule->vale_scope);
	const struct cnd_yaml *unknown = builder->compile.unknown;
	const struct cnd_yaml *pos = cnd_yaml_get(builder->compile.file, "pos");
	struct cnd_error note = { 0 };

	if (never.data != NULL) {
		cnd_fail(&note, CND_ERR_RULE,
			"the rule can never fire: no text has the scope "
			"'%.*s'",
			CND_STR_ARG(cnd_str_slice(never, 0, 60)));
		add_note(builder, entry, &note);
	} else if (cnd_rule_kind(rule)->is_idle != NULL &&
		cnd_rule_kind(rule)->is_idle(rule)) {
		cnd_fail(&note, CND_ERR_RULE,
			"the rule can never fire: it has no pattern");
		add_note(builder, entry, &note);
	}
	note = (struct cnd_error){ 0 };
	if (unknown != NULL)
		cnd_fail(&note, CND_ERR_RULE, "the key '%.*s' does nothing",
			CND_STR_ARG(cnd_str_slice(unknown->text, 0, 60)));
	else if (pos != NULL && pos->text.len > 0)
		cnd_fail(&note, CND_ERR_RULE,
			"'pos' does nothing: parts of speech are not worked "
			"out");
	if (note.code != CND_OK)
		add_note(builder, entry, &note);
}

/* Notes that a style's rule did not load, and gives up its place. */
static void
leave_out(struct builder *builder, const struct entry *entry, size_t count,
	struct cnd_error *err)
{
	struct cnd_ruleset *set = builder->set;

	cnd_fail_at(err, shown_path(entry), 0, 0);
	set->left_out =
		cnd_arena_grow(set->arena, set->left_out, set->left_out_count,
			&set->left_out_capacity, sizeof(*set->left_out));
	set->left_out[set->left_out_count++] = *err;
	memset(&set->rules[count], 0, sizeof(set->rules[count]));
	set->count = count;
	*err = (struct cnd_error){ 0 };
}

/* Reads the files of one role, each with its tree in compile.file. */
static bool
read_all(struct builder *builder, enum role role,
	bool (*read)(
		struct builder *, const struct entry *, struct cnd_error *),
	struct cnd_error *err)
{
	struct cnd_compile *compile = &builder->compile;

	for (size_t i = 0; i < builder->count; i++) {
		const struct entry *entry = &builder->entries[i];
		size_t before = builder->set->count;

		if (entry->role != role)
			continue;
		compile->file =
			cnd_yaml_parse(builder->trees, entry->file->bytes, err);
		if (compile->file != NULL && read(builder, entry, err)) {
			if (entry->file->is_vale)
				note_rule(builder, entry,
					&builder->set->rules[before]);
			continue;
		}
		if (entry->file->is_vale) {
			leave_out(builder, entry, before, err);
			continue;
		}
		if (err->code == CND_ERR_CONFIG)
			err->code = CND_ERR_RULE;
		return cnd_fail_at(err, shown_path(entry), 0, 0);
	}
	return true;
}

static void
make_room(struct builder *builder)
{
	struct cnd_ruleset *set = builder->set;

	set->rules = cnd_arena_array(set->arena, count_role(builder, ROLE_RULE),
		sizeof(set->rules[0]));
	set->lexicons.items =
		cnd_arena_array(set->arena, count_role(builder, ROLE_LEXICON),
			sizeof(set->lexicons.items[0]));
	set->profiles = cnd_arena_array(set->arena,
		count_role(builder, ROLE_PROFILE), sizeof(set->profiles[0]));
}

static struct cnd_ruleset *
empty_set(void)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_ruleset *set = cnd_arena_alloc(arena, sizeof(*set));

	set->arena = arena;
	set->matcher = cnd_matcher_new(arena);
	set->scales = cnd_scales_new(arena);
	set->vale_matcher = cnd_matcher_new(arena);
	return set;
}

/* Their trees are the largest, and nothing of them is needed afterwards. */
static bool
read_scales(struct builder *builder, struct cnd_error *err)
{
	bool ok;

	builder->trees = cnd_arena_new();
	ok = read_all(builder, ROLE_SCALE, read_scale, err);
	cnd_arena_free(builder->trees);
	builder->trees = builder->set->arena;
	cnd_scales_seal(builder->set->scales);
	return ok;
}

/* Lexicons and scales come first, since others may use them. */
static bool
build(struct builder *builder, struct cnd_error *err)
{
	make_room(builder);
	if (!read_all(builder, ROLE_LEXICON, read_lexicon, err) ||
		!read_scales(builder, err))
		return false;
	if (!read_all(builder, ROLE_STRUCTURE, read_structure, err) ||
		!read_all(builder, ROLE_PROFILE, read_profile, err) ||
		!read_all(builder, ROLE_RULE, read_rule, err))
		return false;
	cnd_matcher_seal(builder->set->matcher);
	cnd_matcher_seal(builder->set->vale_matcher);
	return true;
}

/* A vocabulary's words, apart from comments. */
static void
add_accepted(struct cnd_arena *arena, struct cnd_vocabulary *vocabulary,
	struct cnd_str bytes, size_t *capacity)
{
	struct cnd_str rest = cnd_arena_copy(arena, bytes);

	while (rest.len > 0) {
		struct cnd_str word = cnd_str_trim(cnd_str_split(&rest, '\n'));

		if (word.len == 0 || cnd_str_starts_with(word, CND_STR("# ")))
			continue;
		vocabulary->accepted = cnd_arena_grow(arena,
			vocabulary->accepted, vocabulary->accepted_count,
			capacity, sizeof(*vocabulary->accepted));
		vocabulary->accepted[vocabulary->accepted_count++] = word;
	}
}

/* What is no rule but for rules: words and where dictionaries are. */
static const struct cnd_vocabulary *
read_vocabulary(struct cnd_arena *arena, const struct cnd_rule_file *files,
	size_t count)
{
	struct cnd_vocabulary *made = cnd_arena_alloc(arena, sizeof(*made));
	size_t capacity = 0;

	made->lists = cnd_arena_array(arena, count + 1, sizeof(*made->lists));
	made->folders =
		cnd_arena_array(arena, count + 1, sizeof(*made->folders));
	for (size_t i = 0; i < count; i++) {
		struct cnd_str path = files[i].path;

		if (files[i].use == CND_USE_ACCEPTED)
			add_accepted(arena, made, files[i].bytes, &capacity);
		else if (files[i].use == CND_USE_WORDS)
			made->lists[made->list_count++] =
				(struct cnd_word_list){ path, files[i].bytes };
		else if (files[i].use == CND_USE_DICTIONARIES)
			made->folders[made->folder_count++] =
				cnd_arena_copy(arena, path);
	}
	return made;
}

/* Whether the files are the built-in ones, all of them and no other. */
static bool
are_builtin(const struct cnd_rule_file *files, size_t count)
{
	size_t wanted;
	const struct cnd_rule_file *builtin = cnd_builtin_rules(&wanted);

	if (count != wanted)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!files[i].is_trusted ||
			files[i].bytes.data != builtin[i].bytes.data)
			return false;
	return true;
}

/* The prepared set under an owner of its own. */
static struct cnd_ruleset *
share(const struct cnd_ruleset *prepared)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_ruleset *set = cnd_arena_alloc(arena, sizeof(*set));

	*set = *prepared;
	set->arena = arena;
	return set;
}

static struct cnd_ruleset *
compile_files(
	const struct cnd_rule_file *files, size_t count, struct cnd_error *err)
{
	struct cnd_ruleset *set = empty_set();
	struct builder builder = { .set = set, .trees = set->arena };
	struct entry *entries = sort_files(files, count, &builder.count);
	bool ok;

	builder.entries = entries;
	builder.compile = (struct cnd_compile){
		.arena = set->arena,
		.lexicons = &set->lexicons,
		.scales = set->scales,
		.matcher = set->matcher,
		.vocabulary = read_vocabulary(set->arena, files, count),
	};
	ok = build(&builder, err);
	set->shared = builder.compile.shared;
	free(entries);
	if (ok)
		return set;
	cnd_ruleset_free(set);
	return NULL;
}

struct cnd_ruleset *
cnd_ruleset_new(
	const struct cnd_rule_file *files, size_t count, struct cnd_error *err)
{
	const struct cnd_ruleset *prepared =
		are_builtin(files, count) ? cnd_prepared_rules() : NULL;

	return prepared != NULL ? share(prepared)
				: compile_files(files, count, err);
}

const struct cnd_error *
cnd_ruleset_left_out(const struct cnd_ruleset *set, size_t *count)
{
	*count = set->left_out_count;
	return set->left_out;
}

const struct cnd_error *
cnd_ruleset_notes(const struct cnd_ruleset *set, size_t *count)
{
	*count = set->note_count;
	return set->notes;
}

void
cnd_ruleset_free(struct cnd_ruleset *set)
{
	if (set != NULL)
		cnd_arena_free(set->arena);
}

void
cnd_ruleset_forget(const struct cnd_ruleset *set)
{
	cnd_matcher_forget(set->matcher);
	cnd_matcher_forget(set->vale_matcher);
	cnd_shared_forget(set->shared);
}

size_t
cnd_ruleset_count(const struct cnd_ruleset *set)
{
	return set->count;
}

const struct cnd_rule_info *
cnd_ruleset_rule(const struct cnd_ruleset *set, size_t index)
{
	return &set->rules[index].info;
}

const struct cnd_rule *
cnd_ruleset_rules(const struct cnd_ruleset *set, size_t *count)
{
	*count = set->count;
	return set->rules;
}

struct cnd_rule_cost
cnd_ruleset_cost(const struct cnd_ruleset *set, size_t index)
{
	const struct cnd_rule *rule = &set->rules[index];
	struct cnd_matcher_cost cost = cnd_matcher_cost_of(
		rule->is_vale ? set->vale_matcher : set->matcher,
		rule->first_tag, rule->end_tag);

	return (struct cnd_rule_cost){ cost.phrases, cost.anchored,
		cost.unanchored, cost.foreign };
}

const struct cnd_matcher *
cnd_ruleset_matcher(const struct cnd_ruleset *set)
{
	return set->matcher;
}

const struct cnd_matcher *
cnd_ruleset_vale_matcher(const struct cnd_ruleset *set)
{
	return set->vale_matcher;
}

static int
compare_id(const void *id, const void *rule)
{
	return cnd_str_compare(*(const struct cnd_str *)id,
		((const struct cnd_rule *)rule)->info.id);
}

const struct cnd_rule_info *
cnd_ruleset_find(const struct cnd_ruleset *set, struct cnd_str id)
{
	const struct cnd_rule *found;

	if (set->count == 0)
		return NULL;
	found = bsearch(
		&id, set->rules, set->count, sizeof(set->rules[0]), compare_id);
	return found == NULL ? NULL : &found->info;
}

const struct cnd_scales *
cnd_ruleset_scales(const struct cnd_ruleset *set)
{
	return set->scales;
}

const struct cnd_structure *
cnd_ruleset_structure(const struct cnd_ruleset *set)
{
	return set->structure;
}

const struct cnd_profile *
cnd_ruleset_profiles(const struct cnd_ruleset *set, size_t *count)
{
	*count = set->profile_count;
	return set->profiles;
}

const struct cnd_profile *
cnd_ruleset_profile(const struct cnd_ruleset *set, struct cnd_str name)
{
	for (size_t i = 0; i < set->profile_count; i++)
		if (cnd_str_equal(set->profiles[i].name, name))
			return &set->profiles[i];
	return NULL;
}

/*
 * The name that a profile file, or a cue of structure.yml, has: by number,
 * files first; data NULL past the last.
 */
static struct cnd_str
profile_name(const struct cnd_ruleset *set, size_t index)
{
	const struct cnd_str *names = NULL;
	size_t count = 0;

	if (index < set->profile_count)
		return set->profiles[index].name;
	index -= set->profile_count;
	if (set->structure == NULL)
		return index == 0 ? CND_STR("general") : (struct cnd_str){ 0 };
	names = cnd_structure_profiles(set->structure, &count);
	return index < count ? names[index] : (struct cnd_str){ 0 };
}

bool
cnd_ruleset_knows_profile(const struct cnd_ruleset *set, struct cnd_str name)
{
	for (size_t i = 0;; i++) {
		struct cnd_str known = profile_name(set, i);

		if (known.data == NULL)
			return false;
		if (cnd_str_equal(known, name))
			return true;
	}
}

/* Names that are compared for "did you mean": more than there will be. */
enum { PROFILES_COMPARED = 64 };

struct cnd_str
cnd_ruleset_nearest_profile(const struct cnd_ruleset *set, struct cnd_str name)
{
	struct cnd_str names[PROFILES_COMPARED];
	size_t count = 0;

	while (count < PROFILES_COMPARED) {
		names[count] = profile_name(set, count);
		if (names[count].data == NULL)
			break;
		count++;
	}
	return cnd_nearest(name, names, count);
}
