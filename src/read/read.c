/* The table of readers, and the choice among them. */
#include "read/read.h"

#include "base/limits.h"
#include "read/encoding.h"

static const char *const markdown_extensions[] = { ".md", ".markdown", ".mdown",
	".mkd", ".mkdn", ".qmd", ".rmd", NULL };
static const char *const text_extensions[] = { ".txt", ".text", ".asc", NULL };

static const char *const docx_extensions[] = { ".docx", ".docm", ".dotx",
	".dotm", NULL };

static const char *const odt_extensions[] = { ".odt", ".ott", NULL };

static const char *const html_extensions[] = { ".html", ".htm", ".xhtml",
	NULL };

static const struct cnd_reader readers[] = {
	{
		.name = "markdown",
		.extensions = markdown_extensions,
		.read = cnd_read_markdown,
	},
	{
		.name = "text",
		.extensions = text_extensions,
		.read = cnd_read_text,
	},
	{
		.name = "docx",
		.extensions = docx_extensions,
		.is_package = true,
		.read = cnd_read_docx,
	},
	{
		.name = "odt",
		.extensions = odt_extensions,
		.is_package = true,
		.read = cnd_read_odt,
	},
	{
		.name = "html",
		.extensions = html_extensions,
		.probe = cnd_probe_html,
		.read = cnd_read_html,
	},
	{ .name = NULL },
};

const struct cnd_reader *
cnd_readers(void)
{
	return readers;
}

static bool
has_extension(const struct cnd_reader *reader, struct cnd_str name)
{
	for (size_t i = 0; reader->extensions[i] != NULL; i++) {
		struct cnd_str extension = cnd_str_of(reader->extensions[i]);
		struct cnd_str tail = name;

		if (name.len > extension.len)
			tail = cnd_str_slice(
				name, name.len - extension.len, name.len);
		if (cnd_str_equal_fold(tail, extension))
			return true;
	}
	return false;
}

const struct cnd_reader *
cnd_reader_for(struct cnd_str name)
{
	for (size_t i = 0; readers[i].name != NULL; i++) {
		if (has_extension(&readers[i], name))
			return &readers[i];
	}
	return NULL;
}

const struct cnd_reader *
cnd_reader_named(struct cnd_str name)
{
	for (size_t i = 0; readers[i].name != NULL; i++) {
		if (cnd_str_equal(cnd_str_of(readers[i].name), name))
			return &readers[i];
	}
	return NULL;
}

/* The reader that knows the content of a file whose name says nothing. */
static const struct cnd_reader *
probe(struct cnd_str source)
{
	for (size_t i = 0; readers[i].name != NULL; i++) {
		if (readers[i].probe != NULL && readers[i].probe(source))
			return &readers[i];
	}
	return cnd_reader_named(CND_STR("text"));
}

/* Reads text of which some bytes may not be UTF-8. */
static struct cnd_document *
read_text(const struct cnd_reader *reader, struct cnd_str name,
	struct cnd_str source, struct cnd_error *err)
{
	struct cnd_repair repair = { { 0 }, { 0 } };
	struct cnd_document *doc;

	if (!cnd_encoding_check(source, err))
		return NULL;
	if (!cnd_repair_make(&repair, source))
		return reader->read(name, source, err);
	doc = reader->read(name, cnd_buf_str(&repair.text), err);
	if (doc != NULL)
		cnd_repair_restore(&repair, source, doc);
	cnd_repair_dispose(&repair);
	return doc;
}

/* The reader that an ending without its point asks for, or NULL. */
static const struct cnd_reader *
reader_of_ending(struct cnd_str ending)
{
	for (size_t i = 0; readers[i].name != NULL && ending.len > 0; i++)
		for (size_t j = 0; readers[i].extensions[j] != NULL; j++)
			if (cnd_str_equal_fold(ending,
				    cnd_str_of(readers[i].extensions[j] + 1)))
				return &readers[i];
	return NULL;
}

struct cnd_document *
cnd_read_as(struct cnd_str name, struct cnd_str ending, struct cnd_str source,
	struct cnd_error *err)
{
	const struct cnd_reader *reader = reader_of_ending(ending);

	if (reader == NULL)
		reader = cnd_reader_for(name);
	if (source.len > CND_LIMIT_INPUT_BYTES) {
		cnd_fail(err, CND_ERR_LIMIT, "the file is larger than %u MiB",
			CND_LIMIT_INPUT_BYTES >> 20);
		return NULL;
	}
	if (reader == NULL)
		reader = probe(source);
	if (reader->is_package)
		return reader->read(name, source, err);
	return read_text(reader, name, source, err);
}

struct cnd_document *
cnd_read(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	return cnd_read_as(name, (struct cnd_str){ 0 }, source, err);
}
