/* What check, register, assure and outline share: paths to reports. */
#include "cli/batch.h"

#include "app/walk.h"
#include "cli/changes.h"
#include "cli/choices.h"
#include "cli/confine.h"
#include "cli/known.h"
#include "cli/mend.h"
#include "cli/outputs.h"
#include "cli/progress.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_JOBS = 64 };

/* --fail-on, before what a configuration says. */
static bool
read_fail_on(const struct cnd_session *session, const char **name,
	struct cnd_error *err)
{
	int threshold;

	*name = cnd_arguments_value(&session->arguments, CND_OPTION_FAIL_ON);
	if (*name == NULL ||
		cnd_config_threshold(cnd_str_of(*name), &threshold))
		return true;
	return cnd_fail(err, CND_ERR_USAGE,
		"'--fail-on %s' is no level: suggestion, warning, error or "
		"never",
		*name);
}

static bool
parse_jobs(const struct cnd_session *session, unsigned *jobs,
	struct cnd_error *err)
{
	const char *text =
		cnd_arguments_value(&session->arguments, CND_OPTION_JOBS);
	unsigned value = 0;

	*jobs = 0;
	if (text == NULL)
		return true;
	for (const char *at = text; *at != '\0'; at++) {
		if (!cnd_is_digit(*at) || value > MOST_JOBS)
			return cnd_fail(err, CND_ERR_USAGE,
				"'--jobs %s' is no number up to %d", text,
				MOST_JOBS);
		value = value * 10 + (unsigned)(*at - '0');
	}
	*jobs = value;
	return true;
}

static struct cnd_str
stdin_name(const struct cnd_session *session)
{
	const char *name = cnd_arguments_value(
		&session->arguments, CND_OPTION_STDIN_FILENAME);

	return cnd_str_of(name == NULL ? "<stdin>" : name);
}

/* What of the folders was not read. */
static void
tell_skipped(const struct cnd_session *session, const struct cnd_walk *walk)
{
	if (walk->skipped > 0)
		cnd_session_note(session,
			"%zu file%s of other types passed over", walk->skipped,
			walk->skipped == 1 ? "" : "s");
	if (walk->copies > 0)
		cnd_session_note(session,
			"%zu PDF%s passed over beside the file of the same "
			"name",
			walk->copies, walk->copies == 1 ? "" : "s");
	if (walk->pdfs > 0)
		cnd_session_note(session,
			"%zu PDF%s not read: that needs pdfinfo and pdftotext "
			"(install poppler-utils)",
			walk->pdfs, walk->pdfs == 1 ? "" : "s");
}

/* The files that the words name; what cannot be walked is told. */
static void
find_files(struct cnd_session *session, struct cnd_batch *batch)
{
	struct cnd_walk walk = { .arena = session->arena };
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_run *run = &batch->run;

	walk.takes_pdfs = cnd_pdf_can_open();
	for (size_t i = 0; i < arguments->word_count; i++)
		cnd_walk_add(&walk, arguments->words[i]);
	if (arguments->word_count == 0)
		cnd_walk_add(&walk, ".");
	cnd_walk_finish(&walk);
	for (size_t i = 0; i < walk.error_count; i++)
		cnd_session_complain(&walk.errors[i]);
	batch->has_trouble = walk.error_count > 0;
	tell_skipped(session, &walk);
	run->files = cnd_arena_array(
		session->arena, walk.count + 1, sizeof(*run->files));
	run->count = walk.count;
	for (size_t i = 0; i < walk.count; i++) {
		run->files[i].path = walk.files[i];
		run->files[i].name = cnd_str_equal(walk.files[i], CND_STR("-"))
			? stdin_name(session)
			: walk.files[i];
	}
	if (walk.count == 0 && walk.error_count == 0)
		cnd_session_note(session, "no report found to read");
}

/* Those, or those of them that changed. */
static bool
find_inputs(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	if (cnd_changes_are_staged(session))
		return cnd_changes_find_staged(session, &batch->run, err);
	find_files(session, batch);
	return cnd_changes_narrow(session, &batch->run, err);
}

