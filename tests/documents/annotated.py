"""Annotated copies, by readers that share nothing with candour: each
comment on its words; text, numbers and formatting as they were; every
other part the same bytes.  Also how annotate behaves."""
import glob
import os
import re
import zipfile
from xml.etree import ElementTree

import packages
import report
import twins

WORD = "{%s}" % packages.W
EPOCH = {"SOURCE_DATE_EPOCH": "1767225600"}


class Copy:
    """What candour annotate made of a file, and what it said."""

    def __init__(self, path, folder, *words):
        name = os.path.basename(path)
        self.source = path
        self.path = os.path.join(folder, "annotated-" + name)
        status, _, self.said = report.run(
            "annotate", "--no-config", *words, path, "-o", self.path,
            env=EPOCH)
        self.is_made = status == 0
        number = re.search(r"(\d+) of them stand", self.said)
        self.widened = int(number[1]) if number else 0
        self.findings = report.findings(path)["findings"] \
            if self.is_made else []


# ---- Word ----

def marks_in_objects(path):
    """Comments shown from inside a field (a link's result is none), from a
    plain control, or from the first paragraph of any, behind its words."""
    fields, wrong = [], []

    def walk(node, control, words):
        kind = packages.tag(node)
        if kind == "fldChar":
            step = node.get(WORD + "fldCharType")
            if step == "begin":
                fields.append("")
            elif step == "separate" and "HYPERLINK" in fields[-1]:
                fields[-1] = None
            elif step == "end":
                fields.pop()
        elif kind == "instrText" and fields and fields[-1] is not None:
            fields[-1] += node.text or ""
        elif kind == "fldSimple":
            fields.append(node.get(WORD + "instr"))
        elif kind == "sdt":
            names = {packages.tag(leaf) for leaf in node[0]}
            control = ("text" in names if words is not None
                       else not names & {"date", "docPartObj"})
        elif kind == "t" and words is not None:
            words.append(node.text)
        elif kind == "commentReference" and (
                any(field is not None for field in fields)
                or control and words):
            wrong.append(node.get(WORD + "id"))
        if kind == "p":
            words = []
        for child in node:
            walk(child, control, words)
            if packages.tag(child) == "p":
                control = False  # only its first
        if kind == "fldSimple":
            fields.pop()

    walk(word_part(path, "document"), False, None)
    return wrong


def strict_as_transitional(data):
    return data.replace(packages.STRICT_W.encode(), packages.W.encode())


def targets(parts, relations):
    """type -> part, of a part's relationships."""
    if relations not in parts:
        return {}
    folder = relations.rsplit("_rels/", 1)[0]
    return {node.get("Type").rsplit("/", 1)[-1]: os.path.normpath(
        folder + node.get("Target") if node.get("Target")[:1] != "/"
        else node.get("Target")[1:])
            for node in packages.read_xml(parts[relations])}


def word_part(path, kind):
    """The body, or the comments: by relationships, never by name."""
    parts = packages.parts(path)
    name = targets(parts, "_rels/.rels")["officeDocument"]
    if kind != "document":
        folder, _, base = name.rpartition("/")
        name = targets(parts, "%s_rels/%s.rels" % (
            folder and folder + "/", base)).get(kind)
    if name not in parts:
        return None
    return packages.read_xml(strict_as_transitional(parts[name]))


def word_comments(path):
    """id -> (author, date, lines of text), as the comments' part has it."""
    root = word_part(path, "comments")
    out = {}
    for node in () if root is None else root.iter(WORD + "comment"):
        lines = ["".join(leaf.text or "" for leaf in line.iter(WORD + "t"))
                 for line in node.iter(WORD + "p")]
        out[node.get(WORD + "id")] = (
            node.get(WORD + "author"), node.get(WORD + "date"), lines)
    return out


def word_ranges(path):
    """id -> the words between a range's start and its end."""
    open_now, out = {}, {}

    def walk(node):
        kind = packages.tag(node)
        if kind in ("del", "moveFrom", "instrText", "Fallback", "pPr"):
            return
        key = node.get(WORD + "id")
        if kind == "commentRangeStart":
            open_now[key] = ""
        elif kind == "commentRangeEnd":
            out[key] = open_now.pop(key, "")
        words = {"t": node.text or "", "tab": "\t", "br": "\n"}.get(kind, "")
        for key in open_now:
            open_now[key] += words
        for child in node:
            walk(child)
        if kind == "p":
            for key in open_now:
                open_now[key] += "\n"

    walk(word_part(path, "document"))
    return out


