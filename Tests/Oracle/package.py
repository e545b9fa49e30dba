#!/usr/bin/env python3
"""Checks a data package (datapackage.json and its CSV files) against its own words.

    package.py FOLDER [--frictionless PYTHON]
    package.py --self-test

Every resource: its file is there and no other is; its header is the schema's; every cell has the
field's type and constraints; keys are unique; foreign keys resolve; the package names its licences,
and each resource its sources (its own list, or a column that points to a resource of sources).
Standard library only. With --frictionless also what PyPI's frictionless says, by that Python, where
it has it; the last line says what was run, and whether frictionless was.
"""
import csv
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile


def whole(text):
    return re.fullmatch(r"[+-]?\d+", text)


def day(text):
    try:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", text) and datetime.date.fromisoformat(text)
    except ValueError:
        return None


TYPES = {"string": lambda t: True, "any": lambda t: True, "integer": whole, "date": day,
         "year": lambda t: re.fullmatch(r"-?\d{4}", t), "yearmonth": lambda t: re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", t),
         "number": lambda t: re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", t),
         "boolean": lambda t: t in ("true", "false", "True", "False", "TRUE", "FALSE", "1", "0")}
KNOWN = {"required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength"}


def as_list(x):
    return [x] if isinstance(x, str) else list(x or [])


