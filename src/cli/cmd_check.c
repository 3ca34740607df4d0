/* candour check: the findings of files and folders. */
#include "cli/batch.h"
#include "cli/mend.h"

static bool
has_finding_at(const struct cnd_report *report, enum cnd_level level)
{
	for (size_t i = 0; i < report->finding_count; i++)
		if (report->findings[i].level >= level)
			return true;
	return false;
}

static int
show_diff(struct cnd_session *session)
{
	struct cnd_batch batch = { 0 };
	struct cnd_error err = { 0 };
	int status = CND_EXIT_TROUBLE;

	if (cnd_arguments_have(&session->arguments, CND_OPTION_REDACT)) {
		cnd_fail(&err, CND_ERR_USAGE,
			"'--diff' shows words of the report, '--redact' none");
		return cnd_session_fail(&err);
	}
	if (cnd_batch_lint(session, &batch, &err))
		status = cnd_mend_show(session, &batch);
	else
		cnd_session_complain(&err);
	cnd_batch_dispose(&batch);
	return status;
}

int
cnd_cmd_check(struct cnd_session *session)
{
	if (cnd_arguments_have(&session->arguments, CND_OPTION_DIFF))
		return show_diff(session);
	return cnd_batch_command(session, has_finding_at);
}
