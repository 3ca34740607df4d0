/*
 * Walks a program by trying and turning back.  What to turn back to waits
 * on a stack of fixed size: a pattern that needs more of it, or more steps,
 * is left to PCRE2, which has its own limits.
 */
#include "query/walk.h"

enum {
	TURNS_MAX = 2048, /* ways to turn back to */
	STEPS_MAX = 100000, /* of one search; most take under a thousand */
	SLOTS = 2 * CND_REGEX_GROUPS,
	DEPTH_MAX = 64, /* parts inside parts */
};

#define UNSET SIZE_MAX

enum turn_kind {
	TURN_BRANCH, /* go on at `code` from `at` */
	TURN_SLOT, /* slot `code` was `at` before */
	TURN_SHORTER, /* run `code` may end before `at`, not before `least` */
	TURN_LONGER, /* run `code` may take one more at `at` */
};

struct turn {
	enum turn_kind kind;
	uint32_t code;
	uint32_t left; /* signs that a run may take still */
	size_t at;
	size_t least;
};

struct walker {
	const struct cnd_program *program;
	struct cnd_str text;
	size_t start;
	bool not_empty;
	unsigned depth;
	size_t steps;
	size_t count;
	size_t slots[SLOTS];
	struct turn turns[TURNS_MAX];
};

static unsigned
sign_at(const struct walker *walker, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)walker->text.data[at];

	*len = 1;
	if (byte < 0x80 && byte != '\r')
		return byte;
	return cnd_sign_at(walker->text, at, len);
}

/* An ASCII sign at a place, but for a carriage return; or none. */
enum { NO_SIGN = CND_SIGNS };

static inline unsigned
ascii_at(const struct walker *walker, size_t at)
{
	unsigned char byte;

	if (at >= walker->text.len)
		return NO_SIGN;
	byte = (unsigned char)walker->text.data[at];
	return byte < 0x80 && byte != '\r' ? byte : NO_SIGN;
}

static size_t
before(const struct walker *walker, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)walker->text.data[at] & 0xc0) == 0x80);
	return at;
}

static bool
is_word_at(const struct walker *walker, size_t at, bool *is_doubtful)
{
	size_t len;
	unsigned sign;

	if (at >= walker->text.len)
		return false;
	sign = sign_at(walker, at, &len);
	*is_doubtful |= sign == CND_SIGN_DOUBTFUL;
	return cnd_sign_has(&cnd_word_signs, sign);
}

static enum cnd_answer
is_at_place(const struct walker *walker, enum cnd_place place, size_t at)
{
	struct cnd_str text = walker->text;
	bool is_there = false;
	bool is_end = at == text.len;
	/* Lines begin and end at carriage returns, too. */
	bool is_doubtful = (!is_end && text.data[at] == '\r') ||
		(at > 0 && text.data[at - 1] == '\r');
	bool is_behind_word = place <= CND_PLACE_NO_WORD_BEFORE && at > 0 &&
		is_word_at(walker, before(walker, at), &is_doubtful);

	switch (place) {
	case CND_PLACE_EDGE:
		is_there =
			is_behind_word != is_word_at(walker, at, &is_doubtful);
		break;
	case CND_PLACE_INSIDE:
		is_there =
			is_behind_word == is_word_at(walker, at, &is_doubtful);
		break;
	case CND_PLACE_NO_WORD_BEFORE:
		is_there = !is_behind_word;
		break;
	case CND_PLACE_LINE_START:
		is_there = at == 0 || (!is_end && text.data[at - 1] == '\n');
		break;
	case CND_PLACE_LINE_END:
		is_there = is_end || text.data[at] == '\n';
		break;
	case CND_PLACE_TEXT_START:
		is_there = at == 0;
		break;
	case CND_PLACE_TEXT_END:
		is_there = is_end;
		break;
	case CND_PLACE_LAST_LINE_END:
		is_there =
			is_end || (at + 1 == text.len && text.data[at] == '\n');
		break;
	}
	if (is_doubtful)
		return CND_ANSWER_UNKNOWN;
	return is_there ? CND_ANSWER_YES : CND_ANSWER_NO;
}

