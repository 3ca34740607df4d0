/* Repeats of single characters in look-behinds, counted out. */
#include "rule/vale_behind.h"

#include "base/buf.h"

#include <string.h>

/* How far one without end reaches, and how many choices are written. */
enum { REACH = 64, ATOMS_MOST = 32, CHOICES_MOST = 256 };

struct atom {
	struct cnd_str text; /* one character, a set, a group */
	unsigned least;
	unsigned most;
};

struct choice {
	struct atom atoms[ATOMS_MOST];
	size_t count;
	unsigned counts[ATOMS_MOST]; /* what is being written */
};

/* Behind the set that opens at `at`. */
static size_t
set_end(struct cnd_str text, size_t at)
{
	size_t first = ++at;

	if (at < text.len && text.data[at] == '^')
		first = ++at;
	for (; at < text.len; at++) {
		if (text.data[at] == '\\')
			at++;
		else if (text.data[at] == ']' && at > first)
			return at + 1;
	}
	return text.len;
}

/* Behind the group that opens at `at`; the text's end when it has none. */
static size_t
group_end(struct cnd_str text, size_t at)
{
	size_t depth = 0;

	while (at < text.len) {
		char c = text.data[at];

		if (c == '\\') {
			at += 2;
		} else if (c == '[') {
			at = set_end(text, at);
		} else {
			depth += c == '(';
			depth -= c == ')' && depth > 0;
			at++;
			if (c == ')' && depth == 0)
				return at;
		}
	}
	return text.len;
}

/* Behind the atom at `at`: a set, a group, an escape, a character. */
static size_t
atom_end(struct cnd_str text, size_t at)
{
	char c = text.data[at];

	if (c == '[')
		return set_end(text, at);
	if (c == '(')
		return group_end(text, at);
	if (c == '\\' && at + 2 < text.len && text.data[at + 2] == '{' &&
		strchr("pPxo", text.data[at + 1]) != NULL) {
		size_t end = cnd_str_find_byte(
			cnd_str_slice(text, at, text.len), '}');

		return end == CND_NOT_FOUND ? text.len : at + end + 1;
	}
	at += c == '\\' ? 2 : 1;
	while (at < text.len && ((unsigned char)text.data[at] & 0xc0) == 0x80)
		at++;
	return at < text.len ? at : text.len;
}

static unsigned
read_number(struct cnd_str text, size_t *at, unsigned otherwise)
{
	unsigned number = 0;

	if (*at >= text.len || !cnd_is_digit(text.data[*at]))
		return otherwise;
	while (*at < text.len && cnd_is_digit(text.data[*at])) {
		number = number * 10 + (unsigned)(text.data[*at] - '0');
		if (number > REACH)
			number = REACH;
		(*at)++;
	}
	return number;
}

/* "{2,5}" behind an atom; false when it is none. */
static bool
read_bounds(struct cnd_str text, size_t *at, struct atom *atom)
{
	size_t i = *at + 1;

	if (i >= text.len || !cnd_is_digit(text.data[i]))
		return false;
	atom->least = atom->most = read_number(text, &i, 0);
	if (i < text.len && text.data[i] == ',') {
		i++;
		atom->most = read_number(text, &i, REACH);
	}
	if (i >= text.len || text.data[i] != '}')
		return false;
	*at = i + 1;
	return true;
}

/* How often the atom before *at stands; moves behind the sign. */
static void
read_repeat(struct cnd_str text, size_t *at, struct atom *atom)
{
	char c = *at < text.len ? text.data[*at] : '\0';

	atom->least = atom->most = 1;
	if (c == '{') {
		if (!read_bounds(text, at, atom)) {
			atom->least = atom->most = 1;
			return;
		}
	} else if (c == '*' || c == '+' || c == '?') {
		atom->least = c == '+';
		atom->most = c == '?' ? 1 : REACH;
		(*at)++;
	} else {
		return;
	}
	if (*at < text.len && (text.data[*at] == '?' || text.data[*at] == '+'))
		(*at)++;
}

