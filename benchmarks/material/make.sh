#!/bin/sh
# Makes the first corpus of key material into a folder: benchmarks/material/make.sh FOLDER [REPOSITORY_FOLDER]
# Tools: openssl, ssh-keygen, gpg, keytool and jarsigner of JDK 17 and JDK 25, Bouncy Castle (from the local Maven repository), git.
# Offline; keys are new on every run, names and lines stay, so expected.csv holds kinds, sizes, curves and lines, no fingerprints.
# Variables: JAVA17, JAVA25 (JDK folders), M2 (local Maven repository).
set -eu
[ $# -ge 1 ] || { echo "usage: make.sh FOLDER [REPOSITORY_FOLDER]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
out=$1
repository=${2:-$1.git-sample}
JAVA17=${JAVA17:-/usr/lib/jvm/java-17-openjdk-amd64}
JAVA25=${JAVA25:-$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -n 1)}
M2=${M2:-$HOME/.m2/repository}
BC=$M2/org/bouncycastle
classpath=$BC/bcprov-jdk18on/1.84/bcprov-jdk18on-1.84.jar:$BC/bcpkix-jdk18on/1.84/bcpkix-jdk18on-1.84.jar:$BC/bcutil-jdk18on/1.84/bcutil-jdk18on-1.84.jar
for tool in openssl ssh-keygen gpg git "$JAVA17/bin/keytool" "$JAVA25/bin/keytool"; do
    command -v "$tool" >/dev/null || { echo "make.sh: $tool is missing" >&2; exit 2; }
done
rm -rf "$out" "$repository"
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
HOME=$work/home
GNUPGHOME=$work/gnupg
export HOME GNUPGHOME
mkdir -p "$HOME" "$GNUPGHOME"
chmod 700 "$GNUPGHOME"
trap 'gpgconf --homedir "$GNUPGHOME" --kill all >/dev/null 2>&1 || :; rm -rf "$work"' EXIT
known=corpus-pass-1 # stands in passwords.txt beside this script
unknown=$(openssl rand -hex 16) # stands nowhere

q() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; echo "make.sh: failed: $*" >&2; exit 1; }; }

# --- what is written by hand: settings, manifests, decoys
for part in settings manifests decoys embedded; do
    [ -d "$here/$part" ] && cp -R "$here/$part" "$out/$part"
done

# --- keys by openssl
mkdir -p "$out/keys" && cd "$out/keys"
q openssl genrsa -traditional -out rsa2048-pkcs1.pem 2048
q openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out rsa3072-pkcs8.pem
q openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4096 -out rsa4096-pkcs8.pem
q openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa1024-pkcs8.pem
q openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_primes:3 -out rsa2048-three-primes.pem
q openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out rsapss2048-pkcs8.pem
q openssl rsa -in rsa2048-pkcs1.pem -traditional -outform DER -out rsa2048-pkcs1.der
q openssl pkcs8 -topk8 -nocrypt -in rsa3072-pkcs8.pem -outform DER -out rsa3072-pkcs8.der
q openssl rsa -in rsa3072-pkcs8.pem -pubout -out rsa3072-spki.pem
q openssl rsa -in rsa3072-pkcs8.pem -pubout -outform DER -out rsa3072-spki.der
q openssl rsa -in rsa2048-pkcs1.pem -RSAPublicKey_out -out rsa2048-public-pkcs1.pem
q openssl rsa -in rsa2048-pkcs1.pem -RSAPublicKey_out -outform DER -out rsa2048-public-pkcs1.der
q openssl rsa -in rsa2048-pkcs1.pem -traditional -aes128 -passout "pass:$known" -out rsa2048-pkcs1-password.pem
q openssl rsa -in rsa2048-pkcs1.pem -traditional -aes256 -passout "pass:$unknown" -out rsa2048-pkcs1-locked.pem
q openssl pkcs8 -topk8 -v2 aes-256-cbc -in rsa3072-pkcs8.pem -passout "pass:$known" -out rsa3072-pkcs8-password.pem
q openssl pkcs8 -topk8 -v2 aes-256-cbc -in rsa3072-pkcs8.pem -passout "pass:$unknown" -out rsa3072-pkcs8-locked.pem
q openssl pkcs8 -topk8 -v2 aes-256-cbc -in rsa3072-pkcs8.pem -passout "pass:$known" -outform DER -out rsa3072-pkcs8-password.der
q openssl pkcs8 -topk8 -scrypt -in rsa3072-pkcs8.pem -passout "pass:$known" -out rsa3072-pkcs8-scrypt.pem
q openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -in rsa3072-pkcs8.pem -passout "pass:$known" -out rsa3072-pkcs8-pbes1.pem
for curve in prime256v1 secp384r1 secp521r1 secp256k1 secp224r1 brainpoolP256r1 brainpoolP384r1 sect283k1 SM2; do
    q openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:$curve -out "ec-$curve-pkcs8.pem"
