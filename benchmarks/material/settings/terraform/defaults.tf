variable "bits" {
  default = 2048
}

resource "tls_private_key" "from_variable" {
  algorithm = "RSA"
  rsa_bits  = var.bits
}

resource "tls_private_key" "curve" {
  algorithm = "ECDSA"
}
