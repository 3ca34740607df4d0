/*
 * A child of each call: it goes on with that call failed, and ends.  Then
 * its status, its words, the result's folder and the input are looked at.
 *
 * The current folder has in/ and was/in/ (the input, and how it was),
 * want/status, want/stdout, want/result (what comes of it without a
 * fault), want/unread (the result when the input cannot be read), and out/
 * with one file, result, which says "before".
 */
#define _GNU_SOURCE
#include "judge.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT = 9, MOST = 1 << 20, WORDS = 4096, TROUBLE = 2 };

static const char before[] = "before\n";

struct bytes {
	char data[MOST];
	size_t len;
};

/* Large, and the allocator is what is being tested. */
static struct bytes got;
static struct bytes wanted;

static void
read_into(const char *path, struct bytes *bytes)
{
	int descriptor = open(path, O_RDONLY);
	ssize_t some = 1;

	bytes->len = 0;
	while (descriptor >= 0 && bytes->len < MOST && some > 0) {
		some = read(descriptor, bytes->data + bytes->len,
			MOST - bytes->len);
		bytes->len += some > 0 ? (size_t)some : 0;
	}
	if (descriptor >= 0)
		close(descriptor);
}

static bool
is_same(const char *path, const char *as)
{
	read_into(path, &got);
	read_into(as, &wanted);
	return got.len == wanted.len &&
		memcmp(got.data, wanted.data, got.len) == 0;
}

static bool
is_result_before(void)
{
	read_into("out/result", &got);
	return got.len == sizeof(before) - 1 &&
		memcmp(got.data, before, got.len) == 0;
}

/* Each line begins with our name, and there is one. */
static bool
is_told(void)
{
	static const char name[] = "candour: ";
	size_t at = 0;

	read_into("stderr", &got);
	while (at < got.len) {
		char *end = memchr(got.data + at, '\n', got.len - at);

		if (end == NULL || got.len - at < sizeof(name) ||
			memcmp(got.data + at, name, sizeof(name) - 1) != 0)
			return false;
		at = (size_t)(end - got.data) + 1;
	}
	return got.len > 0;
}

static int
count_of(const char *path)
{
	DIR *folder = opendir(path);
	int count = 0;

	while (folder != NULL && readdir(folder) != NULL)
		count++;
	if (folder != NULL)
		closedir(folder);
	return count - 2;
}

static bool
is_input_whole(void)
{
	DIR *folder = opendir("was/in");
	struct dirent *entry;
	bool ok = folder != NULL && count_of("was/in") == count_of("in");

	while (ok && (entry = readdir(folder)) != NULL) {
		char is[300];
		char was[300];

		snprintf(is, sizeof(is), "in/%s", entry->d_name);
		snprintf(was, sizeof(was), "was/in/%s", entry->d_name);
		ok = entry->d_type != DT_REG || is_same(is, was);
	}
	closedir(folder);
	return ok;
}

static void
put_back(void)
{
	DIR *folder = opendir("out");
	struct dirent *entry;
	int result;

	while (folder != NULL && (entry = readdir(folder)) != NULL)
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder != NULL)
		closedir(folder);
	result = open("out/result", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (result < 0 || write(result, before, sizeof(before) - 1) < 0)
		abort();
	close(result);
}

/* NULL when all is well. */
static const char *
fault_with(struct judge *judge, int status)
{
	int usual;

	read_into("want/status", &wanted);
	usual = (int)strtol(wanted.data, NULL, 10);
	if (!WIFEXITED(status))
		return "ended by a signal";
	if (count_of("out") != 1)
		return "left a file behind";
	if (!is_input_whole())
		return "changed its input";
	if (WEXITSTATUS(status) == usual && usual != TROUBLE) {
		judge->harmless++;
		if (!is_same("stdout", "want/stdout"))
			return "printed something else";
		return is_same("out/result", "want/result")
			? NULL
			: "wrote something else";
	}
	judge->refused++;
	if (WEXITSTATUS(status) != TROUBLE || judge->is_strict)
		return "has another status";
	if (!is_told())
		return "did not say why";
	if (!is_result_before() && !is_same("out/result", "want/result") &&
		!is_same("out/result", "want/unread"))
		return "wrote half a result";
	return NULL;
}

static void
complain(struct judge *judge, const char *fault, int status)
{
	judge->wrong++;
	read_into("stderr", &got);
	dprintf(REPORT, "%s %ld %s (status %x): %.*s\n", judge->kind,
		judge->calls, fault, (unsigned)status,
		got.len > WORDS ? WORDS : (int)got.len, got.data);
}

static void
go_aside(void)
{
	int out = open("stdout", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int err = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0)
		abort();
	close(out);
	close(err);
}

static void
take_in(struct judge *judge, pid_t child)
{
	int status = 0;
	const char *fault;

	if (child < 0 || waitpid(child, &status, 0) != child)
		abort();
	fault = fault_with(judge, status);
	if (fault != NULL)
		complain(judge, fault, status);
	put_back();
}

bool
judge_try(struct judge *judge)
{
	pid_t child;

	judge->calls++;
	if (judge->calls % judge->step != 0)
		return false;
	child = fork();
	if (child == 0) {
		go_aside();
		return true;
	}
	take_in(judge, child);
	return false;
}

long
judge_rerun(struct judge *judge, long **calls)
{
	*calls = mmap(NULL, sizeof(**calls), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (*calls == MAP_FAILED)
		abort();
	for (;;) {
		pid_t child;

		**calls = 0;
		child = fork();
		if (child == 0) {
			go_aside();
			return judge->calls + 1;
		}
		judge->calls++;
		take_in(judge, child);
		if (**calls < judge->calls)
			break;
	}
	/* The last had no fault. */
	judge->calls--;
	judge->harmless--;
	return 0;
}

void
judge_report(const struct judge *judge)
{
	dprintf(REPORT, "%s calls %ld refused %ld harmless %ld wrong %ld\n",
		judge->kind, judge->calls, judge->refused, judge->harmless,
		judge->wrong);
}
