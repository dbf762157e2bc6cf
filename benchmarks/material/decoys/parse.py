import re

PATTERN = re.compile(r"-----BEGIN ([A-Z ]+)-----(.*?)-----END \1-----", re.S)


def blocks(text):
    return PATTERN.findall(text)
