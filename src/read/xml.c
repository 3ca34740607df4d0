/*
 * Events from expat with the byte offsets it gives.  The whole part goes
 * in at one call, so offsets are those of the part, and the parser's
 * quadratic growth of big tokens cannot arise.
 */
#include "read/xml.h"

#include "base/limits.h"
#include "base/oom.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

/* Between address and local name; cannot stand in a checked address. */
#define SEPARATOR "|"

enum { ATTRIBUTES_MAX = 64 };

#define OOXML "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
	const char *address;
	enum cnd_namespace ns;
} namespaces[] = {
	{ OOXML "wordprocessingml/2006/main", CND_NS_W },
	{ STRICT "wordprocessingml/main", CND_NS_W },
	{ OOXML "officeDocument/2006/relationships", CND_NS_R },
	{ STRICT "officeDocument/relationships", CND_NS_R },
	{ OOXML "package/2006/relationships", CND_NS_RELS },
	{ OOXML "package/2006/content-types", CND_NS_TYPES },
	{ OOXML "markup-compatibility/2006", CND_NS_MC },
	{ "http://schemas.microsoft.com/office/word/2010/"
	  "wordprocessingShape",
		CND_NS_WPS },
	{ OOXML "drawingml/2006/wordprocessingDrawing", CND_NS_WP },
	{ STRICT "drawingml/wordprocessingDrawing", CND_NS_WP },
	{ OOXML "drawingml/2006/main", CND_NS_A },
	{ STRICT "drawingml/main", CND_NS_A },
	{ OOXML "drawingml/2006/picture", CND_NS_PIC },
	{ STRICT "drawingml/picture", CND_NS_PIC },
	{ OOXML "drawingml/2006/chart", CND_NS_CHART },
	{ STRICT "drawingml/chart", CND_NS_CHART },
	{ OOXML "drawingml/2006/diagram", CND_NS_DIAGRAM },
	{ STRICT "drawingml/diagram", CND_NS_DIAGRAM },
	{ "urn:schemas-microsoft-com:vml", CND_NS_V },
	{ "urn:schemas-microsoft-com:office:office", CND_NS_O },
	{ OOXML "officeDocument/2006/math", CND_NS_M },
	{ STRICT "officeDocument/math", CND_NS_M },
	{ "http://www.w3.org/XML/1998/namespace", CND_NS_XML },
	{ ODF "office:1.0", CND_NS_OFFICE },
	{ ODF "text:1.0", CND_NS_TEXT },
	{ ODF "table:1.0", CND_NS_TABLE },
	{ ODF "style:1.0", CND_NS_STYLE },
	{ ODF "xsl-fo-compatible:1.0", CND_NS_FO },
	{ ODF "drawing:1.0", CND_NS_DRAW },
	{ ODF "manifest:1.0", CND_NS_MANIFEST },
	{ "http://purl.org/dc/elements/1.1/", CND_NS_DC },
	{ "urn:org:documentfoundation:names:experimental:office:xmlns:"
	  "loext:1.0",
		CND_NS_LOEXT },
};

struct parse {
	XML_Parser parser;
	struct cnd_str part;
	const struct cnd_xml_handler *handler;
	struct cnd_error *err;
	size_t depth;
	bool has_failed; /* err is filled */
};

static struct cnd_xml_name
resolve(const char *raw)
{
	struct cnd_str whole = cnd_str_of(raw);
	const char *bar = strrchr(raw, SEPARATOR[0]);
	struct cnd_str address;

	if (bar == NULL)
		return (struct cnd_xml_name){ CND_NS_NONE, whole };
	address = (struct cnd_str){ raw, (size_t)(bar - raw) };
	for (size_t i = 0; i < sizeof(namespaces) / sizeof(namespaces[0]); i++)
		if (cnd_str_equal(address, cnd_str_of(namespaces[i].address)))
			return (struct cnd_xml_name){ namespaces[i].ns,
				cnd_str_of(bar + 1) };
	return (struct cnd_xml_name){ CND_NS_OTHER, cnd_str_of(bar + 1) };
}

static void
stop(struct parse *parse)
{
	parse->has_failed = true;
	XML_StopParser(parse->parser, XML_FALSE);
}

static uint32_t
here(const struct parse *parse)
{
	return (uint32_t)XML_GetCurrentByteIndex(parse->parser);
}

/* End of the current event; an empty element's end event has count 0 and
 * stands behind the tag already. */
static uint32_t
behind(const struct parse *parse)
{
	return here(parse) + (uint32_t)XML_GetCurrentByteCount(parse->parser);
}

