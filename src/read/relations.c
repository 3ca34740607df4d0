/* Relationship parts: (type, target) pairs beside each part. */
#include "read/relations.h"

#include "read/xml.h"

struct search {
	struct cnd_arena *arena;
	struct cnd_str type;
	struct cnd_str target;
	bool is_found;
};

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct search *search = context;
	struct cnd_str type;

	(void)err;
	if (search->is_found ||
		!cnd_xml_is(element->name, CND_NS_RELS, "Relationship"))
		return true;
	type = cnd_xml_attribute(element, CND_NS_NONE, "Type");
	if (!cnd_str_ends_with(type, search->type) ||
		cnd_str_equal(
			cnd_xml_attribute(element, CND_NS_NONE, "TargetMode"),
			CND_STR("External")))
		return true;
	search->is_found = true;
	search->target = cnd_arena_copy(search->arena,
		cnd_xml_attribute(element, CND_NS_NONE, "Target"));
	return true;
}

/* Bytes up to and including the last '/'. */
static struct cnd_str
folder_of(struct cnd_str part)
{
	while (part.len > 0 && part.data[part.len - 1] != '/')
		part.len--;
	return part;
}

struct cnd_str
cnd_relations_entry(struct cnd_arena *arena, struct cnd_str part)
{
	struct cnd_str folder = folder_of(part);
	struct cnd_str name = cnd_str_slice(part, folder.len, part.len);

	return cnd_arena_printf(arena, "%.*s_rels/%.*s.rels",
		CND_STR_ARG(folder), CND_STR_ARG(name));
}

/* A target as written, from the part's folder or from the root. */
static struct cnd_str
resolve(struct cnd_arena *arena, struct cnd_str part, struct cnd_str target)
{
	struct cnd_str folder = folder_of(part);

	if (cnd_str_starts_with(target, CND_STR("/")))
		return cnd_str_slice(target, 1, target.len);
	while (cnd_str_starts_with(target, CND_STR("../"))) {
		target = cnd_str_slice(target, 3, target.len);
		folder = folder_of(cnd_str_slice(
			folder, 0, folder.len == 0 ? 0 : folder.len - 1));
	}
	if (cnd_str_starts_with(target, CND_STR("./")))
		target = cnd_str_slice(target, 2, target.len);
	return cnd_arena_printf(
		arena, "%.*s%.*s", CND_STR_ARG(folder), CND_STR_ARG(target));
}

bool
cnd_relations_target(struct cnd_package *package, struct cnd_str part,
	const char *type, struct cnd_str *target, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_package_arena(package);
	struct search search = { .arena = arena,
		.type = cnd_arena_printf(arena, "/%s", type) };
	const struct cnd_xml_handler handler = { .context = &search,
		.start = on_start };
	struct cnd_str bytes;

	*target = (struct cnd_str){ 0 };
	if (!cnd_package_part(
		    package, cnd_relations_entry(arena, part), &bytes, err))
		return false;
	if (bytes.data == NULL)
		return true;
	if (!cnd_xml_parse(bytes, &handler, err))
		return false;
	if (search.is_found)
		*target = resolve(arena, part, search.target);
	return true;
}
