#!/usr/bin/env python3
"""Cuts the linked program in two, so that a first visit waits for less.

split.py NM MAP FIRST_PART SECOND_PART_DATA WHOLE.wasm FIRST.wasm REST.wasm, in the folder in which WHOLE was linked

The first part is what the page needs until somebody does something: Kith's own objects that
FIRST_PART names, and every library. The rest arrives when it is needed (web/start.js). MAP is the
linker's map of WHOLE, whose functions still have their names; Binaryen's wasm-split does the cutting:
https://github.com/WebAssembly/binaryen/wiki/wasm-split

It leaves all data in the first part. Texts that only the rest reads are moved by wasm_data.py: those of the objects
that SECOND_PART_DATA names. They are there as soon as the rest is, and zeros before.
"""

import os
import re
import subprocess
import sys
import tempfile

import wasm_data

FEATURES = ("simd bulk-memory bulk-memory-opt nontrapping-float-to-int sign-ext mutable-globals multivalue "
            "reference-types call-indirect-overlong").split()


def listed(path):
    """The names in a list: "room", "room/folder", "room/file", "room/folder/file", or a function; without comments."""
    with open(path, encoding="utf-8") as lines:
        return {line.split("#")[0].strip() for line in lines} - {""}


def places_of(archive_member):
    """["room", "room/folder", "room/folder/file"] and the archive; none for libraries and the shell."""
    own = re.search(r"(src/(\w+)/libkith_\2(?:_(\w+))?\.a)\((\w+)\.cpp\.o\)$", archive_member)
    way = [step for step in own.groups()[1:] if step] if own else []
    return ["/".join(way[:end]) for end in range(1, len(way) + 1)], own and own[1]


def entries_of(path, kind):
    """(address, size, archive member, what of it) of the code or data section of a wasm-ld map."""
    section = ""
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            row = re.match(r"\s*(\S+)\s+\S+\s+(\S+)\s(\s*)(.*)$", line)
            if not row:
                continue
            depth, text = len(row[3]), row[4]
            if depth == 0 and row[1] == "-":  # segments of data have an address
                section = text
            entry = re.match(r"(\S*):\((.*)\)$", text) if depth == 8 and section.startswith(kind) else None
            if entry:
                yield row[1], row[2], entry[1], entry[2]


def functions_by_object(path):
    """(["room", "room/folder", "room/folder/file"] or none for libraries, archive, mangled function)."""
    for _, _, member, function in entries_of(path, "CODE"):
        yield *places_of(member), function


def data_of(path, objects):
    """Where in memory the named constants of these objects are: [(begin, end), …]. What is shared with others, like
    short literals, has no name of its own and stays."""
    ranges, seen = [], set()
    for address, size, member, what in entries_of(path, "DATA"):
        places, _ = places_of(member)
        if places and places[-1] in objects and what.startswith(".rodata._ZN"):
            begin = int(address, 16)
            ranges.append((begin, begin + int(size, 16)))
            seen.add(places[-1])
    return ranges, seen


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
    wanted = listed(list_file)
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


def data_to_move(map_file, list_file, data_file):
    """The data of the objects in the list, which must be none of the first part."""
    objects, wanted = listed(data_file), listed(list_file)
    for name in objects:
        steps = name.split("/")
        if wanted & {"/".join(steps[:end]) for end in range(1, len(steps) + 1)}:
            sys.exit(f"{data_file}: {name} is in the first part")
    ranges, seen = data_of(map_file, objects)
    if objects - seen:
        print(f"{data_file}: nothing of {', '.join(sorted(objects - seen))} is in the program yet")
    return ranges


def main(nm, map_file, list_file, data_file, whole, first, rest):
    features = [f"--enable-{feature}" for feature in FEATURES]
    functions = functions_to_move(nm, map_file, list_file, whole)
    with open(whole, "rb") as module:
        without, texts = wasm_data.take_out(module.read(), data_to_move(map_file, list_file, data_file))
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as names, tempfile.NamedTemporaryFile(suffix=".wasm") as module:
        names.write("\n".join(functions))
        names.flush()
        module.write(without)
        module.flush()
        # Functions that the optimizer has merged into others are named in vain, which it warns of.
        done = subprocess.run(
            ["wasm-split", module.name, f"--split-funcs=@{names.name}", "-o1", first, "-o2", rest,
             "--placeholdermap", "--import-namespace=first", "--placeholder-namespace-prefix=rest", "--strip-debug",
             *features],
            stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    for part in first, rest:
        subprocess.run(["wasm-opt", "-Oz", part, "-o", part, *features], check=True)
    with open(rest, "rb") as module:
        with_texts = wasm_data.put_in(module.read(), texts)
    with open(rest, "wb") as module:
        module.write(with_texts)
    os.replace(f"{first}.placeholders", f"{whole}.placeholders")  # which number stands for which function


if __name__ == "__main__":
    main(*sys.argv[1:])
