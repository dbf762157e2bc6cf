#!/bin/sh
# Makes the second corpus into a folder: second.sh FOLDER. None of the tools of make.sh has a part in it.
# Debian packages: gnutls-bin botan dropbear-bin putty-tools wireguard-tools minisign signify-openbsd age bind9-utils ldnsutils libnss3-tools xmlsec1
# python3-cryptography python3-jwt. What is missing is named, and its files are left out; score.py then says which labels have no file.
set -eu
[ $# -eq 1 ] || { echo "usage: second.sh FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
rm -rf "$1"
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
HOME=$work
export HOME
trap 'rm -rf "$work"' EXIT
have() { command -v "$1" >/dev/null || { echo "second.sh: $1 is missing: left out: $2" >&2; return 1; }; }
q() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; echo "second.sh: failed: $*" >&2; exit 1; }; }
cp -R "$here/second/." "$out/"

mkdir -p "$out/gnutls" && cd "$out/gnutls"
if have certtool gnutls/; then
    printf 'cn = corpus two\nserial = 5\nexpiration_days = 200\nca\ncert_signing_key\ncrl_signing_key\nsigning_key\n' >"$work/t"
    q certtool --generate-privkey --key-type rsa --bits 2048 --outfile rsa2048-with-text.key
    q certtool --generate-privkey --no-text --key-type rsa --bits 3072 --outfile rsa3072.key
    q certtool --generate-privkey --no-text --key-type rsa-pss --bits 2048 --hash sha256 --salt-size 32 --outfile rsapss.key
    q certtool --generate-privkey --no-text --key-type ecdsa --curve secp256r1 --outfile p256.key
    q certtool --generate-privkey --no-text --key-type ecdsa --curve secp521r1 --outfile p521.key
    q certtool --generate-privkey --no-text --key-type ed25519 --outfile ed25519.key
    q certtool --generate-privkey --no-text --key-type dsa --bits 2048 --outfile dsa.key
    q certtool --to-p8 --no-text --load-privkey p521.key --password '' --pkcs-cipher aes-256 --outfile p521-p8.pem --empty-password
    q certtool --to-p8 --load-privkey rsa3072.key --password corpus-pass-1 --pkcs-cipher aes-128 --outfile rsa3072-encrypted.p8
    q certtool --generate-self-signed --load-privkey rsa3072.key --template "$work/t" --outfile rsa3072-with-text.crt
    q certtool --generate-self-signed --no-text --load-privkey rsapss.key --sign-params=RSA-PSS --template "$work/t" --outfile rsapss.crt
    q certtool --generate-self-signed --no-text --load-privkey p521.key --template "$work/t" --outfile p521.crt
    q certtool --generate-self-signed --outder --load-privkey ed25519.key --template "$work/t" --outfile ed25519.cer
    q certtool --generate-request --no-text --load-privkey p256.key --template "$work/t" --outfile p256.req
    q certtool --generate-crl --no-text --load-ca-privkey p521.key --load-ca-certificate p521.crt --template "$work/t" --outfile p521.crl
    echo text >"$work/doc"
    q certtool --p7-sign --load-privkey rsa3072.key --load-certificate rsa3072-with-text.crt --infile "$work/doc" --outfile signed.p7b
    q certtool --p7-detached-sign --outder --load-privkey p521.key --load-certificate p521.crt --infile "$work/doc" --outfile detached.p7s
    q certtool --to-p12 --outder --load-privkey rsa3072.key --load-certificate rsa3072-with-text.crt --p12-name web --password changeit --pkcs-cipher aes-256 --outfile rsa3072.p12
    q certtool --to-p12 --outder --load-privkey p521.key --load-certificate p521.crt --p12-name locked --password "$(head -c 18 /dev/urandom | base64)" --pkcs-cipher aes-256 --outfile p521-locked.pfx
    q certtool --get-dh-params --sec-param medium --outfile dh.pem
    q certtool --load-privkey ed25519.key --pubkey-info --no-text --outfile ed25519-public.pem
fi
mkdir -p "$out/botan" && cd "$out/botan"
if have botan botan/; then
    botan keygen --algo=RSA --params=2048 >rsa.pem
    botan keygen --algo=ECDSA --params=brainpool384r1 >brainpool384.pem
    botan keygen --algo=Ed25519 >ed25519.pem
    botan keygen --algo=Curve25519 >x25519.pem
    botan keygen --algo=DSA --params=dsa/botan/2048 >dsa.pem
    botan keygen --algo=DH --params=modp/ietf/2048 >dh.pem
    botan keygen --algo=ElGamal --params=modp/ietf/2048 >elgamal.pem
    botan keygen --algo=RSA --params=2048 --passphrase=corpus-pass-1 >rsa-encrypted.pem
    botan keygen --algo=XMSS --params=XMSS-SHA2_10_256 >xmss.pem
    botan pkcs8 --pub-out brainpool384.pem >brainpool384-public.pem
    botan pkcs8 --pub-out --der-out rsa.pem >rsa-public.der
    botan gen_self_signed --dns=two.test rsa.pem two.test >rsa.crt
    botan gen_pkcs10 --dns=two.test brainpool384.pem two.test >brainpool.csr
