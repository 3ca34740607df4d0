/*
 * In place of libraries that are not built with the memory sanitizer: a
 * test that needs one ends as skipped.
 */
#include <gumbo.h>
#include <hunspell/hunspell.h>
#include <unistd.h>

enum { SKIPPED = 77 };

const GumboOptions kGumboDefaultOptions;

GumboOutput *
gumbo_parse_with_options(
	const GumboOptions *options, const char *buffer, size_t length)
{
	(void)options;
	(void)buffer;
	(void)length;
	_exit(SKIPPED);
}

void
gumbo_destroy_output(const GumboOptions *options, GumboOutput *output)
{
	(void)options;
	(void)output;
}

GumboAttribute *
gumbo_get_attribute(const GumboVector *attributes, const char *name)
{
	(void)attributes;
	(void)name;
	return NULL;
}

Hunhandle *
Hunspell_create(const char *affixes, const char *words)
{
	(void)affixes;
	(void)words;
	_exit(SKIPPED);
}

void
Hunspell_destroy(Hunhandle *handle)
{
	(void)handle;
}

int
Hunspell_spell(Hunhandle *handle, const char *word)
{
	(void)handle;
	(void)word;
	return 1;
}

char *
Hunspell_get_dic_encoding(Hunhandle *handle)
{
	(void)handle;
	return NULL;
}

int
Hunspell_suggest(Hunhandle *handle, char ***list, const char *word)
{
	(void)handle;
	(void)word;
	*list = NULL;
	return 0;
}

void
Hunspell_free_list(Hunhandle *handle, char ***list, int count)
{
	(void)handle;
	(void)list;
	(void)count;
}