class Package:
    def __init__(self, folder):
        self.folder, self.faults, self.cells = folder, [], 0
        with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
            self.about = json.load(f)
        self.tables = {}

    def fault(self, kind, text):
        self.faults.append("%s: %s" % (kind, text))

    def check(self):
        resources = self.about.get("resources") or []
        if not resources:
            self.fault("package", "no resources")
        self.licences("package", self.about)
        names = [r.get("name") for r in resources]
        for n in {n for n in names if names.count(n) > 1}:
            self.fault("package", "two resources are called %r" % n)
        paths = {r["path"] for r in resources}
        for at, _, files in os.walk(self.folder):
            for f in files:
                path = os.path.relpath(os.path.join(at, f), self.folder).replace(os.sep, "/")
                if path != "datapackage.json" and path not in paths:
                    self.fault("package", "%s is no resource" % path)
        for r in resources:
            self.tables[r["name"]] = self.read(r)
        for r in resources:
            self.keys(r)
            self.origin(r)
        return self.faults

    def licences(self, name, thing):
        found = thing.get("licenses") or []
        for x in found:
            if not (x.get("name") or x.get("path")):
                self.fault("licence", "%s: one has neither name nor path" % name)
        if not found and name == "package" and not all(r.get("licenses") for r in self.about.get("resources", [])):
            self.fault("licence", "neither the package nor each resource names a licence")

    def origin(self, r):
        """Where a resource comes from: sources of its own, else a row's, else it is the list of sources."""
        named = [s for s in r.get("sources") or [] if s.get("title")]
        schema = r["schema"]
        pointing = [k for k in schema.get("foreignKeys") or [] if k["reference"].get("resource") == "sources"]
        column = {"source", "sources"} & {f["name"] for f in schema["fields"]}
        links = {k["reference"].get("resource") for k in schema.get("foreignKeys") or []}
        through = any("source" in f["name"] for other in self.about["resources"] if other["name"] in links
                      for f in other["schema"]["fields"])
        if not (named or pointing or column or through or r["name"] == "sources"):
            self.fault("source", "%s names no source" % r["name"])
        for key in column:
            self.sources_of_rows(r, key)

    def sources_of_rows(self, r, column):
        """A cell of sources may hold several keys."""
        keys = {row.get("id") for row in self.tables.get("sources", [])}
        missing = {k for row in self.tables[r["name"]] for k in row[column].split()} - keys - {"unknown"}
        for k in sorted(missing)[:3]:
            self.fault("source", "%s: no source %r" % (r["name"], k))

    def read(self, r):
        path = os.path.join(self.folder, r["path"])
        if not os.path.exists(path):
            self.fault("file", "%s is not there" % r["path"])
            return []
        with open(path, encoding="utf-8", newline="") as f:
            lines = list(csv.reader(f, strict=True))
        fields = r["schema"]["fields"]
        header = [f["name"] for f in fields]
        if not lines or lines[0] != header:
            self.fault("header", "%s: %s, schema %s" % (r["name"], lines[:1], header))
            return []
        missing = r["schema"].get("missingValues", [""])
        missing = {m["value"] if isinstance(m, dict) else m for m in missing}
        rows = []
        for number, line in enumerate(lines[1:], 2):
            if len(line) != len(header):
                self.fault("row", "%s line %d has %d cells of %d" % (r["path"], number, len(line), len(header)))
                continue
            rows.append(dict(zip(header, line)))
        if not rows:
            self.fault("row", "%s has none" % r["path"])
        for f in fields:
            self.column(r, f, [row[f["name"]] for row in rows], missing)
        return rows

    def column(self, r, field, cells, missing):
        name, rules = "%s.%s" % (r["name"], field["name"]), field.get("constraints", {})
        fits = TYPES.get(field.get("type", "string"))
        if fits is None or set(rules) - KNOWN:
            return self.fault("schema", "%s: type %r, constraints %s" % (name, field.get("type"), sorted(rules)))
        own = field.get("missingValues")
        missing = missing if own is None else {m["value"] if isinstance(m, dict) else m for m in own}
        present = [c for c in cells if c not in missing]
        self.cells += len(cells)
        if rules.get("required") and len(present) < len(cells):
            self.fault("required", "%s is missing in %d rows" % (name, len(cells) - len(present)))
        if rules.get("unique") and len(set(present)) < len(present):
            self.fault("unique", name)
        number = float if field.get("type") in ("number", "integer") else str
        wrong = lambda c: (not fits(c) or "enum" in rules and c not in map(str, rules["enum"])
                           or "pattern" in rules and not re.fullmatch(rules["pattern"], c)
                           or "minimum" in rules and number(c) < number(rules["minimum"])
                           or "maximum" in rules and number(c) > number(rules["maximum"])
                           or len(c) < rules.get("minLength", 0) or len(c) > rules.get("maxLength", len(c)))
        bad = sorted({c for c in set(present) if wrong(c)})
        if bad:
            self.fault("cell", "%s (%s): %s" % (name, field.get("type"), ", ".join(map(repr, bad[:5]))))

    def keys(self, r):
        rows, schema = self.tables[r["name"]], r["schema"]
        missing = {m["value"] if isinstance(m, dict) else m for m in schema.get("missingValues", [""])}
        columns = as_list(schema.get("primaryKey"))
        if not columns:
            self.fault("key", "%s has no primary key" % r["name"])
        seen = set()
        for row in rows:
            key = tuple(row.get(c) for c in columns)
            if columns and (key in seen or set(key) & (missing | {None})):
                self.fault("key", "%s: %s repeats or is missing" % (r["name"], key))
            seen.add(key)
        for link in schema.get("foreignKeys") or []:
            here, there = as_list(link["fields"]), as_list(link["reference"]["fields"])
            target = link["reference"].get("resource") or r["name"]
            if target not in self.tables:
                self.fault("link", "%s: no resource %r" % (r["name"], target))
                continue
            known = {tuple(row.get(c) for c in there) for row in self.tables[target]}
            lost = {k for k in (tuple(row.get(c) for c in here) for row in rows) if not set(k) & missing} - known
            for k in sorted(lost)[:3]:
                self.fault("link", "%s.%s: %s is not in %s" % (r["name"], ",".join(here), ",".join(k), target))


