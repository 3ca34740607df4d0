/* From JSON to lint options. */
#include "lsp/settings.h"

#include "rule/ruleset.h"

static uint64_t
mix(uint64_t hash, struct cnd_str s)
{
	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.data[i]) * 0x100000001b3u;
	return (hash ^ 0xff) * 0x100000001b3u;
}

/* "off", "on" or a level. */
static bool
read_choice(const struct cnd_json_value *member, struct cnd_rule_choice *choice)
{
	struct cnd_str text = cnd_json_text(member);

	choice->rule = member->key;
	choice->is_on = !cnd_str_equal(text, CND_STR("off")) &&
		member->kind != CND_JSON_FALSE;
	choice->has_level = cnd_level_of_name(text, &choice->level);
	return choice->has_level || member->kind == CND_JSON_FALSE ||
		member->kind == CND_JSON_TRUE ||
		cnd_str_equal(text, CND_STR("off")) ||
		cnd_str_equal(text, CND_STR("on"));
}

bool
cnd_settings_take(struct cnd_settings *settings,
	const struct cnd_json_value *value, const struct cnd_ruleset *set)
{
	const struct cnd_json_value *inner = cnd_json_get(value, "candour");
	const struct cnd_json_value *rules;
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lint_options options = { 0 };
	struct cnd_rule_choice *choices = NULL;
	size_t capacity = 0;
	uint64_t hash = 0xcbf29ce484222325u;
	struct cnd_str profile;

	if (inner != NULL)
		value = inner;
	profile = cnd_json_text(cnd_json_get(value, "profile"));
	/* Linting would fail for a profile that is not there. */
	if (profile.len > 0 && cnd_ruleset_knows_profile(set, profile))
		options.profile = cnd_arena_copy(arena, profile);
	hash = mix(hash, options.profile);
	rules = cnd_json_get(value, "rules");
	for (const struct cnd_json_value *member = rules == NULL ? NULL
								 : rules->first;
		member != NULL; member = member->next) {
		struct cnd_rule_choice choice = { 0 };

		if (!read_choice(member, &choice))
			continue;
		choice.rule = cnd_arena_copy(arena, choice.rule);
		choices = cnd_arena_grow(arena, choices, options.choice_count,
			&capacity, sizeof(*choices));
		choices[options.choice_count++] = choice;
		hash = mix(mix(hash, choice.rule), cnd_json_text(member));
		hash = hash * 31 + choice.is_on;
	}
	options.choices = choices;
	if (settings->arena != NULL && settings->hash == hash) {
		cnd_arena_free(arena);
		return false;
	}
	cnd_settings_dispose(settings);
	*settings = (struct cnd_settings){ arena, options, hash };
	return true;
}

void
cnd_settings_dispose(struct cnd_settings *settings)
{
	cnd_arena_free(settings->arena);
	*settings = (struct cnd_settings){ 0 };
}
