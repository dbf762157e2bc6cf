#!/usr/bin/env python3
"""Scores a scan of a labelled folder: score.py FOLDER EXPECTED.csv RESULT.jsonl [--history HISTORY.jsonl] [--misses FILE]

It runs nothing: it reads what `shirube scan FOLDER --store none --out RESULT.jsonl --password-file passwords.txt` wrote.
Exit 1 if recall is below 98 % or precision below 99 %, 2 if the folder holds a file without a label. Labels without a
file (a tool that made it was missing) are named and left out.

The columns of EXPECTED.csv
  file        below FOLDER; history/PATH for the repository's past (location REPO@COMMIT:PATH in HISTORY.jsonl), history/* any path there
  line        empty: not judged (binary). 7; 7-9 any of them; @TEXT the first line that holds TEXT; begin:2 the second BEGIN line; '@TEXT..@MORE' from .. to
  type        algorithm certificate key protocol library; a|b either; none: a decoy, nothing may be found in it
  family      as in JSON Lines (an asset without family: the name of its protocol or library); a|b either; * any, unresolved too
  parameter   size, parameter set or version; empty: nothing may be claimed (a value is *invented*); * not judged
  curve       as parameter, without CycloneDX's prefix (P-256, not nist/P-256); a curve family's parameter is not judged beside its curve
  function    empty: not judged
  also        families that are right to be told at the same place for the same object (a certificate's signature, a suite's authentication)
  need        must, or may: right if told, not missed if not
  diagnostic  a code that must be told for this file; ?code: may
  note        for the reader; "default" at its head: the finding must say resolution=default

The rule of matching
  1. An expected row is met by one finding of the same file, asset type and family whose line fits. Of several, the one with the right
     parameter and curve is taken. One that tells another size or curve is not the same object and meets nothing; one that tells none
     where one is known, or one where none can be known (invented), meets the row and is judged as a figure of its own.
     Key and certificate rows compare families by the kind of key: RSA, RSASSA-PKCS1 and RSASSA-PSS are one, so are EC, ECDSA, ECDH on
     a Weierstrass curve.
  2. A further finding is a *companion*, neither right nor wrong, if it is about an object that a row names: its place fits a row's and its family is
     that row's or stands in the row's `also`; or it is symmetric, a hash, a MAC, a KDF or a protocol on a line (binary: in a file) that has a row.
     An unresolved finding of the row's type at its place is one too: the row stays missed.
     A companion may not carry a parameter or curve that no row at its place has: it is then counted as invented.
  3. Everything else is *extra* and counts against precision; so does every finding in a decoy that is not symmetric or a hash.
  recall = met must rows / must rows.  precision = (met rows) / (met rows + extras).
"""
import argparse
import csv
import fnmatch
import json
import os
import re
import sys
from collections import defaultdict

RECALL, PRECISION = 98.0, 99.0
KEY_KIND = {"RSASSA-PKCS1": "RSA", "RSASSA-PSS": "RSA", "RSAES-PKCS1": "RSA", "RSAES-OAEP": "RSA", "ECDSA": "EC", "ECDH": "EC", "SM2": "EC"}
BESIDE = {"symmetric", "hash", "mac", "kdf", "random", "tls"}
# the folder of a file is the bullet of the issue it stands for


class Finding:
    def __init__(self, raw, history):
        asset = raw["asset"]
        self.raw, self.type, self.name = raw, asset["type"], asset.get("name", "")
        location = raw["location"]
        if history:
            location = "history/" + re.sub(r"^[^@!]*@[0-9a-f]{7,64}:?", "", location)
        base, _, inner = location.partition("!")
        self.file, self.inner = base, inner
        self.lines = {raw["line"]} if "line" in raw else set()
        self.lines |= {int(n) for n in re.findall(r"@(\d+)", inner)}
        self.family = asset.get("family", "")
        self.parameter = asset.get("parameter", "")
        self.curve = bare(asset.get("curve", ""))
        if self.type == "protocol":
            word, _, version = self.name.partition(" ")
            self.family, self.parameter = word, version
        if self.type == "library":
            purl = re.search(r"pkg:[^/]+/(.*?)(?:@(.*))?$", asset.get("id", ""))
            self.family = purl.group(1) if purl else self.name
            self.parameter = (purl.group(2) or "") if purl else ""
        self.function, self.category = raw.get("function", ""), raw.get("category", "")
        self.used = None

    def text(self):
        return "%s%s %s %s%s (%s, %s)" % (self.file + ("!" + self.inner if self.inner else ""), ":%d" % self.raw["line"] if "line" in self.raw else "",
                                         self.type, self.name or self.family, "" if self.type != "library" else " " + self.parameter,
                                         self.function, self.raw.get("detector", ""))


