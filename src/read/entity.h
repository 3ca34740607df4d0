/* Character references ("&ndash;", "&#8211;", "&#x2013;") of HTML. */
#ifndef CND_READ_ENTITY_H
#define CND_READ_ENTITY_H

#include "base/str.h"

/*
 * Writes what a reference, from '&' to ';', stands for into out as UTF-8;
 * the bytes written, or 0 for a name that is not known.  A number that is
 * no character gives U+FFFD.
 */
size_t cnd_entity_decode(struct cnd_str entity, char out[4]);

#endif
