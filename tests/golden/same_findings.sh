# The same prose in five containers gives the same findings.  Words are
# compared here, not memory: the release build is four times faster.
[ -x ./candour ] && CANDOUR=./candour
export CANDOUR
exec python3 tests/documents/same_findings.py
