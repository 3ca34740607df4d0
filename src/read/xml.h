/*
 * XML as a stream of events with byte offsets: the only file that knows
 * expat.  No DTD (so no entities beyond the five), no external anything;
 * depth is bounded.  Namespaces are told apart by address, never prefix.
 */
#ifndef CND_READ_XML_H
#define CND_READ_XML_H

#include "base/error.h"

#include <stdint.h>

/* The namespaces readers ask for; the strict forms of OOXML count as the
 * transitional ones. */
enum cnd_namespace {
	CND_NS_NONE, /* no namespace */
	CND_NS_OTHER,
	CND_NS_W, /* WordprocessingML */
	CND_NS_R, /* office document relationships (attributes) */
	CND_NS_RELS, /* package relationships */
	CND_NS_TYPES, /* content types */
	CND_NS_MC, /* markup compatibility */
	CND_NS_WPS, /* Word 2010 drawing shapes */
	CND_NS_WP, /* drawing anchors */
	CND_NS_A, /* DrawingML */
	CND_NS_PIC,
	CND_NS_CHART,
	CND_NS_DIAGRAM,
	CND_NS_V, /* VML */
	CND_NS_O, /* Office VML */
	CND_NS_M, /* maths */
	CND_NS_XML, /* xml:space */
	CND_NS_OFFICE, /* ODF from here on */
	CND_NS_TEXT,
	CND_NS_TABLE,
	CND_NS_STYLE,
	CND_NS_FO,
	CND_NS_DRAW,
	CND_NS_DC,
	CND_NS_MANIFEST,
	CND_NS_LOEXT
};

struct cnd_xml_name {
	enum cnd_namespace ns;
	struct cnd_str local; /* valid during the event */
};

struct cnd_xml_attribute {
	struct cnd_xml_name name;
	struct cnd_str value; /* valid during the event */
};

/* A start tag.  [from, to) are its bytes in the part. */
struct cnd_xml_element {
	struct cnd_xml_name name;
	const struct cnd_xml_attribute *attributes;
	size_t attribute_count;
	uint32_t from;
	uint32_t to;
	bool is_empty; /* written <x/>: its end has no bytes of its own */
};

/*
 * What the caller wants told; any may be NULL.  end: [from, to) are the
 * end tag's bytes (empty, at the tag's end, for <x/>).  text: characters
 * as decoded, with the bytes they came from; one run may come in pieces.
 * A handler that returns false stops the parse: it must have filled err.
 */
struct cnd_xml_handler {
	void *context;
	bool (*start)(void *context, const struct cnd_xml_element *element,
		struct cnd_error *err);
	bool (*end)(void *context, struct cnd_xml_name name, uint32_t from,
		uint32_t to, struct cnd_error *err);
	bool (*text)(void *context, struct cnd_str text, uint32_t from,
		uint32_t to, struct cnd_error *err);
};

/*
 * Parses one part.  False and err (with line and column in the part) when
 * it is not well-formed, has a DOCTYPE, is too deep, or a handler stopped.
 */
bool cnd_xml_parse(struct cnd_str part, const struct cnd_xml_handler *handler,
	struct cnd_error *err);

/* Whether a name is that one. */
bool cnd_xml_is(
	struct cnd_xml_name name, enum cnd_namespace ns, const char *local);

/* The value of an attribute; data is NULL when it is absent. */
struct cnd_str cnd_xml_attribute(const struct cnd_xml_element *element,
	enum cnd_namespace ns, const char *local);

#endif
