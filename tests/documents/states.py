"""What a Word or OpenDocument file is found to hold beside its text: each
state as a finding, places with label, section and page, and what is said
not to have been read."""
import os

import packages
import report

W_P = '<w:p>%s</w:p>'


def run(text, properties=""):
    return ('<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>'
            % (properties and "<w:rPr>%s</w:rPr>" % properties, text))


def field(instruction, result):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            '%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
            '</w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            % (instruction, run(result)))


BOOKMARK = ('<w:bookmarkStart w:id="1" w:name="_Ref1"/>%s<w:bookmarkEnd '
            'w:id="1"/>' % run("Here it stands."))
PROMPT = ('<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>%s'
          '</w:sdtContent></w:sdt>' % run("Name of the author"))
CHANGE = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
COMMENTS = ('<w:comments ROOT><w:comment w:id="0" w:author="%s"><w:p>'
            '<w:r><w:t>%s</w:t></w:r></w:p></w:comment></w:comments>')

# name, body of a .docx, comments (author, text) or None, findings expected
# of group publication: rule and quoted words.
WORD = [
    ("nothing", run("The Board met in May."), None, []),
    ("insertion", '<w:ins %s>%s</w:ins>' % (CHANGE, run("The Board met.")),
     None, ["tracked-changes"]),
    ("deletion", run("The Board met.") + '<w:del %s><w:r><w:delText>twice'
     '</w:delText></w:r></w:del>' % CHANGE, None, ["tracked-changes"]),
    ("comment", run("The Board met."), ("J", "Did it?"),
     ["leftover-comments"]),
    ("our-comment", run("The Board met."), ("Candour", "Did it?"), []),
    ("directive", run("The Board met."), ("J", "candour: ignore x -- y"), []),
    ("hidden", run("The Board met.") + run("Secret", "<w:vanish/>"), None,
     ["hidden-text"]),
    ("black-highlight", run("The father, ") + run(
        "John", '<w:highlight w:val="black"/>') + run(", left."), None,
     ["failed-redaction: John"]),
    ("black-shading", run("The father, ") + run(
        "John", '<w:shd w:val="clear" w:fill="000000"/>') + run(", left."),
     None, ["failed-redaction: John"]),
    ("white-on-black", run("Key points", '<w:color w:val="FFFFFF"/>'
                           '<w:shd w:val="clear" w:fill="000000"/>'),
     None, []),
    ("empty-control", PROMPT, None, ["empty-control: Name of the author"]),
    ("reference-that-holds", BOOKMARK + run(" See ") + field(
        " REF _Ref1 \\h ", "above"), None, []),
    ("reference-that-broke", run("See ") + field(" REF _Ref2 \\h ", "4.2"),
     None, ["broken-reference: 4.2"]),
    ("simple-field-that-broke", run("See ") + '<w:fldSimple '
     'w:instr=" PAGEREF _Ref2 \\h ">%s</w:fldSimple>' % run("9"), None,
     ["broken-reference: 9"]),
    ("error-in-the-text", run("See Error! Reference source not found. now"),
     None, ["word-residue: Error! Reference source not found"]),
    ("typed-placeholder", run("Agreed on [insert date] by all."), None,
     ["placeholder: [insert date]"]),
]
SPAN = '<text:span text:style-name="%s">%s</text:span>'
STYLE = ('<style:style style:name="%s" style:family="%s"><style:'
         '%s-properties %s/></style:style>')
ODT_STYLES = "".join([
    STYLE % ("Hid", "text", "text", 'text:display="none"'),
    STYLE % ("Black", "text", "text", 'fo:background-color="#000000"'),
    STYLE % ("Title", "text", "text", 'fo:background-color="#000000" '
             'fo:color="#ffffff"'),
    STYLE % ("HidP", "paragraph", "text", 'text:display="none"'),
    STYLE % ("Next", "paragraph", "paragraph", 'fo:break-before="page"'),
])
NOTE = ('<office:annotation><dc:creator>%s</dc:creator><text:p>Did it?'
        '</text:p></office:annotation>')
