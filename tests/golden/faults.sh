# What goes wrong around us: full disks, pipes, signals, odd files.
. "$(dirname "$0")/lib/golden.sh"
rules=$golden/rules
corpus=$PWD/corpus
chmod 755 "$work"
cd "$work" || exit 1
echo 'Various people came.' >a.md

check() {
	"$CANDOUR" check --quiet --no-config --rules "$rules" --only golden \
		--format unix "$@"
}

# The same as somebody without rights; root may read and write everything.
as_nobody() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	fi
}
can_be_nobody() {
	[ "$(id -u)" -ne 0 ] || { command -v setpriv >/dev/null &&
		as_nobody test -x "$CANDOUR" && as_nobody test -r "$rules"; }
}

status_is full-disk-gives-2 2 check --output /dev/full a.md
error_is full-disk-is-told \
	"candour: /dev/full: cannot be written: No space left on device"

# A result that the disk, or a limit on files, has no room for.
mkdir small
echo before >small/result.json
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=16k tmpfs small 2>/dev/null
then
	echo before >small/result.json
	status_is small-disk-gives-2 2 "$CANDOUR" check --quiet --no-config \
		--format html --output small/result.json "$corpus/sar-doreen.md"
	error_is small-disk-is-told "candour: small/result.json: cannot be \
written: No space left on device"
	[ "$(cat small/*)" = before ] && [ "$(ls -A small)" = result.json ] &&
		ok small-disk-keeps-what-was-there ||
		not_ok small-disk-keeps-what-was-there "$(ls -A small)"
	umount small
fi
status_is file-limit-gives-2 2 sh -c 'ulimit -f 8; exec "$@"' sh "$CANDOUR" \
	check --quiet --no-config --format html --output small/result.json \
	"$corpus/sar-doreen.md"
error_is file-limit-is-told \
	"candour: small/result.json: cannot be written: File too large"
[ "$(cat small/*)" = before ] && [ "$(ls -A small)" = result.json ] &&
	ok file-limit-keeps-what-was-there ||
	not_ok file-limit-keeps-what-was-there "$(ls -A small)"

if can_be_nobody; then
	mkdir sealed
	chmod 555 sealed
	status_is read-only-folder-gives-2 2 as_nobody "$CANDOUR" check \
		--quiet --no-config --output sealed/out.txt a.md
	error_is read-only-folder-is-told \
		"candour: sealed/out.txt: cannot be written: Permission denied"
	cp a.md secret.md
	chmod 000 secret.md
	status_is unreadable-file-gives-2 2 as_nobody "$CANDOUR" check \
		--quiet --no-config secret.md
	error_is unreadable-file-is-told \
		"candour: secret.md: Permission denied"
	rm -f secret.md
fi

status_is missing-file-gives-2 2 check nowhere.md
error_is missing-file-is-told "candour: nowhere.md: No such file or directory"
status_is other-files-are-still-read 2 check nowhere.md a.md
[ "$(cat out)" = "a.md:1:1: warning: 'Various' says nothing [golden/vague]" ] &&
	ok what-can-be-read-is-reported ||
	not_ok what-can-be-read-is-reported "$(cat out)"

# The reader of our output goes away before a word is written.
mkfifo pipe
: <pipe &
{
	wait
	status_is closed-pipe-is-quiet 1 sh -c '"$@" >&3' sh "$CANDOUR" check \
		--quiet --no-config --rules "$rules" --only golden a.md
} 3>pipe
error_is closed-pipe-says-nothing ""
status_is closed-output-gives-2 2 sh -c '"$@" >&-' sh "$CANDOUR" check \
	--quiet --no-config --rules "$rules" --only golden a.md

# Interrupted while it waits for input, and while it works.
mkdir kept
echo before >kept/result.txt
mkfifo slow
sleep 9 >slow &
holder=$!
timeout --preserve-status -s INT 0.3 "$CANDOUR" check --no-config \
	--output kept/result.txt - <slow >/dev/null 2>err
[ $? -eq 130 ] && ok interrupt-ends-it || not_ok interrupt-ends-it
kill $holder
awk 'BEGIN {
	for (i = 0; i < 200000; i++)
		print "Paragraph " i ": agencies should consider it.\n"
}' >long.md
timeout --preserve-status -s TERM 0.2 "$CANDOUR" check --no-config \
	--output kept/result.txt long.md long.md long.md >/dev/null 2>err
[ $? -eq 143 ] && ok termination-ends-it || not_ok termination-ends-it
[ "$(cat kept/*)" = before ] && [ "$(ls -A kept)" = result.txt ] &&
	ok no-half-made-file-is-left || not_ok no-half-made-file-is-left

mkdir -p loop/below
cp a.md loop/
ln -s .. loop/below/up
ln -s self loop/self
status_is a-loop-of-links-ends 1 check loop
[ "$(wc -l <out)" -eq 1 ] && ok a-loop-is-walked-once ||
	not_ok a-loop-is-walked-once "$(cat out)"

: >empty.md
status_is empty-file-is-a-report 0 check empty.md
error_is empty-file-is-no-error ""
: >empty.docx
status_is empty-word-file-gives-2 2 check empty.docx
error_is empty-word-file-is-told "candour: empty.docx: the file is empty"

truncate -s 1G huge.md
status_is huge-file-gives-2 2 check huge.md
error_is huge-file-is-told \
	"candour: huge.md: larger than the limit of 256 MB"

head -c 99 /dev/zero | tr '\0' 'a' >binary.md
printf '\0\1\2' >>binary.md
status_is binary-file-gives-2 2 check binary.md
error_is binary-file-is-told \
	"candour: binary.md: this is binary, not text: byte 100 is zero"
cp a.md false.docx
status_is false-ending-gives-2 2 check false.docx
[ "$(wc -l <err)" -eq 1 ] && ok false-ending-is-told ||
	not_ok false-ending-is-told "$(cat err)"

# Few descriptors are enough for a deep tree and three threads.  Those that
# whoever runs the tests left open are closed first.
mkdir -p many/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p
for i in 1 2 3; do
	cp a.md many/$i.md
	cp a.md many/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/$i.md
done
status_is few-descriptors-suffice 1 sh -c 'exec 3>&- 4>&- 5>&- 6>&- 7>&- \
	8>&- 9>&-; ulimit -n 12; exec "$@"' sh "$CANDOUR" check --quiet \
	--no-config --rules "$rules" --only golden --jobs 3 --format unix \
	--output few.txt many
[ "$(grep -c vague few.txt)" -eq 6 ] && ok few-descriptors-read-all ||
	not_ok few-descriptors-read-all
exit $failures