static bool
push(struct walker *walker, struct turn turn)
{
	if (walker->count == TURNS_MAX)
		return false;
	walker->turns[walker->count++] = turn;
	return true;
}

/* The sign at a place, if there is one, and how long it is. */
static enum cnd_answer
look_at(const struct walker *walker, size_t at, unsigned *sign, size_t *len)
{
	if (at >= walker->text.len)
		return CND_ANSWER_NO;
	*sign = sign_at(walker, at, len);
	return *sign == CND_SIGN_DOUBTFUL ? CND_ANSWER_UNKNOWN : CND_ANSWER_YES;
}

/* Takes one sign of the set at *at. */
static enum cnd_answer
take(const struct walker *walker, uint32_t set, size_t *at)
{
	size_t len;
	unsigned sign;
	enum cnd_answer answer = look_at(walker, *at, &sign, &len);

	if (answer != CND_ANSWER_YES)
		return answer;
	if (!cnd_sign_has(&walker->program->sets[set], sign))
		return CND_ANSWER_NO;
	*at += len;
	return CND_ANSWER_YES;
}

/* Takes one sign as an instruction says. */
static enum cnd_answer
take_one(const struct walker *walker, uint32_t code, size_t *at)
{
	size_t len;
	unsigned sign;
	enum cnd_answer answer = look_at(walker, *at, &sign, &len);

	if (answer != CND_ANSWER_YES)
		return answer;
	if (!cnd_code_takes(walker->program, code, sign))
		return CND_ANSWER_NO;
	*at += len;
	return CND_ANSWER_YES;
}

static const struct cnd_run *
run_at(const struct walker *walker, uint32_t number)
{
	const struct cnd_program *program = walker->program;

	return &program->runs[cnd_code_arg(program->codes[number])];
}

/* Takes a run from *at; ways to take less or more wait. */
static enum cnd_answer
take_run(struct walker *walker, uint32_t number, size_t *at)
{
	const struct cnd_run *run = run_at(walker, number);
	const struct cnd_sign_set *set = &walker->program->sets[run->set];
	enum cnd_answer answer = CND_ANSWER_YES;
	uint32_t taken = 0;
	size_t least = *at;
	uint32_t most = run->is_lazy ? run->least : run->most;

	while (taken < most && answer == CND_ANSWER_YES) {
		unsigned sign = ascii_at(walker, *at);

		if (sign != NO_SIGN) {
			if (!cnd_sign_has(set, sign))
				break;
			if (++taken == run->least)
				least = *at + 1;
			++*at;
			continue;
		}
		answer = take(walker, run->set, at);
		taken += answer == CND_ANSWER_YES;
		if (taken == run->least)
			least = *at;
	}
	walker->steps += taken;
	if (answer == CND_ANSWER_UNKNOWN || taken < run->least)
		return answer == CND_ANSWER_YES ? CND_ANSWER_NO : answer;
	if (run->is_lazy) {
		if (taken < run->most &&
			!push(walker,
				(struct turn){ TURN_LONGER, number,
					run->most - taken, *at, 0 }))
			return CND_ANSWER_UNKNOWN;
	} else if (!run->is_possessive && *at > least &&
		!push(walker,
			(struct turn){ TURN_SHORTER, number, 0, *at, least })) {
		return CND_ANSWER_UNKNOWN;
	}
	return CND_ANSWER_YES;
}

/* Whether what follows a run surely cannot go on at a place. */
static inline bool
cannot_follow(const struct walker *walker, const struct cnd_run *run, size_t at)
{
	unsigned sign = ascii_at(walker, at);

	return sign != NO_SIGN && !run->is_open &&
		!cnd_sign_has(&walker->program->sets[run->follow], sign);
}

/* Gives back signs of a run until what follows may go on. */
static bool
make_shorter(const struct walker *walker, struct turn *turn)
{
	const struct cnd_run *run = run_at(walker, turn->code);

	while (turn->at > turn->least) {
		turn->at = before(walker, turn->at);
		if (!cannot_follow(walker, run, turn->at))
			return true;
	}
	return false;
}