OPEN = [
    ("nothing", "The Board met in May.", []),
    ("comment", "The Board met." + NOTE % "J", ["leftover-comments"]),
    ("our-comment", "The Board met." + NOTE % "Candour", []),
    ("hidden-span", "It met." + SPAN % ("Hid", "Secret"), ["hidden-text"]),
    ("hidden-paragraph", '</text:p><text:p text:style-name="HidP">Secret',
     ["hidden-text"]),
    ("hidden-section", '</text:p><text:section text:name="S" text:display='
     '"none"><text:p>Secret</text:p></text:section><text:p>',
     ["hidden-text"]),
    ("black", "The father, %s, left." % (SPAN % ("Black", "John")),
     ["failed-redaction: John"]),
    ("white-on-black", SPAN % ("Title", "Key points"), []),
    ("reference-that-holds", '<text:bookmark text:name="a"/>It met. See '
     '<text:bookmark-ref text:ref-name="a">above</text:bookmark-ref>.', []),
    ("reference-that-broke", 'It met. See <text:bookmark-ref text:ref-name='
     '"b">4.2</text:bookmark-ref>.', ["broken-reference: 4.2"]),
]


def said(path):
    record = report.findings(path, "--only", "publication", "--profile",
                             "general")
    return [finding["rule"].split("/")[1]
            + (": " + finding["quote"] if finding["quote"]
               and finding["rule"] not in WHOLE_FILE else "")
            for finding in record["findings"]]


WHOLE_FILE = ["publication/" + rule for rule in (
    "tracked-changes", "leftover-comments", "hidden-text")]


def check_states(work):
    for name, body, comment, expected in WORD:
        path = os.path.join(work, name + ".docx")
        more = comment and [("comments", "comments.xml", COMMENTS % comment)]
        packages.write_docx(path, W_P % body, more=more or ())
        found = said(path)
        report.check("docx-" + name, found == expected, found, expected)
    for name, body, expected in OPEN:
        path = os.path.join(work, name + ".odt")
        packages.write_odt(path, "<text:p>%s</text:p>" % body, ODT_STYLES)
        found = said(path)
        report.check("odt-" + name, found == expected, found, expected)


HEADING = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>%s</w:p>'
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
PLACES = (HEADING % run("Analysis") + W_P % run("4.11 The Board met.")
          + W_P % (BREAK + run("4.12 It was felt that this was enough.")))
ODT_PLACES = ('<text:h text:outline-level="1">Analysis</text:h><text:p>4.11 '
              'The Board met.</text:p><text:p text:style-name="Next">4.12 It '
              'was felt<text:soft-page-break/> that this was enough.</text:p>'
              '<text:p>It was felt that it met.</text:p>')


def places(path):
    record = report.findings(path, "--only", "language", "--profile",
                             "general")
    return [(f["line"], f["label"], f["section"], f["page"])
            for f in record["findings"] if f["quote"].startswith("It was felt")]


def check_places(work):
    for strict in (False, True):
        path = os.path.join(work, "places.docx")
        packages.write_docx(path, PLACES, strict=strict)
        name = "strict" if strict else "transitional"
        found = places(path)
        report.check("places-in-%s-word" % name,
                     found == [(3, "4.12", "Analysis", 2)], found)
        _, out, _ = report.run("check", "--no-config", "--only", "language",
                               path)
        report.check("places-in-text-of-%s-word" % name,
                     "para 4.12, Analysis, p. ~2" in out, out)
    path = os.path.join(work, "places.odt")
    packages.write_odt(path, ODT_PLACES, ODT_STYLES)
    found = places(path)
    report.check("places-in-odt", found == [
        (3, "4.12", "Analysis", 2), (4, "4.12", "Analysis", 3)], found)


PICTURE = ('<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats'
           '.org/drawingml/2006/picture"/></w:drawing></w:r>')
CHART = ('<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org'
         '/drawingml/2006/chart"/></w:drawing></w:r>')
OBJECT = "<w:r><w:object/></w:r>"


def check_not_read(work):
    path = os.path.join(work, "pictures.docx")
    packages.write_docx(path, W_P % (run("The Board met.") + PICTURE + PICTURE
                                     + CHART + OBJECT))
    found = [item["what"] for item in report.findings(path)["notRead"]]
    report.check("not-read-in-json", found == [
        "2 images", "1 chart", "1 embedded object"], found)
    _, out, err = report.run("check", "--no-config", path)
    report.check("not-read-in-text", "2 images" in out + err, out, err)


