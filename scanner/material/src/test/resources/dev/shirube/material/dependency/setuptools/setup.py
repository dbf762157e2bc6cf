from setuptools import setup

# the list of requirements once had "rsa==1"
VERSIONS = "~=2.0"
setup(
    name="signer",
    install_requires=[
        "PyNaCl>=1.4,<2",
        'pyjwt' + VERSIONS,
        # "pycrypto==2.6.1",
    ],
    tests_require=["ecdsa"],
    extras_require={
        "jose": ["python-jose[cryptography]==3.3.0"],
    },
)
