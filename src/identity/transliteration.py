#!/usr/bin/env python3
"""Makes tables of how letters of other scripts are read in Latin ones, from the Unicode CLDR's transforms.

    transliteration.py CLDR/common transliteration.inc

Names are compared and not printed, so this takes the transforms' plain rules, one letter or syllable each, without
their contexts: what remains differs less than two people's ways to write one name in Latin letters. How
transforms are written is in UTS #35, part 2 ("Transforms").
"""
import re
import sys
import unicodedata
import xml.etree.ElementTree as xml
from pathlib import Path

common, made = sys.argv[1:]

# Where two have a letter, the first counts.
ALPHABETS = ("Russian-Latin-BGN Ukrainian-Latin-BGN Belarusian-Latin-BGN Bulgarian-Latin-BGN Serbian-Latin-BGN "
             "Macedonian-Latin-BGN Kazakh-Latin-BGN Kirghiz-Latin-BGN Mongolian-Latin-BGN Greek-Latin Arabic-Latin "
             "Persian-Latin-BGN Pashto-Latin-BGN Hebrew-Latin Armenian-Latin-BGN Georgian-Latin-BGN").split()
# From the first code point of a block of an Indian script; the CLDR writes them all by way of one.
INDIAN = {"Deva": 0x900, "Beng": 0x980, "Guru": 0xA00, "Gujr": 0xA80, "Orya": 0xB00, "Taml": 0xB80, "Telu": 0xC00,
          "Knda": 0xC80, "Mlym": 0xD00}
SPACE = r"[\s\u200e\u200f]*"


def rules(name):
    """The lines of a transform, without comments."""
    text = "".join(rule.text for rule in
                   xml.parse(Path(common) / "transforms" / f"{name}.xml").getroot().iter("tRule"))
    lines = [re.sub(r"#.*", "", line).strip() for line in text.splitlines()]
    return [part.strip() for line in lines for part in line.split(";") if part.strip()]


def variables(name):
    """From "$name" to the text that it stands for, where that is plain."""
    found = {}
    for rule in rules(name):
        if match := re.fullmatch(r"(\$\w+)\s*=\s*(\S+)", rule):
            found[match[1]] = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code[1], 16)), match[2])
    return found


def plain(text):
    """What a keyboard has of it: small letters without marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.sub("[^a-z]", "", bare)


def alphabet(name):
    known = variables(name)
    for rule in rules(name):
        match = re.fullmatch(rf"{SPACE}(\S){SPACE}(?:→|↔){SPACE}([^←→↔{{}}|]*?){SPACE}(?:\}}.*)?", rule)
        if not match or match[1].isascii():
            continue
        reading = "".join(known.get(word, "" if word.startswith("$") else word) for word in match[2].split())
        yield unicodedata.normalize("NFC", match[1]).lower(), plain(reading)


def indian():
    """A consonant has its "a" with it; vowel signs and the virama take it away, which transliteration.cpp sees to."""
    known = {name: ord(text) - 0xE000 for name, text in variables("InterIndic-Latin").items() if len(text) == 1}
    offsets = {}
    for rule in rules("InterIndic-Latin"):
        match = re.fullmatch(r"(?:\$forceIndependentMatra\s*\{\s*)?(\$\w+)\s*→\s*(\S+)", rule)
        if match and known.get(match[1], 0x80) < 0x80:
            offsets.setdefault(known[match[1]], plain(match[2]))
    for start in INDIAN.values():
        for offset, reading in offsets.items():
            if unicodedata.category(chr(start + offset)) in ("Lo", "Mc", "Mn"):
                yield chr(start + offset), reading


def hangul():
    known = variables("Latin-ConjoiningJamo")
    yield "ᄋ", ""  # silent before a vowel
    for rule in rules("Latin-ConjoiningJamo"):
        match = re.fullmatch(r"(?:\$\w+\s*)?\{\s*([a-z]+)\s*\}(?:\s*\$\w+)?\s*↔\s*(\$\w+)", rule)
        if match and len(known.get(match[2], "")) == 1:
            yield known[match[2]], match[1]


def kana():
    for rule in rules("Latin-Katakana"):
        match = re.fullmatch(r"'?~?([a-z]+)'?\s*(?:↔|←)\s*(\S)", rule)
        if match:
            yield match[2], match[1]
            if "ァ" <= match[2] <= "ヶ":
                yield chr(ord(match[2]) - 0x60), match[1]  # hiragana


def han():
    """From character to its reading; in names where it differs."""
    readings = {}
    for name in ("Han-Latin-Names", "Han-Latin"):
        for rule in rules(name):
            match = re.fullmatch(r"(?:\$startOfHanMarker\s*\{\s*)?(\S|\[[^\]]+\])\s*→\s*(\S+)", rule)
            if match:
                for character in match[1].strip("[]"):
                    readings.setdefault(character, plain(match[2]))
    return readings


letters = {}
for source in [*map(alphabet, ALPHABETS), indian(), hangul(), kana()]:
    for letter, reading in source:
        if len(letter) == 1 and 0x250 <= ord(letter) <= 0xFFFF and len(reading) <= 6:
            letters.setdefault(letter, reading)

FIRST, LAST = 0x4E00, 0x9FFF
readings = han()
syllables = sorted(set(readings.values()) | {""})
number = {syllable: at for at, syllable in enumerate(syllables)}
han_table = [number[readings.get(chr(point), "")] for point in range(FIRST, LAST + 1)]

out = ["// Made by src/identity/transliteration.py from the Unicode CLDR.", "", "constexpr LetterReading letter_readings[] = {"]
out += [f'    {{0x{ord(letter):04x}, "{reading}"}},' for letter, reading in sorted(letters.items())]
out += ["};", "", f"constexpr char32_t first_han = 0x{FIRST:x}, last_han = 0x{LAST:x};",
        "constexpr char han_syllables[][7] = {" + ", ".join(f'"{syllable}"' for syllable in syllables) + "};",
        "constexpr std::uint16_t han_readings[] = {"]
out += ["    " + ", ".join(map(str, han_table[at:at + 24])) + "," for at in range(0, len(han_table), 24)]
out.append("};")
Path(made).write_text("\n".join(out) + "\n")
