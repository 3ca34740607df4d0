/*
 * Runs two commands in turn, A B A B …, and prints how the time and memory
 * of A compare with those of B: the ratio of each pair, so that a machine
 * that is busy now and then slows both.
 *
 *	pair RUNS A... -- B...
 *
 * prints: the median ratio of wall time, its quartiles, A's median
 * milliseconds (wall, then processor), A's peak memory in MiB.
 */
#define _DEFAULT_SOURCE 1 /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000 };

struct run {
	double wall; /* milliseconds */
	double processor;
	double peak; /* MiB */
};

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double
milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static void
become(char **command)
{
	int nowhere = open("/dev/null", O_WRONLY);

	if (nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 &&
		dup2(nowhere, STDERR_FILENO) >= 0)
		execvp(command[0], command);
	_exit(127);
}

/* vfork, for a copy of this process would count as the command's memory. */
static struct run
run_once(char **command)
{
	struct rusage usage;
	double start = now();
	pid_t child = vfork();
	int status;

	if (child == 0)
		become(command);
	if (child < 0 || wait4(child, &status, 0, &usage) != child ||
		!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "pair: %s does not run\n", command[0]);
		exit(EXIT_FAILURE);
	}
	return (struct run){
		.wall = now() - start,
		.processor = milliseconds(usage.ru_utime) +
			milliseconds(usage.ru_stime),
		.peak = (double)usage.ru_maxrss / 1024,
	};
}

static int
compare(const void *left, const void *right)
{
	double a = *(const double *)left;
	double b = *(const double *)right;

	return (a > b) - (a < b);
}

/* Sorts. */
static double
at_part(double *values, size_t count, double part)
{
	qsort(values, count, sizeof(*values), compare);
	return values[(size_t)((double)(count - 1) * part + 0.5)];
}

int
main(int argc, char **argv)
{
	static double ratios[RUNS_MAX];
	static double walls[RUNS_MAX];
	static double processors[RUNS_MAX];
	double peak = 0;
	size_t runs = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 0;
	int split = 2;

	while (split < argc && strcmp(argv[split], "--") != 0)
		split++;
	if (runs == 0 || runs > RUNS_MAX || split + 1 >= argc)
		return EXIT_FAILURE;
	argv[split] = NULL;
	run_once(argv + 2);
	run_once(argv + split + 1);
	for (size_t i = 0; i < runs; i++) {
		struct run a = run_once(argv + 2);
		struct run b = run_once(argv + split + 1);

		ratios[i] = a.wall / b.wall;
		walls[i] = a.wall;
		processors[i] = a.processor;
		if (a.peak > peak)
			peak = a.peak;
	}
	printf("%.2f %.2f %.2f %.2f %.2f %.1f\n", at_part(ratios, runs, 0.5),
		at_part(ratios, runs, 0.25), at_part(ratios, runs, 0.75),
		at_part(walls, runs, 0.5), at_part(processors, runs, 0.5),
		peak);
	return EXIT_SUCCESS;
}
