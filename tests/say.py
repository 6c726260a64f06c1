#!/usr/bin/env python3
"""The text of the interface under a key, with its blanks filled: tests/say.py today.tick 'Send the report'.
Tests that are scripts look texts up with it, so that a better wording breaks none of them."""
import pathlib
import re
import sys

catalogue = pathlib.Path(__file__).parent.parent / 'assets/text/en.txt'


def say(key, *values):
    for line in catalogue.read_text(encoding='utf-8').splitlines():
        name, equals, text = line.partition(' = ')
        if equals and name == key:
            return re.sub(r'\{(\d)(?:\|([^|}]*)\|((?:[^{}]|\{\d\})*))?\}', lambda blank: fill(blank, values), text)
    sys.exit(f'assets/text/en.txt has no “{key}”')


def fill(blank, values):
    index, one, many = blank.groups()
    value = values[int(index)]
    if one is None:
        return value
    return (one if value == '1' else many).replace('{' + index + '}', value)


if __name__ == '__main__':
    print(say(*sys.argv[1:]))
