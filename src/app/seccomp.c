/*
 * A seccomp filter: a table of calls, made into a program that lets these
 * through and refuses all others.
 */
#define _GNU_SOURCE
#include "app/seccomp.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

enum {
	/* Whoever asks for a later call is ready to hear that there is none. */
	LAST_CALL_KNOWN = 450,
	LANDLOCK_CREATE = 444,
	LANDLOCK_ADD = 445,
	LANDLOCK_RESTRICT = 446,
	IO_URING_SETUP = 425,
	X32_CALLS = 0x40000000,
	MOST_STEPS = 1024,
};

/* A call, and which of its arguments decides. */
struct call {
	int number;
	enum {
		ALWAYS,
		TO_WRITE, /* only where there is an output */
		WHEN_EQUAL, /* when (argument & mask) == value */
		WHEN_OUR_PROCESS /* when the argument is our process's id */
	} when;
	unsigned argument;
	uint32_t mask;
	uint32_t value;
};

#define ANY UINT32_MAX
#define OPENS_TO_WRITE (O_ACCMODE | O_CREAT | O_TRUNC)

static const struct call calls[] = {
	/* Reading and writing what is open. */
	{ SYS_read, ALWAYS, 0, 0, 0 },
	{ SYS_readv, ALWAYS, 0, 0, 0 },
	{ SYS_pread64, ALWAYS, 0, 0, 0 },
	{ SYS_write, ALWAYS, 0, 0, 0 },
	{ SYS_writev, ALWAYS, 0, 0, 0 },
	{ SYS_lseek, ALWAYS, 0, 0, 0 },
	{ SYS_close, ALWAYS, 0, 0, 0 },
	{ SYS_dup, ALWAYS, 0, 0, 0 },
	{ SYS_fcntl, WHEN_EQUAL, 1, ANY, F_GETFD },
	{ SYS_fcntl, WHEN_EQUAL, 1, ANY, F_SETFD },
	{ SYS_fcntl, WHEN_EQUAL, 1, ANY, F_GETFL },
	{ SYS_ppoll, ALWAYS, 0, 0, 0 },
	/* Is this a terminal, and how wide? */
	{ SYS_ioctl, WHEN_EQUAL, 1, ANY, TCGETS },
	{ SYS_ioctl, WHEN_EQUAL, 1, ANY, TIOCGWINSZ },
	/* Opening for reading; Landlock says what. */
	{ SYS_openat, WHEN_EQUAL, 2, OPENS_TO_WRITE, O_RDONLY },
	{ SYS_fstat, ALWAYS, 0, 0, 0 },
	{ SYS_newfstatat, ALWAYS, 0, 0, 0 },
	{ SYS_statx, ALWAYS, 0, 0, 0 },
	{ SYS_fstatfs, ALWAYS, 0, 0, 0 },
	{ SYS_faccessat, ALWAYS, 0, 0, 0 },
	{ SYS_readlinkat, ALWAYS, 0, 0, 0 },
	{ SYS_getdents64, ALWAYS, 0, 0, 0 },
	{ SYS_getcwd, ALWAYS, 0, 0, 0 },
	/* A result beside its place, then in it. */
	{ SYS_openat, TO_WRITE, 0, 0, 0 },
	{ SYS_fsync, TO_WRITE, 0, 0, 0 },
	{ SYS_fchmod, TO_WRITE, 0, 0, 0 },
	{ SYS_renameat, TO_WRITE, 0, 0, 0 },
	{ SYS_renameat2, TO_WRITE, 0, 0, 0 },
	{ SYS_unlinkat, TO_WRITE, 0, 0, 0 },
	/* Memory. */
	{ SYS_brk, ALWAYS, 0, 0, 0 },
	{ SYS_mmap, ALWAYS, 0, 0, 0 },
	{ SYS_munmap, ALWAYS, 0, 0, 0 },
	{ SYS_mremap, ALWAYS, 0, 0, 0 },
	{ SYS_mprotect, ALWAYS, 0, 0, 0 },
	{ SYS_madvise, ALWAYS, 0, 0, 0 },
	/* Threads, but no processes. */
	{ SYS_clone, WHEN_EQUAL, 0, CLONE_THREAD, CLONE_THREAD },
	{ SYS_futex, ALWAYS, 0, 0, 0 },
	{ SYS_set_robust_list, ALWAYS, 0, 0, 0 },
	{ SYS_set_tid_address, ALWAYS, 0, 0, 0 },
#ifdef SYS_rseq
	{ SYS_rseq, ALWAYS, 0, 0, 0 },
#endif
	{ SYS_sched_yield, ALWAYS, 0, 0, 0 },
	{ SYS_sched_getaffinity, ALWAYS, 0, 0, 0 },
	{ SYS_gettid, ALWAYS, 0, 0, 0 },
	{ SYS_getpid, ALWAYS, 0, 0, 0 },
	/* The scribe's end. */
	{ SYS_wait4, ALWAYS, 0, 0, 0 },
	{ SYS_exit, ALWAYS, 0, 0, 0 },
	{ SYS_exit_group, ALWAYS, 0, 0, 0 },
	/* Signals: to ourselves, and "is it there?" to the editor. */
	{ SYS_rt_sigaction, ALWAYS, 0, 0, 0 },
	{ SYS_rt_sigprocmask, ALWAYS, 0, 0, 0 },
	{ SYS_rt_sigreturn, ALWAYS, 0, 0, 0 },
	{ SYS_restart_syscall, ALWAYS, 0, 0, 0 },
	{ SYS_sigaltstack, ALWAYS, 0, 0, 0 },
	{ SYS_tgkill, WHEN_OUR_PROCESS, 0, ANY, 0 },
	{ SYS_kill, WHEN_EQUAL, 1, ANY, 0 },
	/* The time, and chance for hash tables. */
	{ SYS_clock_gettime, ALWAYS, 0, 0, 0 },
	{ SYS_gettimeofday, ALWAYS, 0, 0, 0 },
	{ SYS_clock_nanosleep, ALWAYS, 0, 0, 0 },
	{ SYS_nanosleep, ALWAYS, 0, 0, 0 },
	{ SYS_getrandom, ALWAYS, 0, 0, 0 },
	/* Giving up more. */
	{ LANDLOCK_CREATE, ALWAYS, 0, 0, 0 },
	{ LANDLOCK_ADD, ALWAYS, 0, 0, 0 },
	{ LANDLOCK_RESTRICT, ALWAYS, 0, 0, 0 },
	{ SYS_prctl, WHEN_EQUAL, 0, ANY, PR_SET_NO_NEW_PRIVS },
#ifdef __x86_64__
	/* What newer architectures have under one name only. */
	{ SYS_open, WHEN_EQUAL, 1, OPENS_TO_WRITE, O_RDONLY },
	{ SYS_open, TO_WRITE, 0, 0, 0 },
	{ SYS_stat, ALWAYS, 0, 0, 0 },
	{ SYS_lstat, ALWAYS, 0, 0, 0 },
	{ SYS_access, ALWAYS, 0, 0, 0 },
	{ SYS_readlink, ALWAYS, 0, 0, 0 },
	{ SYS_poll, ALWAYS, 0, 0, 0 },
	{ SYS_time, ALWAYS, 0, 0, 0 },
	{ SYS_rename, TO_WRITE, 0, 0, 0 },
	{ SYS_unlink, TO_WRITE, 0, 0, 0 },
#endif
};

