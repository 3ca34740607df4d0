/*
 * What a glance at a unit tells of a pattern that has no words to look up:
 * a mark that must stand in it, or that matches begin lines only.
 */
#include "match/table.h"

#include <string.h>

/* Marks that most sentences hold: no use to look for. */
static const char common_marks[] = " ,.'-\"();:\n\t\r";

/* The marks of which one must stand in every match; false for none. */
static bool
find_marks(const struct cnd_node *node, struct cnd_marks *marks)
{
	struct cnd_marks other;
	bool has_some = false;

	switch (node->kind) {
	case CND_NODE_SYMBOL:
		if (node->symbol.kind != CND_SYMBOL_MARK ||
			node->symbol.text.len != 1 ||
			strchr(common_marks, node->symbol.text.data[0]) != NULL)
			return false;
		marks->items[0] = node->symbol.text.data[0];
		marks->count = 1;
		return true;
	case CND_NODE_REPEAT:
		return node->repeat.least > 0 && find_marks(node->child, marks);
	case CND_NODE_SEQUENCE:
		for (node = node->child; node != NULL; node = node->next) {
			if (!find_marks(node, &other) ||
				(has_some && other.count >= marks->count))
				continue;
			*marks = other;
			has_some = true;
		}
		return has_some;
	case CND_NODE_CHOICE:
		marks->count = 0;
		for (node = node->child; node != NULL; node = node->next) {
			if (!find_marks(node, &other) ||
				marks->count + other.count > CND_MARKS_MAX)
				return false;
			memcpy(marks->items + marks->count, other.items,
				other.count);
			marks->count += other.count;
		}
		return true;
	default:
		return false;
	}
}

enum answer { NO, YES, PERHAPS };

/* Whether matches begin at a line's start; PERHAPS: what follows tells. */
static enum answer
begins_line(const struct cnd_node *node)
{
	switch (node->kind) {
	case CND_NODE_LINE:
		return YES;
	case CND_NODE_NOTHING:
	case CND_NODE_AHEAD:
		return PERHAPS;
	case CND_NODE_SYMBOL:
		return node->symbol.kind == CND_SYMBOL_EDGE ? PERHAPS : NO;
	case CND_NODE_SEQUENCE:
		for (node = node->child; node != NULL; node = node->next) {
			enum answer answer = begins_line(node);

			if (answer != PERHAPS)
				return answer;
		}
		return PERHAPS;
	case CND_NODE_CHOICE:
		for (node = node->child; node != NULL; node = node->next)
			if (begins_line(node) != YES)
				return NO;
		return YES;
	case CND_NODE_REPEAT:
		return NO;
	}
	return NO;
}

void
cnd_glance_of_tree(
	const struct cnd_node *tree, struct cnd_matcher_pattern *pattern)
{
	pattern->begins_line = begins_line(tree) == YES;
	if (!find_marks(tree, &pattern->marks))
		pattern->marks.count = 0;
}

bool
cnd_glance_is_worth(
	const struct cnd_matcher_pattern *pattern, struct cnd_str text)
{
	const struct cnd_marks *marks = &pattern->marks;

	for (size_t i = 0; i < marks->count; i++)
		if (cnd_str_find_byte(text, marks->items[i]) != CND_NOT_FOUND)
			return true;
	return marks->count == 0;
}
