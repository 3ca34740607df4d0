/*
 * Writes the files given on the command line (paths that begin "rules/")
 * behind the name of a function as a C table that the function gives, on
 * standard output: how rules and their schemas come into the program.
 * Files are taken in the order given, which make sorts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
write_bytes(FILE *file, size_t index)
{
	int byte;
	size_t count = 0;

	printf("static const unsigned char file_%zu[] = {", index);
	while ((byte = fgetc(file)) != EOF)
		printf("%s%d,", count++ % 20 == 0 ? "\n\t" : "", byte);
	printf("%s};\n", count == 0 ? " 0 " : "\n");
}

static int
embed_file(const char *path, size_t index)
{
	FILE *file = fopen(path, "rb");

	if (file == NULL) {
		perror(path);
		return -1;
	}
	write_bytes(file, index);
	fclose(file);
	return 0;
}

static void
write_row(const char *path, size_t index)
{
	const char *below = strchr(path, '/');

	below = below == NULL ? path : below + 1;
	printf("\t{ { \"%s\", %zu },\n", below, strlen(below));
	printf("\t\t{ (const char *)file_%zu, sizeof(file_%zu) },\n", index,
		index);
	printf("\t\t{ \"%s\", %zu }, true, false, false, 0 },\n", path,
		strlen(path));
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		return EXIT_FAILURE;
	printf("/* Made by tools/embed.c from rules/; do not edit. */\n"
	       "#include \"rule/ruleset.h\"\n\n");
	for (int i = 2; i < argc; i++)
		if (embed_file(argv[i], (size_t)i) != 0)
			return EXIT_FAILURE;
	printf("\nstatic const struct cnd_rule_file files[] = {\n");
	for (int i = 2; i < argc; i++)
		write_row(argv[i], (size_t)i);
	printf("\t{ { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, false, false, "
	       "false, 0 },\n};\n\n"
	       "const struct cnd_rule_file *\n"
	       "%s(size_t *count)\n"
	       "{\n\t*count = %d;\n\treturn files;\n}\n",
		argv[1], argc - 2);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