/* What no program needs that takes a file apart. */
static const int denied[] = {
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept4,
	SYS_sendto,
	SYS_sendmsg,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_kill,
	SYS_mount,
	SYS_umount2,
	SYS_unshare,
	SYS_setns,
	SYS_chroot,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_keyctl,
	SYS_add_key,
	SYS_init_module,
	SYS_kexec_load,
	IO_URING_SETUP,
};

/* The filter being written. */
struct filter {
	struct sock_filter steps[MOST_STEPS];
	unsigned short count;
};

static void
step(struct filter *filter, struct sock_filter made)
{
	if (filter->count < MOST_STEPS)
		filter->steps[filter->count++] = made;
}

static void
load(struct filter *filter, size_t offset)
{
	step(filter,
		(struct sock_filter)BPF_STMT(
			BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

/* Passes over so many steps unless what is loaded is that value. */
static void
unless_equal(struct filter *filter, uint32_t value, unsigned char steps)
{
	step(filter,
		(struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JEQ | BPF_K, value, 0, steps));
}

static void
answer(struct filter *filter, uint32_t action)
{
	step(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

static uint32_t
refused(int cause)
{
	return SECCOMP_RET_ERRNO | ((uint32_t)cause & SECCOMP_RET_DATA);
}

/* Both architectures are little-endian: the lower half stands first. */
static size_t
lower_half(unsigned argument)
{
	return offsetof(struct seccomp_data, args) +
		argument * sizeof(uint64_t);
}

static void
let_through(struct filter *filter, const struct call *call)
{
	uint32_t value = call->value;

	if (call->when == ALWAYS || call->when == TO_WRITE) {
		unless_equal(filter, (uint32_t)call->number, 1);
		answer(filter, SECCOMP_RET_ALLOW);
		return;
	}
	if (call->when == WHEN_OUR_PROCESS)
		value = (uint32_t)getpid();
	unless_equal(filter, (uint32_t)call->number, 5);
	load(filter, lower_half(call->argument));
	step(filter,
		(struct sock_filter)BPF_STMT(
			BPF_ALU | BPF_AND | BPF_K, call->mask));
	unless_equal(filter, value, 1);
	answer(filter, SECCOMP_RET_ALLOW);
	load(filter, offsetof(struct seccomp_data, nr));
}

/* Refuses the calls of another architecture, and loads the number. */
static void
begin(struct filter *filter)
{
	load(filter, offsetof(struct seccomp_data, arch));
	unless_equal(filter, OUR_ARCHITECTURE, 1);
	step(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0));
	answer(filter, refused(EPERM));
	load(filter, offsetof(struct seccomp_data, nr));
}

static void
write_filter(struct filter *filter, bool may_write)
{
	begin(filter);
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (calls[i].when != TO_WRITE || may_write)
			let_through(filter, &calls[i]);
	/* Its flags are in memory, where no filter sees them; the C library
	 * then uses clone. */
	unless_equal(filter, SYS_clone3, 1);
	answer(filter, refused(ENOSYS));
	step(filter,
		(struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JGT | BPF_K, LAST_CALL_KNOWN, 0, 1));
	answer(filter, refused(ENOSYS));
	answer(filter, refused(EPERM));
}

static void
write_program_filter(struct filter *filter)
{
	begin(filter);
	/* Calls of x32 have other numbers for the same. */
	step(filter,
		(struct sock_filter)BPF_JUMP(
			BPF_JMP | BPF_JGE | BPF_K, X32_CALLS, 0, 1));
	answer(filter, refused(EPERM));
	for (size_t i = 0; i < sizeof(denied) / sizeof(denied[0]); i++) {
		unless_equal(filter, (uint32_t)denied[i], 1);
		answer(filter, refused(EPERM));
	}
	answer(filter, SECCOMP_RET_ALLOW);
}

static void
put_in_force(struct filter *filter)
{
	const struct sock_fprog program = { filter->count, filter->steps };

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		(void)prctl(
			PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

bool
cnd_seccomp_is_there(void)
{
	return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

void
cnd_seccomp_enter(bool may_write)
{
	struct filter filter = { .count = 0 };

	write_filter(&filter, may_write);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	put_in_force(&filter);
}

void
cnd_seccomp_program(void)
{
	struct filter filter = { .count = 0 };

	write_program_filter(&filter);
	put_in_force(&filter);
}

#else

bool
cnd_seccomp_is_there(void)
{
	return false;
}

void
cnd_seccomp_enter(bool may_write)
{
	(void)may_write;
}

void
cnd_seccomp_program(void)
{
}

#endif
