/*
 * rules/schema/rule.schema.json says what the tables say: the same kinds,
 * the same keys.  It is written by hand, one line for each list.
 */
#include "rule/kinds.h"
#include "rule/rule_file.h"

#include <stdio.h>
#include <string.h>

#include "cnd_test.h"

static const char path[] = "rules/schema/rule.schema.json";

static struct cnd_buf
read_schema(void)
{
	struct cnd_buf text = { 0 };
	char part[4096];
	size_t got;
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	while ((got = fread(part, 1, sizeof(part), file)) > 0)
		cnd_buf_put(&text, (struct cnd_str){ part, got });
	fclose(file);
	return text;
}

static void
assert_holds(const struct cnd_buf *schema, struct cnd_buf *line)
{
	if (cnd_str_find(cnd_buf_str(schema), cnd_buf_str(line)) ==
		CND_NOT_FOUND)
		fail_msg(
			"%s lacks\n%.*s", path, CND_STR_ARG(cnd_buf_str(line)));
	cnd_buf_dispose(line);
}

static void
put_item(struct cnd_buf *line, size_t index, const char *name)
{
	cnd_buf_printf(line, "%s\"%s\"", index == 0 ? "" : ", ", name);
}

static void
each_kind_has_its_keys(void **state)
{
	struct cnd_buf schema = read_schema();

	(void)state;
	for (size_t i = 0; cnd_kinds()[i] != NULL; i++) {
		const struct cnd_kind *kind = cnd_kinds()[i];
		struct cnd_buf line = { 0 };

		cnd_buf_printf(&line, "\t\t\"%s\": { \"enum\": [", kind->name);
		for (size_t j = 0; kind->keys[j] != NULL; j++)
			put_item(&line, j, kind->keys[j]);
		cnd_buf_puts(&line, "] }");
		assert_holds(&schema, &line);
	}
	cnd_buf_dispose(&schema);
}

static void
the_kinds_are_those_of_the_table(void **state)
{
	struct cnd_buf schema = read_schema();
	struct cnd_buf line = { 0 };

	(void)state;
	cnd_buf_puts(&line, "\t\t\"extends\": {\n\t\t\t\"enum\": [");
	for (size_t i = 0; cnd_kinds()[i] != NULL; i++)
		put_item(&line, i, cnd_kinds()[i]->name);
	cnd_buf_puts(&line, "]");
	assert_holds(&schema, &line);
	cnd_buf_dispose(&schema);
}

static void
the_common_keys_are_those_of_the_table(void **state)
{
	struct cnd_buf schema = read_schema();
	struct cnd_buf line = { 0 };

	(void)state;
	cnd_buf_puts(&line, "\t\t\"common\": { \"enum\": [");
	for (size_t i = 0; cnd_rule_keys()[i].name != NULL; i++)
		put_item(&line, i, cnd_rule_keys()[i].name);
	cnd_buf_puts(&line, "] }");
	assert_holds(&schema, &line);
	cnd_buf_dispose(&schema);
}

static bool
is_key(struct cnd_str name)
{
	for (size_t i = 0; cnd_rule_keys()[i].name != NULL; i++)
		if (cnd_str_equal(name, cnd_str_of(cnd_rule_keys()[i].name)))
			return true;
	for (size_t i = 0; cnd_kinds()[i] != NULL; i++)
		for (const char *const *key = cnd_kinds()[i]->keys;
			*key != NULL; key++)
			if (cnd_str_equal(name, cnd_str_of(*key)))
				return true;
	return false;
}

/* The lines of "properties" that are two tabs and a name in quotes. */
static void
each_property_is_a_key_and_each_key_a_property(void **state)
{
	struct cnd_buf schema = read_schema();
	struct cnd_str rest = cnd_buf_str(&schema);
	size_t from = cnd_str_find(rest, CND_STR("\n\t\"properties\": {\n"));
	size_t to = cnd_str_find(rest, CND_STR("\n\t\"allOf\""));

	(void)state;
	rest = cnd_str_slice(rest, from + 1, to);
	while (rest.len > 0) {
		struct cnd_str line = cnd_str_split(&rest, '\n');

		if (!cnd_str_starts_with(line, CND_STR("\t\t\"")))
			continue;
		line = cnd_str_slice(line, 3, line.len);
		line = cnd_str_split(&line, '"');
		if (!is_key(line))
			fail_msg("%s: '%.*s' is no key", path,
				CND_STR_ARG(line));
	}
	for (size_t i = 0; cnd_kinds()[i] != NULL; i++)
		for (const char *const *key = cnd_kinds()[i]->keys;
			*key != NULL; key++) {
			struct cnd_buf line = { 0 };

			cnd_buf_printf(&line, "\n\t\t\"%s\": {\n", *key);
			assert_holds(&schema, &line);
		}
	cnd_buf_dispose(&schema);
}

static void
each_scope_is_in_the_pattern(void **state)
{
	struct cnd_buf schema = read_schema();
	struct cnd_str text = cnd_buf_str(&schema);
	size_t from = cnd_str_find(text, CND_STR("\n\t\t\"scope\": {\"type\""));

	(void)state;
	assert_int_not_equal(from, CND_NOT_FOUND);
	text = cnd_str_slice(text, from + 1, text.len);
	text = cnd_str_split(&text, '\n');
	for (size_t i = 0; cnd_scope_name(i) != NULL; i++) {
		struct cnd_str name = cnd_str_of(cnd_scope_name(i));
		struct cnd_buf wanted = { 0 };

		for (size_t j = 0; j < name.len; j++) {
			if (name.data[j] == '.')
				cnd_buf_puts(&wanted, "\\\\");
			cnd_buf_putc(&wanted, name.data[j]);
		}
		if (cnd_str_find(text, cnd_buf_str(&wanted)) == CND_NOT_FOUND)
			fail_msg("%s lacks the scope '%.*s'", path,
				CND_STR_ARG(name));
		cnd_buf_dispose(&wanted);
	}
	cnd_buf_dispose(&schema);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_has_its_keys),
		cmocka_unit_test(the_kinds_are_those_of_the_table),
		cmocka_unit_test(the_common_keys_are_those_of_the_table),
		cmocka_unit_test(
			each_property_is_a_key_and_each_key_a_property),
		cmocka_unit_test(each_scope_is_in_the_pattern),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
