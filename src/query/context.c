/* What stands before a place, as far as a program looks. */
#include "query/states.h"

/* Which contexts a program tells apart. */
enum { SEES_WORDS = 1, SEES_LINES = 2, SEES_START = 4 };

unsigned
cnd_states_sees(const struct cnd_program *program)
{
	unsigned sees = 0;

	for (uint32_t i = 0; i < program->count; i++) {
		if (cnd_code_kind(program->codes[i]) != CND_CODE_PLACE)
			continue;
		switch ((enum cnd_place)cnd_code_arg(program->codes[i])) {
		case CND_PLACE_EDGE:
		case CND_PLACE_INSIDE:
		case CND_PLACE_NO_WORD_BEFORE:
			sees |= SEES_WORDS;
			break;
		case CND_PLACE_LINE_START:
			sees |= SEES_LINES | SEES_START;
			break;
		case CND_PLACE_TEXT_START:
			sees |= SEES_START;
			break;
		default:
			break;
		}
	}
	return sees;
}

enum cnd_context
cnd_context_seen(
	const struct cnd_automaton *automaton, enum cnd_context context)
{
	if (context == CND_BEFORE_TEXT && (automaton->sees & SEES_START) == 0)
		context = CND_BEHIND_OTHER;
	if (context == CND_BEHIND_NEWLINE &&
		(automaton->sees & SEES_LINES) == 0)
		context = CND_BEHIND_OTHER;
	if (context == CND_BEHIND_WORD && (automaton->sees & SEES_WORDS) == 0)
		context = CND_BEHIND_OTHER;
	return context;
}

enum cnd_context
cnd_context_behind(const struct cnd_automaton *automaton, unsigned sign)
{
	if (sign == '\n')
		return cnd_context_seen(automaton, CND_BEHIND_NEWLINE);
	return cnd_context_seen(automaton,
		cnd_sign_has(&cnd_word_signs, sign) ? CND_BEHIND_WORD
						    : CND_BEHIND_OTHER);
}
