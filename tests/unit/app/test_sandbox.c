/*
 * What a process in the sandbox is refused.  Each act is tried by a child
 * that entered it; what the act set errno to is the child's status.
 */
#define _GNU_SOURCE
#include "app/sandbox.h"

#include "app/landlock.h"
#include "app/output.h"
#include "app/scribe.h"
#include "app/seccomp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/folder.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>

#ifdef __linux__

#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

/* 0 when the act was done, else the cause. */
static int
result_of(long got)
{
	return got < 0 ? errno : 0;
}

static int
make_socket(void)
{
	return result_of(socket(AF_INET, SOCK_STREAM, 0));
}

static int
make_local_socket(void)
{
	return result_of(socket(AF_UNIX, SOCK_STREAM, 0));
}

/* A socket that was there before the sandbox. */
static int early_socket;

static int
connect_early_socket(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = htons(9),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	return result_of(
		connect(early_socket, (struct sockaddr *)&to, sizeof(to)));
}

static int
send_on_early_socket(void)
{
	return result_of(send(early_socket, "x", 1, MSG_NOSIGNAL));
}

static int
start_program(void)
{
	char name[] = "/bin/true";
	char *argv[] = { name, NULL };

	return result_of(execve(name, argv, NULL));
}

static int
start_program_by_descriptor(void)
{
	char name[] = "true";
	char *argv[] = { name, NULL };
	int program = open("/bin/true", O_RDONLY);

	return result_of(
		syscall(SYS_execveat, program, "", argv, NULL, AT_EMPTY_PATH));
}

static int
start_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return result_of(child);
}

static void *
nothing(void *argument)
{
	return argument;
}

static int
start_thread(void)
{
	pthread_t thread;
	int cause = pthread_create(&thread, NULL, nothing, NULL);

	return cause != 0 ? cause : pthread_join(thread, NULL);
}