done
q openssl ecparam -name prime256v1 -genkey -out ec-prime256v1-sec1-with-parameters.pem
q openssl ecparam -name secp384r1 -genkey -noout -out ec-secp384r1-sec1.pem
q openssl ec -in ec-secp384r1-sec1.pem -outform DER -out ec-secp384r1-sec1.der
q openssl ec -in ec-secp384r1-sec1.pem -aes256 -passout "pass:$known" -out ec-secp384r1-sec1-password.pem
q openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -pkeyopt ec_param_enc:explicit -out ec-explicit-p256-pkcs8.pem
q openssl pkey -in ec-prime256v1-pkcs8.pem -pubout -out ec-prime256v1-spki.pem
q openssl pkey -in ec-secp521r1-pkcs8.pem -pubout -outform DER -out ec-secp521r1-spki.der
q openssl ecparam -name secp384r1 -out ec-secp384r1-parameters.pem
q openssl ecparam -name prime256v1 -param_enc explicit -out ec-explicit-p256-parameters.pem
for name in ED25519 ED448 X25519 X448; do
    lower=$(echo "$name" | tr A-Z a-z)
    q openssl genpkey -algorithm $name -out "$lower-pkcs8.pem"
    q openssl pkey -in "$lower-pkcs8.pem" -pubout -out "$lower-spki.pem"
done
q openssl pkey -in ed25519-pkcs8.pem -outform DER -out ed25519-pkcs8.der
q openssl dsaparam -out dsa2048-parameters.pem 2048
q openssl gendsa -out dsa2048-pkcs8.pem dsa2048-parameters.pem
q openssl pkey -in dsa2048-pkcs8.pem -traditional -out dsa2048-traditional.pem
q openssl pkey -in dsa2048-pkcs8.pem -pubout -out dsa2048-spki.pem
q openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048 -out dh-ffdhe2048-parameters.pem
q openssl genpkey -genparam -algorithm DH -pkeyopt group:ffdhe3072 -out "$work/dh3072.pem"
q openssl pkeyparam -in "$work/dh3072.pem" -out dh-ffdhe3072-parameters.pem
q openssl dhparam -in dh-ffdhe2048-parameters.pem -outform DER -out dh-ffdhe2048-parameters.der
q openssl dhparam -dsaparam -out dh-1024-parameters.pem 1024
q openssl genpkey -paramfile dh-ffdhe2048-parameters.pem -out dh-ffdhe2048-pkcs8.pem
q openssl genpkey -genparam -algorithm DHX -pkeyopt dh_rfc5114:2 -out dhx-2048-parameters.pem
q openssl genpkey -paramfile dhx-2048-parameters.pem -out dhx-2048-pkcs8.pem
sed 's/$/\r/' rsa3072-spki.pem >rsa3072-spki-crlf.pem
{ cat rsa3072-spki.pem; echo; echo '# the old one, kept until spring'; cat ec-prime256v1-spki.pem; echo text; cat ed25519-spki.pem; } >three-public-keys.pem
cat rsa2048-pkcs1.pem ec-secp384r1-sec1.pem >two-private-keys.key

