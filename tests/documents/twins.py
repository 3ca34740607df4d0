"""Twins of a Markdown report: the same prose as .docx, .odt, .html, .txt.

Knows the Markdown that the reports in corpus/ are written in: headings,
paragraphs, flat lists, tables, quotations, bold and italic words."""
import html
import re
import sys
import textwrap

import packages


def inline(text):
    """[(words, is_bold, is_italic)] of a line of Markdown."""
    runs, bold, italic = [], False, False
    for part in re.split(
            r"(\*\*|(?<!\*)\*(?!\*)(?:(?! )|(?<=\S\*)))", text):
        part = html.unescape(part)
        if part == "**":
            bold = not bold
        elif part == "*":
            italic = not italic
        elif part:
            runs.append((part, bold, italic))
    return runs


def plain(text):
    return "".join(words for words, _, _ in inline(text))


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


class Block:
    def __init__(self, kind, text="", **more):
        self.kind, self.text = kind, text
        self.level = more.get("level", 0)
        self.number = more.get("number")  # of an item; None: a bullet
        self.is_first = more.get("is_first", False)  # opens its list
        self.is_quoted = more.get("is_quoted", False)
        self.rows = more.get("rows", [])


MARKER = re.compile(r"(?:[-*]|(\d+)\.) +(.*)")


def parse(text, is_quoted=False):
    blocks, lines = [], text.splitlines()
    at, last = 0, ""
    while at < len(lines):
        line = lines[at]
        item = MARKER.match(line)
        heading = re.match(r"(#+) (.*)", line)
        if not line.strip() or re.match(r"---+$", line):
            at += 1
            if not line.strip():
                last = last.replace("open", "")
            continue
        if heading:
            blocks.append(Block("h", heading[2], level=len(heading[1])))
            at, last = at + 1, "h"
            continue
        if line.startswith(">"):
            start = at
            while at < len(lines) and lines[at].startswith(">"):
                at += 1
            blocks += parse("\n".join(re.sub("^> ?", "", quoted)
                                      for quoted in lines[start:at]), True)
            last = "q"
            continue
        if line.startswith("|"):
            start = at
            while at < len(lines) and lines[at].startswith("|"):
                at += 1
            rows = [cells(row) for row in lines[start:at]]
            blocks.append(Block("table", rows=[rows[0]] + rows[2:]))
            last = "t"
            continue
        start = at
        at += 1
        while at < len(lines) and lines[at].strip() and not re.match(
                r"#|>|\||[-*] |\d+\. ", lines[at]):
            at += 1
        words = " ".join(part.strip() for part in lines[start:at])
        if item:
            kind = "ol" if item[1] else "ul"
            blocks.append(Block(
                "li", MARKER.match(words)[2], number=item[1] and int(item[1]),
                is_first=last != kind, is_quoted=is_quoted))
            last = kind
        else:
            blocks.append(Block("p", words, is_quoted=is_quoted))
            last = "p"
    return blocks


# ---- Word ----

def word_runs(text):
    return "".join(
        "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>" % (
            "<w:rPr>%s%s</w:rPr>" % ("<w:b/>" * bold, "<w:i/>" * italic)
            if bold or italic else "", html.escape(words, False))
        for words, bold, italic in inline(text))


def word_paragraph(text, properties=""):
    return "<w:p>%s%s</w:p>" % (
        properties and "<w:pPr>%s</w:pPr>" % properties, word_runs(text))


LEVEL = ('<w:lvl w:ilvl="0"><w:start w:val="%d"/><w:numFmt w:val="decimal"/>'
         '<w:lvlText w:val="%%1."/></w:lvl>')


