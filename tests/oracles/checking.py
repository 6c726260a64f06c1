"""Runs kith and counts what holds."""
import json
import math
import pathlib
import subprocess

_passed = 0
_failed = 0


def check(what, holds, but=''):
    global _passed, _failed
    if holds:
        _passed += 1
    else:
        _failed += 1
        print(f'FAILED: {what}{f": {but}" if but else ""}', flush=True)


def summary():
    print(f'{_passed} passed, {_failed} failed')
    return 0 if _failed == 0 else 1


def near(a, b, within=1e-9):
    """Equal to that share of their size, or both missing (an oracle says so by NaN)."""
    if a is None or b is None or math.isnan(b):
        return a is None and (b is None or math.isnan(b))
    return abs(a - b) <= within * max(1.0, abs(a), abs(b))


def same_groups(a, b):
    """Whether two lists of labels split the same things into the same groups."""
    return len(set(zip(a, b))) == len(set(a)) == len(set(b))


class Kith:
    """The command, with a folder for its files."""

    def __init__(self, command, folder):
        self.command = [str(pathlib.Path(part).resolve()) if '/' in part else part for part in command]
        self.folder = folder

    def run(self, *arguments):
        done = subprocess.run([*self.command, *map(str, arguments)], capture_output=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f'kith {" ".join(map(str, arguments))}: {done.stderr.decode()}')
        return done.stdout.decode()

    def json(self, *arguments):
        return json.loads(self.run(*arguments, '--json'))
