/* Numbers as lists show them: 4, iv, D, 04. */
#ifndef CND_READ_NUMERALS_H
#define CND_READ_NUMERALS_H

#include "base/buf.h"

#include <stdint.h>

enum cnd_numeral {
	CND_NUMERAL_DECIMAL,
	CND_NUMERAL_LOWER_LETTER, /* a … z, aa, bb */
	CND_NUMERAL_UPPER_LETTER,
	CND_NUMERAL_LOWER_ROMAN,
	CND_NUMERAL_UPPER_ROMAN,
	CND_NUMERAL_ZERO, /* 01, 02, … 10 */
	CND_NUMERAL_ORDINAL, /* 1st */
	CND_NUMERAL_BULLET,
	CND_NUMERAL_NONE
};

/* Word's name of a format ("lowerRoman"); unknown ones are decimal. */
enum cnd_numeral cnd_numeral_of_name(struct cnd_str name);

/* ODF's style:num-format ("i", "A", "1", ""). */
enum cnd_numeral cnd_numeral_of_odf(struct cnd_str format);

/* Appends the number; Roman ones past 3999 and zero are decimal. */
void cnd_numeral_write(
	enum cnd_numeral format, uint32_t number, struct cnd_buf *out);

#endif
