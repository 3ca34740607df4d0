/*
 * Fuzz target: the Word reader behind the ZIP layer.  The input is the
 * parts of a package, cut by lines "====": body, styles, numbering, notes.
 */
#include "fuzz.h"

#include <stdlib.h>

#define RELATIONS                                                              \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"    \
	"2006/relationships\">"
#define TYPE                                                                   \
	"\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"     \
	"relationships/"

static const char package_relations[] =
	RELATIONS "<Relationship Id=\"a" TYPE "officeDocument\" "
		  "Target=\"word/document.xml\"/></Relationships>";
static const char body_relations[] = RELATIONS
	"<Relationship Id=\"a" TYPE "styles\" Target=\"styles.xml\"/>"
	"<Relationship Id=\"b" TYPE "numbering\" Target=\"numbering.xml\"/>"
	"<Relationship Id=\"c" TYPE "footnotes\" Target=\"footnotes.xml\"/>"
	"</Relationships>";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str rest = { (const char *)data, size };
	struct fuzz_part parts[] = {
		{ "_rels/.rels", cnd_str_of(package_relations) },
		{ "word/_rels/document.xml.rels", cnd_str_of(body_relations) },
		{ "word/document.xml", fuzz_cut(&rest) },
		{ "word/styles.xml", fuzz_cut(&rest) },
		{ "word/numbering.xml", fuzz_cut(&rest) },
		{ "word/footnotes.xml", fuzz_cut(&rest) },
	};
	struct cnd_buf zip = { 0 };
	size_t count = sizeof(parts) / sizeof(parts[0]);

	/* A part that the input does not have is not there. */
	while (parts[count - 1].bytes.len == 0)
		count--;
	fuzz_zip(parts, count, &zip);
	fuzz_read("report.docx", cnd_buf_str(&zip));
	cnd_buf_dispose(&zip);
	return 0;
}
