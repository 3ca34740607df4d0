# The program in its sandbox: the rights it has given up while it reads, and
# that all of its work is done without them.  The checked build keeps the
# leak checker's rights, so this looks at the one that is installed.
program=$PWD/candour
. "$(dirname "$0")/lib/golden.sh"
corpus=$PWD/corpus
cd "$work" || exit 1

field() { # process, name
	sed -n "s/^$2:[[:space:]]*//p" "/proc/$1/status"
}

# Starts the program, which waits for its input, and asks the system.
state_while_reading() { # arguments...
	rm -f waiting
	mkfifo waiting
	"$program" "$@" <waiting >/dev/null 2>&1 &
	child=$!
	exec 7>waiting
	i=0
	# It is where it waits once it sleeps in read() or poll().
	until [ "$(field $child State | cut -c1)" = S ] || [ $i -gt 500 ]; do
		i=$((i + 1))
	done
	sleep 0.2
	echo "$(field $child NoNewPrivs) $(field $child Seccomp)"
	grep 'Max data size' /proc/$child/limits >data_limit
	exec 7>&-
	wait $child
}

sandbox=$("$program" --version | sed -n 's/^sandbox: //p')
case $sandbox in
*seccomp*)
	[ "$(state_while_reading check --no-config -)" = "1 2" ] &&
		ok reading-is-confined || not_ok reading-is-confined
	[ "$(state_while_reading check --no-config -o out.txt -)" = "1 2" ] &&
		ok reading-for-a-file-is-confined ||
		not_ok reading-for-a-file-is-confined
	[ "$(state_while_reading lsp)" = "1 2" ] &&
		ok the-language-server-is-confined ||
		not_ok the-language-server-is-confined
	own="$(field self NoNewPrivs) $(field self Seccomp)"
	[ "$(state_while_reading check --no-config --no-sandbox -)" = "$own" ] &&
		ok no-sandbox-keeps-rights || not_ok no-sandbox-keeps-rights
	;;
*) ok "no-seccomp-here: $sandbox" ;;
esac

# CND_LIMIT_MEMORY is in force, and so is a lower one that it was given;
# what happens at either is the same.
if [ "$(ulimit -d)" = unlimited ]; then
	state_while_reading check --no-config - >/dev/null
	grep -q 'Max data size *8589934592 ' data_limit &&
		ok memory-is-bounded || not_ok memory-is-bounded "$(cat data_limit)"
fi
i=0
while [ $i -lt 200 ]; do
	cat "$corpus/sar-doreen.md"
	i=$((i + 1))
done >large.md
status_is memory-at-its-bound-gives-2 2 sh -c 'ulimit -d 60000; exec "$@"' \
	sh "$program" check --no-config --quiet -o large.txt large.md
error_is memory-at-its-bound-is-told "candour: out of memory"
[ ! -e large.txt ] && ok memory-at-its-bound-leaves-no-result ||
	not_ok memory-at-its-bound-leaves-no-result
rm large.md

# Both ways: the same words, files and the status that is wanted.
agrees() { # name, status, arguments...
	name=$1
	want=$2
	shift 2
	rm -rf confined free
	for way in confined free; do
		mkdir here here/out
		cp report.md report.docx a.md here
		cp -R folder here
		[ $way = free ] && set -- "$@" --no-sandbox
		(cd here && "$program" "$@" >stdout 2>stderr
			echo $? >status)
		mv here $way
	done
	if [ "$(cat confined/status)" != "$want" ]; then
		not_ok "$name" "$(cat confined/status)" "$(cat confined/stderr)"
	elif diff -r confined free >difference; then
		ok "$name"
	else
		not_ok "$name" "$(cat difference)"
	fi
}

echo 'He was was seen.' >a.md
cp "$corpus/sar-doreen.md" report.md
cp "$golden/input/aside/known.docx" report.docx
mkdir -p folder/below
for i in 1 2 3 4 5 6; do
	cp report.md folder/$i.md
	cp a.md folder/below/$i.md
done
printf 'rules:\n  language/: off\n' >folder/.candour.yml
"$program" check --quiet --no-config --write-baseline folder/known.json a.md \
	>/dev/null
SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH

agrees check-agrees 1 check report.md
agrees word-agrees 0 check report.docx
agrees threads-agree 1 check --jobs 4 folder
agrees json-to-a-file-agrees 1 check -f json -o out/result.json report.md
agrees two-outputs-agree 1 check -f json -o out/a.json -f sarif -o b.sarif \
	report.md
agrees null-device-agrees 1 check -o /dev/null report.md
agrees missing-folder-agrees 2 check -o nowhere/result.txt a.md
agrees missing-file-agrees 2 check nowhere.md a.md
agrees fix-agrees 1 check --fix a.md folder
agrees diff-agrees 1 check --diff a.md
agrees baseline-agrees 0 check --baseline folder/known.json a.md
agrees new-baseline-agrees 0 check --write-baseline out/b.json a.md folder
agrees pruned-baseline-agrees 1 check --baseline folder/known.json \
	--prune-baseline report.md
agrees register-agrees 0 register folder
agrees assure-agrees 0 assure -f html -o out/a.html report.md
agrees annotate-agrees 0 annotate report.docx -o out/b.docx
agrees compare-agrees 1 compare report.md a.md
agrees outline-agrees 0 outline report.docx
agrees config-agrees 0 config folder/1.md
agrees rules-agrees 0 rules --format markdown -o out/rules.md
agrees explain-agrees 0 explain recommendation/owner-missing
agrees test-agrees 0 test --only disagreement/
exit $failures
