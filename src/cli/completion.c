/* Completion for bash, zsh and fish, from commands, options and formats. */
#include "cli/completion.h"

/* The names of a command's formats, with blanks between. */
static void
put_formats(const struct cnd_command *command, struct cnd_buf *out)
{
	const char *gap = "";

	for (const struct cnd_format *format = cnd_formats();
		format->name != NULL; format++)
		if (format->view == command->view) {
			cnd_buf_printf(out, "%s%s", gap, format->name);
			gap = " ";
		}
}

static void
put_commands(struct cnd_buf *out)
{
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		cnd_buf_printf(out, "%s%s",
			command == cnd_commands() ? "" : " ", command->name);
}

/* The values an option may have, where a table has them. */
static void
put_values(const struct cnd_command *command, enum cnd_option_id id,
	struct cnd_buf *out)
{
	if (id == CND_OPTION_FORMAT && command->has_formats)
		put_formats(command, out);
	else if (id == CND_OPTION_FAIL_ON)
		cnd_buf_puts(out, "suggestion warning error never");
	else if (id == CND_OPTION_COMPLETION)
		cnd_buf_puts(out, "bash zsh fish");
}

static bool
has_values(const struct cnd_command *command, enum cnd_option_id id)
{
	return (id == CND_OPTION_FORMAT && command->has_formats) ||
		id == CND_OPTION_FAIL_ON || id == CND_OPTION_COMPLETION;
}

/* Bytes of text, each of `escaped` with a backslash; "'" for a shell. */
static void
put_escaped(const char *text, const char *escaped, struct cnd_buf *out)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'') {
			cnd_buf_puts(out, "'\\''");
			continue;
		}
		if (cnd_str_find_byte(cnd_str_of(escaped), *text) !=
			CND_NOT_FOUND)
			cnd_buf_putc(out, '\\');
		cnd_buf_putc(out, *text);
	}
}

/* What bash offers behind an option that has values of its own. */
static void
put_bash_values(const struct cnd_command *command, struct cnd_buf *out)
{
	for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++) {
		const struct cnd_option *option =
			cnd_option(command->options[i]);

		if (!has_values(command, option->id))
			continue;
		cnd_buf_printf(out, "\t%s:--%s", command->name, option->name);
		if (option->letter != 0)
			cnd_buf_printf(out, " | %s:-%c", command->name,
				option->letter);
		cnd_buf_puts(out, ")\n\t\twords='");
		put_values(command, option->id, out);
		cnd_buf_puts(out, "' ;;\n");
	}
}

static void
put_bash_options(const struct cnd_command *command, struct cnd_buf *out)
{
	cnd_buf_printf(out, "\t%s:*:-*)\n\t\twords='", command->name);
	for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++)
		cnd_buf_printf(
			out, "--%s ", cnd_option(command->options[i])->name);
	cnd_buf_puts(out, "--help --version' ;;\n");
}

static void
put_bash(struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"# bash completion for candour; made by 'candour help "
		"--completion bash'.\n"
		"_candour() {\n"
		"\tlocal current=${COMP_WORDS[COMP_CWORD]} words=\n"
		"\tlocal before=${COMP_WORDS[COMP_CWORD - 1]}\n"
		"\tlocal command=${COMP_WORDS[1]}\n"
		"\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n"
		"\t\twords='");
	put_commands(out);
	cnd_buf_puts(out,
		"'\n\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
		"\"$current\"\n\t\t\tcompgen -f -- \"$current\")\n"
		"\t\treturn\n\tfi\n"
		"\tcase $command:$before in\n");
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		put_bash_values(command, out);
	cnd_buf_puts(out,
		"\tesac\n"
		"\t[ -n \"$words\" ] || case $command:$before:$current in\n");
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		put_bash_options(command, out);
	cnd_buf_puts(out,
		"\tesac\n"
		"\tif [ -n \"$words\" ]; then\n"
		"\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
		"\"$current\")\n"
		"\telse\n"
		"\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
		"\tfi\n"
		"}\n"
		"complete -o filenames -F _candour candour\n");
}

