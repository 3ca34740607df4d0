/*
 * Linting many files.  Threads take the next file from one counter and
 * write to that file's own record only; the ruleset is shared and never
 * changed.  Whoever finishes the file whose turn it is gives it away.
 */
#include "app/run.h"

#include "app/file.h"
#include "base/limits.h"
#include "base/oom.h"
#include "lint/changed.h"
#include "read/read.h"
#include "read/read_pdf.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

enum {
	MOST_THREADS = 64,
	/* Files done and not yet taken, that one slow file holds up. */
	AHEAD = 2 * MOST_THREADS,
};

struct pool {
	struct cnd_run *run;
	pthread_mutex_t lock; /* for what is below */
	pthread_cond_t was_taken;
	size_t next; /* file to work on */
	size_t taken; /* files before it are */
	bool is_taking;
};

static bool
read_bytes(struct cnd_run_file *file)
{
	if (file->is_given)
		return true;
	if (cnd_str_equal(file->path, CND_STR("-")))
		return cnd_file_read_stream(STDIN_FILENO, "standard input",
			CND_LIMIT_INPUT_BYTES, &file->bytes, &file->err);
	return cnd_file_read(file->path.data, CND_LIMIT_INPUT_BYTES,
		&file->bytes, &file->err);
}

/* A former draft that cannot be read is none: all is new then. */
static void
keep_changed(struct cnd_run_file *file)
{
	struct cnd_error none = { 0 };
	struct cnd_document *doc = NULL;
	struct cnd_report *former = NULL;

	if (file->has_former)
		doc = cnd_pdf_or_read(file->former_name,
			cnd_buf_str(&file->former), &file->former_pdf, &none);
	if (doc != NULL)
		former = cnd_lint(file->set, doc, &file->options, &none);
	cnd_report_keep_changed(file->report, former);
	cnd_report_free(former);
	cnd_document_free(doc);
}

static void
lint_file(struct cnd_run_file *file)
{
	if (file->err.code != CND_OK || !read_bytes(file))
		return;
	file->doc = file->ending.len > 0
		? cnd_read_as(file->name, file->ending,
			  cnd_buf_str(&file->bytes), &file->err)
		: cnd_pdf_or_read(file->name, cnd_buf_str(&file->bytes),
			  &file->pdf, &file->err);
	if (file->doc != NULL)
		file->report = cnd_lint(
			file->set, file->doc, &file->options, &file->err);
	if (file->report != NULL && file->is_compared)
		keep_changed(file);
	if (file->report == NULL)
		cnd_fail_at(&file->err, file->name, 0, 0);
}

/* A former draft that cannot be taken apart is none. */
static void
open_former(struct cnd_run_file *file)
{
	struct cnd_error none = { 0 };

	if (file->has_former && cnd_pdf_is(file->former_name))
		file->has_former = cnd_pdf_open(
			cnd_buf_str(&file->former), &file->former_pdf, &none);
}

/* Takes a PDF apart; the memory that what came of it takes. */
static size_t
open_pdf(struct cnd_run_file *file)
{
	if (!read_bytes(file))
		return 0;
	file->is_given = true;
	if (!cnd_pdf_open(cnd_buf_str(&file->bytes), &file->pdf, &file->err))
		cnd_fail_at(&file->err, file->name, 0, 0);
	return file->bytes.len + cnd_pdf_size(&file->pdf);
}

void
cnd_run_open_pdfs(struct cnd_run *run)
{
	size_t taken = 0;

	for (size_t i = 0; i < run->count; i++) {
		struct cnd_run_file *file = &run->files[i];

		open_former(file);
		if (!cnd_pdf_is(file->name))
			continue;
		if (taken < CND_LIMIT_PDFS_BYTES) {
			taken += open_pdf(file);
			continue;
		}
		cnd_fail(&file->err, CND_ERR_LIMIT,
			"the PDFs before it take more than %u MiB: check fewer "
			"at once",
			CND_LIMIT_PDFS_BYTES >> 20);
		cnd_fail_at(&file->err, file->name, 0, 0);
	}
}

