"""The same prose in five containers gives the same findings: rule, words,
order.  Differences are listed with their reasons; one without fails.

Twins of the reports in corpus/ are made here, where a difference must be
in the table below.  Files that others made are looked at where they are:
a reason is then what readers that share nothing with candour see in the
two files (zipfile and ElementTree, html.parser, lines of text)."""
import difflib
import glob
import html.parser
import json
import os
import re

import packages
import report
import twins

# Of twins in plain text: it has no heading levels and no bold words, so a
# reader has only guesses at where a section ends.
NO_LEVELS = "plain text has neither heading levels nor bold words"
LINE_END = "a sentence ends where its line happens to end"
EXPLAINED = {
    ("dhr-leila", "txt"): {
        ("+", "language/undefined-abbreviation", "DASH"): NO_LEVELS,
        ("-", "language/undefined-abbreviation", "CCG"): NO_LEVELS,
        ("+", "language/undefined-abbreviation", "CCG"): NO_LEVELS,
        ("-", "recommendation/measure-missing",
         "All nine schools to have a member of staff trained as a domestic "
         "abuse lead by September 2020."): NO_LEVELS},
    ("learning-review-ellis", "txt"): {
        ("+", "language/child-exploitation", "streetwise"): LINE_END},
}


def squeeze(text):
    return packages.squeeze(text)


class Reading:
    """A file as candour reads it: findings with their blocks."""

    def __init__(self, path):
        record = report.findings(path)
        status, out, err = report.run("outline", "--format", "json",
                                      "--no-config", path)
        blocks = json.loads(out)
        blocks = blocks.get("files", [blocks])[0]["blocks"]
        self.path = path
        self.blocks = blocks
        self.profile = record["profile"]
        self.whole, self.found = [], []
        for finding in record["findings"]:
            quote = squeeze(finding["quote"] or "")
            if not quote:
                self.whole.append((finding["rule"], ""))
                continue
            index = self.block_of(finding["line"])
            self.found.append((blocks[index]["kind"] == "note",
                               finding["rule"], quote, index))
        # Where a footnote stands in the order is the container's.
        self.found.sort(key=lambda item: item[0])

    def headings_of(self, words):
        """The headings above each block of these words."""
        above, found = "", set()
        for block in self.blocks:
            if block["kind"] == "heading":
                above = key(block["text"])
            elif key(block["text"]) == words:
                found.add(above)
        return found

    def block_of(self, line):
        last = 0
        for index, block in enumerate(self.blocks):
            if block["line"] is not None and block["line"] <= line \
                    and block["kind"] != "furniture":
                last = index
        return last


def differences(one, other):
    """[(sign, rule, quote, block in the file that has it)]"""
    left = [item[1:3] for item in one.found]
    right = [item[1:3] for item in other.found]
    out = []
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            out += [("-", *one.found[at][1:]) for at in range(a, b)]
            out += [("+", *other.found[at][1:]) for at in range(c, d)]
    for sign, mine, theirs in (("-", one.whole, other.whole),
                               ("+", other.whole, one.whole)):
        left_over = list(theirs)
        for item in mine:
            if item in left_over:
                left_over.remove(item)
            else:
                out.append((sign, *item, None))
    return out


# ---- our own twins ----

def check_twins(work):
    for source in sorted(glob.glob("corpus/*.md")):
        name = os.path.basename(source).removesuffix(".md")
        with open(source, encoding="utf-8") as file:
            blocks = twins.parse(file.read())
        first = Reading(source)
        for ending, write in twins.WRITERS.items():
            path = os.path.join(work, name + "." + ending)
            write(blocks, path)
            other = Reading(path)
            reasons = EXPLAINED.get((name, ending), {})
            found = {item[:3] for item in differences(first, other)}
            for item in sorted(found & set(reasons)):
                print("    %s.%s: %s %s '%s': %s" % (
                    name, ending, *item, reasons[item]))
            report.check("same-findings-%s-%s" % (name, ending),
                         found == set(reasons)
                         and first.profile == other.profile,
                         "without a reason: %s" % sorted(
                             found - set(reasons)),
                         "no longer there: %s" % sorted(
                             set(reasons) - found))


# ---- files of others ----

class Html(html.parser.HTMLParser):
    """Paragraphs of a page, and whether each is quoted."""
    ENDS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div",
            "blockquote", "ul", "ol", "table", "tr", "section", "dt", "dd"}

    def __init__(self, text):
        super().__init__()
        self.out, self.now, self.quotes, self.hidden = [], "", 0, 0
        self.feed(text)
        self.flush()

    def flush(self):
        if squeeze(self.now):
            self.out.append((squeeze(self.now), self.quotes > 0))
        self.now = ""

    def handle_starttag(self, tag, attributes):
        if tag in self.ENDS:
            self.flush()
        self.quotes += tag == "blockquote"
        self.hidden += tag in ("style", "script", "title")

    def handle_endtag(self, tag):
        if tag in self.ENDS:
            self.flush()
        self.quotes -= tag == "blockquote"
        self.hidden -= tag in ("style", "script", "title")

    def handle_data(self, data):
        if not self.hidden:
            self.now += data


def word_paragraphs(path):
    parts = packages.parts(path)
    out = []
    for part in ("word/document.xml", "word/footnotes.xml"):
        if part not in parts:
            continue
        for node in packages.read_xml(parts[part]).iter(
                "{%s}p" % packages.W):
            style = node.find(".//{%s}pStyle" % packages.W)
            name = "" if style is None else style.get("{%s}val" % packages.W)
            words = "".join(leaf.text or "" if packages.tag(leaf) == "t"
                            else " " for leaf in node.iter()
                            if packages.tag(leaf) in ("t", "br", "tab"))
            out.append((squeeze(words), name in ("BlockText", "Quote")))
    return out


