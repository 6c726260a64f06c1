"""Data of a WebAssembly module: taken out of one, put into another.

The binary format: https://webassembly.github.io/spec/core/binary/modules.html. Only active segments of the one memory
at a constant address are looked at, which is what a linker writes.
"""

CODE, DATA = 10, 11


def read_number(module, at):
    """An unsigned LEB128 number and where it ends."""
    number = shift = 0
    while True:
        byte = module[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, at
        shift += 7


def number(value, signed=False):
    """As LEB128."""
    written = bytearray()
    while True:
        byte, value = value & 127, value >> 7
        if value == 0 and not (signed and byte & 64):
            return bytes([*written, byte])
        written.append(byte | 128)


def sections(module):
    """(id, where it begins, where its content begins, where it ends)."""
    at = 8
    while at < len(module):
        size, content = read_number(module, at + 1)
        yield module[at], at, content, content + size
        at = content + size


def segments(module):
    """(address, where its bytes begin, where they end)."""
    for kind, _, at, _ in sections(module):
        if kind != DATA:
            continue
        count, at = read_number(module, at)
        for _ in range(count):
            flags, at = read_number(module, at)
            address = None
            if flags == 0:
                if module[at] != 0x41:
                    raise ValueError("a segment whose address is no constant")
                address, at = read_number(module, at + 1)  # i32.const, never negative
                at += 1  # end
            size, at = read_number(module, at)
            if address is not None:
                yield address, at, at + size
            at += size


def take_out(module, ranges):
    """The module with zeros at these addresses [(begin, end), …], and what was there: [(address, bytes), …]."""
    changed, taken = bytearray(module), []
    for address, begin, end in segments(module):
        for low, high in ranges:
            first, last = max(low, address), min(high, address + end - begin)
            if first < last:
                place = slice(begin + first - address, begin + last - address)
                taken.append((first, bytes(module[place])))
                changed[place] = bytes(last - first)
    return bytes(changed), taken


def put_in(module, pieces):
    """The module, which has no data of its own, with these [(address, bytes), …]."""
    if any(kind == DATA for kind, *_ in sections(module)):
        raise ValueError("there is data already")
    content = number(len(pieces)) + b"".join(
        b"\0\x41" + number(address, signed=True) + b"\x0b" + number(len(piece)) + piece for address, piece in pieces)
    end = next(end for kind, _, _, end in sections(module) if kind == CODE)
    return module[:end] + bytes([DATA]) + number(len(content)) + content + module[end:]
