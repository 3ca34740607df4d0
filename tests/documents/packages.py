"""Word and OpenDocument packages made from a body, and read back by means
that share nothing with candour: zipfile and ElementTree."""
import re
import zipfile
from xml.etree import ElementTree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DC = "http://purl.org/dc/elements/1.1/"
ODF = {
    "office": OFFICE,
    "text": TEXT,
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "dc": DC,
}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# The same bytes each time.
DATE = (2026, 1, 1, 0, 0, 0)

# Headings by name, lists by style: what a report's template has.
STYLES = "".join(
    '<w:style w:type="paragraph" w:styleId="H%d"><w:name w:val="heading %d"/>'
    '<w:pPr><w:outlineLvl w:val="%d"/></w:pPr></w:style>' % (n, n, n - 1)
    for n in range(1, 7)
) + (
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="LeadOn"><w:name w:val="Lead on"/>'
    '<w:basedOn w:val="Lead"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LeadOff"><w:name w:val="Lead off"/>'
    '<w:basedOn w:val="Lead"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LeadNot"><w:name w:val="Lead not"/>'
    '<w:basedOn w:val="Lead"/><w:rPr><w:b w:val="off"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
    'w:val="bullet"/><w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def pack(path, parts):
    """parts: (name, text or bytes) in order; a first "mimetype" is stored."""
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = (
                zipfile.ZIP_STORED
                if name == "mimetype"
                else zipfile.ZIP_DEFLATED
            )
            package.writestr(info, data)


def relations(rows):
    return (
        HEAD
        + '<Relationships xmlns="%srelationships">' % PACKAGE
        + "".join(
            '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'
            % (i + 1, base, kind, target)
            for i, (base, kind, target) in enumerate(rows)
        )
        + "</Relationships>"
    )


def write_docx(path, body, numbering=NUMBERING, more=(), strict=False,
               content="document.main"):
    """body: what stands in w:body; more: (kind, part name, text)."""
    w, r = (STRICT_W, STRICT_R) if strict else (W, R)
    root = 'xmlns:w="%s" xmlns:r="%s"' % (w, r)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types = "".join(
        '<Override PartName="/word/%s" ContentType="%s%s+xml"/>'
        % (part, word, kind)
        for kind, part in [
            (content, "document.xml"),
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
        ]
        + [(kind, part) for kind, part, _ in more]
    )
    pack(path, [
        ("[Content_Types].xml", HEAD
         + '<Types xmlns="%scontent-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.'
         'relationships+xml"/><Default Extension="xml" '
         'ContentType="application/xml"/>%s</Types>' % (PACKAGE, types)),
        ("_rels/.rels", relations([(r, "officeDocument",
                                    "word/document.xml")])),
        ("word/_rels/document.xml.rels", relations(
            [(r, "styles", "styles.xml"), (r, "numbering", "numbering.xml")]
            + [(r, kind, part) for kind, part, _ in more])),
        ("word/document.xml", HEAD + "<w:document %s><w:body>%s</w:body>"
         "</w:document>" % (root, body)),
        ("word/styles.xml", HEAD + "<w:styles %s>%s</w:styles>"
         % (root, STYLES)),
        ("word/numbering.xml", HEAD + "<w:numbering %s>%s</w:numbering>"
         % (root, numbering)),
    ] + [("word/" + part, HEAD + text.replace("ROOT", root))
         for _, part, text in more])


def write_odt(path, body, styles=""):
    """body: what stands in office:text; styles: automatic ones."""
    names = " ".join('xmlns:%s="%s"' % pair for pair in ODF.items())
    pack(path, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", HEAD + '<manifest:manifest xmlns:manifest='
         '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
         'manifest:version="1.3">'
         '<manifest:file-entry manifest:full-path="/" manifest:media-type='
         '"application/vnd.oasis.opendocument.text"/><manifest:file-entry '
         'manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
         '<manifest:file-entry manifest:full-path="styles.xml" '
         'manifest:media-type="text/xml"/></manifest:manifest>'),
        ("content.xml", HEAD + '<office:document-content %s office:version='
         '"1.3"><office:automatic-styles>%s</office:automatic-styles>'
         "<office:body><office:text>%s</office:text></office:body>"
         "</office:document-content>" % (names, styles, body)),
        ("styles.xml", HEAD + '<office:document-styles %s office:version='
         '"1.3"/>' % names),
    ])


def parts(path):
    """name -> bytes of every part."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def tag(element):
    return element.tag.rsplit("}", 1)[-1]


def read_xml(data):
    return ElementTree.fromstring(data)
