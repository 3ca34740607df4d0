/*
 * The sequences, and the tests of all of them, in an array each, their
 * letters in one text, with places in these where there were addresses: half
 * the size, and nothing in it that must be put right when the program starts.
 */
#include "match/table.h"

#include "base/buf.h"

#include <assert.h>

static uint32_t
put_text(struct cnd_buf *texts, struct cnd_str text)
{
	size_t at = texts->len;

	cnd_buf_put(texts, text);
	assert(texts->len <= UINT32_MAX);
	return (uint32_t)at;
}

static struct cnd_packed_test
pack(const struct cnd_word_test *test, struct cnd_buf *texts)
{
	return (struct cnd_packed_test){
		.key = test->key,
		.letters = put_text(texts, test->letters),
		.gap = put_text(texts, test->gap),
		.letters_len = (uint32_t)test->letters.len,
		.gap_len = (uint32_t)test->gap.len,
		.before = (uint8_t)test->before,
		.behind = (uint8_t)test->behind,
		.is_fold = test->is_fold,
		.follower = test->follower,
	};
}

static struct cnd_packed_sequence
pack_sequence(const struct cnd_sequence *sequence, size_t first)
{
	return (struct cnd_packed_sequence){
		.before = sequence->before,
		.behind = sequence->behind,
		.pattern = sequence->pattern,
		.priority = sequence->priority,
		.first = (uint32_t)first,
		.count = (uint8_t)sequence->count,
		.anchor = (uint8_t)sequence->anchor,
		.kind = (uint8_t)sequence->kind,
	};
}

void
cnd_matcher_pack(struct cnd_matcher *matcher)
{
	struct cnd_sequences *list = &matcher->sequences;
	struct cnd_packed_sequence *packed =
		cnd_arena_array(matcher->arena, list->count, sizeof(*packed));
	struct cnd_packed_test *tests;
	struct cnd_buf texts = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].count;
	assert(count <= UINT32_MAX);
	tests = cnd_arena_array(matcher->arena, count, sizeof(*tests));
	count = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct cnd_sequence *sequence = &list->items[i];

		packed[i] = pack_sequence(sequence, count);
		for (size_t k = 0; k < sequence->count; k++)
			tests[count++] = pack(&sequence->tests[k], &texts);
	}
	matcher->packed = packed;
	matcher->packed_count = list->count;
	matcher->sequences = (struct cnd_sequences){ 0 };
	matcher->tests = tests;
	matcher->texts =
		cnd_arena_copy(matcher->arena, cnd_buf_str(&texts)).data;
	cnd_buf_dispose(&texts);
}