def bare(curve):
    return curve.rsplit("/", 1)[-1]


def same_word(wanted, told):
    """A size, set, curve or version told in one of the usual spellings."""
    fold = lambda s: re.sub(r"[^a-z0-9.+]", "", s.lower().lstrip("v"))
    a, b = fold(wanted), fold(told)
    return a == b or (len(b) > 1 and a.endswith(b)) or (len(a) > 1 and b.endswith(a) and not a.isdigit()) or bool(re.fullmatch("[a-z]+" + re.escape(a), b))


class Row:
    def __init__(self, raw, number, folder):
        get = lambda key: (raw.get(key) or "").strip()
        self.number, self.file, self.where = number, get("file"), get("line")
        self.types, self.families = get("type").split("|"), get("family").split("|")
        self.parameter, self.curve, self.function = get("parameter"), get("curve"), get("function")
        self.also, self.must = get("also").split(), get("need") != "may"
        self.diagnostic, self.note = get("diagnostic"), get("note")
        self.decoy = get("type") == "none"
        self.only_diagnostic = not self.decoy and not get("type")
        self.lines = lines_of(folder, self.file, self.where)
        self.met = None

    def bullet(self):
        return self.file.split("/")[0]

    def here(self, finding):
        if not fnmatch.fnmatchcase(finding.file, self.file.replace("[", "[[]")):
            return False
        return not self.lines or bool(self.lines & finding.lines)

    def family_fits(self, finding):
        if "*" in self.families:
            return True
        if finding.type == "library":
            fold = lambda s: s.lower().replace("_", "-").replace("%40", "@")
            names = {fold(finding.family), fold(finding.family).rsplit("/", 1)[-1], fold(finding.name)}
            return any(fold(family) in names for family in self.families)
        return any(kind(finding.type, f, self.curve) == kind(finding.type, finding.family, finding.curve) for f in self.families)

    def parameter_fits(self, finding):
        if self.parameter == "*" or (self.curve and not self.parameter):
            return True
        if any(same_word(p, finding.parameter) for p in self.parameter.split("|") if p and finding.parameter):
            return True
        return not self.parameter and not finding.parameter

    def curve_fits(self, finding):
        if self.curve == "*":
            return True
        return any(same_word(c, finding.curve) for c in self.curve.split("|")) if self.curve and finding.curve else self.curve == finding.curve

    def invented(self, finding):
        return (bool(finding.parameter) and not self.parameter and not self.curve) or (bool(finding.curve) and not self.curve)

    def matches(self, finding):
        return finding.type in self.types and self.here(finding) and self.family_fits(finding) and not self.contradicts(finding)

    def contradicts(self, finding):
        size = self.parameter not in ("", "*") and finding.parameter and not self.parameter_fits(finding)
        return size or self.curve not in ("", "*") and finding.curve and not self.curve_fits(finding)

    def text(self):
        return "%s%s %s %s %s%s %s" % (self.file, ":" + self.where if self.where else "", "|".join(self.types), "|".join(self.families), self.parameter,
                                      self.curve, "(" + self.note + ")" if self.note else "")


def kind(asset_type, family, curve):
    if asset_type in ("key", "certificate"):
        if family == "ECDH" and bare(curve).startswith(("Curve", "X", "x")):
            return "XDH"
        return KEY_KIND.get(family, family)
    return family