fi
mkdir -p "$out/ssh" && cd "$out/ssh"
if have dropbearkey ssh/dropbear_*; then
    q dropbearkey -t ed25519 -f dropbear_ed25519_host_key
    dropbearkey -y -f dropbear_ed25519_host_key | grep '^ssh-' >dropbear.pub
    q dropbearkey -t ecdsa -s 521 -f "$work/db"
    { echo 'environment="A=b,ssh-rsa" '"$(dropbearkey -y -f "$work/db" | grep '^ecdsa-')"; } >authorized_keys2
fi
if have puttygen ssh/*.ppk; then
    : >"$work/empty"
    head -c 20 /dev/urandom | base64 >"$work/secret"
    q puttygen -q -t rsa -b 3072 -C two -o rsa.ppk --new-passphrase "$work/empty" --ppk-param version=2
    q puttygen -q -t ecdsa -b 384 -C two -o ecdsa-locked.ppk --new-passphrase "$work/secret"
    q puttygen -q -t ed448 -C two -o ed448.ppk --new-passphrase "$work/empty"
    q puttygen rsa.ppk -O private-openssh-new -o rsa_openssh
    q puttygen rsa.ppk -O private-sshcom -o rsa_sshcom
    q puttygen rsa.ppk -O public -o rsa-rfc4716.pub
    q puttygen rsa.ppk -O public-openssh -o rsa.pub
fi
mkdir -p "$out/small" && cd "$out/small"
if have wg small/wg.conf; then
    secret=$(wg genkey)
    printf '# office\n[Interface]\nPrivateKey=%s\n[Peer]\n# branch\nPublicKey = %s\nPresharedKey = %s\nEndpoint = 192.0.2.4:51820\n' \
        "$secret" "$(wg genkey | wg pubkey)" "$(wg genpsk)" >wg.conf
fi
have minisign small/minisign && q minisign -G -W -f -p minisign.pub -s minisign.key
have signify-openbsd small/signify && q signify-openbsd -G -n -p signify.pub -s signify.sec
if have age-keygen small/age; then
    age-keygen -o keys.txt 2>/dev/null
    { echo '# backup readers'; age-keygen -y keys.txt; } >recipients.txt
fi
if have dnssec-keygen small/K*; then
    dnssec-keygen -q -a RSASHA256 -b 2048 -n ZONE two.test >name && mv "$(cat name).key" Ktwo.test.+008+11111.key && mv "$(cat name).private" Ktwo.test.+008+11111.private
    dnssec-keygen -q -a ECDSAP384SHA384 -f KSK two.test >name && mv "$(cat name).key" Ktwo.test.+014+22222.key && rm -f "$(cat name).private"
    rm -f name
fi
if have ldns-keygen small/Kldns*; then
    ldns-keygen -a ED25519 -k ldns.test >name && mv "$(cat name).key" Kldns.test.+015+33333.key && rm -f "$(cat name)".private "$(cat name)".ds name
fi
mkdir -p "$out/nss" && cd "$out/nss"
if have certutil nss/; then
    head -c 64 /dev/urandom >"$work/noise"
    : >"$work/nopass"
    q certutil -N -d sql:. --empty-password
    q certutil -S -d sql:. -n server -s CN=nss-rsa -x -t CT,C,C -k rsa -g 2048 -z "$work/noise" -f "$work/nopass" -m 1
    q certutil -S -d sql:. -n ec -s CN=nss-ec -x -t CT,C,C -k ec -q nistp256 -z "$work/noise" -f "$work/nopass" -m 2
    q pk12util -o "$out/nss/export.p12" -d sql:. -n ec -k "$work/nopass" -W corpus-pass-1
fi
PY=/usr/bin/python3
if "$PY" -c 'import cryptography, jwt' 2>/dev/null; then
    "$PY" "$here/second.py" "$out"
else
    echo "second.sh: python3-cryptography or python3-jwt is missing: left out: python/" >&2
fi
if have xmlsec1 python/xmlsec-signed.xml; then
    [ -f "$out/python/rsa4096.pem" ] && q xmlsec1 --sign --privkey-pem "$out/python/rsa4096.pem,$out/python/chain.pem" --output "$out/python/xmlsec-signed.xml" "$here/second-template.xml"
fi
find "$out" -type f | wc -l