def word_text(path):
    """(properties, letters) of each paragraph and run: what is seen."""
    out = []
    for node in word_part(path, "document").iter():
        kind = packages.tag(node)
        if kind == "pPr":
            out.append(("pPr", ElementTree.tostring(node)))
        elif kind == "r" and node.find(WORD + "commentReference") is None:
            properties = node.find(WORD + "rPr")
            look = b"" if properties is None else without_ids(properties)
            for leaf in node:
                if packages.tag(leaf) in ("t", "delText"):
                    words = leaf.text or ""
                    if leaf.get("{http://www.w3.org/XML/1998/namespace}"
                                "space") != "preserve":
                        words = words.strip()
                    out += [(look, letter) for letter in words]
                elif packages.tag(leaf) != "rPr":
                    out.append((look, packages.tag(leaf)))
    return out


def without_ids(node):
    return re.sub(rb' [a-z0-9]+:id="\d+"', b"", 
                  ElementTree.tostring(node).strip())


def same_word(source, copy):
    before, after = packages.parts(source), packages.parts(copy)
    main = targets(before, "_rels/.rels")["officeDocument"]
    folder, _, base = main.rpartition("/")
    relations = "%s_rels/%s.rels" % (folder and folder + "/", base)
    may_change = {"[Content_Types].xml", main, relations,
                  targets(after, relations).get("comments")}
    changed = [name for name in before if name not in may_change
               and before[name] != after.get(name)]
    gone = set(before) - set(after)
    return not changed and not gone and word_text(source) == word_text(copy)


# ---- OpenDocument ----

def odt_root(path):
    if path.endswith(".fodt"):
        return ElementTree.parse(path).getroot()
    return packages.read_xml(packages.parts(path)["content.xml"])


def odt_comments(path):
    """name -> (author, date, lines), and name -> words of its range."""
    comments, ranges, open_now = {}, {}, {}
    struck_out, gone = set(), []
    office, text = "{%s}" % packages.OFFICE, "{%s}" % packages.TEXT
    dc = "{%s}" % packages.DC

    def add(words):
        for key in () if gone else open_now:
            open_now[key] += words or ""

    def walk(node):
        kind = node.tag
        if kind == office + "annotation":
            key = node.get(office + "name") or "-%d" % len(comments)
            comments[key] = (
                node.findtext(dc + "creator"), node.findtext(dc + "date"),
                ["".join(line.itertext()) for line in node.iter(text + "p")])
            open_now[key] = ""
            return
        if kind == office + "annotation-end":
            key = node.get(office + "name")
            ranges[key] = open_now.pop(key, "")
            return
        if kind == text + "changed-region":
            if node.find(text + "deletion") is not None:
                struck_out.add(node.get(text + "id"))
        if kind == text + "change-start":
            gone.extend({node.get(text + "change-id")} & struck_out)
        if kind == text + "change-end":
            gone[:] = set(gone) - {node.get(text + "change-id")}
        if kind in (text + "changed-region", text + "note-citation"):
            return
        if kind in (text + "s", text + "tab", text + "line-break"):
            add(" ")
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        if kind in (text + "p", text + "h"):
            add("\n")

    walk(odt_root(path).find("{%s}body" % packages.OFFICE))
    return comments, ranges


# candour's marks declare their namespace themselves, so they can be taken
# out of the bytes again.
OURS = re.compile(rb"<cnd:annotation .*?</cnd:annotation>"
                  rb"|<cnd:annotation-end [^>]*/>", re.S)


def same_odt(source, copy):
    before, after = packages.parts(source), packages.parts(copy)
    after["content.xml"] = OURS.sub(b"", after["content.xml"])
    return before == after


# ---- both ----

def read_back(path):
    if path.endswith((".odt", ".fodt")):
        return odt_comments(path)
    return word_comments(path), word_ranges(path)


def ours(comments):
    return {key: value for key, value in comments.items()
            if value[0] == "Candour"}


def rule_of(lines):
    """The line in brackets; one that stands on more than its words has
    them behind it."""
    return [line for line in lines if re.fullmatch(r"\[.*\]", line)][-1][1:-1]