# --- keys by ssh-keygen
for bits in 2048 3072 4096; do q ssh-keygen -q -t rsa -b $bits -N '' -C "rsa$bits@corpus" -f ssh_rsa_$bits; done
for bits in 256 384 521; do q ssh-keygen -q -t ecdsa -b $bits -N '' -C "ec$bits@corpus" -f ssh_ecdsa_$bits; done
q ssh-keygen -q -t ed25519 -N '' -C ed@corpus -f ssh_ed25519
q ssh-keygen -q -t dsa -N '' -C dsa@corpus -f ssh_dsa
q ssh-keygen -q -t rsa -b 2048 -m PEM -N '' -C pem@corpus -f ssh_rsa_pem
q ssh-keygen -q -t rsa -b 2048 -m PKCS8 -N '' -C pkcs8@corpus -f ssh_rsa_pkcs8
q ssh-keygen -q -t ed25519 -N "$unknown" -C locked@corpus -f ssh_ed25519_locked
q ssh-keygen -q -t ecdsa -b 384 -N "$known" -C known@corpus -f ssh_ecdsa_384_password
ssh-keygen -e -f ssh_rsa_3072.pub >ssh_rsa_3072_rfc4716.pub
ssh-keygen -e -m PKCS8 -f ssh_ecdsa_256.pub >ssh_ecdsa_256_spki.pem
q ssh-keygen -q -s ssh_ed25519 -I user -n root -V +1d ssh_ecdsa_256.pub
q ssh-keygen -q -s ssh_rsa_4096 -h -I host -n host.corpus.test -V +1d ssh_rsa_2048.pub
{
    echo '# keys of the operators'
    cat ssh_ed25519.pub
    printf 'from="192.0.2.0/24",command="/usr/bin/backup --all",no-pty ' && cat ssh_rsa_2048.pub
    echo
    printf 'cert-authority,principals="root" ' && cat ssh_ecdsa_521.pub
    printf '#' && cat ssh_dsa.pub
} >authorized_keys
{
    printf 'host.corpus.test,192.0.2.7 ' && cut -d' ' -f1,2 ssh_ed25519.pub
    printf '[host.corpus.test]:2222 ' && cut -d' ' -f1,2 ssh_ecdsa_256.pub
    printf '@cert-authority *.corpus.test ' && cut -d' ' -f1,2 ssh_rsa_4096.pub
} >known_hosts
cp known_hosts "$work/known_hosts"
q ssh-keygen -H -f "$work/known_hosts"
mkdir -p hashed && cp "$work/known_hosts" hashed/known_hosts
printf 'a@corpus.test namespaces="git" ' >allowed_signers && cut -d' ' -f1,2 ssh_ed25519.pub >>allowed_signers

# --- keys by gpg
gpgq() { q gpg --batch --quiet --no-auto-check-trustdb --pinentry-mode loopback --passphrase '' "$@"; }
fingerprint() { gpg --list-keys --with-colons "$1" 2>/dev/null | awk -F: '/^fpr/{print $10;exit}'; }
gpgq --quick-generate-key 'Rsa <rsa@corpus.test>' rsa2048 sign never
gpgq --quick-add-key "$(fingerprint rsa@corpus.test)" rsa3072 encr never
gpgq --quick-generate-key 'Ed <ed@corpus.test>' ed25519 sign never
gpgq --quick-add-key "$(fingerprint ed@corpus.test)" cv25519 encr never
gpgq --quick-generate-key 'Nist <nist@corpus.test>' nistp256 sign never
gpgq --quick-add-key "$(fingerprint nist@corpus.test)" nistp384 encr never
gpgq --quick-generate-key 'Brain <brain@corpus.test>' brainpoolP256r1 sign never
gpgq --quick-generate-key 'Old <old@corpus.test>' dsa2048 sign never
gpgq --quick-add-key "$(fingerprint old@corpus.test)" elg2048 encr never
for who in rsa ed nist brain old; do
    gpgq --armor --export-options export-minimal --output pgp-$who-public.asc --export $who@corpus.test
