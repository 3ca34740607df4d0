#!/bin/sh
# The main job on a report written for this repository: findings, the
# register of recommendations, the assurance table.
set -eu
report=corpus/sar-doreen.md

show() {
	printf '\n$ %s\n\n' "$*"
	"$@" || [ $? -eq 1 ]
}

show ./candour check "$report"
show ./candour register "$report"
show ./candour assure "$report"
