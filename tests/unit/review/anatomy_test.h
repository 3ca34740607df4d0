/*
 * Reading one recommendation with the built-in lexicons, for the tests of
 * the anatomy's files.
 */
#ifndef CND_ANATOMY_TEST_H
#define CND_ANATOMY_TEST_H

#include "cnd_test.h"

#include "base/yaml.h"
#include "review/anatomy.h"
#include "rule/ruleset.h"

#include <stdlib.h>
#include <string.h>

/* A sentence and how one of its parts must be read. */
struct case_of {
	const char *text;
	const char *value;
};

static int
compare_lexicons(const void *a, const void *b)
{
	return cnd_str_compare(((const struct cnd_lexicon *)a)->name,
		((const struct cnd_lexicon *)b)->name);
}

/* The lexicons built in, in order of name. */
static inline struct cnd_lexicons
builtin_lexicons(struct cnd_arena *arena)
{
	static const char folder[] = "lexicon/";
	size_t file_count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&file_count);
	struct cnd_lexicons lexicons = { cnd_arena_array(arena, file_count,
						 sizeof(struct cnd_lexicon)),
		0 };

	for (size_t i = 0; i < file_count; i++) {
		struct cnd_error err = { 0 };
		struct cnd_str path = files[i].path;
		struct cnd_str name;

		if (!cnd_str_starts_with(path, cnd_str_of(folder)))
			continue;
		name = cnd_str_slice(path, strlen(folder), path.len - 4);
		assert_true(cnd_lexicon_read(arena, name,
			cnd_yaml_parse(arena, files[i].bytes, &err),
			&lexicons.items[lexicons.count++], &err));
	}
	qsort(lexicons.items, lexicons.count, sizeof(*lexicons.items),
		compare_lexicons);
	return lexicons;
}

static int
anatomy_setup(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lexicons lexicons = builtin_lexicons(arena);
	struct cnd_error err = { 0 };
	const struct cnd_anatomy **held =
		cnd_arena_alloc(arena, 2 * sizeof(*held) + sizeof(arena));

	held[0] = cnd_anatomy_new(arena, &lexicons, &err);
	assert_string_equal(err.message, "");
	memcpy(&held[1], &arena, sizeof(arena));
	*state = held;
	return 0;
}

static int
anatomy_teardown(void **state)
{
	struct cnd_arena *arena;

	memcpy(&arena, (const struct cnd_anatomy **)*state + 1, sizeof(arena));
	cnd_arena_free(arena);
	return 0;
}

/* Reads text, which is all of the document, into rec. */
static inline void
read_text(void **state, const char *text, struct cnd_recommendation *rec,
	struct cnd_document *doc, struct cnd_arena *arena)
{
	struct cnd_span *all = cnd_arena_alloc(arena, sizeof(*all));

	*doc = (struct cnd_document){ .text = cnd_str_of(text) };
	if (rec->span_count == 0) {
		all->to = (uint32_t)doc->text.len;
		rec->spans = all;
		rec->span_count = 1;
	}
	cnd_anatomy_judge(
		*(const struct cnd_anatomy **)*state, doc, NULL, rec, arena);
}

/* Every case of the table must have its value in this part. */
static inline void
assert_parts(void **state, enum cnd_part part, const struct case_of *cases,
	size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_recommendation rec = { 0 };
		struct cnd_document doc;
		const char *got;

		read_text(state, cases[i].text, &rec, &doc, arena);
		got = cnd_part_value_name(rec.parts[part].value);
		if (strcmp(got, cases[i].value) != 0) {
			print_error("%s, not %s: %s\n", got, cases[i].value,
				cases[i].text);
			wrong++;
		}
		cnd_arena_free(arena);
	}
	assert_int_equal(wrong, 0);
}

/* Every case must have its four values: owner, action, time, measure. */
static inline void
assert_wholes(void **state, const struct case_of *cases, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_recommendation rec = { 0 };
		struct cnd_document doc;
		struct cnd_str got;

		read_text(state, cases[i].text, &rec, &doc, arena);
		got = cnd_arena_printf(arena, "%s %s %s %s",
			cnd_part_value_name(rec.parts[CND_PART_OWNER].value),
			cnd_part_value_name(rec.parts[CND_PART_ACTION].value),
			cnd_part_value_name(rec.parts[CND_PART_TIME].value),
			cnd_part_value_name(rec.parts[CND_PART_MEASURE].value));
		if (!cnd_str_equal(got, cnd_str_of(cases[i].value))) {
			print_error("%s, not %s: %s\n", got.data,
				cases[i].value, cases[i].text);
			wrong++;
		}
		cnd_arena_free(arena);
	}
	assert_int_equal(wrong, 0);
}

#define ASSERT_PARTS(state, part, cases)                                       \
	assert_parts(state, part, cases, sizeof(cases) / sizeof((cases)[0]))

#endif
