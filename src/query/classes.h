/*
 * Classes of signs: two signs are of one when all sets hold both or
 * neither.  For the files of query/ only.
 */
#ifndef CND_QUERY_CLASSES_H
#define CND_QUERY_CLASSES_H

#include "query/alphabet.h"

/*
 * The class of each sign, and a sign of each class; classes are all zero
 * before.  Words, newlines and what is doubtful are classes apart, whatever
 * the sets.  The number of classes.
 */
uint32_t cnd_classes_of(const struct cnd_sign_set *sets, uint32_t count,
	uint8_t classes[CND_SIGNS], uint8_t signs[CND_SIGNS]);

#endif
