variable "certificate" {
  description = "A PEM text that begins with -----BEGIN CERTIFICATE-----"
  type        = string
}
