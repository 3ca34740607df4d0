/*
 * Fuzz target: the OpenDocument reader behind the ZIP layer.  The input is
 * content.xml and styles.xml, cut by a line "====".
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str rest = { (const char *)data, size };
	struct fuzz_part parts[] = {
		{ "mimetype",
			CND_STR("application/vnd.oasis.opendocument.text") },
		{ "content.xml", fuzz_cut(&rest) },
		{ "styles.xml", fuzz_cut(&rest) },
	};
	struct cnd_buf zip = { 0 };

	fuzz_zip(parts, parts[2].bytes.len > 0 ? 3 : 2, &zip);
	fuzz_read("report.odt", cnd_buf_str(&zip));
	cnd_buf_dispose(&zip);
	return 0;
}
