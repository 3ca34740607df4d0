/* --fix and --diff: edits that need no thought. */
#include "cli/mend.h"

#include "app/fix.h"

/* Findings with a safe edit that is not made in the file itself. */
static size_t
count_safe(const struct cnd_report *report)
{
	size_t count = 0;

	for (size_t i = 0; i < report->finding_count; i++)
		count += cnd_fix_is_safe(&report->findings[i]);
	return count;
}

/* Word and ODF files are never changed: comments are for them. */
static void
note_package(const struct cnd_session *session, const struct cnd_report *report)
{
	size_t count = count_safe(report);

	if (report->doc->places == CND_PLACES_LINES || count == 0)
		return;
	cnd_session_note(session,
		"%.*s: %zu edit%s could be made, but not in this kind of file; "
		"see 'candour annotate'",
		CND_STR_ARG(report->doc->name), count, count == 1 ? "" : "s");
}

static bool
mend_file(const struct cnd_session *session, struct cnd_run_file *file,
	struct cnd_error *err)
{
	struct cnd_changes changes =
		cnd_fix_changes(file->report, session->arena);
	struct cnd_buf out = { 0 };
	bool ok;

	note_package(session, file->report);
	if (changes.count == 0)
		return true;
	if (file->is_given || cnd_str_equal(file->path, CND_STR("-")))
		return cnd_fail(err, CND_ERR_USAGE,
			"only a file itself can be mended, not %s; see "
			"'--diff'",
			file->is_given ? "git's index" : "standard input");
	cnd_fix_apply(&changes, cnd_buf_str(&file->bytes), &out);
	ok = cnd_session_write(
		session, file->path.data, cnd_buf_str(&out), 0666, err);
	cnd_buf_dispose(&out);
	if (!ok)
		return false;
	cnd_session_note(session, "%.*s: %zu edit%s made",
		CND_STR_ARG(file->name), changes.count,
		changes.count == 1 ? "" : "s");
	cnd_run_again(file);
	return true;
}

bool
cnd_mend(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;

	if (!cnd_arguments_have(arguments, CND_OPTION_FIX) ||
		cnd_arguments_have(arguments, CND_OPTION_DIFF))
		return true;
	for (size_t i = 0; i < batch->run.count; i++)
		if (batch->run.files[i].report != NULL &&
			!mend_file(session, &batch->run.files[i], err))
			return false;
	return true;
}

int
cnd_mend_show(const struct cnd_session *session, struct cnd_batch *batch)
{
	struct cnd_buf out = { 0 };
	int status = CND_EXIT_CLEAN;

	for (size_t i = 0; i < batch->run.count; i++) {
		const struct cnd_run_file *file = &batch->run.files[i];
		struct cnd_changes changes;

		if (file->report == NULL)
			continue;
		note_package(session, file->report);
		changes = cnd_fix_changes(file->report, session->arena);
		cnd_fix_diff(
			&changes, cnd_buf_str(&file->bytes), file->name, &out);
	}
	if (out.len > 0)
		status = CND_EXIT_FINDINGS;
	if (!cnd_session_print(session, cnd_buf_str(&out)) ||
		batch->has_trouble)
		status = CND_EXIT_TROUBLE;
	cnd_buf_dispose(&out);
	return status;
}
