#!/usr/bin/env python3
"""Makes the plural rules of languages into C++, from the Unicode CLDR.

    plural_rules.py CLDR/common plural_rules.inc en pl …
    plural_rules.py CLDR/common plural_rules.inc

Writes one function for each rule that these languages have, and a table from language to cardinal and ordinal
rule. Without languages: all that the CLDR knows, and for each category the numbers that the CLDR gives as
examples of it, for a test to compare. What the rules mean is in UTS #35, part 3 ("Language Plural Rules").
"""
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

common, made, *wanted = sys.argv[1:]


def read(file):
    """From language to its rules: pairs of category and condition, and from category to its examples."""
    languages = {}
    for rules in xml.parse(Path(common) / "supplemental" / file).getroot().iter("pluralRules"):
        conditions, examples = [], {}
        for rule in rules:
            condition, *samples = (rule.text or "").split("@")
            if condition.strip():
                conditions.append((rule.get("count"), condition.strip()))
            # "1c6" is a number in compact notation, which Kith doesn't write.
            numbers = re.findall(r"[\d.~c]+", " ".join(samples))
            examples[rule.get("count")] = [number for number in numbers if "c" not in number]
        for language in rules.get("locales").split():
            languages[language] = tuple(conditions), examples
    return languages


def relation(text):
    """"n % 10 = 2..4,7" as C++ that can stand between "&&": the terms, and how many they are."""
    operand, modulus, sign, ranges = re.fullmatch(r"([nivwftce])(?: % (\d+))? (!?=) ([\d.,]+)", text).groups()
    if operand in "ce":  # the exponent of compact notation: none, so 0
        return "true" if (ranges[0] == "0") == (sign == "=") else "false"
    value = f"o.{operand.replace('n', 'i')}" + (f" % {modulus}" if modulus else "")
    tests = []
    for part in ranges.split(","):
        low, _, high = part.partition("..")
        tests.append(f"{value} == {low}" if not high else
                     f"{value} <= {high}" if low == "0" else f"({value} >= {low} && {value} <= {high})")
    test = f"({' || '.join(tests)})" if len(tests) > 1 else tests[0]
    if operand == "n":  # what it is compared with is whole, so it has no fraction then
        test = f"o.t == 0 && {test}"
    return f"!({test})" if sign == "!=" else test


def condition(text):
    """Relations joined by "and", and those by "or", as C++."""
    parts = [" && ".join(relation(one.strip()) for one in part.split(" and ")) for part in text.split(" or ")]
    return parts[0] if len(parts) == 1 else " || ".join(f"({part})" for part in parts)


sources = {"cardinal": read("plurals.xml"), "ordinal": read("ordinals.xml")}
languages = wanted or sorted(set(sources["cardinal"]) | set(sources["ordinal"]))
for language in languages:
    if language not in sources["cardinal"]:
        sys.exit(f"the CLDR has no plural rules for “{language}”")

names, functions = {(): "always_other"}, []  # that one stands in plural_rules.h
for language in languages:
    for source in sources.values():
        rules, _ = source.get(language, ((), {}))
        if rules in names:
            continue
        names[rules] = f"rule_{len(names)}"
        lines = [f"    if ({condition(text)}) return PluralCategory::{category};" for category, text in rules]
        functions.append("\n".join([f"PluralCategory {names[rules]}(const PluralOperands& o) {{", *lines,
                                    "    return PluralCategory::other;", "}"]))

out = ["// Made by src/base/plural_rules.py from the Unicode CLDR.", "", "\n\n".join(functions), "",
       "constexpr PluralRules plural_rules_by_language[] = {"]
for language in languages:
    cardinal, ordinal = (names[source.get(language, ((), {}))[0]] for source in sources.values())
    out.append(f'    {{"{language.replace("_", "-")}", {cardinal}, {ordinal}}},')
out.append("};")
if not wanted:
    out += ["", "constexpr PluralExample plural_examples[] = {"]
    for kind, source in sources.items():
        for language, (_, examples) in sorted(source.items()):
            for category, numbers in examples.items():
                out += [f'    {{"{language.replace("_", "-")}", PluralKind::{kind}, PluralCategory::{category}, "{number}"}},'
                        for number in numbers]
    out.append("};")
Path(made).write_text("\n".join(out) + "\n")
