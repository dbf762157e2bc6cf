#!/usr/bin/env bash
# Makes what the tests of endpoints need and what is too large for the tree: Node 26 from npm (TLS with ML-KEM groups and ML-DSA
# certificates), and newer Debian suites in folders of their own (OpenSSL 3.5 and later, OpenSSH 10, strongSwan 6). What is
# there already stays. Usage: .ci/peers.sh node|trixie|sid...; as root for the suites; SHIRUBE_PEERS names another folder.
set -euo pipefail
cache=${SHIRUBE_PEERS:-$HOME/.cache/shirube/peers}
mirror=http://deb.debian.org/debian
mkdir -p "$cache"

node() {
    [ -x "$cache/node/node_modules/node/bin/node" ] && return
    mkdir -p "$cache/node"
    printf '{"private":true}\n' >"$cache/node/package.json"
    (cd "$cache/node" && npm install --silent --no-audit --no-fund node@26)
}

suite() { # NAME PACKAGE...: a minimal system with these packages, none of whose services starts
    local name=$1 root=$cache/$1
    shift
    [ -e "$root/.complete" ] && return
    rm -rf --one-file-system "$root"
    debootstrap --variant=minbase "$name" "$root" "$mirror" >"$cache/$name.log" 2>&1
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    chroot "$root" debconf-set-selections <<'ANSWERS'
postfix postfix/main_mailer_type select No configuration
slapd slapd/no_configuration boolean true
ANSWERS
    chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
        apt-get install -y -qq --no-install-recommends "$@" >>"$cache/$name.log" 2>&1
    touch "$root/.complete"
}

for wanted in "$@"; do
    case $wanted in
    node) node ;;
    trixie) suite trixie openssl nginx-light openssh-server dovecot-imapd dovecot-pop3d slapd postgresql-17 postfix sslscan nmap testssl.sh ;;
    sid) suite sid openssl nginx-light openssh-server charon-systemd strongswan-swanctl libstrongswan-standard-plugins ;;
    *) echo "no such peer: $wanted" >&2; exit 2 ;;
    esac
done
