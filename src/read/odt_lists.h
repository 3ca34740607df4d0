/* Counting the lists of an OpenDocument text. */
#ifndef CND_READ_ODT_LISTS_H
#define CND_READ_ODT_LISTS_H

#include "read/odt_styles.h"

struct cnd_odt_lists;

struct cnd_odt_lists *cnd_odt_lists_new(
	struct cnd_arena *arena, const struct cnd_odt_styles *styles);

/*
 * A text:list begins, perhaps inside an item of another.  style may be
 * empty: that of the list around it.  A list that continues goes on from
 * the last one of its style, or from the one whose id it names.
 */
void cnd_odt_lists_open(struct cnd_odt_lists *lists, struct cnd_str style,
	struct cnd_str id, struct cnd_str continued, bool is_continuing);
void cnd_odt_lists_close(struct cnd_odt_lists *lists);

/* An item begins; start > 0 sets its number. */
void cnd_odt_lists_item(struct cnd_odt_lists *lists, uint32_t start);

/* Open lists: 0 outside of any. */
uint32_t cnd_odt_lists_depth(const struct cnd_odt_lists *lists);

/*
 * The label for a paragraph: the item's number for its first paragraph,
 * nothing for further ones.  paragraph_list is its style's list, used by
 * lists that name no style.
 */
struct cnd_str cnd_odt_lists_label(
	struct cnd_odt_lists *lists, struct cnd_str paragraph_list);

/* Counts a heading that stands in no list, and returns its label. */
struct cnd_str cnd_odt_lists_heading(
	struct cnd_odt_lists *lists, uint32_t level);

#endif
