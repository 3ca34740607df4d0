/*
 * How long an editor waits: opens a report in a language server, changes a
 * paragraph again and again, and takes the time until its diagnostics are
 * there.  Prints the median and the 99th of a hundred, in milliseconds.
 *
 *	edit RUNS REPORT candour
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000, FIELD_MAX = 256 };

struct server {
	FILE *to;
	FILE *from;
	pid_t child;
};

static void
give_up(const char *what)
{
	fprintf(stderr, "edit: %s\n", what);
	exit(EXIT_FAILURE);
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static struct server
start(const char *program)
{
	struct server server;
	int to[2];
	int from[2];

	if (pipe(to) != 0 || pipe(from) != 0)
		give_up("no pipe");
	server.child = fork();
	if (server.child == 0) {
		dup2(to[0], STDIN_FILENO);
		dup2(from[1], STDOUT_FILENO);
		close(to[1]);
		close(from[0]);
		execlp(program, program, "lsp", (char *)NULL);
		_exit(127);
	}
	close(to[0]);
	close(from[1]);
	server.to = fdopen(to[1], "w");
	server.from = fdopen(from[0], "r");
	if (server.child < 0 || server.to == NULL || server.from == NULL)
		give_up("the server does not start");
	return server;
}

static void
tell(struct server *server, const char *body)
{
	fprintf(server->to, "Content-Length: %zu\r\n\r\n%s", strlen(body),
		body);
	fflush(server->to);
}

/* Reads messages until one holds the words. */
static void
wait_for(struct server *server, const char *words)
{
	char field[FIELD_MAX];
	size_t length = 0;
	char *body;
	int is_it = 0;

	while (!is_it) {
		if (fgets(field, sizeof(field), server->from) == NULL)
			give_up("the server is gone");
		if (strncmp(field, "Content-Length: ", 16) == 0)
			length = (size_t)strtoul(field + 16, NULL, 10);
		if (strcmp(field, "\r\n") != 0)
			continue;
		body = calloc(1, length + 1);
		if (body == NULL ||
			fread(body, 1, length, server->from) != length)
			give_up("a message is cut short");
		is_it = strstr(body, words) != NULL;
		free(body);
	}
}

static char *
read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = calloc(1, 16 << 20);

	if (file == NULL || bytes == NULL)
		give_up("the report cannot be read");
	if (fread(bytes, 1, (16 << 20) - 1, file) == 0)
		give_up("the report is empty");
	fclose(file);
	return bytes;
}

static void
open_report(struct server *server, const char *bytes)
{
	char *body = calloc(2, strlen(bytes) + 512);
	size_t at;

	if (body == NULL)
		give_up("no memory");
	at = (size_t)sprintf(body,
		"{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\","
		"\"params\":{\"textDocument\":{\"uri\":\"file:///tmp/r.md\","
		"\"languageId\":\"markdown\",\"version\":1,\"text\":\"");
	for (; *bytes != '\0'; bytes++) {
		if (*bytes == '\n') {
			body[at++] = '\\';
			body[at++] = 'n';
			continue;
		}
		if (*bytes == '"' || *bytes == '\\')
			body[at++] = '\\';
		body[at++] = *bytes;
	}
	strcpy(body + at, "\"}}}");
	tell(server, body);
	free(body);
}

/* Puts a word at the start of a line, or takes it away. */
static void
change(struct server *server, unsigned version, unsigned line)
{
	char body[512];
	int is_put = version % 2 == 0;

	snprintf(body, sizeof(body),
		"{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\","
		"\"params\":{\"textDocument\":{\"uri\":\"file:///tmp/r.md\","
		"\"version\":%u},\"contentChanges\":[{\"range\":{\"start\":"
		"{\"line\":%u,\"character\":0},\"end\":{\"line\":%u,"
		"\"character\":%d}},\"text\":\"%s\"}]}}",
		version, line, line, is_put ? 0 : 6, is_put ? "Words " : "");
	tell(server, body);
}

static int
compare(const void *left, const void *right)
{
	double a = *(const double *)left;
	double b = *(const double *)right;

	return (a > b) - (a < b);
}

int
main(int argc, char **argv)
{
	static double times[RUNS_MAX];
	static const char wanted[] = "publishDiagnostics";
	size_t runs = argc > 3 ? (size_t)strtoul(argv[1], NULL, 10) : 0;
	struct server server;
	char *bytes;
	unsigned lines = 0;

	if (runs == 0 || runs > RUNS_MAX)
		return EXIT_FAILURE;
	bytes = read_file(argv[2]);
	for (const char *at = bytes; *at != '\0'; at++)
		lines += *at == '\n';
	server = start(argv[3]);
	tell(&server,
		"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\","
		"\"params\":{\"processId\":null,\"rootUri\":null,"
		"\"capabilities\":{}}}");
	wait_for(&server, "capabilities");
	tell(&server,
		"{\"jsonrpc\":\"2.0\",\"method\":\"initialized\","
		"\"params\":{}}");
	open_report(&server, bytes);
	wait_for(&server, wanted);
	for (size_t i = 0; i < runs; i++) {
		double begun = now();

		change(&server, (unsigned)i + 2, lines / 2);
		wait_for(&server, wanted);
		times[i] = now() - begun;
	}
	fclose(server.to);
	waitpid(server.child, NULL, 0);
	qsort(times, runs, sizeof(times[0]), compare);
	printf("%.2f %.2f\n", times[runs / 2], times[runs * 99 / 100]);
	free(bytes);
	return EXIT_SUCCESS;
}
