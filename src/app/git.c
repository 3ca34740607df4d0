/*
 * Git's answers read.  Paths come NUL-ended and below the repository's
 * root, whatever the current folder, so no name needs unquoting.
 */
#include "app/git.h"

#include <stdlib.h>
#include <string.h>

enum {
	ID_BYTES = 256,
	PATH_BYTES = 1 << 16,
	/* A list of a million files. */
	LIST_BYTES = 128 << 20
};

/* Runs git for one line; it lives in the arena. */
static bool
run_line(struct cnd_git *git, const char *const *words, struct cnd_str *line,
	struct cnd_error *err)
{
	struct cnd_buf out = { 0 };
	bool ok = cnd_git_run(words, PATH_BYTES, &out, err);
	struct cnd_str said = cnd_buf_str(&out);

	if (said.len > 0 && said.data[said.len - 1] == '\n')
		said.len--;
	if (ok)
		*line = cnd_arena_copy(git->arena, said);
	cnd_buf_dispose(&out);
	return ok;
}

bool
cnd_git_open(struct cnd_git *git, struct cnd_error *err)
{
	static const char *const words[] = { "rev-parse", "--show-toplevel",
		NULL };
	char *real;

	if (!run_line(git, words, &git->top, err))
		return false;
	real = realpath(git->top.data, NULL);
	if (real != NULL)
		git->top = cnd_arena_copy(git->arena, cnd_str_of(real));
	free(real);
	return true;
}

bool
cnd_git_merge_base(struct cnd_git *git, const char *rev, struct cnd_str *base,
	struct cnd_error *err)
{
	struct cnd_error why = { 0 };
	struct cnd_str commit;
	struct cnd_str name = cnd_arena_printf(git->arena, "%s^{commit}", rev);
	const char *const verify[] = { "rev-parse", "--verify", name.data,
		NULL };
	const char *base_words[] = { "merge-base", NULL, "HEAD", NULL };

	/* Git would take such a name for an option. */
	if (rev[0] == '-' || !run_line(git, verify, &commit, &why))
		return cnd_fail(err, CND_ERR_USAGE,
			"'--since %.100s': git knows no commit of that name",
			rev);
	base_words[1] = commit.data;
	if (run_line(git, base_words, base, &why))
		return true;
	return cnd_fail(err, CND_ERR_USAGE,
		"'--since %.100s' has no commit in common with the current "
		"one; a shallow clone may lack it",
		rev);
}

static int
compare_changes(const void *left, const void *right)
{
	const struct cnd_git_change *a = left;
	const struct cnd_git_change *b = right;

	return cnd_str_compare(a->path, b->path);
}

static struct cnd_str
absolute(const struct cnd_git *git, struct cnd_str path)
{
	return cnd_arena_printf(git->arena, "%.*s/%.*s", CND_STR_ARG(git->top),
		CND_STR_ARG(path));
}

/* An id of zeros only stands for content that has none. */
static struct cnd_str
blob_of(const struct cnd_git *git, struct cnd_str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.data[i] != '0')
			return cnd_arena_copy(git->arena, id);
	return (struct cnd_str){ 0 };
}

static bool
is_regular(struct cnd_str mode)
{
	return cnd_str_starts_with(mode, CND_STR("100"));
}

/* ":100644 100644 1a… 2b… M", with one path behind it or two. */
static bool
add_change(struct cnd_git *git, struct cnd_str head, struct cnd_str *rest)
{
	struct cnd_str old_mode = cnd_str_split(&head, ' ');
	struct cnd_str mode = cnd_str_split(&head, ' ');
	struct cnd_str old_id = cnd_str_split(&head, ' ');
	struct cnd_str id = cnd_str_split(&head, ' ');
	struct cnd_str path = cnd_str_split(rest, '\0');
	struct cnd_git_change change = { 0 };

	if (head.len == 0 || path.len == 0)
		return false;
	change.old_path = absolute(git, path);
	if (head.data[0] == 'R' || head.data[0] == 'C')
		path = cnd_str_split(rest, '\0');
	change.path = absolute(git, path);
	if (is_regular(cnd_str_slice(old_mode, 1, old_mode.len)))
		change.old_blob = blob_of(git, old_id);
	change.new_blob = blob_of(git, id);
	if (!is_regular(mode) || head.data[0] == 'U')
		return true;
	git->changes = cnd_arena_grow(git->arena, git->changes, git->count,
		&git->capacity, sizeof(*git->changes));
	git->changes[git->count++] = change;
	return true;
}

static bool
run_diff(const char *base, struct cnd_buf *out, struct cnd_error *err)
{
	const char *const staged[] = { "diff", "--cached", "--raw", "-z", "-M",
		"--no-abbrev", "--no-relative", "--no-ext-diff", NULL };
	const char *const since[] = { "diff", "--raw", "-z", "-M",
		"--no-abbrev", "--no-relative", "--no-ext-diff", base, "--",
		NULL };

	return cnd_git_run(base == NULL ? staged : since, LIST_BYTES, out, err);
}

bool
cnd_git_find_changes(
	struct cnd_git *git, const char *base, struct cnd_error *err)
{
	struct cnd_buf out = { 0 };
	struct cnd_str rest;
	bool ok = run_diff(base, &out, err);

	rest = cnd_buf_str(&out);
	while (ok && rest.len > 0) {
		struct cnd_str head = cnd_str_split(&rest, '\0');

		if (!add_change(git, head, &rest))
			ok = cnd_fail(err, CND_ERR_SYSTEM,
				"git diff: its list cannot be read");
	}
	if (git->count > 1)
		qsort(git->changes, git->count, sizeof(*git->changes),
			compare_changes);
	cnd_buf_dispose(&out);
	return ok;
}

const struct cnd_git_change *
cnd_git_change_of(const struct cnd_git *git, struct cnd_str path)
{
	struct cnd_git_change key = { .path = path };

	if (git->count == 0)
		return NULL;
	return bsearch(&key, git->changes, git->count, sizeof(*git->changes),
		compare_changes);
}

static int
compare_paths(const void *left, const void *right)
{
	const struct cnd_str *a = left;
	const struct cnd_str *b = right;

	return cnd_str_compare(*a, *b);
}

bool
cnd_git_list(struct cnd_git *git, const char *commit, struct cnd_str **files,
	size_t *count, struct cnd_error *err)
{
	const char *const words[] = { "ls-tree", "-r", "-z", "--name-only",
		"--full-tree", commit, NULL };
	struct cnd_buf out = { 0 };
	bool ok = cnd_git_run(words, LIST_BYTES, &out, err);
	struct cnd_str rest = cnd_buf_str(&out);
	size_t capacity = 0;

	*files = NULL;
	*count = 0;
	while (ok && rest.len > 0) {
		struct cnd_str path = cnd_str_split(&rest, '\0');

		*files = cnd_arena_grow(
			git->arena, *files, *count, &capacity, sizeof(**files));
		(*files)[(*count)++] = absolute(git, path);
	}
	if (*count > 1)
		qsort(*files, *count, sizeof(**files), compare_paths);
	cnd_buf_dispose(&out);
	return ok;
}

bool
cnd_git_read_blob(struct cnd_str blob, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	char id[ID_BYTES];
	const char *const words[] = { "cat-file", "blob", id, NULL };

	if (blob.len >= sizeof(id))
		return cnd_fail(err, CND_ERR_SYSTEM, "git: an id is too long");
	memcpy(id, blob.data, blob.len);
	id[blob.len] = '\0';
	return cnd_git_run(words, limit, out, err);
}
