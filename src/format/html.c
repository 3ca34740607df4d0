/*
 * HTML pages that need nothing but themselves: no script, no address, and
 * a policy that forbids both should any words slip through.
 */
#include "format/html.h"

#include "format/page_style.h"

void
cnd_html_escape(struct cnd_str s, struct cnd_buf *out)
{
	for (size_t i = 0; i < s.len; i++) {
		switch (s.data[i]) {
		case '&':
			cnd_buf_puts(out, "&amp;");
			break;
		case '<':
			cnd_buf_puts(out, "&lt;");
			break;
		case '>':
			cnd_buf_puts(out, "&gt;");
			break;
		case '"':
			cnd_buf_puts(out, "&quot;");
			break;
		case '\'':
			cnd_buf_puts(out, "&#39;");
			break;
		default:
			cnd_buf_putc(out, s.data[i]);
		}
	}
}

void
cnd_html_element(const char *tag, struct cnd_str words, struct cnd_buf *out)
{
	cnd_buf_printf(out, "<%s>", tag);
	cnd_html_escape(words, out);
	cnd_buf_printf(out, "</%s>\n", tag);
}

void
cnd_html_open(const char *title, struct cnd_str more_style, struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"<!DOCTYPE html>\n"
		"<html lang=\"en-GB\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, "
		"initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'; "
		"base-uri 'none'; form-action 'none'\">\n");
	cnd_html_element("title", cnd_str_of(title), out);
	cnd_buf_puts(out, "<style>\n");
	cnd_page_style(out);
	cnd_buf_put(out, more_style);
	cnd_buf_puts(out,
		"</style>\n</head>\n<body>\n<a class=\"skip\" "
		"href=\"#main\">Skip to the report</a>\n<header>\n");
	cnd_html_element("h1", cnd_str_of(title), out);
}

void
cnd_html_main(struct cnd_buf *out)
{
	cnd_buf_puts(out, "</header>\n<main id=\"main\">\n");
}

void
cnd_html_close(struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"</main>\n<footer>\n<p>Made by candour, which finds words, and "
		"words that are missing. Whether a finding is fair, a "
		"recommendation wise or a review independent is for people "
		"to judge.</p>\n</footer>\n</body>\n</html>\n");
}
