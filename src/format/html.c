/*
 * HTML pages that need nothing but themselves: no script, no address, and
 * a policy that forbids both should any words slip through.
 */
#include "format/html.h"

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
cnd_html_open(const char *title, struct cnd_buf *out)
{
	cnd_buf_puts(out,
		"<!DOCTYPE html>\n"
		"<html lang=\"en-GB\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, "
		"initial-scale=1\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
	cnd_html_element("title", cnd_str_of(title), out);
	cnd_buf_puts(out,
		"<style>\n"
		"body { font: 1rem/1.5 system-ui, sans-serif; max-width: "
		"70rem; margin: 2rem auto; padding: 0 1rem; color: #222; "
		"background: #fff; }\n"
		"table { border-collapse: collapse; width: 100%; "
		"font-size: .9rem; }\n"
		"th, td { border: 1px solid #999; padding: .3rem .5rem; "
		"text-align: left; vertical-align: top; }\n"
		"th { background: #eee; }\n"
		"article { border-left: .3rem solid #999; margin: 1rem 0; "
		"padding: 0 1rem; }\n"
		".error { border-color: #b00020; }\n"
		".warning { border-color: #b36b00; }\n"
		".place, .rule { color: #555; font-size: .9rem; }\n"
		"mark { background: #ffe08a; }\n"
		"@media print { body { max-width: none; } article, tr "
		"{ break-inside: avoid; } }\n"
		"</style>\n</head>\n<body>\n");
	cnd_html_element("h1", cnd_str_of(title), out);
}

void
cnd_html_close(struct cnd_buf *out)
{
	cnd_buf_puts(out, "</body>\n</html>\n");
}
