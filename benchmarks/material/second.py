"""The part of the second corpus that python3-cryptography and python3-jwt make: second.py FOLDER. Called by second.sh."""
import base64
import datetime
import json
import os
import sys

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dh, dsa, ec, ed448, ed25519, padding, rsa, x448, x25519
from cryptography.hazmat.primitives.serialization import pkcs7, pkcs12
from cryptography.x509 import ocsp
from cryptography.x509.oid import NameOID

out = os.path.join(sys.argv[1], "python")
os.makedirs(out, exist_ok=True)
PEM, DER = serialization.Encoding.PEM, serialization.Encoding.DER
PKCS8, OPENSSH = serialization.PrivateFormat.PKCS8, serialization.PrivateFormat.OpenSSH
OPEN = serialization.NoEncryption()
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo


def write(name, content):
    os.makedirs(os.path.dirname(os.path.join(out, name)), exist_ok=True)
    with open(os.path.join(out, name), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def certificate(subject, key, issuer=None, by=None, digest=hashes.SHA256(), ca=False):
    name = lambda text: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
    now = datetime.datetime.utcnow()
    return (x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer or subject)).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=300))
            .add_extension(x509.BasicConstraints(ca, None), True).sign(by or key, digest))


key2048 = rsa.generate_private_key(65537, 2048)
key4096 = rsa.generate_private_key(65537, 4096)
p256 = ec.generate_private_key(ec.SECP256R1())
p384 = ec.generate_private_key(ec.SECP384R1())
ed = ed25519.Ed25519PrivateKey.generate()
write("p256.pem", p256.private_bytes(PEM, PKCS8, OPEN))
write("rsa4096.pem", key4096.private_bytes(PEM, PKCS8, OPEN))
write("rsa2048.der", key2048.private_bytes(DER, serialization.PrivateFormat.TraditionalOpenSSL, OPEN))
write("ed448.der", ed448.Ed448PrivateKey.generate().private_bytes(DER, PKCS8, OPEN))
write("x448-public.pem", x448.X448PrivateKey.generate().public_key().public_bytes(PEM, SPKI))
write("brainpool512.pem", ec.generate_private_key(ec.BrainpoolP512R1()).private_bytes(PEM, PKCS8, OPEN))
write("p384-encrypted.pem", p384.private_bytes(PEM, PKCS8, serialization.BestAvailableEncryption(b"corpus-pass-1")))
write("p384-locked.pem", p384.private_bytes(PEM, PKCS8, serialization.BestAvailableEncryption(os.urandom(16))))
write("id_ecdsa", p384.private_bytes(PEM, OPENSSH, OPEN))
write("id_ecdsa.pub", p384.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH) + b" two@corpus\n")
write("point.bin", p256.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint))
root = certificate("two root", p384, ca=True, digest=hashes.SHA384())
leaf = certificate("two leaf", key4096, "two root", p384)
edcert = certificate("two ed", ed, digest=None)
write("root.crt", root.public_bytes(PEM))
write("chain.pem", leaf.public_bytes(PEM) + b"\n\n" + root.public_bytes(PEM) + edcert.public_bytes(PEM))
write("leaf.der", leaf.public_bytes(DER))
write("request.csr", x509.CertificateSigningRequestBuilder().subject_name(leaf.subject).sign(p256, hashes.SHA256()).public_bytes(PEM))
revoked = (x509.CertificateRevocationListBuilder().issuer_name(root.subject).last_update(root.not_valid_before)
           .next_update(root.not_valid_after).sign(key2048, hashes.SHA512()))
write("list.crl", revoked.public_bytes(DER))
response = (ocsp.OCSPResponseBuilder().add_response(leaf, root, hashes.SHA256(), ocsp.OCSPCertStatus.GOOD, root.not_valid_before, None, None, None)
            .responder_id(ocsp.OCSPResponderEncoding.HASH, root).certificates([root]).sign(p384, hashes.SHA384()))
write("answer.ocsp", response.public_bytes(DER))
write("message.p7m", pkcs7.PKCS7SignatureBuilder().set_data(b"text").add_signer(leaf, key4096, hashes.SHA256()).sign(DER, [pkcs7.PKCS7Options.Binary]))
write("message.eml", pkcs7.PKCS7SignatureBuilder().set_data(b"text\n").add_signer(leaf, key4096, hashes.SHA256())
      .sign(serialization.Encoding.SMIME, [pkcs7.PKCS7Options.Text, pkcs7.PKCS7Options.DetachedSignature]))
write("certificates.p7b", pkcs7.serialize_certificates([root, edcert], DER))
write("store.p12", pkcs12.serialize_key_and_certificates(b"two", key4096, leaf, [root], serialization.BestAvailableEncryption(b"changeit")))
write("open.p12", pkcs12.serialize_key_and_certificates(b"two", p256, certificate("open", p256), None, OPEN))
write("token.jwt", jwt.encode({"sub": "two"}, p384, algorithm="ES384"))
write("token-ps256.txt", "Authorization: Bearer " + jwt.encode({"sub": "two"}, key2048, algorithm="PS256") + "\n")
write("keys.jwks", json.dumps({"keys": [json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key4096.public_key())),
                                       json.loads(jwt.algorithms.OKPAlgorithm.to_jwk(ed.public_key()))]}, indent=1))
pem = key2048.private_bytes(PEM, PKCS8, OPEN).decode()
write("embedded/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: two}\nstringData:\n  note: none\n  id: |\n"
      + "".join("    " + line + "\n" for line in pem.splitlines()))
write("embedded/values.json", json.dumps({"a": {"b": [{"certificate": root.public_bytes(PEM).decode()}]}, "c": "none"}, indent=2) + "\n")
write("embedded/main.rs", 'const CERT: &str = "\\\n' + "".join(line + "\\n\\\n" for line in leaf.public_bytes(PEM).decode().splitlines()) + '";\n')
write("embedded/Startup.cs", "class Startup {\n    const string Key = @\"" + pem + "\";\n}\n")
write("embedded/der.properties", "# DER in base64\nsigner.cert=" + base64.b64encode(root.public_bytes(DER)).decode() + "\nsigner.name=root\n")
write("embedded/compose.yaml", "services:\n  app:\n    environment:\n      TLS_CERT: \"" + root.public_bytes(PEM).decode().replace("\n", "\\n") + "\"\n")
write("embedded/folded.yaml", "key: >-\n" + "".join("  " + line + "\n" for line in pem.splitlines()))
write("decoys/session.jwt", jwt.encode({"sub": "two"}, "a long enough secret for a decoy", algorithm="HS256"))
write("decoys/half.pem", "\n".join(pem.splitlines()[:9]) + "\n-----END PRIVATE KEY-----\n")
write("decoys/noise.p12", os.urandom(1200))
write("decoys/noise.pem", "-----BEGIN PUBLIC KEY-----\n" + base64.b64encode(os.urandom(90)).decode() + "\n-----END PUBLIC KEY-----\n")