/* Reads one choice up to "|" or the end; false for what is too much. */
static bool
read_choice(struct cnd_str text, size_t *at, struct choice *choice)
{
	choice->count = 0;
	while (*at < text.len && text.data[*at] != '|') {
		struct atom *atom = &choice->atoms[choice->count];
		size_t from = *at;

		if (choice->count++ == ATOMS_MOST - 1)
			return false;
		*at = atom_end(text, from);
		atom->text = cnd_str_slice(text, from, *at);
		read_repeat(text, at, atom);
	}
	return true;
}

static void
put_choice(const struct choice *choice, struct cnd_buf *out)
{
	for (size_t i = 0; i < choice->count; i++) {
		unsigned count = choice->counts[i];

		if (count == 0)
			continue;
		cnd_buf_put(out, choice->atoms[i].text);
		if (count > 1)
			cnd_buf_printf(out, "{%u}", count);
	}
}

/* The next way of counting, like an odometer; false behind the last. */
static bool
advance(struct choice *choice)
{
	for (size_t i = 0; i < choice->count; i++) {
		if (choice->counts[i]++ < choice->atoms[i].most)
			return true;
		choice->counts[i] = choice->atoms[i].least;
	}
	return false;
}

/* Each way a choice may be long; false when there are too many. */
static bool
put_choices(struct choice *choice, struct cnd_buf *out)
{
	unsigned ways = 1;

	for (size_t i = 0; i < choice->count; i++) {
		choice->counts[i] = choice->atoms[i].least;
		if (choice->atoms[i].most < choice->atoms[i].least)
			return false;
		ways *= choice->atoms[i].most - choice->atoms[i].least + 1;
		if (ways > CHOICES_MOST)
			return false;
	}
	do {
		put_choice(choice, out);
		cnd_buf_putc(out, '|');
	} while (advance(choice));
	return true;
}

/* The inside of a look-behind, counted out; false leaves it as it is. */
static bool
expand(struct cnd_str body, struct cnd_buf *out)
{
	struct choice choice;
	size_t at = 0;

	for (;;) {
		if (!read_choice(body, &at, &choice) ||
			!put_choices(&choice, out))
			return false;
		if (at >= body.len)
			break;
		at++;
	}
	out->len--; /* the last bar */
	return true;
}

/* Whether a look-behind opens at `at`. */
static bool
is_behind(struct cnd_str pattern, size_t at)
{
	struct cnd_str opening = cnd_str_slice(pattern, at, at + 4);

	return cnd_str_equal(opening, CND_STR("(?<!")) ||
		cnd_str_equal(opening, CND_STR("(?<="));
}

/* Copies the look-behind at *at, counted out where that can be. */
static void
put_behind(struct cnd_str pattern, size_t *at, struct cnd_buf *out)
{
	size_t end = group_end(pattern, *at);
	struct cnd_str body = cnd_str_slice(pattern, *at + 4, end - 1);
	struct cnd_buf made = { 0 };

	cnd_buf_put(out, cnd_str_slice(pattern, *at, *at + 4));
	cnd_buf_put(out, expand(body, &made) ? cnd_buf_str(&made) : body);
	cnd_buf_putc(out, ')');
	cnd_buf_dispose(&made);
	*at = end;
}

struct cnd_str
cnd_vale_behinds(struct cnd_arena *arena, struct cnd_str pattern)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;
	size_t at = 0;

	if (cnd_str_find(pattern, CND_STR("(?<")) == CND_NOT_FOUND)
		return pattern;
	while (at < pattern.len) {
		size_t from = at;

		if (is_behind(pattern, at)) {
			put_behind(pattern, &at, &out);
			continue;
		}
		if (pattern.data[at] == '\\')
			at += 2;
		else if (pattern.data[at] == '[')
			at = set_end(pattern, at);
		else
			at++;
		cnd_buf_put(&out, cnd_str_slice(pattern, from, at));
	}
	made = cnd_arena_copy(arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}