static void
tell_errors(struct cnd_batch *batch)
{
	for (size_t i = 0; i < batch->run.count; i++) {
		if (batch->run.files[i].report != NULL)
			continue;
		cnd_session_complain(&batch->run.files[i].err);
		batch->has_trouble = true;
	}
}

/* The command line's choices, put behind those of the configuration. */
static void
join_choices(struct cnd_arena *arena, const struct cnd_in_force *force,
	struct cnd_lint_options *options)
{
	size_t own = options->choice_count;
	struct cnd_rule_choice *joined =
		cnd_arena_array(arena, force->count + own + 1, sizeof(*joined));

	if (force->count > 0)
		memcpy(joined, force->choices, force->count * sizeof(*joined));
	if (own > 0)
		memcpy(joined + force->count, options->choices,
			own * sizeof(*joined));
	options->choices = joined;
	options->choice_count = force->count + own;
}

/* Whether an earlier file is read by the same rules. */
static bool
is_told(const struct cnd_batch *batch, const struct cnd_ruleset *set)
{
	for (size_t i = 0; i < batch->run.count; i++)
		if (batch->run.files[i].set == set)
			return true;
	return false;
}

/* What rules a file is read by, and what fails it. */
static bool
prepare_file(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_run_file *file, struct cnd_error *err)
{
	struct cnd_in_force force;
	const char *fail_on;
	struct cnd_str name = CND_STR("warning");

	if (!read_fail_on(session, &fail_on, err) ||
		!cnd_projects_find(
			&batch->projects, file->name.data, &force, err) ||
		!cnd_choices_read(session, force.set, &file->options, err))
		return false;
	if (!is_told(batch, force.set)) {
		cnd_session_tell_notes(session, force.config);
		cnd_session_tell_left_out(session, force.set);
	}
	file->set = force.set;
	file->ending = force.ending;
	file->options.vale = force.vale;
	if (file->options.profile.len == 0)
		file->options.profile = force.profile.text;
	join_choices(session->arena, &force, &file->options);
	if (fail_on != NULL)
		name = cnd_str_of(fail_on);
	else if (force.fail_on.text.data != NULL)
		name = force.fail_on.text;
	return cnd_config_threshold(name, &file->fail_on);
}

/* Wrong words are told even where there is no file to read. */
static bool
check_options(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	struct cnd_run_file nowhere = { .name = CND_STR("report.md") };

	return batch->run.count > 0 ||
		prepare_file(session, batch, &nowhere, err);
}

/* A result quotes its inputs: who may not read them may not read it. */
static unsigned
withheld_on(const struct cnd_run *run)
{
	enum { ALL = 0066 }; /* of others than the owner */
	unsigned withheld = 0;
	struct stat state;

	for (size_t i = 0; i < run->count; i++)
		if (!run->files[i].is_given &&
			stat(run->files[i].path.data, &state) == 0 &&
			S_ISREG(state.st_mode))
			withheld |= ALL & ~state.st_mode;
	return withheld;
}

bool
cnd_batch_find(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	batch->projects = cnd_session_projects(session);
	if (!parse_jobs(session, &batch->run.threads, err) ||
		!find_inputs(session, batch, err))
		return false;
	session->withheld |= withheld_on(&batch->run);
	cnd_run_open_pdfs(&batch->run);
	return true;
}

bool
cnd_batch_prepare(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	if (!cnd_confine_writes(session, batch, 1, err) ||
		!check_options(session, batch, err))
		return false;
	for (size_t i = 0; i < batch->run.count; i++)
		if (!prepare_file(session, batch, &batch->run.files[i], err))
			return false;
	return true;
}

bool
cnd_batch_run(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	cnd_run_all(&batch->run);
	if (!cnd_mend(session, batch, err))
		return false;
	tell_errors(batch);
	batch->reports =
		cnd_run_reports(&batch->run, session->arena, &batch->count);
	return true;
}

bool
cnd_batch_lint(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err)
{
	if (!cnd_batch_find(session, batch, err) ||
		!cnd_batch_prepare(session, batch, err))
		return false;
	cnd_confine_reads(session, batch, 1);
	return cnd_batch_run(session, batch, err);
}

void
cnd_batch_dispose(struct cnd_batch *batch)
{
	cnd_run_dispose(&batch->run);
	*batch = (struct cnd_batch){ 0 };
}

