#!/bin/sh
# Slower looks at the program than `make check` has time for.  Argument:
# tsan (threads), msan (reads of what nobody wrote), memcheck (valgrind) or
# analyzer (gcc -fanalyzer).
set -u
failed=0

holds() { # name, command...
	name=$1
	shift
	if "$@" >build/analysis.log 2>&1; then
		echo "ok $name"
	else
		echo "not ok $name"
		tail -n 40 build/analysis.log
		failed=$((failed + 1))
	fi
}

# 0 and 1 are answers, 2 and more are not.
answers() {
	"$@"
	[ $? -le 1 ]
}

tsan() {
	built=build/tsan
	TSAN_OPTIONS=halt_on_error=1:exitcode=66
	export TSAN_OPTIONS
	work=$(mktemp -d)
	for i in 1 2 3 4; do
		for report in corpus/*.md; do
			cp "$report" "$work/$i-$(basename "$report")"
		done
	done
	for jobs in 2 4 16; do
		holds "threads-check-$jobs" answers $built/candour check \
			--quiet --no-config -j $jobs "$work"
	done
	holds threads-rules answers $built/candour check --quiet -j 4 \
		--no-config --rules tests/golden/rules "$work"
	holds threads-register answers $built/candour register -j 4 \
		--no-config "$work"
	for test in "$built"/tests/*/test_*; do
		case $test in *.d) continue ;; esac
		holds "threads-$(basename "$test")" "$test"
	done
	rm -rf "$work"
}

# A test that needs a library that is not built for it is skipped.
msan() {
	skipped=
	for source in tests/unit/*/test_*.c; do
		name=${source#tests/unit/}
		name=${name%.c}
		build/msan/tests/"$name" >build/msan.log 2>&1
		case $? in
		0) echo "ok memory-$name" ;;
		77) skipped="$skipped $name" ;;
		*)
			echo "not ok memory-$name"
			tail -n 40 build/msan.log
			failed=$((failed + 1))
			;;
		esac
	done
	echo "skipped:$skipped"
}

memcheck() {
	if ! command -v valgrind >/dev/null; then
		echo "no valgrind here: nothing was checked"
		return
	fi
	valgrind="valgrind -q --error-exitcode=99 --leak-check=full
		--errors-for-leak-kinds=definite,indirect,possible"
	input=tests/golden/input
	# The words of $valgrind are words on purpose.
	# shellcheck disable=SC2086
	{
		holds memory-markdown answers $valgrind ./candour check \
			--no-sandbox --no-config -f sarif $input/report.md
		holds memory-word answers $valgrind ./candour check \
			--no-sandbox --no-config -f html \
			$input/aside/known.docx
		holds memory-annotate answers $valgrind ./candour annotate \
			--no-sandbox --no-config $input/aside/known.docx \
			-o build/annotated.docx
		holds memory-compare answers $valgrind ./candour compare \
			--no-sandbox --no-config $input/aside/known.docx \
			$input/aside/known-more.docx
		holds memory-rules answers $valgrind ./candour check \
			--no-sandbox --no-config --rules tests/golden/rules \
			-j 2 $input/report.md $input/clean.txt
	}
}

# What tests/analyzer.txt does not explain.
unexplained() {
	printf '%s\n' src/*/*.c | xargs -P 2 -n 1 gcc -std=c11 -O1 -fanalyzer \
		-Iinclude -Isrc -D_XOPEN_SOURCE=700 -DCND_VERSION=\"lint\" \
		-c -o /dev/null 2>build/analyzer.log
	sed -n 's/^\(src[^:]*\):.*\[-W\(analyzer[a-z-]*\)\]$/\1 \2/p' \
		build/analyzer.log | sort -u | while read -r found; do
		grep -q "^$found " tests/analyzer.txt || echo "$found"
	done
}

analyzer() {
	holds gcc-analyzer test -z "$(unexplained)"
	[ "$failed" -eq 0 ] || cat build/analyzer.log
}

"$1"
[ "$failed" -eq 0 ]
