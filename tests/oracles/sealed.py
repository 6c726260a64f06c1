#!/usr/bin/env python3
"""Sealed .kith files by another implementation, written from src/journal/FORMAT.md alone.

sealed.py open FILE PASSPHRASE             writes the plain file to standard output
sealed.py seal FILE NUMBER PASSPHRASE...   writes a sealed one of version 3, which each of the passphrases opens;
                                           NUMBER makes the same salts, keys and nonces each time
sealed.py runs FILE [INDEX...]             writes the sealed file with these of its runs, in this order;
                                           without any it says how many there are

Exit status 1 if the passphrase is wrong, the file was changed, or not all of it is there in its order.
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
ROUNDS = 600_000
SANE = range(100_000, 10_000_001)
RUN = 1 << 16
PASSPHRASE, FROM_A_NEWER_KITH = 1, 77  # kinds of ways in


def key_for(passphrase, salt, rounds):
    text = unicodedata.normalize("NFC", passphrase).encode()
    return AESGCM(PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=rounds).derive(text))


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


def head_of(data):
    magic, version = struct.unpack_from("<8sI", data)
    size = 64 if version == 2 else struct.unpack_from("<I", data, 32)[0] if version == 3 else 0
    if magic != MAGIC or size < 44 or size > min(len(data), 4096) or \
            zlib.crc32(data[:size - 4]) != struct.unpack_from("<I", data, size - 4)[0]:
        sys.exit("not a sealed file")
    return version, data[:size]


def open_head(head, version, passphrase):
    bound = head[:32]
    if version == 2:
        rounds, salt, nonce, tag = struct.unpack_from("<I16s12s16s", head, 12)
        if rounds not in SANE:
            sys.exit(f"{rounds} rounds")
        key = key_for(passphrase, salt, rounds)
        key.decrypt(nonce, tag, bound)
        return key
    if struct.unpack_from("<I", head, 12)[0] != 1:
        sys.exit("another cipher")
    at = 40
    for _ in range(struct.unpack_from("<I", head, 36)[0]):
        kind, size = struct.unpack_from("<II", head, at)
        way, at = head[at:at + 8 + size], at + 8 + size
        if kind != PASSPHRASE:
            continue
        rounds, salt, nonce, wrapped = struct.unpack("<I16s12s48s", way[8:])
        if rounds not in SANE:
            continue
        try:
            return AESGCM(key_for(passphrase, salt, rounds).decrypt(nonce, wrapped, bound + way[:28]))
        except InvalidTag:
            continue
    raise InvalidTag


class Order:
    """Whether all runs are there, once each and in their order."""

    def __init__(self):
        self.last = {}  # of each series: (number, whether it is an end)
        self.followed = []

    def add(self, mark):
        series, number, end, _ = struct.unpack_from("<QIBB", mark)
        self.followed += struct.iter_unpack("<QI", mark[14:])
        if number != self.last.get(series, (-1, 0))[0] + 1:
            sys.exit(f"run {number} is out of order")
        self.last[series] = number, end

    def finish(self):
        if not self.last or not all(end for _, end in self.last.values()):
            sys.exit("the end is missing")
        if any(self.last.get(series, (-1, 0))[0] < number for series, number in self.followed):
            sys.exit("what was there before is missing")


def open_sealed(data, passphrase):
    version, head = head_of(data)
    key = open_head(head, version, passphrase)
    plain = MAGIC + struct.pack("<I", 1)
    order = Order()
    for _, payload in frames_in(data[len(head):]):
        mark = payload[:14 + 12 * payload[13]] if version == 3 else b""
        if mark:
            order.add(mark)
        nonce, text = payload[len(mark):len(mark) + 12], payload[len(mark) + 12:]
        plain += key.decrypt(nonce, text, head[:32] + mark)
    if version == 3:
        order.finish()
    return plain


def seal(data, number, passphrases):
    count = 0

    def bytes_of(size):
        nonlocal count
        count += 1
        digest = Hash(SHA256())
        digest.update(f"{number} {count}".encode())
        return digest.finalize()[:size]

    bound = MAGIC + struct.pack("<II", 3, 1) + bytes_of(16)
    secret = bytes_of(32)
    ways = [struct.pack("<II", FROM_A_NEWER_KITH, 5) + bytes_of(5)]
    for passphrase in passphrases:
        salt, nonce = bytes_of(16), bytes_of(12)
        start = struct.pack("<III", PASSPHRASE, 80, ROUNDS) + salt
        ways.append(start + nonce + key_for(passphrase, salt, ROUNDS).encrypt(nonce, secret, bound + start))
    ways = b"".join(ways)
    head = bound + struct.pack("<II", 44 + len(ways), 1 + len(passphrases)) + ways
    sealed = head + struct.pack("<I", zlib.crc32(head))
    runs = [b""]
    for frame, _ in frames_in(data[12:]):
        if runs[-1] and len(runs[-1]) + len(frame) > RUN:
            runs.append(b"")
        runs[-1] += frame
    key, series = AESGCM(secret), bytes_of(8)
    for i, run in enumerate(runs):
        mark, nonce = series + struct.pack("<IBB", i, i + 1 == len(runs), 0), bytes_of(12)
        sealed += framed(mark + nonce + key.encrypt(nonce, run, bound + mark))
    return sealed


def main():
    what, path, *rest = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    if what == "runs":
        head = head_of(data)[1]
        runs = [frame for frame, _ in frames_in(data[len(head):])]
        result = head + b"".join(runs[int(i)] for i in rest) if rest else f"{len(runs)}\n".encode()
    else:
        try:
            result = open_sealed(data, rest[0]) if what == "open" else seal(data, rest[0], rest[1:])
        except InvalidTag:
            sys.exit("another passphrase, or the file was changed")
    sys.stdout.buffer.write(result)


main()
