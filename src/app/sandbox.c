/* Both protections as one; each may be missing without the other. */
#include "app/sandbox.h"

#include "app/landlock.h"
#include "app/seccomp.h"
#include "base/limits.h"

#include <sys/resource.h>

void
cnd_sandbox_enter(const struct cnd_sandbox *sandbox)
{
	/* Landlock first: the filter lets no one ask for more than it needs. */
	cnd_landlock_writes(sandbox);
	if (!sandbox->is_traced)
		cnd_seccomp_enter(sandbox->output_count > 0);
}

void
cnd_sandbox_enter_program(void)
{
	cnd_landlock_program();
	cnd_seccomp_program();
}

void
cnd_sandbox_read_only(const struct cnd_sandbox *sandbox,
	const char *const *paths, size_t count)
{
	cnd_landlock_reads(sandbox, paths, count);
}

void
cnd_sandbox_cap_memory(void)
{
	struct rlimit most;

	if (sizeof(most.rlim_cur) < sizeof(CND_LIMIT_MEMORY) ||
		getrlimit(RLIMIT_DATA, &most) != 0 ||
		most.rlim_cur <= CND_LIMIT_MEMORY)
		return;
	most.rlim_cur = CND_LIMIT_MEMORY;
	(void)setrlimit(RLIMIT_DATA, &most);
}

bool
cnd_sandbox_is_there(const struct cnd_sandbox *sandbox)
{
	return cnd_landlock_version() > 0 ||
		(!sandbox->is_traced && cnd_seccomp_is_there());
}

void
cnd_sandbox_describe(struct cnd_buf *out)
{
	int landlock = cnd_landlock_version();
	bool has_seccomp = cnd_seccomp_is_there();

	if (has_seccomp)
		cnd_buf_puts(out, "seccomp");
	if (landlock > 0)
		cnd_buf_printf(out, "%sLandlock %d", has_seccomp ? ", " : "",
			landlock);
	if (!has_seccomp && landlock == 0)
		cnd_buf_puts(out, "none");
}
