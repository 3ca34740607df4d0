/*
 * Landlock by its system calls.  Rights that a kernel does not know are
 * left out of what is asked, so that each version does what it can.
 */
#define _GNU_SOURCE
#include "app/landlock.h"

#ifdef __linux__

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's own names and layout; older systems ship no header. */
enum {
	CREATE_RULESET = 444, /* the same on every architecture */
	ADD_RULE = 445,
	RESTRICT_SELF = 446,
	ASK_VERSION = 1,
	PATH_BENEATH = 1,
};

#define EXECUTE (UINT64_C(1) << 0)
#define WRITE_FILE (UINT64_C(1) << 1)
#define READ_FILE (UINT64_C(1) << 2)
#define READ_DIR (UINT64_C(1) << 3)
#define REMOVE_FILE (UINT64_C(1) << 5)
#define MAKE_REG (UINT64_C(1) << 8)
/* Removing and making of all kinds: bits 4 to 12. */
#define CHANGE_DIR (UINT64_C(0x1ff) << 4)
#define REFER (UINT64_C(1) << 13) /* version 2 */
#define TRUNCATE (UINT64_C(1) << 14) /* version 3 */
#define IOCTL_DEV (UINT64_C(1) << 15) /* version 5 */

/* All that is not reading. */
#define CHANGES (WRITE_FILE | CHANGE_DIR | REFER | TRUNCATE | IOCTL_DEV)

#define NET_TCP UINT64_C(3) /* version 4: bind and connect */
#define SCOPES UINT64_C(3) /* version 6: abstract sockets, signals */

struct ruleset_rights {
	uint64_t files;
	uint64_t net;
	uint64_t scopes;
};

struct path_rights {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

int
cnd_landlock_version(void)
{
	long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);

	return version > 0 ? (int)version : 0;
}

/* The part of what is wanted that this version knows. */
static long
create(struct ruleset_rights rights, int version)
{
	size_t size = sizeof(rights);

	if (version < 2)
		rights.files &= ~REFER;
	if (version < 3)
		rights.files &= ~TRUNCATE;
	if (version < 5)
		rights.files &= ~IOCTL_DEV;
	if (version < 6)
		size = offsetof(struct ruleset_rights, scopes);
	if (version < 4)
		size = offsetof(struct ruleset_rights, net);
	return syscall(CREATE_RULESET, &rights, size, 0);
}

/* A path that is not there needs no rule: it cannot be opened anyway. */
static void
allow(int ruleset, const char *path, uint64_t rights)
{
	struct path_rights rule = { .allowed = rights };
	struct stat status;

	rule.parent = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent < 0)
		return;
	/* Rights of folders on a file are refused by the kernel. */
	if (fstat(rule.parent, &status) == 0 && !S_ISDIR(status.st_mode))
		rule.allowed &= EXECUTE | WRITE_FILE | READ_FILE;
	(void)syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0);
	close(rule.parent);
}

static void
restrict_self(int ruleset)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		(void)syscall(RESTRICT_SELF, ruleset, 0);
	close(ruleset);
}

/* The folder a path stands in: "" of it is ".", the root's is "/". */
static void
allow_folder(int ruleset, const char *path, uint64_t rights)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path);

	if (len >= sizeof(folder))
		return;
	if (slash == NULL)
		folder[len++] = '.';
	else if (len == 0)
		folder[len++] = '/';
	else
		memcpy(folder, path, len);
	folder[len] = '\0';
	allow(ruleset, folder, rights);
}

/* Where cnd_output_write writes: beside the file a link leads to, or into
 * the device or pipe itself. */
static void
allow_output(int ruleset, const char *path, uint64_t rights)
{
	struct stat status;
	char *target;

	if (stat(path, &status) != 0) {
		allow_folder(ruleset, path, rights);
		return;
	}
	if (!S_ISREG(status.st_mode)) {
		if (!S_ISDIR(status.st_mode))
			allow(ruleset, path, rights);
		return;
	}
	target = realpath(path, NULL);
	if (target != NULL)
		allow_folder(ruleset, target, rights);
	free(target);
}

void
cnd_landlock_writes(const struct cnd_sandbox *sandbox)
{
	const struct ruleset_rights rights = { EXECUTE | WRITE_FILE |
			CHANGE_DIR | REFER | TRUNCATE | IOCTL_DEV,
		NET_TCP, SCOPES };
	int version = cnd_landlock_version();
	long ruleset = version == 0 ? -1 : create(rights, version);

	if (ruleset < 0)
		return;
	for (size_t i = 0; i < sandbox->output_count; i++)
		allow_output((int)ruleset, sandbox->outputs[i],
			WRITE_FILE | REMOVE_FILE | MAKE_REG);
	restrict_self((int)ruleset);
}

void
cnd_landlock_program(void)
{
	const struct ruleset_rights rights = { CHANGES, NET_TCP, SCOPES };
	int version = cnd_landlock_version();
	long ruleset = version == 0 ? -1 : create(rights, version);

	if (ruleset >= 0)
		restrict_self((int)ruleset);
}

void
cnd_landlock_reads(const struct cnd_sandbox *sandbox, const char *const *paths,
	size_t count)
{
	const struct ruleset_rights rights = { READ_FILE | READ_DIR, 0, 0 };
	int version = cnd_landlock_version();
	long ruleset = version == 0 ? -1 : create(rights, version);

	if (ruleset < 0)
		return;
	for (size_t i = 0; i < count; i++)
		allow((int)ruleset, paths[i], READ_FILE | READ_DIR);
	/* So that a renaming can be made durable. */
	for (size_t i = 0; i < sandbox->output_count; i++)
		allow_output((int)ruleset, sandbox->outputs[i], READ_DIR);
	restrict_self((int)ruleset);
}

#else

int
cnd_landlock_version(void)
{
	return 0;
}

void
cnd_landlock_writes(const struct cnd_sandbox *sandbox)
{
	(void)sandbox;
}

void
cnd_landlock_program(void)
{
}

void
cnd_landlock_reads(const struct cnd_sandbox *sandbox, const char *const *paths,
	size_t count)
{
	(void)sandbox;
	(void)paths;
	(void)count;
}

#endif