done
gpgq --output pgp-rsa-public.gpg --export rsa@corpus.test
gpgq --output pgp-ed-public.pgp --export ed@corpus.test
gpgq --armor --output pgp-ed-secret.asc --export-secret-keys ed@corpus.test
gpgq --output pgp-nist-secret.gpg --export-secret-keys nist@corpus.test
gpgq --armor --output pgp-two-public.asc --export rsa@corpus.test nist@corpus.test

# --- certificates, requests, lists by openssl
mkdir -p "$out/certs" && cd "$out/certs"
K=$out/keys
self() { # file key digest options...
    file=$1 key=$2
    shift 2
    q openssl req -x509 -new -key "$K/$key" -subj "/C=JP/O=Corpus/CN=$file" -days 400 -out "$file" "$@"
}
self rsa2048.pem rsa2048-pkcs1.pem -sha256
self rsa1024-sha1.pem rsa1024-pkcs8.pem -sha1
self rsa3072-pss-signature.pem rsa3072-pkcs8.pem -sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:48
self rsapss-key.pem rsapss2048-pkcs8.pem -sha256
self p256.pem ec-prime256v1-pkcs8.pem -sha256
self p384.pem ec-secp384r1-pkcs8.pem -sha384
self p521.pem ec-secp521r1-pkcs8.pem -sha512
self p224.pem ec-secp224r1-pkcs8.pem -sha256
self secp256k1.pem ec-secp256k1-pkcs8.pem -sha256
self brainpoolP256r1.pem ec-brainpoolP256r1-pkcs8.pem -sha256
self brainpoolP384r1.pem ec-brainpoolP384r1-pkcs8.pem -sha384
self sect283k1.pem ec-sect283k1-pkcs8.pem -sha256
self explicit-p256.pem ec-explicit-p256-pkcs8.pem -sha256
self ed25519.pem ed25519-pkcs8.pem
self ed448.pem ed448-pkcs8.pem
self dsa2048.pem dsa2048-pkcs8.pem -sha256
self sm2.pem ec-SM2-pkcs8.pem -sm3
q openssl x509 -in rsa2048.pem -outform DER -out rsa2048.der
q openssl x509 -in p384.pem -outform DER -out p384.cer
q openssl x509 -in rsa2048.pem -trustout -addtrust serverAuth -out rsa2048-trusted.pem
q openssl req -new -key "$K/rsa3072-pkcs8.pem" -subj /CN=csr-rsa -out request-rsa3072.csr
q openssl req -new -key "$K/rsa3072-pkcs8.pem" -subj /CN=csr-rsa -newhdr -out request-rsa3072-newhdr.csr
q openssl req -new -key "$K/ec-secp384r1-pkcs8.pem" -subj /CN=csr-ec -outform DER -out request-p384.der
q openssl req -new -key "$K/ed25519-pkcs8.pem" -subj /CN=csr-ed -out request-ed25519.p10
q openssl req -new -key "$K/rsapss2048-pkcs8.pem" -subj /CN=csr-pss -out request-rsapss.csr
q openssl x509 -req -in request-rsa3072.csr -signkey "$K/rsa3072-pkcs8.pem" -days 30 -out rsa3072-v1.pem
printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' >"$work/ca.ext"
printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n' >"$work/leaf.ext"
q openssl req -new -key "$K/ec-secp384r1-pkcs8.pem" -subj '/CN=Corpus root' -out "$work/root.csr"
q openssl x509 -req -in "$work/root.csr" -signkey "$K/ec-secp384r1-pkcs8.pem" -extfile "$work/ca.ext" -days 3000 -out chain-root.pem
q openssl req -new -key "$K/ec-prime256v1-pkcs8.pem" -subj '/CN=Corpus intermediate' -out "$work/mid.csr"
q openssl x509 -req -in "$work/mid.csr" -CA chain-root.pem -CAkey "$K/ec-secp384r1-pkcs8.pem" -set_serial 7 -extfile "$work/ca.ext" -days 2000 -out chain-intermediate.pem
q openssl req -new -key "$K/rsa4096-pkcs8.pem" -subj '/CN=leaf.corpus.test' -out "$work/leaf.csr"
q openssl x509 -req -in "$work/leaf.csr" -CA chain-intermediate.pem -CAkey "$K/ec-prime256v1-pkcs8.pem" -set_serial 8 -extfile "$work/leaf.ext" -days 90 -out chain-leaf.pem
q openssl x509 -req -in "$work/leaf.csr" -force_pubkey "$K/x25519-spki.pem" -CA chain-intermediate.pem -CAkey "$K/ec-prime256v1-pkcs8.pem" -set_serial 9 -days 90 -out x25519-subject.pem
cat chain-leaf.pem chain-intermediate.pem chain-root.pem >chain-fullchain.pem
{ cat chain-leaf.pem; cat "$K/rsa4096-pkcs8.pem"; } >leaf-and-key.pem
{ openssl x509 -in rsa2048.pem -noout -text; cat rsa2048.pem; } >rsa2048-with-text.pem
sed 's/$/\r/' ed25519.pem >ed25519-crlf.crt
sed 's/BEGIN CERT/BEGIN X509 CERT/; s/END CERT/END X509 CERT/' p256.pem >p256-x509-label.pem
q openssl crl2pkcs7 -nocrl -certfile chain-fullchain.pem -out bundle.p7b
q openssl crl2pkcs7 -nocrl -certfile chain-fullchain.pem -outform DER -out bundle.p7c
mkdir -p "$work/ca" && : >"$work/ca/index.txt" && echo 1000 >"$work/ca/crlnumber"
cat >"$work/ca/ca.cnf" <<'CNF'
[ca]
default_ca = d
[d]
database = index.txt
crlnumber = crlnumber
default_md = sha384
default_crl_days = 30
CNF
(cd "$work/ca" && q openssl ca -config ca.cnf -gencrl -keyfile "$K/ec-secp384r1-pkcs8.pem" -cert "$out/certs/chain-root.pem" -out "$out/certs/root.crl.pem")
q openssl crl -in root.crl.pem -outform DER -out root.crl
(cd "$work/ca" && q openssl ca -config ca.cnf -md sha256 -gencrl -keyfile "$K/rsa2048-pkcs1.pem" -cert "$out/certs/rsa2048.pem" -out "$out/certs/rsa.crl.pem")
q openssl crl2pkcs7 -in rsa.crl.pem -certfile rsa2048.pem -out bundle-with-crl.p7b
printf 'V\t350101000000Z\t\t08\tunknown\t/CN=leaf.corpus.test\n' >"$work/ca/index.txt"
q openssl ocsp -sha256 -issuer chain-intermediate.pem -cert chain-leaf.pem -no_nonce -reqout "$work/ocsp.req"
(cd "$work/ca" && q openssl ocsp -index index.txt -rsigner "$out/certs/chain-intermediate.pem" -rkey "$K/ec-prime256v1-pkcs8.pem" -CA "$out/certs/chain-intermediate.pem" -reqin "$work/ocsp.req" -respout "$out/certs/leaf.ocsp" -ndays 30)
(cd "$work/ca" && q openssl ocsp -index index.txt -resp_no_certs -rsigner "$out/certs/chain-intermediate.pem" -rkey "$K/ec-prime256v1-pkcs8.pem" -CA "$out/certs/chain-intermediate.pem" -reqin "$work/ocsp.req" -respout "$out/certs/leaf-without-certificates.ors" -ndays 30)
openssl spkac -key "$K/rsa3072-pkcs8.pem" -challenge corpus >request.spkac 2>/dev/null

