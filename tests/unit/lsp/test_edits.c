/*
 * A thousand edits anywhere, clamped, overlapping, in three units: after
 * each of them the server has the text that a model has, and tells what it
 * tells of the same text freshly opened.
 */
#include "session.h"

#include "base/utf8.h"

enum { EDITS = 1000, GROWN = 3000 };

/* Numbers that are the same each time. */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return below == 0 ? 0 : (*seed >> 8) % below;
}

static const char *const pieces[] = { "They met prior to noon.\n", "\r", "\n",
	"\r\n", "\n\n", "# Recommendations\n\n",
	"1. Agencies should consider training.\n", "é", "\xf0\x9f\x98\x80",
	"e\xcc\x81", "a ", "the the ", "> ", "- ", "| a | b |\n|---|---|\n",
	"```\n", "<!-- candour: ignore language/ -- x -->\n", "*", "[", "",
	"There was disagreement about this finding.\n\n", "\t", "utilise" };

enum { PIECES = sizeof(pieces) / sizeof(pieces[0]) };

/* A report in which each part of the reading has something to find. */
static const char report[] =
	"# Safeguarding adults review: Adult K\n\n"
	"Commissioned by the Fernshire Safeguarding Adults Board (FSAB).\n\n"
	"## 1. How the review was done\n\n"
	"1.1 The review was conducted by Jo Marsh, who is independent of all "
	"the agencies. The Board quality assured this report in March 2026.\n\n"
	"1.2 One panel member disagreed with the finding in paragraph 2.1. "
	"\"We did what the policy asked of us,\" the manager said.\n\n"
	"## 2. What happened\n\n"
	"2.1 He failed to engage with services **prior to** the fire.[^1] "
	"Staff were reminded of the the policy.\n"
	"It is unclear why, and a number of visits were missed.\n\n"
	"> They should have listened to me.\n\n"
	"## 3. Recommendations\n\n"
	"The Board should:\n\n"
	"- audit 20 files by June 2027 and report what it finds to the FSAB;\n"
	"- consider strengthening its oversight.\n\n"
	"**Recommendation 2:** All agencies should ensure that staff are aware "
	"of the policy as soon as possible.\n\n"
	"| No. | Recommendation | Lead | By |\n|---|---|---|---|\n"
	"| 3 | Buy two alarms and test them monthly | Fire service | "
	"May 2027 |\n"
	"| 4 | Review training | All agencies | Ongoing |\n\n"
	"```\nx\n```\n\n"
	"4.1 The nurse utilised the form.\n";

/* With these at its end it is read as a whole after each edit. */
static const char ties[] =
	"\n[^1]: Fire service log.\n\n"
	"<!-- candour: ignore language/ -- quoted from the log -->\n"
	"4.2 The nurse utilised the form.\n";

/* What somebody types into it. */
static const char *const typed[] = { "x", " ", "", "\n", "\n\n", ".", ",",
	" should ", "by June 2027 ", "The Board ", "- ", "# ", "> ", "**", "\"",
	"(FSAB) ", "disagreed ", "1.3 ", "| ", "é", "[", "    ", "---\n",
	"```\n", "<!-- ", "utilised ", "[^1]: ", "<div>\n" };

enum { TYPED = sizeof(typed) / sizeof(typed[0]), BEGUN_ANEW = 25 };

static void
put_position_json(struct cnd_json *json, const char *key, uint32_t line,
	uint32_t character)
{
	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_json_key(json, "line");
	cnd_json_int(json, line);
	cnd_json_key(json, "character");
	cnd_json_int(json, character);
	cnd_json_end_object(json);
}

/* Where the model says a position is: lines end at LF, CRLF and CR. */
static size_t
model_offset(struct cnd_str text, uint32_t line, uint32_t character,
	enum cnd_unit unit)
{
	size_t at = 0;
	uint32_t passed = 0;

