/*
 * Where a rule of a Vale style looks.  Vale gives each block a selector
 * ("text.heading.h2.md") and a rule holds where all parts of its own
 * selector are among the block's.
 */
#ifndef CND_RULE_VALE_SCOPE_H
#define CND_RULE_VALE_SCOPE_H

#include "base/yaml.h"

/* The parts that blocks' selectors have, as bits. */
enum cnd_vale_part {
	CND_VALE_TEXT = 1 << 0,
	CND_VALE_HEADING = 1 << 1,
	CND_VALE_H1 = 1 << 2, /* h2 … h6 follow */
	CND_VALE_TABLE = 1 << 8,
	CND_VALE_HEADER = 1 << 9,
	CND_VALE_CELL = 1 << 10,
	CND_VALE_CAPTION = 1 << 11,
	CND_VALE_LIST = 1 << 12,
	CND_VALE_BLOCKQUOTE = 1 << 13,
	CND_VALE_FIGURE = 1 << 14,
	CND_VALE_PARAGRAPH = 1 << 15,
	CND_VALE_SENTENCE = 1 << 16,
	CND_VALE_SUMMARY = 1 << 17,
	CND_VALE_RAW = 1 << 18,
	CND_VALE_ATTR = 1 << 19,
	CND_VALE_ALT = 1 << 20,
	CND_VALE_FRONTMATTER = 1 << 21,
	CND_VALE_MD = 1 << 22,
	CND_VALE_HTML = 1 << 23,
	CND_VALE_TXT = 1 << 24,
	CND_VALE_DOCX = 1 << 25,
	CND_VALE_ODT = 1 << 26,
};

/* A block's selector; key is a front matter's, or empty. */
struct cnd_vale_place {
	unsigned parts; /* of enum cnd_vale_part */
	struct cnd_str key;
};

/* Running text: a paragraph that is nothing more special. */
bool cnd_vale_is_plain(unsigned parts);

struct cnd_vale_scope;

/*
 * Compiles `scope:`, one selector or a list of which any may hold; node
 * NULL gives the default, "text".  False and err for what Vale refuses.
 */
bool cnd_vale_scope_compile(struct cnd_arena *arena,
	const struct cnd_yaml *node, const struct cnd_vale_scope **scope,
	struct cnd_error *err);

/* The scope of one name, as kinds have that know no other; always true. */
bool cnd_vale_scope_only(struct cnd_arena *arena, const char *name,
	const struct cnd_vale_scope **scope);

bool cnd_vale_scope_holds(
	const struct cnd_vale_scope *scope, struct cnd_vale_place place);

/* The parts that the selectors ask for, those negated left out. */
unsigned cnd_vale_scope_parts(const struct cnd_vale_scope *scope);

/*
 * A part of the selectors that no block ever has, so that no selector can
 * hold; data NULL when one can.
 */
struct cnd_str cnd_vale_scope_never(const struct cnd_vale_scope *scope);

#endif