def frictionless(python, folder):
    """-> (whether it ran, what it found)."""
    probe = subprocess.run([python, "-c", "import frictionless; print(frictionless.__version__)"],
                           capture_output=True, text=True)
    if probe.returncode:
        return False, ""
    run = subprocess.run([python, "-m", "frictionless", "validate", "datapackage.json", "--json"],
                         capture_output=True, text=True, cwd=folder)
    try:
        report = json.loads(run.stdout)
    except ValueError:
        return True, "no report: " + (run.stderr or run.stdout)[-500:]
    if run.returncode == 0 and report.get("valid") is True and not report.get("errors"):
        return True, ""
    found = [e.get("message") for t in report.get("tasks", []) for e in t.get("errors", [])]
    return True, "; ".join((report.get("errors") and [str(report["errors"][0])] or []) + found[:5]) or "not valid"


def main(argv):
    if "--self-test" in argv:
        return self_test()
    package = Package(argv[0])
    faults = package.check()
    said = "frictionless was not asked"
    if "--frictionless" in argv:
        ran, found = frictionless(argv[argv.index("--frictionless") + 1], argv[0])
        said = "frictionless agrees" if ran and not found else "frictionless objects" if ran else \
            "frictionless is not installed: skipped"
        faults += ["frictionless: " + found] if found else []
    print("\n".join(faults + ["%d resources, %d cells, %d faults; %s" % (
        len(package.tables), package.cells, len(faults), said)]))
    return 1 if faults else 0


# ------------------------------------------------------------------ self-test

def made_up():
    field = lambda name, kind="string", **rules: {"name": name, "type": kind, "constraints": rules}
    schema = lambda fields, key, *links: {"fields": fields, "primaryKey": key, "missingValues": ["", "unknown"], "foreignKeys": [
        {"fields": [a], "reference": {"resource": b, "fields": [c]}} for a, b, c in links]}
    return {"name": "made-up", "licenses": [{"name": "CC0-1.0"}], "resources": [
        {"name": "sources", "path": "data/sources.csv", "schema": schema([field("id"), field("title")], "id")},
        {"name": "places", "path": "data/places.csv", "schema": schema(
            [field("code"), field("seen", "date"), field("people", "number", minimum=0), field("says", enum=["yes", "no"]),
             field("source")], ["code"], ("source", "sources", "id"))}]}


def self_test():
    """A made-up package has no fault, and each planted one is found under its kind."""
    files = {"data/sources.csv": "id,title\nM1,a made-up page\n",
             "data/places.csv": "code,seen,people,says,source\nAlder,2020-02-29,7,yes,M1\nBirch,unknown,,unknown,M1\n"}
    row = lambda old, new: lambda about, files: files.update({"data/places.csv": files["data/places.csv"].replace(old, new)})
    plants = [("", lambda about, files: None), ("licence", lambda about, files: about.pop("licenses")),
              ("cell", row("2020-02-29", "2019-02-29")), ("cell", row(",7,", ",-7,")), ("cell", row(",7,", ",many,")),
              ("cell", row("yes", "maybe")), ("key", row("Birch", "Alder")), ("key", row("Birch", "")),
              ("link", row("yes,M1", "yes,M2")), ("header", row("people", "folk")), ("row", row(",7,", ",7,7,")),
              ("file", lambda about, files: files.pop("data/places.csv")),
              ("package", lambda about, files: files.update({"data/more.csv": "a\n1\n"})),
              ("key", lambda about, files: about["resources"][1]["schema"].pop("primaryKey")),
              ("source", lambda about, files: (about["resources"][1]["schema"]["fields"].pop(), row(",M1", "")(about, files),
                                               row(",source", "")(about, files),
                                               about["resources"][1]["schema"].pop("foreignKeys")))]
    missed = []
    for kind, plant in plants:
        about, own = made_up(), dict(files)
        plant(about, own)
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "data"))
            for path, text in list(own.items()) + [("datapackage.json", json.dumps(about))]:
                with open(os.path.join(folder, path), "w", encoding="utf-8") as f:
                    f.write(text)
            found = Package(folder).check()
        if bool(found) != bool(kind) or kind and not any(f.startswith(kind + ":") for f in found):
            missed.append("%s: %s" % (kind or "no fault", found))
    print("\n".join(missed) or "package.py: %d planted faults found" % (len(plants) - 1))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
