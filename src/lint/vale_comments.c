/*
 * Comments are obeyed as they are met.  Those for a rule or a style hold
 * for the whole block they stand in, as in Vale, which lints it at its end;
 * "off" and "on" hold from where they stand.
 */
#include "lint/vale_comments.h"

static const struct cnd_str opening = CND_STR_INIT("vale ");

bool
cnd_vale_comment_is(const struct cnd_directive *directive)
{
	return cnd_str_starts_with(directive->text, opening);
}

/* A finding's rule, as Vale writes it, and what is off for it. */
struct state {
	struct cnd_str style; /* "write-good" */
	struct cnd_str rule; /* "Passive" */
	struct cnd_str words; /* it stands on */
	bool is_off;
	bool is_style_off;
	bool is_rule_off;
	bool is_match_off;
};

/* Cuts what stands before " = " off *rest. */
static bool
cut_name(struct cnd_str *rest, struct cnd_str *name)
{
	size_t at = cnd_str_find(*rest, CND_STR(" = "));

	if (at == CND_NOT_FOUND)
		return false;
	*name = cnd_str_trim(cnd_str_slice(*rest, 0, at));
	*rest = cnd_str_trim(cnd_str_slice(*rest, at + 3, rest->len));
	return true;
}

/* "vale styles = A, B": only those. */
static void
read_styles(struct state *state, struct cnd_str list)
{
	state->is_style_off = true;
	while (list.len > 0)
		if (cnd_str_equal(cnd_str_trim(cnd_str_split(&list, ',')),
			    state->style))
			state->is_style_off = false;
}

/* Style.Rule["words", "more"]: whether ours are among them. */
static bool
is_match_named(const struct state *state, struct cnd_str list)
{
	while (list.len > 0) {
		struct cnd_str item = cnd_str_trim(cnd_str_split(&list, ','));

		if (item.len >= 2 && item.data[0] == '"' &&
			cnd_str_equal(cnd_str_slice(item, 1, item.len - 1),
				state->words))
			return true;
	}
	return false;
}

static void
read_switch(struct state *state, struct cnd_str name, bool is_off)
{
	size_t bracket = cnd_str_find_byte(name, '[');
	struct cnd_str list = { 0 };
	struct cnd_str style;

	if (bracket != CND_NOT_FOUND && cnd_str_ends_with(name, CND_STR("]"))) {
		list = cnd_str_slice(name, bracket + 1, name.len - 1);
		name = cnd_str_slice(name, 0, bracket);
	}
	style = cnd_str_split(&name, '.');
	if (!cnd_str_equal(style, state->style))
		return;
	if (name.len == 0)
		state->is_style_off = is_off;
	else if (!cnd_str_equal(name, state->rule))
		return;
	else if (list.data == NULL)
		state->is_rule_off = is_off;
	else if (is_match_named(state, list))
		state->is_match_off = is_off;
}

static void
obey(struct state *state, struct cnd_str words)
{
	struct cnd_str name;

	if (!cut_name(&words, &name))
		return;
	if (cnd_str_equal(words, CND_STR("NO")) ||
		cnd_str_equal(words, CND_STR("off")))
		read_switch(state, name, true);
	else if (cnd_str_equal(words, CND_STR("YES")) ||
		cnd_str_equal(words, CND_STR("on")))
		read_switch(state, name, false);
	else if (cnd_str_equal(name, CND_STR("styles")) ||
		cnd_str_equal(name, CND_STR("style")))
		read_styles(state, words);
}

/* Whether a comment stands before the finding, or in its block. */
static bool
is_before(const struct cnd_document *doc, const struct cnd_directive *directive,
	const struct cnd_finding *finding, bool is_exact)
{
	uint32_t block = cnd_document_block_at(doc, finding->span.from);
	struct cnd_source_span source;

	if (is_exact && doc->places == CND_PLACES_LINES &&
		cnd_document_source(doc, finding->span, &source))
		return directive->source <= source.from;
	return block != CND_NONE && directive->block <= block;
}

bool
cnd_vale_comments_hold(const struct cnd_document *doc,
	const struct cnd_finding *finding, bool is_whole)
{
	struct cnd_str id = finding->rule->id;
	struct state state = { .style = cnd_str_split(&id, '/') };

	state.rule = id;
	state.words = cnd_document_text(doc, finding->span);
	for (size_t i = 0; i < doc->directive_count; i++) {
		const struct cnd_directive *directive = &doc->directives[i];
		struct cnd_str words = directive->text;
		bool is_off;

		if (!cnd_vale_comment_is(directive))
			continue;
		words = cnd_str_trim(
			cnd_str_slice(words, opening.len, words.len));
		is_off = cnd_str_equal(words, CND_STR("off"));
		if (is_off || cnd_str_equal(words, CND_STR("on"))) {
			if (is_whole ||
				is_before(doc, directive, finding, true))
				state.is_off = is_off;
		} else if (!is_whole &&
			is_before(doc, directive, finding, false)) {
			obey(&state, words);
		}
	}
	return state.is_off || state.is_style_off || state.is_rule_off ||
		state.is_match_off;
}
