#!/usr/bin/env python3
"""The text of the interface under a key, with its arguments: tests/say.py today.tick 'Send the report'.
Tests that are scripts look texts up with it, so that a better wording breaks none of them. It knows of messages
(src/base/catalogue.h) what English needs: arguments are filled in as they are given, a count chooses by 1."""
import pathlib
import re
import sys

catalogue = pathlib.Path(__file__).parent.parent / 'assets/text/en.txt'
entry = re.compile(r'^([\w.]+)(?:\(([^)]*)\))? =(.*(?:\n[ \t].*)*)', re.MULTILINE)


def say(key, *values):
    for name, parameters, text in entry.findall(catalogue.read_text(encoding='utf-8')):
        if name == key:
            names = [parameter.split()[1] for parameter in parameters.split(',')] if parameters else []
            given = dict(zip(names, values))
            return re.sub(r'\{\$(\w+)[^}]*\}', lambda blank: given[blank[1]], choose(text.strip(), given))
    sys.exit(f'assets/text/en.txt has no “{key}”')


def choose(text, given):
    if not text.startswith('.match'):
        return text
    selectors, variants = text.split('\n', 1)
    counts = [given[selector[1:]] for selector in selectors.split()[1:]]
    for keys, pattern in re.findall(r'^\s*(.*?) \{\{(.*)\}\}$', variants, re.MULTILINE):
        if all(key in ('*', count) or (key == 'one' and count == '1') for key, count in zip(keys.split(), counts)):
            return pattern
    return ''


if __name__ == '__main__':
    print(say(*sys.argv[1:]))
