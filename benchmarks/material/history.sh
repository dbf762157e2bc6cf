#!/bin/sh
# Makes a Git repository whose history holds keys that its last commit does not: history.sh FOLDER REPOSITORY. Called by make.sh.
set -eu
out=$1
repository=$2
mkdir -p "$repository" && cd "$repository"
GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_DATE='2024-02-01T00:00:00Z' GIT_COMMITTER_DATE='2024-02-01T00:00:00Z'
export GIT_CONFIG_NOSYSTEM GIT_AUTHOR_DATE GIT_COMMITTER_DATE
git init -q -b main .
git config user.name Corpus
git config user.email rsa@corpus.test
git config commit.gpgsign false
step() { # message, day
    GIT_AUTHOR_DATE=2024-02-$2T00:00:00Z GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
    git add -A && git commit -q -m "$1"
}
echo 'A service' >README.md
step 'Begin' 01
mkdir -p conf && cp "$out/keys/rsa3072-pkcs8.pem" conf/server.key && cp "$out/certs/rsa3072-pss-signature.pem" conf/server.crt
step 'Add the TLS key' 02
mkdir -p etc && git mv conf/server.key etc/tls.key
step 'Move it' 03
git rm -q etc/tls.key
step 'Remove the key' 04
cp "$out/keys/ssh_ecdsa_521" deploy_key
git checkout -q -b feature && step 'A key on a branch' 05
git checkout -q main
sed -n 1,40p "$out/embedded/application.yml" >application.yml
step 'Settings with a key in them' 06
printf 'jwt:\n  issuer: corpus\n' >application.yml
step 'Take the key out of the settings' 07
echo more >>README.md && git add -A
GIT_COMMITTER_DATE=2024-02-08T00:00:00Z git -c user.signingkey=rsa@corpus.test commit -q -S -m 'Signed with OpenPGP'
echo 'and more' >>README.md && git add -A
GIT_COMMITTER_DATE=2024-02-09T00:00:00Z git -c gpg.format=ssh -c "user.signingkey=$out/keys/ssh_ed25519" commit -q -S -m 'Signed with SSH'
GIT_COMMITTER_DATE=2024-02-10T00:00:00Z git -c user.signingkey=ed@corpus.test tag -s -m 'Signed tag' v1.0
