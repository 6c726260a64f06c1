#!/usr/bin/env python3
"""Sealed .kith files by another implementation, written from src/journal/FORMAT.md alone.

sealed.py open FILE PASSPHRASE          writes the plain file to standard output
sealed.py seal FILE PASSPHRASE NUMBER   writes a sealed one; NUMBER makes the same salt and nonces each time

Exit status 1 if the passphrase is wrong or the file was changed.
"""

import struct
import sys
import unicodedata
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

MAGIC = b"KITHJ\r\n\x1a"
ITERATIONS = 600_000
RUN = 1 << 16


def key_for(passphrase, salt, iterations):
    text = unicodedata.normalize("NFC", passphrase).encode()
    return AESGCM(PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=iterations).derive(text))


def frames_in(data):
    """(frame, payload) for each frame, whose checksums must be right."""
    at = 0
    while at < len(data):
        length, checksum = struct.unpack_from("<II", data, at)
        payload = data[at + 8:at + 8 + length]
        if len(payload) != length or zlib.crc32(payload) != checksum:
            sys.exit(f"damaged at byte {at}")
        yield data[at:at + 8 + length], payload
        at += 8 + length


def framed(payload):
    return struct.pack("<II", len(payload), zlib.crc32(payload)) + payload


def open_sealed(data, passphrase):
    magic, version, iterations, salt, nonce, tag, checksum = struct.unpack_from("<8sII16s12s16sI", data)
    if magic != MAGIC or version != 2 or zlib.crc32(data[:60]) != checksum:
        sys.exit("not a sealed file")
    key = key_for(passphrase, salt, iterations)
    bound = data[:32]
    key.decrypt(nonce, tag, bound)
    plain = MAGIC + struct.pack("<I", 1)
    for _, payload in frames_in(data[64:]):
        plain += key.decrypt(payload[:12], payload[12:], bound)
    return plain


def seal(data, passphrase, number):
    count = 0

    def bytes_of(size):
        nonlocal count
        count += 1
        digest = Hash(SHA256())
        digest.update(f"{number} {count}".encode())
        return digest.finalize()[:size]

    salt = bytes_of(16)
    bound = MAGIC + struct.pack("<II", 2, ITERATIONS) + salt
    key = key_for(passphrase, salt, ITERATIONS)
    nonce = bytes_of(12)
    head = bound + nonce + key.encrypt(nonce, b"", bound)
    sealed = head + struct.pack("<I", zlib.crc32(head))
    runs = [b""]
    for frame, _ in frames_in(data[12:]):
        if runs[-1] and len(runs[-1]) + len(frame) > RUN:
            runs.append(b"")
        runs[-1] += frame
    for run in filter(None, runs):
        nonce = bytes_of(12)
        sealed += framed(nonce + key.encrypt(nonce, run, bound))
    return sealed


def main():
    what, path, passphrase, *rest = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    try:
        result = open_sealed(data, passphrase) if what == "open" else seal(data, passphrase, rest[0])
    except InvalidTag:
        sys.exit("another passphrase, or the file was changed")
    sys.stdout.buffer.write(result)


main()
