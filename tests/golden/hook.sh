# candour hook: put in place, chained, taken away; and what it lets by.
. "$(dirname "$0")/lib/golden.sh"
. "$(dirname "$0")/lib/git.sh"
open='There was disagreement among panel members about this finding.'

# The words on standard error hold this.
says() { # name, words
	if grep -qF -- "$2" "$work/err"; then
		ok "$1"
	else
		not_ok "$1" "$(cat "$work/err")"
	fi
}

holds() { # name, command...
	name=$1
	shift
	if "$@"; then ok "$name"; else not_ok "$name"; fi
}

cd "$work" || exit 1
status_is a-hook-needs-a-repository 2 "$CANDOUR" hook install
git init -q repo && cd repo || exit 1
status_is a-hook-needs-an-action 2 "$CANDOUR" hook
status_is an-unknown-action-gives-2 2 "$CANDOUR" hook instal
status_is without-a-hook-there-is-none-to-remove 0 "$CANDOUR" hook uninstall
says none-is-said "is not there"

status_is a-hook-is-installed 0 "$CANDOUR" hook install
holds a-hook-can-be-run [ -x .git/hooks/pre-commit ]
cp .git/hooks/pre-commit "$work/first"
status_is a-hook-is-installed-again 0 "$CANDOUR" hook install
says again-is-said "was there already"
holds twice-is-once cmp -s .git/hooks/pre-commit "$work/first"
holds twice-chains-nothing \
	[ ! -e .git/hooks/pre-commit.before-candour ]

printf '# Review\n\n%s\n' "$open" >a.md
git add a.md
echo Clean. >a.md
status_is an-open-disagreement-is-not-committed 1 git commit -qm x
if grep -q 'disagreement/unacknowledged' "$work/out" "$work/err"; then
	ok the-finding-is-shown
else
	not_ok the-finding-is-shown "$(cat "$work/out" "$work/err")"
fi
status_is it-can-be-committed-all-the-same 0 git commit -qm x --no-verify
git add a.md
status_is a-clean-draft-is-committed 0 git commit -qm x
holds a-clean-draft-is-silent [ ! -s "$work/out" ]
holds a-clean-draft-has-no-notes \
	[ ! -s "$work/err" ]

printf '# Review\n\nThey met prior to noon.\n' >b.md
git add b.md
status_is a-suggestion-is-committed 0 git commit -qm x
status_is a-hook-takes-options 0 "$CANDOUR" hook \
	--fail-on suggestion --disable "it's/" install
says a-change-is-said "is in place"
echo 'They met prior to tea.' >>b.md
git add b.md
status_is then-a-suggestion-is-not-committed 1 git commit -qm x
git reset -q --hard

status_is a-hook-is-removed 0 "$CANDOUR" hook uninstall
holds a-removed-hook-is-gone [ ! -e .git/hooks/pre-commit ]

printf '#!/bin/sh\necho first >>ran\nexit 3\n' >.git/hooks/pre-commit
chmod 755 .git/hooks/pre-commit
cp .git/hooks/pre-commit "$work/foreign"
status_is another-hook-is-not-removed 2 "$CANDOUR" hook uninstall
holds another-hook-stays cmp -s .git/hooks/pre-commit "$work/foreign"
status_is another-hook-is-chained 0 "$CANDOUR" hook install
says the-chain-is-said "runs first"
echo Cleaner. >a.md
git add a.md
status_is the-first-hook-decides 1 git commit -qm x
holds the-first-hook-runs [ -e ran ]
printf '#!/bin/sh\necho first >>ran\n' >.git/hooks/pre-commit.before-candour
printf '%s\n' "$open" >>a.md
git add a.md
status_is then-ours-decides 1 git commit -qm x
status_is a-chain-is-undone 0 "$CANDOUR" hook uninstall
holds the-first-hook-is-back grep -q first .git/hooks/pre-commit
holds nothing-is-left-beside-it \
	[ ! -e .git/hooks/pre-commit.before-candour ]

"$CANDOUR" hook install --quiet
echo '# mine' >>.git/hooks/pre-commit
cp .git/hooks/pre-commit "$work/edited"
status_is an-edited-hook-is-not-removed 2 "$CANDOUR" hook uninstall
status_is an-edited-hook-is-not-overwritten 2 "$CANDOUR" hook install
holds an-edited-hook-stays cmp -s .git/hooks/pre-commit "$work/edited"

git config core.hooksPath 'my hooks'
status_is another-folder-is-made 0 "$CANDOUR" hook install
holds another-folder-has-the-hook [ -x 'my hooks/pre-commit' ]
git add a.md
status_is another-folder-counts 1 git commit -qm x
exit $failures
