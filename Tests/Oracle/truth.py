#!/usr/bin/env python3
"""Truth, not only rules: what no answer of the shipped tables may say, whatever its rule.

    truth.py TABLES_DIR [RAW_DIR] [--all]
    truth.py --self-test

(a) On no day of 2025-01-22 to 2026-05-18 is `agreement_287g` no for a county whose own agency
    had signed by that day (signing days of all three lists) and stands on that day's or a
    later list.
(b) No county-run facility with people in the sheet of fiscal year 2019 under an IGSA
    contradicts a printed no of `detention_contract`: none in that year (2018-10-01 to
    2019-09-30), and none under the facility list (2017-11-06 to 2018-09-30) where the list has
    that facility. A facility that only the sheet names is a note, since it may be newer.
(c) No answer is no because a row was not found: every no rests on a law (a rule of the
    county's state), on a list that is complete for the days of the piece, or on what was
    announced within a year.
(d) Every source of every ground opens to title, publisher, date and address; the word
    `unknown` does not open.

Exits 1 if anything is printed but notes.
"""
import collections
import datetime
import sys

import compare
import facilities
import raw as oracle

FIRST, LAST = oracle.LISTS[0], oracle.LISTS[-1]
YEAR_2019 = (datetime.date(2018, 10, 1), datetime.date(2019, 9, 30))
LISTED = (facilities.LISTED, facilities.LISTED_TO)
ONE = datetime.timedelta(1)
# The days for which a federal list says what is not on it.
COMPLETE = {"agreement_287g": (FIRST, LAST), "detention_contract": LISTED}


class Tables:
    def __init__(self, folder):
        self.histories = compare.Histories(compare.Report(), folder)
        self.counties = {r["fips"]: r for r in compare.table(folder, "counties")}
        self.sources = {r["id"]: r for r in compare.table(folder, "sources")}

    def pieces(self, fips, field):
        """(first day, last day, ground) of one answer."""
        line = self.histories.lines.get(self.counties[fips][field], [])
        ends = [since - ONE for since, _ in line[1:]] + [oracle.DATE]
        return [(since, end, g) for (since, g), end in zip(line, ends) if g]

    def noes(self, fips, field, first, last):
        """The days of first to last on which the answer is no, as ranges."""
        return [(max(since, first), min(end, last)) for since, end, g in self.pieces(fips, field)
                if g["value"] == "no" and since <= last and end >= first]


class Findings:
    def __init__(self, everything):
        self.by = collections.OrderedDict((k, []) for k in "abcd")
        self.notes, self.everything = [], everything

    def found(self, key, text):
        self.by[key].append(text)

    def show(self):
        for key, texts in self.by.items():
            print("(%s) %d violations" % (key, len(texts)))
            for t in texts if self.everything else texts[:40]:
                print("    " + t)
        for t in self.notes:
            print("note: " + t)
        return 1 if any(self.by.values()) else 0


def signed_and_no(found, t, record):
    for s in record.snapshots:
        for fips in sorted(s.own):
            days = [(g["day"], a["name"]) for a in s.own[fips] for g in a["rows"] if g["day"]]
            # On the list's own day the agency has signed, whatever its signing day is.
            first, name = min(days + [(s.day, (s.own[fips] or [{"name": ""}])[0]["name"])])
            if not s.own[fips] or fips not in t.counties:
                continue
            for a, b in t.noes(fips, "agreement_287g", max(first, FIRST), s.day):
                found.found("a", "%s is no from %s to %s; %s signed %s (list of %s)" % (fips, a, b, name, first, s.day))


def people_and_no(found, t, record, raw_dir):
    """Facilities of county agencies, first by the code in the facility list, else by name."""
    index = oracle.name_index(record.counties)
    could = record.detention.could
    for r in oracle.rows(raw_dir, "detention", "facility-fiscal-year-2010-2026.csv"):
        if r["fiscal_year"] != "FY19" or r["facility_type_detailed"] not in ("IGSA", "DIGSA") or not facilities.held([r]):
            continue
        named = facilities.NAMED.match(r["facility_name"].upper())
        named = named and index.get((r["facility_state"], oracle.bare(named.group(1))))
        for fips in sorted((could.get(r["detloc"]) or {named}) & set(t.counties)):
            people_in(found, t, fips, r, r["detloc"] in could)


def people_in(found, t, fips, r, is_listed):
    what = "%s, which is or may be in %s, held %s in fiscal year 2019" % (r["facility_name"], fips, r["adp"])
    in_year = t.noes(fips, "detention_contract", *YEAR_2019)
    before = t.noes(fips, "detention_contract", *LISTED)
    if in_year:
        found.found("b", "%s; no from %s to %s" % (what, *in_year[0]))
    if before and is_listed:
        found.found("b", "%s and is on the list; no from %s to %s" % (what, *before[0]))
    elif before:
        found.notes.append("%s, by a code that the list lacks; no from %s to %s" % (what, *before[0]))


