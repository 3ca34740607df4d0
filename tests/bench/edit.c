/*
 * How long an editor waits: a report is opened in the language server and
 * edited a letter at a time through pipes; then memory with 50 reports
 * open, and processor time at rest.
 *
 *	edit RUNS REPORT candour
 */
#include "lsp/frame.h"

#include "base/json.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EDITS_MAX = 1000, OPEN = 50, SMALL = 15000, CHUNK = 64 << 10 };

struct client {
	pid_t server;
	int to;
	int from;
	struct cnd_frames frames;
	size_t received; /* bytes of the last message */
};

static void
die(const char *words)
{
	fprintf(stderr, "edit: %s\n", words);
	exit(2);
}

static double
now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void
start(struct client *client, const char *program)
{
	int in[2];
	int out[2];

	if (pipe(in) != 0 || pipe(out) != 0)
		die("no pipes");
	client->server = fork();
	if (client->server == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		close(out[0]);
		execl(program, program, "lsp", (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	client->to = in[1];
	client->from = out[0];
}

static void
say(struct client *client, const struct cnd_buf *message)
{
	struct cnd_buf frame = { 0 };
	size_t at = 0;

	cnd_frame_write(cnd_buf_str(message), &frame);
	while (at < frame.len) {
		ssize_t done =
			write(client->to, frame.data + at, frame.len - at);

		if (done <= 0)
			die("the server is gone");
		at += (size_t)done;
	}
	cnd_buf_dispose(&frame);
}

/* Waits for a message that holds these words. */
static void
await(struct client *client, const char *words)
{
	static char chunk[CHUNK];
	struct cnd_error err = { 0 };
	struct cnd_str body;

	for (;;) {
		ssize_t got;

		while (cnd_frames_next(&client->frames, &body, &err) ==
			CND_FRAME_MESSAGE) {
			client->received = body.len;
			if (cnd_str_find(body, cnd_str_of(words)) !=
				CND_NOT_FOUND)
				return;
		}
		got = read(client->from, chunk, sizeof(chunk));
		if (got <= 0)
			die("no answer");
		cnd_frames_feed(&client->frames,
			(struct cnd_str){ chunk, (size_t)got });
	}
}

static void
say_text(struct client *client, const char *words)
{
	struct cnd_buf message = { 0 };

	cnd_buf_puts(&message, words);
	say(client, &message);
	cnd_buf_dispose(&message);
}

static void
open_text(struct client *client, int number, struct cnd_str text)
{
	struct cnd_buf message = { 0 };
	struct cnd_json json = { .out = &message };
	char uri[40];

	snprintf(uri, sizeof(uri), "file:///bench/%d.md", number);
	cnd_json_object(&json);
	cnd_json_key(&json, "method");
	cnd_json_string(&json, CND_STR("textDocument/didOpen"));
	cnd_json_key(&json, "params");
	cnd_json_object(&json);
	cnd_json_key(&json, "textDocument");
	cnd_json_object(&json);
	cnd_json_key(&json, "uri");
	cnd_json_string(&json, cnd_str_of(uri));
	cnd_json_key(&json, "languageId");
	cnd_json_string(&json, CND_STR("markdown"));
	cnd_json_key(&json, "version");
	cnd_json_int(&json, 1);
	cnd_json_key(&json, "text");
	cnd_json_string(&json, text);
	cnd_json_end_object(&json);
	cnd_json_end_object(&json);
	cnd_json_end_object(&json);
	say(client, &message);
	cnd_buf_dispose(&message);
}

/* Types or takes back one letter; the time until diagnostics are there. */
static double
edit(struct client *client, int version, uint32_t line)
{
	struct cnd_buf message = { 0 };
	bool types = version % 2 == 0;
	char words[40];
	double begun;

	cnd_buf_printf(&message,
		"{\"method\":\"textDocument/didChange\",\"params\":{"
		"\"textDocument\":{\"uri\":\"file:///bench/0.md\",\"version\":"
		"%d},\"contentChanges\":[{\"range\":{\"start\":{\"line\":%u,"
		"\"character\":0},\"end\":{\"line\":%u,\"character\":%d}},"
		"\"text\":\"%s\"}]}}",
		version, (unsigned)line, (unsigned)line, types ? 0 : 1,
		types ? "x" : "");
	snprintf(words, sizeof(words), "\"version\":%d,", version);
	begun = now_ms();
	say(client, &message);
	await(client, words);
	cnd_buf_dispose(&message);
	return now_ms() - begun;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* A number of /proc/<server>/<file> behind a name; 0 where there is none. */
static long
look(const struct client *client, const char *name)
{
	char path[64];
	char line[256];
	long value = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)client->server);
	file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			value = strtol(line + strlen(name), NULL, 10);
	if (file != NULL)
		fclose(file);
	return value;
}

/* Clock ticks of processor time so far. */
static long
ticks(const struct client *client)
{
	char path[64];
	char line[1024] = "";
	long user = 0;
	long system = 0;
	FILE *file;
	const char *at;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)client->server);
	file = fopen(path, "r");
	if (file == NULL || fgets(line, sizeof(line), file) == NULL)
		line[0] = '\0';
	if (file != NULL)
		fclose(file);
	at = strrchr(line, ')');
	if (at != NULL)
		sscanf(at,
			") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld",
			&user, &system);
	return user + system;
}

