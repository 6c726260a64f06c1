#!/usr/bin/env python3
"""Makes the icon font: the glyphs of Lucide that src/widgets/icons.h names, and nothing else.

    subset.py src/widgets/icons.h lucide.ttf icons.ttf

Lucide's font has 2,176 glyphs in 935 KB; the few dozen in use are about 10 KB. Fails if the table
and the font disagree about where an icon is.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

table, font, made = map(Path, sys.argv[1:])
icons = re.findall(r'ICON\(\w+, "([\w-]+)", 0x([0-9A-F]+)\)', table.read_text())
if not icons:
    sys.exit(f"{table}: no icons found")

known = font.with_name("info.json")
if known.exists():
    places = {name: int(entry["unicode"].strip("&#;")) for name, entry in json.loads(known.read_text()).items()}
    wrong = [name for name, place in icons if places.get(name) != int(place, 16)]
    if wrong:
        sys.exit(f"{table}: not where lucide.ttf has it: {', '.join(wrong)}")

subprocess.run([sys.executable, "-m", "fontTools.subset", font, f"--output-file={made}", "--no-hinting", "--desubroutinize",
                "--drop-tables+=GSUB,GPOS,FFTM,GDEF", "--name-IDs=", "--notdef-outline",
                f"--unicodes={','.join(place for _, place in icons)}"], check=True)
