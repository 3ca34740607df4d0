/* Lists of forms: alternatives and products, kept within bounds. */
#include "match/forms.h"

#include <string.h>

struct cnd_forms
cnd_forms_nothing(struct cnd_arena *arena, bool is_exact)
{
	struct cnd_form *form = cnd_arena_alloc(arena, sizeof(*form));

	form->is_exact = is_exact;
	return (struct cnd_forms){ form, 1 };
}

struct cnd_forms
cnd_forms_symbol(
	struct cnd_arena *arena, struct cnd_symbol symbol, bool is_exact)
{
	struct cnd_forms forms = cnd_forms_nothing(arena, is_exact);
	struct cnd_symbol *made = cnd_arena_alloc(arena, sizeof(*made));

	*made = symbol;
	forms.items->symbols = made;
	forms.items->count = 1;
	return forms;
}

struct cnd_forms
cnd_forms_weaken(struct cnd_arena *arena, struct cnd_forms forms)
{
	struct cnd_form *items =
		cnd_arena_array(arena, forms.count, sizeof(*items));

	for (size_t i = 0; i < forms.count; i++) {
		items[i] = forms.items[i];
		items[i].is_exact = false;
	}
	return (struct cnd_forms){ items, forms.count };
}

static bool
is_apart(enum cnd_symbol_kind kind)
{
	return kind == CND_SYMBOL_MARK || kind == CND_SYMBOL_BLANKS ||
		kind == CND_SYMBOL_GAP;
}

/*
 * What all forms have at one end: GAP for characters that are of no word,
 * EDGE for \b, ANY for nothing in common.
 */
static enum cnd_symbol_kind
common_end(struct cnd_forms forms, bool at_start)
{
	bool all_apart = true;
	bool all_edge = true;

	for (size_t i = 0; i < forms.count; i++) {
		const struct cnd_form *form = &forms.items[i];
		enum cnd_symbol_kind kind = CND_SYMBOL_ANY;

		if (form->count > 0)
			kind = form->symbols[at_start ? 0 : form->count - 1]
				       .kind;
		all_apart = all_apart && is_apart(kind);
		all_edge = all_edge && kind == CND_SYMBOL_EDGE;
	}
	if (all_apart)
		return CND_SYMBOL_GAP;
	return all_edge ? CND_SYMBOL_EDGE : CND_SYMBOL_ANY;
}

struct cnd_forms
cnd_forms_blur(struct cnd_arena *arena, struct cnd_forms forms)
{
	enum cnd_symbol_kind left = common_end(forms, true);
	enum cnd_symbol_kind right = common_end(forms, false);
	struct cnd_symbol *symbols =
		cnd_arena_array(arena, 3, sizeof(*symbols));
	struct cnd_forms blurred = cnd_forms_nothing(arena, false);
	size_t count = 0;

	if (left != CND_SYMBOL_ANY)
		symbols[count++].kind = left;
	symbols[count++].kind = CND_SYMBOL_ANY;
	if (right != CND_SYMBOL_ANY)
		symbols[count++].kind = right;
	/* One mark alone may be both ends: the gap is then said once. */
	if (left == CND_SYMBOL_GAP && right == CND_SYMBOL_GAP) {
		symbols[0].kind = CND_SYMBOL_ANY;
		symbols[1].kind = CND_SYMBOL_GAP;
		count = 2;
	}
	blurred.items->symbols = symbols;
	blurred.items->count = count;
	return blurred;
}

struct cnd_forms
cnd_forms_either(
	struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b)
{
	struct cnd_form *items;

	items = cnd_arena_array(arena, a.count + b.count, sizeof(*items));
	memcpy(items, a.items, a.count * sizeof(*items));
	memcpy(items + a.count, b.items, b.count * sizeof(*items));
	return (struct cnd_forms){ items, a.count + b.count };
}

static struct cnd_form
join(struct cnd_arena *arena, const struct cnd_form *a,
	const struct cnd_form *b)
{
	struct cnd_form joined = { NULL, a->count + b->count,
		a->is_exact && b->is_exact };
	struct cnd_symbol *symbols;

	if (a->count == 0 || b->count == 0) {
		joined.symbols = a->count == 0 ? b->symbols : a->symbols;
		return joined;
	}
	symbols = cnd_arena_array(arena, joined.count, sizeof(*symbols));
	memcpy(symbols, a->symbols, a->count * sizeof(*symbols));
	memcpy(symbols + a->count, b->symbols, b->count * sizeof(*symbols));
	joined.symbols = symbols;
	return joined;
}

static size_t
longest(struct cnd_forms forms)
{
	size_t most = 0;

	for (size_t i = 0; i < forms.count; i++)
		if (forms.items[i].count > most)
			most = forms.items[i].count;
	return most;
}

