// Package updater は屋外受信機の更新を検証する（サンプル）。
package updater

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
)

// Verify checks an update against the key in ROM.
func Verify(key *rsa.PublicKey, image, signature []byte) error {
	digest := sha256.Sum256(image)
	return rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], signature)
}
