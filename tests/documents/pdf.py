"""PDF files by way of poppler: a tiny tagged one and an untagged one made
here, what is said without poppler, and how much of the samples is whole."""
import json
import os
import re
import shutil
import subprocess

import report


def write_pdf(path, objects, catalog):
    """objects: number -> bytes; a plain cross-reference table."""
    out = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % places[number]
    out += (b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (max(objects) + 1, catalog, start))
    with open(path, "wb") as file:
        file.write(out)


def stream(data):
    return b"<</Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/" \
    b"WinAnsiEncoding>>"


def show(x, y, size, text, mark=None):
    line = (b"BT /F1 %d Tf %d %d Td (%s) Tj ET"
            % (size, x, y, text.encode("cp1252")))
    if mark is None:
        return line
    role, number = mark
    return b"/%s <</MCID %d>> BDC\n" % (role, number) + line + b"\nEMC"


def write_tagged(path):
    """A heading, a numbered paragraph over two lines, a table, a head that
    is no part of the structure."""
    texts = [("H1", 700, "Analysis"),
             ("P", 670, "4.12 It was felt that the visit was "),
             ("P", 656, "enough."),
             ("TH", 620, "Owner"), ("TH", 620, "By when"),
             ("TD", 600, "All agencies"), ("TD", 600, "Ongoing")]
    page = [show(72, 780, 9, "OFFICIAL Draft 3")]
    page += [show(72 + 200 * (role[0] == "T" and index % 2 == 0), y, 12,
                  text, (role.encode(), index))
             for index, (role, y, text) in enumerate(texts)]
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 4 0 R/K %s>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo"
           b"<</Marked true>>/Lang(en-GB)>>",
        2: b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        3: FONT,
        4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
           b"/Resources<</Font<</F1 3 0 R>>>>/StructParents 0>>",
        5: stream(b"\n".join(page)),
        6: b"<</Type/StructTreeRoot/K 7 0 R/ParentTree 20 0 R>>",
        7: b"<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 9 0 R 10 0 R]>>",
        8: element % (b"H1", 7, b"0"),
        9: element % (b"P", 7, b"[1 2]"),
        10: element % (b"Table", 7, b"[11 0 R 12 0 R]"),
        11: element % (b"TR", 10, b"[13 0 R 14 0 R]"),
        12: element % (b"TR", 10, b"[15 0 R 16 0 R]"),
        13: element % (b"TH", 11, b"3"), 14: element % (b"TH", 11, b"4"),
        15: element % (b"TD", 12, b"5"), 16: element % (b"TD", 12, b"6"),
        17: b"null", 18: b"null", 19: b"null",
        20: b"<</Nums[0[8 0 R 9 0 R 9 0 R 13 0 R 14 0 R 15 0 R 16 0 R]]>>",
    }
    write_pdf(path, objects, 1)


def write_untagged(path, pages):
    """pages: lists of (x, y, size, text)."""
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: FONT}
    kids = []
    for index, lines in enumerate(pages):
        page, content = 4 + 2 * index, 5 + 2 * index
        kids.append(b"%d 0 R" % page)
        objects[page] = (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                         b"/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>"
                         b">>>>" % content)
        objects[content] = stream(b"\n".join(
            show(x, y, size, text) for x, y, size, text in lines))
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids), b" ".join(kids))
    write_pdf(path, objects, 1)


LONG = ["The panel heard that the home had asked twice for a visit by the "
        "district nurse", "and that nobody had written down what became of "
        "the second call that was made", "by the manager on the Monday."]
HEAD = (72, 800, 10, "OFFICIAL Review of Adult A")


def pages_of_text():
    first = [HEAD, (72, 740, 16, "Analysis of practice"), (72, 700, 12, "4.1")]
    first += [(110, 700 - 14 * i, 12, text) for i, text in enumerate(LONG)]
    first += [(72, 630, 12, "4.2"), (110, 630, 12, "It was felt that a "
              "longer paragraph goes on over the end of the first page"),
              (110, 616, 12, "of the report and does not stop before"),
              (72, 83, 7, "1"), (79, 80, 9, "Care Act 2014, section 44."),
              (290, 30, 10, "Page 1")]
    second = [HEAD, (110, 740, 12, "the second one has begun."),
              (72, 712, 12, "4.3"), (110, 712, 12, "The Board met in May."),
              (290, 30, 10, "Page 2")]
    third = [HEAD, (72, 740, 12, "4.4"), (110, 740, 12, "It met again in "
             "June."), (290, 30, 10, "Page 3")]
    return [first, second, third]


