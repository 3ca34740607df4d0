/* HTML pages that need nothing but themselves. */
#ifndef CND_FORMAT_HTML_H
#define CND_FORMAT_HTML_H

#include "base/buf.h"

/*
 * Appends s so that it is only ever text, in an element or in a quoted
 * attribute; also safe in XML.
 */
void cnd_html_escape(struct cnd_str s, struct cnd_buf *out);

/* "<tag>escaped words</tag>\n". */
void cnd_html_element(
	const char *tag, struct cnd_str words, struct cnd_buf *out);

/*
 * Opens a page of that title, with its style and what more_style adds to
 * it; what belongs to the page's head follows.  Then its main part, then
 * its end.
 */
void cnd_html_open(
	const char *title, struct cnd_str more_style, struct cnd_buf *out);
void cnd_html_main(struct cnd_buf *out);
void cnd_html_close(struct cnd_buf *out);

#endif
