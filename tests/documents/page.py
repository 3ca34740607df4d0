"""The page of findings: well-formed, closed to the outside, whatever the
report says; each finding with its mark and its note; all of the text."""
import glob
import html.parser
import os
import re

import packages
import report

VOID = {"meta", "br", "input"}
TAGS = {"html", "head", "title", "style", "body", "a", "header", "main",
        "footer", "section", "nav", "form", "fieldset", "legend", "label",
        "span", "b", "i", "p", "h1", "h2", "h3", "h4", "h5", "h6", "div",
        "ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "table",
        "thead", "tbody", "tr", "th", "td", "mark", "blockquote"} | VOID
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class",
              "id", "href", "style", "type", "checked", "scope", "rel",
              "open", "role", "tabindex", "colspan", "data-title",
              "aria-label", "aria-labelledby", "aria-hidden"}
POLICY = ("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
          "form-action 'none'")


class Page(html.parser.HTMLParser):
    """What stands on a page, and what is wrong with its markup."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.wrong, self.open, self.ids, self.links = [], [], [], []
        self.tags, self.policy, self.headings = [], None, []
        self.marks, self.notes, self.blocks = {}, {}, {}
        self.style, self.inputs, self.text = "", [], ""
        self.feed(text)
        self.close()
        self.wrong += ["left open: " + tag for tag, _ in self.open]

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in TAGS:
            self.wrong.append("element " + tag)
        self.wrong += ["attribute %s of %s" % (name, tag) for name in given
                       if name not in ATTRIBUTES]
        if len(given) != len(attributes):
            self.wrong.append("attribute twice in " + tag)
        href = given.get("href")
        if href is not None:
            self.links.append(href)
            if not re.match(r"#|https?://", href):
                self.wrong.append("link to " + href)
        if "id" in given:
            self.ids.append(given["id"])
        if given.get("http-equiv"):
            self.policy = given["content"]
        if tag == "style" and self.policy is None:
            self.wrong.append("style before the policy")
        if tag == "input":
            self.inputs.append(given["id"])
        if tag == "br":
            self.add(" ")
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.wrong.append("end of %s in %s" % (tag, self.open[-3:]))
            return
        self.open.pop()

    def add(self, data):
        classes = [given.get("class", "").split() for _, given in self.open]
        flat = {name for names in classes for name in names}
        if "ref" in flat:
            return
        for tag, given in self.open:
            key = given.get("id", "")
            if tag == "li" and key.startswith("n"):
                self.notes[key] = self.notes.get(key, "") + data
            if re.match(r"b\d", key):
                self.blocks[key] = self.blocks.get(key, "") + data
        for tag, given in self.open:
            if tag == "mark":
                kinds = given["class"].split()
                self.marks.setdefault(given.get("id"), []).append(
                    (kinds[2], data))
        if self.open and self.open[-1][0] == "style":
            self.style += data
        elif self.open and re.match(r"h\d", self.open[-1][0]):
            self.headings.append(int(self.open[-1][0][1]))
        self.text += data

    handle_data = add


def check_page(name, path, *words):
    _, text, err = report.run("check", "--no-config", "--format", "html",
                              "--fail-on", "never", *words, path)
    page = Page(text)
    report.check("page-is-well-formed-" + name, not page.wrong,
                 *page.wrong[:9], err)
    ids = set(page.ids)
    report.check("page-is-closed-" + name,
                 page.policy == POLICY and len(ids) == len(page.ids)
                 and all(link[1:] in ids for link in page.links
                         if link[0] == "#"),
                 page.policy, [link for link in page.links
                               if link[0] == "#" and link[1:] not in ids])
    found = report.findings(path, *words)["findings"]
    wrong = []
    for index, finding in enumerate(found):
        note = page.notes.get("n1-%d" % index, "")
        if finding["rule"] not in note or finding["level"] not in note:
            wrong.append(("note", index, finding["rule"], note))
        if not finding["quote"] or finding["line"] is None:
            continue
        mark = page.marks.get("m1-%d" % index, [])
        first = packages.squeeze("".join(data for _, data in mark))
        quote = packages.squeeze(finding["quote"])
        # A mark is cut where another begins; its first piece has the id.
        if not mark or mark[0][0] != finding["level"] or \
                not quote.startswith(first[:40]):
            wrong.append(("mark", index, finding["quote"], mark))
    report.check("page-has-each-finding-" + name, not wrong, *wrong[:5])
    return page, text


def check_text(name, path, page):
    """Each line of the text stands on the page, in order."""
    _, out, _ = report.run("outline", "--text", "--no-config", path)
    lines = []
    for line in out.splitlines():
        line = re.sub("[\u23ce\u21e5]", " ", line)
        match = re.match(r"\[(.*?)\] (.*)", line)
        lines.append(packages.squeeze(" ".join(match.groups())
                                      if match else line))
    blocks = [packages.squeeze(text).removeprefix("\u2022 ")
              for text in page.blocks.values()]
    lines = [line.removeprefix("\u2022 ") for line in lines]
    missing = [line for line in lines
               if line not in blocks and not line.startswith("<")
               and not any(line in block for block in blocks)]
    report.check("page-has-the-text-" + name, not missing, *missing[:5])


HOSTILE = """# Review <script>alert(1)</script>

