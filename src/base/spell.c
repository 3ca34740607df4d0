/*
 * libhunspell behind one door.  Invariant: `late` is touched under its lock
 * alone; what it holds, answers and loaded dictionaries, ends with the
 * speller's arena.  Dictionaries are loaded when they are added: later the
 * program may have given up the right to open files.
 */
#include "base/spell.h"

#include <hunspell/hunspell.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* Longer ones are no words, and hunspell takes none of them. */
enum { WORD_BYTES = 100, DICTIONARIES_MOST = 16, FIRST_SLOTS = 1024 };

/* Where systems keep dictionaries. */
static const char *const system_folders[] = { "/usr/share/hunspell",
	"/usr/share/myspell/dicts", "/usr/share/myspell",
	"/usr/local/share/hunspell", "/opt/homebrew/share/hunspell",
	"/Library/Spelling" };

enum { SYSTEM_FOLDERS = sizeof(system_folders) / sizeof(system_folders[0]) };

struct dictionary {
	struct cnd_str aff; /* paths, NUL-ended */
	struct cnd_str dic;
	Hunhandle *handle;
	bool is_utf8;
};

/* A set of words with a truth for each: open addressing. */
struct slot {
	struct cnd_str word; /* data NULL: free */
	bool is_known;
};

struct table {
	struct slot *slots;
	size_t size; /* a power of two, or 0 */
	size_t count;
};

struct late {
	pthread_mutex_t lock;
	struct dictionary dictionaries[DICTIONARIES_MOST];
	size_t count;
	struct table answers;
};

struct cnd_speller {
	struct cnd_arena *arena;
	struct table words; /* of lists */
	struct late *late;
};

static void
release(void *handle)
{
	struct late *late = handle;

	for (size_t i = 0; i < late->count; i++)
		Hunspell_destroy(late->dictionaries[i].handle);
	pthread_mutex_destroy(&late->lock);
}

struct cnd_speller *
cnd_speller_new(struct cnd_arena *arena)
{
	struct cnd_speller *speller = cnd_arena_alloc(arena, sizeof(*speller));

	speller->arena = arena;
	speller->late = cnd_arena_alloc(arena, sizeof(*speller->late));
	pthread_mutex_init(&speller->late->lock, NULL);
	cnd_arena_defer(arena, release, speller->late);
	return speller;
}

/* ---- the table ---- */

static size_t
hash(struct cnd_str word)
{
	uint64_t sum = 0xcbf29ce484222325u;

	for (size_t i = 0; i < word.len; i++)
		sum = (sum ^ (unsigned char)word.data[i]) * 0x100000001b3u;
	return (size_t)(sum ^ sum >> 32);
}

static struct slot *
slot_of(const struct table *table, struct cnd_str word)
{
	size_t at = hash(word) & (table->size - 1);

	while (table->slots[at].word.data != NULL &&
		!cnd_str_equal(table->slots[at].word, word))
		at = (at + 1) & (table->size - 1);
	return &table->slots[at];
}

static void
grow(struct table *table, struct cnd_arena *arena)
{
	struct table larger = {
		.size = table->size == 0 ? FIRST_SLOTS : table->size * 2,
		.count = table->count,
	};

	larger.slots =
		cnd_arena_array(arena, larger.size, sizeof(*larger.slots));
	for (size_t i = 0; i < table->size; i++)
		if (table->slots[i].word.data != NULL)
			*slot_of(&larger, table->slots[i].word) =
				table->slots[i];
	*table = larger;
}

static void
put(struct table *table, struct cnd_arena *arena, struct cnd_str word,
	bool is_known)
{
	struct slot *slot;

	if (table->count * 2 >= table->size)
		grow(table, arena);
	slot = slot_of(table, word);
	if (slot->word.data == NULL) {
		slot->word = cnd_arena_copy(arena, word);
		table->count++;
	}
	slot->is_known = is_known;
}

static bool
has(const struct table *table, struct cnd_str word)
{
	return table->size > 0 && slot_of(table, word)->word.data != NULL;
}

/* ---- dictionaries ---- */

static void
load(struct dictionary *dictionary)
{
	const char *encoding;

	dictionary->handle =
		Hunspell_create(dictionary->aff.data, dictionary->dic.data);
	encoding = Hunspell_get_dic_encoding(dictionary->handle);
	dictionary->is_utf8 =
		encoding != NULL && strcasecmp(encoding, "UTF-8") == 0;
}

static bool
find_in(struct cnd_speller *speller, const char *folder, struct cnd_str name)
{
	struct late *late = speller->late;
	struct dictionary *made = &late->dictionaries[late->count];

	made->aff = cnd_arena_printf(
		speller->arena, "%s/%.*s.aff", folder, CND_STR_ARG(name));
	made->dic = cnd_arena_printf(
		speller->arena, "%s/%.*s.dic", folder, CND_STR_ARG(name));
	if (access(made->aff.data, R_OK) != 0 ||
		access(made->dic.data, R_OK) != 0)
		return false;
	load(made);
	late->count++;
	return true;
}

