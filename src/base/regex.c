/*
 * PCRE2 behind one small door.  Invariant: `plain` and `fast` are set once
 * each, when the code is complete, by the thread that comes first; whoever
 * comes late throws its own away.  The fast code is a copy, for JIT writes
 * into the code it compiles.
 */
#include "base/regex.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/oom.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
	JIT_STACK_FIRST = 32 << 10,
	JIT_STACK_MOST = 1 << 20,
	/* For the interpreter, where JIT is not to be had. */
	HEAP_LIMIT_KB = 16 << 10,
	DEPTH_LIMIT = 10000,
};

/* What one call needs for itself. */
struct tools {
	pcre2_match_data *data;
	pcre2_match_context *context;
};

/*
 * What changes at first use, kept apart so that a regex can be const, and
 * all zero until then.
 */
struct late {
	_Atomic(pcre2_code *) plain;
	_Atomic(pcre2_code *) fast; /* with JIT, where it is to be had */
	/* What the last call used, for the next one to take. */
	_Atomic(struct tools *) spare;
};

struct cnd_regex {
	struct cnd_str pattern;
	unsigned flags;
	struct late *late;
};

static void
free_tools(struct tools *tools)
{
	if (tools == NULL)
		return;
	pcre2_match_data_free(tools->data);
	pcre2_match_context_free(tools->context);
	free(tools);
}

static void
release(void *handle)
{
	struct late *late = handle;

	free_tools(atomic_load(&late->spare));
	pcre2_code_free(atomic_load(&late->plain));
	pcre2_code_free(atomic_load(&late->fast));
}

static uint32_t
options_of(unsigned flags)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;

	if ((flags & CND_REGEX_FOLD_CASE) != 0)
		options |= PCRE2_CASELESS;
	if ((flags & CND_REGEX_LINES) != 0)
		options |= PCRE2_MULTILINE;
	if ((flags & CND_REGEX_BOUNDED) != 0)
		options |= PCRE2_USE_OFFSET_LIMIT;
	return options;
}

/*
 * PCRE2's memory ends with ours: its compiler says "no memory" as it says
 * that a pattern is wrong, and its JIT (10.42) does not look.
 */
static void *
take_memory(size_t size, void *nothing)
{
	(void)nothing;
	return cnd_xmalloc(size);
}

static void
give_memory(void *memory, void *nothing)
{
	(void)nothing;
	free(memory);
}

/* What tells PCRE2 of the two; NULL is never returned. */
static pcre2_general_context *
memory(void)
{
	return pcre2_general_context_create(take_memory, give_memory, NULL);
}

/*
 * Goes before every pattern and matches nothing.  Without it, JIT up to
 * PCRE2 10.42 loses matches of patterns that begin with a choice and go on
 * with a repeat ("(?:a b|a)\s+b c" on "a b c"): it takes the place where
 * the repeat failed after one branch for a place where it fails after all.
 */
static const char guard[] = "(?=)";

static pcre2_code *
compile(struct cnd_str pattern, unsigned flags, int *error, PCRE2_SIZE *at)
{
	pcre2_general_context *general = memory();
	pcre2_compile_context *context = pcre2_compile_context_create(general);
	struct cnd_buf guarded = { 0 };
	pcre2_code *code;

	cnd_buf_puts(&guarded, guard);
	cnd_buf_put(&guarded, pattern);
	pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
	pcre2_set_bsr(context, PCRE2_BSR_UNICODE);
	pcre2_set_parens_nest_limit(context, CND_LIMIT_PATTERN_NESTING);
	code = pcre2_compile((PCRE2_SPTR)guarded.data, guarded.len,
		options_of(flags), error, at, context);
	*at -= *at < sizeof(guard) - 1 ? *at : sizeof(guard) - 1;
	pcre2_compile_context_free(context);
	pcre2_general_context_free(general);
	cnd_buf_dispose(&guarded);
	return code;
}

static uint32_t
column_of(struct cnd_str pattern, size_t offset)
{
	uint32_t column = 1;

	pattern = cnd_str_slice(pattern, 0, offset);
	for (size_t i = 0; i < pattern.len; i++)
		if (((unsigned char)pattern.data[i] & 0xc0) != 0x80)
			column++;
	return column;
}

