/*
 * What git knows: files that changed, and their old and staged content.
 * Git is run as a program, without a shell; it decides on index, work
 * trees and attributes, as its environment (GIT_INDEX_FILE …) tells it.
 */
#ifndef CND_APP_GIT_H
#define CND_APP_GIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/* One file that differs; regular files only. */
struct cnd_git_change {
	struct cnd_str path; /* absolute, NUL-ended */
	struct cnd_str old_path; /* before a renaming; else path */
	struct cnd_str old_blob; /* empty: the file is new */
	struct cnd_str new_blob; /* empty: it stands in the work tree */
};

/* A repository.  Held by value; start with { .arena = … }. */
struct cnd_git {
	struct cnd_arena *arena;
	struct cnd_str top; /* its work tree's root, absolute, no links */
	struct cnd_git_change *changes; /* by path */
	size_t count;
	size_t capacity;
};

/*
 * Runs git with these words (ended by NULL; argv[0] is left out) in the
 * current folder and appends what it prints to out.  False and err when
 * there is no git, when it fails (its own words), or when it prints more
 * than limit bytes.
 */
bool cnd_git_run(const char *const *words, size_t limit, struct cnd_buf *out,
	struct cnd_error *err);

/* Finds the repository of the current folder: fills top. */
bool cnd_git_open(struct cnd_git *git, struct cnd_error *err);

/*
 * Where the current commit and rev parted: the id of the commit, which
 * lives in the arena.  False and err for a name that is no commit.
 */
bool cnd_git_merge_base(struct cnd_git *git, const char *rev,
	struct cnd_str *base, struct cnd_error *err);

/*
 * Fills changes: from the commit base to the work tree or, when base is
 * NULL, from the current commit to the index.  Deleted files, links and
 * submodules are left out; a renamed file has its old content.
 */
bool cnd_git_find_changes(
	struct cnd_git *git, const char *base, struct cnd_error *err);

/* The change of the file at an absolute path, or NULL. */
const struct cnd_git_change *cnd_git_change_of(
	const struct cnd_git *git, struct cnd_str path);

/* The files of a commit, absolute and sorted, in the arena. */
bool cnd_git_list(struct cnd_git *git, const char *commit,
	struct cnd_str **files, size_t *count, struct cnd_error *err);

/* Appends the content of a blob of at most limit bytes. */
bool cnd_git_read_blob(struct cnd_str blob, size_t limit, struct cnd_buf *out,
	struct cnd_error *err);

#endif
