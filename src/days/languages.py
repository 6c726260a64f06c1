#!/usr/bin/env python3
"""Makes the words for days of languages into C++: month and weekday names from the Unicode CLDR, the rest from assets.

    languages.py CLDR/common assets/days day_languages.inc en de …

What it writes are the lines of one file a language in assets/days, and before them such lines as `month 1 = January, Jan`,
with every form that the language's standard calendar has (UTS #35, part 4, "Calendar Elements").
"""
import json
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

common, folder, made, *languages = sys.argv[1:]
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def names(calendar, group, element, number):
    """From the number of a month or weekday to all that it is called, without the dots of abbreviations."""
    found = {}
    for one in calendar.findall(f"./{group}/*"):
        for width in one:
            if width.get("type") not in ("wide", "abbreviated"):
                continue  # "M" and "Mo" mean too much else
            for name in width.findall(element):
                text = (name.text or "").strip().rstrip(".")
                if name.get("yeartype") is None and len(text.encode()) > 1 and not text[0].isdigit():
                    found.setdefault(number(name.get("type")), {})[text] = True
    return found


out = ["// Made by src/days/languages.py from the Unicode CLDR and assets/days.", "",
       "constexpr DayLanguageText day_languages[] = {"]
for language in languages:
    root = xml.parse(Path(common) / "main" / f"{language}.xml").getroot()
    calendar = root.find("./dates/calendars/calendar[@type='gregorian']")
    lines = [f"month {n} = {', '.join(texts)}" for n, texts in sorted(names(calendar, "months", "month", int).items())]
    lines += [f"weekday {n} = {', '.join(texts)}"
              for n, texts in sorted(names(calendar, "days", "day", lambda day: weekdays.index(day) + 1).items())]
    lines += (Path(folder) / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    out.append(f'    {{"{language}",')
    out += [f"        {json.dumps(line + chr(10), ensure_ascii=False)}" for line in lines if line and line[0] != "#"]
    out.append("    },")
out.append("};")
Path(made).write_text("\n".join(out) + "\n", encoding="utf-8")
