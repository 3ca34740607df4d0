# The check steps of the examples in docs/ci, run.
. "$(dirname "$0")/lib/golden.sh"
command -v git >/dev/null || { ok ci-needs-git; exit 0; }
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
docs=$(cd "$golden/../../docs" && pwd)
HOME=$work
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
export HOME GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL
export GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
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
