/* The commands: to add one, add cmd_<name>.c and a row here. */
#include "cli/commands.h"

static const enum cnd_option_id check_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_OUTPUT, CND_OPTION_FAIL_ON, CND_OPTION_PROFILE,
	CND_OPTION_DATE, CND_OPTION_ONLY, CND_OPTION_ENABLE, CND_OPTION_DISABLE,
	CND_OPTION_RULES, CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG,
	CND_OPTION_STYLES, CND_OPTION_STYLE, CND_OPTION_ONLY_STYLES,
	CND_OPTION_SINCE, CND_OPTION_STAGED, CND_OPTION_STDIN_FILENAME,
	CND_OPTION_SUPPRESSED, CND_OPTION_REDACT, CND_OPTION_BASELINE,
	CND_OPTION_WRITE_BASELINE, CND_OPTION_PRUNE_BASELINE, CND_OPTION_FIX,
	CND_OPTION_DIFF, CND_OPTION_JOBS, CND_OPTION_QUIET, CND_OPTION_NO_COLOR,
	CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id view_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_OUTPUT, CND_OPTION_PROFILE, CND_OPTION_RULES,
	CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG, CND_OPTION_STDIN_FILENAME,
	CND_OPTION_REDACT, CND_OPTION_JOBS, CND_OPTION_QUIET,
	CND_OPTION_NO_COLOR, CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id assure_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_OUTPUT, CND_OPTION_PROFILE, CND_OPTION_DATE,
	CND_OPTION_RULES, CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG,
	CND_OPTION_STDIN_FILENAME, CND_OPTION_REDACT, CND_OPTION_JOBS,
	CND_OPTION_QUIET, CND_OPTION_NO_COLOR, CND_OPTION_NO_SANDBOX,
	CND_OPTION_COUNT };

static const enum cnd_option_id outline_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_TEXT, CND_OPTION_OUTPUT, CND_OPTION_PROFILE,
	CND_OPTION_RULES, CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG,
	CND_OPTION_STDIN_FILENAME, CND_OPTION_REDACT, CND_OPTION_JOBS,
	CND_OPTION_QUIET, CND_OPTION_NO_COLOR, CND_OPTION_NO_SANDBOX,
	CND_OPTION_COUNT };

