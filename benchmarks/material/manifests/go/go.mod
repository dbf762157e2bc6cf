module example.com/shop

go 1.22

require (
	github.com/cloudflare/circl v1.3.7
	github.com/gorilla/mux v1.8.1
	golang.org/x/crypto v0.21.0
)

require github.com/go-jose/go-jose/v4 v4.0.1 // indirect
