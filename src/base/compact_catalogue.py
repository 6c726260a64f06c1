#!/usr/bin/env python3
"""Writes a catalogue in the short form that is compiled in, which every first visit loads.

    compact_catalogue.py en.txt first.txt rest.txt first_texts.txt   English, in the two parts in which it is loaded
    compact_catalogue.py pl.txt short.txt en.txt                     a translation, and where its arguments are declared

first_texts.txt has the rooms of keys, or whole keys, that a first visit says; the others are in the second part.

The reader (catalogue.h) takes both forms, and a test compares what they say. Left out are comments, blank lines and
spaces that mean nothing. The room of a key is left out where the key before is in the same ("people.add" after
"people.none" is ".add"), types are cut to their first letter, and arguments are called a, b, c. A fifth of the bytes
goes, and of those that compression leaves a seventh.
"""
import re
import sys
from pathlib import Path


def read(catalogue):
    """Triples of key, declaration and the lines of the message."""
    found = []
    for line in Path(catalogue).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            found[-1][2].append(line.strip())
            continue
        key, declared, begin = re.fullmatch(r"([\w.]+)(?:\(([^)]*)\))?\s*=\s*(.*)", line).groups()
        found.append((key, declared or "", [begin] if begin else []))
    return found


def compact(declared, lines):
    """The declaration and the message, both short."""
    declaration, names = [], {}
    for parameter in filter(None, declared.split(",")):
        kind, name = parameter.split()
        names[name] = chr(ord("a") + len(names))
        declaration.append(f"{kind[0]} {names[name]}")
    if lines and lines[0].startswith("."):
        variants = [re.fullmatch(r"(.*?)\s*(\{\{.*\}\})", line) for line in lines]
        lines = ["".join(variant.groups()) if variant else line + " " for variant, line in zip(variants, lines)]
    text = "".join(lines) if lines and lines[0].startswith(".") else "\n ".join(lines)
    return ",".join(declaration), re.sub(r"(?<=\$)\w+", lambda name: names[name[0]], text)


def shortened(messages, declarations):
    """The short form of these, whose arguments are declared there, or as they stand if that is nothing."""
    out, room = [], None
    for key, declared, lines in messages:
        declaration, text = compact(declared or (declarations or {}).get(key, ""), lines)
        before, dot, rest = key.partition(".")
        short = dot + rest if dot and before == room else key
        room = before
        out.append(f"{short}({declaration})={text}" if declaration and declarations is None else f"{short}={text}")
    return "\n".join(out) + "\n"


def in_two(messages, first_texts):
    """Those that a first visit says, and the others; each of the list must be there."""
    lines = Path(first_texts).read_text(encoding="utf-8").splitlines()
    wanted = {line.split("#")[0].strip() for line in lines} - {""}
    names = {key: {key, key.partition(".")[0]} for key, _, _ in messages}
    missing = wanted - set().union(*names.values())
    if missing:
        sys.exit(f"{first_texts}: there is no {', '.join(sorted(missing))}")
    first = [message for message in messages if names[message[0]] & wanted]
    return first, [message for message in messages if not names[message[0]] & wanted]


def main(source, made, *more):
    messages = read(source)
    if len(more) == 2:
        rest, first_texts = more
        for part, path in zip(in_two(messages, first_texts), (made, rest)):
            Path(path).write_text(shortened(part, None), encoding="utf-8")
    else:
        declarations = {key: declared for key, declared, _ in read(*more)}
        Path(made).write_text(shortened(messages, declarations), encoding="utf-8")


main(*sys.argv[1:])
