/* candour annotate: findings as comments in a copy of a Word or ODF file. */
#include "annotate/annotate.h"
#include "app/file.h"
#include "cli/batch.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* SOURCE_DATE_EPOCH makes copies reproducible (reproducible-builds.org). */
static int64_t
comment_time(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds;

	if (epoch == NULL || *epoch == '\0')
		return (int64_t)time(NULL);
	seconds = strtoll(epoch, &end, 10);
	return *end == '\0' && seconds >= 0 ? seconds : (int64_t)time(NULL);
}

static bool
is_same_file(const char *a, const char *b)
{
	struct stat left;
	struct stat right;

	return strcmp(a, b) == 0 ||
		(stat(a, &left) == 0 && stat(b, &right) == 0 &&
			left.st_dev == right.st_dev &&
			left.st_ino == right.st_ino);
}

static bool
check_words(const struct cnd_session *session, const char **output,
	struct cnd_error *err)
{
	const struct cnd_arguments *arguments = &session->arguments;

	*output = cnd_arguments_value(arguments, CND_OPTION_OUTPUT);
	if (arguments->word_count != 1)
		return cnd_fail(err, CND_ERR_USAGE,
			"annotate takes one file: candour annotate IN -o OUT");
	if (*output == NULL)
		return cnd_fail(
			err, CND_ERR_USAGE, "say where the copy goes: -o OUT");
	if (is_same_file(arguments->words[0], *output))
		return cnd_fail(err, CND_ERR_USAGE,
			"'%s' is the input itself, which is never overwritten",
			*output);
	return true;
}

static void
tell(const struct cnd_session *session,
	const struct cnd_annotate_result *result)
{
	cnd_session_note(session, "%zu comment%s written", result->comments,
		result->comments == 1 ? "" : "s");
	if (result->widened > 0)
		cnd_session_note(session,
			result->widened == 1
				? "%zu of them stands on more than the words "
				  "flagged, and quotes them (in notes, text "
				  "boxes, fields)"
				: "%zu of them stand on more than the words "
				  "flagged, and quote them (in notes, text "
				  "boxes, fields)",
			result->widened);
	if (result->removed > 0)
		cnd_session_note(session, "%zu earlier comment%s removed",
			result->removed, result->removed == 1 ? "" : "s");
	if (result->left_out > 0)
		cnd_session_note(session, "%zu finding%s left out: at most %d",
			result->left_out, result->left_out == 1 ? "" : "s",
			CND_ANNOTATE_MAX);
	if (result->breaks_signature)
		cnd_session_note(session,
			"the file is signed; the copy's signature is invalid");
	if (result->is_protected)
		cnd_session_note(session,
			"editing is restricted in the file; Word may hide or "
			"lock the comments");
}

static bool
annotate(struct cnd_session *session, const struct cnd_run_file *file,
	const char *output, struct cnd_error *err)
{
	struct cnd_annotate_result result = { 0 };
	const struct cnd_annotate_options options = {
		.replaces = cnd_arguments_have(
			&session->arguments, CND_OPTION_REPLACE),
		.time = comment_time(),
	};
	const struct cnd_annotate_job job = { cnd_buf_str(&file->bytes),
		file->report, &options, &result };
	struct cnd_buf copy = { 0 };
	bool ok = cnd_annotate(&job, &copy, err) &&
		cnd_session_write(session, output, cnd_buf_str(&copy),
			cnd_session_mode(session), err);

	cnd_buf_dispose(&copy);
	if (ok)
		tell(session, &result);
	else
		cnd_fail_at(err, file->name, 0, 0);
	return ok;
}

int
cnd_cmd_annotate(struct cnd_session *session)
{
	struct cnd_batch batch = { 0 };
	struct cnd_error err = { 0 };
	const char *output;
	int status = CND_EXIT_TROUBLE;

	if (!check_words(session, &output, &err) ||
		!cnd_batch_lint(session, &batch, &err)) {
		cnd_batch_dispose(&batch);
		return cnd_session_fail(&err);
	}
	if (batch.count == 1) {
		if (annotate(session, &batch.run.files[0], output, &err))
			status = CND_EXIT_CLEAN;
		else
			cnd_session_complain(&err);
	}
	cnd_batch_dispose(&batch);
	return status;
}