def write_docx(blocks, path):
    body, numbering, lists = [], [], 1
    for block in blocks:
        if block.kind == "h":
            body.append(word_paragraph(
                block.text, '<w:pStyle w:val="H%d"/>' % block.level))
        elif block.kind == "table":
            body.append("<w:tbl>%s</w:tbl>" % "".join(
                "<w:tr>%s%s</w:tr>" % (
                    "<w:trPr><w:tblHeader/></w:trPr>" * (index == 0),
                    "".join("<w:tc>%s</w:tc>" % word_paragraph(cell)
                            for cell in row))
                for index, row in enumerate(block.rows)))
        elif block.kind == "li":
            number = 1
            if block.number is not None:
                if block.is_first:
                    lists += 1
                    numbering.append((lists, block.number))
                number = lists
            body.append(word_paragraph(
                block.text, '<w:pStyle w:val="Quote"/>' * block.is_quoted
                + '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/>'
                "</w:numPr>" % number))
        else:
            body.append(word_paragraph(
                block.text, '<w:pStyle w:val="Quote"/>' * block.is_quoted))
    bullet, _, rest = packages.NUMBERING.partition("<w:num ")
    packages.write_docx(path, "".join(body), bullet + "".join(
        '<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>'
        % (one, LEVEL % start) for one, start in numbering)
        + "<w:num " + rest + "".join(
            '<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>'
            % (one, one) for one, _ in numbering))


# ---- OpenDocument ----

ODT_STYLES = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="&#8226;"/></text:list-style>'
    '<text:list-style style:name="Numbers"><text:list-level-style-number '
    'text:level="1" style:num-format="1" style:num-suffix="."/>'
    "</text:list-style>"
    '<style:style style:name="B" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<style:style style:name="I" style:family="text"><style:text-properties '
    'fo:font-style="italic"/></style:style>'
    '<style:style style:name="Quotations" style:family="paragraph"/>')


def odt_runs(text):
    return "".join(
        '<text:span text:style-name="%s">%s</text:span>'
        % ("B" if bold else "I", html.escape(words, False))
        if bold or italic else html.escape(words, False)
        for words, bold, italic in inline(text))


def odt_paragraph(text, is_quoted=False):
    return "<text:p%s>%s</text:p>" % (
        ' text:style-name="Quotations"' * is_quoted, odt_runs(text))


def odt_list(block):
    return ('<text:list text:style-name="%s"%s><text:list-item%s>%s'
            "</text:list-item></text:list>" % (
                "Bullets" if block.number is None else "Numbers",
                ' text:continue-numbering="true"' * (not block.is_first),
                ' text:start-value="%d"' % block.number
                if block.number is not None and block.is_first else "",
                odt_paragraph(block.text, block.is_quoted)))


def write_odt(blocks, path):
    body = []
    for block in blocks:
        if block.kind == "h":
            body.append('<text:h text:outline-level="%d">%s</text:h>'
                        % (block.level, odt_runs(block.text)))
        elif block.kind == "table":
            rows = ["<table:table-row>%s</table:table-row>" % "".join(
                "<table:table-cell>%s</table:table-cell>"
                % odt_paragraph(cell) for cell in row) for row in block.rows]
            body.append('<table:table table:name="T%d"><table:table-column '
                        'table:number-columns-repeated="%d"/>'
                        "<table:table-header-rows>%s"
                        "</table:table-header-rows>%s</table:table>"
                        % (len(body), len(block.rows[0]), rows[0],
                           "".join(rows[1:])))
        elif block.kind == "li":
            body.append(odt_list(block))
        else:
            body.append(odt_paragraph(block.text, block.is_quoted))
    packages.write_odt(path, "".join(body), ODT_STYLES)


# ---- HTML ----

def html_runs(text):
    return "".join(
        "<b>" * bold + "<i>" * italic + html.escape(words)
        + "</i>" * italic + "</b>" * bold
        for words, bold, italic in inline(text))


def html_list(block, is_last):
    tag = "ul" if block.number is None else "ol"
    start = ' start="%d"' % block.number if block.number else ""
    return (("<%s%s>\n" % (tag, start)) * block.is_first
            + "<li>%s</li>\n" % html_runs(block.text)
            + ("</%s>\n" % tag) * is_last)


