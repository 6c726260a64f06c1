# shellcheck shell=bash
# What a set-up has installed, for `setup`: a line for each file of the archive, "KIND NAME VERSION ARCHITECTURE SHA256",
# where the checksum is the one in the archive's signed index. KIND is package, source or data, as in .toolchain/packages.

# shellcheck disable=SC2154  # common.sh says where
lock=$toolchain/packages.lock

# packages_of ROOT NAMES <INDEX: the packages that are installed in a root file system, those of these names (on lines of
# their own; '*': all), with what an index says of them ("Package: …" in paragraphs). Fails where it has none of a version.
packages_of() {
    local root=$1 names=$2
    {
        dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${db:Status-Status} ${Package} ${Version} ${Architecture}\n'
        printf '\n'
        cat
    } | awk -v names="$names" '
        BEGIN { count = split(names, list, "\n"); for (i = 1; i <= count; ++i) wanted[list[i]] }
        !listed && NF == 0 { listed = 1; next }
        !listed { if ($1 == "installed" && (names == "*" || $2 in wanted)) installed[$2 " " $3 " " $4]; next }
        /^Package: / { package = $2 }
        /^Version: / { version = $2 }
        /^Architecture: / { architecture = $2 }
        /^SHA256: / { checksum = $2 }
        NF == 0 { note() }
        END {
            note()
            for (one in installed) {
                if (!(one in checksums)) { print "the archive has no checksum of " one > "/dev/stderr"; failed = 1 }
                else print "package " one " " checksums[one] | "LC_ALL=C sort"
            }
            close("LC_ALL=C sort")
            exit failed
        }
        function note() {
            if (checksum != "") checksums[package " " version " " architecture] = checksum
            package = version = architecture = checksum = ""
        }'
}

# files_of KIND NAME <URIS: the same for files in the folder at hand that apt has downloaded; URIS as `--print-uris` gives
# them: 'ADDRESS' FILE SIZE SHA256:CHECKSUM. Fails where a file is another one, or none of them is there.
files_of() {
    local kind=$1 name=$2 address file checksum version any=''
    while read -r address file _ checksum; do
        [[ $address == \'* && -e $file ]] || continue # of a source only the archive is downloaded
        any=1
        if [[ $checksum != SHA256:* || $(sha256sum <"$file") != "${checksum#SHA256:}  -" ]]; then
            printf '%s is not the file that the archive names: its checksum is another one\n' "$file" >&2
            return 1
        fi
        version=${file#*_}
        version=${version%.orig*}
        version=${version%_*.deb}
        printf '%s %s %s - %s\n' "$kind" "$name" "${version//%3a/:}" "${checksum#SHA256:}"
    done
    [[ -n $any ]] || printf 'the archive names no file of %s\n' "$name" >&2
    [[ -n $any ]]
}

# all_have_checksums PACKAGE-LOCK: whether npm has a checksum to hold each package against.
all_have_checksums() {
    awk '
        /^ *"node_modules\// { if (package != "" && !found) fail(); package = $1; found = 0 }
        /^ *"integrity": "sha512-/ { found = 1 }
        END { if (package != "" && !found) fail(); exit failed }
        function fail() { print package " no checksum in " FILENAME > "/dev/stderr"; failed = 1 }' "$1"
}

# compare_with_lock KIND LIST: says in a line which other versions have been installed than the lock has; ends where the
# same version has another checksum.
compare_with_lock() {
    local kind=$1 list=$2 said
    [[ -e $lock ]] || return 0
    said=$(awk -v kind="$kind" '
        $1 != kind { next }
        FNR == NR { recorded[$2] = $3; sum[$2 " " $3 " " $4] = $5; architectures[$4]; next }
        { ++count; one = $2 " " $3 " " $4 }
        one in sum {
            if (sum[one] != $5) { refused = $2 " " $3; exit }
            next
        }
        ++others <= 3 {
            shown = shown (others > 1 ? ", " : "") $2 " " $3
            if (!($2 in recorded)) shown = shown " (new)"
            else if (recorded[$2] != $3) shown = shown " (was " recorded[$2] ")"
            else shown = shown " (" $4 ")"
        }
        END {
            if (refused != "") print "refused " refused
            else if (others) print "others " others " of " count ": " shown (others > 3 ? " …" : "")
        }' "$lock" "$list")
    case $said in
        'refused '*) die "${said#refused } is not what it was when .toolchain/packages.lock was written: the same version has another checksum" ;;
        'others '*) printf 'The mirror offers other versions than .toolchain/packages.lock has, which are used: %s\n' "${said#others }" >&2 ;;
    esac
}

# write_lock FOLDER…: the lock, from what these folders were set up with.
write_lock() {
    local folder
    for folder in "$@"; do
        [[ -e $folder/.kith-packages ]] ||
            die "$folder says not what it was set up with, as it is older than that or not there: remove it, and run '.toolchain/enter --tests true'"
    done
    {
        # shellcheck disable=SC2016  # as it stands in the file
        printf '# What the last recorded set-up installed, by `.toolchain/setup record`: kind, name, version, architecture and\n'
        printf '# SHA-256. What each package is for stands in .toolchain/packages.\n'
        for folder in "$@"; do cat "$folder/.kith-packages"; done
    } >"$lock.new"
    mv "$lock.new" "$lock"
}
