# The language server goes by the .candour.yml beside a text.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1
here=$(pwd -P)

say() { # one message
	printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"
}
serve() { # the answer to a pull for a text in $here/a b/report.md
	uri="file://$here/a%20b/report.md"
	{
		say '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"textDocument":{"diagnostic":{}}}}}'
		say '{"jsonrpc":"2.0","method":"initialized","params":{}}'
		say '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"'"$uri"'","languageId":"markdown","version":1,"text":"# Safeguarding Adults Review: Edith\n\nThey met prior to noon."}}}'
		say '{"jsonrpc":"2.0","id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"'"$uri"'"}}}'
		say '{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}'
		say '{"jsonrpc":"2.0","id":3,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"'"$uri"'"}}}'
		say '{"jsonrpc":"2.0","id":4,"method":"shutdown"}'
		say '{"jsonrpc":"2.0","method":"exit"}'
	} >in
	"$CANDOUR" lsp <in >out 2>err
}
has() { # name, words
	if grep -q -- "$2" out; then ok "$1"; else
		not_ok "$1" "$(cat out err)"; fi
}
lacks() {
	if grep -q -- "$2" out; then not_ok "$1" "$(cat out err)"; else
		ok "$1"; fi
}

mkdir "a b"
serve && ok server-ends-well || not_ok server-ends-well "$(cat err)"
has rule-is-on-without-a-file '"language/plain-words"'
has and-groups-are '"accountability/'
printf 'rules: {accountability/: off, language/plain-words: error}\n' \
	>"a b/.candour.yml"
serve
lacks groups-are-off '"accountability/'
has level-is-the-files '"severity":1,"code":"language/plain-words"'
printf 'rules: {acountability/: off}\n' >"a b/.candour.yml"
serve
has what-is-wrong-is-shown 'window/showMessage'
has with-its-place "candour.yml:1:9: there is no rule 'acountability/'"
has and-the-text-is-still-read '"language/plain-words"'
exit $failures