static const enum cnd_option_id annotate_options[] = { CND_OPTION_OUTPUT,
	CND_OPTION_REPLACE, CND_OPTION_PROFILE, CND_OPTION_DATE,
	CND_OPTION_ONLY, CND_OPTION_ENABLE, CND_OPTION_DISABLE,
	CND_OPTION_RULES, CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG,
	CND_OPTION_QUIET, CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id config_options[] = { CND_OPTION_CONFIG,
	CND_OPTION_NO_CONFIG, CND_OPTION_RULES, CND_OPTION_OUTPUT,
	CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id no_options[] = { CND_OPTION_COUNT };

static const enum cnd_option_id rule_options[] = { CND_OPTION_RULES,
	CND_OPTION_OUTPUT, CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id lsp_options[] = { CND_OPTION_RULES,
	CND_OPTION_STDIO, CND_OPTION_CLIENT_PROCESS, CND_OPTION_NO_SANDBOX,
	CND_OPTION_COUNT };

static const enum cnd_option_id rules_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_COST, CND_OPTION_RULES, CND_OPTION_OUTPUT,
	CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id test_options[] = { CND_OPTION_ONLY,
	CND_OPTION_STYLES, CND_OPTION_STYLE, CND_OPTION_QUIET,
	CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

static const enum cnd_option_id compare_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_OUTPUT, CND_OPTION_PROFILE, CND_OPTION_RULES,
	CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG, CND_OPTION_REDACT,
	CND_OPTION_QUIET, CND_OPTION_NO_SANDBOX, CND_OPTION_COUNT };

/* What `hook run` gives on to check. */
static const enum cnd_option_id hook_options[] = { CND_OPTION_FORMAT,
	CND_OPTION_FAIL_ON, CND_OPTION_PROFILE, CND_OPTION_ONLY,
	CND_OPTION_ENABLE, CND_OPTION_DISABLE, CND_OPTION_RULES,
	CND_OPTION_CONFIG, CND_OPTION_NO_CONFIG, CND_OPTION_REDACT,
	CND_OPTION_QUIET, CND_OPTION_NO_COLOR, CND_OPTION_NO_SANDBOX,
	CND_OPTION_COUNT };

static const enum cnd_option_id help_options[] = { CND_OPTION_MAN,
	CND_OPTION_COMPLETION, CND_OPTION_OUTPUT, CND_OPTION_NO_SANDBOX,
	CND_OPTION_COUNT };

static const char *const check_examples[] = {
	"candour check report.docx",
	"the findings of one report, for people",
	"candour check --format sarif --output candour.sarif reports/",
	"those of a folder, for code scanning",
	"candour check --format text --output - --format json --output a.json "
	".",
	"two formats at once: the first --output is the first --format's",
	"candour check --only disagreement/ --fail-on suggestion report.md",
	"one group of rules, any finding of which fails",
	"candour check --stdin-filename draft.md - <draft.md",
	"what an editor or a hook pipes in",
	"candour check --since origin/main",
	"what the commits of a branch, and work not committed yet, bring in",
	"candour check --staged",
	"the same of what git would commit now",
	"candour check --write-baseline known.json reports/",
	"take what is found today as known; later: --baseline known.json",
	"candour check --diff report.md",
	"what --fix would mend",
	NULL,
};

static const char *const register_examples[] = {
	"candour register report.docx",
	"every recommendation with owner, action, time and measure",
	"candour register --format csv reports/ >register.csv",
	"all reports of a folder in one sheet",
	NULL,
};

static const char *const assure_examples[] = {
	"candour assure report.docx",
	"which statements of accountability the report makes, and where",
	"candour assure --format html --output assurance.html report.md",
	"the same as a page to send on",
	NULL,
};

static const char *const annotate_examples[] = {
	"candour annotate report.docx -o report.reviewed.docx",
	"a copy with each finding as a comment on its words",
	"candour annotate --replace reviewed.docx -o again.docx",
	"the same, without the comments of last time",
	NULL,
};

static const char *const outline_examples[] = {
	"candour outline report.docx",
	"sections, paragraphs, tables and recommendations as candour read them",
	"candour outline --text report.docx",
	"its text, a line a paragraph",
	NULL,
};

static const char *const explain_examples[] = {
	"candour explain recommendation/owner-missing",
	"why it is flagged, what is, what is not, how often it was right",
	NULL,
};

static const char *const config_examples[] = {
	"candour config report.docx",
	"profile, threshold and rules for that report, each with its source",
	NULL,
};

static const char *const init_examples[] = {
	"candour init",
	"write .candour.yml here, with every key explained",
	NULL,
};

static const char *const lsp_examples[] = {
	"candour lsp",
	"the language server, started by an editor",
	NULL,
};

static const char *const rules_examples[] = {
	"candour rules",
	"every rule with its level and a line on what it flags",
	"candour rules --format markdown >rules.md",
	"the rule reference",
	"candour rules --cost --rules my-rules/",
	"which rules have patterns that must be tried everywhere",
	NULL,
};

static const char *const test_examples[] = {
	"candour test",
	"run every built-in rule on its own examples",
	"candour test my-rules/",
	"the same for the rules below a folder",
	NULL,
};

static const char *const compare_examples[] = {
	"candour compare draft1.docx draft2.docx",
	"owners, dates, disagreement and names that the second draft lost",
	NULL,
};

static const char *const hook_examples[] = {
	"candour hook install",
	"check each commit in this repository before it is made",
	"candour hook uninstall",
	"no longer, and put back the hook that was there before",
	NULL,
};

static const char *const help_examples[] = {
	"candour help register",
	"what 'candour register --help' prints",
	"candour help --man >candour.1",
	"the manual page",
	"candour help --completion bash >~/.local/share/bash-completion/"
	"completions/candour",
	"completion for bash; zsh and fish have theirs",
	NULL,
};

static const struct cnd_command commands[] = {
	{
		.name = "check",
		.words = "[PATH...]",
		.summary = "Say what reports leave open",
		.details = "A path is a file, a folder (all reports below it, "
			   "but for what .gitignore and .candourignore leave "
			   "out), or - for standard input; without one, the "
			   "current folder.",
		.options = check_options,
		.examples = check_examples,
		.has_formats = true,
		.view = CND_VIEW_FINDINGS,
		.run = cnd_cmd_check,
	},
	{
		.name = "register",
		.words = "[PATH...]",
		.summary = "List recommendations: who, what, by when, how "
			   "measured",
		.options = view_options,
		.examples = register_examples,
		.has_formats = true,
		.view = CND_VIEW_REGISTER,
		.run = cnd_cmd_register,
	},
	{
		.name = "assure",
		.words = "[PATH...]",
		.summary = "List statements of accountability and "
			   "disagreements",
		.options = assure_options,
		.examples = assure_examples,
		.has_formats = true,
		.view = CND_VIEW_ASSURANCE,
		.run = cnd_cmd_assure,
	},
	{
		.name = "annotate",
		.words = "IN -o OUT",
		.summary = "Put the findings into a copy of a Word or ODF "
			   "file, as comments",
		.details = "Nothing else in the file changes, and the input "
			   "is never overwritten. At most 500 comments, and "
			   "one at the start that sums up. SOURCE_DATE_EPOCH "
			   "dates them, for copies that are the same each "
			   "time.",
		.options = annotate_options,
		.examples = annotate_examples,
		.run = cnd_cmd_annotate,
	},
	{
		.name = "outline",
		.words = "[PATH...]",
		.summary = "Show a report as candour reads it",
		.options = outline_options,
		.examples = outline_examples,
		.has_formats = true,
		.view = CND_VIEW_OUTLINE,
		.run = cnd_cmd_outline,
	},
	{
		.name = "explain",
		.words = "RULE...",
		.summary = "Say why a rule exists and what it flags",
		.options = rule_options,
		.examples = explain_examples,
		.is_confined = true,
		.run = cnd_cmd_explain,
	},
	{
		.name = "init",
		.words = "[DIR]",
		.summary = "Write a .candour.yml that explains its keys",
		.details = "A file that is there already is never "
			   "overwritten.",
		.options = no_options,
		.examples = init_examples,
		.run = cnd_cmd_init,
	},
	{
		.name = "config",
		.words = "FILE",
		.summary = "Show what is in force for a file, and from where",
		.options = config_options,
		.examples = config_examples,
		.is_confined = true,
		.run = cnd_cmd_config,
	},
	{
		.name = "lsp",
		.words = "",
		.summary = "Serve an editor (language server protocol 3.17)",
		.options = lsp_options,
		.examples = lsp_examples,
		.run = cnd_cmd_lsp,
	},
	{
		.name = "rules",
		.words = "",
		.summary = "List the rules",
		.options = rules_options,
		.examples = rules_examples,
		.is_confined = true,
		.run = cnd_cmd_rules,
	},
	{
		.name = "test",
		.words = "[DIR...]",
		.summary = "Run rules on their own examples",
		.options = test_options,
		.examples = test_examples,
		.is_confined = true,
		.run = cnd_cmd_test,
	},
	{
		.name = "compare",
		.words = "OLD NEW",
		.summary = "Say what was softened between two drafts",
		.details = "Statements of accountability that are gone, "
			   "recommendations that lost owner, time or measure, "
			   "disagreement no longer told, bodies no longer "
			   "named, criticism of nobody. The two need not be "
			   "of one format. Ends with 1 when there is any.",
		.options = compare_options,
		.examples = compare_examples,
		.has_formats = true,
		.view = CND_VIEW_COMPARISON,
		.run = cnd_cmd_compare,
	},
	{
		.name = "hook",
		.words = "install|uninstall|run",
		.summary = "Check what git is about to commit",
		.details = "install writes a pre-commit hook to where git "
			   "looks for it (core.hooksPath counts); one that is "
			   "there is kept and runs first. uninstall takes it "
			   "away, and leaves any other hook alone. run is what "
			   "the hook does: candour check --staged --quiet, "
			   "with these options.",
		.options = hook_options,
		.examples = hook_examples,
		.view = CND_VIEW_FINDINGS,
		.run = cnd_cmd_hook,
	},
	{
		.name = "help",
		.words = "[COMMAND]",
		.summary = "Print help, the manual page, or completion",
		.options = help_options,
		.examples = help_examples,
		.is_confined = true,
		.run = cnd_cmd_help,
	},
	{ .name = NULL },
};

const struct cnd_command *
cnd_commands(void)
{
	return commands;
}

const struct cnd_command *
cnd_command_find(struct cnd_str name)
{
	for (const struct cnd_command *command = commands;
		command->name != NULL; command++)
		if (cnd_str_equal(cnd_str_of(command->name), name))
			return command;
	return NULL;
}
