/* Takes the visible number off the front of a paragraph's text. */
#include "read/label.h"

/* Where in a text the search stands. */
struct cursor {
	struct cnd_str text;
	size_t at;
};

static char
peek(const struct cursor *cursor)
{
	if (cursor->at >= cursor->text.len)
		return '\0';
	return cursor->text.data[cursor->at];
}

static bool
accept(struct cursor *cursor, const char *any)
{
	char c = peek(cursor);

	for (; *any != '\0'; any++) {
		if (c == *any) {
			cursor->at++;
			return true;
		}
	}
	return false;
}

/* Up to max digits; how many there were. */
static size_t
accept_digits(struct cursor *cursor, size_t max, unsigned *value)
{
	size_t count = 0;

	*value = 0;
	while (count < max && cnd_is_digit(peek(cursor))) {
		*value = *value * 10 + (unsigned)(peek(cursor) - '0');
		cursor->at++;
		count++;
	}
	return count;
}

static bool
is_blank_at(const struct cursor *cursor)
{
	struct cnd_str rest =
		cnd_str_slice(cursor->text, cursor->at, cursor->text.len);

	return peek(cursor) == ' ' || peek(cursor) == '\t' ||
		cnd_str_starts_with(rest, CND_STR("\xc2\xa0"));
}

/* How many blanks (a no-break one counts once). */
static size_t
accept_blanks(struct cursor *cursor)
{
	size_t count = 0;

	while (is_blank_at(cursor)) {
		cursor->at += peek(cursor) == '\xc2' ? 2 : 1;
		count++;
	}
	return count;
}

static bool
accept_dash(struct cursor *cursor)
{
	struct cnd_str rest =
		cnd_str_slice(cursor->text, cursor->at, cursor->text.len);

	if (accept(cursor, "-"))
		return true;
	if (cnd_str_starts_with(rest, CND_STR("\xe2\x80\x93")) ||
		cnd_str_starts_with(rest, CND_STR("\xe2\x80\x94"))) {
		cursor->at += 3;
		return true;
	}
	return false;
}

/* What follows looks like the beginning of a text. */
static bool
is_beginning(const struct cursor *cursor)
{
	char c = peek(cursor);

	return c != '\0' && (c < 'a' || c > 'z') && c != '%' && c != '-' &&
		c != '/' && c != '=' && c != '+';
}

static bool
finish(struct cursor *cursor, size_t label_end, enum cnd_label_kind kind,
	struct cnd_label *label)
{
	label->kind = kind;
	label->text = cnd_str_slice(cursor->text, 0, label_end);
	label->rest = cursor->at;
	return cursor->at < cursor->text.len;
}

/* ".12" parts behind a first number or letter; how many. */
static unsigned
accept_parts(struct cursor *cursor)
{
	unsigned parts = 0;
	unsigned value;

	while (parts < 6 && peek(cursor) == '.') {
		struct cursor ahead = *cursor;

		ahead.at++;
		if (accept_digits(&ahead, 3, &value) == 0 ||
			cnd_is_digit(peek(&ahead)))
			break;
		*cursor = ahead;
		parts++;
	}
	return parts;
}

/* "4.12", "4.3a", "B.2", "4.12(a)": label end in *end. */
static bool
accept_path(struct cursor *cursor, size_t *end, unsigned *parts)
{
	unsigned value;

	if (cnd_is_upper(peek(cursor)))
		cursor->at++;
	else if (accept_digits(cursor, 3, &value) == 0)
		return false;
	*parts = accept_parts(cursor);
	if (*parts == 0)
		return false;
	(*parts)++;
	if (peek(cursor) >= 'a' && peek(cursor) <= 'z')
		cursor->at++;
	*end = cursor->at;
	if (peek(cursor) == '(' && cursor->at + 2 < cursor->text.len &&
		cnd_is_alpha(cursor->text.data[cursor->at + 1]) &&
		cursor->text.data[cursor->at + 2] == ')') {
		cursor->at += 3;
		*end = cursor->at;
	}
	return true;
}

