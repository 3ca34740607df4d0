/*
 * Bullets that stand in a text as signs of their own: typed by hand, or
 * left there by a converter that knew of no list.
 */
#ifndef CND_READ_BULLET_H
#define CND_READ_BULLET_H

#include "base/str.h"

#include <stdint.h>

/* A sign that opens an item and is nothing else: "•", "▪", "→", U+F0B7. */
bool cnd_bullet_is_sign(uint32_t code);

/*
 * Bytes of the bullet that a paragraph begins with, the blanks behind it
 * included: a sign, or a dash with a blank.  0 for none, and where nothing
 * follows it.
 */
size_t cnd_bullet_length(struct cnd_str text);

#endif
