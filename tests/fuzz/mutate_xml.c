/*
 * Changes of XML, and of HTML, which is near enough: whole elements, their
 * names, attributes and texts.
 */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

enum {
	MOST_TAGS = 2048,
	DEEP = 300, /* more than any limit on depth */
};

size_t
mutate_chance(struct input *input, size_t below)
{
	input->seed ^= input->seed << 13;
	input->seed ^= input->seed >> 7;
	input->seed ^= input->seed << 17;
	return below == 0 ? 0 : (size_t)(input->seed % below);
}

struct cnd_str
mutate_bytes(const struct input *input)
{
	return (struct cnd_str){ input->data, input->size };
}

void
mutate_replace(struct input *input, size_t from, size_t to, struct cnd_str text)
{
	size_t rest = input->size - to;
	struct cnd_str copy;

	if (from + text.len + rest > input->most)
		return;
	copy = fuzz_copy((const uint8_t *)text.data, text.len);
	memmove(input->data + from + text.len, input->data + to, rest);
	if (copy.len > 0)
		memcpy(input->data + from, copy.data, copy.len);
	input->size = from + text.len + rest;
	free((char *)(uintptr_t)copy.data);
}

/* Which tag it is, and its bytes [from, to). */
struct tag {
	enum { OPEN, CLOSE, EMPTY } kind;
	size_t from;
	size_t to;
};

/* A text and its tags. */
struct tags {
	struct cnd_str text;
	struct tag items[MOST_TAGS];
	size_t count;
};

/* Where to look on: comments, declarations and such are no tags, and may
 * hold some.  No two tags overlap. */
static size_t
add_tag(struct tags *tags, size_t from, size_t to)
{
	struct tag tag = { OPEN, from, to };
	char first = tags->text.data[from + 1];

	if (to - from < 3 || first == '!' || first == '?')
		return from + 1;
	if (first == '/')
		tag.kind = CLOSE;
	else if (tags->text.data[to - 2] == '/')
		tag.kind = EMPTY;
	tags->items[tags->count++] = tag;
	return to;
}

static void
find_tags(struct cnd_str text, struct tags *tags)
{
	size_t at = 0;

	tags->text = text;
	tags->count = 0;
	while (tags->count < MOST_TAGS) {
		size_t from = cnd_str_find_byte(
			cnd_str_slice(text, at, text.len), '<');
		size_t len;

		if (from == CND_NOT_FOUND)
			return;
		from += at;
		len = cnd_str_find_byte(
			cnd_str_slice(text, from, text.len), '>');
		if (len == CND_NOT_FOUND)
			return;
		at = add_tag(tags, from, from + len + 1);
	}
}

/* The tag that closes an element; itself when none does. */
static const struct tag *
end_of(const struct tags *tags, const struct tag *tag)
{
	const struct tag *last = tags->items + tags->count;
	size_t depth = 0;

	for (const struct tag *end = tag; end < last; end++) {
		depth += end->kind == OPEN;
		depth -= end->kind == CLOSE && depth > 0;
		if (depth == 0)
			return end;
	}
	return tag;
}

/* Where a tag's name ends. */
static size_t
name_end(const struct tags *tags, const struct tag *tag)
{
	size_t at = tag->from + 1 + (tag->kind == CLOSE);

	while (at + 1 < tag->to &&
		strchr(" \t\r\n/", tags->text.data[at]) == NULL)
		at++;
	return at;
}

/* Bytes [from, to). */
struct range {
	size_t from;
	size_t to;
};

static struct cnd_str
cut(const struct tags *tags, struct range range)
{
	return cnd_str_slice(tags->text, range.from, range.to);
}

static struct range
element(const struct tags *tags, const struct tag *tag)
{
	return (struct range){ tag->from, end_of(tags, tag)->to };
}

/* Some attribute's value, between its quotes; empty when there is none. */
static struct range
any_value(struct input *input, const struct tags *tags, const struct tag *tag)
{
	struct range found = { tag->from, tag->from };
	size_t seen = 0;

	for (size_t at = tag->from; at < tag->to; at++) {
		char quote = tags->text.data[at];
		size_t len;

		if (quote != '"' && quote != '\'')
			continue;
		len = cnd_str_find_byte(
			cnd_str_slice(tags->text, at + 1, tag->to), quote);
		if (len == CND_NOT_FOUND)
			break;
		if (mutate_chance(input, ++seen) == 0)
			found = (struct range){ at + 1, at + 1 + len };
		at += len + 1;
	}
	return found;
}

/* Words that readers count, follow or decode. */
static struct cnd_str
any_word(struct input *input)
{
	static const char *const words[] = { "", "0", "1", "-1", "9", "63",
		"64", "255", "256", "65535", "65536", "2147483647",
		"-2147483648", "4294967295", "4294967296",
		"99999999999999999999", "true", "false", "none", "&amp;",
		"&#0;", "&#x10ffff;", "&#xd800;", "&lt;p&gt;", "\xff",
		"\xed\xa0\x80", "\xe2\x80\xa8", "\xcc\x81", "Recommendation 1",
		"1.1 ", "==== ", "styles.xml", "../styles.xml",
		"/word/document.xml", "footnotes.xml" };

	return cnd_str_of(
		words[mutate_chance(input, sizeof(words) / sizeof(words[0]))]);
}