def quoted_in(lines):
    """The words in a comment that stands on more than them, or none."""
    match = re.fullmatch("\u201c(.*)\u201d", lines[-1], re.S)
    return match and packages.squeeze(match[1])


def placed(copy, path=None):
    """(comments with a finding, those on its very words, the others)"""
    comments, ranges = read_back(path or copy.path)
    wanted = {}
    for finding in copy.findings:
        wanted.setdefault((finding["rule"], packages.squeeze(
            finding["message"])), []).append(
                packages.squeeze(finding["quote"] or ""))
    exact, others, wrong = 0, [], []
    for key, (_, _, lines) in ours(comments).items():
        rule = rule_of(lines)
        if rule == "candour/summary":
            continue
        quotes = wanted.get((rule, packages.squeeze(lines[0])), [])
        words = packages.squeeze(ranges.get(key, ""))
        told = quoted_in(lines)
        if words in quotes and (told is None or told == words):
            quotes.remove(words)
            exact += 1
        elif told is not None and told in quotes:
            quotes.remove(told)
            others.append((rule, words, told))
        elif not quotes:
            wrong.append((rule, words))
        elif "" in quotes:  # about the whole report: no words
            quotes.remove("")
            exact += 1
        else:
            wrong.append((rule, words, quotes[0]))
    return exact, others, wrong


def check_copy(copy, name):
    comments, _ = read_back(copy.path)
    made = ours(comments)
    expected = min(len(copy.findings), 500)
    exact, others, wrong = placed(copy)
    is_word = not copy.path.endswith(".odt")
    first = next(iter(made.values()), None)
    # A file without a paragraph has no place for a comment.
    report.check("comments-of-" + name, (first is None and expected == 0)
                 or len(made) == expected + 1
                 and rule_of(first[2]) == "candour/summary",
                 len(made), expected, copy.said)
    report.check("words-of-" + name,
                 not wrong and len(others) <= copy.widened,
                 copy.said, *(wrong + others)[:5])
    report.check("rest-of-" + name, (same_word if is_word else same_odt)(
        copy.source, copy.path))
    return len(made), exact, len(others)


def rich_docx(path):
    """Runs split inside words, a link, changes, a field, a note, a box."""
    def run(text, look=""):
        return '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % (
            look and "<w:rPr>%s</w:rPr>" % look, text)

    change = 'w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z"'
    body = [
        run("4.1 It w", "<w:b/>") + run("as fe", "<w:i/>") + run(
            "lt that the ") + run("school had"),
        '<w:hyperlink r:id="rId9">%s</w:hyperlink>' % run("It was felt")
        + run(" that a link can hold words."),
        run("It ") + "<w:ins %s>%s</w:ins>" % (change, run("was "))
        + "<w:del %s><w:r><w:delText>never </w:delText></w:r></w:del>"
        % change + run("felt that this was tracked."),
        run("It was f&amp;lt. It was felt &amp; said.")
        + '<w:r><w:t> It was felt </w:t></w:r>',
        run("A note") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" is here."),
        '<w:r><w:t><![CDATA[It was felt in a section of its own.]]></w:t>'
        "</w:r>",
    ]
    table = "<w:tbl><w:tr><w:tc><w:p>%s</w:p></w:tc></w:tr></w:tbl>" % run(
        "It was felt in a cell.")
    notes = ('<w:footnotes ROOT><w:footnote w:id="2"><w:p>%s</w:p>'
             "</w:footnote></w:footnotes>" % run("It was felt in a note."))
    comments = ('<w:comments ROOT><w:comment w:id="41" w:author="J"><w:p>'
                "<w:r><w:t>Mine</w:t></w:r></w:p></w:comment></w:comments>")
    start = ('<w:commentRangeStart w:id="41"/>%s<w:commentRangeEnd '
             'w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>')
    packages.write_docx(
        path, "".join("<w:p>%s</w:p>" % part for part in body) + table
        + "<w:p>%s</w:p>" % (start % run("It was felt by a reader.")),
        more=[("footnotes", "footnotes.xml", notes),
              ("comments", "comments.xml", comments)])
    return path


