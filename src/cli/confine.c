/*
 * What a session reads and writes, told by its options.  A path that is
 * forgotten here cannot be opened later; one too many is a right kept.
 */
#include "cli/confine.h"

#include <string.h>

/* Tests for memory errors look at the process at its end. */
#ifdef CND_IS_TRACED
static const bool is_traced = true;
#else
static const bool is_traced = false;
#endif

struct paths {
	struct cnd_arena *arena;
	const char **items;
	size_t count;
	size_t capacity;
};

static void
add(struct paths *paths, const char *path)
{
	if (path == NULL || strcmp(path, "-") == 0)
		return;
	paths->items = cnd_arena_grow(paths->arena, paths->items, paths->count,
		&paths->capacity, sizeof(*paths->items));
	paths->items[paths->count++] = path;
}

static bool
mends(const struct cnd_session *session)
{
	return cnd_arguments_have(&session->arguments, CND_OPTION_FIX) &&
		!cnd_arguments_have(&session->arguments, CND_OPTION_DIFF);
}

static void
add_files(struct paths *paths, const struct cnd_batch *batches, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < batches[i].run.count; j++)
			if (!batches[i].run.files[j].is_given)
				add(paths, batches[i].run.files[j].path.data);
}

/* What the session's options name. */
static struct paths
outputs_of(const struct cnd_session *session, const struct cnd_batch *batches,
	size_t count)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct paths outputs = { .arena = session->arena };

	for (size_t i = 0; i < arguments->given_count; i++)
		if (arguments->given[i].id == CND_OPTION_OUTPUT ||
			arguments->given[i].id == CND_OPTION_WRITE_BASELINE)
			add(&outputs, arguments->given[i].value);
	if (cnd_arguments_have(arguments, CND_OPTION_PRUNE_BASELINE))
		add(&outputs,
			cnd_arguments_value(arguments, CND_OPTION_BASELINE));
	if (mends(session))
		add_files(&outputs, batches, count);
	return outputs;
}

static bool
is_due(const struct cnd_session *session)
{
	return !session->is_confined &&
		!cnd_arguments_have(&session->arguments, CND_OPTION_NO_SANDBOX);
}

static void
cap_memory(void)
{
	if (!is_traced)
		cnd_sandbox_cap_memory();
}

static void
enter(struct cnd_session *session, const struct cnd_sandbox *sandbox)
{
	cnd_sandbox_enter(sandbox);
	session->is_confined = true;
}

/* It gets a sandbox that lasts as long as it does. */
static bool
start_scribe(struct cnd_session *session, const struct paths *outputs,
	struct cnd_error *err)
{
	struct cnd_sandbox *sandbox =
		cnd_arena_alloc(session->arena, sizeof(*sandbox));

	*sandbox = (struct cnd_sandbox){ outputs->items, outputs->count,
		is_traced };
	session->scribe = cnd_scribe_start(sandbox, err);
	return session->scribe != NULL;
}

bool
cnd_confine_writes(struct cnd_session *session, const struct cnd_batch *batches,
	size_t count, struct cnd_error *err)
{
	const struct cnd_sandbox nothing = { .is_traced = is_traced };
	struct paths outputs;

	if (!is_due(session))
		return true;
	cap_memory(); /* the scribe's, too */
	outputs = outputs_of(session, batches, count);
	if (outputs.count > 0 && cnd_sandbox_is_there(&nothing) &&
		!start_scribe(session, &outputs, err))
		return false;
	enter(session, &nothing);
	return true;
}

void
cnd_confine_beside(struct cnd_session *session, const char *path)
{
	const struct cnd_sandbox sandbox = { &path, path != NULL, is_traced };

	if (!is_due(session))
		return;
	cap_memory();
	enter(session, &sandbox);
}

/* Mended files are read again: new ones, of the same names. */
static void
add_folders(struct paths *folders, const struct paths *files)
{
	struct cnd_arena *arena = folders->arena;

	for (size_t i = 0; i < files->count; i++) {
		struct cnd_str folder =
			cnd_project_folder(arena, files->items[i]);

		add(folders,
			folder.len == 0 ? "/"
					: cnd_arena_copy(arena, folder).data);
	}
}

void
cnd_confine_reads(const struct cnd_session *session,
	const struct cnd_batch *batches, size_t count)
{
	struct paths files = { .arena = session->arena };
	struct paths inputs = { .arena = session->arena };
	const struct cnd_sandbox nothing = { .is_traced = is_traced };

	if (!session->is_confined)
		return;
	add_files(&files, batches, count);
	if (mends(session))
		add_folders(&inputs, &files);
	else
		inputs = files;
	add(&inputs,
		cnd_arguments_value(&session->arguments, CND_OPTION_BASELINE));
	if (is_traced)
		add(&inputs, "/proc");
	cnd_sandbox_read_only(&nothing, inputs.items, inputs.count);
}
