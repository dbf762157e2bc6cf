resource "tls_private_key" "web" {
  algorithm = "RSA"
  rsa_bits  = 4096
}

resource "tls_private_key" "api" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P384"
}

resource "tls_private_key" "plain" {
  algorithm = "RSA"
}

resource "tls_private_key" "deploy" {
  algorithm = "ED25519"
}

resource "aws_kms_key" "sign" {
  description              = "signing"
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

resource "aws_kms_key" "data" {
  description = "symmetric"
}

resource "aws_kms_key" "pq" {
  customer_master_key_spec = "ML_DSA_65"
  key_usage                = "SIGN_VERIFY"
}

resource "aws_acm_certificate" "site" {
  domain_name   = "shop.example"
  key_algorithm = "EC_prime256v1"
}

resource "azurerm_key_vault_key" "vault" {
  name     = "vault"
  key_type = "RSA"
  key_size = 3072
  key_opts = ["sign", "verify"]
}

resource "google_kms_crypto_key" "release" {
  name     = "release"
  key_ring = "ring"
  purpose  = "ASYMMETRIC_SIGN"
  version_template {
    algorithm = "RSA_SIGN_PSS_4096_SHA512"
  }
}