/* Milliseconds of processor that the server has used so far. */
static double
used_ms(const struct client *client)
{
	struct timespec at = { 0 };
	clockid_t clock;

	if (clock_getcpuclockid(client->server, &clock) == 0)
		clock_gettime(clock, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void
print_times(const char *what, double *times, int count)
{
	qsort(times, (size_t)count, sizeof(times[0]), compare);
	printf("%-44s %.2f ms, 99th of a hundred %.2f ms\n", what,
		times[count / 2], times[count * 99 / 100]);
}

static void
append_file(struct cnd_buf *out, const char *path)
{
	static char chunk[CHUNK];
	FILE *file = fopen(path, "rb");
	size_t got;

	if (file == NULL)
		die(path);
	while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0)
		cnd_buf_put(out, (struct cnd_str){ chunk, got });
	fclose(file);
}

static void
measure_edits(struct client *client, struct cnd_str text, int edits)
{
	static double times[EDITS_MAX];
	static double costs[EDITS_MAX];
	uint32_t lines = 0;
	double begun = now_ms();

	for (size_t i = 0; i < text.len; i++)
		lines += text.data[i] == '\n';
	open_text(client, 0, text);
	await(client, "\"version\":1,");
	printf("%-44s %.1f ms\n", "a report opened in an editor",
		now_ms() - begun);
	for (int i = 0; i < edits; i++) {
		double used = used_ms(client);

		times[i] = edit(
			client, i + 2, (uint32_t)(i / 2 * 7919) % (lines - 1));
		costs[i] = used_ms(client) - used;
	}
	print_times("a letter typed until its diagnostics", times, edits);
	/* What other programs do on the machine does not count in this. */
	print_times("  processor time of the server", costs, edits);
}

int
main(int argc, char **argv)
{
	struct client client = { 0 };
	struct cnd_buf text = { 0 };
	long before;
	int edits;

	if (argc != 4)
		die("usage: edit RUNS REPORT candour");
	edits = atoi(argv[1]);
	if (edits < 1 || edits > EDITS_MAX)
		die("so many runs there cannot be");
	signal(SIGPIPE, SIG_IGN);
	append_file(&text, argv[2]);
	start(&client, argv[3]);
	say_text(&client,
		"{\"id\":1,\"method\":\"initialize\",\"params\":{"
		"\"capabilities\":{}}}");
	await(&client, "\"id\":1");
	printf("%-44s %ld KB\n", "memory of the server, nothing open",
		look(&client, "VmRSS:"));
	measure_edits(&client, cnd_buf_str(&text), edits);
	printf("%-44s %ld KB\n", "  that report open", look(&client, "VmRSS:"));
	for (int i = 1; i < OPEN; i++)
		open_text(&client, i,
			cnd_str_slice(cnd_buf_str(&text), 0, SMALL));
	for (int i = 1; i < OPEN; i++)
		await(&client, "\"version\":1,");
	before = ticks(&client);
	sleep(2);
	printf("%-44s %ld KB\n", "  and 49 of 15 KB", look(&client, "VmRSS:"));
	printf("%-44s %ld KB\n", "  at most", look(&client, "VmHWM:"));
	printf("%-44s %ld ms\n", "processor time of the server, 2 s at rest",
		(ticks(&client) - before) * 1000 / sysconf(_SC_CLK_TCK));
	say_text(&client, "{\"id\":2,\"method\":\"shutdown\"}");
	await(&client, "\"id\":2");
	say_text(&client, "{\"method\":\"exit\"}");
	waitpid(client.server, NULL, 0);
	cnd_buf_dispose(&text);
	cnd_frames_dispose(&client.frames);
	return 0;
}
