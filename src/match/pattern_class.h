/*
 * Reading characters and [classes] of a PCRE2 pattern.  For the files of
 * match/ only.
 */
#ifndef CND_MATCH_PATTERN_CLASS_H
#define CND_MATCH_PATTERN_CLASS_H

#include "match/forms.h"

/*
 * The one symbol for a character of the text: itself when it is surely a
 * letter of ASCII or surely of no word, else a symbol that covers it.
 */
struct cnd_symbol cnd_symbol_of_code(
	struct cnd_arena *arena, uint32_t code, bool is_fold, bool *is_exact);

/*
 * The symbol for what a backslash and this letter stand for as a set of
 * characters (\w \s \D …), one of them; false for other letters.
 */
bool cnd_symbol_of_escape(char letter, struct cnd_symbol *symbol);

/*
 * Reads \x41, \x{41}, \n and the like behind the backslash at *at, or a
 * backslash before what is neither letter nor digit; moves *at behind it.
 */
bool cnd_code_of_escape(struct cnd_str pattern, size_t *at, uint32_t *code);

/*
 * Reads the class that opens at *at and moves *at behind it.  *is_one says
 * that the forms are single characters, one of them exactly.  False when
 * it is not understood.
 */
bool cnd_forms_of_class(struct cnd_arena *arena, struct cnd_str pattern,
	size_t *at, bool is_fold, struct cnd_forms *forms);

#endif