/* A tag of the input, and one of the donor. */
struct change {
	struct input *input;
	const struct tags *tags;
	const struct tag *tag;
	const struct tags *donor;
	const struct tag *other;
};

/* An element several times, in a row or in itself. */
static void
repeat(const struct change *change)
{
	struct input *input = change->input;
	const struct tags *tags = change->tags;
	const struct tag *tag = change->tag;
	const struct tag *end = end_of(tags, tag);
	struct range whole = element(tags, tag);
	size_t times =
		mutate_chance(input, 8) == 0 ? mutate_chance(input, DEEP) : 2;
	bool is_nested = end != tag && mutate_chance(input, 2) == 0;
	struct range first = { tag->from, is_nested ? tag->to : whole.to };
	struct range inner = { tag->to, is_nested ? end->from : tag->to };
	struct range last = { end->from, is_nested ? end->to : end->from };
	struct cnd_buf made = { 0 };

	for (size_t i = 0; i < times && made.len < input->most; i++)
		cnd_buf_put(&made, cut(tags, first));
	cnd_buf_put(&made, cut(tags, inner));
	for (size_t i = 0; i < times && made.len < input->most; i++)
		cnd_buf_put(&made, cut(tags, last));
	mutate_replace(input, whole.from, whole.to, cnd_buf_str(&made));
	cnd_buf_dispose(&made);
}

static void
take_out(const struct change *change)
{
	struct range whole = element(change->tags, change->tag);

	mutate_replace(change->input, whole.from, whole.to, CND_STR(""));
}

/* An element of the donor's before one, or as the first in it. */
static void
put_in(const struct change *change)
{
	struct range given = element(change->donor, change->other);
	size_t at = mutate_chance(change->input, 2) == 0 ? change->tag->from
							 : change->tag->to;

	mutate_replace(change->input, at, at, cut(change->donor, given));
}

static void
put_in_place(const struct change *change)
{
	struct range whole = element(change->tags, change->tag);
	struct range given = element(change->donor, change->other);

	mutate_replace(
		change->input, whole.from, whole.to, cut(change->donor, given));
}

/* What is in an element stays. */
static void
take_tags(const struct change *change)
{
	const struct tag *tag = change->tag;
	const struct tag *end = end_of(change->tags, tag);

	if (end != tag)
		mutate_replace(change->input, end->from, end->to, CND_STR(""));
	mutate_replace(change->input, tag->from, tag->to, CND_STR(""));
}

static void
rename_element(const struct change *change)
{
	const struct tag *tag = change->tag;
	const struct tag *end = end_of(change->tags, tag);
	const struct tag *other = change->other;
	struct cnd_str name = cut(change->donor,
		(struct range){ other->from + 1 + (other->kind == CLOSE),
			name_end(change->donor, other) });

	if (end != tag)
		mutate_replace(change->input, end->from + 2, end->to - 1, name);
	mutate_replace(change->input, tag->from + 1,
		name_end(change->tags, tag), name);
}

/* The words of a tag behind its name, into another. */
static void
give_attributes(const struct change *change)
{
	const struct tag *from = change->other;
	size_t at = name_end(change->tags, change->tag);
	size_t end =
		mutate_chance(change->input, 2) == 0 ? at : change->tag->to - 1;
	struct range given = { name_end(change->donor, from),
		from->to - (from->kind == EMPTY ? 2 : 1) };

	mutate_replace(change->input, at, end, cut(change->donor, given));
}

static void
give_value(const struct change *change)
{
	struct range to = any_value(change->input, change->tags, change->tag);
	struct range from =
		any_value(change->input, change->donor, change->other);

	mutate_replace(change->input, to.from, to.to, cut(change->donor, from));
}

static void
change_value(const struct change *change)
{
	struct range value =
		any_value(change->input, change->tags, change->tag);

	mutate_replace(
		change->input, value.from, value.to, any_word(change->input));
}

/* Text between a tag and the next, or more of it. */
static void
change_text(const struct change *change)
{
	const struct tags *tags = change->tags;
	const struct tag *next = change->tag + 1;
	size_t from = change->tag->to;
	size_t to =
		next < tags->items + tags->count ? next->from : tags->text.len;

	if (to < from || mutate_chance(change->input, 2) == 0)
		to = from;
	mutate_replace(change->input, from, to, any_word(change->input));
}

static void (*const changes[])(const struct change *change) = {
	repeat,
	take_out,
	put_in,
	put_in_place,
	take_tags,
	rename_element,
	give_attributes,
	give_value,
	change_value,
	change_text,
};

void
mutate_xml(struct input *input, struct cnd_str donor)
{
	/* Large, and one fuzzer runs in a process. */
	static struct tags tags;
	static struct tags others;
	struct change change = {
		.input = input, .tags = &tags, .donor = &others
	};
	size_t which =
		mutate_chance(input, sizeof(changes) / sizeof(changes[0]));

	find_tags(mutate_bytes(input), &tags);
	find_tags(donor, &others);
	if (tags.count == 0 || others.count == 0)
		return;
	change.tag = &tags.items[mutate_chance(input, tags.count)];
	change.other = &others.items[mutate_chance(input, others.count)];
	changes[which](&change);
}
