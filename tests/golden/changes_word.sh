# --since and --staged on Word files, which git holds as bytes.
. "$(dirname "$0")/lib/golden.sh"
. "$(dirname "$0")/lib/git.sh"
new="report.docx:2:18: suggestion: Try 'before' for 'prior to'. \
[language/plain-words]"

check() {
	"$CANDOUR" check --only language/plain-words --format unix --quiet \
		--fail-on suggestion "$@"
}

printed() { # name, expected standard output
	if [ "$(cat "$work/out")" = "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "got:  $(cat "$work/out")" "want: $2"
	fi
}

git init -q "$work/repo" && cd "$work/repo" || exit 1
cp "$golden/input/aside/known.docx" report.docx
git add . && git commit -qm one && git branch base
cp "$golden/input/aside/known-more.docx" report.docx
git add report.docx
cp "$golden/input/aside/known.docx" report.docx
status_is the-staged-word-file-is-read-not-the-one-on-disk 1 check --staged
printed only-its-new-sentence-is-told "$new"
status_is the-word-file-on-disk-is-as-it-was 0 check --since base

git checkout -q report.docx
status_is a-word-file-changed-since-is-read 1 check --since base
printed and-only-its-new-sentence-is-told "$new"
git commit -qm two
status_is a-word-file-of-a-commit-is-read 1 check --since base
printed with-the-same-finding "$new"
status_is nothing-is-staged-then 0 check --staged

git mv report.docx renamed.docx
status_is a-renamed-word-file-keeps-its-past 0 check --staged
exit $failures