def odt_text(node):
    words = node.text or ""
    for child in node:
        kind = packages.tag(child)
        if kind not in ("note", "annotation"):
            words += " " if kind in ("s", "tab", "line-break") \
                else odt_text(child)
        words += child.tail or ""
    return words


def odt_paragraphs(path):
    root = packages.read_xml(packages.parts(path)["content.xml"])
    names = {style.get("{%s}name" % packages.ODF["style"]):
             style.get("{%s}parent-style-name" % packages.ODF["style"])
             for style in root.iter("{%s}style" % packages.ODF["style"])}
    out = []
    for node in root.iter():
        if node.tag not in ("{%s}p" % packages.TEXT,
                            "{%s}h" % packages.TEXT):
            continue
        style = node.get("{%s}style-name" % packages.TEXT)
        out.append((squeeze(odt_text(node)),
                    "Quotations" in (style, names.get(style))))
    return out


def line_paragraphs(path):
    """Markdown and text: blank lines part paragraphs, and items begin."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"(?m)^[ \t]*>[ \t>]*$", "", text)
    text = re.sub(r"(?m)^(\s*(?:>\s*)*)((?:[-*+]|\w{1,4}[.)]) +)", r"\n\1\2",
                  text)
    out = []
    for part in re.split(r"\n\s*\n", text):
        is_quoted = part.lstrip().startswith(">")
        part = re.sub(r"(?m)^\s*>+", " ", part)
        # A word broken at a line's end is whole again in plain text only.
        part = re.sub(r"-[ \t]*\n[ \t]*", "-\u00b6", part)
        part = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
        part = re.sub(r"<[^>]*>|[*_`\\#]", "", part)
        out.append((squeeze(part), is_quoted))
    return out


def paragraphs(path):
    if path.endswith(".docx"):
        return word_paragraphs(path)
    if path.endswith(".odt"):
        return odt_paragraphs(path)
    if path.endswith(".html"):
        with open(path, encoding="utf-8") as file:
            return Html(file.read()).out
    return line_paragraphs(path)


def key(text):
    """Letters only: numbers, marks and spacing are the container's."""
    return re.sub(r"[^a-z]", "", text.lower())


class Paragraphs:
    def __init__(self, path):
        self.path = path
        self.items = [(key(words), is_quoted, words)
                      for words, is_quoted in paragraphs(path)]
        self.items = [item for item in self.items if item[0]]
        self.places = {}
        for at, (words, _, _) in enumerate(self.items):
            self.places.setdefault(words, []).append(at)

    def around(self, words):
        """What stands before and behind, each time it occurs; whether that
        and the paragraph itself are quoted."""
        edge = [("", False, "")]
        items = edge + self.items + edge
        return {tuple(items[at + step][:2] for step in range(3))
                for at in self.places.get(words, [])}

    def spelled(self, words):
        return {self.items[at][2] for at in self.places.get(words, [])}


def reason_of(item, readings, mine, theirs):
    """Why only one file has a finding; None for no reason.  The first of
    the readings has it; mine and theirs are the files by other readers."""
    sign, rule, quote, index = item
    holder, other = readings
    is_text = mine.path.endswith("txt") or theirs.path.endswith("txt")
    group = rule.split("/")[0]
    if index is None:
        if group == "recommendation":
            return "follows from the recommendations found"
        texts = set(mine.places) ^ set(theirs.places)
        return texts and "one file has paragraphs that the other has not"
    words = key(holder.blocks[index]["text"])
    if words not in theirs.places:
        return "the other file cuts or words this paragraph otherwise"
    if words not in mine.places:
        return "it is no paragraph of its own in this file"
    if not mine.around(words) & theirs.around(words):
        return "other paragraphs, or a quotation's bounds, stand around it"
    if not mine.spelled(words) & theirs.spelled(words):
        return "hyphens, spaces or numbers in it differ"
    # Which sections a rule reads, and where recommendations stand, is told
    # by headings, and plain text marks none.
    if is_text and (group == "recommendation" or holder.headings_of(words)
                    != other.headings_of(words)):
        return "plain text marks no headings: its section is another"
    return None


def check_others(folder, may_differ):
    for source in sorted(glob.glob(os.path.join(folder, "*.md"))):
        stem = source.removesuffix("md")
        first = Reading(source)
        mine = Paragraphs(source)
        for ending in twins.WRITERS:
            if not os.path.exists(stem + ending):
                continue
            other = Reading(stem + ending)
            theirs = Paragraphs(stem + ending)
            reasons, unexplained = {}, []
            for item in differences(first, other):
                sides = ((first, other), mine, theirs)
                if item[0] == "+":
                    sides = ((other, first), theirs, mine)
                reason = reason_of(item, *sides)
                reasons[reason] = reasons.get(reason, 0) + 1
                if not reason:
                    unexplained.append(item)
            name = os.path.basename(stem) + ending
            for reason, count in sorted(reasons.items(), key=str):
                print("    %s: %d: %s" % (name, count, reason))
            report.check("same-findings-" + name,
                         not unexplained and (may_differ or not reasons),
                         *unexplained[:9])


with report.folder() as work:
    check_twins(work)
if os.path.isdir(report.SHARED):
    check_others(os.path.join(report.SHARED, "eval", "reports"), False)
    check_others(os.path.join(report.SHARED, "samples", "real",
                              "same_prose"), True)
report.end()
