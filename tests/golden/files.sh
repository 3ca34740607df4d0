# Where files come from and go to: folders, standard input, --output.
. "$(dirname "$0")/lib/golden.sh"
rules=$golden/rules
cd "$work" || exit 1

check() {
	"$CANDOUR" check --rules "$rules" --only golden --format unix "$@"
}

printed() { # name, expected standard output
	if [ "$(cat "$work/out")" = "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "got:  $(cat "$work/out")" "want: $2"
	fi
}

mkdir -p tree/sub tree/out tree/.hidden
for file in tree/b.md tree/sub/a.txt tree/out/c.md tree/.hidden/d.md; do
	echo 'Various people came.' >$file
done
echo x >tree/picture.png
echo out/ >tree/.candourignore
status_is a-folder-is-walked 1 check tree
printed a-folder-comes-in-path-order \
	"tree/b.md:1:1: warning: 'Various' says nothing [golden/vague]
tree/sub/a.txt:1:1: warning: 'Various' says nothing [golden/vague]"
error_is other-types-are-told "candour: note: 1 file of other types passed over"
status_is quiet-says-nothing-more 1 check --quiet tree
error_is quiet-has-no-notes ""
for jobs in 1 2 8; do
	check --quiet --jobs $jobs tree >"out.$jobs"
done
cmp -s out.1 out.2 && cmp -s out.1 out.8 && ok threads-change-nothing ||
	not_ok threads-change-nothing

stdin() {
	printf '# A\n\nVarious people came.\n' | check "$@" -
}
status_is standard-input-is-read 1 stdin --stdin-filename draft.md
printed standard-input-has-a-name \
	"draft.md:3:1: warning: 'Various' says nothing [golden/vague]"

status_is output-goes-to-a-file 1 check --output result.txt tree/b.md
printed output-leaves-standard-output-empty ""
grep -q '^tree/b.md:1:1' result.txt && ok output-is-written ||
	not_ok output-is-written
status_is output-that-cannot-be-written-gives-2 2 \
	check --output no/such/folder tree/b.md

"$CANDOUR" check --rules "$rules" --only golden tree/b.md >/dev/full 2>err
[ $? -eq 2 ] && ok a-full-disk-gives-2 || not_ok a-full-disk-gives-2
printed_error="candour: standard output: cannot be written: No space left on device"
[ "$(cat err)" = "$printed_error" ] && ok a-full-disk-is-told ||
	not_ok a-full-disk-is-told "$(cat err)"

mkfifo pipe.md
status_is a-pipe-is-refused 2 check pipe.md
error_is a-pipe-is-explained \
	"candour: pipe.md: is a pipe; use '-' to read standard input"
head -c 300 /dev/zero >zeros.md
status_is binary-content-is-refused 2 check zeros.md
[ "$(wc -l <err)" -eq 1 ] && ok refusal-is-one-line || not_ok refusal-is-one-line
: >empty.md
status_is an-empty-file-is-clean 0 check empty.md
touch -- '-dash.md'
status_is a-dashed-name-after-two-dashes 0 check -- -dash.md

yes 'Various people came.' | head -n 20000 >many.txt
{ check many.txt; echo $? >status; } 2>closed.err | head -n 1 >/dev/null
[ ! -s closed.err ] && ok a-closed-pipe-is-quiet ||
	not_ok a-closed-pipe-is-quiet "$(cat closed.err)"

# More files than may wait for their turn, one far longer than the others:
# printed in the order of their names, however many work on them.
mkdir "$work/many"
i=1000
while [ $i -lt 1200 ]; do
	echo "Various people came to $i." >"$work/many/$i.md"
	i=$((i + 1))
done
awk 'BEGIN { for (i = 0; i < 3000; i++)
	print "Various people came to " i ".\n" }' \
	>"$work/many/1001.md"
check --no-config --jobs 1 "$work/many" >"$work/one"
check --no-config --jobs 5 "$work/many" >"$work/five"
if [ -s "$work/one" ] && cmp -s "$work/one" "$work/five" &&
	cut -d : -f 1 "$work/one" | LC_ALL=C sort -c; then
	ok order-of-many-files
else
	not_ok order-of-many-files
fi
exit $failures
