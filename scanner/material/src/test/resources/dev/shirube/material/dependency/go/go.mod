module example.org/signer

go 1.22.0

toolchain go1.24.3

require (
	github.com/golang-jwt/jwt/v5 v5.2.1
	github.com/go-jose/go-jose/v4 v4.0.4 // indirect
	golang.org/x/crypto v0.31.0
	golang.org/x/text v0.21.0
	// filippo.io/age v1.2.0
	github.com/cloudflare/circl v1.3.3
	github.com/miekg/pkcs11 v1.1.1
	github.com/golang-jwt/jwt-extra v1.0.0
)

require github.com/dgrijalva/jwt-go v3.2.0+incompatible

replace (
	github.com/cloudflare/circl => github.com/cloudflare/circl v1.3.9
	github.com/miekg/pkcs11 => ../pkcs11
)

exclude go.step.sm/crypto v0.1.0