static bool
fails_any(const struct cnd_batch *batch,
	bool (*fails)(const struct cnd_report *report, enum cnd_level level))
{
	for (size_t i = 0; i < batch->run.count; i++) {
		const struct cnd_run_file *file = &batch->run.files[i];

		if (file->report != NULL && file->fail_on != CND_FAIL_NEVER &&
			fails(file->report, (enum cnd_level)file->fail_on))
			return true;
	}
	return false;
}

/* What a batch printed as it goes is given, file by file. */
struct flow {
	struct cnd_batch *batch;
	struct cnd_printing printing;
	bool (*fails)(const struct cnd_report *report, enum cnd_level level);
	bool has_findings;
	struct cnd_progress progress;
};

static void
take_file(struct cnd_run_file *file, void *context)
{
	struct flow *flow = context;

	cnd_progress_step(&flow->progress);
	if (file->report == NULL) {
		cnd_progress_clear(&flow->progress);
		cnd_session_complain(&file->err);
		flow->batch->has_trouble = true;
		return;
	}
	if (flow->fails != NULL && file->fail_on != CND_FAIL_NEVER &&
		flow->fails(file->report, (enum cnd_level)file->fail_on))
		flow->has_findings = true;
	cnd_printing_put(&flow->printing, file->report);
}

/* Whether no report is needed once it is printed. */
static bool
may_flow(const struct cnd_session *session, const struct cnd_outputs *outputs)
{
	static const enum cnd_option_id keeping[] = { CND_OPTION_FIX,
		CND_OPTION_BASELINE, CND_OPTION_WRITE_BASELINE,
		CND_OPTION_PRUNE_BASELINE };

	for (size_t i = 0; i < sizeof(keeping) / sizeof(keeping[0]); i++)
		if (cnd_arguments_have(&session->arguments, keeping[i]))
			return false;
	return cnd_outputs_have_steps(outputs);
}

static int
run_flowing(struct cnd_session *session, struct cnd_batch *batch,
	const struct cnd_outputs *outputs,
	bool (*fails)(const struct cnd_report *report, enum cnd_level level))
{
	struct flow flow = { .batch = batch, .fails = fails };
	bool ok;

	flow.progress = cnd_progress_start(batch->run.count,
		cnd_arguments_have(&session->arguments, CND_OPTION_QUIET));
	cnd_printing_start(&flow.printing, session, outputs);
	batch->run.take = take_file;
	batch->run.context = &flow;
	cnd_run_all(&batch->run);
	cnd_progress_clear(&flow.progress);
	ok = cnd_printing_finish(&flow.printing);
	if (!ok || batch->has_trouble)
		return CND_EXIT_TROUBLE;
	return flow.has_findings ? CND_EXIT_FINDINGS : CND_EXIT_CLEAN;
}

static int
run_keeping(struct cnd_session *session, struct cnd_batch *batch,
	const struct cnd_outputs *outputs,
	bool (*fails)(const struct cnd_report *report, enum cnd_level level))
{
	struct cnd_error err = { 0 };

	if (!cnd_batch_run(session, batch, &err) ||
		!cnd_known_apply(session, batch, &err))
		return cnd_session_fail(&err);
	if (!cnd_outputs_print(
		    session, outputs, batch->reports, batch->count) ||
		batch->has_trouble)
		return CND_EXIT_TROUBLE;
	return fails != NULL && fails_any(batch, fails) ? CND_EXIT_FINDINGS
							: CND_EXIT_CLEAN;
}

int
cnd_batch_command(struct cnd_session *session,
	bool (*fails)(const struct cnd_report *report, enum cnd_level level))
{
	struct cnd_batch batch = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_outputs outputs = { 0 };
	int status;

	if (!cnd_outputs_read(session, &outputs, &err) ||
		!cnd_batch_find(session, &batch, &err) ||
		!cnd_batch_prepare(session, &batch, &err)) {
		status = cnd_session_fail(&err);
	} else {
		cnd_confine_reads(session, &batch, 1);
		status = may_flow(session, &outputs)
			? run_flowing(session, &batch, &outputs, fails)
			: run_keeping(session, &batch, &outputs, fails);
	}
	cnd_batch_dispose(&batch);
	return status;
}
