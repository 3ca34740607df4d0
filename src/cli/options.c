/* The options of all commands, and the command line read by them. */
#include "cli/options.h"

#include <assert.h>
#include <string.h>

static const struct cnd_option options[] = {
	{ "format", "NAME", "how to print the result; see Formats",
		CND_OPTION_FORMAT, 'f' },
	{ "output", "FILE", "write the result to FILE, whole or not at all",
		CND_OPTION_OUTPUT, 'o' },
	{ "text", NULL, "all of the text: the same as --format plain",
		CND_OPTION_TEXT, 0 },
	{ "fail-on", "LEVEL",
		"end with 1 from this level on: suggestion, warning (the "
		"default), error or never",
		CND_OPTION_FAIL_ON, 0 },
	{ "profile", "NAME",
		"the review's type (sar, dhr, general ...) instead of what "
		"its words suggest",
		CND_OPTION_PROFILE, 'p' },
	{ "date", "DATE",
		"hold the report to what was in force on this day (2019-05-01) "
		"instead of on the one its front names",
		CND_OPTION_DATE, 0 },
	{ "rules", "DIR",
		"add the rule files below DIR; one of the same path replaces "
		"ours; may be given again",
		CND_OPTION_RULES, 0 },
	{ "config", "FILE",
		"take this configuration instead of the nearest .candour.yml",
		CND_OPTION_CONFIG, 0 },
	{ "no-config", NULL, "pass over every .candour.yml",
		CND_OPTION_NO_CONFIG, 0 },
	{ "enable", "RULE",
		"switch a rule or a group (\"language/\") on; may be given "
		"again",
		CND_OPTION_ENABLE, 0 },
	{ "disable", "RULE", "switch a rule or a group off; may be given again",
		CND_OPTION_DISABLE, 0 },
	{ "only", "RULE",
		"run this rule or group and no other; may be given again",
		CND_OPTION_ONLY, 0 },
	{ "stdin-filename", "NAME",
		"the name that standard input (\"-\") goes by",
		CND_OPTION_STDIN_FILENAME, 0 },
	{ "show-suppressed", NULL,
		"also print findings put aside by a comment, with the reason",
		CND_OPTION_SUPPRESSED, 0 },
	{ "redact", NULL, "print no words of the report: places and rules only",
		CND_OPTION_REDACT, 0 },
	{ "since", "REV",
		"only what is new since the work left the git commit REV: "
		"findings on sentences added or changed, statements taken out",
		CND_OPTION_SINCE, 0 },
	{ "staged", NULL,
		"only what is new in git's index, read from there and not "
		"from the work tree",
		CND_OPTION_STAGED, 0 },
	{ "baseline", "FILE", "leave out the findings that FILE knows",
		CND_OPTION_BASELINE, 0 },
	{ "write-baseline", "FILE", "make all present findings known, in FILE",
		CND_OPTION_WRITE_BASELINE, 0 },
	{ "prune-baseline", NULL,
		"take what is mended by now out of --baseline's file; give "
		"all its reports",
		CND_OPTION_PRUNE_BASELINE, 0 },
	{ "fix", NULL,
		"mend what needs no thought (doubled words, heavy words with "
		"one plain twin) in text files, then check",
		CND_OPTION_FIX, 0 },
	{ "diff", NULL, "print what --fix would change, and change nothing",
		CND_OPTION_DIFF, 0 },
	{ "jobs", "N",
		"read N files at a time; 0, the default, for one a processor",
		CND_OPTION_JOBS, 'j' },
	{ "quiet", NULL, "no summary and no notes, only the result",
		CND_OPTION_QUIET, 'q' },
	{ "no-color", NULL, "no colours, as with NO_COLOR in the environment",
		CND_OPTION_NO_COLOR, 0 },
	{ "no-sandbox", NULL,
		"keep the right to write files, start programs and open "
		"sockets, which candour otherwise gives up before it reads",
		CND_OPTION_NO_SANDBOX, 0 },
	{ "replace", NULL, "take away the comments of an earlier candour first",
		CND_OPTION_REPLACE, 0 },
	{ "styles", "DIR", "where Vale styles are; \"styles\" unless told",
		CND_OPTION_STYLES, 0 },
	{ "style", "NAME,...", "also run these Vale styles; may be given again",
		CND_OPTION_STYLE, 0 },
	{ "only-styles", NULL, "none of candour's own rules",
		CND_OPTION_ONLY_STYLES, 0 },
	{ "cost", NULL,
		"how each rule's patterns are looked for, dearest first",
		CND_OPTION_COST, 0 },
	{ "stdio", NULL,
		"speak on standard input and output, as it always does",
		CND_OPTION_STDIO, 0 },
	{ "clientProcessId", "N",
		"taken for editors that give it; initialize tells it too",
		CND_OPTION_CLIENT_PROCESS, 0 },
	{ "man", NULL, "print the manual page (roff)", CND_OPTION_MAN, 0 },
	{ "completion", "SHELL", "print completion for bash, zsh or fish",
		CND_OPTION_COMPLETION, 0 },
	{ "help", NULL, "print help and end", CND_OPTION_HELP, 'h' },
	{ "version", NULL, "print the version and end", CND_OPTION_VERSION,
		'V' },
};

const struct cnd_option *
cnd_option(enum cnd_option_id id)
{
	assert(options[id].id == id);
	return &options[id];
}

