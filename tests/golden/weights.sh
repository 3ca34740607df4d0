# Learning scales: what is told and what is not, and what comes of it.
. "$(dirname "$0")/lib/golden.sh"
cd "$golden/../.." || exit 1
make -s build/train >"$work/log" 2>&1 || {
	not_ok build "$(cat "$work/log")"
	exit 1
}
train=$PWD/build/train

i=0
while [ $i -lt 30 ]; do
	i=$((i + 1))
	printf '+signed-off -statements\tThe Board approved the report on %s May.\n' $i
	printf '+terms -statements\tThe questions are in Annex %s.\n' $i
	printf -- '-signed-off\tThe nurse approved the rota on day %s.\n' $i
	printf -- '-dissent\tThe Board never approved of shouting.\n'
	printf 'No tab and no lesson.\n'
done >"$work/lesson.tsv"

weight_of() { # words: what they weigh in the scale that was learned last
	awk -v words="    - \"$1\"" '
		/^  -?[0-9]+:$/ { weight = $1 + 0 }
		$0 == words { print weight }' "$work/out"
}

status_is learns 0 "$train" signed-off 'Who approved it.' "$work/lesson.tsv"
error_is says-how-much 'signed-off: 180 passages and sentences'
if [ "$(weight_of 'the report')" -gt 0 ] && [ "$(weight_of nurse)" -lt 0 ] &&
	[ "$(weight_of questions)" -lt 0 ] && [ -z "$(weight_of shouting)" ] &&
	[ "$(weight_of '# may')" -gt 0 ]; then
	ok what-tells-is-heavy
else
	not_ok what-tells-is-heavy "$(cat "$work/out")"
fi
cp "$work/out" "$work/first"
"$train" signed-off 'Who approved it.' "$work/lesson.tsv" >"$work/out" \
	2>"$work/err"
if cmp -s "$work/first" "$work/out"; then
	ok learns-the-same-again
else
	not_ok learns-the-same-again "$(diff "$work/first" "$work/out" | head)"
fi

# What was learned is a scale that a rule can ask.
mkdir -p "$work/rules/weights" "$work/rules/own"
cp "$work/out" "$work/rules/weights/approved.yml"
cat >"$work/rules/own/approved.yml" <<'END'
extends: requirement
message: 'nobody approved it'
key: approved
weighing: {scale: approved, enough: 60}
evidence: [{all: ['xyzzy']}]
END
printf '# Review\n\n## Governance\n\nThe Panel approved the report on its last day.\n' \
	>"$work/good.md"
printf '# Review\n\n## Governance\n\nThe nurse approved the rota on the last day.\n' \
	>"$work/bad.md"
check="check --no-config --rules $work/rules --only own/approved --format unix"
# shellcheck disable=SC2086
status_is a-heavy-paragraph-is-evidence 0 "$CANDOUR" $check "$work/good.md"
# shellcheck disable=SC2086
"$CANDOUR" $check "$work/bad.md" >"$work/out" 2>&1
if grep -q 'nobody approved it' "$work/out"; then
	ok a-light-one-is-none
else
	not_ok a-light-one-is-none "$(cat "$work/out")"
fi

status_is a-file-that-is-not-there 1 "$train" terms x "$work/none.tsv"
error_is says-which "train: cannot read: $work/none.tsv"
status_is a-scale-nothing-tells-of 1 "$train" impasse x /dev/null
error_is says-of-which 'train: no passage tells of the scale: impasse'
exit $((failures > 0))
