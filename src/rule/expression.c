/*
 * A small calculator: text to postfix steps with a stack of waiting signs,
 * steps to a number with a stack of values.  limits.h bounds all three.
 */
#include "rule/expression.h"

#include "base/limits.h"

#include <math.h>

enum { STEPS_MAX = CND_LIMIT_EXPRESSION_STEPS };

/* What a step does: push, or replace the last one or two by a result. */
enum step_kind { STEP_NUMBER, STEP_NAME, STEP_ONE, STEP_TWO };

struct step {
	enum step_kind kind;
	double number;
	size_t row; /* of the names, of functions, of operators */
};

struct cnd_expression {
	size_t count;
	struct step *steps;
};

/* A sign that waits for its right side, or an open bracket. */
struct waiting {
	struct step step; /* of the sign, or the bracket's function */
	unsigned binding; /* 0: an open bracket */
	bool has_step;
};

struct parser {
	struct cnd_str text;
	size_t at;
	const char *const *names;
	struct step steps[STEPS_MAX];
	size_t count;
	struct waiting stack[STEPS_MAX];
	size_t depth;
	struct cnd_error *err;
};

static double
add(double a, double b)
{
	return a + b;
}

static double
subtract(double a, double b)
{
	return a - b;
}

static double
multiply(double a, double b)
{
	return a * b;
}

static double
divide(double a, double b)
{
	return b == 0 ? NAN : a / b;
}

static double
remainder_of(double a, double b)
{
	return fmod(a, b);
}

static double
is_less(double a, double b)
{
	return a < b;
}

static double
is_at_most(double a, double b)
{
	return a <= b;
}

static double
is_more(double a, double b)
{
	return a > b;
}

static double
is_at_least(double a, double b)
{
	return a >= b;
}

static double
is_equal(double a, double b)
{
	return a >= b && a <= b;
}

static double
is_unequal(double a, double b)
{
	return a < b || a > b;
}

static double
both(double a, double b)
{
	return a != 0 && b != 0;
}

static double
either(double a, double b)
{
	return a != 0 || b != 0;
}

static double
negate(double a)
{
	return -a;
}

static double
is_not(double a)
{
	return a == 0;
}

/* Longer signs before those they begin with; binding, the tightest last. */
static const struct {
	const char *sign;
	unsigned binding;
	double (*apply)(double, double);
} operators[] = {
	{ "||", 1, either },
	{ "&&", 2, both },
	{ "==", 3, is_equal },
	{ "!=", 3, is_unequal },
	{ "<=", 4, is_at_most },
	{ ">=", 4, is_at_least },
	{ "<", 4, is_less },
	{ ">", 4, is_more },
	{ "+", 5, add },
	{ "-", 5, subtract },
	{ "*", 6, multiply },
	{ "/", 6, divide },
	{ "%", 6, remainder_of },
};

static const struct {
	const char *name;
	double (*apply)(double);
} functions[] = {
	{ "sqrt", sqrt },
	{ "cbrt", cbrt },
	{ "log", log },
	{ "log2", log2 },
	{ "log10", log10 },
	{ "exp", exp },
	{ "abs", fabs },
	{ "ceil", ceil },
	{ "floor", floor },
	{ "trunc", trunc },
	{ "-", negate },
	{ "!", is_not },
};

enum { FUNCTIONS = sizeof(functions) / sizeof(functions[0]) };

/* The last two rows, which no name has. */
enum { NEGATE = FUNCTIONS - 2, NOT = FUNCTIONS - 1 };

static bool
fail(struct parser *parser, const char *words)
{
	cnd_fail(parser->err, CND_ERR_RULE, "%s at character %zu", words,
		parser->at + 1);
	parser->err->column = (uint32_t)(parser->at + 1);
	return false;
}

static bool
put_step(struct parser *parser, struct step step)
{
	if (parser->count == STEPS_MAX)
		return fail(parser, "the expression is too long");
	parser->steps[parser->count++] = step;
	return true;
}

static void
skip_blanks(struct parser *parser)
{
	while (parser->at < parser->text.len &&
		cnd_is_space(parser->text.data[parser->at]))
		parser->at++;
}

static bool
take(struct parser *parser, const char *sign)
{
	struct cnd_str wanted = cnd_str_of(sign);
	struct cnd_str rest =
		cnd_str_slice(parser->text, parser->at, parser->text.len);

	if (!cnd_str_starts_with(rest, wanted))
		return false;
	parser->at += wanted.len;
	return true;
}

static char
peek(const struct parser *parser)
{
	if (parser->at == parser->text.len)
		return '\0';
	return parser->text.data[parser->at];
}

/* Digits and one point: no exponents, which no formula here needs. */
static bool
parse_number(struct parser *parser)
{
	struct step step = { .kind = STEP_NUMBER };
	double unit = 1;

	for (; cnd_is_digit(peek(parser)); parser->at++)
		step.number = step.number * 10 + (peek(parser) - '0');
	if (peek(parser) == '.')
		for (parser->at++; cnd_is_digit(peek(parser)); parser->at++) {
			unit /= 10;
			step.number += unit * (peek(parser) - '0');
		}
	return put_step(parser, step);
}

static struct cnd_str
take_name(struct parser *parser)
{
	size_t from = parser->at;

	while (cnd_is_alpha(peek(parser)) || cnd_is_digit(peek(parser)) ||
		peek(parser) == '_' || peek(parser) == '.')
		parser->at++;
	return cnd_str_slice(parser->text, from, parser->at);
}

