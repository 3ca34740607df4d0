"""Hostile files end in findings or one clear line, soon and in bounds.

Those made here are always run; others where they stand beside the
repository.  Time is the process's own, so that a busy machine is no
fault of the reader; memory is what the system counted."""
import os
import struct
import sys
import warnings
import zipfile

import packages
import report

SECONDS = 2.0
MEMORY = 256 << 10  # KiB, as the system counts it
if sys.platform == "darwin":
    MEMORY <<= 10

P = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def name_in_ole(name):
    """A compound file whose directory names one stream."""
    return OLE + name.encode("utf-16-le") + bytes(1024)


def docx(path, body="", **more):
    packages.write_docx(path, body, **more)
    return path


def zip_of(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(name, data)


def good_parts(work):
    path = docx(os.path.join(work, "good.docx"), P % "It was felt that.")
    with zipfile.ZipFile(path) as package:
        return [(info.filename, package.read(info))
                for info in package.infolist()]


def with_part(parts, name, data):
    return [(other, data if other == name else old) for other, old in parts]


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


BODY = "word/document.xml"
HEAD = ('<?xml version="1.0"?>%s<w:document xmlns:w="' + packages.W
        + '"><w:body>%s</w:body></w:document>')


def made(work):
    """(name, bytes, words of the one line; None: findings)"""
    parts = good_parts(work)

    def changed(data, name=BODY):
        path = os.path.join(work, "x.zip")
        zip_of(path, with_part(parts, name, data))
        return bytes_of(path)

    def added(*more):
        path = os.path.join(work, "x.zip")
        zip_of(path, parts + list(more))
        return bytes_of(path)

    good = changed(dict(parts)[BODY])
    stored = good.find(b"word/document.xml")
    lying = bytearray(good)
    # Both headers say that the body has 10 bytes inflated.
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = 0
        while (place := lying.find(mark, place)) >= 0:
            name = 30 if mark == b"PK\x03\x04" else 46
            if lying[place + name:place + name + 17] == BODY.encode():
                lying[place + at:place + at + 4] = struct.pack("<I", 10)
            place += 4
    broken = bytearray(good)
    broken[stored + 40] ^= 0xff
    entities = ('<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">%s]>' % "".join(
        '<!ENTITY a%d "%s">' % (n, ("&a%s;" % (n - 1 if n else "")) * 10)
        for n in range(9)))
    external = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    deep = "<w:sdt>" * 4000 + "</w:sdt>" * 4000
    yield "bomb.docx", changed(HEAD % ("", P % ("x" * (80 << 20)))), "1000 times"
    yield "bombs.docx", added(*[
        ("x%d.xml" % n, b"\0" * (30 << 20)) for n in range(2)]), None
    yield "entities.docx", changed(HEAD % (entities, P % "&a8;")), "DOCTYPE"
    yield "external.docx", changed(HEAD % (external, P % "&x;")), "DOCTYPE"
    yield "deep.docx", changed(HEAD % ("", deep)), "deeper"
    yield "short.docx", good[:len(good) // 2], ""
    yield "lying.docx", bytes(lying), ""
    yield "broken.docx", bytes(broken), ""
    yield "twice.docx", added((BODY, HEAD % ("", ""))), "one name"
    yield "outside.docx", added(("../../etc/x", "x")), "unsafe name"
    yield "many.docx", added(*[("d/%d" % n, "") for n in range(10001)]), \
        "entries"
    yield "no-body.docx", changed("", "_rels/.rels"), ""
    yield "not-xml.docx", changed("<w:document><w:p>"), ""
    yield "utf-8.docx", changed((HEAD % ("", P % "@")).encode().replace(
        b"@", b"\xff\xfe")), ""
    yield "empty.docx", b"", "empty"
    yield "password.docx", name_in_ole("EncryptedPackage"), "password"
    yield "legacy.docx", name_in_ole("WordDocument"), ".docx"
    yield "rtf.docx", b"{\\rtf1 x}", "RTF"
    yield "pdf.docx", b"%PDF-1.7\n", "PDF"
    yield "html.docx", b"<html><p>x</p></html>", "HTML"
    yield "zip.md", good, "package"
    yield "zeros.md", bytes(1 << 20), ""
    yield "utf-16.txt", "It was felt.".encode("utf-16"), "UTF-16"
    yield "latin.txt", "It was felt at the caf\xe9.".encode("latin-1"), None
    yield "wide.docx", changed(HEAD % ("", P % ("word " * 100000))), None
    yield "runs.docx", changed(HEAD % ("", "<w:p>%s</w:p>" % (
        "<w:r><w:t>a</w:t></w:r>" * 60000))), None
    yield "rows.docx", changed(HEAD % ("", "<w:tbl>%s</w:tbl>" % (
        ("<w:tr><w:tc>%s</w:tc></w:tr>" % (P % "It was felt.")) * 4000))), \
        None
    yield "deep.html", b"<div>" * 100000, "nest"
    yield "open.html", b"<b><i><p>" * 300 + b"It was felt.", ""
    yield "table.html", b"<table>" * 400 + b"x", ""
    yield "marks.md", b"*_" * 50000, None
    yield "quotes.md", b">" * 50000 + b" x", None
    yield "lists.md", b"- " * 2000 + b"x", None
    yield "brackets.md", b"[" * 50000, None
    yield "line.md", b"a" * (2 << 20), None
    yield "line-docx.docx", changed(HEAD % ("", P % ("\xe9" * (1 << 20)))), None
    yield "one-sentence.txt", b"it was felt and " * 30000, None


def measured(path):
    """Status, output, errors, seconds of work, and memory (KiB)."""
    output, errors = (os.path.join(os.path.dirname(SCRATCH), name)
                      for name in ("stdout", "stderr"))
    child = os.fork()
    if child == 0:
        for number, name in ((1, output), (2, errors)):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
                            0o600), number)
        # No quarantine: it would be counted as the reader's memory.
        os.environ["ASAN_OPTIONS"] = ("quarantine_size_mb=1:"
                                      "detect_leaks=0:malloc_context_size=0")
        os.execv(report.CANDOUR, [report.CANDOUR, "check", "--no-config",
                                  "--format", "jsonl", path])
    _, status, used = os.wait4(child, 0)
    with open(output, errors="replace") as file:
        out = file.read()
    with open(errors, errors="replace") as file:
        err = file.read()
    return (os.waitstatus_to_exitcode(status), out, err,
            used.ru_utime + used.ru_stime, used.ru_maxrss)


