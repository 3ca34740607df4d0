"""What the checks of this folder share: the program, results, a folder."""
import json
import os
import subprocess
import sys
import tempfile

CANDOUR = os.path.abspath(os.environ.get("CANDOUR", "./candour"))
# Input that is not ours stands beside the repository, or nowhere.
SHARED = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..",
                                      "..", "shared"))
failed = False


def check(name, is_right, *why):
    """Says "ok" or "not ok" as tests/run.sh counts them."""
    global failed
    print(("ok " if is_right else "not ok ") + name)
    if not is_right:
        failed = True
        for line in why:
            print("    " + str(line)[:2000])
    return is_right


def run(*words, **options):
    """candour with these words: status, output, errors (text)."""
    done = subprocess.run([CANDOUR, *words], capture_output=True,
                          env=dict(os.environ, **options.get("env", {})),
                          cwd=options.get("cwd"), timeout=600)
    return (done.returncode, done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"))


def findings(path, *words):
    """The one file's record of `candour check --format json`."""
    status, out, err = run("check", "--format", "json", "--no-config",
                           "--fail-on", "never", *words, path)
    if status != 0:
        raise RuntimeError("%s: %s" % (path, err))
    return json.loads(out)["files"][0]


def folder():
    return tempfile.TemporaryDirectory(prefix="candour-")


def end():
    sys.exit(1 if failed else 0)