# --- keystores by openssl and keytool
mkdir -p "$out/keystores" && cd "$out/keystores"
k17() { q "$JAVA17/bin/keytool" -noprompt "$@"; }
k25() { q "$JAVA25/bin/keytool" -noprompt "$@"; }
k17 -genkeypair -alias server -keyalg RSA -keysize 2048 -dname CN=p12-rsa -keystore rsa2048-default.p12 -storetype PKCS12 -storepass changeit
k17 -genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=p12-ec -keystore p256-password.p12 -storetype PKCS12 -storepass "$known"
k17 -genkeypair -alias server -keyalg EC -groupname secp384r1 -dname CN=p12-locked -keystore p384-locked.p12 -storetype PKCS12 -storepass "$unknown"
k17 -genkeypair -alias app -keyalg RSA -keysize 3072 -dname CN=jks-rsa -keystore rsa3072.jks -storetype JKS -storepass changeit -keypass changeit
k17 -importcert -alias root -file "$out/certs/chain-root.pem" -keystore rsa3072.jks -storepass changeit
k17 -genkeypair -alias app -keyalg DSA -keysize 2048 -dname CN=jks-dsa -keystore dsa2048-locked.jks -storetype JKS -storepass "$unknown" -keypass "$unknown"
k17 -genkeypair -alias app -keyalg RSA -keysize 4096 -dname CN=jceks -keystore rsa4096.jceks -storetype JCEKS -storepass changeit -keypass changeit
k17 -genseckey -alias secret -keyalg AES -keysize 256 -keystore rsa4096.jceks -storetype JCEKS -storepass changeit -keypass changeit
k17 -importcert -alias one -file "$out/certs/p256.pem" -keystore truststore.p12 -storetype PKCS12 -storepass changeit
k17 -importcert -alias two -file "$out/certs/rsa2048.pem" -keystore truststore.p12 -storetype PKCS12 -storepass changeit
for name in rsa2048 p256 p384 p521 ed25519 dsa2048 rsa1024-sha1 chain-root chain-intermediate ed448; do
    k17 -importcert -alias $name -file "$out/certs/$name.pem" -keystore cacerts -storetype JKS -storepass changeit
