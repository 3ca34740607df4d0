/* A folder of its own for a test, gone afterwards. */
#ifndef CND_TESTS_FOLDER_H
#define CND_TESTS_FOLDER_H

#include "app/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes a folder and goes there. */
static inline int
enter_folder(void **state)
{
	char *path = strdup("/tmp/candour-test-XXXXXX");

	*state = path;
	return mkdtemp(path) == NULL || chdir(path) != 0;
}

static inline int
leave_folder(void **state)
{
	char command[256];

	snprintf(command, sizeof(command), "chmod -R u+rwx %s; rm -rf %s",
		(char *)*state, (char *)*state);
	free(*state);
	return chdir("/") != 0 || system(command) != 0;
}

static inline void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static inline void
assert_file(const char *path, const char *want)
{
	struct cnd_buf buf = { 0 };
	struct cnd_error err = { 0 };

	assert_true(cnd_file_read(path, 1 << 20, &buf, &err));
	cnd_buf_putc(&buf, '\0');
	assert_string_equal(buf.data, want);
	cnd_buf_dispose(&buf);
}

#endif
