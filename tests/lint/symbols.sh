#!/bin/sh
# The program cannot reach a network: no such symbol is in it.
set -u
make -s candour || exit 1
if nm -D --undefined-only candour | grep -wE \
	'socket|connect|bind|listen|accept|send|sendto|recv|recvfrom|getaddrinfo|gethostbyname'; then
	echo "candour: a networking symbol"
	exit 1
fi