STYLED = '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>'
STRONG = '<w:rStyle w:val="Strong"/>'
# Bold, or not, whatever says so.
WORD_LOOKS = [
    ("run", W_P % run("Tarn Council", "<w:b/>"), True),
    ("style", STYLED % ("Lead", run("Tarn Council")), True),
    ("style-based-on-it", STYLED % ("LeadOn", run("Tarn Council")), True),
    ("style-that-takes-it-off", STYLED % ("LeadOff", run("Tarn Council")),
     False),
    ("style-that-has-it-off", STYLED % ("LeadNot", run("Tarn Council")),
     False),
    ("run-that-takes-it-off", STYLED % ("Lead", run(
        "Tarn Council", '<w:b w:val="0"/>')), False),
    ("style-of-the-run", W_P % run("Tarn Council", STRONG), True),
    ("half", W_P % (run("Tarn", STRONG) + run(" Council")), False),
]
ODT_LOOK = ODT_STYLES + "".join([
    STYLE % ("Bold", "text", "text", 'fo:font-weight="bold"'),
    STYLE % ("Thin", "text", "text", 'fo:font-weight="normal"'),
    STYLE % ("Lead", "paragraph", "text", 'fo:font-weight="700"'),
    '<style:style style:name="LeadOn" style:family="paragraph" '
    'style:parent-style-name="Lead"/>',
])
ODT_P = '<text:p text:style-name="%s">%s</text:p>'
ODT_LOOKS = [
    ("span", "<text:p>%s</text:p>" % SPAN % ("Bold", "Tarn Council"), True),
    ("style", ODT_P % ("Lead", "Tarn Council"), True),
    ("style-based-on-it", ODT_P % ("LeadOn", "Tarn Council"), True),
    ("span-that-takes-it-off", ODT_P % ("Lead", SPAN % (
        "Thin", "Tarn Council")), False),
    ("spans-in-each-other", "<text:p>%s</text:p>" % SPAN % (
        "Bold", "Tarn " + SPAN % ("Hid2", "Council")), True),
    ("half", "<text:p>%s Council</text:p>" % SPAN % ("Bold", "Tarn"), False),
]


def check_looks(work):
    for kind, looks in (("docx", WORD_LOOKS), ("odt", ODT_LOOKS)):
        for name, body, is_bold in looks:
            path = os.path.join(work, "look-%s.%s" % (name, kind))
            if kind == "docx":
                packages.write_docx(path, body)
            else:
                packages.write_odt(path, body, ODT_LOOK)
            _, out, _ = report.run("outline", "--no-config", path)
            report.check("%s-bold-by-%s" % (kind, name),
                         ("(bold)" in out) == is_bold, out)
    path = os.path.join(work, "heading.odt")
    packages.write_odt(path, ODT_P % ("H", "Findings"), ODT_STYLES + (
        '<style:style style:name="Heading_20_2" style:display-name='
        '"Heading 2" style:family="paragraph"/><style:style style:name="H" '
        'style:family="paragraph" style:parent-style-name="Heading_20_2"/>'))
    _, out, _ = report.run("outline", "--no-config", path)
    report.check("odt-heading-by-its-style", "heading 2" in out, out)


def check_expected():
    """Lines that a reader must see, for files that others made."""
    samples = os.path.join(report.SHARED, "samples", "word")
    for name in sorted(os.listdir(samples)) if os.path.isdir(samples) else []:
        expected = os.path.join(samples, name.rsplit(".", 1)[0]
                                + ".expected.txt")
        if not name.endswith((".docx", ".docm", ".odt")):
            continue
        with open(expected, encoding="utf-8") as file:
            wanted = file.read()
        _, out, _ = report.run("outline", "--text", "--no-config",
                               os.path.join(samples, name))
        report.check("text-of-" + name, out == wanted, out[:300])


with report.folder() as work:
    check_states(work)
    check_places(work)
    check_not_read(work)
    check_looks(work)
check_expected()
report.end()