def check(name, path, words=""):
    status, out, err, seconds, memory = measured(path)
    is_read = status in (0, 1) and not err
    is_refused = status == 2 and err.count("\n") == 1 and not out
    is_right = is_read or is_refused
    if words is None:
        is_right = is_read
    elif words:
        is_right = is_refused and words in err
    report.check("hostile-" + name, is_right and seconds < SECONDS
                 and memory < MEMORY, "status %d, %.1f s, %d MiB" % (
                     status, seconds, memory >> 10), err)
    return is_read, seconds, memory


def check_others(folder):
    read = refused = 0
    slowest, largest = (0, ""), (0, "")
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith((".tsv", ".md")):
                continue
            is_read, seconds, memory = check(name, os.path.join(root, name))
            read, refused = read + is_read, refused + (not is_read)
            slowest = max(slowest, (seconds, name))
            largest = max(largest, (memory, name))
    if read + refused:
        print("    %d read, %d refused; slowest %.1f s (%s), largest %d MiB "
              "(%s)" % (read, refused, *slowest, largest[0] >> 10,
                        largest[1]))


warnings.simplefilter("ignore")  # two entries of one name are meant
with report.folder() as work:
    SCRATCH = os.path.join(work, "x")
    for name, data, words in made(work):
        path = os.path.join(work, name)
        with open(path, "wb") as file:
            file.write(data)
        check(name, path, words)
        os.unlink(path)
    check_others(os.path.join(report.SHARED, "samples", "hostile"))
report.end()
