#!/bin/sh
vault write pki/roles/web key_type=rsa key_bits=2048 allowed_domains=example.com
vault write -f transit/keys/sign type=ecdsa-p256
