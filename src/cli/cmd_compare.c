/* candour compare: what was softened between two drafts. */
#include "cli/batch.h"
#include "cli/confine.h"
#include "cli/outputs.h"
#include "lint/compare.h"

#include <string.h>

/* Takes a step (cnd_batch_find …) for one of the words; false after a
 * complaint. */
static bool
take_step(bool (*step)(struct cnd_session *session, struct cnd_batch *batch,
		  struct cnd_error *err),
	struct cnd_session *session, size_t index, struct cnd_batch *batch)
{
	struct cnd_session one = *session;
	struct cnd_error err = { 0 };
	bool ok;

	one.arguments.words = &session->arguments.words[index];
	one.arguments.word_count = 1;
	ok = step(&one, batch, &err);
	session->is_confined = one.is_confined;
	session->scribe = one.scribe;
	session->withheld = one.withheld;
	if (!ok)
		cnd_session_complain(&err);
	return ok;
}

/* Lints it; false after a complaint. */
static bool
lint_one(struct cnd_session *session, size_t index, struct cnd_batch *batch)
{
	struct cnd_error err = { 0 };

	if (!cnd_batch_run(session, batch, &err)) {
		cnd_session_complain(&err);
		return false;
	}
	if (batch->count == 1 && !batch->has_trouble)
		return true;
	if (!batch->has_trouble) {
		cnd_fail(&err, CND_ERR_USAGE, "is not one report");
		cnd_fail_at(&err, cnd_str_of(session->arguments.words[index]),
			0, 0);
		cnd_session_complain(&err);
	}
	return false;
}

static bool
is_softened(const struct cnd_report *was, const struct cnd_report *is)
{
	struct cnd_losses losses = { .arena = cnd_arena_new() };
	bool softened;

	cnd_compare(was, is, &losses);
	softened = losses.count > 0;
	cnd_arena_free(losses.arena);
	return softened;
}

static int
compare(struct cnd_session *session, struct cnd_batch *batches,
	const struct cnd_outputs *outputs)
{
	const struct cnd_report *pair[2];

	if (!take_step(cnd_batch_find, session, 0, &batches[0]) ||
		!take_step(cnd_batch_find, session, 1, &batches[1]) ||
		!take_step(cnd_batch_prepare, session, 0, &batches[0]) ||
		!take_step(cnd_batch_prepare, session, 1, &batches[1]))
		return CND_EXIT_TROUBLE;
	cnd_confine_reads(session, batches, 2);
	if (!lint_one(session, 0, &batches[0]) ||
		!lint_one(session, 1, &batches[1]))
		return CND_EXIT_TROUBLE;
	pair[0] = batches[0].reports[0];
	pair[1] = batches[1].reports[0];
	if (!cnd_outputs_print(session, outputs, pair, 2))
		return CND_EXIT_TROUBLE;
	return is_softened(pair[0], pair[1]) ? CND_EXIT_FINDINGS
					     : CND_EXIT_CLEAN;
}

int
cnd_cmd_compare(struct cnd_session *session)
{
	struct cnd_batch batches[2];
	struct cnd_outputs outputs = { 0 };
	struct cnd_error err = { 0 };
	int status = CND_EXIT_TROUBLE;

	memset(batches, 0, sizeof(batches));
	if (session->arguments.word_count != 2)
		cnd_fail(&err, CND_ERR_USAGE,
			"compare takes two files: candour compare OLD NEW");
	if (err.code != CND_OK || !cnd_outputs_read(session, &outputs, &err))
		return cnd_session_fail(&err);
	status = compare(session, batches, &outputs);
	cnd_batch_dispose(&batches[0]);
	cnd_batch_dispose(&batches[1]);
	return status;
}
