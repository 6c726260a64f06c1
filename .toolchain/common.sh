# shellcheck shell=bash
# What `enter` and `setup` both know: where things are kept and under which key.

toolchain=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck disable=SC2034  # used by those that read this
checkout=$(dirname "$toolchain")
state=${KITH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kith}

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# packages_in GROUP…: the entries of these groups in .toolchain/packages, one a line.
packages_in() {
    awk -v wanted=" $* " '
        { sub(/[ \t]*#.*/, "") }
        /^\[/ { take = index(wanted, " " substr($0, 2, length($0) - 2) " "); next }
        take && NF { print $1 }' "$toolchain/packages"
}

key_of() { sha256sum | cut -c1-12; }

groups_of() { # the groups that a root file system of this name holds
    case $1 in
        build) echo build ;;
        tests) echo build browsers oracles ;;
    esac
}

# shellcheck disable=SC2046  # the groups are words
root_of() { printf '%s/roots/%s-%s' "$state" "$1" "$(packages_in $(groups_of "$1") | sort | key_of)"; }
# The root file system to use: the bigger one holds everything, so a machine that tests needs no other.
root_for() {
    local root
    root=$(root_of "$1")
    is_ready "$root" || ! is_ready "$(root_of tests)" || root=$(root_of tests)
    printf '%s' "$root"
}
sources_of() { printf '%s/sources/%s' "$state" "$(packages_in source | key_of)"; }

data_of() { printf '%s/data/%s' "$state" "$(packages_in data | key_of)"; }

modules_of() { printf '%s/npm/%s' "$state" "$(key_of <"$checkout/tests/browser/package-lock.json")"; }

is_ready() { [[ -e $1/.kith-ready ]]; }

# Debian 14 itself needs no root file system of its own.
is_forky() {
    [[ -r /etc/os-release ]] || return 1
    local ID='' VERSION_CODENAME=''
    # shellcheck disable=SC1091
    . /etc/os-release
    [[ $ID == debian && $VERSION_CODENAME == forky ]]
}

# Sets `sandbox` to the command that runs another one with a root file system's programs,
# read-only, and this machine's devices, network and /tmp. The top is a tmpfs so that any
# path outside the root file system (the checkout, the cache) can be where it really is.
make_sandbox() {
    local root=$1 entry
    sandbox=(bwrap --tmpfs / --dev-bind /dev /dev --proc /proc --bind /tmp /tmp
        --dir /run --dir /var/tmp --die-with-parent --unshare-pid)
    for entry in "$root"/{bin,sbin,lib,lib32,lib64,usr,etc} "$root"/var/{lib,cache}; do
        if [[ -L $entry ]]; then
            sandbox+=(--symlink "$(readlink "$entry")" "${entry#"$root"}")
        elif [[ -d $entry ]]; then
            sandbox+=(--ro-bind "$entry" "${entry#"$root"}")
        fi
    done
    # This machine's way to the network: its name servers and whom it trusts.
    for entry in /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt; do
        [[ -e $entry && -e $root$entry ]] && sandbox+=(--ro-bind "$entry" "$entry")
    done
    sandbox+=(--bind "$state" "$state" --bind "$checkout" "$checkout")
}
