"""LibreOffice opens annotated copies and has each comment on its words.

It turns every copy into flat OpenDocument, in one run; the ranges are then
read from that by ElementTree.  What LibreOffice itself prints as text (the
mark of a note) may stand among the words."""
import os
import shutil
import subprocess
import sys

import annotated
import packages
import report


def convert(paths, folder):
    """path -> its flat OpenDocument, by LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("LibreOffice is needed: tools/install_deps.sh office")
        sys.exit(1)
    profile = os.path.join(folder, "profile")
    out = os.path.join(folder, "flat")
    os.makedirs(out)
    subprocess.run(
        [office, "-env:UserInstallation=file://" + profile, "--headless",
         "--norestore", "--convert-to", "fodt", "--outdir", out, *paths],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        timeout=1200)
    return {path: os.path.join(out, os.path.splitext(
        os.path.basename(path))[0] + ".fodt") for path in paths}


def named(source, folder):
    """A copy of a file whose name tells its format."""
    stem, ending = os.path.splitext(os.path.basename(source))
    path = os.path.join(folder, "%s-%s%s" % (stem, ending[1:], ending))
    shutil.copy(source, path)
    return path


def letters(text):
    return "".join(text.split())


def check(copy, flat):
    name = os.path.basename(copy.source)
    if not os.path.exists(flat):
        report.check("office-opens-" + name, False)
        return 0, 0
    comments, ranges = annotated.odt_comments(flat)
    ours = annotated.ours(comments)
    _, own = annotated.read_back(copy.path)
    expected = annotated.ours(annotated.read_back(copy.path)[0])
    # By what they say, then in order: LibreOffice gives new names.
    by_words = {}
    for key, (_, _, lines) in expected.items():
        by_words.setdefault(letters("".join(lines)), []).append(
            letters(own.get(key, "")))
    same, wrong = 0, []
    for key, (_, _, lines) in ours.items():
        words = letters(ranges.get(key, ""))
        left = by_words.get(letters("".join(lines)), [])
        match = [one for one in left if one == words] or [
            one for one in left if is_same_but_marks(one, words)]
        if match:
            left.remove(match[0])
            same += 1
        else:
            wrong.append((words[:80], left[:1]))
    report.check("office-has-each-comment-on-its-words-" + name,
                 not wrong and len(ours) == len(expected),
                 "%d of %d" % (len(ours), len(expected)), *wrong[:4])
    return len(ours), same


def words_of(flat):
    """The letters of the text, those of comments and notes left out.

    Notes: with a comment between the first note and the second, LibreOffice
    7.4 gives the second the words of another, whatever wrote the comment
    (bugs of its own; the file has them right, see annotated.py)."""
    body = annotated.odt_root(flat).find("{%s}body" % packages.OFFICE)
    for node in body.iter():
        for child in node:
            if packages.tag(child) in ("annotation", "note"):
                # What follows it is its tail.
                child[:] = []
                child.text = ""
    return letters("".join(body.itertext()))


def is_same_but_marks(one, other):
    """The same but for digits: the marks of notes."""
    def bare(text):
        return "".join(letter for letter in text if not letter.isdigit())
    return bare(one) == bare(other)


def others():
    for folder in ("samples/word", "samples/real/word", "eval/reports"):
        path = os.path.join(report.SHARED, folder)
        if os.path.isdir(path):
            for name in sorted(os.listdir(path)):
                if name.endswith((".docx", ".docm", ".odt")):
                    yield os.path.join(path, name)


with report.folder() as folder:
    files = annotated.own_files(folder) + list(others())
    copies = [annotated.Copy(named(path, folder), folder) for path in files]
    flats = convert([copy.path for copy in copies]
                    + [copy.source for copy in copies], folder)
    totals = [0, 0]
    for copy in copies:
        report.check("annotated-" + os.path.basename(copy.source),
                     copy.is_made, copy.said)
        if copy.is_made:
            made, same = check(copy, flats[copy.path])
            report.check("office-has-all-words-" + os.path.basename(
                copy.source), words_of(flats[copy.path])
                == words_of(flats[copy.source]))
            totals[0], totals[1] = totals[0] + made, totals[1] + same
    print("    LibreOffice: %d files, %d comments, %d on the right words"
          % (len(copies), *totals))
report.end()
