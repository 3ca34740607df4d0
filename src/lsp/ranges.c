/* From places to the protocol's numbers. */
#include "lsp/ranges.h"

struct cnd_range
cnd_range_of_span(const struct cnd_document *doc, struct cnd_span span,
	enum cnd_unit unit)
{
	struct cnd_place place = cnd_document_place(doc, span, unit);

	return (struct cnd_range){
		{ place.line, place.column },
		{ place.end_line, place.end_column },
	};
}

struct cnd_range
cnd_range_of_bytes(const struct cnd_lines *lines, size_t from, size_t to,
	enum cnd_unit unit)
{
	return (struct cnd_range){
		cnd_lines_position(lines, from, unit),
		cnd_lines_position(lines, to, unit),
	};
}

void
cnd_json_position(
	struct cnd_json *json, const char *key, struct cnd_position position)
{
	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_json_key(json, "line");
	cnd_json_int(json, (int64_t)position.line - 1);
	cnd_json_key(json, "character");
	cnd_json_int(json, (int64_t)position.column - 1);
	cnd_json_end_object(json);
}

void
cnd_json_range(
	struct cnd_json *json, const char *key, const struct cnd_range *range)
{
	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_json_position(json, "start", range->start);
	cnd_json_position(json, "end", range->end);
	cnd_json_end_object(json);
}
