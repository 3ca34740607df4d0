/* What a glance at a pattern tells: whether its matches begin lines only. */
#include "match/table.h"

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

bool
cnd_tree_begins_lines(const struct cnd_node *tree)
{
	return begins_line(tree) == YES;
}