static void
forget(struct cnd_run_file *file)
{
	cnd_report_free(file->report);
	cnd_document_free(file->doc);
	cnd_buf_dispose(&file->bytes);
	cnd_pdf_dispose(&file->pdf);
	file->report = NULL;
	file->doc = NULL;
	file->err = (struct cnd_error){ 0 };
}

/*
 * The next file to work on, or none.  Nobody runs ahead of what is taken
 * by more than a few files: they would wait in memory.
 */
static struct cnd_run_file *
next_file(struct pool *pool)
{
	const struct cnd_run *run = pool->run;
	struct cnd_run_file *file = NULL;

	pthread_mutex_lock(&pool->lock);
	while (run->take != NULL && pool->next < run->count &&
		pool->next >= pool->taken + AHEAD)
		pthread_cond_wait(&pool->was_taken, &pool->lock);
	if (pool->next < run->count)
		file = &run->files[pool->next++];
	pthread_mutex_unlock(&pool->lock);
	return file;
}

/* Gives away all that are done and whose turn it is. */
static void
take_done(struct pool *pool, struct cnd_run_file *done)
{
	const struct cnd_run *run = pool->run;

	pthread_mutex_lock(&pool->lock);
	done->is_done = true;
	while (run->take != NULL && !pool->is_taking &&
		pool->taken < run->count && run->files[pool->taken].is_done) {
		struct cnd_run_file *file = &run->files[pool->taken];

		pool->is_taking = true;
		pthread_mutex_unlock(&pool->lock);
		run->take(file, run->context);
		forget(file);
		pthread_mutex_lock(&pool->lock);
		pool->is_taking = false;
		pool->taken++;
		pthread_cond_broadcast(&pool->was_taken);
	}
	pthread_mutex_unlock(&pool->lock);
}

static void *
work(void *argument)
{
	struct pool *pool = argument;
	struct cnd_run_file *file;

	while ((file = next_file(pool)) != NULL) {
		lint_file(file);
		take_done(pool, file);
	}
	return NULL;
}

static unsigned
thread_count(const struct cnd_run *run)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t threads = run->threads;

	if (threads == 0)
		threads = processors > 0 ? (size_t)processors : 1;
	if (threads > run->count)
		threads = run->count;
	return threads > MOST_THREADS ? MOST_THREADS : (unsigned)threads;
}

void
cnd_run_all(struct cnd_run *run)
{
	struct pool pool = {
		.run = run,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.was_taken = PTHREAD_COND_INITIALIZER,
	};
	pthread_t threads[MOST_THREADS];
	unsigned wanted = thread_count(run);
	unsigned started = 0;

	if (run->count > 1)
		cnd_keep_memory();
	/* This thread works too; one that will not start is no loss. */
	while (started + 1 < wanted &&
		pthread_create(&threads[started], NULL, work, &pool) == 0)
		started++;
	work(&pool);
	while (started > 0)
		pthread_join(threads[--started], NULL);
}

const struct cnd_report *const *
cnd_run_reports(
	const struct cnd_run *run, struct cnd_arena *arena, size_t *count)
{
	const struct cnd_report **reports = cnd_arena_array(
		arena, run->count + 1, sizeof(const struct cnd_report *));

	*count = 0;
	for (size_t i = 0; i < run->count; i++)
		if (run->files[i].report != NULL)
			reports[(*count)++] = run->files[i].report;
	return reports;
}

void
cnd_run_again(struct cnd_run_file *file)
{
	forget(file);
	lint_file(file);
}

void
cnd_run_dispose(struct cnd_run *run)
{
	for (size_t i = 0; i < run->count; i++) {
		forget(&run->files[i]);
		cnd_buf_dispose(&run->files[i].former);
		cnd_pdf_dispose(&run->files[i].former_pdf);
	}
}