static bool
is_taken(const enum cnd_option_id *taken, enum cnd_option_id id)
{
	if (id == CND_OPTION_HELP || id == CND_OPTION_VERSION)
		return true;
	while (*taken != CND_OPTION_COUNT)
		if (*taken++ == id)
			return true;
	return false;
}

static bool
fail_unknown(struct cnd_str name, const enum cnd_option_id *taken,
	struct cnd_error *err)
{
	struct cnd_str names[CND_OPTION_COUNT];
	struct cnd_str nearest;
	size_t count = 0;

	for (size_t i = 0; i < CND_OPTION_COUNT; i++)
		if (is_taken(taken, options[i].id))
			names[count++] = cnd_str_of(options[i].name);
	nearest = cnd_nearest(name, names, count);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"option '--%.*s' is not known here; did you mean "
			"'--%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_USAGE, "option '--%.*s' is not known here",
		CND_STR_ARG(name));
}

/* A command line being read. */
struct parser {
	struct cnd_arena *arena;
	const enum cnd_option_id *taken;
	struct cnd_words words;
	int at; /* the next word */
	struct cnd_arguments *arguments;
};

static void
give(struct parser *parser, enum cnd_option_id id, const char *value)
{
	struct cnd_arguments *arguments = parser->arguments;

	arguments->given = cnd_arena_grow(parser->arena, arguments->given,
		arguments->given_count, &arguments->given_capacity,
		sizeof(*arguments->given));
	arguments->given[arguments->given_count++] =
		(struct cnd_given){ id, value };
}

static void
add_word(struct parser *parser, const char *word)
{
	struct cnd_arguments *arguments = parser->arguments;

	arguments->words = cnd_arena_grow(parser->arena, arguments->words,
		arguments->word_count, &arguments->word_capacity,
		sizeof(*arguments->words));
	arguments->words[arguments->word_count++] = word;
}

static const struct cnd_option *
find_long(struct cnd_str name, const enum cnd_option_id *taken)
{
	for (size_t i = 0; i < CND_OPTION_COUNT; i++)
		if (is_taken(taken, options[i].id) &&
			cnd_str_equal(cnd_str_of(options[i].name), name))
			return &options[i];
	return NULL;
}

static const struct cnd_option *
find_letter(char letter, const enum cnd_option_id *taken)
{
	for (size_t i = 0; i < CND_OPTION_COUNT; i++)
		if (is_taken(taken, options[i].id) &&
			options[i].letter == letter)
			return &options[i];
	return NULL;
}

/* Takes an option with the value joined to it, or the next word. */
static bool
take(struct parser *parser, const struct cnd_option *option, const char *joined,
	struct cnd_error *err)
{
	if (option->argument == NULL && joined != NULL)
		return cnd_fail(err, CND_ERR_USAGE,
			"option '--%s' takes no value", option->name);
	if (option->argument != NULL && joined == NULL) {
		if (parser->at >= parser->words.argc)
			return cnd_fail(err, CND_ERR_USAGE,
				"option '--%s' needs a value: %s", option->name,
				option->argument);
		joined = parser->words.argv[parser->at++];
	}
	give(parser, option->id, joined);
	return true;
}

static bool
parse_long(struct parser *parser, const char *word, struct cnd_error *err)
{
	struct cnd_str after = cnd_str_of(word);
	struct cnd_str name = cnd_str_split(&after, '=');
	const char *equals = strchr(word, '=');
	const struct cnd_option *option = find_long(name, parser->taken);

	if (option == NULL)
		return fail_unknown(name, parser->taken, err);
	return take(parser, option, equals == NULL ? NULL : equals + 1, err);
}

/* "-qf text", "-qftext": letters, the last perhaps with its value. */
static bool
parse_letters(struct parser *parser, const char *letters, struct cnd_error *err)
{
	while (*letters != '\0') {
		char letter = *letters++;
		const struct cnd_option *option =
			find_letter(letter, parser->taken);
		const char *joined = NULL;

		if (option == NULL)
			return cnd_fail(err, CND_ERR_USAGE,
				"option '-%c' is not known here", letter);
		if (option->argument != NULL && *letters != '\0') {
			joined = letters;
			letters += strlen(letters);
		}
		if (!take(parser, option, joined, err))
			return false;
	}
	return true;
}

bool
cnd_options_parse(struct cnd_arena *arena, struct cnd_words words,
	const enum cnd_option_id *taken, struct cnd_arguments *arguments,
	struct cnd_error *err)
{
	struct parser parser = { arena, taken, words, 0, arguments };
	bool are_words = false; /* "--" was seen */

	while (parser.at < words.argc) {
		const char *word = words.argv[parser.at++];
		bool ok = true;

		if (are_words || word[0] != '-' || word[1] == '\0')
			add_word(&parser, word);
		else if (strcmp(word, "--") == 0)
			are_words = true;
		else if (word[1] == '-')
			ok = parse_long(&parser, word + 2, err);
		else
			ok = parse_letters(&parser, word + 1, err);
		if (!ok)
			return false;
	}
	return true;
}

bool
cnd_arguments_have(const struct cnd_arguments *arguments, enum cnd_option_id id)
{
	for (size_t i = 0; i < arguments->given_count; i++)
		if (arguments->given[i].id == id)
			return true;
	return false;
}

const char *
cnd_arguments_value(
	const struct cnd_arguments *arguments, enum cnd_option_id id)
{
	for (size_t i = arguments->given_count; i > 0; i--)
		if (arguments->given[i - 1].id == id)
			return arguments->given[i - 1].value;
	return NULL;
}
