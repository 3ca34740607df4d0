/* Help and manual, printed from the tables of commands and options. */
#include "cli/help.h"

#include "format/show.h"

#include <string.h>

enum { WIDTH = 78, INDENT = 2, OPTION_TEXT_AT = 28, NAME_TEXT_AT = 14 };

static const char about[] =
	"candour reads the report of a review (a safeguarding review, a "
	"domestic homicide review, a patient safety investigation, an "
	"inquiry) and says where it leaves open who must do what by when, "
	"who answers for it, and what came of disagreement.";

static const char statuses[] =
	"0 for nothing at or above --fail-on's level, 1 for findings, 2 for "
	"wrong usage, a wrong rule or an input that could not be read (the "
	"others are still read and reported). Results go to standard output, "
	"all else to standard error.";

static void
put_paragraph(const char *words, size_t indent, struct cnd_buf *out)
{
	for (size_t i = 0; i < indent; i++)
		cnd_buf_putc(out, ' ');
	cnd_show_wrapped(cnd_str_of(words), indent, indent, WIDTH, out);
	cnd_buf_putc(out, '\n');
}

/* A name and its description in two columns, the second at text_at. */
static void
put_pair(const char *name, const char *description, size_t text_at,
	struct cnd_buf *out)
{
	size_t at = INDENT + strlen(name);

	cnd_buf_printf(out, "%*s%s", INDENT, "", name);
	if (at + 2 > text_at) {
		cnd_buf_putc(out, '\n');
		at = 0;
	}
	for (; at < text_at; at++)
		cnd_buf_putc(out, ' ');
	cnd_show_wrapped(cnd_str_of(description), text_at, text_at, WIDTH, out);
	cnd_buf_putc(out, '\n');
}

static void
put_option(enum cnd_option_id id, struct cnd_buf *out)
{
	const struct cnd_option *option = cnd_option(id);
	struct cnd_buf name = { 0 };

	if (option->letter != 0)
		cnd_buf_printf(&name, "-%c, ", option->letter);
	else
		cnd_buf_puts(&name, "    ");
	cnd_buf_printf(&name, "--%s%s%s", option->name,
		option->argument == NULL ? "" : " ",
		option->argument == NULL ? "" : option->argument);
	cnd_buf_putc(&name, '\0');
	put_pair(name.data, option->description, OPTION_TEXT_AT, out);
	cnd_buf_dispose(&name);
}

static void
put_formats(const struct cnd_command *command, struct cnd_buf *out)
{
	if (!command->has_formats)
		return;
	cnd_buf_puts(out, "\nFormats\n");
	for (const struct cnd_format *format = cnd_formats();
		format->name != NULL; format++)
		if (format->view == command->view)
			put_pair(format->name, format->description,
				NAME_TEXT_AT, out);
}

void
cnd_help_overview(struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"Usage: candour COMMAND [OPTION...] [PATH...]\n"
		"       candour FILE...\n\n");
	put_paragraph(about, 0, out);
	cnd_buf_puts(out, "\nCommands\n");
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		put_pair(command->name, command->summary, NAME_TEXT_AT, out);
	cnd_buf_puts(out,
		"\nExamples\n"
		"  candour report.docx\n"
		"  candour register --format csv report.md >register.csv\n"
		"  candour explain disagreement/unacknowledged\n"
		"\n'candour help COMMAND' says more of each.\n");
}

void
cnd_help_command(const struct cnd_command *command, struct cnd_buf *out)
{
	cnd_buf_printf(out, "Usage: candour %s [OPTION...]%s%s\n\n",
		command->name, command->words[0] == '\0' ? "" : " ",
		command->words);
	cnd_buf_printf(out, "%s.\n", command->summary);
	if (command->details != NULL) {
		cnd_buf_putc(out, '\n');
		put_paragraph(command->details, 0, out);
	}
	cnd_buf_puts(out, "\nOptions\n");
	for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++)
		put_option(command->options[i], out);
	put_option(CND_OPTION_HELP, out);
	put_option(CND_OPTION_VERSION, out);
	put_formats(command, out);
	cnd_buf_puts(out, "\nExamples\n");
	for (size_t i = 0; command->examples[i] != NULL; i += 2) {
		cnd_buf_printf(out, "  %s\n", command->examples[i]);
		put_paragraph(command->examples[i + 1], 6, out);
	}
	if (command->has_formats) {
		cnd_buf_puts(out, "\nExit status\n");
		put_paragraph(statuses, INDENT, out);
	}
}

