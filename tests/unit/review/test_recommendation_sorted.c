/* Headings that name who is to act because others beside them do. */
#include "review_fixture.h"

#define PROSE                                                                  \
	"# Review\n\n## What happened\n\n"                                     \
	"In May The Larches wrote to her, and she heard that KCA had closed "  \
	"her file. A nurse from Marram Care at Home called twice. The notes "  \
	"of the Mental Capacity Act training were lost.\n\n"                   \
	"## Recommendations\n\n"

/* The owner of each recommendation, one a line. */
static void
assert_owners(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	for (size_t i = 0; i < report.review->recommendation_count; i++) {
		const struct cnd_part_reading *owner =
			&report.review->recommendations[i]
				 .parts[CND_PART_OWNER];

		cnd_buf_puts(&out, cnd_part_value_name(owner->value));
		cnd_buf_putc(&out, '\n');
	}
	free_report(&report);
	assert_buf(&out, expected);
}

static void
a_name_beside_bodies_is_a_body(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council\n\n1. Publish a list.\n\n"
			    "### The Larches\n\n2. Print a list.\n\n"
			    "### KCA\n\n3. Burn a list.\n\n"
			    "### Marram Care at Home\n\n4. Sell a list.\n",
		"named\nnamed\nnamed\nnamed\n");
}

static void
a_sector_beside_bodies_is_a_group(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council\n\n1. Publish a list.\n\n"
			    "### Health\n\n2. Print a list.\n\n"
			    "### The care home\n\n3. Burn a list.\n",
		"named\ngeneric\nnamed\n");
}

static void
a_theme_beside_bodies_is_nobody(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council\n\n1. Publish a list.\n\n"
			    "### Mental Capacity Act\n\n2. Print a list.\n\n"
			    "### Better Lists\n\n3. Burn a list.\n",
		"named\nnone\nnone\n");
}

static void
a_house_beside_bodies_needs_no_prose(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council\n\n1. Publish a list.\n\n"
			    "### Rivers House\n\n2. Print a list.\n",
		"named\nnamed\n");
}

static void
a_post_in_the_owners_cell_is_named(void **state)
{
	(void)state;
	assert_owners("# Review\n\n## Recommendations\n\n"
		      "| No. | Recommendation | Lead | By when |\n"
		      "|---|---|---|---|\n"
		      "| 1 | Print a list | Practice educator | May |\n"
		      "| 2 | Burn a list | Local teams | June |\n"
		      "| 3 | Sell a list | TBC | July |\n",
		"named\ngeneric\nnone\n");
}

static void
a_name_among_themes_is_nobody(void **state)
{
	(void)state;
	assert_owners(PROSE "### Training\n\n1. Publish a list.\n\n"
			    "### KCA\n\n2. Print a list.\n\n"
			    "### Health\n\n3. Burn a list.\n",
		"none\nnone\nnone\n");
}

static void
bold_lines_sort_as_headings_do(void **state)
{
	(void)state;
	assert_owners(PROSE "**Tarn Council**\n\n1. Publish a list.\n\n"
			    "**The Larches**\n\n2. Print a list.\n",
		"named\nnamed\n");
}

static void
half_an_order_as_a_heading_says_who(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council should:\n\n"
			    "1. Publish a list.\n2. Print a list.\n\n"
			    "### By May, all agencies must\n\n"
			    "3. Burn a list.\n\n"
			    "**Within a year, Marram Care at Home should:**\n\n"
			    "- sell a list;\n- buy a list.\n\n"
			    "### The list\n\n4. Lend a list.\n",
		"named\nnamed\ngeneric\nnamed\nnamed\nnone\n");
}

static void
the_last_sentence_of_a_lead_in_says_who(void **state)
{
	(void)state;
	assert_owners(PROSE "We have thought hard. Tarn Council should:\n\n"
			    "- publish a list;\n- print a list.\n",
		"named\nnamed\n");
}