static bool
find_path(struct cnd_str text, struct cnd_label *label)
{
	struct cursor cursor = { text, 0 };
	size_t end;

	if (!accept_path(&cursor, &end, &label->number))
		return false;
	accept(&cursor, ".:)");
	if (accept_blanks(&cursor) == 0 || !is_beginning(&cursor))
		return false;
	return finish(&cursor, end, CND_LABEL_PATH, label);
}

/* "4 May 2021" is a date. */
static bool
is_month(const struct cursor *cursor)
{
	static const char *const months[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	struct cnd_str rest =
		cnd_str_slice(cursor->text, cursor->at, cursor->text.len);

	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		if (cnd_str_starts_with(rest, cnd_str_of(months[i])))
			return true;
	}
	return false;
}

/* "12. "; in a heading the stop may be missing. */
static bool
find_number(struct cnd_str text, bool needs_stop, struct cnd_label *label)
{
	struct cursor cursor = { text, 0 };
	size_t end;
	bool has_stop;

	if (accept_digits(&cursor, needs_stop ? 3 : 2, &label->number) == 0)
		return false;
	end = cursor.at;
	has_stop = accept(&cursor, ".:");
	if ((needs_stop && !has_stop) || accept_blanks(&cursor) == 0)
		return false;
	if (!has_stop && (!cnd_is_upper(peek(&cursor)) || is_month(&cursor)))
		return false;
	/* A list's items may go on in lower case. */
	return finish(&cursor, end, CND_LABEL_NUMBER, label);
}

/* One letter, or a small Roman number. */
static bool
accept_letters(struct cursor *cursor)
{
	size_t from = cursor->at;

	while (accept(cursor, "ivx") && cursor->at - from < 6)
		;
	if (cursor->at - from > 0 && !cnd_is_alpha(peek(cursor)))
		return true;
	cursor->at = from;
	if (!cnd_is_alpha(peek(cursor)))
		return false;
	cursor->at++;
	return !cnd_is_alpha(peek(cursor));
}

/* "(a)", "(iv)", "(12)", "a)", "3)", "a." */
static bool
find_letter(struct cnd_str text, struct cnd_label *label)
{
	struct cursor cursor = { text, 0 };
	bool is_open = accept(&cursor, "(");
	bool is_upper = cnd_is_upper(peek(&cursor));
	size_t end;
	size_t blanks;
	unsigned value;

	if (!accept_letters(&cursor) && accept_digits(&cursor, 3, &value) == 0)
		return false;
	end = cursor.at + 1;
	if (!accept(&cursor, is_open ? ")" : ").:"))
		return false;
	blanks = accept_blanks(&cursor);
	/* "A. Smith" is a name; a list's "A." stands further off. */
	if (blanks == 0 ||
		(text.data[end - 1] == '.' && is_upper && blanks < 2))
		return false;
	if (text.data[end - 1] != ')')
		end--;
	return finish(&cursor, end, CND_LABEL_LETTER, label);
}

/* Words that number what follows them, in any case. */
static const char *const names[] = { "recommendation", "rec",
	"safety recommendation", "safety action", "strategy", "finding",
	"key finding", "action", "learning point", "key learning point",
	"learning", "lesson", "question", "theme", "priority", "issue",
	"area for improvement", "r", "kloe", NULL };

static bool
accept_name(struct cursor *cursor, const char *name)
{
	struct cnd_str word;

	/* Most paragraphs end here: this is asked of every one. */
	if (cnd_to_lower(peek(cursor)) != cnd_to_lower(name[0]))
		return false;
	word = cnd_str_of(name);
	if (!cnd_str_equal_fold(cnd_str_slice(cursor->text, 0, word.len), word))
		return false;
	cursor->at = word.len;
	return true;
}

/* A stop, colon, bracket or spaced dash behind a name's number. */
static bool
accept_close(struct cursor *cursor)
{
	struct cursor ahead = *cursor;

	if (accept(cursor, ".:)"))
		return accept_blanks(cursor) > 0;
	if (accept_blanks(&ahead) == 0 || !accept_dash(&ahead) ||
		accept_blanks(&ahead) == 0)
		return false;
	*cursor = ahead;
	return true;
}