## Analysis "><img src=x onerror=alert(1)>

1.1 It was felt that <b onclick="x">this</b> &lt;i&gt; &quot; was enough' "
onmouseover=alert(1). It was felt \u202ethat\u202c </mark></p></div> so.

## Recommendations

1. Agencies should consider </td></tr></table> strengthening & sharing.

| Owner </table> | Action <!-- |
|---|---|
| It was felt that `<style>` | --> |
"""
RULE = """extends: existence
message: "'%s' </style><script>alert(2)</script>"
description: "</dd><script>alert(3)</script>"
level: warning
link: "javascript:alert(4)"
why: "<img src=x>"
tokens: [enough]
"""


def check_hostile(work):
    path = os.path.join(work, "<b>&\"report.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HOSTILE)
    rules = os.path.join(work, "rules", "a<b", "x.yml")
    os.makedirs(os.path.dirname(rules))
    with open(rules, "w", encoding="utf-8") as file:
        file.write(RULE)
    page, text = check_page("hostile", path, "--rules",
                            os.path.join(work, "rules"))
    report.check("hostile-words-are-words",
                 "<script" not in text and "javascript:" not in text
                 and "<img" not in text and "\u202e" not in text
                 and "alert(1)" in page.text and "alert(3)" in page.text)
    for view in ("register", "assure"):
        _, text, _ = report.run(view, "--no-config", "--format", "html",
                                path)
        page = Page(text)
        report.check("hostile-%s-page" % view, not page.wrong
                     and "<script" not in text and page.policy == POLICY,
                     *page.wrong)


def check_access(page, text):
    """What keyboards and screen readers need."""
    report.check("page-says-its-language", '<html lang="en-GB">' in text)
    report.check("page-has-landmarks", all(
        page.tags.count(tag) == 1 for tag in ("h1", "header", "main",
                                              "footer")))
    report.check("page-can-be-skipped", '<a class="skip" href="#main">'
                 in text and "main" in page.ids)
    jumps = [pair for pair in zip(page.headings, page.headings[1:])
             if pair[1] - pair[0] > 1]
    report.check("page-headings-do-not-jump", not jumps, jumps)
    rules = [name for name in page.inputs
             if "#%s:" % name not in page.style]
    report.check("page-filters-have-their-style",
                 len(page.inputs) > 4 and not rules, rules)
    report.check("page-asks-for-nothing", not re.search(
        r"@import|url\(|src=|<script|<link", text))


def check_redacted(work):
    path = os.path.join(work, "secret.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Review\n\n1.1 It was felt that Zebedee left.\n")
    _, text, _ = report.run("check", "--no-config", "--format", "html",
                            "--redact", path)
    page = Page(text)
    report.check("redacted-page-has-no-words", not page.wrong
                 and "Zebedee" not in text and page.notes != {}, page.wrong)


def check_map(work):
    """Titles above the sections are no map of the report."""
    path = os.path.join(work, "titles.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# The Board\n\n# The review\n\n" + "".join(
            "## Part %d\n\nIt was felt that %s.\n\n" % (part, "so " * 40)
            for part in range(3)))
    _, text, _ = report.run("check", "--no-config", "--format", "html", path)
    lines = re.findall(r'<li><a href="#b1-\d+">([^<]*)</a> <span class="bar"',
                       text)
    report.check("page-map-goes-below-titles", lines == [
        "The Board", "The review", "Part 0", "Part 1", "Part 2"], lines)


def check_several(work):
    """Reports on one page share its filters and its rules."""
    paths = []
    for name, words in (("a", "It was felt that he left."), ("b", "He was streetwise."),
                        ("c", "It was felt that he left.")):
        paths.append(os.path.join(work, name + ".md"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write("# Review\n\n1.1 %s\n" % words)
    _, text, _ = report.run("check", "--no-config", "--format", "html",
                            "--only", "language", *paths)
    page = Page(text)
    ids = re.findall(r'<dt id="rule-\d+">([^<]*)</dt>', text)
    linked = re.findall(r'href="#(rule-\d+)">([^<]*)</a>', text)
    report.check("page-of-several-reports", not page.wrong
                 and len(page.ids) == len(set(page.ids))
                 and ids == sorted(set(ids)) and len(ids) >= 2
                 and all('<dt id="%s">%s</dt>' % pair in text
                         for pair in linked)
                 and "in 3 reports" in page.text, page.wrong, ids, linked)


with report.folder() as work:
    check_hostile(work)
    check_map(work)
    check_several(work)
    check_redacted(work)
for path in sorted(glob.glob("corpus/*.md") + glob.glob("corpus/*.txt")):
    name = os.path.basename(path)
    page, text = check_page(name, path)
    check_text(name, path, page)
check_access(page, text)
for path in sorted(glob.glob(report.SHARED + "/samples/word/*.docx")
                   + glob.glob(report.SHARED + "/samples/word/*.odt")):
    name = os.path.basename(path)
    page, _ = check_page(name, path)
    check_text(name, path, page)
report.end()