static bool
is_name(struct cnd_str name)
{
	return name.len > 0 && name.len <= WORD_BYTES &&
		cnd_str_find_byte(name, '\0') == CND_NOT_FOUND;
}

bool
cnd_speller_add(struct cnd_speller *speller, struct cnd_str name,
	const struct cnd_str *folders, size_t folder_count,
	struct cnd_error *err)
{
	if (speller->late->count == DICTIONARIES_MOST)
		return cnd_fail(err, CND_ERR_RULE,
			"more than %d dictionaries are asked for",
			DICTIONARIES_MOST);
	if (is_name(name)) {
		for (size_t i = 0; i < folder_count; i++)
			if (find_in(speller, folders[i].data, name))
				return true;
		for (size_t i = 0; i < SYSTEM_FOLDERS; i++)
			if (find_in(speller, system_folders[i], name))
				return true;
	}
	return cnd_fail(err, CND_ERR_RULE,
		"there is no dictionary '%.*s': install hunspell's (Debian: "
		"hunspell-en-gb) or put its .aff and .dic files into "
		"config/dictionaries below the styles",
		CND_STR_ARG(cnd_str_slice(name, 0, 60)));
}

void
cnd_speller_add_words(struct cnd_speller *speller, struct cnd_str words)
{
	while (words.len > 0) {
		struct cnd_str word = cnd_str_trim(cnd_str_split(&words, '\n'));

		if (word.len > 0 && word.len <= WORD_BYTES)
			put(&speller->words, speller->arena, word, true);
	}
}

static bool
is_ascii(const char *word)
{
	for (; *word != '\0'; word++)
		if ((unsigned char)*word >= 0x80)
			return false;
	return true;
}

/* A dictionary in another encoding is asked about plain letters only. */
static bool
is_in(struct dictionary *dictionary, const char *word)
{
	if (!dictionary->is_utf8 && !is_ascii(word))
		return true;
	return Hunspell_spell(dictionary->handle, word) != 0;
}

/* Also a listed word that begins large, or is large throughout. */
static bool
is_listed(const struct cnd_speller *speller, struct cnd_str word)
{
	char small[WORD_BYTES];
	bool is_large = true;
	bool is_title = word.len > 0 && cnd_is_upper(word.data[0]);

	if (speller->words.count == 0)
		return false;
	if (has(&speller->words, word))
		return true;
	for (size_t i = 0; i < word.len; i++) {
		is_large &= cnd_to_lower(word.data[i]) == word.data[i]
			? !cnd_is_alpha(word.data[i])
			: true;
		is_title &= i == 0 || !cnd_is_upper(word.data[i]);
		small[i] = cnd_to_lower(word.data[i]);
	}
	return (is_large || is_title) &&
		has(&speller->words, (struct cnd_str){ small, word.len });
}

bool
cnd_speller_knows(const struct cnd_speller *speller, struct cnd_str word)
{
	struct late *late = speller->late;
	char text[WORD_BYTES + 1];
	bool is_known = false;

	if (word.len == 0 || word.len > WORD_BYTES ||
		cnd_str_find_byte(word, '\0') != CND_NOT_FOUND)
		return true;
	if (is_listed(speller, word))
		return true;
	memcpy(text, word.data, word.len);
	text[word.len] = '\0';
	pthread_mutex_lock(&late->lock);
	if (has(&late->answers, word)) {
		is_known = slot_of(&late->answers, word)->is_known;
	} else {
		for (size_t i = 0; i < late->count && !is_known; i++)
			is_known = is_in(&late->dictionaries[i], text);
		put(&late->answers, speller->arena, word, is_known);
	}
	pthread_mutex_unlock(&late->lock);
	return is_known;
}

static size_t
take(char **list, int count, struct cnd_arena *arena, struct cnd_str *words,
	size_t most)
{
	size_t taken = 0;

	for (int i = 0; i < count && taken < most; i++)
		words[taken++] = cnd_arena_copy(arena, cnd_str_of(list[i]));
	return taken;
}

size_t
cnd_speller_suggest(const struct cnd_speller *speller, struct cnd_str word,
	struct cnd_arena *arena, struct cnd_str *words, size_t most)
{
	struct late *late = speller->late;
	char text[WORD_BYTES + 1];
	size_t count = 0;

	if (word.len == 0 || word.len > WORD_BYTES)
		return 0;
	memcpy(text, word.data, word.len);
	text[word.len] = '\0';
	pthread_mutex_lock(&late->lock);
	for (size_t i = 0; i < late->count && count < most; i++) {
		struct dictionary *dictionary = &late->dictionaries[i];
		char **list = NULL;
		int found;

		if (!dictionary->is_utf8 && !is_ascii(text))
			continue;
		found = Hunspell_suggest(dictionary->handle, &list, text);
		count += take(list, found, arena, words + count, most - count);
		Hunspell_free_list(dictionary->handle, &list, found);
	}
	pthread_mutex_unlock(&late->lock);
	return count;
}
