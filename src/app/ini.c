/* Line by line; a value's lines are joined before it is cut. */
#include "app/ini.h"

#include "base/buf.h"

#include <string.h>

struct scanner {
	struct cnd_arena *arena;
	struct cnd_str rest;
	uint32_t line; /* of the line last cut */
};

static struct cnd_str
next_line(struct scanner *scanner)
{
	struct cnd_str line = cnd_str_split(&scanner->rest, '\n');

	scanner->line++;
	return cnd_str_trim(line);
}

/* Lines that end in a backslash go on in the next. */
static struct cnd_str
whole_line(struct scanner *scanner)
{
	struct cnd_str line = next_line(scanner);
	struct cnd_buf out = { 0 };
	struct cnd_str made;

	if (!cnd_str_ends_with(line, CND_STR("\\")))
		return line;
	while (cnd_str_ends_with(line, CND_STR("\\")) &&
		scanner->rest.len > 0) {
		cnd_buf_put(&out, cnd_str_slice(line, 0, line.len - 1));
		line = next_line(scanner);
	}
	cnd_buf_put(&out, line);
	made = cnd_arena_copy(scanner->arena, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return made;
}

static bool
is_comment(struct cnd_str line)
{
	return line.len == 0 || line.data[0] == '#' || line.data[0] == ';';
}

/* Without what stands behind " #" or " ;", and without quotes around. */
static struct cnd_str
clean_value(struct cnd_str value)
{
	value = cnd_str_trim(value);
	for (size_t i = 1; i < value.len; i++)
		if (value.data[i - 1] == ' ' &&
			(value.data[i] == '#' || value.data[i] == ';')) {
			value = cnd_str_trim(cnd_str_slice(value, 0, i));
			break;
		}
	if (value.len >= 2 && strchr("\"'`", value.data[0]) != NULL &&
		value.data[0] == value.data[value.len - 1])
		value = cnd_str_slice(value, 1, value.len - 1);
	return value;
}

static struct cnd_ini_entry
entry_of(struct cnd_str line)
{
	size_t at = 0;

	while (at < line.len && line.data[at] != '=' && line.data[at] != ':')
		at++;
	if (at == line.len)
		return (struct cnd_ini_entry){ .value = line };
	return (struct cnd_ini_entry){
		.key = cnd_str_trim(cnd_str_slice(line, 0, at)),
		.value = clean_value(cnd_str_slice(line, at + 1, line.len)),
	};
}

static void
add(struct cnd_ini *ini, struct scanner *scanner, struct cnd_str section,
	struct cnd_ini_entry entry)
{
	entry.section = section;
	entry.line = scanner->line;
	ini->entries = cnd_arena_grow(scanner->arena, ini->entries, ini->count,
		&ini->capacity, sizeof(*ini->entries));
	ini->entries[ini->count++] = entry;
}

struct cnd_ini
cnd_ini_read(struct cnd_arena *arena, struct cnd_str bytes)
{
	struct scanner scanner = { .arena = arena };
	struct cnd_str section = { 0 };
	struct cnd_ini ini = { 0 };

	if (cnd_str_starts_with(bytes, CND_STR("\xef\xbb\xbf")))
		bytes = cnd_str_slice(bytes, 3, bytes.len);
	scanner.rest = cnd_arena_copy(arena, bytes);
	while (scanner.rest.len > 0) {
		struct cnd_str line = whole_line(&scanner);
		size_t end;

		if (is_comment(line))
			continue;
		end = line.data[0] == '[' ? cnd_str_find_byte(line, ']')
					  : CND_NOT_FOUND;
		/* "[[a]*.md]": a set in a pattern has brackets of its own. */
		while (end != CND_NOT_FOUND && end + 1 < line.len &&
			!cnd_is_space(line.data[end + 1])) {
			size_t next = cnd_str_find_byte(
				cnd_str_slice(line, end + 1, line.len), ']');

			if (next == CND_NOT_FOUND)
				break;
			end += next + 1;
		}
		if (end != CND_NOT_FOUND)
			section = cnd_str_trim(cnd_str_slice(line, 1, end));
		else
			add(&ini, &scanner, section, entry_of(line));
	}
	return ini;
}

struct cnd_str
cnd_ini_item(struct cnd_arena *arena, struct cnd_str *rest)
{
	char *made = cnd_arena_alloc(arena, rest->len + 1);
	size_t len = 0;
	size_t i = 0;

	for (; i < rest->len && rest->data[i] != ','; i++) {
		if (rest->data[i] == '\\' && i + 1 < rest->len &&
			rest->data[i + 1] == ',')
			i++;
		made[len++] = rest->data[i];
	}
	*rest = cnd_str_slice(*rest, i + (i < rest->len), rest->len);
	return cnd_str_trim((struct cnd_str){ made, len });
}