def unfounded(found, t):
    seen = set()
    for fips, county in sorted(t.counties.items()):
        for field in oracle.FIELDS:
            for since, end, g in t.pieces(fips, field):
                key = (g["id"], field, since, end, county["state"])
                if g["value"] != "no" or key in seen:
                    continue
                seen.add(key)
                why = wrong_no(g, field, since, end, county["state"])
                if why:
                    found.found("c", "%s of %s from %s to %s (%s): %s" % (field, fips, since, end, g["id"], why))


def wrong_no(g, field, since, end, state):
    basis = set(g["basis"].split("+"))
    if g["reason"]:
        return "has the reason %r" % g["reason"]
    if not basis <= {"law", "listed", "announced"}:
        return "has the basis %r" % g["basis"]
    if "law" in basis:
        rules = g["rules"].split()
        if not rules or any(not r.startswith(state + "-") for r in rules):
            return "law without a rule of the state: %r" % g["rules"]
        return None
    if "announced" in basis:
        return None if end - since < datetime.timedelta(367) else "announced, for more than a year"
    first, last = COMPLETE.get(field, (datetime.date.max, datetime.date.min))
    return None if first <= since and end <= last else "no list is complete for these days"


def closed(found, t):
    for i, g in sorted(t.histories.grounds.items()):
        keys = g["sources"].split()
        if not keys and g["value"] != "unknown":
            found.found("d", "%s (%s) has no source" % (i, g["value"]))
    uses = collections.Counter(k for g in t.histories.grounds.values() for k in g["sources"].split())
    for key, n in sorted(uses.items()):
        s = t.sources.get(key)
        # READING: an empty date says that the document bears none, which an answer prints as
        # "undated"; a date that is not known stays a fault.
        missing = ["row"] if not s else [c for c in ("title", "publisher", "published", "place")
                                         if s[c].strip().lower() in ("", "unknown")
                                         and (c, s[c]) != ("published", "")]
        if s and not missing and not s["place"].startswith(("http://", "https://")):
            missing = ["address (place is %r)" % s["place"][:60]]
        if missing:
            found.found("d", "%s, source of %d grounds, has no %s" % (key, n, ", no ".join(missing)))


def main(argv):
    if "--self-test" in argv:
        return self_test()
    paths = [a for a in argv if not a.startswith("--")]
    raw_dir = paths[1] if len(paths) > 1 else oracle.default_raw()
    t, record, found = Tables(paths[0]), oracle.Record(raw_dir), Findings("--all" in argv)
    signed_and_no(found, t, record)
    people_and_no(found, t, record, raw_dir)
    unfounded(found, t)
    closed(found, t)
    return found.show()


def self_test():
    """On made-up tables: nothing is found, and each planted violation is."""
    import fixture
    from fixture import other_value

    with fixture.small() as (raw_dir, out, b):
        fixture.edit(out, "grounds", fixture.name_rules)
        no_value = lambda d, f, field: other_value(d, f, field, b, out)
        faults = [
            ("(a) signed and no", "grounds", no_value("2025-05-01", "98003", "agreement_287g")),
            ("(a) listed and no", "grounds", no_value("2025-07-18", "98001", "agreement_287g")),
            ("(a) no before a late signing day is taken back", "grounds", lambda rows: [
                r.update(value="no", reason="", basis="listed") for r in rows
                if r["reason"] == "list and signing date differ"] and None),
            ("(b) held and no", "grounds", lambda rows: [
                r.update(value="no", reason="", basis="law", rules="XN-x XS-x") for r in rows
                if r["basis"] == "listed" and r["confidence"] == "medium"] and None),
            ("(c) no with a reason", "grounds", lambda rows: [
                r.update(reason="no rule found") for r in rows if r["value"] == "no"] and None),
            ("(c) no by agreement", "grounds", lambda rows: [
                r.update(basis="agreement") for r in rows if r["value"] == "no"] and None),
            ("(c) no by law without a rule", "grounds", lambda rows: [
                r.update(rules="") for r in rows if r["basis"] == "law"] and None),
            ("(c) no for want of a rule", "grounds", lambda rows: [
                r.update(value="no", reason="", basis="listed") for r in rows if r["reason"] == "no rule found"] and None),
            ("(d) a source that is not there", "grounds", lambda rows: rows[0].update(sources="S999")),
            ("(d) a yes without source", "grounds", lambda rows: [
                r.update(sources="") for r in rows if r["value"] == "yes"] and None),
            ("(d) an unknown address", "sources", lambda rows: rows[0].update(place="unknown")),
            ("(d) an unknown date", "sources", lambda rows: rows[0].update(published="unknown")),
            ("(d) an empty publisher", "sources", lambda rows: rows[0].update(publisher=""))]
        missed = fixture.finds(main, out, raw_dir, faults)
    print("\n".join(missed) or "truth.py: %d planted violations found" % len(faults))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
