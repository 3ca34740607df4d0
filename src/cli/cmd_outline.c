/* candour outline: the document as candour read it. */
#include "cli/batch.h"

int
cnd_cmd_outline(struct cnd_session *session)
{
	return cnd_batch_command(session, NULL);
}
