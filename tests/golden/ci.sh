# The check steps of the examples in docs/ci, run.
. "$(dirname "$0")/lib/golden.sh"
. "$(dirname "$0")/lib/git.sh"
docs=$(cd "$golden/../../docs" && pwd)
mkdir "$work/bin"
ln -s "$CANDOUR" "$work/bin/candour"
PATH=$work/bin:$PATH

cd "$work" || exit 1
git init -q -b main origin && cd origin || exit 1
echo Clean. >a.md
git add . && git commit -qm one
git clone -q . ../clone && cd ../clone || exit 1
git checkout -qb work
echo 'There was disagreement among panel members about this finding.' >b.md
git add . && git commit -qm two

# The lines of the step that holds "candour check".
sed -n '/candour check/,/\.$/p' "$docs/ci/github-actions.yml" >"$work/github"
BASE=main status_is the-github-step-finds-what-is-new 1 sh -e "$work/github"
grep -q '^::warning file=b.md,line=1' "$work/out" &&
	ok the-github-step-annotates || not_ok the-github-step-annotates \
	"$(cat "$work/out")"
grep -q '"2.1.0"' candour.sarif && ok the-github-step-writes-sarif ||
	not_ok the-github-step-writes-sarif
rm candour.sarif

sed -n '/^  script:/,/^  artifacts:/s/^    - //p' \
	"$docs/ci/gitlab-ci.yml" >"$work/gitlab"
CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main \
	status_is the-gitlab-step-finds-what-is-new 1 sh -e "$work/gitlab"
grep -q 'name="b.md"' candour.xml && ok the-gitlab-step-writes-checkstyle ||
	not_ok the-gitlab-step-writes-checkstyle
git rm -q b.md && git commit -qm three && rm candour.xml
BASE=main status_is a-clean-branch-passes 0 sh -e "$work/github"
exit $failures
