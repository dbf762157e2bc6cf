locals { curve = "P521" }

resource "tls_private_key" "a" {
  algorithm   = "ECDSA"
  ecdsa_curve = local.curve
}

resource "aws_kms_key" "b" { customer_master_key_spec = "RSA_4096" }

resource "google_kms_crypto_key" "c" {
  purpose = "ASYMMETRIC_DECRYPT"
  version_template { algorithm = "RSA_DECRYPT_OAEP_3072_SHA256" }
}
