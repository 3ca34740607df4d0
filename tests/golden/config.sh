# .candour.yml: found, shown, in force; and what is wrong in it.
. "$(dirname "$0")/lib/golden.sh"
mkdir "$work/house" "$work/house/drafts" "$work/house/own"
cd "$work/house" || exit 1

has() { # name, words in the last output
	if grep -q -- "$2" "$work/out"; then ok "$1"; else
		not_ok "$1" "$(cat "$work/out")"; fi
}
lacks() {
	if grep -q -- "$2" "$work/out"; then
		not_ok "$1" "$(cat "$work/out")"; else ok "$1"; fi
}

cat >report.md <<'END'
# A review

The DACC met prior to the visit. He lived at Riverside House.

## Recommendations

1. Safer Families should publish a pathway by 1 May 2030.
END
cp report.md drafts/

status_is init-writes-a-file 0 "$CANDOUR" init
status_is what-init-writes-is-valid 0 "$CANDOUR" config report.md
cp .candour.yml before
status_is init-never-overwrites 2 "$CANDOUR" init
cmp -s .candour.yml before && ok file-is-as-it-was || not_ok file-is-as-it-was

cat >.candour.yml <<'END'
fail-on: never
rules:
  accountability/: off
  language/plain-words: error
rule-folders: [own]
lexicon:
  agencies: [Safer Families]
  abbreviations: [DACC]
  names: [Riverside House]
files:
  - match: drafts/
    profile: sar
    fail-on: error
END
cat >own/vague.yml <<'END'
extends: existence
message: "our own rule: '%s'"
tokens: [visit]
END
status_is config-shows-what-is-in-force 0 "$CANDOUR" config drafts/report.md
has profile-and-source 'profile: sar  # .candour.yml:12:14'
has rules-and-source 'language/plain-words: error  # .candour.yml:4:3'

status_is threshold-of-the-file 0 "$CANDOUR" check --format unix report.md
has level-is-raised 'error: .*language/plain-words'
has own-rules-run 'our own rule'
lacks groups-are-off 'accountability/'
lacks abbreviations-are-known 'undefined-abbreviation'
lacks names-are-allowed 'named-place'
status_is threshold-of-the-section 1 "$CANDOUR" check drafts/report.md
status_is option-beats-file 1 "$CANDOUR" check --fail-on error report.md
status_is disable-beats-file 0 "$CANDOUR" check --fail-on error \
	--disable language/plain-words report.md
status_is no-config-passes-over-it 1 "$CANDOUR" check --no-config \
	--format unix report.md
has default-groups-are-on 'accountability/'
has default-abbreviation 'undefined-abbreviation'
has default-place 'named-place'
status_is agencies-own-recommendations 0 "$CANDOUR" register --format json \
	report.md
has owner-is-the-agency '"text": "Safer Families"'
cp report.md draft.txt
status_is standard-input-has-a-name 1 "$CANDOUR" check \
	--stdin-filename drafts/new.md - <report.md

printf 'rules:\n  languge/: off\n' >.candour.yml
status_is wrong-rule-gives-2 2 "$CANDOUR" check report.md
error_is wrong-rule-is-placed "candour: $(pwd -P)/.candour.yml:2:3: there is \
no rule 'languge/'; did you mean 'language/'?"
printf 'falil-on: never\n' >.candour.yml
status_is wrong-key-gives-2 2 "$CANDOUR" check report.md
error_is wrong-key-is-placed "candour: $(pwd -P)/.candour.yml:1:1: key \
'falil-on' is not known here; did you mean 'fail-on'?"
exit $failures
