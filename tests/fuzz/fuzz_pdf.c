/*
 * Fuzz target: what the programs print that take a PDF apart.  The input
 * is that, cut by lines "====": the text of the pages, the tree of the
 * tags, the layout.
 */
#include "fuzz.h"

#include "read/read_pdf.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str rest = { (const char *)data, size };
	struct cnd_error err = { 0 };
	struct cnd_pdf_text pdf;

	pdf.pages = fuzz_cut(&rest);
	pdf.tree = fuzz_cut(&rest);
	pdf.layout = fuzz_cut(&rest);
	fuzz_document(cnd_read_pdf(CND_STR("report.pdf"), CND_STR("%PDF-1.7"),
			      &pdf, &err),
		&err);
	return 0;
}