def rich_odt(path):
    packages.write_odt(path, (
        "<text:p>4.1 It w<text:span text:style-name=\"B\">as fe</text:span>"
        "lt that   the school had.</text:p>"
        "<text:p><text:a>It was felt</text:a> in a link, and it was felt"
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>It was felt in a note.</text:p>"
        "</text:note-body></text:note> here &amp; it was felt there.</text:p>"
        '<table:table table:name="T"><table:table-column/>'
        "<table:table-row><table:table-cell><text:p>It was felt "
        "in a cell.</text:p></table:table-cell></table:table-row>"
        "</table:table><text:p><office:annotation office:name=\"old\">"
        "<dc:creator>J</dc:creator><text:p>Mine</text:p></office:annotation>"
        "It was felt by a reader.</text:p>"), twins.ODT_STYLES)
    return path


def objects_docx(path):
    """Words in fields and content controls, of every shape."""
    def run(text):
        return '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % text

    def mark(kind):
        return '<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % kind

    def field(code, result):
        return (mark("begin") + '<w:r><w:instrText xml:space="preserve"> %s '
                "</w:instrText></w:r>" % code + mark("separate") + result
                + mark("end"))

    def paragraph(*parts):
        return "<w:p>%s</w:p>" % "".join(parts)

    def control(kind, content):
        return ("<w:sdt><w:sdtPr>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent>"
                "</w:sdt>" % (kind, content))

    felt = run("It was felt")
    rest = run(" that this was so.")
    plain, date = "<w:text/>", "<w:date/>"
    row = ("<w:tbl><w:tr><w:tc><w:p>%s</w:p></w:tc>%s<w:tc><w:p>%s</w:p>"
           "</w:tc></w:tr></w:tbl>")
    codes = ("REF _Ref1 \\h", "QUOTE x", "IF 1 = 1 x y", "FORMTEXT",
             "MERGEFIELD Name", "ADDIN ZOTERO_ITEM", "HYPERLINK x")
    start = '<w:bookmarkStart w:id="1" w:name="_Ref1"/>'
    body = [paragraph(start, felt, '<w:bookmarkEnd w:id="1"/>', rest)]
    body += [paragraph(field("TOC \\o", felt + run(" by all")), rest)]
    body += [paragraph(run("Before, "), field(code, felt), rest)
             for code in codes]
    body += [paragraph(run("Before, "), field(code, run("as ") + felt
                                              + run(" by all")), rest)
             for code in codes]
    body += [
        paragraph('<w:fldSimple w:instr=" QUOTE x ">%s</w:fldSimple>' % felt,
                  rest),
        paragraph(field("HYPERLINK x", run("see ") + field("REF _Ref1", felt)
                        + run(" there")), rest),
        # The range begins outside of the field and ends in it.
        paragraph(run("It was "), field("QUOTE x", run("felt by all")), rest),
        # A field over two paragraphs.
        paragraph(mark("begin"), '<w:r><w:instrText>INCLUDETEXT x</w:instrText>'
                  "</w:r>", mark("separate"), felt, rest)
        + paragraph(felt, rest, mark("end")),
    ]
    body += [paragraph(run("Before, "), control(kind, felt), rest)
             for kind in (plain, date, "", "<w:showingPlcHdr/>" + plain)]
    body += [control(kind, paragraph(felt, rest) + paragraph(felt, rest))
             for kind in (plain, date, "", "<w:group/>",
                          "<w:docPartObj/>")]
    body += [
        row % (felt, control("", "<w:tc><w:p>%s</w:p></w:tc>" % felt), felt),
        paragraph(run("Two controls follow.")),
        control("", paragraph("<w:pPr/>", felt, rest))
        + control("", paragraph(rest, felt)),
        # Nothing follows: no place behind it.
        control("", paragraph(felt, rest)),
    ]
    packages.write_docx(path, "".join(body))
    return path


def own_files(folder):
    files = [rich_docx(os.path.join(folder, "rich.docx")),
             objects_docx(os.path.join(folder, "objects.docx")),
             rich_odt(os.path.join(folder, "rich.odt"))]
    for source in sorted(glob.glob("corpus/*.md"))[:3]:
        with open(source, encoding="utf-8") as file:
            blocks = twins.parse(file.read())
        stem = os.path.join(folder, os.path.basename(source)[:-3])
        for ending in ("docx", "odt"):
            twins.WRITERS[ending](blocks, stem + "." + ending)
            files.append(stem + "." + ending)
    return files