UNTAGGED = ["Analysis of practice", "[4.1] " + " ".join(LONG),
            "[4.2] It was felt that a longer paragraph goes on over the end "
            "of the first page of the report and does not stop before the "
            "second one has begun.", "[4.3] The Board met in May.",
            "[4.4] It met again in June.", "[1] Care Act 2014, section 44."]


# Columns, widths in letters, and rows of an action plan; what is in a cell
# is broken at its blanks, as a word processor does.
PLAN = [("No.", 6, ["1", "2", "3"]),
        ("Recommendation", 22, [
            "All practitioners to be reminded of the pathway for adults "
            "who neglect themselves",
            "The Board to publish a protocol on shared records",
            "Fund the clinic on Saturdays for three years more"]),
        ("Owner", 16, ["All agencies", "Director of Nursing", "The council"]),
        ("By when", 12, ["Ongoing", "31 March 2027", "June 2027"])]


def plan_pages():
    """A plan over two pages, its header on both, in small type."""
    def lines(text, width):
        out = [""]
        for word in text.split():
            if len(out[-1]) + len(word) >= width:
                out.append("")
            out[-1] = (out[-1] + " " + word).strip()
        return out

    pages = []
    for rows in ((0, 1), (2,)):
        page, y = [HEAD, (72, 740, 16, "Action plan")], 710
        for row in (None,) + rows:
            x, lowest = 72, y
            for title, width, cells in PLAN:
                for at, text in enumerate(lines(
                        title if row is None else cells[row], width)):
                    page.append((x, y - 12 * at, 9, text))
                    lowest = min(lowest, y - 12 * at)
                x += 6 * width
            y = lowest - 12
        pages.append(page)
    return pages + [[HEAD, (72, 740, 12, "The Board met in May.")]]


def check_plan(work):
    path = os.path.join(work, "plan.pdf")
    write_untagged(path, plan_pages())
    out = report.run("register", "--no-config", "--format", "json", path)[1]
    found = [(each["text"], each["owner"]["value"], each["time"]["value"])
             for each in json.loads(out)["files"][0]["recommendations"]]
    report.check("a-plan-without-tags-is-a-table", found == [
        (" ".join(column[2][row] for column in PLAN[1:]), owner, time)
        for row, (owner, time) in enumerate(
            [("generic", "vague"), ("named", "stated"),
             ("named", "stated")])], *found)


def text_of(path):
    status, out, err = report.run("outline", "--text", "--no-config", path)
    return out.splitlines() if status == 0 else [err]


def check_made(work):
    path = os.path.join(work, "tagged.pdf")
    write_tagged(path)
    report.check("tagged-pdf-is-read-by-its-tags", text_of(path) == [
        "Analysis", "[4.12] It was felt that the visit was enough.",
        "Owner", "By when", "All agencies", "Ongoing"], text_of(path))
    record = report.findings(path, "--only", "language")
    places = [(f["quote"], f["label"], f["section"], f["page"])
              for f in record["findings"] if f["label"]]
    report.check("findings-of-a-pdf-have-places", places == [
        ("It was felt", "4.12", "Analysis", 1)], places)
    path = os.path.join(work, "untagged.pdf")
    write_untagged(path, pages_of_text())
    report.check("untagged-pdf-is-read-by-its-lines",
                 text_of(path) == UNTAGGED, *text_of(path))
    record = report.findings(path)
    report.check("pages-of-an-untagged-pdf", [
        (f["label"], f["page"]) for f in record["findings"]
        if f["quote"] == "It was felt"] == [("4.2", 1)])
    report.check("untagged-is-a-finding", "publication/untagged-pdf" in [
        f["rule"] for f in record["findings"]])
    return path


