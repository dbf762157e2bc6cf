# resource "tls_private_key" "old" {
#   algorithm = "RSA"
# }
/*
resource "aws_kms_key" "old" {
  customer_master_key_spec = "RSA_2048"
}
*/
resource "aws_kms_key" "symmetric" {
  description = "symmetric by default"
}
