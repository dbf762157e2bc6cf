#!/bin/sh
# Puts keys and certificates of the corpus into sources, settings and data: embed.sh FOLDER. Called by make.sh.
set -eu
out=$1
K=$out/keys
C=$out/certs
mkdir -p "$out/embedded" && cd "$out/embedded"
one_line() { tr -d '\n' <"$1"; }                       # a PEM file without its line ends
escaped() { awk '{printf "%s\\n", $0}' "$1"; }          # a PEM file as the text of a string with \n
body() { grep -v -e '-----' "$1" | tr -d '\n'; }        # its base64 alone
whole() { base64 -w0 <"$1"; }                           # base64 of the whole PEM text, as Kubernetes stores it

{
    echo 'package com.example;'
    echo
    echo 'final class Keys {'
    printf '    static final String PUBLIC = "%s";\n' "$(escaped "$K/rsa3072-spki.pem")"
    echo '    static final String CERTIFICATE ='
    sed 's/^/            "/; s/$/\\n"/; 2,$s/^           /            +/' "$C/p256.pem" | sed '$s/$/;/'
    echo '}'
} >Keys.java
{
    echo 'import jwt'
    echo
    echo 'KEY = """'
    cat "$K/ec-secp384r1-sec1.pem"
    echo '"""'
    printf 'OTHER = b"""%s' "$(cat "$K/ed25519-spki.pem")"
    echo '"""'
} >keys.py
{
    echo 'const fs = require("fs");'
    printf 'module.exports.cert = `%s`;\n' "$(cat "$C/rsa2048.pem")"
    printf 'module.exports.key = "%s";\n' "$(escaped "$K/ed25519-pkcs8.pem")"
} >certificate.js
{
    echo 'package main'
    echo
    printf 'const caBundle = `%s\n`\n' "$(cat "$C/chain-fullchain.pem")"
} >bundle.go
{
    echo 'apiVersion: v1'
    echo 'kind: Secret'
    echo 'metadata:'
    echo '  name: shop-tls'
    echo 'type: kubernetes.io/tls'
    echo 'data:'
    printf '  tls.crt: %s\n' "$(whole "$C/chain-leaf.pem")"
    printf '  tls.key: %s\n' "$(whole "$K/rsa4096-pkcs8.pem")"
} >kubernetes-secret.yaml
{
    echo 'apiVersion: v1'
    echo 'kind: ConfigMap'
    echo 'metadata:'
    echo '  name: trust'
    echo 'data:'
    echo '  ca.pem: |'
    sed 's/^/    /' "$C/chain-root.pem"
    echo '  other.pem: |'
    sed 's/^/    /' "$C/brainpoolP256r1.pem"
} >kubernetes-configmap.yaml
{
    echo 'apiVersion: admissionregistration.k8s.io/v1'
    echo 'kind: ValidatingWebhookConfiguration'
    echo 'webhooks:'
    echo '  - name: check.corpus.test'
    echo '    clientConfig:'
    printf '      caBundle: %s\n' "$(whole "$C/p384.pem")"
} >kubernetes-webhook.yaml
{
    echo 'server.port=8443'
    printf 'jwt.public-key=%s\n' "$(body "$K/rsa3072-spki.pem")"
    printf 'partner.certificate=%s\n' "$(escaped "$C/ed25519.pem")"
} >application.properties
{
    echo 'jwt:'
    echo '  issuer: corpus'
    printf '  private-key: "%s"\n' "$(escaped "$K/ec-prime256v1-pkcs8.pem")"
    printf '  verification: %s\n' "$(body "$K/ec-prime256v1-spki.pem")"
} >application.yml
{
    echo 'resource "aws_iam_server_certificate" "shop" {'
    echo '  name = "shop"'
    echo '  certificate_body = <<EOT'
    cat "$C/rsa2048.pem"
    echo 'EOT'
    echo '  private_key = <<-EOT'
    sed 's/^/    /' "$K/rsa2048-pkcs1.pem"
    echo '  EOT'
    echo '}'
} >certificate.tf
{
    echo '{'
    echo '  "type": "service_account",'
    echo '  "project_id": "corpus",'
    printf '  "private_key": "%s",\n' "$(escaped "$K/rsa3072-pkcs8.pem")"
    echo '  "client_email": "a@corpus.test"'
    echo '}'
} >service-account.json
{
    echo '{'
    printf '  "x5c": ["%s"],\n' "$(body "$C/p521.pem")"
    printf '  "certificate": "%s"\n' "$(escaped "$C/dsa2048.pem")"
    echo '}'
} >certificates.json
{
    echo 'apiVersion: v1'
    echo 'clusters:'
    echo '- cluster:'
    printf '    certificate-authority-data: %s\n' "$(whole "$C/chain-root.pem")"
    echo '    server: https://192.0.2.9:6443'
    echo '  name: corpus'
    echo 'users:'
    echo '- name: admin'
    echo '  user:'
    printf '    client-certificate-data: %s\n' "$(whole "$C/p256.pem")"
    printf '    client-key-data: %s\n' "$(whole "$K/ec-prime256v1-pkcs8.pem")"
} >kubeconfig
{
    echo 'client'
    echo 'dev tun'
    echo 'remote vpn.corpus.test 1194'
    echo '<ca>'
    cat "$C/chain-root.pem"
    echo '</ca>'
    echo '<cert>'
    cat "$C/rsa2048.pem"
    echo '</cert>'
    echo '<key>'
    cat "$K/rsa2048-pkcs1.pem"
    echo '</key>'
} >client.ovpn
{
    echo 'DB_HOST=db.corpus.test'
    printf 'SIGNING_KEY="%s"\n' "$(escaped "$K/ed25519-pkcs8.pem")"
    printf 'DEPLOY_KEY_B64=%s\n' "$(whole "$K/ssh_ed25519")"
} >.env
{
    echo '#!/bin/sh'
    echo 'cat >/tmp/key <<EOF'
    cat "$K/ssh_ecdsa_256"
    echo 'EOF'
    printf 'echo "%s" >>~/.ssh/authorized_keys\n' "$(cat "$K/ssh_rsa_3072.pub")"
} >deploy.sh
{
    echo '#cloud-config'
    echo 'users:'
    echo '  - name: ops'
    echo '    ssh_authorized_keys:'
    printf '      - %s\n' "$(cat "$K/ssh_ed25519.pub")"
} >cloud-init.yaml
{
    echo '# Notes'
    echo
    echo 'The partner sent this key:'
    echo
    echo '```'
    cat "$K/pgp-ed-public.asc"
    echo '```'
} >notes.md
{
    echo 'INSERT INTO certificates (id, pem) VALUES'
    printf "(1, '%s');\n" "$(cat "$C/rsa1024-sha1.pem")"
} >dump.sql
{
    echo '<?xml version="1.0"?>'
    echo '<configuration>'
    printf '  <certificate>%s</certificate>\n' "$(body "$C/p384.pem")"
    echo '</configuration>'
} >configuration.xml
{
    echo 'vault_tls_key: |'
    sed 's/^/  /' "$K/rsa3072-pkcs8.pem"
    echo 'vault_tls_name: shop'
} >group_vars.yml
{
    echo '#include <stddef.h>'
    echo
    echo 'const char root_pem[] ='
    sed 's/^/    "/; s/$/\\n"/' "$C/chain-root.pem" | sed '$s/$/;/'
} >root_pem.h
