"""添付書類の暗号化（サンプル）。"""

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa


def seal(public_key: rsa.RSAPublicKey, content_key: bytes) -> bytes:
    return public_key.encrypt(
        content_key,
        padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None),
    )