done
for name in rsa2048 p256 p384; do
    q "$JAVA25/bin/keytool" -J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE -J-Dkeystore.pkcs12.macAlgorithm=NONE \
        -noprompt -importcert -alias $name -file "$out/certs/$name.pem" -keystore passwordless.p12 -storetype PKCS12 -storepass changeit
done
k25 -genkeypair -alias sign -keyalg ML-DSA -groupname ML-DSA-65 -dname CN=p12-mldsa -keystore mldsa65.p12 -storetype PKCS12 -storepass changeit
k25 -genkeypair -alias sign -keyalg ML-DSA -groupname ML-DSA-87 -dname CN=ca-mldsa -keystore mlkem768.p12 -storetype PKCS12 -storepass changeit
k25 -genkeypair -alias kem -keyalg ML-KEM -groupname ML-KEM-768 -signer sign -dname CN=p12-mlkem -keystore mlkem768.p12 -storepass changeit
k25 -genkeypair -alias sign -keyalg Ed25519 -dname CN=jks-ed -keystore ed25519.keystore -storetype PKCS12 -storepass changeit
q openssl pkcs12 -export -inkey "$K/rsa4096-pkcs8.pem" -in "$out/certs/chain-leaf.pem" -certfile "$out/certs/chain-intermediate.pem" -name leaf -passout "pass:$known" -out openssl-chain.pfx
q openssl pkcs12 -export -inkey "$K/rsa4096-pkcs8.pem" -in "$out/certs/chain-leaf.pem" -certpbe NONE -name leaf -passout "pass:$unknown" -out openssl-open-certificate.p12
q openssl pkcs12 -export -inkey "$K/ec-prime256v1-pkcs8.pem" -in "$out/certs/p256.pem" -passout pass: -out openssl-empty-password.p12
q openssl pkcs12 -export -nokeys -in "$out/certs/chain-root.pem" -passout "pass:$unknown" -out openssl-locked-certificates.p12
q openssl pkcs12 -export -inkey "$K/ed25519-pkcs8.pem" -in "$out/certs/ed25519.pem" -keypbe NONE -certpbe NONE -nomac -passout pass: -out openssl-nothing-encrypted.p12
q openssl pkcs12 -export -legacy -inkey "$K/rsa2048-pkcs1.pem" -in "$out/certs/rsa2048.pem" -passout "pass:$known" -out openssl-legacy-rc2.pfx

