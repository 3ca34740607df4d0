/* --baseline, --write-baseline, --prune-baseline: what is known already. */
#include "cli/known.h"

#include "app/file.h"
#include "base/limits.h"
#include "lint/baseline.h"

static size_t
report_count(const struct cnd_batch *batch)
{
	size_t count = 0;

	for (size_t i = 0; i < batch->run.count; i++)
		count += batch->run.files[i].report != NULL;
	return count;
}

static bool
save(const struct cnd_session *session, struct cnd_baseline *baseline,
	const char *path, struct cnd_error *err)
{
	struct cnd_buf out = { 0 };
	bool ok;

	cnd_baseline_write(baseline, &out);
	ok = cnd_session_write(session, path, cnd_buf_str(&out), 0666, err);
	cnd_buf_dispose(&out);
	return ok;
}

static struct cnd_baseline *
load(const struct cnd_session *session, const char *path, struct cnd_error *err)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_baseline *baseline = NULL;

	if (cnd_file_read(path, CND_LIMIT_INPUT_BYTES, &bytes, err)) {
		struct cnd_str kept =
			cnd_arena_copy(session->arena, cnd_buf_str(&bytes));

		baseline = cnd_baseline_read(session->arena, kept, err);
	}
	cnd_buf_dispose(&bytes);
	if (baseline == NULL)
		cnd_fail_at(err, cnd_str_of(path), 0, 0);
	return baseline;
}

static size_t
apply(struct cnd_baseline *baseline, struct cnd_batch *batch)
{
	bool is_only = report_count(batch) == 1;
	size_t known = 0;

	for (size_t i = 0; i < batch->run.count; i++)
		if (batch->run.files[i].report != NULL)
			known += cnd_baseline_apply(
				baseline, batch->run.files[i].report, is_only);
	return known;
}

static bool
write_new(const struct cnd_session *session, struct cnd_batch *batch,
	const char *path, struct cnd_error *err)
{
	struct cnd_baseline *baseline = cnd_baseline_new(session->arena);
	size_t known;

	if (batch->has_trouble)
		return cnd_fail(err, CND_ERR_INPUT,
			"no baseline is written while a file cannot be read");
	for (size_t i = 0; i < batch->run.count; i++)
		cnd_baseline_add(baseline, batch->run.files[i].report);
	if (!save(session, baseline, path, err))
		return false;
	known = apply(baseline, batch);
	cnd_session_note(session, "%zu finding%s written to %s", known,
		known == 1 ? "" : "s", path);
	return true;
}

static bool
prune(const struct cnd_session *session, const struct cnd_batch *batch,
	struct cnd_baseline *baseline, struct cnd_error *err)
{
	const char *path =
		cnd_arguments_value(&session->arguments, CND_OPTION_BASELINE);
	size_t gone;

	if (batch->has_trouble)
		return cnd_fail(err, CND_ERR_INPUT,
			"no baseline is pruned while a file cannot be read");
	gone = cnd_baseline_prune(baseline);
	if (gone > 0 && !save(session, baseline, path, err))
		return false;
	cnd_session_note(session, "%zu finding%s taken out of %s", gone,
		gone == 1 ? "" : "s", path);
	return true;
}

bool
cnd_known_apply(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;
	const char *old = cnd_arguments_value(arguments, CND_OPTION_BASELINE);
	const char *new =
		cnd_arguments_value(arguments, CND_OPTION_WRITE_BASELINE);
	bool prunes = cnd_arguments_have(arguments, CND_OPTION_PRUNE_BASELINE);
	struct cnd_baseline *baseline;
	size_t known;

	if (old != NULL && new != NULL)
		return cnd_fail(err, CND_ERR_USAGE,
			"'--baseline' and '--write-baseline' exclude each "
			"other");
	if (prunes && old == NULL)
		return cnd_fail(err, CND_ERR_USAGE,
			"'--prune-baseline' needs '--baseline FILE'");
	if (new != NULL)
		return write_new(session, batch, new, err);
	if (old == NULL)
		return true;
	baseline = load(session, old, err);
	if (baseline == NULL)
		return false;
	known = apply(baseline, batch);
	cnd_session_note(session, "%zu known finding%s left out", known,
		known == 1 ? "" : "s");
	return !prunes || prune(session, batch, baseline, err);
}
