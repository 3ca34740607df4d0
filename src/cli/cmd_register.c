/* candour register: the register of recommendations. */
#include "cli/batch.h"

int
cnd_cmd_register(struct cnd_session *session)
{
	return cnd_batch_command(session, NULL);
}