static bool
compile_checked(struct cnd_regex *regex, struct cnd_error *err)
{
	PCRE2_UCHAR words[160] = { 0 };
	pcre2_code *code;
	PCRE2_SIZE at = 0;
	int error = 0;

	if (regex->pattern.len > CND_LIMIT_PATTERN_BYTES)
		return cnd_fail(err, CND_ERR_LIMIT,
			"a pattern longer than %u bytes",
			CND_LIMIT_PATTERN_BYTES);
	if (cnd_str_starts_with(regex->pattern, CND_STR("(*"))) {
		cnd_fail(err, CND_ERR_RULE,
			"'(*' at the start of a pattern is not allowed");
		err->column = 1;
		return false;
	}
	code = compile(regex->pattern, regex->flags, &error, &at);
	atomic_store(&regex->late->plain, code);
	if (code != NULL)
		return true;
	pcre2_get_error_message(error, words, sizeof(words) - 1);
	cnd_fail(err, CND_ERR_RULE, "pattern: %s", (const char *)words);
	err->column = column_of(regex->pattern, at);
	return false;
}

struct cnd_regex *
cnd_regex_new(struct cnd_arena *arena, struct cnd_str pattern, unsigned flags,
	struct cnd_error *err)
{
	struct cnd_regex *regex = cnd_arena_alloc(arena, sizeof(*regex));

	regex->pattern = cnd_arena_copy(arena, pattern);
	regex->flags = flags;
	regex->late = cnd_arena_alloc_live(arena, sizeof(*regex->late));
	cnd_arena_defer(arena, release, regex->late);
	if ((flags & CND_REGEX_TRUSTED) == 0 && !compile_checked(regex, err))
		return NULL;
	return regex;
}

/* Keeps the code, or the one that another thread had ready before. */
static pcre2_code *
publish(_Atomic(pcre2_code *) *place, pcre2_code *made)
{
	pcre2_code *first = NULL;

	if (atomic_compare_exchange_strong(place, &first, made))
		return made;
	pcre2_code_free(made);
	return first;
}

/* NULL only for a trusted pattern that was not checked. */
static pcre2_code *
make_plain(const struct cnd_regex *regex)
{
	pcre2_code *code = atomic_load(&regex->late->plain);
	PCRE2_SIZE at;
	int error;

	if (code != NULL)
		return code;
	code = compile(regex->pattern, regex->flags, &error, &at);
	assert(code != NULL);
	return publish(&regex->late->plain, code);
}

static pcre2_code *
make_fast(const struct cnd_regex *regex)
{
	pcre2_code *plain = make_plain(regex);
	pcre2_code *code;

	if (plain == NULL)
		return NULL;
	code = pcre2_code_copy(plain);
	/* Where JIT is refused (hardened hosts), the interpreter serves. */
	(void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	return publish(&regex->late->fast, code);
}

static uint32_t
match_options(const struct cnd_regex *regex)
{
	bool not_empty = (regex->flags & CND_REGEX_NOT_EMPTY) != 0;

	return PCRE2_NO_UTF_CHECK | (not_empty ? PCRE2_NOTEMPTY : 0);
}

static pcre2_code *
ready_code(const struct cnd_regex *regex, bool is_seldom)
{
	struct late *late = regex->late;
	pcre2_code *code = atomic_load_explicit(
		is_seldom ? &late->plain : &late->fast, memory_order_acquire);

	if (code != NULL)
		return code;
	return is_seldom ? make_plain(regex) : make_fast(regex);
}

bool
cnd_regex_marks_are_word(void)
{
	char version[64] = { 0 };
	char *point;

	if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) > (int)sizeof(version))
		return true;
	pcre2_config(PCRE2_CONFIG_VERSION, version);
	if (strtol(version, &point, 10) != 10 || *point != '.')
		return true;
	return strtol(point + 1, NULL, 10) >= 43;
}

void
cnd_regex_prepare(const struct cnd_regex *regex)
{
	(void)ready_code(regex, false);
}

