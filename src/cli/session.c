/* What a command works with: its arguments and where its words go. */
#include "cli/session.h"

#include "app/output.h"
#include "app/rules_dir.h"
#include "app/styles.h"

#include <inttypes.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Lines longer than this are hard to read on any screen. */
enum { WIDEST = 100 };

void
cnd_session_complain(const struct cnd_error *err)
{
	fputs("candour: ", stderr);
	if (err->path[0] != '\0')
		fprintf(stderr, "%s:", err->path);
	if (err->line > 0)
		fprintf(stderr, "%" PRIu32 ":", err->line);
	if (err->line > 0 && err->column > 0)
		fprintf(stderr, "%" PRIu32 ":", err->column);
	fprintf(stderr, "%s%s\n", err->path[0] != '\0' ? " " : "",
		err->message);
}

int
cnd_session_fail(const struct cnd_error *err)
{
	cnd_session_complain(err);
	return CND_EXIT_TROUBLE;
}

void
cnd_session_note(const struct cnd_session *session, const char *format, ...)
{
	va_list args;

	if (cnd_arguments_have(&session->arguments, CND_OPTION_QUIET))
		return;
	fputs("candour: note: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

unsigned
cnd_session_mode(const struct cnd_session *session)
{
	return 0666 & ~session->withheld;
}

bool
cnd_session_write(const struct cnd_session *session, const char *path,
	struct cnd_str bytes, unsigned mode, struct cnd_error *err)
{
	if (session->scribe != NULL)
		return cnd_scribe_write(
			session->scribe, path, bytes, mode, err);
	return cnd_output_write_as(path, bytes, mode, err);
}

bool
cnd_session_print_to(const struct cnd_session *session, const char *path,
	struct cnd_str bytes)
{
	struct cnd_error err = { 0 };
	bool is_closed;
	bool ok;

	if (path != NULL && strcmp(path, "-") != 0)
		ok = cnd_session_write(
			session, path, bytes, cnd_session_mode(session), &err);
	else
		ok = cnd_output_stream(STDOUT_FILENO, bytes, &is_closed, &err);
	if (!ok)
		cnd_session_complain(&err);
	return ok;
}

bool
cnd_session_print(const struct cnd_session *session, struct cnd_str bytes)
{
	return cnd_session_print_to(session,
		cnd_arguments_value(&session->arguments, CND_OPTION_OUTPUT),
		bytes);
}

static bool
wants_color(const struct cnd_session *session)
{
	const char *no_color = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	return isatty(STDOUT_FILENO) &&
		(no_color == NULL || no_color[0] == '\0') &&
		(terminal == NULL || strcmp(terminal, "dumb") != 0) &&
		!cnd_arguments_have(&session->arguments, CND_OPTION_NO_COLOR) &&
		!cnd_arguments_have(&session->arguments, CND_OPTION_OUTPUT);
}

static unsigned
terminal_width(void)
{
	struct winsize size = { 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 0;
	return size.ws_col > WIDEST ? WIDEST : size.ws_col;
}

/* "" when it cannot be told; the addresses are relative then. */
static struct cnd_str
current_folder(const struct cnd_session *session)
{
	char path[PATH_MAX];

	if (getcwd(path, sizeof(path)) == NULL)
		return (struct cnd_str){ 0 };
	return cnd_arena_copy(session->arena, cnd_str_of(path));
}

struct cnd_format_options
cnd_session_format_options(const struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;

	return (struct cnd_format_options){
		.has_color = wants_color(session),
		.is_redacted = cnd_arguments_have(arguments, CND_OPTION_REDACT),
		.shows_suppressed =
			cnd_arguments_have(arguments, CND_OPTION_SUPPRESSED),
		.is_quiet = cnd_arguments_have(arguments, CND_OPTION_QUIET),
		.width = terminal_width(),
		.folder = current_folder(session),
	};
}

/* --style NAME,NAME below --styles DIR. */
static struct cnd_styles
read_styles(const struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_styles styles = {
		.folder = cnd_arguments_value(arguments, CND_OPTION_STYLES),
		.is_alone =
			cnd_arguments_have(arguments, CND_OPTION_ONLY_STYLES),
	};
	struct cnd_str *list = NULL;
	size_t capacity = 0;

	for (size_t i = 0; i < arguments->given_count; i++) {
		struct cnd_str names = cnd_str_of(arguments->given[i].value);

		if (arguments->given[i].id != CND_OPTION_STYLE)
			continue;
		while (names.len > 0) {
			struct cnd_str name =
				cnd_str_trim(cnd_str_split(&names, ','));

			list = cnd_arena_grow(session->arena, list,
				styles.count, &capacity, sizeof(*list));
			if (name.len > 0)
				list[styles.count++] = name;
		}
	}
	styles.names = list;
	return styles;
}

void
cnd_session_tell_left_out(
	const struct cnd_session *session, const struct cnd_ruleset *set)
{
	size_t count;
	const struct cnd_error *errors = cnd_ruleset_left_out(set, &count);

	for (size_t i = 0; i < count; i++)
		cnd_session_note(session, "rule left out: %s:%u: %s",
			errors[i].path, errors[i].line, errors[i].message);
	errors = cnd_ruleset_notes(set, &count);
	for (size_t i = 0; i < count; i++)
		cnd_session_note(
			session, "%s: %s", errors[i].path, errors[i].message);
}

void
cnd_session_tell_notes(
	const struct cnd_session *session, const struct cnd_config *config)
{
	size_t count = config == NULL ? 0 : config->notes.count;

	for (size_t i = 0; i < count; i++)
		cnd_session_note(session, "%.*s:%u: %.*s",
			CND_STR_ARG(config->path), config->notes.items[i].line,
			CND_STR_ARG(config->notes.items[i].text));
}

struct cnd_ruleset *
cnd_session_ruleset(const struct cnd_session *session, struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_rule_files files = { .arena = session->arena };

	cnd_rule_files_add_builtin(&files);
	for (size_t i = 0; i < arguments->given_count; i++)
		if (arguments->given[i].id == CND_OPTION_RULES &&
			!cnd_rule_files_add_folder(
				&files, arguments->given[i].value, err))
			return NULL;
	return cnd_ruleset_new(files.items, files.count, err);
}

struct cnd_projects
cnd_session_projects(const struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_projects projects = { .arena = session->arena };
	const char **folders = cnd_arena_array(session->arena,
		arguments->given_count + 1, sizeof(const char *));

	for (size_t i = 0; i < arguments->given_count; i++)
		if (arguments->given[i].id == CND_OPTION_RULES)
			folders[projects.folder_count++] =
				arguments->given[i].value;
	projects.folders = folders;
	projects.styles = read_styles(session);
	projects.config = cnd_arguments_value(arguments, CND_OPTION_CONFIG);
	projects.is_ignoring =
		cnd_arguments_have(arguments, CND_OPTION_NO_CONFIG);
	return projects;
}
