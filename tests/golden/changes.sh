# --since and --staged: what changed, as git has it.
. "$(dirname "$0")/lib/golden.sh"
rules=$golden/rules
. "$(dirname "$0")/lib/git.sh"

check() {
	"$CANDOUR" check --rules "$rules" --only golden --format unix \
		--quiet "$@"
}

printed() { # name, expected standard output
	if [ "$(cat "$work/out")" = "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "got:  $(cat "$work/out")" "want: $2"
	fi
}

cd "$work" || exit 1
status_is no-repository-gives-2 2 check --staged
error_is no-repository-is-said \
	"candour: the current folder is in no git repository"
PATH=/nowhere status_is no-git-gives-2 2 check --staged
error_is no-git-is-said "candour: git cannot be run; is it installed?"

git init -q repo && cd repo || exit 1
printf 'Various people came.\n' >old.md
git add .
status_is the-first-commit-is-read-too 1 check --staged
printed the-first-commit-has-its-findings \
	"old.md:1:1: warning: 'Various' says nothing [golden/vague]"
git commit -qm one
git branch -q base

printf 'Clean.\n' >a.md
git add a.md
printf 'Various people left.\n' >a.md
status_is the-index-counts-when-it-is-clean 0 check --staged
printf 'Various people left.\n' >a.md
git add a.md
printf 'Clean.\n' >a.md
status_is the-index-counts-when-it-is-not 1 check --staged
printed the-index-is-shown \
	"a.md:1:1: warning: 'Various' says nothing [golden/vague]"
git commit -qm two

printf 'New here.\n\nVARIOUS  people\ncame. Various dogs came.\n' >old.md
git add old.md
check --staged >"$work/out"
printed a-sentence-that-stood-before-is-left-out \
	"old.md:4:7: warning: 'Various' says nothing [golden/vague]"
printf 'Various people came. Various people came.\n' >old.md
git add old.md
check --staged >"$work/out"
printed a-sentence-said-again-is-new-once \
	"old.md:1:22: warning: 'Various' says nothing [golden/vague]"
git commit -qm again
git branch -q named
git mv old.md 'a "b'"'"' é.md'
status_is a-renamed-file-keeps-its-past 0 check --staged
git commit -qm named
echo 'Various cats came.' >>"a \"b' é.md"
git add "a \"b' é.md"
mkdir -p sub
(cd sub && check --staged) >"$work/out"
printed names-are-from-the-current-folder \
	"../a \"b' é.md:2:1: warning: 'Various' says nothing [golden/vague]"
ln -s old.md link.md
git add link.md
status_is a-link-is-no-report 1 check --staged
status_is words-narrow-what-is-staged 0 check --staged sub

git commit -qm three
git checkout -q a.md
printf 'Various cats.\n' >new.md
status_is since-takes-commits-and-the-work-tree 1 check --since base .
sed 's/:.*//' "$work/out" | sort -u >"$work/names"
if [ "$(tr '\n' ' ' <"$work/names")" = "a \"b' é.md a.md new.md " ]; then
	ok since-names-the-files-that-changed
else
	not_ok since-names-the-files-that-changed "$(cat "$work/out")"
fi
git checkout -q base
printf 'Elsewhere.\n' >other.md
git add . && git commit -qm other
git checkout -q -
status_is since-goes-from-where-the-branches-parted 1 check --since base .
grep -q other "$work/out" && not_ok the-other-branch-is-not-read ||
	ok the-other-branch-is-not-read
status_is since-wants-a-commit 2 check --since nonesuch .
error_is an-unknown-commit-is-said \
	"candour: '--since nonesuch': git knows no commit of that name"
status_is since-takes-no-option-for-a-commit 2 check --since=--all .
status_is since-and-staged-are-two-things 2 check --since HEAD --staged
status_is since-stays-in-the-repository 2 check --since HEAD "$golden/input"
status_is nothing-changed-is-clean 0 check --staged
printed nothing-changed-is-silent ""

# A statement counts as missing only if the change took it out.
assured() {
	"$CANDOUR" check --profile sar --only accountability/signed-off \
		--format unix --quiet --staged
}
signed='The final report was approved and signed off by the Board on 4 May 2024.'
printf '# Safeguarding Adults Review\n\nIt rained.\n' >s.md
git add s.md
status_is a-new-draft-may-still-lack-a-statement 0 assured
printf '# Safeguarding Adults Review\n\nIt rained.\n\n%s\n' "$signed" >s.md
git add s.md && git commit -qm signed
printf '# Safeguarding Adults Review\n\nIt poured.\n' >s.md
git add s.md
status_is a-statement-taken-out-is-reported 1 assured
git commit -qm unsigned
printf '# Safeguarding Adults Review\n\nIt hailed.\n' >s.md
git add s.md
status_is a-statement-that-was-never-there-is-not 0 assured
exit $failures
