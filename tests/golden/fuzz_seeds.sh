# Every fuzz target on its seeds and on what was once found.
status=0
built=$(dirname "$CANDOUR")/fuzz
for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	name=${name#fuzz_}
	"$built/$name" tests/fuzz/seeds/"$name"/* || {
		echo "not ok fuzz_$name"
		status=1
	}
done
exit $status