def lines_of(folder, file, where):
    if not where:
        return set()
    if re.fullmatch(r"\d+", where):
        return {int(where)}
    if re.fullmatch(r"\d+-\d+", where):
        first, last = map(int, where.split("-"))
        return set(range(first, last + 1))
    with open(os.path.join(folder, file), encoding="utf-8", errors="replace") as text:
        lines = text.read().split("\n")
    if ".." in where:
        first, last = where.split("..")
        begin = min(place(lines, first, file, 0))
        return set(range(begin, min(place(lines, last, file, begin)) + 1))
    return place(lines, where, file, 0)


def place(lines, where, file, after):
    wanted, nth = where, 1
    if where.startswith("begin:"):
        wanted, nth = "-----BEGIN", int(where[6:])
    else:
        wanted = where[1:]
        found = re.fullmatch(r"(.*)#(\d+)", wanted)
        if found:
            wanted, nth = found.group(1), int(found.group(2))
    for at, line in enumerate(lines, 1):
        if at >= after and wanted in line:
            nth -= 1
            if nth == 0:
                return {at}
    sys.exit("score.py: %s has no line %s" % (file, where))


def read_result(path, history):
    findings, diagnostics = [], defaultdict(set)
    with open(path, encoding="utf-8") as result:
        for line in result:
            raw = json.loads(line)
            if raw["kind"] == "finding":
                findings.append(Finding(raw, history))
            elif raw["kind"] == "diagnostic":
                location = raw.get("location", "")
                diagnostics[re.sub(r":\d+$", "", location.partition("!")[0])].add(raw["code"])
    return findings, diagnostics


