#!/usr/bin/env python3
"""Cuts the linked program in two, so that a first visit waits for less.

split.py NM MAP FIRST_PART WHOLE.wasm FIRST.wasm REST.wasm, in the folder in which WHOLE was linked

The first part is what the page needs until somebody does something: Kith's own objects that
FIRST_PART names, and every library. The rest arrives when it is needed (web/start.js). MAP is the
linker's map of WHOLE, whose functions still have their names; Binaryen's wasm-split does the cutting:
https://github.com/WebAssembly/binaryen/wiki/wasm-split
"""

import os
import re
import subprocess
import sys
import tempfile

FEATURES = ("simd bulk-memory bulk-memory-opt nontrapping-float-to-int sign-ext mutable-globals multivalue "
            "reference-types call-indirect-overlong").split()


def first_objects(path):
    """The names in the list: "room", "room/folder", "room/file", "room/folder/file", or a function; without comments."""
    with open(path, encoding="utf-8") as lines:
        return {line.split("#")[0].strip() for line in lines} - {""}


def functions_by_object(path):
    """(["room", "room/folder", "room/folder/file"] or none for libraries, archive, mangled function), for the code
    section of a wasm-ld map."""
    section = ""
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            row = re.match(r"\s*\S+\s+\S+\s+\S+\s(\s*)(.*)$", line)
            if not row:
                continue
            depth, text = len(row[1]), row[2]
            if depth == 0:
                section = text
            entry = re.match(r"(\S*):\((.*)\)$", text) if depth == 8 and section.startswith("CODE") else None
            if entry:
                own = re.search(r"(src/(\w+)/libkith_\2(?:_(\w+))?\.a)\((\w+)\.cpp\.o\)$", entry[1])
                way = [step for step in own.groups()[1:] if step] if own else []
                yield ["/".join(way[:end]) for end in range(1, len(way) + 1)], own and own[1], entry[2]


def weak_functions(nm, archives):
    """Those of templates and headers: the linker keeps one of many copies, wherever it was met first."""
    listed = subprocess.run([nm, "--defined-only", *archives], stdout=subprocess.PIPE, text=True, check=True).stdout
    return {row[-1] for row in map(str.split, listed.splitlines()) if len(row) == 3 and row[1] == "W"}


def calls_between(whole):
    """Direct calls: {caller: {callee, …}}."""
    graph = subprocess.run(["wasm-opt", whole, "--all-features", "--print-call-graph", "-o", os.devnull],
                           stdout=subprocess.PIPE, text=True, check=True).stdout
    calls = {}
    for caller, callee in re.findall(r'^ *"([^"]+)" -> "([^"]+)"', graph, re.MULTILINE):
        calls.setdefault(caller, set()).add(callee)
    return calls


def functions_to_move(nm, map_file, list_file, whole):
    wanted = first_objects(list_file)
    seen = set()
    archives = set()
    later = set()
    for places, archive, function in functions_by_object(map_file):
        if not places:
            continue
        names = {*places, function}
        seen |= names
        if not names & wanted:
            later.add(function)
            archives.add(archive)
    missing = {name for name in wanted - seen if not name.startswith("_Z")}  # a function may have been inlined
    if missing:
        sys.exit(f"{list_file}: there is no {', '.join(sorted(missing))}")
    if not later:
        sys.exit(f"{map_file}: no functions of Kith in this map")
    # What is in a header belongs to whoever calls it: it stays where the first part does.
    shared = weak_functions(nm, sorted(archives)) & later
    calls = calls_between(whole)
    reached = [function for function in calls if function not in later]
    stay = set()
    while reached:
        for callee in calls.get(reached.pop(), ()):
            if callee in shared and callee not in stay:
                stay.add(callee)
                reached.append(callee)
    return sorted(later - stay)


def main(nm, map_file, list_file, whole, first, rest):
    features = [f"--enable-{feature}" for feature in FEATURES]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
        names.write("\n".join(functions_to_move(nm, map_file, list_file, whole)))
        names.flush()
        # Functions that the optimizer has merged into others are named in vain, which it warns of.
        done = subprocess.run(
            ["wasm-split", whole, f"--split-funcs=@{names.name}", "-o1", first, "-o2", rest,
             "--placeholdermap", "--import-namespace=first", "--placeholder-namespace-prefix=rest", "--strip-debug",
             *features],
            stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    for part in first, rest:
        subprocess.run(["wasm-opt", "-Oz", part, "-o", part, *features], check=True)
    os.replace(f"{first}.placeholders", f"{whole}.placeholders")  # which number stands for which function


if __name__ == "__main__":
    main(*sys.argv[1:])
