# The language server as a process: how it ends, with whom, and at rest.
. "$(dirname "$0")/lib/golden.sh"
cd "$work" || exit 1

say() { # one message
	printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"
}
initialize='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}'
shutdown='{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
leave='{"jsonrpc":"2.0","method":"exit"}'

ends_with() { # name, status; messages on standard input
	"$CANDOUR" lsp >out 2>err
	got=$?
	if [ "$got" -eq "$2" ]; then ok "$1"; else
		not_ok "$1" "status $got, not $2" "$(cat out err)"; fi
}

{ say "$initialize"; say "$shutdown"; say "$leave"; } |
	ends_with shutdown-and-exit 0
{ say "$initialize"; say "$leave"; } | ends_with exit-without-shutdown 1
say "$initialize" | ends_with end-of-input 1
{ say "$initialize"; printf 'Content-Length: 99\r\n\r\n{"half":'; } |
	ends_with half-a-message 1
{ say "$initialize"; printf 'no header\r\n\r\n'; } | ends_with broken-head 1
if grep -q '"id":1,"result":' out; then ok answered-before-that; else
	not_ok answered-before-that "$(cat out)"; fi
{ say "$initialize"; printf 'Content-Length: 999999999\r\n\r\n'; } |
	ends_with oversized-message 1
{ say "$initialize"; say '{]'; say "$shutdown"; say "$leave"; } |
	ends_with malformed-json-is-survived 0
printf '' | ends_with nothing-at-all 1

# A page is a file that the editor shows, gone afterwards.
{
	say '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"window":{"showDocument":{"support":true}}}}}'
	say '{"jsonrpc":"2.0","id":2,"method":"workspace/executeCommand","params":{"command":"candour.explain","arguments":["language/plain-words"]}}'
	say "$leave"
} >in
mkdir cache
XDG_CACHE_HOME="$PWD/cache" "$CANDOUR" lsp <in >out 2>err
if grep -q "window/showDocument.*file://$PWD/cache/candour/language" out; then
	ok page-is-shown; else not_ok page-is-shown "$(cat out err)"; fi
if [ -d cache/candour ] && [ -z "$(ls cache/candour)" ]; then
	ok and-gone; else not_ok and-gone "$(ls cache)"; fi

# A client that reads nothing more and is gone.
{ say "$initialize"; sleep 0.2; say "$shutdown"; say "$leave"; } |
	{ "$CANDOUR" lsp; echo $? >status; } 2>err | head -c 10 >/dev/null
if [ "$(cat status)" -le 1 ] && [ ! -s err ]; then ok client-that-vanished; else
	not_ok client-that-vanished "$(cat status err)"; fi

# Its parent's death ends it, though the pipe stays open.
sleep 60 &
parent=$!
mkfifo pipe
"$CANDOUR" lsp <pipe >out 2>err &
server=$!
exec 3>pipe
say '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":'$parent',"capabilities":{}}}' >&3
sleep 0.5
ticks() { # processor time used so far
	sed 's/.*) //' "/proc/$server/stat" 2>/dev/null | cut -d' ' -f12,13
}
if [ -r "/proc/$server/stat" ]; then
	before=$(ticks)
	sleep 1
	if [ "$(ticks)" = "$before" ]; then ok idle-costs-nothing; else
		not_ok idle-costs-nothing "$before, then $(ticks)"; fi
fi
kill "$parent"
wait "$parent" 2>/dev/null
left=60
while kill -0 "$server" 2>/dev/null && [ "$left" -gt 0 ]; do
	sleep 0.1
	left=$((left - 1))
done
if [ "$left" -gt 0 ]; then ok parent-is-watched; else
	not_ok parent-is-watched "still there"
	kill "$server"; fi
exec 3>&-
exit $failures
