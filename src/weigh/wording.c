/* Cutting a passage into the words that scales know. */
#include "weigh/wording.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/unicode.h"

enum { RIGHT_QUOTE = 0x2019 };

static uint32_t
add_byte(uint32_t hash, char byte)
{
	return cnd_hash32(hash, (unsigned char)cnd_to_lower(byte));
}

/* The bytes of the letter at a place of the text; 0 for none. */
static inline size_t
letter_at(struct cnd_str text, size_t at)
{
	size_t end = at;

	if (at >= text.len)
		return 0;
	if ((unsigned char)text.data[at] < 0x80)
		return cnd_is_alpha(text.data[at]);
	return cnd_is_letter(cnd_utf8_next(text, &end)) ? end - at : 0;
}

/* The bytes of an apostrophe, straight or curly; 0 for none. */
static size_t
apostrophe_at(struct cnd_str text, size_t at)
{
	size_t end = at;

	if (at >= text.len)
		return 0;
	if ((unsigned char)text.data[at] < 0x80)
		return text.data[at] == '\'';
	return cnd_utf8_next(text, &end) == RIGHT_QUOTE ? end - at : 0;
}

/* One past the letters from a place on, with apostrophes between them, and
 * their number. */
static size_t
take_letters(struct cnd_str text, size_t at, uint32_t *number)
{
	uint32_t hash = CND_HASH32;

	for (;;) {
		size_t len;

		while (at < text.len && cnd_is_alpha(text.data[at]))
			hash = add_byte(hash, text.data[at++]);
		len = letter_at(text, at);
		if (len > 0) {
			for (; len > 0; len--)
				hash = add_byte(hash, text.data[at++]);
			continue;
		}
		len = apostrophe_at(text, at);
		if (len == 0 || letter_at(text, at + len) == 0)
			break;
		hash = add_byte(hash, '\'');
		at += len;
	}
	*number = hash;
	return at;
}

static size_t
end_of_digits(struct cnd_str text, size_t at)
{
	while (at < text.len && cnd_is_digit(text.data[at]))
		at++;
	return at;
}

/* A capital with more letters behind it: "The", "NHS", not "I". */
static bool
is_capitalised(struct cnd_str text, size_t at)
{
	return at < text.len && cnd_is_upper(text.data[at]) &&
		letter_at(text, at + 1) > 0;
}

/* One past a little word that names have inside, or the place itself. */
static size_t
end_of_link(struct cnd_str text, size_t at)
{
	static const char *const links[] = { "of ", "and ", "the ", "for " };
	struct cnd_str rest = cnd_str_slice(text, at, text.len);

	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
		if (cnd_str_starts_with(rest, cnd_str_of(links[i])))
			return at + cnd_str_of(links[i]).len;
	return at;
}

/* Where a name goes on behind a blank; 0 where it does not. */
static size_t
next_of_name(struct cnd_str text, size_t at)
{
	if (at >= text.len || text.data[at] != ' ')
		return 0;
	at = end_of_link(text, end_of_link(text, at + 1)); /* "of the" */
	return is_capitalised(text, at) ? at : 0;
}

/* A capital that no sentence begins with. */
static bool
begins_name(struct cnd_str text, size_t at)
{
	char before =
		at < 2 || text.data[at - 1] != ' ' ? '\0' : text.data[at - 2];

	return (before == ',' || before == ';' ||
		       (cnd_is_alpha(before) && !cnd_is_upper(before))) &&
		is_capitalised(text, at);
}

static size_t
end_of_name(struct cnd_str text, size_t at)
{
	size_t next;
	uint32_t number;

	do {
		at = take_letters(text, at, &number);
		next = next_of_name(text, at);
		if (next > 0)
			at = next;
	} while (next > 0);
	return at;
}

/* Takes the word that stands at the walk's place, if one does. */
static bool
take_word(struct cnd_wording *walk, struct cnd_weighed_word *word)
{
	struct cnd_str text = walk->text;
	size_t from = walk->at;
	char byte = text.data[from];

	word->text = (struct cnd_str){ 0 };
	word->number = add_byte(CND_HASH32, byte);
	if (begins_name(text, from)) {
		walk->at = end_of_name(text, from);
		word->text = CND_STR("@");
		word->number = add_byte(CND_HASH32, '@');
	} else if (cnd_is_digit(byte)) {
		walk->at = end_of_digits(text, from);
		word->text = CND_STR("#");
		word->number = add_byte(CND_HASH32, '#');
	} else if (letter_at(text, from) > 0) {
		walk->at = take_letters(text, from, &word->number);
	} else if (byte == ';' || byte == ':' || byte == '?' || byte == '@' ||
		byte == '#') {
		walk->at++;
	} else {
		return false;
	}
	if (word->text.len == 0)
		word->text = cnd_str_slice(text, from, walk->at);
	return true;
}

/* Whether a sentence ends with the byte at a place. */
static bool
ends_sentence(struct cnd_str text, size_t at)
{
	char byte = text.data[at];

	return (byte == '.' || byte == '!' || byte == '?') &&
		(at + 1 >= text.len || cnd_is_space(text.data[at + 1]));
}

bool
cnd_wording_next(struct cnd_wording *walk, struct cnd_weighed_word *word)
{
	while (walk->at < walk->text.len) {
		size_t from = walk->at;
		bool is_end;
		bool is_word;

		if (walk->text.data[from] == ' ') {
			walk->at++;
			continue;
		}
		is_end = ends_sentence(walk->text, from);
		is_word = take_word(walk, word);

		word->follows = walk->is_inside;
		walk->is_inside = !is_end && (walk->is_inside || is_word);
		if (is_word)
			return true;
		cnd_utf8_next(walk->text, &walk->at);
	}
	return false;
}

uint32_t
cnd_wording_pair(uint32_t first, uint32_t second)
{
	return cnd_hash32(cnd_hash32(first, 0), second);
}