/* "heading.h1" and "heading_h1" are one name. */
static bool
is_name(struct cnd_str text, const char *name)
{
	struct cnd_str wanted = cnd_str_of(name);

	if (text.len != wanted.len)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		bool is_joint = text.data[i] == '.' && wanted.data[i] == '_';

		if (!is_joint && text.data[i] != wanted.data[i])
			return false;
	}
	return true;
}

static bool
parse_variable(struct parser *parser, struct cnd_str name)
{
	struct step step = { .kind = STEP_NAME };

	for (; parser->names[step.row] != NULL; step.row++)
		if (is_name(name, parser->names[step.row]))
			return put_step(parser, step);
	parser->at -= name.len;
	return fail(parser, "a name that is not known");
}

static bool
push(struct parser *parser, struct waiting waiting)
{
	if (parser->depth == STEPS_MAX)
		return fail(parser, "the expression is too deep");
	parser->stack[parser->depth++] = waiting;
	return true;
}

/* Writes the signs that bind at least so tightly. */
static bool
pop(struct parser *parser, unsigned binding)
{
	while (parser->depth > 0 &&
		parser->stack[parser->depth - 1].binding >= binding)
		if (!put_step(parser, parser->stack[--parser->depth].step))
			return false;
	return true;
}

static bool
open_function(struct parser *parser, struct cnd_str name)
{
	struct cnd_str prefix = CND_STR("math.");
	struct waiting waiting = { .has_step = true };

	if (cnd_str_starts_with(name, prefix))
		name = cnd_str_slice(name, prefix.len, name.len);
	for (size_t i = 0; i < FUNCTIONS; i++) {
		if (!cnd_str_equal(name, cnd_str_of(functions[i].name)))
			continue;
		waiting.step.kind = STEP_ONE;
		waiting.step.row = i;
		return push(parser, waiting);
	}
	return fail(parser, "a function that is not known, before '('");
}

/* An operand, or what may stand before one; *is_done when it is one. */
static bool
parse_operand(struct parser *parser, bool *is_done)
{
	struct waiting sign = { .step = { .kind = STEP_ONE }, .binding = 7 };
	struct cnd_str name;

	if (take(parser, "("))
		return push(parser, (struct waiting){ 0 });
	sign.step.row = peek(parser) == '-' ? NEGATE : NOT;
	if (take(parser, "-") || take(parser, "!"))
		return push(parser, sign);
	*is_done = true;
	if (cnd_is_digit(peek(parser)) || peek(parser) == '.')
		return parse_number(parser);
	name = take_name(parser);
	if (name.len == 0)
		return fail(parser, "a number or a name is missing");
	skip_blanks(parser);
	if (!take(parser, "("))
		return parse_variable(parser, name);
	*is_done = false;
	return open_function(parser, name);
}

static bool
close_bracket(struct parser *parser)
{
	struct waiting open;

	if (!pop(parser, 1))
		return false;
	if (parser->depth == 0)
		return fail(parser, "')' without '('");
	open = parser->stack[--parser->depth];
	return !open.has_step || put_step(parser, open.step);
}

/* A sign between operands, or ")"; *is_done when an operand must follow. */
static bool
parse_operator(struct parser *parser, bool *is_done)
{
	if (take(parser, ")"))
		return close_bracket(parser);
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
		struct waiting sign = {
			.step = { .kind = STEP_TWO, .row = i },
			.binding = operators[i].binding,
		};

		if (!take(parser, operators[i].sign))
			continue;
		*is_done = true;
		return pop(parser, sign.binding) && push(parser, sign);
	}
	return fail(parser, "an operator is missing");
}

static bool
parse(struct parser *parser)
{
	bool wants_operand = true;

	for (;;) {
		bool is_done = false;
		bool ok;

		skip_blanks(parser);
		if (parser->at == parser->text.len && !wants_operand)
			break;
		ok = wants_operand ? parse_operand(parser, &is_done)
				   : parse_operator(parser, &is_done);
		if (!ok)
			return false;
		wants_operand = wants_operand != is_done;
	}
	if (!pop(parser, 1))
		return false;
	return parser->depth == 0 || fail(parser, "')' is missing");
}

const struct cnd_expression *
cnd_expression_new(struct cnd_arena *arena, struct cnd_str text,
	const char *const *names, struct cnd_error *err)
{
	struct parser parser = { .text = text, .names = names, .err = err };
	struct cnd_expression *made;

	if (!parse(&parser))
		return NULL;
	made = cnd_arena_alloc(arena, sizeof(*made));
	made->count = parser.count;
	made->steps =
		cnd_arena_array(arena, parser.count, sizeof(made->steps[0]));
	for (size_t i = 0; i < parser.count; i++)
		made->steps[i] = parser.steps[i];
	return made;
}

/* Postfix from parse is well formed: no step lacks its values. */
double
cnd_expression_value(
	const struct cnd_expression *expression, const double *values)
{
	double stack[STEPS_MAX + 1] = { 0 };
	size_t depth = 0;

	for (size_t i = 0; i < expression->count; i++) {
		const struct step *step = &expression->steps[i];

		if (step->kind == STEP_NUMBER)
			stack[depth++] = step->number;
		else if (step->kind == STEP_NAME)
			stack[depth++] = values[step->row];
		else if (step->kind == STEP_ONE)
			stack[depth - 1] =
				functions[step->row].apply(stack[depth - 1]);
		else {
			depth--;
			stack[depth - 1] = operators[step->row].apply(
				stack[depth - 1], stack[depth]);
		}
	}
	return stack[0];
}