/* Takes more signs with a run until what follows may go on. */
static enum cnd_answer
make_longer(const struct walker *walker, struct turn *turn)
{
	const struct cnd_run *run = run_at(walker, turn->code);
	enum cnd_answer answer = CND_ANSWER_NO;

	while (turn->left > 0) {
		answer = take(walker, run->set, &turn->at);
		turn->left -= turn->left != UINT32_MAX;
		if (answer != CND_ANSWER_YES ||
			!cannot_follow(walker, run, turn->at))
			return answer;
	}
	return CND_ANSWER_NO;
}

/*
 * Turns back to the last way that waits above base: *code and *at go on
 * from there.  NO when there is none.
 */
static enum cnd_answer
turn_back(struct walker *walker, size_t base, uint32_t *code, size_t *at)
{
	while (walker->count > base) {
		struct turn *turn = &walker->turns[walker->count - 1];
		enum cnd_answer answer;

		switch (turn->kind) {
		case TURN_SLOT:
			walker->slots[turn->code] = turn->at;
			break;
		case TURN_BRANCH:
			*code = turn->code;
			*at = turn->at;
			walker->count--;
			return CND_ANSWER_YES;
		case TURN_SHORTER:
			if (!make_shorter(walker, turn))
				break;
			*code = turn->code - 1;
			*at = turn->at;
			walker->count -= turn->at == turn->least;
			return CND_ANSWER_YES;
		case TURN_LONGER:
			answer = make_longer(walker, turn);
			if (answer == CND_ANSWER_UNKNOWN)
				return answer;
			if (answer == CND_ANSWER_NO)
				break;
			*code = turn->code - 1;
			*at = turn->at;
			walker->count -= turn->left == 0;
			return CND_ANSWER_YES;
		}
		walker->count--;
	}
	return CND_ANSWER_NO;
}

/* Forgets the ways that wait above base, but not what slots were. */
static void
commit(struct walker *walker, size_t base)
{
	size_t kept = base;

	for (size_t i = base; i < walker->count; i++)
		if (walker->turns[i].kind == TURN_SLOT)
			walker->turns[kept++] = walker->turns[i];
	walker->count = kept;
}

static enum cnd_answer walk_from(
	struct walker *walker, uint32_t code, size_t at, size_t *end);

/* Goes back some signs; false when there are not so many. */
static bool
step_back(const struct walker *walker, uint32_t signs, size_t *at)
{
	for (; signs > 0 && *at > 0; signs--)
		*at = before(walker, *at);
	return signs == 0;
}

/* Tries a part that is matched apart. */
static enum cnd_answer
try_apart(struct walker *walker, uint32_t code, size_t at)
{
	enum cnd_code_kind kind = cnd_code_kind(code);
	const struct cnd_part *part =
		&walker->program->parts[cnd_code_arg(code)];
	bool is_negative =
		kind == CND_CODE_NOT_AHEAD || kind == CND_CODE_NOT_BEHIND;
	size_t base = walker->count;
	size_t end;
	enum cnd_answer answer = CND_ANSWER_NO;
	uint32_t unused;

	if (walker->depth == DEPTH_MAX)
		return CND_ANSWER_UNKNOWN;
	walker->depth++;
	/* Nothing is stepped back over for what is ahead: its length is 0. */
	if (step_back(walker, part->length, &at))
		answer = walk_from(walker, part->start, at, &end);
	walker->depth--;
	if (answer == CND_ANSWER_UNKNOWN)
		return answer;
	if (answer == CND_ANSWER_YES)
		commit(walker, base);
	if (!is_negative)
		return answer;
	/* What it kept is as it was: only slots wait above base. */
	(void)turn_back(walker, base, &unused, &at);
	return answer == CND_ANSWER_YES ? CND_ANSWER_NO : CND_ANSWER_YES;
}