static size_t
read_attributes(
	const char **raw, struct cnd_xml_attribute attributes[ATTRIBUTES_MAX])
{
	size_t count = 0;

	for (; raw[0] != NULL && count < ATTRIBUTES_MAX; raw += 2) {
		attributes[count].name = resolve(raw[0]);
		attributes[count].value = cnd_str_of(raw[1]);
		count++;
	}
	return count;
}

/* Whether the start tag that ends at `end` is written <x/>. */
static bool
is_empty_tag(const struct parse *parse, uint32_t end)
{
	return end >= 2 && parse->part.data[end - 2] == '/';
}

static void
on_start(void *user, const char *raw, const char **raw_attributes)
{
	struct parse *parse = user;
	struct cnd_xml_attribute attributes[ATTRIBUTES_MAX];
	struct cnd_xml_element element = { .name = resolve(raw),
		.attributes = attributes };

	if (parse->has_failed)
		return;
	if (++parse->depth > CND_LIMIT_XML_DEPTH) {
		cnd_fail(parse->err, CND_ERR_LIMIT,
			"XML elements nest deeper than %d",
			CND_LIMIT_XML_DEPTH);
		stop(parse);
		return;
	}
	if (parse->handler->start == NULL)
		return;
	element.attribute_count = read_attributes(raw_attributes, attributes);
	element.from = here(parse);
	element.to = behind(parse);
	element.is_empty = is_empty_tag(parse, element.to);
	if (!parse->handler->start(
		    parse->handler->context, &element, parse->err))
		stop(parse);
}

static void
on_end(void *user, const char *raw)
{
	struct parse *parse = user;

	if (parse->has_failed)
		return;
	parse->depth--;
	if (parse->handler->end != NULL &&
		!parse->handler->end(parse->handler->context, resolve(raw),
			here(parse), behind(parse), parse->err))
		stop(parse);
}

static void
on_text(void *user, const char *data, int len)
{
	struct parse *parse = user;

	if (parse->has_failed || parse->handler->text == NULL)
		return;
	if (!parse->handler->text(parse->handler->context,
		    (struct cnd_str){ data, (size_t)len }, here(parse),
		    behind(parse), parse->err))
		stop(parse);
}

static void
on_doctype(void *user, const char *name, const char *system, const char *public,
	int has_internal_subset)
{
	struct parse *parse = user;

	(void)name;
	(void)system;
	(void)public;
	(void)has_internal_subset;
	cnd_fail(parse->err, CND_ERR_INPUT,
		"the XML has a DOCTYPE, which documents may not have");
	stop(parse);
}

static bool
finish(struct parse *parse, enum XML_Status status)
{
	if (!parse->has_failed && status == XML_STATUS_OK)
		return true;
	if (!parse->has_failed)
		cnd_fail(parse->err, CND_ERR_INPUT, "the XML is broken: %s",
			XML_ErrorString(XML_GetErrorCode(parse->parser)));
	return cnd_fail_at(parse->err, (struct cnd_str){ 0 },
		(uint32_t)XML_GetCurrentLineNumber(parse->parser),
		(uint32_t)XML_GetCurrentColumnNumber(parse->parser) + 1);
}

bool
cnd_xml_parse(struct cnd_str part, const struct cnd_xml_handler *handler,
	struct cnd_error *err)
{
	static const XML_Memory_Handling_Suite memory = { cnd_xmalloc,
		cnd_xrealloc, free };
	struct parse parse = { .part = part, .handler = handler, .err = err };
	enum XML_Status status;
	bool ok;

	if (part.len >= 2 &&
		(memcmp(part.data, "\xff\xfe", 2) == 0 ||
			memcmp(part.data, "\xfe\xff", 2) == 0))
		return cnd_fail(
			err, CND_ERR_INPUT, "the XML is UTF-16, not UTF-8");
	parse.parser = XML_ParserCreate_MM("UTF-8", &memory, SEPARATOR);
	XML_SetUserData(parse.parser, &parse);
	XML_SetElementHandler(parse.parser, on_start, on_end);
	XML_SetCharacterDataHandler(parse.parser, on_text);
	XML_SetStartDoctypeDeclHandler(parse.parser, on_doctype);
	status = XML_Parse(parse.parser, part.data, (int)part.len, XML_TRUE);
	ok = finish(&parse, status);
	XML_ParserFree(parse.parser);
	return ok;
}

bool
cnd_xml_is(struct cnd_xml_name name, enum cnd_namespace ns, const char *local)
{
	return name.ns == ns && cnd_str_equal(name.local, cnd_str_of(local));
}

struct cnd_str
cnd_xml_attribute(const struct cnd_xml_element *element, enum cnd_namespace ns,
	const char *local)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (cnd_xml_is(element->attributes[i].name, ns, local))
			return element->attributes[i].value;
	return (struct cnd_str){ 0 };
}