/* "Recommendation 3:", "R3.", "R3 The Board". */
static bool
find_named(struct cnd_str text, const char *name, struct cnd_label *label)
{
	struct cursor cursor = { text, 0 };
	bool is_letter = name[1] == '\0';
	size_t end;

	if (!accept_name(&cursor, name))
		return false;
	if (accept_blanks(&cursor) == 0 && !is_letter)
		return false;
	if (accept_digits(&cursor, 3, &label->number) == 0)
		return false;
	accept_parts(&cursor);
	if (peek(&cursor) >= 'a' && peek(&cursor) <= 'z')
		cursor.at++;
	end = cursor.at;
	if (!accept_close(&cursor) &&
		!(is_letter && accept_blanks(&cursor) > 0 &&
			cnd_is_upper(peek(&cursor))))
		return false;
	accept_dash(&cursor);
	accept_blanks(&cursor);
	return finish(&cursor, end, CND_LABEL_NAME, label);
}

static bool
find_name(struct cnd_str text, struct cnd_label *label)
{
	size_t i;

	if (text.len == 0 || !cnd_is_upper(text.data[0]))
		return false;
	for (i = 0; names[i] != NULL; i++) {
		if (find_named(text, names[i], label))
			return true;
	}
	return false;
}

bool
cnd_label_find(struct cnd_str text, struct cnd_label *label)
{
	struct cnd_str head = cnd_str_slice(text, 0, CND_LABEL_REACH);

	return find_path(head, label) || find_number(head, true, label) ||
		find_letter(head, label) || find_name(head, label);
}

bool
cnd_label_find_heading(struct cnd_str text, struct cnd_label *label)
{
	struct cnd_str head = cnd_str_slice(text, 0, CND_LABEL_REACH);

	return find_path(head, label) || find_number(head, false, label) ||
		find_named(head, "R", label);
}

bool
cnd_label_is_alone(struct cnd_str line, struct cnd_label *label)
{
	struct cursor cursor = { line, 0 };
	size_t end;

	label->number = 1;
	if (line.len == 0 || line.len > 16)
		return false;
	label->kind = CND_LABEL_PATH;
	if (!accept_path(&cursor, &end, &label->number)) {
		label->kind = CND_LABEL_NUMBER;
		cursor.at = 0;
		if (accept_digits(&cursor, 3, &label->number) == 0 ||
			peek(&cursor) != '.')
			return false;
		end = cursor.at;
	}
	accept(&cursor, ".:)");
	label->text = cnd_str_slice(line, 0, end);
	label->rest = line.len;
	return cursor.at == line.len;
}

bool
cnd_label_is_caption(struct cnd_str text)
{
	static const char *const words[] = { "table", "figure", "fig.", "chart",
		"diagram", "box", "map", NULL };
	size_t i;

	if (text.len == 0 || text.len > 240 || !cnd_is_upper(text.data[0]))
		return false;
	for (i = 0; words[i] != NULL; i++) {
		struct cursor cursor = { text, 0 };
		unsigned value;

		if (!accept_name(&cursor, words[i]) ||
			accept_blanks(&cursor) == 0 ||
			accept_digits(&cursor, 3, &value) == 0)
			continue;
		accept_parts(&cursor);
		return accept_close(&cursor) && cursor.at < text.len;
	}
	return false;
}

bool
cnd_label_is_note_mark(struct cnd_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (!cnd_is_digit(c) &&
			cnd_str_find_byte(CND_STR("[](),*"), c) ==
				CND_NOT_FOUND)
			return false;
	}
	return text.len > 0;
}

struct cnd_str
cnd_label_bullet(void)
{
	return CND_STR("\xe2\x80\xa2");
}

bool
cnd_label_is_bullet(struct cnd_str label)
{
	return cnd_str_equal(label, cnd_label_bullet());
}

bool
cnd_label_is_paragraph_number(struct cnd_str label)
{
	bool has_inner_dot = false;

	for (size_t i = 0; i < label.len; i++) {
		if (label.data[i] == '.')
			has_inner_dot = has_inner_dot || i + 1 < label.len;
		else if (!cnd_is_digit(label.data[i]))
			return false;
	}
	return has_inner_dot;
}