static enum cnd_answer
look_next(const struct walker *walker, uint32_t code, size_t at)
{
	enum cnd_answer answer = take(walker, cnd_code_arg(code), &at);

	if (cnd_code_kind(code) == CND_CODE_NEXT ||
		answer == CND_ANSWER_UNKNOWN)
		return answer;
	return answer == CND_ANSWER_YES ? CND_ANSWER_NO : CND_ANSWER_YES;
}

static enum cnd_answer
keep_slot(struct walker *walker, uint32_t slot, size_t at)
{
	if (!push(walker,
		    (struct turn){
			    TURN_SLOT, slot, 0, walker->slots[slot], 0 }))
		return CND_ANSWER_UNKNOWN;
	walker->slots[slot] = at;
	return CND_ANSWER_YES;
}

/* One instruction; *number and *at move on. */
static enum cnd_answer
take_step(struct walker *walker, uint32_t *number, size_t *at)
{
	uint32_t here = *number;
	uint32_t code = walker->program->codes[here];
	uint32_t arg = cnd_code_arg(code);

	*number = here - 1;
	switch (cnd_code_kind(code)) {
	case CND_CODE_SIGN:
	case CND_CODE_SET:
		return take_one(walker, code, at);
	case CND_CODE_RUN:
		return take_run(walker, here, at);
	case CND_CODE_PLACE:
		return is_at_place(walker, (enum cnd_place)arg, *at);
	case CND_CODE_KEEP:
		return keep_slot(walker, arg, *at);
	case CND_CODE_NEXT:
	case CND_CODE_NOT_NEXT:
		return look_next(walker, code, *at);
	case CND_CODE_AHEAD:
	case CND_CODE_NOT_AHEAD:
	case CND_CODE_BEHIND:
	case CND_CODE_NOT_BEHIND:
		return try_apart(walker, code, *at);
	default:
		/* Others are hurried through. */
		return CND_ANSWER_NO;
	}
}

/* Whether an instruction surely fails where this sign is next. */
static inline bool
cannot_begin(const struct walker *walker, uint32_t number, unsigned sign)
{
	uint32_t code = walker->program->codes[number];

	if (sign == NO_SIGN)
		return false;
	switch (cnd_code_kind(code)) {
	case CND_CODE_SIGN:
		return cnd_code_sign(code) != sign &&
			cnd_code_other_sign(code) != sign;
	case CND_CODE_SET:
	case CND_CODE_NEXT:
		return !cnd_sign_has(
			&walker->program->sets[cnd_code_arg(code)], sign);
	default:
		return false;
	}
}

/*
 * Goes through what only chooses, and takes what is plain, as far as that
 * goes: most steps are these.  NO when what is next does not fit.
 */
static enum cnd_answer
hurry(struct walker *walker, uint32_t *number, size_t *at)
{
	const struct cnd_program *program = walker->program;

	for (;;) {
		uint32_t code = program->codes[*number];
		uint32_t arg = cnd_code_arg(code);
		unsigned sign = ascii_at(walker, *at);
		uint32_t first;
		uint32_t other;

		switch (cnd_code_kind(code)) {
		case CND_CODE_JUMP:
			*number = arg;
			continue;
		case CND_CODE_SIGN:
		case CND_CODE_SET:
			if (sign == NO_SIGN)
				return CND_ANSWER_YES;
			if (!cnd_code_takes(program, code, sign))
				return CND_ANSWER_NO;
			++*at;
			--*number;
			continue;
		case CND_CODE_EITHER:
			first = *number - 1;
			other = arg;
			break;
		case CND_CODE_ELSE:
			first = arg;
			other = *number - 1;
			break;
		default:
			return CND_ANSWER_YES;
		}
		walker->steps++;
		if (cannot_begin(walker, first, sign)) {
			*number = other;
			continue;
		}
		*number = first;
		if (!cannot_begin(walker, other, sign) &&
			!push(walker,
				(struct turn){ TURN_BRANCH, other, 0, *at, 0 }))
			return CND_ANSWER_UNKNOWN;
	}
}