def other_files():
    """All that candour can read and that others made."""
    found = []
    for folder in ("samples/word", "samples/real/word", "samples/hostile",
                   "samples/real/same_prose", "eval/reports"):
        for ending in ("docx", "docm", "odt"):
            found += glob.glob("%s/%s/**/*.%s" % (
                report.SHARED, folder, ending), recursive=True)
    return sorted(found)


def check_behaviour(folder):
    source = rich_docx(os.path.join(folder, "source.docx"))
    for path in (source, rich_odt(os.path.join(folder, "source.odt"))):
        kind = path.rsplit(".", 1)[1]
        first, second = Copy(path, folder), None
        with open(first.path, "rb") as file:
            data = file.read()
        Copy(path, folder)
        with open(first.path, "rb") as file:
            report.check("same-bytes-each-time-" + kind,
                         data == file.read())
        comments, _ = read_back(first.path)
        report.check("dated-by-the-epoch-" + kind, all(
            value[1].startswith("2026-01-01T00:00:00")
            for value in ours(comments).values()), comments)
        report.check("others-comments-stay-" + kind, "J" in [
            value[0] for value in comments.values()])
        again = os.path.join(folder, "again." + kind)
        report.run("annotate", "--no-config", first.path, "-o", again)
        twice = len(ours(read_back(again)[0]))
        second = Copy(first.path, folder, "--replace")
        report.check("replace-takes-its-own-away-" + kind,
                     len(ours(read_back(second.path)[0]))
                     == len(ours(comments)) < twice
                     and "removed" in second.said, second.said)
        lines = [value[2] for value in ours(comments).values()
                 if rule_of(value[2]) == "language/agentless-it-was-felt"]
        report.check("a-comment-says-what-why-and-which-rule-" + kind,
                     lines and len(lines[0]) == 3
                     and "who did?" in lines[0][0]
                     and lines[0][1].startswith("Name who"), lines[:1])
    status, _, err = report.run("annotate", source, "-o", source)
    report.check("the-input-is-never-overwritten", status == 2
                 and "never overwritten" in err, err)
    link = os.path.join(folder, "link.docx")
    os.symlink(source, link)
    status, _, err = report.run("annotate", source, "-o", link)
    report.check("nor-by-another-name", status == 2, err)


def check_limits(folder):
    path = os.path.join(folder, "many.docx")
    packages.write_docx(path, "".join(
        "<w:p><w:r><w:t>It was felt that %d.</w:t></w:r></w:p>" % at
        for at in range(600)))
    copy = Copy(path, folder)
    made = ours(read_back(copy.path)[0])
    report.check("at-most-500-comments", len(made) == 501
                 and "left out" in copy.said
                 and "more findings" in " ".join(
                     next(iter(made.values()))[2]), len(made), copy.said)
    signed = os.path.join(folder, "signed.docx")
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    parts = [(name, data if name != "_rels/.rels" else data.replace(
        b"</Relationships>", b'<Relationship Id="s" Type="http://schemas.'
        b'openxmlformats.org/package/2006/relationships/digital-signature/'
        b'origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'))
             for name, data in parts]
    packages.pack(signed, parts + [("_xmlsignatures/origin.sigs", b""),
                                   ("_xmlsignatures/sig1.xml", b"<s/>")])
    report.check("a-signature-that-breaks-is-told",
                 "signature" in Copy(signed, folder).said)


def main():
    with report.folder() as folder:
        for path in own_files(folder):
            check_copy(Copy(path, folder), os.path.basename(path))
        copy = Copy(objects_docx(os.path.join(folder, "in.docx")), folder)
        wrong = marks_in_objects(copy.path)
        report.check("no-comment-inside-an-object", not wrong, wrong)
        check_behaviour(folder)
        check_limits(folder)
        if os.path.exists("./candour"):  # many files: the faster build
            report.CANDOUR = os.path.abspath("./candour")
        totals = [0, 0, 0, 0, 0]
        for path in other_files():
            copy = Copy(path, folder)
            if not copy.is_made:
                totals[4] += 1
                continue
            counts = check_copy(copy, os.path.basename(path))
            totals[0] += 1
            for at in range(3):
                totals[at + 1] += counts[at]
        if totals[0]:
            print("    %d files annotated: %d comments, %d on the very words, "
                  "%d on more or beside a note; %d files refused"
                  % tuple(totals))


if __name__ == "__main__":
    main()
    report.end()
