# For the golden tests that run git, behind golden.sh; read with ".".  They
# end here where there is none.  The hook of the repository that they run in
# may have set git's variables, and nobody's own settings are to count.
command -v git >/dev/null || { ok "$(basename "$0" .sh)-needs-git"; exit 0; }
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX
HOME=$work
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
export HOME GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL
export GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
