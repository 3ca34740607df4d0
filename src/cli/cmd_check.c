/* candour check: the findings of files and folders. */
#include "cli/batch.h"

static bool
has_finding_at(const struct cnd_report *report, enum cnd_level level)
{
	for (size_t i = 0; i < report->finding_count; i++)
		if (report->findings[i].level >= level)
			return true;
	return false;
}

int
cnd_cmd_check(struct cnd_session *session)
{
	return cnd_batch_command(session, has_finding_at);
}