static enum cnd_answer
walk_from(struct walker *walker, uint32_t code, size_t at, size_t *end)
{
	size_t base = walker->count;

	for (;;) {
		enum cnd_answer answer;

		if (++walker->steps > STEPS_MAX)
			return CND_ANSWER_UNKNOWN;
		answer = hurry(walker, &code, &at);
		if (answer == CND_ANSWER_YES) {
			answer = CND_ANSWER_NO;
			if (cnd_code_kind(walker->program->codes[code]) !=
				CND_CODE_MATCH) {
				answer = take_step(walker, &code, &at);
			} else if (walker->depth > 0 || !walker->not_empty ||
				at > walker->start) {
				*end = at;
				return CND_ANSWER_YES;
			}
		}
		if (answer == CND_ANSWER_NO)
			answer = turn_back(walker, base, &code, &at);
		if (answer != CND_ANSWER_YES)
			return answer;
	}
}

static void
tell(const struct walker *walker, size_t end, struct cnd_match *match)
{
	match->count = 1;
	match->from[0] = walker->start;
	match->to[0] = end;
	for (size_t i = 1; i < CND_REGEX_GROUPS; i++) {
		match->from[i] = walker->slots[2 * i];
		match->to[i] = walker->slots[2 * i + 1];
		if (match->to[i] == UNSET)
			match->from[i] = UNSET;
		else
			match->count = i + 1;
	}
}

/* Whether the sign at a place and the one before are surely no edge. */
static inline bool
is_inside(const struct walker *walker, size_t at)
{
	unsigned here = ascii_at(walker, at);
	unsigned last = at == 0 ? NO_SIGN : ascii_at(walker, at - 1);

	return here != NO_SIGN && last != NO_SIGN &&
		cnd_sign_has(&cnd_word_signs, here) ==
		cnd_sign_has(&cnd_word_signs, last);
}

/* Whether matches of the program may begin at such a place. */
static bool
may_begin(const struct walker *walker, const struct cnd_automaton *here,
	size_t at)
{
	char last = at == 0 ? '\n' : walker->text.data[at - 1];
	size_t end;

	/* At a carriage return PCRE2 is asked; see is_at_place. */
	if (walker->program->beginning == CND_PLACE_LINE_START)
		return last == '\n' || last == '\r';
	return here == NULL ||
		cnd_automaton_ask(here, walker->text, at, &end) !=
		CND_ANSWER_NO;
}

enum cnd_answer
cnd_walk_find(const struct cnd_program *program, struct cnd_str text,
	struct cnd_walk walk, struct cnd_match *match)
{
	bool needs_edge = program->codes[program->start] ==
		((uint32_t)CND_CODE_PLACE | (uint32_t)CND_PLACE_EDGE << 8);
	struct walker walker;
	size_t len = 1;

	walker.program = program;
	walker.text = text;
	walker.not_empty = walk.not_empty;
	walker.depth = 0;
	walker.steps = 0;
	for (size_t i = 0; i < SLOTS; i++)
		walker.slots[i] = UNSET;
	if (program->beginning == CND_PLACE_TEXT_START)
		walk.last = 0;
	for (size_t at = walk.from; at <= walk.last; at += len) {
		enum cnd_answer answer;
		unsigned sign;
		size_t end;

		len = 1;
		if (at < text.len) {
			sign = sign_at(&walker, at, &len);
			if (sign == CND_SIGN_DOUBTFUL)
				return CND_ANSWER_UNKNOWN;
			if (!cnd_sign_has(&program->first, sign) ||
				(needs_edge && is_inside(&walker, at)))
				continue;
		} else if (at > text.len) {
			break;
		}
		if (!may_begin(&walker, walk.here, at))
			continue;
		walker.start = at;
		walker.count = 0;
		answer = walk_from(&walker, program->start, at, &end);
		if (answer == CND_ANSWER_YES && match != NULL)
			tell(&walker, end, match);
		if (answer != CND_ANSWER_NO)
			return answer;
	}
	return CND_ANSWER_NO;
}