	for (; line > 0; line--) {
		while (at < text.len && text.data[at] != '\n' &&
			text.data[at] != '\r')
			at++;
		if (at == text.len)
			return at;
		at += text.data[at] == '\r' && at + 1 < text.len &&
				text.data[at + 1] == '\n'
			? 2
			: 1;
	}
	while (at < text.len && text.data[at] != '\n' &&
		text.data[at] != '\r' && passed < character) {
		size_t before = at;
		uint32_t code = cnd_utf8_next(text, &at);

		passed += unit == CND_UNIT_BYTE ? (uint32_t)(at - before)
			: unit == CND_UNIT_UTF16 && code > 0xffff ? 2
								  : 1;
		if (unit == CND_UNIT_BYTE && passed > character)
			return before; /* into a character: its start */
	}
	return at;
}

struct change {
	uint32_t line[2];
	uint32_t character[2];
	const char *text;
};

static struct change
any_change(uint32_t *seed)
{
	struct change change;

	for (int i = 0; i < 2; i++) {
		change.line[i] = next(seed, next(seed, 8) == 0 ? 9999 : 120);
		change.character[i] =
			next(seed, next(seed, 8) == 0 ? 99999 : 60);
	}
	if (next(seed, 3) != 0) { /* mostly short ones, as one types */
		change.line[1] = change.line[0];
		change.character[1] = change.character[0] + next(seed, 4);
	}
	change.text = pieces[next(seed, PIECES)];
	return change;
}

/* A letter, a word or a mark in the report, or a few taken out. */
static struct change
any_typing(uint32_t *seed)
{
	struct change change;

	change.line[0] = change.line[1] = next(seed, 45);
	change.character[0] = next(seed, 2) == 0 ? 0 : next(seed, 120);
	change.character[1] = change.character[0] + next(seed, 4);
	if (next(seed, 20) == 0)
		change.line[1] += next(seed, 3);
	change.text = typed[next(seed, TYPED)];
	return change;
}

static void
apply_to_model(
	struct cnd_buf *model, const struct change *change, enum cnd_unit unit)
{
	struct cnd_str text = cnd_buf_str(model);
	size_t a =
		model_offset(text, change->line[0], change->character[0], unit);
	size_t b =
		model_offset(text, change->line[1], change->character[1], unit);
	size_t from = a < b ? a : b;
	size_t to = a < b ? b : a;
	struct cnd_buf made = { 0 };

	cnd_buf_put(&made, cnd_str_slice(text, 0, from));
	cnd_buf_puts(&made, change->text);
	cnd_buf_put(&made, cnd_str_slice(text, to, text.len));
	cnd_buf_dispose(model);
	*model = made;
}

static void
send_change(struct session *session, const struct change *change, int version)
{
	struct cnd_buf params = { 0 };
	struct cnd_json json = { .out = &params };

	cnd_json_object(&json);
	cnd_json_key(&json, "textDocument");
	cnd_json_object(&json);
	cnd_json_key(&json, "uri");
	cnd_json_string(&json, CND_STR("file:///r.md"));
	cnd_json_key(&json, "version");
	cnd_json_int(&json, version);
	cnd_json_end_object(&json);
	cnd_json_key(&json, "contentChanges");
	cnd_json_array(&json);
	cnd_json_object(&json);
	cnd_json_key(&json, "range");
	cnd_json_object(&json);
	put_position_json(
		&json, "start", change->line[0], change->character[0]);
	put_position_json(&json, "end", change->line[1], change->character[1]);
	cnd_json_end_object(&json);
	cnd_json_key(&json, "rangeLength");
	cnd_json_int(&json, 7); /* wrong on purpose: it is to be ignored */
	cnd_json_key(&json, "text");
	cnd_json_string(&json, cnd_str_of(change->text));
	cnd_json_end_object(&json);
	cnd_json_end_array(&json);
	cnd_json_end_object(&json);
	cnd_buf_putc(&params, '\0');
	session_tell(session, "textDocument/didChange", params.data);
	cnd_buf_dispose(&params);
}

