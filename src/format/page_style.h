/* The style of all pages. */
#ifndef CND_FORMAT_PAGE_STYLE_H
#define CND_FORMAT_PAGE_STYLE_H

#include "base/buf.h"

/* Appends the style sheet, without its element. */
void cnd_page_style(struct cnd_buf *out);

#endif