static int
trace(void)
{
	return result_of(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
}

static int
read_memory_of_another(void)
{
	char byte;
	struct iovec here = { &byte, 1 };

	return result_of(process_vm_readv(getppid(), &here, 1, &here, 1, 0));
}

static int
end_another(void)
{
	return result_of(kill(getppid(), SIGTERM));
}

static int
ask_whether_another_is_there(void)
{
	return result_of(kill(getppid(), 0)) == ESRCH ? ESRCH : 0;
}

static int
mount_a_folder(void)
{
	return result_of(mount("/", "/", NULL, MS_BIND, NULL));
}

static int
leave_a_namespace(void)
{
	return result_of(unshare(CLONE_NEWUSER));
}

static int
make_memory_file(void)
{
	return result_of(syscall(SYS_memfd_create, "x", 0));
}

static int
load_a_filter_program(void)
{
	return result_of(syscall(SYS_bpf, 0, NULL, 0));
}

static int
make_a_ring(void)
{
	return result_of(syscall(425 /* io_uring_setup */, 1, NULL));
}

static int
type_into_terminal(void)
{
	return result_of(ioctl(STDIN_FILENO, TIOCSTI, "x"));
}

static int
be_dumped(void)
{
	return result_of(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static int
become_another(void)
{
	return result_of(syscall(SYS_setuid, 65534));
}

static int
write_other(void)
{
	return result_of(open("other.txt", O_WRONLY));
}

static int
write_own_memory(void)
{
	return result_of(open("/proc/self/mem", O_RDWR));
}

static int
make_other(void)
{
	return result_of(open("made.txt", O_WRONLY | O_CREAT, 0600));
}

static int
append_to_other(void)
{
	return result_of(open("other.txt", O_WRONLY | O_APPEND));
}

static int
cut_other(void)
{
	return result_of(truncate("other.txt", 0));
}

static int
remove_other(void)
{
	return result_of(unlink("other.txt"));
}

static int
rename_other(void)
{
	return result_of(rename("other.txt", "renamed.txt"));
}

static int
link_other(void)
{
	return result_of(link("other.txt", "linked.txt"));
}

static int
make_link(void)
{
	return result_of(symlink("other.txt", "link.txt"));
}

static int
make_folder(void)
{
	return result_of(mkdir("folder", 0700));
}

static int
make_pipe_file(void)
{
	return result_of(mkfifo("pipe", 0600));
}

static int
change_mode_of_other(void)
{
	return result_of(chmod("other.txt", 0777));
}

static int
write_output(void)
{
	struct cnd_error err = { 0 };

	return !cnd_output_write("out/result.txt", CND_STR("words"), &err);
}

/* What is beside an output, and the output itself. */
static int
write_beside(void)
{
	return result_of(open("out/other.txt", O_WRONLY));
}

static int
cut_beside_when_opened(void)
{
	return result_of(open("out/other.txt", O_RDONLY | O_TRUNC));
}

static int
cut_beside(void)
{
	return result_of(truncate("out/other.txt", 0));
}

static int
remove_beside(void)
{
	return result_of(unlink("out/other.txt"));
}

static int
rename_beside(void)
{
	return result_of(rename("out/other.txt", "out/renamed.txt"));
}

static int
rename_over_output(void)
{
	return result_of(rename("out/other.txt", "out/result.txt"));
}

static int
rename_output_over_beside(void)
{
	return result_of(rename("out/result.txt", "out/other.txt"));
}

static int
make_beside(void)
{
	return result_of(open("out/new.txt", O_WRONLY | O_CREAT, 0600));
}

static int
make_nameless_beside(void)
{
	return result_of(open("out", O_WRONLY | O_TMPFILE, 0600));
}

static int
link_beside(void)
{
	return result_of(link("out/other.txt", "out/linked.txt"));
}

static int
make_folder_beside(void)
{
	return result_of(mkdir("out/folder", 0700));
}

static int
write_output_itself(void)
{
	return result_of(open("out/result.txt", O_WRONLY));
}

static struct cnd_scribe *scribe;

static int
have_output_written(void)
{
	struct cnd_error err = { 0 };
	bool ok = cnd_scribe_write(
		scribe, "out/result.txt", CND_STR("words"), 0600, &err);

	cnd_scribe_end(scribe);
	return !ok;
}

static int
have_other_written(void)
{
	struct cnd_error err = { 0 };

	return !cnd_scribe_write(
		scribe, "out/other.txt", CND_STR("other"), 0600, &err);
}

static int
read_file(const char *path)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_error err = { 0 };
	bool ok = cnd_file_read(path, 1 << 20, &bytes, &err);

	cnd_buf_dispose(&bytes);
	return ok ? 0 : EACCES;
}

static int
read_input(void)
{
	return read_file("in/report.md");
}

static int
read_other(void)
{
	return read_file("other.txt");
}

static int
read_passwords(void)
{
	return result_of(open("/etc/passwd", O_RDONLY));
}

static int
list_a_folder(void)
{
	return result_of(open("/etc", O_RDONLY | O_DIRECTORY));
}

/* How far a process has gone; with a scribe it keeps no output itself. */
enum stage { WRITES, READS, SCRIBE, PROGRAM };

static const char *const outputs[] = { "out/result.txt" };
static const char *const inputs[] = { "in/report.md" };

static int
try_in(const struct cnd_sandbox *sandbox, enum stage stage, int (*act)(void))
{
	struct cnd_sandbox own =
		sandbox == NULL ? (struct cnd_sandbox){ 0 } : *sandbox;
	struct cnd_error err = { 0 };
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (stage == SCRIBE) {
			scribe = cnd_scribe_start(sandbox, &err);
			own.output_count = 0;
		}
		if (stage == PROGRAM)
			cnd_sandbox_enter_program();
		else
			cnd_sandbox_enter(&own);
		if (stage == READS || stage == SCRIBE)
			cnd_sandbox_read_only(&own, inputs, 1);
		_exit(act());
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

struct trial {
	const char *name;
	int (*act)(void);
	enum stage stage;
	int want;
};

static void
assert_trials(const struct cnd_sandbox *sandbox, const struct trial *trials,
	size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int got = try_in(sandbox, trials[i].stage, trials[i].act);

		if (got != trials[i].want)
			fail_msg("%s: %d (%s), not %d", trials[i].name, got,
				strerror(got), trials[i].want);
	}
}

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* What seccomp refuses whatever is written. */
static const struct trial calls[] = {
	{ "make a socket", make_socket, WRITES, EPERM },
	{ "make a local socket", make_local_socket, WRITES, EPERM },
	{ "connect", connect_early_socket, WRITES, EPERM },
	{ "send", send_on_early_socket, WRITES, EPERM },
	{ "start a program", start_program, WRITES, EPERM },
	{ "start an open program", start_program_by_descriptor, WRITES, EPERM },
	{ "start a process", start_process, WRITES, EPERM },
	{ "trace", trace, WRITES, EPERM },
	{ "read another's memory", read_memory_of_another, WRITES, EPERM },
	{ "end another process", end_another, WRITES, EPERM },
	{ "mount", mount_a_folder, WRITES, EPERM },
	{ "leave a namespace", leave_a_namespace, WRITES, EPERM },
	{ "make a memory file", make_memory_file, WRITES, EPERM },
	{ "load a program into the kernel", load_a_filter_program, WRITES,
		EPERM },
	{ "make a ring", make_a_ring, WRITES, EPERM },
	{ "type into the terminal", type_into_terminal, WRITES, EPERM },
	{ "be dumped", be_dumped, WRITES, EPERM },
	{ "become another user", become_another, WRITES, EPERM },
	{ "cut a file", cut_other, WRITES, EPERM },
	{ "link a file", link_other, WRITES, EPERM },
	{ "make a link", make_link, WRITES, EPERM },
	{ "make a folder", make_folder, WRITES, EPERM },
	{ "make a pipe", make_pipe_file, WRITES, EPERM },
	{ "change a mode", change_mode_of_other, WRITES, EPERM },
	{ "start a thread", start_thread, READS, 0 },
	{ "look for the editor", ask_whether_another_is_there, WRITES, 0 },
	{ "read", read_passwords, WRITES, 0 },
};

/* Without an output nothing is written, with Landlock or without. */
static const struct trial writes_without_output[] = {
	{ "write", write_other, WRITES, EPERM },
	{ "append", append_to_other, WRITES, EPERM },
	{ "write own memory", write_own_memory, WRITES, EPERM },
	{ "make", make_other, WRITES, EPERM },
	{ "remove", remove_other, WRITES, EPERM },
	{ "rename", rename_other, WRITES, EPERM },
	{ "write the result", write_output, WRITES, 1 },
};

/* With one, Landlock tells its folder from others. */
static const struct trial writes_with_output[] = {
	{ "write", write_other, WRITES, EACCES },
	{ "append", append_to_other, WRITES, EACCES },
	{ "write own memory", write_own_memory, WRITES, EACCES },
	{ "make", make_other, WRITES, EACCES },
	{ "remove", remove_other, WRITES, EACCES },
	{ "rename", rename_other, WRITES, EACCES },
	{ "write the result", write_output, READS, 0 },
};

/* Who has a scribe can do nothing in the output's folder. */
static int (*const writes_beside[])(void) = { write_beside,
	cut_beside_when_opened, cut_beside, remove_beside, rename_beside,
	rename_over_output, rename_output_over_beside, make_beside,
	make_nameless_beside, link_beside, make_folder_beside,
	write_output_itself };

static const struct trial writes_by_scribe[] = {
	{ "have another file written", have_other_written, SCRIBE, 1 },
	{ "have the result written", have_output_written, SCRIBE, 0 },
};

static const struct trial reads[] = {
	{ "read the input", read_input, READS, 0 },
	{ "read another file", read_other, READS, EACCES },
	{ "read passwords", read_passwords, READS, EACCES },
	{ "list a folder", list_a_folder, READS, EACCES },
};

static const struct trial traced[] = {
	{ "start a process", start_process, WRITES, 0 },
	{ "start a program", start_program, WRITES, EACCES },
	{ "write", write_other, WRITES, EACCES },
	{ "link a file", link_other, WRITES, EACCES },
	{ "make a link", make_link, WRITES, EACCES },
	{ "make a folder", make_folder, WRITES, EACCES },
	{ "make a pipe", make_pipe_file, WRITES, EACCES },
};

/* A program that is started to take a file apart. */
static const struct trial programs[] = {
	{ "make a socket", make_socket, PROGRAM, EPERM },
	{ "make a local socket", make_local_socket, PROGRAM, EPERM },
	{ "connect", connect_early_socket, PROGRAM, EPERM },
	{ "send", send_on_early_socket, PROGRAM, EPERM },
	{ "trace", trace, PROGRAM, EPERM },
	{ "read another's memory", read_memory_of_another, PROGRAM, EPERM },
	{ "end another process", end_another, PROGRAM, EPERM },
	{ "make a ring", make_a_ring, PROGRAM, EPERM },
	{ "start what it becomes", start_program, PROGRAM, 0 },
	{ "start a process", start_process, PROGRAM, 0 },
	{ "read", read_passwords, PROGRAM, 0 },
};

static const struct trial writes_of_programs[] = {
	{ "write", write_other, PROGRAM, EACCES },
	{ "make", make_other, PROGRAM, EACCES },
	{ "remove", remove_other, PROGRAM, EACCES },
	{ "rename", rename_other, PROGRAM, EACCES },
	{ "make a folder", make_folder, PROGRAM, EACCES },
};

static int
prepare(void **state)
{
	early_socket = socket(AF_INET, SOCK_STREAM, 0);
	if (enter_folder(state) != 0 || mkdir("in", 0700) != 0 ||
		mkdir("out", 0700) != 0)
		return -1;
	write_file("in/report.md", "words");
	write_file("other.txt", "words");
	return 0;
}

static int
leave(void **state)
{
	close(early_socket);
	return leave_folder(state);
}

static void
forbidden_calls_are_refused(void **state)
{
	const struct cnd_sandbox sandbox = { outputs, 1, false };

	(void)state;
	if (!cnd_seccomp_is_there())
		skip();
	assert_trials(&sandbox, calls, COUNT(calls));
}

static void
nothing_is_written_without_an_output(void **state)
{
	const struct cnd_sandbox sandbox = { NULL, 0, false };

	(void)state;
	if (!cnd_seccomp_is_there())
		skip();
	assert_trials(
		&sandbox, writes_without_output, COUNT(writes_without_output));
	assert_file("other.txt", "words");
}

static void
only_the_outputs_folder_is_written(void **state)
{
	const struct cnd_sandbox sandbox = { outputs, 1, false };

	(void)state;
	if (cnd_landlock_version() == 0)
		skip();
	assert_trials(&sandbox, writes_with_output, COUNT(writes_with_output));
	assert_file("other.txt", "words");
	assert_file("out/result.txt", "words");
}

static void
assert_nothing_beside(bool is_traced, int want)
{
	const struct cnd_sandbox sandbox = { outputs, 1, is_traced };

	write_file("out/other.txt", "words");
	write_file("out/result.txt", "before");
	for (size_t i = 0; i < COUNT(writes_beside); i++)
		assert_int_equal(
			try_in(&sandbox, SCRIBE, writes_beside[i]), want);
	assert_file("out/other.txt", "words");
	assert_file("out/result.txt", "before");
	assert_trials(&sandbox, writes_by_scribe, COUNT(writes_by_scribe));
	assert_file("out/other.txt", "words");
	assert_file("out/result.txt", "words");
}

static void
with_a_scribe_nothing_beside_an_output_is_changed(void **state)
{
	(void)state;
	if (!cnd_seccomp_is_there() || cnd_landlock_version() < 3)
		skip();
	assert_nothing_beside(false, EPERM);
	assert_nothing_beside(true, EACCES);
}

static void
only_the_inputs_are_read(void **state)
{
	const struct cnd_sandbox sandbox = { NULL, 0, false };

	(void)state;
	if (cnd_landlock_version() == 0)
		skip();
	assert_trials(&sandbox, reads, COUNT(reads));
}

static void
a_traced_process_is_held_by_landlock_alone(void **state)
{
	const struct cnd_sandbox sandbox = { NULL, 0, true };

	(void)state;
	if (cnd_landlock_version() == 0)
		skip();
	assert_trials(&sandbox, traced, COUNT(traced));
}

static void
a_program_that_is_started_is_confined(void **state)
{
	(void)state;
	if (!cnd_seccomp_is_there() || cnd_landlock_version() == 0)
		skip();
	assert_trials(NULL, programs, COUNT(programs));
	assert_trials(NULL, writes_of_programs, COUNT(writes_of_programs));
}

#endif

static void
the_description_names_what_there_is(void **state)
{
	struct cnd_buf out = { 0 };
	bool has_seccomp = cnd_seccomp_is_there();
	bool has_landlock = cnd_landlock_version() > 0;

	(void)state;
	cnd_sandbox_describe(&out);
	cnd_buf_putc(&out, '\0');
	assert_int_equal(strstr(out.data, "seccomp") != NULL, has_seccomp);
	assert_int_equal(strstr(out.data, "Landlock") != NULL, has_landlock);
	assert_int_equal(
		strcmp(out.data, "none") == 0, !has_seccomp && !has_landlock);
	cnd_buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#ifdef __linux__
		cmocka_unit_test_setup_teardown(
			forbidden_calls_are_refused, prepare, leave),
		cmocka_unit_test_setup_teardown(
			nothing_is_written_without_an_output, prepare, leave),
		cmocka_unit_test_setup_teardown(
			only_the_outputs_folder_is_written, prepare, leave),
		cmocka_unit_test_setup_teardown(
			with_a_scribe_nothing_beside_an_output_is_changed,
			prepare, leave),
		cmocka_unit_test_setup_teardown(
			only_the_inputs_are_read, prepare, leave),
		cmocka_unit_test_setup_teardown(
			a_traced_process_is_held_by_landlock_alone, prepare,
			leave),
		cmocka_unit_test_setup_teardown(
			a_program_that_is_started_is_confined, prepare, leave),
#endif
		cmocka_unit_test(the_description_names_what_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
