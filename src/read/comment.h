/* Tags and comments of HTML that stand in Markdown, and directives. */
#ifndef CND_READ_COMMENT_H
#define CND_READ_COMMENT_H

#include "base/arena.h"

/* text is "<name…>", in any case; name may begin with '/'. */
bool cnd_comment_is_tag(struct cnd_str text, const char *name);

/*
 * text is a comment that speaks to candour, "<!-- candour: … -->"; *inside
 * is "candour: …" without the blanks around it.
 */
bool cnd_comment_directive(struct cnd_str text, struct cnd_str *inside);

/* Nothing but comments and blanks. */
bool cnd_comment_is_all(struct cnd_str html);

/* The comments in a block of HTML that speak to candour, in order. */
struct cnd_comments {
	struct cnd_str html;
	size_t at;
};

bool cnd_comment_next(struct cnd_comments *comments, struct cnd_str *inside);

/*
 * md4c knows comments as CommonMark had them before 0.31: in running text
 * none holds "--".  Mask gives source, or a copy of the same length with
 * other bytes for the hyphens in comments to candour; unmask puts them
 * back.
 */
struct cnd_str cnd_comment_mask(struct cnd_arena *arena, struct cnd_str source);
struct cnd_str cnd_comment_unmask(struct cnd_arena *arena, struct cnd_str text);

#endif
