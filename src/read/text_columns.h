/* Columns that lines of plain text share. */
#ifndef CND_READ_TEXT_COLUMNS_H
#define CND_READ_TEXT_COLUMNS_H

#include "read/text_lines.h"

/* Columns of one table, at most. */
enum { CND_TEXT_COLUMNS = 12 };

/*
 * The columns (positions in code points, the first is 0) of the lines from
 * `first` on, as far as they belong together: where texts begin behind two
 * blanks or more, and no word of any line runs across.  How many there
 * are; below two there is no table.
 */
size_t cnd_text_columns(const struct cnd_text_lines *lines, size_t first,
	size_t starts[CND_TEXT_COLUMNS]);

#endif