/* Words for roff: backslashes, hyphens, and dots at a line's start. */
static void
put_roff(const char *words, struct cnd_buf *out)
{
	if (words[0] == '.' || words[0] == '\'')
		cnd_buf_puts(out, "\\&");
	for (; *words != '\0'; words++) {
		if (*words == '\\')
			cnd_buf_puts(out, "\\e");
		else if (*words == '-')
			cnd_buf_puts(out, "\\-");
		else
			cnd_buf_putc(out, *words);
	}
}

static void
put_roff_line(const char *opening, const char *words, struct cnd_buf *out)
{
	cnd_buf_puts(out, opening);
	put_roff(words, out);
	cnd_buf_putc(out, '\n');
}

static void
put_roff_formats(const struct cnd_command *command, struct cnd_buf *out)
{
	cnd_buf_puts(out, ".PP\nFormats:");
	for (const struct cnd_format *format = cnd_formats();
		format->name != NULL; format++) {
		if (format->view != command->view)
			continue;
		cnd_buf_puts(out, "\n.br\n.B ");
		put_roff(format->name, out);
		cnd_buf_puts(out, "\n(");
		put_roff(format->description, out);
		cnd_buf_putc(out, ')');
	}
	cnd_buf_putc(out, '\n');
}

static void
put_roff_command(const struct cnd_command *command, struct cnd_buf *out)
{
	cnd_buf_puts(out, ".SS \"");
	put_roff("candour ", out);
	put_roff(command->name, out);
	cnd_buf_puts(out, command->words[0] == '\0' ? "" : " ");
	put_roff(command->words, out);
	cnd_buf_puts(out, "\"\n");
	put_roff_line("", command->summary, out);
	cnd_buf_puts(out, ".\n");
	if (command->details != NULL)
		put_roff_line(".PP\n", command->details, out);
	cnd_buf_puts(out, ".PP\nOptions:");
	for (size_t i = 0; command->options[i] != CND_OPTION_COUNT; i++) {
		cnd_buf_puts(out, i == 0 ? " \\-\\-" : ", \\-\\-");
		put_roff(cnd_option(command->options[i])->name, out);
	}
	cnd_buf_putc(out, '\n');
	if (command->has_formats)
		put_roff_formats(command, out);
}

static void
put_roff_commands(struct cnd_buf *out)
{
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		put_roff_command(command, out);
}

static void
put_roff_options(struct cnd_buf *out)
{
	for (int i = 0; i < CND_OPTION_COUNT; i++) {
		const struct cnd_option *option =
			cnd_option((enum cnd_option_id)i);

		cnd_buf_puts(out, ".TP\n.B ");
		if (option->letter != 0)
			cnd_buf_printf(out, "\\-%c, ", option->letter);
		cnd_buf_puts(out, "\\-\\-");
		put_roff(option->name, out);
		if (option->argument != NULL)
			cnd_buf_printf(out, " %s", option->argument);
		put_roff_line("\n", option->description, out);
	}
}

static void
put_roff_examples(struct cnd_buf *out)
{
	for (const struct cnd_command *command = cnd_commands();
		command->name != NULL; command++)
		for (size_t i = 0; command->examples[i] != NULL; i += 2) {
			put_roff_line(".TP\n.B ", command->examples[i], out);
			put_roff_line("", command->examples[i + 1], out);
		}
}

void
cnd_help_manual(struct cnd_buf *out)
{
	cnd_buf_puts(out,
		".TH CANDOUR 1 \"\" \"candour " CND_VERSION "\"\n"
		".SH NAME\ncandour \\- say what a review report leaves open\n"
		".SH SYNOPSIS\n.B candour\n"
		".I command\n[option...] [path...]\n.br\n"
		".B candour\n.I file...\n.SH DESCRIPTION\n");
	put_roff_line("", about, out);
	cnd_buf_puts(out, ".SH COMMANDS\n");
	put_roff_commands(out);
	cnd_buf_puts(out, ".SH OPTIONS\n");
	put_roff_options(out);
	put_roff_line(".SH EXIT STATUS\n", statuses, out);
	put_roff_line(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\n",
		"set and not empty: no colours.", out);
	cnd_buf_puts(out, ".SH EXAMPLES\n");
	put_roff_examples(out);
}
