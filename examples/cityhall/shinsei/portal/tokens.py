"""申請者に渡す署名付きトークン（サンプル）。"""

import jwt
from cryptography.hazmat.primitives.asymmetric import ec


def new_key():
    return ec.generate_private_key(ec.SECP256R1())


def issue(applicant_id: str, key) -> str:
    return jwt.encode({"sub": applicant_id}, key, algorithm="ES256")
