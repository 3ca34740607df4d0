/* Finding a Word file's body. */
#include "read/docx_package.h"

#include "read/relations.h"

bool
cnd_docx_main_part(struct cnd_package *package, struct cnd_str *name,
	struct cnd_str *body, struct cnd_error *err)
{
	if (!cnd_relations_target(package, (struct cnd_str){ 0 },
		    "officeDocument", name, err))
		return false;
	if (name->data == NULL)
		return cnd_fail(err, CND_ERR_INPUT,
			"not a Word file: the package names no main part");
	if (cnd_str_starts_with(*name, CND_STR("xl/")))
		return cnd_fail(err, CND_ERR_INPUT,
			"a spreadsheet (.xlsx), not a Word file");
	if (cnd_str_starts_with(*name, CND_STR("ppt/")))
		return cnd_fail(err, CND_ERR_INPUT,
			"a presentation (.pptx), not a Word file");
	if (!cnd_package_part(package, *name, body, err))
		return false;
	if (body->data == NULL)
		return cnd_fail(err, CND_ERR_INPUT,
			"not a Word file: its main part is missing");
	return true;
}