static struct tools *
make_tools(void)
{
	struct tools *tools = cnd_xcalloc(1, sizeof(*tools));
	pcre2_general_context *general = memory();

	tools->data = pcre2_match_data_create(CND_REGEX_GROUPS, general);
	tools->context = pcre2_match_context_create(general);
	pcre2_general_context_free(general);
	pcre2_set_match_limit(tools->context, CND_LIMIT_MATCH_STEPS);
	pcre2_set_depth_limit(tools->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(tools->context, HEAP_LIMIT_KB);
	return tools;
}

/* A stack of a call's own: few matches need more than the 32 KB given. */
static int
match_with_stack(const struct cnd_regex *regex, struct cnd_str text,
	size_t from, const struct tools *tools)
{
	const pcre2_code *code = atomic_load(&regex->late->fast);
	pcre2_general_context *general = memory();
	pcre2_jit_stack *stack = pcre2_jit_stack_create(
		JIT_STACK_FIRST, JIT_STACK_MOST, general);
	int result;

	pcre2_jit_stack_assign(tools->context, NULL, stack);
	result = pcre2_match(code, (PCRE2_SPTR)text.data, text.len, from,
		match_options(regex), tools->data, tools->context);
	pcre2_jit_stack_assign(tools->context, NULL, NULL);
	pcre2_jit_stack_free(stack);
	pcre2_general_context_free(general);
	return result;
}

static void
tell_groups(pcre2_match_data *data, int result, struct cnd_match *match)
{
	const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(data);

	/* 0 says that there were more groups than room for them. */
	match->count = result == 0 ? CND_REGEX_GROUPS : (size_t)result;
	for (size_t i = 0; i < match->count; i++) {
		match->from[i] = pairs[2 * i];
		match->to[i] = pairs[2 * i + 1];
		if (match->from[i] > match->to[i])
			match->from[i] = match->to[i];
	}
}

static enum cnd_regex_result
search_for(const struct cnd_regex *regex, struct cnd_str text,
	struct cnd_search search, struct cnd_match *match)
{
	struct late *late = regex->late;
	pcre2_code *code = ready_code(regex, search.is_seldom);
	struct tools *tools = atomic_exchange(&late->spare, NULL);
	int result;

	assert(search.from <= text.len);
	if (code == NULL)
		return CND_REGEX_GAVE_UP;
	if (tools == NULL)
		tools = make_tools();
	if ((regex->flags & CND_REGEX_BOUNDED) != 0)
		pcre2_set_offset_limit(tools->context, search.last);
	if (text.data == NULL)
		text.data = "";
	result = pcre2_match(code, (PCRE2_SPTR)text.data, text.len, search.from,
		match_options(regex), tools->data, tools->context);
	if (result == PCRE2_ERROR_JIT_STACKLIMIT)
		result = match_with_stack(regex, text, search.from, tools);
	if (result >= 0 && match != NULL)
		tell_groups(tools->data, result, match);
	free_tools(atomic_exchange(&late->spare, tools));
	if (result >= 0)
		return CND_REGEX_MATCH;
	return result == PCRE2_ERROR_NOMATCH ? CND_REGEX_NO_MATCH
					     : CND_REGEX_GAVE_UP;
}

enum cnd_regex_result
cnd_regex_find(const struct cnd_regex *regex, struct cnd_str text, size_t from,
	struct cnd_match *match)
{
	return search_for(regex, text,
		(struct cnd_search){ .from = from, .last = PCRE2_UNSET },
		match);
}

enum cnd_regex_result
cnd_regex_search(const struct cnd_regex *regex, struct cnd_str text,
	struct cnd_search search, struct cnd_match *match)
{
	enum cnd_regex_result result = search_for(regex, text, search, match);

	assert((regex->flags & CND_REGEX_BOUNDED) != 0);
	/* The interpreter counts more steps: JIT may get to the end. */
	if (result == CND_REGEX_GAVE_UP && search.is_seldom) {
		search.is_seldom = false;
		result = search_for(regex, text, search, match);
	}
	return result;
}