# --- signed things by openssl, jarsigner, gpg, ssh-keygen
mkdir -p "$out/signed" && cd "$out/signed"
echo 'a document' >"$work/document.txt"
q openssl cms -sign -binary -in "$work/document.txt" -signer "$out/certs/rsa2048.pem" -inkey "$K/rsa2048-pkcs1.pem" -outform DER -out cms-rsa2048-detached.p7s
q openssl cms -sign -binary -nodetach -in "$work/document.txt" -signer "$out/certs/p256.pem" -inkey "$K/ec-prime256v1-pkcs8.pem" -outform PEM -out cms-p256-attached.pem
q openssl cms -sign -binary -nodetach -nocerts -in "$work/document.txt" -signer "$out/certs/p384.pem" -inkey "$K/ec-secp384r1-pkcs8.pem" -md sha384 -outform DER -out cms-p384-without-certificate.p7m
q openssl cms -sign -binary -nodetach -in "$work/document.txt" -signer "$out/certs/rsa2048.pem" -keyopt rsa_padding_mode:pss -inkey "$K/rsa2048-pkcs1.pem" -outform DER -out cms-rsapss.p7m
q openssl cms -sign -in "$work/document.txt" -signer "$out/certs/rsa2048.pem" -inkey "$K/rsa2048-pkcs1.pem" -from a@corpus.test -to b@corpus.test -subject signed -out smime-signed.eml
q openssl cms -sign -nodetach -in "$work/document.txt" -signer "$out/certs/p256.pem" -inkey "$K/ec-prime256v1-pkcs8.pem" -from a@corpus.test -to b@corpus.test -subject opaque -out smime-opaque.eml
q openssl cms -encrypt -aes256 -in "$work/document.txt" -outform DER -out cms-enveloped-rsa.p7m "$out/certs/rsa2048.pem"
q openssl cms -encrypt -aes256 -in "$work/document.txt" -outform DER -recip "$out/certs/p256.pem" -out cms-enveloped-ecdh.p7m
mkdir -p "$work/ts" && cd "$work/ts"
printf 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n' >ts.ext
q openssl req -new -key "$K/rsa2048-pkcs1.pem" -subj '/CN=Corpus time stamps' -out ts.csr
q openssl x509 -req -in ts.csr -CA "$out/certs/chain-root.pem" -CAkey "$K/ec-secp384r1-pkcs8.pem" -set_serial 11 -extfile ts.ext -days 90 -out ts.pem
cat >ts.cnf <<'CNF'
[tsa]
default_tsa = t
[t]
serial = tsaserial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384
accuracy = secs:1
ordering = yes
ess_cert_id_alg = sha256
CNF
q openssl ts -query -data "$work/document.txt" -sha256 -cert -out q.tsq
q openssl ts -reply -config ts.cnf -queryfile q.tsq -signer ts.pem -inkey "$K/rsa2048-pkcs1.pem" -out "$out/signed/document.tsr"
cd "$out/signed"
gpgq --local-user rsa@corpus.test --armor --output document-rsa.asc --detach-sign "$work/document.txt"
gpgq --local-user ed@corpus.test --output document-ed25519.sig --detach-sign "$work/document.txt"
gpgq --local-user nist@corpus.test --output document-clearsigned.asc --clear-sign "$work/document.txt"
gpgq --trust-model always --recipient rsa@corpus.test --armor --output document-encrypted-rsa.asc --encrypt "$work/document.txt"
gpgq --trust-model always --recipient ed@corpus.test --output document-encrypted-cv25519.gpg --encrypt "$work/document.txt"
q ssh-keygen -q -Y sign -f "$K/ssh_ed25519" -n file "$work/document.txt" && mv "$work/document.txt.sig" document-ssh-ed25519.sig
q ssh-keygen -q -Y sign -f "$K/ssh_rsa_3072" -n file "$work/document.txt" && mv "$work/document.txt.sig" document-ssh-rsa.sig
jar() { # name jdk keyalg extra...
    name=$1 jdk=$2
    shift 2
    mkdir -p "$work/jar" && echo hello >"$work/jar/hello.txt"
    (cd "$work/jar" && q "$JAVA17/bin/jar" cf "$out/signed/$name.jar" hello.txt)
    q "$jdk/bin/keytool" -noprompt -genkeypair -alias signer "$@" -dname "CN=$name" -keystore "$work/$name.p12" -storetype PKCS12 -storepass changeit
    q "$jdk/bin/jarsigner" -keystore "$work/$name.p12" -storepass changeit "$name.jar" signer
}
jar jar-rsa2048 "$JAVA17" -keyalg RSA -keysize 2048
jar jar-p384 "$JAVA17" -keyalg EC -groupname secp384r1
jar jar-dsa2048 "$JAVA17" -keyalg DSA -keysize 2048
jar jar-ed25519 "$JAVA17" -keyalg Ed25519
q "$JAVA17/bin/keytool" -exportcert -rfc -alias signer -keystore "$work/jar-p384.p12" -storepass changeit -file "$out/certs/exported-by-keytool.pem"
q "$JAVA17/bin/keytool" -certreq -alias signer -keystore "$work/jar-rsa2048.p12" -storepass changeit -file "$out/certs/request-by-keytool.csr"

