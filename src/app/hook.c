/*
 * The git pre-commit hook.  A hook file is ours when it is, but for the
 * lines that name the program and its options, byte for byte what we write;
 * nothing else is ever overwritten or removed.
 */
#include "app/hook.h"

#include "app/file.h"
#include "app/git.h"
#include "app/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HOOK_BYTES = 1 << 20, PATH_BYTES = 1 << 16 };

static const char head[] =
	"#!/bin/sh\n"
	"# Written by 'candour hook install'; 'candour hook uninstall' takes\n"
	"# it away. Checks what is staged. To commit all the same:\n"
	"# git commit --no-verify\n"
	"candour=";

static const char call_head[] = "\n"
				"check() {\n"
				"\texec \"$candour\" hook";

static const char tail[] =
	" run\n"
	"}\n"
	"before=$(dirname \"$0\")/pre-commit.before-candour\n"
	"if [ -x \"$before\" ]; then\n"
	"\t\"$before\" \"$@\" || exit\n"
	"fi\n"
	"[ -x \"$candour\" ] || candour=candour\n"
	"if ! command -v \"$candour\" >/dev/null; then\n"
	"\techo 'candour, which this hook runs, is not there' >&2\n"
	"\texit 2\n"
	"fi\n"
	"check\n";

/* Where git looks for it. */
static bool
find(struct cnd_hook *hook, struct cnd_error *err)
{
	static const char *const words[] = { "rev-parse", "--git-path", "hooks",
		NULL };
	struct cnd_buf out = { 0 };
	bool ok = cnd_git_run(words, PATH_BYTES, &out, err);
	struct cnd_str folder = cnd_buf_str(&out);

	if (folder.len > 0 && folder.data[folder.len - 1] == '\n')
		folder.len--;
	if (ok)
		hook->path = cnd_arena_printf(
			hook->arena, "%.*s/pre-commit", CND_STR_ARG(folder));
	cnd_buf_dispose(&out);
	return ok;
}

static struct cnd_str
path_before(const struct cnd_hook *hook)
{
	return cnd_arena_printf(
		hook->arena, "%.*s.before-candour", CND_STR_ARG(hook->path));
}

/* A link counts too when it points nowhere. */
static bool
is_there(struct cnd_str path)
{
	struct stat state;

	return lstat(path.data, &state) == 0;
}

/* What the hook that is there says; nothing when it is not ours. */
static struct cnd_str
read_ours(const struct cnd_hook *hook)
{
	struct cnd_buf content = { 0 };
	struct cnd_error none = { 0 };
	struct cnd_str script = { 0 };
	struct cnd_str rest;

	if (!cnd_file_read(hook->path.data, HOOK_BYTES, &content, &none))
		return script;
	script = cnd_arena_copy(hook->arena, cnd_buf_str(&content));
	cnd_buf_dispose(&content);
	rest = cnd_str_slice(script, sizeof(head) - 1, script.len);
	/* What is quoted may itself hold a newline: look from the end. */
	return cnd_str_starts_with(script, cnd_str_of(head)) &&
			rest.len >= sizeof(tail) - 1 &&
			cnd_str_ends_with(rest, cnd_str_of(tail)) &&
			rest.data[0] == '\''
		? script
		: (struct cnd_str){ 0 };
}

static bool
fail_errno(struct cnd_str path, struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_OUTPUT, "%s", strerror(errno));
	return cnd_fail_at(err, path, 0, 0);
}

/* "it's" as the shell reads it: 'it'\''s'. */
static void
put_quoted(struct cnd_str s, struct cnd_buf *out)
{
	cnd_buf_putc(out, '\'');
	for (size_t i = 0; i < s.len; i++) {
		if (s.data[i] == '\'')
			cnd_buf_puts(out, "'\\'");
		cnd_buf_putc(out, s.data[i]);
	}
	cnd_buf_putc(out, '\'');
}

static void
put_script(const struct cnd_hook_call *call, struct cnd_buf *script)
{
	cnd_buf_puts(script, head);
	put_quoted(call->program, script);
	cnd_buf_puts(script, call_head);
	for (size_t i = 0; i < call->option_count; i++) {
		cnd_buf_putc(script, ' ');
		put_quoted(call->options[i], script);
	}
	cnd_buf_puts(script, tail);
}

static bool
write_hook(const struct cnd_hook *hook, struct cnd_str script,
	struct cnd_error *err)
{
	bool ok = cnd_output_write(hook->path.data, script, err);

	if (ok && chmod(hook->path.data, 0755) != 0)
		ok = fail_errno(hook->path, err);
	return ok;
}

/* The hooks folder itself may be missing; what is above it is git's. */
static bool
make_folder(const struct cnd_hook *hook, struct cnd_error *err)
{
	struct cnd_str folder =
		cnd_str_slice(hook->path, 0, hook->path.len - 11);
	struct cnd_str path = cnd_arena_copy(hook->arena, folder);

	if (mkdir(path.data, 0777) == 0 || errno == EEXIST)
		return true;
	return fail_errno(path, err);
}

/* Renames the hook that is there, unless one was kept before. */
static bool
keep_before(struct cnd_hook *hook, struct cnd_error *err)
{
	struct cnd_str before = path_before(hook);

	if (is_there(before)) {
		cnd_fail(err, CND_ERR_OUTPUT,
			"stands where the present hook would be kept; move "
			"one of the two away first");
		return cnd_fail_at(err, before, 0, 0);
	}
	if (rename(hook->path.data, before.data) != 0)
		return fail_errno(hook->path, err);
	hook->change = CND_HOOK_CHAINED;
	return true;
}

static bool
install(struct cnd_hook *hook, struct cnd_str script, struct cnd_error *err)
{
	struct cnd_str found = read_ours(hook);

	hook->change =
		cnd_str_equal(found, script) ? CND_HOOK_NOTHING : CND_HOOK_DONE;
	if (found.len == 0 && is_there(hook->path) && !keep_before(hook, err))
		return false;
	if (write_hook(hook, script, err))
		return true;
	/* Better the hook of before than none. */
	if (hook->change == CND_HOOK_CHAINED)
		(void)rename(path_before(hook).data, hook->path.data);
	return false;
}

bool
cnd_hook_install(struct cnd_hook *hook, const struct cnd_hook_call *call,
	struct cnd_error *err)
{
	struct cnd_buf script = { 0 };
	bool ok;

	put_script(call, &script);
	ok = find(hook, err) && make_folder(hook, err) &&
		install(hook, cnd_buf_str(&script), err);
	cnd_buf_dispose(&script);
	return ok;
}

bool
cnd_hook_uninstall(struct cnd_hook *hook, struct cnd_error *err)
{
	struct cnd_str before;

	hook->change = CND_HOOK_NOTHING;
	if (!find(hook, err))
		return false;
	if (!is_there(hook->path))
		return true;
	if (read_ours(hook).len == 0) {
		cnd_fail(err, CND_ERR_OUTPUT,
			"is not the hook that candour wrote, or was changed "
			"since; it stays as it is");
		return cnd_fail_at(err, hook->path, 0, 0);
	}
	before = path_before(hook);
	if (is_there(before)) {
		if (rename(before.data, hook->path.data) != 0)
			return fail_errno(before, err);
		hook->change = CND_HOOK_CHAINED;
		return true;
	}
	if (unlink(hook->path.data) != 0)
		return fail_errno(hook->path, err);
	hook->change = CND_HOOK_DONE;
	return true;
}