/* A long list of words may have a little before and behind it. */
static bool
is_too_many(size_t a, size_t b)
{
	size_t fewer = a < b ? a : b;

	if (fewer <= 1 || a * b <= CND_FORMS_MAX)
		return false;
	return fewer > CND_FORMS_FEW || a * b > CND_FORMS_LIST_MAX;
}

struct cnd_forms
cnd_forms_product(
	struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b)
{
	struct cnd_form *items;
	size_t count = 0;

	while (is_too_many(a.count, b.count)) {
		if (a.count >= b.count)
			a = cnd_forms_blur(arena, a);
		else
			b = cnd_forms_blur(arena, b);
	}
	if (longest(a) + longest(b) > CND_FORM_SYMBOLS_MAX) {
		if (longest(a) >= longest(b))
			a = cnd_forms_blur(arena, a);
		else
			b = cnd_forms_blur(arena, b);
	}
	items = cnd_arena_array(arena, a.count * b.count, sizeof(*items));
	for (size_t i = 0; i < a.count; i++)
		for (size_t j = 0; j < b.count; j++)
			items[count++] = join(arena, &a.items[i], &b.items[j]);
	return (struct cnd_forms){ items, count };
}

static bool
is_of_words(enum cnd_symbol_kind kind)
{
	return kind == CND_SYMBOL_LETTERS || kind == CND_SYMBOL_WORD;
}

/*
 * The symbol that covers any number of these forms when each is one symbol
 * and all are of a sort: [a-z]+ is a \w+, [,;]+ a gap.
 */
static bool
find_sort(struct cnd_forms forms, enum cnd_symbol_kind *sort)
{
	bool all_words = true;
	bool all_apart = true;
	bool all_blanks = true;

	for (size_t i = 0; i < forms.count; i++) {
		enum cnd_symbol_kind kind;

		if (forms.items[i].count != 1)
			return false;
		kind = forms.items[i].symbols->kind;
		all_words = all_words && is_of_words(kind);
		all_apart = all_apart && is_apart(kind);
		all_blanks = all_blanks && kind == CND_SYMBOL_BLANKS;
	}
	if (all_words)
		*sort = CND_SYMBOL_WORD;
	else if (all_apart)
		*sort = all_blanks ? CND_SYMBOL_BLANKS : CND_SYMBOL_GAP;
	return all_words || all_apart;
}

static struct cnd_forms
optional(struct cnd_arena *arena, struct cnd_forms forms, bool is_lazy)
{
	struct cnd_forms nothing = cnd_forms_nothing(arena, true);

	return is_lazy ? cnd_forms_either(arena, nothing, forms)
		       : cnd_forms_either(arena, forms, nothing);
}

enum { SPELT_OUT_MAX = 6, SPELT_OUT_FORMS = 64 };

static bool
can_spell_out(struct cnd_forms forms, struct cnd_repeat repeat)
{
	size_t forms_then = 1;

	if (repeat.most > SPELT_OUT_MAX)
		return false;
	for (uint32_t i = 0; i < repeat.most; i++)
		forms_then *= forms.count + (i < repeat.least ? 0 : 1);
	return forms_then <= SPELT_OUT_FORMS || repeat.most <= 1;
}

/* r{1,3} as r(r(r)?)?: every form keeps what it says. */
static struct cnd_forms
spell_out(struct cnd_arena *arena, struct cnd_forms forms,
	struct cnd_repeat repeat)
{
	struct cnd_forms made = cnd_forms_nothing(arena, true);

	for (uint32_t i = repeat.most; i > 0; i--) {
		made = cnd_forms_product(arena, forms, made);
		if (i > repeat.least)
			made = optional(arena, made, repeat.is_lazy);
	}
	return made;
}

/* Once, or more often with anything between the first and the last. */
static struct cnd_forms
many(struct cnd_arena *arena, struct cnd_forms forms, bool is_lazy)
{
	struct cnd_forms more =
		cnd_forms_product(arena, forms, cnd_forms_blur(arena, forms));

	forms = cnd_forms_weaken(arena, forms);
	return is_lazy ? cnd_forms_either(arena, forms, more)
		       : cnd_forms_either(arena, more, forms);
}

struct cnd_forms
cnd_forms_repeat(struct cnd_arena *arena, struct cnd_forms forms,
	struct cnd_repeat repeat)
{
	enum cnd_symbol_kind sort;

	if (can_spell_out(forms, repeat)) {
		forms = spell_out(arena, forms, repeat);
	} else {
		if (find_sort(forms, &sort))
			forms = cnd_forms_symbol(arena,
				(struct cnd_symbol){ .kind = sort }, false);
		else
			forms = many(arena, forms, repeat.is_lazy);
		if (repeat.least == 0)
			forms = optional(arena, forms, repeat.is_lazy);
	}
	return repeat.is_possessive ? cnd_forms_weaken(arena, forms) : forms;
}