static void
put_zsh_option(const struct cnd_command *command,
	const struct cnd_option *option, struct cnd_buf *out)
{
	cnd_buf_printf(out, " \\\n\t\t\t'*--%s[", option->name);
	put_escaped(option->description, "[]:\\", out);
	cnd_buf_puts(out, "]");
	if (option->argument != NULL) {
		cnd_buf_printf(out, ":%s:", option->argument);
		if (has_values(command, option->id)) {
			cnd_buf_putc(out, '(');
			put_values(command, option->id, out);
			cnd_buf_putc(out, ')');
		} else {
			cnd_buf_puts(out, "_files");
		}
	}
	cnd_buf_putc(out, '\'');
}

static void
put_zsh(struct cnd_buf *out)
{
	const struct cnd_command *command;

	cnd_buf_puts(out,
		"#compdef candour\n"
		"# Made by 'candour help --completion zsh'.\n"
		"_candour() {\n"
		"\tlocal -a commands\n"
		"\tcommands=(\n");
	for (command = cnd_commands(); command->name != NULL; command++) {
		cnd_buf_printf(out, "\t\t'%s:", command->name);
		put_escaped(command->summary, ":\\", out);
		cnd_buf_puts(out, "'\n");
	}
	cnd_buf_puts(out,
		"\t)\n"
		"\tif (( CURRENT == 2 )); then\n"
		"\t\t_describe command commands\n"
		"\t\t_files\n"
		"\t\treturn\n"
		"\tfi\n"
		"\tshift words\n"
		"\t(( CURRENT-- ))\n"
		"\tcase $words[1] in\n");
	for (command = cnd_commands(); command->name != NULL; command++) {
		cnd_buf_printf(out, "\t%s)\n\t\t_arguments", command->name);
		for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++)
			put_zsh_option(
				command, cnd_option(command->options[i]), out);
		cnd_buf_puts(out, " \\\n\t\t\t'*:path:_files' ;;\n");
	}
	cnd_buf_puts(out,
		"\t*) _files ;;\n"
		"\tesac\n"
		"}\n"
		"_candour \"$@\"\n");
}

static void
put_fish_option(const struct cnd_command *command,
	const struct cnd_option *option, struct cnd_buf *out)
{
	cnd_buf_printf(out,
		"complete -c candour -n '__fish_seen_subcommand_from %s' -l %s",
		command->name, option->name);
	if (option->letter != 0)
		cnd_buf_printf(out, " -s %c", option->letter);
	if (has_values(command, option->id)) {
		cnd_buf_puts(out, " -x -a '");
		put_values(command, option->id, out);
		cnd_buf_putc(out, '\'');
	} else if (option->argument != NULL) {
		cnd_buf_puts(out, " -r");
	}
	cnd_buf_puts(out, " -d '");
	for (const char *at = option->description; *at != '\0'; at++)
		cnd_buf_printf(
			out, *at == '\'' || *at == '\\' ? "\\%c" : "%c", *at);
	cnd_buf_puts(out, "'\n");
}

static void
put_fish(struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"# fish completion for candour; made by 'candour help "
		"--completion fish'.\n");
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++) {
		cnd_buf_printf(out,
			"complete -c candour -n __fish_use_subcommand -a %s "
			"-d \"%s\"\n",
			command->name, command->summary);
		for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++)
			put_fish_option(
				command, cnd_option(command->options[i]), out);
	}
}

bool
cnd_completion(struct cnd_str shell, struct cnd_buf *out, struct cnd_error *err)
{
	static const struct {
		const char *name;
		void (*put)(struct cnd_buf *out);
	} shells[] = { { "bash", put_bash }, { "zsh", put_zsh },
		{ "fish", put_fish } };

	for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++)
		if (cnd_str_equal(shell, cnd_str_of(shells[i].name))) {
			shells[i].put(out);
			return true;
		}
	return cnd_fail(err, CND_ERR_USAGE,
		"'--completion %.*s' is no shell known here: bash, zsh or fish",
		CND_STR_ARG(cnd_str_slice(shell, 0, 60)));
}
