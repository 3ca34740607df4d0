/* candour assure: the assurance table. */
#include "cli/batch.h"

int
cnd_cmd_assure(struct cnd_session *session)
{
	return cnd_batch_command(session, NULL);
}