# --- post-quantum material, other keystores, JOSE, XML, PDF and small key formats by Bouncy Castle and the JDK
mkdir -p "$out/post-quantum"
"$JAVA17/bin/java" -cp "$classpath" "$here/Generate.java" "$out" "$known" "$unknown" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cat "$work/log" >&2

# --- material inside texts
"$here/embed.sh" "$out"

# --- decoys that need a tool
mkdir -p "$out/decoys" && cd "$out/decoys"
openssl x509 -in "$out/certs/rsa2048.pem" -noout -text >certificate-dump.txt
openssl x509 -in "$out/certs/p256.pem" -noout -fingerprint -sha256 -subject -issuer -dates >certificate-summary.txt
openssl rand -base64 600 >random-base64.txt
openssl rand 1024 >server.key
openssl rand 900 >random.der
openssl rand 700 >keystore.jks
{ echo '-----BEGIN CERTIFICATE-----'; openssl rand -base64 600; echo '-----END CERTIFICATE-----'; } >random-in-certificate.pem
sed -n 1,6p "$K/rsa2048-pkcs1.pem" >truncated-private-key.pem
{ sed -n 1,4p "$out/certs/rsa2048.pem"; echo '-----END CERTIFICATE-----'; } >truncated-certificate.pem
sha256sum "$out"/certs/*.der | sed "s#$out/##" >SHA256SUMS
openssl rand -hex 32 >aes.key
printf 'session: %s\n' "$(openssl rand -base64 48 | tr -d '\n')" >token.yaml
openssl enc -aes-256-cbc -pbkdf2 -pass "pass:$unknown" -in "$work/document.txt" -out backup.enc
gpgq --passphrase "$unknown" --armor --output symmetric-only.asc --symmetric "$work/document.txt"
openssl asn1parse -in "$out/certs/p256.pem" >asn1-dump.txt
ssh-keygen -lf "$K/ssh_ed25519.pub" >fingerprints.txt
k17 -genseckey -alias s -keyalg AES -keysize 256 -keystore symmetric-only.p12 -storetype PKCS12 -storepass changeit

# --- a repository whose history holds what its last commit does not
"$here/history.sh" "$out" "$repository"
find "$out" -type f | wc -l