static void
a_service_beside_bodies_is_a_body(void **state)
{
	(void)state;
	assert_owners(PROSE "**Tarn Council**\n\n- Publish a list.\n\n"
			    "**Marram Community Health (nurses)**\n\n"
			    "- Print a list.\n",
		"named\nnamed\n");
}

static void
titles_in_italics_sort_as_well(void **state)
{
	(void)state;
	assert_owners("# Review\n\n**6. What I recommend**\n\n"
		      "6.1 I've made four recommendations.\n\n"
		      "*Tarn Council, Housing*\n\n- Publish a list.\n\n"
		      "*Marram Academy and the other schools*\n\n"
		      "- Print a list.\n\n"
		      "*The integrated care board*\n\n- Burn a list.\n\n"
		      "*All agencies*\n\n- Sell a list.\n\n"
		      "**7. Who will see to it**\n\n"
		      "7.1 The partners own these recommendations.\n",
		"named\nnamed\nnamed\ngeneric\n");
}

static void
speech_in_italics_is_no_title(void **state)
{
	(void)state;
	assert_owners(PROSE "### Tarn Council\n\n*Nobody rang.*\n\n"
			    "- Print a list.\n\n*Nobody was told of it*\n\n"
			    "- Burn a list.\n",
		"named\nnamed\n");
}

/* Where a name stands for who is to act, once in each layout. */
static const char *const layouts[] = {
	"### %s\n\n1. Publish a list.\n",
	"### For %s\n\n1. Publish a list.\n",
	"**%s**\n\n- Publish a list.\n",
	"**%s:**\n\n- Publish a list.\n",
	"%s:\n\n- publish a list.\n",
	"%s should:\n\n- publish a list.\n",
	"**%s should:**\n\n- publish a list.\n",
	"%s is asked to:\n\n- publish a list.\n",
	"**Recommendation 1 (for %s):** Publish a list.\n",
	"Recommendation 1: %s to publish a list.\n",
	"1. %s should publish a list.\n",
	"1. We recommend that %s publishes a list.\n",
	"1. Publish a list. Lead: %s.\n",
};

static void
a_body_acts_in_each_layout(void **state)
{
	static const char *const names[] = { "NHS Lochside",
		"HM Prison Ashdown", "Cafcass", "Women\u2019s Aid North",
		"Marram Care at Home", "Harbour Housing" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		for (size_t k = 0; k < sizeof(layouts) / sizeof(layouts[0]);
			k++) {
			struct cnd_str layout = cnd_str_of(layouts[k]);
			size_t at = cnd_str_find(layout, CND_STR("%s"));
			struct cnd_buf out = { 0 };

			cnd_buf_puts(
				&out, "# Review\n\n## Recommendations\n\n");
			cnd_buf_put(&out, cnd_str_slice(layout, 0, at));
			cnd_buf_puts(&out, names[i]);
			cnd_buf_put(&out,
				cnd_str_slice(layout, at + 2, layout.len));
			cnd_buf_putc(&out, '\0');
			print_message("  %s", out.data);
			assert_owners(out.data, "named\n");
			cnd_buf_dispose(&out);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_beside_bodies_is_a_body),
		cmocka_unit_test(a_sector_beside_bodies_is_a_group),
		cmocka_unit_test(a_theme_beside_bodies_is_nobody),
		cmocka_unit_test(a_house_beside_bodies_needs_no_prose),
		cmocka_unit_test(a_post_in_the_owners_cell_is_named),
		cmocka_unit_test(a_name_among_themes_is_nobody),
		cmocka_unit_test(bold_lines_sort_as_headings_do),
		cmocka_unit_test(half_an_order_as_a_heading_says_who),
		cmocka_unit_test(the_last_sentence_of_a_lead_in_says_who),
		cmocka_unit_test(a_service_beside_bodies_is_a_body),
		cmocka_unit_test(titles_in_italics_sort_as_well),
		cmocka_unit_test(speech_in_italics_is_no_title),
		cmocka_unit_test(a_body_acts_in_each_layout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