def write_html(blocks, path):
    body = []
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind == "h":
            body.append("<h%d>%s</h%d>\n" % (
                block.level, html_runs(block.text), block.level))
        elif block.kind == "table":
            body.append("<table>\n%s</table>\n" % "".join(
                "<tr>%s</tr>\n" % "".join(
                    "<%s>%s</%s>" % (tag, html_runs(cell), tag)
                    for cell in row)
                for row, tag in zip(block.rows, ["th"] + ["td"]
                                    * len(block.rows))))
        elif block.kind == "li":
            is_last = after is None or after.kind != "li" or after.is_first
            part = html_list(block, is_last)
            body.append("<blockquote>\n%s</blockquote>\n" % part
                        if block.is_quoted else part)
        else:
            part = "<p>%s</p>\n" % html_runs(block.text)
            body.append("<blockquote>\n%s</blockquote>\n" % part
                        if block.is_quoted else part)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta '
                   'charset="utf-8">\n<title>Report</title>\n</head>\n'
                   "<body>\n%s</body>\n</html>\n" % "".join(body))


# ---- plain text ----

def wrapped(text, width, first="", rest=""):
    return "\n".join(textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest,
        break_on_hyphens=False, break_long_words=False))


def column_widths(rows):
    """Each as wide as its text up to 30, and as its longest word."""
    columns = [[row[at] for row in rows if at < len(row)]
               for at in range(len(rows[0]))]
    return [max([min(20, max(map(len, column)))]
                + [len(word) for cell in column for word in cell.split()])
            for column in columns]


def text_table(rows):
    """Columns of blanks below a rule, as pandoc writes tables."""
    widths = column_widths(rows)
    out = []
    for row in rows:
        parts = [wrapped(cell, width).split("\n")
                 for cell, width in zip(row, widths)]
        lines = [[part[at] if at < len(part) else "" for part in parts]
                 for at in range(max(map(len, parts)))]
        out.append("\n".join("  ".join(
            words.ljust(width) for words, width in zip(line, widths)).rstrip()
            for line in lines))
    rule = "  ".join("-" * width for width in widths)
    full = "-" * len(rule)
    if not any(rows[0]):  # no titles
        return "%s\n%s\n%s" % (rule, "\n".join(out[1:]), rule)
    return "%s\n%s\n%s\n%s\n%s" % (full, out[0], rule,
                                   "\n\n".join(out[1:]), full)


def numbered(blocks, index):
    """The number that an item shows: its list's first, counted on."""
    first = index
    while not blocks[first].is_first:
        first -= 1
    return blocks[first].number + index - first


def write_txt(blocks, path):
    tables = {index: [[plain(cell) for cell in row] for row in block.rows]
              for index, block in enumerate(blocks) if block.kind == "table"}
    # No table is wider than the text: its lines would look cut short.
    width = max([76] + [sum(column_widths(rows)) + 2 * len(rows[0])
                        for rows in tables.values()])
    out = []
    for index, block in enumerate(blocks):
        quote = "> " * block.is_quoted
        if block.kind == "h":
            title = plain(block.text)
            line = {1: "=", 2: "-"}.get(block.level)
            out.append(title + ("\n" + line * len(title) if line else ""))
        elif block.kind == "table":
            out.append(text_table(tables[index]))
        elif block.kind == "li":
            mark = "- " if block.number is None else "%d. " % (
                numbered(blocks, index))
            out.append(wrapped(plain(block.text), width, quote + mark,
                               quote + " " * len(mark)))
        else:
            out.append(wrapped(plain(block.text), width, quote, quote))
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(out) + "\n")


WRITERS = {"docx": write_docx, "odt": write_odt, "html": write_html,
           "txt": write_txt}


def main():
    """twins.py REPORT.md FOLDER: writes its twins there."""
    source, folder = sys.argv[1:]
    name = source.rsplit("/", 1)[-1].removesuffix(".md")
    with open(source, encoding="utf-8") as file:
        blocks = parse(file.read())
    for ending, write in WRITERS.items():
        write(blocks, "%s/%s.%s" % (folder, name, ending))


if __name__ == "__main__":
    main()
