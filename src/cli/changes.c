/*
 * --since and --staged.  Git names files by absolute paths; those of the
 * command line are made absolute too, and shown as they were given.
 */
#include "cli/changes.h"

#include "app/git.h"
#include "base/limits.h"
#include "read/read.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Absolute and without links as far as the path exists. */
static struct cnd_str
absolute(struct cnd_arena *arena, const char *path)
{
	char folder[PATH_MAX];
	char *real = realpath(path, NULL);
	struct cnd_str result = cnd_str_of(real == NULL ? path : real);

	if (real == NULL && path[0] != '/' &&
		getcwd(folder, sizeof(folder)) != NULL)
		result = cnd_arena_printf(arena, "%s/%s", folder, path);
	else
		result = cnd_arena_copy(arena, result);
	free(real);
	return result;
}

/* How an absolute path is written from a folder: "sub/a.md", "../b.md". */
static struct cnd_str
relative(struct cnd_arena *arena, struct cnd_str folder, struct cnd_str path)
{
	struct cnd_buf out = { 0 };
	struct cnd_str shown;
	size_t common = 0;
	size_t i = 0;

	for (; i < folder.len && i < path.len && folder.data[i] == path.data[i];
		i++)
		if (path.data[i] == '/')
			common = i;
	if (i == folder.len && i < path.len && path.data[i] == '/')
		common = i;
	for (i = common; i < folder.len; i++)
		if (folder.data[i] == '/')
			cnd_buf_puts(&out, "../");
	cnd_buf_put(&out, cnd_str_slice(path, common + 1, path.len));
	shown = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return shown;
}

static bool
is_at_or_below(struct cnd_str path, struct cnd_str folder)
{
	return cnd_str_starts_with(path, folder) &&
		(path.len == folder.len || path.data[folder.len] == '/');
}

static bool
is_named(const struct cnd_session *session, struct cnd_str path)
{
	const struct cnd_arguments *arguments = &session->arguments;

	for (size_t i = 0; i < arguments->word_count; i++)
		if (is_at_or_below(path,
			    absolute(session->arena, arguments->words[i])))
			return true;
	return arguments->word_count == 0;
}

bool
cnd_changes_are_staged(const struct cnd_session *session)
{
	return cnd_arguments_have(&session->arguments, CND_OPTION_STAGED);
}

/* Gives a file the draft before its change. */
static bool
read_former(const struct cnd_git_change *change, struct cnd_run_file *file,
	struct cnd_error *err)
{
	file->is_compared = true;
	file->former_name = change->old_path;
	file->has_former = change->old_blob.len > 0;
	return !file->has_former ||
		cnd_git_read_blob(change->old_blob, CND_LIMIT_INPUT_BYTES,
			&file->former, err);
}

/* A file added with --intent-to-add has no content to commit. */
static bool
is_to_read(
	const struct cnd_session *session, const struct cnd_git_change *change)
{
	return change->new_blob.len > 0 &&
		cnd_reader_for(change->path) != NULL &&
		is_named(session, change->path);
}

bool
cnd_changes_find_staged(const struct cnd_session *session, struct cnd_run *run,
	struct cnd_error *err)
{
	struct cnd_git git = { .arena = session->arena };
	struct cnd_str here = absolute(session->arena, ".");

	if (cnd_arguments_have(&session->arguments, CND_OPTION_SINCE))
		return cnd_fail(err, CND_ERR_USAGE,
			"--since and --staged cannot be had together");
	if (!cnd_git_open(&git, err) || !cnd_git_find_changes(&git, NULL, err))
		return false;
	run->files = cnd_arena_array(
		session->arena, git.count + 1, sizeof(*run->files));
	for (size_t i = 0; i < git.count; i++) {
		const struct cnd_git_change *change = &git.changes[i];
		struct cnd_run_file *file = &run->files[run->count];

		if (!is_to_read(session, change))
			continue;
		run->count++;
		file->path = relative(session->arena, here, change->path);
		file->name = file->path;
		file->is_given = true;
		if (!cnd_git_read_blob(change->new_blob, CND_LIMIT_INPUT_BYTES,
			    &file->bytes, err) ||
			!read_former(change, file, err))
			return false;
	}
	return true;
}

static int
compare_paths(const void *left, const void *right)
{
	const struct cnd_str *a = left;
	const struct cnd_str *b = right;

	return cnd_str_compare(*a, *b);
}

/* What was there at the merge base, and what changed since. */
struct history {
	struct cnd_git git;
	struct cnd_str *files;
	size_t count;
};

static bool
read_history(const struct cnd_session *session, struct history *history,
	struct cnd_error *err)
{
	const char *rev =
		cnd_arguments_value(&session->arguments, CND_OPTION_SINCE);
	struct cnd_git *git = &history->git;
	struct cnd_str base;

	git->arena = session->arena;
	return cnd_git_open(git, err) &&
		cnd_git_merge_base(git, rev, &base, err) &&
		cnd_git_find_changes(git, base.data, err) &&
		cnd_git_list(
			git, base.data, &history->files, &history->count, err);
}

/* Whether a file is to be read; it is given its former draft. */
static bool
compare_file(const struct history *history, struct cnd_run_file *file,
	bool *is_changed, struct cnd_error *err)
{
	const struct cnd_git *git = &history->git;
	struct cnd_str path = absolute(git->arena, file->path.data);
	const struct cnd_git_change *change = cnd_git_change_of(git, path);

	*is_changed = true;
	if (cnd_str_equal(file->path, CND_STR("-")))
		return cnd_fail(err, CND_ERR_USAGE,
			"--since takes files, not standard input");
	if (!is_at_or_below(path, git->top)) {
		cnd_fail(err, CND_ERR_USAGE,
			"is not in the git repository of the current folder");
		return cnd_fail_at(err, file->name, 0, 0);
	}
	if (change != NULL)
		return read_former(change, file, err);
	/* Not known to git yet, so all of it is new; or as it was. */
	file->is_compared = true;
	*is_changed = history->count == 0 ||
		bsearch(&path, history->files, history->count, sizeof(path),
			compare_paths) == NULL;
	return true;
}

bool
cnd_changes_narrow(const struct cnd_session *session, struct cnd_run *run,
	struct cnd_error *err)
{
	struct history history = { 0 };
	size_t kept = 0;

	if (!cnd_arguments_have(&session->arguments, CND_OPTION_SINCE))
		return true;
	if (!read_history(session, &history, err))
		return false;
	for (size_t i = 0; i < run->count; i++) {
		bool is_changed;

		if (!compare_file(&history, &run->files[i], &is_changed, err))
			return false;
		if (is_changed)
			run->files[kept++] = run->files[i];
	}
	run->count = kept;
	return true;
}
