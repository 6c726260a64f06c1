#!/usr/bin/env python3
"""Puts the page's first script into the page itself, so that it runs before any file comes, and its hash into the
page's rules, which let no other script stand in it: inline.py PAGE SCRIPT OUTPUT

In the page the place is a script element that names the file, and the rules have 'sha256-' and that name."""

import base64
import hashlib
import pathlib
import sys

page, script, output = map(pathlib.Path, sys.argv[1:])
text = page.read_text(encoding="utf-8")
code = script.read_text(encoding="utf-8").strip()
digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
for place, filled in [
    (f'<script src="{script.name}"></script>', f"<script>{code}</script>"),
    (f"'sha256-{script.name}'", f"'sha256-{digest}'"),
]:
    if text.count(place) != 1:
        sys.exit(f"{page}: {place} is not there exactly once")
    text = text.replace(place, filled)
if "</script" in code.lower() or "<!--" in code:
    sys.exit(f"{script}: it would end the script element")
output.write_text(text, encoding="utf-8")
