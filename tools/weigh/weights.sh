#!/bin/sh
# Learns all scales from the files: what `make weights` does.
# Arguments: the program that learns, the folder of the scales, the files.
set -eu
train=$1
folder=$2
shift 2

learn() { # name, what a heavy paragraph says, files...
	name=$1
	description=$2
	shift 2
	"$train" "$name" "$description" "$@" >"$folder/$name.yml.new"
	mv "$folder/$name.yml.new" "$folder/$name.yml"
}

learn dissent 'Somebody disagrees with the review, or seems to.' "$@"
learn settled 'Who disagreed, about what, and what came of it.' "$@"
learn vague 'A recommendation whose doing could not be told.' "$@"
learn commissioned 'Which body commissioned the review.' "$@"
learn conducted 'Who conducted or wrote it.' "$@"
learn quality-assured 'Who tested the review or its report.' "$@"
learn signed-off 'Which body or post approved the report.' "$@"
learn accountable 'Who answers for acting on it.' "$@"
learn independent 'Why its author or chair is independent.' "$@"
learn challenge 'How those involved could challenge it.' "$@"
learn impasse 'What happens where agreement cannot be reached.' "$@"
learn terms 'The terms of reference, or where they are.' "$@"
