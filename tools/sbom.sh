#!/bin/sh
# The program's bill of materials, SPDX 2.3 in JSON, to standard output.
# Arguments: the program, its version, and the pkg-config names of what it
# is built with.  The C library is told of too, as the program needs it.
set -eu
program=$1
version=$2
shift 2
# hunspell is C++.
case " $* " in
*" hunspell "*) set -- "$@" libstdc++ ;;
esac

# What each is licensed under, by its own declaration.
licence() { # pkg-config name
	case $1 in
	libpcre2-8) echo "BSD-3-Clause" ;;
	yaml-0.1 | libutf8proc | md4c | expat) echo "MIT" ;;
	zlib | minizip) echo "Zlib" ;;
	gumbo) echo "Apache-2.0" ;;
	hunspell)
		echo "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later"
		;;
	libstdc++) echo "GPL-3.0-or-later WITH GCC-exception-3.1" ;;
	libc) echo "LGPL-2.1-or-later" ;;
	*) echo "NOASSERTION" ;;
	esac
}

# The library's file: the shared one that the program is bound to, or the
# archive that went into it.
file_of() { # pkg-config name
	case $1 in
	libc | libstdc++) name=$1 ;;
	*) name=$(pkg-config --libs-only-l "$1" |
		sed 's/^ *-l\([^ ]*\).*/lib\1/') ;;
	esac
	file=$(ldd "$program" 2>/dev/null | awk -v name="$name.so" \
		'index($1, name) == 1 { print $3; exit }')
	case $file:$1 in
	?*:* | :libc) ;;
	:libstdc++) file=$(cc -print-file-name=libstdc++.a) ;;
	:*) file=$(pkg-config --variable=libdir "$1")/$name.a ;;
	esac
	[ ! -e "$file" ] || echo "$file"
}

# "name version" of the system's package that holds a file.
package_of() { # file
	[ -n "$1" ] && command -v dpkg-query >/dev/null || return 0
	owner=$(dpkg-query -S "$1" 2>/dev/null ||
		dpkg-query -S "$(readlink -f "$1")" 2>/dev/null) || return 0
	dpkg-query -W -f '${Package} ${Version}\n' "${owner%%: *}" |
		sed -e 's/:/%3A/g' -e 's/+/%2B/g'
}

# Ids have letters, digits, dots and dashes.
id_of() { # name
	echo "$1" | sed 's/+/p/g'
}

checksum() {
	sha256sum "$1" | cut -d ' ' -f 1
}

# The time of the sources, so that the same sources give the same bytes.
created() {
	seconds=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null ||
		echo 0)}
	date -u -d "@$seconds" +%Y-%m-%dT%H:%M:%SZ
}

put_package() { # id name version licence checksum reference
	cat <<-END
	    {
	      "SPDXID": "SPDXRef-$1",
	      "name": "$2",
	      "versionInfo": "$3",
	      "supplier": "NOASSERTION",
	      "downloadLocation": "NOASSERTION",
	      "filesAnalyzed": false,
	END
	[ -z "$5" ] || cat <<-END
	      "checksums": [
	        { "algorithm": "SHA256", "checksumValue": "$5" }
	      ],
	END
	[ -z "$6" ] || cat <<-END
	      "externalRefs": [
	        {
	          "referenceCategory": "PACKAGE-MANAGER",
	          "referenceType": "purl",
	          "referenceLocator": "$6"
	        }
	      ],
	END
	cat <<-END
	      "licenseConcluded": "NOASSERTION",
	      "licenseDeclared": "$4",
	      "copyrightText": "NOASSERTION"
	    }
	END
}

put_library() { # pkg-config name
	file=$(file_of "$1")
	# The fields are words on purpose.
	# shellcheck disable=SC2046
	set -- "$1" $(package_of "$file")
	case $1 in
	libc) built=$(getconf GNU_LIBC_VERSION 2>/dev/null |
		sed 's/.* //') ;;
	libstdc++) built=$(cc -dumpfullversion) ;;
	*) built=$(pkg-config --modversion "$1") ;;
	esac
	put_package "$(id_of "$1")" "$1" "${built:-NOASSERTION}" "$(licence "$1")" \
		"$([ -z "$file" ] || checksum "$file")" \
		"$([ -z "${3:-}" ] || echo "pkg:deb/debian/$2@$3")"
}

sum=$(checksum "$program")
cat <<END
{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "name": "candour-$version",
  "documentNamespace": "https://spdx.org/spdxdocs/candour-$version-$sum",
  "creationInfo": {
    "created": "$(created)",
    "creators": [ "Tool: candour-sbom-$version" ]
  },
  "packages": [
END
put_package candour candour "$version" "$(sed -n '1s/ License$//p' LICENSE)" \
	"$sum" ""
for name in "$@" libc; do
	echo "    ,"
	put_library "$name"
done
cat <<END
  ],
  "relationships": [
    {
      "spdxElementId": "SPDXRef-DOCUMENT",
      "relationshipType": "DESCRIBES",
      "relatedSpdxElement": "SPDXRef-candour"
    }
END
for name in "$@" libc; do
	cat <<END
    ,
    {
      "spdxElementId": "SPDXRef-candour",
      "relationshipType": "DEPENDS_ON",
      "relatedSpdxElement": "SPDXRef-$(id_of "$name")"
    }
END
done
printf '  ]\n}\n'