/* What is told of a text, without its version. */
static void
told(struct session *session, struct cnd_buf *out)
{
	struct cnd_str all = session_work(session);
	size_t at = cnd_str_find(all, CND_STR("\"diagnostics\":"));

	assert_true(at != CND_NOT_FOUND);
	cnd_buf_put(out, cnd_str_slice(all, at, all.len));
}

static void
assert_fresh(struct cnd_str text, struct cnd_buf *got, const char *capabilities)
{
	struct cnd_buf copy = { 0 };
	struct cnd_buf want = { 0 };
	struct session session;

	session_start(&session, capabilities);
	cnd_buf_put(&copy, text);
	cnd_buf_putc(&copy, '\0');
	session_open(&session, "file:///r.md", "markdown", copy.data);
	told(&session, &want);
	if (!cnd_str_equal(cnd_buf_str(&want), cnd_buf_str(got)))
		fail_msg("edited: %.*s\nfresh: %.*s",
			CND_STR_ARG(cnd_buf_str(got)),
			CND_STR_ARG(cnd_buf_str(&want)));
	cnd_buf_dispose(&copy);
	cnd_buf_dispose(&want);
	session_end(&session);
}

static void
edit(const char *capabilities, enum cnd_unit unit, uint32_t seed)
{
	struct session session;
	struct cnd_buf model = { 0 };

	session_start(&session, capabilities);
	assert_int_equal(session.server.unit, unit);
	session_open(&session, "file:///r.md", "markdown", "");
	for (int i = 0; i < EDITS; i++) {
		struct change change = any_change(&seed);
		struct cnd_buf got = { 0 };

		if (model.len > GROWN) { /* all but the beginning goes */
			change.line[0] = 20;
			change.line[1] = 9999;
		}
		send_change(&session, &change, i + 2);
		apply_to_model(&model, &change, unit);
		if (!cnd_str_equal(cnd_buf_str(&model),
			    cnd_buf_str(&session.server.buffers->text)))
			fail_msg("edit %d: the text differs", i);
		told(&session, &got);
		assert_fresh(cnd_buf_str(&model), &got, capabilities);
		cnd_buf_dispose(&got);
	}
	cnd_buf_dispose(&model);
	session_end(&session);
}

/* Typing in a report, begun anew before too little of it is left. */
static void
edits_in_a_report_equal_a_fresh_opening(void **state)
{
	static const struct change all = { { 0, 99999 }, { 0, 0 }, report };
	static const struct change tie = { { 99999, 99999 }, { 0, 0 }, ties };
	struct session session;
	struct cnd_buf model = { 0 };
	uint32_t seed = 4;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, "file:///r.md", "markdown", "");
	for (int i = 0; i < EDITS; i++) {
		struct change change = i % BEGUN_ANEW == 0 ? all
			: i % (BEGUN_ANEW * 3) == 1        ? tie
							   : any_typing(&seed);
		struct cnd_buf got = { 0 };

		send_change(&session, &change, i + 2);
		apply_to_model(&model, &change, CND_UNIT_UTF16);
		told(&session, &got);
		assert_fresh(cnd_buf_str(&model), &got, "{}");
		cnd_buf_dispose(&got);
	}
	cnd_buf_dispose(&model);
	session_end(&session);
}

static void
edits_in_utf16_equal_a_fresh_opening(void **state)
{
	(void)state;
	edit("{}", CND_UNIT_UTF16, 1);
}

static void
edits_in_utf8_equal_a_fresh_opening(void **state)
{
	(void)state;
	edit("{\"general\":{\"positionEncodings\":[\"utf-8\"]}}", CND_UNIT_BYTE,
		2);
}

static void
edits_in_utf32_equal_a_fresh_opening(void **state)
{
	(void)state;
	edit("{\"general\":{\"positionEncodings\":[\"utf-32\"]}}",
		CND_UNIT_CODE_POINT, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_in_utf16_equal_a_fresh_opening),
		cmocka_unit_test(edits_in_utf8_equal_a_fresh_opening),
		cmocka_unit_test(edits_in_utf32_equal_a_fresh_opening),
		cmocka_unit_test(edits_in_a_report_equal_a_fresh_opening),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