def percent(part, whole):
    return "%5.1f" % (100.0 * part / whole) if whole else "  –  "


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("expected")
    parser.add_argument("result")
    parser.add_argument("--history")
    parser.add_argument("--misses")
    arguments = parser.parse_args()
    with open(arguments.expected, encoding="utf-8", newline="") as table:
        raws = list(csv.DictReader(table))
    made = lambda raw: raw["file"].startswith("history/") or os.path.exists(os.path.join(arguments.folder, raw["file"]))
    absent = sorted({raw["file"] for raw in raws if not made(raw)})
    if len(absent) == len({raw["file"] for raw in raws}):
        sys.exit("score.py: none of the labelled files is in " + arguments.folder)
    if absent:
        print("left out, as the folder has not: %s" % " ".join(absent), file=sys.stderr)
    rows = [Row(raw, n, arguments.folder) for n, raw in enumerate(raws, 2) if made(raw)]
    if not arguments.history:
        rows = [row for row in rows if row.bullet() != "history"]
    findings, diagnostics = read_result(arguments.result, False)
    if arguments.history:
        more, _ = read_result(arguments.history, True)
        findings += more
    labelled = {row.file for row in rows}
    unlabelled = [p for p in listed(arguments.folder) if p not in labelled]
    if unlabelled:
        print("files without a label: %s" % unlabelled, file=sys.stderr)
        sys.exit(2)

    expected = [row for row in rows if not row.decoy and not row.only_diagnostic]
    # exact ones first, so that a finding with the right parameter is not spent on another row
    for exact in (2, 1, 0):
        for must in (True, False):
            for row in expected:
                if row.met or row.must != must:
                    continue
                for finding in findings:
                    if finding.used is None and row.matches(finding) and (row.parameter_fits(finding) + row.curve_fits(finding)) >= exact:
                        row.met, finding.used = finding, row
                        break

    extras, companions, invented = [], [], []
    for finding in findings:
        if finding.used:
            if finding.used.invented(finding):
                invented.append(finding)
            continue
        beside = [row for row in expected if row.here(finding)]
        about = [row for row in beside if row.family_fits(finding) or finding.family in row.also
                 or kind("key", finding.family, finding.curve) in {kind("key", f, "") for f in row.families + row.also}]
        unresolved = finding.raw.get("resolution") == "unresolved" and any(finding.type in row.types for row in beside)
        secret_only = any(row.decoy and row.file == finding.file for row in rows) and finding.category in BESIDE - {"tls"}
        if about or unresolved or secret_only or (beside and (finding.category in BESIDE or finding.type == "protocol")):
            companions.append(finding)
            if finding.category not in BESIDE and finding.type not in ("protocol", "library") and about and not unresolved and not any(
                    (not finding.parameter or r.parameter in ("*",) or r.also or r.parameter_fits(finding)) and
                    (not finding.curve or r.also or r.curve == "*" or r.curve_fits(finding)) for r in about):
                invented.append(finding)
        else:
            extras.append(finding)

    def table(title, key_of_row, key_of_finding):
        keys = sorted({key_of_row(r) for r in expected} | {key_of_finding(f) for f in extras})
        print("%-14s %6s %6s %7s %7s %9s %10s" % (title, "must", "met", "recall", "extra", "precision", "right par."))
        for key in keys + [None]:
            mine = [r for r in expected if key is None or key_of_row(r) == key]
            must = [r for r in mine if r.must]
            met = [r for r in must if r.met]
            told = [r for r in mine if r.met]
            extra = [f for f in extras if key is None or key_of_finding(f) == key]
            right = [r for r in told if r.parameter_fits(r.met) and r.curve_fits(r.met)]
            print("%-14s %6d %6d %7s %7d %9s %10s" % (key or "all", len(must), len(met), percent(len(met), len(must)), len(extra),
                                                     percent(len(told), len(told) + len(extra)), percent(len(right), len(told))))
        print()
        return must, met, told, extra

    print("%d files, %d decoys, %d findings, of them %d companions\n" % (
        len({r.file for r in rows if r.bullet() != "history"}), sum(r.decoy for r in rows), len(findings), len(companions)))
    table("asset type", lambda r: r.types[0], lambda f: f.type)
    must, met, told, extra = table("format", Row.bullet, lambda f: f.file.split("/")[0])
    wrong = [r for r in told if not (r.parameter_fits(r.met) and r.curve_fits(r.met)) and r.met not in invented]
    functions = [r for r in told if r.function]
    bad_function = [r for r in functions if r.met.function not in r.function.split("|")]
    defaults = [r for r in told if r.note.startswith("default")]
    bad_default = [r for r in defaults if r.met.raw.get("resolution") != "default"]
    wanted = [r for r in rows if r.diagnostic and not r.diagnostic.startswith("?")]
    untold = [r for r in wanted if not any(c in diagnostics.get(r.file, ()) for c in r.diagnostic.split("|"))]
    print("invented parameters: %d; wrong or missing ones: %d; functions right: %d of %d; defaults said to be: %d of %d; diagnostics told: %d of %d" % (
        len(invented), len(wrong), len(functions) - len(bad_function), len(functions), len(defaults) - len(bad_default), len(defaults),
        len(wanted) - len(untold), len(wanted)))

    out = open(arguments.misses, "w", encoding="utf-8") if arguments.misses else sys.stdout
    sections = [
        ("Missed", [r.text() for r in expected if r.must and not r.met]),
        ("Extra", [f.text() for f in extras]),
        ("Invented", [f.text() + " parameter=" + f.parameter + f.curve for f in invented]),
        ("Wrong or missing parameter", [r.text() + " -> " + (r.met.parameter + " " + r.met.curve).strip() for r in wrong]),
        ("Wrong function", [r.text() + " wants " + r.function + " -> " + r.met.function for r in bad_function]),
        ("Default not said", [r.text() for r in bad_default]),
        ("Diagnostic not told", [r.text() + " wants " + r.diagnostic for r in untold]),
    ]
    for title, lines in sections:
        print("\n%s: %d" % (title, len(lines)), file=out)
        for line in sorted(lines):
            print("  " + line, file=out)
    recall, precision = 100.0 * len(met) / max(1, len(must)), 100.0 * len(told) / max(1, len(told) + len(extra))
    sys.exit(0 if recall >= RECALL and precision >= PRECISION else 1)


def listed(folder):
    for base, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            yield os.path.relpath(os.path.join(base, name), folder)


if __name__ == "__main__":
    main()
