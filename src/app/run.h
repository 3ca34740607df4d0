/* Linting many files: each read, linted, and kept until the run ends. */
#ifndef CND_APP_RUN_H
#define CND_APP_RUN_H

#include "app/pdf.h"
#include "lint/lint.h"

/* One file's way through.  Its document and report borrow its bytes. */
struct cnd_run_file {
	struct cnd_str path; /* NUL-ended; "-" reads standard input */
	struct cnd_str name; /* shown, and asks for the reader */
	const struct cnd_ruleset *set; /* borrowed */
	struct cnd_lint_options options;
	struct cnd_str ending; /* it is read by; empty: the name's own */
	struct cnd_buf bytes;
	struct cnd_pdf pdf; /* bytes taken apart, if they are one */
	bool is_given; /* bytes are there already: path is not read */
	bool is_compared; /* only what is new since the former draft counts */
	bool has_former;
	struct cnd_str former_name; /* asks for the reader */
	struct cnd_buf former;
	struct cnd_pdf former_pdf;
	struct cnd_document *doc;
	struct cnd_report *report; /* NULL when err says why not */
	int fail_on; /* a level, or above all of them; for the caller */
	struct cnd_error err;
	bool is_done;
};

/* What a run needs; all borrowed. */
struct cnd_run {
	struct cnd_run_file *files;
	size_t count;
	unsigned threads; /* 0: as many as there are processors */
	/*
	 * Given each file that is done, in the order of the files and one
	 * at a time, and forgets it behind: no more than a few are in
	 * memory.  NULL: all are kept until the run is disposed of.
	 */
	void (*take)(struct cnd_run_file *file, void *context);
	void *context;
};

/*
 * Has the PDFs among the files taken apart by other programs: before the
 * right to run any is given up.  What fails is in the file's err.
 */
void cnd_run_open_pdfs(struct cnd_run *run);

/*
 * Reads and lints all files.  Each is independent of the others, so the
 * results are the same for any number of threads.
 */
void cnd_run_all(struct cnd_run *run);

/* The reports that were made, in the order of the files. */
const struct cnd_report *const *cnd_run_reports(
	const struct cnd_run *run, struct cnd_arena *arena, size_t *count);

/* Forgets what a file was read as, so that it is read and linted again. */
void cnd_run_again(struct cnd_run_file *file);

/* Frees what cnd_run_all made. */
void cnd_run_dispose(struct cnd_run *run);

#endif