def check_refusals(work, path):
    def says(name, words, status, out):
        report.check(name, status == 2 and words in out[2]
                     and out[2].count("\n") == 1, out)

    empty = os.path.join(work, "empty")
    os.mkdir(empty)
    out = report.run("check", "--no-config", path, env={"PATH": empty})
    says("without-poppler-one-line-says-what-to-install",
         "install poppler-utils", out[0], out)
    # A program of that name beside the report is never run.
    trap = os.path.join(work, "pdfinfo")
    with open(trap, "w") as file:
        file.write("#!/bin/sh\ntouch trapped\n")
    os.chmod(trap, 0o755)
    report.run("check", "--no-config", path, cwd=work,
               env={"PATH": ".:" + os.environ["PATH"]})
    report.check("no-program-beside-the-report-is-run",
                 not os.path.exists(os.path.join(work, "trapped")))
    cases = {"broken": b"%PDF-1.7 nothing more",
             "other": b"just text", "empty-file": b"",
             "no-text": None}
    for name, data in cases.items():
        other = os.path.join(work, name + ".pdf")
        if data is None:
            write_untagged(other, [[]])
        else:
            with open(other, "wb") as file:
                file.write(data)
        out = report.run("check", "--no-config", other)
        says("refused-" + name, name + ".pdf", out[0], out)
    copy = os.path.join(work, "copy.pdf")
    out = report.run("annotate", "--no-config", path, "-o", copy)
    says("no-comments-into-a-pdf", ".docx and .odt", out[0], out)
    left = set(os.listdir(work)) - {"empty", "pdfinfo"}
    report.check("nothing-is-left-behind", all(
        name.endswith(".pdf") for name in left), left)


def check_folder(work):
    """A folder's PDFs are read, but for one beside what it was made from."""
    folder = os.path.join(work, "reports")
    os.mkdir(folder)
    for name in ("plan", "other"):
        write_untagged(os.path.join(folder, name + ".pdf"), pages_of_text())
    with open(os.path.join(folder, "other.md"), "w") as file:
        file.write("# Report\n")
    words = ("check", "--no-config", "--fail-on", "never", "--format", "json")
    out = report.run(*words, folder)
    report.check("pdfs-of-a-folder-are-read", [
        os.path.basename(each["path"]) for each in json.loads(
            out[1])["files"]] == ["other.md", "plan.pdf"]
        and "1 PDF passed over beside" in out[2], out)
    empty = os.path.join(work, "no-programs")
    os.mkdir(empty)
    out = report.run(*words, folder, env={"PATH": empty})
    report.check("without-poppler-a-folder-says-how-many-were-not-read",
                 out[0] == 0 and "1 PDF not read" in out[2]
                 and "install poppler-utils" in out[2], out)
    shutil.rmtree(folder)
    os.rmdir(empty)


def check_stream(work, path):
    with open(path, "rb") as file:
        data = file.read()
    done = subprocess.run(
        [report.CANDOUR, "outline", "--text", "--no-config",
         "--stdin-filename", "x.pdf", "-"], input=data,
        capture_output=True)
    report.check("a-pdf-on-standard-input",
                 done.stdout.decode().splitlines() == UNTAGGED,
                 done.stderr)


# Paragraphs of over 60 letters that come out whole, and with their number,
# of 68 and 54: what was measured.
SAMPLES = {"30-report-tagged": (68, 54), "31-report-untagged": (67, 54),
           "32-report-hyphenated": (68, 54), "33-report-columns": (68, 54)}


def bare(line):
    return re.sub(r"^\[[^\]]*\] ", "", line).strip()


def numbered(line):
    return re.sub(r"^\[([^\]]*?)\.?\] ", r"[\1] ", line).strip()


def check_samples():
    folder = os.path.join(report.SHARED, "samples", "word")
    if not os.path.isdir(folder):
        return
    with open(os.path.join(folder, "12-report.expected.txt"),
              encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines()
                 if len(line) > 60]
    for name, (whole, with_number) in SAMPLES.items():
        found = text_of(os.path.join(folder, name + ".pdf"))
        words = {bare(line) for line in found}
        labels = {numbered(line) for line in found}
        got = (sum(bare(line) in words for line in lines),
               sum(numbered(line) in labels for line in lines
                   if line[0] == "["))
        report.check("paragraphs-of-" + name,
                     got[0] >= whole and got[1] >= with_number, got)


with report.folder() as work:
    untagged = check_made(work)
    check_plan(work)
    check_folder(work)
    check_stream(work, untagged)
    check_refusals(work, untagged)
check_samples()
report.end()
