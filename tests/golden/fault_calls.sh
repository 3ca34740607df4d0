# Each call that can fail is made to fail, one after the other, while the
# program works: memory, files, threads, processes.  tests/faults judges:
# status 2 and a message, or the usual result; no half-made file; the input
# as it was.  The release build shows the calls, the checked one leaks.
release=$PWD/candour
shim=$PWD/build/faults/fault.so
. "$(dirname "$0")/lib/golden.sh"
corpus=$PWD/corpus
cd "$work" || exit 1

if ! LD_PRELOAD=$shim true 2>/dev/null; then
	ok "faults-cannot-be-made-here"
	exit 0
fi
asan=$(ldd "$CANDOUR" 2>/dev/null | sed -n 's/.*=> \(.*libasan[^ ]*\).*/\1/p')

words='# Safeguarding Adults Review: Edith

4.6 There was disagreement among panel members about this finding.

## Recommendations

1. Agencies should consider strengthening their oversight, before its its end.
'

# What comes of a command without a fault, and with no input to read.
expect() { # program arguments...
	rm -rf out want
	mkdir out want
	mv in away
	mkdir in
	"$@" >/dev/null 2>&1
	mv out/result want/unread 2>/dev/null
	rmdir in
	mv away in
	"$@" >want/stdout 2>/dev/null
	echo $? >want/status
	mv out/result want/result 2>/dev/null || echo before >want/result
	echo before >out/result
}

# Runs one command once for each call of each kind, in the sandbox or out.
freedom=--no-sandbox
faults() { # name, kinds, program, arguments...
	name=$1
	kinds=$2
	preload=$shim
	[ "$3" = "$CANDOUR" ] && preload="$asan $shim"
	shift 2
	# None or one word: shellcheck disable=SC2086
	expect "$@" $freedom
	for kind in $kinds; do
		CND_FAULT=$kind LD_PRELOAD=$preload "$@" $freedom \
			>/dev/null 2>&1 9>report
		if grep -q "^$kind calls [1-9].* wrong 0$" report; then
			ok "$name-$(tail -n 1 report | tr ' ' -)"
		else
			not_ok "$name-$kind" "$(tail -n 20 report)"
		fi
	done
}

mkdir -p in was
printf %s "$words" >in/r.md
printf %s "$words" >in/r.txt
printf '<html><body><h1>Recommendations</h1><p>%s</p></body></html>' \
	"Agencies should consider it." >in/r.html
cp "$golden/input/aside/known.docx" in/r.docx
cp "$(dirname "$corpus")/tests/fuzz/seeds/package/small.odt" in/r.odt
cp -R in was/in

SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH
files="open read write stat rename sync mode close folder interrupt short change"
faults markdown alloc "$release" check -f json -o out/result in/r.md
faults text alloc "$release" check -f sarif -o out/result in/r.txt
faults html alloc "$release" check -f html -o out/result in/r.html
faults word alloc "$release" check -o out/result in/r.docx
faults odf alloc "$release" register -o out/result in/r.odt
faults annotate alloc "$release" annotate -o out/result in/r.docx
faults annotate-odf alloc "$release" annotate -o out/result in/r.odt
CND_FAULT_STEP=9
export CND_FAULT_STEP
faults markdown thirst "$release" check -f json -o out/result in/r.md
unset CND_FAULT_STEP

faults files "$files" "$CANDOUR" check -f json -o out/result in/r.md
faults stdout "read write interrupt short" "$CANDOUR" check in/r.docx
faults threads thread "$CANDOUR" check -j 4 -o out/result in

# Results go through a process of their own (src/app/scribe.c).
freedom=
faults scribe "$files pipe fork" "$CANDOUR" check -f json -o out/result in/r.md
faults scribe-alone "$files pipe fork" "$release" annotate -o out/result \
	in/r.docx
freedom=--no-sandbox

# With a configuration, rules, and a file that says what to leave out.
mkdir in/more in/more/rules was/in/more
printf %s "$words" | tee in/more/a.md >in/more/b.md
echo b.md >in/more/.candourignore
printf 'rules:\n  recommendation/: off\n' >in/more/.candour.yml
"$release" check -q --write-baseline known.json in/r.md >/dev/null
faults config "open read stat folder" "$CANDOUR" check -o out/result in/more
faults baseline "open read" "$CANDOUR" check -o out/result \
	--baseline known.json in/r.md
faults new-baseline "open read write rename sync" "$CANDOUR" check \
	--write-baseline out/result in/r.md
faults compare "open read write" "$CANDOUR" compare in/r.md in/r.txt \
	-o out/result

if command -v git >/dev/null; then
	git init -q . && git add in/r.md
	faults git "pipe fork read" "$release" check --staged -o out/result
fi
exit $failures
